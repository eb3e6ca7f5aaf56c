#include <QtTest>
#include <cstdlib>
#include <ctime>

#include "core/library/library_search.h"
#include "support/arbitrary_query.h"
#include "support/library_index.h"
#include "support/plain_search.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

/// Few values of each kind, so that queries hit and ties happen.
IndexedTile arbitraryTile(TileId id, const std::vector<Mix>& mixes)
{
    IndexedTile tile;
    TileRecord& record = tile.record;
    record.id = id;
    if (*rc::gen::inRange(0, 8) > 0) {
        record.mix = *rc::gen::elementOf(mixes);
        record.mixKey = mixKey(*record.mix);
    }
    record.file = "tile-" + std::to_string(id) + ".png";
    record.seed = *rc::gen::inRange<std::uint64_t>(0, 4);
    record.prompt = *rc::gen::element<std::string>("ohwx_rubber_tile <s0><s1>, rubber-tile",
        "ember", "Дворик, rubber tile", "say a b", "ember tile or not near content drop", "");
    record.modelName = *rc::gen::element<std::string>("starter", "SDXL 1.0 + v4", "a, b", "\"q\"");
    record.created = *rc::gen::element<std::string>("2026-04-30T16:59:59Z", "2026-04-30T17:00:00Z",
        "2026-05-01T16:59:59Z", "2026-05-01T17:00:00Z", "2026-05-02T10:00:00Z", "");
    if (*rc::gen::arbitrary<bool>())
        record.error = *rc::gen::inRange(0, 30) / 10.0;
    record.marks = {*rc::gen::inRange(0, 6), static_cast<Flag>(*rc::gen::inRange(0, 3)),
        *rc::gen::inRange(0, 5)};
    record.isMissing = *rc::gen::inRange(0, 5) == 0;
    tile.isTrashed = *rc::gen::inRange(0, 8) == 0;
    return tile;
}

std::vector<Mix> arbitraryMixes()
{
    std::vector<Mix> mixes;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
        mixes.push_back(arbitraryPlainMix());
    const auto common = [](std::vector<MixShare> shares) { return Mix::create(shares).value(); };
    mixes.push_back(common({{"red", 500}, {"black", 300}, {"pearl", 200}}));
    mixes.push_back(common({{"red", 333}, {"black", 333}, {"dark green", 334}}));
    mixes.push_back(common({{"white-green", 1000}}));
    return mixes;
}

class Index {
public:
    explicit Index(const std::vector<IndexedTile>& tiles)
        : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        createIndex(m_database);
        insert(m_database, tiles, bundledPalette());
    }

    Expected<TileList> find(const TileQuery& query)
    {
        return findTiles(m_database, query, bundledPalette());
    }

    SQLite::Database& database() { return m_database; }

private:
    SQLite::Database m_database;
};

IndexedTile tileOf(TileId id, const std::string& prompt = "rubber tile")
{
    IndexedTile tile;
    tile.record.id = id;
    tile.record.mix = Mix::create({{"red", 500}, {"black", 500}}).value();
    tile.record.mixKey = mixKey(*tile.record.mix);
    tile.record.file = "t" + std::to_string(id) + ".png";
    tile.record.prompt = prompt;
    tile.record.created = "2026-05-01T12:00:00Z";
    return tile;
}

using Ids = std::vector<TileId>;

} // namespace

class LibrarySearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Days are local, and must not depend on where the test runs.
        setenv("TZ", "TEST-7", 1);
        tzset();
    }

    void findsWhatLookingAtEveryTileFinds()
    {
        QVERIFY(rc::check("the same tiles in the same order and groups", [] {
            const std::vector<Mix> mixes = arbitraryMixes();
            std::vector<IndexedTile> tiles;
            for (TileId id = *rc::gen::inRange(0, 40); id > 0; --id)
                tiles.push_back(arbitraryTile(id, mixes));
            Index index(tiles);
            for (int i = 0; i < 20; ++i) {
                TileQuery query = arbitraryQuery();
                // Else most queries find nothing.
                if (*rc::gen::arbitrary<bool>())
                    query.text.clear();
                if (!query.mixKeys.empty())
                    query.mixKeys.push_back(mixKey(*rc::gen::elementOf(mixes)));
                const PlainSearch plain(tiles, query);
                RC_LOG() << "tiles " << tiles.size() << ", text " << query.text << ", order "
                         << static_cast<int>(query.order) << '\n';
                const auto found = index.find(query);
                RC_ASSERT(found.has_value());
                RC_ASSERT(found->tiles == plain.found().tiles);
                RC_ASSERT(found->groups == plain.found().groups);
            }
        }));
    }

    void anEmptyLibraryHasNothing()
    {
        Index index({});
        TileQuery query;
        QCOMPARE(index.find(query).value(), TileList());
        query.groupByMix = true;
        query.text = "red";
        query.shares = {{"red", 10, 20}, {"black", 0, 0}};
        query.order = TileOrder::ShareDifference;
        query.reference = Mix::create({{"red", 1000}}).value();
        QCOMPARE(index.find(query).value(), TileList());
    }

    void missingTilesAreFoundTrashedOnesAreNot()
    {
        std::vector<IndexedTile> tiles{tileOf(1), tileOf(2), tileOf(3)};
        tiles[0].record.isMissing = true;
        tiles[1].isTrashed = true;
        QCOMPARE(Index(tiles).find({}).value().tiles, (Ids{3, 1}));
    }

    void wordsAreFound_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isFound");
        const auto row = [](const char* words, bool isFound) {
            QTest::newRow(words) << QString::fromUtf8(words) << isFound;
        };
        row("granite", true);
        row("GRANI", true);
        row("courtyard gran", true);
        row("ranite", false);
        row("courtyard slate", false);
        row("Терраса", true);
        row("терр", true);
        row("ТЕРРАСА", true);
        row("石", true);
        row("cafe", true);
        row("1.5", true);
        row("granite-courtyard", true);
        row("courtyard-granite", false);
        // Neither the query language of FTS5 nor SQL is spoken.
        row("granite OR slate", false);
        row("NOT slate", false);
        row("granite*", true);
        row("\"granite", true);
        row("\"\"granite\"\"", true);
        row("content:granite", false);
        row("^granite", true);
        row("NEAR(granite courtyard)", false);
        row("granite)", true);
        row("'", false);
        row("granite'; DROP TABLE tile; --", false);
        row("' OR 1=1 --", false);
        row("%", false);
        row("\\", false);
    }

    void wordsAreFound()
    {
        QFETCH(QString, words);
        QFETCH(bool, isFound);
        Index index({tileOf(1, "granite courtyard, терраса, 石畳, café 1.5"), tileOf(2, "other")});
        TileQuery query;
        query.text = words.toStdString();
        QCOMPARE(index.find(query).value().tiles, isFound ? Ids{1} : Ids{});
        QCOMPARE(index.find({}).value().tiles.size(), std::size_t{2});
    }

    void valuesAreNeverSql_data()
    {
        QTest::addColumn<QString>("value");
        for (const char* value : {"' OR '1'='1", "x'; DELETE FROM tile; --", "?", "\"", "%"})
            QTest::newRow(value) << QString::fromLatin1(value);
    }

    void valuesAreNeverSql()
    {
        QFETCH(QString, value);
        Index index({tileOf(1), tileOf(2)});
        std::vector<TileQuery> queries(3);
        queries[0].modelName = value.toStdString();
        queries[1].mixKeys = {value.toStdString()};
        queries[2].shares = {{value.toStdString(), 1, 100}};
        for (const TileQuery& query : queries)
            QVERIFY(index.find(query).value().tiles.empty());
        QCOMPARE(index.find({}).value().tiles.size(), std::size_t{2});
    }

    void aDayThatIsNoneIsTold()
    {
        Index index({tileOf(1)});
        TileQuery query;
        query.createdFrom = "yesterday' --";
        const auto found = index.find(query);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Usage);
        QVERIFY(found.error().message.find(query.createdFrom) != std::string::npos);
    }

    void aDamagedIndexIsTold()
    {
        Index index({tileOf(1)});
        index.database().exec("DROP TABLE tile_share");
        TileQuery query;
        query.shares = {{"red", 10, 20}};
        const auto found = index.find(query);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::BadData);
        QVERIFY(!found.error().detail.empty());
    }

    void meanColorIsThatOfTheLight()
    {
        const Palette palette = Palette::create("two",
            {{.code = "B", .name = "black", .nameRu = {}, .srgb = {}, .lab = {0, 0, 0}},
                {.code = "W", .name = "white", .nameRu = {}, .srgb = {}, .lab = {100, 0, 0}}})
                                    .value();
        const auto mean = [&](int white) {
            return meanColor(
                Mix::create({{"white", white}, {"black", 1000 - white}}).value(), palette);
        };
        QCOMPARE(mean(1000).L, 100.0);
        QVERIFY(std::abs(mean(0).L) < 1e-9);
        // Half the light is L* 76, not 50.
        QVERIFY(std::abs(mean(500).L - 76.07) < 0.01);
        QVERIFY(std::abs(mean(500).a) < 0.01);
        const Mix unknown = Mix::create({{"white", 500}, {"mauve", 500}}).value();
        QCOMPARE(meanColor(unknown, palette).L, 100.0);
    }
};

QTEST_GUILESS_MAIN(LibrarySearchTest)
#include "library_search_test.moc"
