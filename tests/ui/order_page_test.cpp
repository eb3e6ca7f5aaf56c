#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "core/support/atomic_file.h"
#include "core/support/paths.h"
#include "ui/catalog/background_task.h"
#include "ui/catalog/order/layer_rows.h"
#include "ui/catalog/order/order_items_model.h"
#include "ui/catalog/order/order_lines_model.h"
#include "ui/catalog/order/order_page.h"
#include "ui/catalog/order/order_settings_editor.h"
#include "ui/theme/studio_style.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

const Palette& palette()
{
    static const Palette colors
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return colors;
}

Article articleOf(const std::string& id, const char* mix)
{
    Article article;
    article.id = article.code = id;
    article.name = "Tile " + id;
    article.product.thicknessMillimetres = 10;
    const Mix parsed = parseMix(mix, palette()).value();
    for (const MixShare& share : parsed.shares()) {
        const GranuleColor* color = palette().find(share.color);
        article.colors.push_back(
            {color->name, color->nameRu, color->code, color->srgb, color->lab, share.perMille});
    }
    return article;
}

CatalogPointer exampleCatalog()
{
    Catalog catalog;
    catalog.articles = {articleOf("A1", "50% red, 30% black, 20% pearl"),
        articleOf("A2", "100% black"), articleOf("A3", "60% blue, 40% white")};
    return std::make_shared<const Catalog>(std::move(catalog));
}

} // namespace

