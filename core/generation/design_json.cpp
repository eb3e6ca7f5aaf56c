#include "core/generation/design_json.h"

#include <cmath>
#include <spdlog/fmt/fmt.h>

namespace tilewright {

using nlohmann::json;

namespace {

MixShare readShare(JsonFields& fields)
{
    MixShare share;
    double percent = 0;
    fields.read("color", share.color);
    fields.read("percent", percent);
    fields.read("locked", share.locked);
    if (!(percent >= 0 && percent <= 100))
        fields.complain("percent", fmt::format("{:g} is not between 0 and 100", percent));
    else
        share.perMille = static_cast<int>(std::lround(percent * 10));
    return share;
}

} // namespace

json toJson(const Mix& mix)
{
    json shares = json::array();
    for (const MixShare& share : mix.shares()) {
        json entry = {{"color", share.color}, {"percent", share.percent()}};
        if (share.locked)
            entry["locked"] = true;
        shares.push_back(std::move(entry));
    }
    return shares;
}

json toJson(const Pattern& pattern)
{
    json mixes = json::array();
    for (const Mix& mix : pattern.mixes)
        mixes.push_back({{"mix", toJson(mix)}});
    return {
        {"kind", toText(pattern.kind)},
        {"size", pattern.sizeMillimetres},
        {"angle", pattern.angleDegrees},
        {"mixes", std::move(mixes)},
        {"mask", pattern.mask},
    };
}

json toJson(const std::vector<GranuleFraction>& fractions)
{
    json list = json::array();
    for (const GranuleFraction& fraction : fractions)
        list.push_back({{"from", fraction.fromMillimetres}, {"to", fraction.toMillimetres},
            {"percent", fraction.percent}});
    return list;
}

void readMix(JsonFields& fields, std::optional<Mix>& mix)
{
    if (!fields.has("mix"))
        return;
    std::vector<MixShare> shares;
    fields.readEach("mix", [&](JsonFields& share) { shares.push_back(readShare(share)); });
    if (auto created = Mix::create(std::move(shares)))
        mix = std::move(*created);
    else
        fields.complain("mix", created.error().message);
}

void readPattern(JsonFields& fields, Pattern& pattern)
{
    fields.readObject("pattern", [&](JsonFields& object) {
        object.read("kind", pattern.kind, parsePatternKind);
        object.read("size", pattern.sizeMillimetres);
        object.read("angle", pattern.angleDegrees);
        object.read("mask", pattern.mask);
        if (object.has("mixes"))
            pattern.mixes.clear();
        object.readEach("mixes", [&](JsonFields& element) {
            std::optional<Mix> mix;
            readMix(element, mix);
            if (mix)
                pattern.mixes.push_back(std::move(*mix));
            else
                element.complain("mix", "it must be a list of colours and percents");
        });
    });
}

void readFractions(JsonFields& fields, std::vector<GranuleFraction>& fractions)
{
    if (fields.has("fractions"))
        fractions.clear();
    fields.readEach("fractions", [&](JsonFields& element) {
        GranuleFraction& fraction = fractions.emplace_back();
        element.read("from", fraction.fromMillimetres);
        element.read("to", fraction.toMillimetres);
        element.read("percent", fraction.percent);
    });
}

} // namespace tilewright
