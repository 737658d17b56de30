// The loop: waits for input, draws only when something changed. Idle means zero frames.
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "app/frame/app.h"
#include "app/program/window.h"

namespace pegboard {

/// Hears what each drawn frame shows, widget by widget. Empty unless somebody who reads the screen set it
/// before the start; then every widget writes itself down.
inline std::function<void(const Record&)> screen_reader;

/// Waits and draws by turns.
class Pace {
 public:
    Pace(App& app, Window& window) : app_(app), window_(window) {}
    /// Waits for input or the next due frame, at most `longest_s` (negative: as long as it takes), then
    /// draws when there is something to draw.
    void step(double longest_s = -1);
    /// Takes every key that was pressed so far, before the window closes or locks: no letter is lost.
    void take_queue();
    void draw_soon() { frames_ = 3; }  ///< ImGui settles hover and focus one or two frames after input
    [[nodiscard]] int frames_drawn() const { return drawn_; }

 private:
    App& app_;
    Window& window_;
    int frames_ = 3;
    int drawn_ = 0;
};

/// How long to wait where `wanted_s` is wanted (negative: until there is input): a wait stands still while the laptop
/// sleeps, and names must not stay in sight for the rest of it after waking.
double longest_wait_s(App& app, double wanted_s);
/// Hears SIGTERM, SIGHUP and SIGINT, whatever the program is at; make it before any thread starts. Before the loop runs
/// nothing can be lost, and it ends at once. Later the loop closes everything; should that take too long, as on a disk
/// that does not answer, the program ends all the same: what was saved stays saved.
class EndSignals {
 public:
    EndSignals();
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    [[nodiscard]] bool told() const { return told_; }
    /// From now on the loop is told by `wake`; none: it has ended.
    void go_to(std::function<void()> wake);

 private:
    void listen();

    std::atomic<bool> told_{false};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> wake_;
    bool looping_ = false, over_ = false;
    std::thread thread_;
};

/// Runs until the window closes; then keeps drafts, backs up and closes the caseload.
void run_loop(App& app, Window& window, EndSignals& ended, bool shared);
/// ImGui::NewFrame, where a press that comes together with the pointer waits for the next frame: only then is known
/// what lies under it. A tap on a touch screen, and a quick hand, press in the moment they arrive.
void begin_frame();
/// One frame: ImGui's and the App's; returns the milliseconds of CPU work without the swap.
double draw_frame(App& app, Window& window, double time_s, bool show = true);

}  // namespace pegboard
