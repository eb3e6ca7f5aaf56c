#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <mutex>

#include "core/support/paths.h"
#include "ui/models/adapter_rows.h"
#include "ui/models/device_chooser.h"
#include "ui/models/model_dialog.h"
#include "ui/models/model_editor.h"
#include "ui/models/model_line.h"
#include "ui/models/model_summary.h"
#include "ui/models/prompt_editor.h"
#include "ui/models/sampling_editor.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
namespace fs = std::filesystem;

namespace {

std::uint64_t gigabytes(double count)
{
    return static_cast<std::uint64_t>(count * 1e9);
}

std::vector<DeviceOption> devices()
{
    return {{{DeviceChoice::Kind::Cpu, {}}, "CPU", gigabytes(64), gigabytes(40),
                Precision::BFloat16, false},
        {{DeviceChoice::Kind::Cuda, 0}, "Card", gigabytes(12), gigabytes(5), Precision::Float16,
            true}};
}

ModelReport sdxl(const ModelChoice& choice)
{
    ModelReport report;
    PartReport unet;
    unet.name = "unet";
    unet.parameters = 2'567'463'684;
    unet.bytes = 5'134'000'000;
    unet.dtypes = {"F16"};
    report.parts = {unet};
    report.working = {83'653'863, true, 8000, 512, 640, 1024 * 1024, 8};
    for (const LoraChoice& lora : choice.profile.loras) {
        LoraReport found;
        found.file = lora.file;
        found.modules = 577;
        found.rank = 32;
        found.format = "kohya";
        const bool isForeign = lora.file.find("foreign") != std::string::npos;
        (isForeign ? found.unmatched : found.matched).assign(577, "module");
        report.loras.push_back(found);
    }
    for (const EmbeddingChoice& embedding : choice.profile.embeddings)
        report.embeddings.push_back({embedding.file, 2, 768, 1280, {"<s0>", "<s1>"}, {}});
    return report;
}

/// Looks into models as told, and remembers what it was asked.
class FakeInspector {
public:
    ModelServices services()
    {
        return {[this](const ModelChoice& choice, const std::stop_token& stop) {
                    return inspect(choice, stop);
                },
            &devices};
    }
    std::size_t calls() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked.size();
    }
    ModelChoice last() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked.back();
    }

    std::string holdAt; ///< a model of this name is looked into until it is told to stop
    std::atomic<int> stopped{0};

private:
    Expected<ModelReport> inspect(const ModelChoice& choice, const std::stop_token& stop)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_asked.push_back(choice);
        }
        const std::string name = fs::path(choice.model).filename().string();
        while (!holdAt.empty() && name == holdAt) {
            if (stop.stop_requested()) {
                ++stopped;
                return fail(ErrorKind::Cancelled, "Stopped.");
            }
            QThread::msleep(2);
        }
        if (name == "broken")
            return fail(ErrorKind::BadData, "broken is no model.");
        return sdxl(choice);
    }

    mutable std::mutex m_mutex;
    std::vector<ModelChoice> m_asked;
};

Mix mix()
{
    return *Mix::create({{"red", 500}, {"black", 500}});
}

