#include "app/frame/built_in.h"

#include <fstream>
#include <sstream>

#include "core/store/file/raw_key.h"

namespace pegboard {

Result<std::unique_ptr<Library>> open_built_in(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();  // a folder in its place, or a disk that fails, ends it early and throws nothing
    if (store::sha256(bytes.str()) == built_in_checksum)
        if (auto opened = Library::open(file)) return opened;
    return Error{ErrorKind::storage,
                 {},
                 "The built-in activities, skills and precautions are missing or damaged, so nothing can be planned or "
                 "checked against them. All your records are here. Install Pegboard again to get them back.",
                 "library.db is not the one"};
}

}  // namespace pegboard
