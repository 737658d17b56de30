// Opening, making and restoring, as the gate asks; and when the lock is due.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>

#include "app/frame/app_inner.h"
#include "core/open_as_typed.h"
#include "core/rules/live.h"
#include "core/store/seals/refused.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

constexpr double warn_before_s = 20, warn_in_session_s = 60;

std::filesystem::path with_suffix(std::filesystem::path file) {
    if (file.extension() != ".pegboard") file += ".pegboard";
    return file;
}

}  // namespace

void App::Inner::ask_for(const std::filesystem::path& file) {
    gate.file = std::filesystem::absolute(file);
    gate.turn_to(GatePage::open);
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::dismiss() {
    ImGui::ClosePopupsOverWindow(nullptr, false);
    ImGui::ClearActiveID();
    ui.memory.reset();  // open dialogs, what rests, what is typed: the drafts hold that
    finder = {};
    picker = {};
}

void App::lock_if_idle(double time_s, double last_input_s) {
    Inner& self = *inner_;
    if (!self.caseload || self.gate.page != GatePage::none) {
        self.warn_due_s.reset();
        return;
    }
    // Hands are with the child in a session: the screen waits longer, and warns longer and larger. A file may hold any
    // number; 0 would lock for ever.
    const bool in_session = self.session_going_on() != nullptr;
    const Practice& practice = self.caseload->practice();
    const int usual = std::clamp(practice.idle_lock_min, 1, 30);
    const int minutes = in_session ? std::max(std::clamp(practice.session_lock_min, 10, 120), usual) : usual;
    const double due = last_input_s + 60.0 * minutes, warn_before = in_session ? warn_in_session_s : warn_before_s;
    if (time_s >= due) return self.lock();
    const bool warn = time_s >= due - warn_before;
    if (warn != self.lock_warning) self.frames_wanted = std::max(self.frames_wanted, 2);
    self.lock_warning = warn;
    self.warn_due_s = warn ? due : due - warn_before;
}

void App::Inner::answer_gate() {
    const GateAsk ask = *std::exchange(gate.asked, {});
    gate.busy.clear();
    using What = GateAsk::What;
    switch (ask.what) {
        case What::open:
            return answer_open(ask);
        case What::look:
            return answer_look(ask);
        case What::salvage:
            return answer_salvage(ask);
        case What::create:
            return answer_create(ask);
        case What::restore:
            return answer_restore(ask);
        case What::unlock:
            return answer_unlock(ask);
        case What::unlock_by_pin:
            return answer_pin();
        case What::pick_open:
            return pick(FilePicker::What::open, {}, [this](const auto& file) { ask_for(file); });
        case What::pick_create:
            return pick(FilePicker::What::save, "My caseload.pegboard", [this](const auto& file) {
                gate.file = with_suffix(file);
                gate.turn_to(GatePage::create);
            });
        case What::pick_restore:
            return pick(FilePicker::What::open, {}, [this](const auto& file) {
                gate.copies = {{file, {}, 0}};
                if (gate.file.empty()) gate.file = options.folders.documents / "Restored caseload.pegboard";
                gate.turn_to(GatePage::copies);
            });
        case What::save_sheet:
            return save_sheet();
        case What::leave:
            wipe(gate.sheet);
            if (caseload->children().empty()) {
                nav.go({.screen = Screen::caseload});
                nav.apply();
            }
            return settle();
    }
}

void App::Inner::answer_open(const GateAsk& ask) {
    const Status status = open(gate.file, ask.key);
    if (status) return;
    spdlog::info("open refused: {}", status.error().detail);
    if (status.error().field == "passphrase") store::remember_refused(open_options().places, gate.file);
    gate.in_use = status.error().field == "in_use";
    if (gate.in_use) {
        gate.problem = status.error().message;
        return;
    }
    gate.copies = kept_backups(open_options().places, gate.file);
    gate.refuse(status.error().message, ui.clock.time_s);
}

void App::Inner::answer_look(const GateAsk& ask) {
    OpenOptions look = open_options();
    look.read_only = true;
    Key opens = ask.key;
    auto opened = open_as_typed(gate.file, opens, look);
    if (!opened) return gate.refuse(opened.error().message, ui.clock.time_s);
    adopt(opened.take(), opens);
}

void App::Inner::answer_salvage(const GateAsk& ask) {
    if (gate_job.valid()) return;
    gate.busy = "Recovering";
    std::filesystem::path target = gate.file;
    target.replace_filename(gate.file.stem().string() + " recovered " + iso(ui.clock.today) + ".pegboard");
    gate_job = aside([this, target, from = gate.file, with = ask.key, how = open_options()] {
        const auto saved = salvage(from, target, with, how);
        machine.wake();
        if (!saved) return GateDone{saved.error(), {}, {}, {}};
        std::string words =
            "Recovered " + std::to_string(saved.value().rows) + " entries into " + target.filename().string();
        const bool lost = !saved.value().damaged_tables.empty();
        if (lost)
            words +=
                ". Some could not be read and are missing: compare what is here with your paper or a kept copy "
                "before you rely on it";
        return GateDone{{}, target, words + ".", with, lost};
    });
}

void App::Inner::finish_gate_job() {
    if (!gate_job.valid() || gate_job.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    const GateDone done = gate_job.get();
    gate.busy.clear();
    frames_wanted = std::max(frames_wanted, 2);
    if (!done.status) return gate.refuse(done.status.error().message, ui.clock.time_s);
    gate.file = done.file;
    answer_open({GateAsk::What::open, done.key});
    if (!caseload || done.words.empty()) return;
    // A loss stays until it was read.
    if (done.lost)
        told.push_back(done.words);
    else
        toasts.show(done.words);
}

void App::Inner::answer_create(const GateAsk& ask) {
    const Status status = create(gate.file, ask.key);
    if (!status) {
        gate.problem = status.error().message;
        return;
    }
    auto sheet = caseload->recovery_key();
    gate.turn_to(GatePage::recovery);
    if (sheet)
        gate.sheet = sheet.take();
    else
        settle();
}

void App::Inner::answer_restore(const GateAsk& ask) {
    if (gate_job.valid()) return;
    gate.busy = "Restoring";
    gate_job = aside([this, copy = ask.backup, file = gate.file, with = ask.key, how = open_options()] {
        const Status restored = restore(copy, file, with, how);
        machine.wake();
        return GateDone{restored, file, {}, with};
    });
}

const Session* App::Inner::session_going_on() const {
    const Session* running = caseload ? running_session(caseload->sessions()) : nullptr;
    return running == nullptr || is_left_open(*running, caseload->now_utc()) ? nullptr : running;
}

void App::Inner::save_sheet() {
    pick(FilePicker::What::save, "Pegboard recovery sheet.txt", [this](const auto& file) {
        write_sheet(file, [this](const Status& status) {
            gate.sheet_kept = status.ok();
            gate.problem = status ? "" : status.error().message;
        });
    });
}

}  // namespace pegboard
