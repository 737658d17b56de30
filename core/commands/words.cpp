// Words and look-ups that all commands share.
#include "core/commands/apply.h"

namespace pegboard::commands {
namespace {
constexpr std::size_t longest_title = 48;

Error gone(const char* what) {
    return {ErrorKind::missing, {}, std::string("This ") + what + " is no longer there. Nothing was changed.", {}};
}
}  // namespace

Result<const Child*> find_child(const Work& work, ChildId id) {
    const Child* child = work.now.children.find(id);
    if (!child) return gone("child's record");
    return child;
}

Result<const Goal*> find_goal(const Work& work, GoalId id) {
    const Goal* goal = work.now.goals.find(id);
    if (!goal) return gone("goal");
    return goal;
}

Result<const Session*> find_session(const Work& work, SessionId id) {
    const Session* session = work.now.sessions.find(id);
    if (!session) return gone("session");
    return session;
}

Status check_therapist(const Work& work, TherapistId id) {
    if (id && !work.now.therapists.find(id)) return gone("therapist");
    return {};
}

std::string name_of(const Work& work, ChildId id) {
    const Child* child = work.now.children.find(id);
    return child ? call_name(*child) : "a child";
}

std::string names_of(const Work& work, const Session& session) {
    if (const Group* group = work.now.groups.find(session.group)) return group->name;
    if (session.participants.size() < 2) return name_of(work, session.child);
    std::vector<std::string> names;
    for (const Participant& each : session.participants) names.push_back(name_of(work, each.child));
    return listed(names);
}

std::string session_of(const Work& work, const Session& session) {
    return possessive(names_of(work, session)) + " session";
}

std::string possessive(const std::string& name) { return name + (name.ends_with('s') ? "'" : "'s"); }

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string shortened(const std::string& title) {
    if (title.size() <= longest_title) return title;
    const std::size_t end = title.rfind(' ', longest_title);
    // Without a space to cut at, a cut might fall inside a letter of more than one byte.
    return end == std::string::npos ? title : title.substr(0, end) + "…";
}

}  // namespace pegboard::commands
