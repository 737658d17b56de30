// Text fields. Esc never discards what was typed; every keystroke goes to the drafts; a finished edit
// comes back once. Dates are typed first, with a calendar beside.
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/ui.h"
#include "core/rules/typed/typed_number.h"

namespace pegboard {

struct FieldLook {
    std::string_view hint = {};        ///< shown in ink_3 while empty
    std::string_view error = {};       ///< under the field, with an icon: what to do
    std::string_view hint_below = {};  ///< small help under the field
    const char* icon = nullptr;
    bool enabled = true;
    bool label_above = true;  ///< else the label is only announced
    bool secret = false;      ///< passphrase, with a show button; paste allowed; never a draft
    bool clear_button = false;
    bool focus_now = false;     ///< takes the keyboard this frame
    bool focus_at_end = false;  ///< is typed on at its end, never over what it says; a secret only with focus_now
    bool lets_go = false;       ///< with Esc and Enter the keys go back to the page, and its ring goes away
    bool large = false;         ///< 44 high with steppers as large, for a session that runs
    bool row_says = false;      ///< narrow, in a row that says for all its fields what is wrong (say_row)
    bool bare = false;          ///< no box of its own: the card it stands on is the box
};

/// Height of a field with its label above and room for one line below when `with_note`.
float field_height(bool label_above = true, bool with_note = false);
/// Of a large field with its label above.
float large_field_height();

/// Whether a text field has the keyboard. Its part of a page is drawn also where it is scrolled out of sight: a field
/// that is not drawn would neither end nor hand over what was typed.
bool somebody_types(Ui& ui);

// Fields of a record: `value` is what the record holds. While being typed the text lives in drafts
// under `draft`; returns the new value once, when editing ends with a change.
std::optional<std::string> field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                 std::string_view value, const FieldLook& look = {});
std::optional<std::string> note_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                      std::string_view value, const FieldLook& look = {});
/// A cleared date comes back as an engaged, empty inner optional.
std::optional<std::optional<Date>> date_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                              std::optional<Date> value, const FieldLook& look = {});
std::optional<int> time_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, int minute_of_day,
                              const FieldLook& look = {});
/// Whole number with steppers. A typed number outside [low, high], or none, is red and not taken.
std::optional<int> number_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, int value, int low,
                                int high, int step = 1, std::string_view unit = {}, const FieldLook& look = {});

/// What a typed text means: why it cannot be taken, or how it is read where it does not say so itself.
struct FieldMeaning {
    std::string error, echo;
};
/// A text of a record that stands for something. What it is taken for is shown before it is kept; one that cannot be
/// read is red and not handed over.
std::optional<std::string> meant_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                                       std::string_view value,
                                       const std::function<FieldMeaning(const std::string&)>& meaning,
                                       const FieldLook& look = {});

// Fields of a form that is committed by a button: the text stays in drafts under `draft` until the
// form drops it. Return true in a frame where the text changed.
bool form_field(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look = {});
bool form_note(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look = {});
bool form_date(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const FieldLook& look = {});
/// What a form date says now: nothing when empty or not a date.
std::optional<Date> form_date_value(const Ui& ui, std::string_view draft);
/// A number with its unit; what it is taken for stands below it.
bool form_amount(Ui& ui, Rect rect, std::string_view label, std::string_view draft, const NumberAsk& ask,
                 const FieldLook& look = {});
/// A text that stands for something, by `meaning`.
bool form_meant(Ui& ui, Rect rect, std::string_view label, std::string_view draft,
                const std::function<FieldMeaning(const std::string&)>& meaning, const FieldLook& look = {});
/// What a form amount says now: nothing when empty or not to be read.
std::optional<double> form_amount_value(const Ui& ui, std::string_view draft, const NumberAsk& ask);

/// So many out of so many in two fields; "4 of 5" in the first is understood as both. True when either changed.
bool form_ratio(Ui& ui, const std::array<Rect, 2>& rects, const std::array<std::string_view, 2>& labels,
                const std::array<std::string_view, 2>& drafts, const std::array<FieldLook, 2>& looks);
/// What the two say: nothing until both are whole numbers, the first not larger than the second.
std::optional<Ratio> form_ratio_value(const Ui& ui, std::string_view n_draft, std::string_view of_draft);

// What is red is not sent. A dialog's foot sees to that itself; a form elsewhere asks before it sends.
/// True when no field whose draft begins with `prefix` is red. Else the first red one gets the keyboard and says why.
bool form_ready(Ui& ui, std::string_view prefix);
/// Gives the keyboard to the field with this draft name, or this label where it has no draft, and says under it what is
/// wanted until it is typed into; no words: nothing is said.
void ask_for(Ui& ui, std::string_view draft, std::string_view words);
/// True while a line stands under the field: what is wrong, or how it is read. Layouts leave room for it.
bool line_below(const Ui& ui, std::string_view draft);
/// Under a row of narrow fields, in its whole width: what each of them has to say, and `error` of all of them.
void say_row(Ui& ui, Rect row, std::string_view name, std::string_view error);
/// Something was refused: what forms say of fields is said again, also of a text that was changed since.
void refused_anew(Ui& ui);
/// Enter was pressed in a line whose draft begins with `prefix`: the form's button is meant.
bool form_entered(const Ui& ui, std::string_view prefix);
/// How dates in numbers are read on this machine.
DateOrder date_order(const Ui& ui);

/// Plain text without drafts: search boxes and passphrases. True while it changes; `entered` on Enter.
bool live_field(Ui& ui, Rect rect, std::string_view label, std::string& value, const FieldLook& look = {},
                bool* entered = nullptr);

/// A text of several lines that is read, selected and copied, never typed in.
void read_field(Ui& ui, Rect rect, std::string_view label, const std::string& text);
/// Its height at a width, with the label above.
float read_field_height(const Ui& ui, const std::string& text, float width);

/// A text without the blanks around it, those nobody sees included.
std::string trimmed(std::string_view text);

}  // namespace pegboard
