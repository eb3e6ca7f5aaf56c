// The local engine behind the job queue: cancelled in each phase, and its model files removed,
// replaced or cut short while jobs run and wait.
#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <fstream>

#include "core/generation/job_queue.h"
#include "core/support/paths.h"
#include "inference/pipeline/torch_generator.h"
#include "support/job_fixtures.h"

using namespace tilewright;
using namespace tilewright::inference;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

GenerationRequest requestFor(const fs::path& model)
{
    const auto mix = Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
    auto request
        = GenerationRequest::forMix(ModelProfile::load(model).value(), model.string(), *mix);
    request.width = request.height = 128;
    request.seed = 11;
    request.attempts = 1;
    request.steps = 6;
    request.device.kind = DeviceChoice::Kind::Cpu;
    return request;
}

GeneratorFactory torchFactory()
{
    return [] { return makeTorchGenerator({1, 1}); };
}

/// A copy of the starter model that a test may spoil.
struct ModelCopy {
    QTemporaryDir folder;
    fs::path path = fs::path(folder.path().toStdString()) / "model";
    ModelCopy()
    {
        fs::copy(starterModelFolder(), path, fs::copy_options::recursive);
        for (const auto& entry : fs::recursive_directory_iterator(path))
            fs::permissions(entry, fs::perms::owner_write, fs::perm_options::add);
    }
    fs::path denoiser() const { return path / "unet/diffusion_pytorch_model.safetensors"; }
};

bool isBeginOf(const GenerationEvent& event, Phase phase)
{
    const auto* began = std::get_if<PhaseBegan>(&event);
    return began && began->phase == phase;
}

enum class Spoiled { Removed, Replaced, CutShort };

void spoil(const ModelCopy& model, Spoiled how)
{
    switch (how) {
    case Spoiled::Removed:
        fs::remove_all(model.path);
        break;
    case Spoiled::Replaced: {
        const fs::path other = model.path / "unet/other";
        std::ofstream(other) << "no model";
        fs::rename(other, model.denoiser());
        break;
    }
    case Spoiled::CutShort:
        fs::resize_file(model.denoiser(), 4096);
        break;
    }
}

} // namespace

class JobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancelledInEachPhase_data()
    {
        QTest::addColumn<int>("phase");
        for (const Phase phase : {Phase::Load, Phase::Encode, Phase::Denoise, Phase::Decode,
                 Phase::Measure, Phase::Save})
            QTest::newRow(std::string(toText(phase)).c_str()) << static_cast<int>(phase);
    }

    void cancelledInEachPhase()
    {
        QFETCH(const int, phase);
        EventRecorder recorder;
        JobQueue* running = nullptr;
        bool wasAccepted = false;
        recorder.onEvent = [&](JobId job, const GenerationEvent& event) {
            if (job == 1 && isBeginOf(event, static_cast<Phase>(phase)))
                wasAccepted = running->cancel(job);
        };
        int saved = 0;
        const auto save = [&saved](const Tile& tile) {
            ++saved;
            return savedSomewhere(tile);
        };
        JobQueue queue(torchFactory(), save, recorder.observer());
        running = &queue;
        const auto jobs = queue.submitBatch(requestFor(starterModelFolder()), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        const bool isSaving = static_cast<Phase>(phase) == Phase::Save;
        QCOMPARE(wasAccepted, !isSaving);
        if (isSaving)
            recorder.end<Finished>(jobs[0]); // too late: it is kept
        else
            recorder.end<Cancelled>(jobs[0]);
        recorder.end<Finished>(jobs[1]); // the engine works on
        QCOMPARE(saved, isSaving ? 2 : 1);
        // No phase begins after the one it was cancelled in, but for one step at most.
        const auto events = recorder.events().at(jobs[0]);
        const auto cancelled = std::find_if(events.begin(), events.end(),
            [&](const auto& event) { return isBeginOf(event, static_cast<Phase>(phase)); });
        QVERIFY(
            isSaving || std::none_of(cancelled + 1, events.end(), [](const GenerationEvent& event) {
                return std::holds_alternative<PhaseBegan>(event);
            }));
    }

    /// While the model is being loaded the file that goes is either read to its end or an error;
    /// the program goes on in any case.
    void spoiledWhileLoading_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("removed") << int(Spoiled::Removed);
        QTest::newRow("replaced") << int(Spoiled::Replaced);
        QTest::newRow("cut short") << int(Spoiled::CutShort);
    }

    void spoiledWhileLoading()
    {
        QFETCH(const int, how);
        const ModelCopy model;
        EventRecorder recorder;
        bool isSpoiled = false;
        recorder.onEvent = [&](JobId, const GenerationEvent& event) {
            const auto* progress = std::get_if<Progress>(&event);
            if (!isSpoiled && progress && progress->phase == Phase::Load) {
                isSpoiled = true;
                spoil(model, static_cast<Spoiled>(how));
            }
        };
        JobQueue queue(torchFactory(), {}, recorder.observer());
        const JobId job = queue.submit(requestFor(model.path)).value();
        const JobId good = queue.submit(requestFor(starterModelFolder())).value();
        queue.waitUntilIdle();
        QVERIFY(isSpoiled);
        QVERIFY(recorder.isOrderly());
        recorder.end<Finished>(good);
        const GenerationEvent end = recorder.events().at(job).back();
        if (const auto* failed = std::get_if<Failed>(&end)) {
            QCOMPARE(failed->error.kind, ErrorKind::BadData);
            QVERIFY(failed->error.message.size() > 20);
        } else {
            // Open files outlive their names; only one that is cut short is lost.
            QVERIFY(std::holds_alternative<Finished>(end));
            QVERIFY(static_cast<Spoiled>(how) != Spoiled::CutShort);
        }
    }

    /// What is in memory is used; only a job that has to load again sees that the files are gone.
    void spoiledUnderARunningAndAWaitingJob_data() { spoiledWhileLoading_data(); }

    void spoiledUnderARunningAndAWaitingJob()
    {
        QFETCH(const int, how);
        const ModelCopy model;
        EventRecorder recorder;
        bool isSpoiled = false;
        recorder.onEvent = [&](JobId, const GenerationEvent& event) {
            if (!isSpoiled && isBeginOf(event, Phase::Denoise)) {
                isSpoiled = true;
                spoil(model, static_cast<Spoiled>(how));
            }
        };
        JobQueue queue(torchFactory(), {}, recorder.observer());
        GenerationRequest request = requestFor(model.path);
        request.precision = Precision::Float32;
        auto otherPrecision = request; // needs the weights anew
        otherPrecision.precision = Precision::BFloat16;
        const auto jobs
            = queue.submitAll({request, request, otherPrecision, requestFor(starterModelFolder())})
                  .value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Finished>(jobs[0]);
        recorder.end<Finished>(jobs[1]);
        QCOMPARE(recorder.end<Failed>(jobs[2]).error.kind, ErrorKind::BadData);
        recorder.end<Finished>(jobs[3]);
    }
};

QTEST_GUILESS_MAIN(JobTest)
#include "job_test.moc"
