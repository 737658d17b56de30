// Sessions for the checker of plans: on top of the planner's random sessions, children of 2 months to 17 years with
// every precaution and every answer to it, every level and device, at places with much, little or only stand-ins at
// hand.
#pragma once
#include "tests/core/planning_random.h"
#include "tests/core/safe_plans_records.h"

namespace pegboard::safe_plans {

class AnyChild {
 public:
    AnyChild(const Library& library, std::uint64_t seed) : library_(library), sessions_(library, seed) {}
    /// The next session. It owns its children.
    planning::Facts next();
    /// One precaution with random answers, some of them left out or no answer at all.
    ChildPrecaution precaution(const std::string& code);

 private:
    void record(Child& child);
    void set_moving(Child& child);
    void set_place(planning::Facts& facts);

    const Library& library_;
    planning_test::RandomSessions sessions_;
};

}  // namespace pegboard::safe_plans
