// What whoever works with a child has to have read: what nobody asked, what cannot both be right, dangers, every other
// precaution and the therapist's own lines, in this order. Pure. The same lines stand on Today, the plan, the session
// and every page of paper; where one leaves kinds out, it leaves out the last.
#pragma once
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

/// As they stand, most pressing first.
enum class CareKind { not_asked, conflict, danger, precaution, own };

struct CareFact {
    CareKind kind = CareKind::own;
    std::string words;                            ///< "Latex allergy", or a whole sentence
    std::string asks;                             ///< what the precaution asks for, in the library's words
    const ChildPrecaution* precaution = nullptr;  ///< of a danger or a precaution; points into the child
    /// The record is not complete here: somebody has to ask.
    [[nodiscard]] bool open() const { return kind == CareKind::not_asked || kind == CareKind::conflict; }
};
/// All of a child's lines in order.
std::vector<CareFact> care_facts(const Child& child, const Library& library, Date today);
/// Only precautions and what is open about them: where there is no room for own lines.
std::vector<CareFact> precaution_facts(const Child& child, const Library& library, Date today);

}  // namespace pegboard
