// A therapist's own activities: kept in the caseload, held to the library's checks, and shown by the library, its
// search, its filters and the planner like the built-in ones.
#include <filesystem>

#include "core/library/content/check_activity.h"
#include "core/library/filter.h"
#include "core/library/skill_graph.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

std::unique_ptr<Library> open_library() {
    return Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db").take();
}

bool finds(const Library& library, std::string_view typed, const std::string& id) {
    for (const Hit& hit : library.search(typed))
        if (library.activities()[static_cast<std::size_t>(hit.activity)].id == id) return true;
    return false;
}

TEST(OwnActivities, StandBehindTheBuiltInOnesAndAreFound) {
    const auto library = open_library();
    const auto built_in = library->activities();
    const auto revision = library->revision();
    const OwnActivity own = sample_own_activity("canyon");
    library->include_own({own});
    EXPECT_GT(library->revision(), revision);
    ASSERT_EQ(library->activities().size(), built_in.size() + 1);
    EXPECT_EQ(library->activities().front(), built_in.front());
    const Activity* shown = library->activity(own.activity.id);
    ASSERT_NE(shown, nullptr);
    EXPECT_EQ(shown, &library->activities().back());
    EXPECT_EQ(shown->discipline, "PT") << "derived from its skills";
    EXPECT_TRUE(finds(*library, "stepping canyon", own.activity.id));
    EXPECT_TRUE(finds(*library, "steping canyno", own.activity.id)) << "slips are forgiven as for any other";
    ActivityFilter filter;
    filter.category = "hop_jump";
    filter.own = true;
    ActivityFacts facts;
    facts.own = {own.activity.id};
    const auto hops = find_activities(*library, filter, facts);
    EXPECT_EQ(hops.size(), 1U);
    EXPECT_GE(skill_fit(*shown, "bc.one_foot", *library), FitKind::second_skill);
    library->include_own({});
    EXPECT_EQ(library->activities(), built_in);
    EXPECT_EQ(library->activity(own.activity.id), nullptr);
}

TEST(OwnActivities, ArchivedOnesAreKeptForPlansOnly) {
    const auto library = open_library();
    OwnActivity own = sample_own_activity("canyon");
    own.archived = true;
    const auto shown = library->activities().size();
    library->include_own({own});
    EXPECT_EQ(library->activities().size(), shown);
    EXPECT_FALSE(finds(*library, "canyon", own.activity.id));
    ASSERT_NE(library->activity(own.activity.id), nullptr);
    EXPECT_EQ(library->activity(own.activity.id)->title, own.activity.title);
}

TEST(OwnActivities, WhatWasHandedOutStaysReadable) {
    const auto library = open_library();
    const OwnActivity own = sample_own_activity("canyon");
    library->include_own({own});
    const Activity* held = library->activity(own.activity.id);
    const std::string title = held->title;
    for (std::size_t i = 0; i < Library::kept_shelves; ++i) library->include_own({sample_own_activity("other")});
    EXPECT_EQ(held->title, title);
}

TEST(OwnActivities, AreHeldToTheLibrarysChecks) {
    const auto library = open_library();
    for (const Activity& activity : library->activities())
        EXPECT_TRUE(content::check_activity_by_itself(activity).empty()) << activity.id;
    const auto faults_of = [&](auto&& change) {
        Activity one = *library->activity("HJ01");
        change(one);
        std::string all;
        for (const auto& fault : content::check_own_activity(one, *library))
            all += fault.field + ": " + fault.text + "\n";
        return all;
    };
    EXPECT_EQ(faults_of([](Activity&) {}), "");
    EXPECT_NE(faults_of([](Activity& one) { one.skills = {"gm.flying"}; }).find("skills.0"), std::string::npos);
    EXPECT_NE(faults_of([](Activity& one) { one.items.push_back({"moon", 1, false}); }).find("moon"),
              std::string::npos);
    EXPECT_NE(faults_of([](Activity& one) { one.attributes.clear(), one.items.clear(); }).find("hazard"),
              std::string::npos);
    EXPECT_NE(faults_of([](Activity& one) { one.steps[0] = "A normal child does it."; }).find("normal child"),
              std::string::npos);
    EXPECT_NE(faults_of([](Activity& one) { one.steps[1] = "  "; }).find("steps.1"), std::string::npos);
    EXPECT_NE(faults_of([](Activity& one) { one.safety[0] = "Bell \a"; }).find("cannot be seen"), std::string::npos);
}

