// What drawing carries along: rectangles, navigation, letters to the core, drafts and toasts. It
// refuses to draw.
#include "app/ui.h"

#include <glib.h>

#include <algorithm>
#include <array>

namespace pegboard {

Rect Rect::cut_top(float height, float gap) {
    const Rect taken{x, y, w, height};
    y += height + gap;
    h -= height + gap;
    return taken;
}
Rect Rect::cut_bottom(float height, float gap) {
    const Rect taken{x, bottom() - height, w, height};
    h -= height + gap;
    return taken;
}
Rect Rect::cut_left(float width, float gap) {
    const Rect taken{x, y, width, h};
    x += width + gap;
    w -= width + gap;
    return taken;
}
Rect Rect::cut_right(float width, float gap) {
    const Rect taken{right() - width, y, width, h};
    w -= width + gap;
    return taken;
}

// ---------------------------------------------------------------- Navigator
void Navigator::go(Place place) {
    wants_back_ = turns_ = false;
    wanted_ = std::move(place);
}
void Navigator::turn(Place place) {
    go(std::move(place));
    turns_ = true;
}
void Navigator::back() {
    wanted_.reset();
    turns_ = false;
    wants_back_ = true;
}
const Place* Navigator::newest(Screen screen) const {
    for (auto at = stack_.rbegin(); at != stack_.rend(); ++at)
        if (at->screen == screen) return &*at;
    return nullptr;
}
const Place* Navigator::before(Screen screen) const {
    for (auto at = stack_.rbegin(); at != stack_.rend(); ++at)
        if (at->screen != screen) return &*at;
    return nullptr;
}
void Navigator::apply() {
    constexpr std::size_t remembered = 50;
    if (std::exchange(wants_back_, false) && can_go_back()) stack_.pop_back();
    if (!wanted_) return;
    if (std::exchange(turns_, false)) {
        stack_.back() = std::move(*wanted_);
    } else if (*wanted_ != here()) {
        if (stack_.size() >= remembered) stack_.erase(stack_.begin());
        stack_.push_back(std::move(*wanted_));
    }
    wanted_.reset();
}

// ---------------------------------------------------------------- Outbox
void Outbox::send(Command command, Done done) { letters_.push_back({std::move(command), std::move(done)}); }
std::vector<Outbox::Letter> Outbox::take() { return std::exchange(letters_, {}); }

// ---------------------------------------------------------------- Drafts
namespace {
constexpr double keep_after_s = 2.0;
constexpr std::size_t keep_after_typed = 40;
constexpr double not_stamped = -1.0;  // keep() knows the time, set() does not
}  // namespace

const std::string* Drafts::find(std::string_view name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? nullptr : &found->second;
}

void Drafts::set(std::string_view name, std::string text) {
    std::string& held = texts_[std::string(name)];
    const auto [entry, fresh] = dirty_.try_emplace(std::string(name), Dirty{not_stamped, 0, false});
    const std::size_t longer = std::max(held.size(), text.size()), shorter = std::min(held.size(), text.size());
    entry->second.typed += std::max<std::size_t>(1, longer - shorter);
    entry->second.drop = false;
    held = std::move(text);
}

void Drafts::drop(std::string_view name) {
    refuse(name, false);
    const auto found = texts_.find(name);
    if (found == texts_.end()) return;
    texts_.erase(found);
    Dirty& dirty = dirty_.try_emplace(std::string(name), Dirty{not_stamped, 0, true}).first->second;
    dirty.drop = true;
}

void Drafts::drop_prefix(std::string_view prefix) {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts_)
        if (name.starts_with(prefix)) names.push_back(name);
    for (const std::string& name : names) drop(name);
}

bool Drafts::has_prefix(std::string_view prefix) const {
    const auto found = texts_.lower_bound(prefix);
    return found != texts_.end() && found->first.starts_with(prefix);
}

