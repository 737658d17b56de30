// Rows of the Caseload screen: made once per revision and day, then filtered and sorted by the view.
#include <algorithm>
#include <limits>

#include "app/caseload/caseload.h"
#include "core/progress/todo.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {
constexpr long never = std::numeric_limits<long>::max();

std::vector<GoalLook> focus_of(const Library& library, const ChildFacts& facts) {
    std::vector<GoalLook> looks;
    for (const Goal* goal : facts.open_goals) {
        const std::string_view category = category_of_skill(goal->skill);
        if (std::ranges::none_of(looks, [&](const GoalLook& look) { return look.category == category; }))
            looks.push_back(look_of(library, goal->skill));
    }
    return looks;
}

CaseloadRow make_row(const Ui& ui, const Child& child, const ChildFacts& facts) {
    const Date today = ui.clock.today;
    CaseloadRow row;
    row.id = child.id;
    row.name = shown_name(ui, child);
    row.avatar = initials(full_name(child));
    row.months = age_months(child.date_of_birth, today);
    row.age = say_age_on(child.date_of_birth, today);
    if (const auto corrected = corrected_age_months(child, today)) row.corrected = say_age(*corrected) + " corrected";
    row.lead = lead_of(child);
    row.focus = focus_of(*ui.library, facts);
    row.open_goals = facts.open_count();
    row.next_at = never;
    if (facts.next) {
        row.next = facts.next->id;
        row.when = session_when(*facts.next, today);
        row.where = facts.next->place;
        row.next_at = facts.next->date.day * 1440L + facts.next->start_min;
    }
    for (Attention& attention : attention_of(child, facts, today)) row.alerts.push_back(std::move(attention.badge));
    row.needs_attention = !row.alerts.empty();
    row.archived = child.archived;
    if (child.archived)
        row.left = "Archived";
    else if (is_discharged(child, today))
        row.left = "Discharged " + say_short(child.discharge->date, today);
    row.folded = fold(full_name(child) + " " + child.first_name);
    for (const ChildPrecaution& each : child.precautions)
        if (const Precaution* known = ui.library->precaution(each.code)) row.cares += fold(known->label) + " ";
    const TherapistId me = ui.caseload->practice().me;
    const auto mine = [&](const auto& named) { return named.therapist == me; };
    row.mine = me && (std::ranges::any_of(child.services, mine) ||
                      std::ranges::any_of(facts.open_goals, [&](const Goal* goal) { return mine(*goal); }));
    return row;
}

BadgeKind kind_of(const progress::Todo& todo) {
    using enum progress::LookKind;
    if (todo.kind != progress::TodoKind::goal) return BadgeKind::info;
    if (todo.look == check_now || todo.look == slipped) return BadgeKind::danger;
    if (todo.look == met) return BadgeKind::good;
    return todo.look == change || todo.look == plateau ? BadgeKind::warn : BadgeKind::plain;
}

/// Goals that ask for a look and notes that wait, before the dates; and each child's place among all.
void add_todos(CaseloadRows& rows, const Ui& ui) {
    const auto list = progress::attention_list(*ui.caseload, ui.caseload->practice().me, ui.clock.today);
    const auto row_of = [&](ChildId child) { return std::ranges::find(rows.all, child, &CaseloadRow::id); };
    for (auto todo = list.rbegin(); todo != list.rend(); ++todo) {
        const auto row = row_of(todo->child);
        if (row == rows.all.end() || todo->kind == progress::TodoKind::report_due) continue;
        const char* glyph = todo->kind == progress::TodoKind::goal ? icon::flag_variant : icon::note_outline;
        row->alerts.insert(row->alerts.begin(), {kind_of(*todo), glyph, todo->words});
        if (!row->needs_attention) ++rows.attention;
        row->needs_attention = true;
    }
    for (const progress::ChildAttention& each : progress::by_child(list))
        if (const auto row = row_of(each.child); row != rows.all.end()) row->rank = each.rank;
}

