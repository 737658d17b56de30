// The words of a goal's sentence: whether it says one thing that can be seen, under which condition, without
// vague or judging words. Pure; it knows words, not children.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace pegboard::goal_words {

/// A word that says too little, and what to write instead.
struct VagueWord {
    std::string word, instead;
};
/// Vague words of the sentence, in its order.
std::vector<VagueWord> vague_words(std::string_view sentence);
/// Empty when the sentence tells one behaviour one can see; else what to change.
std::string behaviour_fault(std::string_view sentence);
/// True for words that say when, where or with what: two words at least, "at the pegs", not "at".
bool is_condition(std::string_view words);
/// True when the sentence says when, where or with what in words of their own: "when asked", "at the coat pegs". The
/// help and the count of tries are none.
bool names_condition(std::string_view sentence);

}  // namespace pegboard::goal_words
