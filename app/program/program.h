// What the program does for its arguments.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "core/model/date.h"
#include "core/result.h"

namespace pegboard {

/// The field of an error that says how the command line is to be written: the program ends with 2, not 1.
inline constexpr const char* field_of_usage = "report";

/// A document to be written by a script.
struct WantedReport {
    std::string kind;  ///< "progress-report"; empty: none is wanted
    std::string child, session, from, to, audience, paper, letterhead;
    bool initials = false, grey = false, name_others = false;
    std::filesystem::path out;
};

struct Arguments {
    std::filesystem::path file;
    bool demo = false;
    int children = 14;
    std::filesystem::path write_demo;
    std::optional<int> passphrase_fd;
    std::optional<Date> today;
    std::filesystem::path screenshots;
    int text_percent = 100;
    bool measure = false;
    WantedReport report;
};

const char* version();
/// Private files and no core dumps, first thing in the program.
void harden();
/// Does what was asked; the error is one sentence for the terminal.
Status run(const Arguments& arguments);

}  // namespace pegboard
