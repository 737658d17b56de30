// Letters as search and sorting see them: lower case without accents. It covers the Latin letters of
// European, Turkish and Vietnamese names, lowers Greek and Cyrillic, reads signs that look alike as one, and leaves
// all else as it stands.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/library/library.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {

// One base letter for each code point of a block; a dot where there is none.
constexpr std::string_view latin =  // U+00C0 to U+024F
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "................................oo.............uu..............."
    "....dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view latin_additional =  // U+1E00 to U+1EFF
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
// Stands for bytes that are no UTF-8: left alone, what follows could join them to another letter.
constexpr std::uint32_t not_utf8 = 0xFFFD;
constexpr std::string_view replaced = "\xEF\xBF\xBD";
static_assert(latin.size() == 0x250 - 0xC0 && latin_additional.size() == 0x100);

/// Letters whose plain form is two letters.
std::string_view two_letters(std::uint32_t code_point) {
    switch (code_point) {
        case 0xDF:
        case 0x1E9E:
            return "ss";
        case 0xC6:
        case 0xE6:
            return "ae";
        case 0x152:
        case 0x153:
            return "oe";
        case 0xDE:
        case 0xFE:
            return "th";
        default:
            return {};
    }
}

/// The one base letter, or 0 when the code point has none.
char base_letter(std::uint32_t code_point) {
    char letter = '.';
    if (code_point >= 0xC0 && code_point < 0x250) letter = latin[code_point - 0xC0];
    if (code_point >= 0x1E00 && code_point < 0x1F00) letter = latin_additional[code_point - 0x1E00];
    return letter == '.' ? '\0' : letter;
}

/// Lower case of Greek and Cyrillic capitals; other code points unchanged.
std::uint32_t lower(std::uint32_t code_point) {
    if ((code_point >= 0x391 && code_point <= 0x3A9) || (code_point >= 0x410 && code_point <= 0x42F))
        return code_point + 0x20;
    if (code_point >= 0x400 && code_point <= 0x40F) return code_point + 0x50;
    return code_point;
}

bool is_combining_mark(std::uint32_t code_point) { return code_point >= 0x300 && code_point <= 0x36F; }

void append_folded(std::string& out, std::string_view original, std::uint32_t code_point) {
    if (is_combining_mark(code_point)) return;
    if (const auto pair = two_letters(code_point); !pair.empty()) {
        out += pair;
    } else if (const char letter = base_letter(code_point)) {
        out += letter;
    } else if (const auto low = lower(code_point); low != code_point) {
        out += static_cast<char>(0xC0U | (low >> 6U));
        out += static_cast<char>(0x80U | (low & 0x3FU));
    } else {
        out += original;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if ((c & 0x80) == 0) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
            ++at;
            continue;
        }
        const auto [sign, length] = code_point_of(text.substr(at));
        if (const auto plain = plain_sign(sign))
            out += *plain;
        else
            append_folded(out, sign == not_utf8 ? replaced : text.substr(at, length), sign);
        at += length;
    }
    return out;
}

}  // namespace pegboard
