// Groups under Settings: children who are seen together, under a name. A session made for the group is for everyone.
#include <algorithm>

#include "app/parts/child_ticks.h"
#include "app/parts/forms.h"
#include "app/parts/new_session.h"
#include "app/parts/parts.h"
#include "app/settings/kits.h"

namespace pegboard {
namespace {

constexpr float dialog_w = 520, list_h = 320;

std::string say_members(const Ui& ui, const Group& group) {
    std::string words;
    for (const ChildId id : group.members)
        if (const Child* child = ui.caseload->child(id))
            words += (words.empty() ? "" : ", ") + shown_call_name(ui, *child);
    return words;
}

/// Everyone of the caseload to tick; at most six.
void draw_members(KitsState& self, Ui& ui, Rect rect, Group& group) {
    const auto pressed = draw_child_ticks(ui, rect, self.query, group.members);
    if (!pressed) return;
    if (std::erase(group.members, *pressed) > 0) return;
    if (group.members.size() < group_at_most)
        group.members.push_back(*pressed);
    else
        self.error = "A group has six children at most. Untick one first.";
}

}  // namespace

void draw_group_dialog(KitsState& self, Ui& ui) {
    if (!self.group) return;
    Group& group = *self.group;
    const auto inside =
        begin_dialog(ui, group_dialog, group.id ? "Change this group?" : "Who comes together?", dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    live_field(ui, flow.row(field_height()), "Name", group.name, {.hint = "Tuesday hoppers"});
    const std::string count = std::to_string(group.members.size()) + " of 2 to 6 children";
    text(ui, flow.row(16).pos(), count, {.type = Type::caption, .role = Role::ink_2});
    draw_members(self, ui, flow.row(list_h), group);
    if (!self.error.empty()) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.error, {}, &height);
        flow.grew(at.y + height);
    }
    const bool fresh = !group.id;
    finish_kit_dialog(self, ui, flow.bottom(), fresh ? Command(AddGroup{group}) : Command(EditGroup{group}),
                      fresh ? "Group made" : "Group changed");
}

float draw_groups_card(KitsState& self, Ui& ui, Rect at) {
    std::vector<const Group*> groups;
    for (const Group& group : ui.caseload->groups()) groups.push_back(&group);
    std::ranges::stable_sort(groups, {}, &Group::archived);
    std::vector<KitRow> rows;
    for (const Group* group : groups) rows.push_back({group->name, say_members(ui, *group), group->archived});
    float bottom = 0;
    const KitPressed pressed =
        draw_kit_card(ui, at, "Groups", "Children who come together, each with own goals and an own starting step.",
                      "group", "Make a group", rows, bottom);
    if (pressed.act == KitAct::archive) {
        Group group = *groups[pressed.row];
        group.archived = !group.archived;
        ui.outbox->send(EditGroup{group});
    }
    if (pressed.act != KitAct::edit && !pressed.add) return bottom;
    self = {};
    self.group = pressed.add ? Group{} : *groups[pressed.row];
    open_dialog(ui, group_dialog);
    return bottom;
}

}  // namespace pegboard
