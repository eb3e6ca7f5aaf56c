// Colours of picture files: what the tests of them share.
#pragma once

#include <memory>
#include <vector>

#include "core/color/color.h"
#include "core/export/output_color.h"
#include "support/row_sources.h"

namespace tilewright::test {

/// One row of sRGB colours, 16 bits.
inline FunctionRows rowOf(const std::vector<Srgb>& colors)
{
    return {static_cast<std::uint32_t>(colors.size()), 1, {ColorModel::Rgb, 16, false},
        [colors](std::uint32_t x, std::uint32_t, std::size_t channel) {
            const Srgb& color = colors[x];
            return 257 * (channel == 0 ? color.r : channel == 1 ? color.g : color.b);
        }};
}

inline std::unique_ptr<ColorConverter> converterOf(const OutputColor& color)
{
    auto converter = ColorConverter::create(color);
    if (!converter)
        qFatal("%s", converter.error().message.c_str());
    return std::move(*converter);
}

inline Samples converted(const ColorConverter& converter, RowSource& rows, int bits = 16)
{
    const auto result = converter.convert(rows, bits);
    const auto samples = readAll(*result);
    if (!samples)
        qFatal("%s", samples.error().message.c_str());
    return *samples;
}

} // namespace tilewright::test
