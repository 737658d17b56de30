// Checked content into library.db: one plain table per kind of record, and the full-text index.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {
namespace {

namespace format = library_format;

/// Column definitions from a row's field types.
struct ColumnNames {
    std::string definitions, marks;
    template <class Field>
    void operator()(const char* name, const Field&) {
        constexpr bool whole =
            std::is_same_v<Field, int> || std::is_same_v<Field, bool> || std::is_same_v<Field, std::optional<int>>;
        constexpr bool may_be_none = std::is_same_v<Field, std::optional<int>>;
        if (!definitions.empty()) definitions += ", ", marks += ", ";
        definitions += std::string(name) + (whole ? " INTEGER" : " TEXT") + (may_be_none ? "" : " NOT NULL");
        marks += '?';
    }
};

struct CellWriter {
    SQLite::Statement& statement;
    int index = 1;
    template <class Field>
    void operator()(const char*, const Field& field) {
        if constexpr (std::is_same_v<Field, std::string> || std::is_same_v<Field, int>)
            statement.bind(index, field);
        else if constexpr (std::is_same_v<Field, bool>)
            statement.bind(index, field ? 1 : 0);
        else if constexpr (std::is_same_v<Field, std::optional<int>>) {
            if (field)
                statement.bind(index, *field);
            else
                statement.bind(index);
        } else
            statement.bind(index, format::encode(field));
        ++index;
    }
};

template <class Row, class Rows>
void write_rows(SQLite::Database& file, const std::string& table, const Rows& rows) {
    ColumnNames names;
    const Row sample;
    format::columns(sample, names);
    file.exec("CREATE TABLE " + table + " (" + names.definitions + ") STRICT");
    SQLite::Statement insert(file, "INSERT INTO " + table + " VALUES (" + names.marks + ")");
    for (const Row& row : rows) {
        format::columns(row, CellWriter{insert});
        insert.exec();
        insert.reset();
    }
}

void write_precautions(SQLite::Database& file, const Content& content) {
    std::vector<format::ParameterRow> parameters;
    std::vector<format::RuleRow> rules;
    std::vector<format::ProposalRow> proposals;
    for (const auto& precaution : content.precautions) {
        for (const auto& parameter : precaution.parameters) parameters.push_back({precaution.code, parameter});
        for (const auto& rule : precaution.rules) rules.push_back({precaution.code, rule});
        for (const auto& proposal : precaution.proposals) proposals.push_back({precaution.code, proposal});
    }
    write_rows<Precaution>(file, "precaution", content.precautions);
    write_rows<format::ParameterRow>(file, "precaution_parameter", parameters);
    write_rows<format::RuleRow>(file, "precaution_rule", rules);
    write_rows<format::ProposalRow>(file, "precaution_proposal", proposals);
}

template <class T>
std::string names_of(const std::vector<Record<T>>& all, const std::vector<std::string>& ids) {
    std::string names;
    for (const auto& id : ids)
        for (const auto& one : all)
            if (one.id == id) names += one.name + ". ";
    return names;
}

/// Ranked full-text search over the same fields as the index in memory, for SQL.
void write_full_text(SQLite::Database& file, const Content& content) {
    file.exec(
        "CREATE VIRTUAL TABLE activity_text USING fts5(id UNINDEXED, title, skills, items, idea, steps, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')");
    SQLite::Statement insert(file, "INSERT INTO activity_text VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto& activity : content.activities) {
        std::vector<std::string> items;
        items.reserve(activity.items.size());
        for (const auto& used : activity.items) items.push_back(used.item);
        insert.bind(1, activity.id);
        insert.bind(2, activity.title);
        insert.bind(3, names_of(content.skills, activity.skills));
        insert.bind(4, names_of(content.items, items));
        insert.bind(5, activity.idea);
        insert.bind(6, format::encode(activity.steps));
        insert.exec();
        insert.reset();
    }
    file.exec("INSERT INTO activity_text(activity_text) VALUES ('optimize')");
}

}  // namespace

void write_library(const Content& content, const std::filesystem::path& path) {
    auto temporary = path;
    temporary += ".new";
    std::filesystem::remove(temporary);
    {
        SQLite::Database file(temporary.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        file.exec("PRAGMA journal_mode = MEMORY");
        SQLite::Transaction transaction(file);
        file.exec("PRAGMA application_id = " + std::to_string(format::application_id));
        file.exec("PRAGMA user_version = " + std::to_string(format::version));
        write_rows<Skill>(file, "skill", content.skills);
        write_rows<Item>(file, "item", content.items);
        write_rows<Activity>(file, "activity", content.activities);
        write_rows<Category>(file, "category", content.categories);
        write_rows<Focus>(file, "focus", content.focus_areas);
        write_rows<format::TermRow>(file, "term", content.terms);
        write_rows<Measure>(file, "measure", content.measures);
        write_rows<format::HelpRow>(file, "help_level", content.help_levels);
        write_rows<GoalTemplate>(file, "goal_template", content.goals);
        write_rows<ConcernGroup>(file, "concern_group", content.concern_groups);
        write_rows<Concern>(file, "concern", content.concerns);
        write_rows<RedFlag>(file, "red_flag", content.red_flags);
        write_rows<ScreeningResult>(file, "screening_result", content.screening_results);
        write_rows<Drawing>(file, "drawing", content.pictures.drawings);
        write_rows<PictureRule>(file, "picture_rule", content.pictures.rules);
        write_rows<PictureName>(file, "picture_name", content.pictures.names);
        write_precautions(file, content);
        write_full_text(file, content);
        transaction.commit();
        file.exec("VACUUM");
    }
    std::filesystem::rename(temporary, path);
}

}  // namespace pegboard::compiler
