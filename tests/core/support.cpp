#include "tests/core/support.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "core/store/clock.h"
#include "tests/core/dump.h"

namespace pegboard::test {

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pegboard-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
}
TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

OpenOptions fast_options(const TempFolder& folder, Clock* clock) {
    OpenOptions options;
    options.places = {folder.path() / "state", folder.path() / "backups"};
    options.fast_key = true;
    options.now_ms = [clock] { return clock ? clock->ms : Clock{}.ms; };
    return options;
}

Date sample_today() { return store::local_date(Clock{}.ms); }

std::unique_ptr<Caseload> make_caseload(const TempFolder& folder, Clock* clock) {
    auto made = Caseload::create(folder.file(), {passphrase, {}}, fast_options(folder, clock));
    if (!made.ok()) {
        ADD_FAILURE() << made.error().message << " " << made.error().detail;
        return nullptr;
    }
    return made.take();
}

std::unique_ptr<Caseload> reopen(const TempFolder& folder, Clock* clock) {
    auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder, clock));
    if (!opened.ok()) {
        ADD_FAILURE() << opened.error().message << " " << opened.error().detail;
        return nullptr;
    }
    return opened.take();
}

void must(const Status& status) {
    if (!status.ok())
        ADD_FAILURE() << status.error().field << ": " << status.error().message << " " << status.error().detail;
}

Therapist sample_therapist(const std::string& mark) {
    return {mint<TherapistId>(), "Ana " + mark, "OTR/L " + mark, Discipline::ot, false};
}

Child sample_child(const std::string& mark, TherapistId therapist) {
    Child child;
    child.id = mint<ChildId>();
    child.first_name = "Mateo";
    child.last_name = mark;
    child.preferred_name = "Teo " + mark;
    child.date_of_birth = make_date(2020, 2, 29).value();
    child.gestation_weeks = 33;
    child.pronouns = "he " + mark;
    child.school = "Oakfield " + mark;
    child.language = "Spanish " + mark;
    child.interpreter_needed = true;
    child.communication = "Speaks, and points " + mark;
    child.rescue_plan = "Inhaler in the blue bag " + mark;
    child.guardians = {{{}, "Lucía " + mark, "mother", "555 010 " + mark, "lucia@example.org", "mornings " + mark},
                       {{}, "Ben " + mark, "father", "", "", ""}};
    child.diagnoses = {{{}, "Developmental coordination " + mark, "F82"}};
    child.precautions = {{{},
                          "latex",
                          {{"reaction", "rash " + mark}, {"until", "2027-01-01"}},
                          "gloves " + mark,
                          make_date(2026, 8, 4).value(),
                          therapist,
                          "school nurse " + mark}};
    child.askings = {{{}, make_date(2026, 8, 3).value(), therapist, "mother " + mark, {"shunt", "gtube"}},
                     {{}, make_date(2026, 8, 10).value(), therapist, "", {"aai"}}};
    child.moves_by = MovesBy::walks_with_device;
    child.hands = Hands::helper;
    child.gmfcs = 3;
    child.macs = 2;
    child.devices = {{{}, DeviceKind::walker, Side::none, "reverse " + mark},
                     {{}, DeviceKind::ankle_foot_orthosis, Side::both, ""}};
    child.services = {{{},
                       Discipline::ot,
                       ServiceMode::individual,
                       30,
                       2,
                       ServicePer::week,
                       "gym " + mark,
                       therapist,
                       make_date(2026, 8, 31),
                       make_date(2027, 6, 11)}};
    child.present_steps = {{{}, "fm.cut", "fm.cut4_line"}};
    child.take_care = {"Ankle supports " + mark, "Loud rooms"};
    child.equipment = {"Glasses " + mark};
    child.interests = {"trains " + mark, "dinosaurs"};
    child.strengths = {"Persistent " + mark};
    child.growth_areas = {"Scissors " + mark};
    child.referral_date = make_date(2025, 9, 1);
    child.plan_of_care_start = make_date(2025, 10, 1);
    child.plan_of_care_end = make_date(2026, 9, 30);
    child.iep_date = make_date(2026, 3, 1);
    child.reevaluation_due = make_date(2027, 3, 1);
    child.discharge = Discharge{make_date(2028, 9, 1).value(), DischargeReason::moved, "to Leeds " + mark};
    return child;
}

