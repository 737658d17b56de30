#include "app/parts/disclosures.h"

#include <charconv>
#include <string>

#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

Place place_of(const Disclosure& entry) {
    Place place{.screen = Screen::reports,
                .child = entry.child,
                .detail = entry.report + ":again:" + std::to_string(entry.id.value)};
    if (const auto session = entry.choices.find("session"); session != entry.choices.end())
        std::from_chars(session->second.data(), session->second.data() + session->second.size(), place.session.value);
    return place;
}

float draw_entry(Ui& ui, Rect rect, const Disclosure& entry, std::optional<Place>& again) {
    const Scope scope(ui, entry.title, entry.id.value);
    const float link_w = link_width(ui, "Make again");
    if (link(ui, {rect.right() - link_w, rect.y}, "Make again", "Make again: " + entry.title)) again = place_of(entry);
    const float words_w = rect.w - link_w - metrics::m;
    float y = rect.y + text_wrapped(ui, {rect.x, rect.y, words_w, 0}, entry.title, {.type = Type::label});
    y += text_wrapped(ui, {rect.x, y, rect.w, 0}, "For " + entry.recipient + ": " + entry.reason);
    const Therapist* who = ui.caseload->therapist(entry.therapist);
    const std::string how = std::string(words(entry.way)) + " on " + say(entry.date) +
                            (who == nullptr ? std::string() : " by " + who->name);
    y += text_wrapped(ui, {rect.x, y, rect.w, 0}, how, {.type = Type::caption, .role = Role::ink_2});
    return y;
}

}  // namespace

float draw_disclosures(Ui& ui, Rect rect, ChildId child, std::optional<Place>& again) {
    const auto& all = ui.caseload->disclosures(child);
    if (all.empty())
        return rect.y + text_wrapped(ui, rect,
                                     "Nothing has left yet. A report that is saved or printed for somebody is listed "
                                     "here, with who got it and why.",
                                     {.role = Role::ink_2});
    float y = rect.y;
    for (const Disclosure& entry : all) {
        if (&entry != &all.front()) {
            divider(ui, {rect.x, y + metrics::s}, rect.w);
            y += 2 * metrics::s;
        }
        y = draw_entry(ui, {rect.x, y, rect.w, 0}, entry, again);
    }
    return y;
}

}  // namespace pegboard
