// The window with the real engine and the bundled model.
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "core/mix/palette.h"
#include "core/support/paths.h"
#include "inference/device/device_options.h"
#include "inference/pipeline/inspect.h"
#include "inference/pipeline/torch_generator.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/gallery/seed_strip.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/studio_window.h"
#include "ui/support/loaded_tile.h"

using namespace tilewright;
using namespace tilewright::ui;

class StudioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }
    void generatesWithTheStarterModel();
};

void StudioTest::generatesWithTheStarterModel()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QSettings().clear();
    auto profile = *ModelProfile::load(starterModelFolder());
    profile.width = profile.height = 256;
    const std::filesystem::path tiles = folder.path().toStdString() + "/tiles";
    StudioWindow window({*Palette::load(resourceFolder() / "palettes" / "rubber-29.json"), profile,
        starterModelFolder().string(), [] { return inference::makeTorchGenerator({.threads = 1}); },
        tiles, tiles.parent_path() / "data", tiles.parent_path() / "state",
        {&inference::inspectChoice, &inference::deviceOptions}});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(!window.stage()->canvas()->image().isNull());
    const QImage preview = window.stage()->canvas()->image();

    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(window.strip()->model().rowCount() == 1, 120'000);
    QTRY_VERIFY(window.inspector()->tile() != nullptr);
    const LoadedTile& tile = *window.inspector()->tile();
    QCOMPARE(tile.image.width(), 256);
    QVERIFY(tile.request.mix.has_value());
    QCOMPARE(tile.provenance.modelName, profile.name);
    QVERIFY(!tile.provenance.draft);
    QVERIFY(tile.fidelity.has_value());
    QVERIFY(window.inspector()->fidelityView() != nullptr);
    QTRY_VERIFY(window.strip()->model().index(0).data(LibraryModel::ErrorRole).isValid());
    QTRY_VERIFY(window.stage()->canvas()->image() != preview);

    // What lies on disk is the same tile and says how it was made.
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(tiles)) {
        if (entry.is_directory())
            continue;
        const auto saved = loadTile(entry.path());
        QVERIFY(saved);
        QVERIFY(saved->request == tile.request);
        QVERIFY(saved->provenance == tile.provenance);
        QVERIFY(saved->fidelity == tile.fidelity);
        QVERIFY(toLoadedTile(*saved, entry.path())->image == tile.image);
        ++files;
    }
    QCOMPARE(files, std::size_t{1});
}

QTEST_MAIN(StudioTest)
#include "studio_test.moc"
