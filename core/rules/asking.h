// What was asked about a child's precautions, and what the diagnoses make worth asking. Pure. "Asked, and there is
// none" is not "never asked"; a proposal is never taken for an answer.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

enum class AskState { not_asked, none, yes };

/// One kind of precaution and what is known of it.
struct AskedKind {
    const Precaution* precaution = nullptr;
    AskState state = AskState::not_asked;
    const PrecautionAsking* asking = nullptr;  ///< newest one that found none; null for the other states
};
/// True when a precaution of this kind stands on the child's record.
bool is_recorded(const Child& child, std::string_view code);
/// The newest occasion on which the answer was "none"; null when it never was. It points into `child`.
const PrecautionAsking* newest_none(const Child& child, std::string_view code);
/// Every kind that is asked of each child, in the library's order. It points into `child` and `library`.
std::vector<AskedKind> asked_kinds(const Child& child, const Library& library);
/// How many kinds nobody has asked about.
int not_asked(const Child& child, const Library& library);
/// "Precautions not asked", "4 precautions not asked: Latex allergy, Shunt ..."; empty when all were asked. The line
/// that stands first on the child, on Today and on every plan.
std::string say_not_asked(const Child& child, const Library& library);
/// The same with every kind by its name: "29 precautions not asked: Seizures, Latex allergy, Shunt"; for where all has
/// to be in sight.
std::string say_all_not_asked(const Child& child, const Library& library);
/// "Asked on 3 Sep 2026 by Ana, of his mother: none"; empty without an asking. `by` is the therapist's name, or empty.
std::string say_asking(const PrecautionAsking& asking, std::string_view by);

/// "Asked on 3 Sep 2026 by Ana, answered by: mother; yes"; empty where it was noted without asking.
std::string say_asking(const ChildPrecaution& present, std::string_view by);

/// The one-sided diagnosis (hemiplegia, a nerve injury of one arm, a limb that is missing) that makes the use of the
/// hands worth asking about; null where there is none or the hands were asked about.
const Diagnosis* asks_for_hands(const Child& child);

/// A precaution that a diagnosis makes worth asking for.
struct ProposedPrecaution {
    const Precaution* precaution = nullptr;
    const PrecautionProposal* proposal = nullptr;
    const Diagnosis* diagnosis = nullptr;
};
/// What the child's diagnoses propose and is neither recorded nor answered with none since, once for each kind.
std::vector<ProposedPrecaution> proposed_precautions(const Child& child, const Library& library);
/// The record a proposal makes when it is accepted: its parameters as proposed, the rest open.
ChildPrecaution accepted(const ProposedPrecaution& proposed);
/// `child` with "none" recorded for `codes`; codes that are recorded as present are left out.
Child with_none(Child child, const std::vector<std::string>& codes, TherapistId by, std::string_view of, Date on);

}  // namespace pegboard
