// TS20: the monkey uses the whole program for thousands of inputs; nothing breaks, every screen is
// reached, and all it did can be undone. PEGBOARD_MONKEY_INPUTS and PEGBOARD_MONKEY_SEED ask for more.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "tests/core/dump.h"
#include "tests/ui/monkey.h"

namespace pegboard::test {
namespace {

int number_from(const char* variable, int usual) {
    const char* text = std::getenv(variable);
    return text != nullptr ? std::atoi(text) : usual;
}

#ifdef __SANITIZE_ADDRESS__
constexpr int usual_inputs = 3'000;  // several times slower; what it must reach is counted by the other build
#else
constexpr int usual_inputs = 34'000;
#endif

int every_screen() {
#ifdef PEGBOARD_GALLERY
    return static_cast<int>(Screen::gallery) + 1;
#else
    return static_cast<int>(Screen::gallery);
#endif
}

std::string dump_of(UiDriver& ui) { return dump(stage_of_app(ui).file, std::string(AppStage::passphrase)); }

/// Takes back every step of this run, whose first is no older than today.
int undo_all(Caseload& caseload) {
    int steps = 0;
    for (const UndoStep* next = caseload.next_undo(); next != nullptr && !next->earlier_day;
         next = caseload.next_undo()) {
        const std::string label = next->label;
        const Status undone = caseload.undo();
        EXPECT_TRUE(undone.ok()) << label << ": " << undone.error().message << " " << undone.error().detail;
        if (!undone) break;
        ++steps;
    }
    return steps;
}

/// Rows that only one of two dumps has, the first few.
std::string rows_apart(const std::string& before, const std::string& after) {
    const auto rows = [](const std::string& dump) {
        std::set<std::string> all;
        std::istringstream in(dump);
        for (std::string row; std::getline(in, row);) all.insert(row);
        return all;
    };
    const std::set<std::string> one = rows(before), other = rows(after);
    constexpr int most = 12;
    std::string text;
    int shown = 0;
    for (const std::string& row : one)
        if (!other.contains(row) && shown++ < most) text += "- " + row + "\n";
    for (const std::string& row : other)
        if (!one.contains(row) && shown++ < most) text += "+ " + row + "\n";
    return text;
}

TEST(Monkey, TS20_uses_everything_and_can_undo_it_all) {
    const int inputs = number_from("PEGBOARD_MONKEY_INPUTS", usual_inputs);
    const int seed = number_from("PEGBOARD_MONKEY_SEED", 20260929);
    const auto ui = drive_app({.written_days_ago = 2, .throwaway = true});
    const std::string start = dump_of(*ui);
    Monkey monkey(*ui, static_cast<std::uint64_t>(seed));
    monkey.play(inputs);
    if (monkey.faults().empty()) monkey.come_to_rest();
    for (const std::string& fault : monkey.faults()) ADD_FAILURE() << fault;
    if (HasFailure()) return;

    Caseload& caseload = stage_of_app(*ui).caseload();
    const std::string end = dump_of(*ui);
    const int steps = undo_all(caseload);
    EXPECT_GT(steps, 0);
    EXPECT_EQ(rows_apart(start, dump_of(*ui)), "") << "after undoing " << steps << " steps";
    // As many as were taken back: what the monkey itself had undone before stays undone.
    for (int i = 0; i < steps; ++i) ASSERT_TRUE(caseload.redo().ok());
    EXPECT_EQ(rows_apart(end, dump_of(*ui)), "") << "after redoing them";
    EXPECT_EQ(caseload.journal_fault().take(), "");

    std::cout << inputs << " inputs, seed " << seed << ": " << monkey.screens().size() << " screens, "
              << static_cast<int>(monkey.share_pressed() * 100) << " % of " << monkey.controls().size()
              << " kinds of control pressed, " << steps << " steps undone and redone\n";
    if (inputs < 20'000) return;
    EXPECT_EQ(monkey.screens().size(), static_cast<std::size_t>(every_screen()));
    EXPECT_GE(monkey.share_pressed(), 0.8) << monkey.not_pressed();
}

}  // namespace
}  // namespace pegboard::test
