// Measures frames without the swap, as the work of our own code. It refuses to guess: every number is
// of frames that were drawn.
#include "app/program/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/platform/process.h"
#include "app/program/loop.h"
#include "app/program/measure_plan.h"

namespace pegboard {
namespace {

constexpr int frames_a_screen = 300;
constexpr double idle_s = 5;

double quantile(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    const auto last = static_cast<double>(times.size() - 1);
    return times[static_cast<std::size_t>(std::lround(share * last))];
}

double rounded(double ms) { return std::round(ms * 1000) / 1000; }

double frame_ms(App& app, Window& window) {
    const double took = draw_frame(app, window, window.time_s(), false);
    window.feed_textures();
    return took;
}

nlohmann::json measure_screen(App& app, Window& window, const Place& place) {
    app.ui().nav->go(place);
    app.ui().nav->apply();
    std::vector<double> times;
    const double first = frame_ms(app, window);
    // The pointer wanders over the screen, so that hover and tooltips are part of the work.
    for (int i = 0; i < frames_a_screen; ++i) {
        const float x = static_cast<float>(120 + (i * 37) % (window.width() - 140));
        const float y = static_cast<float>(70 + (i * 13) % (window.height() - 90));
        ImGui::GetIO().AddMousePosEvent(x, y);
        if (i % 10 == 0) ImGui::GetIO().AddMouseWheelEvent(0, i % 100 < 50 ? -1.0F : 1.0F);
        times.push_back(frame_ms(app, window));
    }
    return {{"first_ms", rounded(first)},
            {"median_ms", rounded(quantile(times, 0.5))},
            {"p99_ms", rounded(quantile(times, 0.99))}};
}

double measure_keystroke(App& app, Window& window) {
    app.run_action(ActionId::find);
    for (int i = 0; i < 3; ++i) frame_ms(app, window);
    double worst = 0;
    for (const char letter : std::string("mateo cut ball")) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
        const double typed = frame_ms(app, window);
        worst = std::max({worst, typed, frame_ms(app, window)});
    }
    app.dismiss();
    return rounded(worst);
}

int count_idle_frames(App& app, Window& window) {
    app.ui().nav->go({.screen = Screen::today});
    app.ui().nav->apply();
    Pace pace(app, window);
    for (const double until = window.time_s() + 1.5; window.time_s() < until;) pace.step(0.1);
    const int before = pace.frames_drawn();
    for (const double until = window.time_s() + idle_s; window.time_s() < until;) pace.step(until - window.time_s());
    return pace.frames_drawn() - before;
}

}  // namespace

void measure(App& app, Window& window, const StartTimes& start) {
    const Caseload& caseload = *app.caseload();
    const ChildId child = caseload.children().empty() ? ChildId{} : caseload.children().front().id;
    const GoalId goal = caseload.goals().empty() ? GoalId{} : caseload.goals().front().id;
    nlohmann::json screens;
    const auto screen = [&](const char* name, const Place& place) {
        screens[name] = measure_screen(app, window, place);
    };
    screen("today", {.screen = Screen::today});
    screen("caseload", {.screen = Screen::caseload});
    if (child) screen("child", {.screen = Screen::child, .child = child});
    screen("goals", {.screen = Screen::goals});
    if (goal) screen("goal", {.screen = Screen::goal, .child = caseload.goals().front().child, .goal = goal});
    if (child) screen("new_goal", {.screen = Screen::goal, .child = child, .detail = "from:G023"});
    screen("progress", {.screen = Screen::progress});
    if (goal) screen("goal_edit", {.screen = Screen::goal, .goal = goal, .detail = "edit"});
    screen("activities", {.screen = Screen::activities});
    screen("own_activity", {.screen = Screen::activities, .detail = "own:copy:HJ01"});
    screen("skills", {.screen = Screen::skills, .child = child});
    if (!caseload.sessions().empty()) {
        const Session& session = caseload.sessions()[caseload.sessions().size() / 2];
        screen("plan", {.screen = Screen::plan, .child = session.child, .session = session.id});
    }
    screen("settings", {.screen = Screen::settings});
    screen("history", {.screen = Screen::history});
    const int idle_frames = count_idle_frames(app, window);  // before edits: what those tell in passing goes by a frame
    const nlohmann::json plan_changes = measure_plan_changes(app, window);
    const double keystroke = measure_keystroke(app, window);
    const nlohmann::json all{{"first_frame_ms", rounded(start.first_frame_ms)},
                             {"unlock_ms", rounded(start.unlock_ms)},
                             {"children", caseload.children().size()},
                             {"goals", caseload.goals().size()},
                             {"screens", screens},
                             {"plan_changes", plan_changes},
                             {"keystroke_ms", keystroke},
                             {"idle_frames", idle_frames},
                             {"peak_rss_mb", rounded(peak_memory_mb())}};
    std::printf("%s\n", all.dump(2).c_str());
}

}  // namespace pegboard