TEST(OwnActivities, CommandsRefuseWhatIsNotSoundAndLeaveNothing) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    OwnActivity bad = sample_own_activity();
    bad.activity.steps.resize(1);
    const Status refused = caseload->run(AddOwnActivity{bad});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().field, "steps");
    EXPECT_EQ(refused.error().message, "Needs 3 to 6 steps, has 1.");
    const Activity good = sample_own_activity("park").activity;
    EXPECT_FALSE(caseload->run(ImportPack{"Park", {good, bad.activity}}).ok());
    EXPECT_TRUE(caseload->own_activities().empty()) << "all or none";
    must(caseload->run(ImportPack{"Park", {good, good}}));
    EXPECT_EQ(caseload->own_activities().size(), 1U) << "the same words are taken once";
    EXPECT_EQ(caseload->own_activities().front().from_pack, "Park");
    EXPECT_EQ(caseload->run(ImportPack{"Park", {good}}).error().kind, ErrorKind::refused);
    EXPECT_EQ(caseload->run(ArchiveOwnActivity{OwnActivityId{5}}).error().kind, ErrorKind::missing);
}

TEST(OwnActivities, ACopyIsOnesOwnAndKnowsWhereItCameFrom) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    const auto library = open_library();
    const OwnActivityId id = mint<OwnActivityId>();
    for (const Activity& activity : library->activities()) must(caseload->run(CopyActivity{activity, {}}));
    must(caseload->run(CopyActivity{*library->activity("BA01"), id}));
    const OwnActivity* copy = caseload->own_activity(id);
    ASSERT_NE(copy, nullptr);
    EXPECT_EQ(copy->copied_from, "BA01");
    EXPECT_EQ(copy->activity.id, own_activity_key(id));
    EXPECT_EQ(copy->activity.steps, library->activity("BA01")->steps);
    EXPECT_EQ(caseload->history({}, 1).take()[0].label, "Copy activity Leg-gate roll");
}

TEST(OwnActivities, AFavouriteIsKeptOnceAndTakenBackByTheSameCommand) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    must(caseload->run(SetFavourite{"BA01", "Leg-gate roll", true}));
    must(caseload->run(SetFavourite{"BA01", "Leg-gate roll", true}));
    must(caseload->run(SetFavourite{"BA02", "Ramp bowling", true}));
    EXPECT_EQ(caseload->history({}, 1).take()[0].label, "Add Ramp bowling to favorites");
    must(caseload->run(SetFavourite{"BA02", "Ramp bowling", false}));
    ASSERT_EQ(caseload->favourites().size(), 1U);
    EXPECT_EQ(caseload->favourites()[0].activity, "BA01");
    EXPECT_EQ(caseload->run(SetFavourite{}).error().field, "activity");
}

TEST(OwnActivities, TheCaseloadTellsWhenTheyChanged) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fill(*caseload);
    const auto before = caseload->own_activities_revision();
    must(caseload->run(AddOwnActivity{sample_own_activity()}));
    const auto added = caseload->own_activities_revision();
    EXPECT_GT(added, before);
    must(caseload->run(AddTherapist{sample_therapist("Berg")}));
    EXPECT_EQ(caseload->own_activities_revision(), added);
    must(caseload->undo());
    must(caseload->undo());
    EXPECT_GT(caseload->own_activities_revision(), added);
    EXPECT_TRUE(caseload->own_activities().empty());
}

}  // namespace
}  // namespace pegboard::test
