// LoRAs and textual inversions on a tiny model.
#include <QTemporaryDir>
#include <QTest>

#include "inference/adapter/lora.h"
#include "inference/adapter/textual_inversion.h"
#include "inference/pipeline/diffusion_model.h"
#include "inference/pipeline/inspect.h"
#include "inference/pipeline/text_conditioning.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

std::string loraFile(const std::string& name)
{
    return (golden::folder() / "lora" / (name + ".safetensors")).string();
}

std::unique_ptr<DiffusionModel> tinyModel()
{
    auto model = DiffusionModel::load({golden::folder() / "models/sdxl-tiny", {}}, {}, {}, {});
    return model ? std::move(*model) : nullptr;
}

at::Tensor weightOf(const DiffusionModel& model, const std::string& name)
{
    for (const auto& parameter : model.parts().unet->parameters().all()) {
        if (parameter.name == name)
            return parameter.value;
    }
    return {};
}

void write(const std::filesystem::path& path, const std::map<std::string, at::Tensor>& tensors)
{
    std::vector<TensorToWrite> list;
    for (const auto& [name, value] : tensors)
        list.push_back({name, DType::F32, value.sizes().vec(),
            std::as_bytes(std::span(
                value.const_data_ptr<float>(), static_cast<std::size_t>(value.numel())))});
    QVERIFY(writeSafetensors(path, list));
}

const std::string linear = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight";
const std::string convolution = "down_blocks.0.resnets.0.conv2.weight";

} // namespace

class AdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void mergesExactly();
    void scalesDoNotDrift();
    void leavesTheFilesAlone();
    void namesWhatDoesNotMatch();
    void refusesWhatMatchesNothing();
    void refusesOtherKinds();
    void readsOldProcessorNamesAndMissingAlpha();
    void readsOriginalBlockNames();
    void textualInversionAddsTokens();
    void textualInversionErrors();
    void realTextualInversion();

private:
    c10::InferenceMode m_inference;
};

void AdapterTest::formats_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::newRow("kohya") << "lora-kohya"
                           << "kohya";
    QTest::newRow("peft") << "lora-peft"
                          << "PEFT";
    QTest::newRow("diffusers-old") << "lora-diffusers-old"
                                   << "diffusers (old)";
    QTest::newRow("alpha-half") << "lora-alpha-half"
                                << "kohya";
}

void AdapterTest::formats()
{
    QFETCH(const QString, file);
    QFETCH(const QString, format);
    const auto report
        = inspectLora(loraFile(file.toStdString()), golden::folder() / "models/sdxl-tiny");
    QVERIFY(report);
    QCOMPARE(QString::fromStdString(report->format), format);
    const auto expected = golden::json("models-check.json")["lora"];
    QCOMPARE(report->modules, expected["modules"].get<int>());
    QCOMPARE(report->rank, expected["rank"].get<int>());
    QCOMPARE(static_cast<int>(report->matched.size()), report->modules);
    QVERIFY(report->unmatched.empty());
}

void AdapterTest::mergesExactly()
{
    const auto model = tinyModel();
    QVERIFY(model);
    const auto lora = LoraFile::open(loraFile("lora-alpha-half"));
    QVERIFY(lora);
    const at::Tensor linearBefore = weightOf(*model, linear).clone(),
                     convBefore = weightOf(*model, convolution).clone();
    QVERIFY(model->setLoras({{loraFile("lora-alpha-half"), 0.7}}));
    for (const auto& module : lora->modules()) {
        if (module.key == "down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q") {
            QCOMPARE(module.alpha, static_cast<double>(module.rank()) / 2);
            const at::Tensor expected = linearBefore + 0.7 * 0.5 * at::mm(module.up, module.down);
            QVERIFY(golden::largestDifference(weightOf(*model, linear), expected) < 1e-7);
        }
        if (module.key == "down_blocks_0_resnets_0_conv2") {
            const at::Tensor product
                = at::einsum("or,rikl->oikl", {module.up.squeeze(-1).squeeze(-1), module.down});
            QVERIFY(golden::largestDifference(
                        weightOf(*model, convolution), convBefore + 0.35 * product)
                < 1e-7);
        }
    }
}

void AdapterTest::scalesDoNotDrift()
{
    const auto model = tinyModel();
    QVERIFY(model);
    const at::Tensor before = weightOf(*model, linear).clone();
    QVERIFY(model->setLoras({{loraFile("lora-kohya"), 0.7}}));
    const at::Tensor first = weightOf(*model, linear).clone();
    QVERIFY(!at::equal(first, before));
    for (const double scale : {0.1, -2.0, 0.33, 1.0})
        QVERIFY(model->setLoras(
            {{loraFile("lora-kohya"), scale}, {loraFile("lora-alpha-half"), -scale}}));
    QVERIFY(model->setLoras({{loraFile("lora-kohya"), 0.7}}));
    QVERIFY(at::equal(weightOf(*model, linear), first));
    QVERIFY(model->setLoras({}));
    QVERIFY(at::equal(weightOf(*model, linear), before));
}

