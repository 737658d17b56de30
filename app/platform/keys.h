// Keys on their way from GLFW to ImGui. ImGui merges what happens between two frames, so that on a busy
// machine "Ctrl down, 2 down, Ctrl up" becomes a plain 2; here the release waits for the next frame.
#pragma once
#include <deque>

namespace pegboard {

class Keys {
 public:
    void key(int key, int scancode, int action, int mods);
    void character(unsigned code_point);
    /// Hands ImGui what belongs into the next frame.
    void feed();
    [[nodiscard]] bool waiting() const { return !events_.empty(); }

 private:
    struct Event {
        int key = 0, scancode = 0;
        bool down = false;
        int mods = 0;             ///< after this event
        unsigned code_point = 0;  ///< a character instead of a key
    };
    std::deque<Event> events_;
    int mods_fed_ = 0;
};

}  // namespace pegboard
