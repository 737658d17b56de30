// One TOML table read field by field, with problems instead of exceptions. It notes where each field
// stands and, at the end, names every field that nobody asked for.
#pragma once
#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/library/content/record.h"

namespace pegboard::content {

class Fields {
 public:
    /// `owner` names the record in messages: "HJ12".
    Fields(const toml::table& table, std::string file, std::string owner, Problems& problems);

    void set_owner(std::string owner) { owner_ = std::move(owner); }
    [[nodiscard]] const std::string& owner() const { return owner_; }
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] bool has(const std::string& key) const { return table_->contains(key); }

    /// Required text; never empty, no tabs or line ends.
    std::string text(const std::string& key);
    /// Text that may be absent.
    std::string text_or_none(const std::string& key);
    int whole(const std::string& key);
    std::optional<int> whole_or_none(const std::string& key);
    bool yes_no(const std::string& key);
    bool yes_no_or(const std::string& key, bool otherwise);
    std::vector<std::string> list(const std::string& key);
    std::vector<std::string> list_or_none(const std::string& key);
    double number(const std::string& key);
    /// A list of numbers that may be absent.
    std::vector<double> numbers_or_none(const std::string& key);
    /// The tables of an array of tables, each ready to be read.
    std::vector<Fields> tables(const std::string& key);
    std::optional<Fields> table_or_none(const std::string& key);
    /// Names of the table's fields, for maps.
    std::vector<std::string> keys() const;

    /// Reports fields never asked for. Places of all fields asked for so far.
    void finish();
    [[nodiscard]] const std::map<std::string, Place, std::less<>>& places() const { return places_; }
    /// Adds a nested table's places under "key.index.".
    void adopt_places(const std::string& prefix, const Fields& nested);

 private:
    Place place_of(const toml::node& node) const;
    const toml::node* take(const std::string& key, bool required);
    void problem(const Place& place, const std::string& text) { problems_->add(place, owner_ + ": " + text); }
    std::string checked_text(const toml::node& node, const std::string& key);
    std::vector<std::string> texts_of(const toml::node& node, const std::string& key);

    const toml::table* table_;  ///< outlives this reader; a copy would lose the lines
    std::string file_, owner_;
    Problems* problems_;
    Place place_;
    std::set<std::string, std::less<>> asked_;
    std::map<std::string, Place, std::less<>> places_;
};

}  // namespace pegboard::content
