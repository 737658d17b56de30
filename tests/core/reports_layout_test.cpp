// Nothing on a page lies over anything else, beyond the margins or is left out: 300 invented children with names in
// many scripts, of one word, and much too long.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "core/reports/reports.h"
#include "core/reports/setting/shaped.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/reports_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace report_layout {

using reports::Choices;
using reports::Kind;
using reports::Pages;
using reports::PlacedLine;

constexpr int children = 300;
constexpr double hair = 0.6;

/// Everything wrong with the pages, a line each.
std::vector<std::string> lint(const Pages& pages) {
    std::vector<std::string> wrong;
    std::map<const reports::Shaped*, int> lines;
    int number = 0;
    for (const reports::Page& page : pages.pages) {
        ++number;
        std::vector<PlacedLine> placed;
        for (const reports::Placed& each : page.placed)
            if (const auto* line = std::get_if<PlacedLine>(&each)) placed.push_back(*line);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const PlacedLine& one = placed[i];
            const std::string where = "page " + std::to_string(number) + ": \"" + words_of(one) + "\"";
            ++lines[one.shaped.get()];
            if (one.x < pages.margin - hair || one.x + one.w > pages.width - pages.margin + hair)
                wrong.push_back(where + " stands beyond the margin");
            if (one.y < 20 || one.y + one.h > pages.height - 16) wrong.push_back(where + " stands beyond the page");
            for (std::size_t j = i + 1; j < placed.size(); ++j) {
                const PlacedLine& other = placed[j];
                const double across = std::min(one.x + one.w, other.x + other.w) - std::max(one.x, other.x);
                const double down = std::min(one.y + one.h, other.y + other.h) - std::max(one.y, other.y);
                if (across > hair && down > hair) wrong.push_back(where + " lies over \"" + words_of(other) + "\"");
            }
        }
    }
    // A head that stands again on the next page is counted again.
    for (const auto& [shaped, count] : lines)
        if (const int wanted = count_lines(*shaped); count % wanted != 0)
            wrong.push_back("a paragraph of " + std::to_string(wanted) + " lines has " + std::to_string(count));
    return wrong;
}

struct Name {
    const char *first, *last;
};
constexpr std::array names{
    Name{"Mateo", "García"},
    Name{"Дмитро", "Шевченко"},
    Name{"Ελένη", "Παπαδοπούλου"},
    Name{"ليلى", "حداد"},
    Name{"נועה", "כהן"},
    Name{"अनन्या", "शर्मा"},
    Name{"অনন্যা", "দাস"},
    Name{"อรุณี", "ศรีสุข"},
    Name{"小明", "王"},
    Name{"さくら", "田中"},
    Name{"지우", "김"},
    Name{"அனன்யா", "குமார்"},
    Name{"ნინო", "ბერიძე"},
    Name{"ሰላም", "ተስፋዬ"},
    Name{"Suharto", ""},
    Name{"Bartholomäusfürchtegottliebhubertusmaximilianwolfgang", "Oberschlesischdampfschifffahrtsgesellschaftswitwe"},
    Name{"Nguyễn Thị Phương Anh", "de la Vega y Fernández de Córdoba-Montenegro"},
};

