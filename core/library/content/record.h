// A record read from a text file and where its fields stand, so that whatever is wrong with it can be
// said with file and line.
#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pegboard::content {

struct Place {
    std::string file;  ///< relative to the content folder: "activities/ball.toml"
    int line = 0;
};
/// Pieces of a message as one text.
inline std::string together(std::initializer_list<std::string_view> pieces) {
    std::string all;
    for (const auto piece : pieces) all += piece;
    return all;
}

struct Problem {
    Place place;
    std::string text;  ///< "HJ12: skill \"gm.hopp\" does not exist"
};

/// All that is wrong, not just the first thing.
class Problems {
 public:
    void add(const Place& place, std::string text) { all_.push_back({place, std::move(text)}); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    /// By file and line.
    [[nodiscard]] std::vector<Problem> sorted() const;

 private:
    std::vector<Problem> all_;
};

/// A row of content and where it and its fields stand: "steps" or, for the third step, "steps.2".
template <class T>
struct Record : T {
    Place place;
    std::map<std::string, Place, std::less<>> fields;

    /// Where a field stands; the list for an entry without a place of its own, else the record.
    [[nodiscard]] Place at(std::string field) const {
        while (true) {
            if (const auto found = fields.find(field); found != fields.end()) return found->second;
            const auto dot = field.rfind('.');
            if (dot == std::string::npos) return place;
            field.resize(dot);
        }
    }
};

}  // namespace pegboard::content
