// The layout of every screen and dialog: at 100 to 200 % text, with long names, without children and
// with 300; and the words of each as kept transcripts.
#include <gtest/gtest.h>

#include "tests/ui/every_view.h"

namespace pegboard::test {
namespace {

struct Stand {
    std::string name;
    AppSetup setup;
    bool long_names = false;
    ImVec2 size{1440, 900};
};

void PrintTo(const Stand& stand, std::ostream* out) { *out << stand.name; }

void give_long_names(Caseload& caseload) {
    std::size_t nth = 0;
    for (Child child : std::vector<Child>(caseload.children())) {
        child.preferred_name.clear();
        child.first_name = nth % 2 == 0 ? "Maximiliana-Theodora Evangelina" : "Bartholomäus";
        child.last_name = nth % 3 == 0 ? "von Wolfeschlegelsteinhausenbergerdorff" : "Featherstonehaugh-Cholmondeley";
        child.school = "The Very Reverend Ezekiel Featherstonehaugh Memorial Primary School, North Annexe";
        ++nth;
        ASSERT_TRUE(caseload.run(EditChild{child}).ok());
    }
}

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& each : all) text += each + "\n";
    return text;
}

class EveryView : public testing::TestWithParam<Stand> {};

TEST_P(EveryView, lies_right) {
    const auto ui = drive_app(GetParam().setup, GetParam().size);
    if (GetParam().long_names) give_long_names(stage_of_app(*ui).caseload());
    for (const View& view : every_view(*ui)) {
        SCOPED_TRACE(view.name);
        try {
            enter(*ui, view);
            EXPECT_EQ(lines(ui->lint()), "");
        } catch (const UiFailure& failure) {
            ADD_FAILURE() << failure.what();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Layout, EveryView,
                         testing::Values(Stand{"usual", {}}, Stand{"larger_text", {.text_percent = 120}},
                                         Stand{"large_text", {.text_percent = 150}},
                                         Stand{"largest_text", {.text_percent = 200}},
                                         Stand{"smallest_window", {}, false, {1000, 700}},
                                         Stand{"long_names", {}, true},
                                         Stand{"long_names_largest_text", {.text_percent = 200}, true},
                                         Stand{"no_children", {.children = 0}},
                                         Stand{"no_children_largest_text", {.children = 0, .text_percent = 200}},
                                         Stand{"300_children", {.children = 300}}),
                         [](const auto& stand) { return stand.param.name; });

TEST(Transcripts, every_view_reads_as_kept) {
    const auto ui = drive_app();
    const std::string folder = stage_of_app(*ui).folder.string();
    for (const View& view : every_view(*ui)) {
        SCOPED_TRACE(view.name);
        try {
            enter(*ui, view);
            let_workers_end(*ui);
            EXPECT_EQ(ui->differs_from_golden(view.name, folder), "");
        } catch (const UiFailure& failure) {
            ADD_FAILURE() << failure.what();
        }
    }
}

}  // namespace
}  // namespace pegboard::test