ModelChoice starter()
{
    ModelChoice choice;
    choice.model = starterModelFolder().string();
    choice.profile = *ModelProfile::load(choice.model);
    return choice;
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->path().toLocal8Bit());
        fs::create_directories(path("sdxl"));
        fs::create_directories(path("broken"));
    }

    void startsWithTheModelInUse()
    {
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        QAbstractItemModelTester tester(dialog.list()->model());
        QCOMPARE(dialog.list()->count(), 1);
        QVERIFY(!dialog.removeButton()->isEnabled());
        QVERIFY(!dialog.useButton()->isEnabled());
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        QVERIFY(dialog.editor()->summary()->findings().isEmpty());
        dialog.removeModel();
        QCOMPARE(dialog.list()->count(), 1);
    }

    void addsConfiguresAndChooses()
    {
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        dialog.addModel(toQString(path("sdxl").string()));
        QCOMPARE(dialog.list()->count(), 2);
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        ModelEditor& editor = *dialog.editor();
        QTest::keyClicks(editor.nameField(), QStringLiteral("SDXL 1.0"));
        QCOMPARE(dialog.list()->item(1)->text(), QStringLiteral("SDXL 1.0"));
        editor.adapters()->addLora(QStringLiteral("/loras/rubber-tile-v4.safetensors"));
        editor.adapters()->scaleBox(0)->setValue(0.7);
        editor.adapters()->addEmbedding(QStringLiteral("/loras/tokens.safetensors"));
        QTRY_VERIFY(editor.adapters()->loraNote(0)->text().contains(QLatin1String("577 of 577")));
        QVERIFY(editor.adapters()->embeddingNote(0)->text().contains(QLatin1String("768 + 1280")));
        editor.prompt()->triggerField()->selectAll();
        QTest::keyClicks(editor.prompt()->triggerField(), QStringLiteral("granules"));
        QVERIFY(editor.prompt()->example()->text().startsWith(
            QLatin1String("granules <s0><s1>, 50% red, 50% black")));
        editor.prompt()->negativeBox()->setChecked(false);
        editor.sampling()->stepsBox(3)->setValue(40);
        editor.device()->deviceBox()->setCurrentIndex(1);

        QSignalSpy chosen(&dialog, &ModelDialog::modelChosen);
        ModelChoice choice;
        connect(&dialog, &ModelDialog::modelChosen, this,
            [&](const ModelChoice& given) { choice = given; });
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        dialog.useButton()->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(choice.model, path("sdxl").string());
        QCOMPARE(choice.profile.loras[0].scale, 0.7);
        QCOMPARE(choice.profile.presetFor(3).steps, 40);
        QCOMPARE(choice.profile.presetFor(2).steps, 25);
        QVERIFY(!choice.profile.negative);
        QVERIFY(choice.device.kind == DeviceChoice::Kind::Cpu);
        // All of it is kept.
        QCOMPARE(*ModelProfile::load(path("sdxl")), choice.profile);
        const auto list = *ModelList::load(listFile());
        QCOMPARE(list.current().path, choice.model);
        QCOMPARE(list.current().name, std::string("SDXL 1.0"));
        QVERIFY(list.current().device == choice.device);
        ModelDialog again(inspector.services(), listFile(), starter(), mix());
        QCOMPARE(again.list()->item(1)->text(), QStringLiteral("SDXL 1.0"));
    }

    void cancellingKeepsNothing()
    {
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        dialog.addModel(toQString(path("sdxl").string()));
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        dialog.editor()->adapters()->addLora(QStringLiteral("/a.safetensors"));
        dialog.reject();
        QVERIFY(!fs::exists(listFile()));
        QVERIFY(!fs::exists(path("sdxl") / "tilewright.json"));
    }

    void whatWasNotTouchedStaysToTheDigit()
    {
        FakeInspector inspector;
        ModelChoice choice = starter();
        choice.profile.presets = {{1, 20, 7.123456}, {4, 30, 8.25}};
        choice.profile.guide = GuidePreset{0.43219, 0.5, 1, 20, 1.01};
        choice.profile.granuleMillimetres = 7.77;
        ModelEditor editor(mix());
        editor.setChoice(choice, true);
        QCOMPARE(editor.choice().profile.guide, choice.profile.guide);
        QCOMPARE(editor.choice().profile, choice.profile);
        editor.sampling()->strengthBox()->setValue(0.5);
        QCOMPARE(editor.choice().profile.guide->strength, 0.5);
        QCOMPARE(editor.choice().profile.guide->guidance, 1.01);
    }

    void scaleHoldsWhenTheSizeChanges()
    {
        SamplingEditor editor;
        ModelProfile profile = ModelProfile::defaults();
        editor.setProfile(profile);
        QCOMPARE(editor.extentBox()->value(), 500.0);
        editor.widthBox()->setValue(512);
        QCOMPARE(editor.extentBox()->value(), 250.0);
        editor.writeTo(profile);
        QCOMPARE(profile.millimetresPerPixel, 500.0 / 1024);
        editor.extentBox()->setValue(300);
        editor.writeTo(profile);
        QCOMPARE(profile.millimetresPerPixel, 300.0 / 512);
    }

    void foreignLorasAreWarnedOf()
    {
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        AdapterRows* adapters = dialog.editor()->adapters();
        adapters->addLora(QStringLiteral("/loras/foreign.safetensors"));
        QTRY_COMPARE(dialog.editor()->summary()->findings().size(), 1);
        QVERIFY(adapters->loraNote(0)->text().contains(QLatin1String("0 of 577")));
        QVERIFY(!adapters->loraNote(0)->toolTip().isEmpty());
        QVERIFY(!dialog.useButton()->isEnabled());
        adapters->removeLora(0);
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        QVERIFY(dialog.editor()->summary()->findings().isEmpty());
    }

    void staleResultsAreDropped()
    {
        FakeInspector inspector;
        inspector.holdAt = "sdxl";
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        dialog.addModel(toQString(path("sdxl").string()));
        QTRY_COMPARE(fs::path(inspector.last().model).filename().string(), std::string("sdxl"));
        QVERIFY(dialog.inspection().isBusy());
        QVERIFY(!dialog.useButton()->isEnabled());
        dialog.select(0);
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        QCOMPARE(inspector.stopped.load(), 1);
        QVERIFY(dialog.editor()->summary()->findings().isEmpty());
    }

    void slowLookCanBeStopped()
    {
        FakeInspector inspector;
        inspector.holdAt = "sdxl";
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        dialog.addModel(toQString(path("sdxl").string()));
        QTRY_VERIFY(inspector.calls() > 0 && fs::path(inspector.last().model).filename() == "sdxl");
        dialog.editor()->summary()->stopButton()->click();
        QVERIFY(!dialog.inspection().isBusy());
        QTRY_COMPARE(inspector.stopped.load(), 1);
        QCOMPARE(dialog.editor()->summary()->findings().size(), 1);
        QVERIFY(!dialog.useButton()->isEnabled());
    }

    void closingWhileLookingDoesNotHang()
    {
        FakeInspector inspector;
        inspector.holdAt = "sdxl";
        {
            ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
            dialog.addModel(toQString(path("sdxl").string()));
            QTRY_VERIFY(
                inspector.calls() > 0 && fs::path(inspector.last().model).filename() == "sdxl");
        }
        QCOMPARE(inspector.stopped.load(), 1);
    }

    void failuresAreTold()
    {
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        dialog.addModel(toQString(path("broken").string()));
        QTRY_COMPARE(dialog.editor()->summary()->findings(),
            QStringList{QStringLiteral("broken is no model.")});
        QVERIFY(!dialog.useButton()->isEnabled());
        QVERIFY(dialog.list()
                    ->item(1)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("cannot be used")));
        std::ofstream(path("sdxl") / "tilewright.json") << R"({"width": "wide"})";
        dialog.addModel(toQString(path("sdxl").string()));
        QTRY_COMPARE(dialog.editor()->summary()->findings().size(), 1);
        QTRY_VERIFY(dialog.editor()->summary()->findings()[0].contains(QLatin1String("width")));
        QVERIFY(!dialog.editor()->adapters()->isEnabled());
    }

    void movedModelsAreFoundAgain()
    {
        ModelList list;
        list.put({path("gone").string(), "Granules 4", {}, Precision::Auto});
        QVERIFY(list.save(listFile()));
        ModelProfile profile = ModelProfile::defaults();
        profile.name = "Granules 4";
        QVERIFY(profile.save(path("gone")));
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        QCOMPARE(dialog.list()->item(1)->text(), QStringLiteral("Granules 4"));
        QTRY_VERIFY(dialog.list()
                        ->item(1)
                        ->data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QLatin1String("cannot be found")));
        dialog.select(1);
        QTRY_VERIFY(!dialog.inspection().isBusy());
        QVERIFY(!dialog.editor()->locateButton()->isHidden());
        dialog.relocate(toQString(path("sdxl").string()));
        QVERIFY(dialog.editor()->locateButton()->isHidden());
        QTRY_VERIFY(dialog.useButton()->isEnabled());
        dialog.accept();
        QCOMPARE(ModelProfile::load(path("sdxl"))->name, std::string("Granules 4"));
        QCOMPARE(ModelList::load(listFile())->current().path, path("sdxl").string());
    }

    void damagedListIsPutAside()
    {
        std::ofstream(listFile()) << "{";
        FakeInspector inspector;
        ModelDialog dialog(inspector.services(), listFile(), starter(), mix());
        QVERIFY(!dialog.problem()->text().isEmpty());
        QCOMPARE(dialog.list()->count(), 1);
        QVERIFY(fs::exists(listFile().string() + ".damaged"));
    }

    void memoryIsWarnedOfButNotForbidden()
    {
        DeviceChooser chooser;
        chooser.setChoice({}, Precision::Auto);
        chooser.setDevices(devices());
        QVERIFY(chooser.memory()->text().isEmpty());
        chooser.setModel(sdxl({}), 1024, 1024);
        QVERIFY(chooser.memory()->text().contains(QLatin1String("Only")));
        QCOMPARE(chooser.memory()->property("kind").toString(), QStringLiteral("problem"));
        chooser.deviceBox()->setCurrentIndex(1);
        QVERIFY(chooser.device().kind == DeviceChoice::Kind::Cpu);
        QVERIFY(chooser.memory()->text().contains(QLatin1String("are free")));
        QCOMPARE(chooser.memory()->property("kind").toString(), QStringLiteral("caption"));
        QVERIFY(chooser.precisionBox()->itemText(0).contains(QLatin1String("bfloat16")));
        chooser.setChoice({DeviceChoice::Kind::Cuda, 3}, Precision::Float32);
        QCOMPARE(toText(chooser.device()), std::string("cuda:3"));
        QVERIFY(chooser.memory()->text().contains(QLatin1String("not there")));
    }

    void lineTellsModelAdaptersAndDevice()
    {
        FakeInspector inspector;
        ModelLine line(inspector.services());
        ModelChoice choice = starter();
        choice.profile.name = "SDXL 1.0";
        choice.profile.loras = {{"/loras/rubber-tile-v4.safetensors", 0.7}};
        choice.device.kind = DeviceChoice::Kind::Cpu;
        line.setModel(choice);
        QTRY_COMPARE(line.fullText(),
            QStringLiteral("SDXL 1.0 + rubber-tile-v4 · 577 of 577 LoRA modules · cpu, bfloat16"));
        choice.profile.loras[0].file = "/loras/foreign.safetensors";
        line.setModel(choice);
        QTRY_VERIFY(line.fullText().contains(QLatin1String("cannot be used")));
        QVERIFY(line.toolTip().contains(QLatin1String("trained on another one")));
        QSignalSpy pressed(&line, &QPushButton::clicked);
        QTest::keyClick(&line, Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
    }

private:
    fs::path path(const char* name) const
    {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    fs::path listFile() const { return path("models.json"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
