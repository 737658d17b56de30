#include "tests/core/trust_support.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/store/file/fault.h"

namespace pegboard::trust {
namespace fs = std::filesystem;

TempFolder::TempFolder() {
    std::string name = (fs::temp_directory_path() / "pegboard-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    for (fs::recursive_directory_iterator it(path_, ignored), end; !ignored && it != end; it.increment(ignored))
        if (it->is_directory(ignored) && !it->is_symlink(ignored))
            fs::permissions(it->path(), fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
}

OpenOptions Bench::options() const {
    OpenOptions options;
    options.places = {folder / "state", folder / "backups"};
    options.device = "test bench";
    options.now_ms = [this] { return now_ms; };
    options.fast_key = true;
    return options;
}

Status add_child(Caseload& caseload, int number) {
    Child child;
    child.id = mint<ChildId>();
    child.first_name = "Child";
    child.last_name = std::to_string(number);
    child.date_of_birth = *make_date(2020, 1 + number % 12, 1 + number % 28);
    child.strengths = {"Keeps trying, and asks for another turn", "Strength number " + std::to_string(number)};
    return caseload.run(AddChild{child});
}

std::unique_ptr<Caseload> make_caseload(const Bench& bench, int children) {
    auto made = Caseload::create(bench.file(), good_key, bench.options());
    if (!made.ok()) throw std::runtime_error(made.error().message + " " + made.error().detail);
    auto caseload = made.take();
    for (int i = 1; i <= children; ++i)
        if (Status added = add_child(*caseload, i); !added.ok()) throw std::runtime_error(added.error().message);
    return caseload;
}

std::unique_ptr<Caseload> open_caseload(const Bench& bench, const Key& key) {
    auto opened = Caseload::open(bench.file(), key, bench.options());
    if (!opened.ok()) {
        ADD_FAILURE() << opened.error().message << " " << opened.error().detail;
        return nullptr;
    }
    return opened.take();
}

std::string dump(const Caseload& caseload) {
    std::ostringstream out;
    for (const Child& child : caseload.children()) {
        out << child.id.value << ' ' << full_name(child) << ' ' << iso(child.date_of_birth);
        for (const std::string& line : child.strengths) out << " [" << line << ']';
        out << '\n';
    }
    for (const Goal& goal : caseload.goals()) out << goal.id.value << ' ' << goal.title << '\n';
    for (const auto& [field, text] : caseload.drafts()) out << field << '=' << text << '\n';
    return out.str();
}

std::string read_bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

int in_child(const std::function<int()>& step) {
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 70;
        try {
            code = step();
        } catch (...) {
        }
        ::_exit(code);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int as_nobody_special(const std::function<int()>& step) {
    return in_child([&] {
        constexpr uid_t somebody = 1500;
        if (::geteuid() == 0 &&
            (::setresgid(somebody, somebody, somebody) != 0 || ::setresuid(somebody, somebody, somebody) != 0))
            return 71;
        return step();
    });
}

bool killed_at(int nth, const std::function<void()>& step) {
    const int code = in_child([&] {
        int passed = 0;
        store::fault_hook = [&](std::string_view) {
            if (++passed == nth) ::_exit(killed_at_point);
        };
        step();
        return 0;
    });
    EXPECT_TRUE(code == 0 || code == killed_at_point) << "exit code " << code << " at point " << nth;
    return code == killed_at_point;
}

}  // namespace pegboard::trust
