// One test over every command: run, undo, compare with the start; redo, compare again; reopen and
// compare what screens see. A command without a sample here does not compile.
#include <algorithm>
#include <utility>

#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {

template <class T>
struct For {};

AddTherapist sample(For<AddTherapist>, const Setting&) { return {sample_therapist("Berg")}; }
EditTherapist sample(For<EditTherapist>, const Setting& on) {
    Therapist therapist = *on.caseload.therapist(on.colleague);
    therapist.credentials = "PT, DPT";
    therapist.supervisor = on.sample.therapist;
    return {therapist};
}
ArchiveTherapist sample(For<ArchiveTherapist>, const Setting& on) { return {on.colleague}; }
EditPractice sample(For<EditPractice>, const Setting& on) {
    Practice practice = on.caseload.practice();
    practice.initials_only = true;
    practice.idle_lock_min = 5;
    practice.decision_rule = DecisionRule::trend_line;
    practice.minutes.owed[0] = true;
    practice.minutes.split_cotreat = true;
    practice.minutes.term_from = make_date(2026, 8, 31);
    return {practice};
}
AddPlace sample(For<AddPlace>, const Setting&) { return {sample_place("gym")}; }
EditPlace sample(For<EditPlace>, const Setting& on) {
    WorkPlace place = *on.caseload.place(on.place);
    place.spaces = {"table"};
    place.items[0].large = true;
    place.items.push_back({{}, "cones", false, false, true});
    return {place};
}
AddBag sample(For<AddBag>, const Setting&) { return {sample_bag("Friday")}; }
EditBag sample(For<EditBag>, const Setting& on) {
    Bag bag = *on.caseload.bag(on.bag);
    bag.items.erase(bag.items.begin());
    bag.archived = true;
    return {bag};
}
AddGroup sample(For<AddGroup>, const Setting& on) { return {sample_group(on.sample.child, on.friend_, "jumpers")}; }
EditGroup sample(For<EditGroup>, const Setting& on) {
    Group group = *on.caseload.group(on.group);
    std::swap(group.members[0], group.members[1]);
    group.note = "Mats out first";
    return {group};
}
AddChild sample(For<AddChild>, const Setting& on) { return {sample_child("Nguyễn", on.colleague)}; }
EditChild sample(For<EditChild>, const Setting& on) {
    Child child = on.child();
    child.school = "Hillside";
    child.guardians.erase(child.guardians.begin());
    child.guardians.push_back({{}, "Nana", "grandmother", "", "", ""});
    child.take_care = {"Loud rooms"};
    child.precautions[0].parameters["until"] = "2028-01-01";
    child.discharge.reset();
    child.gestation_weeks.reset();
    child.avoids = {"HJ01"};
    return {child};
}
DischargeChild sample(For<DischargeChild>, const Setting& on) {
    return {on.sample.child, {sample_today(), DischargeReason::goals_met, "Well done"}};
}
ReadmitChild sample(For<ReadmitChild>, const Setting& on) { return {on.sample.child}; }
ArchiveChild sample(For<ArchiveChild>, const Setting& on) { return {on.sample.child}; }
RestoreChild sample(For<RestoreChild>, const Setting& on) {
    must(on.caseload.run(ArchiveChild{on.sample.child}));
    return {on.sample.child};
}
EraseChild sample(For<EraseChild>, const Setting& on) { return {on.sample.child}; }
AddGoalWithSteps sample(For<AddGoalWithSteps>, const Setting& on) {
    return {sample_goal(on.sample.child, "hops far"), {sample_goal(on.sample.child, "hops once")}};
}
AddSteps sample(For<AddSteps>, const Setting& on) {
    return {on.sample.goal, {sample_goal(on.sample.child, "hops once"), sample_goal(on.sample.child, "hops twice")}};
}
AddGoal sample(For<AddGoal>, const Setting& on) { return {sample_goal(on.sample.child, "hops")}; }
EditGoal sample(For<EditGoal>, const Setting& on) {
    Goal goal = on.goal();
    goal.sentence = "By 30 Jun 2027, given a loose jacket, Teo will pull the zip up with no help in 3 of 4 sessions.";
    goal.condition = "given a loose jacket";
    goal.target_words = "pull the zip up";
    goal.bank_goal = "G022";
    goal.ratio_noun = "sessions";
    goal.tries_count = TriesCount::last;
    goal.unit = "laps";
    goal.lap_cm = 2000.5;
    goal.target = 2.0 / 3;
    goal.due.reset();
    goal.baseline = {1};
    goal.wanted_tries = 10;
    goal.min_tries = 4;
    goal.prompt_max = 2;
    goal.generalise = goal.maintain = true;
    goal.decision_rule = DecisionRule::median_of_three;
    goal.interval_method = IntervalMethod::whole;
    goal.interval_s = 30;
    goal.task_steps = {"Picks the scissors up", "Cuts to the corner"};
    goal.gas_levels = {"none", "one", "two", "three", "four"};
    goal.gas_importance = 3;
    return {goal};
}
ChangeMeasure sample(For<ChangeMeasure>, const Setting& on) {
    Goal goal = on.goal();
    goal.measure = "duration_s";
    goal.target = 12;
    return {goal, sample_today()};
}
SetGoalStatus sample(For<SetGoalStatus>, const Setting& on) {
    return {on.sample.goal, GoalStatus::met, sample_today()};
}
RemoveGoal sample(For<RemoveGoal>, const Setting& on) { return {on.plain}; }
AddSession sample(For<AddSession>, const Setting& on) {
    return {sample_session(on.sample.child, on.sample.goal, sample_today())};
}
EditSession sample(For<EditSession>, const Setting& on) {
    Session session = on.session();
    session.date = session.date + 1;
    std::swap(session.blocks[0], session.blocks[2]);
    session.blocks.erase(session.blocks.begin() + 1);
    session.blocks[0].goals.push_back(on.plain);
    session.goals = {on.plain, on.sample.goal};
    Block rest;
    rest.arc = Arc::closer;
    rest.activity = "act.rest";
    rest.title = "Rest";
    rest.minutes = 3;
    rest.goals = {on.plain};
    rest.pinned = true;
    rest.lead = Lead::ot;
    rest.why = "Mateo likes it";
    rest.children = {{{}, on.sample.child, -1, Response::loved}};
    session.blocks.push_back(rest);
    session.participants[0].energy = Energy::tired;
    session.participants.push_back(Participant{.child = on.friend_, .attendance = Attendance::absent});
    session.without = {"cones"};
    session.swapped_out = {"HJ02", "HJ03"};
    session.work_place = on.place;
    session.bag = on.bag;
    session.group = on.group;
    return {session};
}
PlanSessions sample(For<PlanSessions>, const Setting& on) {
    Session one = on.session();
    Session other = *on.caseload.session(on.empty);
    one.blocks.pop_back();
    other.blocks = one.blocks;
    for (Block& block : other.blocks) block.id = {};
    return {{one, other}};
}
RemoveSession sample(For<RemoveSession>, const Setting& on) { return {on.sample.session}; }
RepeatSession sample(For<RepeatSession>, const Setting& on) { return {on.sample.session, sample_today() + 60}; }
CopyPlan sample(For<CopyPlan>, const Setting& on) { return {on.sample.session, on.empty}; }
HoldSession sample(For<HoldSession>, const Setting& on) {
    *on.now += 24 * 3'600'000;  // the day of the session has come
    return {on.sample.session, 30, "Kept going"};
}
MissSession sample(For<MissSession>, const Setting& on) {
    return {on.sample.session, NotHeldReason::child_ill, "Rings tomorrow"};
}
ReopenSession sample(For<ReopenSession>, const Setting& on) { return {on.held}; }
StartSession sample(For<StartSession>, const Setting& on) {
    must(on.caseload.run(EndSession{on.running, 30}));
    Session today = sample_session(on.sample.child, on.sample.goal, sample_today());
    must(on.caseload.run(AddSession{today}));
    return {today.id};
}
ShowBlock sample(For<ShowBlock>, const Setting& on) {
    return {on.running, on.caseload.session(on.running)->blocks[2].id};
}
PauseBlock sample(For<PauseBlock>, const Setting& on) { return {on.running}; }
SkipBlock sample(For<SkipBlock>, const Setting& on) {
    return {on.running, on.caseload.session(on.running)->blocks[0].id};
}
EndSession sample(For<EndSession>, const Setting& on) { return {on.running, 0}; }
CloseLeftOpen sample(For<CloseLeftOpen>, const Setting& on) {
    *on.now += 5 * 3'600'000;
    return {on.running};
}
SetAttendance sample(For<SetAttendance>, const Setting& on) {
    Participant part = on.caseload.session(on.running)->participants[0];
    part.attendance = Attendance::attended;
    part.late_min = 5;
    return {on.running, part};
}
SetResponse sample(For<SetResponse>, const Setting& on) {
    return {on.running, on.caseload.session(on.running)->blocks[1].id, on.sample.child, Response::loved};
}
RecordPoint sample(For<RecordPoint>, const Setting& on) {
    return {sample_tap(on.running, on.sample.goal, PointKind::with_help)};
}
InvalidatePoint sample(For<InvalidatePoint>, const Setting& on) { return {on.point, "Another child was meant"}; }
CountPointAgain sample(For<CountPointAgain>, const Setting& on) {
    must(on.caseload.run(InvalidatePoint{on.point, "Another child was meant"}));
    return {on.point};
}
TakeBackPoint sample(For<TakeBackPoint>, const Setting& on) { return {on.running, {}}; }
AddPhaseChange sample(For<AddPhaseChange>, const Setting& on) {
    return {{{}, {}, on.sample.goal, sample_today(), Phase::maintenance, ""}};
}
EditPhaseChange sample(For<EditPhaseChange>, const Setting& on) {
    PhaseChange change = on.caseload.phase_changes(on.sample.goal).at(0);
    change.date = change.date + 1;
    change.label = "Slant board and wedge";
    return {change};
}
RemovePhaseChange sample(For<RemovePhaseChange>, const Setting& on) { return {on.phase}; }
AddEvent sample(For<AddEvent>, const Setting& on) {
    return {{{}, on.sample.child, on.sample.goal, sample_today(), sample_today() + 3, EventKind::holiday, "Half-term"}};
}
EditEvent sample(For<EditEvent>, const Setting& on) {
    TimeEvent event = on.caseload.events(on.sample.child).at(0);
    event.until = event.date + 2;
    event.text = "A cold and a cough";
    return {event};
}
RemoveEvent sample(For<RemoveEvent>, const Setting& on) { return {on.event}; }

