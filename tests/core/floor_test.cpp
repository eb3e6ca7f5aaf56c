// How tiles lie in a room, how many it takes, and what the floor looks like.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <set>

#include "core/catalog/tile_picture.h"
#include "core/color/color.h"
#include "core/floor/floor_counts.h"
#include "core/floor/floor_picture.h"
#include "core/floor/floor_plan.h"
#include "core/generation/tile.h"

using namespace tilewright;

namespace {

FloorPlan room(double length, double width, FloorPattern pattern = FloorPattern::Single,
    int recipes = 1, FloorBond bond = FloorBond::Straight)
{
    FloorPlan plan;
    plan.roomLengthMetres = length;
    plan.roomWidthMetres = width;
    plan.pattern = pattern;
    plan.recipeCount = recipes;
    plan.bond = bond;
    return plan;
}

FloorLayout laid(const FloorPlan& plan)
{
    const auto layout = layFloor(plan);
    if (!layout)
        qFatal("%s", layout.error().message.c_str());
    return *layout;
}

std::vector<int> recipesOf(const FloorLayout& layout, int row)
{
    std::vector<int> recipes;
    for (const FloorCell& cell : layout.cells)
        if (cell.row == row)
            recipes.push_back(cell.recipe);
    return recipes;
}

FloorPlan arbitraryPlan()
{
    FloorPlan plan = room(*rc::gen::inRange(50, 900) / 100.0, *rc::gen::inRange(50, 900) / 100.0,
        *rc::gen::element(FloorPattern::Single, FloorPattern::Checks, FloorPattern::Border,
            FloorPattern::Stripes, FloorPattern::Random),
        *rc::gen::inRange(2, 5), *rc::gen::element(FloorBond::Straight, FloorBond::HalfBond));
    plan.tileLengthMillimetres = *rc::gen::element(250.0, 333.0, 500.0, 1000.0);
    plan.tileWidthMillimetres = *rc::gen::element(250.0, 333.0, 500.0, 1000.0);
    plan.isCentred = *rc::gen::arbitrary<bool>();
    plan.isTurned
        = plan.tileLengthMillimetres == plan.tileWidthMillimetres && *rc::gen::arbitrary<bool>();
    plan.borderTiles = *rc::gen::inRange(1, 4);
    plan.stripeTiles = *rc::gen::inRange(1, 4);
    plan.seed = *rc::gen::arbitrary<std::uint64_t>();
    for (int recipe = 0; recipe < plan.recipeCount; ++recipe)
        plan.variants.push_back(*rc::gen::inRange(1, 6));
    return plan;
}

/// Cells of one recipe with a common edge.
std::vector<std::pair<const FloorCell*, const FloorCell*>> neighbours(const FloorLayout& layout)
{
    const auto overlap = [](double a, double lengthA, double b, double lengthB) {
        return std::min(a + lengthA, b + lengthB) - std::max(a, b);
    };
    std::vector<std::pair<const FloorCell*, const FloorCell*>> pairs;
    for (const FloorCell& a : layout.cells)
        for (const FloorCell& b : layout.cells) {
            if (&a >= &b || a.recipe != b.recipe || b.row > a.row + 1)
                continue;
            const double across = overlap(a.visibleX, a.visibleLength, b.visibleX, b.visibleLength);
            const double down = overlap(a.visibleY, a.visibleWidth, b.visibleY, b.visibleWidth);
            if ((across > 1 && down > -1) || (down > 1 && across > -1))
                pairs.emplace_back(&a, &b);
        }
    return pairs;
}

/// Granules as noise, of one colour on the whole.
Image noise(Srgb color, int side, int seed)
{
    Image image(side, side);
    std::uint32_t state = 12345u + static_cast<std::uint32_t>(seed);
    for (std::size_t i = 0; i < image.rgb.size(); i += 3) {
        state = state * 1664525u + 1013904223u;
        const int shift = static_cast<int>(state >> 28) - 8;
        const int channels[] = {color.r, color.g, color.b};
        for (std::size_t c = 0; c < 3; ++c)
            image.rgb[i + c]
                = static_cast<std::uint8_t>(std::clamp(channels[c] + shift * 3, 0, 255));
    }
    return image;
}

LinearRgb meanLight(const Image& image, int left, int top, int width, int height)
{
    LinearRgb sum{};
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x) {
            const std::uint8_t* p = image.pixel(x, y);
            const LinearRgb light = toLinear(Srgb{p[0], p[1], p[2]});
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += light[c] / (static_cast<double>(width) * height);
        }
    return sum;
}

