// A stage with nothing but widgets: tests hand it a function that draws.
#pragma once
#include <functional>
#include <memory>
#include <utility>

#include "app/actions/actions.h"
#include "app/ui.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"
#include "tests/ui/driver.h"

namespace pegboard::test {

class WidgetStage final : public Stage {
 public:
    using Draw = std::function<void(Ui&)>;

    WidgetStage(Record& record, Draw draw, float scale = 1)
        : design_(Design::load(PEGBOARD_DATA)), draw_(std::move(draw)) {
        design_->set_scale(scale);
        design_->use(Theme::light);
        ui.design = design_.get();
        ui.nav = &nav_;
        ui.outbox = &outbox_;
        ui.drafts = &drafts;
        ui.toasts = &toasts;
        ui.actions = &actions;
        ui.record = &record;
        ui.clock.today = *make_date(2026, 9, 29);
    }

    void frame(double time_s) override {
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        ui.clock.time_s = time_s;
        ui.window = ui.area = {0, 0, size.x / scale(), size.y / scale()};
        ui.keyboard = true;
        ui.wake_s = -1;
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(size);
        ImGui::Begin("page", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
                         ImGuiWindowFlags_NoScrollWithMouse);
        draw_(ui);
        draw_toasts(ui);
        ImGui::End();
    }
    [[nodiscard]] float scale() const override { return design_->scale(); }

    Ui ui;
    Drafts drafts;
    Toasts toasts;
    Actions actions;

 private:
    std::unique_ptr<Design> design_;
    Draw draw_;
    Navigator nav_;
    Outbox outbox_;
};

/// A driver over widgets alone.
inline std::unique_ptr<UiDriver> drive_widgets(WidgetStage::Draw draw, ImVec2 size = {1440, 900}, float scale = 1) {
    return std::make_unique<UiDriver>(
        [&](Record& record) { return std::make_unique<WidgetStage>(record, std::move(draw), scale); }, size);
}

}  // namespace pegboard::test
