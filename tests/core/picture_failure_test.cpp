#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/image/picture_writer.h"
#include "core/support/atomic_file.h"
#include "support/picture_rows.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

/// Fails a write in the middle, as a full disk does.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    sighandler_t m_handler;
};

} // namespace

/// What is left of a picture that could not be written.
class PictureFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        m_file = m_folder / "picture";
    }

    void fullDiskLeavesTheOldFile_data() { addKinds(); }

    void fullDiskLeavesTheOldFile()
    {
        QFETCH(int, kind);
        QVERIFY(write(kind));
        const std::uintmax_t size = fs::file_size(m_file);
        writeOldFile();
        // At every step of the format: before the first byte, in the header, in the rows, in what
        // comes last, when it is flushed.
        for (std::uintmax_t room = 0; room < size; room += room < 100 ? 9 : size / 60) {
            Expected<void> written;
            {
                const SmallDisk disk(room);
                written = write(kind);
            }
            QVERIFY2(!written, qPrintable(QString::number(room)));
            QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
            QVERIFY(written.error().message.find(m_file.string()) != std::string::npos);
            QVERIFY(written.error().message.find("File too large") != std::string::npos);
            verifyOldFile();
        }
        const SmallDisk disk(size);
        QVERIFY(write(kind));
    }

    void folderThatTakesNoFiles_data() { addKinds(); }

    void folderThatTakesNoFiles()
    {
        QFETCH(int, kind);
        const fs::path locked = m_folder / "locked";
        fs::create_directory(locked);
        fs::permissions(m_folder, fs::perms::all);
        fs::permissions(locked,
            fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read
                | fs::perms::others_exec);
        // In a process of its own, since root may write everywhere.
        const pid_t child = ::fork();
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(2);
            m_file = locked / "picture";
            const auto written = write(kind);
            const bool isTold = !written && written.error().kind == ErrorKind::CannotWrite
                && written.error().message.find("Permission denied") != std::string::npos;
            ::_exit(isTold ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(entriesOf(locked), std::size_t{0});
    }

    void targetThatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("below a file") << QStringLiteral("file/picture");
        QTest::newRow("missing folder") << QStringLiteral("missing/picture");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("too long") << QString(300, QLatin1Char('n'));
    }

    void targetThatCannotBe()
    {
        QFETCH(QString, name);
        std::ofstream(m_folder / "file") << "content";
        fs::create_directory(m_folder / "folder");
        m_file = m_folder / name.toStdString();
        const auto written = write(int(PictureKind::Tiff));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(entriesOf(m_folder), std::size_t{2});
    }

    void cancelledAnywhereLeavesTheOldFile_data() { addKinds(); }

    void cancelledAnywhereLeavesTheOldFile()
    {
        QFETCH(int, kind);
        writeOldFile();
        for (const double point : {0.0, 0.02, 0.05, 0.3, 0.5, 0.8, 0.97}) {
            std::stop_source stop;
            double last = 0;
            SampleRows rows(120, 200, {});
            const auto written = writePicture(
                m_file, rows, {.kind = static_cast<PictureKind>(kind), .metadata = {}},
                [&](double fraction) {
                    last = fraction;
                    if (fraction >= point)
                        stop.request_stop();
                },
                stop.get_token());
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Cancelled);
            QVERIFY(last < 1);
            verifyOldFile();
        }
        std::stop_source stop;
        stop.request_stop();
        SampleRows rows(8, 8, {});
        rows.failsAt = 0; // not even asked
        const auto written = writePicture(m_file, rows,
            {.kind = static_cast<PictureKind>(kind), .metadata = {}}, {}, stop.get_token());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        verifyOldFile();
    }

    void cancelledWithTheLastRowLeavesTheOldFile_data() { addKinds(); }

    void cancelledWithTheLastRowLeavesTheOldFile()
    {
        QFETCH(int, kind);
        writeOldFile();
        std::stop_source stop;
        SampleRows rows(20, 20, {});
        rows.onRow = [&](std::uint32_t y) {
            if (y == 19)
                stop.request_stop();
        };
        const auto written = writePicture(m_file, rows,
            {.kind = static_cast<PictureKind>(kind), .metadata = {}}, {}, stop.get_token());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        verifyOldFile();
    }

    void failingSourceLeavesTheOldFile_data() { addKinds(); }

    void failingSourceLeavesTheOldFile()
    {
        QFETCH(int, kind);
        writeOldFile();
        for (const std::uint32_t row : {0u, 1u, 100u, 199u}) {
            SampleRows rows(120, 200, {});
            rows.failsAt = row;
            const auto written = writePicture(
                m_file, rows, {.kind = static_cast<PictureKind>(kind), .metadata = {}});
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::BadData);
            QCOMPARE(written.error().message, std::string("The source is damaged."));
            verifyOldFile();
        }
    }

    void memoryDoesNotGrowWithTheHeight_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("bits");
        QTest::newRow("PNG") << int(PictureKind::Png) << int(ColorModel::Rgb) << 16;
        QTest::newRow("JPEG") << int(PictureKind::Jpeg) << int(ColorModel::Cmyk) << 8;
        QTest::newRow("TIFF") << int(PictureKind::Tiff) << int(ColorModel::Cmyk) << 16;
    }

    void memoryDoesNotGrowWithTheHeight()
    {
        QFETCH(int, kind);
        QFETCH(int, model);
        QFETCH(int, bits);
        const PixelFormat format{static_cast<ColorModel>(model), bits, false};
        const auto peak = [] {
            rusage usage{};
            ::getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss;
        };
        const auto flatSample = [](auto, auto, auto) { return 0x4000; };
        const long before = peak();
        SampleRows rows(400, 50'000, format, {}, flatSample); // 80 to 160 megabytes
        QVERIFY(
            writePicture(m_file, rows, {.kind = static_cast<PictureKind>(kind), .metadata = {}}));
        const long grownKilobytes = peak() - before;
        QVERIFY2(grownKilobytes < 20'000, qPrintable(QString::number(grownKilobytes)));
    }

private:
    void addKinds()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp})
            QTest::newRow(toText(kind).data()) << int(kind);
    }

    Expected<void> write(int kind)
    {
        SampleRows rows(90, 60, {}, profileOf(ColorModel::Rgb));
        PictureMetadata metadata;
        metadata.title = "Плитка";
        metadata.provenance = {{"tilewright", "{}"}};
        return writePicture(m_file, rows,
            {.kind = static_cast<PictureKind>(kind), .isLossless = true, .metadata = metadata});
    }

    void writeOldFile() { std::ofstream(m_file, std::ios::trunc) << "old"; }

    void verifyOldFile()
    {
        QCOMPARE(*readTextFile(m_file), std::string("old"));
        QCOMPARE(entriesOf(m_folder), std::size_t{1});
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureFailureTest)
#include "picture_failure_test.moc"
