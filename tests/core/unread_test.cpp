// Cells that say nothing their column can mean: unknown words, bad dates, numbers out of range. The file opens, the
// person is told, the value reads as unknown, and what stands in the file stays there until somebody types over it.
#include <nlohmann/json.hpp>

#include "core/progress/goal_picture.h"
#include "core/rules/age.h"
#include "core/store/database.h"
#include "core/store/unread.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
using store::Access;

class Unread : public testing::Test {
 protected:
    Unread() {
        auto caseload = make_caseload(folder_);
        sample_ = fill(*caseload);
        must(caseload->run(RecordPoint{sample_point(sample_.goal, sample_today() - 7, 40)}));
        must(caseload->run(RecordPoint{sample_point(sample_.goal, sample_today() - 5, 50)}));
    }

    /// Opens the file anew.
    Caseload& open() {
        caseload_.reset();
        caseload_ = reopen(folder_);
        return *caseload_;
    }
    /// Writes into the file past the program's rules, as damage or another program would.
    void spoil(const std::string& statements) {
        caseload_.reset();
        auto db = store::open_database(folder_.file(), {passphrase, {}}, Access::write, true);
        ASSERT_TRUE(db.ok());
        db.value()->exec("PRAGMA ignore_check_constraints = ON");
        db.value()->exec("UPDATE journal_state SET open_change_set_id = 0");  // else no write is let through
        db.value()->exec(statements);
        db.value()->exec("UPDATE journal_state SET open_change_set_id = NULL");
    }
    /// One cell as it lies in the file.
    std::string cell(const std::string& column, const std::string& table, std::int64_t id) {
        auto db = store::open_database(folder_.file(), {passphrase, {}}, Access::look, true);
        EXPECT_TRUE(db.ok());
        return db.value()->text("SELECT " + column + " FROM " + table + " WHERE id = " + std::to_string(id));
    }
    /// What the opened file warns of, in one text.
    static std::string warned(const Caseload& caseload) {
        std::string all;
        for (const std::string& each : caseload.warnings()) all += each + "\n";
        return all;
    }

    TempFolder folder_;
    Sample sample_;
    std::unique_ptr<Caseload> caseload_;
};

TEST_F(Unread, AWholeFileWarnsOfNothing) { EXPECT_EQ(warned(open()), ""); }

TEST_F(Unread, ABirthDateThatIsNoDateIsUnknownAndNever1970) {
    for (const std::string text : {"31 Nov 2018", "", "2018-02-30", "0018-01-01", "9999-12-31"}) {
        spoil("UPDATE child SET date_of_birth = '" + text + "'");
        Caseload* caseload = &open();
        Child child = *caseload->child(sample_.child);
        EXPECT_FALSE(is_known(child.date_of_birth)) << text;
        EXPECT_EQ(say(child.date_of_birth), "unknown date");
        EXPECT_EQ(say_age_on(child.date_of_birth, sample_today()), "age unknown");
        EXPECT_EQ(rule_age_months(child, sample_today()), 0)
            << "nothing is thought old enough for a child whose age nobody knows";
        EXPECT_NE(warned(*caseload).find("date of birth says " + (text.empty() ? "nothing" : '"' + text + '"')),
                  std::string::npos)
            << warned(*caseload);
        // Another field of the record is kept, the cell stays as it was found, also over a restart.
        child.school = "Oak Lane";
        must(caseload->run(EditChild{child}));
        caseload = &open();
        EXPECT_EQ(caseload->child(sample_.child)->school, "Oak Lane");
        EXPECT_EQ(cell("date_of_birth", "child", sample_.child.value), text);
        EXPECT_FALSE(warned(*caseload).empty()) << "told at every opening until it is mended";
        // Typed over, it is what was typed, and undone it is what was found.
        child = *caseload->child(sample_.child);
        child.date_of_birth = make_date(2018, 3, 27).value();
        must(caseload->run(EditChild{child}));
        EXPECT_EQ(cell("date_of_birth", "child", sample_.child.value), "2018-03-27");
        must(caseload->undo());
        EXPECT_EQ(cell("date_of_birth", "child", sample_.child.value), text);
    }
}

