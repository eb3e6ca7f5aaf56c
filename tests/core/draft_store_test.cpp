// The work in progress outlives a crash.
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include "core/generation/draft_store.h"
#include "core/support/atomic_file.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

GenerationRequest requestOf(std::uint64_t seed)
{
    GenerationRequest request;
    request.mix = Mix::fromWeights({{"red", 1}, {"own", 1}}).value();
    request.colors = {GranuleColor::of("own", {1, 2, 3})};
    request.seed = seed;
    request.guide = Guide::Mix;
    return request;
}

/// Runs in a process of its own, which is killed when it returns.
template <typename Work> void killedAfter(const Work& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
}

class Folder {
public:
    fs::path path() const { return m_home.path().toStdString() + "/drafts"; }

private:
    QTemporaryDir m_home;
};

} // namespace

class DraftStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKilledSessionIsOffered()
    {
        const Folder folder;
        killedAfter([&] {
            auto store = DraftStore::begin(folder.path());
            for (std::uint64_t seed = 1; seed <= 5; ++seed)
                (void)store->save(requestOf(seed));
        });
        const auto drafts = DraftStore::crashedDrafts(folder.path());
        QCOMPARE(drafts.size(), std::size_t{1});
        QVERIFY(drafts.front().request == requestOf(5));
        QCOMPARE(drafts.front().saved.size(), std::size_t{20});
        QVERIFY(fs::exists(drafts.front().session / "draft.2.json"));
        QVERIFY(!fs::exists(drafts.front().session / "draft.3.json"));
        DraftStore::discardCrashed(folder.path());
        QVERIFY(DraftStore::crashedDrafts(folder.path()).empty());
        QVERIFY(fs::is_empty(folder.path()));
    }

    void aSessionThatRunsOrEndedIsNot()
    {
        const Folder folder;
        auto running = DraftStore::begin(folder.path());
        QVERIFY(running);
        QVERIFY(running->save(requestOf(1)));
        QVERIFY(DraftStore::crashedDrafts(folder.path()).empty());
        DraftStore::discardCrashed(folder.path());
        QVERIFY(fs::exists(running->session() / "draft.json"));
        DraftStore moved = std::move(*running);
        QVERIFY(moved.save(requestOf(2)));
        QVERIFY(DraftStore::crashedDrafts(folder.path()).empty());
        moved.end();
        QVERIFY(moved.save(requestOf(3))); // nothing to do any more
        QVERIFY(DraftStore::crashedDrafts(folder.path()).empty());
        QVERIFY(fs::is_empty(folder.path()));
    }

    void withoutAnEndItCountsAsCrashed()
    {
        const Folder folder;
        {
            auto store = DraftStore::begin(folder.path());
            QVERIFY(store->save(requestOf(1)));
        }
        QCOMPARE(DraftStore::crashedDrafts(folder.path()).size(), std::size_t{1});
    }

    void damagedGenerationsAreSkipped_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"saved\": \"2026-11-21T14:32:05Z\", \"requ");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no request") << QByteArray("{\"saved\": \"2026\"}");
        QTest::newRow("no mix") << QByteArray("{\"request\": {\"seed\": 1}}");
        QTest::newRow("a wrong sum")
            << QByteArray("{\"request\": {\"mix\": [{\"color\": \"red\", \"percent\": 90}]}}");
        QTest::newRow("zeros") << QByteArray(500, '\0');
    }

    void damagedGenerationsAreSkipped()
    {
        QFETCH(QByteArray, content);
        const Folder folder;
        fs::path session;
        {
            auto store = DraftStore::begin(folder.path());
            session = store->session();
            for (std::uint64_t seed = 1; seed <= 3; ++seed)
                QVERIFY(store->save(requestOf(seed)));
        }
        QVERIFY(writeFileAtomically(session / "draft.json", content.toStdString()));
        QCOMPARE(DraftStore::crashedDrafts(folder.path()).front().request.seed, std::uint64_t{2});
        fs::remove(session / "draft.1.json");
        QCOMPARE(DraftStore::crashedDrafts(folder.path()).front().request.seed, std::uint64_t{1});
        QVERIFY(writeFileAtomically(session / "draft.2.json", content.toStdString()));
        QVERIFY(DraftStore::crashedDrafts(folder.path()).empty());
        DraftStore::discardCrashed(folder.path());
        QVERIFY(!fs::exists(session));
    }

    void anEqualDraftIsSavedOnce()
    {
        const Folder folder;
        auto store = DraftStore::begin(folder.path());
        for (int i = 0; i < 4; ++i)
            QVERIFY(store->save(requestOf(1)));
        QVERIFY(fs::exists(store->session() / "draft.json"));
        QVERIFY(!fs::exists(store->session() / "draft.1.json"));
        store->end();
    }

    void killsAtAnyMomentLeaveADraft()
    {
        const Folder folder;
        for (int i = 0; i < 20; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                auto store = DraftStore::begin(folder.path());
                std::ofstream(folder.path() / ".ready");
                for (std::uint64_t seed = 1;; ++seed)
                    (void)store->save(requestOf(seed));
            }
            QTRY_VERIFY(fs::exists(folder.path() / ".ready"));
            QTest::qWait(1 + i * 2);
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            fs::remove(folder.path() / ".ready");
            for (const SavedDraft& draft : DraftStore::crashedDrafts(folder.path()))
                QVERIFY(draft.request == requestOf(draft.request.seed));
            bool hasDraft = false;
            for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
                hasDraft |= entry.path().filename().string().starts_with("draft")
                    && entry.path().filename() != "draft.new.json";
            QCOMPARE(!DraftStore::crashedDrafts(folder.path()).empty(), hasDraft);
            DraftStore::discardCrashed(folder.path());
        }
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        const auto store = DraftStore::begin("/proc/none");
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::CannotWrite);
        QVERIFY(DraftStore::crashedDrafts("/proc/none").empty());
    }
};

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "draft_store_test.moc"
