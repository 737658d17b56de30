// What pictures of activities are put together from: drawings in two tones, and the rules that choose among them by a
// record's fields. The compiler reads it from assets/library/pictures; at run time it comes with the library. It
// refuses to know colors: the tones stand as @mid and @deep.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace pegboard {

/// One drawing: "figure", "prop", "ground", "detail" or "hair". Figures, props, details and hair stand on a grid of
/// 48 x 48 with soles on y = 44, grounds on one of 156 x 60 with the floor from y = 53.
struct Drawing {
    std::string kind, name, svg;
    std::string place;           ///< of a prop: "table", "floor", "air" or "wall"
    std::string moved;           ///< of a prop: "thrown" or "pushed" by a figure that does so
    bool table = false;          ///< of a figure: sits at one
    bool stands = false;         ///< of a figure: on something that is stood on, where there is such a thing
    bool aim = false;            ///< of a prop: what is thrown or kicked goes there
    std::vector<double> head;    ///< of a figure: middle of the head and how far hair is turned
    std::vector<double> hand;    ///< of a figure: where a tool is held
    std::vector<double> extent;  ///< of a figure: from where to where the body goes
    std::vector<double> detail;  ///< of a ground: places for the sign of an interest in the wide picture, best first
    std::vector<double>
        numbers;  ///< of a prop its scale and where it is stood on, of a ground its small one's left edge
};

/// A figure for an activity ("pose"), who is with the child ("company") or a prop for one of its items ("thing"). What
/// is left empty asks for nothing.
struct PictureRule {
    std::string kind, item, drawing;
    std::vector<std::string> positions, spaces, items, skills, needs, words, interests, supervision;
    int group_from = 0, under_months = 0;
    std::string tool, flies, hair;   ///< of a pose
    std::vector<std::string> shows;  ///< of a pose: items the figure itself shows
    bool accompanied = false;        ///< of a pose: the figure itself shows who is with the child
};

/// The ground of a space, the detail of an interest or of a word in the title, the detail that says what a prop says
/// ("same"), a kind of hair, a kind of hair of a baby.
struct PictureName {
    std::string kind, of, drawing;
};

struct PictureKit {
    std::vector<Drawing> drawings;
    std::vector<PictureRule> rules;
    std::vector<PictureName> names;

    /// Null when there is none of the name.
    [[nodiscard]] const Drawing* find(std::string_view kind, std::string_view name) const;
    /// The drawing named for a space, an interest or a word; empty when there is none.
    [[nodiscard]] std::string named(std::string_view kind, std::string_view of) const;
};

}  // namespace pegboard
