// The command that keeps who got a report about a child, and why. There is none that changes or removes an entry: what
// was handed over was handed over. Undo takes back one that was entered by mistake.
#include <algorithm>

#include "core/commands/apply.h"
#include "core/rules/typed/typed_text.h"
#include "core/store/disclosure_store.h"

namespace pegboard::commands {
namespace {
constexpr std::size_t longest_line = 300;
constexpr std::size_t most_choices = 40;

Status check(const Work& work, const Disclosure& entry) {
    if (without_blanks(entry.report).empty() || without_blanks(entry.title).empty())
        return invalid("report", "Choose which report this is about.");
    if (without_blanks(entry.recipient).empty()) return invalid("recipient", "Say who gets it.");
    if (without_blanks(entry.reason).empty()) return invalid("reason", "Say why they get it.");
    if (entry.date > work.today) return invalid("date", "This day has not come yet.");
    for (const auto& [field, text] : {std::pair{"recipient", &entry.recipient}, std::pair{"reason", &entry.reason},
                                      std::pair{"report", &entry.title}, std::pair{"report", &entry.report}})
        if (longer_than(*text, longest_line)) return invalid(field, "This is too long to keep. Shorten it.");
    const auto too_long = [](const auto& choice) {
        return longer_than(choice.first, longest_line) || longer_than(choice.second, longest_line);
    };
    if (entry.choices.size() > most_choices || std::ranges::any_of(entry.choices, too_long))
        return invalid("report", "The choices of this report are too long to keep.");
    return check_therapist(work, entry.therapist);
}

/// The entry with what goes without saying.
Disclosure filled(const Work& work, Disclosure entry) {
    entry.at_utc = work.at_utc;
    if (entry.date == Date{}) entry.date = work.today;
    if (!entry.therapist) entry.therapist = work.now.practice.me;
    return entry;
}
}  // namespace

Result<Done> apply(Work& work, const RecordDisclosure& command) {
    Disclosure entry = filled(work, command.disclosure);
    if (command.children.empty()) return invalid("child", "Choose a child.");
    std::vector<std::string> names;
    for (const ChildId child : command.children) {
        if (const auto found = find_child(work, child); !found.ok()) return found.error();
        names.push_back(name_of(work, child));
    }
    if (Status fits = check(work, entry); !fits.ok()) return fits.error();
    for (std::size_t i = 0; i < command.children.size(); ++i) {
        const auto* const end = command.children.data() + i;
        if (std::find(command.children.data(), end, command.children[i]) != end) continue;  // named twice
        entry.child = command.children[i];
        if (i > 0 || !entry.id) entry.id = mint<DisclosureId>();
        store::insert_disclosure(work.db, entry);
    }
    return Done{"Keep who got a report about " + listed(names) + ": " + shortened(entry.recipient),
                command.children.size() == 1 ? command.children.front() : ChildId{},
                {}};
}

}  // namespace pegboard::commands
