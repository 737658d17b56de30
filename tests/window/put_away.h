// What a window manager says of a window when it puts it away; apart, since Xlib's names clash with everyone else's.
#pragma once
#include <string>

namespace pegboard::test {

/// Marks the window, whose number is given in words, as minimised or as shown again.
void put_away(const std::string& window, bool away);

}  // namespace pegboard::test
