#include "app/child/child_edit.h"

namespace pegboard {

std::string ChildEdit::draft(std::string_view field_name) const {
    return "child." + std::to_string(child_.id.value) + "." + std::string(field_name);
}

std::string_view ChildEdit::error(std::string_view field_name) const {
    const auto at = screen_.errors.find(std::string(field_name));
    return at == screen_.errors.end() ? std::string_view() : std::string_view(at->second);
}

void ChildEdit::send(std::string field_name, const std::function<void(Child&)>& change, std::string done_with) {
    // Two edits that end in one frame must not overwrite each other: the second starts from the first.
    if (!screen_.pending) screen_.pending = child_;
    change(*screen_.pending);
    ui_.outbox->send(EditChild{*screen_.pending},
                     [&screen = screen_, drafts = ui_.drafts, toasts = ui_.toasts, field_name = std::move(field_name),
                      done_with = std::move(done_with)](const Status& status) {
                         if (status.ok() && !done_with.empty()) drafts->drop_prefix(done_with);
                         if (!status.ok() && !done_with.empty()) toasts->warn(status.error().message);
                         if (status.ok())
                             screen.errors.erase(field_name);
                         else
                             screen.errors[field_name] = status.error().message;
                     });
}

void ChildEdit::text(Rect rect, std::string_view label, std::string field_name, std::string Child::* member,
                     FieldLook look) {
    row_text(
        rect, label, std::move(field_name), child_.*member, [member](Child& child) { return &(child.*member); }, look);
}

void ChildEdit::row_text(Rect rect, std::string_view label, std::string field_name, const std::string& value,
                         const std::function<std::string*(Child&)>& find, FieldLook look) {
    look.error = error(field_name);
    const auto typed = field(ui_, rect, label, draft(field_name), value, look);
    if (!typed) return;
    send(std::move(field_name), [&](Child& child) {
        if (std::string* kept = find(child)) *kept = *typed;
    });
}

void ChildEdit::note(Rect rect, std::string_view label, std::string field_name, std::string Child::* member,
                     FieldLook look) {
    look.error = error(field_name);
    const auto typed = note_field(ui_, rect, label, draft(field_name), child_.*member, look);
    if (!typed) return;
    send(std::move(field_name), [&](Child& child) { child.*member = *typed; });
}

void ChildEdit::date(Rect rect, std::string_view label, std::string field_name, std::optional<Date> Child::* member,
                     FieldLook look) {
    look.error = error(field_name);
    const auto typed = date_field(ui_, rect, label, draft(field_name), child_.*member, look);
    if (!typed) return;
    send(std::move(field_name), [&](Child& child) { child.*member = *typed; });
}

float ChildEdit::lines(Rect rect, std::string field_name, std::vector<std::string> Child::* member, LinesLook look) {
    float bottom = rect.y;
    look.error = error(field_name);
    const auto changed = edit_lines(ui_, screen_.lines, rect, draft(field_name), child_.*member, look, bottom);
    if (!changed) return bottom;
    const std::string drafts = draft(field_name) + ".";
    send(std::move(field_name), [&](Child& child) { child.*member = *changed; }, drafts);
    return bottom;
}

}  // namespace pegboard
