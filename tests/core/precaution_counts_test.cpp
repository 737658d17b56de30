// How many of the 213 activities of the content page each precaution rules out or flags. The rows of facts and the
// counts were checked by hand, record by record; a change in a record's hazards shows here.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

#include "tests/core/precaution_fixture.h"

namespace pegboard {
namespace {

using namespace precaution_test;

constexpr auto exclude = Verdict::exclude;
constexpr auto flag = Verdict::flag;
constexpr auto fine = Verdict::fine;

const std::vector<Activity>& facts() {
    static const auto rows = [] {
        std::vector<Activity> all;
        std::ifstream file(std::filesystem::path(PEGBOARD_TEST_DATA) / "activity_facts.psv");
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with('#')) continue;
            std::vector<std::string> cells;
            std::stringstream stream(line);
            for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(cell);
            Activity row;
            row.id = cells.at(0);
            row.title = cells.at(1);
            row.skills = words(cells.at(3), ',');
            row.age_min_months = std::stoi(cells.at(4));
            row.age_max_months = std::stoi(cells.at(4).substr(cells.at(4).find('-') + 1));
            row.minutes = std::stoi(cells.at(5));
            for (const auto& item : words(cells.at(6), ',')) row.items.push_back({item, 1, false});
            row.space = cells.at(7);
            row.position = cells.at(9);
            row.attributes = words(cells.at(10));
            row.needs = words(cells.at(11));
            all.push_back(row);
        }
        return all;
    }();
    return rows;
}

long count_facts(const std::function<bool(const Activity&)>& counts) { return std::ranges::count_if(facts(), counts); }

long count_verdict(const std::string& code, const std::string& parameters, Verdict wanted) {
    const auto child = child_with(code, parameters);
    return count_facts(
        [&](const Activity& row) { return verdict(check_precautions(child, row, library(), {}, today, 1)) == wanted; });
}

/// Rows whose own hazards, without what items bring, hold one of `codes`.
long count_own(const std::string& codes) {
    return count_facts([&](const Activity& row) {
        return std::ranges::any_of(words(codes), [&](const auto& code) {
            return std::ranges::find(row.attributes, code) != row.attributes.end();
        });
    });
}

TEST(PrecautionCounts, BonesJointsAndMuscles) {
    ASSERT_EQ(facts().size(), 213U);
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=NWB", exclude), 112);
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=NWB", fine), 97) << "four wet ones speak of the dressing";
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=PWB", exclude), 47) << "and the swing";
    EXPECT_EQ(count_verdict("wb_arm", "side=left,grade=NWB,hand_free=yes", exclude), 48) << "and all that jumps";
    EXPECT_EQ(count_verdict("wb_arm", "side=left,grade=NWB", exclude), 96) << "and all that takes two hands";
    EXPECT_EQ(count_verdict("aai", "status=known,cleared=no", exclude), 58) << "and the head held far back";
    Child risk = child_with("aai", "");
    risk.precautions[0].parameters["status"] = "a risk, not checked yet";
    EXPECT_EQ(count_facts([&](const Activity& row) {
                  return verdict(check_precautions(risk, row, library(), {}, today, 1)) == exclude;
              }),
              9)
        << "pressed, curls, rolls, head low; jumps and chases are flagged";
    EXPECT_EQ(count_verdict("bone_fragile", "", exclude), 56);
    EXPECT_EQ(count_verdict("spine", "cleared=no", exclude), 83);
    EXPECT_EQ(count_verdict("hip", "cleared=no", exclude), 65)
        << "and what bends the hip past a right angle, a swing, a ball or a pad to sit or stand on";
    EXPECT_EQ(count_verdict("plexus", "cleared=no", exclude), 30);
}

TEST(PrecautionCounts, MedicalKindsAndDevices) {
    EXPECT_EQ(count_verdict("bleeding", "cleared=no", exclude), 46) << "and hard pushing and pulling";
    // The story walk (SE10) is a walk on which one can talk: vigorous only on its last rung.
    EXPECT_EQ(count_verdict("muscle", "", exclude), 60);
    EXPECT_EQ(count_verdict("oxygen", "", exclude), 15) << "and two tunnels and the tooth brush with paste";
    EXPECT_EQ(count_verdict("concussion", "stage=stage 2", exclude), 63);
    EXPECT_EQ(count_verdict("skin_blister", "", exclude), 48);
    EXPECT_EQ(count_verdict("cardiac", "surgery_recovery=yes", exclude), 71);
    EXPECT_EQ(count_verdict("gtube", "in_feed_window=yes", exclude), 75) << "and what folds the belly over the thighs";
    EXPECT_EQ(count_verdict("shunt", "programmable=yes", exclude), 19);
    EXPECT_EQ(count_verdict("latex", "", exclude), 16);
    EXPECT_EQ(count_verdict("food_allergy", "", exclude) + count_verdict("food_allergy", "", flag), 14);
    EXPECT_EQ(count_verdict("dysphagia", "", exclude), 7);
    // Small pieces, balloon and magnet; foam, paint and dough that are not edible are seven more.
    EXPECT_EQ(count_verdict("mouthing", "kind=pica,edible_only=yes", exclude), 43);
    EXPECT_EQ(count_verdict("mouthing", "kind=pica", exclude), 50);
}

TEST(PrecautionCounts, OwnHazards) {
    EXPECT_EQ(count_own("LEG"), 17);
    EXPECT_EQ(count_own("RUN"), 13);
    EXPECT_EQ(count_own("TWI"), 26);
    EXPECT_EQ(count_own("ECC"), 45);
    EXPECT_EQ(count_own("CNT"), 13);
    EXPECT_EQ(count_own("OPN"), 21);
    EXPECT_EQ(count_own("PRB"), 15);
    EXPECT_EQ(count_own("OVH"), 3);
}

TEST(PrecautionCounts, TheRecordsAreAsTheyWereReviewed) {
    for (const auto& row : facts()) {
        const Activity* written = library().activity(row.id);
        SCOPED_TRACE(row.id);
        ASSERT_NE(written, nullptr);
        EXPECT_EQ(written->title, row.title);
        EXPECT_EQ(written->skills, row.skills);
        EXPECT_EQ(written->space, row.space);
        EXPECT_EQ(written->position, row.position);
        EXPECT_EQ(written->minutes, row.minutes);
        EXPECT_EQ(written->age_min_months, row.age_min_months);
        EXPECT_EQ(written->age_max_months, row.age_max_months);
        EXPECT_EQ(written->needs, row.needs);
        const std::set<std::string> own(written->attributes.begin(), written->attributes.end());
        EXPECT_EQ(own, std::set<std::string>(row.attributes.begin(), row.attributes.end()));
        std::set<std::string> needed, reviewed;
        for (const auto& used : written->items)
            if (!used.optional) needed.insert(used.item);
        for (const auto& used : row.items) reviewed.insert(used.item);
        EXPECT_EQ(needed, reviewed);
    }
}

}  // namespace
}  // namespace pegboard
