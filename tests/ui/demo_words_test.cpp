// What the program writes about the invented caseload, held against what was recorded by a second reading that shares
// no code with the first: every note, every goal's sentence, every sentence about a goal's data. With PEGBOARD_TELL set
// it also prints ten of each, to be read by people.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <regex>
#include <set>

#include "core/demo/demo.h"
#include "core/progress/goal_picture.h"
#include "core/progress/note_draft.h"
#include "core/progress/status.h"
#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_reading.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;

const Date today = *make_date(2026, 9, 29);

struct DemoWords : ::testing::Test {
    void SetUp() override {
        auto opened = Library::open(fs::path(PEGBOARD_DATA) / "library.db");
        ASSERT_TRUE(opened.ok()) << opened.error().message;
        library = opened.take();
        std::string name = (fs::temp_directory_path() / "pegboard-words-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.now_ms = [] { return (today.day * 24LL + 12) * 3'600'000; };
        options.fast_key = true;
        auto made = Caseload::create(folder / "demo.pegboard", {"an invented passphrase", {}}, options);
        ASSERT_TRUE(made.ok());
        caseload = made.take();
        const Status written = write_demo(*caseload, *library, today, 14);
        ASSERT_TRUE(written.ok()) << written.error().message;
    }
    void TearDown() override {
        caseload.reset();
        fs::remove_all(folder);
    }

    /// Valid points of a goal, in order of date and, on a day, of their sessions.
    [[nodiscard]] std::vector<DataPoint> points_of(const Goal& goal) const {
        std::vector<DataPoint> kept;
        for (const DataPoint& point : *caseload->points(goal.id).value())
            if (point.valid && point.kind != PointKind::attainment && point.measure == goal.measure)
                kept.push_back(point);
        return kept;
    }
    [[nodiscard]] int start_of(SessionId id) const {
        const Session* session = caseload->session(id);
        return session == nullptr ? -1 : session->start_min;
    }

    std::unique_ptr<Library> library;
    std::unique_ptr<Caseload> caseload;
    fs::path folder;
    bool tells = std::getenv("PEGBOARD_TELL") != nullptr;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text)
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back().push_back(c);
    return lines;
}