LinearRgb meanLight(const Image& image)
{
    return meanLight(image, 0, 0, image.width, image.height);
}

double difference(const LinearRgb& a, const LinearRgb& b)
{
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

constexpr Srgb colors[] = {{190, 60, 50}, {60, 90, 160}, {200, 200, 190}};

TilePictureSource noisyTiles(int side)
{
    return [side](int recipe, int variant, int pixels) -> Expected<Image> {
        const Image tile = noise(colors[recipe], side, variant);
        return productPicture(tile, 500.0 / side, 500, 500, pixels);
    };
}

} // namespace

class FloorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roomsCountedByHand_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("isCentred");
        QTest::addColumn<bool>("isHalfBond");
        QTest::addColumn<int>("whole");
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("tilesForCuts");
        QTest::newRow("no cuts") << 4.0 << 3.0 << true << false << 48 << 0 << 0;
        // 8 columns and 0.2 m left: 7 whole columns between pieces of 350 mm, one from each tile.
        QTest::newRow("cuts left and right") << 4.2 << 3.0 << true << false << 42 << 12 << 12;
        // Pieces of 200 mm, two from each tile.
        QTest::newRow("cuts at the right") << 4.2 << 3.0 << false << false << 48 << 6 << 3;
        // Six pieces of 200 × 500 to the right, eight of 500 × 100 below, one of 200 × 100 in the
        // corner: 6 from three tiles, 5 and 3 from two, and the corner from what they leave.
        QTest::newRow("cuts on two sides") << 4.2 << 3.1 << false << false << 48 << 15 << 5;
        // Three of the six rows end in halves, which make one tile together.
        QTest::newRow("half bond") << 4.0 << 3.0 << true << true << 45 << 6 << 3;
        QTest::newRow("half bond, corner") << 4.0 << 3.0 << false << true << 45 << 6 << 3;
        // One piece of 500 × 500 from each tile of that size.
        QTest::newRow("one tile") << 0.5 << 0.5 << true << false << 1 << 0 << 0;
    }
    void roomsCountedByHand()
    {
        QFETCH(double, length);
        QFETCH(double, width);
        QFETCH(bool, isCentred);
        QFETCH(bool, isHalfBond);
        FloorPlan plan = room(length, width, FloorPattern::Single, 1,
            isHalfBond ? FloorBond::HalfBond : FloorBond::Straight);
        plan.isCentred = isCentred;
        const FloorCount count = laid(plan).counts.front();
        QTEST(count.whole, "whole");
        QTEST(count.cut, "cut");
        QTEST(count.tilesForCuts, "tilesForCuts");
        QVERIFY(std::abs(count.squareMetres - length * width) < 1e-9);
    }

    void piecesAreCutFromAsFewTilesAsFit()
    {
        QCOMPARE(tilesForPieces({}, 500, 500), 0);
        QCOMPARE(tilesForPieces({{250, 250}, {250, 250}, {250, 250}, {250, 250}}, 500, 500), 1);
        QCOMPARE(tilesForPieces({{300, 500}, {200, 300}, {200, 200}}, 500, 500), 1);
        QCOMPARE(tilesForPieces({{251, 500}, {250, 500}}, 500, 500), 2);
        QCOMPARE(tilesForPieces({{500, 100}, {100, 500}}, 500, 500), 2); // they would cross
        QCOMPARE(tilesForPieces(std::vector<Piece>(25, Piece{100, 100}), 500, 500), 1);
    }

    void wasteIsRoundedUp()
    {
        FloorCount count;
        count.whole = 95;
        count.tilesForCuts = 5;
        QCOMPARE(count.toOrder(0), 100);
        QCOMPARE(count.toOrder(5), 105);
        QCOMPARE(count.toOrder(5.1), 106);
        QCOMPARE(count.toOrder(7), 107); // not 108 by rounding
    }

    void allOfTheRoomIsCoveredOnce()
    {
        QVERIFY(rc::check("tiles cover the room", [] {
            const FloorPlan plan = arbitraryPlan();
            const FloorLayout layout = laid(plan);
            double seen = 0;
            for (const FloorCell& cell : layout.cells) {
                RC_ASSERT(cell.visibleLength > 0 && cell.visibleWidth > 0);
                RC_ASSERT(cell.visibleX >= cell.x - 1e-6 && cell.visibleY >= cell.y - 1e-6);
                RC_ASSERT(cell.visibleX + cell.visibleLength
                    <= cell.x + plan.tileLengthMillimetres + 1e-6);
                RC_ASSERT(
                    cell.visibleY + cell.visibleWidth <= cell.y + plan.tileWidthMillimetres + 1e-6);
                RC_ASSERT(cellAt(layout, cell.visibleX + cell.visibleLength / 2,
                              cell.visibleY + cell.visibleWidth / 2)
                    == &cell);
                seen += cell.visibleLength * cell.visibleWidth / 1e6;
            }
            const double area = plan.roomLengthMetres * plan.roomWidthMetres;
            RC_ASSERT(std::abs(seen - area) < 1e-6 * area);
            double counted = 0;
            int cells = 0;
            for (const FloorCount& count : layout.counts) {
                counted += count.squareMetres;
                cells += count.whole + count.cut;
                const double tile = plan.tileLengthMillimetres * plan.tileWidthMillimetres / 1e6;
                RC_ASSERT(count.needed() * tile >= count.squareMetres - 1e-9);
                RC_ASSERT(count.tilesForCuts <= count.cut);
            }
            RC_ASSERT(std::abs(counted - area) < 1e-6 * area);
            RC_ASSERT(static_cast<std::size_t>(cells) == layout.cells.size());
            RC_ASSERT(laid(plan) == layout);
        }));
    }

    void centredFloorsAreSymmetric()
    {
        QVERIFY(rc::check("left and right cuts are alike", [] {
            FloorPlan plan = arbitraryPlan();
            plan.isCentred = true;
            const FloorLayout layout = laid(plan);
            const double length = plan.roomLengthMetres * 1000;
            for (const FloorCell& cell : layout.cells) {
                const FloorCell* other
                    = cellAt(layout, length - cell.visibleX - cell.visibleLength / 2,
                        cell.visibleY + cell.visibleWidth / 2);
                RC_ASSERT(other);
                RC_ASSERT(
                    std::abs(other->visibleX + other->visibleLength - (length - cell.visibleX))
                    < 1e-6);
            }
        }));
    }

    void placesOutsideHaveNoTile()
    {
        const FloorLayout layout = laid(room(4, 3));
        QVERIFY(!cellAt(layout, -1, 10));
        QVERIFY(!cellAt(layout, 10, -1));
        QVERIFY(!cellAt(layout, 4001, 10));
        QVERIFY(!cellAt(layout, 10, 3001));
        QCOMPARE(cellAt(layout, 1999, 501)->column, 3);
        QCOMPARE(cellAt(layout, 1999, 501)->row, 1);
    }

    void patterns()
    {
        using Row = std::vector<int>;
        const FloorLayout checks = laid(room(2, 1.5, FloorPattern::Checks, 2));
        QCOMPARE(recipesOf(checks, 0), Row({0, 1, 0, 1}));
        QCOMPARE(recipesOf(checks, 1), Row({1, 0, 1, 0}));
        FloorPlan stripes = room(1, 3, FloorPattern::Stripes, 2);
        stripes.stripeTiles = 2;
        QCOMPARE(recipesOf(laid(stripes), 1), Row({0, 0}));
        QCOMPARE(recipesOf(laid(stripes), 2), Row({1, 1}));
        QCOMPARE(recipesOf(laid(stripes), 4), Row({0, 0}));
        FloorPlan painted = room(1, 1, FloorPattern::Painted, 3);
        painted.painted = {{0, 2}, {1}};
        QCOMPARE(recipesOf(laid(painted), 0), Row({0, 2}));
        QCOMPARE(recipesOf(laid(painted), 1), Row({1, 0}));
    }

    void aBorderIsStraightAroundABond()
    {
        using Row = std::vector<int>;
        for (const FloorBond bond : {FloorBond::Straight, FloorBond::HalfBond}) {
            const FloorLayout layout = laid(room(3, 2.5, FloorPattern::Border, 2, bond));
            QCOMPARE(recipesOf(layout, 0), Row(6, 1));
            QCOMPARE(recipesOf(layout, 4), Row(6, 1));
            QCOMPARE(recipesOf(layout, 2), Row({1, 0, 0, 0, 0, 1}));
        }
        const FloorLayout layout = laid(room(3, 2.5, FloorPattern::Border, 2, FloorBond::HalfBond));
        QCOMPARE(recipesOf(layout, 1), Row({1, 0, 0, 0, 0, 0, 1}));
        const FloorCell* half = cellAt(layout, 600, 600);
        QCOMPARE(half->visibleX, 500.0);
        QCOMPARE(half->visibleLength, 250.0);
        QVERIFY(half->isCut);
        QVERIFY(!cellAt(layout, 400, 600)->isCut);
        // As wide as the room: all border.
        FloorPlan narrow = room(1, 1, FloorPattern::Border, 2);
        QCOMPARE(laid(narrow).counts[0].needed(), 0);
        QCOMPARE(laid(narrow).counts[1].needed(), 4);
    }

    void sharesAreKeptToTheTile()
    {
        FloorPlan plan = room(5, 4, FloorPattern::Random, 3); // 80 tiles
        plan.shares = {60, 30, 10};
        for (const std::uint64_t seed : {1, 2, 3}) {
            plan.seed = seed;
            const FloorLayout layout = laid(plan);
            QCOMPARE(layout.counts[0].whole, 48);
            QCOMPARE(layout.counts[1].whole, 24);
            QCOMPARE(layout.counts[2].whole, 8);
        }
        plan.shares = {1, 1, 1};
        const auto counts = laid(plan).counts;
        QCOMPARE(counts[0].whole, 27); // 26 2/3 each, the first ones get the rest
        QCOMPARE(counts[1].whole, 27);
        QCOMPARE(counts[2].whole, 26);
        FloorPlan other = plan;
        other.seed = plan.seed + 1;
        QVERIFY(laid(other).cells != laid(plan).cells);
    }

    void strewnTilesClumpNoMoreThanByChance()
    {
        FloorPlan plan = room(25, 25, FloorPattern::Random, 2); // 2500 tiles
        int equal = 0, pairs = 0;
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            plan.seed = seed;
            const FloorLayout layout = laid(plan);
            for (std::size_t i = 0; i < layout.cells.size(); ++i) {
                if (layout.cells[i].column == 49)
                    continue;
                ++pairs;
                equal += layout.cells[i].recipe == layout.cells[i + 1].recipe;
            }
        }
        // Of 19,600 pairs half are alike; five standard deviations are 1.8 %.
        QVERIFY(std::abs(static_cast<double>(equal) / pairs - 0.5) < 0.018);
    }

    void neighboursDiffer()
    {
        QVERIFY(rc::check("no two tiles beside each other are the same", [] {
            FloorPlan plan = arbitraryPlan();
            const bool isHalfBond = plan.bond == FloorBond::HalfBond;
            // What a border's straight rows and a bond inside make together is neither.
            RC_PRE(plan.pattern != FloorPattern::Border || !isHalfBond);
            for (int& variants : plan.variants)
                variants = std::max(variants, plan.isTurned ? 1 : isHalfBond ? 3 : 2);
            for (const auto& [a, b] : neighbours(laid(plan)))
                RC_ASSERT(a->variant != b->variant || a->quarterTurns != b->quarterTurns);
        }));
    }

    void wrongPlansAreRefused_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("word");
        QTest::newRow("room") << R"({"roomLengthMetres": 0.1})"
                              << "0.1 m";
        QTest::newRow("tile") << R"({"tileWidthMillimetres": 3000})"
                              << "3000 mm";
        QTest::newRow("cells")
            << R"({"roomLengthMetres": 200, "roomWidthMetres": 200, "tileLengthMillimetres": 100,
                   "tileWidthMillimetres": 100})"
            << "at most 250000";
        QTest::newRow("recipes") << R"({"recipeCount": 13})"
                                 << "13";
        QTest::newRow("shares") << R"({"recipeCount": 2, "shares": [1]})"
                                << "1 shares";
        QTest::newRow("no share") << R"({"shares": [0]})"
                                  << "All shares are 0";
        QTest::newRow("share text") << R"({"shares": ["a"]})"
                                    << "shares";
        QTest::newRow("variants") << R"({"variants": [0]})"
                                  << "pictures";
        QTest::newRow("border") << R"({"pattern": "border"})"
                                << "two kinds";
        QTest::newRow("turned") << R"({"isTurned": true, "tileLengthMillimetres": 1000})"
                                << "square";
        QTest::newRow("painted") << R"({"pattern": "painted", "painted": [[0, 1]]})"
                                 << "tile 2";
        QTest::newRow("painted text") << R"({"painted": [0]})"
                                      << "painted";
        QTest::newRow("pattern") << R"({"pattern": "zigzag"})"
                                 << "zigzag";
        QTest::newRow("no object") << "[1]"
                                   << "object";
    }
    void wrongPlansAreRefused()
    {
        QFETCH(QString, json);
        QFETCH(QString, word);
        const auto plan = floorPlanFromJson(nlohmann::json::parse(json.toStdString()));
        QVERIFY(!plan);
        QVERIFY(plan.error().kind == ErrorKind::Usage);
        QVERIFY2(QString::fromStdString(plan.error().message).contains(word),
            plan.error().message.c_str());
    }

    void plansAndSettingsGoThroughJson()
    {
        QVERIFY(rc::check("plan to JSON and back", [] {
            FloorPlan plan = arbitraryPlan();
            plan.painted = {{0, 1}, {}, {1}};
            plan.shares.assign(static_cast<std::size_t>(plan.recipeCount), 1.5);
            const auto read = floorPlanFromJson(nlohmann::json::parse(toJson(plan).dump()));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == plan);
        }));
        const FloorPictureSettings settings{FloorView::Perspective, 999, false, 1.2, 70, false};
        QVERIFY(*floorPictureFromJson(toJson(settings)) == settings);
        QVERIFY(!floorPictureFromJson({{"longestSide", 20}}));
        QVERIFY(!floorPictureFromJson({{"view", "below"}}));
        const auto layout = toJson(laid(room(1, 1)));
        QCOMPARE(layout["cells"].size(), 4u);
        QCOMPARE(layout["counts"][0]["needed"].get<int>(), 4);
    }

    void coloursStayTrue_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::addColumn<double>("length");
        QTest::newRow("tiles of 100 pixels") << 800 << 4.0;
        QTest::newRow("odd sizes") << 777 << 4.3;
        QTest::newRow("enlarged") << 2000 << 1.0;
        QTest::newRow("tiles of 2 pixels") << 128 << 32.0;
    }
    void coloursStayTrue()
    {
        QFETCH(int, pixels);
        QFETCH(double, length);
        FloorPlan plan = room(length, length);
        plan.isTurned = true;
        FloorPictureSettings settings;
        settings.longestSide = pixels;
        settings.showsSeams = false;
        const auto image = drawFloor(laid(plan), noisyTiles(256), settings);
        QVERIFY(image);
        QCOMPARE(image->width, pixels);
        QCOMPARE(image->height, pixels);
        const double off = difference(meanLight(*image), meanLight(noise(colors[0], 256, 0)));
        QVERIFY2(off < 0.0025, qPrintable(QString::number(off)));
    }

    void tilesLieWhereThePlanPutsThem()
    {
        FloorPlan plan = room(2, 1.5, FloorPattern::Checks, 2);
        FloorPictureSettings settings;
        settings.longestSide = 400;
        const auto image = drawFloor(laid(plan), noisyTiles(256), settings);
        QVERIFY(image);
        QCOMPARE(image->height, 300);
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 4; ++column) {
                const LinearRgb seen = meanLight(*image, column * 100 + 10, row * 100 + 10, 80, 80);
                const LinearRgb wanted = meanLight(noise(colors[(row + column) % 2], 256, 0));
                QVERIFY(difference(seen, wanted) < 0.01);
            }
        // A joint is darker than what lies beside it.
        const double joint = meanLight(*image, 100, 10, 1, 80)[2];
        QVERIFY(joint < 0.8 * meanLight(*image, 105, 10, 20, 80)[2]);
    }

    void turnedTilesAreTurnedClockwise()
    {
        // Each quadrant of the tile has a colour of its own.
        const Srgb corners[] = {{200, 0, 0}, {0, 200, 0}, {0, 0, 200}, {200, 200, 0}};
        Image tile(64, 64);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                const Srgb color = corners[(y / 32) * 2 + x / 32];
                std::uint8_t* p = tile.pixel(x, y);
                p[0] = color.r, p[1] = color.g, p[2] = color.b;
            }
        FloorLayout layout = laid(room(0.5, 0.5));
        FloorPictureSettings settings;
        settings.longestSide = 64;
        const int upperLeft[] = {0, 2, 3, 1}; // what each turn brings to the upper left
        for (int turns = 0; turns < 4; ++turns) {
            layout.cells.front().quarterTurns = turns;
            const auto image = drawFloor(
                layout, [&](int, int, int) -> Expected<Image> { return tile; }, settings);
            QVERIFY(image);
            const std::uint8_t* p = image->pixel(10, 10);
            QVERIFY((Srgb{p[0], p[1], p[2]} == corners[upperLeft[turns]]));
        }
    }

    void perspectiveShowsTheFloorAndTheWalls()
    {
        FloorPictureSettings settings;
        settings.view = FloorView::Perspective;
        settings.longestSide = 600;
        settings.showsSeams = false;
        settings.hasLight = false;
        const auto image = drawFloor(laid(room(6, 4)), noisyTiles(256), settings);
        QVERIFY(image);
        QCOMPARE(image->height, 400);
        // The floor's colour near and far, the wall's above it.
        const LinearRgb wanted = meanLight(noise(colors[0], 256, 0));
        QVERIFY(difference(meanLight(*image, 100, 300, 400, 90), wanted) < 0.005);
        QVERIFY(difference(meanLight(*image, 150, 125, 300, 20), wanted) < 0.005);
        const LinearRgb wall = meanLight(*image, 200, 20, 200, 60);
        QVERIFY(wall[2] > 0.5 && std::abs(wall[0] - wall[2]) < 0.06);
        settings.hasLight = true;
        const auto lit = drawFloor(laid(room(6, 4)), noisyTiles(256), settings);
        const double left = meanLight(*lit, 0, 300, 200, 90)[0];
        const double right = meanLight(*lit, 400, 300, 200, 90)[0];
        QVERIFY(left > right);
        QVERIFY(left <= wanted[0] + 0.005); // light never bleaches the colours
    }

    /// Far granules are smaller than a pixel: rows that take single ones would flicker.
    void farGranulesDoNotShimmer()
    {
        FloorPictureSettings settings;
        settings.view = FloorView::Perspective;
        settings.longestSide = 600;
        settings.showsSeams = false;
        settings.hasLight = false;
        const TilePictureSource stark = [](int, int, int pixels) -> Expected<Image> {
            Image tile(512, 512); // single pixels black or white
            for (std::size_t i = 0; i < tile.rgb.size(); ++i)
                tile.rgb[i] = (i / 3 + i / 1536) % 2 == 0 ? 0 : 255;
            return productPicture(tile, 500.0 / 512, 500, 500, pixels);
        };
        const auto image = drawFloor(laid(room(10, 20)), stark, settings);
        QVERIFY(image);
        int least = 255, most = 0;
        for (int y = 130; y < 160; ++y)
            for (int x = 200; x < 400; ++x) {
                least = std::min<int>(least, image->pixel(x, y)[0]);
                most = std::max<int>(most, image->pixel(x, y)[0]);
            }
        // Half of the light is 188 in sRGB.
        QVERIFY2(
            least > 180 && most < 196, qPrintable(QStringLiteral("%1…%2").arg(least).arg(most)));
    }

    void eachPictureIsAskedOnce()
    {
        FloorPlan plan = room(5, 5, FloorPattern::Checks, 2);
        plan.variants = {3, 1};
        std::multiset<std::pair<int, int>> asked;
        const auto tiles = [&](int recipe, int variant, int pixels) -> Expected<Image> {
            asked.emplace(recipe, variant);
            return noise(colors[recipe], std::min(pixels, 64), variant);
        };
        double last = 0;
        QVERIFY(drawFloor(laid(plan), tiles, {}, [&](double done) {
            QVERIFY(done >= last && done <= 1);
            last = done;
        }));
        QCOMPARE(asked.size(), 4u);
        QCOMPARE(std::set(asked.begin(), asked.end()).size(), 4u);
        QVERIFY(last > 0.9);
    }

    void errorsAndStops()
    {
        const FloorLayout layout = laid(room(2, 2));
        const auto broken = [](int, int, int) -> Expected<Image> {
            return fail(ErrorKind::BadData, "The tile is missing.");
        };
        QCOMPARE(
            drawFloor(layout, broken, {}).error().message, std::string("The tile is missing."));
        std::stop_source stop;
        stop.request_stop();
        for (const FloorView view : {FloorView::Above, FloorView::Perspective}) {
            FloorPictureSettings settings;
            settings.view = view;
            const auto image = drawFloor(layout, noisyTiles(64), settings, {}, stop.get_token());
            QVERIFY(image.error().kind == ErrorKind::Cancelled);
        }
        FloorPictureSettings settings;
        settings.longestSide = 10;
        QVERIFY(drawFloor(layout, noisyTiles(64), settings).error().kind == ErrorKind::Usage);
    }

    void theProductIsCutOutOrRepeated()
    {
        Image tile(100, 100);
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x)
                tile.pixel(x, y)[0] = static_cast<std::uint8_t>(x * 2);
        // 1 mm a pixel: its middle.
        const Image middle = productPicture(tile, 1, 60, 40, 1000);
        QCOMPARE(middle.width, 60);
        QCOMPARE(middle.height, 40);
        QCOMPARE(middle.pixel(0, 0)[0], std::uint8_t{40});
        const Image repeated = productPicture(tile, 1, 200, 100, 1000);
        QCOMPARE(repeated.width, 200);
        QCOMPARE(repeated.pixel(130, 0)[0], std::uint8_t{60});
        // Never enlarged, scaled down by area.
        QCOMPARE(productPicture(tile, 1, 100, 100, 1000).width, 100);
        QCOMPARE(productPicture(tile, 1, 100, 50, 10).height, 5);
        const Image grey = noise(colors[1], 128, 1);
        QVERIFY(
            difference(meanLight(productPicture(grey, 1, 128, 128, 33)), meanLight(grey)) < 0.003);
        // Of unknown scale: all of it.
        QCOMPARE(productPicture(tile, 0, 500, 500, 1000).width, 100);
    }

    /// A tile of 250 mm for a product of 500 mm, lighter at its right edge.
    void aSmallTileIsMadeToFit_data()
    {
        QTest::addColumn<bool>("spans");
        QTest::newRow("granules") << false;
        QTest::newRow("gradient") << true;
    }
    void aSmallTileIsMadeToFit()
    {
        QFETCH(bool, spans);
        QTemporaryDir folder;
        Tile tile;
        tile.image = Image(128, 128);
        for (std::size_t i = 0; i < tile.image.rgb.size(); ++i)
            tile.image.rgb[i] = static_cast<std::uint8_t>(60 + i / 3 % 128);
        tile.request.width = tile.request.height = 128;
        tile.request.pattern.kind = spans ? PatternKind::LinearGradient : PatternKind::Speckle;
        Article article;
        article.tile.file = folder.path().toStdString() + "/tile.png";
        article.millimetresPerPixel = 250.0 / 128;
        QVERIFY(saveTile(article.tile.file, tile));
        const auto picture = productPicture(article, 1000);
        QVERIFY2(picture.has_value(), picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->width, spans ? 128 : 256); // stretched, or as large as it is
        QCOMPARE(picture->height, picture->width);
        article.tile.file = folder.path().toStdString() + "/none.png";
        const auto missing = productPicture(article, 1000);
        QVERIFY(!missing && missing.error().kind == ErrorKind::BadData);
    }
};

QTEST_GUILESS_MAIN(FloorTest)
#include "floor_test.moc"
