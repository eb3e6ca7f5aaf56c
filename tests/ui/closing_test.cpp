// The window closed, and a tile cancelled, in each phase of its making.
#include <QApplication>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <algorithm>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/gallery/seed_strip.h"
#include "ui/jobs/progress_strip.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"

using namespace tilewright;
using namespace tilewright::ui;
using namespace std::chrono_literals;
using tilewright::test::StudioFixture;

namespace {

/// Goes through all phases of a guided tile and stays in one until it is stopped.
class Staying : public Generator {
public:
    explicit Staying(Phase phase) : m_phase(phase) { }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        for (const Phase phase :
            {Phase::Load, Phase::Encode, Phase::Denoise, Phase::Decode, Phase::Measure}) {
            observer(PhaseBegan{phase, 2});
            if (phase != m_phase) {
                observer(Progress{phase, 2, 2, {}});
                continue;
            }
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any never;
            never.wait(lock, stop, [] { return false; });
            return fail(ErrorKind::Cancelled, "Cancelled.");
        }
        return Tile{test::FakeGenerator::picture(request, 64, 64), request, {}};
    }

private:
    const Phase m_phase;
};

void addPhases()
{
    QTest::addColumn<int>("phase");
    for (const Phase phase :
        {Phase::Load, Phase::Encode, Phase::Denoise, Phase::Decode, Phase::Measure, Phase::Save})
        QTest::newRow(std::string(toText(phase)).c_str()) << static_cast<int>(phase);
}

} // namespace

class ClosingTest : public QObject {
    Q_OBJECT

    struct Ends {
        explicit Ends(GenerationController& jobs)
            : finished(&jobs, &GenerationController::finished)
            , failed(&jobs, &GenerationController::failed)
            , cancelled(&jobs, &GenerationController::cancelled)
        {
        }
        QSignalSpy finished, failed, cancelled;
    };

    /// Opens a window whose first tile of three stays in a phase.
    static void begin(StudioWindow& window, Phase phase)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.settings()->countBox()->setValue(3);
        QSignalSpy status(&window.jobs(), &GenerationController::statusChanged);
        window.generate();
        QTRY_VERIFY(std::any_of(status.begin(), status.end(), [phase](const QVariantList& told) {
            return told[0].value<JobStatus>().phase == phase;
        }));
    }

    static StudioContext contextFor(const StudioFixture& fixture, Phase phase)
    {
        StudioContext context = fixture.context();
        context.generator = [phase] { return std::make_unique<Staying>(phase); };
        return context;
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void cancelledInEachPhase_data() { addPhases(); }

    void cancelledInEachPhase()
    {
        QFETCH(int, phase);
        const StudioFixture fixture;
        StudioWindow window(contextFor(fixture, static_cast<Phase>(phase)));
        const Ends ends(window.jobs());
        begin(window, static_cast<Phase>(phase));
        window.cancel();
        // Saving is over before anything could be read.
        if (static_cast<Phase>(phase) != Phase::Save)
            QVERIFY(window.progress()->text().startsWith(QStringLiteral("Stopping")));
        QTRY_VERIFY(!window.jobs().isBusy());
        QCOMPARE(ends.finished.count() + ends.cancelled.count(), 3);
        QCOMPARE(ends.failed.count(), 0);
        // What is being saved is kept, and shows.
        QCOMPARE(ends.finished.count() > 0, static_cast<Phase>(phase) == Phase::Save);
        QTRY_COMPARE(window.strip()->model().rowCount(), int(ends.finished.count()));
        QVERIFY(!window.progress()->isVisible());
    }

    void closedInEachPhase_data() { addPhases(); }

    void closedInEachPhase()
    {
        QFETCH(int, phase);
        const StudioFixture fixture;
        {
            StudioWindow window(contextFor(fixture, static_cast<Phase>(phase)));
            const Ends ends(window.jobs());
            begin(window, static_cast<Phase>(phase));
            window.close();
            QTRY_VERIFY(!window.isVisible());
            QVERIFY(!window.jobs().isBusy());
            QCOMPARE(ends.finished.count() + ends.cancelled.count(), 3);
        }
        // Nothing half is left behind.
        std::error_code none;
        for (const auto& file : std::filesystem::directory_iterator(fixture.tileFolder(), none))
            if (file.path().filename() != ".tilewright")
                QVERIFY2(loadTile(file.path()), file.path().c_str());
    }

    void destroyedInEachPhase_data() { addPhases(); }

    void destroyedInEachPhase()
    {
        QFETCH(int, phase);
        const StudioFixture fixture;
        {
            StudioWindow window(contextFor(fixture, static_cast<Phase>(phase)));
            begin(window, static_cast<Phase>(phase));
        }
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(ClosingTest)
#include "closing_test.moc"
