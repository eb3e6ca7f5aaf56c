#include <QtTest>
#include <cmath>
#include <limits>
#include <numeric>

#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

Mix mixOf(std::vector<MixShare> shares)
{
    return Mix::create(std::move(shares)).value();
}

const Mix redBlackPearl = mixOf({{"red", 500}, {"black", 300}, {"pearl", 200}});

std::vector<int> perMilles(const Mix& mix)
{
    std::vector<int> values;
    for (const MixShare& share : mix.shares())
        values.push_back(share.perMille);
    return values;
}

std::vector<std::string> names(const Mix& mix)
{
    std::vector<std::string> values;
    for (const MixShare& share : mix.shares())
        values.push_back(share.color);
    return values;
}

bool isValid(const Mix& mix)
{
    return Mix::create(mix.shares()).has_value();
}

std::vector<std::size_t> arbitraryOrder(std::size_t size)
{
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = size; i > 1; --i)
        std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
    return order;
}

using Values = std::vector<int>;

} // namespace

class MixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createRefuses_data()
    {
        using Shares = std::vector<MixShare>;
        QTest::addColumn<Shares>("shares");
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing") << Shares{} << QStringLiteral("at least one");
        QTest::newRow("seven") << Shares{{"a", 400}, {"b", 100}, {"c", 100}, {"d", 100}, {"e", 100},
            {"f", 100}, {"g", 100}}
                               << QStringLiteral("at most 6");
        QTest::newRow("sum") << Shares{{"red", 600}, {"black", 300}} << QStringLiteral("90 %");
        QTest::newRow("negative") << Shares{{"red", 1100}, {"black", -100}}
                                  << QStringLiteral("red is 110 %");
        QTest::newRow("twice") << Shares{{"red", 500}, {"red", 500}}
                               << QStringLiteral("red occurs twice");
        QTest::newRow("nameless") << Shares{{"", 1000}} << QStringLiteral("no name");
        const int most = std::numeric_limits<int>::max();
        QTest::newRow("overflow") << Shares{{"a", most}, {"b", most}}
                                  << QStringLiteral("share of a");
    }

    void createRefuses()
    {
        QFETCH(std::vector<MixShare>, shares);
        QFETCH(QString, told);
        const auto mix = Mix::create(shares);
        QVERIFY(!mix);
        QCOMPARE(mix.error().kind, ErrorKind::Usage);
        QVERIFY2(mix.error().message.find(told.toStdString()) != std::string::npos,
            mix.error().message.c_str());
    }

    void fromWeightsScales()
    {
        QCOMPARE(
            perMilles(*Mix::fromWeights({{"a", 5}, {"b", 3}, {"c", 2}})), (Values{500, 300, 200}));
        QCOMPARE(
            perMilles(*Mix::fromWeights({{"b", 1}, {"a", 1}, {"c", 1}})), (Values{333, 334, 333}));
        QCOMPARE(perMilles(*Mix::fromWeights({{"a", 1e300}, {"b", 1e300}})), (Values{500, 500}));
        QCOMPARE(perMilles(*Mix::fromWeights({{"a", 5e-324}, {"b", 0}})), (Values{1000, 0}));
        const double infinity = std::numeric_limits<double>::infinity();
        for (const double weight : {-1.0, infinity, std::nan("")})
            QCOMPARE(Mix::fromWeights({{"a", 1}, {"b", weight}}).error().kind, ErrorKind::Usage);
        QVERIFY(!Mix::fromWeights({{"a", 0}, {"b", 0}}));
        QVERIFY(!Mix::fromWeights({}));
    }

    void shareMovesTheOthersInProportion()
    {
        QCOMPARE(perMilles(redBlackPearl.withShare("red", 0)), (Values{0, 600, 400}));
        QCOMPARE(perMilles(redBlackPearl.withShare("red", 1000)), (Values{1000, 0, 0}));
        QCOMPARE(perMilles(redBlackPearl.withShare("red", 750)), (Values{750, 150, 100}));
        QCOMPARE(redBlackPearl.withShare("blue", 750), redBlackPearl);
    }

    void othersAllZeroShareEvenly()
    {
        const Mix red = redBlackPearl.withShare("red", 1000);
        QCOMPARE(perMilles(red.withShare("red", 500)), (Values{500, 250, 250}));
    }

    void locksHold()
    {
        const Mix mix = redBlackPearl.withLock("black", true);
        QCOMPARE(mix.lockedTotal(), 300);
        QCOMPARE(perMilles(mix.withShare("red", 600)), (Values{600, 300, 100}));
        QCOMPARE(perMilles(mix.withShare("red", 900)), (Values{700, 300, 0}));
        // The lock binds the edits of others, not one's own.
        QCOMPARE(perMilles(mix.withShare("black", 0)), (Values{714, 0, 286}));
        const Mix fixed = mix.withLock("pearl", true);
        QCOMPARE(fixed.withShare("red", 0), fixed);
        QCOMPARE(perMilles(mix.evened()), (Values{350, 300, 350}));
    }

    void addsAtFivePercent()
    {
        QCOMPARE(perMilles(*redBlackPearl.withColor("blue")), (Values{475, 285, 190, 50}));
        const Mix locked = redBlackPearl.withLock("red", true).withLock("black", true);
        QCOMPARE(perMilles(*locked.withColor("blue")), (Values{500, 300, 150, 50}));
        const Mix nearlyAll = redBlackPearl.withShare("red", 980).withLock("red", true);
        QCOMPARE(perMilles(*nearlyAll.withColor("blue")), (Values{980, 0, 0, 20}));
        const Mix all = locked.withLock("pearl", true);
        QCOMPARE(perMilles(*all.withColor("blue")), (Values{500, 300, 200, 0}));
        QVERIFY(!redBlackPearl.withColor("red"));
        QVERIFY(!redBlackPearl.withColor(""));
        Mix full = redBlackPearl;
        for (const char* color : {"blue", "white", "gray"})
            full = full.withColor(color).value();
        QVERIFY(full.withColor("sand").error().message.find("at most 6") != std::string::npos);
    }

    void removes()
    {
        QCOMPARE(perMilles(*redBlackPearl.withoutColor("red")), (Values{600, 400}));
        QVERIFY(!redBlackPearl.withoutColor("blue"));
        QVERIFY(!mixOf({{"red", 1000}}).withoutColor("red"));
        const Mix locked = redBlackPearl.withLock("black", true).withLock("pearl", true);
        const auto refused = locked.withoutColor("red");
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("locked") != std::string::npos);
        // Without a share nobody has to take anything.
        const Mix withNothing = locked.withLock("red", true).withColor("blue").value();
        QCOMPARE(perMilles(*withNothing.withoutColor("blue")), (Values{500, 300, 200}));
        QCOMPARE(
            perMilles(*locked.withLock("pearl", false).withoutColor("black")), (Values{714, 286}));
    }

    void evens()
    {
        QCOMPARE(perMilles(redBlackPearl.evened()), (Values{333, 334, 333}));
        QCOMPARE(redBlackPearl.evened().evened(), redBlackPearl.evened());
    }

    void reorders()
    {
        QCOMPARE(names(redBlackPearl.reordered({2, 0, 1})),
            (std::vector<std::string>{"pearl", "red", "black"}));
        for (const std::vector<std::size_t>& order :
            {std::vector<std::size_t>{0, 1}, {0, 1, 1}, {0, 1, 3}, {}})
            QCOMPARE(redBlackPearl.reordered(order), redBlackPearl);
    }

    void draggingFromOneBaseGoesBack()
    {
        for (int value = 0; value <= Mix::total; ++value)
            QVERIFY(isValid(redBlackPearl.withShare("red", value)));
        QCOMPARE(redBlackPearl.withShare("red", 500), redBlackPearl);
    }

    void anyHistoryOfEditsKeepsTheRules()
    {
        QVERIFY(rc::check("sum, locks and order survive any edits", [] {
            Mix mix = arbitraryLockedMix();
            const int edits = *rc::gen::inRange(1, 30);
            for (int i = 0; i < edits; ++i) {
                const Mix before = mix;
                const std::string color
                    = mix.shares()[*rc::gen::inRange<std::size_t>(0, mix.size())].color;
                switch (*rc::gen::inRange(0, 6)) {
                case 0:
                    mix = mix.withShare(color, *rc::gen::inRange(-200, 1200));
                    break;
                case 1:
                    mix = mix.withLock(color, *rc::gen::arbitrary<bool>());
                    break;
                case 2:
                    mix = mix.withColor(arbitraryColorName()).value_or(mix);
                    break;
                case 3:
                    mix = mix.withoutColor(color).value_or(mix);
                    break;
                case 4:
                    mix = mix.evened();
                    break;
                default:
                    mix = mix.reordered(arbitraryOrder(mix.size()));
                    continue;
                }
                RC_ASSERT(isValid(mix));
                for (const MixShare& share : before.shares()) {
                    const MixShare* now = mix.find(share.color);
                    if (share.locked && now && share.color != color)
                        RC_ASSERT(now->perMille == share.perMille);
                }
                std::vector<std::string> expected = names(before);
                std::erase_if(expected, [&](const std::string& name) { return !mix.find(name); });
                std::vector<std::string> kept = names(mix);
                std::erase_if(kept, [&](const std::string& name) { return !before.find(name); });
                RC_ASSERT(kept == expected);
            }
        }));
    }

    void editsDoNotDependOnTheOrder()
    {
        QVERIFY(rc::check("edit, then reorder = reorder, then edit", [] {
            const Mix mix = arbitraryLockedMix();
            const auto order = arbitraryOrder(mix.size());
            const std::string color
                = mix.shares()[*rc::gen::inRange<std::size_t>(0, mix.size())].color;
            const int value = *rc::gen::inRange(0, 1001);
            RC_ASSERT(mix.withShare(color, value).reordered(order)
                == mix.reordered(order).withShare(color, value));
            RC_ASSERT(mix.evened().reordered(order) == mix.reordered(order).evened());
        }));
    }

    void sharesStayInProportion()
    {
        QVERIFY(rc::check("each unlocked share is its exact part, but for rounding", [] {
            const Mix mix = arbitraryMix();
            const std::string color = mix.shares().front().color;
            const int value = *rc::gen::inRange(0, 1001);
            const Mix edited = mix.withShare(color, value);
            const int others = Mix::total - mix.find(color)->perMille;
            RC_PRE(others > 0);
            RC_ASSERT(edited.find(color)->perMille == value);
            for (std::size_t i = 1; i < mix.size(); ++i) {
                const double exact = mix.shares()[i].perMille * double(Mix::total - value) / others;
                RC_ASSERT(std::abs(edited.shares()[i].perMille - exact) <= 3.0);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(MixTest)
#include "mix_test.moc"
