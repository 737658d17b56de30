// Details of a child: how the child gets about, levels as typed, hands, devices and orthoses.
#include <algorithm>
#include <array>

#include "app/child/child_edit.h"

namespace pegboard {
namespace {

template <class E>
std::vector<std::string> all_words() {
    std::vector<std::string> all;
    for (const Term& term : terms<E>()) all.emplace_back(term.words);
    return all;
}

template <class E>
void pick(ChildEdit& edit, Rect rect, std::string_view label, const std::string& field_name, E Child::* member) {
    int chosen = static_cast<int>(edit.child().*member);
    if (choice(edit.ui(), rect, label, all_words<E>(), chosen,
               {.hint = is_known(edit.child().*member) ? "Choose" : "Unknown"}))
        edit.send(field_name, [&](Child& next) { next.*member = static_cast<E>(chosen); });
}

void pick_level(ChildEdit& edit, Rect rect, std::string_view label, const std::string& field_name,
                std::optional<int> Child::* member) {
    const std::vector<std::string> options{"Not known", "I", "II", "III", "IV", "V"};
    int chosen = (edit.child().*member).value_or(0);
    if (choice(edit.ui(), rect, label, options, chosen))
        edit.send(field_name, [&](Child& next) {
            if (chosen == 0)
                (next.*member).reset();
            else
                next.*member = chosen;
        });
}

/// Change one device of the record.
void change_device(ChildEdit& edit, RowId id, const std::function<void(ChildDevice&)>& change) {
    edit.send("devices", [&](Child& next) {
        if (ChildDevice* found = row_of(next.devices, id)) change(*found);
    });
}

void draw_device(ChildEdit& edit, Flow& flow, const ChildDevice& device) {
    Ui& ui = edit.ui();
    const std::string name(words(device.kind));
    const Scope scope(ui, name);
    const std::string row = "device." + std::to_string(device.id.value) + ".";
    const auto columns =
        flow.columns(field_height(true, !edit.error(row + "note").empty()), std::array{1.0F, 1.4F, 0.3F});
    const std::vector<std::string> sides{"No side", "Left", "Right", "Both sides"};
    int side = is_known(device.side) ? std::min(static_cast<int>(device.side), 3) : -1;
    if (choice(ui, columns[0], name, sides, side, {.hint = side < 0 ? "Unknown" : "Choose"}))
        change_device(edit, device.id, [&](ChildDevice& one) { one.side = static_cast<Side>(side); });
    edit.row_text(columns[1], "Note on it", row + "note", device.note,
                  [id = device.id](Child& child) -> std::string* {
                      ChildDevice* found = row_of(child.devices, id);
                      return found ? &found->note : nullptr;
                  },
                  {.hint = "Solid ankle, worn at school"});
    if (icon_button(ui, {columns[2].x, columns[2].y + metrics::field_label}, icon::delete_, "Remove " + name))
        edit.send("devices", [&](Child& next) {
            std::erase_if(next.devices, [&](const ChildDevice& one) { return one.id == device.id; });
        });
}
}  // namespace

float draw_moving(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    Ui& ui = edit.ui();
    const auto first = flow.columns(field_height(), std::array{1.0F, 1.0F});
    pick(edit, first[0], "How the child gets about", "moves_by", &Child::moves_by);
    pick(edit, first[1], "Hands", "hands", &Child::hands);
    const auto second = flow.columns(field_height(), std::array{1.0F, 1.0F});
    pick_level(edit, second[0], "GMFCS level, if known", "gmfcs", &Child::gmfcs);
    pick_level(edit, second[1], "MACS level, if known", "macs", &Child::macs);
    for (const ChildDevice& device : edit.child().devices) draw_device(edit, flow, device);
    int chosen = -1;
    if (choice(ui, flow.row(field_height()), "Add a device or orthosis", all_words<DeviceKind>(), chosen,
               {.hint = "Walker, wheelchair, ankle-foot orthosis"})) {
        const ChildDevice made{mint<RowId>(), static_cast<DeviceKind>(chosen), Side::none, {}};
        edit.send("devices", [&](Child& next) { next.devices.push_back(made); });
    }
    return flow.bottom();
}

}  // namespace pegboard
