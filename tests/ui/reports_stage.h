// What the tests of Reports stand on: the program with an invented caseload, and the report in sight.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "tests/ui/app_stage.h"

namespace pegboard::test {

class ReportsStage : public testing::Test {
 protected:
    void SetUp() override { ui_ = drive_app({.throwaway = true}); }
    UiDriver& ui() { return *ui_; }
    AppStage& stage() { return stage_of_app(*ui_); }
    App& app() { return stage().app(); }
    Caseload& caseload() { return stage().caseload(); }
    const ReportsScreen& screen() { return app().screens().reports; }
    void go(const Place& place) {
        app().ui().nav->go(place);
        ui().wait(0.2);
        pages_come();
    }
    void pages_come() { let_workers_end(ui()); }
    /// All words of the pages that are shown.
    std::string words() {
        const auto& document = screen().preview.document;
        return document == nullptr ? std::string() : words_of(*document);
    }
    const Child& mateo() {
        for (const Child& child : caseload().children())
            if (child.first_name == "Mateo") return child;
        throw UiFailure("no Mateo");
    }
    /// Today's session of a child with a plan.
    const Session& planned(std::size_t of_how_many = 1) {
        for (const Session& session : caseload().sessions())
            if (session.date == app().ui().clock.today && !session.blocks.empty() &&
                session.participants.size() == of_how_many)
                return session;
        throw UiFailure("no session with a plan");
    }
    [[nodiscard]] std::filesystem::path path_of(const std::string& name) { return stage().folder / "documents" / name; }
    static std::string content(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// With the wheel over the middle of the window.
    void scroll_down_until(const std::string& words_there) {
        for (int i = 0; i < 60 && !ui().sees(words_there); ++i) {
            ImGui::GetIO().AddMousePosEvent(1100, 600);
            ui().wait(0.05);
            ImGui::GetIO().AddMouseWheelEvent(0, -3);
            ui().wait(0.1);
        }
    }
    /// Saves the report in sight through the program's own dialog.
    void save_as(const std::string& name) {
        ui().click("Save as PDF...");
        pages_come();
        ui().wait(0.3).field("File name").retype(name).click("Save here").wait(0.3);
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

}  // namespace pegboard::test
