// The floor page: what its fields lay, paint, show and save.
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImageReader>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/generation/tile.h"
#include "core/image/png.h"
#include "support/fake_generator.h"
#include "ui/catalog/floor/floor_canvas.h"
#include "ui/catalog/floor/floor_controls.h"
#include "ui/catalog/floor/floor_names.h"
#include "ui/catalog/floor/floor_page.h"
#include "ui/catalog/floor/floor_table.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using namespace tilewright::test;

class FloorPageTest : public QObject {
    Q_OBJECT

private:
    /// Three tiles of red in different shades, one of blue; each lies in a file.
    CatalogPointer catalog() const
    {
        Catalog catalog;
        const Srgb colors[] = {{180, 40, 40}, {190, 50, 40}, {170, 40, 50}, {40, 60, 180}};
        for (int i = 0; i < 4; ++i) {
            Tile tile;
            tile.image = Image(64, 64);
            for (std::size_t p = 0; p < tile.image.rgb.size(); p += 3) {
                tile.image.rgb[p] = colors[i].r;
                tile.image.rgb[p + 1] = colors[i].g;
                tile.image.rgb[p + 2] = colors[i].b;
            }
            tile.request.width = tile.request.height = 64;
            const auto file = m_folder.path().toStdString() + "/" + std::to_string(i) + ".png";
            if (!saveTile(file, tile))
                qFatal("The test's own tile could not be saved.");
            const bool isBlue = i == 3;
            Article article;
            article.id = article.code = "T" + std::to_string(i);
            article.name = isBlue ? "Blue" : "Red";
            article.colors = {{isBlue ? "blue" : "red", "", "", colors[i], {}, 1000}};
            article.millimetresPerPixel = 500.0 / 64;
            article.isSeamless = true;
            article.tile.file = file;
            article.tile.mixKey = isBlue ? "100% blue" : "100% red";
            catalog.articles.push_back(article);
        }
        return std::make_shared<const Catalog>(std::move(catalog));
    }

    std::unique_ptr<FloorPage> page(const CatalogPointer& catalog) const
    {
        auto page = std::make_unique<FloorPage>(Palette());
        page->resize(1100, 760);
        page->show();
        page->setCatalog(catalog);
        return page;
    }

    static QColor at(FloorPage& page, double x, double y)
    {
        const QImage& image = page.canvas()->image();
        return image.pixelColor(
            static_cast<int>(x * image.width()), static_cast<int>(y * image.height()));
    }
    static bool isBlue(const QColor& color) { return color.blue() > color.red(); }

