// Orders key events. It refuses to drop or reorder any.
#include "app/platform/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <cstring>
#include <utility>

#include "imgui.h"

// Made public by ImGui's backend for this use, without a header.
ImGuiKey ImGui_ImplGlfw_KeyToImGuiKey(int keycode, int scancode);

namespace pegboard {
namespace {

/// The modifier a key is, as GLFW's bit; 0 for other keys.
int modifier_of(int key) {
    switch (key) {
        case GLFW_KEY_LEFT_CONTROL:
        case GLFW_KEY_RIGHT_CONTROL:
            return GLFW_MOD_CONTROL;
        case GLFW_KEY_LEFT_SHIFT:
        case GLFW_KEY_RIGHT_SHIFT:
            return GLFW_MOD_SHIFT;
        case GLFW_KEY_LEFT_ALT:
        case GLFW_KEY_RIGHT_ALT:
            return GLFW_MOD_ALT;
        case GLFW_KEY_LEFT_SUPER:
        case GLFW_KEY_RIGHT_SUPER:
            return GLFW_MOD_SUPER;
        default:
            return 0;
    }
}

/// GLFW names keys by their place on a US keyboard; a shortcut means the letter printed on them.
int printed_key(int key, int scancode) {
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_EQUAL) return key;
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || name[0] == '\0' || name[1] != '\0') return key;
    const char letter = name[0];
    if (letter >= '0' && letter <= '9') return GLFW_KEY_0 + (letter - '0');
    if (letter >= 'A' && letter <= 'Z') return GLFW_KEY_A + (letter - 'A');
    if (letter >= 'a' && letter <= 'z') return GLFW_KEY_A + (letter - 'a');
    // A plus with a key of its own means what it means above the equals sign.
    constexpr const char* signs = "`-=+[]\\,;'./";
    constexpr std::array keys{GLFW_KEY_GRAVE_ACCENT, GLFW_KEY_MINUS,         GLFW_KEY_EQUAL,     GLFW_KEY_EQUAL,
                              GLFW_KEY_LEFT_BRACKET, GLFW_KEY_RIGHT_BRACKET, GLFW_KEY_BACKSLASH, GLFW_KEY_COMMA,
                              GLFW_KEY_SEMICOLON,    GLFW_KEY_APOSTROPHE,    GLFW_KEY_PERIOD,    GLFW_KEY_SLASH};
    const char* found = std::strchr(signs, letter);
    return found != nullptr ? keys[static_cast<std::size_t>(found - signs)] : key;
}

void feed_mods(int mods) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (mods & GLFW_MOD_CONTROL) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (mods & GLFW_MOD_SHIFT) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (mods & GLFW_MOD_ALT) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (mods & GLFW_MOD_SUPER) != 0);
}

}  // namespace

void Keys::key(int key, int scancode, int action, int mods) {
    if (action == GLFW_REPEAT || key == GLFW_KEY_UNKNOWN) return;  // ImGui repeats by itself
    // On X11 the event of a modifier key still carries the state before it.
    const int own = modifier_of(key);
    const bool down = action == GLFW_PRESS;
    mods = down ? mods | own : mods & ~own;
    events_.push_back({printed_key(key, scancode), scancode, down, mods, 0});
}

void Keys::character(unsigned code_point) { events_.push_back({.code_point = code_point}); }

void Keys::feed() { feed(false); }
void Keys::feed_all() { feed(true); }

void Keys::feed(bool all) {
    bool key_went_down = false;
    while (!events_.empty()) {
        const Event event = events_.front();
        if (event.code_point != 0) {
            ImGui::GetIO().AddInputCharacter(event.code_point);
        } else {
            const bool mods_change = event.mods != mods_fed_;
            if (mods_change && key_went_down && !all) return;
            if (mods_change) feed_mods(event.mods);
            mods_fed_ = event.mods;
            ImGui::GetIO().AddKeyEvent(ImGui_ImplGlfw_KeyToImGuiKey(event.key, event.scancode), event.down);
            key_went_down = key_went_down || (event.down && modifier_of(event.key) == 0);
        }
        events_.pop_front();
    }
}

}  // namespace pegboard
