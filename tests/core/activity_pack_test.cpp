// Packs of activities: what is written is read back the same, and a file that is not sound, or is meant to do harm, is
// refused with file, line and reason.
#include "core/exchange/activity_pack.h"

#include <random>

#include "tests/core/library_at_hand.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// An activity as a pack holds it: nothing derived, no former ids.
Activity bare(Activity activity) {
    activity.discipline.clear();
    activity.effective_attributes.clear();
    activity.picture.clear();
    activity.step_pictures.clear();
    activity.formerly.clear();
    return activity;
}

ActivityPack sample_pack() {
    ActivityPack pack{"Garden \"games\" \\ Müller", "Ada Berg, OT", {}};
    for (const Activity& activity : library().activities()) pack.activities.push_back(bare(activity));
    return pack;
}

std::string faults(const std::string& text) {
    std::string all;
    for (const auto& problem : read_pack(text, "games.toml", library()).problems) all += say_problem(problem) + "\n";
    return all;
}

std::string small_pack() { return write_pack({"Games", "", {bare(*library().activity("BA01"))}}); }

std::string with(std::string text, const std::string& what, const std::string& instead) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), instead);
}

TEST(ActivityPack, EveryBuiltInActivityComesBackTheSame) {
    const ActivityPack pack = sample_pack();
    const PackReading reading = read_pack(write_pack(pack), "games.toml", library());
    for (const auto& problem : reading.problems) ADD_FAILURE() << say_problem(problem);
    EXPECT_EQ(reading.pack, pack);
}

TEST(ActivityPack, NamesFileLineAndReason) {
    const std::string good = small_pack();
    EXPECT_EQ(faults(good), "");
    EXPECT_NE(faults(with(good, "gm.ball1_roll", "gm.flying"))
                  .find("games.toml, line 10: Leg-gate roll: skill \"gm.flying\" does not exist\n"),
              std::string::npos);
    EXPECT_NE(faults(with(good, "title = \"Leg-gate roll\"\n", "")).find("\"title\" is missing"), std::string::npos);
    EXPECT_NE(faults(with(good, "minutes = 5", "minutes = \"5\"")).find("must be a whole number"), std::string::npos);
    EXPECT_NE(faults(with(good, "minutes = 5", "minuets = 5")).find("unknown field \"minuets\""), std::string::npos);
    EXPECT_NE(faults(with(good, "Roll the ball", "A normal child rolls the ball")).find("normal child"),
              std::string::npos);
    EXPECT_NE(faults(with(good, "[[activity]]", "[[activity")).find("games.toml, line "), std::string::npos);
}

TEST(ActivityPack, RefusesOtherFilesAndNewerPacksInOneLine) {
    EXPECT_NE(faults("").find("this is no activity pack"), std::string::npos);
    EXPECT_NE(faults("title = \"Shopping\"").find("this is no activity pack"), std::string::npos);
    EXPECT_EQ(faults(with(small_pack(), "pegboard_pack = 2", "pegboard_pack = 3")),
              "games.toml, line 1: this pack was written by a newer Pegboard. Install the newest version to open it\n");
    EXPECT_NE(faults("pegboard_pack = 0\nname = \"x\"").find("the format must be 1"), std::string::npos);
    EXPECT_NE(faults("pegboard_pack = 1\nname = \"x\"").find("holds no activity"), std::string::npos);
}

TEST(ActivityPack, RefusesTwoOfOneId) {
    const Activity one = bare(*library().activity("BA01"));
    EXPECT_NE(faults(write_pack({"Twice", "", {one, one}})).find("the id BA01 is used twice"), std::string::npos);
}

TEST(ActivityPack, HostileFilesAreRefusedSoon) {
    EXPECT_NE(faults(std::string(most_pack_bytes + 1, ' ')).find("larger than a pack"), std::string::npos);
    EXPECT_NE(faults("pegboard_pack = 1\nname = " + std::string(100'000, '[')), "");
    std::string dotted = "a";
    for (int i = 0; i < 60'000; ++i) dotted += ".a";
    for (const std::string& line :
         {dotted + " = 1", "[" + dotted + "]", "[[" + dotted + "]]", "x = {" + dotted + " = 1}"})
        EXPECT_NE(faults("pegboard_pack = 1\n" + line), "") << "120 KB that would recurse as deep";
    std::string nested = "x = ";
    for (int i = 0; i < 30'000; ++i) nested += "{a = ";
    EXPECT_NE(faults("pegboard_pack = 1\n" + nested), "");
    EXPECT_NE(faults("pegboard_pack = 1\nname = \"" + std::string(1000, 'x') + "\""), "");
    std::string long_list = "steps = [";
    for (int i = 0; i < 200'000; ++i) long_list += "\"a\",";
    const std::string good = small_pack();
    const auto at = good.find("steps = [");
    const std::string listed = good.substr(0, at) + long_list + good.substr(good.find(']', at));
    EXPECT_NE(faults(listed).find("too many entries"), std::string::npos);
    std::string many = "pegboard_pack = 1\nname = \"many\"\n";
    for (std::size_t i = 0; i <= most_pack_activities; ++i) many += "[[activity]]\n";
    EXPECT_NE(faults(many).find("at most 1000"), std::string::npos);
    const std::string nul = with(good, "Leg-gate", std::string("Leg\0gate", 8));
    EXPECT_NE(faults(nul), "");
    EXPECT_NE(faults(with(good, "Leg-gate", "Leg\xC3gate")), "") << "broken UTF-8";
    EXPECT_NE(faults(with(good, "Leg-gate", "Leg\\u0007gate")), "") << "signs that cannot be seen";
}

TEST(ActivityPack, AnyDamageIsRefusedOrHarmless) {
    const std::string good =
        write_pack({"Games", "", {bare(*library().activity("BA01")), bare(*library().activity("HJ12"))}});
    std::mt19937 chance(11);
    const auto number = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(chance);
    };
    int refused = 0;
    for (int i = 0; i < count_of(400); ++i) {
        std::string text = good;
        for (std::size_t k = 0; k <= number(4); ++k) {
            const auto at = number(text.size());
            switch (number(4)) {
                case 0:
                    text[at] = static_cast<char>(number(256));
                    break;
                case 1:
                    text.erase(at, number(40));
                    break;
                case 2:
                    text.insert(at, text.substr(number(text.size()), number(200)));
                    break;
                default:
                    text.insert(at, 1, "[]{}\"\\#=\n,"[number(10)]);
                    break;
            }
        }
        const PackReading reading = read_pack(text, "games.toml", library());
        if (reading.sound()) {
            EXPECT_EQ(read_pack(write_pack(reading.pack), "again.toml", library()).pack, reading.pack);
        } else {
            ++refused;
            EXPECT_TRUE(reading.pack.activities.empty());
            EXPECT_LE(reading.problems.size(), 100U);
            for (const auto& problem : reading.problems) EXPECT_FALSE(problem.text.empty());
        }
    }
    EXPECT_GT(refused, count_of(400) / 2);
}

}  // namespace
}  // namespace pegboard::test
