#include "core/rules/goals/goal_words.h"

#include <algorithm>
#include <array>

#include "core/library/library.h"
#include "core/progress/measure.h"

namespace pegboard::goal_words {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Words of folded text with the place each begins at; hyphens, digits and signs part words.
struct Word {
    std::string_view text;
    std::size_t at = 0;
};
std::vector<Word> words_of(std::string_view folded) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < folded.size();) {
        if (!letter(folded[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < folded.size() && letter(folded[i])) ++i;
        words.push_back({folded.substr(begin, i - begin), begin});
    }
    return words;
}

/// What stands behind "will", or all of it without one.
std::string_view behind_will(std::string_view folded) {
    const auto at = folded.find(" will ");
    return at == std::string_view::npos ? folded : folded.substr(at + 6);
}

struct Vague {
    std::string_view phrase, instead;
};
constexpr std::array vague{
    Vague{"improve", "Say what one will see when it has changed."},
    Vague{"improved", "Say what one will see when it has changed."},
    Vague{"increase", "Give the number to reach."},
    Vague{"increased", "Give the number to reach."},
    Vague{"decrease", "Give the number to reach."},
    Vague{"better", "Give the number to reach."},
    Vague{"appropriate", "Say what it looks like."},
    Vague{"appropriately", "Say what it looks like."},
    Vague{"adequate", "Give the number that is enough."},
    Vague{"adequately", "Give the number that is enough."},
    Vague{"good", "Say what it looks like, or how near to the line."},
    Vague{"nicely", "Say what it looks like."},
    Vague{"properly", "Say what it looks like."},
    Vague{"correctly", "Say what counts as correct."},
    Vague{"functional", "Name the routine it is for."},
    Vague{"functionally", "Name the routine it is for."},
    Vague{"age appropriate", "Say what the child will do."},
    Vague{"more", "Give the number to reach."},
    Vague{"less", "Give the number to reach."},
    Vague{"longer", "Give the minutes."},
    Vague{"faster", "Give the seconds."},
    Vague{"often", "Say how many times of how many."},
    Vague{"sometimes", "Say how many times of how many."},
    Vague{"usually", "Say how many times of how many."},
    Vague{"consistently", "Say in how many sessions in a row."},
    Vague{"various", "Name them."},
    Vague{"several", "Give the number."},
    Vague{"some", "Give the number."},
    Vague{"many", "Give the number."},
    Vague{"a lot of time", "Give the minutes."},
    Vague{"as needed", "Say which help, and how much."},
    Vague{"if needed", "Say which help, and how much."},
    Vague{"etc", "Name what is meant."},
    Vague{"try to", "Leave it out: say what the child does."},
    Vague{"attempt to", "Leave it out: say what the child does."},
    Vague{"be able to", "Leave it out: say what the child does."},
    Vague{"awareness", "Say what one will see."},
    Vague{"understanding", "Say what one will see."},
};
/// "at most", "8 or more", "more than 3", "less 10 %": bounds, not vague.
bool is_bound(std::string_view folded, std::size_t at, std::string_view phrase) {
    if (phrase != "more" && phrase != "less" && phrase != "longer" && phrase != "faster" && phrase != "better")
        return false;
    const auto before = folded.substr(0, at);
    const auto after = folded.substr(at + phrase.size());
    return before.ends_with(" or ") || before.ends_with("no ") || after.starts_with(" than ") ||
           (after.size() > 1 && after[1] >= '0' && after[1] <= '9');
}

/// What nobody can see, so that no two people would count the same.
constexpr std::array<std::string_view, 24> unseen{
    "understand", "know",   "learn",   "appreciate", "feel",    "think",    "realise",     "believe",
    "become",     "have",   "develop", "gain",       "enhance", "grow",     "demonstrate", "show",
    "display",    "engage", "work",    "achieve",    "enjoy",   "remember", "be",          "tolerate"};

/// Words that open a condition by themselves, and those that do where a thing or a place follows.
constexpr std::array<std::string_view, 8> openers{"given", "when",   "while", "during",
                                                  "after", "before", "using", "once"};
constexpr std::array<std::string_view, 23> place_openers{
    "on",   "in",    "at",   "from", "into",   "across",  "through", "over", "under", "beside",  "against", "along",
    "onto", "round", "near", "past", "behind", "towards", "toward",  "off",  "down",  "between", "around"};
/// A thing or a place follows, not a number and not the way it is done.
constexpr std::array<std::string_view, 16> before_things{"the",   "a",     "an",       "his",  "her",    "their",
                                                         "its",   "own",   "my",       "this", "school", "home",
                                                         "level", "class", "playtime", "snack"};

void erase_all(std::string& text, std::string_view piece) {
    if (piece.empty()) return;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at)) text.erase(at, piece.size());
}

