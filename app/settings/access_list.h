// The list of who opened, looked, locked, copied and saved, newest first; of one child or of the whole file.
#pragma once
#include <string>
#include <vector>

#include "app/ui.h"

namespace pegboard {

/// Where the History screen shows this list.
inline constexpr std::string_view access_detail = "access";

struct AccessList {
    bool asked = false;
    double drawn_s = 0;
    ChildId child{};
    int limit = 500;
    int read_limit = 0;
    struct Row {
        std::string day, time, what, child, who;
    };
    std::vector<Row> rows;
    std::string problem;
};
void draw_access_list(AccessList& self, Ui& ui);

}  // namespace pegboard
