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
    const std::map<std::string, std::string> drawn{
        {"SU", "baby-supine"}, {"PR", "baby-prone"}, {"SF", "baby-sit"}, {"QU", "baby-crawl"}, {"SC", "high-chair"}};
    std::size_t looked_at = 0;
    for (const auto& activity : library().activities()) {
        const auto figure = drawn.find(activity.position);
        if (activity.age_min_months >= 9 || figure == drawn.end()) continue;
        ++looked_at;
        EXPECT_EQ(decode_scene(activity.picture).figure, figure->second) << activity.id;
    }
    EXPECT_GE(looked_at, 15U);
    EXPECT_EQ(scene_of("GM02").figure, "baby-cruise") << "who cruises holds on";
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
