// Draws each state until it stands still, then once more into a file. It refuses to move the mouse.
#include "app/program/pictures_of_screens.h"

#include <cairo.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "app/frame/gate.h"
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr int width = 1440, height = 900;
constexpr int frames_to_settle = 8;  // dialogs measure themselves in the first ones
constexpr double frame_s = 0.25;     // hover and panel movements are over in one step

struct State {
    std::string name;
    std::function<void(App&)> enter;
};

State place(std::string name, const Place& where) {
    return {std::move(name), [where](App& app) {
                app.ui().nav->go(where);
                app.ui().nav->apply();
            }};
}

State action(std::string name, ActionId id) {
    return {std::move(name), [id](App& app) { app.run_action(id); }};
}

/// The planner works on a thread of its own: a picture shows what it found.
bool planner_works(const PlanScreen& plan) {
    const bool chooses = plan.choices && plan.choices->found.empty();
    return chooses || (plan.desk && plan.view.child != nullptr && !is_weighed(plan));
}

Status picture_one(App& app, Window& window, const State& state, const std::filesystem::path& folder) {
    double time_s = app.ui().clock.time_s;
    for (const auto& [theme, suffix] : {std::pair{ThemeChoice::light, "light"}, std::pair{ThemeChoice::dark, "dark"}}) {
        app.machine_settings().theme = theme;
        state.enter(app);
        for (int i = 0; i <= frames_to_settle; ++i) {
            const bool plans = app.ui().nav->here().screen == Screen::plan && planner_works(app.screens().plan);
            const bool pages = app.ui().nav->here().screen == Screen::reports && is_making_pages(app.screens().reports);
            if (i == frames_to_settle && (plans || pages || app.ui().design->scenes_pending())) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                i = 0;
            }
            window.new_frame();
            ImGuiIO& io = ImGui::GetIO();
            io.DisplaySize = {width, height};
            io.DisplayFramebufferScale = {1, 1};
            io.AddMousePosEvent(-1, -1);
            ImGui::NewFrame();
            app.frame(time_s += frame_s);
            ImGui::Render();
            if (i < frames_to_settle) window.feed_textures();
        }
        const Status written =
            write_png(window.draw_picture(width, height), folder / (state.name + "-" + suffix + ".png"));
        if (!written) return written;
    }
    return {};
}

Status picture_all(App& app, Window& window, const std::vector<State>& states, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const State& state : states)
        if (const Status status = picture_one(app, window, state, folder); !status) return status;
    return {};
}

/// The session of the pictures: today's first one with a plan, else any.
const Session* session_to_show(const Caseload& caseload, Date today) {
    const Session* best = nullptr;
    for (const Session& session : caseload.sessions()) {
        if (session.date != today || session.blocks.empty()) continue;
        if (best == nullptr || session.blocks.size() > best->blocks.size()) best = &session;
    }
    if (best == nullptr && !caseload.sessions().empty()) best = &caseload.sessions().back();
    return best;
}

void add_reports(std::vector<State>& states, Date today, ChildId child, const Session* session) {
    states.push_back(place("reports", report_place(reports::Kind::progress_report, child)));
    states.push_back(place("reports-day", day_report(today)));
    if (session != nullptr)
        states.push_back(place("reports-plan", report_place(reports::Kind::session_plan, child, session->id)));
}

/// A group of today, with its plan and with the one the planner suggests; that changes the caseload, so it comes last.
Status picture_group(App& app, Window& window, const std::filesystem::path& folder) {
    const auto& sessions = app.caseload()->sessions();
    const auto group = std::find_if(sessions.begin(), sessions.end(), [&](const Session& one) {
        return one.date == app.ui().clock.today && one.participants.size() > 1;
    });
    if (group == sessions.end()) return {};
    const Place there{.screen = Screen::plan, .child = group->child, .session = group->id};
    if (const Status done = picture_all(app, window, {place("plan-group", there)}, folder); !done) return done;
    suggest(app.screens().plan, app.ui());
    return picture_all(app, window, {place("plan-suggested", there)}, folder);
}

}  // namespace

Status picture_gate(App& app, Window& window, const std::filesystem::path& folder) {
    const auto page = [](std::string name, GatePage which) {
        return State{std::move(name), [which](App& shown) { shown.preview(which); }};
    };
    return picture_all(app, window,
                       {page("start", GatePage::start), page("create", GatePage::create), page("open", GatePage::open)},
                       folder);
}

