#include "core/store/child_store.h"

#include "core/library/format.h"
#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<Child> {
    static constexpr const char* name = "child";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("first_name", r.first_name);
        v("last_name", r.last_name);
        v("preferred_name", r.preferred_name);
        v("date_of_birth", r.date_of_birth);
        v("gestation_weeks", r.gestation_weeks);
        v("pronouns", r.pronouns);
        v("school", r.school);
        v("language", r.language);
        v("interpreter_needed", r.interpreter_needed);
        v("communication", r.communication);
        v("rescue_plan", r.rescue_plan);
        v("referral_date", r.referral_date);
        v("plan_of_care_start", r.plan_of_care_start);
        v("plan_of_care_end", r.plan_of_care_end);
        v("iep_date", r.iep_date);
        v("reevaluation_due", r.reevaluation_due);
        discharge(v, r);
        v("archived", r.archived);
        v("moves_by", r.moves_by);
        hands(v, r);
        v("gmfcs", r.gmfcs);
        v("macs", r.macs);
    }
    // A helper hand is one hand and a mark beside it: the column of older files knows one hand only.
    template <class V, class R>
    static void hands(V& v, R& r) {
        bool helps = r.hands == Hands::helper;
        Hands kept = helps ? Hands::one : r.hands;
        v("hands", kept);
        v("hand_helps", helps);
        if constexpr (!std::is_const_v<R>) r.hands = helps && kept == Hands::one ? Hands::helper : kept;
    }
    // One optional struct is three columns; without a date there was no discharge.
    template <class V, class R>
    static void discharge(V& v, R& r) {
        std::optional<Date> date;
        std::optional<DischargeReason> reason;
        std::string note;
        if (r.discharge) {
            date = r.discharge->date;
            reason = r.discharge->reason;
            note = r.discharge->note;
        }
        v("discharge_date", date);
        v("discharge_reason", reason);
        v("discharge_note", note);
        if constexpr (!std::is_const_v<R>) {
            if (date) r.discharge = Discharge{*date, reason.value_or(DischargeReason::other), note};
        }
    }
};

template <>
struct TableOf<Guardian> {
    static constexpr const char* name = "guardian";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("relationship", r.relationship);
        v("phone", r.phone);
        v("email", r.email);
        v("note", r.note);
    }
};

template <>
struct TableOf<Diagnosis> {
    static constexpr const char* name = "diagnosis";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("icd10", r.icd10);
    }
};

template <>
struct TableOf<ChildPrecaution> {
    static constexpr const char* name = "child_precaution";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("code", r.code);
        v("parameters", r.parameters);
        v("note", r.note);
        v("asked_on", r.asked_on);
        v("asked_by_id", r.asked_by);
        v("asked_of", r.asked_of);
    }
};

template <>
struct TableOf<ChildDevice> {
    static constexpr const char* name = "child_device";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("kind", r.kind);
        v("side", r.side);
        v("note", r.note);
    }
};

template <>
struct TableOf<PrecautionAsking> {
    static constexpr const char* name = "precaution_asking";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("asked_on", r.on);
        v("asked_by_id", r.by);
        v("asked_of", r.of);
        std::string codes = library_format::encode(r.none);
        v("none_of", codes);
        if constexpr (!std::is_const_v<R>) {
            r.none.clear();
            library_format::decode(codes, r.none);
        }
    }
};

template <>
struct TableOf<Service> {
    static constexpr const char* name = "service";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("discipline", r.discipline);
        v("mode", r.mode);
        v("minutes", r.minutes);
        v("times", r.times);
        v("per", r.per);
        v("place", r.place);
        v("therapist_id", r.therapist);
        v("from_date", r.from);
        v("to_date", r.to);
    }
};

template <>
struct TableOf<PresentStep> {
    static constexpr const char* name = "present_step";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("skill", r.skill);
        v("step", r.step);
    }
};

namespace {
struct Line {
    RowId id;
    std::string kind;
    std::string text;
};
}  // namespace

template <>
struct TableOf<Line> {
    static constexpr const char* name = "child_line";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("kind", r.kind);
        v("text", r.text);
    }
};

namespace {
struct Avoided {
    RowId id;
    std::string activity;
};
}  // namespace

template <>
struct TableOf<Avoided> {
    static constexpr const char* name = "child_avoids";
    static constexpr const char* owner = "child_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("activity", r.activity);
    }
};

