// What the story of a goal says in words: made between changes, so that drawing only draws.
#include <algorithm>
#include <utility>

#include "app/goals/story/story.h"
#include "core/model/first_letter.h"

namespace pegboard {
namespace {

constexpr std::size_t shown_sessions = 4, most_tries = 8;

/// What was measured in one session, try by try; nothing where only one value was, or more than a row can hold.
std::vector<StoryTry> tries_of(const GoalPicture& picture, const progress::SessionValue& value) {
    std::vector<StoryTry> tries;
    if (picture.criterion.rule.pooling != progress::Pooling::median) return tries;
    for (const DataPoint& point : *picture.points) {
        if (!point.valid || point.date != value.date || point.session != value.session) continue;
        if (point.kind != PointKind::measured || point.n) return {};
        const bool total = picture.criterion.tries_count == TriesCount::total;
        tries.push_back({progress::say_in_unit(picture.criterion, point.value), !total && point.value == value.value});
    }
    if (tries.size() < 2 || tries.size() > most_tries) tries.clear();
    return tries;
}

/// "Best 4" beside its tries; else with how many it was taken from.
std::string value_words(const progress::Criterion& criterion, const progress::SessionValue& value, bool tries_shown) {
    if (!tries_shown || value.left_out > 0) return progress::say_session(criterion, value);
    return with_capital(progress::taken_words(criterion)) + " " + progress::say_in_unit(criterion, value.value);
}

/// "No help" is said only where it was noted of all that counts.
StoryHelp helped_of(const progress::SessionValue& value, const SessionHelp& help) {
    if (help.helped > 0) return StoryHelp::given;
    return value.noted == progress::HelpNoted::all ? StoryHelp::none : StoryHelp::not_noted;
}

/// "Tue 22 Sep"; a day of another year with its year.
std::string day_words(Date date, Date today) {
    return parts(date).year == parts(today).year ? say_day(date) : say_short(date, today);
}

/// A session that was held leads to its note.
SessionId with_note(const Caseload& caseload, SessionId id) {
    const Session* session = caseload.session(id);
    return session != nullptr && session->status == SessionStatus::held ? id : SessionId{};
}

void add_sessions(StoryRows& rows, const Caseload& caseload, const GoalPicture& picture, Date today) {
    const auto& values = picture.values;
    rows.all_sessions = std::to_string(values.size());
    for (std::size_t i = values.size(); i-- > 0 && rows.sessions.size() < shown_sessions;) {
        const progress::SessionValue* at = &values[i];
        const SessionBeside& beside = picture.beside[i];
        std::vector<StoryTry> tries = tries_of(picture, *at);
        rows.sessions.push_back({.session = with_note(caseload, at->session),
                                 .when = day_words(at->date, today),
                                 .value = value_words(picture.criterion, *at, !tries.empty()),
                                 .help = with_capital(say_help(*at, beside.help)),
                                 .note = beside.note,
                                 .helped = helped_of(*at, beside.help),
                                 .best = picture.criterion.tries_count == TriesCount::best,
                                 .tries = std::move(tries)});
    }
}

StoryStep step_of(const Caseload& caseload, const Goal& goal, Date today) {
    StoryStep step{.goal = goal.id, .title = goal.title, .below = {}};
    const progress::GoalFacts* facts = caseload.facts(goal.id);
    step.met = goal.status == GoalStatus::met;
    if (step.met) {
        step.peg = Peg::filled;
        step.below = goal.closed_on ? "Met " + say_short(*goal.closed_on, today) : "Met";
        return step;
    }
    if (goal.status != GoalStatus::active) {
        step.below = goal.status == GoalStatus::draft ? "Waits as a draft" : std::string(words(goal.status));
        return step;
    }
    if (facts == nullptr || facts->sessions == 0) {
        step.below = "Nothing recorded yet";
        return step;
    }
    step.peg = Peg::half;
    step.below = progress::say_newest(progress::criterion_of(goal), *facts) + ", the newest value";
    return step;
}

void add_steps(StoryRows& rows, const Caseload& caseload, const Goal& goal, Date today) {
    for (const Goal& each : caseload.goals())
        if (each.parent == goal.id && each.status != GoalStatus::discontinued)
            rows.steps.push_back(step_of(caseload, each, today));
    if (const Goal* parent = caseload.goal(goal.parent)) rows.parent = parent->title;
    const ChildFacts facts = facts_of(caseload, goal.child, today);
    if (facts.next == nullptr || !is_open(goal)) return;
    rows.next = facts.next->id;
    std::string when = session_when(*facts.next, today);
    if (facts.next->date - today <= 1) when[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(when[0])));
    rows.next_act = (facts.next->blocks.empty() ? "Plan " : "See the plan, ") + when;
}

}  // namespace

void follow_rows(GoalStory& self, const Ui& ui, const Goal& goal) {
    StoryRows& rows = self.rows;
    const GoalPicture& picture = self.picture;
    const bool analysed = picture.analysis.has_value();
    if (rows.of == goal.id && rows.revision == picture.revision && rows.today == ui.clock.today &&
        rows.analysed == analysed)
        return;
    rows = {};
    rows.of = goal.id;
    rows.child = goal.child;
    rows.revision = picture.revision;
    rows.today = ui.clock.today;
    rows.analysed = analysed;
    rows.measured = progress::say_measured(picture.criterion);
    if (analysed) rows.story = progress::tell_story(*picture.analysis, picture.changes, ui.clock.today);
    add_sessions(rows, *ui.caseload, picture, ui.clock.today);
    add_steps(rows, *ui.caseload, goal, ui.clock.today);
}

}  // namespace pegboard
