// Plans for every session of a day or of seven days that has none yet: suggested on a worker with a bar that tells how
// far it is, saved as one step to take back. Things that come along for one session are preferred in the next.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "app/parts/plan_desk.h"
#include "app/ui.h"

namespace pegboard {

/// What the worker tells while it plans.
struct PlanDayRun {
    std::vector<Session> sessions;  ///< in the order they are held
    std::atomic<std::size_t> done = 0;
    std::uint64_t revision = 0;  ///< of the caseload they were read from
};

struct PlanDay {
    Date day;
    int range = 0;  ///< 0: the day; 1: seven days from it
    std::shared_ptr<PlanIndex> index;
    std::unique_ptr<Worker> worker;
    std::shared_ptr<PlanDayRun> run;    ///< while planning
    std::vector<std::string> outcomes;  ///< one line a session when it is done
    std::string summary;
};

/// Sessions from `from` to `to`, today or later, that are to be held and have no blocks, in order.
std::vector<const Session*> unplanned_sessions(const Caseload& caseload, Date from, Date to, Date today);
/// Opens the dialog for `day`.
void open_plan_day(PlanDay& self, Ui& ui, Date day);
/// Drawn once a frame by the screen that opens it.
void draw_plan_day(PlanDay& self, Ui& ui);

}  // namespace pegboard
