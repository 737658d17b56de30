// The ledger of minutes in words, for screens and paper alike.
#pragma once
#include <string>
#include <vector>

#include "core/rules/minutes/ledger.h"

namespace pegboard::minutes {

/// "Individual, 30 min twice a week".
std::string say_promise(const Service& service);
/// "from 26 Oct 2026", "until 23 Oct 2026", "12 Jan 2026 to 5 Jun 2026"; empty where it is open.
std::string say_valid(const Service& service);
/// "45 min", "0 min".
std::string say_min(int minutes);
/// "Family canceled", "Came late or left early", "Shorter than planned".
std::string say_why(MissedWhy why);
/// What one session is to the line: "30 min given", "Missed 30 min: therapist away, owed".
std::string say_entry(const Entry& entry);
/// "Makes up Tue 22 Sep"; empty for one that makes up none.
std::string say_makes_up(const Entry& entry);
/// Reasons of what was missed, most minutes first: "60 min therapist away, 30 min child unwell"; empty where none was.
std::string say_missed(const Figures& figures);
/// "30 min of a session Tue 24 Nov are owed to Amina, and no make-up is booked."
std::string say_owed(const Owed& owed, const std::string& name);
/// "45 min of individual OT to book by Fri 9 Oct".
std::string say_due(const Due& due);

}  // namespace pegboard::minutes
