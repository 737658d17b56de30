#include "core/rules/age.h"

#include <algorithm>

namespace pegboard {
namespace {
constexpr int full_term_weeks = 40;
constexpr int early_below_weeks = 37;

std::string counted(int count, const char* one) { return std::to_string(count) + " " + one + (count == 1 ? "" : "s"); }
}  // namespace

int age_months(Date date_of_birth, Date today) {
    if (today <= date_of_birth) return 0;
    const YearMonthDay born = parts(date_of_birth);
    const YearMonthDay now = parts(today);
    int months = (now.year - born.year) * 12 + now.month - born.month;
    // A month is complete on the same day, or on a shorter month's last day.
    if (add_months(date_of_birth, months) > today) --months;
    return std::max(months, 0);
}

std::optional<int> corrected_age_months(Date date_of_birth, std::optional<int> gestation_weeks, Date today,
                                        int until_months) {
    if (!gestation_weeks || *gestation_weeks >= early_below_weeks || today < date_of_birth) return std::nullopt;
    if (age_months(date_of_birth, today) >= until_months) return std::nullopt;
    return age_months(date_of_birth + (full_term_weeks - *gestation_weeks) * 7, today);
}

std::optional<int> corrected_age_months(const Child& child, Date today) {
    return corrected_age_months(child.date_of_birth, child.gestation_weeks, today, child.corrected_until_months);
}

int rule_age_months(const Child& child, Date today) {
    return corrected_age_months(child, today).value_or(age_months(child.date_of_birth, today));
}

// In the first half year a month or two is a long way: nobody of two months is sat up. An infant's next quarter may be
// tried after that; later half a year ahead is within what children differ by.
int months_ahead(int age_months) { return age_months < 6 ? age_months / 2 : age_months < 36 ? 3 : 6; }

int months_ahead_underway(int age_months) { return 2 * months_ahead(age_months); }

std::string say_age_on(Date date_of_birth, Date today) {
    return is_known(date_of_birth) ? say_age(age_months(date_of_birth, today)) : "age unknown";
}

std::string say_age(int months) {
    if (months < 12) return std::to_string(months) + " m";
    const std::string years = std::to_string(months / 12) + " y";
    return months % 12 == 0 ? years : years + " " + std::to_string(months % 12) + " m";
}

std::string say_age_long(int months) {
    if (months < 12) return counted(months, "month");
    const std::string years = counted(months / 12, "year");
    return months % 12 == 0 ? years : years + " " + counted(months % 12, "month");
}

}  // namespace pegboard
