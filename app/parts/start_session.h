// Begins a session from wherever it is shown.
#pragma once
#include "app/ui.h"

namespace pegboard {

/// Starts it when it does not run yet and shows it; one that runs already is shown instead.
void start_session(Ui& ui, SessionId id);

}  // namespace pegboard
