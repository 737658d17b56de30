#include "app/screens/dialogs.h"

namespace pegboard {

void draw(Dialogs& self, Ui& ui) {
    draw_add_child(ui, self.add_child);
    draw_new_session(ui, self.new_session);
    draw_close_session(ui, self.close_session);
}

}  // namespace pegboard
