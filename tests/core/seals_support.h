// What the tests of seals share: a caseload with two of everything, SQL past the program, and what is told of it.
#pragma once
#include "core/store/database.h"
#include "core/store/seals/history_check.h"
#include "tests/core/support.h"

namespace pegboard::test {

/// Two of everything that is attacked.
inline Sample fill_twice(Caseload& caseload) {
    const Sample sample = fill(caseload);
    Child other = sample_child("Lindqvist");
    other.first_name = "Nils";
    other.date_of_birth = other.date_of_birth + 50;
    must(caseload.run(AddChild{other}));
    Child child = *caseload.child(sample.child);
    child.precautions.push_back({{}, "seizures", {}, "drops toys first"});
    must(caseload.run(EditChild{child}));
    const Session second = sample_session(sample.child, sample.goal, sample_today() + 3);
    must(caseload.run(AddSession{second}));
    must(caseload.run(RecordPoint{sample_point(sample.goal, sample_today() - 2, 30)}));
    must(caseload.run(RecordPoint{sample_point(sample.goal, sample_today() - 1, 40)}));
    must(caseload.run(WriteNote{sample_note(sample.child, sample.session)}));
    must(caseload.run(WriteNote{sample_note(sample.child, second.id, "beads")}));
    return sample;
}

/// Runs SQL on the closed file with its key, as somebody who knows how erasing passes the triggers could.
inline void past_the_program(const std::filesystem::path& file, const std::string& sql) {
    auto db = store::open_database(file, {passphrase, {}}, store::Access::write, true).take();
    db->exec("PRAGMA foreign_keys = OFF; UPDATE journal_state SET open_change_set_id = 0");
    db->exec(sql);
    db->exec("UPDATE journal_state SET open_change_set_id = NULL");
}

inline std::string found_in(const std::filesystem::path& file) {
    return check_history(file, {passphrase, {}}, true).take();
}

}  // namespace pegboard::test
