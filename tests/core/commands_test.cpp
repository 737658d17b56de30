// One test over every command: run, undo, compare with the start; redo, compare again; reopen and
// compare what screens see. A command without a sample here does not compile.
#include <utility>

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// What samples work on: the usual records, and some in states that only certain commands take.
struct Setting {
    Caseload& caseload;
    Sample sample;
    TherapistId colleague;
    SessionId held, empty;
    GoalId plain;
    ChildId friend_;  ///< the other member of the group
    PlaceId place;
    BagId bag;
    GroupId group;

    [[nodiscard]] Child child() const { return *caseload.child(sample.child); }
    [[nodiscard]] Goal goal() const { return *caseload.goal(sample.goal); }
    [[nodiscard]] Session session() const { return *caseload.session(sample.session); }
};

Setting prepare(Caseload& caseload) {
    Setting setting{caseload, fill(caseload), {}, {}, {}, {}, {}, {}, {}, {}};
    const Therapist colleague = sample_therapist("Okafor");
    must(caseload.run(AddTherapist{colleague}));
    Goal plain = sample_goal(setting.sample.child, "ties");
    Goal objective = sample_goal(setting.sample.child, "one loop");
    objective.term = GoalTerm::short_term;
    objective.parent = plain.id;
    must(caseload.run(AddGoal{plain}));
    must(caseload.run(AddGoal{objective}));
    Session held = sample_session(setting.sample.child, setting.sample.goal, sample_today() - 7);
    held.status = SessionStatus::held;
    held.held_min = 40;
    must(caseload.run(AddSession{held}));
    Session empty = sample_session(setting.sample.child, plain.id, sample_today() + 3);
    must(caseload.run(AddSession{empty}));
    const WorkPlace place = sample_place();
    must(caseload.run(AddPlace{place}));
    const Bag bag = sample_bag();
    must(caseload.run(AddBag{bag}));
    Child other = sample_child("Okoro", colleague.id);
    other.first_name = other.preferred_name = "Amina";
    other.date_of_birth = other.date_of_birth + 100;
    must(caseload.run(AddChild{other}));
    const Group group = sample_group(setting.sample.child, other.id);
    must(caseload.run(AddGroup{group}));
    setting.friend_ = other.id;
    setting.place = place.id;
    setting.bag = bag.id;
    setting.group = group.id;
    setting.colleague = colleague.id;
    setting.held = held.id;
    setting.empty = empty.id;
    setting.plain = plain.id;
    return setting;
}

template <class T>
struct For {};

AddTherapist sample(For<AddTherapist>, const Setting&) { return {sample_therapist("Berg")}; }
EditTherapist sample(For<EditTherapist>, const Setting& on) {
    Therapist therapist = *on.caseload.therapist(on.colleague);
    therapist.credentials = "PT, DPT";
    return {therapist};
}
ArchiveTherapist sample(For<ArchiveTherapist>, const Setting& on) { return {on.colleague}; }
EditPractice sample(For<EditPractice>, const Setting& on) {
    Practice practice = on.caseload.practice();
    practice.initials_only = true;
    practice.idle_lock_min = 5;
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
AddGoal sample(For<AddGoal>, const Setting& on) { return {sample_goal(on.sample.child, "hops")}; }
EditGoal sample(For<EditGoal>, const Setting& on) {
    Goal goal = on.goal();
    goal.target = 2.0 / 3;
    goal.due.reset();
    goal.baseline = {1};
    return {goal};
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
HoldSession sample(For<HoldSession>, const Setting& on) { return {on.sample.session, 30, "Kept going"}; }
MissSession sample(For<MissSession>, const Setting& on) {
    return {on.sample.session, NotHeldReason::child_ill, "Rings tomorrow"};
}
ReopenSession sample(For<ReopenSession>, const Setting& on) { return {on.held}; }

using Maker = Command (*)(const Setting&);
template <std::size_t... I>
std::vector<Maker> makers(std::index_sequence<I...>) {
    return {[](const Setting& on) -> Command { return sample(For<std::variant_alternative_t<I, Command>>{}, on); }...};
}
const std::vector<Maker>& all_makers() {
    static const std::vector<Maker> all = makers(std::make_index_sequence<std::variant_size_v<Command>>{});
    return all;
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
}

std::unique_ptr<Caseload> second_look(const TempFolder& folder) {
    OpenOptions options = fast_options(folder);
    options.read_only = true;
    return Caseload::open(folder.file(), {passphrase, {}}, options).take();
}

class EveryCommand : public testing::TestWithParam<std::size_t> {};

TEST_P(EveryCommand, IsUndoneAndRedoneExactly) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting setting = prepare(*caseload);
    const Command command = all_makers()[GetParam()](setting);
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
        caseload = reopen(folder);
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
                                 auto caseload = make_caseload(folder);
                                 const Setting setting = prepare(*caseload);
                                 std::vector<std::string> all;
                                 for (const Maker maker : all_makers()) all.emplace_back(command_id(maker(setting)));
                                 return all;
                             }();
                             return names[each.param];
                         });