    QTemporaryDir m_folder, m_settings;

private Q_SLOTS:
    void init()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
    }

    void tilesOfOneMixAreOneRecipe()
    {
        const auto page = this->page(catalog());
        QCOMPARE(page->table()->rowCount(), 2);
        QCOMPARE(page->plan().variants, std::vector<int>({3, 1}));
        QTRY_VERIFY(page->isSettled());
        QCOMPARE(page->table()->wholeText(0), QStringLiteral("48"));
        QCOMPARE(page->table()->cutText(0), QStringLiteral("–"));
        QCOMPARE(page->table()->orderText(0), QStringLiteral("51")); // 48 and 5 %
        page->table()->wasteBox()->setValue(0);
        QCOMPARE(page->table()->orderText(0), QStringLiteral("48"));
        QVERIFY(!isBlue(at(*page, 0.5, 0.5)));
        page->setChosen({3});
        QCOMPARE(page->table()->rowCount(), 1);
        QTRY_VERIFY(page->isSettled());
        QVERIFY(isBlue(at(*page, 0.5, 0.5)));
    }

    void fieldsLayTheFloor()
    {
        const auto page = this->page(catalog());
        FloorControls& controls = *page->controls();
        controls.lengthBox()->setValue(4.2);
        controls.patternButton(FloorPattern::Border)->click();
        controls.bondBox()->setCurrentIndex(1);
        controls.centredBox()->setChecked(false);
        QVERIFY(controls.tilesBox()->isVisible());
        controls.tilesBox()->setValue(2);
        const FloorPlan& plan = page->plan();
        QCOMPARE(plan.roomLengthMetres, 4.2);
        QVERIFY(plan.pattern == FloorPattern::Border && plan.bond == FloorBond::HalfBond);
        QCOMPARE(plan.borderTiles, 2);
        QVERIFY(!plan.isCentred && plan.isTurned);
        QTRY_VERIFY(page->isSettled());
        QVERIFY(isBlue(at(*page, 0.05, 0.05)));
        QVERIFY(!isBlue(at(*page, 0.5, 0.5)));
        controls.turnedBox()->setChecked(false);
        QVERIFY(!page->plan().isTurned);
        // A border of one tile only is told, not laid.
        page->setChosen({3});
        QVERIFY(page->problem().contains(QLatin1String("two kinds")));
        QVERIFY(page->canvas()->image().isNull());
        QVERIFY(!page->saveButton()->isEnabled());
        QCOMPARE(page->table()->orderText(0), QString());
    }

    void sharesCountOnlyWhereTilesAreStrewn()
    {
        const auto page = this->page(catalog());
        QVERIFY(!page->table()->shareBox(0)->isVisible());
        page->controls()->patternButton(FloorPattern::Random)->click();
        QTRY_VERIFY(page->table()->shareBox(0)->isVisible());
        QCOMPARE(page->table()->wholeText(0), QStringLiteral("24"));
        page->table()->shareBox(0)->setValue(75);
        page->table()->shareBox(1)->setValue(25);
        QCOMPARE(page->table()->wholeText(0), QStringLiteral("36"));
        const std::uint64_t seed = page->plan().seed;
        page->controls()->shuffleButton()->click();
        QVERIFY(page->plan().seed != seed);
        QCOMPARE(page->table()->wholeText(0), QStringLiteral("36"));
    }

    void paintsWithTheMouse()
    {
        const auto page = this->page(catalog());
        FloorCanvas& canvas = *page->canvas();
        QVERIFY(!canvas.isPaintable());
        page->controls()->patternButton(FloorPattern::Painted)->click();
        QVERIFY(canvas.isPaintable());
        QTRY_VERIFY(page->isSettled());
        page->table()->setBrush(1);
        const QPoint from = canvas.cellRect(1, 1).center().toPoint();
        const QPoint to = canvas.cellRect(1, 5).center().toPoint();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, to); // in one leap: what lies between is painted, too
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
        QCOMPARE(page->table()->wholeText(1), QStringLiteral("5"));
        QTRY_VERIFY(page->isSettled());
        QVERIFY(isBlue(at(*page, 0.4375, 0.25)));
        QVERIFY(!isBlue(at(*page, 0.4375, 0.42)));
        // A stroke is one step.
        page->painting().undoStack()->undo();
        QCOMPARE(page->table()->wholeText(1), QStringLiteral("0"));
        page->painting().undoStack()->redo();
        QCOMPARE(page->table()->wholeText(1), QStringLiteral("5"));
        // Not in perspective.
        page->perspectiveButton()->click();
        QVERIFY(!canvas.isPaintable());
        QVERIFY(page->view() == FloorView::Perspective);
    }

    void paintsWithTheKeyboard()
    {
        const auto page = this->page(catalog());
        FloorCanvas& canvas = *page->canvas();
        page->controls()->patternButton(FloorPattern::Painted)->click();
        QTRY_VERIFY(page->isSettled());
        QCOMPARE(page->table()->brush(), 1); // the second tile on the first
        QTest::keyClick(&canvas, Qt::Key_1);
        QCOMPARE(page->table()->brush(), 0);
        QTest::keyClick(&canvas, Qt::Key_2);
        QCOMPARE(page->table()->brush(), 1);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Down);
        QCOMPARE(canvas.cursorCell(), QPoint(1, 1));
        QTest::keyClick(&canvas, Qt::Key_Space);
        QCOMPARE(page->painting().recipeAt(1, 1), 1);
        QTest::keyClick(&canvas, Qt::Key_Up);
        QTest::keyClick(&canvas, Qt::Key_Up); // no further than the wall
        QCOMPARE(canvas.cursorCell(), QPoint(1, 0));
        QTest::keyClick(&canvas, Qt::Key_F); // all but the painted one
        QCOMPARE(page->table()->wholeText(1), QStringLiteral("48"));
        QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(page->table()->wholeText(1), QStringLiteral("1"));
    }

    void fillsWhatHangsTogether()
    {
        FloorPlan plan;
        plan.roomLengthMetres = plan.roomWidthMetres = 2;
        plan.recipeCount = 3;
        const FloorLayout layout = *layFloor(plan);
        FloorPainting painting;
        for (int row = 0; row < 4; ++row)
            painting.paint(row, 1, 1); // a wall
        painting.endStroke();
        painting.fill(layout, 0, 3, 2);
        QCOMPARE(painting.recipeAt(3, 2), 2);
        QCOMPARE(painting.recipeAt(0, 0), 0);
        QCOMPARE(painting.recipeAt(0, 1), 1);
        painting.undoStack()->undo();
        QCOMPARE(painting.recipeAt(3, 2), 0);
        QCOMPARE(painting.recipeAt(0, 1), 1);
        painting.fill(layout, 0, 1, 1); // is so already
        QVERIFY(painting.undoStack()->canRedo());
    }

    void remembersTheFloor()
    {
        {
            const auto page = this->page(catalog());
            page->controls()->widthBox()->setValue(5.5);
            page->controls()->patternButton(FloorPattern::Painted)->click();
            page->painting().paint(2, 3, 1);
            page->painting().endStroke();
            page->table()->wasteBox()->setValue(12.5);
            page->seamsBox()->setChecked(false);
            page->perspectiveButton()->click();
            page->sizeBox()->setCurrentIndex(2);
            Q_EMIT page->sizeBox()->activated(2);
        }
        const auto page = this->page(catalog());
        QCOMPARE(page->plan().roomWidthMetres, 5.5);
        QVERIFY(page->plan().pattern == FloorPattern::Painted);
        QCOMPARE(page->painting().recipeAt(2, 3), 1);
        QCOMPARE(page->table()->wholeText(1), QStringLiteral("1"));
        QCOMPARE(page->table()->wastePercent(), 12.5);
        QVERIFY(!page->seamsBox()->isChecked());
        QVERIFY(page->view() == FloorView::Perspective);
        QVERIFY(page->perspectiveButton()->isChecked());
        QCOMPARE(page->sizeBox()->currentData().toInt(), 8192);
    }

    void staleFloorsAreDropped()
    {
        const auto page = this->page(catalog());
        for (double length = 2; length < 6; length += 0.1)
            page->controls()->lengthBox()->setValue(length);
        page->controls()->lengthBox()->setValue(6);
        page->controls()->widthBox()->setValue(3);
        QTRY_VERIFY(page->isSettled());
        const QImage& image = page->canvas()->image();
        QCOMPARE(image.height() * 2, image.width());
    }

    void savesPicturesAndPages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << "floor.png" << QByteArray("\x89PNG");
        QTest::newRow("jpeg") << "floor.JPG" << QByteArray("\xff\xd8\xff");
        QTest::newRow("tiff") << "floor.tif" << QByteArray("II*");
        QTest::newRow("webp") << "floor.webp" << QByteArray("RIFF");
        QTest::newRow("pdf") << "floor.pdf" << QByteArray("%PDF");
    }
    void savesPicturesAndPages()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        const auto page = this->page(catalog());
        QSignalSpy saved(page.get(), &FloorPage::saved);
        QSignalSpy failed(page.get(), &CatalogPage::failed);
        const QString path = m_folder.filePath(name);
        page->save(path);
        QVERIFY(page->isSaving());
        QTRY_VERIFY_WITH_TIMEOUT(!page->isSaving(), 60000);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][1].toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(4).startsWith(begin));
        if (name == QLatin1String("floor.png"))
            QCOMPARE(QImageReader(path).size(), QSize(2048, 1536));
    }

    void failuresAreTold()
    {
        const auto page = this->page(catalog());
        QSignalSpy failed(page.get(), &CatalogPage::failed);
        page->save(m_folder.filePath(QStringLiteral("floor.gif")));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QLatin1String("gif")));
        page->save(m_folder.filePath(QStringLiteral("no/such/folder/floor.png")));
        QTRY_VERIFY_WITH_TIMEOUT(!page->isSaving(), 60000);
        QCOMPARE(failed.size(), 2);
        // A tile that is gone is named instead of the picture.
        QFile::remove(m_folder.filePath(QStringLiteral("3.png")));
        page->setChosen({3});
        QTRY_VERIFY(!page->problem().isEmpty());
        QVERIFY(page->problem().contains(QLatin1String("3.png")));
    }

    void nothingToLay()
    {
        FloorPage page{Palette()};
        page.show();
        QVERIFY(!page.saveButton()->isEnabled());
        page.setCatalog(std::make_shared<const Catalog>());
        QVERIFY(!page.problem().isEmpty());
        page.setCatalog(nullptr);
        QVERIFY(page.problem().isEmpty());
    }

    void everyControlHasAName()
    {
        const auto page = this->page(catalog());
        for (const QWidget* widget : page->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isNamed
                = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool isPart = qobject_cast<const QLineEdit*>(widget)
                || widget->metaObject()->className() == QByteArray("QScrollArea");
            QVERIFY2(isNamed || isPart, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(FloorPageTest)
#include "floor_page_test.moc"
