#include "core/library/read_library.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <type_traits>

#include "core/library/format.h"

namespace pegboard {
namespace {

namespace format = library_format;

/// Fills a row's fields from the statement's current row.
class CellReader {
 public:
    explicit CellReader(SQLite::Statement& statement) : statement_(statement) {}

    template <class Field>
    void operator()(const char*, Field& field) {
        const SQLite::Column cell = statement_.getColumn(index_++);
        if constexpr (std::is_same_v<Field, std::string>) {
            field.assign(cell.getText(), static_cast<std::size_t>(cell.getBytes()));
        } else if constexpr (std::is_same_v<Field, int>) {
            field = cell.getInt();
        } else if constexpr (std::is_same_v<Field, bool>) {
            field = cell.getInt() != 0;
        } else if constexpr (std::is_same_v<Field, std::optional<int>>) {
            if (!cell.isNull()) field = cell.getInt();
        } else {
            const char* text = cell.getText();
            format::decode({text, static_cast<std::size_t>(cell.getBytes())}, field);
        }
    }

 private:
    SQLite::Statement& statement_;
    int index_ = 0;
};

/// All rows of a table, in the order they were written.
template <class Row>
std::vector<Row> read_rows(const SQLite::Database& file, const std::string& table) {
    std::string names;
    Row sample;
    format::columns(sample, [&](const char* name, auto&) { names += (names.empty() ? "" : ", ") + std::string(name); });
    SQLite::Statement statement(file, "SELECT " + names + " FROM " + table + " ORDER BY rowid");
    std::vector<Row> rows;
    while (statement.executeStep()) format::columns(rows.emplace_back(), CellReader(statement));
    return rows;
}

void read_precautions(const SQLite::Database& file, LibraryContent& content) {
    content.precautions = read_rows<Precaution>(file, "precaution");
    std::map<std::string, Precaution*, std::less<>> by_code;
    for (auto& precaution : content.precautions) by_code[precaution.code] = &precaution;
    for (auto& row : read_rows<format::ParameterRow>(file, "precaution_parameter"))
        by_code.at(row.precaution)->parameters.push_back(std::move(row.parameter));
    for (auto& row : read_rows<format::RuleRow>(file, "precaution_rule"))
        by_code.at(row.precaution)->rules.push_back(std::move(row.rule));
    for (auto& row : read_rows<format::ProposalRow>(file, "precaution_proposal"))
        by_code.at(row.precaution)->proposals.push_back(std::move(row.proposal));
}

LibraryContent read_all(const SQLite::Database& file) {
    LibraryContent content;
    content.skills = read_rows<Skill>(file, "skill");
    content.items = read_rows<Item>(file, "item");
    content.activities = read_rows<Activity>(file, "activity");
    content.categories = read_rows<Category>(file, "category");
    content.focus_areas = read_rows<Focus>(file, "focus");
    content.measures = read_rows<Measure>(file, "measure");
    content.goal_templates = read_rows<GoalTemplate>(file, "goal_template");
    content.concern_groups = read_rows<ConcernGroup>(file, "concern_group");
    content.concerns = read_rows<Concern>(file, "concern");
    content.red_flags = read_rows<RedFlag>(file, "red_flag");
    content.screening_results = read_rows<ScreeningResult>(file, "screening_result");
    for (auto& row : read_rows<format::TermRow>(file, "term"))
        content.vocabularies[row.vocabulary].push_back(std::move(row.term));
    for (auto& row : read_rows<format::HelpRow>(file, "help_level"))
        (row.scale == "assist" ? content.assist_levels : content.prompt_levels).push_back(std::move(row.level));
    read_precautions(file, content);
    content.pictures.drawings = read_rows<Drawing>(file, "drawing");
    content.pictures.rules = read_rows<PictureRule>(file, "picture_rule");
    content.pictures.names = read_rows<PictureName>(file, "picture_name");
    return content;
}

Error unreadable(std::string detail) {
    return {ErrorKind::storage,
            {},
            "The built-in activity library is missing or damaged. Caseload files are not touched by this. "
            "Install Pegboard again to bring the library back.",
            std::move(detail)};
}

}  // namespace

Result<LibraryContent> read_library(const std::filesystem::path& path) {
    try {
        SQLite::Database file(path.string(), SQLite::OPEN_READONLY);
        if (file.execAndGet("PRAGMA application_id").getInt() != format::application_id)
            return unreadable("library: not our application_id");
        const int version = file.execAndGet("PRAGMA user_version").getInt();
        if (version != format::version)
            return Error{ErrorKind::storage,
                         {},
                         "The built-in activity library belongs to another version of Pegboard. Caseload files are not "
                         "touched by this. Install Pegboard again so that both match.",
                         "library: format " + std::to_string(version)};
        return read_all(file);
    } catch (const std::exception& problem) {  // SQLite's, or a row that belongs to nothing
        return unreadable(std::string("library: ") + problem.what());
    }
}

}  // namespace pegboard
