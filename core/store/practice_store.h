// Rows of therapists with their own lists, and of the practice's settings.
#pragma once
#include <map>
#include <vector>

#include "core/model/therapist.h"
#include "core/store/database.h"

namespace pegboard::store {

std::vector<Therapist> read_therapists(Database& db);
void insert_therapist(Database& db, const Therapist& therapist);
void update_therapist(Database& db, const Therapist& before, const Therapist& after);
Practice read_practice(Database& db);
void update_practice(Database& db, const Practice& before, const Practice& after);

/// Help levels by therapist; who has made no list of their own is not in it.
using HelpLists = std::map<TherapistId, std::vector<HelpChoice>>;
HelpLists read_help_choices(Database& db);
void save_help_choices(Database& db, TherapistId therapist, std::vector<HelpChoice> choices);
std::vector<Snippet> read_snippets(Database& db);
void insert_snippet(Database& db, const Snippet& snippet);
void update_snippet(Database& db, const Snippet& before, const Snippet& after);
void delete_snippet(Database& db, SnippetId id);

}  // namespace pegboard::store
