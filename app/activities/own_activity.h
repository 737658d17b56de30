// The page of a therapist's own activity: written from nothing, as a copy of another, or changed. What is
// still missing is said beside its field by the same checks the library is held to, with the activity as
// it will be shown beside. It stores nothing half-done: one command saves.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/library/content/check_activity.h"
#include "core/model/own_activity.h"

namespace pegboard {

/// View state of the page, kept while one activity is being written.
struct OwnActivityPage {
    std::string of;      ///< name of its draft; empty: none is open
    OwnActivity stored;  ///< the record that is changed; without id: a new one
    std::string saved;   ///< id of what was saved
    Activity activity;
    std::vector<content::Fault> faults;
    content::Ground ground;
    bool ground_made = false;
    bool asked = false;  ///< saving was tried: what is missing shows beside the fields
    std::string refused;
    std::map<std::string, float, std::less<>> heights;
    std::set<std::string, std::less<>> open_rungs;  ///< ways whose effects are in sight: "easier.0"
};

/// Begins a new activity, or a copy of `from` to adapt.
void write_own_activity(OwnActivityPage& self, Ui& ui, const Activity* from);
/// Opens a stored one for changing.
void change_own_activity(OwnActivityPage& self, Ui& ui, const OwnActivity& stored);
/// Draws the page; true when it is done with, saved or left.
bool draw(OwnActivityPage& self, Ui& ui);

// ------------------------------------------------------------------ the form
/// The fields of the activity while they are drawn.
class OwnActivityForm {
 public:
    OwnActivityForm(OwnActivityPage& self, Ui& ui) : self_(self), ui_(ui) {}

    /// All cards one below the other; returns the lowest y.
    float draw(Rect rect);
    [[nodiscard]] bool changed() const { return changed_; }

 private:
    [[nodiscard]] std::string error(std::string_view field) const;
    [[nodiscard]] std::string name(std::string_view field) const { return self_.of + "." + std::string(field); }
    void line(Rect rect, std::string_view label, std::string_view field, std::string& value, std::string_view hint);
    void number(Rect rect, std::string_view label, std::string_view field, int& value, int low, int high,
                std::string_view unit);
    /// One line of text for each entry.
    void lines(Rect rect, std::string_view label, std::string_view field, std::vector<std::string>& value,
               std::string_view hint);
    void pick(Rect rect, std::string_view label, std::string_view field, const std::vector<Named>& all,
              std::string& value);
    /// A choice that adds, and a chip for each one chosen; returns the lowest y.
    float chips(Rect rect, std::string_view label, std::string_view field, const std::vector<Named>& all,
                std::vector<std::string>& chosen);
    float rungs(Rect rect, std::string_view label, std::string_view field, std::vector<Rung>& all);
    /// What one way changes besides its words; returns the lowest y.
    float rung_effects(Rect rect, std::string_view words, const std::string& field_name, Rung& rung);
    float cues(Rect rect);
    float items(Rect rect);
    float what(Rect rect);
    float whom(Rect rect);
    float how(Rect rect);
    float ladder(Rect rect);
    float safe(Rect rect);
    float measured(Rect rect);
    /// A card whose height is what its content took when it was drawn last.
    float carded(Rect rect, std::string_view title, std::string_view hint, float (OwnActivityForm::*part)(Rect));

    OwnActivityPage& self_;
    Ui& ui_;
    bool changed_ = false;
};

}  // namespace pegboard
