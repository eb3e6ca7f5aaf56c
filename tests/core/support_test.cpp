#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/log.h"
#include "core/support/paths.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

std::size_t entriesOf(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Sets an environment variable for the length of a test.
class Environment {
public:
    Environment(const char* name, const char* value)
        : m_name(name), m_wasSet(qEnvironmentVariableIsSet(name)), m_old(qgetenv(name))
    {
        value ? qputenv(name, value) : qunsetenv(name);
    }
    ~Environment() { m_wasSet ? qputenv(m_name, m_old) : qunsetenv(m_name); }

private:
    const char* m_name;
    bool m_wasSet;
    QByteArray m_old;
};

} // namespace

class SupportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void writesAndReplaces()
    {
        const fs::path file = m_folder / "a.txt";
        QVERIFY(writeFileAtomically(file, "one"));
        QVERIFY(writeFileAtomically(file, std::string_view("two\0three", 9)));
        QCOMPARE(*readTextFile(file), std::string("two\0three", 9));
        QCOMPARE(entriesOf(m_folder), std::size_t{1});
    }

    void writesEmptyAndLongNames()
    {
        const fs::path file = m_folder / std::string(255, 'n');
        QVERIFY(writeFileAtomically(file, ""));
        QCOMPARE(*readTextFile(file), std::string());
    }

    void writesIntoTheCurrentFolder()
    {
        const fs::path before = fs::current_path();
        fs::current_path(m_folder);
        const auto written = writeFileAtomically("plain.txt", "x");
        fs::current_path(before);
        QVERIFY(written);
        QCOMPARE(*readTextFile(m_folder / "plain.txt"), std::string("x"));
    }

    void writesBehindSymbolicLink()
    {
        QVERIFY(writeFileAtomically(m_folder / "real", "old"));
        fs::create_symlink("real", m_folder / "link");
        QVERIFY(writeFileAtomically(m_folder / "link", "new"));
        QVERIFY(fs::is_symlink(m_folder / "link"));
        QCOMPARE(*readTextFile(m_folder / "real"), std::string("new"));
    }

    void refusesTarget_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing folder") << QStringLiteral("missing/a.png");
        QTest::newRow("folder below a file") << QStringLiteral("file/a.png");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("a folder with slash") << QStringLiteral("folder/");
        QTest::newRow("a pipe") << QStringLiteral("pipe");
        QTest::newRow("too long a name") << QString(300, QLatin1Char('n'));
    }

    void refusesTarget()
    {
        QFETCH(QString, path);
        std::ofstream(m_folder / "file") << "content";
        fs::create_directory(m_folder / "folder");
        QCOMPARE(::mkfifo((m_folder / "pipe").c_str(), 0600), 0);
        const std::size_t before = entriesOf(m_folder);
        const fs::path target = m_folder / path.toStdString();

        for (const auto& result : {writeFileAtomically(target, "x"), checkWritable(target)}) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::CannotWrite);
            QVERIFY(result.error().message.find(target.string()) != std::string::npos);
        }
        QCOMPARE(entriesOf(m_folder), before);
        QVERIFY(fs::is_fifo(m_folder / "pipe"));
    }

    void checkWritableLeavesNothing()
    {
        QVERIFY(checkWritable(m_folder / "a.png"));
        QCOMPARE(entriesOf(m_folder), std::size_t{0});
        QVERIFY(writeFileAtomically(m_folder / "a.png", "kept"));
        QVERIFY(checkWritable(m_folder / "a.png"));
        QCOMPARE(*readTextFile(m_folder / "a.png"), std::string("kept"));
        const auto missing = checkWritable(m_folder / "missing" / "a.png");
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::CannotWrite);
    }

    void diskFullKeepsTheOldFile()
    {
        const fs::path file = m_folder / "a.bin";
        QVERIFY(writeFileAtomically(file, "old"));
        // A limit on file sizes fails a write in the middle, as a full disk does.
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto oldHandler = ::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{4096, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = writeFileAtomically(file, std::string(100'000, 'x'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, oldHandler);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(*readTextFile(file), std::string("old"));
        QCOMPARE(entriesOf(m_folder), std::size_t{1});
    }

    void partsBecomeOneFile()
    {
        const fs::path path = m_folder / "a.bin";
        QVERIFY(writeFileAtomically(path, "old"));
        {
            auto file = AtomicFile::create(path);
            QVERIFY(file);
            QVERIFY(file->write(std::as_bytes(std::span("onetwo", 6))));
            QCOMPARE(file->position(), std::uint64_t{6});
            QVERIFY(file->seek(0, SEEK_SET));
            QVERIFY(file->write(std::as_bytes(std::span("ONE", 3))));
            QCOMPARE(file->size(), std::uint64_t{6});
            QCOMPARE(file->position(), std::uint64_t{3});
            QVERIFY(file->seek(1, SEEK_SET));
            std::array<std::byte, 9> bytes{};
            QCOMPARE(file->read(bytes), std::size_t{5});
            QCOMPARE(*readTextFile(path), std::string("old"));
            AtomicFile moved = std::move(*file);
            QVERIFY(moved.status());
            QVERIFY(moved.commit());
        }
        QCOMPARE(*readTextFile(path), std::string("ONEtwo"));
        QCOMPARE(entriesOf(m_folder), std::size_t{1});
    }

    void uncommittedPartsLeaveNothing()
    {
        {
            auto file = AtomicFile::create(m_folder / "a.bin");
            QVERIFY(file);
            QVERIFY(file->write(std::as_bytes(std::span("half", 4))));
            QCOMPARE(entriesOf(m_folder), std::size_t{1});
        }
        QCOMPARE(entriesOf(m_folder), std::size_t{0});
    }

    void firstErrorIsKept()
    {
        auto file = AtomicFile::create(m_folder / "a.bin");
        QVERIFY(file);
        QVERIFY(!file->seek(-1, SEEK_SET));
        QVERIFY(!file->write(std::as_bytes(std::span("more", 4))));
        QVERIFY(!file->seek(0, SEEK_SET));
        QVERIFY(!file->status());
        const auto committed = file->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::CannotWrite);
        QVERIFY(!fs::exists(m_folder / "a.bin"));
    }

    void readTellsWhatIsWrong()
    {
        std::ofstream(m_folder / "long") << "0123456789";
        for (const auto& result : {readTextFile(m_folder / "missing"), readTextFile(m_folder),
                 readTextFile(m_folder / "long", 9)}) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::BadData);
        }
        QVERIFY(readTextFile(m_folder / "long", 10));
    }

    void resourcesAreFound()
    {
        {
            const Environment none("TILEWRIGHT_RESOURCES", nullptr);
            QVERIFY(fs::exists(resourceFolder() / "palettes" / "rubber-29.json"));
        }
        const Environment own("TILEWRIGHT_RESOURCES", "/somewhere/else");
        QCOMPARE(resourceFolder(), fs::path("/somewhere/else"));
        QCOMPARE(starterModelFolder(), fs::path("/somewhere/else/models/starter"));
    }

    void foldersFollowXdg()
    {
        const Environment home("HOME", "/home/someone");
        {
            const Environment state("XDG_STATE_HOME", "/state");
            const Environment data("XDG_DATA_HOME", "/data");
            QCOMPARE(stateFolder(), fs::path("/state/tilewright"));
            QCOMPARE(tileFolder(), fs::path("/data/tilewright/tiles"));
        }
        const Environment state("XDG_STATE_HOME", "relative");
        const Environment data("XDG_DATA_HOME", nullptr);
        QCOMPARE(stateFolder(), fs::path("/home/someone/.local/state/tilewright"));
        QCOMPARE(tileFolder(), fs::path("/home/someone/.local/share/tilewright/tiles"));
    }

    void logGoesToItsFile()
    {
        const Environment state("XDG_STATE_HOME", m_folder.c_str());
        initialiseLog(false);
        spdlog::debug("hidden");
        spdlog::info("shown");
        spdlog::default_logger()->flush();
        const auto text = readTextFile(logFile());
        QVERIFY(text);
        QVERIFY(text->find("shown") != std::string::npos);
        QVERIFY(text->find("hidden") == std::string::npos);
        initialiseLog(true);
        spdlog::debug("visible");
        spdlog::default_logger()->flush();
        QVERIFY(readTextFile(logFile())->find("visible") != std::string::npos);
    }

    void logWithoutFolderStillWorks()
    {
        std::ofstream(m_folder / "file") << "content";
        const Environment state("XDG_STATE_HOME", (m_folder / "file").c_str());
        initialiseLog(false);
        spdlog::info("nowhere to go");
        QVERIFY(!fs::exists(logFile()));
    }

    void jsonProblemsNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("type") << QByteArray(R"({"whole": "many"})")
                              << QByteArray("\"whole\" must be a whole number, not \"many\"");
        QTest::newRow("fraction") << QByteArray(R"({"whole": 1.5})")
                                  << QByteArray("\"whole\" must be a whole number, not 1.5");
        QTest::newRow("too large")
            << QByteArray(R"({"whole": 4294967296})")
            << QByteArray("\"whole\" must be a whole number, not 4294967296");
        QTest::newRow("negative")
            << QByteArray(R"({"seed": -1})")
            << QByteArray("\"seed\" must be a whole number from 0 to 18446744073709551615, not -1");
        QTest::newRow("beyond 64 bits")
            << QByteArray(R"({"seed": 18446744073709551616})") << QByteArray("\"seed\" must be");
        QTest::newRow("nested") << QByteArray(R"({"list": [{"text": "a"}, {"text": 5}]})")
                                << QByteArray("\"list[1].text\" must be a text in quotes, not 5");
        QTest::newRow("element") << QByteArray(R"({"list": [7]})")
                                 << QByteArray("\"list[0]\" must be an object in braces");
        QTest::newRow("structure") << QByteArray(R"({"whole": [1, 2]})")
                                   << QByteArray("\"whole\" must be a whole number, not array");
        QTest::newRow("top") << QByteArray("[]") << QByteArray("it must be an object in braces");
    }

    void jsonProblemsNameTheirPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, problem);
        const auto parsed = parseJson(json.toStdString(), "The text");
        QVERIFY(parsed);
        std::string found;
        JsonFields fields(*parsed, found);
        int whole = 1;
        std::uint64_t seed = 2;
        std::string text = "unchanged";
        fields.read("whole", whole);
        fields.read("seed", seed);
        fields.readEach("list", [&](JsonFields& element) { element.read("text", text); });
        QVERIFY2(found.starts_with(problem.toStdString()), found.c_str());
        QCOMPARE(whole, 1);
        QCOMPARE(seed, std::uint64_t{2});
    }

    void jsonReadsEveryKind()
    {
        const auto parsed = parseJson(R"({"b": true, "i": -7, "u": 18446744073709551615, "d": 2,
            "s": "x", "n": null, "l": ["p", "q"], "o": {"i": 9}})",
            "The text");
        QVERIFY(parsed);
        std::string problem;
        JsonFields fields(*parsed, problem);
        bool flag = false;
        int whole = 0, inner = 0;
        std::uint64_t seed = 0;
        double number = 0;
        std::string text;
        std::optional<std::string> nothing = "something";
        std::vector<std::string> list;
        fields.read("b", flag);
        fields.read("i", whole);
        fields.read("u", seed);
        fields.read("d", number);
        fields.read("s", text);
        fields.read("n", nothing);
        fields.read("l", list);
        fields.readObject("o", [&](JsonFields& object) { object.read("i", inner); });
        QCOMPARE(problem, std::string());
        QVERIFY(flag);
        QCOMPARE(whole, -7);
        QCOMPARE(seed, ~std::uint64_t{0});
        QCOMPARE(number, 2.0);
        QCOMPARE(text, std::string("x"));
        QVERIFY(!nothing);
        QCOMPARE(list, (std::vector<std::string>{"p", "q"}));
        QCOMPARE(inner, 9);
    }

    void brokenJsonIsAnError_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"a": )");
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\": \"\xff\"}");
        QTest::newRow("not a number") << QByteArray(R"({"a": NaN})");
        QTest::newRow("number overflow") << QByteArray(R"({"a": 1e999})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void brokenJsonIsAnError()
    {
        QFETCH(QByteArray, json);
        const auto parsed = parseJson(json.toStdString(), "The text");
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::BadData);
    }

    void dumpNeverThrows()
    {
        QCOMPARE(dumpJson(std::string("a\xff")), std::string("\"a\xef\xbf\xbd\""));
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(SupportTest)
#include "support_test.moc"
