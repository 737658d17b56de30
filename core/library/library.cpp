// The open library: the content of library.db with look-ups by id and the search index.
#include "core/library/library.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <unordered_map>

#include "core/library/activity_shelf.h"
#include "core/library/empty_library.h"
#include "core/library/read_library.h"

namespace pegboard {
namespace {

template <class T>
using ById = std::unordered_map<std::string_view, const T*>;

template <class T>
ById<T> by_id(const std::vector<T>& all, std::string T::* id) {
    ById<T> map;
    map.reserve(all.size());
    for (const auto& one : all) map.emplace(one.*id, &one);
    return map;
}

template <class T>
const T* find(const ById<T>& map, std::string_view id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : found->second;
}

/// Records are found by the ids they once had, too; today's ids win.
template <class T>
void add_former_ids(const std::vector<T>& all, ById<T>& map) {
    for (const auto& one : all)
        for (const auto& id : one.formerly) map.emplace(id, &one);
}

class LibraryInMemory final : public Library {
 public:
    explicit LibraryInMemory(LibraryContent content) : content_(std::move(content)) {
        show_filled_categories_first();
        skills_ = by_id(content_.skills, &Skill::id);
        items_ = by_id(content_.items, &Item::id);
        precautions_ = by_id(content_.precautions, &Precaution::code);
        categories_ = by_id(content_.categories, &Category::id);
        focus_areas_ = by_id(content_.focus_areas, &Focus::id);
        measures_ = by_id(content_.measures, &Measure::id);
        goal_templates_ = by_id(content_.goal_templates, &GoalTemplate::id);
        screening_results_ = by_id(content_.screening_results, &ScreeningResult::id);
        add_former_ids(content_.skills, skills_);
        add_former_ids(content_.items, items_);
        collect_names();
        built_in_ = content_.activities.size();
        put_up(std::move(content_.activities), {});
    }

    const std::vector<Skill>& skills() const override { return content_.skills; }
    const std::vector<Item>& items() const override { return content_.items; }
    const std::vector<Precaution>& precautions() const override { return content_.precautions; }
    const std::vector<Activity>& activities() const override { return shelf().activities; }
    const std::vector<Category>& categories() const override { return content_.categories; }
    const std::vector<Focus>& focus_areas() const override { return content_.focus_areas; }
    const std::vector<Named>& spaces() const override { return vocabulary("space"); }
    const std::vector<Named>& positions() const override { return vocabulary("position"); }
    const std::vector<Named>& attributes() const override { return vocabulary("attribute"); }
    const std::vector<Named>& needs() const override { return vocabulary("need"); }
    const std::vector<Named>& interests() const override { return vocabulary("interest"); }
    const std::vector<Named>& supervision() const override { return vocabulary("supervision"); }
    const std::vector<Named>& intensities() const override { return vocabulary("intensity"); }
    const std::vector<Named>& dimensions() const override { return vocabulary("dimension"); }
    const std::vector<Named>& cue_types() const override { return vocabulary("cue_type"); }
    const std::vector<Named>& allergens() const override { return vocabulary("allergen"); }
    const std::vector<Measure>& measures() const override { return content_.measures; }
    const std::vector<HelpLevel>& assist_levels() const override { return content_.assist_levels; }
    const std::vector<HelpLevel>& prompt_levels() const override { return content_.prompt_levels; }

    const std::vector<GoalTemplate>& goal_templates() const override { return content_.goal_templates; }
    const std::vector<ConcernGroup>& concern_groups() const override { return content_.concern_groups; }
    const std::vector<Concern>& concerns() const override { return content_.concerns; }
    const std::vector<RedFlag>& red_flags() const override { return content_.red_flags; }
    const std::vector<ScreeningResult>& screening_results() const override { return content_.screening_results; }

    const Skill* skill(std::string_view id) const override { return find(skills_, id); }
    const Item* item(std::string_view id) const override { return find(items_, id); }
    const Precaution* precaution(std::string_view code) const override { return find(precautions_, code); }
    const Activity* activity(std::string_view id) const override { return find(shelf().by_id, id); }
    const Category* category(std::string_view id) const override { return find(categories_, id); }
    const Focus* focus(std::string_view id) const override { return find(focus_areas_, id); }
    const Measure* measure(std::string_view id) const override { return find(measures_, id); }
    const GoalTemplate* goal_template(std::string_view id) const override { return find(goal_templates_, id); }
    const ScreeningResult* screening_result(std::string_view id) const override { return find(screening_results_, id); }
    std::vector<const GoalTemplate*> goal_templates(std::string_view wanted) const override {
        std::vector<const GoalTemplate*> found;
        for (const auto& goal : content_.goal_templates) {
            const Skill* worked_on = skill(goal.skill);
            const bool step_of_it = worked_on != nullptr && !wanted.empty() && worked_on->parent == wanted;
            if (goal.skill == wanted || step_of_it) found.push_back(&goal);
        }
        return found;
    }