SwapBlock sample(For<SwapBlock>, const Setting& on) {
    return {on.running, on.caseload.session(on.running)->blocks[0].id, sample_block("Hole punch stars")};
}
AddBlock sample(For<AddBlock>, const Setting& on) { return {on.running, sample_block("Bubbles"), {}, true}; }
AddQuickNote sample(For<AddQuickNote>, const Setting& on) {
    return {{{}, on.sample.child, on.running, {}, "Asked for another turn", false}};
}
RemoveQuickNote sample(For<RemoveQuickNote>, const Setting& on) { return {on.quick}; }
WriteNote sample(For<WriteNote>, const Setting& on) {
    SessionNote note = on.caseload.note(on.draft).take();
    note.plan = "Thicker lines";
    note.cosigner = on.colleague;
    return {note};
}
FinishNote sample(For<FinishNote>, const Setting& on) { return {on.draft}; }
AmendNote sample(For<AmendNote>, const Setting& on) { return {on.finished, "His mother rang afterwards."}; }
CosignNote sample(For<CosignNote>, const Setting& on) { return {on.to_sign}; }
RemoveNote sample(For<RemoveNote>, const Setting& on) { return {on.draft}; }
SetHelpChoices sample(For<SetHelpChoices>, const Setting& on) {
    return {on.sample.therapist, {{{}, "On his own", 0, 0}, {{}, "Show", {}, 6}, {{}, "Light touch", 4, {}}}};
}
AddSnippet sample(For<AddSnippet>, const Setting&) { return {{{}, {}, "Tired", "Seemed tired from the start."}}; }
EditSnippet sample(For<EditSnippet>, const Setting& on) {
    return {{on.snippet, on.sample.therapist, "Ready", "Came in ready and calm."}};
}
RemoveSnippet sample(For<RemoveSnippet>, const Setting& on) { return {on.snippet}; }

