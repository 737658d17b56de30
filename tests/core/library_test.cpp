// The built-in library as built: counts, every field filled, look-ups, and search as a person types.
#include "core/library/library.h"
#include "tests/core/library_at_hand.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

namespace pegboard {
namespace {

const std::filesystem::path library_db = std::filesystem::path(PEGBOARD_DATA) / "library.db";

std::vector<std::string> found(std::string_view typed) {
    std::vector<std::string> ids;
    for (const auto& hit : library().search(typed))
        ids.push_back(library().activities()[static_cast<std::size_t>(hit.activity)].id);
    return ids;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

TEST(Library, HoldsTheFourLibrariesAndAllVocabularies) {
    std::map<std::string, int> in_category;
    for (const auto& activity : library().activities()) ++in_category[activity.category];
    EXPECT_EQ(in_category["handwriting"], 34);
    EXPECT_EQ(in_category["scissors"], 18);
    EXPECT_EQ(in_category["hop_jump"], 19);
    EXPECT_EQ(in_category["ball"], 22);
    EXPECT_EQ(library().focus_areas().size(), 10U);
    EXPECT_EQ(library().categories().size(), 15U);
    EXPECT_EQ(library().spaces().size(), 10U);
    EXPECT_EQ(library().positions().size(), 11U);
    EXPECT_EQ(library().attributes().size(), 47U);
    EXPECT_EQ(library().needs().size(), 16U);
    EXPECT_EQ(library().interests().size(), 22U);
    EXPECT_EQ(library().supervision().size(), 4U);
    EXPECT_EQ(library().intensities().size(), 4U);
    EXPECT_EQ(library().dimensions().size(), 15U);
    EXPECT_EQ(library().cue_types().size(), 7U);
    EXPECT_EQ(library().allergens().size(), 14U);
    EXPECT_EQ(library().measures().size(), 17U);
    EXPECT_EQ(library().assist_levels().size(), 9U);
    EXPECT_EQ(library().prompt_levels().size(), 9U);
}

TEST(Library, EveryActivityHasEveryFieldOfTheRecord) {
    for (const auto& one : library().activities()) {
        SCOPED_TRACE(one.id);
        for (const auto* text :
             {&one.title, &one.idea, &one.space, &one.position, &one.intensity, &one.supervision, &one.source_note,
              &one.discipline, &one.measure_type, &one.measure_what, &one.measure_unit})
            EXPECT_FALSE(text->empty());
        EXPECT_FALSE(one.skills.empty() || one.arcs.empty() || one.items.empty() || one.setup.empty());
        EXPECT_GE(one.steps.size(), 3U);
        EXPECT_GE(one.easier.size(), 2U);
        EXPECT_GE(one.harder.size(), 2U);
        EXPECT_GE(one.cues.size(), 3U);
        EXPECT_FALSE(one.safety.empty());
        EXPECT_GT(one.minutes, one.minutes_min);
        EXPECT_GT(one.age_max_months, one.age_min_months);
        EXPECT_EQ(one.sensory_load.size(), 4U);
        EXPECT_EQ(one.home_ok, !one.home_text.empty());
        for (const auto& attribute : one.attributes) EXPECT_TRUE(holds(one.effective_attributes, attribute));
    }
}

TEST(Library, ActivitiesAndCategoriesStandInPageOrder) {
    EXPECT_EQ(library().activities().front().id, "HW01");
    EXPECT_EQ(library().categories().front().id, "handwriting");
    std::vector<std::string> seen;
    for (const auto& activity : library().activities())
        if (seen.empty() || seen.back() != activity.category) seen.push_back(activity.category);
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(library().categories()[i].id, seen[i]);
    EXPECT_TRUE(std::ranges::is_sorted(library().activities(), [](const Activity& a, const Activity& b) {
        return a.category == b.category && a.id < b.id;
    }));
}

TEST(Library, LooksUpByIdAndSaysNothingForUnknownOnes) {
    ASSERT_NE(library().skill("fm.cut4_line"), nullptr);
    EXPECT_EQ(library().skill("fm.cut4_line")->parent, "fm.cut");
    EXPECT_EQ(library().item("scissors")->attributes, std::vector<std::string>{"SHP"});
    EXPECT_EQ(library().precaution("latex")->short_label, "Latex allergy");
    EXPECT_EQ(library().activity("HJ12")->category, "hop_jump");
    EXPECT_EQ(library().category("ball")->arcs, std::vector<Arc>{Arc::main});
    EXPECT_EQ(library().focus("self_care")->discipline, "OT");
    EXPECT_EQ(library().measure("time_s")->better, "down");
    EXPECT_EQ(library().assist_levels()[4].code, "CGA");
    EXPECT_EQ(library().skill("no.such"), nullptr);
    EXPECT_EQ(library().item(""), nullptr);
    EXPECT_EQ(library().precaution("Latex"), nullptr);
    EXPECT_EQ(library().activity("HJ99"), nullptr);
}

TEST(Library, StepsOfASequenceComeInOrder) {
    const auto steps = library().steps_of("fm.cut");
    ASSERT_GE(steps.size(), 4U);
    for (std::size_t i = 0; i < steps.size(); ++i) EXPECT_EQ(steps[i]->step_no, static_cast<int>(i) + 1);
    EXPECT_TRUE(library().steps_of("fm.pincer").empty());
    EXPECT_TRUE(library().steps_of("fm.cut4_line").empty());
}

TEST(Library, NamesAreAskedForByManyWorkersAtOnce) {
    constexpr int workers = 6, words = 4000;
    std::atomic<int> wrong = library().name_of("hall") == "Hall (8 m run)" ? 0 : 1;  // and it is open by now
    std::vector<std::thread> all;
    for (int worker = 0; worker < workers; ++worker)
        all.emplace_back([&wrong, worker] {
            for (int i = 0; i < words; ++i) {
                // Words that are no ids, some of them asked for by two workers.
                const std::string word = "a word of " + std::to_string(i * (worker / 2 + 1));
                if (library().name_of(word) != word) ++wrong;
            }
        });
    for (std::thread& each : all) each.join();
    EXPECT_EQ(wrong, 0);
}

TEST(Library, NamesAnythingAndKeepsWordsThatAreNoId) {
    EXPECT_EQ(library().name_of("hall"), "Hall (8 m run)");
    EXPECT_EQ(library().name_of("JP"), "Jumping or hopping");
    EXPECT_EQ(library().name_of("LTX"), "May contain latex");
    EXPECT_EQ(library().name_of("fm.cut"), "Scissor skills");
    EXPECT_EQ(library().name_of("reach"), "Adult within reach");
    EXPECT_EQ(library().name_of("scissors"), "Scissors") << "the category, not the item";
    EXPECT_EQ(library().name_of("room"), "Room (4 x 4 m)");
    EXPECT_EQ(library().name_of("stairs"), "Stairs");
    EXPECT_EQ(library().name_of("gas"), "Goal scale");
    EXPECT_EQ(library().name_of("grandad's tractor"), "grandad's tractor");
}

TEST(LibrarySearch, FindsByPrefixIgnoringCaseAndAccents) {
    EXPECT_EQ(found("treasure map").front(), "HW01");
    EXPECT_EQ(found("TREAS MÁP").front(), "HW01");
    EXPECT_EQ(found("tre").size(), found("TRÉ").size());
    EXPECT_TRUE(holds(found("hop"), "HJ12"));
    EXPECT_EQ(found("hj12").front(), "HJ12");
}

TEST(LibrarySearch, EveryTypedWordMustBegin) {
    const auto both = found("ball wall");
    for (const auto& id : both) {
        EXPECT_TRUE(holds(found("ball"), id)) << id;
        EXPECT_TRUE(holds(found("wall"), id)) << id;
    }
    EXPECT_TRUE(found("zzyzx").empty());
    EXPECT_TRUE(found("treasure zzyzx").empty());
    EXPECT_TRUE(found("issors").empty()) << "the middle of a word is no match";
}

TEST(LibrarySearch, RanksTitleOverSkillsOverIdeaOverStepsOverItems) {
    const auto rank_of = [](std::string_view typed, const std::string& id) {
        for (const auto& hit : library().search(typed))
            if (library().activities()[static_cast<std::size_t>(hit.activity)].id == id) return hit.rank;
        return 0.0;
    };
    const double title = rank_of("treasure", "HW01");  // "Short-crayon treasure map"
    const double skill = rank_of("colour", "HW01");    // "Colours inside ..."
    const double idea = rank_of("fist", "HW01");
    const double step = rank_of("palm", "HW01");
    const double item = rank_of("paper", "HW01");
    EXPECT_GT(title, skill);
    EXPECT_GT(skill, idea);
    EXPECT_GT(idea, step);
    EXPECT_GT(step, item);
    EXPECT_GT(item, 0);
    EXPECT_GT(title, rank_of("treas", "HW01")) << "a whole word beats its beginning";
}

TEST(LibrarySearch, NothingTypedShowsAllInPageOrder) {
    EXPECT_EQ(library().search("").size(), library().activities().size());
    EXPECT_EQ(found(" - ").front(), "HW01");
}

TEST(LibrarySearch, TheFullTextTableAnswersInSql) {
    const SQLite::Database file(library_db.string(), SQLite::OPEN_READONLY);
    SQLite::Statement query(file,
                            "SELECT id FROM activity_text WHERE activity_text MATCH ? ORDER BY bm25(activity_text)");
    query.bind(1, "treas* map");
    ASSERT_TRUE(query.executeStep());
    EXPECT_EQ(query.getColumn(0).getString(), "HW01");
}

TEST(LibraryFile, AMissingOrForeignFileIsRefusedInWords) {
    const auto missing = Library::open("no/such/library.db");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::storage);
    EXPECT_NE(missing.error().message.find("Install Pegboard again"), std::string::npos);

    const auto path = std::filesystem::path(testing::TempDir()) / "pegboard_not_a_library.db";
    std::ofstream(path)
        << "This is no database at all, only a line of text that is long enough to be read as a header.";
    EXPECT_FALSE(Library::open(path));
    std::filesystem::copy_file(library_db, path, std::filesystem::copy_options::overwrite_existing);
    {
        SQLite::Database file(path.string(), SQLite::OPEN_READWRITE);
        file.exec("PRAGMA user_version = 99");
    }
    const auto newer = Library::open(path);
    ASSERT_FALSE(newer);
    EXPECT_NE(newer.error().message.find("another version"), std::string::npos);
    std::filesystem::remove(path);
}

TEST(Fold, LowersAndTakesAccentsOff) {
    EXPECT_EQ(fold("Łucja Nguyễn"), "lucja nguyen");
    EXPECT_EQ(fold("ÅSA Straße Œuvre"), "asa strasse oeuvre");
    EXPECT_EQ(fold("e\xCC\x81t\xC3\xA9"), "ete") << "combining and composed accents";
    EXPECT_EQ(fold("ΑΩ ЖЯ"), "αω жя");
    EXPECT_EQ(fold("李 \xFF"), "李 \xEF\xBF\xBD") << "other scripts stay; a broken byte becomes the sign for one";
    EXPECT_EQ(fold(""), "");
}

}  // namespace
}  // namespace pegboard
