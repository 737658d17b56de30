// Every screen and dialog: see the header.
#include "tests/ui/every_view.h"

#include <algorithm>

#include "app/actions/actions.h"

namespace pegboard::test {
namespace {

Ui& ui_of(UiDriver& ui) { return stage_of_app(ui).app().ui(); }

View place(std::string name, Place where) {
    return {std::move(name), [where](UiDriver& ui) {
                ui_of(ui).nav->go(where);
                ui.wait(0.3);
            }};
}

View action(std::string name, ActionId id) {
    return {std::move(name), [id](UiDriver& ui) {
                ui_of(ui).nav->go({.screen = Screen::today});
                ui.wait(0.2);
                stage_of_app(ui).app().run_action(id);
                ui.wait(0.3);
            }};
}

/// From a place by pressing what stands there.
View pressed(std::string name, Place where, std::vector<std::string> labels) {
    return {std::move(name), [where, labels](UiDriver& ui) {
                ui_of(ui).nav->go(where);
                ui.wait(0.3);
                if (!labels.empty() && !ui.sees(labels.front())) return;  // where room is short it stands in a drawer
                for (const std::string& label : labels) ui.click(label);
                ui.wait(0.3);
            }};
}

/// Today's session with most blocks, else none.
const Session* session_to_show(const Caseload& caseload, Date today) {
    const Session* best = nullptr;
    for (const Session& session : caseload.sessions())
        if (session.date == today && session.status == SessionStatus::planned &&
            (best == nullptr || session.blocks.size() > best->blocks.size()))
            best = &session;
    return best;
}

void add_child_views(std::vector<View>& views, const Caseload& caseload, ChildId child) {
    views.push_back(place("child", {.screen = Screen::child, .child = child}));
    for (const char* tab : {"goals", "sessions", "details"})
        views.push_back(place(std::string("child-") + tab, {.screen = Screen::child, .child = child, .detail = tab}));
    const Place at{.screen = Screen::child, .child = child};
    views.push_back(pressed("child-discharge", at, {"More", "Discharge"}));
    views.push_back(pressed("child-erase", at, {"More", "Erase for good"}));
    views.push_back(pressed("child-new-goal", {.screen = Screen::goal, .child = child}, {}));
    for (const Goal& goal : caseload.goals())
        if (goal.child == child) {
            const Place story{.screen = Screen::goal, .child = child, .goal = goal.id};
            views.push_back(place("goal", story));
            views.push_back(pressed("goal-edit", story, {"Edit goal"}));
            break;
        }
}

void add_session_views(std::vector<View>& views, const Caseload& caseload, const Session& session) {
    const Child& child = *caseload.child(session.child);
    const std::string which = full_name(child) + ", " + say_time(session.start_min);
    const Place today{.screen = Screen::today};
    const Place plan{.screen = Screen::plan, .child = child.id, .session = session.id};
    views.push_back(place("plan", plan));
    views.push_back(pressed("plan-change", plan, {"Change this session"}));
    views.push_back(pressed("held", today, {"Completed: " + which}));
    views.push_back(pressed("not-held", today, {"Missed: " + which}));
    views.push_back(pressed("phones", today, {"Phones and rescue plan: " + which}));
}

/// Pages are made beside the frame: waits until they are there.
View report(std::string name, Place where) {
    return {std::move(name), [where](UiDriver& ui) {
                ui_of(ui).nav->go(where);
                ui.wait(0.3);
                let_workers_end(ui);
            }};
}

void add_report_views(std::vector<View>& views, const Session* session, ChildId child) {
    using enum reports::Kind;
    views.push_back(report("reports-day", report_place(my_day)));
    views.push_back(report("reports-progress", report_place(progress_report, child)));
    views.push_back(report("reports-no-child", report_place(data_sheet)));
    if (session != nullptr)
        views.push_back(report("reports-plan", report_place(session_plan, session->child, session->id)));
}

}  // namespace

std::vector<View> every_view(UiDriver& ui) {
    const Caseload& caseload = stage_of_app(ui).caseload();
    std::vector<View> views;
    for (const auto& [name, screen] :
         {std::pair{"today", Screen::today}, std::pair{"caseload", Screen::caseload}, std::pair{"goals", Screen::goals},
          std::pair{"guide", Screen::guide}, std::pair{"activities", Screen::activities},
          std::pair{"settings", Screen::settings}, std::pair{"history", Screen::history}})
        views.push_back(place(name, {.screen = screen}));
    const auto& activities = ui_of(ui).library->activities();
    views.push_back(place("activity", {.screen = Screen::activities, .detail = activities[activities.size() / 2].id}));
    for (const auto& [name, id] :
         {std::pair{"find", ActionId::find}, std::pair{"help", ActionId::help},
          std::pair{"add-child", ActionId::add_child}, std::pair{"add-session", ActionId::add_session},
          std::pair{"add-goal", ActionId::add_goal}, std::pair{"new", ActionId::new_menu},
          std::pair{"save-a-copy", ActionId::back_up_now}})
        views.push_back(action(name, id));
    if (caseload.children().empty()) return views;
    const Session* session = session_to_show(caseload, ui_of(ui).clock.today);
    add_report_views(views, session, session != nullptr ? session->child : caseload.children().front().id);
    add_child_views(views, caseload, session != nullptr ? session->child : caseload.children().front().id);
    if (session != nullptr) add_session_views(views, caseload, *session);
    return views;
}

void enter(UiDriver& ui, const View& view) {
    for (int i = 0; i < 4; ++i) ui.press(ImGuiKey_Escape);
    ui.wait(4.5);  // a toast would lie over the screen
    view.enter(ui);
}

}  // namespace pegboard::test
