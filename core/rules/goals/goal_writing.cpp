#include "core/rules/goals/goal_writing.h"

#include <algorithm>
#include <array>

#include "core/model/first_letter.h"
#include "core/progress/measure.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/typed/units.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

constexpr std::string_view opening = "By {by}, {child} will ";

/// The parts of a template's text in order: plain words, or the name of a slot without its braces.
template <class Each>
void each_piece(std::string_view text, Each&& each) {
    while (!text.empty()) {
        const auto open = text.find('{');
        if (open > 0) each(text.substr(0, open), false);
        if (open == std::string_view::npos) return;
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) return;
        each(text.substr(open + 1, close - open - 1), true);
        text.remove_prefix(close + 1);
    }
}

SentencePart slot_part(GoalSlot slot, std::string words, std::string_view wanted) {
    const bool filled = !words.empty();
    return {slot, filled ? std::move(words) : std::string(wanted), filled};
}

std::string say_ratio(const GoalSlots& slots) {
    if (slots.of <= 0) return {};
    return std::to_string(slots.n) + " of " + std::to_string(slots.of);
}

/// What the template's slot `name` becomes; {n} of {of} are one slot and appear at {n}.
std::optional<SentencePart> part_of(std::string_view name, const GoalSlots& slots) {
    if (name == "by") return slot_part(GoalSlot::by, slots.by ? say(*slots.by) : std::string{}, "a date");
    if (name == "child") return slot_part(GoalSlot::child, slots.child, "the child");
    if (name == "target") return slot_part(GoalSlot::target, slots.target, "what, how much or how far");
    if (name == "assist")
        return slot_part(GoalSlot::assist, say_help(slots.assist_level, slots.prompt_level), "what help");
    if (name == "n") return slot_part(GoalSlot::ratio, say_ratio(slots), "how many of how many");
    return std::nullopt;
}

void add_words(std::vector<SentencePart>& parts, std::string_view words) {
    if (words.empty()) return;
    if (!parts.empty() && parts.back().slot == GoalSlot::none)
        parts.back().words += words;
    else
        parts.push_back({GoalSlot::none, std::string(words), true});
}

std::string joined(const std::vector<SentencePart>& parts) {
    std::string all;
    for (const SentencePart& part : parts) all += part.filled ? part.words : "[" + part.words + "]";
    return all;
}

constexpr std::string_view ratio_slot = "{n} of {of}";

/// The place of the words that tell the ratio: " in {n} of {of} tries." or " on {n} of {of} days."
std::size_t tail_at(std::string_view text) {
    const auto ratio = text.find("{n} of {of}");
    if (ratio == std::string_view::npos || ratio < 4) return text.size();
    return ratio - 4;
}

bool in_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

/// The first number of `words` and what follows it.
struct Numbered {
    double value = 0;
    std::string_view unit;
};
std::optional<Numbered> first_number(std::string_view words) {
    const auto begin = std::ranges::find_if(words, [](char c) { return c >= '0' && c <= '9'; });
    if (begin == words.end()) return std::nullopt;
    const auto end = std::find_if_not(begin, words.end(), in_number);
    Numbered found;
    double place = 0;
    for (auto at = begin; at != end; ++at) {
        if (*at == '.')
            place = place == 0 ? 1 : place;
        else if (place == 0)
            found.value = found.value * 10 + (*at - '0');
        else
            found.value += (*at - '0') * (place /= 10);
    }
    const auto after = std::string_view(end, words.end());
    const auto unit = after.find_first_not_of(" -");
    found.unit = unit == std::string_view::npos ? std::string_view{} : after.substr(unit);
    return found;
}

bool begins_word(std::string_view text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    const char next = text.size() > word.size() ? text[word.size()] : ' ';
    return next < 'a' || next > 'z';
}

/// How many of the measure's unit one of `unit` is; nothing for another kind of unit.
std::optional<double> scale_of(std::string_view measure, std::string_view unit) {
    struct Scale {
        std::string_view kind, word;
        double times;
    };
    static constexpr std::array scales{
        Scale{"s", "seconds", 1},   Scale{"s", "second", 1}, Scale{"s", "s", 1},       Scale{"s", "minutes", 60},
        Scale{"s", "minute", 60},   Scale{"s", "min", 60},   Scale{"cm", "cm", 1},     Scale{"cm", "m", 100},
        Scale{"cm", "metres", 100}, Scale{"cm", "mm", 0.1},  Scale{"mm", "mm", 1},     Scale{"mm", "cm", 10},
        Scale{"cm", "meters", 100}, Scale{"%", "%", 1},      Scale{"%", "percent", 1}, Scale{"s", "hours", 3600},
        Scale{"s", "hour", 3600},
    };
    const auto last = measure.rfind('_');
    std::string_view kind = last == std::string_view::npos ? std::string_view{} : measure.substr(last + 1);
    if (kind == "pct") kind = "%";
    const bool has_unit = kind == "s" || kind == "cm" || kind == "mm" || kind == "%";
    bool other_unit = begins_word(unit, "ml");
    for (const Scale& scale : scales) {
        if (!begins_word(unit, scale.word)) continue;
        if (scale.kind == kind) return scale.times;
        other_unit = true;
    }
    if (unit.empty() || (!has_unit && !other_unit)) return 1;
    return std::nullopt;
}

}  // namespace

