#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <atomic>
#include <thread>

#include "studio_fixture.h"
#include "support/memory_library.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/catalog/article_list_model.h"
#include "ui/catalog/article_panel.h"
#include "ui/catalog/catalog_view.h"
#include "ui/catalog/data/data_page.h"
#include "ui/catalog/details/article_dialog.h"
#include "ui/catalog/details/catalog_dialog.h"
#include "ui/catalog/details/product_form.h"
#include "ui/catalog/images/image_settings.h"
#include "ui/catalog/images/images_page.h"
#include "ui/catalog/images/picture_view.h"
#include "ui/catalog/scope_switch.h"
#include "ui/catalog/task_strip.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/tile_actions.h"
#include "ui/jobs/message_bar.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/share_code_dialog.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/menus.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
namespace fs = std::filesystem;
using test::StudioFixture;

namespace {

/// The window over a library of small tiles of three mixes, the first two of which are picked.
class Studio {
public:
    explicit Studio(int tiles, int picked = 2)
    {
        const std::vector<Mix> mixes{test::redBlackPearl(),
            test::mixOf({{"blue", 60}, {"white", 40}}), test::mixOf({{"gray", 100}})};
        auto library = Library::open(fixture.tileFolder(), test::rubberPalette());
        for (int i = 0; i < tiles; ++i) {
            Tile tile;
            tile.request = GenerationRequest::forMix(
                test::smallProfile(), "small", mixes[std::size_t(i) % mixes.size()]);
            tile.request.seed = 1000 + std::uint64_t(i);
            tile.request.width = tile.request.height = 64;
            tile.image = test::FakeGenerator::picture(tile.request, 64, 64);
            tile.provenance.created
                = "2026-01-01T00:00:" + std::string(i < 10 ? "0" : "") + std::to_string(i) + "Z";
            const auto record = library.value()->add(tile);
            if (!record)
                qFatal("The test's own tile could not be saved.");
            records.push_back(*record);
            if (i < picked && !library.value()->setFlag({record->id}, Flag::Picked))
                qFatal("The test's own tile could not be picked.");
        }
    }

    StudioWindow& open()
    {
        window = std::make_unique<StudioWindow>(fixture.context());
        window->show();
        static_cast<void>(QTest::qWaitForWindowExposed(window.get()));
        QApplication::setActiveWindow(window.get());
        return *window;
    }
    /// In the catalogue mode, with so many articles.
    bool show(int articles)
    {
        if (!window)
            open();
        window->setMode(Mode::Catalog);
        return has(articles);
    }
    bool has(int articles)
    {
        return QTest::qWaitFor([this, articles] {
            return window->catalogMaker().catalog() && !window->catalogMaker().isBusy()
                && window->articles()->model().rowCount() == articles;
        });
    }
    const Article& article(std::size_t index) const
    {
        return window->catalogMaker().catalog()->articles[index];
    }
    void select(std::initializer_list<int> rows)
    {
        QListView* list = window->articles()->list();
        QItemSelectionModel* selection = list->selectionModel();
        selection->clear();
        for (const int row : rows)
            selection->setCurrentIndex(list->model()->index(row, 0), QItemSelectionModel::Select);
    }
    fs::path dataFolder() const { return fixture.context().dataFolder; }

    StudioFixture fixture;
    std::vector<TileRecord> records;
    std::unique_ptr<StudioWindow> window;
};

/// Articles without tiles, for pages alone.
CatalogPointer plainCatalog(int count)
{
    auto catalog = std::make_shared<Catalog>();
    for (int i = 0; i < count; ++i) {
        Article article;
        article.id = "id" + std::to_string(i);
        article.code = "A-" + std::to_string(i + 1);
        article.name = "Tile " + std::to_string(i + 1);
        article.tile.id = i + 1;
        article.tile.width = article.tile.height = 1000;
        article.millimetresPerPixel = 0.5;
        catalog->articles.push_back(article);
    }
    return catalog;
}

ImageServices fakeServices(const QTemporaryDir& folder)
{
    ImageServices services;
    services.presetFile = folder.filePath(QStringLiteral("presets.json")).toStdString();
    services.preview = [](const Article&, const ImageExport&, int) { return Image(8, 8); };
    services.profiles = [] { return std::vector<KnownProfile>(); };
    return services;
}

} // namespace

class CatalogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }
    void init() { QSettings().clear(); }

    // --- Which tiles ---

    void pickedTilesAreTheCatalogue()
    {
        Studio studio(4);
        QVERIFY(studio.show(2));
        const QAbstractItemModelTester tester(&studio.window->articles()->model());
        QVERIFY(studio.window->articles()->choiceButton()->text().startsWith(
            QStringLiteral("2 picked tiles")));
        studio.window->catalogMaker().setChoice(TileChoice::Found);
        QVERIFY(studio.has(4));
        QVERIFY(studio.window->articles()->choiceButton()->text().startsWith(
            QStringLiteral("4 tiles of the gallery")));
        studio.window->catalogMaker().setChoice(TileChoice::Rated);
        QVERIFY(studio.has(0));
        QVERIFY(studio.window->articles()->emptyText().contains(QStringLiteral("four stars")));
    }

    void withoutPicksTheGalleryIs()
    {
        Studio studio(3, 0);
        QVERIFY(studio.show(3));
        QCOMPARE(studio.window->catalogMaker().choice(), TileChoice::Found);
    }

    void anEmptyLibraryIsNoFailure()
    {
        Studio studio(0, 0);
        QVERIFY(studio.show(0));
        QVERIFY(!studio.window->articles()->emptyText().isEmpty());
        QVERIFY(studio.window->messages()->text().isEmpty());
    }

    void theSelectionGoesAlongWithTheKey()
    {
        Studio studio(5);
        StudioWindow& window = studio.open();
        window.setMode(Mode::Gallery);
        QTRY_COMPARE(window.gallery()->model().rowCount(), 5);
        window.gallery()->view()->selectAll();
        QTest::keyClick(&window, Qt::Key_K);
        QCOMPARE(window.mode(), Mode::Catalog);
        QCOMPARE(window.catalogMaker().choice(), TileChoice::Chosen);
        QVERIFY(studio.has(5));
        studio.select({1, 2});
        QTest::keyClick(window.articles()->list(), Qt::Key_Delete);
        QVERIFY(studio.has(3));
    }

    void tilesAreAddedFromTheGallery()
    {
        Studio studio(5);
        StudioWindow& window = studio.open();
        window.setMode(Mode::Gallery);
        QTRY_COMPARE(window.gallery()->model().rowCount(), 5);
        window.gallery()->select(studio.records[2].id);
        window.gallery()->actions()->addToCatalog->trigger();
        QCOMPARE(window.mode(), Mode::Gallery);
        QVERIFY(window.messages()->text().contains(QStringLiteral("1 tile")));
        window.gallery()->actions()->addToCatalog->trigger();
        QVERIFY(window.messages()->text().contains(QStringLiteral("already")));
        QVERIFY(studio.show(1));
        QCOMPARE(studio.article(0).tile.seed, studio.records[2].seed);
    }

    void whatWasChosenIsRemembered()
    {
        Studio studio(4);
        StudioWindow& first = studio.open();
        first.catalogMaker().chooseTiles({studio.records[3].id, studio.records[0].id});
        first.catalog()->showPage(QStringLiteral("data"));
        studio.open();
        QVERIFY(studio.show(2));
        QCOMPARE(studio.article(0).tile.seed, studio.records[3].seed);
        QCOMPARE(studio.window->catalog()->currentName(), QStringLiteral("data"));
    }

    void theCatalogueFollowsTheLibrary()
    {
        Studio studio(4);
        QVERIFY(studio.show(2));
        studio.window->library().flag({studio.records[3].id}, Flag::Picked);
        QVERIFY(studio.has(3));
    }

    void aMissingTileIsToldOf()
    {
        Studio studio(3, 3);
        fs::remove(studio.records[1].file);
        QVERIFY(studio.show(2));
        QVERIFY(studio.window->articles()->problemsButton()->isVisible());
        QCOMPARE(studio.window->catalogMaker().problems().size(), 1);
    }

    void tenThousandArticlesAreShown()
    {
        test::MemoryLibrary store;
        ArticleListModel model(store.factory());
        const QAbstractItemModelTester tester(&model);
        model.setCatalog(plainCatalog(10000));
        QCOMPARE(model.rowCount(), 10000);
        model.show(9990, 10100, 44);
        QCOMPARE(model.index(9999).data().toString(), QStringLiteral("Tile 10000"));
        model.setCatalog(plainCatalog(3));
        QCOMPARE(model.rowCount(), 3);
        model.setCatalog({});
        QCOMPARE(model.rowCount(), 0);
    }

    // --- What is said of them ---

    void numbersCountOn_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("codes");
        QTest::newRow("one") << "GR" << 1 << "GR";
        QTest::newRow("digits") << "GR-101" << 3 << "GR-101 GR-102 GR-103";
        QTest::newRow("zeros") << "A009" << 2 << "A009 A010";
        QTest::newRow("none") << "Granite" << 2 << "Granite-1 Granite-2";
        QTest::newRow("digits alone") << "99" << 2 << "99 100";
        QTest::newRow("longer than a number")
            << "12345678901234" << 2 << "12345678901234 12345678901235";
    }
    void numbersCountOn()
    {
        QFETCH(QString, first);
        QFETCH(int, count);
        QFETCH(QString, codes);
        QStringList made;
        for (const std::string& code : countedCodes(first.toStdString(), std::size_t(count)))
            made += toQString(code);
        QCOMPARE(made.join(QLatin1Char(' ')), codes);
    }

    void anEditIsSavedAndUndone()
    {
        Studio studio(2);
        QVERIFY(studio.show(2));
        const QString before = toQString(studio.article(1).name);
        ArticleDialog dialog(studio.window->catalogMaker().catalog(), {1},
            studio.window->catalogDetails().details());
        dialog.codeField()->clear();
        QTest::keyClicks(dialog.codeField(), QStringLiteral("GR-7"));
        dialog.nameField()->clear();
        QTest::keyClicks(dialog.nameField(), QStringLiteral("Granite"));
        studio.window->articles()->apply({1}, dialog);
        QTRY_COMPARE(toQString(studio.article(1).name), QStringLiteral("Granite"));
        QCOMPARE(toQString(studio.article(1).code), QStringLiteral("GR-7"));
        studio.window->catalogDetails().flush();
        const auto saved = CatalogDetails::load(studio.dataFolder() / "catalog.json");
        QVERIFY(saved);
        QCOMPARE(saved->articles.size(), std::size_t{1});
        QCOMPARE(saved->articles.begin()->second.name, std::optional<std::string>("Granite"));
        QTest::keyClick(studio.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(toQString(studio.article(1).name), before);
        studio.window->catalogDetails().flush();
        QVERIFY(CatalogDetails::load(studio.dataFolder() / "catalog.json")->articles.empty());
    }

    void whatIsNotTouchedStays()
    {
        Studio studio(3, 3);
        QVERIFY(studio.show(3));
        const CatalogPointer catalog = studio.window->catalogMaker().catalog();
        ArticleDialog dialog(catalog, {0, 1, 2}, CatalogDetails());
        QVERIFY(dialog.nameField()->text().isEmpty()); // they differ
        QTest::keyClicks(dialog.noteField(), QStringLiteral("indoors"));
        QTest::keyClicks(dialog.codeField(), QStringLiteral("B-1"));
        const CatalogDetails edited
            = withEdit(CatalogDetails(), catalog->articles, {0, 1, 2}, dialog.edit());
        QCOMPARE(edited.articles.size(), std::size_t{3});
        const ArticleDetails& last = edited.articles.at(catalog->articles[2].id);
        QCOMPARE(last.code, std::optional<std::string>("B-3"));
        QCOMPARE(last.note, std::optional<std::string>("indoors"));
        QVERIFY(!last.name);
        QVERIFY(!last.product);
    }

    void anotherProductIsThatOfItsArticle()
    {
        const CatalogPointer catalog = plainCatalog(2);
        ArticleDialog dialog(catalog, {1}, CatalogDetails());
        QVERIFY(!dialog.productForm()->isEnabled());
        dialog.ownProductBox()->click();
        QVERIFY(dialog.productForm()->isEnabled());
        dialog.productForm()->thicknessField()->setValue(45);
        const CatalogDetails edited
            = withEdit(CatalogDetails(), catalog->articles, {1}, dialog.edit());
        QCOMPARE(edited.articles.at("id1").product->thicknessMillimetres, 45.0);
        ArticleDialog back(catalog, {1}, edited);
        QVERIFY(back.ownProductBox()->isChecked());
        back.ownProductBox()->click();
        QVERIFY(withEdit(edited, catalog->articles, {1}, back.edit()).articles.empty());
    }

    void numbersGivenTwiceAreTold()
    {
        const CatalogPointer catalog = plainCatalog(5);
        ArticleDialog dialog(catalog, {0}, CatalogDetails());
        dialog.codeField()->clear();
        QTest::keyClicks(dialog.codeField(), QStringLiteral("a-3"));
        QVERIFY(dialog.problem().contains(QStringLiteral("Tile 3")));
        QVERIFY(dialog.acceptButton()->isEnabled());
        dialog.codeField()->clear();
        QTest::keyClicks(dialog.codeField(), QStringLiteral("A-9"));
        QVERIFY(dialog.problem().isEmpty());
    }

    void titleAndMakerAreSaved()
    {
        Studio studio(2);
        QVERIFY(studio.show(2));
        CatalogDialog dialog(studio.window->catalogDetails().details());
        QTest::keyClicks(dialog.titleField(), QStringLiteral("Rubber 2026"));
        dialog.companyField()->setText(QStringLiteral("Плитка & Co"));
        dialog.productForm()->priceField()->setValue(12.5);
        studio.window->articles()->apply(dialog);
        QTRY_COMPARE(studio.window->catalogMaker().catalog()->title, std::string("Rubber 2026"));
        QCOMPARE(studio.window->catalogMaker().catalog()->company.name,
            QStringLiteral("Плитка & Co").toStdString());
        QCOMPARE(studio.article(0).product.price, std::optional<double>(12.5));
    }

    void aDamagedFileOfDetailsIsLeftAlone()
    {
        Studio studio(2);
        fs::create_directories(studio.dataFolder());
        const QString file = pathToQString(studio.dataFolder() / "catalog.json");
        const auto write = [&file](const char* text) {
            QFile stream(file);
            QVERIFY(stream.open(QIODevice::WriteOnly));
            stream.write(text);
        };
        write("{ broken");
        QVERIFY(studio.show(2));
        QVERIFY(!studio.window->messages()->text().isEmpty());
        CatalogDetails wanted;
        wanted.title = "New";
        QVERIFY(!studio.window->catalogDetails().edit(QStringLiteral("title"), wanted));
        studio.window->catalogDetails().flush();
        QFile stream(file);
        QVERIFY(stream.open(QIODevice::ReadOnly));
        QCOMPARE(stream.readAll(), QByteArray("{ broken"));
    }

    void aFolderThatTakesNoFileIsTold()
    {
        const QTemporaryDir folder;
        QFile blocking(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        DetailsStore store(fs::path(blocking.fileName().toStdString()) / "catalog.json");
        const QSignalSpy failed(&store, &DetailsStore::failed);
        CatalogDetails wanted;
        wanted.title = "New";
        store.edit(QStringLiteral("title"), wanted);
        store.flush();
        QCOMPARE(failed.size(), 1);
    }

    // --- Images ---

    void presetsAreKept()
    {
        const QTemporaryDir folder;
        const fs::path file = folder.filePath(QStringLiteral("presets.json")).toStdString();
        ImagePresets presets(file);
        const std::size_t shipped = presets.all().size();
        QVERIFY(shipped > 0);
        QVERIFY(!presets.isOwn(0));
        ImageExport settings;
        settings.quality = 71;
        QVERIFY(!presets.problemOfName(presets.nameOf(0).toUpper()).isEmpty());
        QVERIFY(!presets.problemOfName(QStringLiteral("  ")).isEmpty());
        QVERIFY(presets.add(QStringLiteral("Магазин"), settings));
        QVERIFY(presets.rename(shipped, QStringLiteral("Shop")));
        ImagePresets again(file);
        QCOMPARE(again.all().size(), shipped + 1);
        QCOMPARE(again.nameOf(shipped), QStringLiteral("Shop"));
        QCOMPARE(again.all()[shipped].settings, settings);
        QVERIFY(again.remove(shipped));
        QCOMPARE(ImagePresets(file).all().size(), shipped);
    }

    void damagedPresetsAreLeftAlone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("presets.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[1, 2");
        file.close();
        ImagePresets presets(file.fileName().toStdString());
        const QSignalSpy failed(&presets, &ImagePresets::failed);
        QVERIFY(!presets.add(QStringLiteral("Shop"), {}));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(file.size(), 5);
    }

    void fieldsAreTheSettings()
    {
        ImageSettings editor;
        for (const ImagePreset& preset : shippedImagePresets()) {
            editor.setSettings(preset.settings);
            QCOMPARE(toJson(editor.settings()).dump(), toJson(preset.settings).dump());
        }
        ImageExport settings;
        settings.kind = PictureKind::Tiff;
        settings.bits = 16;
        settings.size = 85.5;
        settings.isInMillimetres = true;
        settings.color
            = {ColorSpace::Profile, "/x/press.icc", RenderingIntent::Perceptual, false, 280};
        settings.collision = Collision::Skip;
        settings.keepsProvenance = false;
        settings.creator = "Плитка";
        editor.setSettings(settings);
        QCOMPARE(toJson(editor.settings()).dump(), toJson(settings).dump());
    }

    void theExampleNameIsLive()
    {
        const QTemporaryDir folder;
        ImagesPage page(fakeServices(folder));
        page.setCatalog(plainCatalog(3));
        page.setChosen({1});
        page.settings()->nameField()->clear();
        QTest::keyClicks(page.settings()->nameField(), QStringLiteral("{code}-x"));
        QCOMPARE(page.settings()->exampleText().section(QLatin1Char('.'), 0, 0),
            QStringLiteral("A-2-x"));
        QTest::keyClicks(page.settings()->nameField(), QStringLiteral("{nonsense}"));
        QVERIFY(page.settings()->exampleText().contains(QStringLiteral("nonsense")));
        QVERIFY(page.settings()->sizeText().contains(QStringLiteral("px")));
    }

    void exportsWithProgressAndTellsWhatFailed()
    {
        const QTemporaryDir folder;
        ImageServices services = fakeServices(folder);
        std::vector<std::string> exported;
        services.exportImages = [&exported](const std::vector<Article>& articles,
                                    const ImageExport&, const fs::path&, Generator*,
                                    const ExportObserver& observer, std::stop_token) {
            ExportReport report;
            for (std::size_t i = 0; i < articles.size(); ++i) {
                observer({i, articles.size(), 0.5, articles[i].code + ".jpg"});
                exported.push_back(articles[i].code);
                report.files.push_back({articles[i].id, articles[i].code + ".jpg", {}, false, {}});
            }
            report.failures.push_back({"id0", {ErrorKind::BadData, "The file is damaged.", {}}});
            return Expected<ExportReport>(report);
        };
        ImagesPage page(services);
        page.setCatalog(plainCatalog(5));
        page.setChosen({3, 1});
        page.setFolder(folder.path());
        QCOMPARE(page.exportButton()->text(), QStringLiteral("Export 5 pictures"));
        page.scope()->selectedButton()->click();
        QCOMPARE(page.exportButton()->text(), QStringLiteral("Export 2 pictures"));
        const QSignalSpy progressed(&page.task(), &BackgroundTask::progressed);
        page.exportButton()->click();
        QVERIFY(!page.exportButton()->isEnabled());
        QTRY_VERIFY(!page.task().isRunning());
        QCOMPARE(exported, (std::vector<std::string>{"A-2", "A-4"}));
        QVERIFY(!progressed.isEmpty());
        QVERIFY(page.strip()->text().startsWith(QStringLiteral("2 pictures")));
        QVERIFY(page.strip()->problemsButton()->isVisibleTo(page.strip()));
        QVERIFY(page.exportButton()->isEnabled());
    }

    void anExportIsCancelled()
    {
        const QTemporaryDir folder;
        ImageServices services = fakeServices(folder);
        services.exportImages = [](const std::vector<Article>&, const ImageExport&, const fs::path&,
                                    Generator*, const ExportObserver&, std::stop_token stop) {
            while (!stop.stop_requested())
                std::this_thread::yield();
            ExportReport report;
            report.wasCancelled = true;
            return Expected<ExportReport>(report);
        };
        ImagesPage page(services);
        page.setCatalog(plainCatalog(2));
        page.exportNow();
        QVERIFY(page.task().isRunning());
        page.strip()->cancelButton()->click();
        QTRY_VERIFY(!page.task().isRunning());
        QVERIFY(page.strip()->text().startsWith(QStringLiteral("Cancelled")));
    }

    void aPageGoesWhileItExports()
    {
        const QTemporaryDir folder;
        ImageServices services = fakeServices(folder);
        std::atomic<bool> hasStopped = false;
        services.exportImages
            = [&hasStopped](const std::vector<Article>&, const ImageExport&, const fs::path&,
                  Generator*, const ExportObserver&, std::stop_token stop) {
                  while (!stop.stop_requested())
                      std::this_thread::yield();
                  hasStopped = true;
                  return Expected<ExportReport>(ExportReport());
              };
        {
            ImagesPage page(services);
            page.setCatalog(plainCatalog(2));
            page.exportNow();
        }
        QVERIFY(hasStopped);
    }

    void aFailingFolderIsTold()
    {
        Studio studio(2);
        QVERIFY(studio.show(2));
        auto* page = qobject_cast<ImagesPage*>(studio.window->catalog()->currentPage());
        QVERIFY(page);
        const QTemporaryDir folder;
        QFile blocking(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        page->setFolder(blocking.fileName());
        page->exportNow();
        QTRY_VERIFY(!page->task().isRunning());
        QVERIFY(!studio.window->messages()->text().isEmpty());
        QVERIFY(!page->strip()->isVisible());
    }

    void realTilesAreExported()
    {
        Studio studio(3, 3);
        QVERIFY(studio.show(3));
        auto* page = qobject_cast<ImagesPage*>(studio.window->catalog()->currentPage());
        QTRY_VERIFY(!page->preview()->image().isNull());
        const QTemporaryDir folder;
        page->setFolder(folder.filePath(QStringLiteral("out")));
        ImageExport settings;
        settings.kind = PictureKind::Png;
        settings.nameTemplate = "{number}";
        page->settings()->setSettings(settings);
        page->exportNow();
        QTRY_VERIFY_WITH_TIMEOUT(!page->task().isRunning(), 20000);
        QVERIFY2(page->strip()->text().startsWith(QStringLiteral("3 pictures")),
            qPrintable(page->strip()->text()));
        const QStringList files = QDir(page->folder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 3);
        QCOMPARE(QImage(QDir(page->folder()).filePath(files.front())).size(), QSize(64, 64));
    }

    void theStudiosWorkerMakesLargerTiles()
    {
        const QTemporaryDir folder;
        GenerationController jobs(test::fakeGeneratorFactory(), folder.path().toStdString());
        ImageServices services = fakeServices(folder);
        services.generator = [&jobs] { return jobs.borrowGenerator(); };
        std::atomic<int> made = 0;
        services.exportImages = [&made](const std::vector<Article>&, const ImageExport&,
                                    const fs::path&, Generator* generator, const ExportObserver&,
                                    std::stop_token stop) -> Expected<ExportReport> {
            GenerationRequest request;
            request.width = request.height = 64;
            if (generator
                && generator->generate(
                    request, [](const GenerationEvent&) {}, stop))
                ++made;
            return ExportReport();
        };
        ImagesPage page(services);
        page.setCatalog(plainCatalog(1));
        ImageExport settings;
        settings.enlarging = Enlarging::Regenerate;
        page.settings()->setSettings(settings);
        page.exportNow();
        QTRY_VERIFY(!page.task().isRunning());
        QCOMPARE(made.load(), 1);
        QVERIFY(!jobs.isBusy());
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.png")}).size(), 0);
    }

    void onlyTheLatestPreviewIsShown()
    {
        std::atomic<int> renders = 0;
        ExportPreviewer previewer([&renders](const Article&, const ImageExport&, int side) {
            ++renders;
            return Expected<Image>(Image(side, side));
        });
        QList<QSize> sizes;
        connect(&previewer, &ExportPreviewer::rendered, this,
            [&sizes](const QImage& image) { sizes += image.size(); });
        for (int side = 1; side <= 20; ++side)
            previewer.request({}, {}, side);
        QTRY_VERIFY(!previewer.isBusy());
        QCOMPARE(sizes, QList<QSize>{QSize(20, 20)});
        QVERIFY(renders <= 20);
        previewer.request({}, {}, 5);
        previewer.cancel();
        QTest::qWait(50);
        QCOMPARE(sizes.size(), 1);
    }

    // --- Data ---

    void dataIsSaved()
    {
        Studio studio(2);
        QVERIFY(studio.show(2));
        studio.window->catalog()->showPage(QStringLiteral("data"));
        auto* page = qobject_cast<DataPage*>(studio.window->catalog()->currentPage());
        QVERIFY(page);
        const QTemporaryDir folder;
        const auto ended = [page] {
            return QTest::qWaitFor([page] { return !page->task().isRunning(); }, 20000);
        };
        page->saveCsv(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(ended());
        page->saveJson(folder.filePath(QStringLiteral("a.json")));
        QVERIFY(ended());
        page->saveWeb(folder.filePath(QStringLiteral("web")));
        QVERIFY(ended());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a.csv"))));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a.json"))));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("web/index.html"))));
        page->saveCsv(folder.filePath(QStringLiteral("none/there/a.csv")));
        QVERIFY(ended());
        QVERIFY(!studio.window->messages()->text().isEmpty());
    }

    void aShareCodeIsCopiedAndOpened()
    {
        Studio studio(2);
        QVERIFY(studio.show(2));
        studio.window->catalog()->showPage(QStringLiteral("data"));
        auto* page = qobject_cast<DataPage*>(studio.window->catalog()->currentPage());
        studio.select({1});
        const QString code = page->shareCodeField()->text();
        QCOMPARE(code, toQString(studio.article(1).shareCode));
        QVERIFY(!code.isEmpty());
        page->copyButton()->click();
        studio.window->setMode(Mode::Mix);
        studio.window->mixer()->pasteMix();
        QCOMPARE(studio.window->editor().mix(), test::mixOf({{"blue", 60}, {"white", 40}}));
        QCOMPARE(studio.window->request().seed, std::uint64_t{1001});
        QTest::keyClick(studio.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(studio.window->editor().mix(), test::redBlackPearl());
    }

    void aWrongShareCodeIsTold()
    {
        Studio studio(0);
        StudioWindow& window = studio.open();
        const Mix before = window.editor().mix();
        QVERIFY(!window.openShareCode(QStringLiteral("TW-0000-0000-0001")));
        QVERIFY(!window.messages()->text().isEmpty());
        QCOMPARE(window.editor().mix(), before);
    }

    void theDialogReadsACodeAsItIsTyped()
    {
        QGuiApplication::clipboard()->clear();
        const Palette palette = test::rubberPalette();
        GenerationRequest request
            = GenerationRequest::forMix(test::smallProfile(), "small", test::redBlackPearl());
        request.seed = 42;
        ShareCodeDialog dialog(palette);
        QVERIFY(!dialog.openButton()->isEnabled());
        dialog.field()->setText(toQString(shareCode(sharedTile(request).value(), palette).value()));
        QVERIFY(dialog.openButton()->isEnabled());
        QVERIFY(dialog.words().contains(QStringLiteral("seed 42")));
        dialog.field()->setText(QStringLiteral("TW-nonsense"));
        QVERIFY(!dialog.openButton()->isEnabled());
        QVERIFY(!dialog.words().isEmpty());
    }

    // --- The window ---

    void pagesHaveKeys()
    {
        Studio studio(1);
        QVERIFY(studio.show(1));
        QTest::keyClick(studio.window.get(), Qt::Key_2);
        QCOMPARE(studio.window->catalog()->currentPage(), studio.window->catalog()->pages()[1]);
        QTest::keyClick(studio.window.get(), Qt::Key_1);
        QCOMPARE(studio.window->catalog()->currentPage(), studio.window->catalog()->pages()[0]);
    }

    void everyControlHasAName()
    {
        Studio studio(1);
        QVERIFY(studio.show(1));
        for (QWidget* widget : studio.window->catalog()->findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QComboBox*>(widget)
                || qobject_cast<QAbstractSpinBox*>(widget)
                || (qobject_cast<QLineEdit*>(widget)
                    && !qobject_cast<QAbstractSpinBox*>(widget->parent()));
            if (isControl && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(CatalogTest)
#include "catalog_test.moc"
