// The driver: pointer, keys and what is on screen.
#include "tests/ui/driver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <sstream>

#include "imgui_internal.h"
#include "tests/ui/layout_lint.h"

namespace pegboard::test {

struct UiDriver::Wish {
    bool acts = false;  ///< takes input
    std::optional<WidgetRole> role;
};

namespace {

constexpr std::array role_words{"text",  "heading", "button", "link",  "tab",    "chip",      "checkbox",
                                "radio", "switch",  "field",  "note",  "choice", "menu item", "row",
                                "card",  "image",   "dialog", "toast", "nav",    "block",     "chart"};
static_assert(role_words.size() == static_cast<std::size_t>(WidgetRole::chart) + 1, "a word for every role");

bool is_text_role(WidgetRole role) { return role == WidgetRole::field || role == WidgetRole::note; }

bool stands_in(const WidgetInfo& widget, std::string_view scope) {
    if (scope.empty()) return true;
    std::string_view path = widget.scope;
    while (true) {
        const std::size_t cut = path.find(" > ");
        if (path.substr(0, cut) == scope) return true;
        if (cut == std::string_view::npos) return false;
        path.remove_prefix(cut + 3);
    }
}

int top_layer(const Record& record) {
    int top = 0;
    for (const WidgetInfo& widget : record.widgets) top = std::max(top, widget.layer);
    return top;
}

/// A place in the visible part of a widget: {0, 0} its upper left corner, {1, 1} its lower right one.
ImVec2 inside(const WidgetInfo& widget, ImVec2 part) {
    const ImVec2 min{std::max(widget.min.x, widget.clip_min.x), std::max(widget.min.y, widget.clip_min.y)};
    const ImVec2 max{std::min(widget.max.x, widget.clip_max.x), std::min(widget.max.y, widget.clip_max.y)};
    return {min.x + (max.x - min.x) * part.x, min.y + (max.y - min.y) * part.y};
}

ImVec2 middle(const WidgetInfo& widget) { return inside(widget, {.5F, .5F}); }

bool can_be_pressed(const WidgetInfo& widget) {
    const float y = (widget.min.y + widget.max.y) / 2;
    return y >= widget.clip_min.y && y <= widget.clip_max.y && widget.max.x > widget.clip_min.x &&
           widget.min.x < widget.clip_max.x;
}

void answer_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}  // namespace

UiDriver::UiDriver(const MakeStage& make, ImVec2 size) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = size;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.AddFocusEvent(true);
    io.AddMousePosEvent(-10, -10);
    stage_ = make(record_);
    settle();
}