void make_all(CaseloadRows& rows, const Ui& ui) {
    const auto facts = gather_facts(*ui.caseload, ui.clock.today);
    const ChildFacts nothing;
    rows.all.clear();
    rows.categories.clear();
    rows.on_caseload = rows.archived = rows.attention = 0;
    for (const Child& child : ui.caseload->children()) {
        const auto at = facts.find(child.id);
        rows.all.push_back(make_row(ui, child, at == facts.end() ? nothing : at->second));
        const CaseloadRow& row = rows.all.back();
        (row.archived ? rows.archived : rows.on_caseload) += 1;
        rows.attention += row.needs_attention ? 1 : 0;
        if (row.archived) continue;
        for (const GoalLook& look : row.focus)
            if (std::ranges::none_of(rows.categories, [&](const GoalLook& c) { return c.category == look.category; }))
                rows.categories.push_back(look);
    }
    std::ranges::sort(rows.categories, {}, &GoalLook::short_name);
    add_todos(rows, ui);
}

bool in_band(AgeBand band, int months) {
    const int years = months / 12;
    switch (band) {
        case AgeBand::under_3:
            return years < 3;
        case AgeBand::from_3_to_5:
            return years >= 3 && years < 6;
        case AgeBand::from_6_to_8:
            return years >= 6 && years < 9;
        case AgeBand::from_9:
            return years >= 9;
        case AgeBand::any:
            break;
    }
    return true;
}

/// Every typed word begins some word of the name.
bool named_like(const std::string& folded_name, const std::string& folded_typed) {
    for (std::size_t from = 0; from < folded_typed.size();) {
        const std::size_t to = std::min(folded_typed.find(' ', from), folded_typed.size());
        if (to > from) {
            const std::string word = folded_typed.substr(from, to - from);
            if (!folded_name.starts_with(word) && folded_name.find(" " + word) == std::string::npos) return false;
        }
        from = to + 1;
    }
    return true;
}

bool passes(const CaseloadFilter& filter, const std::string& typed, const CaseloadRow& row) {
    if (row.archived != filter.archived) return false;
    if (filter.team == 0 && !row.mine) return false;
    if (filter.attention && !row.needs_attention) return false;
    if (filter.ot != filter.pt) {
        const Lead wanted = filter.ot ? Lead::ot : Lead::pt;
        if (row.lead != wanted && row.lead != Lead::both) return false;
    }
    if (!filter.category.empty() &&
        std::ranges::none_of(row.focus, [&](const GoalLook& look) { return look.category == filter.category; }))
        return false;
    constexpr std::size_t least_letters = 3;  // "s" is the beginning of a name, "shunt" of a precaution
    const bool found = named_like(row.folded, typed) || (typed.size() >= least_letters && named_like(row.cares, typed));
    return in_band(filter.age, row.months) && found;
}

bool before(const CaseloadRow& a, const CaseloadRow& b, CaseloadSort sort) {
    switch (sort) {
        case CaseloadSort::age:
            return a.months < b.months;
        case CaseloadSort::next:
            return a.next_at < b.next_at;
        case CaseloadSort::open_goals:
            return a.open_goals < b.open_goals;
        case CaseloadSort::alerts:
            return a.rank != b.rank ? a.rank < b.rank : a.alerts.size() > b.alerts.size();
        case CaseloadSort::name:
            break;
    }
    return a.folded < b.folded;
}

void choose_shown(CaseloadRows& rows) {
    const std::string typed = fold(rows.filter.typed);
    rows.shown.clear();
    for (std::size_t i = 0; i < rows.all.size(); ++i)
        if (passes(rows.filter, typed, rows.all[i])) rows.shown.push_back(static_cast<int>(i));
    const auto row = [&](int i) -> const CaseloadRow& { return rows.all[static_cast<std::size_t>(i)]; };
    std::ranges::sort(rows.shown, [&](int a, int b) { return row(a).folded < row(b).folded; });
    std::ranges::stable_sort(rows.shown, [&](int a, int b) {
        return rows.descending ? before(row(b), row(a), rows.sort) : before(row(a), row(b), rows.sort);
    });
}
}  // namespace

void find_caseload_rows(CaseloadRows& rows, const Ui& ui, const CaseloadFilter& filter, CaseloadSort sort,
                        bool descending) {
    const bool stale = !rows.made || rows.revision != ui.caseload->revision() || rows.today != ui.clock.today;
    if (!stale && rows.filter == filter && rows.sort == sort && rows.descending == descending) return;
    if (stale) {
        make_all(rows, ui);
        rows.made = true;
        rows.revision = ui.caseload->revision();
        rows.today = ui.clock.today;
    }
    rows.filter = filter;
    rows.sort = sort;
    rows.descending = descending;
    choose_shown(rows);
}

}  // namespace pegboard