Status picture_screens(App& app, Window& window, const std::filesystem::path& folder) {
    const Caseload& caseload = *app.caseload();
    const Session* session = session_to_show(caseload, app.ui().clock.today);
    const ChildId child = session != nullptr            ? session->child
                          : caseload.children().empty() ? ChildId{}
                                                        : caseload.children().front().id;
    const auto goal = std::find_if(caseload.goals().begin(), caseload.goals().end(),
                                   [&](const Goal& one) { return one.child == child; });
    const auto& activities = app.ui().library->activities();
    std::vector<State> states{place("today", {.screen = Screen::today}),
                              place("caseload", {.screen = Screen::caseload}),
                              place("child", {.screen = Screen::child, .child = child}),
                              place("child-goals", {.screen = Screen::child, .child = child, .detail = "goals"}),
                              place("child-sessions", {.screen = Screen::child, .child = child, .detail = "sessions"}),
                              place("child-details", {.screen = Screen::child, .child = child, .detail = "details"}),
                              place("goals", {.screen = Screen::goals}),
                              place("new-goal", {.screen = Screen::goal, .child = child, .detail = "from:G023"}),
                              place("activities", {.screen = Screen::activities}),
                              place("own-activity", {.screen = Screen::activities, .detail = "own:copy:HJ01"}),
                              place("skills", {.screen = Screen::skills, .child = child}),
                              place("settings", {.screen = Screen::settings}),
                              place("guide", {.screen = Screen::guide}),
                              place("history", {.screen = Screen::history})};
    if (goal != caseload.goals().end())
        states.push_back(
            place("goal-edit", {.screen = Screen::goal, .child = child, .goal = goal->id, .detail = "edit"}));
    if (!activities.empty())
        states.push_back(
            place("activity", {.screen = Screen::activities, .detail = activities[activities.size() / 2].id}));
    if (const auto& skills = app.ui().library->skills(); !skills.empty())
        states.push_back(
            place("skill", {.screen = Screen::skills, .child = child, .detail = skills[skills.size() / 2].id}));
    states.push_back(place("progress", {.screen = Screen::progress}));
    add_reports(states, app.ui().clock.today, child, session);
    for (const Goal& each : caseload.goals())
        if (each.child == child && each.status == GoalStatus::active && !each.parent) {
            states.push_back(place("goal", {.screen = Screen::goal, .child = child, .goal = each.id}));
            break;
        }
    for (const Session& each : caseload.sessions())
        if (each.child == child && each.status == SessionStatus::held) {
            states.push_back(place("note", {.screen = Screen::note, .child = child, .session = each.id}));
            break;
        }
    if (session != nullptr)
        states.push_back(place("plan", {.screen = Screen::plan, .child = child, .session = session->id}));
#ifdef PEGBOARD_GALLERY
    states.push_back(place("gallery", {.screen = Screen::gallery}));
#endif
    if (const Status done = picture_all(app, window, states, folder); !done) return done;
    states.front().enter(app);
    // One at a time: the next would lie over the one before.
    for (const auto& [name, id] :
         {std::pair{"find", ActionId::find}, std::pair{"help", ActionId::help},
          std::pair{"add-child", ActionId::add_child}, std::pair{"add-session", ActionId::add_session}}) {
        if (const Status done = picture_all(app, window, {action(name, id)}, folder); !done) return done;
        app.dismiss();
    }
    if (const Status done = picture_group(app, window, folder); !done) return done;
    if (session != nullptr && app.caseload()->run(StartSession{session->id}))
        if (const Status done = picture_all(
                app, window, {place("session", {.screen = Screen::session, .session = session->id})}, folder);
            !done)
            return done;
    return picture_all(app, window, {action("locked", ActionId::lock)}, folder);
}

Result<std::string> png_of(const Pixels& pixels) {
    std::vector<unsigned char> bgra = pixels.rgba;
    for (std::size_t i = 0; i + 3 < bgra.size(); i += 4) std::swap(bgra[i], bgra[i + 2]);
    cairo_surface_t* surface = cairo_image_surface_create_for_data(bgra.data(), CAIRO_FORMAT_RGB24, pixels.width,
                                                                   pixels.height, pixels.width * 4);
    std::string png;
    const auto take = [](void* into, const unsigned char* bytes, unsigned count) {
        static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    };
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface, take, &png);
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS) return png;
    return Error{ErrorKind::storage, {}, "The picture could not be made.", cairo_status_to_string(status)};
}

Status write_png(const Pixels& pixels, const std::filesystem::path& file) {
    const auto png = png_of(pixels);
    if (!png) return png.error();
    std::ofstream out(file, std::ios::binary);
    out << png.value();
    out.close();
    if (out) return {};
    return Error{ErrorKind::storage, {}, "The picture " + file.string() + " could not be written.", "write png"};
}

}  // namespace pegboard
