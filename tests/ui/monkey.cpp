// The monkey: see the header.
#include "tests/ui/monkey.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>

#include "app/actions/actions.h"
#include "app/base/machine_settings.h"
#include "app/base/services.h"
#include "imgui_internal.h"
#include "tests/ui/monkey_inputs.h"

namespace pegboard::test {

namespace {

using monkey_inputs::chords;
using monkey_inputs::words;

// No way back; "Folder above" would leave the folder of the test. What is signed, and what is added to it, is final.
constexpr std::array final_labels{
    std::string_view("Folder above"),      std::string_view("Erase for good"), std::string_view("Restore this backup"),
    std::string_view("Undo it"),           std::string_view("Bring it back"),  std::string_view("Restore from a file"),
    std::string_view("Change passphrase"), std::string_view("Quit"),           std::string_view("Sign it"),
    std::string_view("Sign as well"),      std::string_view("Add it")};

constexpr std::array<ImVec2, 6> sizes{ImVec2{1440, 900}, ImVec2{1440, 900}, ImVec2{1280, 720},
                                      ImVec2{1000, 700}, ImVec2{800, 600},  ImVec2{1920, 1200}};

bool is_final(const WidgetInfo& widget) {
    return std::find(final_labels.begin(), final_labels.end(), widget.label) != final_labels.end();
}

ImVec2 middle(const WidgetInfo& widget) {
    return {(std::max(widget.min.x, widget.clip_min.x) + std::min(widget.max.x, widget.clip_max.x)) / 2,
            (std::max(widget.min.y, widget.clip_min.y) + std::min(widget.max.y, widget.clip_max.y)) / 2};
}

bool shows(const WidgetInfo& widget) {
    const float y = (widget.min.y + widget.max.y) / 2;
    return y >= widget.clip_min.y && y <= widget.clip_max.y && widget.max.x > widget.clip_min.x &&
           widget.min.x < widget.clip_max.x;
}

/// What a refusal has to be, since the monkey does what no rule allows: a whole sentence for people, no name of a kind,
/// a place in the code or a message of the store.
bool is_sentence(const std::string& words) {
    if (words.empty() || (words.back() != '.' && words.back() != '?')) return false;
    const bool begins = std::isupper(static_cast<unsigned char>(words.front())) != 0 ||
                        static_cast<unsigned char>(words.front()) >= 0x80 || words.front() == '"';
    const auto spaces = std::ranges::count(words, ' ');
    static constexpr std::array inner{"kind 0",     "kind 1", "kind 2", "kind 3", "SQL",
                                      "constraint", "_id",    "std::",  "errno"};
    return begins && spaces >= 3 &&
           std::ranges::none_of(inner, [&](const char* each) { return words.find(each) != std::string::npos; });
}

}  // namespace

Monkey::Monkey(UiDriver& ui, std::uint64_t seed) : ui_(ui), random_(seed), kinds_({words.begin(), words.end()}) {
    ImGui::GetIO().ConfigDebugHighlightIdConflicts = true;  // counted below, in every build
    kinds_.learn(stage().app());
}

std::uint32_t Monkey::below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }

void Monkey::note(std::string what) {
    constexpr std::size_t remembered = 25;
    if (static const char* const trace = std::getenv("PEGBOARD_MONKEY_TRACE"); trace != nullptr) {
        if (std::FILE* file = std::fopen(trace, "a")) {
            std::fprintf(file, "%s\n", what.c_str());
            std::fclose(file);
        }
    }
    trail_.push_back(std::move(what));
    if (trail_.size() > remembered) trail_.pop_front();
}

void Monkey::fault(const std::string& what) {
    std::string told = what + "\n  after:";
    for (const std::string& step : trail_) told += "\n    " + step;
    faults_.push_back(told + "\n");
}

void Monkey::play(int inputs) {
    for (int i = 0; i < inputs && faults_.empty(); ++i) {
        if (at_gate())
            at_the_gate();
        else
            act();
        drain();
    }
}

void Monkey::act() {
    const auto dice = below(200);
    if (ImGui::GetIO().WantTextInput && dice < 50) return type();
    if (dice < 140) return click(0);
    if (dice < 174) return key();
    if (dice < 180) return click(1);
    if (dice < 185) return drag();
    if (dice < 193) return scroll();
    if (dice < 195) return rest();
    if (dice < 197) return command();
    resize();
}

// ---------------------------------------------------------------- the gate

