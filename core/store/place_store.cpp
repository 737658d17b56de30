#include "core/store/place_store.h"

#include "core/store/rows.h"

namespace pegboard::store {

namespace {
struct PlaceSpace {
    RowId id;
    std::string space;
};
struct PlaceItem : ItemAtHand {};
struct BagItem : ItemAtHand {};
struct Member {
    RowId id;
    ChildId child;
};

template <class V, class R>
void item_columns(V& v, R& r) {
    v("item", r.item);
    v("latex_free", r.latex_free);
    v("large", r.large);
    v("allergen_free", r.allergen_free);
}
}  // namespace

template <>
struct TableOf<WorkPlace> {
    static constexpr const char* name = "place";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("kind", r.kind);
        v("substitutes_count", r.substitutes_count);
        v("note", r.note);
        v("archived", r.archived);
    }
};

template <>
struct TableOf<PlaceSpace> {
    static constexpr const char* name = "place_space";
    static constexpr const char* owner = "place_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("space", r.space);
    }
};

template <>
struct TableOf<PlaceItem> {
    static constexpr const char* name = "place_item";
    static constexpr const char* owner = "place_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        item_columns(v, r);
    }
};

template <>
struct TableOf<Bag> {
    static constexpr const char* name = "bag";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("note", r.note);
        v("archived", r.archived);
    }
};

template <>
struct TableOf<BagItem> {
    static constexpr const char* name = "bag_item";
    static constexpr const char* owner = "bag_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        item_columns(v, r);
    }
};

template <>
struct TableOf<Group> {
    static constexpr const char* name = "child_group";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("note", r.note);
        v("archived", r.archived);
    }
};

template <>
struct TableOf<Member> {
    static constexpr const char* name = "group_member";
    static constexpr const char* owner = "group_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
    }
};

namespace {
/// Hands each owned row of table T to the record it belongs to.
template <class T, class Record, class Take>
void attach(Database& db, std::vector<Record>& records, Take&& take) {
    std::unordered_map<std::int64_t, Record*> at;
    for (Record& record : records) at[record.id.value] = &record;
    for (Owned<T>& owned : read_owned<T>(db)) {
        const auto found = at.find(owned.owner);
        if (found != at.end()) take(*found->second, std::move(owned.row));
    }
}

/// Items keep their rows when they have ids; `T` names the table.
template <class T>
void save_items(Database& db, std::int64_t owner, const std::vector<ItemAtHand>& items) {
    std::vector<T> rows;
    for (const ItemAtHand& item : items) rows.push_back({item});
    save_owned(db, owner, rows);
}

void save_lists(Database& db, const WorkPlace& place) {
    std::vector<PlaceSpace> spaces;
    for (const std::string& space : place.spaces) spaces.push_back({{}, space});
    save_by_place(db, place.id.value, std::move(spaces));
    save_items<PlaceItem>(db, place.id.value, place.items);
}

void save_lists(Database& db, const Bag& bag) { save_items<BagItem>(db, bag.id.value, bag.items); }

void save_lists(Database& db, const Group& group) {
    std::vector<Member> members;
    for (const ChildId child : group.members) members.push_back({{}, child});
    save_by_place(db, group.id.value, std::move(members));
}

template <class Record>
void insert_whole(Database& db, const Record& record) {
    insert(db, record);
    save_lists(db, record);
}
template <class Record>
void update_whole(Database& db, const Record& before, const Record& after) {
    update(db, before, after);
    save_lists(db, after);
}
}  // namespace

std::vector<WorkPlace> read_places(Database& db) {
    std::vector<WorkPlace> places = read_rows<WorkPlace>(db);
    attach<PlaceSpace>(db, places, [](WorkPlace& at, PlaceSpace row) { at.spaces.push_back(std::move(row.space)); });
    attach<PlaceItem>(db, places, [](WorkPlace& at, PlaceItem row) { at.items.push_back(std::move(row)); });
    return places;
}

void insert_place(Database& db, const WorkPlace& place) { insert_whole(db, place); }

void update_place(Database& db, const WorkPlace& before, const WorkPlace& after) { update_whole(db, before, after); }

std::vector<Bag> read_bags(Database& db) {
    std::vector<Bag> bags = read_rows<Bag>(db);
    attach<BagItem>(db, bags, [](Bag& at, BagItem row) { at.items.push_back(std::move(row)); });
    return bags;
}

void insert_bag(Database& db, const Bag& bag) { insert_whole(db, bag); }

void update_bag(Database& db, const Bag& before, const Bag& after) { update_whole(db, before, after); }

std::vector<Group> read_groups(Database& db) {
    std::vector<Group> groups = read_rows<Group>(db);
    attach<Member>(db, groups, [](Group& at, Member row) { at.members.push_back(row.child); });
    return groups;
}

void insert_group(Database& db, const Group& group) { insert_whole(db, group); }

void update_group(Database& db, const Group& before, const Group& after) { update_whole(db, before, after); }

}  // namespace pegboard::store
