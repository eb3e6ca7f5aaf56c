// The local engine as the rest of the program sees it.
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "core/granule/granule_shader.h"
#include "core/support/paths.h"
#include "inference/device/device.h"
#include "inference/pipeline/inspect.h"
#include "inference/pipeline/torch_generator.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;
namespace fs = std::filesystem;

namespace {

Mix defaultMix()
{
    return *Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
}

GenerationRequest starterRequest(Guide guide = Guide::Mix)
{
    const std::string folder = starterModelFolder().string();
    auto request
        = GenerationRequest::forMix(*ModelProfile::load(folder), folder, defaultMix(), guide);
    request.width = request.height = 128;
    request.seed = 11;
    request.device.kind = DeviceChoice::Kind::Cpu;
    return request;
}

GenerationRequest tinyRequest()
{
    GenerationRequest request;
    request.model = (golden::folder() / "models/sdxl-tiny").string();
    request.prompt = "a tile";
    request.width = request.height = 64;
    request.steps = 4;
    request.device.kind = DeviceChoice::Kind::Cpu;
    request.precision = Precision::Float32;
    return request;
}

struct Recorder {
    std::vector<GenerationEvent> events;
    Generator::Observer observer()
    {
        return [this](const GenerationEvent& event) { events.push_back(event); };
    }
    std::vector<Phase> phases() const
    {
        std::vector<Phase> result;
        for (const auto& event : events) {
            if (const auto* began = std::get_if<PhaseBegan>(&event))
                result.push_back(began->phase);
        }
        return result;
    }
};

/// A copy of the tiny model that a test may damage.
fs::path copyOfTiny(const QTemporaryDir& folder)
{
    const fs::path copy = fs::path(folder.path().toStdString()) / "model";
    fs::copy(golden::folder() / "models/sdxl-tiny", copy, fs::copy_options::recursive);
    return copy;
}

} // namespace

class GeneratorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guidedTileFollowsTheMix();
    void sameRequestSameBytes();
    void tellsPhasesAndSteps();
    void textOnlyIsLabelledAsDraft();
    void cancels_data();
    void cancels();
    void errors_data();
    void errors();
    void notANumberIsAnError();
    void partlyMatchingLoraIsToldOf();
    void recoversAfterAnError();
    void precisionsAgree();
    void inspectsModels();
    void devices();
};

void GeneratorTest::guidedTileFollowsTheMix()
{
    const auto generator = makeTorchGenerator({2, 1});
    auto request = starterRequest();
    request.width = 256;
    request.height = 192;
    const auto tile = generator->generate(request, [](const auto&) {}, {});
    QVERIFY2(tile, tile ? "" : tile.error().message.c_str());
    QCOMPARE(tile->image.width, 256);
    QCOMPARE(tile->image.height, 192);
    QCOMPARE(tile->request, request);
    QVERIFY(!tile->provenance.draft);
    // Block means must stay near those of the granule picture it started from: same layout, same
    // colours.
    const auto palette = Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
    const auto granules = renderGranules(request.granules(), defaultMix(), *palette);
    QVERIFY(granules);
    double difference = 0;
    for (std::size_t i = 0; i < granules->rgb.size(); ++i)
        difference += std::abs(granules->rgb[i] - tile->image.rgb[i]);
    difference /= static_cast<double>(granules->rgb.size());
    QVERIFY2(difference < 25, qPrintable(QString::number(difference)));
    QVERIFY2(difference > 1, "the model changed nothing");
}

void GeneratorTest::sameRequestSameBytes()
{
    const auto request = starterRequest();
    const auto one = makeTorchGenerator({2, 1}), other = makeTorchGenerator({2, 0});
    const auto first = one->generate(request, [](const auto&) {}, {});
    auto changed = request;
    changed.seed = 12;
    const auto between = one->generate(changed, [](const auto&) {}, {});
    const auto again = one->generate(request, [](const auto&) {}, {});
    const auto elsewhere
        = other->generate(request, [](const auto&) {}, {}); // previews must not matter
    QVERIFY(first && between && again && elsewhere);
    QVERIFY(first->image == again->image);
    QVERIFY(first->image == elsewhere->image);
    QVERIFY(!(first->image == between->image));
}

