// Words: none that judge a child, no names of tests or branded methods, no sentence used over and
// over, nothing copied, and nothing for families above a reading grade of 7.
#include "core/library/compiler/checks.h"
#include "core/library/compiler/shingles.h"
#include "core/library/content/words.h"

namespace pegboard::compiler {
namespace {

constexpr std::size_t records_for_one_sentence = 3;

/// Labels of precautions name a condition, and the screening says in law's words what it is not.
bool may_judge(const Prose& piece, std::string_view word) {
    return piece.field == "label" || (word == "diagnos" && piece.text.find("not a diagnosis") != std::string::npos);
}

void check_repeats(const Content& content, const std::vector<Prose>& prose, Problems& problems) {
    std::set<std::string, std::less<>> activities;
    for (const auto& activity : content.activities) activities.insert(activity.id);
    std::map<std::string, std::map<std::string, Place>> records_by_sentence;
    for (const auto& piece : prose)
        if (activities.contains(piece.owner))
            for (const auto& sentence : content::sentences_of(piece.text))
                records_by_sentence[sentence].emplace(piece.owner, piece.place);
    for (const auto& [sentence, records] : records_by_sentence)
        if (records.size() > records_for_one_sentence)
            for (const auto& [owner, place] : records)
                problems.add(place, together({owner, ": \"", sentence, "\" stands in ", std::to_string(records.size()),
                                              " records, 3 are allowed"}));
}

void check_originality(const Content& content, const std::vector<Prose>& prose, Problems& problems) {
    if (content.shingles.empty()) return;
    for (const auto& piece : prose)
        for (const auto& shingle : shingles_of(piece.text))
            if (content.shingles.contains(shingle.number)) {
                problems.add(piece.place, together({piece.owner, ": \"", shingle.words, "\" stands in a source"}));
                break;
            }
}

template <class Row>
void check_grade(const Row& row, const std::string& field, const std::string& text, Problems& problems) {
    if (const auto hard = content::too_hard_to_read(text); !hard.empty())
        problems.add(row.at(field), together({row.id, ": ", field, " reads ", hard}));
}

}  // namespace

void check_words(const Content& content, Problems& problems) {
    const auto prose = prose_of(content);
    std::set<std::string, std::less<>> activities;
    for (const auto& activity : content.activities) activities.insert(activity.id);
    for (const auto& piece : prose) {
        if (!activities.contains(piece.owner))  // activities have been asked one by one
            for (const auto word : content::judging_words(piece.text))
                if (!may_judge(piece, word))
                    problems.add(piece.place, together({piece.owner, ": the word \"", word, "\" must not appear"}));
        for (const auto brand : content::brand_names(piece.text))
            problems.add(piece.place,
                         together({piece.owner, ": \"", brand, "\" is the name of a test or branded method"}));
    }
    check_repeats(content, prose, problems);
    check_originality(content, prose, problems);
}

void check_reading_ease(const Content& content, Problems& problems) {
    for (const auto& skill : content.skills) check_grade(skill, "parent_name", skill.parent_name, problems);
    for (const auto& concern : content.concerns) check_grade(concern, "words", concern.words, problems);
    for (const auto& flag : content.red_flags) check_grade(flag, "words", flag.words, problems);
    for (const auto& result : content.screening_results) check_grade(result, "words", result.words, problems);
}

}  // namespace pegboard::compiler
