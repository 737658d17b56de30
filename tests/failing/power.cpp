#include "tests/failing/power.h"

#include <algorithm>

namespace pegboard::failing {
namespace {
constexpr std::size_t sector = 512;

std::string folder_of(const std::string& path) {
    const auto at = path.rfind('/');
    return at == std::string::npos ? std::string() : path.substr(0, at);
}

bool is_naming(Record::What what) {
    return what == Record::What::make || what == Record::What::rename || what == Record::What::remove ||
           what == Record::What::folder;
}
}  // namespace

PowerCut::PowerCut(std::span<const Record> records, const Tree& safe) : records_(records) {
    std::uint64_t number = 0;
    for (const auto& [path, bytes] : safe) {
        names_[path] = ++number;
        files_[number].safe = bytes;
        for (std::string above = folder_of(path); !above.empty(); above = folder_of(above)) names_[above] = 0;
    }
}

void PowerCut::go_to(std::size_t to) {
    for (; at_ <= to && at_ < records_.size(); ++at_) take(records_[at_]);
}

void PowerCut::take(const Record& record) {
    using What = Record::What;
    if (is_naming(record.what)) not_named_.push_back(&record);
    if (record.what == What::write || record.what == What::cut) files_[record.file].not_safe.push_back(&record);
    // After a sync that failed the system takes its pages for clean: no later sync brings them back.
    if (record.what == What::sync_failed) files_[record.file].not_safe.clear();
    if (record.what == What::sync) {
        File& file = files_[record.file];
        for (const Record* each : file.not_safe) write(file.safe, *each, nullptr);
        file.not_safe.clear();
    }
    if (record.what == What::folder_sync) {
        const auto here = [&](const Record* each) {
            return folder_of(each->path) == record.path ||
                   (each->what == What::rename && folder_of(each->to) == record.path);
        };
        for (const Record* each : not_named_)
            if (here(each)) name(names_, *each);
        std::erase_if(not_named_, here);
    }
}

void PowerCut::name(Names& names, const Record& record) {
    switch (record.what) {
        case Record::What::make:
            names[record.path] = record.file;
            break;
        case Record::What::folder:
            names[record.path] = 0;
            break;
        case Record::What::remove:
            names.erase(record.path);
            break;
        default:
            names.erase(record.path);
            names[record.to] = record.file;
            break;
    }
}

void PowerCut::write(std::string& bytes, const Record& record, std::mt19937* tear) {
    if (record.what == Record::What::cut) return bytes.resize(record.at, '\0');
    if (bytes.size() < record.at + record.bytes.size()) bytes.resize(record.at + record.bytes.size(), '\0');
    for (std::size_t from = 0; from < record.bytes.size();) {
        const std::size_t place = record.at + from;
        const std::size_t count = std::min(record.bytes.size() - from, sector - place % sector);
        if (tear == nullptr || (*tear)() % 2 == 0) bytes.replace(place, count, record.bytes, from, count);
        from += count;
    }
}

PowerCut::Names PowerCut::names_left(std::mt19937& random) const {
    Names names = names_;
    // A file system with a journal keeps names in their order; others promise nothing.
    const bool in_order = random() % 2 == 0;
    const std::size_t first = random() % (not_named_.size() + 1);
    for (std::size_t i = 0; i < not_named_.size(); ++i)
        if (in_order ? i < first : random() % 2 == 0) name(names, *not_named_[i]);
    return names;
}

Tree PowerCut::left(std::mt19937& random) const {
    const Names names = names_left(random);
    Tree tree;
    for (const auto& [path, number] : names) {
        if (number == 0) continue;
        bool has_folder = true;
        for (std::string above = folder_of(path); !above.empty(); above = folder_of(above))
            has_folder = has_folder && names.contains(above);
        // The index of the log lives in memory and is made anew; what is left of it says nothing.
        if (!has_folder || (path.ends_with("-shm") && random() % 2 == 0)) continue;
        std::string bytes;
        if (const auto found = files_.find(number); found != files_.end()) {
            bytes = found->second.safe;
            for (const Record* each : found->second.not_safe) {
                const auto fate = random() % 3;
                if (fate == 0) continue;
                write(bytes, *each, fate == 1 ? nullptr : &random);
            }
        }
        if (path.ends_with("-shm"))
            for (char& each : bytes) each = static_cast<char>(random());
        tree[path] = std::move(bytes);
    }
    return tree;
}

}  // namespace pegboard::failing
