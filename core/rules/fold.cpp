// Letters as search and sorting see them: lower case without accents. It covers the Latin letters of
// European, Turkish and Vietnamese names, lowers Greek and Cyrillic, and leaves all else as it stands.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/library/library.h"

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
static_assert(latin.size() == 0x250 - 0xC0 && latin_additional.size() == 0x100);

struct Decoded {
    std::uint32_t code_point = 0;
    std::size_t length = 1;
};

/// The code point at the start of `text`; 0 and one byte when that is no UTF-8.
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(0);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || length > text.size()) return {};
    std::uint32_t code_point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        code_point = (code_point << 6U) | (byte(i) & 0x3FU);
    }
    return {code_point, length};
}

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
        const auto [code_point, length] = decode(text.substr(at));
        // A stray byte could join the next one to a letter or an accent, and folding once more would differ.
        if (length == 1) {
            out += "\xEF\xBF\xBD";
            ++at;
            continue;
        }
        append_folded(out, text.substr(at, length), code_point);
        at += length;
    }
    return out;
}

}  // namespace pegboard
