#include "app/parts/dialogs.h"

namespace pegboard {

void draw(Dialogs& self, Ui& ui) {
    draw_add_child(ui, self.add_child);
    draw_new_session(ui, self.new_session);
    draw_close_session(ui, self.close_session);
    draw_enter_value(ui, self.enter_value);
}

}  // namespace pegboard
