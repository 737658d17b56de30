// Goes through the rules: the first that fits is taken.
#include "core/pictures/scene.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/library/library.h"

namespace pegboard {
namespace {

using Texts = std::vector<std::string>;

bool among(const Texts& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

template <class Match>
bool any(const Texts& wanted, Match match) {
    return wanted.empty() || std::ranges::any_of(wanted, match);
}

bool is_letter_at(std::string_view text, std::size_t place) {
    return place < text.size() && text[place] >= 'a' && text[place] <= 'z';
}

/// True when the text has the word, or more of it ("boats"); both folded.
bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        std::size_t end = at + word.size();
        if (end < text.size() && text[end] == 's') ++end;
        if ((at == 0 || !is_letter_at(text, at - 1)) && !is_letter_at(text, end)) return true;
    }
    return false;
}

/// A record as the rules ask about it.
struct RecordWords {
    const Activity& activity;
    std::string title, words;
    Texts required{}, optional{};

    explicit RecordWords(const Activity& of) : activity(of), title(fold(of.title)), words(title + ' ' + fold(of.idea)) {
        for (const auto& used : of.items) (used.optional ? optional : required).push_back(used.item);
    }
};

bool fits(const PictureRule& rule, const RecordWords& asked) {
    const Activity& activity = asked.activity;
    return any(rule.positions, [&](const auto& one) { return one == activity.position; }) &&
           any(rule.spaces, [&](const auto& one) { return one == activity.space; }) &&
           any(rule.supervision, [&](const auto& one) { return one == activity.supervision; }) &&
           any(rule.items, [&](const auto& one) { return among(asked.required, one); }) &&
           any(rule.needs, [&](const auto& one) { return among(activity.needs, one); }) &&
           any(rule.interests, [&](const auto& one) { return among(activity.interests, one); }) &&
           any(rule.words, [&](const auto& one) { return has_word(asked.words, one); }) &&
           any(rule.skills,
               [&](const auto& begin) {
                   return std::ranges::any_of(activity.skills, [&](const auto& id) { return id.starts_with(begin); });
               }) &&
           activity.group_min >= rule.group_from &&
           (rule.under_months == 0 || activity.age_min_months < rule.under_months);
}

const PictureRule* first_rule(const PictureKit& kit, std::string_view kind, std::string_view item,
                              const RecordWords& asked) {
    for (const PictureRule& rule : kit.rules)
        if (rule.kind == kind && rule.item == item && fits(rule, asked)) return &rule;
    return nullptr;
}

/// The rule asks for more than the item: its prop says more of the activity.
bool is_particular(const PictureRule& rule) {
    return !rule.skills.empty() || !rule.words.empty() || !rule.needs.empty() || !rule.interests.empty();
}

/// Props of the items, those that say most first.
void add_props(const PictureKit& kit, const Texts& items, const PictureRule* pose, const RecordWords& asked,
               Texts& props) {
    Texts plain;
    for (const auto& item : items) {
        if (pose != nullptr && among(pose->shows, item)) continue;
        const PictureRule* thing = first_rule(kit, "thing", item, asked);
        if (thing == nullptr || among(props, thing->drawing) || among(plain, thing->drawing)) continue;
        (is_particular(*thing) ? props : plain).push_back(thing->drawing);
    }
    props.insert(props.end(), plain.begin(), plain.end());
}

/// Props of the required items; of the optional ones the first, where nothing else is needed.
Texts props_of(const PictureKit& kit, const PictureRule* pose, const RecordWords& asked) {
    Texts props;
    add_props(kit, asked.required, pose, asked, props);
    if (!props.empty()) return props;
    add_props(kit, asked.optional, pose, asked, props);
    if (props.size() > 1) props.resize(1);
    return props;
}

/// Details in the order they are wanted: words of the title, then interests.
Texts details_of(const PictureKit& kit, const RecordWords& asked) {
    Texts details;
    const auto add = [&](const std::string& detail) {
        if (!detail.empty() && !among(details, detail)) details.push_back(detail);
    };
    for (const PictureName& name : kit.names)
        if (name.kind == "word" && has_word(asked.title, name.of)) add(name.drawing);
    for (const auto& interest : asked.activity.interests) add(kit.named("interest", interest));
    return details;
}

/// The same child for the same record, whatever else changes.
std::string hair_of(const PictureKit& kit, std::string_view id, bool baby) {
    Texts kinds;
    for (const PictureName& name : kit.names)
        if (name.kind == (baby ? "baby hair" : "hair")) kinds.push_back(name.drawing);
    if (kinds.empty() && baby) return hair_of(kit, id, false);
    std::uint32_t hash = 2166136261U;
    for (const char letter : id) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return kinds.empty() ? std::string() : kinds[hash % kinds.size()];
}

/// The detail says once more what a prop says.
bool repeats(const PictureKit& kit, const Texts& props, const std::string& detail) {
    return std::ranges::any_of(props, [&](const auto& prop) { return kit.named("same", prop) == detail; });
}

bool hangs_on_wall(const PictureKit& kit, const std::string& prop) {
    const Drawing* drawing = kit.find("prop", prop);
    return drawing != nullptr && drawing->place == "wall";
}

std::string joined(const Texts& all) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? "" : ",") + one;
    return text;
}

