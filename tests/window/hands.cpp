// Hands and eyes: see the header.
#include "tests/window/hands.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

namespace pegboard::test {
namespace {

constexpr double patience_s = 60;  // of a very busy machine; a quiet one answers within a frame
constexpr double still_s = 0.1;
constexpr double under_way_s = 0.4;
constexpr double heard_s = 1;  // by then every key has made the program draw

bool stands_in(const WidgetInfo& widget, std::string_view scope) {
    return scope.empty() ||
           (" > " + widget.scope + " > ").find(" > " + std::string(scope) + " > ") != std::string::npos;
}

WidgetInfo read_line(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    cells.resize(18);
    const auto number = [&](std::size_t i) { return std::strtof(cells[i].c_str(), nullptr); };
    WidgetInfo widget;
    widget.role = static_cast<WidgetRole>(std::atoi(cells[0].c_str()));
    widget.id = static_cast<ImGuiID>(std::strtoul(cells[1].c_str(), nullptr, 10));
    widget.enabled = cells[2] == "1";
    widget.selected = cells[3] == "1";
    widget.focused = cells[4] == "1";
    widget.scrolls = cells[5] == "1";
    widget.layer = std::atoi(cells[6].c_str());
    widget.min = {number(7), number(8)};
    widget.max = {number(9), number(10)};
    widget.clip_min = {number(11), number(12)};
    widget.clip_max = {number(13), number(14)};
    widget.scope = cells[15];
    widget.label = cells[16];
    widget.value = cells[17];
    return widget;
}

ImVec2 middle(const WidgetInfo& widget) {
    return {(std::max(widget.min.x, widget.clip_min.x) + std::min(widget.max.x, widget.clip_max.x)) / 2,
            (std::max(widget.min.y, widget.clip_min.y) + std::min(widget.max.y, widget.clip_max.y)) / 2};
}

}  // namespace

Hands::Hands(fs::path eyes) : eyes_(std::move(eyes)) {
    for (const double until = now_s() + 2 * patience_s; window_.empty() && now_s() < until; rest(0.1))
        window_ = output_of("xdotool search --onlyvisible --name '^Pegboard$' 2>/dev/null | tail -n 1");
    if (window_.empty()) throw HandsFailure("No window appears. " + bytes_of(eyes_ / "stderr"));
    send("windowfocus --sync " + window_);
    until([&] { return !widgets_.empty(); }, "Nothing is drawn.");
    settle();
}

void Hands::send(const std::string& command) const {
    if (std::system(("xdotool " + command).c_str()) != 0) throw HandsFailure("xdotool " + command + " does not work.");
}

bool Hands::look() {
    std::error_code error;
    const auto written = fs::last_write_time(eyes_ / "told", error);
    if (error || written == seen_) return false;
    seen_ = written;
    widgets_.clear();
    std::ifstream in(eyes_ / "told");
    for (std::string line; std::getline(in, line);) widgets_.push_back(read_line(line));
    return true;
}

void Hands::heard() {
    for (const double most = now_s() + heard_s; !look() && now_s() < most;) rest(0.005);
    settle();
}

void Hands::settle() {
    double quiet_since = now_s();
    const double most = now_s() + 1.5;  // a caret blinks for ever
    while (now_s() - quiet_since < still_s && now_s() < most) {
        if (look()) quiet_since = now_s();
        rest(0.01);
    }
}

void Hands::until(const std::function<bool()>& right, const std::string& otherwise) {
    for (const double most = now_s() + patience_s; now_s() < most; rest(0.02)) {
        look();
        if (right()) return;
    }
    throw HandsFailure(otherwise + "\n--- on screen ---\n" + transcript());
}

// ---------------------------------------------------------------- keys

Hands& Hands::key(const std::string& keys) {
    look();
    send("key --clearmodifiers " + keys);
    heard();
    return *this;
}

Hands& Hands::type(const std::string& words) {
    look();
    send("type --clearmodifiers --delay 15 -- " + quoted(words));
    heard();
    return *this;
}

void Hands::type_at_once(const std::string& words) { send("type --clearmodifiers --delay 0 -- " + quoted(words)); }

void Hands::type_on(const std::string& words, int letter_ms) {
    const std::string delay = std::to_string(letter_ms);
    typed_ = words;
    typist_ = ::fork();
    if (typist_ != 0) return;
    ::execlp("xdotool", "xdotool", "type", "--clearmodifiers", "--delay", delay.c_str(), "--", words.c_str(), nullptr);
    ::_exit(127);
}

void Hands::stop_typing() {
    if (typist_ <= 0) return;
    ::kill(typist_, SIGKILL);
    ::waitpid(typist_, nullptr, 0);
    typist_ = -1;
    // It may have died with a finger on a key, and a key that is down cannot be pressed.
    std::string lifted;
    for (const char letter : std::set(typed_.begin(), typed_.end()))
        lifted += letter == ' ' ? std::string(" space") : std::string(" ") + letter;
    [[maybe_unused]] const int done = std::system(("xdotool keyup" + lifted).c_str());
}

Hands& Hands::retype(const std::string& words) { return key("ctrl+a").type(words); }

bool Hands::rests_on(std::string_view label) {
    for (const double until = now_s() + under_way_s; now_s() < until; rest(0.01))
        if (const std::string now = focused(); !now.empty() && now != label) return false;
    return focused() == label;
}

Hands& Hands::reach(std::string_view label, int most) {
    bool slowly = false;
    for (int i = 0; i < most; ++i) {
        if (focused() == label) {
            if (rests_on(label)) return *this;
            // A Tab that a busy machine had not taken yet carried the keyboard past it: once more round.
            settle();
            if (!std::exchange(slowly, true)) i = 0;
        }
        const std::string before = focused();
        send("key --clearmodifiers Tab");
        // Between two stops nothing has the keyboard for a frame.
        const auto arrived = [&] { return !focused().empty() && focused() != before; };
        for (const double until = now_s() + heard_s; !arrived() && now_s() < until;) rest(0.005);
        if (slowly) settle();
    }
    settle();
    if (focused() != label)
        throw HandsFailure("Tab does not reach \"" + std::string(label) + "\".\n--- on screen ---\n" + transcript());
    return *this;
}

Hands& Hands::walk(std::string_view label, const std::string& step, int most) {
    const auto there = [&] {
        return std::any_of(widgets_.begin(), widgets_.end(), [&](const WidgetInfo& widget) {
            return widget.label == label && (widget.selected || widget.focused);
        });
    };
    for (int i = 0; i < most && !there(); ++i) key(step);
    if (!there())
        throw HandsFailure(step + " does not reach \"" + std::string(label) + "\".\n--- on screen ---\n" +
                           transcript());
    return *this;
}

// ---------------------------------------------------------------- mouse

Hands& Hands::in(std::string_view scope) {
    scope_ = scope;
    return *this;
}

std::vector<const WidgetInfo*> Hands::matching(std::string_view label, const WidgetRole* role) const {
    int top = 0;
    for (const WidgetInfo& widget : widgets_) top = std::max(top, widget.layer);
    std::vector<const WidgetInfo*> found;
    for (const WidgetInfo& widget : widgets_)
        if (widget.label == label && widget.id != 0 && stands_in(widget, scope_) &&
            (widget.layer == top || widget.scope == "Toast") && (role == nullptr || widget.role == *role))
            found.push_back(&widget);
    return found;
}

void Hands::press(std::string_view label, const WidgetRole* role) {
    const std::string name = "\"" + std::string(label) + "\"";
    until([&] { return matching(label, role).size() == 1 && matching(label, role).front()->enabled; },
          "Not exactly one enabled control reads " + name + ".");
    const auto out_of_sight = [&](const WidgetInfo& widget) {
        const float y = (widget.min.y + widget.max.y) / 2;
        return y < widget.clip_min.y ? -1 : y > widget.clip_max.y ? 1 : 0;
    };
    const auto move_to = [&](ImVec2 at) {
        send("mousemove --window " + window_ + " " + std::to_string(static_cast<int>(at.x)) + " " +
             std::to_string(static_cast<int>(at.y)));
        settle();
    };
    for (int tries = 0; tries < 60; ++tries) {
        const auto all = matching(label, role);
        if (all.size() != 1) break;
        const WidgetInfo widget = *all.front();
        const int where = out_of_sight(widget);
        if (where == 0) {
            move_to(middle(widget));
            const auto now = matching(label, role);
            if (now.size() != 1 || now.front()->min.y != widget.min.y) continue;  // a dialog that still finds its place
            send("click 1");
            heard();
            scope_.clear();
            return;
        }
        move_to({(widget.clip_min.x + widget.clip_max.x) / 2, (widget.clip_min.y + widget.clip_max.y) / 2});
        send(where < 0 ? "click 4" : "click 5");
        settle();
    }
    throw HandsFailure(name + " cannot be brought into sight.\n--- on screen ---\n" + transcript());
}

Hands& Hands::click(std::string_view label) { return press(label, nullptr), *this; }
Hands& Hands::click(std::string_view label, WidgetRole role) { return press(label, &role), *this; }

// ---------------------------------------------------------------- eyes

bool Hands::sees(std::string_view words) {
    look();
    return std::any_of(widgets_.begin(), widgets_.end(), [&](const WidgetInfo& widget) {
        return widget.label.find(words) != std::string::npos || widget.value.find(words) != std::string::npos;
    });
}

Hands& Hands::see(std::string_view words) {
    until([&] { return sees(words); }, "\"" + std::string(words) + "\" is not on screen.");
    return *this;
}

Hands& Hands::not_see(std::string_view words) {
    until([&] { return !sees(words); }, "\"" + std::string(words) + "\" is on screen.");
    return *this;
}

std::string Hands::focused() {
    look();
    std::string found;  // a field that is being typed into stands for what the arrows last stood on
    for (const WidgetInfo& widget : widgets_) {
        const bool field = widget.role == WidgetRole::field || widget.role == WidgetRole::note;
        if (widget.focused && (found.empty() || field)) found = widget.label;
    }
    return found;
}

std::string Hands::first_that_starts(std::string_view beginning) {
    std::string found;
    until(
        [&] {
            for (const WidgetInfo& widget : widgets_)
                if (widget.id != 0 && widget.layer == 0 && widget.label.starts_with(beginning)) {
                    found = widget.label;
                    return true;
                }
            return false;
        },
        "Nothing begins with \"" + std::string(beginning) + "\".");
    return found;
}

const WidgetInfo* Hands::find_value(std::string_view label, std::string_view scope) const {
    for (const WidgetInfo& widget : widgets_)
        if (widget.label == label && widget.id != 0 && stands_in(widget, scope)) return &widget;
    return nullptr;
}

std::string Hands::value(std::string_view label) {
    const std::string scope = std::exchange(scope_, {});
    until([&] { return find_value(label, scope) != nullptr; }, "\"" + std::string(label) + "\" is not there.");
    return find_value(label, scope)->value;
}

Hands& Hands::reads(std::string_view label, std::string_view words) {
    const std::string scope = std::exchange(scope_, {});
    const auto right = [&] {
        const WidgetInfo* found = find_value(label, scope);
        return found != nullptr && found->value == words;
    };
    until(right, "\"" + std::string(label) + "\" does not read \"" + std::string(words) + "\".");
    return *this;
}

Hands& Hands::holds(std::string_view label, std::string_view words) {
    const std::string scope = std::exchange(scope_, {});
    const auto right = [&] {
        const WidgetInfo* found = find_value(label, scope);
        return found != nullptr && found->value.find(words) != std::string::npos;
    };
    until(right, "\"" + std::string(label) + "\" does not hold \"" + std::string(words) + "\".");
    return *this;
}

std::string Hands::transcript() {
    std::string out, scope = "?";
    for (const WidgetInfo& widget : widgets_) {
        if (widget.scope != scope) out += "[" + (scope = widget.scope) + "]\n";
        out += "  \"" + widget.label + "\"" + (widget.value.empty() ? "" : " = \"" + widget.value + "\"") +
               (widget.focused ? " focused" : "") + (widget.enabled ? "" : " disabled") + "\n";
    }
    return out;
}

void Hands::picture(const fs::path& file) {
    fs::create_directories(file.parent_path());
    settle();
    if (std::system(("import -window " + window_ + " " + quoted(file.string())).c_str()) != 0)
        throw HandsFailure("No picture could be made.");
}

}  // namespace pegboard::test