namespace {

struct LineList {
    const char* kind;
    std::vector<std::string> Child::* list;
};
constexpr LineList line_lists[] = {{"take_care", &Child::take_care},
                                   {"equipment", &Child::equipment},
                                   {"interest", &Child::interests},
                                   {"strength", &Child::strengths},
                                   {"growth_area", &Child::growth_areas}};

bool is_line_kind(const std::string& kind) {
    return std::ranges::any_of(line_lists, [&](const LineList& each) { return kind == each.kind; });
}

template <class T>
void attach(Database& db, std::int64_t only, std::vector<Child>& children,
            const std::unordered_map<std::int64_t, std::size_t>& at, std::vector<T> Child::* list) {
    for (Owned<T>& owned : read_owned<T>(db, only)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) (children[found->second].*list).push_back(std::move(owned.row));
    }
}

void attach_lines(Database& db, std::int64_t only, std::vector<Child>& children,
                  const std::unordered_map<std::int64_t, std::size_t>& at) {
    for (Owned<Line>& owned : read_owned<Line>(db, only)) {
        const auto found = at.find(owned.owner);
        if (found == at.end()) continue;
        if (!is_line_kind(owned.row.kind)) report_kind(db, owned.row);
        for (const LineList& each : line_lists)
            if (owned.row.kind == each.kind) (children[found->second].*each.list).push_back(std::move(owned.row.text));
    }
}

/// Each kind keeps its rows by place, so that a changed word is one changed column.
std::vector<Line> lines_with_ids(Database& db, const Child& child) {
    const std::vector<Owned<Line>> rows = read_owned<Line>(db, child.id.value);
    std::map<std::string, std::vector<RowId>> stored;
    for (const Owned<Line>& owned : rows) stored[owned.row.kind].push_back(owned.row.id);
    std::vector<Line> lines;
    for (const LineList& each : line_lists) {
        const std::vector<RowId>& ids = stored[each.kind];
        const auto& words = child.*each.list;
        for (std::size_t i = 0; i < words.size(); ++i)
            lines.push_back({i < ids.size() ? ids[i] : RowId{}, each.kind, words[i]});
    }
    for (Line& line : lines_of_no_kind(rows, is_line_kind)) lines.push_back(std::move(line));
    return lines;
}

void save_lists(Database& db, Child child) {
    save_owned(db, child.id.value, child.guardians);
    save_owned(db, child.id.value, child.diagnoses);
    save_owned(db, child.id.value, child.precautions);
    save_owned(db, child.id.value, child.askings);
    save_owned(db, child.id.value, child.devices);
    save_owned(db, child.id.value, child.services);
    save_owned(db, child.id.value, child.present_steps);
    std::vector<Line> lines = lines_with_ids(db, child);
    save_owned(db, child.id.value, lines);
    std::vector<Avoided> avoids;
    for (const std::string& activity : child.avoids) avoids.push_back({{}, activity});
    save_by_place(db, child.id.value, std::move(avoids));
}
}  // namespace

std::vector<Child> read_children(Database& db, ChildId id) {
    std::vector<Child> children = read_rows<Child>(db, id.value);
    std::unordered_map<std::int64_t, std::size_t> at;
    for (std::size_t i = 0; i < children.size(); ++i) at[children[i].id.value] = i;
    attach(db, id.value, children, at, &Child::guardians);
    attach(db, id.value, children, at, &Child::diagnoses);
    attach(db, id.value, children, at, &Child::precautions);
    attach(db, id.value, children, at, &Child::askings);
    attach(db, id.value, children, at, &Child::devices);
    attach(db, id.value, children, at, &Child::services);
    attach(db, id.value, children, at, &Child::present_steps);
    attach_lines(db, id.value, children, at);
    for (Owned<Avoided>& owned : read_owned<Avoided>(db, id.value)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) children[found->second].avoids.push_back(std::move(owned.row.activity));
    }
    return children;
}

void insert_child(Database& db, const Child& child) {
    insert(db, child);
    save_lists(db, child);
}

void update_child(Database& db, const Child& before, const Child& after) {
    update(db, before, after);
    save_lists(db, after);
}

void delete_child(Database& db, ChildId id) { delete_row(db, "child", id.value); }

void forget_words_with(Database& db, const std::string& trace) {
    for (const char* statement : {"DELETE FROM draft WHERE instr(field, ?1) > 0 OR instr(text, ?1) > 0",
                                  "DELETE FROM view_state WHERE instr(name, ?1) > 0 OR instr(value, ?1) > 0"}) {
        SQLite::Statement& query = db.prepared(statement);
        query.bind(1, trace);
        query.exec();
    }
}

}  // namespace pegboard::store
