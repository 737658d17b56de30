// Readers of what is typed: dates, times, lengths, recovery keys, searches, any text in a field.
#include <cmath>

#include "app/widgets/fields/text_edit.h"
#include "core/library/library.h"
#include "core/model/date.h"
#include "core/rules/typed/typed_number.h"
#include "core/rules/typed/typed_text.h"
#include "core/rules/typed/units.h"
#include "core/store/clock.h"
#include "core/store/file/raw_key.h"
#include "tests/fuzz/fuzz.h"

namespace pegboard::fuzz {

void read_typed_date(const std::string& bytes) {
    const Date today = *make_date(2026, 9, 29);
    for (const DateOrder order : {DateOrder::month_first, DateOrder::day_first}) {
        const auto date = read_date(bytes, today, order);
        if (!date) continue;
        const YearMonthDay day = parts(*date);
        hold(make_date(day.year, day.month, day.day) == date, "a date read exists");
        hold(day.year >= 1900 && day.year < 2200, "a date read is one of a caseload");
        hold(read_date(say(*date), today, order) == date, "what a date field shows reads as the same date");
        hold(from_iso(iso(*date)) == date, "the file keeps the same date");
    }
    if (const auto date = from_iso(bytes)) hold(iso(*date) == bytes, "only one spelling is kept in the file");
}

void read_typed_time(const std::string& bytes) {
    if (const auto minute = read_time(bytes)) {
        hold(*minute >= 0 && *minute < 24 * 60, "a time lies within a day");
        hold(read_time(write_time(*minute)) == minute, "what a time field shows reads as the same time");
        hold(!say_time(*minute).empty() && !say_time_of_day(*minute).empty(), "a time can be said");
    }
    if (const std::int64_t seconds = store::seconds_of(bytes); seconds != 0)
        hold(store::utc_text(seconds * 1000) == bytes, "an instant of the file has one spelling");
}

namespace {

constexpr double far = 1e15;  ///< fifteen digits at most are read

void hold_reading(const std::string& bytes, const NumberAsk& ask) {
    const TypedNumber read = read_number(bytes, ask);
    hold(read.value.has_value() == (read.refusal == Refusal::none), "a number is taken or refused, never both");
    if (!read.value) {
        hold(!say_refusal(read.refusal, bytes, ask).empty(), "a refusal says why");
        return;
    }
    hold(std::isfinite(*read.value) && std::abs(*read.value) <= far * 200'000, "a number read is finite");
    hold(!ask.whole || *read.value == std::round(*read.value), "what is counted is whole");
    hold(!ask.least || *read.value >= *ask.least, "a number is within its range");
    hold(!ask.most || *read.value <= *ask.most, "a number is within its range");
    const bool all_digits = bytes.find_first_not_of("0123456789.") == std::string::npos;
    hold(read.unusual || all_digits || ask.unit == Unit::percent || plain_signs(bytes) != bytes ||
             bytes.find_first_of(" +-\t\n\r\v\f") != std::string::npos,
         "what is not written as a number alone is marked as unusual");
}

}  // namespace

void read_typed_number(const std::string& bytes) {
    for (const Unit unit : {Unit::none, Unit::percent, Unit::seconds, Unit::minutes, Unit::centimetres,
                            Unit::millimetres, Unit::months}) {
        hold_reading(bytes, {.unit = unit});
        hold_reading(bytes, {.unit = unit, .whole = true, .least = 0, .most = 1000});
    }
    if (const auto ratio = read_ratio(bytes))
        hold(ratio->n >= 0 && ratio->of >= 1 && ratio->n <= ratio->of, "so many are of no fewer");
    hold(plain_signs(plain_signs(bytes)) == plain_signs(bytes), "signs are made plain once");
    hold(letters_in(bytes) <= bytes.size(), "a letter takes a byte at least");
    hold(passphrase_forms(bytes).front() == bytes, "a passphrase is tried as it was typed first");
}

void read_typed_length(const std::string& bytes) {
    if (const auto seconds = units::read_time(bytes)) {
        hold(std::isfinite(*seconds) && *seconds >= 0, "a duration is finite and not negative");
        const std::string said = units::say_time(*seconds);
        const auto again = units::read_time(said);
        hold(again && std::abs(*again - *seconds) <= 1 + *seconds * 1e-6, "a duration reads as it was said");
        hold(!say_duration(*seconds).empty(), "a duration can be said");
    }
    for (const units::UnitChoice& choice : units::length_units()) {
        const units::LengthUnit unit{choice.unit, choice.unit == "laps" ? 40'000.0 : 0.0};
        const auto cm = units::read_length(bytes, unit);
        if (!cm) continue;
        hold(std::isfinite(*cm) && *cm >= 0, "a length is finite and not negative");
        const std::string said = units::say_length(*cm, unit);
        hold(!said.empty() && !say_distance(*cm).empty(), "a length can be said");
        hold(units::read_length(said, unit).has_value(), "a length that is said can be typed");
    }
}

void read_recovery_sheet(const std::string& bytes) {
    const auto key = store::read_recovery(bytes);
    if (!key) return;
    store::RawKey raw;
    raw.key = *key;
    hold(store::read_recovery(store::recovery_groups(raw)) == key, "a key read prints and reads as itself");
}

void read_search(const std::string& bytes) {
    static const auto library = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db").take();
    double rank = 0;
    bool first = true;
    for (const Hit& hit : library->search(bytes)) {
        hold(hit.activity >= 0 && hit.activity < static_cast<int>(library->activities().size()),
             "a hit is an activity");
        hold(first || hit.rank <= rank, "the best stands first");
        rank = hit.rank;
        first = false;
    }
    hold(fold(fold(bytes)) == fold(bytes), "folding twice changes nothing");
}

void read_typed_text(const std::string& bytes) {
    TextEdit edit({}, true);
    const std::size_t half = bytes.size() / 2;
    edit.insert(bytes.substr(0, half));
    const std::string first = edit.utf8();
    hold(to_utf8(to_chars(first)) == first, "text in a field is sound");
    edit.insert(bytes.substr(half));
    edit.left(TextEdit::Step::word, true);
    edit.erase_left(TextEdit::Step::word);
    const std::string last = edit.utf8();
    int steps = 0;
    while (edit.undo()) ++steps;
    hold(edit.utf8().empty(), "undo goes back to the first keystroke");
    while (steps-- > 0) hold(edit.redo(), "what was undone comes back");
    hold(edit.utf8() == last, "redo ends where undo began");
    const std::u32string chars = to_chars(last);
    std::size_t at = 0;
    for (const TextRow& row : wrap_rows(chars, 12, [](char32_t) { return 1.0F; })) {
        hold(row.begin == at && row.begin <= row.end && row.end <= chars.size(), "rows lie one after another");
        at = row.end + (row.hard ? 1 : 0);
    }
    hold(at == chars.size(), "no letter is lost in wrapping");
}

}  // namespace pegboard::fuzz
