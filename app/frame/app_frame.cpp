// One frame: clock, theme and scale, then gate or screens, then what lies over them. It refuses to
// write: letters wait until the frame is drawn.
#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

#include "app/design/page_textures.h"
#include "app/frame/app_inner.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

constexpr std::string_view undo_dialog = "Undo a step";

/// The newest entry of the child that is shown; null without one.
const DataPoint* last_shown(const SessionScreen& session) {
    for (auto point = session.points.rbegin(); point != session.points.rend(); ++point)
        if (point->valid && point->child == session.child) return &*point;
    return nullptr;
}

struct WallClock {
    Date today;
    int minute;
    int second;
};

WallClock wall_clock() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::tzset();  // a zone that changed on a journey
    ::localtime_r(&now, &parts);
    const auto today = make_date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return {today.value_or(Date{}), parts.tm_hour * 60 + parts.tm_min, parts.tm_sec};
}

bool navigating_by_keys() {
    constexpr std::array keys{ImGuiKey_Tab,        ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow,
                              ImGuiKey_RightArrow, ImGuiKey_Enter,   ImGuiKey_F6};
    return std::any_of(keys.begin(), keys.end(), [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); });
}

}  // namespace

void App::Inner::begin_frame(double time_s) {
    const bool dark =
        settings.theme == ThemeChoice::dark || (settings.theme == ThemeChoice::system && machine.system_is_dark());
    design->use(dark ? Theme::dark : Theme::light);
    design->set_scale(static_cast<float>(settings.text_percent) / 100.0F * machine.monitor_scale());
    const WallClock now = wall_clock();
    ui.clock = {options.today.value_or(now.today), options.minute.value_or(now.minute), time_s, {}};
    if (std::exchange(drawn_before, false)) forget_drawn();
    ui.clock.now_utc = caseload ? caseload->now_utc() : std::string();
    ui.reduce_motion = settings.reduce_motion;
    ui.wake_s = -1;
    constexpr double look_at_scenes_s = 1.0 / 60;
    if (design->take_scenes()) ui.wake_in(look_at_scenes_s);
    if (!options.minute) ui.wake_in(60.0 - now.second);
    design->pages().tidy();
    const ImGuiIO& io = ImGui::GetIO();
    if (navigating_by_keys()) ui.keyboard = true;
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || ImGui::IsMouseClicked(0)) ui.keyboard = false;
    const float scale = design->scale();
    ui.window = {0, 0, io.DisplaySize.x / scale, io.DisplaySize.y / scale};
    if (ui.record != nullptr) ui.record->clear();
    if (frames_wanted > 0) --frames_wanted;
}

void App::Inner::draw() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("Pegboard", nullptr, bare);
    fill(ui, ui.window, Role::canvas);
    ui.area = ui.window;
    ui.foot_h = 0;
    read_shortcuts();  // some work through a lock, too
    if (gate.page == GatePage::none)
        draw_screens();
    else
        draw_gate(gate, ui);
    draw_picker(picker, ui);
    ImGui::End();
    settle_frame(ui);
}

void App::Inner::draw_screens() {
    const bool narrow = ui.window.w < metrics::one_column_below_w;
    Rect rest = ui.window;
    if (nav.here().screen == Screen::session) return draw_live_session();  // the whole window is for the child
    live_notices = {};
    const Rect rail = rest.cut_left(narrow ? metrics::rail_narrow : metrics::rail);
    const Rect bar = rest.cut_top(metrics::topbar);
    draw_rail(ui, rail, static_cast<int>(screens.today.rows.notes.size()));
    draw_top_bar(top_bar, ui, bar, save_state());
    draw_notices(rest);
    ui.area = rest;
    draw_screen();
    draw_overlays();
}

/// Notices come from below, above the foot, and keep their room until the session is left: what is tapped stays where
/// it is. A new one cannot be pressed before it could be seen: the tap was meant for what it covers.
void App::Inner::draw_live_session() {
    constexpr double seen_after_s = 1;
    ui.area = ui.window;
    ui.notices_h = live_notices.room;
    draw_screen();
    ui.notices_h = 0;
    // Before its height is known it is measured out of sight.
    const float top = ui.window.bottom() + (live_notices.room > 0 ? -ui.foot_h - live_notices.room : metrics::xl);
    Rect rest{ui.window.x, top, ui.window.w, ui.window.h};
    const bool quiet = ui.clock.time_s < live_notices.quiet_until_s;
    const std::size_t waiting = between_frames.size();
    draw_notices(rest);
    if (quiet) between_frames.resize(std::min(waiting, between_frames.size()));
    const float height = rest.y > top ? rest.y - top + metrics::s : 0;
    if (height > live_notices.height) live_notices.quiet_until_s = ui.clock.time_s + seen_after_s;
    live_notices.height = height;
    if (height > live_notices.room) {
        live_notices.room = height;
        ui.wake_in(0);
    }
    ui.foot_h += live_notices.room;  // what is told in passing stands above them
    draw_overlays();
}

