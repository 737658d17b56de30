// What the points of a session say beside its value: the help that was noted, entry by entry, and what was typed with
// them. It refuses to call help that nobody noted "no help".
#include <algorithm>
#include <map>
#include <utility>

#include "core/progress/chart/goal_data.h"
#include "core/progress/help_limit.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

using progress::SessionValue;

/// What is gathered of one session, or of one day outside sessions.
struct Gathered {
    SessionBeside beside;
    const DataPoint* first = nullptr;  ///< the first entry of which help was noted
};
using OneTime = std::pair<std::int64_t, int>;

OneTime one_time(SessionId session, Date date) { return {session.value, session ? 0 : date.day}; }

/// Help is noted by its level, or by saying that a try was done with help.
bool notes_help(const DataPoint& point) { return point.assist || point.prompt || point.kind == PointKind::with_help; }

void add_help(Gathered& to, const DataPoint& point) {
    SessionHelp& help = to.beside.help;
    if (to.first == nullptr) to.first = &point;
    ++help.noted;
    const bool said = point.assist.value_or(0) > progress::own_equipment || point.prompt.value_or(0) > 0;
    const bool unsaid = !said && point.kind == PointKind::with_help;
    help.helped += said || unsaid ? 1 : 0;
    help.unsaid += unsaid ? 1 : 0;
    const bool as_first = (point.kind == PointKind::with_help) == (to.first->kind == PointKind::with_help);
    help.alike = help.alike && as_first && point.assist == to.first->assist && point.prompt == to.first->prompt;
    if (point.assist) help.assist = std::max(help.assist.value_or(0), *point.assist);
    if (point.prompt) help.prompt = std::max(help.prompt.value_or(0), *point.prompt);
}

/// As short as a column of the table; where entries differ how many of them had help.
std::string say_noted_help(const SessionHelp& help) {
    if (help.alike || help.helped == 0) return say_most(help);
    return "help in " + std::to_string(help.helped) + " of " + std::to_string(help.noted);
}

}  // namespace

std::vector<SessionBeside> beside_values(const progress::Criterion& criterion, std::span<const DataPoint> points,
                                         std::span<const SessionValue> values) {
    std::map<OneTime, Gathered> gathered;
    for (const DataPoint& point : points) {
        if (!point.valid) continue;
        const bool counts =
            point.kind != PointKind::attainment && (point.measure.empty() || point.measure == criterion.measure);
        const bool noted = counts && notes_help(point);
        if (!noted && point.note.empty()) continue;
        Gathered& to = gathered[one_time(point.session, point.date)];
        if (noted) add_help(to, point);
        if (!point.note.empty()) to.beside.note += (to.beside.note.empty() ? "" : " ") + point.note;
    }
    std::vector<SessionBeside> beside;
    beside.reserve(values.size());
    for (const SessionValue& value : values) {
        const auto found = gathered.find(one_time(value.session, value.date));
        beside.push_back(found == gathered.end() ? SessionBeside{} : found->second.beside);
    }
    return beside;
}

std::string say_most(const SessionHelp& help) {
    if (help.assist.value_or(0) > 0) return std::string(progress::assist_words(*help.assist));
    if (help.prompt.value_or(0) > 0) return std::string(progress::prompt_words(*help.prompt));
    if (help.unsaid > 0) return "help";
    return help.noted > 0 ? "no help" : "";
}

std::string say_help(const SessionValue& value, const SessionHelp& help) {
    if (value.noted == progress::HelpNoted::none) return "help not noted";
    if (value.noted == progress::HelpNoted::all) return say_noted_help(help);
    return say_noted_help(help) + " or help not noted";
}

}  // namespace pegboard
