// Commands on the team and on the practice's settings.
#include "core/commands/apply.h"
#include "core/rules/validate.h"
#include "core/store/practice_store.h"

namespace pegboard::commands {

Result<Done> apply(Work& work, const AddTherapist& command) {
    Therapist therapist = command.therapist;
    if (Status rules = validate(therapist); !rules.ok()) return rules.error();
    if (Status known = check_therapist(work, therapist.supervisor); !known.ok()) return known.error();
    if (!therapist.id) therapist.id = mint<TherapistId>();
    store::insert_therapist(work.db, therapist);
    return Done{"Add therapist " + therapist.name, {}, {}};
}

Result<Done> apply(Work& work, const EditTherapist& command) {
    const Therapist& after = command.therapist;
    const Therapist* before = work.now.therapists.find(after.id);
    if (!before) return check_therapist(work, after.id).error();
    if (Status rules = validate(after); !rules.ok()) return rules.error();
    if (Status known = check_therapist(work, after.supervisor); !known.ok()) return known.error();
    store::update_therapist(work.db, *before, after);
    std::vector<std::string> changed;
    if (before->name != after.name) changed.emplace_back("name");
    if (before->credentials != after.credentials) changed.emplace_back("credentials");
    if (before->discipline != after.discipline) changed.emplace_back("discipline");
    if (before->supervisor != after.supervisor) changed.emplace_back("co-signature");
    if (before->archived != after.archived && changed.empty())
        return Done{(after.archived ? "Archive therapist " : "Bring back therapist ") + after.name, {}, {}};
    return Done{"Change " + possessive(before->name) + " " + (changed.empty() ? "details" : listed(changed)), {}, {}};
}

Result<Done> apply(Work& work, const ArchiveTherapist& command) {
    const Therapist* before = work.now.therapists.find(command.id);
    if (!before) return Error{ErrorKind::missing, {}, "This therapist is no longer on the team.", {}};
    if (work.now.practice.me == command.id)
        return invalid("therapist", "You sit at this laptop as " + before->name +
                                        ". Choose someone else in Settings first, then archive.");
    Therapist after = *before;
    after.archived = true;
    store::update_therapist(work.db, *before, after);
    return Done{"Archive therapist " + before->name, {}, {}};
}

Result<Done> apply(Work& work, const EditPractice& command) {
    const Practice& before = work.now.practice;
    const Practice& after = command.practice;
    if (Status rules = validate(after); !rules.ok()) return rules.error();
    if (Status known = check_therapist(work, after.me); !known.ok()) return known.error();
    store::update_practice(work.db, before, after);
    std::vector<std::string> changed;
    if (before.me != after.me) changed.emplace_back("who sits at this laptop");
    if (before.name != after.name) changed.emplace_back("the practice's name");
    if (before.idle_lock_min != after.idle_lock_min || before.session_lock_min != after.session_lock_min)
        changed.emplace_back("when the screen locks");
    if (before.initials_only != after.initials_only) changed.emplace_back("how names are shown");
    if (before.second_backup_folder != after.second_backup_folder) changed.emplace_back("the second backup folder");
    if (before.plan_variety != after.plan_variety || before.plan_fun != after.plan_fun ||
        before.plan_few_materials != after.plan_few_materials || before.transition_min != after.transition_min)
        changed.emplace_back("how plans are suggested");
    if (before.corrected_until_months != after.corrected_until_months)
        changed.emplace_back("until when age is corrected");
    if (before.emergency_number != after.emergency_number) changed.emplace_back("the emergency number");
    if (before.minutes.owed != after.minutes.owed) changed.emplace_back("which missed minutes are owed");
    if (before.minutes.split_cotreat != after.minutes.split_cotreat)
        changed.emplace_back("how co-treatment minutes count");
    if (before.minutes.term_from != after.minutes.term_from || before.minutes.term_to != after.minutes.term_to)
        changed.emplace_back("the school term");
    if (before.decision_rule != after.decision_rule) changed.emplace_back("the decision rule");
    return Done{"Change " + (changed.empty() ? "settings" : listed(changed)), {}, {}};
}

}  // namespace pegboard::commands
