#include "app/parts/who_records.h"

namespace pegboard {

TherapistId recorder_of(const Ui& ui, const Session& session, const Goal& goal) {
    for (const TherapistId id : {ui.caseload->practice().me, session.therapist, session.co_therapist})
        if (const Therapist* therapist = ui.caseload->therapist(id);
            therapist && therapist->discipline == goal.discipline)
            return id;
    return ui.caseload->practice().me;
}

const std::vector<HelpChoice>& help_buttons(const Ui& ui, const Session* session, Discipline discipline) {
    const TherapistId me = ui.caseload->practice().me;
    for (const TherapistId id : {me, session ? session->therapist : me, session ? session->co_therapist : me})
        if (const Therapist* therapist = ui.caseload->therapist(id); therapist && therapist->discipline == discipline)
            return ui.caseload->help_choices(id);
    return usual_help_choices(discipline);
}

}  // namespace pegboard
