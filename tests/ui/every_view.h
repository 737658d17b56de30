// Every screen and dialog of the program, and how to come to it: for tests that must look at all of them.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "tests/ui/app_stage.h"

namespace pegboard::test {

struct View {
    std::string name;  ///< also of its transcript: "child-goals"
    std::function<void(UiDriver&)> enter;
};

/// Those that the caseload on stage can show; views of a child need one.
std::vector<View> every_view(UiDriver& ui);
/// Closes what lies over the screen and goes to the view.
void enter(UiDriver& ui, const View& view);

}  // namespace pegboard::test