TEST_F(Unread, AnUnknownWordIsNoneOfTheVocabularyAndStaysInTheFile) {
    spoil(
        "UPDATE session SET status = 'postponed', lead = 'slp';"
        "UPDATE goal SET status = 'paused', side = 'upper';"
        "UPDATE participant SET attendance = 'online', energy = 'foggy';"
        "UPDATE child SET moves_by = 'hovers', discharge_reason = 'graduated';"
        "UPDATE service SET per = 'year'");
    Caseload* caseload = &open();
    const Session session = *caseload->session(sample_.session);
    EXPECT_FALSE(is_known(session.status));
    EXPECT_NE(session.status, SessionStatus::planned) << "the first word of the vocabulary is no reading";
    EXPECT_EQ(words(session.status), "Unknown");
    EXPECT_FALSE(is_known(session.lead));
    EXPECT_FALSE(is_known(session.participants.at(0).attendance));
    EXPECT_FALSE(is_known(caseload->goal(sample_.goal)->status));
    EXPECT_FALSE(is_known(caseload->child(sample_.child)->moves_by));
    ASSERT_TRUE(caseload->child(sample_.child)->discharge);
    EXPECT_FALSE(is_known(caseload->child(sample_.child)->discharge->reason));
    EXPECT_NE(warned(*caseload).find("entries of this file cannot be read"), std::string::npos);
    // Edits beside it leave it alone.
    Session edited = session;
    edited.note = "Bring the red scissors";
    must(caseload->run(EditSession{edited}));
    Goal goal = *caseload->goal(sample_.goal);
    goal.note = "Asked the teacher";
    must(caseload->run(EditGoal{goal}));
    EXPECT_EQ(cell("status", "session", sample_.session.value), "postponed");
    EXPECT_EQ(cell("lead", "session", sample_.session.value), "slp");
    EXPECT_EQ(cell("status", "goal", sample_.goal.value), "paused");
    EXPECT_EQ(cell("side", "goal", sample_.goal.value), "upper");
    EXPECT_EQ(cell("moves_by", "child", sample_.child.value), "hovers");
}

TEST_F(Unread, NumbersOutOfRangeAreToldAndASafeOneIsUsed) {
    spoil(
        "UPDATE practice SET idle_lock_min = 0, session_lock_min = -5;"
        "UPDATE session SET start_min = 90000, length_min = 5000000000;"
        "UPDATE block SET minutes = -3;"
        "UPDATE child SET gestation_weeks = 400, gmfcs = 9;"
        "UPDATE goal SET priority = 77, prompt_max = 99, target = 9e999");
    Caseload* caseload = &open();
    EXPECT_EQ(caseload->practice().idle_lock_min, 10) << "0 minutes would lock for ever";
    EXPECT_EQ(caseload->practice().session_lock_min, 45);
    const Session session = *caseload->session(sample_.session);
    EXPECT_EQ(session.start_min, 9 * 60);
    EXPECT_EQ(session.length_min, 30);
    EXPECT_EQ(session.blocks.at(0).minutes, 5);
    EXPECT_FALSE(caseload->child(sample_.child)->gestation_weeks);
    EXPECT_FALSE(caseload->child(sample_.child)->gmfcs);
    const Goal goal = *caseload->goal(sample_.goal);
    EXPECT_EQ(goal.priority, 2);
    EXPECT_EQ(goal.prompt_max, 0) << "the strictest, so that no pass is given away";
    EXPECT_FALSE(goal.target);
    EXPECT_NE(warned(*caseload).find("entries of this file cannot be read"), std::string::npos);
    EXPECT_EQ(cell("idle_lock_min", "practice", 1), "0");
    Practice practice = caseload->practice();
    practice.name = "Oak Lane Therapy";
    must(caseload->run(EditPractice{practice}));
    EXPECT_EQ(cell("idle_lock_min", "practice", 1), "0") << "nothing is rewritten that nobody touched";
}

