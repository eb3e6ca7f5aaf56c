#include "core/catalog/code_word.h"

#include <algorithm>
#include <array>
#include <bit>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/base32.h"

namespace tilewright {
namespace {

constexpr int bitsOfSign = 5;
constexpr std::size_t checkSigns = 3;

/// Product in GF(32) with the polynomial x⁵ + x² + 1.
constexpr std::uint8_t multiplied(std::uint8_t a, std::uint8_t b)
{
    int product = 0;
    for (int bit = 0; bit < bitsOfSign; ++bit)
        product ^= (b >> bit & 1) != 0 ? a << bit : 0;
    for (int bit = 2 * bitsOfSign - 2; bit >= bitsOfSign; --bit)
        product ^= (product >> bit & 1) != 0 ? 0b100101 << (bit - bitsOfSign) : 0;
    return static_cast<std::uint8_t>(product);
}

/// Coefficients of (x + α)(x + α²)(x + α³) below x³, the highest first.
constexpr std::array<std::uint8_t, checkSigns> generator()
{
    std::array<std::uint8_t, checkSigns + 1> polynomial{0, 0, 0, 1};
    std::uint8_t root = 1;
    for (std::size_t degree = 0; degree < checkSigns; ++degree) {
        root = multiplied(root, 2);
        for (std::size_t i = 0; i < checkSigns; ++i)
            polynomial[i] = polynomial[i + 1] ^ multiplied(polynomial[i], root);
        polynomial[checkSigns] = multiplied(polynomial[checkSigns], root);
    }
    return {polynomial[1], polynomial[2], polynomial[3]};
}

std::array<std::uint8_t, checkSigns> checksum(const std::vector<std::uint8_t>& values)
{
    constexpr auto coefficients = generator();
    std::array<std::uint8_t, checkSigns> remainder{};
    for (const std::uint8_t value : values) {
        const std::uint8_t factor = value ^ remainder[0];
        for (std::size_t i = 0; i < checkSigns; ++i)
            remainder[i] = static_cast<std::uint8_t>(
                (i + 1 < checkSigns ? remainder[i + 1] : 0) ^ multiplied(coefficients[i], factor));
    }
    return remainder;
}

} // namespace

void BitWriter::write(std::uint64_t value, int count)
{
    for (int bit = count; bit-- > 0;)
        m_bits.push_back((value >> bit & 1) != 0);
}

void BitWriter::writeNumber(std::uint64_t value)
{
    // Of a number with a length of two bits or more the first one is 1, and not told.
    const int length = std::max(1, static_cast<int>(std::bit_width(value)));
    write(static_cast<std::uint64_t>(length - 1), 6);
    write(value, std::max(1, length - 1));
}

std::uint64_t BitReader::read(int count)
{
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i, ++m_position)
        value = value << 1 | (m_position < m_bits.size() && m_bits[m_position] ? 1U : 0U);
    return value;
}

std::uint64_t BitReader::readNumber()
{
    const int length = static_cast<int>(read(6)) + 1;
    if (length == 1)
        return read(1);
    return std::uint64_t{1} << (length - 1) | read(length - 1);
}

bool BitReader::isAtEnd() const
{
    return m_position <= m_bits.size() && m_bits.size() - m_position < bitsOfSign
        && std::find(m_bits.begin() + static_cast<std::ptrdiff_t>(m_position), m_bits.end(), true)
        == m_bits.end();
}

std::string toWord(const std::vector<bool>& bits)
{
    std::vector<std::uint8_t> values((bits.size() + bitsOfSign - 1) / bitsOfSign);
    for (std::size_t i = 0; i < bits.size(); ++i)
        if (bits[i])
            values[i / bitsOfSign] |= static_cast<std::uint8_t>(16 >> (i % bitsOfSign));
    const auto check = checksum(values);
    values.insert(values.end(), check.begin(), check.end());
    return base32(values);
}

Expected<std::vector<bool>> fromWord(std::string_view word)
{
    std::vector<std::uint8_t> values;
    for (const char sign : word) {
        const auto value = base32Value(sign);
        if (!value)
            return fail(ErrorKind::Usage,
                fmt::format("The code has a \"{}\", which no code has. Compare it with the "
                            "original.",
                    sign));
        values.push_back(*value);
    }
    if (values.size() <= checkSigns)
        return fail(ErrorKind::Usage, "The code is too short. Compare it with the original.");
    if (values.size() > longestWord)
        return fail(ErrorKind::Usage, "The code is too long. Compare it with the original.");
    // With its check signs a right word has no remainder.
    if (checksum(values) != std::array<std::uint8_t, checkSigns>{})
        return fail(ErrorKind::Usage,
            "A sign of the code is wrong, missing or swapped. Compare it with the original.");
    std::vector<bool> bits;
    for (std::size_t i = 0; i + checkSigns < values.size(); ++i)
        for (int bit = bitsOfSign; bit-- > 0;)
            bits.push_back((values[i] >> bit & 1) != 0);
    return bits;
}

} // namespace tilewright
