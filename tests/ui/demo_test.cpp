// The invented caseload is believable: it opens without a refusal, its plans suit each child's age and
// precautions, its calendar has no clash, and two demos of one day read alike.
#include "core/demo/demo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "core/rules/age.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;

struct Demo : ::testing::Test {
    Date today = *make_date(2026, 9, 29);
    std::unique_ptr<Library> library;
    fs::path folder;

    void SetUp() override {
        auto opened = Library::open(fs::path(PEGBOARD_DATA) / "library.db");
        ASSERT_TRUE(opened.ok()) << opened.error().message;
        library = opened.take();
        std::string name = (fs::temp_directory_path() / "pegboard-demo-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { fs::remove_all(folder); }

    std::unique_ptr<Caseload> write(Date day, int children, const char* name = "demo.pegboard") {
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.now_ms = [day] { return (day.day * 24LL + 12) * 3'600'000; };
        options.fast_key = true;
        auto made = Caseload::create(folder / name, {"an invented passphrase", {}}, options);
        if (!made.ok()) throw std::runtime_error(made.error().message);
        const Status written = write_demo(*made.value(), *library, day, children);
        EXPECT_TRUE(written.ok()) << written.error().message << " " << written.error().field << " "
                                  << written.error().detail;
        return made.take();
    }
};

/// The whole caseload without its ids.
std::string read_out(const Caseload& caseload) {
    std::ostringstream out;
    for (const Child& child : caseload.children())
        out << full_name(child) << iso(child.date_of_birth) << child.guardians.size() << child.precautions.size();
    for (const Goal& goal : caseload.goals()) out << goal.title << iso(*goal.due) << *goal.target << key(goal.status);
    for (const Session& session : caseload.sessions())
        out << iso(session.date) << session.start_min << session.note << session.blocks.size() << key(session.status);
    return out.str();
}

TEST_F(Demo, notes_are_signed_on_the_day_of_their_session_and_nothing_is_younger_than_the_demo) {
    const auto now = [this] { return (today.day * 24LL + 9) * 3'600'000; };
    DemoClock clock(now);
    OpenOptions options;
    options.places = {folder / "state", folder / "backups"};
    options.now_ms = clock.now_ms();
    options.fast_key = true;
    auto made = Caseload::create(folder / "clock.pegboard", {"an invented passphrase", {}}, options);
    ASSERT_TRUE(made.ok());
    const auto caseload = made.take();
    const Status written = write_demo(*caseload, *library, today, 14, &clock);
    ASSERT_TRUE(written.ok()) << written.error().message << " " << written.error().detail;
    int signed_notes = 0;
    for (const Session& session : caseload->sessions())
        for (const NoteHead& head : caseload->notes(session.id)) {
            const auto note = caseload->note(head.id);
            ASSERT_TRUE(note.ok());
            if (note.value().status != NoteStatus::final_) continue;
            ++signed_notes;
            EXPECT_EQ(note.value().finished_on, session.date) << iso(session.date);
        }
    EXPECT_GT(signed_notes, 3);
    EXPECT_EQ(caseload->now_utc(), "2026-09-29T09:00:00Z") << "the clock goes on as the given one";
    const auto history = caseload->history({}, 100'000);
    ASSERT_TRUE(history.ok());
    for (std::size_t i = 1; i < history.value().size(); ++i)
        EXPECT_LE(history.value()[i].at_utc, history.value()[i - 1].at_utc) << "newest first";
    EXPECT_TRUE(caseload->journal_fault().value().empty());
    EXPECT_EQ(read_out(*caseload), read_out(*write(today, 14, "at-once.pegboard"))) << "the same people and plans";
}

TEST_F(Demo, has_the_fourteen_children_of_the_pictures) {
    const auto caseload = write(today, 14);
    ASSERT_EQ(caseload->children().size(), 14u);
    EXPECT_EQ(caseload->therapists().size(), 3u);
    EXPECT_EQ(caseload->therapist(caseload->practice().me)->name, "Amara Okafor");
    std::set<std::string> names;
    for (const Child& child : caseload->children()) {
        names.insert(full_name(child));
        const int age = age_months(child.date_of_birth, today) / 12;
        EXPECT_TRUE(age >= 2 && age <= 12) << full_name(child);
        EXPECT_FALSE(child.guardians.empty());
        EXPECT_FALSE(child.services.empty());
        EXPECT_FALSE(child.strengths.empty());
        for (const Guardian& each : child.guardians)
            EXPECT_NE(each.phone.find("555-01"), std::string::npos) << "a number nobody has: " << each.phone;
        for (const ChildPrecaution& each : child.precautions) EXPECT_TRUE(library->precaution(each.code)) << each.code;
        for (const PresentStep& each : child.present_steps) EXPECT_TRUE(library->skill(each.skill)) << each.skill;
        const auto goals = std::count_if(caseload->goals().begin(), caseload->goals().end(), [&](const Goal& goal) {
            return goal.child == child.id && goal.term == GoalTerm::long_term;
        });
        EXPECT_TRUE(goals >= 2 && goals <= 6) << full_name(child) << " has " << goals;
    }
    for (const char* name : {"Mateo García", "Zoë Nguyễn", "Łucja Nowak", "Liam O'Connor"})
        EXPECT_TRUE(names.contains(name));
    for (const Goal& goal : caseload->goals()) {
        EXPECT_TRUE(library->skill(goal.skill)) << goal.skill;
        EXPECT_TRUE(library->measure(goal.measure)) << goal.measure;
        EXPECT_EQ(goal.baseline.size(), 3u) << goal.title;
    }
}

TEST_F(Demo, plans_suit_age_and_precautions_and_serve_goals) {
    const auto caseload = write(today, 14);
    for (const Session& session : caseload->sessions()) {
        const int size = static_cast<int>(session.participants.size());
        EXPECT_LE(planned_minutes(session), session.length_min) << iso(session.date) << ' ' << session.start_min;
        for (std::size_t i = 0; i < session.participants.size() * session.blocks.size(); ++i) {
            const Child& child = *caseload->child(session.participants[i % session.participants.size()].child);
            const int age = age_months(child.date_of_birth, session.date);
            const Block& block = session.blocks[i / session.participants.size()];
            const Activity* activity = library->activity(block.activity);
            ASSERT_TRUE(activity) << block.activity;
            EXPECT_TRUE(age >= activity->age_min_months && age <= activity->age_max_months)
                << full_name(child) << ", " << age << " months: " << activity->title;
            EXPECT_GE(block.minutes, activity->minutes_min) << activity->title;
            EXPECT_FALSE(block.goals.empty()) << full_name(child) << ": " << activity->title;
            EXPECT_NE(std::count(activity->arcs.begin(), activity->arcs.end(), block.arc), 0) << activity->title;
            const auto findings = check_precautions(child, *activity, *library, {}, session.date, size);
            EXPECT_TRUE(size >= activity->group_min && size <= activity->group_max) << activity->title;
            EXPECT_NE(verdict(findings), Verdict::exclude)
                << full_name(child) << ": " << activity->title << ": " << findings.front().reason;
        }
    }
}

TEST_F(Demo, today_reads_like_the_picture_and_nobody_is_in_two_places) {
    const auto caseload = write(today, 14);
    std::vector<std::string> seen;
    for (const Session& session : caseload->sessions())
        if (session.date == today)
            seen.push_back(say_time(session.start_min) + " " + call_name(*caseload->child(session.child)));
    EXPECT_EQ(seen, (std::vector<std::string>{"8:30 am Zoë", "9:30 am Sofia", "10:45 am Mateo", "11:45 am Amina",
                                              "1:30 pm Priya", "2:45 pm Łucja"}));
    int held_without_note = 0, not_held = 0;
    for (const Session& one : caseload->sessions()) {
        held_without_note += one.status == SessionStatus::held && one.note.empty();
        not_held += one.status == SessionStatus::not_held;
        EXPECT_EQ(one.status == SessionStatus::planned, one.date > today || (one.date == today && one.start_min > 540));
        for (const Session& other : caseload->sessions()) {
            if (one.id == other.id || one.date != other.date || one.start_min >= other.start_min + other.length_min ||
                other.start_min >= one.start_min + one.length_min)
                continue;
            std::set<std::int64_t> people{one.therapist.value, other.therapist.value};
            std::size_t expected = 2;
            for (const TherapistId helper : {one.co_therapist, other.co_therapist})
                if (helper) people.insert(helper.value), ++expected;
            EXPECT_EQ(people.size(), expected) << iso(one.date) << ' ' << one.start_min << ' ' << other.start_min;
        }
    }
    EXPECT_GE(held_without_note, 2);
    EXPECT_EQ(not_held, 3);
}

TEST_F(Demo, three_children_come_as_a_group) {
    const auto caseload = write(today, 14);
    const auto found = std::ranges::find(caseload->groups(), "Hand gym group", &Group::name);
    ASSERT_NE(found, caseload->groups().end());
    const Group& group = *found;
    EXPECT_EQ(group.members.size(), 3u);
    int sessions = 0, with_plan = 0;
    for (const Session& session : caseload->sessions()) {
        if (session.group != group.id) continue;
        ++sessions;
        with_plan += session.blocks.empty() ? 0 : 1;
        for (const ChildId member : group.members) EXPECT_TRUE(is_for(session, member));
        for (const GoalId goal : session.goals) EXPECT_TRUE(is_for(session, caseload->goal(goal)->child));
    }
    EXPECT_GE(sessions, 8);
    EXPECT_EQ(with_plan, sessions - 2);
}

TEST_F(Demo, two_demos_of_one_day_read_alike_and_any_day_will_do) {
    const auto one = write(today, 14, "one.pegboard");
    const auto two = write(today, 14, "two.pegboard");
    EXPECT_EQ(read_out(*one), read_out(*two));
    for (int ahead = 1; ahead < 7; ++ahead)
        EXPECT_EQ(write(today + ahead, 14, ("day" + std::to_string(ahead)).c_str())->children().size(), 14u);
}

TEST_F(Demo, more_children_bring_ten_goals_each) {
    const auto caseload = write(today, 60);
    EXPECT_EQ(caseload->children().size(), 60u);
    std::set<std::string> names;
    for (const Child& child : caseload->children()) names.insert(full_name(child));
    EXPECT_EQ(names.size(), 60u);
    for (const Child& child : caseload->children()) {
        if (!child.guardians.empty()) continue;
        EXPECT_EQ(std::count_if(caseload->goals().begin(), caseload->goals().end(),
                                [&](const Goal& goal) { return goal.child == child.id; }),
                  10);
    }
}
}  // namespace
}  // namespace pegboard