Goal sample_goal(ChildId child, const std::string& mark) {
    Goal goal;
    goal.id = mint<GoalId>();
    goal.child = child;
    goal.title = "Cuts out a 10 cm circle close to the line " + mark;
    goal.skill = "fm.cut4_line";
    goal.side = Side::right;
    goal.baseline = {20, 25.5, 1.0 / 3};
    goal.baseline_reason = "absent " + mark;
    goal.measure = "trials";
    goal.target = 80.1;
    goal.successes = 4;
    goal.attempts = 5;
    goal.sessions_in_row = 3;
    goal.assist_level = 2;
    goal.minutes_per_week = 40;
    goal.routine = "Art class " + mark;
    goal.start = make_date(2026, 9, 1);
    goal.due = make_date(2027, 6, 30);
    goal.priority = 3;
    goal.status = GoalStatus::active;
    goal.note = "Right hand leads " + mark;
    return goal;
}

WorkPlace sample_place(const std::string& mark) {
    WorkPlace place;
    place.id = mint<PlaceId>();
    place.name = "Oakfield " + mark;
    place.kind = PlaceKind::school;
    place.spaces = {"hall", "wall"};
    place.items = {{{}, "beanbags", false, false, false}, {{}, "ball_large", true, false, false}};
    place.note = "Key at the office " + mark;
    return place;
}

Bag sample_bag(const std::string& mark) {
    Bag bag;
    bag.id = mint<BagId>();
    bag.name = "Bag " + mark;
    bag.items = {{{}, "scissors", false, false, false}, {{}, "card", false, false, false}};
    bag.note = "Blue " + mark;
    return bag;
}

Group sample_group(ChildId one, ChildId other, const std::string& mark) {
    return {mint<GroupId>(), "Group " + mark, {one, other}, "Mats first " + mark, false};
}

OwnActivity sample_own_activity(const std::string& mark) {
    OwnActivity own;
    own.id = mint<OwnActivityId>();
    own.copied_from = "HJ01";
    own.from_pack = "Garden games " + mark;
    Activity& one = own.activity;
    one.id = own_activity_key(own.id);
    one.title = "Stepping stones " + mark;
    one.version = 2;
    one.category = "hop_jump";
    one.idea = "Step and hop from stone to stone across the " + mark + ".";
    one.skills = {"gm.jump_forward", "bc.one_foot"};
    one.age_min_months = 36;
    one.age_max_months = 84;
    one.minutes = 8;
    one.minutes_min = 4;
    one.arcs = {Arc::opener, Arc::main};
    one.items = {{"spots", 6, false}, {"music", 1, true}};
    one.space = "room";
    one.group_max = 4;
    one.position = "JP";
    one.attributes = {"IMP"};
    one.allergens = {"milk"};
    one.intensity = "moderate";
    one.supervision = "reach";
    one.sensory_load = {{"movement", 2}, {"touch", 1}};
    one.setup = {"Lay six spots in a bend.", "Clear the " + mark + " of toys."};
    one.steps = {"Stand on the first spot.", "Step to the next.", "Wave at the end."};
    one.needs = {"walk_free"};
    one.easier = {{"distance", "Lay them closer."}, {"support", "Hold one hand."}};
    one.easier[1].position = "SC";
    one.easier[1].space = "table";
    one.easier[1].drops = {"IMP"};
    one.easier[1].needs.emplace();
    one.easier[1].leaves_out = {"gm.jump_forward", "bc.one_foot"};
    one.easier[0].leaves_out = {"bc.one_foot"};
    one.easier[0].still_counts = true;
    one.harder = {{"distance", "Lay them farther apart."}, {"number", "Add four."}};
    one.harder[0].adds = {"RUN", "LEG"};
    one.harder[0].items = {"rope"};
    one.harder[0].needs = {"walk_free", "two_hands"};
    one.cues = {{"verbal", "Quiet feet."}, {"picture", "A frog on each spot."}, {"model", "An adult goes first."}};
    one.safety = {"Tape the spots down."};
    one.contraindications = {"Not on a wet floor."};
    one.measure_type = "count";
    one.measure_what = "spots reached";
    one.measure_unit = "spots";
    one.home_ok = true;
    one.home_text = "Lay cushions on a rug. Hop from one to the next.";
    one.interests = {"frogs"};
    one.dose = "Twice a day";
    one.source_note = "Own " + mark;
    one.stations_group_max = 8;
    one.stations_how = "Two bends side by side.";
    return own;
}

