// A caseload for tests of the real program: see the header.
#include "tests/window/made_file.h"

#include <chrono>

#include "tests/core/support.h"

namespace pegboard::test {

void make_file(const fs::path& file, const std::string& mark) {
    fs::create_directories(file.parent_path());
    auto made = Caseload::create(file, {made_passphrase, {}}, {});
    if (!made.ok()) throw std::runtime_error(made.error().message);
    Caseload& caseload = *made.value();
    const Therapist therapist = sample_therapist(mark);
    must(caseload.run(AddTherapist{therapist}));
    Practice practice = caseload.practice();
    practice.me = therapist.id;
    must(caseload.run(EditPractice{practice}));
    const Child child = sample_child(mark, therapist.id);
    must(caseload.run(AddChild{child}));
    const Goal goal = sample_goal(child.id, mark);
    must(caseload.run(AddGoal{goal}));
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const Date today{static_cast<int>(days.time_since_epoch().count())};
    must(caseload.run(AddSession{sample_session(child.id, goal.id, today, mark)}));
}

}  // namespace pegboard::test
