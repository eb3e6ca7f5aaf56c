// Whole pictures against diffusers on tiny models, float32 on the CPU: tokens, embeddings, every
// step, the PNG.
#include <QTest>

#include "core/image/png.h"
#include "inference/pipeline/diffusion_run.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

/// Where in the case a number may lie off, after what two runs of the reference itself differ by.
struct Tolerance {
    double latents; ///< of the deviation of the step
    double picture; ///< of the range 0…1; a PNG level is 4e-3
};

std::vector<LoraChoice> lorasOf(const nlohmann::json& one)
{
    std::vector<LoraChoice> loras;
    for (const auto& lora : one["lora"])
        loras.push_back(
            {(golden::folder() / lora["file"].get<std::string>()).string(), lora["scale"]});
    return loras;
}

std::vector<EmbeddingChoice> embeddingsOf(const nlohmann::json& one)
{
    if (one["ti"].is_null())
        return {};
    return {
        {(golden::folder() / one["ti"]["file"].get<std::string>()).string(), one["ti"]["tokens"]}};
}

RunSettings settingsOf(const nlohmann::json& one, const DiffusionModel& model)
{
    RunSettings settings;
    settings.prompt = one["prompt"];
    if (!one["negative_prompt"].is_null())
        settings.negative = one["negative_prompt"].get<std::string>();
    settings.width = one["width"];
    settings.height = one["height"];
    settings.steps = one["steps"];
    settings.guidance = one["guidance"];
    settings.guidanceRescale = one["guidance_rescale"];
    settings.clipSkip = one["clip_skip"].is_null() ? 0 : one["clip_skip"].get<int>();
    settings.seeds = one["seeds"].get<std::vector<std::uint64_t>>();
    settings.sampler = golden::sampler(model.parts().sampler, one["scheduler"]);
    if (one.contains("seamless"))
        settings.seamless = {one["seamless"]["x"], one["seamless"]["y"]};
    settings.wrapsDecoder = true;
    if (one.contains("vae_tiling"))
        settings.vaeTiling = VaeTiling{
            one["vae_tiling"]["tile_latent_min_size"], one["vae_tiling"]["tile_overlap_factor"]};
    if (one.contains("init_image")) {
        settings.guide
            = fromImage(readPng(golden::folder() / one["init_image"].get<std::string>())->image);
        settings.strength = one["strength"];
    }
    return settings;
}

} // namespace

class ParityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();

private:
    DiffusionModel& modelAt(const std::string& folder, const std::string& file);
    std::map<std::string, std::unique_ptr<DiffusionModel>> m_models;
    c10::InferenceMode m_inference;
};

DiffusionModel& ParityTest::modelAt(const std::string& folder, const std::string& file)
{
    auto& model = m_models[folder + file];
    if (!model) {
        ModelLocation location{golden::folder() / folder, {}};
        if (!file.empty())
            location.file = golden::folder() / file;
        auto loaded = DiffusionModel::load(location, {}, {}, {});
        if (!loaded)
            throw std::runtime_error(loaded.error().message + loaded.error().detail);
        model = std::move(*loaded);
    }
    return *model;
}

void ParityTest::cases_data()
{
    QTest::addColumn<QString>("id");
    for (const auto& one : golden::cases())
        QTest::newRow(one["id"].get<std::string>().c_str()) << QString::fromStdString(one["id"]);
}