void GeneratorTest::tellsPhasesAndSteps()
{
    const auto generator = makeTorchGenerator({2, 1});
    Recorder recorder;
    const auto request = starterRequest();
    QVERIFY(generator->generate(request, recorder.observer(), {}));
    QCOMPARE(recorder.phases(),
        (std::vector<Phase>{
            Phase::Load, Phase::Encode, Phase::Denoise, Phase::Decode, Phase::Measure}));
    int done = 0, units = 0;
    for (const auto& event : recorder.events) {
        QVERIFY(!isTerminal(event));
        const auto* progress = std::get_if<Progress>(&event);
        if (!progress || progress->phase != Phase::Denoise)
            continue;
        QCOMPARE(progress->done, ++done);
        units = progress->units;
        QCOMPARE(progress->preview.width, request.width / 4);
    }
    QCOMPARE(done, units);
    QCOMPARE(units, static_cast<int>(request.steps * request.strength));
}

void GeneratorTest::textOnlyIsLabelledAsDraft()
{
    auto request = starterRequest(Guide::None);
    request.steps = 2;
    const auto tile = makeTorchGenerator({2, 0})->generate(request, [](const auto&) {}, {});
    QVERIFY(tile);
    QVERIFY(tile->provenance.draft);
    QVERIFY(tile->provenance.seconds > 0);
    QCOMPARE(tile->provenance.device, std::string("cpu"));
}

void GeneratorTest::cancels_data()
{
    QTest::addColumn<int>("phase");
    QTest::newRow("while loading") << static_cast<int>(Phase::Load);
    QTest::newRow("while encoding") << static_cast<int>(Phase::Encode);
    QTest::newRow("while denoising") << static_cast<int>(Phase::Denoise);
}

void GeneratorTest::cancels()
{
    QFETCH(const int, phase);
    std::stop_source stop;
    int after = 0;
    const auto observer = [&](const GenerationEvent& event) {
        after += stop.stop_requested() && std::holds_alternative<Progress>(event)
            && std::get<Progress>(event).phase == Phase::Denoise;
        const auto* began = std::get_if<PhaseBegan>(&event);
        if (began && static_cast<int>(began->phase) == phase)
            stop.request_stop();
    };
    const auto generator = makeTorchGenerator({2, 1});
    const auto tile = generator->generate(tinyRequest(), observer, stop.get_token());
    QVERIFY(!tile);
    QCOMPARE(tile.error().kind, ErrorKind::Cancelled);
    QVERIFY(after <= 1);
    QVERIFY(generator->generate(tinyRequest(), [](const auto&) {}, {})); // and works again
}

void GeneratorTest::errors_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* what, ErrorKind kind) {
        QTest::newRow(what) << what << static_cast<int>(kind);
    };
    row("no such folder", ErrorKind::BadData);
    row("no model", ErrorKind::BadData);
    row("truncated weights", ErrorKind::BadData);
    row("missing part", ErrorKind::BadData);
    row("config of another model", ErrorKind::BadData);
    row("config is not JSON", ErrorKind::BadData);
    row("absurd config", ErrorKind::BadData);
    row("LoRA that does not exist", ErrorKind::BadData);
    row("LoRA as model", ErrorKind::BadData);
    row("size", ErrorKind::Usage);
    if (deviceReport().cuda.empty())
        row("no GPU", ErrorKind::DeviceUnavailable);
}

