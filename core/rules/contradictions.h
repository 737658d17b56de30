// Answers about a child's precautions that cannot both be right: on record and answered with none, cleared and not
// checked, none and spoken of in another line. Pure. It decides nothing; planning goes by the careful answer meanwhile.
#pragma once
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

struct Contradiction {
    std::string code;           ///< precaution it is about
    std::string words;          ///< "Shunt is on record, and asked on 3 Sep 2026 it was none. Which is right?"
    bool both_answers = false;  ///< there and none: one of the two has to go
    bool operator==(const Contradiction&) const = default;
};
/// All of them, in the library's order.
std::vector<Contradiction> contradictions(const Child& child, const Library& library, Date today);
/// `child` with only one of the two answers of a precaution: there, or none.
Child with_one_answer(Child child, const std::string& code, bool there);

}  // namespace pegboard
