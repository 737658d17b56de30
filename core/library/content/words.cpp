#include "core/library/content/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "core/library/content/readability.h"

namespace pegboard::content {
namespace {

constexpr double highest_grade = 7.0;

/// Beginnings of words that must not appear.
constexpr std::array<std::string_view, 10> banned{"diagnos", "disorder",         "abnormal",     "deficit", "retard",
                                                  "suffer",  "wheelchair-bound", "normal child", "fails",   "failure"};

/// Names of tests and branded methods, in their own spelling.
constexpr std::array<std::string_view, 33> brands{"PDMS",
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

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool has_word_beginning(std::string_view text, std::string_view beginning) {
    for (auto at = text.find(beginning); at != std::string_view::npos; at = text.find(beginning, at + 1))
        if (at == 0 || !is_letter(text[at - 1])) return true;
    return false;
}

bool has_whole_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

/// Collects texts with their fields; empty ones are left out.
class Texts {
 public:
    void add(const std::string& field, const std::string& text) {
        if (!text.empty()) all_.push_back({field, text});
    }
    void add(const std::string& field, const std::vector<std::string>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) add(field + '.' + std::to_string(i), list[i]);
    }
    template <class Row>
    void add(const std::string& field, const std::vector<Row>& rows, std::string Row::* text) {
        for (std::size_t i = 0; i < rows.size(); ++i) add(field + '.' + std::to_string(i), rows[i].*text);
    }
    std::vector<FieldText> take() { return std::move(all_); }

 private:
    std::vector<FieldText> all_;
};

}  // namespace

std::vector<FieldText> texts_of(const Activity& activity) {
    Texts texts;
    texts.add("title", activity.title);
    texts.add("idea", activity.idea);
    texts.add("setup", activity.setup);
    texts.add("steps", activity.steps);
    texts.add("easier", activity.easier, &Rung::change);
    texts.add("harder", activity.harder, &Rung::change);
    texts.add("cues", activity.cues, &Cue::text);
    texts.add("safety", activity.safety);
    texts.add("contraindications", activity.contraindications);
    texts.add("measure", activity.measure_what);
    texts.add("home_text", activity.home_text);
    texts.add("dose", activity.dose);
    texts.add("stations", activity.stations_how);
    return texts.take();
}

std::vector<std::string_view> judging_words(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::vector<std::string_view> found;
    std::ranges::copy_if(banned, std::back_inserter(found),
                         [&](std::string_view word) { return has_word_beginning(lower, word); });
    return found;
}

std::vector<std::string_view> brand_names(std::string_view text) {
    std::vector<std::string_view> found;
    std::ranges::copy_if(brands, std::back_inserter(found),
                         [&](std::string_view brand) { return has_whole_word(text, brand); });
    return found;
}

std::string too_hard_to_read(std::string_view text) {
    const double grade = reading_grade(text);
    if (grade <= highest_grade) return {};
    std::array<char, 64> shown{};
    std::snprintf(shown.data(), shown.size(), "at grade %.1f, families need 7 or less", grade);
    return shown.data();
}

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences(1);
    for (const char c : text) {
        auto& sentence = sentences.back();
        if (c == '.' || c == '!' || c == '?')
            sentences.emplace_back();
        else if (is_letter(c) || (c & 0x80) != 0)
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

}  // namespace pegboard::content
