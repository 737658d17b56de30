// Decides when to draw. It refuses to draw a minimised window.
#include "app/program/loop.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "app/base/services.h"
#include "app/platform/instance.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

sigset_t end_signals() {
    sigset_t set;
    ::sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) ::sigaddset(&set, signal);
    return set;
}

/// Seconds to wait: 0 when a frame is due now, negative when only input can change anything.
double patience(const App& app, const Window& window, double clipboard_due_s, bool hidden) {
    double soonest = -1;
    const auto consider = [&](double at) {
        if (soonest < 0 || at < soonest) soonest = at;
    };
    if (const auto wake = app.next_wake_s(hidden)) consider(*wake);
    if (clipboard_due_s >= 0) consider(clipboard_due_s);
    if (soonest < 0) return -1;
    return std::max(0.0, soonest - window.time_s());
}

constexpr double look_up_s = 10;  ///< between two looks at the clock while names are in sight

/// Keeps the answering socket with the caseload that is open.
void follow_caseload(App& app, Window& window, std::unique_ptr<Instance>& instance, std::filesystem::path& of,
                     std::atomic<bool>& raise) {
    if (app.locked()) return;  // a second start raises the window that is locked
    const Caseload* caseload = app.caseload();
    const std::filesystem::path now = caseload != nullptr ? caseload->path() : std::filesystem::path();
    if (now == of) return;
    of = now;
    instance.reset();
    if (!now.empty() && !caseload->read_only())
        instance = std::make_unique<Instance>(now, [&raise, &window] {
            raise = true;
            window.wake();
        });
}

}  // namespace

double longest_wait_s(App& app, double wanted_s) {
    if (app.caseload() == nullptr || app.locked()) return wanted_s;
    return wanted_s < 0 || wanted_s > look_up_s ? look_up_s : wanted_s;
}

EndSignals::EndSignals() {
    const sigset_t set = end_signals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this] { listen(); });
}

EndSignals::~EndSignals() {
    {
        const std::scoped_lock one(mutex_);
        over_ = true;
    }
    changed_.notify_all();
    if (!told_) ::pthread_kill(thread_.native_handle(), SIGHUP);  // it waits for one; nothing is ended by it
    thread_.join();
}

void EndSignals::go_to(std::function<void()> wake) {
    const std::scoped_lock one(mutex_);
    looping_ = true;
    wake_ = std::move(wake);
}

// GLFW's wait goes on after a signal, so a thread hears the end of the session and wakes it.
void EndSignals::listen() {
    constexpr std::chrono::seconds to_close{30};  // a copy on a slow disk among it
    constexpr int ended_by_signal = 128;
    const sigset_t set = end_signals();
    int signal = 0;
    ::sigwait(&set, &signal);
    told_ = true;
    std::unique_lock one(mutex_);
    if (over_) return;
    if (!looping_) ::_exit(ended_by_signal + signal);
    if (wake_) wake_();
    if (!changed_.wait_for(one, to_close, [this] { return over_; })) ::_exit(ended_by_signal + signal);
}

void begin_frame() {
    auto& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    int moves = 0, press = 0;
    for (; press < queue.Size; ++press) {
        const ImGuiInputEvent& each = queue[press];
        if (each.Type == ImGuiInputEventType_MouseButton && each.MouseButton.Down && moves > 0) break;
        moves += each.Type == ImGuiInputEventType_MousePos ? 1 : 0;
    }
    const std::vector<ImGuiInputEvent> later(queue.begin() + press, queue.end());
    queue.resize(press);
    ImGui::NewFrame();
    for (const ImGuiInputEvent& each : later) queue.push_back(each);
}

double draw_frame(App& app, Window& window, double time_s, bool show) {
    window.new_frame();
    const auto start = std::chrono::steady_clock::now();
    begin_frame();
    app.frame(time_s);
    ImGui::Render();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    if (show) window.present();
    if (screen_reader && app.ui().record != nullptr) screen_reader(*app.ui().record);
    return took.count();
}

void Pace::take_queue() {
    constexpr int most_frames = 1000;  // ImGui takes one keystroke in one or two of them
    for (int i = 0; i < most_frames; ++i) {
        window_.wait(0);
        if (ImGui::GetCurrentContext()->InputEventsQueue.empty() && !window_.keys_waiting()) return;
        draw_frame(app_, window_, window_.time_s(), false);
    }
}

void Pace::step(double longest_s) {
    const bool hidden = window_.minimised();
    double wait_s = patience(app_, window_, window_.tidy_clipboard(), hidden);
    if (frames_ > 0 && !hidden) wait_s = 0;
    if (longest_s >= 0 && (wait_s < 0 || wait_s > longest_s)) wait_s = longest_s;
    wait_s = longest_wait_s(app_, wait_s);
    const double last_input_s = window_.last_input_s();
    if (window_.wait(wait_s)) draw_soon();
    if (window_.hear_desktop()) draw_soon();
    const double now = window_.time_s();
    app_.lock_if_idle(now, last_input_s);  // a touch that comes after the limit does not undo it
    const bool was_locked = app_.locked();
    if (hidden && app_.machine_settings().lock_minimised && !was_locked) {
        take_queue();
        app_.lock();
    }
    app_.lock_if_idle(now, window_.last_input_s());
    if (app_.locked() != was_locked) draw_soon();
    const auto wake = app_.next_wake_s();
    if (wake && *wake <= now) frames_ = std::max(frames_, 1);
    if (hidden) app_.upkeep(now);
    if (frames_ == 0 || hidden) return;
    --frames_;
    ++drawn_;
    draw_frame(app_, window_, now);
    // ImGui takes one keystroke a frame; what is still queued must not wait for the next touch of a key.
    if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) draw_soon();
}

void run_loop(App& app, Window& window, EndSignals& ended, bool shared) {
    ended.go_to([&window] { window.wake(); });
    std::unique_ptr<Instance> instance;
    std::filesystem::path listening_for;
    std::atomic<bool> raise{false};
    Pace pace(app, window);
    window.on_lock = [&app, &pace] {
        pace.take_queue();
        app.lock();
    };
    while (!ended.told()) {
        if (window.closing() || app.wants_quit()) {
            pace.take_queue();  // what was typed before belongs to what is asked about
            if (app.may_end()) break;
            window.stay();
            pace.draw_soon();
        }
        if (window.entered()) app.look_at_file();
        if (shared) follow_caseload(app, window, instance, listening_for, raise);
        pace.step();
        // From here, where the stack is lowest: what drawing left on it before the lock.
        if (app.locked() && app.caseload() == nullptr) wipe_stack();
        if (raise.exchange(false)) {
            window.raise();
            pace.draw_soon();
        }
    }
    ended.go_to({});
    window.on_lock = {};
    pace.take_queue();
    instance.reset();
    MachineSettings settings = app.machine_settings();
    settings.window_w = static_cast<int>(static_cast<float>(window.width()) / window.monitor_scale());
    settings.window_h = static_cast<int>(static_cast<float>(window.height()) / window.monitor_scale());
    app.close();
    app.ui().services->set_machine(settings);
}

}  // namespace pegboard