class ManyNames : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<TempFolder>();
        OpenOptions options = fast_options(*folder);
        options.throwaway = true;
        caseload = Caseload::create(folder->file(), {passphrase, {}}, options).take();
        const Therapist therapist = sample_therapist(std::string(60, 'x'));
        must(caseload->run(AddTherapist{therapist}));
        for (int i = 0; i < children; ++i) add(i, therapist.id);
    }
    static void TearDownTestSuite() {
        caseload.reset();
        folder.reset();
    }

    static void add(int i, TherapistId therapist) {
        const Name& name = names[static_cast<std::size_t>(i) % names.size()];
        const std::string number = std::to_string(i);
        Child child = sample_child(name.last, therapist);
        child.first_name = std::string(name.first) + (i < 34 ? "" : " " + number);
        child.preferred_name.clear();
        child.school = "Oakfield " + std::string(static_cast<std::size_t>(i % 50), 'w') + " " + name.last;
        must(caseload->run(AddChild{child}));
        Goal goal = sample_goal(child.id, "cuts " + std::string(static_cast<std::size_t>(i % 70), 'm'));
        goal.sentence =
            std::string(name.first) + " will " + goal.title + " in " + std::string(80, 'a' + static_cast<char>(i % 26));
        must(caseload->run(AddGoal{goal}));
        Session session = sample_session(child.id, goal.id, paper_day - i % 40);
        Block block = sample_block("Steering-wheel paper");
        block.activity = library().activities()[static_cast<std::size_t>(i)].id;
        block.goals = {goal.id};
        session.blocks = {block, block};
        must(caseload->run(AddSession{session}));
    }
    static void try_all(Kind kind) {
        const auto& all = caseload->children();
        for (std::size_t i = 0; i < all.size(); ++i) {
            Choices choices;
            choices.kind = kind;
            choices.child = all[i].id;
            for (const Session& session : caseload->sessions())
                if (session.child == all[i].id) choices.session = session.id;
            choices.from = paper_day - 60;
            choices.to = paper_day;
            choices.paper = i % 2 == 0 ? reports::Paper::letter : reports::Paper::a4;
            choices.initials_only = i % 5 == 0;
            choices.audience = static_cast<reports::Audience>(i % 3);
            choices.letterhead = std::string(i, 'W') + " practice\nStreet";
            const auto document = reports::document_of(*caseload, library(), choices, paper_day);
            ASSERT_TRUE(document.ok()) << document.error().message;
            const auto wrong = lint(reports::lay_out(document.value(), choices.paper));
            ASSERT_TRUE(wrong.empty()) << full_name(all[i]) << ": " << wrong.front() << " (" << wrong.size() << ")";
        }
    }
    static std::unique_ptr<TempFolder> folder;
    static std::unique_ptr<Caseload> caseload;
};
std::unique_ptr<TempFolder> ManyNames::folder;
std::unique_ptr<Caseload> ManyNames::caseload;

TEST_F(ManyNames, SessionPlans) { try_all(Kind::session_plan); }
TEST_F(ManyNames, DataSheets) { try_all(Kind::data_sheet); }
TEST_F(ManyNames, ProgressReports) { try_all(Kind::progress_report); }
TEST_F(ManyNames, Ledgers) { try_all(Kind::attendance); }
TEST_F(ManyNames, PresentLevels) { try_all(Kind::present_levels); }
TEST_F(ManyNames, PlansOfCare) { try_all(Kind::plan_of_care); }
TEST_F(ManyNames, WholeRecords) { try_all(Kind::everything); }

TEST(ReportLayout, TheDemosDocumentsLieClean) {
    for (const Child& child : paper_caseload().children())
        for (const Kind kind : {Kind::data_sheet, Kind::progress_report, Kind::attendance, Kind::my_day})
            for (const reports::Paper paper : {reports::Paper::letter, reports::Paper::a4}) {
                const auto wrong = lint(reports::lay_out(paper_document(paper_choices(kind, call_name(child))), paper));
                EXPECT_TRUE(wrong.empty()) << call_name(child) << " " << words(kind) << ": " << wrong.front();
            }
    for (const Session& session : paper_caseload().sessions()) {
        if (session.date != paper_day) continue;
        Choices choices = paper_choices(Kind::my_day, "");
        choices.kind = Kind::session_plan;
        choices.session = session.id;
        const auto wrong = lint(reports::lay_out(paper_document(choices), choices.paper));
        EXPECT_TRUE(wrong.empty()) << iso(session.date) << ": " << wrong.front();
    }
}