    std::vector<const Skill*> steps_of(std::string_view sequence) const override {
        std::vector<const Skill*> steps;
        for (const auto& skill : content_.skills)
            if (skill.kind == "step" && skill.parent == sequence) steps.push_back(&skill);
        std::sort(steps.begin(), steps.end(), [](auto a, auto b) { return a->step_no < b->step_no; });
        return steps;
    }

    const std::string& name_of(std::string_view id) const override {
        if (const auto found = names_.find(id); found != names_.end()) return *found->second;
        // A word that is no id (a therapist's own interest, say) is its own name; kept because a
        // reference is handed out, and bounded by what is on screen.
        const std::scoped_lock one_at_a_time(unknown_lock_);  // workers ask, too
        return unknown_.try_emplace(std::string(id), id).first->second;
    }

    std::vector<Hit> search(std::string_view typed) const override { return shelf().index.find(typed); }

    void include_own(const std::vector<OwnActivity>& own) override {
        const auto& now = shelf();
        const bool none_before = now.activities.size() == built_in_ && now.archived.empty();
        if (own.empty() && none_before) return;
        const auto end = now.activities.begin() + static_cast<std::ptrdiff_t>(built_in_);
        put_up({now.activities.begin(), end}, own);
    }
    std::uint64_t revision() const override { return revision_; }
    const PictureKit& pictures() const override { return content_.pictures; }

 private:
    const std::vector<Named>& vocabulary(std::string_view name) const {
        static const std::vector<Named> none;
        const auto found = content_.vocabularies.find(name);
        return found == content_.vocabularies.end() ? none : found->second;
    }

    void show_filled_categories_first() {
        const auto filled = [this](const Category& category) {
            return std::any_of(content_.activities.begin(), content_.activities.end(),
                               [&](const Activity& activity) { return activity.category == category.id; });
        };
        std::vector<Category> ordered;
        std::ranges::copy_if(content_.categories, std::back_inserter(ordered), filled);
        std::ranges::copy_if(content_.categories, std::back_inserter(ordered), std::not_fn(filled));
        content_.categories = std::move(ordered);
    }

    void collect_names() {
        const auto add = [this](const auto& all, auto id, auto name) {
            for (const auto& one : all) names_.emplace(one.*id, &(one.*name));  // the first one named wins
        };
        add(vocabulary("space"), &Named::id, &Named::name);
        for (const auto& [vocabulary, terms] : content_.vocabularies) add(terms, &Named::id, &Named::name);
        add(content_.categories, &Category::id, &Category::name);
        add(content_.focus_areas, &Focus::id, &Focus::name);
        add(content_.skills, &Skill::id, &Skill::name);
        add(content_.items, &Item::id, &Item::name);
        add(content_.precautions, &Precaution::code, &Precaution::label);
        add(content_.measures, &Measure::id, &Measure::name);
    }

    void put_up(std::vector<Activity> built_in, const std::vector<OwnActivity>& own) {
        shelves_.push_back(make_shelf(*this, std::move(built_in), own));
        shelf_.store(shelves_.back().get());
        if (shelves_.size() > kept_shelves + 1) shelves_.pop_front();
        ++revision_;
    }
    const ActivityShelf& shelf() const { return *shelf_.load(); }

    LibraryContent content_;
    ById<Skill> skills_;
    ById<Item> items_;
    ById<Precaution> precautions_;
    ById<Category> categories_;
    ById<Focus> focus_areas_;
    ById<Measure> measures_;
    ById<GoalTemplate> goal_templates_;
    ById<ScreeningResult> screening_results_;
    std::unordered_map<std::string_view, const std::string*> names_;
    mutable std::map<std::string, std::string, std::less<>> unknown_;
    mutable std::mutex unknown_lock_;
    std::size_t built_in_ = 0;
    std::deque<std::unique_ptr<const ActivityShelf>> shelves_;  ///< the last one is shown
    std::atomic<const ActivityShelf*> shelf_ = nullptr;
    std::atomic<std::uint64_t> revision_ = 0;
};

}  // namespace

std::unique_ptr<Library> empty_library() { return std::make_unique<LibraryInMemory>(LibraryContent{}); }

Result<std::unique_ptr<Library>> Library::open(const std::filesystem::path& file) {
    auto content = read_library(file);
    if (!content) return content.error();
    return std::unique_ptr<Library>(std::make_unique<LibraryInMemory>(content.take()));
}

}  // namespace pegboard
