// Rules a record must keep before it is stored. Pure; each returns the first broken rule with the
// field's name and a sentence that says how to mend it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/child.h"
#include "core/model/goal.h"
#include "core/model/group.h"
#include "core/model/place.h"
#include "core/model/session.h"
#include "core/model/therapist.h"
#include "core/result.h"

namespace pegboard {

Status validate(const Therapist& therapist);
Status validate(const Practice& practice);
Status validate(const Child& child, Date today);
Status validate(const Goal& goal);
Status validate(const Session& session);
/// Every broken rule, those of one field beside each other: a form shows them all at once.
std::vector<Error> faults(const Goal& goal);
std::vector<Error> faults(const Child& child, Date today);
/// Why a value cannot be one of the goal's measure: "120 % cannot be: values here are from 0 % to 100 %."; else empty.
std::string value_fault(const Goal& goal, double value);
/// Whether everyone who comes was born by the session's day: a slip of the year shows here.
Status validate_day(const Session& session, const std::vector<Child>& children);
/// Whether a session may be repeated weekly until a day: at least a week, at most a year and then some.
Status validate_series(Date first, Date until);
Status validate(const WorkPlace& place);
Status validate(const Bag& bag);
Status validate(const Group& group);
/// Children likely to be the same person: same date of birth and a similar name, or same full name.
std::vector<const Child*> likely_duplicates(const Child& child, const std::vector<Child>& others);
/// Median of the typed baseline values, nothing without any.
std::optional<double> baseline_level(const Goal& goal);
/// Strength of a passphrase 0..4 and a plain sentence on how to make it stronger.
struct PassphraseStrength {
    int score = 0;
    std::string advice;
};
PassphraseStrength passphrase_strength(std::string_view passphrase);
/// Whether a passphrase may protect a new file: at least 10 characters.
Status validate_new_passphrase(std::string_view passphrase);

}  // namespace pegboard
