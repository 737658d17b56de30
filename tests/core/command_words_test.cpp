// What commands say and refuse: labels in plain words, and what the record needs to keep.
#include <utility>

#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {

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

TEST(Commands, NobodyIsSeenBeforeTheyAreBorn) {
    const TempFolder folder;
    const auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    Session session = *caseload->session(sample.session);
    session.date = caseload->child(sample.child)->date_of_birth + -1;
    const Status edited = caseload->run(EditSession{session});
    ASSERT_FALSE(edited.ok());
    EXPECT_EQ(edited.error().field, "date");
    EXPECT_NE(edited.error().message.find("was born. Check the year."), std::string::npos) << edited.error().message;
    session.id = {};
    EXPECT_EQ(caseload->run(AddSession{session}).error().field, "date");
}

}  // namespace
}  // namespace pegboard::test
