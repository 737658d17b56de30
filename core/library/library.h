// The built-in content at run time: skills, items, precautions, activities, vocabularies, read once
// from library.db into plain structs, with search; a therapist's own activities join in. It refuses to write.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/goal_bank.h"
#include "core/library/screening.h"
#include "core/model/activity.h"
#include "core/model/enums.h"
#include "core/model/own_activity.h"
#include "core/pictures/kit.h"
#include "core/result.h"

namespace pegboard {

struct Skill {
    std::string id, kind, parent, name, parent_name, short_name, discipline, focus, focus2;
    int step_no = 0;
    std::optional<int> from_months, to_months;
    bool compare_window = true;
    std::vector<std::string> prerequisites, sources;
    std::vector<std::string> formerly;  ///< ids it had in earlier libraries; looked up all the same
};
struct Item {
    std::string id, name, kind, substitute, hazard_note;
    std::vector<std::string> attributes, allergens;
    std::vector<std::string> substitute_attributes, substitute_allergens;  ///< replace those above
    bool varies = false;             ///< its allergens depend on what is used: never taken as known
    bool substitute_varies = false;  ///< the same, of the substitute
    std::vector<std::string> formerly;
};
struct PrecautionParameter {
    std::string name, label, kind, careful;  ///< kind: choice, date, list, text, yes_no
    std::vector<std::string> options;
    bool required = false;
};
enum class Verdict { fine, flag, exclude };
struct PrecautionRule {
    Verdict verdict = Verdict::flag;
    std::map<std::string, std::vector<std::string>> when;
    std::vector<std::string> attributes, positions, items, skills, spaces;
    std::vector<std::string> needs{};         ///< what it asks of the child: "two_hands"
    std::vector<std::string> unless_needs{};  ///< it spares what asks for one of these: "crutches"
    std::vector<std::string> supervision{};   ///< how closely an adult helps: "hands_on"; flags only
    int group_above = 0;                      ///< 0: not used
    int under_months = 0;                     ///< 0: any age
    int minutes_above = 0;                    ///< only where it takes longer than this; 0: however long
    bool allergen_overlap = false;
    bool reminder = false;  ///< something to look at; it asks for no gentler way. Flags only
    std::string excluded_by_parameter;
    std::string reason;
};
/// When a child's diagnoses make a precaution worth asking for. It is proposed, never added.
struct PrecautionProposal {
    std::vector<std::string> names;                 ///< folded beginnings of words, in order: "down syn"
    std::vector<std::string> icd10;                 ///< beginnings of codes, without the dot: "Q05"
    std::map<std::string, std::string> parameters;  ///< answers it proposes with it
    std::string reason;                             ///< "Children with trisomy 21 can have an unstable neck"
};
struct Precaution {
    std::string code, label, short_label, family, severity, ask, line, source;
    bool asked = true;  ///< belongs to what is asked once of every child
    std::vector<PrecautionParameter> parameters;
    std::vector<PrecautionRule> rules;
    std::vector<PrecautionProposal> proposals;
};
struct Category {
    std::string id, name, focus, hue, illustration;
    std::vector<Arc> arcs;  ///< where its activities usually stand in a session
};
struct Focus {
    std::string id, discipline, name, short_name, hue;
};
struct Named {
    std::string id, name, note;
    std::vector<std::string> contains;  ///< spaces only: a hall holds a room
    std::string young_note{};           ///< universal line in its place where somebody is younger than ...
    int young_under_months = 0;         ///< ... this; 0: there is none. Without a `note`, older children need no line
};  ///< space, position, attribute, interest ... note: universal line
struct Measure {
    std::string id, name, records, unit, better, note;
};
struct HelpLevel {
    int level = 0;
    std::string code, name, words, child_does, helper;  ///< of a prompt, `helper` is what it means
};

/// One search hit: index into activities(), best first.
struct Hit {
    int activity = 0;
    double rank = 0;
};

class Library {
 public:
    /// Reads library.db. Errors: storage when it is missing or of another format version.
    static Result<std::unique_ptr<Library>> open(const std::filesystem::path& file);
    virtual ~Library() = default;

