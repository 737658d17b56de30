// Pictures of activities: the rules choose what a record calls for, the compiler says what is missing, and every
// activity of the library has a picture of its own.
#include "core/pictures/compose.h"
#include "tests/core/content_folder.h"

namespace pegboard {
namespace {

const Library& library() {
    static const auto opened = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
    return *opened.value();
}

Scene scene_of(const std::string& id) { return decode_scene(library().activity(id)->picture); }

TEST(Pictures, SceneSurvivesItsText) {
    const Scene scene{.figure = "hop",
                      .hair = "bun",
                      .tool = "",
                      .flies = "far",
                      .ground = "hall",
                      .mate = "adult-stand",
                      .detail = "paw",
                      .props = {"cones", "rope"}};
    EXPECT_EQ(decode_scene(encode(scene)), scene);
    EXPECT_EQ(decode_scene(encode(Scene{})), Scene{});
    EXPECT_EQ(decode_scene("nonsense figure=hop =x props=a,,b").figure, "hop");
}

TEST(Pictures, ShowWhatTheRecordSays) {
    const Scene hop = scene_of("HJ10");  // hops into hoops, indoors
    EXPECT_EQ(hop.figure, "hop");
    EXPECT_EQ(hop.props, std::vector<std::string>{"hoop"});
    const Scene cut = scene_of("SX13");  // cuts a circle of card
    EXPECT_EQ(cut.figure, "sit-cut");
    EXPECT_EQ(cut.tool, "scissors");
    EXPECT_EQ(cut.props.front(), "card-circle");
    EXPECT_EQ(cut.ground, "table");
    EXPECT_EQ(scene_of("MS25").figure, "wheelchair");
    EXPECT_EQ(scene_of("MS19").figure, "walker");
    EXPECT_EQ(scene_of("MS22").figure, "crutches");
    EXPECT_EQ(scene_of("MS06").figure, "climb");
    EXPECT_EQ(scene_of("MS06").mate, "adult-stand");  // hands on
    EXPECT_EQ(scene_of("PL01").mate, "friend-table");
    EXPECT_EQ(scene_of("BA14").figure, "kick");
}

TEST(Pictures, RiderWearsAHelmet) {
    for (const auto& activity : library().activities()) {
        const Scene scene = decode_scene(activity.picture);
        if (scene.figure != "ride" && scene.figure != "scooter") continue;
        EXPECT_EQ(scene.hair, "helmet") << activity.id;
    }
}

/// The device a child needs is drawn in use, or, where the child sits on a chair, at least stands beside it.
TEST(Pictures, DeviceThatIsNeededIsDrawn) {
    const std::map<std::string, std::pair<std::string, std::string>> drawn{
        {"wheelchair", {"wheelchair", "wheelchair"}},
        {"manual_chair", {"wheelchair", "wheelchair"}},
        {"walker", {"walker", "walker-frame"}},
        {"gait_trainer", {"walker", "walker-frame"}},
        {"crutches", {"crutches", "crutch-pair"}},
        {"cane", {"cane", "cane"}},
        {"one_cane", {"cane", "cane"}},
        {"stander", {"stander", "stander-frame"}}};
    std::size_t looked_at = 0;
    for (const auto& activity : library().activities()) {
        const Scene scene = decode_scene(activity.picture);
        for (const auto& need : activity.needs) {
            const auto device = drawn.find(need);
            if (device == drawn.end()) continue;
            ++looked_at;
            const bool beside = activity.position == "SC" && std::ranges::count(scene.props, device->second.second) > 0;
            EXPECT_TRUE(scene.figure == device->second.first || beside) << activity.id << " needs " << need;
        }
        const bool chair =
            std::ranges::any_of(activity.needs, [](const auto& need) { return need.ends_with("chair"); });
        EXPECT_TRUE(chair || scene.figure != "wheelchair") << activity.id;
    }
    EXPECT_GE(looked_at, 15U);
}

TEST(Pictures, BabiesAreDrawnAsBabies) {
    const std::map<std::string, std::vector<std::string>> drawn{{"SU", {"baby-supine", "baby-side"}},
                                                                {"PR", {"baby-prone", "baby-tummy", "baby-chest"}},
                                                                {"SF", {"baby-sit"}},
                                                                {"QU", {"baby-crawl"}},
                                                                {"VS", {"baby-stand"}},
                                                                {"SC", {"high-chair"}}};
    const std::vector<std::string> hair{"tuft", "fuzz", "wisp"};
    std::size_t looked_at = 0;
    for (const auto& activity : library().activities()) {
        const auto figures = drawn.find(activity.position);
        if (activity.age_min_months >= 9 || figures == drawn.end()) continue;
        ++looked_at;
        const Scene scene = decode_scene(activity.picture);
        EXPECT_EQ(std::ranges::count(figures->second, scene.figure), 1) << activity.id << ' ' << scene.figure;
        EXPECT_EQ(std::ranges::count(hair, scene.hair), 1) << activity.id << ' ' << scene.hair;
    }
    EXPECT_GE(looked_at, 15U);
    EXPECT_EQ(scene_of("GM02").figure, "baby-cruise") << "who cruises holds on";
    EXPECT_EQ(scene_of("PA14").figure, "baby-chest") << "the newborn lies on an adult's chest";
    EXPECT_EQ(scene_of("PA01").figure, "baby-tummy") << "a head of one month is hardly lifted";
}

/// A baby, who climbs, is on stairs or stands on what moves has an adult beside it.
TEST(Pictures, WhoMustNotBeAloneIsNot) {
    std::size_t looked_at = 0;
    for (const auto& activity : library().activities()) {
        const Scene scene = decode_scene(activity.picture);
        const bool baby = scene.figure.starts_with("baby") || scene.figure == "high-chair";
        const bool high = scene.figure == "climb" || activity.space == "stairs" ||
                          stood_on(library().pictures(), scene) == "trampoline" ||
                          stood_on(library().pictures(), scene) == "balance-board";
        if (!(baby && activity.age_min_months < 9) && !high && activity.supervision != "hands_on") continue;
        ++looked_at;
        EXPECT_TRUE(scene.mate.starts_with("adult") || scene.figure == "baby-chest" || scene.mate.starts_with("friend"))
            << activity.id;
        EXPECT_FALSE((baby || high) && scene.mate.starts_with("friend")) << activity.id;
    }
    EXPECT_GE(looked_at, 40U);
}

/// Where a drawing stands in a picture: the x of the last move before it.
double x_of(const std::string& svg, std::string_view kind, const std::string& name) {
    std::string body = library().pictures().find(kind, name)->svg;
    for (const auto& [tone, colour] : {std::pair{"@mid", "#112233"}, std::pair{"@deep", "#445566"}})
        for (std::size_t at = body.find(tone); at != std::string::npos; at = body.find(tone, at))
            body.replace(at, std::string_view(tone).size(), colour);
    const std::size_t at = svg.find(body);
    if (at == std::string::npos) return -1;
    return std::stod(svg.substr(svg.rfind("translate(", at) + 10));
}

std::string wide_of(const std::string& id) {
    return picture_svg(library().pictures(), scene_of(id), 156, 60, {"#112233", "#445566"});
}

TEST(Pictures, WhatIsThrownOrKickedGoesToItsAim) {
    const std::string toss = wide_of("BA03");
    EXPECT_LT(x_of(toss, "figure", "throw"), x_of(toss, "prop", "ball"));
    EXPECT_LT(x_of(toss, "prop", "ball"), x_of(toss, "prop", "basket"));
    const std::string kick = wide_of("BA14");
    EXPECT_LT(x_of(kick, "prop", "ball-play"), x_of(kick, "prop", "pins"));
}

TEST(Pictures, ChildStandsOnWhatIsStoodOn) {
    const Scene scene = scene_of("HJ02");
    EXPECT_EQ(stood_on(library().pictures(), scene), "trampoline");
    const std::string svg = wide_of("HJ02");
    EXPECT_NEAR(x_of(svg, "figure", "jump"), x_of(svg, "prop", "trampoline"), 6);
    Scene running = scene;
    running.figure = "run";
    EXPECT_EQ(stood_on(library().pictures(), running), "") << "who runs is beside it";
}

TEST(Pictures, StepsForHomeHaveSmallOnes) {
    std::size_t shown = 0, activities = 0;
    for (const auto& activity : library().activities()) {
        if (activity.step_pictures.empty()) continue;
        ++activities;
        EXPECT_TRUE(activity.home_ok) << activity.id;
        EXPECT_GE(activity.age_min_months, 24) << activity.id;
        ASSERT_EQ(activity.step_pictures.size(), activity.steps.size()) << activity.id;
        for (const auto& picture : activity.step_pictures) {
            if (picture == "-") continue;
            ++shown;
            EXPECT_NE(library().pictures().find("figure", decode_scene(picture).figure), nullptr) << picture;
        }
    }
    EXPECT_GE(activities, 80U);
    EXPECT_GE(shown, 150U);
}

TEST(Pictures, StepShowsWhatItBeginsWith) {
    Activity activity = *library().activity("HJ10");  // hops into hoops, at home too
    activity.steps = {"Hop into the next hoop.", "Hop into the next hoop.", "Say how many.", "Walk back.",
                      "(Walk) on."};
    const auto pictures = pictures_of_steps(library().pictures(), activity);
    ASSERT_EQ(pictures.size(), 5U);
    EXPECT_EQ(decode_scene(pictures[0]).figure, "hop");
    EXPECT_EQ(decode_scene(pictures[0]).props, std::vector<std::string>{"hoop"});
    EXPECT_EQ(pictures[1], "-") << "the picture above still holds";
    EXPECT_EQ(pictures[2], "-") << "nothing to see";
    EXPECT_EQ(decode_scene(pictures[3]).figure, "walk");
    activity.home_ok = false;
    EXPECT_TRUE(pictures_of_steps(library().pictures(), activity).empty());
}

TEST(Pictures, EveryActivityOfACategoryHasItsOwn) {
    std::map<std::string, std::string> taken;
    for (const auto& activity : library().activities()) {
        ASSERT_FALSE(activity.picture.empty()) << activity.id;
        const auto [first, fresh] = taken.emplace(
            activity.category + ' ' + small_look(library().pictures(), decode_scene(activity.picture)), activity.id);
        EXPECT_TRUE(fresh) << activity.id << " looks like " << first->second;
    }
}

TEST(Pictures, EveryPartIsDrawn) {
    const PictureKit& kit = library().pictures();
    for (const auto& activity : library().activities()) {
        const Scene scene = decode_scene(activity.picture);
        EXPECT_NE(kit.find("figure", scene.figure), nullptr) << activity.id;
        EXPECT_NE(kit.find("ground", scene.ground), nullptr) << activity.id;
        EXPECT_NE(kit.find("hair", scene.hair), nullptr) << activity.id;
        for (const auto& prop : scene.props) EXPECT_NE(kit.find("prop", prop), nullptr) << activity.id << ' ' << prop;
        EXPECT_LE(scene.props.size(), 2U) << activity.id;
    }
}

TEST(Pictures, AreDrawnInTheTonesAskedFor) {
    for (const auto& activity : library().activities())
        for (const double width : {48.0, 300.0}) {
            const std::string svg = picture_svg(library().pictures(), decode_scene(activity.picture), width,
                                                width == 48 ? 48 : 116, {"#112233", "#445566"});
            EXPECT_EQ(svg.find('@'), std::string::npos) << activity.id;
            EXPECT_NE(svg.find("#112233"), std::string::npos) << activity.id;
            EXPECT_EQ(svg.find("8ED09C"), std::string::npos) << activity.id;
        }
}

TEST(Pictures, FillFramesOfAnyShape) {
    const Scene scene = scene_of("HJ10");
    const auto box = [&](double width, double height) {
        const std::string svg = picture_svg(library().pictures(), scene, width, height, {"#112233", "#445566"});
        const auto at = svg.find("viewBox=\"") + 9;
        return svg.substr(at, svg.find('"', at) - at);
    };
    EXPECT_EQ(box(156, 60), "0 0 156 60");
    EXPECT_EQ(box(48, 48), "0 0 60 60");
    EXPECT_EQ(box(400, 100), "-42 0 240 60");   // more floor at both sides
    EXPECT_EQ(box(150, 100), "3 -40 150 100");  // more wall above
}

TEST(Pictures, SameChildWhateverElseChanges) {
    Activity activity = *library().activity("HJ10");
    const std::string hair = scenes_of(library().pictures(), activity).front().hair;
    activity.title = "Another name";
    activity.items.clear();
    EXPECT_EQ(scenes_of(library().pictures(), activity).front().hair, hair);
}

TEST(Pictures, UnfinishedRecordHasOneToo) {
    const auto scenes = scenes_of(library().pictures(), Activity{});
    ASSERT_FALSE(scenes.empty());
    EXPECT_FALSE(picture_svg(library().pictures(), scenes.front(), 48, 48, {"#112233", "#445566"}).empty());
    EXPECT_FALSE(scenes_of(PictureKit{}, Activity{}).empty());
}

TEST(Pictures, OwnActivityHasOneByTheSameRules) {
    const auto opened = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
    Library& mine = *opened.value();
    OwnActivity own;
    own.id = OwnActivityId{7};
    own.activity = *library().activity("BA14");
    own.activity.id = own_activity_key(own.id);
    own.activity.picture.clear();
    mine.include_own({own});
    const Activity* kept = mine.activity(own.activity.id);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(decode_scene(kept->picture).figure, "kick");
}

}  // namespace

namespace compiler {
namespace {

/// Breaks one thing in the small content with its small set of pictures.
class BreaksPictures : public testing::TestWithParam<Broken> {};

void add_pictures(const ContentFolder& folder) {
    fs::copy(fs::path(PEGBOARD_TEST_DATA) / "pictures_small", folder.path() / "pictures", fs::copy_options::recursive);
}

TEST_P(BreaksPictures, IsFoundWithFileAndLine) {
    const Broken& broken = GetParam();
    const ContentFolder folder;
    add_pictures(folder);
    const int line = folder.change(broken.file, broken.from, broken.to) + broken.lines_on;
    const auto problems = folder.problems();
    EXPECT_TRUE(std::ranges::any_of(problems,
                                    [&](const Problem& one) {
                                        return one.text.find(broken.problem) != std::string::npos &&
                                               (broken.lines_on == 0 || one.place.line == line);
                                    }))
        << "expected ..." << broken.problem << "\ngot\n"
        << listed(problems);
}

const std::string rules = "pictures/pictures.toml";

INSTANTIATE_TEST_SUITE_P(
    Rules, BreaksPictures,
    testing::Values(
        Broken{rules, "\"QU\", \"PR\"]", "\"QU\"]", "position PR has no pose that always fits"},
        Broken{rules, "  { item = \"gait_belt\", prop = \"belt\" },\n", "", "gait_belt: no prop"},
        Broken{rules, "item = \"paper\", prop", "item = \"paper\", words = [\"red\"], prop", "paper: no prop"},
        Broken{rules, "hall = \"hall\"\n", "", "space \"hall\" has no drawing"},
        Broken{rules, "sea = \"fish\"\n", "", "interest \"sea\" has no drawing"},
        Broken{rules, "sea = \"fish\"", "sea = \"fish\"\nmoon = \"fish\"", "interest \"moon\" does not exist"},
        Broken{rules, "sea = \"fish\"", "sea = \"whale\"", "\"whale\" has no drawing at pictures/details/whale.svg"},
        Broken{rules, "prop = \"belt\"", "prop = \"rope\"", "prop \"rope\" is not drawn"},
        Broken{rules, "prop = \"belt\"", "prop = \"paper\"", "prop belt: no rule chooses it"},
        Broken{rules, "\nbelt = { place = \"floor\"", "\nbelt = { place = \"sky\"", "\"place\" must be"},
        Broken{rules, "detail = [25, 17]", "detail = [25, 17, 4]", "\"detail\" needs pairs of numbers"},
        Broken{rules, "paper = \"leaf\"", "rope = \"leaf\"", "prop \"rope\" is not drawn"},
        Broken{rules, "head = [24, 8, 0]", "head = [24, 8]", "\"head\" needs 3 numbers"},
        Broken{rules, "figure = \"swing\"", "figure = \"swing\"\ntool = \"paper\"", "paper: what is held needs a grip"},
        Broken{rules, "figure = \"swing\"", "figure = \"swing\"\nflies = \"up\"", "\"flies\" must be"},
        Broken{rules, "figure = \"swing\"", "figure = \"swing\"\nskills = [\"zz.\"]", "no skill begins with \"zz.\""},
        Broken{rules, "figure = \"swing\"", "figure = \"swing\"\ncolor = \"red\"", "unknown field \"color\""},
        Broken{rules, "blue = \"rain\"\ngreen = \"leaf\"\npink = \"drop\"", "", "A03: its picture is the one of"},
        Broken{"pictures/props/belt.svg", "#8ED09C", "#FF0000", "is not drawn in the two tones"},
        Broken{"pictures/props/belt.svg", "0 0 48 48", "0 0 24 24", "is not on the grid of its kind"},
        Broken{"pictures/props/belt.svg", "</title>", "", "holds no drawing"}));

TEST(Compiler, SmallPicturesAreSound) {
    const ContentFolder folder;
    add_pictures(folder);
    EXPECT_EQ(listed(folder.problems()), "");
    write(folder.path() / "pictures/props/stray.svg", "<svg/>");
    EXPECT_NE(listed(folder.problems()).find("stray.svg:1: no rule names this drawing"), std::string::npos);
}

TEST(Compiler, PicturesDoNotDependOnTheOrderOfActivities) {
    const ContentFolder folder;
    add_pictures(folder);
    Problems none;
    Content content = read_content(folder.path(), none);
    derive(content);
    std::map<std::string, std::string> before;
    for (const auto& activity : content.activities) before[activity.id] = activity.picture;
    std::ranges::reverse(content.activities);
    const auto again = pictures_of(content, none);
    for (std::size_t i = 0; i < again.size(); ++i) EXPECT_EQ(again[i], before[content.activities[i].id]);
}

}  // namespace
}  // namespace compiler
}  // namespace pegboard
