// Runs what the action table offers, and reads its shortcuts.
#include <algorithm>
#include <array>

#include "app/frame/app_inner.h"
#include "app/parts/start_session.h"
#include "app/widgets/widgets.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

bool pressed(ImGuiKeyChord chord) { return chord != ImGuiKey_None && ImGui::IsKeyChordPressed(chord); }

/// Works before a caseload is open and through a lock.
bool always_allowed(ActionId id) {
    constexpr std::array all{ActionId::text_larger, ActionId::text_smaller, ActionId::text_usual, ActionId::theme_light,
                             ActionId::theme_dark,  ActionId::theme_system, ActionId::quit};
    return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

bool leaves_fields(ActionId id) { return !always_allowed(id) || id == ActionId::quit; }

namespace {

#ifdef PEGBOARD_GALLERY
constexpr bool gallery_built = true;
#else
constexpr bool gallery_built = false;
#endif

bool belongs_to_fields(ActionId id) { return id == ActionId::undo || id == ActionId::redo || id == ActionId::go_back; }

bool works_over_dialogs(ActionId id) { return id == ActionId::lock || always_allowed(id); }

/// The session the Plan action means: the one on screen, else the next one of today without an end.
const Session* session_to_plan(const Caseload& caseload, const Place& here, const Clock& clock) {
    if (const Session* session = caseload.session(here.session)) return session;
    const Session* next = nullptr;
    for (const Session& session : caseload.sessions()) {
        if (session.status != SessionStatus::planned || session.date < clock.today) continue;
        if (here.child && !is_for(session, here.child)) continue;
        if (session.date == clock.today && session.start_min + session.length_min <= clock.minute) continue;
        if (next == nullptr || session.date < next->date ||
            (session.date == next->date && session.start_min < next->start_min))
            next = &session;
    }
    return next;
}

/// The session the Start action means: the one that runs, else the one to plan when it is today's.
const Session* session_to_start(const Caseload& caseload, const Place& here, const Clock& clock) {
    if (const Session* running = running_session(caseload.sessions())) return running;
    const Session* next = session_to_plan(caseload, here, clock);
    const bool can = next != nullptr && next->date == clock.today && next->status == SessionStatus::planned;
    return can && !caseload.read_only() ? next : nullptr;
}

/// Why there is no session that the Start action means.
std::string_view no_start(const Caseload& caseload, const Place& here, Date today) {
    if (caseload.session(here.session) != nullptr) return "Only a planned session of today can be started.";
    const bool over = std::ranges::any_of(caseload.sessions(), [&](const Session& session) {
        return session.date == today && session.status == SessionStatus::planned &&
               (!here.child || is_for(session, here.child));
    });
    if (over) return "What was planned for today is over by the clock. It can still be started from its card.";
    return here.child ? "This child has no session left to start today." : "No session of today is left to start.";
}

}  // namespace

std::string_view App::Inner::why_not(ActionId id) const {
    if (id == ActionId::gallery)
        return gallery_built && gate.page == GatePage::none ? "" : "This build has no gallery.";
    if (always_allowed(id)) return {};
    if (gate.page != GatePage::none || !caseload) return "Open a file first.";
    constexpr std::string_view reading_only = "This file is open for reading only.";
    const bool reads = caseload->read_only();
    switch (id) {
        case ActionId::undo:
            if (reads) return reading_only;
            if (caseload->undo_ends_at_signature())
                return "A signed note is final. Add an amendment to it where something has to be said.";
            return caseload->next_undo() == nullptr ? "There is nothing to take back." : "";
        case ActionId::redo:
            return reads ? reading_only : caseload->next_redo() == nullptr ? "There is nothing to bring back." : "";
        case ActionId::add_child:
        case ActionId::initials_only:
            return reads ? reading_only : "";
        case ActionId::add_goal:
        case ActionId::add_session:
            return reads ? reading_only : caseload->children().empty() ? "Add a child first." : "";
        case ActionId::plan_session:
            if (session_to_plan(*caseload, nav.here(), ui.clock) != nullptr) return {};
            return nav.here().child ? "No session of this child is coming up." : "No session is coming up.";
        case ActionId::start_session:
            if (session_to_start(*caseload, nav.here(), ui.clock) != nullptr) return {};
            return reads ? reading_only : no_start(*caseload, nav.here(), ui.clock.today);
        case ActionId::go_back:
            return nav.can_go_back() ? "" : "There is no screen to go back to.";
        default:
            return {};
    }
}

void App::Inner::read_shortcuts() {
    const bool over = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    const bool in_field = typing(ui);
    for (const ActionRow& row : action_rows()) {
        const auto& [chord, other, typed] = row.shortcut;
        if (!pressed(chord) && !pressed(other) && !pressed(typed)) continue;
        if ((over && !works_over_dialogs(row.id)) || (in_field && belongs_to_fields(row.id))) continue;
        const std::string_view why = why_not(row.id);
        if (why.empty())
            actions.ask(row.id);
        else if (gate.page == GatePage::none)
            toasts.warn(std::string(why));
    }
}

bool App::Inner::go_to(ActionId id) {
    constexpr std::array places{
        std::pair{ActionId::go_today, Screen::today},       std::pair{ActionId::go_caseload, Screen::caseload},
        std::pair{ActionId::go_goals, Screen::goals},       std::pair{ActionId::go_activities, Screen::activities},
        std::pair{ActionId::go_progress, Screen::progress}, std::pair{ActionId::go_reports, Screen::reports},
        std::pair{ActionId::go_settings, Screen::settings}, std::pair{ActionId::go_history, Screen::history},
        std::pair{ActionId::go_skills, Screen::skills},     std::pair{ActionId::gallery, Screen::gallery}};
    for (const auto& [action, screen] : places)
        if (action == id) {
            if (id == ActionId::go_today) screens.today.day.reset();
            nav.go({.screen = screen});
            nav.apply();
            return true;
        }
    return false;
}

void App::Inner::run_action(ActionId id) {
    if (!enabled(id)) return;
    frames_wanted = std::max(frames_wanted, 2);
    if (go_to(id)) return;
    switch (id) {
        case ActionId::open_guide:
            nav.go(new_guide(ui, nav.here().child));
            return nav.apply();
        case ActionId::print:
            if (nav.here().screen == Screen::reports) return ask_to_print(screens.reports);
            nav.go(report_of(ui, nav.here(), screens.today.day));
            return nav.apply();
        case ActionId::undo:
            return run_undo(false);
        case ActionId::redo:
            return run_undo(true);
        case ActionId::lock:
            return lock();
        case ActionId::back_up_now:
            return back_up_now();
        case ActionId::text_larger:
            return change_text_size(settings.text_percent + 10);
        case ActionId::text_smaller:
            return change_text_size(settings.text_percent - 10);
        case ActionId::text_usual:
            return change_text_size(100);
        case ActionId::theme_light:
            return change_theme(ThemeChoice::light);
        case ActionId::theme_dark:
            return change_theme(ThemeChoice::dark);
        case ActionId::theme_system:
            return change_theme(ThemeChoice::system);
        case ActionId::go_back:
            nav.back();
            return nav.apply();
        case ActionId::quit:
            if (!may_end()) return;
            quit = true;
            return machine.quit();
        case ActionId::initials_only: {
            Practice practice = caseload->practice();
            practice.initials_only = !practice.initials_only;
            return outbox.send(EditPractice{practice});
        }
        case ActionId::plan_session: {
            const Session* session = session_to_plan(*caseload, nav.here(), ui.clock);
            nav.go({.screen = Screen::plan, .child = session->child, .session = session->id});
            return nav.apply();
        }
        case ActionId::start_session:
            return start_session(ui, session_to_start(*caseload, nav.here(), ui.clock)->id);
        case ActionId::add_goal:
            if (nav.here().child) {
                nav.go({.screen = Screen::goal, .child = nav.here().child});
                return nav.apply();
            }
            [[fallthrough]];
        default:
            dialogs_asked.push_back(id);
    }
}

void App::Inner::open_asked_dialogs() {
    for (const ActionId id : std::exchange(dialogs_asked, {})) {
        if (id == ActionId::find) open_finder(finder);
        if (id == ActionId::help) open_help(ui);
        if (id == ActionId::new_menu) top_bar.open_new = true;
        if (id == ActionId::add_goal) {
            whose_goal = -1;
            open_dialog(ui, whose_goal_dialog);
        }
        if (id == ActionId::add_child) open_add_child(ui);
        if (id == ActionId::add_session) open_new_session(ui, nav.here().child);
    }
}

void App::Inner::change_text_size(int percent) {
    MachineSettings next = settings;
    next.text_percent = std::clamp(percent, 80, 200);
    set_machine(next);
}

void App::Inner::change_theme(ThemeChoice theme) {
    MachineSettings next = settings;
    next.theme = theme;
    set_machine(next);
}

}  // namespace pegboard
