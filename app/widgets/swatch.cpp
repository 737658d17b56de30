// A patch of colour. It says nothing by itself: the words beside it do.
#include "app/widgets/widgets.h"

namespace pegboard {

void swatch(Ui& ui, Rect rect, Hue hue, float radius) {
    const ImVec2 min{ui.px(rect.x), ui.px(rect.y)}, max{ui.px(rect.right()), ui.px(rect.bottom())};
    ImGui::GetWindowDrawList()->AddRectFilled(min, max, ui.design->mid(hue), ui.px(radius));
}

}  // namespace pegboard
