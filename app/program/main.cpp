// The program's door: arguments, then a window, pictures, measurements or a demo file. It refuses a
// passphrase on the command line, where other programs could read it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "app/platform/plain_notice.h"
#include "app/program/program.h"

namespace {

void describe_report(CLI::App& cli, pegboard::WantedReport& report) {
    CLI::Option* kind =
        cli.add_option("--report", report.kind,
                       "Write a document as a PDF: session-plan, data-sheet, my-day, progress-report, attendance, "
                       "present-levels, plan-of-care or everything");
    cli.add_option("--out", report.out, "The PDF to write")->needs(kind);
    cli.add_option("--child", report.child, "The child of the document, by name")->needs(kind);
    cli.add_option("--session", report.session, "The session, by its day or day and time (2026-09-29 10:45)")
        ->needs(kind);
    cli.add_option("--from", report.from, "First day (YYYY-MM-DD)")->needs(kind);
    cli.add_option("--to", report.to, "Last day (YYYY-MM-DD)")->needs(kind);
    cli.add_option("--for", report.audience, "Who reads the progress report: family, school or clinic")->needs(kind);
    cli.add_option("--paper", report.paper, "letter or a4")->needs(kind);
    cli.add_option("--letterhead", report.letterhead, "Name of the practice at the top")->needs(kind);
    cli.add_flag("--initials", report.initials, "Initials in place of names")->needs(kind);
    cli.add_flag("--name-others", report.name_others, "All children of a group by name")->needs(kind);
    cli.add_flag("--gray", report.grey, "For paper without color")->needs(kind);
}

void describe(CLI::App& cli, pegboard::Arguments& arguments, std::string& today) {
    cli.add_option("file", arguments.file, "Caseload to open (*.pegboard)");
    cli.add_flag("--demo", arguments.demo, "Open an invented caseload, discarded at exit");
    cli.add_option("--children", arguments.children, "Children in the invented caseload")->check(CLI::Range(1, 2000));
    cli.add_option("--write-demo", arguments.write_demo, "Write the invented caseload to a file and keep it");
    cli.add_option("--passphrase-fd", arguments.passphrase_fd, "Read the passphrase from this open file descriptor")
        ->check(CLI::Range(0, 1'000'000));
    cli.add_option("--today", today, "Take this day for today (YYYY-MM-DD)");
    cli.add_option("--screenshots", arguments.screenshots, "Draw every screen into PNG files in this folder");
    cli.add_option("--text-percent", arguments.text_percent, "Text size of the pictures")->check(CLI::Range(80, 200));
    cli.add_flag("--measure", arguments.measure, "Print how fast and how small the program is, as JSON");
    describe_report(cli, arguments.report);
    cli.set_version_flag("--version", std::string("Pegboard ") + pegboard::version());
}

/// Says why nothing opens; who started the program from the desktop sees no standard error.
int refuse(const pegboard::Arguments& arguments, const std::string& words) {
    constexpr int refused = 1;
    std::fprintf(stderr, "%s\n", words.c_str());
    const bool from_desktop = !arguments.measure && arguments.screenshots.empty() && arguments.write_demo.empty() &&
                              arguments.report.kind.empty();
    if (from_desktop) pegboard::tell_without_window(words);
    return refused;
}

}  // namespace

int main(int argc, char** argv) {
    constexpr int wrong_usage = 2;
    pegboard::harden();
    pegboard::Arguments arguments;
    std::string today;
    CLI::App cli{"Pegboard: plan and follow pediatric OT and PT", "pegboard"};
    describe(cli, arguments, today);
    try {
        cli.parse(argc, argv);
        arguments.today = pegboard::from_iso(today);
        if (cli.count("--today") > 0 && !arguments.today)
            throw CLI::ValidationError("--today", "is no date of the form YYYY-MM-DD from 1900 to 2199");
    } catch (const CLI::ParseError& problem) {
        return cli.exit(problem) == 0 ? 0 : wrong_usage;
    }
    try {
        const pegboard::Status status = pegboard::run(arguments);
        if (status) return 0;
        const int refused = refuse(arguments, status.error().message);
        return status.error().field == pegboard::field_of_usage ? wrong_usage : refused;
    } catch (const std::exception& problem) {
        return refuse(arguments, problem.what());
    }
}
