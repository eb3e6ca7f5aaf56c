#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "studio_fixture.h"
#include "ui/strip/tile_list_model.h"
#include "ui/strip/tile_loader.h"
#include "ui/strip/tile_strip.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;

class StripTest : public QObject {
    Q_OBJECT
private:
    static Tile tileWithSeed(std::uint64_t seed)
    {
        Tile tile;
        tile.request
            = GenerationRequest::forMix(test::smallProfile(), "small", test::redBlackPearl());
        tile.request.seed = seed;
        tile.image = test::FakeGenerator::picture(tile.request, 16, 16);
        return tile;
    }

    static std::filesystem::path store(const std::filesystem::path& folder, std::uint64_t seed)
    {
        std::filesystem::create_directories(folder);
        const auto file = folder / ("tile-" + std::to_string(seed) + ".png");
        if (!saveTile(file, tileWithSeed(seed)))
            qFatal("The test's own tile could not be saved.");
        return file;
    }

    static QStringList seeds(const TileListModel& model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list += model.index(row).data(TileListModel::SeedRole).toString();
        return list;
    }

private Q_SLOTS:
    void listsNewestFirst()
    {
        const test::StudioFixture fixture;
        const auto now = std::filesystem::file_time_type::clock::now();
        for (int i = 1; i <= 3; ++i)
            std::filesystem::last_write_time(
                store(fixture.tileFolder(), 10 + i), now - std::chrono::hours(i));
        TileListModel model(fixture.tileFolder(), test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy listed(&model, &TileListModel::listed);
        model.listFolder();
        QTRY_COMPARE(listed.count(), 1);
        QCOMPARE(seeds(model),
            QStringList({QStringLiteral("11"), QStringLiteral("12"), QStringLiteral("13")}));

        const Tile tile = tileWithSeed(99);
        model.add(toLoadedTile(tile, store(fixture.tileFolder(), 99)));
        QCOMPARE(seeds(model).front(), QStringLiteral("99"));
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Red 50")));
    }

    void thumbnailsAreReadForWhatIsSeen()
    {
        const test::StudioFixture fixture;
        for (int i = 0; i < 12; ++i)
            store(fixture.tileFolder(), 100 + i);
        TileListModel model(fixture.tileFolder(), test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy listed(&model, &TileListModel::listed);
        model.listFolder();
        QTRY_COMPARE(listed.count(), 1);
        QVERIFY(model.index(0).data(Qt::DecorationRole).isNull());
        model.showRows(2, 3);
        const auto hasThumbnail
            = [&model](int row) { return !model.index(row).data(Qt::DecorationRole).isNull(); };
        QTRY_VERIFY(hasThumbnail(2) && hasThumbnail(3) && hasThumbnail(5) && hasThumbnail(0));
        QVERIFY(!hasThumbnail(11));
    }

    void foreignFilesLeaveTheList()
    {
        const test::StudioFixture fixture;
        store(fixture.tileFolder(), 5);
        std::ofstream(fixture.tileFolder() / "holiday.png") << "no picture";
        TileListModel model(fixture.tileFolder(), test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy listed(&model, &TileListModel::listed);
        model.listFolder();
        QTRY_COMPARE(listed.count(), 1);
        QCOMPARE(model.rowCount(), 2);
        model.showRows(0, 1);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(seeds(model), QStringList{QStringLiteral("5")});
    }

    void growsByPages()
    {
        const test::StudioFixture fixture;
        const auto first = store(fixture.tileFolder(), 1);
        for (int i = 2; i <= TileListModel::page + 20; ++i)
            std::filesystem::copy_file(
                first, fixture.tileFolder() / ("tile-" + std::to_string(i) + ".png"));
        TileListModel model(fixture.tileFolder(), test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy listed(&model, &TileListModel::listed);
        model.listFolder();
        QTRY_COMPARE(listed.count(), 1);
        QTRY_VERIFY(model.rowCount() >= TileListModel::page);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), TileListModel::page + 20);
    }

    void aMissingFolderIsAnEmptyList()
    {
        TileListModel model("no/such/folder", test::rubberPalette());
        QSignalSpy listed(&model, &TileListModel::listed);
        model.listFolder();
        QTRY_COMPARE(listed.count(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void theLoaderDeliversOnlyTheLast()
    {
        const test::StudioFixture fixture;
        const auto one = store(fixture.tileFolder(), 1);
        const auto two = store(fixture.tileFolder(), 2);
        TileLoader loader;
        QSignalSpy loaded(&loader, &TileLoader::loaded);
        QSignalSpy failed(&loader, &TileLoader::failed);
        for (int i = 0; i < 20; ++i)
            loader.load(one);
        loader.load(two);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loaded[0][0].value<TilePointer>()->request.seed, std::uint64_t{2});
        loader.load(fixture.tileFolder() / "gone.png");
        QTRY_COMPARE(failed.count(), 1);
    }

    void aClickAsksForTheTile()
    {
        const test::StudioFixture fixture;
        TileListModel model(fixture.tileFolder(), test::rubberPalette());
        TileStrip strip(model);
        strip.resize(600, strip.height());
        strip.show();
        for (int i = 1; i <= 3; ++i)
            model.add(toLoadedTile(tileWithSeed(i), store(fixture.tileFolder(), i)));
        QSignalSpy wanted(&strip, &TileStrip::tileWanted);
        strip.select(0);
        QCOMPARE(wanted.count(), 0);
        const QPoint second = strip.visualRect(model.index(1)).center();
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted[0][0].toString().endsWith(QStringLiteral("tile-2.png")));
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(wanted.count(), 2);
        QVERIFY(wanted[1][0].toString().endsWith(QStringLiteral("tile-1.png")));
    }
};

QTEST_MAIN(StripTest)
#include "strip_test.moc"