std::string ratio_noun(const GoalTemplate& goal) {
    const auto at = goal.text.find(ratio_slot);
    if (at == std::string::npos) return {};
    const std::string_view rest = std::string_view(goal.text).substr(at + ratio_slot.size());
    const auto begin = rest.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(rest.substr(begin, rest.find_first_of(".,;", begin) - begin));
}

std::string say_sessions(int in_row, int met, int of) {
    if (of > 0) return "in " + std::to_string(met) + " of " + std::to_string(of) + " sessions";
    return in_row > 1 ? std::to_string(in_row) + " sessions in a row" : std::string();
}

std::string say_help(int assist_level, std::optional<int> prompt_level) {
    std::string help(progress::assist_words(assist_level));
    if (!prompt_level) return help;
    const std::string prompt(progress::prompt_words(*prompt_level));
    if (assist_level == 0) return *prompt_level == 0 ? "no help and no prompts" : prompt;
    return help + " and " + prompt;
}

const GoalTemplate& blank_goal_template() {
    static const GoalTemplate blank = [] {
        GoalTemplate made;
        made.measure = "trials";
        made.text = "By {by}, {child} will {target} with {assist} in {n} of {of} tries.";
        made.n = 4;
        made.of = 5;
        made.sessions_in_row = 3;
        made.weeks = 10;
        return made;
    }();
    return blank;
}

GoalSlots usual_slots(const GoalTemplate& goal, const std::string& child, Date start) {
    GoalSlots slots;
    slots.child = child;
    if (!goal.targets.empty()) slots.target = goal.targets.front();
    slots.n = goal.n;
    slots.of = goal.of;
    slots.in_row = goal.sessions_in_row;
    slots.sessions_met = goal.sessions_met;
    slots.sessions_of = goal.sessions_of;
    slots.by = start + 7 * goal.weeks;
    return slots;
}

namespace {

/// True when the slots count something else than the template does.
bool counts_otherwise(const GoalTemplate& goal, const GoalSlots& slots) {
    return !slots.ratio_noun.empty() && slots.ratio_noun != ratio_noun(goal);
}

/// The words behind the ratio with what the slots count.
std::string with_noun(std::string_view words, const GoalTemplate& goal, const GoalSlots& slots) {
    if (!counts_otherwise(goal, slots)) return std::string(words);
    const std::string noun = ratio_noun(goal);
    const auto at = words.find(noun);
    if (at == std::string_view::npos) return std::string(words);
    return std::string(words.substr(0, at)) + slots.ratio_noun + std::string(words.substr(at + noun.size()));
}

/// "on 4 of 5 mornings", but "in 4 of 5 sessions".
void put_in_before_ratio(std::vector<SentencePart>& parts) {
    const auto ratio = std::ranges::find(parts, GoalSlot::ratio, &SentencePart::slot);
    if (ratio == parts.end() || ratio == parts.begin()) return;
    std::string& before = std::prev(ratio)->words;
    if (before.ends_with(" on ")) before.replace(before.size() - 4, 4, " in ");
}

}  // namespace

std::vector<SentencePart> sentence_parts(const GoalTemplate& goal, const GoalSlots& slots) {
    std::vector<SentencePart> parts;
    each_piece(goal.text, [&](std::string_view piece, bool is_slot) {
        if (is_slot) {
            if (piece == "of") return;  // said together with {n}
            if (piece == "child" && !slots.condition.empty()) {
                parts.push_back({GoalSlot::condition, slots.condition, true});
                add_words(parts, ", ");
            }
            if (auto part = part_of(piece, slots)) parts.push_back(std::move(*part));
            return;
        }
        const bool after_ratio = !parts.empty() && parts.back().slot == GoalSlot::ratio;
        if (after_ratio && piece == " of ") return;
        add_words(parts, after_ratio ? with_noun(piece, goal, slots) : std::string(piece));
    });
    if (counts_otherwise(goal, slots)) put_in_before_ratio(parts);
    std::string sessions = say_sessions(slots.in_row, slots.sessions_met, slots.sessions_of);
    if (!sessions.empty() && !parts.empty() && parts.back().words.ends_with('.')) {
        parts.back().words.back() = ',';
        parts.back().words += ' ';
        parts.push_back({GoalSlot::in_row, std::move(sessions), true});
        add_words(parts, ".");
    }
    return parts;
}

std::string write_goal(const GoalTemplate& goal, const GoalSlots& slots) { return joined(sentence_parts(goal, slots)); }

