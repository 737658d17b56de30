// A child on the caseload with everything that belongs to the child's record.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/moving.h"

namespace pegboard {

struct Guardian {
    RowId id;
    std::string name;
    std::string relationship;
    std::string phone;
    std::string email;
    std::string note;
    bool operator==(const Guardian&) const = default;
};

struct Diagnosis {
    RowId id;
    std::string name;
    std::string icd10;  ///< optional code such as "F82"
    bool operator==(const Diagnosis&) const = default;
};

/// A precaution of content part 6, with the parameters that precaution asks for.
struct ChildPrecaution {
    RowId id;
    std::string code;                               ///< e.g. "latex"
    std::map<std::string, std::string> parameters;  ///< list values joined with ";", dates ISO
    std::string note;
    std::optional<Date> asked_on = {};  ///< none where it was noted without asking
    TherapistId asked_by = {};
    std::string asked_of = {};  ///< who answered: "mother", "chart of 3 May"
    bool operator==(const ChildPrecaution&) const = default;
};

/// One occasion on which somebody was asked about precautions: those that are not there. What is there is a
/// ChildPrecaution.
struct PrecautionAsking {
    RowId id;
    Date on;
    TherapistId by;
    std::string of;                 ///< who answered: "mother", "chart of 3 May"
    std::vector<std::string> none;  ///< codes
    bool operator==(const PrecautionAsking&) const = default;
};

struct Service {
    RowId id;
    Discipline discipline = Discipline::ot;
    ServiceMode mode = ServiceMode::individual;
    int minutes = 30;  ///< each time
    int times = 1;
    ServicePer per = ServicePer::week;
    std::string place;
    TherapistId therapist;
    std::optional<Date> from = {}, to = {};  ///< first and last day it is promised for; none: open
    bool operator==(const Service&) const = default;
};

/// The step the child is working on in a sequence, or how a stand-alone skill stands.
struct PresentStep {
    RowId id;
    std::string skill;  ///< sequence id such as "fm.cut"
    std::string step;   ///< step id such as "fm.cut4_line"
    bool operator==(const PresentStep&) const = default;
};

struct Discharge {
    Date date;
    DischargeReason reason = DischargeReason::goals_met;
    std::string note;
    bool operator==(const Discharge&) const = default;
};

/// Until this age a child born early is usually met at the corrected age.
inline constexpr int usually_corrected_until_months = 24;

struct Child {
    ChildId id;
    std::string first_name;
    std::string last_name;
    std::string preferred_name;
    Date date_of_birth;
    std::optional<int> gestation_weeks;                           ///< only when born early, 22..42
    int corrected_until_months = usually_corrected_until_months;  ///< the practice's, put in by the caseload, not kept
    std::string pronouns;
    std::string school;  ///< school or site
    std::string language;
    bool interpreter_needed = false;
    std::string communication;  ///< how the child communicates
    std::string rescue_plan;
    std::vector<Guardian> guardians;
    std::vector<Diagnosis> diagnoses;
    std::vector<ChildPrecaution> precautions;
    std::vector<PrecautionAsking> askings;  ///< what was asked for and is not there, oldest first
    MovesBy moves_by = MovesBy::not_asked;
    Hands hands = Hands::not_asked;
    std::optional<int> gmfcs, macs;    ///< levels 1..5 as typed
    std::vector<ChildDevice> devices;  ///< and orthoses
    std::vector<Service> services;
    std::vector<PresentStep> present_steps;
    std::vector<std::string> take_care;  ///< free "take care" lines such as ankle supports
    std::vector<std::string> equipment;  ///< free lines on what else is worn or used
    std::vector<std::string> interests;  ///< interest ids of the library or free words
    std::vector<std::string> strengths;
    std::vector<std::string> growth_areas;
    std::vector<std::string> avoids;  ///< activity ids ruled out for this child
    std::optional<Date> referral_date;
    std::optional<Date> plan_of_care_start;
    std::optional<Date> plan_of_care_end;
    std::optional<Date> iep_date;
    std::optional<Date> reevaluation_due;
    std::optional<Discharge> discharge;
    bool archived = false;
    bool operator==(const Child&) const = default;
};

/// Discharged, and the day of the discharge has come.
inline bool is_discharged(const Child& child, Date on) { return child.discharge && child.discharge->date <= on; }
/// The name to use in sentences: preferred name, else first name.
inline const std::string& call_name(const Child& child) {
    return child.preferred_name.empty() ? child.first_name : child.preferred_name;
}
/// "Mateo García": call name and last name.
inline std::string full_name(const Child& child) {
    return child.last_name.empty() ? call_name(child) : call_name(child) + " " + child.last_name;
}

}  // namespace pegboard
