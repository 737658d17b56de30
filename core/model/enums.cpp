// The names by which the enums are stored and those a therapist reads.
#include "core/model/enums.h"

namespace pegboard {
namespace {
constexpr std::array discipline_terms{Term{"ot", "OT"}, Term{"pt", "PT"}};
constexpr std::array lead_terms{Term{"ot", "OT"}, Term{"pt", "PT"}, Term{"both", "Co-treat"}};
constexpr std::array mode_terms{Term{"individual", "Individual"}, Term{"group", "Group"}, Term{"consult", "Consult"}};
constexpr std::array per_terms{Term{"week", "a week"}, Term{"month", "a month"}};
constexpr std::array goal_term_terms{Term{"long_term", "Long-term goal"}, Term{"short_term", "Short-term objective"}};
constexpr std::array goal_status_terms{Term{"draft", "Draft"}, Term{"active", "Active"}, Term{"on_hold", "On hold"},
                                       Term{"met", "Met"}, Term{"discontinued", "Discontinued"}};
constexpr std::array side_terms{Term{"none", "No side"}, Term{"left", "Left"}, Term{"right", "Right"},
                                Term{"both", "Both together"}, Term{"each", "Each side"}};
constexpr std::array session_terms{Term{"planned", "Planned"}, Term{"held", "Completed"}, Term{"not_held", "Missed"}};
constexpr std::array arc_terms{Term{"opener", "Warm-up"}, Term{"main", "Focus"}, Term{"function", "Everyday"},
                               Term{"closer", "Wrap-up"}};
constexpr std::array not_held_terms{Term{"child_ill", "Child unwell"},    Term{"family_cancelled", "Family canceled"},
                                    Term{"school_event", "School event"}, Term{"therapist_away", "Therapist away"},
                                    Term{"no_show", "Did not come"},      Term{"other", "Another reason"}};
constexpr std::array place_terms{Term{"clinic", "Clinic"}, Term{"school", "School"}, Term{"home", "Home"},
                                 Term{"community", "Community"}, Term{"outdoors", "Outdoors"}};
constexpr std::array attendance_terms{Term{"expected", "Expected"}, Term{"attended", "Here"}, Term{"absent", "Absent"}};
constexpr std::array energy_terms{Term{"tired", "Tired"}, Term{"usual", "Usual"}, Term{"lively", "Lively"}};
constexpr std::array response_terms{Term{"not_noted", "Not noted"}, Term{"loved", "Loved it"}, Term{"fine", "Fine"},
                                    Term{"hard", "Hard"}, Term{"refused", "Not today"}};
constexpr std::array block_state_terms{Term{"planned", "Planned"}, Term{"done", "Done"}, Term{"skipped", "Skipped"}};
constexpr std::array report_way_terms{Term{"saved", "Saved as PDF"}, Term{"printed", "Printed"}};
constexpr std::array discharge_terms{
    Term{"goals_met", "Goals met"},           Term{"moved", "Moved away"},
    Term{"family_choice", "Family's choice"}, Term{"other_service", "Moved to another service"},
    Term{"funding_ended", "Funding ended"},   Term{"other", "Another reason"}};
}  // namespace

template <>
std::span<const Term> terms<Discipline>() {
    return discipline_terms;
}
template <>
std::span<const Term> terms<Lead>() {
    return lead_terms;
}
template <>
std::span<const Term> terms<ServiceMode>() {
    return mode_terms;
}
template <>
std::span<const Term> terms<ServicePer>() {
    return per_terms;
}
template <>
std::span<const Term> terms<GoalTerm>() {
    return goal_term_terms;
}
template <>
std::span<const Term> terms<GoalStatus>() {
    return goal_status_terms;
}
template <>
std::span<const Term> terms<Side>() {
    return side_terms;
}
template <>
std::span<const Term> terms<SessionStatus>() {
    return session_terms;
}
template <>
std::span<const Term> terms<Arc>() {
    return arc_terms;
}
template <>
std::span<const Term> terms<NotHeldReason>() {
    return not_held_terms;
}
template <>
std::span<const Term> terms<DischargeReason>() {
    return discharge_terms;
}
template <>
std::span<const Term> terms<ReportWay>() {
    return report_way_terms;
}
template <>
std::span<const Term> terms<PlaceKind>() {
    return place_terms;
}
template <>
std::span<const Term> terms<Attendance>() {
    return attendance_terms;
}
template <>
std::span<const Term> terms<Energy>() {
    return energy_terms;
}
template <>
std::span<const Term> terms<Response>() {
    return response_terms;
}
template <>
std::span<const Term> terms<BlockState>() {
    return block_state_terms;
}

}  // namespace pegboard