std::string write_goal_for_family(const GoalTemplate& goal, const GoalSlots& slots) {
    const std::string_view text = goal.text;
    if (!text.starts_with(opening)) return write_goal(goal, slots);
    const auto tail = tail_at(text);
    GoalTemplate body;
    body.text = std::string(text.substr(opening.size(), tail - opening.size()));
    while (body.text.ends_with(',') || body.text.ends_with(' ')) body.text.pop_back();
    GoalTemplate ratio;
    ratio.text = std::string(text.substr(std::min(tail + 1, text.size())));
    GoalSlots numbers = slots;
    numbers.in_row = numbers.sessions_met = numbers.sessions_of = 0;
    std::string words =
        (slots.child.empty() ? "Your child" : slots.child) + " is learning to " + joined(sentence_parts(body, slots));
    if (!slots.condition.empty()) words += ", " + slots.condition;
    words += ".";
    words += " We hope to see it " + joined(sentence_parts(ratio, numbers));
    if (slots.by) {
        words.pop_back();
        words += ", by " + say(*slots.by) + ".";
    }
    return words;
}

std::string goal_title(const GoalTemplate& goal, const GoalSlots& slots, const Library& library) {
    const Skill* skill = library.skill(goal.skill);
    // Own words are the goal's name, whatever skill they are filed under.
    if (skill == nullptr || (goal.id.empty() && !slots.target.empty())) return with_capital(slots.target);
    return slots.target.empty() ? skill->short_name : skill->short_name + ": " + slots.target;
}

std::optional<double> read_target(std::string_view measure, std::string_view words, std::optional<double> baseline) {
    if (measure == "trials" || progress::measure_rule(measure) == nullptr) return std::nullopt;
    std::vector<SaidRange> ranges;
    const std::string folded = goal_ranges::reached_from(fold(words), measure, ranges);
    const auto number = first_number(folded);
    // Only a time or a distance has units that tell it from other numbers: "one chosen garment" is no rating.
    const bool has_units = measure.ends_with("_s") || measure == "distance_cm";
    if (!number) {
        if (!has_units) return std::nullopt;
        const auto written_out = read_sentence(words, measure).values;
        return written_out.size() == 1 ? std::optional(written_out.front()) : std::nullopt;
    }
    const bool from_own_start = folded.starts_with("own ") && begins_word(number->unit, "%");
    if (from_own_start) {
        if (!baseline) return std::nullopt;
        const bool less = folded.find(" less ") != std::string::npos;
        return *baseline * (1 + (less ? -1 : 1) * number->value / 100);
    }
    if (measure.ends_with("_pct") && folded.starts_with("all ")) return 100;
    if (measure.ends_with("_pct") && number->unit.starts_with("of ")) {
        const auto whole = first_number(number->unit);
        return whole && whole->value > 0 ? std::optional(100 * number->value / whole->value) : std::nullopt;
    }
    const auto scale = scale_of(measure, number->unit);
    if (scale) return number->value * *scale;
    if (!has_units) return std::nullopt;
    // "sit on 2 cushions for five minutes": the only number that is one of the measure.
    const auto others = read_sentence(words, measure).values;
    return others.size() == 1 ? std::optional(others.front()) : std::nullopt;
}

std::string say_target(std::string_view measure, double value) {
    if (measure.ends_with("_s")) {
        if (value >= 120 && value / 60 == static_cast<int>(value / 60))
            return progress::say_plain(value / 60) + " minutes";
        return progress::say_plain(value) + (value == 1 ? " second" : " seconds");
    }
    if (measure == "distance_cm") return units::say_length(value);
    return progress::say_value(measure, value);
}

std::optional<double> target_value(const GoalTemplate& goal, const GoalSlots& slots, std::optional<double> baseline) {
    if (goal.measure == "assist") return slots.assist_level;
    const auto known = std::ranges::find(goal.targets, slots.target);
    const auto place = static_cast<std::size_t>(known - goal.targets.begin());
    if (place < goal.values.size()) return goal.values[place];
    return read_target(goal.measure, slots.target, baseline);
}

Goal goal_from(Goal goal, const GoalTemplate& from, const GoalSlots& slots, const Library& library) {
    goal.title = goal_title(from, slots, library);
    goal.sentence = write_goal(from, slots);
    goal.condition = slots.condition;
    goal.target_words = slots.target;
    goal.bank_goal = from.id;
    if (const Skill* skill = library.skill(from.skill)) {
        goal.skill = skill->id;
        if (const auto discipline = from_key<Discipline>(fold(skill->discipline))) goal.discipline = *discipline;
    }
    goal.measure = from.measure;
    goal.target = target_value(from, slots, baseline_level(goal));
    goal.successes = slots.n;
    goal.attempts = slots.of;
    goal.ratio_noun = slots.ratio_noun.empty() ? ratio_noun(from) : slots.ratio_noun;
    goal.sessions_in_row = slots.in_row;
    goal.sessions_met = slots.sessions_met;
    goal.sessions_of = slots.sessions_of;
    goal.assist_level = slots.assist_level;
    goal.prompt_max = slots.prompt_level;
    goal.due = slots.by;
    return goal;
}

}  // namespace pegboard