std::size_t count_of_words(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// Faults of any sentence.
void expect_well_written(const std::string& text) {
    static const std::regex faults(
        R"(  |\.\.|\. \.|,,|\( | \)| ,| \.|\[|\]|\b1 (times|sessions|tries|minutes)\b|nan|inf)");
    std::smatch found;
    EXPECT_FALSE(std::regex_search(text, found, faults)) << "\"" << found.str() << "\" in: " << text;
}

/// Days named in the text ("Mon 21 Sep", "25 November 2026") lie on or before `until`; what a goal's sentence says of
/// its due date is left out first.
void expect_no_later_day(std::string text, Date until) {
    for (std::size_t at = text.find("The goal: "); at != std::string::npos; at = text.find("The goal: "))
        text.erase(at, std::min(text.find('\n', at), text.size()) - at);
    // When to look again lies ahead, and no data of that day is in it.
    static const std::regex look_again(R"(Look again from [^.]*?to see if it is kept)");
    text = std::regex_replace(text, look_again, "");
    static const std::regex day(R"((\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: (\d{4}))?)");
    for (std::sregex_iterator each(text.begin(), text.end(), day), end; each != end; ++each) {
        const auto read = read_date(each->str(), until);
        ASSERT_TRUE(read) << each->str();
        // A day without a year is of the last twelve months.
        const Date meant = (*each)[3].matched || *read <= until + 180 ? *read : add_months(*read, -12);
        EXPECT_LE(meant, until) << each->str() << " in: " << text;
    }
}

/// What was recorded of a goal in a session and before it, by a plain reading of the points.
struct Recorded {
    int tries = 0;
    bool here = false, before = false;
    Date last;  ///< the newest day before
};
Recorded recorded_of(const DemoWords& demo, const Goal& goal, const Session& session) {
    Recorded found;
    for (const DataPoint& point : demo.points_of(goal)) {
        const bool earlier =
            std::pair(point.date, demo.start_of(point.session)) < std::pair(session.date, session.start_min);
        if (point.session == session.id) {
            found.here = true;
            found.tries += point.kind == PointKind::measured ? point.n.value_or(0) : 1;
        } else if (earlier) {
            found.before = true;
            found.last = std::max(found.last, point.date);
        }
    }
    return found;
}

/// Holds the line of a goal against what was recorded; true when there is one.
bool expect_true_line(const std::string& objective, const Goal& goal, const Recorded& found, bool must_be_there) {
    const auto lines = lines_of(objective);
    const auto line =
        std::ranges::find_if(lines, [&](const std::string& each) { return each.starts_with(goal.title + ": "); });
    if (line == lines.end()) {
        EXPECT_FALSE(found.here && must_be_there) << "nothing is said of " << goal.title;
        return false;
    }
    EXPECT_TRUE(found.here) << "nothing was recorded: " << *line;
    EXPECT_EQ(line->find("First time recorded.") != std::string::npos, !found.before) << *line;
    if (found.before) {
        EXPECT_NE(line->find("(" + say_day(found.last) + ")."), std::string::npos) << *line;
    }
    std::smatch share;
    static const std::regex ratio(R"(: \d+ % \((\d+) of (\d+))");
    if (goal.measure == "trials" && std::regex_search(*line, share, ratio)) {
        EXPECT_EQ(std::stoi(share[2].str()), found.tries) << *line;
        EXPECT_LE(std::stoi(share[1].str()), found.tries) << *line;
    }
    return true;
}

/// The activities that were done, and no other.
void expect_only_what_was_done(const std::string& objective, const Session& session) {
    for (const Block& block : session.blocks) {
        const bool named = objective.find(block.title) != std::string::npos;
        EXPECT_EQ(named, block.state == BlockState::done) << block.title;
    }
}

TEST_F(DemoWords, every_note_says_what_was_recorded_and_nothing_else) {
    int notes = 0, figures = 0;
    for (const Session& session : caseload->sessions()) {
        if (session.status != SessionStatus::held) continue;
        for (const Participant& part : session.participants) {
            const auto drafted = progress::draft_note(*caseload, session.id, part.child, session.therapist);
            if (!drafted.ok()) continue;
            const SessionNote& note = drafted.value();
            const std::string whole = "S: " + note.subjective + "\nO: " + note.objective + "\nA: " + note.assessment +
                                      "\nP: " + note.plan + "\n";
            SCOPED_TRACE(iso(session.date) + "\n" + whole);
            ++notes;
            expect_well_written(whole);
            expect_no_later_day(note.objective, session.date);
            expect_no_later_day(note.assessment, session.date);
            expect_only_what_was_done(note.objective, session);
            for (const GoalId id : session.goals)
                if (const Goal& goal = *caseload->goal(id); goal.child == part.child)
                    figures += expect_true_line(note.objective, goal, recorded_of(*this, goal, session),
                                                session.lead != Lead::both);
            if (tells && notes % 37 == 0)
                std::cout << "\n== " << say_long(session.date) << ", " << full_name(*caseload->child(part.child))
                          << "\n"
                          << whole;
        }
    }
    EXPECT_GT(notes, 100);
    EXPECT_GT(figures, 200);
}

TEST_F(DemoWords, every_goal_says_what_its_data_say) {
    int goals = 0;
    for (const Goal& goal : caseload->goals()) {
        SCOPED_TRACE(goal.sentence);
        ++goals;
        const Child& child = *caseload->child(goal.child);
        expect_well_written(goal.sentence);
        EXPECT_NE(goal.sentence.find(call_name(child)), std::string::npos);
        EXPECT_TRUE(goal.sentence.ends_with("."));
        for (const Disagreement& each : disagreements(goal, *library)) ADD_FAILURE() << each.words;
        for (const GoalFinding& each : check_goal(goal, {goal.sentence, &child, today}, *library))
            EXPECT_TRUE(each.aspect != GoalAspect::words || each.good) << each.words << " is no word of the goal's";
        EXPECT_TRUE(!goal.due || goal.sentence.starts_with("By " + say(*goal.due) + ", "));
        // A second reading of the plainest parts.
        static const std::regex row(R"((\d+|[a-z]+) sessions in a row)");
        std::smatch found;
        if (std::regex_search(goal.sentence, found, row) && std::isdigit(found[1].str()[0]) != 0) {
            EXPECT_EQ(std::stoi(found[1].str()), goal.sessions_in_row);
        }
        static const std::regex percent(R"((\d+) %)");
        if (std::regex_search(goal.sentence, found, percent) && goal.target) {
            EXPECT_EQ(std::stod(found[1].str()), *goal.target);
        }
        if (tells && goals % 5 == 0)
            std::cout << "\n== " << full_name(child) << " (" << key(goal.status) << ", " << key(goal.term) << ")\n"
                      << goal.sentence << "\n   measure " << goal.measure << ", target "
                      << (goal.target ? std::to_string(*goal.target) : "none") << ", " << goal.successes << " of "
                      << goal.attempts << " " << goal.ratio_noun << ", " << goal.sessions_in_row << " in a row, help "
                      << goal.assist_level << ", prompt "
                      << (goal.prompt_max ? std::to_string(*goal.prompt_max) : "any") << "\n";
    }
    EXPECT_GT(goals, 40);
}

TEST_F(DemoWords, every_chart_says_what_its_values_are) {
    int charts = 0;
    for (const Goal& goal : caseload->goals()) {
        const auto input = progress::goal_input(*caseload, goal.id);
        ASSERT_TRUE(input.ok());
        const progress::GoalPicture picture = progress::picture_of(input.value());
        const progress::Analysis& found = picture.analysis;
        const std::string trend = say_trend(found.criterion, found.facts);
        const std::string newest = say_newest(found.criterion, found.facts);
        SCOPED_TRACE(goal.title + "\n" + found.judgement.sentence + "\n" + found.not_mastered + "\n" + trend + "\n" +
                     newest);
        for (const std::string* text : {&found.judgement.sentence, &found.not_mastered, &trend, &newest})
            expect_well_written(*text);
        // Sessions are counted by a second reading: points by session, those outside one by day.
        std::set<std::pair<std::int64_t, int>> sessions;
        for (const DataPoint& point : points_of(goal))
            sessions.emplace(point.session.value, point.session ? 0 : point.date.day);
        EXPECT_EQ(found.values.size(), sessions.size());
        static const std::regex so_far(R"((\d+) sessions? so far)");
        std::smatch count;
        if (std::regex_search(found.judgement.sentence, count, so_far)) {
            EXPECT_EQ(std::stoul(count[1].str()), sessions.size());
        }
        static const std::regex last_of(R"([Tt]he last (\d+) )");
        if (std::regex_search(found.judgement.sentence, count, last_of)) {
            EXPECT_LE(std::stoul(count[1].str()), found.values.size());
        }
        if (found.criterion.lower_is_better) {
            EXPECT_EQ(count_of_words(found.judgement.sentence, "below the"), 0U) << "a larger number is not below";
        }
        const bool levels = goal.measure == "assist" || goal.measure == "prompts" || goal.measure == "rating4";
        EXPECT_TRUE(!levels || (trend + found.judgement.sentence).find(" a week") == std::string::npos);
        if (!found.values.empty() && goal.measure == "trials" && found.values.back().tries > 0) {
            EXPECT_NE(newest.find("of " + std::to_string(found.values.back().tries)), std::string::npos) << newest;
        }
        if (found.values.empty()) continue;
        ++charts;
        if (tells && charts % 4 == 0) {
            std::cout << "\n== " << full_name(*caseload->child(goal.child)) << ": " << goal.title << "\n   values";
            for (const auto& value : found.values)
                std::cout << " " << say_short(value.date, today) << "=" << say_session(found.criterion, value) << ";";
            std::cout << "\n   newest: " << newest << "\n   trend: " << trend << "\n   " << found.judgement.sentence
                      << "\n   " << found.not_mastered << "\n";
            for (const std::string& each : progress::say_probes(picture, today)) std::cout << "   " << each << "\n";
        }
    }
    EXPECT_GT(charts, 20);
}

}  // namespace
}  // namespace pegboard