using Field = std::pair<std::string_view, std::string Scene::*>;
constexpr std::array<Field, 7> scene_fields{Field{"figure", &Scene::figure}, Field{"hair", &Scene::hair},
                                            Field{"tool", &Scene::tool},     Field{"flies", &Scene::flies},
                                            Field{"ground", &Scene::ground}, Field{"mate", &Scene::mate},
                                            Field{"detail", &Scene::detail}};

}  // namespace

std::string encode(const Scene& scene) {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        if (!text.empty()) text += ' ';
        text += name;
        text += '=' + value;
    };
    for (const auto& [name, field] : scene_fields) add(name, scene.*field);
    add("props", joined(scene.props));
    return text;
}

Scene decode_scene(std::string_view text) {
    Scene scene;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        std::string_view value = part.substr(equals + 1);
        for (const auto& [name, field] : scene_fields)
            if (part.substr(0, equals) == name) scene.*field = value;
        if (part.substr(0, equals) != "props") continue;
        while (!value.empty()) {
            const std::string_view prop = value.substr(0, value.find(','));
            scene.props.emplace_back(prop);
            value.remove_prefix(std::min(value.size(), prop.size() + 1));
        }
    }
    return scene;
}

std::vector<Scene> scenes_of(const PictureKit& kit, const Activity& activity) {
    const RecordWords asked(activity);
    const PictureRule* pose = first_rule(kit, "pose", {}, asked);
    const PictureRule* company = first_rule(kit, "company", {}, asked);
    Scene scene;
    scene.figure = pose != nullptr ? pose->drawing : "stand";
    const bool baby = pose != nullptr && pose->under_months > 0;
    scene.hair = pose != nullptr && !pose->hair.empty() ? pose->hair : hair_of(kit, activity.id, baby);
    if (pose != nullptr) scene.tool = pose->tool, scene.flies = pose->flies;
    if (company != nullptr && (pose == nullptr || !pose->accompanied)) scene.mate = company->drawing;
    scene.ground = kit.named("space", activity.space);
    Texts props = props_of(kit, pose, asked);
    if (props.size() > 1 && among(props, "mat")) {  // a mat becomes the ground
        std::erase(props, "mat");
        if (scene.ground == "room") scene.ground = "floor-small";
    }
    Texts details = details_of(kit, asked);
    std::ranges::stable_partition(details, [&](const auto& detail) { return !repeats(kit, props, detail); });
    if (details.empty()) details.emplace_back();
    if (props.empty()) props.emplace_back();
    std::vector<Scene> scenes;
    std::ranges::stable_partition(props, [&](const auto& prop) { return is_moved(kit, scene, prop); });
    const bool moves = is_moved(kit, scene, props.front());  // then it stays the first
    for (std::size_t first = 0; first < (moves ? 1 : props.size()); ++first)
        for (const auto& detail : details) {
            Scene each = scene;
            each.detail = detail;
            for (std::size_t i = 0; i < props.size() && each.props.size() < 2; ++i)
                if (const auto& prop = props[(first + i) % props.size()]; !prop.empty()) each.props.push_back(prop);
            // A window would show through what hangs on the wall.
            if (each.ground == "room" &&
                std::ranges::any_of(each.props, [&](const auto& p) { return hangs_on_wall(kit, p); }))
                each.ground = "rug";
            scenes.push_back(std::move(each));
        }
    return scenes;
}

