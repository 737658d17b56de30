// Drives the program as a person does: finds what is on screen by its words, moves a pointer, presses
// keys. It runs without a window or a GPU and reads only the record the widgets write. What cannot be
// found, or is there twice, fails and prints what is on screen.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/record.h"
#include "imgui.h"

namespace pegboard::test {

/// What is being driven: draws one frame between ImGui::NewFrame and ImGui::Render.
class Stage {
 public:
    virtual ~Stage() = default;
    virtual void frame(double time_s) = 0;
    [[nodiscard]] virtual float scale() const = 0;
};

/// A step of a test that could not be done; what() has the transcript of the screen.
struct UiFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class UiDriver {
 public:
    using MakeStage = std::function<std::unique_ptr<Stage>(Record&)>;
    explicit UiDriver(const MakeStage& make, ImVec2 size = {1440, 900});
    ~UiDriver();
    UiDriver(const UiDriver&) = delete;
    UiDriver& operator=(const UiDriver&) = delete;

    /// The next step looks only inside this dialog, region or scope.
    UiDriver& in(std::string_view scope);
    /// Presses a place of the rail.
    UiDriver& open(std::string_view place);
    UiDriver& click(std::string_view label);
    UiDriver& click(std::string_view label, WidgetRole role);
    UiDriver& right_click(std::string_view label);
    UiDriver& hover(std::string_view label);
    /// Presses into a text field.
    UiDriver& field(std::string_view label);
    /// Picks an option of a choice field.
    UiDriver& choose(std::string_view label, std::string_view option);
    /// Types into the field that has the keyboard.
    UiDriver& type(std::string_view words);
    /// Selects all in the field that has the keyboard and types over it.
    UiDriver& retype(std::string_view words);
    UiDriver& press(ImGuiKeyChord chord);
    UiDriver& tab(int times = 1);
    UiDriver& wheel(std::string_view over, float steps);
    UiDriver& drag(std::string_view from, std::string_view to);
    /// Lets time pass, frame by frame.
    UiDriver& wait(double seconds);

    UiDriver& see(std::string_view words);
    UiDriver& not_see(std::string_view words);
    [[nodiscard]] bool sees(std::string_view words) const;
    [[nodiscard]] std::string value(std::string_view label);
    [[nodiscard]] const WidgetInfo& find(std::string_view label);
    /// Label of what has the keyboard focus; empty when nothing has.
    [[nodiscard]] std::string focused() const;
    [[nodiscard]] bool typing() const;

    /// One line for each widget: role, label, value, state; scopes as headings.
    [[nodiscard]] std::string transcript() const;
    /// Compares the transcript with tests/data/transcripts/<name>.txt; empty when it is the same. Words that
    /// change from run to run, such as a folder's name, are given as `passing` and left out.
    [[nodiscard]] std::string differs_from_golden(std::string_view name, std::string_view passing = {}) const;
    /// Faults of layout on the screen: overlaps, small targets, things outside their region.
    [[nodiscard]] std::vector<std::string> lint() const;
    /// Labels in the order Tab visits them, until it comes round.
    std::vector<std::string> tab_order(int most = 300);
    /// Enabled widgets of the top layer that Tab never reaches.
    std::vector<std::string> not_reached_by_tab(int most = 300);

    void frame();
    [[nodiscard]] const Record& record() const { return record_; }
    [[nodiscard]] Stage& stage() { return *stage_; }
    [[nodiscard]] double time_s() const { return time_s_; }

 private:
    struct Wish;
    [[nodiscard]] std::vector<const WidgetInfo*> matching(std::string_view label, const Wish& wish) const;
    const WidgetInfo& one(std::string_view label, const Wish& wish);
    WidgetInfo brought_into_view(std::string_view label, const Wish& wish);
    void move_to(ImVec2 at);
    /// Brings the pointer to rest on it, where nothing else lies over it.
    ImVec2 rest_on(std::string_view label, const Wish& wish);
    void click_on(std::string_view label, const Wish& wish, int button);
    void settle();
    [[noreturn]] void fail(const std::string& why) const;

    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Stage> stage_;
    Record record_;
    std::string scope_;
    double time_s_ = 1000;
};

}  // namespace pegboard::test
