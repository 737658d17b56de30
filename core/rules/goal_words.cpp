#include "core/rules/goal_words.h"

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

/// Words that open a condition: when, where, with what.
constexpr std::array<std::string_view, 40> openers{
    "given",  "when",    "while",   "during",   "after",   "before", "with",   "using",   "on",      "in",
    "at",     "from",    "into",    "across",   "through", "over",   "under",  "beside",  "against", "along",
    "within", "without", "between", "off",      "onto",    "round",  "around", "up",      "down",    "to",
    "for",    "keeping", "turning", "starting", "near",    "past",   "behind", "towards", "until",   "by"};

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
    std::vector<std::pair<std::size_t, VagueWord>> found;
    for (const Vague& each : vague)
        for (auto at = folded.find(each.phrase); at != std::string::npos; at = folded.find(each.phrase, at + 1)) {
            const auto end = at + each.phrase.size();
            const bool whole = (at == 0 || !letter(folded[at - 1])) && (end == folded.size() || !letter(folded[end]));
            if (whole && !is_bound(folded, at, each.phrase))
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

bool names_condition(std::string_view sentence) {
    std::string folded = fold(sentence);
    const auto will = folded.find(" will ");
    if (will != std::string::npos) {
        const std::string_view before = std::string_view(folded).substr(0, will);
        for (const std::string_view opener : {"when ", "given ", "while ", "during ", "after ", "before ", "at "})
            if (const auto at = before.find(opener); at != std::string_view::npos && (at == 0 || before[at - 1] == ' '))
                return true;
        folded.erase(0, will + 6);
    }
    cut_count(folded);
    for (int level = 0; level <= 8; ++level) {
        erase_all(folded, "with " + std::string(progress::assist_words(level)));
        erase_all(folded, "with " + std::string(progress::prompt_words(level)));
    }
    erase_all(folded, "in a row");
    const auto words = words_of(folded);
    return std::ranges::any_of(words,
                               [](const Word& word) { return std::ranges::find(openers, word.text) != openers.end(); });
}

}  // namespace pegboard::goal_words
