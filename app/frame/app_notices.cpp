// What stays on top of a screen until it is good again: the file is not ours, something is not saved, damaged, or
// without a copy. It refuses to go away by itself while it is true.
#include <algorithm>
#include <utility>

#include "app/design/metrics.h"
#include "app/frame/app_inner.h"
#include "app/widgets/widgets.h"
#include "core/rules/clock_doubt.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

/// What shows as done and is not in the file yet is not to be done twice.
std::string waiting_words(std::size_t changes) {
    if (changes == 0) return {};
    return (changes == 1 ? std::string(" 1 change waits") : " " + std::to_string(changes) + " changes wait") +
           " and will be saved then: do not enter " + (changes == 1 ? "it" : "them") + " again.";
}

}  // namespace

void App::Inner::notice(Rect& area, BadgeKind kind, std::string_view words, std::string_view first,
                        std::string_view second, const std::function<void()>& on_first,
                        const std::function<void()>& on_second) {
    float height = 0;
    const Rect room{area.x + metrics::page_pad, area.y + metrics::s, area.w - 48, 0};
    int pressed = -1;
    if (first.empty())
        pressed = banner(ui, room, kind, words, {}, &height);
    else if (second.empty())
        pressed = banner(ui, room, kind, words, {first}, &height);
    else
        pressed = banner(ui, room, kind, words, {first, second}, &height);
    area.cut_top(height + metrics::s);
    // Most of what these do closes or opens something: never while it is being drawn.
    if (pressed == 0 && on_first) between_frames.emplace_back(on_first);
    if (pressed == 1 && on_second) between_frames.emplace_back(on_second);
}

void App::Inner::notices_of_the_file(Rect& area) {
    const FileNews& news = caseload->file_news();
    const auto copy = [this] { back_up_now(); };
    if (news.state != FileState::ours && !saved_copy.empty())
        notice(
            area, BadgeKind::warn,
            news.message + " Everything up to now is in the copy " + saved_copy.filename().string() + ".",
            "Go on in the copy", "Save another copy", [this] { go_on_in_the_copy(); }, copy);
    else if (news.state == FileState::renamed && !news.now_at.empty())
        notice(
            area, BadgeKind::danger, news.message + waiting_words(stuck.size()), "Open it there", "Save a copy",
            [this] { go_on_where_it_is(); }, copy);
    else if (news.state == FileState::deleted || news.state == FileState::renamed)
        notice(area, BadgeKind::danger, news.message + waiting_words(stuck.size()), "Save a copy", {}, copy, {});
    else if (news.state != FileState::ours)
        notice(area, BadgeKind::danger, news.message + waiting_words(stuck.size()), "Save a copy",
               "Look at the other file", copy, [this] { look_at_the_other_file(); });
    else if (storage_problem)
        notice(
            area, BadgeKind::danger, storage_problem->message + waiting_words(stuck.size()), "Try again",
            "Save a copy elsewhere", [this] { try_again(); }, copy);
    if (!damage_problem.empty()) {
        const auto newest = [this] { go_to_newest_good_copy(); };
        if (caseload->read_only())
            notice(area, BadgeKind::danger, damage_problem, "Go back to the newest good copy", {}, newest, {});
        else
            notice(area, BadgeKind::danger, damage_problem, "Go back to the newest good copy", "Look only", newest,
                   [this] { open_to_look_only(); });
    }
    if (!history_problem.empty())
        notice(
            area, BadgeKind::warn, history_problem, "Look at the kept backups", "Go on with this file",
            [this] { nav.go({.screen = Screen::settings}); }, [this] { go_on_with_this_file(); });
    for (const auto& warnings = caseload->warnings(); warnings_heard < warnings.size(); ++warnings_heard)
        if (std::ranges::find(heard_before_lock, warnings[warnings_heard]) == heard_before_lock.end())
            told.push_back(warnings[warnings_heard]);
    if (!told.empty())
        notice(area, BadgeKind::warn, told.front(), "Understood", {}, [this] { told.erase(told.begin()); }, {});
}

void App::Inner::go_on_with_this_file() {
    if (!caseload || rekeying()) return;
    caseload->accept_file();
    if (std::exchange(records_do_not_fit, false)) {
        if (const Status accepted = caseload->accept_records(); !accepted) return storage_failed(accepted.error());
    }
    history_problem.clear();
}

void App::Inner::notices_of_the_copies(Rect& area) {
    if (copies_news.why.empty() || nav.here().screen != Screen::today) return;
    const auto made_on = from_iso(std::string_view(copies_news.last_good_utc).substr(0, 10));
    const std::string last =
        made_on ? " The last good copy is of " + say(*made_on) + "." : " There is no good copy yet.";
    notice(
        area, BadgeKind::warn, "No automatic copy of this caseload could be made. " + copies_news.why + last,
        "Try again now", "Save a copy elsewhere", [this] { start_backup(); }, [this] { back_up_now(); });
}

void App::Inner::notice_of_the_clock(Rect& area) {
    if (std::exchange(newest_of, caseload->revision() + 1) != caseload->revision() + 1)
        newest_session = newest_held(caseload->sessions());
    const ClockDoubt doubt = doubt_clock(ui.clock.today, newest_session);
    if (doubt.words.empty() || clock_is_right == ui.clock.today) return;
    if (doubt.certain)
        notice(area, BadgeKind::danger, doubt.words, {}, {}, {}, {});
    else
        notice(area, BadgeKind::warn, doubt.words, "The date is right", {}, [this] { clock_is_right = ui.clock.today; },
               {});
}

void App::Inner::draw_notices(Rect& area) {
    notice_of_the_clock(area);
    if (!library_problem.empty()) notice(area, BadgeKind::danger, library_problem, {}, {}, {}, {});
    notices_of_the_file(area);
    notices_of_the_copies(area);
    if (const Session* running = running_session(caseload->sessions());
        running != nullptr && nav.here().screen != Screen::session) {
        const Child* child = caseload->child(running->child);
        const std::string name = child != nullptr ? shown_name(ui, *child) : std::string("a child");
        const Place there{.screen = Screen::session, .session = running->id};
        notice(area, BadgeKind::info, "The session with " + name + " is running, " + session_span(*running) + ".",
               "Back to the session", {}, [this, there] { nav.go(there); }, {});
    }
    if (caseload->read_only())
        notice(area, BadgeKind::info,
               "This caseload is open for reading only: another window has it, or the file is write-protected. You can "
               "look, but not change anything.",
               {}, {}, {}, {});
}

}  // namespace pegboard