void App::Inner::draw_screen() {
    next_pane(ui);
    // Each screen keeps its place for the record it showed; another record opens at its top.
    Place& before = shown_before[nav.here().screen];
    const Place& now = nav.here();
    const bool other_tab = now.screen == Screen::child && now.detail != before.detail;
    const bool new_goal = now.screen == Screen::goal && !now.goal && drawn_last != Screen::goal;
    drawn_last = now.screen;
    if (new_goal) {  // a form begins at its top with nothing open
        screens.goal.writer.slot = GoalSlot::none;
        screens.goal.writer.own_words = false;
    }
    if (new_goal || before.child != now.child || before.goal != now.goal || before.session != now.session || other_tab)
        show_tops(ui);
    before = now;
    // Who leaves the session that runs, or has finished it, comes to the day it is of.
    if (now.screen == Screen::session) screens.today.day.reset();
    if (nav.here().screen != Screen::plan) settle_plan(screens.plan, ui);
    switch (nav.here().screen) {
        case Screen::today:
            return pegboard::draw(screens.today, ui);
        case Screen::caseload:
            return pegboard::draw(screens.caseload, ui);
        case Screen::child:
            return pegboard::draw(screens.child, ui);
        case Screen::goals:
            return pegboard::draw(screens.goals, ui);
        case Screen::goal:
            return pegboard::draw(screens.goal, ui);
        case Screen::guide:
            return pegboard::draw(screens.guide, ui);
        case Screen::activities:
            return pegboard::draw(screens.activities, ui);
        case Screen::skills:
            return pegboard::draw(screens.skills, ui);
        case Screen::plan:
            return pegboard::draw(screens.plan, ui);
        case Screen::session:
            return pegboard::draw(screens.session, ui);
        case Screen::note:
            return pegboard::draw(screens.note, ui);
        case Screen::progress:
            return pegboard::draw(screens.progress, ui);
        case Screen::reports:
            return pegboard::draw(screens.reports, ui);
        case Screen::settings:
            return pegboard::draw(screens.settings, ui);
        case Screen::history:
            return pegboard::draw(screens.history, ui);
        case Screen::gallery:
#ifdef PEGBOARD_GALLERY
            return pegboard::draw(screens.gallery, ui);
#else
            return;
#endif
    }
}

void App::Inner::draw_overlays() {
    open_asked_dialogs();
    draw_undo_question();
    draw_quit_question();
    draw_whose_goal();
    ask_for_values();
    pegboard::draw(screens.dialogs, ui);
    draw_finder(finder, ui);
    draw_help(ui);
    draw_toasts(ui);
    if (lock_warning) draw_lock_warning(ui, session_going_on() != nullptr);
}

void App::Inner::draw_undo_question() {
    if (std::exchange(open_undo_question, false)) open_dialog(ui, undo_dialog);
    const auto rect = begin_dialog(ui, undo_dialog, redo_asked ? "Bring this back?" : "Take this back?", 480);
    if (!rect) return;
    const UndoStep* step = redo_asked ? caseload->next_redo() : caseload->next_undo();
    const Child* other = step != nullptr ? shown_beside(*step) : nullptr;
    const DataPoint* seen = other != nullptr && !redo_asked ? last_shown(screens.session) : nullptr;
    std::string words = step == nullptr ? "There is nothing left to take back."
                                        : (redo_asked ? "Bring back: " : "Undo: ") + step->label + ".";
    if (step != nullptr && step->clinical) words += "\nIt is part of the record.";
    if (step != nullptr && step->earlier_day)
        words += "\nIt was made on an earlier day.";
    else if (step != nullptr && !steps_made.contains(step->id))
        words += "\nIt was made before the program was started.";
    else if (step != nullptr && steps_made.at(step->id) != place_of_steps())
        words += "\nIt was made on another screen.";
    if (other != nullptr)
        words += "\nThe session shows " + shown_call_name(ui, *other) + ", and this is about " +
                 shown_call_name(ui, *caseload->child(step->child)) + ".";
    const float height = text_wrapped(ui, *rect, words);
    const std::string undo_it = redo_asked ? "Bring it back" : other != nullptr ? "Undo that" : "Undo it";
    if (seen == nullptr) {
        const int pressed = end_dialog(ui, rect->y + height, {undo_it, "Leave it"});
        if (pressed >= 0) close_dialog(ui);
        if (pressed == 0 && step != nullptr) between_frames.emplace_back([this] { run_undo(redo_asked, true); });
        return;
    }
    // What the person sees as last is of the child that is shown.
    const std::string take_back = "Take back " + shown_call_name(ui, *other) + "'s last tap";
    const int pressed = end_dialog(ui, rect->y + height, {take_back, undo_it, "Leave it"});
    if (pressed >= 0) close_dialog(ui);
    if (pressed == 0) ui.outbox->send(TakeBackPoint{seen->session, seen->goal});
    if (pressed == 1) between_frames.emplace_back([this] { run_undo(false, true); });
}

