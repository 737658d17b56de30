// Who is named on a page and how: whole, by the call name or by initials alone. It refuses to let a name through where
// initials are chosen, also one that stands in a goal or a note.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/reports/reports.h"

namespace pegboard::reports {

/// "M. G."; "Child" for somebody without a name.
std::string initials_of(const Child& child);
/// Where `name` stands in `words` as a word of its own.
std::vector<std::size_t> find_name(const std::string& words, const std::string& name);
/// "May", "Jun": a name that stands in the dates of every page.
bool is_date_word(const std::string& name);
/// Every name a child is known by, longest first: whole, first, preferred, last, and their parts.
std::vector<std::string> names_of(const Child& child);

class Names {
 public:
    /// Of a page for these children; by name is only `named` where it is a child, else everyone, unless initials are
    /// chosen.
    Names(const std::vector<const Child*>& children, const Choices& choices, bool group);
    /// "Mateo García" or "M. G.".
    [[nodiscard]] std::string full(const Child& child) const;
    /// "Mateo" or "M. G.".
    [[nodiscard]] std::string call(const Child& child) const;
    [[nodiscard]] bool hidden(const Child& child) const { return initials_.contains(child.id); }
    /// Puts initials in place of the names of all who are hidden. What somebody in sight is called, too, stays: a child
    /// shown by name and the `adults` (whole names); also a name that is a word of a date.
    void hide(Document& document, const std::vector<std::string>& adults = {}) const;

 private:
    std::vector<const Child*> children_;
    std::map<ChildId, std::string> initials_;  ///< of those who are hidden
};

}  // namespace pegboard::reports
