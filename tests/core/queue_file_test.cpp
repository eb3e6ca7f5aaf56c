// The queue on disk: what was stored comes back, and damage is set aside.
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/generation/queue_file.h"
#include "core/support/atomic_file.h"
#include "support/job_fixtures.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

std::vector<GenerationRequest> requestsWithSeeds(const std::vector<std::uint64_t>& seeds)
{
    std::vector<GenerationRequest> requests;
    for (const std::uint64_t seed : seeds)
        requests.push_back(smallRequest(seed));
    return requests;
}

struct Folder {
    QTemporaryDir folder;
    fs::path file() const
    {
        return fs::path(folder.path().toStdString()) / "deeper" / "queue.json";
    }
    void write(const std::string& text) const
    {
        fs::create_directories(file().parent_path());
        std::ofstream(file(), std::ios::binary) << text;
    }
};

} // namespace

class QueueFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyWhereThereIsNone()
    {
        const Folder folder;
        const QueueFile file(folder.file());
        const auto content = file.read();
        QVERIFY(content.requests.empty());
        QVERIFY(content.notice.empty());
    }

    void whatWasStoredComesBack()
    {
        const Folder folder;
        auto requests = requestsWithSeeds({5, 1, ~std::uint64_t{0}});
        requests[1].variation = Variation{9, 0.25};
        requests[2].prompt = "\"quoted\", \xd0\xba\xd1\x80\xd0\xb0\xd1\x81\xd0\xbd\xd1\x8b\xd0\xb9";
        {
            QueueFile file(folder.file());
            file.store(requestsWithSeeds({7}));
            file.store(requests);
        }
        const QueueFile again(folder.file());
        QCOMPARE(again.read().requests, requests);
        QVERIFY(again.read().notice.empty());
    }

    void theLastStateIsOnDiskAfterAFlush()
    {
        const Folder folder;
        QueueFile file(folder.file());
        for (std::uint64_t seed = 0; seed < 500; ++seed)
            file.store(requestsWithSeeds({seed, seed + 1}));
        file.flush();
        QCOMPARE(file.read().requests, requestsWithSeeds({499, 500}));
        file.store({});
        file.flush();
        QVERIFY(file.read().requests.empty());
    }

    void damageIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"version\":1,\"requests\":[{\"see");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no list") << QByteArray("{\"requests\":5}");
        QTest::newRow("bytes") << QByteArray("\x00\xff\xfe\x00", 4);
    }

    void damageIsSetAside()
    {
        QFETCH(QByteArray, text);
        const Folder folder;
        folder.write(text.toStdString());
        QueueFile file(folder.file());
        const auto content = file.read();
        QVERIFY(content.requests.empty());
        const std::string aside = folder.file().string() + ".damaged";
        QVERIFY(content.notice.find(aside) != std::string::npos);
        QCOMPARE(readTextFile(aside).value(), text.toStdString());
        file.store(requestsWithSeeds({3}));
        file.flush();
        QCOMPARE(file.read().requests, requestsWithSeeds({3}));
    }

    void goodRequestsAreKeptBesideBadOnes()
    {
        const Folder folder;
        folder.write(R"({"version":1,"requests":[
            {"seed":4,"width":64,"height":64,"steps":3}, {"seed":"much"}, {"steps":0}]})");
        const QueueFile file(folder.file());
        const auto content = file.read();
        QCOMPARE(content.requests, requestsWithSeeds({4}));
        QVERIFY(content.notice.find("2 of 3") != std::string::npos);
        QVERIFY(fs::exists(folder.file().string() + ".damaged"));
    }

    void oneProgramKeepsIt()
    {
        const Folder folder;
        {
            QueueFile first(folder.file());
            first.store(requestsWithSeeds({1}));
            first.flush();
            QueueFile second(folder.file());
            QVERIFY(!first.isTaken());
            QVERIFY(second.isTaken());
            QVERIFY(second.read().requests.empty());
            second.store(requestsWithSeeds({2}));
            second.flush();
        }
        const QueueFile third(folder.file());
        QVERIFY(!third.isTaken());
        QCOMPARE(third.read().requests, requestsWithSeeds({1}));
    }

    void anUnwritableFolderDoesNotStopTheWork()
    {
        const Folder folder;
        std::ofstream(folder.file().parent_path()) << "a file where the folder should be";
        QueueFile file(folder.file());
        file.store(requestsWithSeeds({1}));
        file.flush();
        QVERIFY(file.read().requests.empty());
    }
};

QTEST_GUILESS_MAIN(QueueFileTest)
#include "queue_file_test.moc"
