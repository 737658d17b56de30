// Nobody's name stands where it should not: one child's page names no other, initials leave no name, a group's plan
// names the others only by choice.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/reports/goal_code.h"
#include "core/reports/names.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/reports_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace report_names {

using reports::Choices;
using reports::find_name;
using reports::Kind;
using reports::names_of;

/// Names of `child` that stand on the page.
std::vector<std::string> named(const std::string& page, const Child& child) {
    std::vector<std::string> found;
    for (const std::string& name : names_of(child))
        if (!find_name(page, name).empty()) found.push_back(name);
    return found;
}

TEST(ReportNames, OneChildsPageNamesNoOther) {
    for (const Child& child : paper_caseload().children()) {
        const std::vector<std::string> own = names_of(child);
        for (const Kind kind : {Kind::data_sheet, Kind::progress_report, Kind::attendance}) {
            const std::string page = words_of(paper_document(paper_choices(kind, call_name(child))));
            EXPECT_FALSE(named(page, child).empty());
            for (const Child& other : paper_caseload().children()) {
                if (other.id == child.id) continue;
                for (const std::string& name : named(page, other))
                    EXPECT_TRUE(std::ranges::count(own, name) > 0) << call_name(child) << ": " << name;
            }
        }
    }
}

TEST(ReportNames, InitialsLeaveNoName) {
    for (const Child& child : paper_caseload().children())
        for (const Kind kind : {Kind::data_sheet, Kind::progress_report, Kind::attendance}) {
            Choices choices = paper_choices(kind, call_name(child));
            choices.initials_only = true;
            const reports::Document document = paper_document(choices);
            EXPECT_TRUE(named(words_of(document), child).empty()) << call_name(child) << " " << words(kind);
            EXPECT_NE(words_of(document).find(reports::initials_of(child)), std::string::npos);
            const std::string pdf =
                ask_pdf_tool("pdftotext", reports::pdf_of(reports::lay_out(document, choices.paper)).value(), "-");
            EXPECT_TRUE(named(pdf, child).empty()) << call_name(child) << " " << words(kind);
        }
    for (const Session& session : paper_caseload().sessions()) {
        if (session.date != paper_day) continue;
        Choices choices = paper_choices(Kind::my_day, "");
        choices.initials_only = true;
        choices.session = session.id;
        for (const Kind kind : {Kind::session_plan, Kind::my_day}) {
            choices.kind = kind;
            const std::string page = words_of(paper_document(choices));
            for (const Participant& part : session.participants) {
                const Child& child = *paper_caseload().child(part.child);
                EXPECT_TRUE(named(page, child).empty()) << call_name(child);
            }
        }
    }
}

TEST(ReportNames, AGroupsPlanNamesTheOthersOnlyByChoice) {
    const Session& session = paper_session("");
    Choices choices = paper_choices(Kind::session_plan, "");
    const auto how_many = [&] {
        const std::string page = words_of(paper_document(choices));
        return std::ranges::count_if(session.participants, [&](const Participant& part) {
            return !named(page, *paper_caseload().child(part.child)).empty();
        });
    };
    EXPECT_EQ(how_many(), 0);
    choices.child = session.participants.front().child;
    EXPECT_EQ(how_many(), 1);
    choices.name_others = true;
    EXPECT_EQ(how_many(), std::ssize(session.participants));
    choices.initials_only = true;
    EXPECT_EQ(how_many(), 0);
}

TEST(ReportNames, ANameIsFoundAsAWordOfItsOwn) {
    EXPECT_TRUE(find_name("Annabel will cut", "Anna").empty());
    EXPECT_TRUE(find_name("JoAnna will cut", "Anna").empty());
    EXPECT_EQ(find_name("Anna's goal: Anna cuts.", "Anna").size(), 2U);
    EXPECT_EQ(find_name("Élan and Zoë", "Zoë").size(), 1U);
    EXPECT_EQ(find_name("小明会剪", "小明").size(), 1U);
    EXPECT_TRUE(find_name("will cut", "Will").empty());
}

TEST(ReportNames, InitialsOfAnyName) {
    Child child;
    child.first_name = "Mateo";
    child.last_name = "García";
    EXPECT_EQ(reports::initials_of(child), "M. G.");
    child.last_name.clear();
    EXPECT_EQ(reports::initials_of(child), "M.");
    child.first_name = "łucja";
    EXPECT_EQ(reports::initials_of(child), "Ł.");
    child.first_name.clear();
    EXPECT_EQ(reports::initials_of(child), "Child");
}

/// Twins: what one of them is hidden by may not take the other's name away.
TEST(ReportNames, ASharedNameStaysWithTheChildInSight) {
    Child mia, may;
    mia.id = mint<ChildId>();
    mia.first_name = "Mia";
    may.id = mint<ChildId>();
    may.first_name = "May";
    mia.last_name = may.last_name = "Silva";
    Choices choices;
    choices.child = mia.id;
    reports::Document document;
    document.blocks.push_back({reports::Paragraph{reports::text("Mia Silva and May Silva on 4 May 2026.")}});
    reports::Names({&mia, &may}, choices, true).hide(document);
    EXPECT_NE(words_of(document).find("Mia Silva and M. S. on 4 May 2026."), std::string::npos) << words_of(document);
}

TEST(ReportNames, ACodeFindsItsGoalAgain) {
    for (const Goal& goal : paper_caseload().goals()) {
        std::string typed = reports::goal_code(goal.id);
        EXPECT_EQ(typed.size(), 6U);
        EXPECT_EQ(reports::goal_of_code(paper_caseload(), typed), &goal);
        std::ranges::transform(typed, typed.begin(),
                               [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        typed.erase(2, 1);
        EXPECT_EQ(reports::goal_of_code(paper_caseload(), typed), &goal);
    }
    EXPECT_EQ(reports::goal_of_code(paper_caseload(), "nonsense"), nullptr);
}

TEST(ReportNames, LookingOverTellsOfAnotherChildsName) {
    const Choices choices = paper_choices(Kind::progress_report, "Mateo");
    reports::Document document = paper_document(choices);
    const auto minds = [&](const std::string& words) {
        const auto all = reports::look_over(paper_caseload(), library(), choices, document, paper_day);
        return std::ranges::any_of(all, [&](const std::string& each) { return each.find(words) != std::string::npos; });
    };
    EXPECT_FALSE(minds("another child"));
    document.blocks.push_back({reports::Paragraph{reports::text("He played with Yusra.")}});
    EXPECT_TRUE(minds("\"Yusra\" stands on it: another child"));
}

}  // namespace report_names
}  // namespace
}  // namespace pegboard::test