AddOwnActivity sample(For<AddOwnActivity>, const Setting&) { return {sample_own_activity("pond")}; }
EditOwnActivity sample(For<EditOwnActivity>, const Setting& on) {
    OwnActivity own = *on.caseload.own_activity(on.own);
    own.activity.steps.push_back("Turn round \u2013 and back.");
    own.activity.items.clear();
    own.activity.sensory_load.clear();
    own.activity.stations_group_max = 0;
    own.activity.stations_how.clear();
    return {own};
}
CopyActivity sample(For<CopyActivity>, const Setting& on) {
    return {on.caseload.own_activity(on.own)->activity, mint<OwnActivityId>()};
}
ArchiveOwnActivity sample(For<ArchiveOwnActivity>, const Setting& on) { return {on.own}; }
RestoreOwnActivity sample(For<RestoreOwnActivity>, const Setting& on) {
    must(on.caseload.run(ArchiveOwnActivity{on.own}));
    return {on.own};
}
ImportPack sample(For<ImportPack>, const Setting&) {
    return {"Park", {sample_own_activity("park").activity, sample_own_activity("lake").activity}};
}
SetFavourite sample(For<SetFavourite>, const Setting& on) {
    must(on.caseload.run(SetFavourite{"BA01", "Leg-gate roll", true}));
    return {"HJ12", "Frog hops", true};
}

RecordDisclosure sample(For<RecordDisclosure>, const Setting& on) {
    return {{on.sample.child, on.friend_}, sample_disclosure("meeting")};
}

template <std::size_t... I>
std::vector<CommandMaker> makers(std::index_sequence<I...>) {
    return {[](const Setting& on) -> Command { return sample(For<std::variant_alternative_t<I, Command>>{}, on); }...};
}
}  // namespace

