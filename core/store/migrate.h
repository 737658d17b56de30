// Brings a file to the newest schema step. It refuses newer files and files that are not ours, and
// never changes a step that once was released.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/store/database.h"

namespace pegboard {
/// Written by the build from core/store/schema/NNNN_name.sql.
extern const std::vector<std::pair<std::string, std::string>> schema_steps;
}  // namespace pegboard

namespace pegboard::store {

using SchemaSteps = std::vector<std::pair<std::string, std::string>>;

/// Tables whose rows the journal captures; each has one primary key column `id`.
std::span<const std::string_view> tracked_tables();
/// Refuses what is not ours or newer than this program; fine otherwise.
Status check_format(Database& db, const SchemaSteps& steps = schema_steps);
/// True when steps are still to run.
bool needs_migration(Database& db, const SchemaSteps& steps = schema_steps);
/// Runs the missing steps, each in one exclusive transaction with its triggers; `back_up_first` is
/// called once before, unless the file is new.
Status migrate(Database& db, const std::function<Status()>& back_up_first, const SchemaSteps& steps = schema_steps);

/// Tables, indexes, triggers and views in the file that the steps did not make so, or that are missing, by name.
std::vector<std::string> strangers_in_schema(Database& db);
/// Takes triggers and indexes away that no step made and puts missing ones back, so that every edit is recorded again;
/// true when anything was done. Tables are left as they are.
bool mend_schema(Database& db);

}  // namespace pegboard::store
