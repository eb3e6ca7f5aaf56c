// Layers against formulas written out.
#include <QTest>

#include "inference/autoencoder/autoencoder.h"
#include "inference/denoiser/spatial_transformer.h"
#include "inference/denoiser/unet.h"
#include "support/golden.h"

using namespace tilewright::inference;

namespace {

/// Random values for every parameter.
void fill(ParameterSet& parameters, double scale = 0.1)
{
    for (auto& parameter : parameters.all())
        parameter.value = at::randn(parameter.shape) * scale;
}

} // namespace

class KernelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void transformerNormHasItsOwnEpsilon();
    void attentionIsSoftmaxOfScores();
    void causalAttentionLooksBack();
    void seamlessConvolutionCommutesWithShifts();
    void sinusoidIsCosineFirst();
    void tilesBlendIntoOnePicture();
    void latentScalingIsInvertible();

private:
    c10::InferenceMode m_inference;
};

void KernelsTest::transformerNormHasItsOwnEpsilon()
{
    // With identity projections and blocks that add nothing, what comes out is the input plus its
    // normalised self. On an input of variance 1e-6 an epsilon of 1e-5 instead of 1e-6 would give
    // less than half of it.
    ParameterSet parameters;
    SpatialTransformer transformer(Scope(parameters), 4, 1, 1, 4, 1, true);
    for (auto& parameter : parameters.all()) {
        parameter.value = at::zeros(parameter.shape);
        if (parameter.name == "norm.weight")
            parameter.value = at::ones(parameter.shape);
        if (parameter.name == "proj_in.weight" || parameter.name == "proj_out.weight")
            parameter.value = at::eye(4);
    }
    const at::Tensor input = at::randn({1, 4, 8, 8}) * 1e-3;
    const at::Tensor ours = transformer.forward(input, at::zeros({1, 3, 4})) - input;
    const at::Tensor expected = (input - input.mean()) / (input.var(false) + 1e-6).sqrt();
    QVERIFY(golden::largestDifference(ours, expected) < 1e-4);
}

void KernelsTest::attentionIsSoftmaxOfScores()
{
    const at::Tensor query = at::randn({2, 5, 12}), key = at::randn({2, 7, 12}),
                     value = at::randn({2, 7, 12});
    const at::Tensor ours = attention(query, key, value, 3);
    for (int head = 0; head < 3; ++head) {
        const auto part = [head](const at::Tensor& t) { return t.narrow(2, head * 4, 4); };
        const at::Tensor weights
            = at::softmax(at::bmm(part(query), part(key).transpose(1, 2)) / 2.0, -1);
        QVERIFY(golden::largestDifference(part(ours), at::bmm(weights, part(value))) < 1e-5);
    }
}

void KernelsTest::causalAttentionLooksBack()
{
    const at::Tensor tokens = at::randn({1, 6, 8});
    at::Tensor changed = tokens.clone();
    changed.narrow(1, 4, 2).add_(1);
    const at::Tensor before = attention(tokens, tokens, tokens, 2, true);
    const at::Tensor after = attention(changed, changed, changed, 2, true);
    QVERIFY(at::equal(before.narrow(1, 0, 4), after.narrow(1, 0, 4)));
    QVERIFY(!at::equal(before.narrow(1, 4, 2), after.narrow(1, 4, 2)));
}

void KernelsTest::seamlessConvolutionCommutesWithShifts()
{
    ParameterSet parameters;
    const Conv2d conv(Scope(parameters), 2, 3, 3, 1, 1);
    fill(parameters);
    const at::Tensor input = at::randn({1, 2, 8, 10});
    const auto shifted = [](const at::Tensor& t) { return at::roll(t, {3, 4}, {2, 3}); };
    QVERIFY(golden::largestDifference(
                shifted(conv(input, {true, true})), conv(shifted(input), {true, true}))
        < 1e-5);
    const auto shiftedX = [](const at::Tensor& t) { return at::roll(t, 4, 3); };
    QVERIFY(golden::largestDifference(
                shiftedX(conv(input, {true, false})), conv(shiftedX(input), {true, false}))
        < 1e-5);
    QVERIFY(golden::largestDifference(shifted(conv(input)), conv(shifted(input))) > 1e-3);
}

void KernelsTest::sinusoidIsCosineFirst()
{
    const at::Tensor values = sinusoid(at::tensor({0.0, 2.0}), 6, false, 0);
    QCOMPARE(values.sizes().vec(), (std::vector<std::int64_t>{2, 6}));
    QVERIFY(
        golden::largestDifference(values[0], at::tensor({1.0, 1.0, 1.0, 0.0, 0.0, 0.0})) < 1e-7);
    QVERIFY(std::abs(values[1][0].item<double>() - std::cos(2.0)) < 1e-6);
    QVERIFY(std::abs(values[1][4].item<double>() - std::sin(2.0 * std::exp(-std::log(10000.0) / 3)))
        < 1e-6);
}

void KernelsTest::tilesBlendIntoOnePicture()
{
    // An autoencoder without reach beyond its convolutions: tiles with enough overlap give nearly
    // the whole picture.
    VaeConfig config;
    config.channels = {8, 8};
    config.latentChannels = 4;
    config.layers = 1;
    config.groups = 4;
    config.middleAttention = false;
    Autoencoder vae(config);
    for (auto& parameter : vae.parameters().all()) {
        const bool norm = parameter.name.find("norm") != std::string::npos;
        parameter.value = norm && parameter.name.ends_with("weight")
            ? at::ones(parameter.shape)
            : at::randn(parameter.shape) * 0.05;
    }
    const at::Tensor latents = at::randn({2, 4, 40, 52});
    int calls = 0, total = 0;
    const auto tiled = vae.decode(latents, VaeTiling{16, 0.25}, {}, [&](int done, int count) {
        calls = done;
        total = count;
        return true;
    });
    QVERIFY(tiled);
    QCOMPARE(tiled->sizes().vec(), (std::vector<std::int64_t>{2, 3, 80, 104}));
    QCOMPARE(calls, total);
    QCOMPARE(total, 2 * 4 * 5);
    const auto stopped
        = vae.decode(latents, VaeTiling{16, 0.25}, {}, [](int done, int) { return done < 3; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, tilewright::ErrorKind::Cancelled);
    // A picture that fits one tile is not touched by tiling.
    QVERIFY(at::equal(*vae.decode(latents.narrow(2, 0, 16).narrow(3, 0, 16), VaeTiling{16, 0.25}),
        *vae.decode(latents.narrow(2, 0, 16).narrow(3, 0, 16), {})));
}

void KernelsTest::latentScalingIsInvertible()
{
    VaeConfig config;
    config.channels = {4};
    config.groups = 1;
    config.latentChannels = 2;
    config.scalingFactor = 0.5;
    config.shiftFactor = 0.25;
    const at::Tensor latents = at::randn({1, 2, 3, 3});
    for (const bool perChannel : {false, true}) {
        if (perChannel) {
            config.latentsMean = {1, -2};
            config.latentsDeviation = {3, 0.5};
        }
        const Autoencoder vae(config);
        QVERIFY(golden::largestDifference(vae.unscaled(vae.scaled(latents)), latents) < 1e-5);
        QVERIFY(golden::largestDifference(vae.scaled(latents), latents) > 0.1);
    }
}

QTEST_GUILESS_MAIN(KernelsTest)
#include "kernels_test.moc"
