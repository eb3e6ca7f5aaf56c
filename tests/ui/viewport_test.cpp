// Which part of a picture is seen, in one view and in several that move as one; without pixels.
#include <QLineF>
#include <QTest>
#include <cmath>
#include <rapidcheck.h>

#include "ui/canvas/viewport.h"
#include "ui/compare/compare_synchronizer.h"

using namespace tilewright::ui;

namespace {

constexpr double tolerance = 1e-6;

double between(double low, double high)
{
    return low + (high - low) * *rc::gen::inRange(0, 1000001) / 1e6;
}

QPointF positionIn(const Viewport& viewport)
{
    return {between(0, viewport.viewSize().width()), between(0, viewport.viewSize().height())};
}

Viewport fittedViewport()
{
    Viewport viewport;
    viewport.setMargin(between(0, 40));
    viewport.setPictureSize(QSizeF(*rc::gen::inRange(16, 5000), *rc::gen::inRange(16, 5000)));
    viewport.setViewSize(QSizeF(*rc::gen::inRange(100, 2000), *rc::gen::inRange(100, 2000)),
        *rc::gen::element(1.0, 1.5, 2.0));
    viewport.setRepeats(*rc::gen::element(1, 3));
    return viewport;
}

/// As a hand leaves it: zoomed somewhere and moved.
Viewport anyViewport()
{
    Viewport viewport = fittedViewport();
    if (*rc::gen::arbitrary<bool>())
        viewport.zoomAt(positionIn(viewport), std::pow(2.0, between(-2, 5)));
    if (*rc::gen::arbitrary<bool>())
        viewport.panBy({between(-500, 500), between(-500, 500)});
    return viewport;
}

/// In the middle, or without a gap at both edges.
bool hasItsPlace(double low, double high, double view)
{
    if (high - low <= view + tolerance)
        return std::abs((low + high) / 2 - view / 2) < tolerance * (1 + high - low);
    return low <= tolerance * (1 + high - low) && high >= view - tolerance * (1 + high - low);
}

bool hasItsPlace(const Viewport& viewport)
{
    const QRectF content = viewport.contentRect();
    return hasItsPlace(content.left(), content.right(), viewport.viewSize().width())
        && hasItsPlace(content.top(), content.bottom(), viewport.viewSize().height());
}

std::vector<Viewport> viewportsOf(std::size_t count)
{
    Viewport viewport;
    viewport.setPictureSize({1000, 1000});
    viewport.setViewSize({400, 300});
    return std::vector<Viewport>(count, viewport);
}

std::vector<Viewport*> pointersTo(std::vector<Viewport>& viewports)
{
    std::vector<Viewport*> pointers;
    for (Viewport& viewport : viewports)
        pointers.push_back(&viewport);
    return pointers;
}

/// Changes the first viewport as a hand would, and lets the others follow.
template <typename Change>
void changeFirst(CompareSynchronizer& synchronizer, std::vector<Viewport>& viewports, Change change)
{
    const Viewport before = viewports[0];
    change(viewports[0]);
    synchronizer.follow(0, before);
}

} // namespace

class ViewportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fittedShowsAll()
    {
        QVERIFY(rc::check([] {
            const Viewport viewport = fittedViewport();
            const QRectF content = viewport.contentRect();
            const QSizeF view = viewport.viewSize();
            RC_ASSERT(content.left() >= -tolerance && content.top() >= -tolerance);
            RC_ASSERT(content.right() <= view.width() + tolerance);
            RC_ASSERT(content.bottom() <= view.height() + tolerance);
            RC_ASSERT(hasItsPlace(viewport));
        }));
    }

    void thePlaceUnderThePointerStays()
    {
        QVERIFY(rc::check([] {
            Viewport viewport = anyViewport();
            const QPointF pointer = positionIn(viewport);
            const QPointF place = viewport.placeAt(pointer);
            viewport.zoomAt(pointer, std::pow(2.0, between(-1, 1)));
            const QRectF content = viewport.contentRect();
            const QPointF now = viewport.placeAt(pointer);
            // Unless an edge of the picture would leave the edge of the view.
            const auto isHeld = [](double low, double high, double view) {
                return high - low <= view + tolerance || low > -tolerance * (1 + high - low)
                    || high < view + tolerance * (1 + high - low);
            };
            RC_ASSERT(std::abs(now.x() - place.x()) < tolerance
                || isHeld(content.left(), content.right(), viewport.viewSize().width()));
            RC_ASSERT(std::abs(now.y() - place.y()) < tolerance
                || isHeld(content.top(), content.bottom(), viewport.viewSize().height()));
        }));
    }

    void nothingLeavesAGap()
    {
        QVERIFY(rc::check([] {
            Viewport viewport = anyViewport();
            RC_ASSERT(hasItsPlace(viewport));
            viewport.panBy({between(-9000, 9000), between(-9000, 9000)});
            RC_ASSERT(hasItsPlace(viewport));
            viewport.setViewSize(QSizeF(*rc::gen::inRange(100, 2000), 300), 1);
            RC_ASSERT(hasItsPlace(viewport));
        }));
    }

    void panningThereAndBack()
    {
        QVERIFY(rc::check([] {
            Viewport viewport = anyViewport();
            viewport.zoomTo({10, 10}, 8);
            const QPointF center = viewport.center();
            const QPointF offset(between(-20, 20), between(-20, 20));
            viewport.panBy(offset);
            const QPointF moved = viewport.center();
            const QSizeF size = viewport.pictureRect().size();
            const QPointF wished
                = center - QPointF(offset.x() / size.width(), offset.y() / size.height());
            RC_PRE(std::abs(moved.x() - wished.x()) < tolerance
                && std::abs(moved.y() - wished.y()) < tolerance);
            viewport.panBy(-offset);
            RC_ASSERT(std::abs(viewport.center().x() - center.x()) < tolerance);
            RC_ASSERT(std::abs(viewport.center().y() - center.y()) < tolerance);
        }));
    }

    void zoomKeepsItsLimits()
    {
        QVERIFY(rc::check([] {
            Viewport viewport = anyViewport();
            const double fitted = viewport.fittedZoom();
            viewport.zoomAt(positionIn(viewport), std::pow(10.0, between(-6, 6)));
            RC_ASSERT(viewport.zoom() >= std::min(Viewport::smallestZoom, fitted));
            RC_ASSERT(viewport.zoom() <= std::max(Viewport::largestZoom, fitted));
        }));
    }

    void theSamePartOfAnotherPicture()
    {
        Viewport one, other;
        one.setPictureSize({1024, 1024});
        one.setViewSize({400, 300});
        other.setPictureSize({512, 512});
        other.setViewSize({400, 300}, 2);
        one.zoomTo({100, 100}, 1.5);
        other.showSameAs(one);
        QCOMPARE(other.pictureRect(), one.pictureRect());
        one.fit();
        other.showSameAs(one);
        QVERIFY(other.isFitted());
    }

    void stepsAreRound()
    {
        Viewport viewport;
        viewport.setPictureSize({1000, 1000});
        viewport.setViewSize({430, 430});
        viewport.stepIn({215, 215});
        QCOMPARE(viewport.zoom(), 0.5);
        viewport.stepIn({215, 215});
        QCOMPARE(viewport.zoom(), 0.67);
        viewport.stepOut({215, 215});
        viewport.stepOut({215, 215});
        QCOMPARE(viewport.zoom(), 0.33);
        for (int i = 0; i < 40; ++i)
            viewport.stepIn({215, 215});
        QCOMPARE(viewport.zoom(), Viewport::largestZoom);
        for (int i = 0; i < 60; ++i)
            viewport.stepOut({215, 215});
        QCOMPARE(viewport.zoom(), Viewport::smallestZoom);
    }

    void lifeSizeNeedsBothScales()
    {
        Viewport viewport;
        viewport.setPictureSize({1000, 1000});
        viewport.setViewSize({400, 400}, 2);
        QVERIFY(!viewport.lifeSizeZoom());
        viewport.setScale(0.5, 8);
        QCOMPARE(*viewport.lifeSizeZoom(), 4.0);
        QVERIFY(!viewport.isLifeSize());
        viewport.zoomTo({200, 200}, 4);
        QVERIFY(viewport.isLifeSize());
        // 1000 pixels of 0.5 mm on 8 dots per mm: 4000 dots, two to a device-independent pixel.
        QCOMPARE(viewport.pictureRect().width(), 2000.0);
    }

    void withoutPictureOrRoomNothingHappens()
    {
        Viewport viewport;
        viewport.zoomAt({5, 5}, 2);
        viewport.panBy({5, 5});
        QVERIFY(viewport.isEmpty());
        QVERIFY(viewport.pictureRect().isEmpty());
        viewport.setPictureSize({100, 100});
        viewport.setMargin(32);
        viewport.setViewSize({60, 60});
        viewport.toggle({5, 5});
        QVERIFY(viewport.isEmpty());
        QVERIFY(viewport.isFitted());
    }

    void equalViewsStayEqual()
    {
        QVERIFY(rc::check([] {
            std::vector<Viewport> views = viewportsOf(3);
            CompareSynchronizer synchronizer;
            synchronizer.setViewports(pointersTo(views));
            for (int i = 0; i < 8; ++i) {
                const QPointF position(*rc::gen::inRange(0, 400), *rc::gen::inRange(0, 300));
                const double factor = *rc::gen::inRange(50, 300) / 100.0;
                const bool isZoom = *rc::gen::arbitrary<bool>();
                changeFirst(synchronizer, views, [&](Viewport& view) {
                    if (isZoom)
                        view.zoomAt(position, factor);
                    else
                        view.panBy(position - QPointF(200, 150));
                });
                for (const Viewport& view : views) {
                    const QRectF one = view.pictureRect(), first = views[0].pictureRect();
                    RC_ASSERT(QLineF(one.topLeft(), first.topLeft()).length() < 1e-3);
                    RC_ASSERT(std::abs(one.width() - first.width()) < 1e-3);
                }
            }
        }));
    }

    void shiftsAndSizesAreKept()
    {
        std::vector<Viewport> views = viewportsOf(3);
        views[2].setPictureSize({500, 500});
        CompareSynchronizer synchronizer;
        synchronizer.setViewports(pointersTo(views));
        changeFirst(synchronizer, views, [](Viewport& view) { view.zoomAt({200, 150}, 8); });
        QCOMPARE(views[2].pictureRect(), views[0].pictureRect());
        views[1].setCenter({0.6, 0.5});
        changeFirst(synchronizer, views, [](Viewport& view) { view.panBy({-30, 20}); });
        QVERIFY(std::abs(views[1].center().x() - views[0].center().x() - 0.1) < 1e-9);
        QVERIFY(std::abs(views[1].center().y() - views[0].center().y()) < 1e-9);
        changeFirst(synchronizer, views, [](Viewport& view) { view.fit(); });
        QVERIFY(views[1].isFitted() && views[2].isFitted());
    }

    void aLockedViewKeepsItsPlace()
    {
        std::vector<Viewport> views = viewportsOf(3);
        CompareSynchronizer synchronizer;
        synchronizer.setViewports(pointersTo(views));
        synchronizer.setLocked(1, true);
        changeFirst(synchronizer, views, [](Viewport& view) { view.zoomAt({200, 150}, 4); });
        QVERIFY(views[1].isFitted());
        QVERIFY(!views[2].isFitted());
        synchronizer.setLocked(0, true);
        changeFirst(synchronizer, views, [](Viewport& view) { view.fit(); });
        QVERIFY(!views[2].isFitted());
    }
};

QTEST_APPLESS_MAIN(ViewportTest)
#include "viewport_test.moc"
