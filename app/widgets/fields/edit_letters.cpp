#include "app/widgets/fields/edit_letters.h"

#include <algorithm>

#include "app/widgets/interact.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {

/// The key that types a letter; ImGuiKey_None for letters of no key of their own.
ImGuiKey key_of(ImWchar c) {
    if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
    if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
    return c == ' ' ? ImGuiKey_Space : c == '/' || c == '?' ? ImGuiKey_Slash : ImGuiKey_None;
}

}  // namespace

std::string pasted(std::string_view words, bool secret) {
    if (secret) return std::string(words);
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint point = code_point_of(words.substr(at));
        const std::string_view bytes = words.substr(at, point.length);
        const bool joins = point.value == 0x200C || point.value == 0x200D;  // letters of some scripts need them
        const auto plain = joins ? std::nullopt : plain_sign(point.value);
        out += plain && (plain->empty() || *plain == " ") ? *plain : bytes;
        at += point.length;
    }
    return out;
}

void drop_asking_letter(const WidgetMemory& m, FieldEdit& field) {
    ImVector<ImWchar>& queue = ImGui::GetIO().InputQueueCharacters;
    if (field.asking == ImGuiKey_None || queue.empty()) return;
    if (m.frame <= field.began + 1 && key_of(queue[0]) == field.asking) queue.erase(queue.begin());
    field.asking = ImGuiKey_None;
}

ImGuiKey asking_key(const WidgetMemory& m, bool by_screen, bool by_keys) {
    if (by_keys) return key_pressed(ImGuiKey_Space, false) ? ImGuiKey_Space : ImGuiKey_None;
    if (!m.letters_before.empty()) return m.letters_before.front();
    return by_screen && !m.letters.empty() ? m.letters.front() : ImGuiKey_None;
}

}  // namespace pegboard