void ParityTest::cases()
{
    QFETCH(const QString, id);
    const auto& one = golden::caseNamed(id.toStdString());
    DiffusionModel& model = modelAt(one["model"], one.value("single_file", std::string()));
    const auto loras = model.setLoras(lorasOf(one));
    QVERIFY2(loras, loras ? "" : loras.error().message.c_str());
    const auto embeddings = model.setEmbeddings(embeddingsOf(one));
    QVERIFY2(embeddings, embeddings ? "" : embeddings.error().message.c_str());
    const RunSettings settings = settingsOf(one, model);

    const auto compareIds
        = [&](const Tokenizer& tokenizer, const std::string& text, const char* name) {
              const at::Tensor expected = golden::tensor(one, name);
              if (!expected.defined())
                  return true;
              const auto ids = tokenizer.encodePadded(text);
              const std::vector<std::int64_t> wide(ids.begin(), ids.end());
              return at::equal(at::tensor(wide, at::kLong), expected[0]);
          };
    QVERIFY(compareIds(*model.parts().tokenizer, settings.prompt, "input_ids"));
    QVERIFY(compareIds(*model.parts().tokenizer2, settings.prompt, "input_ids_2"));
    if (settings.negative) {
        QVERIFY(compareIds(*model.parts().tokenizer, *settings.negative, "negative_ids"));
        QVERIFY(compareIds(*model.parts().tokenizer2, *settings.negative, "negative_ids_2"));
    }

    // With zero terminal SNR the early latents are about 4000, and the table itself differs in the
    // last digits between processors (see the sampler test).
    const bool zeroSnr = settings.sampler.zeroTerminalSnr;
    const Tolerance tolerance{1e-3, zeroSnr ? 2e-3 : 1e-3};
    std::vector<QString> problems;
    const auto compare = [&](const char* name, const at::Tensor& ours, double bound) {
        const at::Tensor expected = golden::tensor(one, name);
        if (!expected.defined() || !ours.defined())
            return;
        const double difference = golden::largestDifference(ours, expected);
        if (!(difference <= bound))
            problems.push_back(QStringLiteral("%1 off by %2, allowed %3")
                                   .arg(QLatin1String(name))
                                   .arg(difference)
                                   .arg(bound));
    };
    RunObserver observer;
    observer.text = [&](const TextConditioning& prompt, const TextConditioning& negative) {
        compare("prompt_embeds", prompt.embeddings, 1e-4);
        compare("pooled", prompt.pooled, 1e-4);
        compare("negative_embeds", negative.embeddings, 1e-4);
        compare("negative_pooled", negative.pooled, 1e-4);
    };
    observer.start = [&](const at::Tensor& sample, const Sampler& sampler) {
        compare("latents_init", sample, zeroSnr ? 1e-3 : 1e-5);
        const at::Tensor timesteps = golden::tensor(one, "timesteps");
        const auto& ours = sampler.schedule().timesteps;
        const auto skipped = static_cast<std::int64_t>(ours.size()) - timesteps.size(0);
        compare("timesteps", at::tensor(ours, at::kDouble).slice(0, skipped),
            settings.sampler.solver != SolverKind::Dpmpp2m && settings.sampler.karras ? 1e-4 : 0);
    };
    observer.firstPrediction
        = [&](const at::Tensor& input, const at::Tensor& output, const at::Tensor& guided) {
              compare("unet_in0", input, 2e-5);
              compare("unet_out0", output, 3e-5);
              compare("noise_pred_step0", guided, 5e-4);
          };
    const at::Tensor steps = golden::tensor(one, "latents_steps");
    int seen = 0;
    observer.latents = [&](int step, const at::Tensor& sample, const at::Tensor&) {
        ++seen;
        const at::Tensor expected = steps[step];
        const double deviation = expected.std().item<double>();
        const double difference = golden::largestDifference(sample, expected) / deviation;
        if (!(difference <= tolerance.latents))
            problems.push_back(
                QStringLiteral("step %1 off by %2 of its deviation").arg(step).arg(difference));
    };
    const auto pictures = run(model, settings, observer);
    QVERIFY2(pictures, pictures ? "" : pictures.error().message.c_str());
    QCOMPARE(seen, static_cast<int>(steps.size(0)));
    compare("image", *pictures, tolerance.picture);

    std::size_t next = 0;
    for (const auto& file : one["files"]) {
        const std::string name = file;
        if (!name.ends_with(".png"))
            continue;
        const Image expected = readPng(golden::folder() / name)->image;
        const Image ours = toImage(pictures->narrow(0, static_cast<std::int64_t>(next++), 1));
        QCOMPARE(ours.width, expected.width);
        QCOMPARE(ours.height, expected.height);
        int largest = 0;
        for (std::size_t i = 0; i < ours.rgb.size(); ++i)
            largest = std::max(largest, std::abs(ours.rgb[i] - expected.rgb[i]));
        if (largest > 1)
            problems.push_back(QStringLiteral("picture off by %1 levels").arg(largest));
    }
    QCOMPARE(next, settings.seeds.size());
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front()));
}

QTEST_GUILESS_MAIN(ParityTest)
#include "parity_test.moc"
