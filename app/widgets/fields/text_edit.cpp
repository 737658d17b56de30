// TextEdit: see the header.
#include "app/widgets/fields/text_edit.h"

#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace pegboard {

namespace {

bool is_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) || c == 0x200D;
}

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000; }

bool is_word(char32_t c) {
    if (is_space(c)) return false;
    if (c < 128) return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'_';
    return !(c >= 0x2010 && c <= 0x205E) && !(c >= 0x3001 && c <= 0x3003) && c != 0xAB && c != 0xBB;
}

}  // namespace

std::u32string to_chars(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    const char* at = utf8.data();
    const char* const end = at + utf8.size();
    while (at < end) {
        unsigned int c = 0;
        const int bytes = ImTextCharFromUtf8(&c, at, end);
        at += bytes > 0 ? bytes : 1;
        if (c != 0) out.push_back(static_cast<char32_t>(c));
    }
    return out;
}

std::string to_utf8(std::u32string_view chars) {
    std::string out;
    out.reserve(chars.size());
    char bytes[5];
    for (const char32_t c : chars) {
        ImTextCharToUtf8(bytes, static_cast<unsigned int>(c));
        out += bytes;
    }
    return out;
}

std::vector<TextRow> wrap_rows(std::u32string_view text, float width, const std::function<float(char32_t)>& advance) {
    std::vector<TextRow> rows;
    std::size_t begin = 0;
    std::size_t word = 0;  // where the word under way began
    float x = 0;
    float word_x = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c == U'\n') {
            rows.push_back({begin, i, true});
            begin = word = i + 1;
            x = word_x = 0;
            continue;
        }
        const float w = advance(c);
        // Spaces may hang over the edge, so that a row never begins with the space that broke it.
        if (!is_space(c) && x + w > width && i > begin) {
            const std::size_t cut = word > begin ? word : i;
            rows.push_back({begin, cut, false});
            x = word > begin ? x - word_x : 0;
            begin = word = cut;
            word_x = 0;
        }
        x += w;
        if (is_space(c) || c == U'-') {
            word = i + 1;
            word_x = x;
        }
    }
    rows.push_back({begin, text.size(), false});
    return rows;
}

std::size_t row_of(const std::vector<TextRow>& rows, std::size_t at) {
    std::size_t row = 0;
    while (row + 1 < rows.size() && rows[row + 1].begin <= at) ++row;
    return row;
}

TextEdit::TextEdit(std::string_view utf8, bool lines) : text_(to_chars(utf8)), lines_(lines) {
    caret_ = anchor_ = text_.size();
}

void TextEdit::go(std::size_t at, bool keep) {
    caret_ = at < text_.size() ? at : text_.size();
    if (!keep) anchor_ = caret_;
}

void TextEdit::select(std::size_t from, std::size_t to) {
    anchor_ = from < text_.size() ? from : text_.size();
    caret_ = to < text_.size() ? to : text_.size();
}

std::size_t TextEdit::before(std::size_t at, Step step) const {
    if (step == Step::all) return 0;
    if (step == Step::character) {
        while (at > 0) {
            --at;
            if (!is_mark(text_[at])) break;
        }
        return at;
    }
    while (at > 0 && !is_word(text_[at - 1])) --at;
    while (at > 0 && is_word(text_[at - 1])) --at;
    return at;
}

std::size_t TextEdit::after(std::size_t at, Step step) const {
    const std::size_t size = text_.size();
    if (step == Step::all) return size;
    if (step == Step::character) {
        if (at < size) ++at;
        while (at < size && is_mark(text_[at])) ++at;
        return at;
    }
    while (at < size && is_word(text_[at])) ++at;
    while (at < size && !is_word(text_[at])) ++at;
    return at;
}

void TextEdit::left(Step step, bool keep) {
    if (!keep && selecting() && step == Step::character)
        go(first());
    else
        go(before(caret_, step), keep);
}

void TextEdit::right(Step step, bool keep) {
    if (!keep && selecting() && step == Step::character)
        go(last());
    else
        go(after(caret_, step), keep);
}

void TextEdit::select_word(std::size_t at) {
    if (text_.empty()) return;
    if (at >= text_.size()) at = text_.size() - 1;
    const bool word = is_word(text_[at]);
    std::size_t from = at;
    std::size_t to = at;
    const auto same = [&](char32_t c) { return c != U'\n' && is_word(c) == word; };
    while (from > 0 && same(text_[from - 1])) --from;
    while (to < text_.size() && same(text_[to])) ++to;
    select(from, to);
}

void TextEdit::select_line(std::size_t at) {
    std::size_t from = at < text_.size() ? at : text_.size();
    std::size_t to = from;
    while (from > 0 && text_[from - 1] != U'\n') --from;
    while (to < text_.size() && text_[to] != U'\n') ++to;
    select(from, to);
}

void TextEdit::replace(std::size_t from, std::size_t to, std::u32string with, bool typed) {
    if (from == to && with.empty()) return;
    undone_.clear();
    // Typing on in the same word is one step back, as people expect of undo.
    const bool joins = typed && from == to && !done_.empty() && done_.back().typed &&
                       done_.back().at + done_.back().inserted.size() == from && !done_.back().inserted.empty() &&
                       (is_word(with.front()) || !is_word(done_.back().inserted.back()));
    if (joins)
        done_.back().inserted += with;
    else
        done_.push_back({from, text_.substr(from, to - from), with, caret_, anchor_, typed});
    text_.replace(from, to - from, with);
    caret_ = anchor_ = from + with.size();
}

void TextEdit::type(char32_t c) {
    if (c == U'\n' && !lines_) return;
    if ((c < 32 && c != U'\n') || c == 127) return;
    replace(first(), last(), std::u32string(1, c), true);
}

void TextEdit::insert(std::string_view utf8) {
    if (!lines_)
        while (!utf8.empty() && (utf8.back() == '\n' || utf8.back() == '\r')) utf8.remove_suffix(1);
    std::u32string clean;
    char32_t previous = 0;
    for (const char32_t c : to_chars(utf8)) {
        const bool second_half = c == U'\n' && previous == U'\r';
        previous = c;
        if (second_half) continue;
        if (c == U'\n' || c == U'\r')
            clean.push_back(lines_ ? U'\n' : U' ');
        else if (c == U'\t')
            clean.push_back(U' ');
        else if (c >= 32 && c != 127)
            clean.push_back(c);
    }
    replace(first(), last(), std::move(clean), false);
}

void TextEdit::erase_left(Step step) {
    if (selecting())
        replace(first(), last(), {}, false);
    else
        replace(before(caret_, step), caret_, {}, false);
}

void TextEdit::erase_right(Step step) {
    if (selecting())
        replace(first(), last(), {}, false);
    else
        replace(caret_, after(caret_, step), {}, false);
}

bool TextEdit::undo() {
    if (done_.empty()) return false;
    Change change = std::move(done_.back());
    done_.pop_back();
    text_.replace(change.at, change.inserted.size(), change.removed);
    caret_ = change.caret_before;
    anchor_ = change.anchor_before;
    undone_.push_back(std::move(change));
    return true;
}

bool TextEdit::redo() {
    if (undone_.empty()) return false;
    Change change = std::move(undone_.back());
    undone_.pop_back();
    text_.replace(change.at, change.removed.size(), change.inserted);
    caret_ = anchor_ = change.at + change.inserted.size();
    change.typed = false;
    done_.push_back(std::move(change));
    return true;
}

}  // namespace pegboard
