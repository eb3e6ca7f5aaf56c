// Bits as a word of signs that tells when it was copied wrongly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

class BitWriter {
public:
    /// The lowest `count` bits, the highest of them first; `count` 0…64.
    void write(std::uint64_t value, int count);
    /// A whole number in 6 bits for its length and as many as it has; the same for each value.
    void writeNumber(std::uint64_t value);
    const std::vector<bool>& bits() const { return m_bits; }

private:
    std::vector<bool> m_bits;
};

/// Reads what a BitWriter wrote. Past the end all bits are 0, and isAtEnd() is never true again.
class BitReader {
public:
    explicit BitReader(std::vector<bool> bits) : m_bits(std::move(bits)) { }

    std::uint64_t read(int count);
    std::uint64_t readNumber();
    /// Whether all was read but the padding: fewer than five bits, all 0.
    bool isAtEnd() const;

private:
    std::vector<bool> m_bits;
    std::size_t m_position = 0;
};

inline constexpr std::size_t longestWord = 200; ///< signs

/// Five bits a sign, the last padded with 0, then three check signs: the remainder of a
/// Reed-Solomon code over GF(32) with the roots α, α², α³ (distance 4 up to 31 signs; beyond, where
/// places repeat, any single wrong sign and any swap of neighbours is still found).
std::string toWord(const std::vector<bool>& bits);
/// The bits without the check signs. Errors: Usage, with what is wrong.
Expected<std::vector<bool>> fromWord(std::string_view word);

} // namespace tilewright
