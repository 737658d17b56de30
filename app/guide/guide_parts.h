// The parts of the guide's page, and its words in both languages. Only the guide includes it.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/guide/guide.h"

namespace pegboard {

struct GuideWords {
    std::string_view title, about, again, born, weeks, weeks_hint, no_age, age_wrong, weeks_wrong, early;
    std::string_view health, health_ask, health_how, health_none, health_some, look_again, health_open, none;
    std::array<std::string_view, 3> tiers;  ///< emergency number, doctor today, doctor this week
    std::array<std::string_view, 4> answers;
    std::string_view think, questions, of, stays, stop, next_is, back_to;
    std::string_view so_far, answered, start, first, marked, waits, waits_why, why, one_is_enough, look_first, ideas,
        next, next_words, next_words_school, emergency, no_number, copy, copied;
};
const GuideWords& words_of(GuideLanguage language);

/// What the page draws with, read once a frame.
struct GuideView {
    GuideScreen& self;
    Ui& ui;
    const GuideWords& words;
    std::optional<int> age_months;
    std::vector<const Concern*> shown;  ///< concerns of the age
    GuideResult result;
    bool health_done = false;
};
std::string_view said(const GuideView& view, const std::string& english, const std::string& spanish);
/// Groups that have a concern of the age, in the library's order.
std::vector<const ConcernGroup*> groups_at(const GuideView& view);
int answered_in(const GuideView& view, std::string_view group);
int questions_in(const GuideView& view, std::string_view group);

void draw_guide_groups(GuideView& view, Rect rect);
void draw_health_questions(GuideView& view, Rect rect);
void draw_concerns(GuideView& view, Rect rect);
void draw_guide_side(GuideView& view, Rect rect);
/// The date of birth and the week of pregnancy as typed; nothing while they cannot be read.
std::optional<Date> guide_birth(const GuideScreen& self, const Ui& ui);
std::optional<int> guide_weeks(const GuideScreen& self);
/// The age the questions go by, in months; nothing while there is no date, or something typed cannot be read.
std::optional<int> guide_age(const GuideScreen& self, const Ui& ui);
/// The whole guide in words, for the clipboard.
std::string guide_in_words(const GuideView& view);

}  // namespace pegboard
