// Measures the Plan screen while the therapist changes something in every frame and the planner plans again each time.
#pragma once
#include <nlohmann/json.hpp>

#include "app/frame/app.h"
#include "app/program/window.h"

namespace pegboard {

/// Sixty changes a second for ten seconds on the plan of the next session that is to be held: the frame's own work in
/// milliseconds of processor time, how many changes were made and how many plans came back. Nothing to plan: null.
nlohmann::json measure_plan_changes(App& app, Window& window);

}  // namespace pegboard
