#include "core/library/content/read_activity.h"

namespace pegboard::content {

std::vector<Arc> read_arcs(Fields& fields, Problems& problems) {
    std::vector<Arc> arcs;
    for (const auto& name : fields.list("arcs"))
        if (const auto arc = from_key<Arc>(name))
            arcs.push_back(*arc);
        else
            problems.add(fields.places().at("arcs"), fields.owner() + ": arc \"" + name + "\" does not exist");
    return arcs;
}

namespace {

std::vector<Rung> read_rungs(Fields& fields, const std::string& key) {
    std::vector<Rung> rungs;
    for (auto& nested : fields.tables(key)) {
        Rung& rung = rungs.emplace_back();
        rung.dimension = nested.text("dimension");
        rung.change = nested.text("change");
        rung.position = nested.text_or_none("position");
        rung.space = nested.text_or_none("space");
        rung.adds = nested.list_or_none("adds");
        rung.drops = nested.list_or_none("drops");
        rung.items = nested.list_or_none("items");
        if (nested.has("needs")) rung.needs = nested.list("needs");
        rung.leaves_out = nested.list_or_none("leaves_out");
        rung.still_counts = nested.yes_no_or("still_counts", false);
        nested.finish();
        fields.adopt_places(key + '.' + std::to_string(rungs.size() - 1), nested);
    }
    return rungs;
}

void read_activity_lists(Fields& fields, Record<Activity>& activity) {
    for (auto& nested : fields.tables("items")) {
        const auto id = nested.text("id");
        activity.items.push_back({id, nested.whole("quantity"), nested.yes_no_or("optional", false)});
        nested.finish();
    }
    activity.easier = read_rungs(fields, "easier");
    activity.harder = read_rungs(fields, "harder");
    for (auto& nested : fields.tables("cues")) {
        activity.cues.push_back({nested.text("type"), nested.text("text")});
        nested.finish();
        fields.adopt_places("cues." + std::to_string(activity.cues.size() - 1), nested);
    }
    if (auto load = fields.table_or_none("sensory_load"))
        for (const auto& sense : load->keys()) activity.sensory_load[sense] = load->whole(sense);
    if (auto measure = fields.table_or_none("measure")) {
        activity.measure_type = measure->text("type");
        activity.measure_what = measure->text("what");
        activity.measure_unit = measure->text("unit");
        measure->finish();
    }
    if (auto stations = fields.table_or_none("stations")) {
        activity.stations_group_max = stations->whole("group_max");
        activity.stations_how = stations->text("how");
        activity.station_adults = stations->whole_or_none("adults").value_or(0);
        stations->finish();
    }
}

}  // namespace

Record<Activity> read_activity(Fields& fields, Problems& problems) {
    Record<Activity> activity;
    activity.id = fields.text("id");
    activity.title = fields.text("title");
    activity.version = fields.whole("version");
    activity.category = fields.text("category");
    activity.idea = fields.text("idea");
    activity.skills = fields.list("skills");
    activity.age_min_months = fields.whole("age_min_months");
    activity.age_max_months = fields.whole("age_max_months");
    activity.minutes = fields.whole("minutes");
    activity.minutes_min = fields.whole("minutes_min");
    activity.arcs = read_arcs(fields, problems);
    activity.space = fields.text("space");
    activity.group_min = fields.whole("group_min");
    activity.group_max = fields.whole("group_max");
    activity.position = fields.text("position");
    activity.attributes = fields.list("attributes");
    activity.allergens = fields.list_or_none("allergens");
    activity.intensity = fields.text("intensity");
    activity.supervision = fields.text("supervision");
    activity.setup = fields.list("setup");
    activity.steps = fields.list("steps");
    activity.safety = fields.list("safety");
    activity.contraindications = fields.list_or_none("contraindications");
    activity.home_ok = fields.yes_no("home_ok");
    activity.home_text = fields.text_or_none("home_text");
    activity.interests = fields.list_or_none("interests");
    activity.dose = fields.text_or_none("dose");
    activity.source_note = fields.text("source_note");
    activity.needs = fields.list_or_none("needs");
    activity.formerly = fields.list_or_none("formerly");
    read_activity_lists(fields, activity);
    finish(activity, fields);
    return activity;
}

}  // namespace pegboard::content