/// In a session of several children the one that is shown, where the step is about another of them.
const Child* App::Inner::shown_beside(const UndoStep& step) const {
    if (nav.here().screen != Screen::session || !step.child || step.child == screens.session.child) return nullptr;
    const Session* session = caseload->session(nav.here().session);
    const bool both = session != nullptr && is_for(*session, step.child) && is_for(*session, screens.session.child);
    return both && caseload->child(step.child) != nullptr ? caseload->child(screens.session.child) : nullptr;
}

void App::Inner::draw_whose_goal() {
    const auto rect = begin_dialog(ui, whose_goal_dialog, "Whose goal is it?", 440);
    if (!rect) return;
    std::vector<std::string> names;
    std::vector<ChildId> ids;
    for (const Child& child : caseload->children()) {
        if (child.archived || is_discharged(child, ui.clock.today)) continue;
        names.push_back(shown_name(ui, child));
        ids.push_back(child.id);
    }
    choice(ui, {rect->x, rect->y, rect->w, field_height()}, "Child", names, whose_goal, {.hint = "Choose a child"});
    const bool chosen = whose_goal >= 0 && static_cast<std::size_t>(whose_goal) < ids.size();
    const int pressed =
        end_dialog(ui, rect->y + field_height(), {"Write the goal", "Cancel"},
                   FootLook{.lacks = chosen ? std::string_view() : "Choose a child first.", .lacks_at = "Child"});
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 0) nav.go({.screen = Screen::goal, .child = ids[static_cast<std::size_t>(whose_goal)]});
}

/// Screens only note that a value is to be typed; the dialog opens over any of them.
void App::Inner::ask_for_values() {
    if (const GoalId id = std::exchange(screens.session.type_value, {})) {
        const Goal* goal = caseload->goal(id);
        const int help = goal != nullptr ? chosen_help(screens.session, ui, *goal) : no_help_chosen;
        open_enter_value(ui, screens.dialogs.enter_value, id, nav.here().session, help);
    }
    if (std::exchange(screens.goal.story.save_picture, false)) save_chart();
    if (std::exchange(screens.goal.story.copy_picture, false)) between_frames.emplace_back([this] { copy_chart(); });
    if (std::exchange(screens.goal.story.enter_value, false))
        open_enter_value(ui, screens.dialogs.enter_value, nav.here().goal);
}

SaveState App::Inner::save_state() const {
    if (caseload->read_only()) return SaveState::read_only;
    const bool ours = caseload->file_news().state == FileState::ours;
    if (storage_problem || !stuck.empty() || drafts.any_refused() || !ours) return SaveState::unsaved;
    return drafts.all_kept() ? SaveState::saved : SaveState::saving;
}

std::optional<double> App::Inner::next_wake_s(bool unseen) const {
    std::optional<double> soonest;
    const auto consider = [&](double at) {
        if (!soonest || at < *soonest) soonest = at;
    };
    if (!unseen && frames_wanted > 0) consider(0);
    if (!unseen && (!between_frames.empty() || !announced.empty() || gate.ask || !dialogs_asked.empty())) consider(0);
    if (!unseen && ui.wake_s >= 0) consider(ui.wake_s);
    if (unseen && screens.plan.draft && !screens.plan.draft->sent) consider(0);
    if (!unseen && toasts.current) consider(toasts.current->until_s);
    if (!unseen && gate.page != GatePage::none && gate.blocked_until_s > ui.clock.time_s)
        consider(ui.clock.time_s + 0.25);
    const bool locked_up = gate.page == GatePage::locked;
    if (locked_up && caseload && storage_problem) consider(locked.retry_s);
    if (!locked_up && caseload && !caseload->read_only())
        if (const auto due = drafts.next_due_s()) consider(*due);
    if (warn_due_s && gate.page == GatePage::none) consider(*warn_due_s);
    constexpr double look_again_s = 0.1;  // at a worker that cannot wake us itself
    if (at_work()) consider(ui.clock.time_s + look_again_s);
    return soonest;
}

}  // namespace pegboard