void AdapterTest::leavesTheFilesAlone()
{
    // Weights that are stored in float32 already need no conversion; merging must still not touch
    // the mapped file.
    const QTemporaryDir folder;
    const std::filesystem::path copy = folder.filePath(QStringLiteral("model")).toStdString();
    std::filesystem::copy(
        golden::folder() / "models/sdxl-tiny", copy, std::filesystem::copy_options::recursive);
    const auto halves = openWeights(copy, "unet");
    QVERIFY(halves);
    std::map<std::string, at::Tensor> floats;
    for (const auto& name : halves->names())
        floats[name] = halves->read(name).value().to(at::kFloat).contiguous();
    write(copy / "unet/diffusion_pytorch_model.safetensors", floats);
    auto model = DiffusionModel::load({copy, {}}, {}, {}, {});
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    const at::Tensor before = weightOf(**model, linear).clone();
    QVERIFY((*model)->setLoras({{loraFile("lora-kohya"), 1.0}}));
    QVERIFY(!at::equal(weightOf(**model, linear), before));
    QVERIFY((*model)->setLoras({}));
    QVERIFY(at::equal(weightOf(**model, linear), before));
}

void AdapterTest::namesWhatDoesNotMatch()
{
    const auto model = tinyModel();
    const auto outcome = model->setLoras({{loraFile("lora-partial-unmatched"), 1.0}});
    QVERIFY(outcome);
    QCOMPARE(outcome->front().matched, std::size_t{153});
    const auto expected = golden::json("models-check.json")["lora"]["partial"]["unmatched"]
                              .get<std::vector<std::string>>();
    QCOMPARE(outcome->front().unmatched, expected);
}

void AdapterTest::refusesWhatMatchesNothing()
{
    const QTemporaryDir folder;
    const std::filesystem::path path
        = folder.filePath(QStringLiteral("foreign.safetensors")).toStdString();
    write(path,
        {{"lora_unet_somewhere_else.lora_down.weight", at::ones({2, 8})},
            {"lora_unet_somewhere_else.lora_up.weight", at::ones({8, 2})}});
    const auto model = tinyModel();
    QVERIFY(model->setLoras({{loraFile("lora-kohya"), 0.5}}));
    const at::Tensor before = weightOf(*model, linear).clone();
    const auto outcome = model->setLoras({{path.string(), 1.0}});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::BadData);
    QVERIFY(outcome.error().message.find("foreign.safetensors") != std::string::npos);
    QVERIFY(at::equal(weightOf(*model, linear), before)); // the model is as it was
    // The right name with the shape of another model does not match either.
    write(path,
        {{"lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", at::ones({2, 999})},
            {"lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", at::ones({999, 2})}});
    QVERIFY(!model->setLoras({{path.string(), 1.0}}));
}

void AdapterTest::refusesOtherKinds()
{
    const QTemporaryDir folder;
    const std::filesystem::path path
        = folder.filePath(QStringLiteral("x.safetensors")).toStdString();
    write(path,
        {{"lora_unet_a.lora_down.weight", at::ones({2, 8})},
            {"lora_unet_a.lora_up.weight", at::ones({8, 2})},
            {"lora_unet_a.dora_scale", at::ones({8})}});
    QCOMPARE(LoraFile::open(path).error().kind, ErrorKind::BadData);
    write(path, {{"lora_unet_a.lora_down.weight", at::ones({2, 8})}});
    QCOMPARE(LoraFile::open(path).error().kind, ErrorKind::BadData);
    write(path,
        {{"lora_unet_a.lora_down.weight", at::full({2, 8}, NAN)},
            {"lora_unet_a.lora_up.weight", at::ones({8, 2})}});
    QCOMPARE(LoraFile::open(path).error().kind, ErrorKind::BadData);
    write(path, {{"weight", at::ones({2, 8})}});
    QCOMPARE(LoraFile::open(path).error().kind, ErrorKind::BadData);
    QCOMPARE(LoraFile::open(folder.filePath(QStringLiteral("absent")).toStdString()).error().kind,
        ErrorKind::BadData);
}