TEST_F(Unread, APointThatCannotBeReadCountsNowhereAndSaysWhy) {
    spoil("UPDATE data_point SET date = 'last Tuesday' WHERE value = 40");
    Caseload* caseload = &open();
    const auto points = caseload->points(sample_.goal);
    ASSERT_TRUE(points.ok());
    ASSERT_EQ(points.value()->size(), 2U);
    for (const DataPoint& point : *points.value()) {
        EXPECT_EQ(point.valid, point.value == 50);
        EXPECT_EQ(point.invalid_reason, point.value == 50 ? "" : not_readable);
    }
    EXPECT_NE(warned(*caseload).find("a recorded value's date says \"last Tuesday\""), std::string::npos)
        << warned(*caseload);
    must(caseload->run(RecordPoint{sample_point(sample_.goal, sample_today() - 3, 60)}));
    EXPECT_EQ(caseload->facts(sample_.goal)->sessions, 2) << "the statuses leave it out too";
    const auto input = progress::goal_input(*caseload, sample_.goal);
    ASSERT_TRUE(input.ok());
    EXPECT_EQ(progress::picture_of(input.value()).analysis.values.size(), 2U);
}

TEST_F(Unread, OneRowOfBadJsonClosesNothing) {
    spoil(
        "UPDATE child_precaution SET parameters = '{\"until\": 7, \"side\": \"left\"}';"
        "UPDATE goal SET baseline = '[20, \"thirty\", 40]'");
    Caseload* caseload = &open();
    const Child child = *caseload->child(sample_.child);
    EXPECT_EQ(child.precautions.at(0).parameters.at("side"), "left");
    EXPECT_EQ(caseload->goal(sample_.goal)->baseline, (std::vector<double>{20, 40}));
    EXPECT_NE(warned(*caseload).find("baseline says"), std::string::npos) << warned(*caseload);
    spoil("UPDATE goal SET baseline = 'nothing of the kind'");
    caseload = &open();
    EXPECT_TRUE(caseload->goal(sample_.goal)->baseline.empty());
    EXPECT_EQ(cell("baseline", "goal", sample_.goal.value), "nothing of the kind");
}

TEST_F(Unread, LinesOfAnUnknownKindAreKeptWhenTheListIsWritten) {
    spoil("UPDATE child_line SET kind = 'dream' WHERE kind = 'strength'");
    Caseload* caseload = &open();
    Child child = *caseload->child(sample_.child);
    EXPECT_TRUE(child.strengths.empty());
    child.interests.emplace_back("trains");
    must(caseload->run(EditChild{child}));
    auto db = store::open_database(folder_.file(), {passphrase, {}}, Access::look, true);
    ASSERT_TRUE(db.ok());
    EXPECT_EQ(db.value()->number("SELECT count(*) FROM child_line WHERE kind = 'dream'"),
              static_cast<std::int64_t>(sample_child().strengths.size()));
    EXPECT_GT(sample_child().strengths.size(), 0U);
}

TEST_F(Unread, AStatusThatCannotBeReadIsWorkedOutAnewAndNobodyIsTold) {
    spoil("UPDATE goal_status SET four_point = 'five', first_on = 'then'");
    const Caseload* caseload = &open();
    EXPECT_EQ(caseload->facts(sample_.goal)->sessions, 2);
    ASSERT_TRUE(caseload->facts(sample_.goal)->first_on);
    EXPECT_EQ(*caseload->facts(sample_.goal)->first_on, sample_today() - 7);
    EXPECT_EQ(warned(*caseload), "");
}

TEST_F(Unread, ManyCellsAreCountedAndTheFirstNamed) {
    spoil("UPDATE session SET date = 'soon'; UPDATE block SET minutes = 1000000; UPDATE block SET state = 'half'");
    const Caseload* caseload = &open();
    ASSERT_EQ(caseload->warnings().size(), 1U);
    const std::string said = caseload->warnings().front();
    EXPECT_NE(said.find("date says \"soon\""), std::string::npos) << said;
    EXPECT_NE(said.find(" more. They are left in the file as found"), std::string::npos) << said;
    EXPECT_LT(said.size(), 900U);
    std::printf("%s\n", said.c_str());
}

}  // namespace
}  // namespace pegboard::test
