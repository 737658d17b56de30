#include "core/reports/packing.h"

#include <algorithm>

namespace pegboard {

std::vector<const Session*> sessions_to_pack(const Caseload& caseload, Date date) {
    std::vector<const Session*> found;
    for (const Session& session : caseload.sessions())
        if (session.date == date && session.status == SessionStatus::planned) found.push_back(&session);
    return found;
}

std::vector<const Child*> coming(const Session& session, const Caseload& caseload) {
    std::vector<const Child*> children;
    for (const Participant& one : session.participants)
        if (one.attendance != Attendance::absent)
            if (const Child* child = caseload.child(one.child)) children.push_back(child);
    return children;
}

std::vector<Material> materials_to_bring(std::span<const Session* const> sessions, const Caseload& caseload,
                                         const Library& library) {
    const auto kept_there = [&](SessionId id, const std::string& item) {
        const auto session = std::ranges::find(sessions, id, [](const Session* each) { return each->id; });
        const WorkPlace* place = session == sessions.end() ? nullptr : caseload.place((*session)->work_place);
        return place != nullptr && std::ranges::count(place->items, item, &ItemAtHand::item) > 0;
    };
    const auto leaves_out = [&](SessionId id, std::string_view item) {
        const auto session = std::ranges::find(sessions, id, [](const Session* each) { return each->id; });
        return session != sessions.end() && stays_away(item, coming(**session, caseload), library, (*session)->date);
    };
    std::vector<Material> list = materials(sessions, library, leaves_out);
    for (Material& material : list)
        std::erase_if(material.sessions, [&](SessionId id) { return kept_there(id, material.item); });
    std::erase_if(list, [](const Material& material) { return material.sessions.empty(); });
    return list;
}

}  // namespace pegboard
