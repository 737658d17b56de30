#include "core/rules/typed/typed_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace pegboard {
namespace {

bool is_space(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/// Soft hyphen, joiners, marks of direction and order, byte order mark: nobody sees them.
bool is_unseen(char32_t c) {
    return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
    return c == 0xB4 || c == 0x2B9 || c == 0x2BC || (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0xFF07;
}

bool is_quote(char32_t c) { return (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xFF02; }

bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

/// The digit of another script that people type numbers with; -1 for anything else.
int digit_of(char32_t c) {
    for (const char32_t zero : {char32_t{0x660}, char32_t{0x6F0}, char32_t{0x966}, char32_t{0xFF10}})
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    return -1;
}

constexpr std::string_view digits = "0123456789";

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* out = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &out, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
    if (length < 0) return std::string(text);
    std::string made(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
    std::free(out);
    return made;
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || is_space(c) || is_unseen(c);
}

}  // namespace

CodePoint code_point_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {static_cast<char32_t>(first), 1};
    const std::size_t length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || length > text.size()) return {};
    std::uint32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {static_cast<char32_t>(value), length};
}

std::optional<std::string_view> plain_sign(char32_t sign) {
    if (sign < 0x80) return std::nullopt;
    if (is_unseen(sign)) return "";
    if (is_space(sign)) return " ";
    if (is_apostrophe(sign)) return "'";
    if (is_quote(sign)) return "\"";
    if (is_dash(sign)) return "-";
    if (sign == 0x2044 || sign == 0x2215 || sign == 0xFF0F) return "/";
    if (sign == 0x2236 || sign == 0xFF1A) return ":";
    if (sign == 0xFF0C) return ",";
    if (sign == 0xFF0E || sign == 0x66B) return ".";
    if (const int digit = digit_of(sign); digit >= 0) return digits.substr(static_cast<std::size_t>(digit), 1);
    return std::nullopt;
}

std::string plain_signs(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool broken = false;  // the byte before is no UTF-8
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_of(text.substr(at));
        const auto plain = plain_sign(point.value);
        // An unseen sign stays behind a broken byte: without it the bytes on both sides could make up another sign.
        out += plain && !(broken && plain->empty()) ? *plain : text.substr(at, point.length);
        broken = point.length == 1 && static_cast<unsigned char>(text[at]) >= 0x80;
        at += point.length;
    }
    return out;
}

std::string_view without_blanks(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_of(text.substr(at));
        if (!is_blank(point.value)) {
            begin = std::min(begin, at);
            end = at + point.length;
        }
        at += point.length;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

std::size_t letters_in(std::string_view text) {
    std::size_t letters = 0;
    utf8proc_int32_t state = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_of(text.substr(at));
        const bool apart =
            at == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                                        static_cast<utf8proc_int32_t>(point.value), &state);
        if (apart) ++letters;
        before = point.value;
        at += point.length;
    }
    return letters;
}

bool longer_than(std::string_view text, std::size_t most) {
    constexpr std::size_t longest_letter = 32;  // bytes; a family of emoji takes 25
    if (text.size() <= most) return false;
    return text.size() > most * longest_letter || letters_in(text) > most;
}

std::string composed(std::string_view text) { return mapped(text, UTF8PROC_COMPOSE); }

std::vector<std::string> passphrase_forms(std::string_view typed) {
    std::vector<std::string> forms{std::string(typed)};
    for (std::string form : {composed(typed), mapped(typed, UTF8PROC_DECOMPOSE)})
        if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
    return forms;
}

}  // namespace pegboard
