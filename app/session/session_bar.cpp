// Above and below a running session: who and where, the plan as a row of activities, hold and finish; and what comes
// next with what to get ready.
#include <algorithm>

#include "app/parts/packing.h"
#include "app/session/session.h"
#include "core/rules/materials.h"

namespace pegboard {
namespace {

std::string say_names(const Ui& ui, const LiveView& view) {
    return view.children.size() == 1 ? view.children.front().name : shown_names(ui, *view.session);
}

Hue hue_of(const Ui& ui, const Block& block) {
    const Activity* activity = ui.library->activity(block.activity);
    const Category* category = activity != nullptr ? ui.library->category(activity->category) : nullptr;
    return category != nullptr ? Design::hue(category->hue) : Hue::indigo;
}

/// The plan's activities side by side, as wide as their minutes; pressing one goes there.
void draw_plan_row(SessionScreen& self, Ui& ui, Rect rect) {
    const Session& session = *self.view.session;
    if (session.blocks.empty() || rect.w < 160) return;
    const Scope scope(ui, "Activities");
    float all = 0;
    for (const Block& block : session.blocks) all += static_cast<float>(block.minutes);
    constexpr float between = 6, least = 44;
    const float room = rect.w - (between + least) * static_cast<float>(session.blocks.size());
    if (room < 0) return;
    float x = rect.x;
    for (const Block& block : session.blocks) {
        const float width = least + room * static_cast<float>(block.minutes) / all;
        const Rect at{x, rect.y, width, rect.h};
        const bool now = block.id == session.current_block;
        const std::string state = now                                  ? ", now"
                                  : block.state == BlockState::done    ? ", done"
                                  : block.state == BlockState::skipped ? ", left out"
                                                                       : "";
        if (pressable(ui, at, "Go to: " + block.title + state, WidgetRole::button, now).clicked && !now)
            send_live(self, ui, ShowBlock{session.id, block.id});
        const Rect line{x, rect.y + 10, width, 8};
        fill(ui, line, Role::track, 4);
        if (now) {
            swatch(ui, {line.x, line.y, line.w, line.h}, hue_of(ui, block), 4);
            outline(ui, {line.x - 3, line.y - 3, line.w + 6, line.h + 6}, Role::primary, 7, 2);
        } else if (block.state == BlockState::done) {
            fill(ui, line, Role::good, 4);
        }
        const bool skipped = block.state == BlockState::skipped;
        if (width > 64)
            text(ui, {x, rect.y + 26}, block.title,
                 {.type = now ? Type::caption_strong : Type::caption,
                  .role = now ? Role::ink : Role::ink_2,
                  .max_w = width - 2,
                  .struck = skipped});
        x += width + between;
    }
}

std::string say_ready(const Ui& ui, const Session& session, const Block& block) {
    const auto children = coming(session, *ui.caseload);
    const auto leaves_out = [&](SessionId, std::string_view item) {
        return stays_away(item, children, *ui.library, session.date);
    };
    std::string words;
    for (const Material& material : materials(block, *ui.library, leaves_out))
        words += (words.empty() ? "" : ", ") + say(material);
    return words.empty() ? "Nothing to get ready" : "Get ready: " + words;
}

}  // namespace

void draw_live_header(SessionScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Session");
    const LiveView& view = self.view;
    fill(ui, rect, Role::surface);
    fill(ui, {rect.x, rect.bottom() - 1, rect.w, 1}, Role::line);
    Rect in = rect.inset(metrics::page_pad, (rect.h - 48) / 2);
    const bool narrow = rect.w < metrics::one_column_below_w;
    const ButtonLook leave{.kind = ButtonKind::quiet,
                           .icon = icon::arrow_left,
                           .height = metrics::button_large,
                           .tooltip = "The session goes on",
                           .name = "Leave for now"};
    const float leave_w = narrow ? 48 : button_width(ui, "Leave", leave);
    const Rect leave_at = in.cut_left(leave_w, metrics::s);
    const bool left = narrow ? icon_button(ui, leave_at.pos(), icon::arrow_left, "Leave for now", {.size = 48})
                             : button(ui, leave_at, "Leave", leave);
    if (left) ui.nav->go({.screen = Screen::today});
    const ButtonLook finish{
        .kind = ButtonKind::primary, .icon = icon::check, .height = 48, .tooltip = "F", .name = "Finish session"};
    const std::string_view finish_words = narrow                           ? "Finish"
                                          : writes_note(ui, *view.session) ? "Finish and write note"
                                                                           : "Finish session";
    if (button(ui, in.cut_right(button_width(ui, finish_words, finish), metrics::s), finish_words, finish))
        open_finish(self, ui);
    const ButtonLook who{.icon = icon::account_multiple, .height = 48, .name = "Who is here"};
    const std::string_view who_words = narrow ? "Here" : "Who is here";
    if (button(ui, in.cut_right(button_width(ui, who_words, who), metrics::l), who_words, who)) open_attendance(ui);
    if (!narrow && !view.children.empty()) {
        const LiveChild& first = view.children.front();
        avatar(ui, in.cut_left(48, metrics::m).pos(), 48, initials(full_name(*first.child)),
               child_hue(first.child->id));
    }
    const bool row = !narrow && in.w > 560;
    const float words_w = row ? std::min(280.0F, in.w * 0.4F) : in.w;
    const Rect words_at = in.cut_left(words_w, metrics::l);
    const float tags = tag_width(ui, view.session->lead);
    const float name_w = text(ui, {words_at.x, words_at.y}, say_names(ui, view),
                              {.type = Type::heading, .max_w = words_at.w - tags - 8, .heading = true});
    tag(ui, {words_at.x + name_w + 8, words_at.y + 4}, view.session->lead);
    text(ui, {words_at.x, words_at.y + 30}, view.where,
         {.type = Type::caption, .role = Role::ink_2, .max_w = words_at.w});
    if (row) draw_plan_row(self, ui, {in.x, in.y, in.w, 48});
}

void draw_next_strip(SessionScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Next");
    fill(ui, rect, Role::surface);
    fill(ui, {rect.x, rect.y, rect.w, 1}, Role::line);
    Rect in = rect.inset(metrics::page_pad, (rect.h - 48) / 2);
    const Block* next = self.view.next;
    const ButtonLook go{.kind = ButtonKind::tonal,
                        .icon = icon::arrow_right,
                        .height = metrics::button_large,
                        .enabled = next != nullptr,
                        .icon_after = true,
                        .tooltip = "N",
                        .name = "Next activity"};
    const bool narrow = rect.w < metrics::one_column_below_w;
    const std::string_view words = narrow ? "Next" : "Next activity";
    if (button(ui, in.cut_right(button_width(ui, words, go), metrics::s), words, go)) go_to_next(self, ui);
    const ButtonLook add{.icon = icon::plus, .height = metrics::button_large, .name = "Add activity"};
    const std::string_view add_words = narrow ? "Add" : "Add activity";
    if (button(ui, in.cut_right(button_width(ui, add_words, add), metrics::l), add_words, add))
        open_exchange(self, ui, {});
    if (!narrow) text_in(ui, in.cut_left(44, metrics::m), "Next", {.type = Type::section, .role = Role::primary});
    if (next == nullptr) {
        text_in(ui, in, "Nothing more is planned", {.role = Role::ink_2, .max_w = in.w});
        return;
    }
    const Activity* activity = ui.library->activity(next->activity);
    if (activity != nullptr) picture_of(ui, in.cut_left(48, metrics::m), *activity);
    const std::string minutes = std::to_string(next->minutes) + " min";
    const float minutes_w = text_width(ui, minutes) + metrics::m;
    const float title_w = text(ui, {in.x, in.y + 2}, next->title, {.type = Type::section, .max_w = in.w - minutes_w});
    text(ui, {in.x + title_w + metrics::m, in.y + 4}, minutes, {.role = Role::ink_2});
    text(ui, {in.x, in.y + 28}, say_ready(ui, *self.view.session, *next),
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w});
}

}  // namespace pegboard