std::string label_after(Caseload& caseload, const Command& command) {
    must(caseload.run(command));
    return caseload.history({}, 1).take().at(0).label;
}

TEST(Commands, SayWhatTheyDidInPlainWords) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    Child child = on.child();
    child.preferred_name = "Mateo";
    must(caseload->run(EditChild{child}));
    child.school = "Hillside";
    EXPECT_EQ(label_after(*caseload, EditChild{child}), "Change Mateo's school");
    child = *caseload->child(child.id);
    child.diagnoses.push_back({{}, "Hypermobility", "M35.7"});
    EXPECT_EQ(label_after(*caseload, EditChild{child}), "Add a diagnosis for Mateo");
    Session session = on.session();
    std::swap(session.blocks[0], session.blocks[1]);
    EXPECT_EQ(label_after(*caseload, EditSession{session}), "Move Road cutter before Worm snips");
    session.blocks[0].minutes = 8;
    EXPECT_EQ(label_after(*caseload, EditSession{session}), "Set Road cutter to 8 minutes");
    session.blocks.erase(session.blocks.begin());
    EXPECT_EQ(label_after(*caseload, EditSession{session}), "Remove Road cutter");
    session.start_min = 10 * 60;
    EXPECT_EQ(label_after(*caseload, EditSession{session}).find("Move Mateo's session to "), 0u);
    EXPECT_EQ(label_after(*caseload, SetGoalStatus{on.sample.goal, GoalStatus::met, sample_today()}),
              "Mark Mateo's goal met");
}

TEST(Commands, RepeatSkipsDaysThatAreTakenAndSharesASeries) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    Session taken = on.session();
    taken.id = {};
    taken.date = taken.date + 14;
    must(caseload->run(AddSession{taken}));
    const std::size_t before = caseload->sessions().size();
    must(caseload->run(RepeatSession{on.sample.session, on.session().date + 28}));
    EXPECT_EQ(caseload->sessions().size(), before + 3);
    int in_series = 0;
    for (const Session& session : caseload->sessions()) {
        if (!session.series || session.series != on.session().series) continue;
        ++in_series;
        EXPECT_EQ(weekday(session.date), weekday(on.session().date));
        EXPECT_EQ(session.blocks.size(), 3u);
    }
    EXPECT_EQ(in_series, 4);
    EXPECT_EQ(caseload->run(RepeatSession{on.sample.session, on.session().date + 28}).error().field, "until");
}

TEST(Commands, UseLastPlanLeavesOutGoalsThatAreClosed) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    must(caseload->run(SetGoalStatus{on.sample.goal, GoalStatus::met, sample_today()}));
    must(caseload->run(CopyPlan{on.sample.session, on.empty}));
    const Session& to = *caseload->session(on.empty);
    EXPECT_TRUE(to.goals.empty());
    ASSERT_EQ(to.blocks.size(), 3u);
    EXPECT_TRUE(to.blocks[0].goals.empty());
    EXPECT_NE(to.blocks[0].id, on.session().blocks[0].id);
}

TEST(Commands, ASharedSessionMayServeGoalsOfEachChildInIt) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    const Goal hers = sample_goal(on.friend_, "hers");
    must(caseload->run(AddGoal{hers}));
    Session session = on.session();
    session.goals.push_back(hers.id);
    EXPECT_EQ(caseload->run(EditSession{session}).error().field, "goals") << "she is not in the session";
    session.participants.push_back(Participant{.child = on.friend_});
    EXPECT_EQ(label_after(*caseload, EditSession{session}),
              "Change children and goals of Teo García and Amina's session");
    session = on.session();
    ASSERT_EQ(session.participants.size(), 2u);
    session.participants.push_back(Participant{.child = on.friend_});
    EXPECT_EQ(caseload->run(EditSession{session}).error().field, "participants");
    session.participants.pop_back();
    session.group = on.group;
    must(caseload->run(EditSession{session}));
    EXPECT_EQ(label_after(*caseload, RemoveSession{session.id}).find("Remove Group hoppers' session"), 0u);
}

TEST(Commands, KeepWhatTheRecordNeeds) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    EXPECT_EQ(caseload->run(RemoveGoal{on.sample.goal}).error().kind, ErrorKind::refused);
    EXPECT_EQ(caseload->run(ArchiveTherapist{on.sample.therapist}).error().field, "therapist");
    EXPECT_EQ(caseload->run(CopyPlan{on.sample.session, on.held}).error().kind, ErrorKind::refused);
    Session foreign = sample_session(on.sample.child, GoalId{99}, sample_today());
    EXPECT_EQ(caseload->run(AddSession{foreign}).error().kind, ErrorKind::missing);
    Goal draft = sample_goal(on.sample.child, "new");
    draft.status = GoalStatus::draft;
    draft.baseline.clear();
    must(caseload->run(AddGoal{draft}));
    EXPECT_EQ(caseload->run(SetGoalStatus{draft.id, GoalStatus::active, sample_today()}).error().field, "baseline");
}

}  // namespace
}  // namespace pegboard::test
