// The text being edited in one field: characters, caret, selection and an undo of its own that goes
// back to the first keystroke. Pure: it knows no pixels, keys or fonts. (ImGui's stb_textedit counts
// its undo in a fixed buffer of characters and has no wrapped rows; what was left of it was less than this.)
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pegboard {

/// UTF-8 to code points; bytes that are no UTF-8 become U+FFFD.
std::u32string to_chars(std::string_view utf8);
std::string to_utf8(std::u32string_view chars);

/// A row of wrapped text: characters [begin, end). `hard`: ends with a line break, which is not in it.
struct TextRow {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool hard = false;
};
/// Breaks text into rows of at most `width`, at spaces where it can. Never empty.
std::vector<TextRow> wrap_rows(std::u32string_view text, float width, const std::function<float(char32_t)>& advance);
/// The row that shows the caret at `at`.
std::size_t row_of(const std::vector<TextRow>& rows, std::size_t at);

class TextEdit {
 public:
    enum class Step { character, word, all };

    explicit TextEdit(std::string_view utf8 = {}, bool lines = false);

    [[nodiscard]] const std::u32string& text() const { return text_; }
    [[nodiscard]] std::string utf8() const { return to_utf8(text_); }
    [[nodiscard]] std::size_t caret() const { return caret_; }
    [[nodiscard]] std::size_t first() const { return caret_ < anchor_ ? caret_ : anchor_; }
    [[nodiscard]] std::size_t last() const { return caret_ < anchor_ ? anchor_ : caret_; }
    [[nodiscard]] bool selecting() const { return caret_ != anchor_; }
    [[nodiscard]] std::string selected() const { return to_utf8(text_.substr(first(), last() - first())); }

    /// Puts the caret at `at`; with `keep` the selection grows from where it began.
    void go(std::size_t at, bool keep = false);
    void left(Step step, bool keep);
    void right(Step step, bool keep);
    void select(std::size_t from, std::size_t to);
    void select_all() { select(0, text_.size()); }
    void select_word(std::size_t at);
    void select_line(std::size_t at);

    /// Types or pastes over the selection. Control characters fall away; without lines a break is a space.
    void insert(std::string_view utf8);
    void type(char32_t c);
    void erase_left(Step step);
    void erase_right(Step step);
    bool undo();
    bool redo();

 private:
    struct Change {
        std::size_t at = 0;
        std::u32string removed, inserted;
        std::size_t caret_before = 0, anchor_before = 0;
        bool typed = false;
    };
    [[nodiscard]] std::size_t before(std::size_t at, Step step) const;
    [[nodiscard]] std::size_t after(std::size_t at, Step step) const;
    void replace(std::size_t from, std::size_t to, std::u32string with, bool typed);

    std::u32string text_;
    std::size_t caret_ = 0, anchor_ = 0;
    bool lines_ = false;
    std::vector<Change> done_, undone_;
};

}  // namespace pegboard
