// What the core's tests share: temporary folders, a caseload that opens fast, sample records, dumps.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "core/caseload.h"
#include "tests/count.h"

namespace pegboard::test {

inline const std::string passphrase = "seven quiet herons";
inline const std::string other_passphrase = "green kites over Lund";

/// A folder that is gone when the test ends.
class TempFolder {
 public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path file(const std::string& name = "cases.pegboard") const { return path_ / name; }

 private:
    std::filesystem::path path_;
};

/// Options with few key rounds, places inside `folder`, and a clock that a test may move.
struct Clock {
    std::int64_t ms = 1'790'000'000'000;  ///< 2026-09-21, a Monday
};
OpenOptions fast_options(const TempFolder& folder, Clock* clock = nullptr);
/// The day of that clock's start.
Date sample_today();

std::unique_ptr<Caseload> make_caseload(const TempFolder& folder, Clock* clock = nullptr);
std::unique_ptr<Caseload> reopen(const TempFolder& folder, Clock* clock = nullptr);
/// Fails the test with the message when the status is an error.
void must(const Status& status);

/// Records with every field filled; `mark` is part of every text, so that it can be looked for.
Therapist sample_therapist(const std::string& mark = "Ruiz");
Child sample_child(const std::string& mark = "García", TherapistId therapist = {});
Goal sample_goal(ChildId child, const std::string& mark = "cuts");
WorkPlace sample_place(const std::string& mark = "gym");
Bag sample_bag(const std::string& mark = "Tuesday");
Group sample_group(ChildId one, ChildId other, const std::string& mark = "hoppers");
OwnActivity sample_own_activity(const std::string& mark = "river");
Session sample_session(ChildId child, GoalId goal, Date date, const std::string& mark = "gym");

/// A tap of a goal in a session, as the screen of a session sends it.
DataPoint sample_tap(SessionId session, GoalId goal, PointKind kind = PointKind::correct);
/// A finished value seen outside a session, with every text filled.
DataPoint sample_point(GoalId goal, Date date, double value, const std::string& mark = "seen");

/// A block as the screen of a session adds it.
Block sample_block(const std::string& title);
/// A progress report that the school gets.
Disclosure sample_disclosure(const std::string& mark = "term");
/// A draft with every part filled.
SessionNote sample_note(ChildId child, SessionId session, const std::string& mark = "scissors");

/// A caseload with one therapist who is "me", one child, an active goal, a planned session.
struct Sample {
    TherapistId therapist;
    ChildId child;
    GoalId goal;
    SessionId session;
};
Sample fill(Caseload& caseload);

/// All tracked rows as the file holds them, one per line, in a fixed order.
std::string dump(const std::filesystem::path& file);
/// What screens see; equal to what a reopened caseload shows.
std::string dump_snapshot(const Caseload& caseload);

}  // namespace pegboard::test
