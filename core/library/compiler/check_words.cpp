// Words: none that judge a child, no names of tests or branded methods, no sentence used over and
// over, and nothing for families above a reading grade of 7.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "core/library/compiler/checks.h"
#include "core/library/compiler/readability.h"

namespace pegboard::compiler {
namespace {

constexpr double highest_grade = 7.0;
constexpr std::size_t records_for_one_sentence = 3;

/// Beginnings of words that must not appear; allowed in labels of precautions, where they name a condition.
constexpr std::array banned{"diagnos", "disorder",         "abnormal",     "deficit", "retard",
                            "suffer",  "wheelchair-bound", "normal child", "fails",   "failure"};

/// Names of tests and branded methods, in their own spelling.
constexpr std::array brands{"PDMS",
                            "Peabody Developmental",
                            "BOT-2",
                            "BOT2",
                            "Bruininks",
                            "Beery",
                            "COPM",
                            "Sensory Profile",
                            "Sensory Processing Measure",
                            "GMFM",
                            "TGMD",
                            "ASQ",
                            "Ages & Stages",
                            "Ages and Stages",
                            "MABC",
                            "Movement ABC",
                            "FIM",
                            "WeeFIM",
                            "PEDI",
                            "Brigance",
                            "Bayley",
                            "Denver II",
                            "Handwriting Without Tears",
                            "Learning Without Tears",
                            "Size Matters",
                            "Zones of Regulation",
                            "Alert Program",
                            "Wilbarger",
                            "Interactive Metronome",
                            "Therapeutic Listening",
                            "Brain Gym",
                            "Social Stories",
                            "Kinesio"};

bool word_begins_at(const std::string& text, std::size_t at) {
    return at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
}

bool has_word_beginning(const std::string& text, const std::string& beginning) {
    for (auto at = text.find(beginning); at != std::string::npos; at = text.find(beginning, at + 1))
        if (word_begins_at(text, at)) return true;
    return false;
}

bool has_whole_word(const std::string& text, const std::string& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if (word_begins_at(text, at) &&
            (end == text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0))
            return true;
    }
    return false;
}

/// Sentences in lower case, reduced to words and single spaces.
std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> sentences(1);
    for (const char c : text) {
        auto& sentence = sentences.back();
        if (c == '.' || c == '!' || c == '?')
            sentences.emplace_back();
        else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0)
            sentence += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!sentence.empty() && sentence.back() != ' ')
            sentence += ' ';
    }
    std::erase_if(sentences, [](std::string& sentence) {
        while (!sentence.empty() && sentence.back() == ' ') sentence.pop_back();
        return sentence.empty();
    });
    return sentences;
}

void check_repeats(const Content& content, const std::vector<Prose>& prose, Problems& problems) {
    std::set<std::string, std::less<>> activities;
    for (const auto& activity : content.activities) activities.insert(activity.id);
    std::map<std::string, std::map<std::string, Place>> records_by_sentence;
    for (const auto& piece : prose)
        if (activities.contains(piece.owner))
            for (const auto& sentence : sentences_of(piece.text))
                records_by_sentence[sentence].emplace(piece.owner, piece.place);
    for (const auto& [sentence, records] : records_by_sentence)
        if (records.size() > records_for_one_sentence)
            for (const auto& [owner, place] : records)
                problems.add(place, together({owner, ": \"", sentence, "\" stands in ", std::to_string(records.size()),
                                              " records, 3 are allowed"}));
}

void check_grade(const Place& place, const std::string& owner, const std::string& field, const std::string& text,
                 Problems& problems) {
    const double grade = reading_grade(text);
    if (grade <= highest_grade) return;
    std::array<char, 16> shown{};
    std::snprintf(shown.data(), shown.size(), "%.1f", grade);
    problems.add(place, owner + ": " + field + " reads at grade " + shown.data() + ", families need 7 or less");
}

}  // namespace

void check_words(const Content& content, Problems& problems) {
    const auto prose = prose_of(content);
    for (const auto& piece : prose) {
        std::string lower = piece.text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        for (const char* word : banned)
            if (piece.field != "label" && has_word_beginning(lower, word))
                problems.add(piece.place, piece.owner + ": the word \"" + word + "\" must not appear");
        for (const char* brand : brands)
            if (has_whole_word(piece.text, brand))
                problems.add(piece.place, piece.owner + ": \"" + brand + "\" is the name of a test or branded method");
    }
    check_repeats(content, prose, problems);
}

void check_reading_ease(const Content& content, Problems& problems) {
    for (const auto& skill : content.skills)
        check_grade(skill.at("parent_name"), skill.id, "parent_name", skill.parent_name, problems);
    for (const auto& activity : content.activities)
        check_grade(activity.at("home_text"), activity.id, "home_text", activity.home_text, problems);
}

}  // namespace pegboard::compiler
