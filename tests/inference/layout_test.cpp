// The full-size model and adapter, by names and shapes alone: nothing is allocated.
#include <QTest>
#include <algorithm>
#include <set>

#include "core/support/paths.h"
#include "inference/pipeline/diffusion_model.h"
#include "inference/weights/original_names.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

std::filesystem::path sdxlFolder()
{
    return resourceFolder() / "models" / "sdxl-1.0";
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTensorOfSdxl_data();
    void everyTensorOfSdxl();
    void everyModuleOfTheTileLora();
    void originalNamesAreDistinct();
};

void LayoutTest::everyTensorOfSdxl_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("tensors");
    QTest::newRow("unet") << "unet" << 1680;
    QTest::newRow("vae") << "vae" << 248;
    QTest::newRow("text_encoder") << "text_encoder" << 196;
    QTest::newRow("text_encoder_2") << "text_encoder_2" << 517;
}

void LayoutTest::everyTensorOfSdxl()
{
    QFETCH(const QString, part);
    QFETCH(const int, tensors);
    const auto parts = ModelParts::describe(sdxlFolder());
    QVERIFY2(parts, parts ? "" : parts.error().message.c_str());
    const auto* parameters = parts->networks().at(part.toStdString());
    std::map<std::string, std::vector<std::int64_t>> ours, theirs;
    for (const auto& parameter : parameters->all()) {
        QVERIFY(!parameter.value.defined());
        ours[parameter.name] = parameter.shape;
    }
    const auto layout = golden::json("sdxl-base-layout.json")[part.toStdString()]["tensors"];
    for (const auto& [name, shape] : layout.items())
        theirs[name] = shape.get<std::vector<std::int64_t>>();
    QCOMPARE(static_cast<int>(theirs.size()), tensors);
    for (const auto& [name, shape] : theirs) {
        QVERIFY2(ours.contains(name), name.c_str());
        QVERIFY2(ours[name] == shape, name.c_str());
    }
    QCOMPARE(ours.size(), theirs.size());
    if (part == QLatin1String("unet"))
        QCOMPARE(parameters->elementCount(), 2'567'463'684);
}

void LayoutTest::everyModuleOfTheTileLora()
{
    const auto tensors = golden::json("rubber-tile-lora-v4-layout.json");
    const auto parts = ModelParts::describe(sdxlFolder());
    QVERIFY(parts);
    std::vector<LoraModule> modules; // tensors without storage
    const auto shaped = [](const nlohmann::json& entry) {
        return at::empty(entry[1].get<std::vector<std::int64_t>>(),
            at::TensorOptions(at::kMeta).dtype(at::kBFloat16));
    };
    constexpr std::string_view down = ".lora_down.weight";
    int convolutions = 0;
    for (const auto& [name, entry] : tensors.items()) {
        if (!std::string_view(name).ends_with(down))
            continue;
        const std::string path = name.substr(0, name.size() - down.size());
        QCOMPARE(tensors[path + ".alpha"][0].get<std::string>(), std::string("I64"));
        LoraModule module = LoraModule::named(path);
        module.down = shaped(entry);
        module.up = shaped(tensors[path + ".lora_up.weight"]);
        QCOMPARE(module.rank(), 32);
        convolutions += module.down.dim() == 4;
        modules.push_back(std::move(module));
    }
    QCOMPARE(modules.size(), std::size_t{577});
    QCOMPARE(convolutions, 17);
    const auto fit = match(modules, std::as_const(*parts).networks());
    QVERIFY(fit.unmatched.empty());
    QCOMPARE(fit.matched.size(), std::size_t{577});
    std::set<std::string> weights;
    for (const auto& target : fit.matched)
        weights.insert(target.part + target.weight);
    QCOMPARE(weights.size(), std::size_t{577});
}

void LayoutTest::originalNamesAreDistinct()
{
    const auto parts = ModelParts::describe(sdxlFolder());
    QVERIFY(parts);
    const ParameterSet& unet = *std::as_const(*parts).networks().at("unet");
    const OriginalUNetNames names(unet);
    std::set<std::string> seen;
    for (const auto& parameter : unet.all()) {
        const auto name = names.of(parameter.name);
        QVERIFY2(name.has_value(), parameter.name.c_str());
        QVERIFY2(seen.insert(*name).second, name->c_str());
    }
    QCOMPARE(names.of("down_blocks.1.attentions.1.proj_in.weight"),
        std::string("input_blocks.5.1.proj_in.weight"));
    QCOMPARE(
        names.of("up_blocks.0.upsamplers.0.conv.bias"), std::string("output_blocks.2.2.conv.bias"));
    QCOMPARE(names.of("mid_block.resnets.1.conv2.weight"),
        std::string("middle_block.2.out_layers.3.weight"));
    QVERIFY(!names.of("down_blocks.9.resnets.0.conv1.weight"));
    QVERIFY(!names.of("nonsense"));
}

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"
