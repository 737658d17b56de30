// The parts of the copy of a whole record; only whole_record*.cpp include it.
#pragma once
#include "core/reports/parts.h"
#include "core/reports/progress_facts.h"
#include "core/reports/whole/whole_record.h"

namespace pegboard::reports {

/// Who, how the child gets about, people, diagnoses, precautions and what was asked, services, what happened
/// (whole_record_child).
void add_child_record(Blocks& blocks, const Source& source, const Child& child);
/// Each goal word for word with its chart and all that was recorded (whole_record_goals).
Status add_goal_records(Blocks& blocks, const Source& source, const Child& child);
/// Each session with what was done and written (whole_record_sessions).
void add_session_records(Blocks& blocks, const Source& source, const Child& child, const WholeRecord& read);
/// "Label | words": a row of a table; nothing without words.
void add_fact(Table& table, const char* label, const std::string& words);
/// "3 May 2026 to 9 May 2026" and "Illness, a cold".
std::string say_when(const TimeEvent& event);
std::string say_event(const TimeEvent& event);
Table facts_table(const std::string& name);
Cell record_cell(std::string words, Style style = Style::small, Ink colour = ink::text);

}  // namespace pegboard::reports
