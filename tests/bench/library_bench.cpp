// Searching a library of 100,000 tiles, beside the least that any search of it costs: reading all
// ids from the index, and looking at all tiles held in memory.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <numeric>
#include <random>
#include <spdlog/fmt/fmt.h>

#include "core/library/library_search.h"
#include "core/mix/prompt_format.h"
#include "core/support/paths.h"
#include "support/library_index.h"

using namespace tilewright;

namespace {

constexpr TileId tileCount = 100'000;
constexpr int seedsOfMix = 5;

const Palette& palette()
{
    static const Palette bundled
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return bundled;
}

Mix mixOf(std::mt19937& random)
{
    std::vector<std::size_t> colors(palette().colors().size());
    std::iota(colors.begin(), colors.end(), std::size_t{0});
    const std::size_t count = 2 + random() % 3;
    std::vector<std::pair<std::string, double>> weights;
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(colors[i], colors[i + random() % (colors.size() - i)]);
        weights.emplace_back(palette().colors()[colors[i]].name, 1 + random() % 20);
    }
    return Mix::fromWeights(weights).value();
}

/// Mixes come one after the other, now and then one of them again.
std::string created(TileId id)
{
    const TileId minute = id % 9 == 0 ? (id * 7919) % tileCount : id;
    return fmt::format("2026-{:02}-{:02}T{:02}:{:02}:{:02}Z", 1 + minute / 8400,
        1 + minute / 300 % 28, minute / 13 % 24, minute / 5 % 60, minute % 60);
}

std::vector<test::IndexedTile> tilesMadeUp()
{
    std::mt19937 random(20260501);
    std::vector<test::IndexedTile> tiles;
    std::optional<Mix> mix;
    for (TileId id = 1; id <= tileCount; ++id) {
        if (id % seedsOfMix == 1)
            mix = mixOf(random);
        test::IndexedTile tile;
        TileRecord& record = tile.record;
        record.id = id;
        record.mix = mix;
        record.mixKey = mixKey(*mix);
        record.seed = random() % 100'000'000;
        record.prompt = PromptFormat().format(*mix);
        record.modelName = random() % 4 == 0 ? "starter" : "SDXL 1.0 + rubber-tile v4";
        record.created = created(id);
        record.file = fmt::format("tile-{}-{}.png", id, record.seed);
        record.error = static_cast<double>(random() % 300) / 100;
        record.marks.rating = static_cast<int>(random() % 6);
        record.marks.flag = static_cast<Flag>(random() % 3);
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

/// The tiles in memory, and their index in a folder of its own that goes with the program.
class Collection {
public:
    Collection()
        : tiles(tilesMadeUp())
        , m_folder(std::filesystem::temp_directory_path()
              / fmt::format("tilewright-library-bench-{}", std::random_device()()))
    {
        std::filesystem::create_directories(m_folder);
        index = std::make_unique<SQLite::Database>(
            (m_folder / "library.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        index->exec("PRAGMA journal_mode = WAL");
        index->exec("PRAGMA cache_size = -65536");
        test::createIndex(*index);
        test::insert(*index, tiles, palette());
    }

    ~Collection()
    {
        index.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    const std::vector<test::IndexedTile> tiles;
    std::unique_ptr<SQLite::Database> index;

private:
    const std::filesystem::path m_folder;
};

Collection& collection()
{
    static Collection made;
    return made;
}

void baselineAllIds(benchmark::State& state)
{
    SQLite::Database& index = *collection().index;
    for (auto _ : state) {
        std::vector<TileId> ids;
        SQLite::Statement statement(index, "SELECT id FROM tile");
        while (statement.executeStep())
            ids.push_back(statement.getColumn(0).getInt64());
        benchmark::DoNotOptimize(ids);
    }
}
BENCHMARK(baselineAllIds)->Unit(benchmark::kMillisecond);

void baselineTwoSharesInMemory(benchmark::State& state)
{
    const auto holds = [](const Mix& mix, const char* color, int from, int to) {
        const MixShare* share = mix.find(color);
        return share && share->perMille >= from && share->perMille <= to;
    };
    for (auto _ : state) {
        std::vector<TileId> ids;
        for (const test::IndexedTile& tile : collection().tiles)
            if (holds(*tile.record.mix, "red", 200, 600)
                && holds(*tile.record.mix, "black", 100, 500))
                ids.push_back(tile.record.id);
        benchmark::DoNotOptimize(ids);
    }
}
BENCHMARK(baselineTwoSharesInMemory)->Unit(benchmark::kMillisecond);

Mix reference()
{
    return Mix::fromWeights({{"red", 50}, {"black", 30}, {"pearl", 20}}).value();
}

void search(benchmark::State& state, const TileQuery& query)
{
    SQLite::Database& index = *collection().index;
    std::size_t found = 0;
    for (auto _ : state)
        found = findTiles(index, query, palette()).value().tiles.size();
    state.counters["found"] = static_cast<double>(found);
}

TileQuery inOrder(TileOrder order, bool groupByMix = false)
{
    TileQuery query;
    query.order = order;
    query.groupByMix = groupByMix;
    query.reference = reference();
    return query;
}

TileQuery withText(const char* text)
{
    TileQuery query;
    query.text = text;
    return query;
}

TileQuery withShares(std::vector<ShareRange> shares)
{
    TileQuery query;
    query.shares = std::move(shares);
    return query;
}

TileQuery withSeed(std::uint64_t seed)
{
    TileQuery query;
    query.seed = seed;
    return query;
}

TileQuery ratedFrom(int stars)
{
    TileQuery query;
    query.minimumRating = stars;
    return query;
}

TileQuery everything()
{
    TileQuery query = inOrder(TileOrder::ColorDifference, true);
    query.shares = {{"white", 0, 50}, {"pink", 0, 0}};
    query.minimumRating = 1;
    query.hideRejected = true;
    query.maximumError = 2.5;
    query.createdFrom = "2026-02-01";
    query.text = "rubber tile";
    return query;
}

#define SEARCH(name, ...)                                                                          \
    BENCHMARK_CAPTURE(search, name, __VA_ARGS__)->Unit(benchmark::kMillisecond)

SEARCH(newest, TileQuery());
SEARCH(best, inOrder(TileOrder::Rating));
SEARCH(truest, inOrder(TileOrder::Fidelity));
SEARCH(twoShares, withShares({{"red", 20, 60}, {"black", 10, 50}}));
SEARCH(manyShares, withShares({{"red", 1, 100}}));
SEARCH(withoutColor, withShares({{"black", 0, 0}}));
SEARCH(seed, withSeed(1704233));
SEARCH(rating, ratedFrom(3));
SEARCH(textRare, withText("emerald lilac"));
SEARCH(textCommon, withText("rubber tile"));
SEARCH(textOneLetter, withText("r"));
SEARCH(colorDifference, inOrder(TileOrder::ColorDifference));
SEARCH(shareDifference, inOrder(TileOrder::ShareDifference));
SEARCH(groupedNewest, inOrder(TileOrder::Newest, true));
SEARCH(groupedColorDifference, inOrder(TileOrder::ColorDifference, true));
SEARCH(everythingAtOnce, everything());

} // namespace
