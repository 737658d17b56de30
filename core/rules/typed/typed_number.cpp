#include "core/rules/typed/typed_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <span>
#include <vector>

#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {

constexpr std::size_t longest_number = 40;
constexpr std::size_t most_digits = 15;  ///< a double holds them all

bool is_digit(char c) { return c >= '0' && c <= '9'; }

TypedNumber refused(Refusal why) { return {std::nullopt, why, false}; }

/// The shape of a number: "1,200.5" is digits 1, sign ',', digits 3, sign '.', digits 1.
struct Shape {
    std::vector<std::size_t> runs;  ///< digits between the signs
    std::string signs;
    std::string digits;
};

std::optional<Shape> shape_of(std::string_view text) {
    Shape shape;
    shape.runs.push_back(0);
    for (const char c : text) {
        if (is_digit(c)) {
            ++shape.runs.back();
            shape.digits += c;
        } else if (c == ',' || c == '.' || c == ' ') {
            shape.signs += c;
            shape.runs.push_back(0);
        } else {
            return std::nullopt;
        }
    }
    if (shape.digits.empty() || shape.digits.size() > most_digits) return std::nullopt;
    return shape;
}

/// The value whose last `decimals` digits stand behind the point.
double value_of(const std::string& digits, std::size_t decimals) {
    std::string plain = digits;
    plain.insert(plain.size() - decimals, ".");
    if (plain.front() == '.') plain.insert(0, "0");
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return value;
}

/// Runs 1 up to (not with) `end` are groups of thousands behind a first one of one to three digits.
bool grouped(const Shape& shape, std::size_t end) {
    if (shape.runs[0] < 1 || shape.runs[0] > 3 || shape.digits[0] == '0') return false;
    for (std::size_t i = 1; i < end; ++i)
        if (shape.runs[i] != 3) return false;
    return true;
}

/// One sign: a decimal point or comma, or one space between groups.
TypedNumber read_one_sign(const Shape& shape) {
    const std::size_t before = shape.runs[0];
    const std::size_t after = shape.runs[1];
    if (after == 0 || (shape.signs == " " && !grouped(shape, 2))) return refused(Refusal::unreadable);
    if (shape.signs == " ") return {value_of(shape.digits, 0), Refusal::none, true};
    if (shape.signs == "," && after == 3 && grouped(shape, 2)) return refused(Refusal::which_comma);
    const bool thousands_alike = after == 3 && grouped(shape, 2);
    return {value_of(shape.digits, after), Refusal::none, shape.signs == "," || before == 0 || thousands_alike};
}

TypedNumber read_shape(const Shape& shape) {
    if (shape.signs.empty()) return {value_of(shape.digits, 0), Refusal::none, false};
    if (shape.signs.size() == 1) return read_one_sign(shape);
    // Several: groups of thousands with one sign, and perhaps a decimal sign of the other kind at the end.
    const char group = shape.signs[0];
    const std::size_t alike = std::min(shape.signs.find_first_not_of(group), shape.signs.size());
    if (alike == shape.signs.size())
        return grouped(shape, shape.runs.size()) ? TypedNumber{value_of(shape.digits, 0), Refusal::none, true}
                                                 : refused(Refusal::unreadable);
    const bool last_other = alike + 1 == shape.signs.size() && shape.signs.back() != ' ' && shape.runs.back() > 0;
    if (!last_other || !grouped(shape, shape.runs.size() - 1)) return refused(Refusal::unreadable);
    return {value_of(shape.digits, shape.runs.back()), Refusal::none, true};
}

TypedNumber read_plain(std::string_view text) {
    if (text.empty()) return refused(Refusal::empty);
    if (text.size() > longest_number) return refused(Refusal::unreadable);
    const bool minus = text.front() == '-';
    if (minus || text.front() == '+') text.remove_prefix(1);
    const auto shape = shape_of(text);
    if (!shape) return refused(Refusal::unreadable);
    TypedNumber read = read_shape(*shape);
    if (read.value && minus) read.value = -*read.value;
    return read;
}

// ------------------------------------------------------------------ units

