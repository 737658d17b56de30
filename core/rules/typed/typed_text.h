// Text as people type and paste it: signs that look alike, spaces of all widths, signs nobody sees, letters as they are
// counted, and the forms of Unicode. Pure.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pegboard {

/// One code point of UTF-8 and how many bytes it takes; bytes that are no UTF-8 are U+FFFD of one byte.
struct CodePoint {
    char32_t value = 0xFFFD;
    std::size_t length = 1;
};
/// The code point at the start of `text`, which is not empty.
CodePoint code_point_of(std::string_view text);

/// What stands for a sign in comparisons and readings: "'" for all apostrophes, "-" for all dashes, " " for all spaces,
/// 0 to 9 for all digits, nothing for signs that are not seen. No value: the sign stands for itself.
std::optional<std::string_view> plain_sign(char32_t sign);
/// The text with every sign as plain_sign() has it; doing it twice is doing it once, whatever the bytes. Letters,
/// accents and case stay.
std::string plain_signs(std::string_view text);

/// The text without blanks at its ends; every space and unseen sign of Unicode is a blank.
std::string_view without_blanks(std::string_view text);
/// Letters as people count them (grapheme clusters, UAX 29): an accent, a flag or a family of emoji is no letter more.
std::size_t letters_in(std::string_view text);
/// True when a text has more than `most` letters, or piles marks upon them beyond all writing.
bool longer_than(std::string_view text, std::size_t most);

/// The composed form of Unicode (NFC); text that is no UTF-8 as it stands.
std::string composed(std::string_view text);
/// How the same passphrase may have been typed on another keyboard: as it stands, composed, decomposed; each once.
std::vector<std::string> passphrase_forms(std::string_view typed);

}  // namespace pegboard
