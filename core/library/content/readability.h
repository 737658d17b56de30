// How hard a text is to read, as a school grade. An estimate by formula; it does not know words.
#pragma once
#include <string_view>

namespace pegboard::content {

/// Syllables of an English word: groups of vowels (a e i o u y), less a silent final e (but "-le"
/// after a consonant keeps its syllable), less the e of a final "-ed" (not after t or d) and "-es"
/// (not after s, x, z, c, g or h); at least one. A number counts one syllable.
int syllables(std::string_view word);

/// Flesch-Kincaid grade: 0.39 words/sentences + 11.8 syllables/words - 15.59. A sentence ends with
/// . ! ? or : and the end of the text; a hyphen parts words. 0 for a text without words.
double reading_grade(std::string_view text);

}  // namespace pegboard::content
