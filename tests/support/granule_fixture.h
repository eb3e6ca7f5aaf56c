// Colours, mixes and small fields that the granule tests share.
#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <rapidcheck.h>
#include <string>
#include <utility>
#include <vector>

#include "core/granule/granule_field.h"
#include "core/granule/granule_shader.h"

namespace tilewright::test {

inline const Palette& sixColors()
{
    const auto color = [](const char* code, const char* name, Lab lab) {
        GranuleColor result;
        result.code = code;
        result.name = name;
        result.lab = lab;
        result.srgb = toSrgb(toLinear(lab));
        return result;
    };
    static const Palette palette = Palette::create("test",
        {color("RED", "red", {51.78, 49.97, 34.18}), color("BLACK", "black", {23.07, 0, 0}),
            color("PEARL", "pearl", {83.07, -0.56, 6.18}),
            color("DKBLUE", "dark blue", {28.31, 22.84, -47.14}),
            color("YELLOW", "yellow", {83.95, -9.11, 59.29}),
            color("EMERALD", "emerald", {65.42, -35.83, -0.35})})
                                       .value();
    return palette;
}

inline Mix mixOf(const std::vector<std::pair<std::string, double>>& weights)
{
    return Mix::fromWeights(weights).value();
}

inline Mix threeColors()
{
    return mixOf({{"red", 50}, {"black", 30}, {"pearl", 20}});
}

/// The first `colors` of the palette with the weights 1, 2, 3, …
inline Mix risingMix(int colors)
{
    std::vector<std::pair<std::string, double>> weights;
    for (const GranuleColor& color : sixColors().colors()) {
        if (weights.size() < static_cast<std::size_t>(colors)) {
            weights.emplace_back(color.name, static_cast<double>(weights.size() + 1));
        }
    }
    return mixOf(weights);
}

inline GranuleSettings settingsOf(int width, int height, double diameter, std::uint64_t seed = 1)
{
    GranuleSettings settings;
    settings.width = width;
    settings.height = height;
    settings.granuleMillimetres = 8;
    settings.millimetresPerPixel = 8 / diameter;
    settings.seed = seed;
    return settings;
}

/// 512 x 512 pixels, granules of 22 pixels.
inline std::shared_ptr<const GranuleField> tile()
{
    static const auto field = std::make_shared<const GranuleField>(settingsOf(512, 512, 22));
    return field;
}

/// Half a metre on 512 x 512 pixels: granules of 8 pixels, with room for patterns.
inline std::shared_ptr<const GranuleField> wideTile()
{
    static const auto field = std::make_shared<const GranuleField>(settingsOf(512, 512, 8.192));
    return field;
}

inline rc::Gen<Mix> anyMix(std::size_t leastColors = 1)
{
    return rc::gen::exec([leastColors] {
        std::vector<std::string> names;
        for (const GranuleColor& color : sixColors().colors()) {
            names.push_back(color.name);
        }
        const auto size = *rc::gen::inRange(leastColors, names.size() + 1);
        std::vector<std::pair<std::string, double>> weights;
        for (std::size_t i = 0; i < size; ++i) {
            const auto chosen = *rc::gen::inRange<std::size_t>(0, names.size());
            weights.emplace_back(names[chosen], *rc::gen::inRange(1, 100));
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        return mixOf(weights);
    });
}

/// How far the visible shares are from those asked, 0…1.
inline double largestError(const GranuleField& field, const TileDesign& design)
{
    const std::vector<double> shares = field.visibleShares(design, field.assignColors(design));
    const std::vector<double> asked = field.askedShares(design);
    double error = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        error = std::max(error, std::abs(shares[i] - asked[i]));
    }
    return error;
}

/// The part of the visible area whose colour differs between two designs.
inline double recolored(
    const GranuleField& field, const TileDesign& before, const TileDesign& after)
{
    const std::vector<std::uint8_t> a = field.assignColors(before);
    const std::vector<std::uint8_t> b = field.assignColors(after);
    const std::vector<std::string> namesBefore = before.colors();
    const std::vector<std::string> namesAfter = after.colors();
    double changed = 0;
    double visible = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double area = field.visibleArea()[i];
        visible += area;
        changed += namesBefore[a[i]] == namesAfter[b[i]] ? 0 : area;
    }
    return changed / visible;
}

} // namespace tilewright::test
