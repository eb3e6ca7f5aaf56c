// Timesteps, sigmas and single steps against tables made with diffusers.
#include <QTest>

#include "inference/sampler/sampler.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;

class SamplerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cumulativeAlphas();
    void tables_data();
    void tables();
    void secondOrderSolverOnALine();
    void startsWhereImagesAreNoised();
    void requestedSchedulersKeepWhatWasTrained();
};

void SamplerTest::cumulativeAlphas()
{
    const std::vector<float> ours = alphasCumulative({});
    const std::vector<double> theirs = golden::json("scheduler.json")["alphas_cumprod"];
    QCOMPARE(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        QVERIFY2(std::abs(ours[i] / theirs[i] - 1) < 1e-6, qPrintable(QString::number(i)));
}

void SamplerTest::tables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("steps");
    static const auto tables = golden::json("scheduler.json");
    for (const auto& [name, table] : tables["schedulers"].items()) {
        for (const auto& [steps, values] : table["N"].items())
            QTest::addRow("%s %s", name.c_str(), steps.c_str())
                << QString::fromStdString(name) << QString::fromStdString(steps);
    }
}

void SamplerTest::tables()
{
    QFETCH(const QString, name);
    QFETCH(const QString, steps);
    static const auto all = golden::json("scheduler.json");
    const auto& table = all["schedulers"][name.toStdString()];
    const auto& expected = table["N"][steps.toStdString()];
    SamplerConfig base;
    base.stepsOffset = 1;
    const auto sampler = Sampler::make(golden::sampler(base, table["spec"]), steps.toInt());

    const std::vector<double> timesteps = expected["timesteps"], sigmas = expected["sigmas"];
    QCOMPARE(sampler->schedule().timesteps.size(), timesteps.size());
    QCOMPARE(sampler->schedule().sigmas.size(), sigmas.size());
    const bool fractions = name == QLatin1String("euler-karras");
    for (std::size_t i = 0; i < timesteps.size(); ++i) {
        const double ours = sampler->schedule().timesteps[i];
        QVERIFY2(fractions ? std::abs(ours - timesteps[i]) < 1e-6 * std::max(1.0, timesteps[i])
                           : ours == timesteps[i],
            qPrintable(
                QStringLiteral("timestep %1: %2, expected %3").arg(i).arg(ours).arg(timesteps[i])));
    }
    // Shifting the square roots towards zero SNR cancels digits: one unit in the last place of a
    // root, by which the vectorised square roots of processors differ, becomes 3e-6 of a small
    // sigma.
    const double bound = name == QLatin1String("euler-v-zsnr") ? 5e-6 : 1e-6;
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        const double ours = sampler->schedule().sigmas[i];
        QVERIFY2(std::abs(ours - sigmas[i]) <= bound * sigmas[i],
            qPrintable(QStringLiteral("sigma %1: %2, expected %3")
                           .arg(i)
                           .arg(ours, 0, 'g', 9)
                           .arg(sigmas[i], 0, 'g', 9)));
    }
    const double scale = expected["init_noise_sigma"];
    QVERIFY(std::abs(sampler->initialNoiseScale() / scale - 1) < 1e-6);
}

void SamplerTest::secondOrderSolverOnALine()
{
    // The denoiser answers half the sample; the end of 20 Karras steps from 1 was worked out in
    // double precision.
    SamplerConfig config;
    config.karras = true;
    const auto sampler = Sampler::make(config, 20);
    NoiseSource none({});
    at::Tensor sample = at::ones({1, 1, 1, 1});
    for (int step = 0; step < 20; ++step)
        sample = sampler->step(sampler->clean(sample * 0.5, step, sample), step, sample, none);
    QVERIFY(std::abs(sample.item<double>() - 2.683627) < 2e-5);
}

void SamplerTest::startsWhereImagesAreNoised()
{
    // With the true noise as prediction, every solver must go back to the clean picture from any
    // step it starts at.
    for (const auto kind : {SolverKind::Dpmpp2m, SolverKind::Euler}) {
        for (const auto prediction : {PredictionType::Epsilon, PredictionType::VPrediction}) {
            SamplerConfig config;
            config.solver = kind;
            config.karras = true;
            config.prediction = prediction;
            const auto sampler = Sampler::make(config, 12);
            NoiseSource source({3});
            const at::Tensor clean = source.draw({4, 8, 8}), noise = source.draw({4, 8, 8});
            at::Tensor sample = sampler->noised(clean, noise, 5);
            for (int step = 5; step < 12; ++step) {
                const double sigma = sampler->schedule().sigmas[static_cast<std::size_t>(step)];
                const double alpha = 1 / std::sqrt(sigma * sigma + 1);
                const at::Tensor velocity = alpha * noise - sigma * alpha * clean;
                const at::Tensor predicted = sampler->clean(
                    prediction == PredictionType::Epsilon ? noise : velocity, step, sample);
                QVERIFY(golden::largestDifference(predicted, clean) < 1e-4);
                sample = sampler->step(predicted, step, sample, source);
            }
            QVERIFY(golden::largestDifference(sample, clean) < 1e-4);
        }
    }
}

void SamplerTest::requestedSchedulersKeepWhatWasTrained()
{
    SamplerConfig model;
    model.prediction = PredictionType::VPrediction;
    model.zeroTerminalSnr = true;
    model.spacing = TimestepSpacing::Leading;
    model.karras = true;
    for (const auto scheduler : {Scheduler::Dpmpp2mKarras, Scheduler::Dpmpp2m, Scheduler::Euler,
             Scheduler::EulerTrailing, Scheduler::EulerAncestral}) {
        const auto config = model.with(scheduler);
        QCOMPARE(config.prediction, PredictionType::VPrediction);
        QVERIFY(config.zeroTerminalSnr);
        QCOMPARE(config.karras, scheduler == Scheduler::Dpmpp2mKarras);
        QCOMPARE(config.spacing,
            scheduler == Scheduler::EulerTrailing ? TimestepSpacing::Trailing
                                                  : TimestepSpacing::Leading);
    }
}

QTEST_GUILESS_MAIN(SamplerTest)
#include "sampler_test.moc"
