// Which of the activities that may be used are worth choosing among. Pure.
#pragma once
#include "core/planning/input/situation.h"
#include "core/planning/model.h"

namespace pegboard::planning {

/// Takes out of the model what no plan should hold: what serves nothing, what fits worse than another that serves as
/// well, and too much of one kind. The model says what it left out and why.
void keep_worthwhile(const Situation& situation, Model& model);

}  // namespace pegboard::planning