/// Cuts " in 4 of 5 tries ...": what only counts. A count of meals or mornings is a condition and stays.
void cut_count(std::string& text) {
    for (std::size_t at = 0; (at = text.find(" of ", at)) != std::string::npos; ++at) {
        const bool numbers = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && at + 4 < text.size() &&
                             text[at + 4] >= '0' && text[at + 4] <= '9';
        if (!numbers) continue;
        const auto noun = text.find_first_not_of("0123456789 ", at + 4);
        const auto rest = noun == std::string::npos ? std::string_view{} : std::string_view(text).substr(noun);
        const auto begin = text.rfind(' ', at - 1);
        const auto preposition = begin == std::string::npos ? begin : text.rfind(' ', begin - 1);
        for (const std::string_view only_counted : {"tries", "try", "sessions", "samples", "chances", "times"})
            if (rest.starts_with(only_counted) && preposition != std::string::npos) {
                text.resize(preposition);
                return;
            }
        return;
    }
}

}  // namespace

std::vector<VagueWord> vague_words(std::string_view sentence) {
    const std::string folded = fold(sentence);
    const auto asked_for = [&](std::size_t at) {  // "[how many of how many]" waits for words, it is none
        const auto open = folded.rfind('[', at);
        return open != std::string::npos && folded.find(']', open) > at;
    };
    std::vector<std::pair<std::size_t, VagueWord>> found;
    for (const Vague& each : vague)
        for (auto at = folded.find(each.phrase); at != std::string::npos; at = folded.find(each.phrase, at + 1)) {
            const auto end = at + each.phrase.size();
            const bool whole = (at == 0 || !letter(folded[at - 1])) && (end == folded.size() || !letter(folded[end]));
            if (whole && !asked_for(at) && !is_bound(folded, at, each.phrase))
                found.emplace_back(at, VagueWord{std::string(each.phrase), std::string(each.instead)});
        }
    std::ranges::sort(found, {}, &std::pair<std::size_t, VagueWord>::first);
    std::vector<VagueWord> words;
    for (auto& [at, word] : found) words.push_back(std::move(word));
    return words;
}

std::string behaviour_fault(std::string_view sentence) {
    const std::string folded = fold(sentence);
    const auto words = words_of(behind_will(folded));
    if (words.empty()) return "Say what the child will do, beginning with a verb one can see: cut, hop, zip.";
    if (std::ranges::count(words_of(folded), std::string_view("will"), &Word::text) > 1)
        return "The word will stands there twice. Make one goal of each thing the child will do.";
    for (const std::string_view joint : {";", " as well as ", " and also ", " in addition", ". "})
        if (const auto at = folded.find(joint); at != std::string::npos && at + joint.size() < folded.size())
            return "This reads like two things. Make one goal of each, so that each can be counted.";
    const auto first = words.front().text;
    if (std::ranges::find(unseen, first) != unseen.end())
        return "Nobody can see or count \"" + std::string(first) + "\". Say what the child will be seen doing.";
    return {};
}

namespace {

/// "in 4 of 5 meals": the meals are when it is seen. Steps, letters and the like that are counted are none.
bool counts_occasions(std::string_view folded) {
    constexpr std::array<std::string_view, 14> occasions{"meals",          "mornings",    "visits", "games",  "breaks",
                                                         "upsets",         "changes",     "trips",  "walks",  "toilet",
                                                         "dressing times", "school days", "awake",  "lessons"};
    const auto number = [&](std::size_t at) { return at < folded.size() && folded[at] >= '0' && folded[at] <= '9'; };
    for (std::size_t at = 0; (at = folded.find(" of ", at)) != std::string_view::npos; at += 4) {
        if (at == 0 || !number(at - 1) || !number(at + 4)) continue;
        const auto noun = folded.find_first_not_of("0123456789 ", at + 4);
        if (noun == std::string_view::npos) continue;
        for (const std::string_view each : occasions)
            if (folded.substr(noun).starts_with(each)) return true;
    }
    return false;
}

}  // namespace

bool is_condition(std::string_view words) { return words_of(fold(words)).size() >= 2; }

bool names_condition(std::string_view sentence) {
    std::string folded = fold(sentence);
    for (auto open = folded.find('['); open != std::string::npos; open = folded.find('['))
        folded.erase(open, std::min(folded.find(']', open), folded.size() - 1) - open + 1);  // what is still asked for
    cut_count(folded);
    for (int level = 0; level <= 8; ++level) {
        erase_all(folded, "with " + std::string(progress::assist_words(level)));
        erase_all(folded, "with " + std::string(progress::prompt_words(level)));
    }
    erase_all(folded, "in a row");
    if (counts_occasions(folded)) return true;
    const auto words = words_of(folded);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (std::ranges::find(openers, words[i].text) != openers.end()) return true;
        const bool place = std::ranges::find(place_openers, words[i].text) != place_openers.end();
        const bool thing = std::ranges::find(before_things, words[i + 1].text) != before_things.end();
        if (place && thing && i + 2 < words.size()) return true;
    }
    return false;
}

}  // namespace pegboard::goal_words