Session sample_session(ChildId child, GoalId goal, Date date, const std::string& mark) {
    Session session;
    session.id = mint<SessionId>();
    session.child = child;
    session.participants = {Participant{.id = mint<RowId>(), .child = child}};
    session.date = date;
    session.start_min = 13 * 60 + 30;
    session.length_min = 45;
    session.place = "Oakfield " + mark;
    session.space = "room";
    session.note = "Calm start " + mark;
    if (goal) session.goals = {goal};
    for (const char* title : {"Worm snips", "Road cutter", "Zip race"}) {
        Block block;
        block.id = mint<BlockId>();
        block.activity = "act.sample";
        block.title = std::string(title);
        block.minutes = 10;
        if (goal) block.goals = {goal};
        block.note = "Small scissors " + mark;
        session.blocks.push_back(block);
    }
    session.blocks[0].override_reason = "Checked with the family " + mark;
    session.blocks[0].override_at = "2026-09-20T10:00:00Z";
    return session;
}

DataPoint sample_tap(SessionId session, GoalId goal, PointKind kind) {
    DataPoint point;
    point.session = session;
    point.goal = goal;
    point.kind = kind;
    point.assist = 2;
    return point;
}

DataPoint sample_point(GoalId goal, Date date, double value, const std::string& mark) {
    DataPoint point;
    point.id = mint<PointId>();
    point.goal = goal;
    point.date = date;
    point.value = value;
    point.assist = 0;
    point.prompt = 1;
    point.setting = "Kitchen " + mark;
    point.rater = "Grandmother " + mark;
    point.note = "On the phone " + mark;
    return point;
}

Block sample_block(const std::string& title) {
    Block block;
    block.activity = "act." + title;
    block.title = title;
    block.minutes = 4;
    return block;
}

Disclosure sample_disclosure(const std::string& mark) {
    Disclosure entry;
    entry.report = "progress_report";
    entry.title = "Progress report, " + mark;
    entry.choices = {{"from", "2026-07-01"}, {"to", "2026-09-25"}, {"audience", "school"}};
    entry.recipient = "Oakfield Primary, " + mark;
    entry.reason = "Plan meeting, " + mark;
    return entry;
}

SessionNote sample_note(ChildId child, SessionId session, const std::string& mark) {
    SessionNote note;
    note.id = mint<NoteId>();
    note.child = child;
    note.session = session;
    note.subjective = "Said it was fun: " + mark;
    note.objective = "Cut along 4 of 5 lines, " + mark;
    note.assessment = "On track, " + mark;
    note.plan = "Thinner lines, " + mark;
    return note;
}

Sample fill(Caseload& caseload) {
    const Therapist therapist = sample_therapist();
    must(caseload.run(AddTherapist{therapist}));
    Practice practice = caseload.practice();
    practice.me = therapist.id;
    must(caseload.run(EditPractice{practice}));
    const Child child = sample_child("García", therapist.id);
    must(caseload.run(AddChild{child}));
    const Goal goal = sample_goal(child.id);
    must(caseload.run(AddGoal{goal}));
    const Session session = sample_session(child.id, goal.id, sample_today() + 1);
    must(caseload.run(AddSession{session}));
    return {therapist.id, child.id, goal.id, session.id};
}

std::string dump(const std::filesystem::path& file) { return dump(file, passphrase); }

std::string dump_snapshot(const Caseload& caseload) {
    std::string text;
    for (const Child& child : caseload.children()) {
        text += "child " + full_name(child) + " " + child.school + std::to_string(child.guardians.size());
        for (const std::string& line : child.take_care) text += ";" + line;
        for (const Guardian& guardian : child.guardians) text += ";" + guardian.name;
        text += child.archived ? " archived\n" : "\n";
    }
    for (const Goal& goal : caseload.goals())
        text += "goal " + goal.title + " " + std::string(words(goal.status)) + "\n";
    for (const Session& session : caseload.sessions()) {
        text += "session " + iso(session.date) + " " + say_time(session.start_min) + " " +
                std::string(words(session.status)) + std::to_string(session.goals.size());
        for (const Block& block : session.blocks)
            text += ";" + block.title + std::to_string(block.minutes) + "/" + std::to_string(block.goals.size());
        text += "\n";
    }
    for (const Therapist& therapist : caseload.therapists()) text += "therapist " + therapist.name + "\n";
    return text;
}

}  // namespace pegboard::test
