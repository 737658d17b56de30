#include "app/program/measure_plan.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <thread>
#include <vector>

#include "app/plan/plan_panels.h"
#include "app/program/loop.h"

namespace pegboard {
namespace {

constexpr int frames = 600;
constexpr auto frame_time = std::chrono::microseconds(16'667);

double cpu_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double rounded(double ms) { return std::round(ms * 1000) / 1000; }

double quantile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1)))];
}

/// The next session that is to be held, the one for most children first.
const Session* session_to_change(const Caseload& caseload, Date today) {
    const Session* best = nullptr;
    for (const Session& session : caseload.sessions()) {
        if (session.status != SessionStatus::planned || session.date != today) continue;
        if (best == nullptr || session.participants.size() > best->participants.size()) best = &session;
    }
    return best;
}

double draw_one(App& app, Window& window) {
    const double before = cpu_ms();
    draw_frame(app, window, window.time_s(), false);
    const double took = cpu_ms() - before;
    window.feed_textures();
    return took;
}

/// Draws until the planner has answered what was asked.
void settle(App& app, Window& window) {
    const PlanScreen& plan = app.screens().plan;
    for (int i = 0; i < 10 || plan.draft || (plan.desk && plan.desk->weighing()); ++i) {
        draw_one(app, window);
        std::this_thread::sleep_for(frame_time);
    }
}

/// What a therapist might change, one after another: how the child is, minutes of a block, minutes of the session.
void change(App& app, int number) {
    PlanScreen& plan = app.screens().plan;
    // What the view shows went with the draft when the edit was saved after the last frame.
    const Session* now = plan.draft ? plan.draft->session.get() : app.caseload()->session(plan.view.of);
    if (now == nullptr || now->participants.empty()) return;
    Session edited = *now;
    const int step = number / 3;
    if (number % 3 == 0)
        edited.participants[static_cast<std::size_t>(step) % edited.participants.size()].energy =
            static_cast<Energy>(step % 3);
    if (number % 3 == 1) edited.length_min += step % 2 == 0 ? 5 : -5;
    if (number % 3 == 2 && !edited.blocks.empty()) {
        Block& block = edited.blocks[static_cast<std::size_t>(step) % edited.blocks.size()];
        block.minutes += step % 2 == 0 ? 1 : -1;
        block.minutes = std::max(3, block.minutes);
        block.pinned = step % 4 == 0;
    }
    send_edit(plan, app.ui(), std::move(edited));
}

}  // namespace

nlohmann::json measure_plan_changes(App& app, Window& window) {
    const Session* session = session_to_change(*app.caseload(), app.ui().clock.today);
    if (session == nullptr) return nullptr;
    app.ui().nav->go({.screen = Screen::plan, .child = session->child, .session = session->id});
    app.ui().nav->apply();
    settle(app, window);
    suggest(app.screens().plan, app.ui());
    settle(app, window);
    std::vector<double> times;
    const std::uint64_t before = app.caseload()->revision();
    auto next = std::chrono::steady_clock::now();
    for (int i = 0; i < frames; ++i) {
        change(app, i);
        times.push_back(draw_one(app, window));
        std::this_thread::sleep_until(next += frame_time);
    }
    settle(app, window);
    const std::uint64_t plans = app.caseload()->revision() - before;
    std::ranges::sort(times);
    return {{"changes", frames},
            {"plans_saved", plans},
            {"median_cpu_ms", rounded(quantile(times, 0.5))},
            {"p99_cpu_ms", rounded(quantile(times, 0.99))},
            {"worst_cpu_ms", rounded(times.back())}};
}

}  // namespace pegboard
