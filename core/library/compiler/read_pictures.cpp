// The pictures folder: pictures.toml says what each drawing is for, the drawings lie beside it, one file each. Drawings
// are made in two tones that it names; here they become the marks @mid and @deep.
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "core/library/compiler/content.h"
#include "core/library/content/toml_fields.h"

namespace pegboard::compiler {
namespace {

using content::Fields;

constexpr const char* rules_file = "pictures/pictures.toml";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    if (from.empty()) return;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What stands between the title and the end of the file, on one line.
std::string body_of(const std::string& text) {
    const std::size_t title = text.find("</title>"), end = text.rfind("</svg>");
    if (title == std::string::npos || end == std::string::npos || end < title) return {};
    std::string body, line;
    std::istringstream lines(text.substr(title + 8, end - title - 8));
    while (std::getline(lines, line)) {
        const std::size_t from = line.find_first_not_of(" \r");
        if (from != std::string::npos) body += line.substr(from);
    }
    return body;
}

class Reader {
 public:
    Reader(const std::filesystem::path& folder, Content& content, Problems& problems)
        : folder_(folder), content_(content), problems_(problems) {}

    void read() {
        try {
            const toml::table root = toml::parse_file((folder_ / rules_file).string());
            Fields fields(root, rules_file, "pictures", problems_);
            read_tones(fields);
            read_figures(fields);
            read_props(fields);
            read_grounds(fields);
            read_names(fields, "spaces", "space");
            read_names(fields, "interests", "interest");
            read_names(fields, "words", "word");
            read_names(fields, "same", "same");
            read_hair(fields);
            for (auto& rule : fields.tables("pose")) read_rule(rule, "pose");
            for (auto& rule : fields.tables("company")) read_rule(rule, "company");
            if (auto steps = fields.table_or_none("steps"))
                for (auto& rule : steps->tables("list")) read_rule(rule, "step");
            if (auto things = fields.table_or_none("things"))
                for (auto& rule : things->tables("list")) read_rule(rule, "thing");
            fields.finish();
            read_details();
        } catch (const toml::parse_error& error) {
            problems_.add({rules_file, static_cast<int>(error.source().begin.line)}, std::string(error.description()));
        }
    }

 private:
    Drawing& draw(const std::string& kind, const std::string& name, const Place& place) {
        const std::string file = "pictures/" + kind + (kind == "hair" ? "/" : "s/") + name + ".svg";
        Drawing& drawing = content_.pictures.drawings.emplace_back();
        drawing.kind = kind, drawing.name = name;
        content_.picture_parts[together({kind, " ", name})] = place;
        std::ifstream stream(folder_ / file);
        if (!stream) {
            problems_.add(place, together({kind, " \"", name, "\" has no drawing at ", file}));
            return drawing;
        }
        std::stringstream text;
        text << stream.rdbuf();
        const std::string_view grid = kind == "ground" ? "viewBox=\"0 0 156 60\"" : "viewBox=\"0 0 48 48\"";
        if (text.str().find(grid) == std::string::npos) problems_.add({file, 1}, "is not on the grid of its kind");
        drawing.svg = body_of(text.str());
        replace_all(drawing.svg, mid_, "@mid");
        replace_all(drawing.svg, deep_, "@deep");
        if (drawing.svg.empty()) problems_.add({file, 1}, "holds no drawing behind its title");
        if (drawing.svg.find('#') != std::string::npos) problems_.add({file, 1}, "is not drawn in the two tones");
        return drawing;
    }

    std::vector<double> numbers(Fields& fields, const std::string& key, std::size_t count) {
        auto list = fields.numbers_or_none(key);
        if (list.size() != count)
            problems_.add(fields.place(),
                          together({fields.owner(), ": \"", key, "\" needs ", std::to_string(count), " numbers"}));
        list.resize(count);
        return list;
    }

    std::vector<double> pairs(Fields& fields, const std::string& key) {
        auto list = fields.numbers_or_none(key);
        if (list.empty() || list.size() % 2 != 0)
            problems_.add(fields.place(), together({fields.owner(), ": \"", key, "\" needs pairs of numbers"}));
        return list;
    }

    template <class Read>
    void each_of(Fields& root, const std::string& table, Read read) {
        auto all = root.table_or_none(table);
        if (!all) return problems_.add(root.place(), "\"" + table + "\" is missing");
        for (const auto& name : all->keys())
            if (auto fields = all->table_or_none(name)) {
                fields->set_owner(together({table, " ", name}));
                read(name, *fields);
                fields->finish();
            }
    }

