#include "tests/window/put_away.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <array>
#include <stdexcept>

namespace pegboard::test {

void put_away(const std::string& window, bool away) {
    Display* x = XOpenDisplay(nullptr);
    if (x == nullptr) throw std::runtime_error("the display does not answer");
    const Atom state = XInternAtom(x, "WM_STATE", False);
    constexpr long normal = 1, iconic = 3;
    const std::array<long, 2> values{away ? iconic : normal, 0};
    XChangeProperty(x, std::stoul(window), state, state, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(values.data()), 2);
    XCloseDisplay(x);
}

}  // namespace pegboard::test
