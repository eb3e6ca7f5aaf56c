// Checksums of files.
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "app/support/checksum.h"

using namespace tilewright;

namespace {

// SHA-256 of "abc" (FIPS 180-2, appendix B.1) and of nothing.
constexpr const char* abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

} // namespace

class SupportTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& name, const std::string& text)
    {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

private Q_SLOTS:
    void digests()
    {
        QCOMPARE(sha256OfFile(write("abc", "abc")).value(), std::string(abc));
        QCOMPARE(sha256OfFile(write("empty", "")).value(), std::string(nothing));
        // A million times "a" (FIPS 180-2, appendix B.3): longer than one read.
        QCOMPARE(sha256OfFile(write("long", std::string(1000000, 'a'))).value(),
            std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        const auto absent = sha256OfFile(m_folder.path().toStdString() + "/absent");
        QCOMPARE(absent.error().kind, ErrorKind::BadData);
    }

    void listTellsWhatChanged()
    {
        write("unet/weights", "abc");
        write("vae/weights", "abd");
        const auto list = write("SHA256SUMS",
            std::string(abc) + "  unet/weights\n" + abc + " *vae/weights\n" + nothing + "  gone\n");
        const auto report = verifyChecksums(list);
        QVERIFY(report.has_value());
        QCOMPARE(report->files, 3);
        QCOMPARE(report->changed, std::vector<std::string>{"vae/weights"});
        QCOMPARE(report->missing, std::vector<std::string>{"gone"});
        QVERIFY(!report->intact());
    }

    void intactList()
    {
        write("a", "abc");
        QVERIFY(verifyChecksums(write("LIST", std::string(abc) + "  a\n"))->intact());
    }

    void foreignListIsAnError()
    {
        QCOMPARE(verifyChecksums(write("LIST", "hello\n")).error().kind, ErrorKind::BadData);
        QCOMPARE(verifyChecksums(write("LIST", "\n")).error().kind, ErrorKind::BadData);
    }
};

QTEST_GUILESS_MAIN(SupportTest)
#include "support_test.moc"