/// A word behind a number and how much of the kept unit it is.
struct UnitWord {
    std::string_view word;
    double times;
};
constexpr std::array times_in_seconds{
    UnitWord{"h", 3600},     UnitWord{"hr", 3600},  UnitWord{"hrs", 3600},  UnitWord{"hour", 3600},
    UnitWord{"hours", 3600}, UnitWord{"min", 60},   UnitWord{"mins", 60},   UnitWord{"minute", 60},
    UnitWord{"minutes", 60}, UnitWord{"'", 60},     UnitWord{"s", 1},       UnitWord{"sec", 1},
    UnitWord{"secs", 1},     UnitWord{"second", 1}, UnitWord{"seconds", 1}, UnitWord{"\"", 1},
};
constexpr std::array lengths_in_cm{
    UnitWord{"mi", 160934.4},     UnitWord{"mile", 160934.4},   UnitWord{"miles", 160934.4},
    UnitWord{"km", 100000},       UnitWord{"m", 100},           UnitWord{"meter", 100},
    UnitWord{"meters", 100},      UnitWord{"metre", 100},       UnitWord{"metres", 100},
    UnitWord{"yd", 91.44},        UnitWord{"yard", 91.44},      UnitWord{"yards", 91.44},
    UnitWord{"ft", 30.48},        UnitWord{"foot", 30.48},      UnitWord{"feet", 30.48},
    UnitWord{"'", 30.48},         UnitWord{"in", 2.54},         UnitWord{"inch", 2.54},
    UnitWord{"inches", 2.54},     UnitWord{"\"", 2.54},         UnitWord{"cm", 1},
    UnitWord{"mm", 0.1},          UnitWord{"centimeters", 1},   UnitWord{"centimetres", 1},
    UnitWord{"millimeters", 0.1}, UnitWord{"millimetres", 0.1},
};
constexpr std::array ages_in_months{
    UnitWord{"y", 12},   UnitWord{"yr", 12},   UnitWord{"yrs", 12},   UnitWord{"year", 12}, UnitWord{"years", 12},
    UnitWord{";", 12},   UnitWord{"m", 1},     UnitWord{"mo", 1},     UnitWord{"mos", 1},   UnitWord{"mth", 1},
    UnitWord{"mths", 1}, UnitWord{"month", 1}, UnitWord{"months", 1},
};
constexpr std::array percents{UnitWord{"%", 1}, UnitWord{"percent", 1}, UnitWord{"pct", 1}};

std::span<const UnitWord> words_of_unit(Unit unit) {
    switch (unit) {
        case Unit::seconds:
        case Unit::minutes:
            return times_in_seconds;
        case Unit::centimetres:
        case Unit::millimetres:
            return lengths_in_cm;
        case Unit::months:
            return ages_in_months;
        case Unit::percent:
            return percents;
        case Unit::none:
            break;
    }
    return {};
}

/// How many of the unit of the word list make one of the unit the value is kept in.
double per_kept(Unit unit) { return unit == Unit::minutes ? 60 : unit == Unit::millimetres ? 0.1 : 1; }

bool is_number_char(char c) { return is_digit(c) || c == '.' || c == ','; }

/// A number and the word behind it.
struct NumberTerm {
    std::string number, word;
};

/// "1 min 5 s" in terms; nothing when it is no row of numbers and words.
std::optional<std::vector<NumberTerm>> terms_of(std::string_view text) {
    std::vector<NumberTerm> terms;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        NumberTerm term;
        while (at < text.size() && is_number_char(text[at])) term.number += text[at++];
        if (term.number.empty()) return std::nullopt;
        while (at < text.size() && text[at] == ' ') ++at;
        while (at < text.size() && !is_number_char(text[at]) && text[at] != ' ' && text[at] != '-') {
            term.word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
            ++at;
            if (term.word == "'" || term.word == "\"" || term.word == ";" || term.word == "%") break;
        }
        const bool shortened = !term.word.empty() && at < text.size() && text[at] == '.' &&
                               (at + 1 == text.size() || !is_digit(text[at + 1]));
        if (shortened) ++at;                                                  // "24 in."
        if (at < text.size() && text[at] == '-' && !term.word.empty()) ++at;  // "6 ft-2 in"
        terms.push_back(std::move(term));
    }
    if (terms.empty()) return std::nullopt;
    return terms;
}

/// "1:05" or "1:02:30" in seconds.
std::optional<double> read_colons(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ':')
            parts.emplace_back();
        else if (is_digit(c) || (c == '.' && parts.size() > 1))
            parts.back() += c;
        else
            return std::nullopt;
    }
    if (parts.size() < 2 || parts.size() > 3 || parts[0].empty() || parts[0].size() > 4) return std::nullopt;
    double seconds = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto read = read_plain(parts[i]);
        const bool last = i + 1 == parts.size();
        const std::size_t whole = std::min(parts[i].find('.'), parts[i].size());
        if (!read.value || (i > 0 && (whole != 2 || *read.value >= 60)) || (!last && whole != parts[i].size()))
            return std::nullopt;
        seconds = seconds * 60 + *read.value;
    }
    return seconds;
}

const UnitWord* find_word(std::span<const UnitWord> words, std::string_view word) {
    for (const UnitWord& each : words)
        if (each.word == word) return &each;
    return nullptr;
}

/// The next smaller unit that a number without one stands for: "1 min 5" are 5 s, "2 m 10" are 10 cm, "3;4" 4 months.
double smaller(Unit unit, double times) {
    if (unit == Unit::months) return 1;
    if (unit == Unit::centimetres || unit == Unit::millimetres) return times == 30.48 ? 2.54 : 1;
    return times == 3600 ? 60 : 1;
}

