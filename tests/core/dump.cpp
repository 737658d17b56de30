// Dump of a caseload file: see the header.
#include "tests/core/dump.h"

#include "core/store/database.h"
#include "core/store/migrate.h"

namespace pegboard::test {

std::string dump(const std::filesystem::path& file, const std::string& passphrase) {
    auto opened = store::open_database(file, {passphrase, {}}, store::Access::look, true);
    if (!opened.ok()) return "cannot open: " + opened.error().message;
    std::string text;
    for (const std::string_view table : store::tracked_tables()) {
        SQLite::Statement rows(opened.value()->sql(), "SELECT * FROM " + std::string(table) + " ORDER BY id");
        while (rows.executeStep()) {
            text += table;
            for (int i = 0; i < rows.getColumnCount(); ++i)
                text += "|" + (rows.isColumnNull(i) ? std::string("-") : rows.getColumn(i).getString());
            text += '\n';
        }
    }
    return text;
}

}  // namespace pegboard::test
