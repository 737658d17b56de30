#include "core/store/disclosure_store.h"

#include <tuple>

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<Disclosure> {
    static constexpr const char* name = "disclosure";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("report", r.report);
        v("title", r.title);
        v("choices", r.choices);
        v("recipient", r.recipient);
        v("reason", r.reason);
        v("way", r.way);
        v("date", r.date);
        v("at_utc", r.at_utc);
        v("therapist_id", r.therapist);
    }
};

namespace {
std::vector<Disclosure> newest_first(std::vector<Disclosure> rows) {
    std::sort(rows.begin(), rows.end(), [](const Disclosure& one, const Disclosure& other) {
        return std::tuple(other.date, other.at_utc, other.id) < std::tuple(one.date, one.at_utc, one.id);
    });
    return rows;
}
}  // namespace

std::vector<Disclosure> read_disclosures(Database& db) { return newest_first(read_rows<Disclosure>(db)); }

std::vector<Disclosure> read_disclosures(Database& db, ChildId child) {
    return newest_first(read_rows_of<Disclosure>(db, "child_id", child.value));
}

void insert_disclosure(Database& db, const Disclosure& disclosure) { insert(db, disclosure); }

}  // namespace pegboard::store
