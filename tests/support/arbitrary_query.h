// Random queries for rapidcheck.
#pragma once

#include "core/library/tile_query.h"
#include "support/arbitrary_mix.h"

namespace tilewright::test {

/// Words that are in the texts of arbitrary tiles, that look like conditions, or are traps.
inline std::string arbitraryWord()
{
    return *rc::gen::element<std::string>("tile", "til", "rubber", "RED", "starter", "ember", "emb",
        "Дворик", "двор", "png", "rubber-tile", "rating 3+", "red 40-60", "a, b", "say \"a\"", "\"",
        "OR", "NOT", "NEAR(", "*", "content:", "'; DROP TABLE tile; --", "★★", "%", "é");
}

/// A mix as its text tells it: nothing locked, no share of 0.
inline Mix arbitraryPlainMix()
{
    std::vector<MixShare> shares = arbitraryMix().shares();
    std::erase_if(shares, [](const MixShare& share) { return share.perMille == 0; });
    return Mix::create(shares).value();
}

inline std::string arbitraryDay()
{
    return *rc::gen::element<std::string>(
        "2026-04-29", "2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03");
}

template <typename Make> void sometimes(Make make)
{
    if (*rc::gen::inRange(0, 4) == 0)
        make();
}

/// Any condition may be there, most are not; every colour at most once.
inline TileQuery arbitraryQuery()
{
    TileQuery query;
    const auto colors
        = *rc::gen::unique<std::vector<std::string>>(*rc::gen::inRange<std::size_t>(0, 3),
            rc::gen::element<std::string>("red", "black", "pearl", "white-green", "dark green"));
    for (const std::string& color : colors) {
        const int a = *rc::gen::element(0, 1, 100, 300, 333, 500, 1000);
        const int b = *rc::gen::element(0, 1, 100, 300, 333, 500, 1000);
        query.shares.push_back({color, std::min(a, b) / 10.0, std::max(a, b) / 10.0});
    }
    sometimes([&] { query.mixKeys = {mixKey(arbitraryPlainMix())}; });
    sometimes([&] { query.seed = *rc::gen::inRange<std::uint64_t>(0, 4); });
    sometimes([&] { query.minimumRating = *rc::gen::inRange(0, 6); });
    sometimes([&] { query.flag = static_cast<Flag>(*rc::gen::inRange(0, 3)); });
    sometimes([&] { query.hideRejected = true; });
    sometimes([&] { query.label = *rc::gen::inRange(0, 5); });
    sometimes([&] {
        query.modelName = *rc::gen::element<std::string>(
            "starter", "Starter", "SDXL 1.0 + v4", "a, b", "\"q\"");
    });
    sometimes([&] { query.createdFrom = arbitraryDay(); });
    sometimes([&] { query.createdTo = arbitraryDay(); });
    sometimes([&] { query.maximumError = *rc::gen::inRange(0, 30) / 10.0; });
    sometimes([&] {
        query.text = arbitraryWord();
        if (*rc::gen::arbitrary<bool>())
            query.text += ' ' + arbitraryWord();
    });
    query.order = static_cast<TileOrder>(*rc::gen::inRange(0, 6));
    const bool isByDifference
        = query.order == TileOrder::ColorDifference || query.order == TileOrder::ShareDifference;
    if (isByDifference && *rc::gen::inRange(0, 4) > 0)
        query.reference = arbitraryPlainMix();
    query.groupByMix = *rc::gen::arbitrary<bool>();
    return query;
}

} // namespace tilewright::test
