// What a child's record answers to the questions of one precaution. What is not known counts as the careful answer.
// Pure, shared by what judges one activity and what judges thousands.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

/// The values of a list kept as "wheat;egg".
std::vector<std::string> split_list(std::string_view joined);
/// True when the precaution is recorded for the child.
bool is_recorded(const Child& child, const Precaution& precaution);

/// A question of a precaution that was answered in words: the child's rescue plan, details, a therapist's note.
struct TypedAnswer {
    std::string label;  ///< "Rescue plan"
    std::string words;
    bool in_emergency = false;  ///< belongs beside the phones: of a danger, or a plan
    bool rescue = false;        ///< says what to do in an emergency: a rescue plan, not where the skin is numb
};
/// All that was typed with a precaution, in the order it is asked for; the note last.
std::vector<TypedAnswer> typed_answers(const ChildPrecaution& recorded, const Library& library);
/// A precaution as it reads in "Take care": its short label and the answer that matters most.
std::string say_precaution(const ChildPrecaution& precaution, const Library& library, Date today);
/// What to do in an emergency, and only that: the child's rescue plan and the plans typed with precautions. Where it is
/// empty there is no rescue plan.
std::vector<std::string> rescue_lines(const Child& child, const Library& library);
/// The rest of what belongs beside the phones: "Fragile or numb skin. Areas: both feet".
std::vector<std::string> beside_rescue(const Child& child, const Library& library);

/// What a child's record says of one precaution, careful where it is silent.
class PrecautionAnswers {
 public:
    PrecautionAnswers(const Precaution& precaution, const ChildPrecaution& recorded)
        : precaution_(precaution), recorded_(recorded) {}
    /// What was answered for a parameter; its careful value where nothing, or no option, was answered.
    [[nodiscard]] std::vector<std::string> values(const std::string& parameter) const;
    /// The date the limit ran out, when it lies before `today`.
    [[nodiscard]] std::optional<Date> ended(Date today) const;

 private:
    const Precaution& precaution_;
    const ChildPrecaution& recorded_;
};

/// The conditions of a rule that depend on the child alone; `age` in months.
bool concerns_child(const PrecautionRule& rule, const PrecautionAnswers& answers, int age);

}  // namespace pegboard
