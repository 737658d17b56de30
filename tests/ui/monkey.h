// A monkey at the keyboard and mouse: presses what is enabled, types odd words, resizes, at random but
// from a seed. It leaves alone what cannot be taken back (erasing, restoring a copy, quitting).
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/ui/app_stage.h"
#include "tests/ui/control_kinds.h"

namespace pegboard::test {

class Monkey {
 public:
    Monkey(UiDriver& ui, std::uint64_t seed);
    /// Gives that many inputs, or stops at the first fault.
    void play(int inputs);
    /// Closes what lies over the screen; unlocks.
    void come_to_rest();

    /// Sentences on what went wrong, each with the inputs before it; empty when all is well.
    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
    [[nodiscard]] const std::set<int>& screens() const { return screens_; }
    /// Kinds of control seen enabled, with how often each was pressed.
    [[nodiscard]] const std::map<std::string, int>& controls() const { return controls_; }
    [[nodiscard]] double share_pressed() const;
    [[nodiscard]] std::string not_pressed() const;

 private:
    [[nodiscard]] std::uint32_t below(std::size_t n);
    [[nodiscard]] AppStage& stage() { return stage_of_app(ui_); }
    void act();
    void at_the_gate();
    void click(int button);
    void scroll();
    void drag();
    void type();
    void key();
    void resize();
    void command();
    void rest();
    void press_key(ImGuiKeyChord chord);
    void press_at(const WidgetInfo& widget, int button);
    void frame();
    void drain();
    void look();
    void fault(const std::string& what);
    [[nodiscard]] std::vector<const WidgetInfo*> pressable() const;
    [[nodiscard]] const WidgetInfo* choose(const std::vector<const WidgetInfo*>& from);
    [[nodiscard]] bool no_way_back_in_sight() const;
    [[nodiscard]] bool at_gate() const;
    [[nodiscard]] bool at_page(std::string_view label) const;
    void note(std::string what);

    UiDriver& ui_;
    std::mt19937 random_;
    std::vector<std::string> faults_;
    std::deque<std::string> trail_;
    std::set<int> screens_;
    std::map<std::string, int> controls_;
    std::map<std::string, int> tries_;
    ControlKinds kinds_;
};

}  // namespace pegboard::test
