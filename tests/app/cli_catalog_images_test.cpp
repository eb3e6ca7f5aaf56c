// Picture files by the built program.
#include <QTest>

#include "app/program.h"
#include "core/image/picture.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class CliCatalogImagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
        const auto library = m_fixture->open();
        for (const std::uint64_t seed : {7, 8, 9})
            m_files.push_back(library->add(smallTile(seed))->file);
    }
    void cleanup() { m_files.clear(); }

    void makesPicturesByPreset()
    {
        const Outcome outcome
            = run({"--all", "--preset", "web", "--size", "100", "--name", "{seed}"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains(QLatin1String("3 pictures in")));
        QVERIFY(outcome.out.contains(QLatin1String("3 pictures enlarged by resampling")));
        QCOMPARE(output(),
            (QStringList{
                QStringLiteral("7.jpg"), QStringLiteral("8.jpg"), QStringLiteral("9.jpg")}));
        QCOMPARE(picture("7.jpg").width, 100);
    }

    void optionsCountMoreThanThePreset()
    {
        const Outcome outcome = run({"1", "--preset", "print", "--format", "png", "--color", "srgb",
            "--size", "10mm", "--dpi", "254", "--bleed", "1", "--bits", "16", "--enlarge",
            "resample", "--name", "one", "--json"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        QCOMPARE(lines.size(), 1);
        const QJsonObject file = lines[0][QLatin1String("files")].toArray()[0].toObject();
        QVERIFY(file[QLatin1String("file")].toString().endsWith(QLatin1String("one.png")));
        QCOMPARE(file[QLatin1String("wasResampled")].toBool(), true);
        QCOMPARE(lines[0][QLatin1String("cancelled")].toBool(true), false);
        QCOMPARE(picture("one.png").width, 120);
    }

    void aPresetIsReadFromAFile()
    {
        const fs::path preset = m_fixture->outside("preset.json");
        QVERIFY(writeFileAtomically(
            preset, R"({"kind": "webp", "size": 40, "nameTemplate": "small {seed}"})"));
        QCOMPARE(run({"2", "--preset-file", preset.c_str()}).status, 0);
        QCOMPARE(picture("small 8.webp").width, 40);
    }

    void aTileMadeFromAPromptIsNotMadeAgain()
    {
        const Outcome outcome = run({"--all", "--size", "128", "--enlarge", "regenerate"});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(QLatin1String("3 pictures: It was made from its prompt")));
    }

    void aTileIsMadeAgainLarger()
    {
        const QString tile = m_program->given(QStringLiteral("tile.png"));
        const Outcome rendered = m_program->run({QStringLiteral("render"), QStringLiteral("--mix"),
            QStringLiteral("50% red, 50% black"), QStringLiteral("--size"), QStringLiteral("64x64"),
            QStringLiteral("--steps"), QStringLiteral("4"), QStringLiteral("--attempts"),
            QStringLiteral("1"), QStringLiteral("-o"), tile});
        QVERIFY2(rendered.status == 0, qPrintable(rendered.err));
        const auto added = m_fixture->open()->import(tile.toStdString());
        QVERIFY(added);
        const std::string id = std::to_string(added->id);
        const Outcome outcome = run({id.c_str(), "--format", "png", "--size", "128", "--enlarge",
            "regenerate", "--device", "cpu", "--name", "larger"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.out.count(QLatin1Char('\n')), 1); // nothing to be told of
        QCOMPARE(picture("larger.png").width, 128);
    }

    void aMissingTileDoesNotStopTheOthers()
    {
        std::ofstream(m_files[1], std::ios::trunc) << "This is a text.";
        const Outcome outcome = run({"--all", "--name", "{seed}"});
        QCOMPARE(outcome.status, 0); // it is told of when the catalogue is made
        QVERIFY(outcome.err.contains(QString::fromStdString(m_files[1].filename().string())));
        QCOMPARE(output(), (QStringList{QStringLiteral("7.jpg"), QStringLiteral("9.jpg")}));
    }

    void aTileWithADamagedPictureIsAFailure()
    {
        // Its text is whole, its picture is not.
        std::fstream file(m_files[1], std::ios::in | std::ios::out | std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        const std::size_t pixels = bytes.find("IDAT");
        QVERIFY(pixels != std::string::npos);
        file.clear();
        file.seekp(static_cast<std::streamoff>(pixels) + 8);
        file << "damage damage damage";
        file.close();
        const Outcome outcome = run({"--all", "--name", "{seed}", "--json"});
        QCOMPARE(outcome.status, 65);
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0][QLatin1String("failures")].toArray().size(), 1);
        QCOMPARE(lines[0][QLatin1String("files")].toArray().size(), 2);
        QCOMPARE(output().size(), 2);
    }

    void collisionsAreAnswered()
    {
        QCOMPARE(run({"1", "--name", "x"}).status, 0);
        QCOMPARE(run({"1", "--name", "x"}).status, 0);
        QCOMPARE(output().size(), 2);
        const Outcome skipped = run({"1", "--name", "x", "--collision", "skip"});
        QCOMPARE(skipped.status, 0);
        QVERIFY(skipped.out.contains(QLatin1String("1 picture there already")));
        QCOMPARE(output().size(), 2);
    }

    void strippedPicturesTellNoPrompt()
    {
        QCOMPARE(run({"1", "--name", "x", "--format", "png", "--strip"}).status, 0);
        QFile file(path("x.png"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("ohwx_rubber_tile"));
        QVERIFY(bytes.contains("trainedAlgorithmicMedia"));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* arguments, int status, const char* told) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments).split(QLatin1Char(' '))
                                     << status << QString::fromLatin1(told);
        };
        row("--all --preset poster", 64, "poster");
        row("--all --format gif", 64, "gif");
        row("--all --size wide", 64, "wide");
        row("--all --size 100cm", 64, "100cm");
        row("--all --name {colour}", 64, "{colour}");
        row("--all --color nowhere.icc", 64, "nowhere.icc");
        row("--all --color /dev/null --format tiff", 65, "null");
        row("--all --bits 16", 64, "JPEG");
        row("--all --bleed 3 --margin 3", 64, "margin");
        row("--all --device toaster", 64, "toaster");
        row("99", 64, "99");
        row("--all -o /dev/null/below", 73, "/dev/null");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, told);
        QStringList all{QStringLiteral("catalog"), QStringLiteral("images")};
        all += arguments;
        if (!arguments.contains(QStringLiteral("-o")))
            all << QStringLiteral("-o") << QString::fromStdString(m_fixture->outside("out"));
        const Outcome outcome = m_program->run(
            all << QStringLiteral("--library") << QString::fromStdString(m_fixture->folder()));
        QTEST(outcome.status, "status");
        QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
        QVERIFY(!fs::exists(m_fixture->outside("out")));
    }

    void profilesAreListed()
    {
        const Outcome outcome = m_program->run(
            {QStringLiteral("catalog"), QStringLiteral("profiles"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        const QJsonArray profiles = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
        QVERIFY(std::any_of(profiles.begin(), profiles.end(), [](const QJsonValue& profile) {
            return profile[QLatin1String("model")] == QLatin1String("CMYK");
        }));
    }

private:
    QString path(const char* name) const
    {
        return QString::fromStdString((m_fixture->outside("out") / name).string());
    }
    Image picture(const char* name) const
    {
        const auto read = readPicture(path(name).toStdString());
        return read ? read->image : Image();
    }
    QStringList output() const
    {
        return QDir(QString::fromStdString(m_fixture->outside("out"))).entryList(QDir::Files);
    }
    Outcome run(const std::vector<const char*>& arguments) const
    {
        QStringList all = texts({"catalog", "images"}) + texts(arguments);
        return m_program->run(
            all << QStringLiteral("-o") << QString::fromStdString(m_fixture->outside("out"))
                << QStringLiteral("--library") << QString::fromStdString(m_fixture->folder()));
    }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;
    std::vector<fs::path> m_files;
};

QTEST_GUILESS_MAIN(CliCatalogImagesTest)
#include "cli_catalog_images_test.moc"
