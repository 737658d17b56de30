// The precautions' acceptance counts over the 213 activities of the content page, from effective attributes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>

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
            row.skills = words(cells.at(3), ',');
            row.age_min_months = std::stoi(cells.at(4));
            row.age_max_months = std::stoi(cells.at(4).substr(cells.at(4).find('-') + 1));
            for (const auto& item : words(cells.at(6), ',')) row.items.push_back({item, 1, false});
            row.space = cells.at(7);
            row.position = cells.at(9);
            row.attributes = words(cells.at(10));
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

/// Rows whose printed attributes, without what items bring, hold one of `codes`.
long count_printed(const std::string& codes) {
    return count_facts([&](const Activity& row) {
        return std::ranges::any_of(words(codes), [&](const auto& code) {
            return std::ranges::find(row.attributes, code) != row.attributes.end();
        });
    });
}

TEST(PrecautionCounts, AgreeWithTheContentPage) {
    ASSERT_EQ(facts().size(), 213U);
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=NWB", exclude), 102);
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=NWB", fine), 111);
    EXPECT_EQ(count_verdict("wb_leg", "side=left,grade=PWB", exclude), 26);
    EXPECT_EQ(count_verdict("wb_arm", "side=left,grade=NWB", exclude), 13);
    EXPECT_EQ(count_verdict("aai", "status=known", exclude), 5);
    // Sixteen only with what items bring; the attributes printed by hand name latex in five rows.
    EXPECT_EQ(count_verdict("latex", "", exclude), 16);
    EXPECT_EQ(count_printed("LTX BAL"), 5);
}

TEST(PrecautionCounts, PicaCountsFortyThreeAndFourMoreForFoamAndPaint) {
    // The page counts SMP, BAL and MAG: 43, of which items bring 6 (37 are printed by hand). Its rule also
    // names foam and paint that are not edible: four rows more, unless those in use are known to be edible.
    EXPECT_EQ(count_verdict("mouthing", "kind=pica,edible_only=yes", exclude), 43);
    EXPECT_EQ(count_verdict("mouthing", "kind=pica", exclude), 47);
    EXPECT_EQ(count_printed("SMP BAL MAG"), 37);
}

TEST(PrecautionCounts, FlagsAgreeWithTheContentPage) {
    // The page's flag for an open area counts OPN alone; large spaces flag as well.
    const auto runner = child_with("elopement", "one_to_one_closed=yes");
    EXPECT_EQ(count_facts([&](const Activity& row) {
                  const auto found = check_precautions(runner, row, library(), {}, today, 1);
                  return !found.empty() && found[0].reason.find("open space or an exit") != std::string::npos;
              }),
              20);
    EXPECT_EQ(count_printed("OPN"), 20);
    // The page's seven for a G-tube are those that press on the belly: ruled out in the feed window. Its rule
    // also flags bumping, pressure and water: eight rows more.
    EXPECT_EQ(count_verdict("gtube", "in_feed_window=yes", exclude), 7);
    EXPECT_EQ(count_verdict("gtube", "in_feed_window=no", flag), 15);
    EXPECT_EQ(count_printed("PRB"), 7);
    EXPECT_EQ(count_verdict("food_allergy", "", exclude) + count_verdict("food_allergy", "", flag), 13);
    EXPECT_EQ(count_printed("FOD ALG"), 13);
}

TEST(PrecautionCounts, TheWrittenActivitiesAreTheOnesThePageLists) {
    for (const auto& row : facts()) {
        const Activity* written = library().activity(row.id);
        if (!written) continue;
        SCOPED_TRACE(row.id);
        EXPECT_EQ(written->skills, row.skills);
        EXPECT_EQ(written->space, row.space);
        EXPECT_EQ(written->position, row.position);
        EXPECT_EQ(written->age_min_months, row.age_min_months);
        EXPECT_EQ(written->age_max_months, row.age_max_months);
        for (const auto& code : effective_attributes(row, library(), {})) {
            // The page makes paint a fixed item of SX12; as written it is optional and dry, so nothing is messy.
            if (row.id == "SX12" && code == "TAC") continue;
            EXPECT_TRUE(std::ranges::count(written->effective_attributes, code)) << code;
        }
    }
}

}  // namespace
}  // namespace pegboard
