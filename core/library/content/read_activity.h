// One activity from its TOML table: names of fields and their types. Whether its values make sense is
// for check_activity.
#pragma once
#include <vector>

#include "core/library/content/toml_fields.h"
#include "core/model/activity.h"

namespace pegboard::content {

/// Reports fields nobody asked for, and gives the record the places of those that were read.
template <class T>
void finish(Record<T>& record, Fields& fields) {
    fields.finish();
    record.place = fields.place();
    record.fields = fields.places();
}

Record<Activity> read_activity(Fields& fields, Problems& problems);
/// The list "arcs".
std::vector<Arc> read_arcs(Fields& fields, Problems& problems);

}  // namespace pegboard::content
