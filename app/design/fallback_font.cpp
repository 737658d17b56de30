// Finds and opens installed fonts character by character. It refuses colour fonts (ImGui tints every
// glyph) and costs nothing until a character is missing.
#include "app/design/fallback_font.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/design/sized_glyph.h"
#include "imgui_freetype.h"

namespace pegboard {
namespace {

// What Inter lacks begins well above Latin; below this nothing is worth a search.
constexpr ImWchar first_foreign = 0x0250;

/// A file mapped for the life of the font, so that a 20 MB font costs only the pages it uses.
class MappedFile {
 public:
    explicit MappedFile(const std::string& file) {
        const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (handle < 0) return;
        struct stat info{};
        if (::fstat(handle, &info) == 0 && info.st_size > 0) {
            size_ = static_cast<std::size_t>(info.st_size);
            void* start = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, handle, 0);
            data_ = start == MAP_FAILED ? nullptr : start;
        }
        ::close(handle);
    }
    ~MappedFile() {
        if (data_ != nullptr) ::munmap(data_, size_);
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    [[nodiscard]] void* data() const { return data_; }
    [[nodiscard]] int size() const { return static_cast<int>(size_); }

 private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

using Blob = std::vector<char>;

struct Face {
    Face(const std::string& file, int index) : bytes(file) {
        config.MergeMode = true;
        config.FontData = bytes.data();
        config.FontDataSize = bytes.size();
        config.FontDataOwnedByAtlas = false;
        config.FontNo = static_cast<ImU32>(index);
        config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_Bitmap | ImGuiFreeTypeLoaderFlags_LightHinting;
    }
    MappedFile bytes;
    ImFontConfig config;
    std::map<ImGuiID, Blob> sizes;  ///< by the size's id: its place in memory moves
    bool open = false;
};

/// The installed fonts one of our weights has needed so far.
struct Installed {
    bool bold = false;
    std::vector<std::unique_ptr<Face>> faces;
    std::map<std::pair<std::string, int>, Face*> by_file;
    std::map<ImWchar, Face*> by_character;  ///< null: no installed font has it
};

const ImFontLoader& freetype() { return *ImGuiFreeType::GetFontLoader(); }

struct PatternEnd {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct CharSetEnd {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using Pattern = std::unique_ptr<FcPattern, PatternEnd>;

Pattern best_font(ImWchar character, bool bold) {
    const std::unique_ptr<FcCharSet, CharSetEnd> wanted(FcCharSetCreate());
    FcCharSetAddChar(wanted.get(), character);
    const Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans"));
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, wanted.get());
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    Pattern found(FcFontMatch(nullptr, pattern.get(), &result));
    if (!found) return nullptr;
    FcCharSet* has = nullptr;
    FcBool colour = FcFalse;
    FcPatternGetBool(found.get(), FC_COLOR, 0, &colour);
    const bool covers = FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &has) == FcResultMatch &&
                        FcCharSetHasChar(has, character) == FcTrue;
    return covers && colour == FcFalse ? std::move(found) : nullptr;
}

Face* find_face(ImFontAtlas* atlas, Installed& installed, ImWchar character) {
    const auto known = installed.by_character.find(character);
    if (known != installed.by_character.end()) return known->second;
    Face*& slot = installed.by_character[character];
    slot = nullptr;
    const Pattern found = best_font(character, installed.bold);
    FcChar8* file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return nullptr;
    int index = 0;
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &index);
    const std::pair name{std::string(reinterpret_cast<const char*>(file)), index};
    const auto opened = installed.by_file.find(name);
    if (opened != installed.by_file.end()) return slot = opened->second;
    auto face = std::make_unique<Face>(name.first, index);
    face->open = face->bytes.data() != nullptr && freetype().FontSrcInit(atlas, &face->config);
    Face* result = face->open ? face.get() : nullptr;
    installed.faces.push_back(std::move(face));
    installed.by_file[name] = result;
    return slot = result;
}

bool source_init(ImFontAtlas*, ImFontConfig* source, bool bold) {
    auto installed = std::make_unique<Installed>();
    installed->bold = bold;
    source->FontLoaderData = installed.release();
    return true;
}
bool source_init_regular(ImFontAtlas* atlas, ImFontConfig* source) { return source_init(atlas, source, false); }
bool source_init_bold(ImFontAtlas* atlas, ImFontConfig* source) { return source_init(atlas, source, true); }

void source_destroy(ImFontAtlas* atlas, ImFontConfig* source) {
    const std::unique_ptr<Installed> installed(static_cast<Installed*>(source->FontLoaderData));
    source->FontLoaderData = nullptr;
    if (!installed) return;
    for (const auto& face : installed->faces)
        if (face->open) freetype().FontSrcDestroy(atlas, &face->config);
}

bool contains_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImWchar character) {
    if (character < first_foreign) return false;
    return find_face(atlas, *static_cast<Installed*>(source->FontLoaderData), character) != nullptr;
}

void baked_destroy(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
    auto* installed = static_cast<Installed*>(source->FontLoaderData);
    if (installed == nullptr) return;
    for (const auto& face : installed->faces) {
        const auto size = face->sizes.find(baked->BakedId);
        if (size == face->sizes.end()) continue;
        freetype().FontBakedDestroy(atlas, &face->config, baked, size->second.data());
        face->sizes.erase(size);
    }
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                ImFontGlyph* glyph, float* advance) {
    // U+FFFD is asked for in every size as a stand-in; Inter has it.
    if (character < first_foreign || character == 0xFFFD) return false;
    Face* face = find_face(atlas, *static_cast<Installed*>(source->FontLoaderData), character);
    if (face == nullptr) return false;
    face->config.DstFont = source->DstFont;
    auto size = face->sizes.find(baked->BakedId);
    if (size == face->sizes.end()) {
        size = face->sizes.emplace(baked->BakedId, Blob(freetype().FontBakedSrcLoaderDataSize)).first;
        if (!freetype().FontBakedInit(atlas, &face->config, baked, size->second.data())) {
            face->sizes.erase(size);
            return false;
        }
    }
    return load_sized_glyph(atlas, &face->config, baked, size->second.data(), character, glyph, advance);
}

ImFontLoader make_loader(bool bold) {
    ImFontLoader loader;
    loader.Name = bold ? "installed fonts, bold" : "installed fonts";
    loader.FontSrcInit = bold ? source_init_bold : source_init_regular;
    loader.FontSrcDestroy = source_destroy;
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedDestroy = baked_destroy;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
}

}  // namespace

const ImFontLoader* fallback_loader(bool bold) {
    static const ImFontLoader regular_loader = make_loader(false), bold_loader = make_loader(true);
    return bold ? &bold_loader : &regular_loader;
}

}  // namespace pegboard