const std::vector<CommandMaker>& command_makers() {
    static const std::vector<CommandMaker> all = makers(std::make_index_sequence<std::variant_size_v<Command>>{});
    return all;
}

namespace {
std::vector<NoteHead> by_id(std::vector<NoteHead> heads) {
    std::ranges::sort(heads, {}, &NoteHead::id);
    return heads;
}

void expect_same_view(const Caseload& shown, const Caseload& fresh) {
    EXPECT_EQ(shown.children(), fresh.children());
    EXPECT_EQ(shown.goals(), fresh.goals());
    EXPECT_EQ(shown.sessions(), fresh.sessions());
    EXPECT_EQ(shown.therapists(), fresh.therapists());
    EXPECT_EQ(shown.practice(), fresh.practice());
    EXPECT_EQ(shown.places(), fresh.places());
    EXPECT_EQ(shown.bags(), fresh.bags());
    EXPECT_EQ(shown.groups(), fresh.groups());
    EXPECT_EQ(shown.own_activities(), fresh.own_activities());
    EXPECT_EQ(shown.favourites(), fresh.favourites());
    for (const Goal& goal : shown.goals()) {
        ASSERT_NE(shown.facts(goal.id), nullptr);
        EXPECT_EQ(*shown.facts(goal.id), *fresh.facts(goal.id)) << goal.title;
        EXPECT_EQ(shown.phase_changes(goal.id), fresh.phase_changes(goal.id));
        EXPECT_EQ(*shown.points(goal.id).take(), *fresh.points(goal.id).take());
    }
    for (const Child& child : shown.children()) {
        EXPECT_EQ(shown.events(child.id), fresh.events(child.id));
        EXPECT_EQ(shown.disclosures(child.id), fresh.disclosures(child.id));
    }
    for (const Session& session : shown.sessions()) {
        EXPECT_EQ(*shown.points(session.id).take(), *fresh.points(session.id).take());
        EXPECT_EQ(by_id(shown.notes(session.id)), by_id(fresh.notes(session.id)));
    }
    EXPECT_EQ(shown.snippets(), fresh.snippets());
    for (const Therapist& therapist : shown.therapists())
        EXPECT_EQ(shown.help_choices(therapist.id), fresh.help_choices(therapist.id));
}

std::unique_ptr<Caseload> second_look(const TempFolder& folder) {
    OpenOptions options = fast_options(folder);
    options.read_only = true;
    return Caseload::open(folder.file(), {passphrase, {}}, options).take();
}

class EveryCommand : public testing::TestWithParam<std::size_t> {};

TEST_P(EveryCommand, IsUndoneAndRedoneExactly) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    const Setting setting = prepare(*caseload, &clock);
    const Command command = command_makers()[GetParam()](setting);
    const std::string before = dump(folder.file());
    const auto revision = caseload->revision();
    must(caseload->run(command));
    EXPECT_GT(caseload->revision(), revision);
    const std::string after = dump(folder.file());
    EXPECT_NE(before, after);
    expect_same_view(*caseload, *second_look(folder));
    const auto newest = caseload->history({}, 1).take();
    ASSERT_EQ(newest.size(), 1u);
    EXPECT_EQ(newest[0].command, command_id(command));
    EXPECT_FALSE(newest[0].label.empty());
    EXPECT_EQ(newest[0].therapist, setting.sample.therapist);
    if (can_undo(command)) {
        ASSERT_NE(caseload->next_undo(), nullptr);
        EXPECT_EQ(caseload->next_undo()->label, newest[0].label);
        must(caseload->undo());
        EXPECT_EQ(dump(folder.file()), before);
        expect_same_view(*caseload, *second_look(folder));
        must(caseload->redo());
        EXPECT_EQ(dump(folder.file()), after);
        expect_same_view(*caseload, *second_look(folder));
        caseload.reset();
        caseload = reopen(folder, &clock);
        must(caseload->undo());
        EXPECT_EQ(dump(folder.file()), before) << "undo reaches across a restart";
    }
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

INSTANTIATE_TEST_SUITE_P(Commands, EveryCommand, testing::Range(std::size_t{0}, std::variant_size_v<Command>),
                         [](const auto& each) {
                             // The id needs a command; an empty caseload is enough to make none of them.
                             static const std::vector<std::string> names = [] {
                                 const TempFolder folder;
                                 Clock clock;
                                 auto caseload = make_caseload(folder, &clock);
                                 const Setting setting = prepare(*caseload, &clock);
                                 std::vector<std::string> all;
                                 for (const CommandMaker maker : command_makers())
                                     all.emplace_back(command_id(maker(setting)));
                                 return all;
                             }();
                             return names[each.param];
                         });

}  // namespace
}  // namespace pegboard::test
