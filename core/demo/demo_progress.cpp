#include "core/demo/demo_progress.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/progress/criterion.h"
#include "core/progress/note_draft.h"

namespace pegboard::demo {
namespace {

struct Courses {
    std::string_view child, letters;  ///< one letter a goal, in the order of the goals
};
// s steady, a ahead, p plateau, b behind, r reached, x slipped, d dropping, f few, - none.
constexpr std::array all_courses{Courses{"Amina", "srpr"}, Courses{"Anahí", "sf"},    Courses{"Eli", "bs-"},
                                 Courses{"Hana", "sfr"},   Courses{"Jamal", "sapsx"}, Courses{"Kwame", "dsf"},
                                 Courses{"Liam", "sasr"},  Courses{"Łucja", "ssx"},   Courses{"Mateo", "raspsb"},
                                 Courses{"Noah", "fss"},   Courses{"Priya", "bsap-"}, Courses{"Sofia", "ssf"},
                                 Courses{"Yusra", "psf"},  Courses{"Zoë", "psr"}};

double middle(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Small ups and downs, -1..1, the same in every demo.
double wobble(int session, int goal) {
    constexpr std::array waves{0.2, -0.6, 0.7, -0.2, -0.9, 0.5, 0.1, -0.4, 0.9, -0.1, 0.4};
    return waves[static_cast<std::size_t>(session * 3 + goal * 5) % waves.size()];
}

/// How far from baseline (0) to target (1), `done` of the way from the first session to today; `aim` is where the aim
/// line stands, `aim_now` where it stands today.
double share_at(Course course, double done, double aim, double aim_now) {
    switch (course) {
        case Course::ahead:
            return aim * 1.35 + 0.1;
        case Course::plateau:
            return std::min(aim * 1.9, aim_now * 0.86);
        case Course::behind:
            return aim * 0.3;
        case Course::reached:
            return std::min(1.05, 0.1 + done * 1.6);
        case Course::slipped:
            return done < 0.12 ? 0.7 : done < 0.48 ? 1.1 : 0.55;
        case Course::dropping:
            return done < 0.7 ? aim * 0.6 : -0.6;
        default:
            return aim;
    }
}

struct Measured {
    double value = 0;
    std::optional<int> n;
};

/// A value as the goal's measure takes it.
Measured as_measured(const Goal& goal, const progress::Criterion& criterion, double value) {
    if (criterion.rule.pooling == progress::Pooling::percent) {
        const int n = goal.measure == "trials" ? 10 : goal.measure == "steps_pct" ? 10 : 50;
        return {std::clamp(std::round(value / 100 * n), 0.0, static_cast<double>(n)), n};
    }
    if (criterion.rule.pooling == progress::Pooling::rate) return {std::max(0.0, std::round(value)), 60};
    const double highest = criterion.rule.highest > 0 ? criterion.rule.highest : 10'000'000;
    return {std::clamp(std::round(value), std::max(0.0, criterion.rule.lowest), highest), {}};
}

/// The newest session of a goal of tries is there tap by tap, the others as counted.
void record_taps(const Run& run, DataPoint point, int correct, int tries) {
    point.n.reset();
    for (int i = 0; i < tries; ++i) {
        const bool done = (i * correct) / tries != ((i + 1) * correct) / tries;
        point.kind = done ? PointKind::correct : i % 2 == 0 ? PointKind::with_help : PointKind::not_yet;
        run(RecordPoint{point});
    }
}

void record_one(const Run& run, const Goal& goal, DataPoint point, bool tap_by_tap) {
    if (tap_by_tap && goal.measure == "trials" && point.n)
        return record_taps(run, point, static_cast<int>(point.value), *point.n);
    if (goal.side != Side::each) return run(RecordPoint{point});
    for (const Side side : {Side::left, Side::right}) {
        point.side = side;
        run(RecordPoint{point});
        point.value = std::max(0.0, point.value + 1);
    }
}

bool wants(const Session& session, const Goal& goal) {
    return session.status == SessionStatus::held && std::ranges::count(session.goals, goal.id) > 0;
}

void invalidate(const Run& run, const Goal& goal, const Session& session) {
    DataPoint point;
    point.id = mint<PointId>();
    point.goal = goal.id;
    point.session = session.id;
    point.value = 2;
    point.n = 10;
    run(RecordPoint{point});
    run(InvalidatePoint{point.id, "Fire alarm in the middle"});
}

void record(const Run& run, const Goal& goal, Course course, std::span<const Session> sessions, Date today) {
    if (course == Course::none) return;
    std::vector<const Session*> held;
    for (const Session& session : sessions)
        if (wants(session, goal)) held.push_back(&session);
    std::ranges::sort(held, {}, [](const Session* one) { return one->date; });
    if (course == Course::few && held.size() > 2) held.erase(held.begin(), held.end() - 2);
    if (held.empty()) return;
    const progress::Criterion criterion = progress::criterion_of(goal);
    const double base = middle(goal.baseline), way = goal.target.value_or(base) - base;
    const auto along = [&](Date date) {
        return static_cast<double>(date - *goal.start) / std::max(1, *goal.due - *goal.start);
    };
    const Date first = *goal.start;
    const int number = static_cast<int>(goal.title.size());
    for (std::size_t i = 0; i < held.size(); ++i) {
        const Session& session = *held[i];
        const double done = static_cast<double>(session.date - first) / std::max(1, today - first);
        const double noise = course == Course::plateau ? 0.01 : 0.05;
        const double share =
            share_at(course, done, along(session.date), along(today)) + noise * wobble(static_cast<int>(i), number);
        const Measured measured = as_measured(goal, criterion, base + way * share);
        DataPoint point;
        point.goal = goal.id;
        point.session = session.id;
        point.value = measured.value;
        point.n = measured.n;
        const int help = share > 0.85 ? 0 : share > 0.5 ? 1 : 2;
        if (goal.discipline == Discipline::pt)
            point.assist = std::min(goal.assist_level, std::array{0, 4, 5}[static_cast<std::size_t>(help)]);
        else
            point.prompt = std::min(goal.prompt_max.value_or(0), std::array{0, 5, 6}[static_cast<std::size_t>(help)]);
        record_one(run, goal, point, i + 1 == held.size());
    }
    if (course == Course::ahead && goal.measure == "in_bounds_pct" && held.size() > 5) invalidate(run, goal, *held[3]);
}

void add_axis(const Run& run, std::string_view child, std::span<const Goal> goals, Date today) {
    if (goals.empty()) return;
    const ChildId id = goals.front().child;
    if (child == "Mateo" && goals.size() > 1) {
        run(AddPhaseChange{{{}, id, goals[1].id, *goals[1].start, Phase::intervention, "Weekly name practice"}});
        run(AddEvent{{{}, id, goals[1].id, today - 28, {}, EventKind::equipment, "Slant board added"}});
        run(AddEvent{{{}, id, {}, today - 47, today - 41, EventKind::holiday, "Family vacation"}});
    }
    if (child == "Kwame") run(AddEvent{{{}, id, {}, today - 24, {}, EventKind::medical, "New leg braces"}});
    if (child == "Liam") run(AddEvent{{{}, id, {}, today - 21, today - 18, EventKind::medical, "Home with a cold"}});
}

/// After a session, when its note is written.
constexpr int minutes_after = 10;

void write_notes(const Run& run, const Caseload& caseload, Date today, DemoClock* clock) {
    const TherapistId me = caseload.practice().me;
    std::vector<Session> noted;
    for (const Session& session : caseload.sessions()) {
        const bool recent = session.date < today && today - session.date <= notes_of_days;
        if (recent && session.status == SessionStatus::held && session.therapist == me && !session.note.empty())
            noted.push_back(session);
    }
    for (const Session& session : noted) {
        if (clock != nullptr) clock->stand_at(session.date, session.start_min + session.length_min + minutes_after);
        run(AddQuickNote{{{}, session.child, session.id, {}, "Good focus", true}});
        auto drafted = progress::draft_note(caseload, session.id, session.child, me);
        if (!drafted.ok()) continue;
        SessionNote note = drafted.take();
        note.id = mint<NoteId>();
        note.subjective += " " + session.note;
        run(WriteNote{note});
        if (session.id != noted.back().id) run(FinishNote{note.id});
    }
    if (clock != nullptr) clock->go_on();
    run(AddSnippet{{{}, me, "Ready to work", "Came in calm and ready to work."}});
    run(AddSnippet{{{}, me, "Home practice", "Family asked to practice five minutes a day, with praise for trying."}});
}

void add_group(const Run& run, const Caseload& caseload, Date today) {
    const auto find = [&](std::string_view first_name) -> const Child* {
        const auto found = std::ranges::find(caseload.children(), first_name, &Child::first_name);
        return found == caseload.children().end() ? nullptr : &*found;
    };
    const Child *noah = find("Noah"), *hana = find("Hana");
    if (!noah || !hana) return;
    const ChildId first = noah->id, second = hana->id;
    const Group group{mint<GroupId>(), "Little hoppers", {first, second}, "Mats out first", false};
    run(AddGroup{group});
    Session session;
    session.group = group.id;
    session.child = first;
    session.date = today - 7;
    while (weekday(session.date) > 4) session.date = session.date + -1;
    session.start_min = 16 * 60;
    session.length_min = 30;
    session.place = "Clinic, big gym";
    session.space = "hall";
    session.lead = Lead::pt;
    for (const Goal& goal : caseload.goals())
        if ((goal.child == first || goal.child == second) && goal.skill.starts_with("gm.hop") &&
            goal.term == GoalTerm::long_term) {
            session.goals.push_back(goal.id);
            session.therapist = goal.therapist;
        }
    session.participants = {Participant{.child = first, .attendance = Attendance::attended},
                            Participant{.child = second,
                                        .attendance = Attendance::absent,
                                        .absence_reason = NotHeldReason::child_ill,
                                        .absence_note = "Grandmother rang"}};
    session.status = SessionStatus::held;
    session.held_min = 30;
    session.note = "Hopped with a friend's rhythm, one at a time.";
    session.id = mint<SessionId>();
    run(AddSession{session});
    for (const GoalId id : session.goals) {
        const Goal* goal = caseload.goal(id);
        DataPoint point;
        point.goal = id;
        point.session = session.id;
        point.value = 2;
        if (goal && goal->child == first) record_one(run, *goal, point, false);
    }
    session.id = {};
    session.date = session.date + 14;
    session.participants = {Participant{.child = first}, Participant{.child = second}};
    session.status = SessionStatus::planned;
    session.held_min = 0;
    session.note.clear();
    run(AddSession{session});
}
}  // namespace

Course course_of(std::string_view child, std::size_t index) {
    const auto found = std::ranges::find(all_courses, child, &Courses::child);
    if (found == all_courses.end() || index >= found->letters.size()) return Course::none;
    switch (found->letters[index]) {
        case 's':
            return Course::steady;
        case 'a':
            return Course::ahead;
        case 'p':
            return Course::plateau;
        case 'b':
            return Course::behind;
        case 'r':
            return Course::reached;
        case 'x':
            return Course::slipped;
        case 'd':
            return Course::dropping;
        case 'f':
            return Course::few;
        default:
            return Course::none;
    }
}

void prepare_goal(Goal& goal, Course course) {
    if (course == Course::slipped || course == Course::reached) goal.maintain = true;
    // A goal the child does alone allows no help; the others fade it.
    const bool alone = goal.title.find(" own") != std::string::npos;
    if (!alone && goal.discipline == Discipline::pt) goal.assist_level = 5;
    if (!alone && goal.discipline == Discipline::ot) goal.prompt_max = 6;
    // Of a goal that measures help the help itself is what is to be reached.
    if (goal.measure == "assist") {
        goal.assist_level = static_cast<int>(goal.target.value_or(0));
        goal.prompt_max.reset();
    }
    if (goal.measure == "distance_cm" && goal.target.value_or(0) > 100'000) {
        goal.unit = "laps";  // four times round the field are a mile
        goal.lap_cm = *goal.target / 4;
    }
    if (goal.measure == "steps_pct")
        goal.task_steps = {"Gets everything ready", "First step on the card", "Second step on the card",
                           "Third step on the card", "Puts everything away"};
}

void record_child(const Run& run, std::string_view name, std::span<const Goal> goals, std::span<const Session> sessions,
                  Date today) {
    for (std::size_t i = 0; i < goals.size(); ++i) record(run, goals[i], course_of(name, i), sessions, today);
    add_axis(run, name, goals, today);
}

void add_responses(Session& session, int week) {
    constexpr std::array usual{Response::fine, Response::loved, Response::fine, Response::hard, Response::loved};
    session.participants = {Participant{.child = session.child}};
    Participant& part = session.participants.front();
    if (session.status == SessionStatus::not_held) {
        part.attendance = Attendance::absent;
        part.absence_reason = session.not_held_reason;
    }
    if (session.status != SessionStatus::held) return;
    part.attendance = Attendance::attended;
    if (week == 4) part.late_min = 5;
    for (std::size_t i = 0; i < session.blocks.size(); ++i) {
        const Response response = usual[(i + static_cast<std::size_t>(week)) % usual.size()];
        session.blocks[i].children = {{{}, session.child, 0, response}};
        session.blocks[i].state = BlockState::done;
    }
}

void add_group_and_notes(const Run& run, const Caseload& caseload, Date today, DemoClock* clock) {
    add_group(run, caseload, today);
    write_notes(run, caseload, today, clock);
}

}  // namespace pegboard::demo