    void read_tones(Fields& root) {
        auto tones = root.table_or_none("tones");
        if (!tones) return problems_.add(root.place(), "\"tones\" is missing");
        mid_ = tones->text("mid");
        deep_ = tones->text("deep");
        tones->finish();
    }
    void read_figures(Fields& root) {
        each_of(root, "figures", [&](const std::string& name, Fields& fields) {
            Drawing& figure = draw("figure", name, fields.place());
            figure.head = numbers(fields, "head", 3);
            figure.hand = numbers(fields, "hand", 2);
            figure.extent = numbers(fields, "extent", 2);
            figure.table = fields.yes_no_or("table", false);
            figure.stands = fields.yes_no_or("stands", false);
        });
    }
    void read_props(Fields& root) {
        each_of(root, "props", [&](const std::string& name, Fields& fields) {
            Drawing& prop = draw("prop", name, fields.place());
            prop.place = fields.text("place");
            prop.numbers = {fields.number("scale")};
            if (fields.has("top")) prop.numbers.push_back(fields.number("top"));
            prop.aim = fields.yes_no_or("aim", false);
            prop.moved = fields.text_or_none("moved");
            if (!prop.moved.empty() && prop.moved != "thrown" && prop.moved != "pushed")
                problems_.add(fields.place(), name + ": \"moved\" must be thrown or pushed");
            if (fields.has("grip")) prop.hand = numbers(fields, "grip", 4);
            constexpr std::array places{"table", "floor", "air", "wall"};
            if (std::ranges::find(places, prop.place) == places.end())
                problems_.add(fields.place(), name + ": \"place\" must be table, floor, air or wall");
        });
    }
    void read_grounds(Fields& root) {
        each_of(root, "grounds", [&](const std::string& name, Fields& fields) {
            Drawing& ground = draw("ground", name, fields.place());
            ground.detail = pairs(fields, "detail");
            ground.numbers = {fields.number("from")};
        });
    }
    void read_hair(Fields& root) {
        auto hair = root.table_or_none("hair");
        if (!hair) return problems_.add(root.place(), "\"hair\" is missing");
        for (const auto& name : hair->list("kinds")) {
            content_.pictures.names.push_back({"hair", name, name});
            draw("hair", name, hair->place());
        }
        for (const auto& name : hair->list_or_none("baby")) {
            content_.pictures.names.push_back({"baby hair", name, name});
            if (content_.pictures.find("hair", name) == nullptr) draw("hair", name, hair->place());
        }
        for (const auto& name : hair->list_or_none("worn")) draw("hair", name, hair->place());
        hair->finish();
    }
    void read_names(Fields& root, const std::string& table, const std::string& kind) {
        auto all = root.table_or_none(table);
        if (!all) return problems_.add(root.place(), "\"" + table + "\" is missing");
        for (const auto& key : all->keys()) {
            content_.pictures.names.push_back({kind, key, all->text(key)});
            content_.picture_parts[together({kind, " ", key})] = all->place();
        }
    }
    void read_rule(Fields& fields, const std::string& kind) {
        PictureRule rule;
        rule.kind = kind;
        if (kind == "thing") rule.item = fields.text("item");
        rule.drawing = fields.text(kind == "thing" ? "prop" : "figure");
        fields.set_owner(together({kind, " ", rule.item, rule.drawing}));
        const std::pair<const char*, std::vector<std::string>*> lists[] = {
            {"positions", &rule.positions}, {"spaces", &rule.spaces},
            {"items", &rule.items},         {"skills", &rule.skills},
            {"needs", &rule.needs},         {"words", &rule.words},
            {"interests", &rule.interests}, {"supervision", &rule.supervision},
            {"shows", &rule.shows}};
        for (const auto& [key, list] : lists) *list = fields.list_or_none(key);
        rule.group_from = fields.whole_or_none("group_from").value_or(0);
        rule.under_months = fields.whole_or_none("under_months").value_or(0);
        rule.tool = fields.text_or_none("tool");
        rule.flies = fields.text_or_none("flies");
        rule.hair = fields.text_or_none("hair");
        rule.accompanied = fields.yes_no_or("accompanied", false);
        content_.picture_rules.push_back(fields.place());
        content_.pictures.rules.push_back(std::move(rule));
        fields.finish();
    }
    /// Details are named where they are used.
    void read_details() {
        const std::vector<PictureName> names = content_.pictures.names;
        for (const auto& name : names)
            if ((name.kind == "interest" || name.kind == "word") &&
                content_.pictures.find("detail", name.drawing) == nullptr)
                draw("detail", name.drawing, content_.picture_parts.find(together({name.kind, " ", name.of}))->second);
    }

    const std::filesystem::path& folder_;
    Content& content_;
    Problems& problems_;
    std::string mid_, deep_;  ///< as the drawings have them
};

/// Files that pictures.toml does not know.
void find_strays(const std::filesystem::path& folder, const Content& content, Problems& problems) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "pictures")) {
        const auto& path = entry.path();
        if (!entry.is_regular_file() || path.filename() == "pictures.toml") continue;
        std::string kind = path.parent_path().filename().string();
        if (kind != "hair" && !kind.empty()) kind.pop_back();
        if (path.extension() != ".svg" || content.pictures.find(kind, path.stem().string()) == nullptr)
            problems.add({std::filesystem::relative(path, folder).generic_string(), 1}, "no rule names this drawing");
    }
}

}  // namespace

void read_pictures(const std::filesystem::path& folder, Content& content, Problems& problems) {
    if (!std::filesystem::exists(folder / rules_file)) return problems.add({rules_file, 1}, "the file is missing");
    Reader(folder, content, problems).read();
    find_strays(folder, content, problems);
}

}  // namespace pegboard::compiler