namespace {

/// "Hop", said first, is what the step asks the child to do.
std::string first_word(std::string_view step) {
    std::string word = fold(step.substr(0, step.find(' ')));
    while (!word.empty() && !is_letter_at(word, word.size() - 1)) word.pop_back();
    return word;
}

/// Props of the activity that the step names: "ball-play" is a ball.
Texts props_in(const PictureKit& kit, const PictureRule* pose, const RecordWords& asked, std::string_view step) {
    Texts all, named;
    add_props(kit, asked.required, pose, asked, all);
    add_props(kit, asked.optional, pose, asked, all);
    for (const auto& prop : all)
        if (has_word(step, std::string_view(prop).substr(0, prop.find('-')))) named.push_back(prop);
    if (named.size() > 1) named.resize(1);
    return named;
}

}  // namespace

std::vector<std::string> pictures_of_steps(const PictureKit& kit, const Activity& activity) {
    constexpr int speaks_to_child_months = 24;  // the steps for younger ones tell the adult what to do
    const RecordWords record(activity);
    const PictureRule* pose = first_rule(kit, "pose", {}, record);
    const bool device = pose != nullptr && !pose->needs.empty();
    if (!activity.home_ok || activity.age_min_months < speaks_to_child_months || device) return {};
    const Scene whole = decode_scene(activity.picture);
    Texts pictures;
    std::string before;
    for (const std::string& step : activity.steps) {
        RecordWords asked(activity);
        asked.words = first_word(step);
        std::string picture;
        if (const PictureRule* rule = first_rule(kit, "step", {}, asked)) {
            Scene scene;
            scene.figure = rule->drawing, scene.tool = rule->tool, scene.flies = rule->flies;
            scene.hair = whole.hair, scene.ground = whole.ground;
            scene.props = props_in(kit, rule, record, fold(step));
            const bool same = scene.figure == whole.figure && !whole.props.empty();
            if (same && (scene.props.empty() || is_moved(kit, scene, whole.props.front())))
                scene.props = {front_prop(kit, whole)};
            picture = encode(scene);
        }
        pictures.push_back(picture.empty() || picture == before ? "-" : picture);
        if (!picture.empty()) before = picture;
    }
    if (before.empty()) pictures.clear();
    return pictures;
}

void give_pictures(const PictureKit& kit, Activity& activity) {
    activity.picture = encode(scenes_of(kit, activity).front());
    activity.step_pictures = pictures_of_steps(kit, activity);
}

bool is_moved(const PictureKit& kit, const Scene& scene, std::string_view prop) {
    const Drawing* drawing = kit.find("prop", prop);
    return drawing != nullptr && !scene.flies.empty() &&
           drawing->moved == (scene.flies == "push" ? "pushed" : "thrown");
}

std::string stood_on(const PictureKit& kit, const Scene& scene) {
    const Drawing* figure = kit.find("figure", scene.figure);
    if (figure == nullptr || !figure->stands) return {};
    for (const auto& prop : scene.props)
        if (const Drawing* drawing = kit.find("prop", prop); drawing != nullptr && drawing->numbers.size() > 1)
            return prop;
    return {};
}

std::string front_prop(const PictureKit& kit, const Scene& scene) {
    if (scene.props.empty()) return {};
    const Drawing* figure = kit.find("figure", scene.figure);
    if (figure != nullptr && figure->table)
        for (const auto& prop : scene.props)
            if (const Drawing* drawing = kit.find("prop", prop); drawing != nullptr && drawing->place != "floor")
                return prop;
    return scene.props.front();
}

std::string small_look(const PictureKit& kit, const Scene& scene) {
    return scene.figure + ' ' + scene.tool + ' ' + front_prop(kit, scene) + ' ' + scene.detail;
}

}  // namespace pegboard