    [[nodiscard]] virtual const std::vector<Skill>& skills() const = 0;
    [[nodiscard]] virtual const std::vector<Item>& items() const = 0;
    [[nodiscard]] virtual const std::vector<Precaution>& precautions() const = 0;
    /// Built-in ones in page order, then a therapist's own.
    [[nodiscard]] virtual const std::vector<Activity>& activities() const = 0;
    /// Those that hold activities come first, in page order.
    [[nodiscard]] virtual const std::vector<Category>& categories() const = 0;
    [[nodiscard]] virtual const std::vector<Focus>& focus_areas() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& spaces() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& positions() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& attributes() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& needs() const = 0;  ///< what an activity can ask of a child
    [[nodiscard]] virtual const std::vector<Named>& interests() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& supervision() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& intensities() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& dimensions() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& cue_types() const = 0;
    [[nodiscard]] virtual const std::vector<Named>& allergens() const = 0;
    [[nodiscard]] virtual const std::vector<Measure>& measures() const = 0;
    [[nodiscard]] virtual const std::vector<HelpLevel>& assist_levels() const = 0;
    [[nodiscard]] virtual const std::vector<HelpLevel>& prompt_levels() const = 0;
    [[nodiscard]] virtual const std::vector<GoalTemplate>& goal_templates() const = 0;
    [[nodiscard]] virtual const std::vector<ConcernGroup>& concern_groups() const = 0;
    [[nodiscard]] virtual const std::vector<Concern>& concerns() const = 0;
    [[nodiscard]] virtual const std::vector<RedFlag>& red_flags() const = 0;
    [[nodiscard]] virtual const std::vector<ScreeningResult>& screening_results() const = 0;

    [[nodiscard]] virtual const Skill* skill(std::string_view id) const = 0;
    [[nodiscard]] virtual const Item* item(std::string_view id) const = 0;
    [[nodiscard]] virtual const Precaution* precaution(std::string_view code) const = 0;
    [[nodiscard]] virtual const Activity* activity(std::string_view id) const = 0;
    [[nodiscard]] virtual const Category* category(std::string_view id) const = 0;
    [[nodiscard]] virtual const Focus* focus(std::string_view id) const = 0;
    [[nodiscard]] virtual const Measure* measure(std::string_view id) const = 0;
    [[nodiscard]] virtual const GoalTemplate* goal_template(std::string_view id) const = 0;
    /// Goals of the bank for a skill, in the bank's order; of all its steps when it is a sequence.
    [[nodiscard]] virtual std::vector<const GoalTemplate*> goal_templates(std::string_view skill) const = 0;
    /// What a screening says for a result ("OT", "WATCH") or a red flag's tier ("today").
    [[nodiscard]] virtual const ScreeningResult* screening_result(std::string_view id) const = 0;
    /// Steps of a sequence in order; empty for other skills.
    [[nodiscard]] virtual std::vector<const Skill*> steps_of(std::string_view sequence) const = 0;
    /// Screen name of a vocabulary's term ("hall" -> "Hall (8 m run)"), category, focus area, skill,
    /// item, precaution or measure; the id itself when unknown. Some ids are shared ("stairs" is a
    /// space and an item, "room" a space and a way to supervise): spaces come first, then the order
    /// above. Where that matters, ask item(), measure() or the vocabulary itself.
    [[nodiscard]] virtual const std::string& name_of(std::string_view id) const = 0;

    /// Activities whose words begin with every typed word, ignoring case, accents and slips of the finger
    /// (search_index.h says how many), in title, skills and category, idea, steps and items, ranked in that order; best
    /// match first, then page order. All of them when nothing is typed. Reads memory only: under 1 ms.
    [[nodiscard]] virtual std::vector<Hit> search(std::string_view typed) const = 0;

    /// Puts a therapist's own activities behind the built-in ones, in place of those put there before: activities(),
    /// activity() and search() know them from then on; archived ones only activity(). Call it on one thread, between
    /// frames. What was handed out before stays readable, also on other threads, until it has been called
    /// `kept_shelves` times more.
    virtual void include_own(const std::vector<OwnActivity>& own) = 0;
    static constexpr std::size_t kept_shelves = 8;
    /// Grows with every change of the activities: whatever is kept of them goes by it.
    [[nodiscard]] virtual std::uint64_t revision() const = 0;

    /// What the pictures of activities are put together from.
    [[nodiscard]] virtual const PictureKit& pictures() const = 0;
};

/// Where fold() puts letters: lower case, accents removed ("Łucja Nguyễn" -> "lucja nguyen").
std::string fold(std::string_view text);

}  // namespace pegboard
