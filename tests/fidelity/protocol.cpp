#include "fidelity/protocol.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/granule/random.h"

namespace tilewright::fidelity {
namespace {

constexpr std::uint64_t mixSeed = 2025;
constexpr int stepPerMille = 50;
constexpr std::uint64_t firstTileSeed = 10000;
constexpr int seedsPerMix = 100; // room for repeats
constexpr std::array trialStrengths{0.3, 0.4, 0.5, 0.6};
constexpr std::array trialHolds{0.0, 0.5, 1.0};

/// In 0…limit - 1; 64 bits over a handful of values: the bias is far below anything measured.
std::size_t below(Random& random, std::size_t limit)
{
    return static_cast<std::size_t>(random.bits() % limit);
}

Mix randomMix(const Palette& palette, int colors, Random& random)
{
    std::vector<std::string> names;
    for (const GranuleColor& color : palette.colors())
        names.push_back(color.name);
    // Cuts at distinct places between the steps: every division is equally likely.
    std::set<int> cuts;
    constexpr int steps = Mix::total / stepPerMille;
    while (static_cast<int>(cuts.size()) < colors - 1)
        cuts.insert(1 + static_cast<int>(below(random, steps - 1)));
    cuts.insert(steps);
    std::vector<MixShare> shares;
    int previous = 0;
    for (const int cut : cuts) {
        const std::size_t next = shares.size();
        std::swap(names[next], names[next + below(random, names.size() - next)]);
        shares.push_back({names[next], (cut - previous) * stepPerMille});
        previous = cut;
    }
    return *Mix::create(std::move(shares));
}

/// What tells two mixes apart, whatever the order of their colours.
std::set<std::pair<std::string, int>> content(const Mix& mix)
{
    std::set<std::pair<std::string, int>> result;
    for (const MixShare& share : mix.shares())
        result.emplace(share.color, share.perMille);
    return result;
}

class Planner {
public:
    Planner(const ModelProfile& profile, const std::string& model)
        : m_profile(profile), m_model(model)
    {
    }

    void add(Series series, int index, const Mix& mix, int repeat)
    {
        const Guide guide = series == Series::Free ? Guide::None : Guide::Mix;
        auto request = GenerationRequest::forMix(m_profile, m_model, mix, guide);
        request.seed = tileSeed(index, repeat);
        m_tiles.push_back({series, index, std::move(request)});
    }

    void addTrial(int index, const Mix& mix, double strength, double hold)
    {
        add(Series::Trial, index, mix, 0);
        GenerationRequest& request = m_tiles.back().request;
        request.strength = strength;
        request.hold = hold;
        request.retint = 0;
        request.attempts = 1;
    }

    void addTrials(int index, const Mix& mix)
    {
        const auto own = GenerationRequest::forMix(m_profile, m_model, mix);
        if (index < retintMixes) {
            addTrial(index, mix, own.strength, own.hold);
            addTrial(index, mix, 0, own.hold); // nothing but the autoencoder
        }
        if (index >= trialMixes)
            return;
        for (const double strength : trialStrengths) {
            for (const double hold : trialHolds) {
                if (strength != own.strength || hold != own.hold)
                    addTrial(index, mix, strength, hold);
            }
        }
    }

    std::vector<PlannedTile> take() { return std::move(m_tiles); }

private:
    const ModelProfile& m_profile;
    const std::string& m_model;
    std::vector<PlannedTile> m_tiles;
};

} // namespace

std::string_view toText(Series series)
{
    switch (series) {
    case Series::Guided:
        return "guided";
    case Series::Free:
        return "free";
    case Series::Trial:
        return "trial";
    }
    return "";
}

std::vector<Mix> randomMixes(const Palette& palette, int count)
{
    constexpr int fewest = 2;
    constexpr int most = static_cast<int>(Mix::maximumColors);
    Random random(mixSeed, RandomPurpose::Color, 0);
    std::set<std::set<std::pair<std::string, int>>> known;
    std::vector<Mix> mixes;
    while (static_cast<int>(mixes.size()) < count) {
        const int colors = fewest + static_cast<int>(mixes.size()) % (most - fewest + 1);
        auto mix = randomMix(palette, colors, random);
        if (known.insert(content(mix)).second)
            mixes.push_back(std::move(mix));
    }
    return mixes;
}

std::vector<Mix> singleColors(const Palette& palette, int count)
{
    std::vector<Mix> mixes;
    for (const GranuleColor& color : palette.colors()) {
        if (static_cast<int>(mixes.size()) < count)
            mixes.push_back(*Mix::create({{color.name, Mix::total}}));
    }
    return mixes;
}

std::uint64_t tileSeed(int mix, int repeat)
{
    return firstTileSeed + static_cast<std::uint64_t>(mix * seedsPerMix + repeat);
}

std::vector<PlannedTile> planTiles(const ModelProfile& profile, const std::string& model,
    const Palette& palette, const Extent& extent)
{
    Planner planner(profile, model);
    const auto mixes = randomMixes(palette, extent.mixes);
    for (int index = 0; index < extent.mixes; ++index) {
        const Mix& mix = mixes[static_cast<std::size_t>(index)];
        for (int repeat = 0; repeat < extent.seeds; ++repeat) {
            planner.add(Series::Guided, index, mix, repeat);
            if (repeat == 0)
                planner.addTrials(index, mix);
            planner.add(Series::Free, index, mix, repeat);
        }
    }
    int index = extent.mixes;
    for (const Mix& mix : singleColors(palette, extent.mixes)) {
        planner.add(Series::Guided, index, mix, 0);
        planner.add(Series::Free, index, mix, 0);
        ++index;
    }
    return planner.take();
}

} // namespace tilewright::fidelity
