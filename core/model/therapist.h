// A therapist of the team, and the practice's own settings.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/minutes_rules.h"
#include "core/model/progress_terms.h"

namespace pegboard {

struct Therapist {
    TherapistId id;
    std::string name;
    std::string credentials;  ///< free text such as "OTR/L"
    Discipline discipline = Discipline::ot;
    bool archived = false;
    TherapistId supervisor = {};  ///< who signs this therapist's notes as well; none for one who signs alone
    bool operator==(const Therapist&) const = default;
};

/// Settings that travel with the caseload file.
struct Practice {
    TherapistId me;  ///< who sits at this laptop
    std::string name;
    int idle_lock_min = 10;                                 ///< minutes without input before the screen locks, 1..30
    int session_lock_min = 45;                              ///< the same while a session runs, 10..120
    bool initials_only = false;                             ///< names are drawn as initials
    std::string second_backup_folder;                       ///< empty: none
    int plan_variety = 0;                                   ///< -2..2: how much a plan seeks what was not done lately
    int plan_fun = 0;                                       ///< -2..2: how much it follows interests
    int plan_few_materials = 0;                             ///< -2..2: how much it saves on things to carry
    int transition_min = 1;                                 ///< minutes between two blocks, 0..5
    int corrected_until_months = 24;                        ///< age corrected for early birth until then: 24 or 36
    DecisionRule decision_rule = DecisionRule::four_point;  ///< where a goal has no rule of its own
    std::string emergency_number = {};  ///< to call; empty: the one usual in the machine's region, rules/emergency.h
    MinutesRules minutes = {};
    bool operator==(const Practice&) const = default;
};

/// One button of the help selector in a session: a therapist's own word for a level of help or of prompting.
struct HelpChoice {
    RowId id;
    std::string name;           ///< "Light touch"
    std::optional<int> assist;  ///< 0..8
    std::optional<int> prompt;  ///< 0..8
    bool operator==(const HelpChoice&) const = default;
};
/// What the selector holds until a therapist makes a list. OT: no help, spoken prompt, demonstration, light touch, a
/// lot of help; help by hand is not among them: it asks for the child's consent first. PT: the nine levels of physical
/// help of content part 4.2 under their usual letters, I to Dep.
const std::vector<HelpChoice>& usual_help_choices(Discipline discipline);
/// A level of physical help as a therapist writes it: "contact guard (CGA)"; empty outside 0..8.
std::string_view assist_term(int level);
/// A level of prompting as a therapist writes it: "direct verbal prompt"; empty outside 0..8.
std::string_view prompt_term(int level);

using SnippetId = Id<struct SnippetTag>;
/// A piece of text a therapist writes often.
struct Snippet {
    SnippetId id;
    TherapistId therapist;
    std::string name;
    std::string text;
    bool operator==(const Snippet&) const = default;
};

}  // namespace pegboard
