// --measure: how fast and how small the program is on this machine, as JSON on standard output.
#pragma once
#include "app/frame/app.h"
#include "app/program/window.h"

namespace pegboard {

struct StartTimes {
    double first_frame_ms = 0;  ///< process start to the first usable frame on screen, key derivation aside
    double unlock_ms = 0;       ///< opening the file, key derivation included
};
void measure(App& app, Window& window, const StartTimes& start);

}  // namespace pegboard