bool Monkey::at_gate() const {
    return std::any_of(ui_.record().widgets.begin(), ui_.record().widgets.end(),
                       [](const WidgetInfo& widget) { return widget.scope.starts_with("Gate"); });
}

bool Monkey::at_page(std::string_view label) const {
    return std::any_of(ui_.record().widgets.begin(), ui_.record().widgets.end(),
                       [&](const WidgetInfo& widget) { return widget.label == label; });
}

void Monkey::at_the_gate() {
    if (!at_page("Unlock") || below(6) == 0) return click(0);
    if (at_page("Use the passphrase")) {
        ui_.click("Use the passphrase");
        return note("back to the passphrase");
    }
    note("unlock");
    ui_.wait(61);  // a wrong passphrase may have cost a minute
    ui_.field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.1);
    if (at_page("Unlock")) fault("The right passphrase does not unlock.");
}

void Monkey::come_to_rest() {
    if (at_gate()) at_the_gate();
    for (int i = 0; i < 12; ++i) ui_.press(ImGuiKey_Escape);
    ui_.wait(3);
    look();
}

// ---------------------------------------------------------------- inputs

std::vector<const WidgetInfo*> Monkey::pressable() const {
    int top = 0;
    for (const WidgetInfo& widget : ui_.record().widgets) top = std::max(top, widget.layer);
    std::vector<const WidgetInfo*> found;
    for (const WidgetInfo& widget : ui_.record().widgets)
        if (widget.id != 0 && widget.enabled && (widget.layer == top || widget.scope == "Toast") &&
            (shows(widget) || widget.scrolls))
            found.push_back(&widget);
    return found;
}

bool Monkey::no_way_back_in_sight() const {
    const auto all = pressable();
    return std::any_of(all.begin(), all.end(), [](const WidgetInfo* widget) {
        return is_final(*widget) && (widget->focused || widget->selected || widget->layer > 0);
    });
}

/// Mostly what was tried least.
const WidgetInfo* Monkey::choose(const std::vector<const WidgetInfo*>& from) {
    if (from.empty()) return nullptr;
    if (below(3) == 0) return from[below(from.size())];
    int least = -1;
    std::vector<const WidgetInfo*> rare;
    for (const WidgetInfo* widget : from) {
        const int tries = tries_[kinds_.of(*widget)];
        if (least >= 0 && tries > least) continue;
        if (tries != least) rare.clear();
        least = tries;
        rare.push_back(widget);
    }
    return rare[below(rare.size())];
}

void Monkey::press_at(const WidgetInfo& widget, int button) {
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 at = middle(widget);
    const ImGuiID id = widget.id;
    const std::string kind = kinds_.of(widget);
    ++tries_[kind];
    io.AddMousePosEvent(at.x, at.y);
    frame();
    frame();
    const bool there = ImGui::GetCurrentContext()->HoveredIdPreviousFrame == id;
    io.AddMouseButtonEvent(button, true);
    frame();
    io.AddMouseButtonEvent(button, false);
    frame();
    if (there && button == 0) ++controls_[kind];
}

void Monkey::click(int button) {
    std::vector<const WidgetInfo*> all = pressable();
    std::erase_if(all, [](const WidgetInfo* widget) { return is_final(*widget); });
    const WidgetInfo* chosen = choose(all);
    if (chosen == nullptr) return press_key(ImGuiKey_Escape);
    if (!shows(*chosen)) {
        const float steps = chosen->min.y < chosen->clip_min.y ? 2.0F : -2.0F;
        note("scroll to " + chosen->label);
        ++tries_[kinds_.of(*chosen)];
        const ImVec2 over{(chosen->clip_min.x + chosen->clip_max.x) / 2, (chosen->clip_min.y + chosen->clip_max.y) / 2};
        ImGui::GetIO().AddMousePosEvent(over.x, over.y);
        ImGui::GetIO().AddMouseWheelEvent(0, steps);
        return;
    }
    note((button == 0 ? "press \"" : "right press \"") + chosen->label + "\" in [" + chosen->scope + "]");
    press_at(WidgetInfo(*chosen), button);
}

void Monkey::scroll() {
    const auto all = pressable();
    if (all.empty()) return;
    const ImVec2 at = middle(*all[below(all.size())]);
    note("wheel");
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    ImGui::GetIO().AddMouseWheelEvent(0, below(2) == 0 ? 3.0F : -3.0F);
}

