// What the record of one child says, read for the checker of plans: age, what is there already, how the child moves,
// what the precautions answer.
#pragma once
#include "core/model/child.h"
#include "tests/core/safe_plans_checker.h"

namespace pegboard::safe_plans {

/// An activity as it is done: as written or on a rung, with the things at hand or what replaces them.
struct Done {
    std::string position, space;
    Set attributes, allergens, needs, skills;  ///< skills with their sequences
    Set items;                                 ///< used as themselves
    int group = 1;
};

class ChildRead {
 public:
    ChildRead(const Child& child, Date today, const Records& records, const Ages& ages);

    [[nodiscard]] int age() const { return age_; }
    /// It is recorded as emerging or done, by itself or by the step of its sequence.
    [[nodiscard]] bool has(const std::string& skill) const;
    /// More than one step beyond, by so many steps of its sequence at most `further` more.
    [[nodiscard]] bool beyond(const std::string& skill, int further) const;
    /// The first need that is not met; empty when all are.
    [[nodiscard]] std::string lacks(const Set& needs) const;
    [[nodiscard]] bool learns_to_sit() const;
    [[nodiscard]] bool carried_for_a_reason() const;
    [[nodiscard]] bool leg_is_limited() const;
    /// What the records' rules exclude; each "code what".
    [[nodiscard]] std::vector<std::string> excluded_by_records(const Done& done) const;
    /// What the page excludes.
    [[nodiscard]] std::vector<std::string> excluded_by_page(const Done& done) const;

 private:
    [[nodiscard]] std::string standing(const std::string& skill) const;
    [[nodiscard]] bool missing(const std::string& skill, int depth) const;
    [[nodiscard]] int step_now(const std::string& sequence) const;
    [[nodiscard]] Set answers(const ChildPrecaution& recorded, const std::string& parameter) const;
    [[nodiscard]] bool ended(const ChildPrecaution& recorded) const;
    void by_rule(const std::string& code, const Rule& rule, const ChildPrecaution& recorded, const Done& done,
                 std::vector<std::string>& found) const;

    const Child& child_;
    const Records& records_;
    Date today_;
    int age_ = 0;
};

}  // namespace pegboard::safe_plans