TEST(ReportLayout, TheLintSeesWhatLiesOverEachOther) {
    reports::Pages pages = reports::lay_out(paper_document(paper_choices(Kind::my_day, "")), reports::Paper::letter);
    ASSERT_TRUE(lint(pages).empty());
    auto& placed = pages.pages.front().placed;
    const auto line =
        std::ranges::find_if(placed, [](const auto& each) { return std::holds_alternative<PlacedLine>(each); });
    reports::Placed moved = *line;
    std::get<PlacedLine>(moved).y += 4;
    placed.push_back(moved);
    EXPECT_FALSE(lint(pages).empty());
    std::get<PlacedLine>(placed.back()).x = -4;
    EXPECT_FALSE(lint(pages).empty());
}

reports::Document of_rows(int count) {
    reports::Document document;
    reports::Table table;
    table.shares = {1, 2};
    table.head = {{{{reports::Paragraph{reports::text("Head one")}}}},
                  {{{reports::Paragraph{reports::text("Head two")}}}}};
    for (int i = 0; i < count; ++i)
        table.rows.push_back({{{{{reports::Paragraph{reports::text("row " + std::to_string(i))}}}},
                               {{{reports::Paragraph{reports::text("words of it")}}}}}});
    document.blocks = {{reports::Heading{reports::text("Part", reports::Style::heading)}}, {std::move(table)}};
    return document;
}

int count_words(const reports::Page& page, const std::string& words) {
    int count = 0;
    for (const reports::Placed& each : page.placed)
        if (const auto* line = std::get_if<PlacedLine>(&each)) count += words_of(*line) == words ? 1 : 0;
    return count;
}

TEST(ReportLayout, ATablesHeadStandsAgainOnEachPageAndNoRowStandsAlone) {
    for (int rows = 20; rows < 110; ++rows) {
        const Pages pages = reports::lay_out(of_rows(rows), reports::Paper::letter);
        ASSERT_TRUE(lint(pages).empty());
        for (const reports::Page& page : pages.pages) {
            EXPECT_EQ(count_words(page, "Head one"), 1) << rows;
            EXPECT_GE(count_words(page, "words of it"), 2) << rows;
        }
    }
}

TEST(ReportLayout, AHeadingNeverStandsAtTheFootOfAPage) {
    for (int lines = 30; lines < 60; ++lines) {
        reports::Document document;
        for (int i = 0; i < lines; ++i) document.blocks.push_back({reports::Paragraph{reports::text("a line")}});
        document.blocks.push_back({reports::Heading{reports::text("Part", reports::Style::heading)}});
        document.blocks.push_back({reports::Paragraph{reports::text("what follows")}});
        const Pages pages = reports::lay_out(document, reports::Paper::letter);
        for (const reports::Page& page : pages.pages)
            EXPECT_EQ(count_words(page, "Part"), count_words(page, "what follows")) << lines;
    }
}

TEST(ReportLayout, ARowTallerThanAPageGoesOnWithoutACutLine) {
    reports::Document document = of_rows(3);
    std::string words;
    for (int i = 0; i < 2000; ++i) words += "word" + std::to_string(i) + " ";
    std::get<reports::Table>(document.blocks[1].is).rows[1].cells[1].blocks = {
        {reports::Paragraph{reports::text(words)}}};
    const Pages pages = reports::lay_out(document, reports::Paper::letter);
    EXPECT_GT(pages.pages.size(), 1U);
    EXPECT_TRUE(lint(pages).empty());
}

TEST(ReportLayout, ADocumentThatNearlyFitsIsSetSmallerOnOnePage) {
    reports::Document document;
    for (int i = 0; i < 42; ++i) document.blocks.push_back({reports::Paragraph{reports::text("a line of words")}});
    ASSERT_EQ(reports::lay_out(document, reports::Paper::letter).pages.size(), 2U);
    document.one_page = true;
    EXPECT_EQ(reports::lay_out(document, reports::Paper::letter).pages.size(), 1U);
}

}  // namespace report_layout
}  // namespace
}  // namespace pegboard::test