void AdapterTest::readsOldProcessorNamesAndMissingAlpha()
{
    const QTemporaryDir folder;
    const std::filesystem::path path
        = folder.filePath(QStringLiteral("old.safetensors")).toStdString();
    const std::string block = "unet.mid_block.attentions.0.transformer_blocks.0.attn1.processor.";
    write(path,
        {{block + "to_out_lora.down.weight", at::ones({2, 32})},
            {block + "to_out_lora.up.weight", at::ones({32, 2})},
            {block + "to_q_lora.down.weight", at::ones({2, 32})},
            {block + "to_q_lora.up.weight", at::ones({32, 2})}});
    const auto model = tinyModel();
    const auto outcome = model->setLoras({{path.string(), 1.0}});
    QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    QCOMPARE(outcome->front().matched, std::size_t{2});
    QCOMPARE(LoraFile::open(path)->modules().front().alpha, 2.0);
}

void AdapterTest::readsOriginalBlockNames()
{
    // The same adapter with kohya's names of the original layout changes the same weights.
    const QTemporaryDir folder;
    const std::filesystem::path path
        = folder.filePath(QStringLiteral("sgm.safetensors")).toStdString();
    const at::Tensor down = at::rand({2, 32}), up = at::rand({32, 2});
    write(path,
        {{"lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q.lora_down.weight", down},
            {"lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q.lora_up.weight", up}});
    const auto model = tinyModel();
    const at::Tensor before = weightOf(*model, linear).clone();
    const auto outcome = model->setLoras({{path.string(), 1.0}});
    QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    QVERIFY(golden::largestDifference(weightOf(*model, linear), before + at::mm(up, down)) < 1e-6);
}

void AdapterTest::textualInversionAddsTokens()
{
    const auto model = tinyModel();
    const std::string file = loraFile("ti-clip_l-clip_g");
    const auto plain = encodePrompt(*model, "a tile");
    QCOMPARE(unknownPlaceholders(*model, "tile <s0><s1> <s0>"),
        (std::vector<std::string>{"<s0>", "<s1>"}));
    QVERIFY(model->setEmbeddings({{file, {}}}));
    QVERIFY(unknownPlaceholders(*model, "tile <s0><s1>").empty());
    const auto with = encodePrompt(*model, "a tile <s0>");
    QVERIFY(with);
    QVERIFY(model->setEmbeddings({{file, {"<granule>", "<gap>"}}}));
    const auto renamed = encodePrompt(*model, "a tile <granule>");
    QVERIFY(at::equal(with->embeddings, renamed->embeddings));
    QVERIFY(model->setEmbeddings({}));
    QVERIFY(at::equal(encodePrompt(*model, "a tile")->embeddings, plain->embeddings));
}

void AdapterTest::textualInversionErrors()
{
    const auto model = tinyModel();
    const QTemporaryDir folder;
    const std::filesystem::path path
        = folder.filePath(QStringLiteral("ti.safetensors")).toStdString();
    const auto kindOf = [&](const EmbeddingChoice& choice) {
        return model->setEmbeddings({choice}).error().kind;
    };
    write(path, {{"clip_l", at::ones({2, 64})}, {"clip_g", at::ones({3, 96})}});
    QCOMPARE(kindOf({path.string(), {}}), ErrorKind::BadData);
    write(path, {{"clip_l", at::ones({2, 768})}, {"clip_g", at::ones({2, 1280})}});
    QCOMPARE(kindOf({path.string(), {}}), ErrorKind::BadData); // another model's widths
    write(path, {{"emb_params", at::ones({2, 64})}});
    QCOMPARE(kindOf({path.string(), {}}), ErrorKind::BadData);
    QCOMPARE(kindOf({loraFile("ti-clip_l-clip_g"), {"<only-one>"}}), ErrorKind::Usage);
    QCOMPARE(kindOf({loraFile("ti-clip_l-clip_g"), {"<twice>", "<twice>"}}), ErrorKind::Usage);
}

void AdapterTest::realTextualInversion()
{
    const QString path = qEnvironmentVariable("TILEWRIGHT_REAL_EMBEDDING");
    if (path.isEmpty())
        QSKIP("TILEWRIGHT_REAL_EMBEDDING names no file; a trained embedding is not part of the "
              "repository");
    const auto inversion = TextualInversion::open(path.toStdString());
    QVERIFY2(inversion, inversion ? "" : inversion.error().message.c_str());
    QCOMPARE(inversion->tokenCount(), 2);
    QCOMPARE(inversion->first.size(1), 768);
    QCOMPARE(inversion->second.size(1), 1280);
    QVERIFY(std::abs(inversion->second[0].norm().item<double>() - 0.4516) < 1e-3);
}

QTEST_GUILESS_MAIN(AdapterTest)
#include "adapter_test.moc"
