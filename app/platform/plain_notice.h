// A sentence for the person when there is no window to say it in: no OpenGL, no program data. It says only what it is
// handed, which names nobody.
#pragma once
#include <string>

namespace pegboard {

/// Shows the words in a box of the desktop (zenity, kdialog or xmessage, whichever is there), else as a notification.
/// False when the desktop has neither.
bool tell_without_window(const std::string& words);

}  // namespace pegboard
