#include "core/store/own_activity_store.h"

#include <type_traits>

#include "core/library/format.h"
#include "core/store/rows.h"

namespace pegboard::store {
namespace {

/// Hands the library's columns of an activity on to a reader or writer of rows, lists as their cell text; leaves out
/// those that are derived or belong to the built-in library alone.
template <class V>
struct ActivityCells {
    V& visit;

    template <class Field>
    void operator()(const char* name, Field& field) {
        const std::string_view column = name;
        if (column == "id" || column == "discipline" || column == "effective_attributes" || column == "formerly" ||
            column == "picture" || column == "step_pictures")
            return;
        using Plain = std::remove_const_t<Field>;
        if constexpr (std::is_same_v<Plain, std::string> || std::is_same_v<Plain, int> || std::is_same_v<Plain, bool>) {
            visit(name, field);
        } else if constexpr (std::is_const_v<Field>) {
            const std::string cell = library_format::encode(field);
            visit(name, cell);
        } else {
            std::string cell;
            visit(name, cell);
            library_format::decode(cell, field);
            if constexpr (std::is_same_v<Plain, std::vector<Arc>>)
                if (library_format::encode(field) != cell) visit.note(name, cell, {});
        }
    }
};

}  // namespace

template <>
struct TableOf<OwnActivity> {
    static constexpr const char* name = "own_activity";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("copied_from", r.copied_from);
        v("from_pack", r.from_pack);
        v("archived", r.archived);
        library_format::columns(r.activity, ActivityCells<V>{v});
    }
};

template <>
struct TableOf<Favourite> {
    static constexpr const char* name = "favourite";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("activity", r.activity);
    }
};

std::vector<OwnActivity> read_own_activities(Database& db) {
    std::vector<OwnActivity> all = read_rows<OwnActivity>(db);
    for (OwnActivity& own : all) own.activity.id = own_activity_key(own.id);
    return all;
}

void insert_own_activity(Database& db, const OwnActivity& own) { insert(db, own); }

void update_own_activity(Database& db, const OwnActivity& before, const OwnActivity& after) {
    update(db, before, after);
}

std::vector<Favourite> read_favourites(Database& db) { return read_rows<Favourite>(db); }

void insert_favourite(Database& db, const Favourite& favourite) { insert(db, favourite); }

void delete_favourite(Database& db, RowId id) { delete_row(db, TableOf<Favourite>::name, id.value); }

}  // namespace pegboard::store
