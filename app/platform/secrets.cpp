// Reads and makes passphrases. It refuses the command line and the environment, which others can see.
#include "app/platform/secrets.h"

#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace pegboard {

Result<std::string> read_passphrase(int descriptor) {
    constexpr std::size_t longest = 4096;
    std::string line;
    char letter = 0;
    ssize_t got = 0;
    while (line.size() <= longest && (got = ::read(descriptor, &letter, 1)) == 1 && letter != '\n') line += letter;
    ::close(descriptor);
    if (line.size() > longest)
        return Error{ErrorKind::refused, {}, "What the descriptor gives is too long for a passphrase.", {}};
    if (line.ends_with('\r')) line.pop_back();  // a line of a file written on Windows
    if (got < 0 || line.empty())
        return Error{ErrorKind::refused, {}, "No passphrase could be read from the descriptor given.", {}};
    return line;
}

std::string random_passphrase() {
    std::array<unsigned char, 32> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error("The system gave no random numbers.");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) text += {digits[byte >> 4U], digits[byte & 15U]};
    return text;
}

}  // namespace pegboard
