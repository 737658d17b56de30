// Between frames: places, actions, letters to the core, drafts, toasts, and slow work that one frame
// has announced. Each error ends here or at the letter's own `done`.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/design/metrics.h"
#include "app/frame/app_inner.h"
#include "app/widgets/fields/fields.h"
#include "core/rules/live.h"
#include "core/store/file/damage.h"

using namespace std::string_view_literals;

namespace pegboard {
namespace {

/// Edits of a record speak for themselves on screen; these are worth a line with Undo.
bool worth_a_toast(const Command& command) {
    if (command_id(command) == "record_point" || command_id(command) == "take_back_point") return false;
    const bool shows_itself =
        std::holds_alternative<ShowBlock>(command) || std::holds_alternative<PauseBlock>(command) ||
        std::holds_alternative<SetResponse>(command) || std::holds_alternative<SetAttendance>(command) ||
        std::holds_alternative<StartSession>(command) || std::holds_alternative<AddQuickNote>(command) ||
        std::holds_alternative<RemoveQuickNote>(command) || std::holds_alternative<WriteNote>(command);
    if (shows_itself) return false;
    return !std::holds_alternative<EditChild>(command) && !std::holds_alternative<EditGoal>(command) &&
           !std::holds_alternative<EditSession>(command) && !std::holds_alternative<EditPractice>(command) &&
           !std::holds_alternative<EditTherapist>(command) && can_undo(command);
}

/// The same thing sent once more, as from a form that stayed open: "Try again" must not do it twice. What says twice
/// what shall be so does no harm; a tap is never the same as the one before.
bool sent_again(const Command& one, const Command& other) {
    const auto same = [](auto first, auto second) {
        first.id = second.id = {};  // minted with each press
        return first == second;
    };
    if (one.index() != other.index()) return false;
    if (const auto* a = std::get_if<AddChild>(&one)) return same(a->child, std::get<AddChild>(other).child);
    if (const auto* a = std::get_if<AddGoal>(&one)) return same(a->goal, std::get<AddGoal>(other).goal);
    if (const auto* a = std::get_if<AddSession>(&one)) {
        Session first = a->session, second = std::get<AddSession>(other).session;
        for (Participant& each : first.participants) each.id = {};
        for (Participant& each : second.participants) each.id = {};
        return same(first, second);
    }
    if (const auto* a = std::get_if<AddTherapist>(&one))
        return same(a->therapist, std::get<AddTherapist>(other).therapist);
    if (const auto* a = std::get_if<AddPlace>(&one)) return same(a->place, std::get<AddPlace>(other).place);
    if (const auto* a = std::get_if<AddBag>(&one)) return same(a->bag, std::get<AddBag>(other).bag);
    if (const auto* a = std::get_if<AddGroup>(&one)) return same(a->group, std::get<AddGroup>(other).group);
    // A report has one number for who got it, however often Keep is pressed.
    if (const auto* a = std::get_if<RecordDisclosure>(&one))
        return a->disclosure.id && a->disclosure.id == std::get<RecordDisclosure>(other).disclosure.id;
    return false;
}

/// "Mark Mateo's session completed" as something that was done: "Marked Mateo's session completed".
std::string said_done(const std::string& label) {
    constexpr std::array verbs{std::pair{"Add", "Added"},
                               std::pair{"Amend", "Amended"},
                               std::pair{"Archive", "Archived"},
                               std::pair{"Begin", "Begun"},
                               std::pair{"Change", "Changed"},
                               std::pair{"Clear", "Cleared"},
                               std::pair{"Close", "Closed"},
                               std::pair{"Copy", "Copied"},
                               std::pair{"Discharge", "Discharged"},
                               std::pair{"Discontinue", "Discontinued"},
                               std::pair{"End", "Ended"},
                               std::pair{"Finish", "Finished"},
                               std::pair{"Import", "Imported"},
                               std::pair{"Make", "Made"},
                               std::pair{"Mark", "Marked"},
                               std::pair{"Move", "Moved"},
                               std::pair{"Pause", "Paused"},
                               std::pair{"Plan", "Planned"},
                               std::pair{"Readmit", "Readmitted"},
                               std::pair{"Record", "Recorded"},
                               std::pair{"Remove", "Removed"},
                               std::pair{"Reopen", "Reopened"},
                               std::pair{"Repeat", "Repeated"},
                               std::pair{"Restore", "Restored"},
                               std::pair{"Sign", "Signed"},
                               std::pair{"Skip", "Skipped"},
                               std::pair{"Start", "Started"},
                               std::pair{"Swap", "Swapped"},
                               std::pair{"Take back", "Took back"},
                               std::pair{"Use", "Used"},
                               std::pair{"Write", "Wrote"},
                               std::pair{"Keep", "Kept"},
                               std::pair{"Leave out", "Left out"},
                               std::pair{"Count again", "Counted again"}};
    for (const auto& [verb, done] : verbs)
        if (label.starts_with(std::string(verb) + " ")) return done + label.substr(std::string_view(verb).size());
    return label;
}

}  // namespace

void App::Inner::after_frame() {
    nav.apply();
    for (const ActionId id : actions.take()) {
        // What is being typed is handed over first, while its field is still there to do it.
        if (typing(ui) && leaves_fields(id)) {
            finish_typing();
            between_frames.emplace_back([this, id] { run_action(id); });
            continue;
        }
        run_action(id);
    }
    const bool had_letters = !outbox.empty();
    if (caseload && gate.page != GatePage::locked) {
        run_letters();
        close_left_open();
        keep_drafts(false);
        watch_file();
    }
    if (caseload && gate.page != GatePage::locked) keep_offer_true();
    note_views();
    write_notes();
    if (picker.answer) std::exchange(picker.answer, {})();
    show_toast();
    finish_jobs();
    const auto announced_before = std::exchange(announced, {});
    for (const auto& work : announced_before) work();
    // What it asked for, such as another screen, is there after one more frame and shows in the next.
    if (!announced_before.empty()) frames_wanted = std::max(frames_wanted, 2);
    announced = std::exchange(between_frames, {});
    if (gate.ask) {
        announced.emplace_back([this] { answer_gate(); });
        gate.asked = std::exchange(gate.ask, {});
    }
    if (had_letters || !announced.empty()) frames_wanted = std::max(frames_wanted, 2);
    let_go();
}

void App::Inner::upkeep(double time_s) {
    ui.clock.time_s = time_s;
    if (gate.page != GatePage::locked) {
        keep_drafts(false);
        save_waiting_edit();
    }
    finish_jobs();
    let_go();
}

/// An edit of the plan may still wait for the planner, whose answer only a frame takes: it is saved as it is.
void App::Inner::save_waiting_edit() {
    if (ui.caseload == nullptr) return;
    settle_plan(screens.plan, ui);
    run_letters();
}

void App::Inner::watch_file() {
    if (file_looked_minute != ui.clock.minute) {
        file_looked_minute = ui.clock.minute;
        look_at_file();
    }
    watch_copies();
}

void App::Inner::close_left_open() {
    const std::int64_t minute = ui.clock.minute;
    if (caseload->read_only() || looked_minute == minute) return;
    looked_minute = minute;
    const Session* running = running_session(caseload->sessions());
    if (running == nullptr || !is_left_open(*running, caseload->now_utc())) return;
    const Status status = caseload->run(CloseLeftOpen{running->id});
    if (status && caseload->next_undo() != nullptr) {
        note_step(caseload->next_undo());
        toasts.show(said_done(caseload->next_undo()->label), true);
        toasts.wanted->step = caseload->next_undo()->id;
    }
    if (!status && status.error().kind == ErrorKind::storage) storage_failed(status.error());
    if (!status && status.error().kind != ErrorKind::storage) toasts.warn(status.error().message);
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::run_letters() {
    if (rekeying()) return;  // until the new file has taken the place of the old one
    for (Outbox::Letter& letter : outbox.take()) run_letter(std::move(letter));
    for (const auto& [name, value] : outbox.take_remembered())
        if (const Status remembered = caseload->remember(name, value); !remembered)
            spdlog::warn("view state not kept: {}", remembered.error().detail);
    for (const auto& job : outbox.take_jobs()) job(*caseload);
    share_own_activities();
}

void App::Inner::run_letter(Outbox::Letter letter) {
    if (!stuck.empty()) return wait_behind(std::move(letter));
    const auto id = command_id(letter.command);
    const std::uint64_t before = caseload->revision();
    const Status status = caseload->run(letter.command);
    share_own_activities();
    if (status) {
        auto earlier = std::exchange(toasts.wanted, {});
        const std::optional<Place> bound = nav.wanted();
        if (letter.done) letter.done(status);
        offer_undo(letter.command, caseload->revision() != before, nav.wanted() != bound);
        if (!toasts.wanted) toasts.wanted = std::move(earlier);
        return;
    }
    const Error& error = status.error();
    refused_anew(ui);
    spdlog::info("{} refused: kind {} {}", id, static_cast<int>(error.kind), error.detail);
    if (letter.done) letter.done(status);
    if (error.kind == ErrorKind::storage) {
        storage_failed(error);
        if (!is_decision(letter.command)) stuck.push_back(std::move(letter));
        return;
    }
    if (error.kind == ErrorKind::missing || !letter.done) toasts.warn(error.message);
    if (error.kind == ErrorKind::missing) nav.back();
}

/// What was refused by the storage is done again in its order before this one; each keeps its place.
void App::Inner::wait_behind(Outbox::Letter letter) {
    if (is_decision(letter.command)) {
        if (run_stuck()) return run_letter(std::move(letter));
        if (letter.done) letter.done(*storage_problem);
        return;
    }
    const auto done = letter.done;
    const auto before = std::find_if(stuck.begin(), stuck.end(), [&](const Outbox::Letter& other) {
        return sent_again(other.command, letter.command);
    });
    if (before != stuck.end())
        *before = std::move(letter);
    else
        stuck.push_back(std::move(letter));
    if (!run_stuck() && done) done(*storage_problem);
}

bool App::Inner::run_stuck() {
    while (!stuck.empty()) {
        const Status status = caseload->run(stuck.front().command);
        if (!status && status.error().kind == ErrorKind::storage) {
            storage_failed(status.error());
            return false;
        }
        const Outbox::Letter letter = std::move(stuck.front());
        stuck.erase(stuck.begin());
        if (letter.done) letter.done(status);
        if (!status) toasts.warn(status.error().message);
    }
    storage_problem.reset();
    share_own_activities();
    return true;
}

void App::Inner::storage_failed(const Error& error) {
    spdlog::error("storage: {}", error.detail);
    saved_elsewhere = false;
    storage_problem = error;
    if (is_damage(error) && damage_problem.empty()) damage_problem = error.message;
    frames_wanted = std::max(frames_wanted, 2);
}

Place App::Inner::place_of_steps() const {
    Place here = nav.here();
    here.detail.clear();
    return here;
}

void App::Inner::note_step(const UndoStep* step, bool ahead) {
    if (step == nullptr) return;
    Place at = ahead && nav.wanted() ? *nav.wanted() : nav.here();
    at.detail.clear();
    steps_made[step->id] = std::move(at);
}

void App::Inner::offer_undo(const Command& command, bool changed, bool led) {
    const UndoStep* step = changed && can_undo(command) ? caseload->next_undo() : nullptr;
    note_step(step, led);  // what was just made is in sight on the place it opens: a new child, a goal's list
    if (!toasts.wanted && step != nullptr && gate.page == GatePage::none && worth_a_toast(command))
        toasts.show(said_done(step->label), true);
    // Whose entry it was: the card that was pressed need not be in sight any more.
    if (!toasts.wanted && step != nullptr && std::holds_alternative<TakeBackPoint>(command))
        toasts.show(said_done(step->label));
    if (!toasts.wanted || !toasts.wanted->undo) return;
    toasts.wanted->undo = step != nullptr;
    if (step != nullptr) toasts.wanted->step = step->id;
}

void App::Inner::keep_offer_true() {
    const UndoStep* newest = caseload ? caseload->next_undo() : nullptr;
    for (auto* toast : {&toasts.current, &toasts.wanted})
        if (*toast && (*toast)->step && (newest == nullptr || newest->id != (*toast)->step)) (*toast)->undo = false;
    const ChangeSetId pressed = std::exchange(toasts.undo_pressed, {});
    if (!pressed) return;
    if (newest != nullptr && newest->id == pressed)
        run_undo(false, true);
    else
        toasts.warn("Something else was changed since. History shows what.");
}

/// A step that is older than the day or this program's start, was made on another screen, or is clinical is not taken
/// back unseen.
bool App::Inner::undo_asks(const UndoStep& step) const {
    const auto made = steps_made.find(step.id);
    return step.earlier_day || step.clinical || made == steps_made.end() || made->second != place_of_steps() ||
           shown_beside(step) != nullptr;
}

void App::Inner::run_undo(bool redo, bool asked) {
    const UndoStep* step = redo ? caseload->next_redo() : caseload->next_undo();
    if (step == nullptr) return;
    if (!asked && undo_asks(*step)) {
        open_undo_question = true;
        redo_asked = redo;
        frames_wanted = std::max(frames_wanted, 2);
        return;
    }
    const std::string label = step->label;
    const Status status = redo ? caseload->redo() : caseload->undo();
    share_own_activities();
    if (status) note_step(redo ? caseload->next_undo() : caseload->next_redo());
    if (status)
        toasts.show((redo ? "Redone: " : "Undone: ") + label);
    else if (status.error().kind == ErrorKind::storage)
        storage_failed(status.error());
    else
        toasts.warn(status.error().message);
    if (!caseload->therapist(caseload->practice().me)) settle();  // who sits here was undone: asks again
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::keep_drafts(bool all) {
    if (!caseload || caseload->read_only() || rekeying()) return;
    const bool kept_before = drafts.all_kept();
    if (const Status status = drafts.keep(*caseload, ui.clock.time_s, all); !status) storage_failed(status.error());
    if (!kept_before && drafts.all_kept()) frames_wanted = std::max(frames_wanted, 1);
}

void App::Inner::show_toast() {
    if (toasts.current && ui.clock.time_s >= toasts.current->until_s) {
        toasts.current.reset();
        frames_wanted = std::max(frames_wanted, 1);
    }
    if (!toasts.wanted) return;
    toasts.current = std::exchange(toasts.wanted, {});
    toasts.current->until_s = ui.clock.time_s + static_cast<double>(motion::toast_stay_s);
    frames_wanted = std::max(frames_wanted, 2);
}

}  // namespace pegboard
