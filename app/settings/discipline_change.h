// The question before a therapist's discipline changes: whose notes open then, and with which credential they are
// signed. It refuses to carry a credential of one discipline over to the other.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct DisciplineChange {
    TherapistId of{};
    Discipline to = Discipline::ot;
};

/// Asks before the change; of someone new, who has no credential and does not sit here, nothing has to be asked.
void change_discipline(DisciplineChange& self, Ui& ui, const Therapist& therapist, Discipline to);
/// Drawn once a frame by the Settings screen.
void draw_discipline_question(DisciplineChange& self, Ui& ui);

}  // namespace pegboard
