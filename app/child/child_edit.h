// One finished edit of a child's record: one EditChild command with that one change. Errors come back
// under the field that sent the edit. It refuses to keep a copy of the record beyond the frame.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "app/child/child.h"
#include "app/parts/forms.h"

namespace pegboard {

class ChildEdit {
 public:
    ChildEdit(ChildScreen& screen, Ui& ui, const Child& child) : screen_(screen), ui_(ui), child_(child) {}

    [[nodiscard]] const Child& child() const { return child_; }
    [[nodiscard]] Ui& ui() const { return ui_; }
    [[nodiscard]] ChildScreen& screen() const { return screen_; }
    /// Name of the draft of a field: "child.17.school".
    [[nodiscard]] std::string draft(std::string_view field) const;
    /// What was wrong with the last edit of this field; empty when nothing.
    [[nodiscard]] std::string_view error(std::string_view field) const;
    /// Sends the change; a refusal is kept as the error of `field`. Drafts under `done_with` are dropped
    /// when it went through: rows that are gone have no field any more that could settle theirs.
    void send(std::string field, const std::function<void(Child&)>& change, std::string done_with = {});

    /// A text of the record as a field; `look.error` is filled in.
    void text(Rect rect, std::string_view label, std::string field_name, std::string Child::* member,
              FieldLook look = {});
    void note(Rect rect, std::string_view label, std::string field_name, std::string Child::* member,
              FieldLook look = {});
    void date(Rect rect, std::string_view label, std::string field_name, std::optional<Date> Child::* member,
              FieldLook look = {});
    /// A text of one row that belongs to the child; `find` gives the row in a copy of the record, or null.
    void row_text(Rect rect, std::string_view label, std::string field_name, const std::string& value,
                  const std::function<std::string*(Child&)>& find, FieldLook look = {});
    /// Lines edited in place; returns the lowest y.
    float lines(Rect rect, std::string field_name, std::vector<std::string> Child::* member, LinesLook look);

 private:
    ChildScreen& screen_;
    Ui& ui_;
    const Child& child_;
};

/// The row with `id` in a list of the child's rows, or null.
template <class Row>
Row* row_of(std::vector<Row>& rows, RowId id) {
    for (Row& row : rows)
        if (row.id == id) return &row;
    return nullptr;
}

// Sections of the Details tab; each draws inside the rect and returns the lowest y.
float draw_names(ChildEdit& edit, Rect rect);
float draw_birth(ChildEdit& edit, Rect rect);
float draw_reports_made(ChildEdit& edit, Rect rect);
float draw_communication(ChildEdit& edit, Rect rect);
float draw_dates(ChildEdit& edit, Rect rect);
float draw_guardians(ChildEdit& edit, Rect rect);
float draw_diagnoses(ChildEdit& edit, Rect rect);
float draw_services(ChildEdit& edit, Rect rect);
float draw_precautions(ChildEdit& edit, Rect rect);
/// What was asked and what is proposed, above the precautions themselves.
void draw_asking(ChildEdit& edit, Flow& flow);
float draw_moving(ChildEdit& edit, Rect rect);
float draw_care_lines(ChildEdit& edit, Rect rect);
float draw_rescue_plan(ChildEdit& edit, Rect rect);
float draw_equipment(ChildEdit& edit, Rect rect);
float draw_interests(ChildEdit& edit, Rect rect);
float draw_steps(ChildEdit& edit, Rect rect);

}  // namespace pegboard
