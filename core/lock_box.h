// What a locked program still holds: words sealed under the file's own key, and for a running session that key under a
// PIN. It refuses to open for anything but the key, and to go on trying PINs.
//
// What the PIN protects against. While it is locked the program holds neither passphrase nor key; the box holds the key
// encrypted under 32 bytes that only the PIN and a slow function (scrypt, 128 MB of memory and some tenths of a second
// a try) give. Five wrong PINs, the end of the session, or the end of the program wipe the box: whoever sits down at
// the laptop has five tries of at least ten thousand. It is not a passphrase: somebody who takes a copy of the running
// machine's memory can try all PINs on the copy, four digits in about an hour. That is why it holds only while a
// session runs, why it is off until a therapist sets it, and why the box lies in pages that never reach the disk.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/caseload.h"
#include "core/secret.h"

namespace pegboard {

/// Words that nobody reads or changes without the key: AES-256 in Galois/counter mode.
class SealedWords {
 public:
    SealedWords() = default;
    /// Throws when the system has no random bytes.
    SealedWords(std::string_view words, std::string_view key);
    /// Nothing for another key, or when the bytes were changed.
    [[nodiscard]] std::optional<Secret> open(std::string_view key) const;
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

 private:
    Secret bytes_;  ///< random start, tag, words
};

/// What is kept of a PIN inside the encrypted file: a salt, and the key that its box has.
std::string pin_mark(std::string_view pin);
/// True for such a mark; false for one of an older program, whose PIN must be set again.
bool is_pin_mark(std::string_view mark);

/// The key of a caseload under a PIN.
class PinBox {
 public:
    static constexpr int most_wrong = 5;
    PinBox() = default;
    /// Stays empty when `mark` is none.
    PinBox(std::string_view mark, const Key& key);
    /// The key, or nothing for a wrong PIN; the fifth wrong one wipes the box.
    std::optional<Key> open(std::string_view pin);
    [[nodiscard]] bool empty() const { return sealed_.empty(); }
    void wipe();

 private:
    Secret salt_;
    SealedWords sealed_;
    int wrong_ = 0;
};

}  // namespace pegboard