std::string Drafts::text(std::string_view name, std::string_view otherwise) const {
    const std::string* held = find(name);
    return held != nullptr ? *held : std::string(otherwise);
}

void Drafts::refuse(std::string_view name, bool refused) {
    if (refused)
        refused_.emplace(name);
    else if (const auto found = refused_.find(name); found != refused_.end())
        refused_.erase(found);
}

void Drafts::load(const std::map<std::string, std::string, std::less<>>& stored) {
    texts_ = stored;
    dirty_.clear();
    std::erase_if(refused_, [&](const std::string& name) { return !texts_.contains(name); });
}

void Drafts::put_away() {
    texts_.clear();
    dirty_.clear();
}

Status Drafts::keep(Caseload& caseload, double time_s, bool all) {
    for (auto entry = dirty_.begin(); entry != dirty_.end();) {
        Dirty& dirty = entry->second;
        if (dirty.since_s < 0) dirty.since_s = time_s;
        const bool due = all || dirty.drop || dirty.typed >= keep_after_typed || time_s - dirty.since_s >= keep_after_s;
        if (!due) {
            ++entry;
            continue;
        }
        const std::string* text = find(entry->first);
        Status kept = text != nullptr ? caseload.keep_draft(entry->first, *text) : caseload.drop_draft(entry->first);
        if (!kept) {
            // Tried again after the usual wait, not in every frame.
            for (auto& [name, waiting] : dirty_) waiting = {time_s, 0, false};
            return kept;
        }
        entry = dirty_.erase(entry);
    }
    return {};
}

std::optional<double> Drafts::next_due_s() const {
    std::optional<double> soonest;
    for (const auto& [name, dirty] : dirty_) {
        const double due = dirty.since_s < 0 ? 0.0 : dirty.since_s + keep_after_s;
        if (!soonest || due < *soonest) soonest = due;
    }
    return soonest;
}

// ---------------------------------------------------------------- Toasts, names, time
void Toasts::show(std::string words, bool undo) { wanted = Toast{std::move(words), undo, 0, false}; }
void Toasts::warn(std::string words) { wanted = Toast{std::move(words), false, 0, true}; }
void Toasts::tell(const Status& status, std::string words) {
    if (status)
        show(std::move(words), true);
    else
        warn(status.error().message);
}

void Ui::wake_in(double seconds) {
    const double at = clock.time_s + seconds;
    if (wake_s < 0 || at < wake_s) wake_s = at;
}

std::string initials(std::string_view name) {
    std::vector<gunichar> firsts;
    bool word_begins = true;
    for (const char* at = name.data(); at < name.data() + name.size();) {
        const gunichar letter = g_utf8_get_char_validated(at, name.data() + name.size() - at);
        if (letter >= 0xFFFFFFFEU) break;  // not UTF-8
        if (word_begins && g_unichar_isalnum(letter)) {
            firsts.push_back(g_unichar_toupper(letter));
            word_begins = false;
        }
        if (g_unichar_isspace(letter) || letter == '-') word_begins = true;
        at = g_utf8_next_char(at);
    }
    if (firsts.empty()) return {};
    std::string letters;
    const auto append = [&](gunichar letter) {
        std::array<char, 6> bytes{};
        letters.append(bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(letter, bytes.data())));
    };
    append(firsts.front());
    if (firsts.size() > 1) append(firsts.back());
    return letters;
}

namespace {
bool initials_only(const Ui& ui) { return ui.caseload != nullptr && ui.caseload->practice().initials_only; }
}  // namespace

std::string shown_name(const Ui& ui, const Child& child) {
    return initials_only(ui) ? initials(full_name(child)) : full_name(child);
}
std::string shown_call_name(const Ui& ui, const Child& child) {
    return initials_only(ui) ? initials(full_name(child)) : call_name(child);
}

Hue child_hue(ChildId id) {
    return static_cast<Hue>(static_cast<std::uint64_t>(id.value) % static_cast<std::uint64_t>(Hue::count));
}

}  // namespace pegboard