UiDriver::~UiDriver() {
    ImGui::SetCurrentContext(context_);
    stage_.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void UiDriver::frame() {
    ImGui::SetCurrentContext(context_);
    constexpr double step_s = 1.0 / 60;
    time_s_ += step_s;
    ImGui::GetIO().DeltaTime = static_cast<float>(step_s);
    ImGui::NewFrame();
    record_.clear();
    stage_->frame(time_s_);
    ImGui::Render();
    answer_textures();
}

void UiDriver::settle() {
    do frame();
    while (context_->InputEventsQueue.Size > 0);
    for (int i = 0; i < 3; ++i) frame();
}

UiDriver& UiDriver::wait(double seconds) {
    const double until = time_s_ + seconds;
    while (time_s_ < until) frame();
    return *this;
}

void UiDriver::fail(const std::string& why) const { throw UiFailure(why + "\n--- on screen ---\n" + transcript()); }

// ---------------------------------------------------------------- finding

std::vector<const WidgetInfo*> UiDriver::matching(std::string_view label, const Wish& wish) const {
    std::vector<const WidgetInfo*> found;
    const int top = top_layer(record_);
    for (const WidgetInfo& widget : record_.widgets) {
        if (widget.label != label || !stands_in(widget, scope_)) continue;
        // What lies under a dialog or menu cannot be pressed; a toast lies over everything.
        if (wish.acts && (widget.id == 0 || (widget.layer != top && widget.scope != "Toast"))) continue;
        if (wish.role && widget.role != *wish.role && !(is_text_role(*wish.role) && is_text_role(widget.role)))
            continue;
        found.push_back(&widget);
    }
    return found;
}

const WidgetInfo& UiDriver::one(std::string_view label, const Wish& wish) {
    const std::vector<const WidgetInfo*> found = matching(label, wish);
    const std::string where = scope_.empty() ? "" : " in \"" + scope_ + "\"";
    if (found.empty()) fail("Nothing that reads \"" + std::string(label) + "\"" + where + ".");
    if (found.size() > 1)
        fail(std::to_string(found.size()) + " widgets read \"" + std::string(label) + "\"" + where + ".");
    return *found.front();
}

WidgetInfo UiDriver::brought_into_view(std::string_view label, const Wish& wish) {
    for (int tries = 0; tries < 200; ++tries) {
        const WidgetInfo widget = one(label, wish);
        if (can_be_pressed(widget)) return widget;
        if (!widget.scrolls) fail("\"" + std::string(label) + "\" lies outside what can be seen.");
        const float steps =
            middle(widget).y < widget.clip_min.y || (widget.min.y + widget.max.y) / 2 < widget.clip_min.y ? 1.0F
                                                                                                          : -1.0F;
        move_to({(widget.clip_min.x + widget.clip_max.x) / 2, (widget.clip_min.y + widget.clip_max.y) / 2});
        ImGui::GetIO().AddMouseWheelEvent(0, steps);
        settle();
    }
    fail("\"" + std::string(label) + "\" does not scroll into view.");
}

const WidgetInfo& UiDriver::find(std::string_view label) {
    const WidgetInfo& widget = one(label, {});
    scope_.clear();
    return widget;
}

UiDriver& UiDriver::in(std::string_view scope) {
    scope_ = scope;
    return *this;
}

// ---------------------------------------------------------------- pointer

void UiDriver::move_to(ImVec2 at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    settle();
}

ImVec2 UiDriver::rest_on(std::string_view label, const Wish& wish) {
    for (int tries = 0;; ++tries) {
        const WidgetInfo widget = brought_into_view(label, wish);
        // Where the middle is taken by a chip or button of its own, a hand takes hold elsewhere.
        constexpr ImVec2 parts[]{{.5F, .5F}, {.25F, .5F}, {.75F, .5F}, {.5F, .9F}, {.5F, .1F}, {.9F, .9F}};
        for (const ImVec2 part : parts) {
            const ImVec2 at = inside(widget, part);
            move_to(at);
            const ImGuiID over = context_->HoveredId != 0 ? context_->HoveredId : context_->HoveredIdPreviousFrame;
            if (!widget.enabled || over == widget.id || context_->HoveredIdPreviousFrame == widget.id) return at;
        }
        const WidgetInfo& now = one(label, wish);  // what a worker found may have moved it meanwhile
        const bool moved = now.min.x != widget.min.x || now.min.y != widget.min.y;
        if (!moved || tries == 5) fail("Something lies over \"" + std::string(label) + "\".");
    }
}

void UiDriver::click_on(std::string_view label, const Wish& wish, int button) {
    rest_on(label, wish);
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseButtonEvent(button, true);
    settle();
    io.AddMouseButtonEvent(button, false);
    settle();
    scope_.clear();
}

UiDriver& UiDriver::click(std::string_view label) { return click_on(label, {.acts = true, .role = {}}, 0), *this; }
UiDriver& UiDriver::click(std::string_view label, WidgetRole role) {
    return click_on(label, {.acts = true, .role = role}, 0), *this;
}
UiDriver& UiDriver::right_click(std::string_view label) {
    return click_on(label, {.acts = true, .role = {}}, 1), *this;
}
UiDriver& UiDriver::open(std::string_view place) {
    return click_on(place, {.acts = true, .role = WidgetRole::nav}, 0), *this;
}
UiDriver& UiDriver::field(std::string_view label) {
    return click_on(label, {.acts = true, .role = WidgetRole::field}, 0), *this;
}

UiDriver& UiDriver::hover(std::string_view label) {
    move_to(middle(brought_into_view(label, {})));
    scope_.clear();
    return *this;
}

UiDriver& UiDriver::choose(std::string_view label, std::string_view option) {
    click_on(label, {.acts = true, .role = WidgetRole::choice}, 0);
    click_on(option, {.acts = true, .role = WidgetRole::menu_item}, 0);
    return *this;
}

UiDriver& UiDriver::wheel(std::string_view over, float steps) {
    move_to(middle(one(over, {})));
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
    settle();
    scope_.clear();
    return *this;
}

UiDriver& UiDriver::drag(std::string_view from, std::string_view to) {
    const ImVec2 start = rest_on(from, {.acts = true, .role = {}});
    const ImVec2 end = middle(one(to, {.acts = true, .role = {}}));
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseButtonEvent(0, true);
    settle();
    constexpr int steps = 8;
    for (int i = 1; i <= steps; ++i) {
        const float part = static_cast<float>(i) / steps;
        move_to({start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part});
    }
    io.AddMouseButtonEvent(0, false);
    settle();
    scope_.clear();
    return *this;
}

// ---------------------------------------------------------------- keys

bool UiDriver::typing() const { return context_->IO.WantTextInput; }

UiDriver& UiDriver::type(std::string_view words) {
    if (!typing()) fail("No field has the keyboard to type \"" + std::string(words) + "\" into.");
    ImGui::GetIO().AddInputCharactersUTF8(std::string(words).c_str());
    settle();
    return *this;
}

UiDriver& UiDriver::retype(std::string_view words) { return press(ImGuiMod_Ctrl | ImGuiKey_A).type(words); }

UiDriver& UiDriver::press(ImGuiKeyChord chord) {
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    const auto mods = [&](bool down) {
        for (const ImGuiKey mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super})
            if (chord & mod) io.AddKeyEvent(mod, down);
    };
    mods(true);
    io.AddKeyEvent(key, true);
    settle();
    io.AddKeyEvent(key, false);
    mods(false);
    settle();
    return *this;
}

