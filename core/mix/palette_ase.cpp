// Adobe Swatch Exchange: "ASEF", a version, a number of blocks, then blocks of a type, a length and
// data; all numbers big endian. As described by
// http://www.selapa.net/swatches/colors/fileformats.php
#include <algorithm>
#include <bit>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/mix/palette_formats.h"

namespace tilewright {
namespace {

constexpr std::uint16_t colorBlock = 0x0001;
constexpr std::uint16_t globalColor = 0;

tl::unexpected<Error> damaged(const std::string& why)
{
    return fail(ErrorKind::BadData, fmt::format("The .ase file is damaged: {}.", why));
}

/// Takes numbers and texts off the front of some bytes. Past their end it gives zeros and remembers
/// that it did.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) { }

    bool hasEnded() const { return m_hasEnded; }
    std::string_view take(std::size_t count)
    {
        if (count > m_rest.size()) {
            m_hasEnded = true;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    std::uint32_t number(std::size_t bytes)
    {
        std::uint32_t value = 0;
        for (const char c : take(bytes))
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    double real() { return std::bit_cast<float>(number(4)); }

private:
    std::string_view m_rest;
    bool m_hasEnded = false;
};

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

Expected<LooseColor> readColorBlock(std::string_view data, std::size_t block)
{
    Reader reader(data);
    LooseColor color;
    // Counted in units of two bytes, with the zero at the end.
    std::string_view name = reader.take(reader.number(2) * std::size_t{2});
    if (name.size() >= 2 && name.ends_with(std::string_view("\0\0", 2)))
        name.remove_suffix(2);
    color.name = utf8FromUtf16(name);
    const std::string_view model = reader.take(4);
    const auto next = [&] { return reader.real(); };
    bool isFinite = true;
    const auto checked = [&](double value) {
        isFinite &= std::isfinite(value);
        return isFinite ? value : 0.0;
    };
    if (model == "RGB ") {
        const double r = checked(next()), g = checked(next()), b = checked(next());
        color.srgb = Srgb{toByte(r), toByte(g), toByte(b)};
    } else if (model == "CMYK") {
        const double c = checked(next()), m = checked(next()), y = checked(next());
        const double light = 1 - std::clamp(checked(next()), 0.0, 1.0);
        color.srgb
            = Srgb{toByte((1 - c) * light), toByte((1 - m) * light), toByte((1 - y) * light)};
    } else if (model == "LAB ") {
        const double L = checked(next()), a = checked(next()), b = checked(next());
        color.lab = Lab{100 * L, a, b};
    } else if (model == "Gray") {
        const std::uint8_t level = toByte(checked(next()));
        color.srgb = Srgb{level, level, level};
    } else if (!reader.hasEnded()) {
        return fail(ErrorKind::BadData,
            fmt::format("Colour {} of the .ase file, “{}”, is neither RGB, Lab, CMYK nor grey; "
                        "save it as RGB.",
                block, color.name));
    }
    if (reader.hasEnded())
        return damaged(fmt::format("block {} is too short for its colour", block));
    if (!isFinite)
        return damaged(fmt::format("the colour in block {} is not a number", block));
    return color;
}

void append(std::string& bytes, std::uint32_t value, int count)
{
    for (int i = count - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

} // namespace

Expected<LoosePalette> readAsePalette(std::string_view bytes)
{
    Reader reader(bytes);
    reader.take(4); // "ASEF"
    const std::uint32_t version = reader.number(2);
    reader.number(2);
    const std::uint32_t blocks = reader.number(4);
    if (reader.hasEnded())
        return damaged("it ends within its header");
    if (version != 1)
        return fail(ErrorKind::BadData,
            fmt::format("The .ase file has version {}; only version 1 can be read.", version));
    LoosePalette palette;
    for (std::uint32_t i = 1; i <= blocks; ++i) {
        const auto type = static_cast<std::uint16_t>(reader.number(2));
        const std::string_view data = reader.take(reader.number(4));
        if (reader.hasEnded())
            return damaged(
                fmt::format("it ends within block {} of the {} that it promises", i, blocks));
        // The colours of groups stand in a row with the others.
        if (type != colorBlock)
            continue;
        auto color = readColorBlock(data, i);
        if (!color)
            return tl::unexpected(color.error());
        palette.colors.push_back(std::move(*color));
    }
    return palette;
}

std::string writeAsePalette(const Palette& palette)
{
    std::string bytes = "ASEF";
    append(bytes, 1, 2);
    append(bytes, 0, 2);
    append(bytes, static_cast<std::uint32_t>(palette.colors().size()), 4);
    for (const GranuleColor& color : palette.colors()) {
        constexpr std::size_t longestName = 0xFFFE; // units; the zero is counted too
        const std::string name = utf16FromUtf8(color.name).substr(0, 2 * longestName);
        std::string data;
        append(data, static_cast<std::uint32_t>(name.size() / 2 + 1), 2);
        data += name;
        append(data, 0, 2);
        data += "RGB ";
        for (const std::uint8_t level : {color.srgb.r, color.srgb.g, color.srgb.b})
            append(data, std::bit_cast<std::uint32_t>(static_cast<float>(level) / 255.0F), 4);
        append(data, globalColor, 2);
        append(bytes, colorBlock, 2);
        append(bytes, static_cast<std::uint32_t>(data.size()), 4);
        bytes += data;
    }
    return bytes;
}

} // namespace tilewright