TypedNumber read_terms(const std::vector<NumberTerm>& terms, Unit unit) {
    const auto words = words_of_unit(unit);
    double sum = 0;
    double larger = 0;
    bool comma = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const TypedNumber number = read_plain(terms[i].number);
        if (!number.value) return number;
        comma = comma || number.unusual;
        const UnitWord* word = find_word(words, terms[i].word);
        if (word == nullptr && !terms[i].word.empty())
            return refused(unit != Unit::none && std::isalpha(static_cast<unsigned char>(terms[i].word[0]))
                               ? Refusal::other_unit
                               : Refusal::unreadable);
        if (word == nullptr && i == 0) return refused(Refusal::unreadable);
        const double times = word != nullptr ? word->times : smaller(unit, larger);
        // Behind a larger unit only what does not fill one up, and only the last part may be broken.
        if (i > 0 && (times >= larger || *number.value * times >= larger * 0.9999)) return refused(Refusal::unreadable);
        if (i + 1 < terms.size() && *number.value != std::floor(*number.value)) return refused(Refusal::unreadable);
        sum += *number.value * times;
        larger = times;
    }
    return {sum / per_kept(unit), Refusal::none, true};
}

/// Where a bare number could be years as well as months.
bool age_is_open(double value) { return value >= 3 && value <= 25; }

TypedNumber read_any(std::string_view text, Unit unit, bool unit_shown) {
    TypedNumber plain = read_plain(text);
    if (plain.value && unit == Unit::months && !unit_shown && age_is_open(*plain.value))
        return refused(Refusal::which_unit);
    if (plain.value || plain.refusal != Refusal::unreadable) return plain;
    const bool minus = text.front() == '-';
    if (minus) text.remove_prefix(1);
    const bool is_time = unit == Unit::seconds || unit == Unit::minutes;
    if (is_time && text.find(':') != std::string_view::npos) {
        // In a field of minutes "1:05" could be an hour and five minutes.
        // "1:05 min" and "1:02:03 h" are how it is said; the word adds nothing.
        const std::size_t digits_end = text.find_last_not_of(" minh");
        const std::string_view word = text.substr(std::min(digits_end + 1, text.size()));
        const bool hours = std::ranges::count(text, ':') == 2;
        const bool minutes_said = word.empty() || without_blanks(word) == (hours ? "h" : "min");
        const auto seconds = minutes_said ? read_colons(text.substr(0, text.size() - word.size())) : std::nullopt;
        if (!seconds || minus) return refused(Refusal::unreadable);
        return {*seconds / per_kept(unit), unit == Unit::minutes ? Refusal::which_unit : Refusal::none, true};
    }
    const auto terms = terms_of(text);
    if (!terms) return plain;
    TypedNumber read = read_terms(*terms, unit);
    // A percent sign behind a percent is as usual as none.
    if (read.value && unit == Unit::percent) read.unusual = false;
    if (read.value && minus) read.value = -*read.value;
    return read;
}

std::string cleaned(std::string_view typed) {
    std::string text = plain_signs(typed);
    return std::string(without_blanks(text));
}

}  // namespace

TypedNumber read_decimal(std::string_view typed) { return read_plain(cleaned(typed)); }

TypedNumber read_number(std::string_view typed, const NumberAsk& ask) {
    const std::string text = cleaned(typed);
    if (text.size() > longest_number) return refused(Refusal::unreadable);
    TypedNumber read = text.empty() ? refused(Refusal::empty) : read_any(text, ask.unit, ask.unit_shown);
    if (!read.value || read.refusal != Refusal::none) return refused(read.refusal);
    // Feet and inches are kept to the tenth of a millimetre; what is counted in thirds of a cent is no reading. Whole
    // numbers, and those too large for four decimals in a double, stay as they are.
    if (*read.value != std::floor(*read.value) && std::abs(*read.value) < 1e11)
        read.value = std::round(*read.value * 10000) / 10000;
    read.value = *read.value + 0.0;
    if (ask.whole && *read.value != std::round(*read.value)) return refused(Refusal::not_whole);
    if (ask.least && *read.value < *ask.least) return refused(Refusal::too_small);
    if (ask.most && *read.value > *ask.most) return refused(Refusal::too_large);
    return read;
}

std::optional<Ratio> read_ratio(std::string_view typed) {
    const std::string text = cleaned(typed);
    const auto begin = text.find_first_not_of("0123456789");
    const auto end = text.find_last_not_of("0123456789");
    if (begin == std::string::npos || begin == 0 || end + 1 == text.size()) return std::nullopt;
    std::string between;
    for (const char c : text.substr(begin, end - begin + 1))
        between += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::string_view word = without_blanks(between);
    if (word != "of" && word != "/" && word != "out of" && word != "from") return std::nullopt;
    const NumberAsk counts{.unit = Unit::none, .whole = true, .least = 0, .most = 1'000'000};
    const auto n = read_number(text.substr(0, begin), counts).value;
    const auto of = read_number(text.substr(end + 1), counts).value;
    if (!n || !of || *of < 1 || *n > *of) return std::nullopt;
    return Ratio{static_cast<int>(*n), static_cast<int>(*of)};
}

}  // namespace pegboard
