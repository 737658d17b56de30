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
    /// Hands ImGui all that waits, before a press of the mouse: letters typed before a click belong to where they were
    /// typed, however slow the frames are.
    void feed_all();
    [[nodiscard]] bool waiting() const { return !events_.empty(); }

 private:
    void feed(bool all);
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