void Monkey::drag() {
    auto all = pressable();
    std::erase_if(all, [](const WidgetInfo* widget) { return is_final(*widget) || !shows(*widget); });
    if (all.empty()) return;
    const WidgetInfo from = *all[below(all.size())];
    const ImVec2 to = middle(*all[below(all.size())]), start = middle(from);
    note("drag \"" + from.label + "\"");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(start.x, start.y);
    io.AddMouseButtonEvent(0, true);
    io.AddMousePosEvent((start.x + to.x) / 2, (start.y + to.y) / 2);
    io.AddMousePosEvent(to.x, to.y);
    io.AddMouseButtonEvent(0, false);
}

void Monkey::type() {
    const char* chosen = words[below(words.size())];
    note(std::string("type ") + chosen);
    ImGui::GetIO().AddInputCharactersUTF8(chosen);
}

void Monkey::press_key(ImGuiKeyChord chord) {
    note(std::string("key ") + ImGui::GetKeyChordName(chord));
    ImGuiIO& io = ImGui::GetIO();
    const auto mods = [&](bool down) {
        for (const ImGuiKey mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt})
            if ((chord & mod) != 0) io.AddKeyEvent(mod, down);
    };
    mods(true);
    io.AddKeyEvent(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_), true);
    frame();
    frame();
    io.AddKeyEvent(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_), false);
    mods(false);
}

void Monkey::key() {
    press_key(no_way_back_in_sight() ? ImGuiKeyChord(ImGuiKey_Escape) : chords[below(chords.size())]);
}

/// By its name in the command palette.
void Monkey::command() {
    const auto rows = action_rows();
    const ActionRow& row = rows[below(rows.size())];
    if (row.id == ActionId::quit || no_way_back_in_sight()) return;
    press_key(ImGuiMod_Ctrl | ImGuiKey_K);
    note("type " + std::string(row.label));
    ImGui::GetIO().AddInputCharactersUTF8(std::string(row.label).c_str());
    drain();
    if (!no_way_back_in_sight()) press_key(ImGuiKey_Enter);
}

void Monkey::rest() {
    note("rest");
    for (int i = 0; i < 45; ++i) frame();
}

void Monkey::resize() {
    if (below(3) != 0) {
        ImGui::GetIO().DisplaySize = sizes[below(sizes.size())];
        return note("resize to " + std::to_string(static_cast<int>(ImGui::GetIO().DisplaySize.x)));
    }
    constexpr std::array percents{80, 100, 100, 125, 150, 200};
    MachineSettings next = stage().app().machine_settings();
    next.text_percent = percents[below(percents.size())];
    note("text at " + std::to_string(next.text_percent));
    stage().app().ui().services->set_machine(next);
}

// ---------------------------------------------------------------- looking

void Monkey::frame() {
    ui_.frame();
    look();
}

void Monkey::drain() {
    do frame();
    while (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0);
    frame();
}

void Monkey::look() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.DebugDrawIdConflictsId != 0) fault("ImGui met two items of one id.");
    std::vector<ImGuiID> ids;
    for (const WidgetInfo& widget : ui_.record().widgets) {
        if (widget.label == "Save a copy elsewhere") fault("The storage failed.");
        if (widget.id == 0 || !widget.enabled || !shows(widget)) continue;
        ids.push_back(widget.id);
        controls_.try_emplace(kinds_.of(widget), 0);
    }
    std::sort(ids.begin(), ids.end());
    if (const auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end())
        for (const WidgetInfo& widget : ui_.record().widgets)
            if (widget.id == *twice) fault("Two controls have one id: \"" + widget.label + "\" in " + widget.scope);
    const Toasts& toasts = *stage().app().ui().toasts;
    if (toasts.current && toasts.current->refused && !is_sentence(toasts.current->words))
        fault("Refused in no sentence: " + toasts.current->words);
    if (at_gate()) return;
    screens_.insert(static_cast<int>(stage().app().ui().nav->here().screen));
    kinds_.learn(stage().app());
}

double Monkey::share_pressed() const {
    const auto pressed =
        std::count_if(controls_.begin(), controls_.end(), [](const auto& control) { return control.second > 0; });
    return controls_.empty() ? 0 : static_cast<double>(pressed) / static_cast<double>(controls_.size());
}

std::string Monkey::not_pressed() const {
    std::string told;
    for (const auto& [kind, times] : controls_)
        if (times == 0) told += "  " + kind + "\n";
    return told;
}

}  // namespace pegboard::test