void GeneratorTest::errors()
{
    QFETCH(const QString, what);
    QFETCH(const int, kind);
    const QTemporaryDir folder;
    const fs::path model = copyOfTiny(folder);
    auto request = tinyRequest();
    request.model = model.string();
    const auto rewrite = [](const fs::path& path, const auto& change) {
        std::ifstream in(path);
        std::string text((std::istreambuf_iterator<char>(in)), {});
        change(text);
        fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
        std::ofstream(path) << text;
    };
    if (what == QLatin1String("no such folder"))
        request.model = (model / "absent").string();
    else if (what == QLatin1String("no model"))
        request.model = (model / "unet").string();
    else if (what == QLatin1String("truncated weights"))
        fs::resize_file(model / "unet/diffusion_pytorch_model.safetensors", 100'000);
    else if (what == QLatin1String("missing part"))
        fs::remove_all(model / "vae");
    else if (what == QLatin1String("config of another model"))
        rewrite(model / "unet/config.json",
            [](std::string& text) { text.replace(text.find("160"), 3, "192"); });
    else if (what == QLatin1String("config is not JSON"))
        rewrite(model / "vae/config.json", [](std::string& text) { text.resize(20); });
    else if (what == QLatin1String("absurd config"))
        rewrite(model / "text_encoder/config.json", [](std::string& text) {
            const auto at = text.find("\"hidden_size\": ") + 15;
            text.insert(at, "9999999");
        });
    else if (what == QLatin1String("LoRA that does not exist"))
        request.loras = {{"absent.safetensors", 1.0}};
    else if (what == QLatin1String("LoRA as model"))
        request.model = (golden::folder() / "lora/lora-kohya.safetensors").string();
    else if (what == QLatin1String("size"))
        request.width = 100;
    else if (what == QLatin1String("no GPU"))
        request.device.kind = DeviceChoice::Kind::Cuda;
    const auto tile = makeTorchGenerator({2, 0})->generate(request, [](const auto&) {}, {});
    QVERIFY(!tile);
    QVERIFY2(static_cast<int>(tile.error().kind) == kind, tile.error().message.c_str());
    QVERIFY(tile.error().message.size() > 20);
}

void GeneratorTest::notANumberIsAnError()
{
    // A VAE whose last bias is not a number would give a black picture.
    const QTemporaryDir folder;
    const fs::path model = copyOfTiny(folder);
    const fs::path file = model / "vae/diffusion_pytorch_model.safetensors";
    std::uint64_t position = 0;
    {
        const auto weights = SafetensorsFile::open(file);
        QVERIFY(weights);
        std::ifstream in(file, std::ios::binary);
        std::uint64_t header = 0;
        in.read(reinterpret_cast<char*>(&header), 8);
        position = 8 + header + weights->find("decoder.conv_out.bias")->begin;
        QCOMPARE(weights->find("decoder.conv_out.bias")->dtype, DType::F16);
    }
    fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(position));
    out.write("\x00\x7e", 2); // a NaN in float16
    out.close();
    auto request = tinyRequest();
    request.model = model.string();
    const auto tile = makeTorchGenerator({2, 0})->generate(request, [](const auto&) {}, {});
    QVERIFY(!tile);
    QCOMPARE(tile.error().kind, ErrorKind::Internal);
    QVERIFY(tile.error().message.find("no numbers") != std::string::npos);
}

void GeneratorTest::partlyMatchingLoraIsToldOf()
{
    auto request = tinyRequest();
    request.loras
        = {{(golden::folder() / "lora/lora-partial-unmatched.safetensors").string(), 1.0}};
    request.prompt = "tile <s0>";
    Recorder recorder;
    QVERIFY(makeTorchGenerator({2, 0})->generate(request, recorder.observer(), {}));
    std::vector<std::string> notices;
    for (const auto& event : recorder.events) {
        if (const auto* notice = std::get_if<Notice>(&event))
            notices.push_back(notice->message);
    }
    QCOMPARE(notices.size(), std::size_t{2});
    QVERIFY(notices[0].find("153 of 156") != std::string::npos);
    QVERIFY(notices[1].find("<s0>") != std::string::npos);
}

