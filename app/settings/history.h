// The History screen: who changed what and when, in words; of one child or of the whole file.
#pragma once
#include <string>
#include <vector>

#include "app/settings/access_list.h"
#include "app/ui.h"
#include "core/model/change.h"

namespace pegboard {

struct HistoryScreen {
    std::string query;
    int limit = 500;
    struct Row {
        ChangeSet change;
        std::string day, time, who, child, folded;
    };
    struct Rows {
        bool asked = false;
        std::uint64_t revision = 0;
        ChildId child{};
        int limit = 0;
        std::vector<Row> all;
        std::string problem;
    } rows;
    AccessList access;
};
void draw(HistoryScreen& self, Ui& ui);

/// The local civil day and minute of a UTC instant such as "2026-09-29T09:20:11Z".
struct LocalTime {
    Date date;
    int minute = 0;
};
std::optional<LocalTime> local_time(const std::string& utc);

}  // namespace pegboard
