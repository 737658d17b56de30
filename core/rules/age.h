// Ages of children: calendar age, and age corrected for being born early.
#pragma once
#include <optional>
#include <string>

#include "core/model/child.h"
#include "core/model/date.h"

namespace pegboard {

/// Completed calendar months from birth to `today`; 0 when born later.
int age_months(Date date_of_birth, Date today);
/// Corrected age in months when born before 37 weeks and under `until_months` of age: the weeks missing
/// to 40 are taken off. Nothing when it does not apply. Source: content part 0, AAP 2013.
std::optional<int> corrected_age_months(Date date_of_birth, std::optional<int> gestation_weeks, Date today,
                                        int until_months = usually_corrected_until_months);
/// The same for a child, by the setting of the practice.
std::optional<int> corrected_age_months(const Child& child, Date today);
/// The one age that rules, filters, reasons and pictures go by, in months: corrected where that applies, else the
/// calendar age.
int rule_age_months(const Child& child, Date today);
/// How many months above a child's age an activity may begin: half its age in the first half
/// year, 3 below three years, 6 from then on.
int months_ahead(int age_months);
/// The same where the activity's main skill is on record as underway: twice as many, and no more. What a child climbs
/// at home is no reason for the steps of a bus.
int months_ahead_underway(int age_months);
/// "6 y 4 m" on `today`; "age unknown" where the date of birth cannot be read.
std::string say_age_on(Date date_of_birth, Date today);
/// "6 y 4 m"; "9 m" under one year.
std::string say_age(int months);
/// "6 years 4 months".
std::string say_age_long(int months);

}  // namespace pegboard
