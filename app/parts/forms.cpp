#include "app/parts/forms.h"

#include <charconv>

namespace pegboard {

void draw_warnings(Ui& ui, Flow& flow, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::warn, line, {}, &height);
        flow.grew(at.y + height);
    }
}

std::optional<std::int64_t> draft_number(const Ui& ui, std::string_view name) {
    const std::string* kept = ui.drafts->find(name);
    if (!kept) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(kept->data(), kept->data() + kept->size(), value);
    if (error != std::errc() || end != kept->data() + kept->size()) return std::nullopt;
    return value;
}

void put_number(Ui& ui, std::string_view name, std::int64_t value) { ui.drafts->set(name, std::to_string(value)); }

int draft_index(const Ui& ui, std::string_view name, int count, int otherwise) {
    const auto kept = draft_number(ui, name);
    return kept && *kept >= 0 && *kept < count ? static_cast<int>(*kept) : otherwise;
}

std::string draft_text(const Ui& ui, std::string_view name) { return trimmed(ui.drafts->text(name)); }

}  // namespace pegboard
