#include "app/settings/help_levels.h"

#include <algorithm>

#include "app/parts/forms.h"

namespace pegboard {
namespace {

using HelpList = std::vector<HelpChoice>;

constexpr std::string_view level_dialog = "Help level";
constexpr float help_row_h = 48, help_tool = 36;
constexpr std::size_t most_levels = 12;  ///< as many as the core keeps

TherapistId me(const Ui& ui) { return ui.caseload->practice().me; }

Discipline my_discipline(const Ui& ui) {
    const Therapist* therapist = ui.caseload->therapist(me(ui));
    return therapist != nullptr ? therapist->discipline : Discipline::ot;
}

std::string words_of_level(const std::vector<HelpLevel>& all, int level) {
    const auto found = std::ranges::find(all, level, &HelpLevel::level);
    return found == all.end() ? std::to_string(level) : found->words;
}

/// What a button records: "By hand: a little help. Prompt: a picture prompt".
std::string say_level(const Ui& ui, const HelpChoice& choice) {
    std::string words;
    if (choice.assist) words = "By hand: " + words_of_level(ui.library->assist_levels(), *choice.assist);
    if (choice.prompt)
        words +=
            (words.empty() ? "Prompt: " : ". Prompt: ") + words_of_level(ui.library->prompt_levels(), *choice.prompt);
    return words.empty() ? "Records no level" : words;
}

void send_list(Ui& ui, HelpList list, std::string said) {
    ui.outbox->send(SetHelpChoices{me(ui), std::move(list)},
                    [toasts = ui.toasts, said = std::move(said)](const Status& status) { toasts->tell(status, said); });
}

void open_level(HelpLevelsState& self, Ui& ui, std::size_t row, const HelpChoice& choice) {
    self = {};
    const auto place = static_cast<std::int64_t>(row);
    const bool same = draft_number(ui, "help_level.row") == place && ui.drafts->text("help_level.of") == choice.name;
    if (!same) {
        ui.drafts->drop_prefix("help_level.");
        put_number(ui, "help_level.row", place);
        ui.drafts->set("help_level.of", choice.name);
        if (!choice.name.empty()) ui.drafts->set("help_level.name", choice.name);
        put_number(ui, "help_level.assist", choice.assist ? *choice.assist + 1 : 0);
        put_number(ui, "help_level.prompt", choice.prompt ? *choice.prompt + 1 : 0);
    }
    open_dialog(ui, level_dialog);
}

void draw_row(HelpLevelsState& self, Ui& ui, Rect row, const HelpList& list, std::size_t i) {
    const HelpChoice& choice = list[i];
    divider(ui, row.pos(), row.w);
    float x = row.right() - help_tool;
    const auto tool = [&](const char* glyph, const std::string& name, bool enabled) {
        const bool pressed =
            icon_button(ui, {x, row.y + 6}, glyph, name + choice.name, {.size = help_tool, .enabled = enabled});
        x -= help_tool;
        return pressed;
    };
    HelpList next = list;
    if (tool(icon::delete_, "Remove level: ", list.size() > 1)) {
        next.erase(next.begin() + static_cast<std::ptrdiff_t>(i));
        send_list(ui, std::move(next), "Level removed: " + choice.name);
        return;
    }
    if (tool(icon::pencil, "Change level: ", true)) open_level(self, ui, i, choice);
    const bool down = tool(icon::arrow_down, "Move down: ", i + 1 < list.size());
    const bool up = tool(icon::arrow_up, "Move up: ", i > 0);
    if (up || down) {
        std::swap(next[i], next[up ? i - 1 : i + 1]);
        send_list(ui, std::move(next), "Level moved: " + choice.name);
    }
    const float room = x + help_tool - row.x - metrics::s;
    text(ui, {row.x, row.y + 6}, choice.name, {.type = Type::label, .max_w = room});
    text(ui, {row.x, row.y + 26}, say_level(ui, choice), {.type = Type::caption, .role = Role::ink_2, .max_w = room});
}

/// A level of a scale, or that none is noted, kept as its place in the list.
std::optional<int> level_choice(Ui& ui, Rect rect, std::string_view label, const std::string& draft,
                                const std::vector<HelpLevel>& levels) {
    std::vector<std::string> names{"Not noted"};
    std::vector<int> values{-1};
    for (const HelpLevel& each : levels) {
        names.push_back(each.name + ": " + (each.words.empty() ? each.helper : each.words));
        values.push_back(each.level);
    }
    const auto kept = static_cast<int>(draft_number(ui, draft).value_or(0)) - 1;
    const auto at = std::ranges::find(values, kept);
    int chosen = at == values.end() ? 0 : static_cast<int>(at - values.begin());
    if (choice(ui, rect, label, names, chosen)) put_number(ui, draft, values[static_cast<std::size_t>(chosen)] + 1);
    const int value = values[static_cast<std::size_t>(chosen)];
    return value < 0 ? std::nullopt : std::optional(value);
}

void keep_level(HelpLevelsState& self, Ui& ui, const HelpChoice& edited) {
    HelpList list = ui.caseload->help_choices(me(ui));
    const auto row =
        static_cast<std::size_t>(std::max<std::int64_t>(0, draft_number(ui, "help_level.row").value_or(0)));
    if (row < list.size()) {
        list[row].name = edited.name;
        list[row].assist = edited.assist;
        list[row].prompt = edited.prompt;
    } else {
        list.push_back(edited);
    }
    ui.outbox->send(SetHelpChoices{me(ui), std::move(list)},
                    [&self, toasts = ui.toasts, name = edited.name](const Status& status) {
                        self.kept = status.ok();
                        self.error = status.ok() ? std::string() : status.error().message;
                        self.field = status.ok() ? std::string() : status.error().field;
                        if (status.ok()) toasts->show("Level kept: " + name, true);
                    });
    ui.wake_in(0);
}

}  // namespace

float draw_help_levels_card(HelpLevelsState& self, Ui& ui, Rect at) {
    const Scope scope(ui, "Help buttons");
    const HelpList& list = ui.caseload->help_choices(me(ui));
    constexpr std::string_view hint =
        "The levels of help to choose from in a session, least help first. What was recorded stays as it is.";
    const float hint_h = wrapped_height(ui, hint, at.w - 40, Type::caption);
    at.h = 16 + 36 + hint_h + 8 + static_cast<float>(list.size()) * help_row_h + 8 + metrics::button + 16;
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(28, 8).pos(), "Help buttons", {.type = Type::section, .heading = true});
    text_wrapped(ui, inside.cut_top(hint_h, 8), hint, {.type = Type::caption, .role = Role::ink_2});
    for (std::size_t i = 0; i < list.size(); ++i) draw_row(self, ui, inside.cut_top(help_row_h), list, i);
    inside.cut_top(8);
    const ButtonLook add{.kind = ButtonKind::tonal, .icon = icon::plus, .enabled = list.size() < most_levels};
    if (button(ui, inside.pos(), "Add a level", add)) open_level(self, ui, list.size(), {});
    const bool own = list != usual_help_choices(my_discipline(ui));
    const Vec beside{inside.x + button_width(ui, "Add a level", add) + metrics::s, inside.y};
    if (own && button(ui, beside, "Usual levels", {.kind = ButtonKind::ghost, .name = "Bring the usual levels back"}))
        send_list(ui, {}, "The usual levels are back");
    return at.bottom();
}

void draw_help_level_dialog(HelpLevelsState& self, Ui& ui) {
    const auto inside = begin_dialog(ui, level_dialog, "Which level of help?", 480);
    if (!inside) return;
    Flow flow(*inside);
    const bool under_name = self.field == "name";
    form_field(ui, flow.row(field_height(true, under_name)), "Name on the button", "help_level.name",
               {.hint = "Light touch", .error = under_name ? std::string_view(self.error) : std::string_view{}});
    HelpChoice edited;
    edited.assist =
        level_choice(ui, flow.row(field_height()), "Help by hand", "help_level.assist", ui.library->assist_levels());
    edited.prompt =
        level_choice(ui, flow.row(field_height()), "Prompt", "help_level.prompt", ui.library->prompt_levels());
    edited.name = draft_text(ui, "help_level.name");
    if (!self.error.empty() && !under_name) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.error, {}, &height);
        flow.grew(at.y + height);
    }
    const int pressed = end_dialog(ui, flow.bottom(), {"Save", "Cancel"});
    if (pressed == 0) keep_level(self, ui, edited);
    if (pressed != 1 && !self.kept) return;
    self = {};
    ui.drafts->drop_prefix("help_level.");
    close_dialog(ui);
}

}  // namespace pegboard
