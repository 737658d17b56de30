#include "app/activities/own_activity_draft.h"

#include <nlohmann/json.hpp>

namespace pegboard {
namespace {

using nlohmann::json;

json rungs_json(const std::vector<Rung>& rungs) {
    json all = json::array();
    for (const Rung& rung : rungs) {
        json& one = all.emplace_back(json{{"dimension", rung.dimension}, {"change", rung.change}});
        if (!rung.position.empty()) one["position"] = rung.position;
        if (!rung.space.empty()) one["space"] = rung.space;
        if (!rung.adds.empty()) one["adds"] = rung.adds;
        if (!rung.drops.empty()) one["drops"] = rung.drops;
        if (!rung.items.empty()) one["items"] = rung.items;
        if (rung.needs) one["needs"] = *rung.needs;
        if (!rung.leaves_out.empty()) one["leaves_out"] = rung.leaves_out;
        if (rung.still_counts) one["still_counts"] = true;
    }
    return all;
}

json items_json(const std::vector<ActivityItem>& items) {
    json all = json::array();
    for (const ActivityItem& item : items)
        all.push_back({{"item", item.item}, {"quantity", item.quantity}, {"optional", item.optional}});
    return all;
}

/// Reads one field when it is there and of the right kind.
template <class T>
void read(const json& from, const char* name, T& into) {
    const auto found = from.find(name);
    if (found == from.end()) return;
    try {
        into = found->get<T>();
    } catch (const json::exception&) {
        return;  // a draft of another version: the field keeps what it had
    }
}

std::vector<Rung> rungs_of(const json& from, const char* name) {
    std::vector<Rung> rungs;
    for (const json& one : from.value(name, json::array())) {
        if (!one.is_object()) continue;
        Rung& rung = rungs.emplace_back();
        read(one, "dimension", rung.dimension);
        read(one, "change", rung.change);
        read(one, "position", rung.position);
        read(one, "space", rung.space);
        read(one, "adds", rung.adds);
        read(one, "drops", rung.drops);
        read(one, "items", rung.items);
        if (one.contains("needs")) read(one, "needs", rung.needs.emplace());
        read(one, "leaves_out", rung.leaves_out);
        read(one, "still_counts", rung.still_counts);
    }
    return rungs;
}

void read_lists(const json& from, Activity& activity) {
    read(from, "skills", activity.skills);
    read(from, "needs", activity.needs);
    read(from, "attributes", activity.attributes);
    read(from, "allergens", activity.allergens);
    read(from, "setup", activity.setup);
    read(from, "steps", activity.steps);
    read(from, "safety", activity.safety);
    read(from, "contraindications", activity.contraindications);
    read(from, "interests", activity.interests);
    activity.arcs.clear();
    for (const json& arc : from.value("arcs", json::array()))
        if (arc.is_string())
            if (const auto known = from_key<Arc>(arc.get<std::string>())) activity.arcs.push_back(*known);
    activity.items.clear();
    for (const json& one : from.value("items", json::array()))
        if (one.is_object())
            activity.items.push_back({one.value("item", ""), one.value("quantity", 1), one.value("optional", false)});
    activity.easier = rungs_of(from, "easier");
    activity.harder = rungs_of(from, "harder");
    activity.cues.clear();
    for (const json& one : from.value("cues", json::array()))
        if (one.is_object()) activity.cues.push_back({one.value("type", ""), one.value("text", "")});
}

}  // namespace

std::string activity_to_draft(const Activity& activity) {
    json arcs = json::array();
    for (const Arc arc : activity.arcs) arcs.push_back(key(arc));
    json cues = json::array();
    for (const Cue& cue : activity.cues) cues.push_back({{"type", cue.type}, {"text", cue.text}});
    const json out{{"id", activity.id},
                   {"title", activity.title},
                   {"category", activity.category},
                   {"idea", activity.idea},
                   {"space", activity.space},
                   {"position", activity.position},
                   {"intensity", activity.intensity},
                   {"supervision", activity.supervision},
                   {"home_text", activity.home_text},
                   {"dose", activity.dose},
                   {"source_note", activity.source_note},
                   {"version", activity.version},
                   {"age_min_months", activity.age_min_months},
                   {"age_max_months", activity.age_max_months},
                   {"minutes", activity.minutes},
                   {"minutes_min", activity.minutes_min},
                   {"group_min", activity.group_min},
                   {"group_max", activity.group_max},
                   {"skills", activity.skills},
                   {"needs", activity.needs},
                   {"attributes", activity.attributes},
                   {"allergens", activity.allergens},
                   {"setup", activity.setup},
                   {"steps", activity.steps},
                   {"safety", activity.safety},
                   {"contraindications", activity.contraindications},
                   {"interests", activity.interests},
                   {"arcs", arcs},
                   {"items", items_json(activity.items)},
                   {"easier", rungs_json(activity.easier)},
                   {"harder", rungs_json(activity.harder)},
                   {"cues", cues},
                   {"sensory_load", activity.sensory_load},
                   {"measure_type", activity.measure_type},
                   {"measure_what", activity.measure_what},
                   {"measure_unit", activity.measure_unit},
                   {"home_ok", activity.home_ok},
                   {"stations_group_max", activity.stations_group_max},
                   {"stations_how", activity.stations_how},
                   {"station_adults", activity.station_adults}};
    return out.dump();
}

Activity activity_from_draft(std::string_view text, Activity otherwise) {
    const json from = json::parse(text, nullptr, false);
    if (!from.is_object()) return otherwise;
    Activity activity = std::move(otherwise);
    read(from, "id", activity.id);
    read(from, "title", activity.title);
    read(from, "category", activity.category);
    read(from, "idea", activity.idea);
    read(from, "space", activity.space);
    read(from, "position", activity.position);
    read(from, "intensity", activity.intensity);
    read(from, "supervision", activity.supervision);
    read(from, "home_text", activity.home_text);
    read(from, "dose", activity.dose);
    read(from, "source_note", activity.source_note);
    read(from, "version", activity.version);
    read(from, "age_min_months", activity.age_min_months);
    read(from, "age_max_months", activity.age_max_months);
    read(from, "minutes", activity.minutes);
    read(from, "minutes_min", activity.minutes_min);
    read(from, "group_min", activity.group_min);
    read(from, "group_max", activity.group_max);
    read(from, "sensory_load", activity.sensory_load);
    read(from, "measure_type", activity.measure_type);
    read(from, "measure_what", activity.measure_what);
    read(from, "measure_unit", activity.measure_unit);
    read(from, "home_ok", activity.home_ok);
    read(from, "stations_group_max", activity.stations_group_max);
    read(from, "stations_how", activity.stations_how);
    read(from, "station_adults", activity.station_adults);
    read_lists(from, activity);
    return activity;
}

}  // namespace pegboard
