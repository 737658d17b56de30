// Safety lines that hold whoever plays: of an attribute or a position, worded for the youngest child there. Pure.
#pragma once
#include <string>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

struct SafetyLine {
    std::string id;    ///< attribute or position
    std::string name;  ///< "Small parts"
    std::string line;  ///< "Count the pieces in and out."
};
/// The line of one attribute or position for children of whom the youngest is `months` old (negative: no age is known,
/// so the careful one); empty where that age needs none.
const std::string& universal_line(const Named& term, int months);
/// Lines of all of `attributes` and of `position`, in the vocabularies' order.
std::vector<SafetyLine> universal_lines(const std::vector<std::string>& attributes, const std::string& position,
                                        int months, const Library& library);

}  // namespace pegboard
