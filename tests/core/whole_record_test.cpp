// Everything of one child: all that is kept is there, no other child is named, it is read piece by piece and can stop.
#include "core/reports/whole/whole_record.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/library_at_hand.h"
#include "tests/core/reports_support.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace whole_records {

using reports::Choices;
using reports::Kind;

std::string page_of(const Caseload& caseload, ChildId child, Date today) {
    Choices choices;
    choices.kind = Kind::everything;
    choices.child = child;
    const auto document = reports::document_of(caseload, library(), choices, today);
    EXPECT_TRUE(document.ok());
    return document.ok() ? words_of(document.value()) : std::string();
}

TEST(WholeRecord, HoldsEveryWordThatIsKeptOfTheChild) {
    for (const char* call : {"Mateo", "Amina"}) {
        const Child& child = paper_child(call);
        const std::string page = page_of(paper_caseload(), child.id, paper_day);
        const auto has = [&](const std::string& words) {
            EXPECT_TRUE(words.empty() || page.find(words) != std::string::npos) << call << ": " << words;
        };
        for (const Guardian& each : child.guardians) has(each.phone);
        for (const Diagnosis& each : child.diagnoses) has(each.name);
        for (const std::string& each : child.take_care) has(each);
        for (const Goal& goal : paper_caseload().goals())
            if (goal.child == child.id) has(full_text(goal));
        for (const Session& session : paper_caseload().sessions()) {
            if (!is_for(session, child.id)) continue;
            for (const NoteHead& head : paper_caseload().notes(session.id)) {
                if (head.child != child.id) continue;
                const auto note = paper_caseload().note(head.id);
                ASSERT_TRUE(note.ok());
                for (const auto* part : {&note.value().subjective, &note.value().assessment, &note.value().plan})
                    has(*part);
            }
        }
        for (const Disclosure& each : paper_caseload().disclosures(child.id)) has(each.title);
        const auto history = paper_caseload().history(child.id, 1);
        ASSERT_TRUE(history.ok());
        has(history.value().front().label);
    }
}

TEST(WholeRecord, NamesNoOtherChild) {
    for (const Child& child : paper_caseload().children()) {
        const std::string page = page_of(paper_caseload(), child.id, paper_day);
        for (const Child& other : paper_caseload().children()) {
            if (other.id == child.id) continue;
            EXPECT_EQ(page.find(full_name(other)), std::string::npos) << full_name(child) << " " << full_name(other);
        }
    }
}

TEST(WholeRecord, DraftsAndWhatDoesNotCountAreThereAndSaidSo) {
    const TempFolder folder;
    Clock clock;
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    Goal draft = sample_goal(sample.child, "hops");
    draft.status = GoalStatus::draft;
    must(caseload->run(AddGoal{draft}));
    const Session session = sample_session(sample.child, sample.goal, sample_today() + -7);
    must(caseload->run(AddSession{session}));
    must(caseload->run(HoldSession{session.id, 40, {}}));
    SessionNote note = sample_note(sample.child, session.id);
    note.author = sample.therapist;
    must(caseload->run(WriteNote{note}));
    const std::string page = page_of(*caseload, sample.child, sample_today());
    EXPECT_NE(page.find(full_text(draft)), std::string::npos) << page;
    EXPECT_NE(page.find("a draft that is not signed"), std::string::npos);
    EXPECT_NE(page.find(note.assessment), std::string::npos);
    Choices choices;
    choices.kind = Kind::everything;
    choices.child = sample.child;
    const auto document = reports::document_of(*caseload, library(), choices, sample_today());
    const auto minds = reports::look_over(*caseload, library(), choices, document.value(), sample_today());
    for (const std::string& each : minds) EXPECT_EQ(each.find("is not in it"), std::string::npos) << each;
}

TEST(WholeRecord, NothingOfTheChildIsLeftOut) {
    const TempFolder folder;
    const auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    Goal draft = sample_goal(sample.child, "hops");
    draft.status = GoalStatus::draft;
    must(caseload->run(AddGoal{draft}));
    must(caseload->run(RecordPoint{sample_point(draft.id, sample_today() + -3, 4, "hopped over")}));
    TimeEvent event;
    event.id = mint<EventId>();
    event.child = sample.child;
    event.date = sample_today() + -5;
    event.text = "a new brace";
    must(caseload->run(AddEvent{event}));
    must(caseload->run(AddSession{sample_session(sample.child, sample.goal, sample_today() + 3)}));
    const std::string page = page_of(*caseload, sample.child, sample_today());
    EXPECT_NE(page.find("hopped over"), std::string::npos) << page;
    EXPECT_NE(page.find("a new brace"), std::string::npos);
    EXPECT_NE(page.find("Checked with the family"), std::string::npos);
    EXPECT_NE(page.find("Planned. "), std::string::npos);
}

TEST(WholeRecord, IsReadPieceByPiece) {
    Choices choices;
    choices.kind = Kind::everything;
    choices.child = paper_child("Mateo").id;
    reports::WholeRecord read(paper_caseload(), choices);
    ASSERT_GT(read.all(), 4U);
    EXPECT_EQ(read.share(), 0);
    const auto some = read.read_some(3);
    ASSERT_TRUE(some.ok());
    EXPECT_FALSE(some.value());
    EXPECT_EQ(read.done(), 3U);
    EXPECT_GT(read.share(), 0);
    EXPECT_LT(read.share(), 1);
    const auto all = read.read_some(10000);
    ASSERT_TRUE(all.ok());
    EXPECT_TRUE(all.value());
    EXPECT_EQ(read.share(), 1);
    const auto once = reports::whole_record(paper_caseload(), library(), choices, paper_day, read);
    ASSERT_TRUE(once.ok());
    EXPECT_EQ(words_of(once.value()), page_of(paper_caseload(), choices.child, paper_day));
}

TEST(WholeRecord, SettingThePagesCanBeStopped) {
    Choices choices;
    choices.kind = Kind::everything;
    choices.child = paper_child("Mateo").id;
    const reports::Document document = paper_document(choices);
    double most = 0;
    int asked = 0;
    const auto whole = reports::lay_out(document, reports::Paper::letter, [&](double share) {
        EXPECT_GE(share, most);
        most = share;
        ++asked;
        return true;
    });
    EXPECT_GT(whole.pages.size(), 3U);
    EXPECT_GT(asked, 20);
    int told = 0;
    const auto part = reports::lay_out(document, reports::Paper::letter, [&](double) { return ++told < 5; });
    EXPECT_EQ(told, 5);
    EXPECT_LT(part.pages.size(), whole.pages.size());
}

}  // namespace whole_records
}  // namespace
}  // namespace pegboard::test