void GeneratorTest::recoversAfterAnError()
{
    const auto generator = makeTorchGenerator({2, 0});
    const auto good = generator->generate(tinyRequest(), [](const auto&) {}, {});
    auto request = tinyRequest();
    request.model = "/absent";
    QVERIFY(!generator->generate(request, [](const auto&) {}, {}));
    const auto again = generator->generate(tinyRequest(), [](const auto&) {}, {});
    QVERIFY(good && again);
    QVERIFY(good->image == again->image);
}

void GeneratorTest::precisionsAgree()
{
    auto request = starterRequest();
    request.precision = Precision::Float32;
    const auto generator = makeTorchGenerator({2, 0});
    const auto exact = generator->generate(request, [](const auto&) {}, {});
    request.precision = Precision::BFloat16;
    const auto rough = generator->generate(request, [](const auto&) {}, {});
    QVERIFY(exact && rough);
    QCOMPARE(rough->provenance.precision, std::string("bfloat16"));
    double difference = 0;
    for (std::size_t i = 0; i < exact->image.rgb.size(); ++i)
        difference += std::abs(exact->image.rgb[i] - rough->image.rgb[i]);
    difference /= static_cast<double>(exact->image.rgb.size());
    QVERIFY2(difference < 4, qPrintable(QString::number(difference)));
}

void GeneratorTest::inspectsModels()
{
    const auto starter = inspectModel(starterModelFolder());
    QVERIFY(starter);
    QVERIFY(starter->complete());
    QCOMPARE(starter->parts.size(), std::size_t{7});
    QCOMPARE(*recognise(starterModelFolder()), ModelKind::Model);
    QCOMPARE(*recognise(golden::folder() / "lora/lora-peft.safetensors"), ModelKind::Lora);
    QCOMPARE(
        *recognise(golden::folder() / "lora/ti-clip_l-clip_g.safetensors"), ModelKind::Embedding);
    QVERIFY(!recognise("/absent"));
    // A whole model in one file is told from adapters; this tiny one lacks much of what SDXL 1.0
    // has.
    const fs::path single = golden::folder() / "models/sdxl-tiny-single.safetensors";
    QCOMPARE(*recognise(single), ModelKind::Model);
    const auto tiny = inspectModel(single);
    QVERIFY(tiny);
    QVERIFY(!tiny->complete());
    QVERIFY(!inspectModel(golden::folder() / "lora/lora-peft.safetensors")->complete());

    const QTemporaryDir folder;
    const fs::path broken = copyOfTiny(folder);
    fs::resize_file(broken / "vae/diffusion_pytorch_model.safetensors", 5000);
    const auto report = inspectModel(broken);
    QVERIFY(report);
    QVERIFY(!report->complete());
}

void GeneratorTest::devices()
{
    const auto cpu = resolveDevice({DeviceChoice::Kind::Cpu, {}}, Precision::Auto);
    QVERIFY(cpu);
    QCOMPARE(cpu->name(), std::string("cpu"));
    QVERIFY(cpu->precision == Precision::BFloat16 || cpu->precision == Precision::Float32);
    QCOMPARE(
        cpu->precision == Precision::BFloat16, deviceReport().amxBf16 || deviceReport().avx512Bf16);
    QCOMPARE(resolveDevice({DeviceChoice::Kind::Cpu, {}}, Precision::Float16)->precision,
        Precision::Float16);
    const auto absent = resolveDevice({DeviceChoice::Kind::Cuda, 99}, Precision::Auto);
    QVERIFY(!absent);
    QCOMPARE(absent.error().kind, ErrorKind::DeviceUnavailable);
    QVERIFY(absent.error().message.find("cuda:99") != std::string::npos);
    QVERIFY(deviceReport().cuda.empty() != deviceReport().cudaProblem.empty());
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "generator_test.moc"
