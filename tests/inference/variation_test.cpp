// Near seeds: noise turned towards that of a second seed, and the pictures that come of it.
#include <ATen/ATen.h>
#include <QTest>
#include <cmath>
#include <rapidcheck.h>

#include "core/generation/model_profile.h"
#include "core/support/paths.h"
#include "inference/pipeline/torch_generator.h"
#include "inference/sampler/noise_source.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

at::Tensor noiseOf(std::uint64_t seed, std::optional<Variation> variation = {})
{
    return NoiseSource({seed}, variation).draw({4, 16, 16});
}

double lengthOf(const at::Tensor& tensor)
{
    return tensor.to(at::kDouble).norm().item<double>();
}

/// 0 … π
double angle(const at::Tensor& one, const at::Tensor& other)
{
    const at::Tensor a = one.to(at::kDouble), b = other.to(at::kDouble);
    return std::acos((a * b).sum().item<double>() / (lengthOf(a) * lengthOf(b)));
}

GenerationRequest request(Guide guide, std::optional<Variation> variation = {})
{
    static const std::string folder = starterModelFolder().string();
    static const ModelProfile profile = ModelProfile::load(folder).value();
    const auto mix = Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
    auto request = GenerationRequest::forMix(profile, folder, *mix, guide);
    request.width = request.height = 128;
    request.seed = 11;
    request.steps = 6;
    request.attempts = 1;
    request.device.kind = DeviceChoice::Kind::Cpu;
    request.variation = variation;
    return request;
}

double meanDifference(const Image& one, const Image& other)
{
    double sum = 0;
    for (std::size_t i = 0; i < one.rgb.size(); ++i)
        sum += std::abs(one.rgb[i] - other.rgb[i]);
    return sum / static_cast<double>(one.rgb.size());
}

} // namespace

class VariationTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Generator> m_generator = makeTorchGenerator({1, 0});

    Image picture(const GenerationRequest& wanted)
    {
        const auto tile = m_generator->generate(wanted, [](const auto&) {}, {});
        return tile ? tile->image : Image();
    }

private Q_SLOTS:
    void theEndsAreExact()
    {
        const at::Tensor from = noiseOf(1), to = noiseOf(2);
        QVERIFY(slerp(from, to, 0).equal(from));
        QVERIFY(slerp(from, to, 1).equal(to));
        QVERIFY(noiseOf(1, Variation{2, 0}).equal(from));
        QVERIFY(noiseOf(1, Variation{2, 1}).equal(to));
    }

    void theNormIsKept()
    {
        QVERIFY(rc::check("a point of the sphere stays on it, at its share of the angle", [] {
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const double fraction = *rc::gen::inRange(1, 1000) / 1000.0;
            const at::Tensor from = noiseOf(seed);
            at::Tensor to = noiseOf(seed ^ 1);
            to = to * (lengthOf(from) / lengthOf(to));
            const at::Tensor between = slerp(from, to, fraction);
            RC_ASSERT(std::abs(lengthOf(between) / lengthOf(from) - 1) < 1e-5);
            RC_ASSERT(std::abs(angle(from, between) - fraction * angle(from, to)) < 1e-4);
        }));
    }

    void noiseKeepsItsDeviation()
    {
        for (const double strength : {0.1, 0.35, 0.5, 0.9}) {
            const at::Tensor noise = noiseOf(5, Variation{6, strength});
            QVERIFY(noise.scalar_type() == at::kFloat);
            QVERIFY(std::abs(noise.std().item<double>() - 1) < 0.07);
        }
    }

    void parallelAndOpposedAreNoDivisionByZero()
    {
        const at::Tensor from = noiseOf(3);
        for (const double sign : {1.0, -1.0}) {
            const at::Tensor between = slerp(from, from * sign, 0.25);
            QVERIFY(between.isfinite().all().item<bool>());
        }
        QVERIFY(slerp(from, from, 0.25).allclose(from));
        const at::Tensor zero = at::zeros_like(from);
        QVERIFY(slerp(zero, from, 0.5).isfinite().all().item<bool>());
    }

    void everyPictureOfABatchIsTurnedByItself()
    {
        NoiseSource source({7, 8}, Variation{9, 0.3});
        const at::Tensor batch = source.draw({4, 16, 16}), next = source.draw({4, 16, 16});
        QVERIFY(batch[0].equal(noiseOf(7, Variation{9, 0.3})[0]));
        QVERIFY(batch[1].equal(noiseOf(8, Variation{9, 0.3})[0]));
        QVERIFY(!batch.equal(next));
    }

    void picturesFollowTheStrength_data()
    {
        QTest::addColumn<int>("guide");
        QTest::addColumn<int>("scheduler");
        QTest::newRow("guided") << int(Guide::Mix) << int(Scheduler::Dpmpp2mKarras);
        QTest::newRow("free") << int(Guide::None) << int(Scheduler::Dpmpp2mKarras);
        QTest::newRow("free, noise in each step")
            << int(Guide::None) << int(Scheduler::EulerAncestral);
    }

    void picturesFollowTheStrength()
    {
        QFETCH(const int, guide);
        QFETCH(const int, scheduler);
        const auto wanted = [&](std::optional<Variation> variation) {
            auto made = request(static_cast<Guide>(guide), variation);
            made.scheduler = static_cast<Scheduler>(scheduler);
            return made;
        };
        const Image plain = picture(wanted({}));
        QVERIFY(!plain.empty());
        QCOMPARE(picture(wanted(Variation{99, 0})), plain);
        double before = 0;
        for (const double strength : {0.1, 0.4, 1.0}) {
            const double difference
                = meanDifference(picture(wanted(Variation{99, strength})), plain);
            QVERIFY2(difference > before, qPrintable(QString::number(strength)));
            before = difference;
        }
        if (static_cast<Guide>(guide) == Guide::None) {
            auto other = wanted({});
            other.seed = 99;
            QCOMPARE(picture(wanted(Variation{99, 1})), picture(other));
        }
    }

    void theGranulesStayWhereTheyLie()
    {
        // At full strength only the noise is that of the second seed.
        auto other = request(Guide::Mix);
        other.seed = 99;
        const Image plain = picture(request(Guide::Mix));
        const Image varied = picture(request(Guide::Mix, Variation{99, 1}));
        QVERIFY(meanDifference(varied, plain) < 0.5 * meanDifference(varied, picture(other)));
    }
};

QTEST_GUILESS_MAIN(VariationTest)
#include "variation_test.moc"
