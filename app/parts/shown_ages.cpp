#include "app/parts/shown_ages.h"

#include "app/parts/parts.h"
#include "core/rules/age.h"

namespace pegboard {

ShownAges ages_of(const Ui& ui, ChildId id) {
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(id) : nullptr;
    if (child == nullptr || !is_known(child->date_of_birth)) return {};
    const auto corrected = corrected_age_months(*child, ui.clock.today);
    return {age_months(child->date_of_birth, ui.clock.today), corrected.value_or(-1), shown_call_name(ui, *child)};
}

}  // namespace pegboard
