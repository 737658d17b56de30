// What precautions let pass although its words are on a watch list: every such activity and rung stands with a reason
// in tests/data/precaution_passes.psv, read one by one. A pass without its reason, or a reason nothing needs, is an
// error.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "core/rules/rungs.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard {
namespace {

using namespace precaution_test;

/// One child's precaution and the words that must not pass it unread.
struct Watch {
    const char *code, *parameters, *words;
};
const Watch watches[] = {
    {"wb_leg", "side=left,grade=NWB",
     "run chase race kneel stand squat jump climb pedal hop skip gallop crawl scoot kick walk"},
    {"bone_fragile", "", "run chase race jump climb hop skip gallop twist pull bump swing"},
    {"bleeding", "cleared=no", "run chase race jump hop skip gallop climb bump swing"},
    {"spine", "cleared=no", "run chase race twist tummy jump hop squat pull roll crawl climb swing behind"},
    {"hip", "cleared=no", "run chase race squat jump hop kneel crawl climb skip gallop"},
    {"aai", "status=known,cleared=no", "run chase race jump hop roll bump bounce skip gallop somersault"},
    {"muscle", "", "squat pull jump hop climb stair run chase race"},
    {"concussion", "stage=stage 2", "run chase race jump hop climb swing spin bump roll skip gallop bounce"},
    {"plexus", "cleared=no", "pull crawl hang tummy"},
    {"wb_arm", "side=left,grade=NWB,hand_free=yes", "pull crawl tummy"},
    {"gtube", "in_feed_window=yes", "tummy belly"},
    {"cardiac", "surgery_recovery=yes", "pull tummy crawl"},
    {"shunt", "programmable=yes", "roll bump curl somersault"},
    {"skin_blister", "", "rub crawl"},
};

/// "hopping" for "hop", "racing" for "race", "climbs" for "climb".
bool is_form_of(const std::string& word, const std::string& stem) {
    const std::string root = stem.back() == 'e' ? stem.substr(0, stem.size() - 1) : stem;
    static const std::set<std::string, std::less<>> odd{"ran", "stood", "knelt", "swung", "swings", "tummies"};
    if (word == stem || word == stem + "s" || word == stem + "es" || word == stem + "ing" || word == stem + "ed")
        return true;
    if (word == root + "ing" || word == root + "ed" || word == root + "es") return true;
    if (word == root + root.back() + "ing" || word == root + root.back() + "ed") return true;
    return odd.contains(word) && word.substr(0, 2) == stem.substr(0, 2);
}

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> all(1);
    for (const char c : text) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalpha(letter) != 0)
            all.back() += static_cast<char>(std::tolower(letter));
        else if (!all.back().empty())
            all.emplace_back();
    }
    return all;
}

struct Pass {
    std::string code, activity, rung, word;
    auto operator<=>(const Pass&) const = default;
};

/// Where each stem of `watch` stands in `text`.
void collect(std::map<Pass, std::string>& passes, const Watch& watch, const std::string& id, int rung,
             const std::string& text) {
    const auto tokens = words_in(text);
    for (const auto& stem : precaution_test::words(std::string(watch.words)))
        if (std::ranges::any_of(tokens, [&](const auto& word) { return is_form_of(word, stem); }))
            passes.emplace(Pass{watch.code, id, std::to_string(rung), stem}, text);
}

std::map<Pass, std::string> all_passes() {
    std::map<Pass, std::string> passes;
    for (const Watch& watch : watches) {
        const Child child = child_with(watch.code, watch.parameters);
        const auto excluded = [&](const Activity& one, int rung) {
            return verdict(check_precautions(child, one, rung, library(), {}, today, 1)) == Verdict::exclude;
        };
        for (const Activity& one : library().activities()) {
            if (!excluded(one, 0)) {
                std::string text = one.title + ". " + one.idea;
                for (const auto& step : one.steps) text += " " + step;
                collect(passes, watch, one.id, 0, text);
            }
            for (int i = 1; i <= static_cast<int>(one.easier.size()); ++i)
                if (!excluded(one, -i))
                    collect(passes, watch, one.id, -i, one.easier[static_cast<std::size_t>(i - 1)].change);
            for (int i = 1; i <= static_cast<int>(one.harder.size()); ++i)
                if (!excluded(one, i))
                    collect(passes, watch, one.id, i, one.harder[static_cast<std::size_t>(i - 1)].change);
        }
    }
    return passes;
}

struct Reasons {
    std::map<Pass, std::string> by_pass;
    std::size_t open = 0;  ///< passes the file's head allows to be without a reason
};

Reasons read_reasons() {
    Reasons reasons;
    std::ifstream file(std::filesystem::path(PEGBOARD_TEST_DATA) / "precaution_passes.psv");
    EXPECT_TRUE(file.is_open());
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# open = ")) reasons.open = std::stoul(line.substr(9));
        if (line.empty() || line.starts_with('#')) continue;
        const auto cells = precaution_test::words(line, '|');
        EXPECT_EQ(cells.size(), 5U) << line;
        if (cells.size() == 5) reasons.by_pass[{cells[0], cells[1], cells[2], cells[3]}] = cells[4];
    }
    return reasons;
}

TEST(WatchList, EveryPassHasItsReasonAndEveryReasonItsPass) {
    const auto passes = all_passes();
    const Reasons reasons = read_reasons();
    std::set<Pass> used;
    std::string missing;
    std::size_t open = 0;
    for (const auto& [pass, text] : passes) {
        bool found = false;
        for (const auto& key : {pass, Pass{"*", pass.activity, pass.rung, pass.word}})
            if (reasons.by_pass.contains(key)) {
                used.insert(key);
                found = true;
            }
        if (found) continue;
        ++open;
        missing += pass.code + '|' + pass.activity + '|' + pass.rung + '|' + pass.word + "|  " + text + '\n';
    }
    if (const char* to = std::getenv("PEGBOARD_WATCH_LIST")) std::ofstream(to) << missing;
    EXPECT_LE(open, reasons.open) << missing.substr(0, 4000);
    for (const auto& [key, reason] : reasons.by_pass) {
        EXPECT_TRUE(used.contains(key)) << "nothing needs " << key.code << '|' << key.activity << '|' << key.rung << '|'
                                        << key.word;
        EXPECT_GE(reason.size(), 10U) << key.activity << " needs a reason, not a word";
    }
}

TEST(WatchList, FindsTheFormsOfItsWordsAndNoOthers) {
    EXPECT_TRUE(is_form_of("running", "run"));
    EXPECT_TRUE(is_form_of("racing", "race"));
    EXPECT_TRUE(is_form_of("kneels", "kneel"));
    EXPECT_TRUE(is_form_of("hopped", "hop"));
    EXPECT_TRUE(is_form_of("stood", "stand"));
    EXPECT_FALSE(is_form_of("rung", "run"));
    EXPECT_FALSE(is_form_of("standard", "stand"));
    EXPECT_FALSE(is_form_of("shop", "hop"));
}

}  // namespace
}  // namespace pegboard