class OrderPageTest : public QObject {
    Q_OBJECT
private:
    /// A page on the example, shown, with the layer of 9 kg/m², no waste and no binder.
    struct Page {
        Page()
        {
            page.setPalette(palette());
            page.setCatalog(exampleCatalog());
            page.settingsEditor()->wasteBox()->setValue(0);
            page.settingsEditor()->binderBox()->setValue(0);
            page.resize(1100, 720);
            page.show();
            page.activateWindow();
        }
        QString cell(int row, int column) const
        {
            return page.linesView()->model()->index(row, column).data().toString();
        }
        std::int64_t gramsOf(const std::string& name) const
        {
            if (page.order())
                for (const OrderLine& line : page.order()->lines)
                    if (line.name == name)
                        return line.grams;
            return 0;
        }
        mutable OrderPage page;
    };

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString priceFile() const
    {
        const QString file = path("prices.csv");
        if (!writeFileAtomically(
                file.toStdString(), "code,price,currency\nRED,2.85,CHF\nbinder,4.25,CHF\n"))
            qFatal("cannot write %s", qPrintable(file));
        return file;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new StudioStyle);
        QLocale::setDefault(QLocale::c());
        QCoreApplication::setOrganizationName(QStringLiteral("order-test"));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        QSettings().clear();
    }

    void reckonsWhileItIsEdited()
    {
        Page shown;
        OrderPage& page = shown.page;
        page.setChosen({0});
        page.commonAreaBox()->setValue(10);
        QCOMPARE(shown.gramsOf("red"), 45'000);
        QCOMPARE(page.linesView()->model()->rowCount(), 4); // three colours and the total
        QCOMPARE(shown.cell(0, OrderLinesModel::MaterialColumn), QStringLiteral("Red"));
        QCOMPARE(shown.cell(0, OrderLinesModel::MassColumn), QStringLiteral("45.0"));
        QCOMPARE(shown.cell(0, OrderLinesModel::BagsColumn), QStringLiteral("2"));
        QCOMPARE(shown.cell(3, OrderLinesModel::MassColumn), QStringLiteral("90.0"));
        QVERIFY(page.linesView()->isColumnHidden(OrderLinesModel::CostColumn));

        page.settingsEditor()->wasteBox()->setValue(10);
        QCOMPARE(shown.gramsOf("red"), 49'500);
        page.settingsEditor()->binderBox()->setValue(20);
        QCOMPARE(page.order()->binderGrams, 19'800);
        QCOMPARE(shown.cell(3, OrderLinesModel::MaterialColumn), QStringLiteral("Binder"));
        page.settingsEditor()->bagBox()->setValue(10);
        QCOMPARE(page.order()->lines[0].bags, 5);
    }

    void everyTileMayHaveAnAreaOfItsOwn()
    {
        Page shown;
        OrderPage& page = shown.page;
        OrderItemsModel* items = page.items();
        QCOMPARE(items->rowCount(), 3); // none chosen: all
        page.commonAreaBox()->setValue(1);
        QCOMPARE(items->totalArea(), 3.0);
        const QModelIndex second = items->index(1, OrderItemsModel::AreaColumn);
        QVERIFY(items->setData(second, QStringLiteral("24,5")));
        QCOMPARE(shown.gramsOf("black"), 24'500 * 9 + 9'000 * 3 / 10);
        for (const char* wrong : {"much", "-1", "0.001", "2000000", "1e3"})
            QVERIFY2(!items->setData(second, QString::fromUtf8(wrong)), wrong);
        QCOMPARE(items->area(1), 24.5);
        page.commonAreaBox()->setValue(2);
        QCOMPARE(items->totalArea(), 28.5);
        // It outlasts a change of the choice, and an empty cell follows all again.
        page.setChosen({2});
        QCOMPARE(items->rowCount(), 1);
        QCOMPARE(shown.gramsOf("black"), 0);
        page.setChosen({1, 0});
        QCOMPARE(items->article(0).id, std::string("A1"));
        QCOMPARE(items->area(1), 24.5);
        QVERIFY(items->setData(second, QString()));
        QCOMPARE(items->area(1), 2.0);
        // None of a tile, then of any.
        QVERIFY(items->setData(second, 0));
        QCOMPARE(page.order()->items.size(), 1U);
        page.commonAreaBox()->setValue(0);
        QVERIFY(!page.order());
        QVERIFY(page.problem().isEmpty());
        QVERIFY(!page.pdfButton()->isEnabled());
        QVERIFY(!page.linesView()->isVisible());
    }

    void areasAreTypedAndPasted()
    {
        Page shown;
        OrderPage& page = shown.page;
        page.itemsView()->setFocus();
        page.itemsView()->setCurrentIndex(page.items()->index(0, OrderItemsModel::AreaColumn));
        page.itemsView()->edit(page.itemsView()->currentIndex());
        auto* editor = page.itemsView()->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("12.5"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(page.items()->area(0), 12.5); // committed by a queued call

        QGuiApplication::clipboard()->setText(
            QStringLiteral("Lobby\t4,5\nHall\t1 200\nroom\t7\ntoo many\t1\n"));
        page.itemsView()->setCurrentIndex(page.items()->index(1, OrderItemsModel::AreaColumn));
        QTest::keySequence(page.itemsView(), QKeySequence(QKeySequence::Paste));
        QCOMPARE(page.items()->area(0), 12.5);
        QCOMPARE(page.items()->area(1), 4.5);
        QCOMPARE(page.items()->area(2), 1200.0);
        QSignalSpy failed(&page, &CatalogPage::failed);
        QGuiApplication::clipboard()->setText(QStringLiteral("4\nmuch"));
        page.pasteAreas();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(page.items()->area(1), 4.5);
    }

    void theModelsKeepTheRules()
    {
        Page shown;
        OrderPage& page = shown.page;
        const QAbstractItemModelTester items(
            page.items(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester lines(
            page.lines(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        page.settingsEditor()->loadPrices(priceFile());
        page.settingsEditor()->binderBox()->setValue(18);
        page.setChosen({1});
        page.items()->setData(page.items()->index(0, 1), 3);
        page.items()->paste(0, QStringLiteral("8"));
        page.settingsEditor()->clearPrices();
        page.setCatalog(nullptr);
        QCOMPARE(page.items()->rowCount(), 0);
        QVERIFY(!page.order());
        page.setCatalog(exampleCatalog());
        QVERIFY(page.order());
    }

    void layersAreAddedAndRemoved()
    {
        Page shown;
        OrderPage& page = shown.page;
        page.setChosen({1});
        page.commonAreaBox()->setValue(10);
        LayerRows* layers = page.settingsEditor()->layerRows();
        QCOMPARE(layers->count(), 1);
        QVERIFY(!layers->removeButton(0)->isEnabled());
        QCOMPARE(layers->mass(0)->value(), layerMass(10));
        QVERIFY(!layers->massButton(0)->isVisible());
        // The mass follows the thickness until one is typed.
        layers->thickness(0)->setValue(20);
        QCOMPARE(layers->mass(0)->value(), layerMass(20));
        layers->mass(0)->setValue(15);
        layers->thickness(0)->setValue(25);
        QCOMPARE(layers->mass(0)->value(), 15.0);
        QCOMPARE(shown.gramsOf("black"), 150'000);
        QVERIFY(layers->massButton(0)->isVisible());
        layers->massButton(0)->click();
        QCOMPARE(layers->mass(0)->value(), layerMass(25));

        layers->addButton()->click();
        QCOMPARE(layers->count(), 2);
        QTRY_COMPARE(page.focusWidget(), layers->thickness(1));
        layers->material(1)->setText(QStringLiteral("EVA "));
        layers->mass(1)->setValue(5);
        QCOMPARE(shown.gramsOf("EVA"), 50'000);
        while (layers->addButton()->isEnabled())
            layers->addButton()->click();
        QCOMPARE(layers->count(), int(OrderLimits::maximumLayers));
        layers->removeButton(1)->click();
        QCOMPARE(shown.gramsOf("EVA"), 0);
        while (layers->count() > 1)
            layers->removeButton(layers->count() - 1)->click();
        QCOMPARE(page.order()->lines.size(), 1U);
    }

    void theFirstOrderIsOfTheProduct()
    {
        Catalog catalog = *exampleCatalog();
        catalog.articles[0].product.thicknessMillimetres = 45;
        catalog.articles[0].product.binderPercent = 12;
        OrderPage page;
        page.setCatalog(std::make_shared<const Catalog>(catalog));
        QCOMPARE(page.settingsEditor()->layerRows()->thickness(0)->value(), 45.0);
        QCOMPARE(page.settingsEditor()->binderBox()->value(), 12.0);
    }

    void pricesAreShown()
    {
        Page shown;
        OrderPage& page = shown.page;
        page.setChosen({0});
        page.commonAreaBox()->setValue(10);
        page.settingsEditor()->binderBox()->setValue(18);
        page.settingsEditor()->loadPrices(priceFile());
        QVERIFY(!page.linesView()->isColumnHidden(OrderLinesModel::CostColumn));
        QCOMPARE(page.lines()->headerData(OrderLinesModel::CostColumn, Qt::Horizontal).toString(),
            QStringLiteral("Cost, CHF"));
        QCOMPARE(shown.cell(0, OrderLinesModel::CostColumn), QStringLiteral("142.50"));
        QCOMPARE(shown.cell(1, OrderLinesModel::CostColumn), QStringLiteral("–"));
        QCOMPARE(shown.cell(4, OrderLinesModel::CostColumn), QStringLiteral("211.35"));
        QCOMPARE(page.lines()->withoutPrice(),
            QStringList({QStringLiteral("Black"), QStringLiteral("Pearl")}));
        QVERIFY(page.settingsEditor()->priceNote().contains(QLatin1String("CHF")));

        // One that cannot be read is told of, and the one before stays.
        QVERIFY(writeFileAtomically(path("bad.csv").toStdString(), "code,price\nRED,cheap\n"));
        page.settingsEditor()->loadPrices(path("bad.csv"));
        QVERIFY(page.settingsEditor()->priceNote().contains(QLatin1String("cheap")));
        QCOMPARE(page.order()->currency, std::string("CHF"));
        page.settingsEditor()->clearPricesButton()->click();
        QVERIFY(page.order()->currency.empty());
        QVERIFY(page.linesView()->isColumnHidden(OrderLinesModel::CostColumn));
    }

    void whatWasSetIsRemembered()
    {
        {
            Page shown;
            shown.page.commonAreaBox()->setValue(33.5);
            shown.page.settingsEditor()->wasteBox()->setValue(7.5);
            LayerRows* layers = shown.page.settingsEditor()->layerRows();
            layers->addButton()->click();
            layers->mass(1)->setValue(26);
            shown.page.settingsEditor()->loadPrices(priceFile());
        }
        OrderPage page;
        page.setCatalog(exampleCatalog());
        QCOMPARE(page.commonAreaBox()->value(), 33.5);
        QCOMPARE(page.items()->area(0), 33.5);
        const OrderSettings settings = page.settingsEditor()->settings();
        QCOMPARE(settings.wastePercent, 7.5);
        QCOMPARE(settings.layers.size(), 2U);
        QCOMPARE(settings.layers[1].kilogramsPerSquareMetre, 26.0);
        QVERIFY(!settings.layers[0].kilogramsPerSquareMetre);
        QCOMPARE(page.settingsEditor()->prices()->currency, std::string("CHF"));
        // A list that went away is told of, and nothing else is lost.
        QVERIFY(QFile::remove(path("prices.csv")));
        OrderPage other;
        QVERIFY(!other.settingsEditor()->prices());
        QVERIFY(other.settingsEditor()->priceNote().contains(QLatin1String("prices.csv")));
        // Damaged settings are as if there were none.
        QSettings().setValue(
            QStringLiteral("catalog/order/settings"), QStringLiteral("{\"layers\":"));
        QCOMPARE(OrderPage().settingsEditor()->settings(), OrderSettings{});
    }

    void savesInEveryForm()
    {
        Page shown;
        OrderPage& page = shown.page;
        QSignalSpy finished(&page.task(), &BackgroundTask::finished);
        for (const char* name : {"order.csv", "order.json", "order.pdf"}) {
            page.saveTo(path(name));
            QVERIFY(!page.csvButton()->isEnabled());
            QVERIFY(finished.wait());
            QVERIFY(page.csvButton()->isEnabled());
        }
        QCOMPARE(finished.size(), 3);
        const auto read = [&](const char* name) {
            QFile file(path(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(read("order.csv").startsWith("\xEF\xBB\xBFmaterial,code,kg"));
        QCOMPARE(QJsonDocument::fromJson(read("order.json"))
                     .object()[QLatin1String("lines")]
                     .toArray()
                     .size(),
            5);
        QVERIFY(read("order.pdf").startsWith("%PDF"));
    }

    void aFolderThatIsNotThereIsTold()
    {
        Page shown;
        QSignalSpy failed(&shown.page, &CatalogPage::failed);
        shown.page.saveTo(path("nowhere/order.csv"));
        QVERIFY(failed.wait());
        QVERIFY(failed[0][0].toString().contains(QLatin1String("nowhere")));
        QVERIFY(shown.page.csvButton()->isEnabled());
    }

    void copiesTheTable()
    {
        Page shown;
        shown.page.setChosen({1});
        shown.page.commonAreaBox()->setValue(10);
        shown.page.copyButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("Material\tCode\tkg\tBags\nBlack\tBLACK\t90.0\t4\nTotal\t\t90.0\t4\n"));
    }

    void reckonsOnlyWhileItIsSeen()
    {
        OrderPage page;
        page.setCatalog(exampleCatalog());
        QVERIFY(!page.order());
        page.show();
        QVERIFY(page.order());
    }

    void everyControlHasANameAndTheWheelAsks()
    {
        Page shown;
        OrderPage& page = shown.page;
        page.settingsEditor()->loadPrices(priceFile());
        page.settingsEditor()->layerRows()->addButton()->click();
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&page)
                || (button && !button->text().isEmpty())
                || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        for (QDoubleSpinBox* box : {page.commonAreaBox(), page.settingsEditor()->wasteBox(),
                 page.settingsEditor()->layerRows()->thickness(0)}) {
            const double before = box->value();
            page.itemsView()->setFocus();
            QWheelEvent wheel({5, 5}, box->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, {}, {},
                Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(box, &wheel);
            QCOMPARE(box->value(), before);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(OrderPageTest)
#include "order_page_test.moc"
