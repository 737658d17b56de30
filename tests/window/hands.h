// Hands at the keyboard and mouse of a real window: xdotool sends what a person would press, and the file
// the program writes tells what is on screen. What does not appear within a few seconds fails with the
// words on screen.
#pragma once
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/record.h"
#include "tests/window/program.h"

namespace pegboard::test {

struct HandsFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Hands {
 public:
    /// Finds the window of the program whose home, or eyes, that folder is.
    explicit Hands(fs::path eyes);
    ~Hands() { stop_typing(); }
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;

    // ---- keys
    Hands& key(const std::string& keys);  ///< as xdotool names them: "ctrl+k", "Return"
    Hands& type(const std::string& words);
    /// All letters without a pause, and no wait until the program has read them.
    void type_at_once(const std::string& words);
    /// Selects all in the field that has the keyboard and types over it.
    Hands& retype(const std::string& words);
    /// Presses Tab until `label` has the keyboard.
    Hands& reach(std::string_view label, int most = 150);
    /// Down or Up, whichever `key` says, until the chosen row, option or block reads `label`.
    Hands& walk(std::string_view label, const std::string& key = "Down", int most = 120);

    // ---- mouse
    Hands& click(std::string_view label);
    Hands& click(std::string_view label, WidgetRole role);
    Hands& in(std::string_view scope);  ///< the next click or value is looked for only there

    // ---- eyes
    Hands& see(std::string_view words);
    Hands& not_see(std::string_view words);
    [[nodiscard]] bool sees(std::string_view words);
    [[nodiscard]] std::string focused();
    /// Label of the first control that begins so.
    [[nodiscard]] std::string first_that_starts(std::string_view beginning);
    /// The value of a control, once it is there.
    [[nodiscard]] std::string value(std::string_view label);
    /// Waits until the value of a control is, or holds, `words`.
    Hands& reads(std::string_view label, std::string_view words);
    Hands& holds(std::string_view label, std::string_view words);
    [[nodiscard]] std::string transcript();
    /// Saves what the window shows.
    void picture(const fs::path& file);
    [[nodiscard]] const std::string& window() const { return window_; }

    /// Begins to type, a letter every `letter_ms`, and does not wait for the end.
    void type_on(const std::string& words, int letter_ms);
    void stop_typing();
    /// Waits until what is drawn stands still.
    void settle();
    /// Reads the screen until `right` holds.
    void until(const std::function<bool()>& right, const std::string& otherwise);

 private:
    bool look();
    /// Waits until the program has drawn what it was sent.
    void heard();
    /// Whether the keyboard, which is at `label`, stays there once every key that was sent has been taken.
    bool rests_on(std::string_view label);
    [[nodiscard]] std::vector<const WidgetInfo*> matching(std::string_view label, const WidgetRole* role) const;
    [[nodiscard]] const WidgetInfo* find_value(std::string_view label, std::string_view scope) const;
    void press(std::string_view label, const WidgetRole* role);
    void send(const std::string& command) const;

    fs::path eyes_;
    std::string window_;
    std::string scope_;
    fs::file_time_type seen_{};
    pid_t typist_ = -1;
    std::string typed_;
    std::vector<WidgetInfo> widgets_;
};

}  // namespace pegboard::test
