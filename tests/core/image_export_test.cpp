// Runs of an export: settings, names, failures, and what the files say.
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/export/image_export.h"
#include "core/image/png.h"
#include "core/support/paths.h"
#include "support/export_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(std::function<void(ImageExport&)>)

namespace {

const fs::path coated = resourceFolder() / "profiles" / "FOGRA39L_coated.icc";

/// Kilobytes that the process had at most.
long peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return 0;
}

} // namespace

class ImageExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }

    /// The first test, because only the highest memory of the process so far can be asked for.
    void manyArticlesTakeLittleMemory()
    {
        const Article first = m_fixture->article(1, "a", 64, 64);
        std::vector<Article> articles(1200, first);
        ImageExport settings = plain();
        settings.kind = PictureKind::Jpeg;
        settings.nameTemplate = "{number}";
        QVERIFY(exportImages({first}, settings, m_fixture->path("warm"), nullptr));
        const long before = peakMemory();
        const auto report = exportImages(articles, settings, m_fixture->output(), nullptr);
        QVERIFY(report);
        QCOMPARE(report->files.size(), articles.size());
        QVERIFY2(
            peakMemory() - before < 8 * 1024, qPrintable(QString::number(peakMemory() - before)));
    }

    void presetsSurviveJson()
    {
        QCOMPARE(shippedImagePresets().size(), std::size_t(5));
        for (const ImagePreset& preset : shippedImagePresets()) {
            QVERIFY2(preset.settings.check(), preset.id.c_str());
            const auto read
                = imageExportFromJson(nlohmann::json::parse(toJson(preset.settings).dump()));
            QVERIFY(read);
            QVERIFY2(*read == preset.settings, preset.id.c_str());
        }
        ImageExport all;
        all.kind = PictureKind::Webp;
        all.isLossless = true;
        all.content = ImageContent::Outline;
        all.ground = ImageGround::Transparent;
        all.marginMillimetres = 2.5;
        all.color = {ColorSpace::Profile, "a b/ц.icc", RenderingIntent::Absolute, false, 280};
        all.collision = Collision::Skip;
        all.keepsProvenance = false;
        all.creator = "Анна";
        all.copyright = "© \"2026\"";
        all.language = "ru";
        QCOMPARE(*imageExportFromJson(toJson(all)), all);
        QCOMPARE(*imageExportFromJson(nlohmann::json::object()), ImageExport());
        for (const char* wrong : {R"({"kind": "gif"})", R"({"bits": "many"})", R"([])",
                 R"({"color": {"intent": "loud"}})", R"({"language": "fr"})"}) {
            const auto read = imageExportFromJson(nlohmann::json::parse(wrong));
            QVERIFY2(!read, wrong);
            QCOMPARE(read.error().kind, ErrorKind::Usage);
        }
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<std::function<void(ImageExport&)>>("change");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* told, std::function<void(ImageExport&)> change) {
            QTest::newRow(told) << change << QByteArray(told);
        };
        row("not 12", [](ImageExport& s) { s.bits = 12; });
        row("quality is 0", [](ImageExport& s) { s.quality = 0; });
        row("inch is nan", [](ImageExport& s) { s.dotsPerInch = std::nan(""); });
        row("pixels is 3", [](ImageExport& s) { s.size = 3; });
        row("millimetres is -1", [](ImageExport& s) {
            s.isInMillimetres = true;
            s.size = -1;
        });
        row("bleed in millimetres is 200", [](ImageExport& s) { s.bleedMillimetres = 200; });
        row("a margin or a bleed", [](ImageExport& s) {
            s.bleedMillimetres = 3;
            s.marginMillimetres = 3;
        });
        row("would not repeat", [](ImageExport& s) {
            s.content = ImageContent::Swatch;
            s.bleedMillimetres = 3;
        });
        row("No colour profile", [](ImageExport& s) { s.color.space = ColorSpace::Profile; });
        row("colour", [](ImageExport& s) { s.nameTemplate = "{colour}"; });
        row("JPEG", [](ImageExport& s) { s.ground = ImageGround::Transparent; });
        row("ink limit in percent is 10", [](ImageExport& s) { s.color.inkLimit = 10; });
    }
    void settingsAreChecked()
    {
        QFETCH(std::function<void(ImageExport&)>, change);
        QFETCH(QByteArray, told);
        ImageExport settings;
        QVERIFY(settings.check());
        change(settings);
        const auto checked = settings.check();
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::Usage);
        QVERIFY2(checked.error().message.find(told.toStdString()) != std::string::npos,
            checked.error().message.c_str());
        // And nothing is begun.
        const auto report = exportImages({}, settings, m_fixture->output(), nullptr);
        QVERIFY(!report);
        QVERIFY(!fs::exists(m_fixture->output()));
    }

    void oneBadTileDoesNotStopTheOthers()
    {
        std::vector<Article> articles;
        for (int i = 0; i < 5; ++i)
            articles.push_back(m_fixture->article(1, "tile " + std::to_string(i), 64, 64));
        fs::remove(articles[1].tile.file);
        std::ofstream(articles[3].tile.file) << "This is a text.";
        std::vector<std::size_t> done;
        const auto report = exportImages(
            articles, plain(), m_fixture->output(), nullptr, [&](const ExportProgress& progress) {
                QVERIFY(progress.fraction >= 0 && progress.fraction <= 1);
                QCOMPARE(progress.total, std::size_t(5));
                done.push_back(progress.done);
            });
        QVERIFY(report);
        QCOMPARE(report->files.size(), std::size_t(3));
        QCOMPARE(report->failures.size(), std::size_t(2));
        QCOMPARE(report->failures[0].article, articles[1].id);
        QCOMPARE(report->failures[0].error.kind, ErrorKind::BadData);
        QVERIFY(report->failures[0].error.message.find("tile 1.png") != std::string::npos);
        QCOMPARE(report->failures[1].article, articles[3].id);
        QCOMPARE(m_fixture->outputNames(),
            (std::vector<std::string>{"tile 0.png", "tile 2.png", "tile 4.png"}));
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(done.back(), std::size_t(5));
    }

    void namesTellTheArticle()
    {
        Article article = m_fixture->article(42, "RT-7");
        article.colors[0].perMille = 505;
        article.colors[0].name = "dark blue";
        ImageExport settings = plain();
        settings.nameTemplate = "{number} {code} {name} {mix} {seed} {model} {date} {size} {{x}}";
        QCOMPARE(exportName(article, settings, 7).value(),
            std::string("007 RT-7 Кирпич RT-7 50.5-dark-blue-30-black-20-pearl 42 granule model "
                        "2026-05-01 128x128 {x}"));
    }

    void oddAndEqualNamesBecomeFilesOfTheirOwn()
    {
        std::vector<Article> articles(6, m_fixture->article(1, "a", 64, 64));
        const char* names[] = {"../a/b:c*?\"<>|", "плитка №1", "ПЛИТКА №1", "плитка №1", "CON", ""};
        for (std::size_t i = 0; i < articles.size(); ++i)
            articles[i].name = names[i];
        ImageExport settings = plain();
        settings.nameTemplate = "{name}";
        for (const Collision collision : {Collision::Number, Collision::Replace}) {
            settings.collision = collision;
            const auto report = exportImages(articles, settings, m_fixture->output(), nullptr);
            QVERIFY(report);
            QCOMPARE(report->files.size(), std::size_t(6));
        }
        // Numbered in the first run, replaced in the second.
        QCOMPARE(m_fixture->outputNames().size(), std::size_t(6));
        settings.collision = Collision::Skip;
        const auto skipped = exportImages(articles, settings, m_fixture->output(), nullptr);
        QCOMPARE(skipped->skipped.size(), std::size_t(6));
        QVERIFY(skipped->files.empty());
        settings.collision = Collision::Number;
        QVERIFY(exportImages(articles, settings, m_fixture->output(), nullptr));
        QCOMPARE(m_fixture->outputNames().size(), std::size_t(12));
        for (const std::string& name : m_fixture->outputNames())
            QVERIFY(name.find_first_of("/:*?\"<>|") == std::string::npos);
    }

    void cancellingLeavesNoHalfFile_data()
    {
        QTest::addColumn<int>("calls");
        for (const int calls : {0, 1, 2, 3, 5, 8, 13, 21})
            QTest::addRow("after %d reports", calls) << calls;
    }
    void cancellingLeavesNoHalfFile()
    {
        QFETCH(int, calls);
        const std::vector<Article> articles(4, m_fixture->article(1, "a"));
        ImageExport settings = plain();
        settings.size = 256;
        settings.enlarging = Enlarging::Regenerate;
        GranuleGenerator generator;
        std::stop_source stop;
        int seen = 0;
        if (calls == 0)
            stop.request_stop();
        const auto report = exportImages(
            articles, settings, m_fixture->output(), &generator,
            [&](const ExportProgress&) {
                if (++seen == calls)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(report);
        QVERIFY(report->wasCancelled);
        QVERIFY(report->failures.empty());
        QVERIFY(report->files.size() < articles.size());
        QCOMPARE(m_fixture->outputNames().size(), report->files.size());
        for (const ExportedFile& file : report->files)
            QCOMPARE(pictureOf(file.file).width, 256);
    }

    void aFolderThatTakesNoFilesIsToldBefore()
    {
        std::ofstream(m_fixture->path("file")) << "This is a text.";
        for (const fs::path& folder :
            {m_fixture->path("file"), m_fixture->path("file") / "below"}) {
            const auto report
                = exportImages({m_fixture->article(1, "a")}, plain(), folder, nullptr);
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::CannotWrite);
            QVERIFY(report.error().message.find("file") != std::string::npos);
        }
    }

    void aDiskThatTakesNoMoreEndsTheRun()
    {
        std::vector<Article> articles;
        for (const char* code : {"a", "b", "c", "d"})
            articles.push_back(m_fixture->article(1, code, 64, 64));
        const auto report = exportImages(
            articles, plain(), m_fixture->output(), nullptr, [&](const ExportProgress& progress) {
                if (progress.done == 2 && fs::is_directory(m_fixture->output())) {
                    fs::rename(m_fixture->output(), m_fixture->path("before"));
                    std::ofstream(m_fixture->output()) << "This is a text.";
                }
            });
        QVERIFY(report);
        QCOMPARE(report->files.size(), std::size_t(2));
        QCOMPARE(report->failures.size(), std::size_t(2));
        for (const ExportFailure& failure : report->failures)
            QCOMPARE(failure.error.kind, ErrorKind::CannotWrite);
        QCOMPARE(report->failures[1].article, std::string("d"));
    }

    void aMissingProfileIsToldBefore()
    {
        ImageExport settings = plain();
        settings.kind = PictureKind::Tiff;
        settings.color.space = ColorSpace::Profile;
        settings.color.profile = m_fixture->path("nowhere.icc");
        const Article article = m_fixture->article(1, "a");
        const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::BadData);
        QVERIFY(!fs::exists(m_fixture->output()));
        QVERIFY(!previewExport(article, settings, 100));
        // Nor do inks fit into every kind of file.
        settings.color.profile = coated;
        settings.kind = PictureKind::Png;
        const auto inks = exportImages({article}, settings, m_fixture->output(), nullptr);
        QVERIFY(!inks);
        QCOMPARE(inks.error().kind, ErrorKind::Usage);
    }

    void provenanceIsKeptOrStripped_data()
    {
        QTest::addColumn<int>("kind");
        for (const PictureKind kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp})
            QTest::newRow(std::string(toText(kind)).c_str()) << static_cast<int>(kind);
    }
    void provenanceIsKeptOrStripped()
    {
        QFETCH(int, kind);
        const Article article = m_fixture->article(18014398509481989, "a");
        ImageExport settings = plain();
        settings.kind = static_cast<PictureKind>(kind);
        settings.creator = "Anna";
        for (const bool keeps : {true, false}) {
            settings.keepsProvenance = keeps;
            settings.collision = Collision::Replace;
            const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
            QVERIFY(report && report->files.size() == 1);
            const std::string bytes = ExportFixture::bytes(report->files[0].file);
            for (const char* told : {"18014398509481989", "ohwx_rubber_tile", "of a friend"})
                QCOMPARE(bytes.find(told) != std::string::npos, keeps);
            for (const char* told :
                {"Кирпич a", "50% red, 30% black, 20% pearl", "Anna", "trainedAlgorithmicMedia"})
                QVERIFY2(bytes.find(told) != std::string::npos, told);
        }
        settings.language = "ru";
        const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
        QVERIFY(ExportFixture::bytes(report->files[0].file).find("красный, 30\u00a0% black")
            != std::string::npos);
    }

private:
    std::unique_ptr<ExportFixture> m_fixture;
};

QTEST_GUILESS_MAIN(ImageExportTest)
#include "image_export_test.moc"
