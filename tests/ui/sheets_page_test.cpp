#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "core/support/atomic_file.h"
#include "support/sheet_fixture.h"
#include "ui/catalog/sheets/pages_view.h"
#include "ui/catalog/sheets/sheets_page.h"
#include "ui/catalog/sheets/template_editor.h"

using namespace tilewright;
using namespace tilewright::test;
using namespace tilewright::ui;

namespace {
constexpr int patience = 60'000;

/// The document that stands when the settings have come to rest.
bool settle(SheetsPage& page)
{
    return QTest::qWaitFor(
        [&] { return page.document() && page.saveButton()->isEnabled(); }, patience);
}

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(box->findData(value));
    Q_EMIT box->activated(box->currentIndex());
}
} // namespace

class SheetsPageTest : public QObject {
    Q_OBJECT

private:
    SheetFixture m_fixture;

    CatalogPointer catalog(int articles) const
    {
        return std::make_shared<const Catalog>(m_fixture.catalog(articles));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("tilewright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("sheets-page"));
    }
    void init() { QSettings().clear(); }

    void pagesFollowTheSettings()
    {
        SheetsPage page;
        QVERIFY(!page.saveButton()->isEnabled());
        page.resize(1000, 700);
        page.show();
        page.setCatalog(catalog(20));
        QVERIFY(settle(page));
        QCOMPARE(page.document()->pageCount(), 1 + 1 + 3 + 1);
        QTRY_VERIFY_WITH_TIMEOUT(page.pages()->hasPicture(0), patience);

        QTest::mouseClick(page.editor()->cover(), Qt::LeftButton, {}, QPoint(8, 12));
        choose(page.editor()->tilesPerPage(), 4);
        QVERIFY(QTest::qWaitFor([&] { return page.document()->pageCount() == 7; }, patience));
        choose(page.editor()->orientation(), true);
        QVERIFY(
            QTest::qWaitFor([&] { return page.document()->pageSize().width() > 800; }, patience));
        QVERIFY(settle(page));
        QVERIFY(page.pageLabel()->text().contains(QLatin1String("7")));

        page.setCatalog(nullptr);
        QVERIFY(QTest::qWaitFor([&] { return !page.document(); }, patience));
        QVERIFY(!page.saveButton()->isEnabled());
    }

    void aSpecificationIsOfTheChosen()
    {
        SheetsPage page;
        page.setCatalog(catalog(8));
        page.setChosen({5, 2});
        QCOMPARE(page.articles().size(), std::size_t{8});
        page.kindButton(SheetsPage::Kind::Specification)->click();
        QCOMPARE(page.articles(), (std::vector<std::size_t>{2, 5}));
        QVERIFY(QTest::qWaitFor(
            [&] { return page.document() && page.document()->pageCount() == 2; }, patience));
        QVERIFY(!page.editor()->cover()->isVisibleTo(page.editor()));
        choose(page.scope(), false);
        QVERIFY(QTest::qWaitFor([&] { return page.document()->pageCount() == 8; }, patience));
        page.kindButton(SheetsPage::Kind::Catalog)->click();
        QVERIFY(page.editor()->cover()->isVisibleTo(page.editor()));
    }

    void aPdfIsSaved()
    {
        SheetsPage page;
        page.setCatalog(catalog(5));
        QVERIFY(settle(page));
        QSignalSpy finished(&page.task(), &BackgroundTask::finished);
        page.savePdf(m_fixture.file("page.pdf"));
        QVERIFY(finished.wait(patience));
        const auto result = finished[0][0].value<TaskResult>();
        QCOMPARE(result.path, m_fixture.file("page.pdf"));
        QVERIFY(result.problems.isEmpty());
        QCOMPARE(pdfPages(result.path).size(), page.document()->pageCount());
        QVERIFY(page.saveButton()->isEnabled());
        // The next one goes to the same folder, under the catalogue's name.
        QCOMPARE(page.proposedFile(), m_fixture.file("Rubber tiles.pdf"));
    }

    void failingAndCancellingAreTold()
    {
        SheetsPage page;
        page.setCatalog(catalog(60));
        QVERIFY(settle(page));
        QSignalSpy failed(&page, &SheetsPage::failed);
        page.savePdf(m_fixture.file("none/page.pdf"));
        QVERIFY(failed.wait(patience));
        QVERIFY(failed[0][0].toString().contains(QLatin1String("page.pdf")));

        QSignalSpy cancelled(&page.task(), &BackgroundTask::cancelled);
        page.savePdf(m_fixture.file("cancelled.pdf"));
        page.task().cancel();
        QVERIFY(cancelled.wait(patience));
        QVERIFY(!std::filesystem::exists(m_fixture.path("cancelled.pdf")));
    }

    void templatesAreKeptAndTaken()
    {
        SheetTemplate design;
        {
            SheetsPage page;
            choose(page.editor()->language(), QStringLiteral("ru"));
            page.editor()->seed()->setChecked(true);
            design = page.editor()->design();
            page.saveTemplate(m_fixture.file("mine.json"));
            page.kindButton(SheetsPage::Kind::Specification)->click();
        }
        SheetsPage page; // as it was left
        QVERIFY(page.editor()->design() == design);
        QCOMPARE(page.kind(), SheetsPage::Kind::Specification);

        page.editor()->setDesign({});
        page.loadTemplate(m_fixture.file("mine.json"));
        QVERIFY(page.editor()->design() == design);

        QSignalSpy failed(&page, &SheetsPage::failed);
        QVERIFY(writeFileAtomically(m_fixture.path("bad.json"), "{\"paper\": \"a0\"}"));
        page.loadTemplate(m_fixture.file("bad.json"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QLatin1String("bad.json")));
        QVERIFY(page.editor()->design() == design);
    }

    void theWheelZoomsWithControl()
    {
        SheetsPage page;
        page.resize(900, 600);
        page.show();
        page.setCatalog(catalog(30));
        QVERIFY(settle(page));
        PagesView& view = *page.pages();
        QVERIFY(view.isFitted());
        QVERIFY(view.pageRect(0).width() > 400);
        const auto wheel = [&](Qt::KeyboardModifiers modifiers, int delta) {
            QWheelEvent event(QPointF(200, 200), view.viewport()->mapToGlobal(QPointF(200, 200)),
                {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.viewport(), &event);
        };
        const double fitted = view.zoom();
        wheel(Qt::ControlModifier, 120);
        QCOMPARE(view.zoom(), fitted * 1.25);
        QVERIFY(!view.isFitted());
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.isFitted());
        QCOMPARE(view.zoom(), fitted);
        wheel(Qt::NoModifier, -120);
        QVERIFY(view.verticalScrollBar()->value() > 0);

        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentPage(), page.document()->pageCount() - 1);
        QTRY_VERIFY_WITH_TIMEOUT(view.hasPicture(view.currentPage()), patience);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentPage(), 0);
    }
};

QTEST_MAIN(SheetsPageTest)
#include "sheets_page_test.moc"