UiDriver& UiDriver::tab(int times) {
    for (int i = 0; i < std::abs(times); ++i)
        press(times < 0 ? ImGuiMod_Shift | ImGuiKey_Tab : ImGuiKeyChord(ImGuiKey_Tab));
    return *this;
}

// ---------------------------------------------------------------- seeing

bool UiDriver::sees(std::string_view words) const {
    return std::any_of(record_.widgets.begin(), record_.widgets.end(), [&](const WidgetInfo& widget) {
        return stands_in(widget, scope_) &&
               (widget.label.find(words) != std::string::npos || widget.value.find(words) != std::string::npos);
    });
}

UiDriver& UiDriver::see(std::string_view words) {
    if (!sees(words)) fail("\"" + std::string(words) + "\" is not on screen.");
    scope_.clear();
    return *this;
}

UiDriver& UiDriver::not_see(std::string_view words) {
    if (sees(words)) fail("\"" + std::string(words) + "\" is on screen.");
    scope_.clear();
    return *this;
}

std::string UiDriver::value(std::string_view label) {
    const std::string value = one(label, {.acts = true, .role = {}}).value;
    scope_.clear();
    return value;
}

std::string UiDriver::focused() const {
    for (const WidgetInfo& widget : record_.widgets)
        if (widget.focused) return widget.label;
    return {};
}

std::string UiDriver::transcript() const {
    std::ostringstream out;
    std::string scope = "?";
    for (const WidgetInfo& widget : record_.widgets) {
        if (widget.scope != scope) {
            scope = widget.scope;
            out << "[" << scope << "]\n";
        }
        out << "  " << role_words[static_cast<std::size_t>(widget.role)] << " \"" << widget.label << "\"";
        if (!widget.value.empty()) out << " = \"" << widget.value << "\"";
        if (widget.selected) out << " selected";
        if (!widget.enabled) out << " disabled";
        if (widget.focused) out << " focused";
        out << "\n";
    }
    return out.str();
}

std::vector<std::string> UiDriver::lint() const { return layout_faults(record_, stage_->scale()); }

std::vector<std::string> UiDriver::tab_order(int most) {
    std::vector<std::string> order;
    std::set<ImGuiID> met;
    for (int i = 0; i < most; ++i) {
        tab();
        const auto now =
            std::find_if(record_.widgets.begin(), record_.widgets.end(), [](const WidgetInfo& w) { return w.focused; });
        if (now == record_.widgets.end()) continue;
        if (!met.insert(now->id).second) break;
        order.push_back(now->label);
    }
    return order;
}

std::vector<std::string> UiDriver::not_reached_by_tab(int most) {
    std::set<ImGuiID> met;
    ImGuiID first = 0;
    for (int i = 0; i < most; ++i) {
        tab();
        const auto now =
            std::find_if(record_.widgets.begin(), record_.widgets.end(), [](const WidgetInfo& w) { return w.focused; });
        if (now == record_.widgets.end()) continue;
        if (first == 0) first = now->id;
        if (!met.insert(now->id).second && now->id == first) break;
    }
    std::vector<std::string> missed;
    const int top = top_layer(record_);
    for (const WidgetInfo& widget : record_.widgets)
        if (widget.id != 0 && widget.enabled && widget.by_tab && widget.layer == top && widget.scope != "Toast" &&
            !met.contains(widget.id))
            missed.push_back(widget.scope + ": " + widget.label);
    return missed;
}

}  // namespace pegboard::test
