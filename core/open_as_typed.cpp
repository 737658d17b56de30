#include "core/open_as_typed.h"

#include "core/rules/typed/typed_text.h"

namespace pegboard {

Result<std::unique_ptr<Caseload>> open_as_typed(const std::filesystem::path& file, Key& key,
                                                const OpenOptions& options) {
    auto first = Caseload::open(file, key, options);
    const auto wrong = [](const auto& opened) { return !opened.ok() && opened.error().field == "passphrase"; };
    if (!wrong(first) || !key.recovery.empty()) return first;
    for (const std::string& form : passphrase_forms(key.passphrase)) {
        if (form == key.passphrase.view()) continue;
        auto opened = Caseload::open(file, Key{form, {}}, options);
        if (wrong(opened)) continue;
        if (opened.ok()) key.passphrase = form;
        return opened;
    }
    return first;
}

Key as_kept(Key key) {
    if (key.recovery.empty()) key.passphrase = composed(key.passphrase);
    return key;
}

}  // namespace pegboard
