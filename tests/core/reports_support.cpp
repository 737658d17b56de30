#include "tests/core/reports_support.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "core/demo/demo.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

struct PaperFile {
    TempFolder folder;
    std::unique_ptr<Caseload> caseload;
    PaperFile() {
        DemoClock clock([] { return Clock{}.ms; });
        OpenOptions options = fast_options(folder);
        options.throwaway = true;
        options.now_ms = clock.now_ms();
        auto made = Caseload::create(folder.file(), {passphrase, {}}, options);
        if (!made.ok()) throw std::runtime_error(made.error().message);
        caseload = made.take();
        must(write_demo(*caseload, library(), paper_day, 14, &clock));
    }
};

}  // namespace

const Caseload& paper_caseload() {
    static const PaperFile file;
    return *file.caseload;
}

const Child& paper_child(const std::string& call) {
    for (const Child& child : paper_caseload().children())
        if (call_name(child) == call) return child;
    throw std::runtime_error("no child " + call);
}

const Session& paper_session(const std::string& call) {
    for (const Session& session : paper_caseload().sessions()) {
        if (session.date != paper_day) continue;
        const bool group = session.participants.size() > 1;
        if (call.empty() ? group : !group && session.child == paper_child(call).id) return session;
    }
    throw std::runtime_error("no session of " + call);
}

reports::Choices paper_choices(reports::Kind kind, const std::string& call) {
    reports::Choices choices;
    choices.kind = kind;
    if (!call.empty() && kind != reports::Kind::my_day) choices.child = paper_child(call).id;
    if (reports::needs_session(kind)) choices.session = paper_session(call).id;
    choices.from = reports::needs_period(kind) ? paper_day - 120 : paper_day;
    choices.to = paper_day;
    choices.letterhead = "Willow Street Children's Therapy\n12 Willow Street, Fairhaven\nTel 555 0142";
    return choices;
}

reports::Document paper_document(const reports::Choices& choices) {
    auto made = reports::document_of(paper_caseload(), library(), choices, paper_day);
    if (made.ok()) return made.take();
    ADD_FAILURE() << made.error().message;
    return {};
}

std::string paper_pdf(const reports::Choices& choices) {
    const auto pdf = reports::pdf_of(reports::lay_out(paper_document(choices), choices.paper));
    if (pdf.ok()) return pdf.value();
    ADD_FAILURE() << pdf.error().message;
    return {};
}

std::string ask_pdf_tool(const std::string& tool, const std::string& pdf, const std::string& after) {
    const TempFolder folder;
    const auto file = folder.file("page.pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string command = tool + " '" + file.string() + "' " + after + " 2>&1";
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no pipe");
    std::string said;
    std::array<char, 4096> some{};
    for (std::size_t count = 0; (count = std::fread(some.data(), 1, some.size(), pipe)) > 0;)
        said.append(some.data(), count);
    EXPECT_EQ(::pclose(pipe), 0) << tool << " failed: " << said;
    return said;
}

}  // namespace pegboard::test
