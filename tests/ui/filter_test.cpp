#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "core/support/paths.h"
#include "ui/gallery/filter/color_filter.h"
#include "ui/gallery/filter/color_swatches.h"
#include "ui/gallery/filter/date_filter.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/filter/label_filter.h"
#include "ui/gallery/filter/query_notes.h"
#include "ui/gallery/filter/range_slider.h"
#include "ui/gallery/filter/saved_searches.h"
#include "ui/gallery/filter/search_field.h"
#include "ui/gallery/filter/share_filter.h"
#include "ui/gallery/filter/star_filter.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

Palette rubberPalette()
{
    return Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
}

Mix mixOf(std::vector<MixShare> shares)
{
    return Mix::create(std::move(shares)).value();
}

/// As a click on an entry of its list.
void choose(QComboBox* box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void chooseValue(QComboBox* box, const QVariant& value)
{
    choose(box, box->findData(value));
}

} // namespace

class FilterTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_settings;
    std::unique_ptr<FilterPanel> m_panel;
    TileQuery m_told; ///< by the last signal
    int m_timesTold = 0;

    QLineEdit* line() { return m_panel->searchField()->lineEdit(); }

    void type(const char* text)
    {
        line()->setFocus();
        QTest::keyClicks(line(), QString::fromUtf8(text));
    }

    void typeAndAccept(const char* text)
    {
        type(text);
        QTest::keyClick(line(), Qt::Key_Return);
    }

    void clickSwatch(const char* color)
    {
        ColorSwatches* swatches = m_panel->colorFilter()->swatches();
        QTest::mouseClick(swatches, Qt::LeftButton, {}, swatches->swatchRect(color).center());
    }

private Q_SLOTS:
    void init()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
        m_panel = std::make_unique<FilterPanel>(rubberPalette());
        m_timesTold = 0;
        m_told = {};
        connect(m_panel.get(), &FilterPanel::queryChanged, this, [this](const TileQuery& query) {
            m_told = query;
            ++m_timesTold;
        });
        m_panel->resize(260, 900);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void typingSettlesOnce()
    {
        type("red 40-60, ember");
        QCOMPARE(m_timesTold, 0);
        QTRY_COMPARE(m_timesTold, 1);
        QCOMPARE(m_told.shares, (std::vector<ShareRange>{{"red", 40, 60}}));
        QCOMPARE(m_told.text, std::string("ember"));
        QCOMPARE(m_panel->query(), m_told);
        // The controls show it, the text stays as it is being typed.
        QVERIFY(m_panel->colorFilter()->row("red"));
        QCOMPARE(line()->text(), QStringLiteral("red 40-60, ember"));
    }

    void whatIsTypedReplacesWhatWasTyped()
    {
        type("rating 3");
        QTRY_COMPARE(m_panel->query().minimumRating, 3);
        line()->clear();
        type("picked");
        QTRY_COMPARE(m_panel->query().flag, std::optional(Flag::Picked));
        QCOMPARE(m_panel->query().minimumRating, 0);
    }

    void enterTurnsTextIntoControls()
    {
        typeAndAccept("red 40-60, rating 3+, ember, seed 12");
        QCOMPARE(m_timesTold, 1);
        QCOMPARE(line()->text(), QStringLiteral("seed 12, ember"));
        QCOMPARE(m_panel->starFilter()->stars(), 3);
        QCOMPARE(m_told.minimumRating, 3);
        QCOMPARE(m_told.seed, std::optional<std::uint64_t>(12));
        // More is added to it.
        line()->clear();
        typeAndAccept("no black");
        QCOMPARE(m_told.shares, (std::vector<ShareRange>{{"red", 40, 60}, {"black", 0, 0}}));
        QCOMPARE(m_told.minimumRating, 3);
        QVERIFY(!m_told.seed);
    }

    void touchingAControlKeepsWhatWasTyped()
    {
        type("red 40-60, ember");
        QTRY_COMPARE(m_timesTold, 1);
        QTest::keyClick(m_panel->starFilter(), Qt::Key_4);
        QCOMPARE(m_timesTold, 2);
        QCOMPARE(m_told.minimumRating, 4);
        QCOMPARE(m_told.shares.size(), std::size_t{1});
        QCOMPARE(m_told.text, std::string("ember"));
        QCOMPARE(line()->text(), QStringLiteral("ember"));
    }

    void notesAreShownBelow()
    {
        QVERIFY(!m_panel->searchField()->notes()->isVisible());
        type("rating 7");
        QTRY_VERIFY(m_panel->searchField()->notes()->isVisible());
        QVERIFY(m_panel->searchField()->notes()->text().contains(QStringLiteral("rating 7")));
        QCOMPARE(m_timesTold, 0);
        line()->clear();
        type("rating 5");
        QTRY_VERIFY(!m_panel->searchField()->notes()->isVisible());
    }

    void theQueryThatIsSetIsShownAndNotTold()
    {
        TileQuery query;
        query.shares = {{"red", 40, 60}, {"dark green", 0, 20}};
        query.seed = 5;
        query.minimumRating = 2;
        query.flag = Flag::None;
        query.label = 0;
        query.maximumError = 1.25; // none of those that are offered
        query.modelName = "a model that nobody named";
        query.createdFrom = "2026-02-03";
        query.mixKeys = {"50% black, 50% red"};
        query.text = "a, b";
        query.order = TileOrder::Fidelity;
        query.groupByMix = query.hideRejected = true;
        m_panel->setQuery(query);
        QCOMPARE(m_timesTold, 0);
        QCOMPARE(m_panel->query(), query);
        QCOMPARE(m_panel->colorFilter()->shares(), query.shares);
        QCOMPARE(m_panel->starFilter()->stars(), 2);
        QCOMPARE(m_panel->labelFilter()->label(), std::optional(0));
        QCOMPARE(m_panel->flagBox()->currentData().toInt(), static_cast<int>(Flag::None));
        QCOMPARE(m_panel->fidelityBox()->currentData().toDouble(), 1.25);
        QCOMPARE(m_panel->modelBox()->currentText(), QStringLiteral("a model that nobody named"));
        QCOMPARE(m_panel->dateFilter()->fromField()->date(), QDate(2026, 2, 3));
        QCOMPARE(line()->text(), QStringLiteral("mix \"50% black, 50% red\", seed 5, \"a, b\""));
        QVERIFY(m_panel->groupBox()->isChecked() && m_panel->hideRejectedBox()->isChecked());
        // Enter in the field finds the same again.
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_panel->query(), query);
        QCOMPARE(m_timesTold, 0);

        m_panel->setQuery({});
        QCOMPARE(m_panel->flagBox()->currentIndex(), 0);
        QCOMPARE(m_panel->modelBox()->currentIndex(), 0);
        QCOMPARE(m_panel->fidelityBox()->currentIndex(), 0);
        QCOMPARE(m_panel->dateFilter()->choice()->currentIndex(), 0);
        QVERIFY(line()->text().isEmpty());
    }

    void aSwatchBecomesARowWithARange()
    {
        clickSwatch("red");
        QCOMPARE(m_told.shares, (std::vector<ShareRange>{{"red", 0.1, 100}}));
        ShareFilter* row = m_panel->colorFilter()->row("red");
        QVERIFY(row);
        QTest::keyClick(row->slider(), Qt::Key_Right);
        QCOMPARE(m_told.shares, (std::vector<ShareRange>{{"red", 1, 100}}));
        QCOMPARE(row->numbers(), QStringLiteral("1–100 %"));
        clickSwatch("black");
        row->removeButton()->click();
        QCOMPARE(m_told.shares, (std::vector<ShareRange>{{"black", 0.1, 100}}));
        clickSwatch("black");
        QVERIFY(m_told.shares.empty());
        QVERIFY(!m_panel->colorFilter()->row("black"));
    }

    void boxesSetTheirCondition()
    {
        m_panel->setModels({QStringLiteral("starter"), QStringLiteral("SDXL")});
        m_panel->setRecipes({{QStringLiteral("Ember"), "30% black, 70% red"}});
        QCOMPARE(m_timesTold, 0);
        chooseValue(m_panel->flagBox(), static_cast<int>(Flag::Rejected));
        QCOMPARE(m_told.flag, std::optional(Flag::Rejected));
        choose(m_panel->flagBox(), 0);
        QVERIFY(!m_told.flag);
        chooseValue(m_panel->fidelityBox(), QVariant(2.0));
        QCOMPARE(m_told.maximumError, std::optional(2.0));
        chooseValue(m_panel->modelBox(), QVariant(QStringLiteral("SDXL")));
        QCOMPARE(m_told.modelName, std::string("SDXL"));
        choose(m_panel->recipeBox(), 1);
        QCOMPARE(m_told.mixKeys, std::vector<std::string>{"30% black, 70% red"});
        QVERIFY(line()->text().isEmpty());
        choose(m_panel->recipeBox(), 0);
        QVERIFY(m_told.mixKeys.empty());
        m_panel->groupBox()->click();
        m_panel->hideRejectedBox()->click();
        QVERIFY(m_told.groupByMix && m_told.hideRejected);
        QVERIFY(m_panel->clearButton()->isEnabled());
        m_panel->clearButton()->click();
        QCOMPARE(m_told, TileQuery());
        QVERIFY(!m_panel->clearButton()->isEnabled());
    }

    void ordersByClosenessFollowTheCurrentMix()
    {
        const Mix red = mixOf({{"red", 1000}});
        const Mix black = mixOf({{"black", 1000}});
        m_panel->setReference(red);
        QCOMPARE(m_timesTold, 0);
        chooseValue(m_panel->orderBox(), static_cast<int>(TileOrder::ColorDifference));
        QCOMPARE(m_told.order, TileOrder::ColorDifference);
        QCOMPARE(m_told.reference, std::optional(red));
        m_panel->setReference(black);
        QTRY_COMPARE(m_told.reference, std::optional(black));
        QCOMPARE(m_timesTold, 2);
        chooseValue(m_panel->orderBox(), static_cast<int>(TileOrder::Newest));
        QVERIFY(!m_told.reference);
        // One that was typed stays.
        typeAndAccept("closest in shares to \"100% red\"");
        QCOMPARE(m_told.reference, std::optional(red));
        const int timesTold = m_timesTold;
        m_panel->setReference(mixOf({{"pearl", 1000}}));
        QTest::qWait(2 * SearchField::settleMilliseconds);
        QCOMPARE(m_timesTold, timesTold);
    }

    void searchesAreSaved()
    {
        m_panel->setReference(mixOf({{"red", 1000}}));
        typeAndAccept("red 40-60, rating 3+, today, ember, closest in colour");
        const TileQuery query = m_panel->query();
        const QString name = QStringLiteral("Warm / дворик & more");
        m_panel->saveSearch(name);
        m_panel->clear();
        QCOMPARE(SavedSearches::names(), QStringList{name});
        QVERIFY(SavedSearches::text(name).contains(QStringLiteral("today")));

        // Another window, another mix.
        FilterPanel other(rubberPalette());
        const Mix black = mixOf({{"black", 1000}});
        other.setReference(black);
        other.applySavedSearch(name);
        TileQuery expected = query;
        expected.reference = black;
        QCOMPARE(other.query(), expected);

        QMenu* menu = m_panel->searchField()->savedMenu();
        menu->actions().front()->trigger();
        QCOMPARE(m_told, query);
        SavedSearches::remove(name);
        QVERIFY(SavedSearches::names().isEmpty());
        // Now that there is a query, it can be saved.
        menu = m_panel->searchField()->savedMenu();
        QVERIFY(menu->actions().front()->isEnabled());
        m_panel->clear();
        menu = m_panel->searchField()->savedMenu();
        QVERIFY(!menu->actions().front()->isEnabled());
    }

    void examplesCanBeTyped()
    {
        for (const QueryExample& example : queryExamples()) {
            const ParsedQuery parsed = parseQuery(example.text.toStdString(), rubberPalette());
            QVERIFY2(parsed.notes.empty(), qPrintable(example.text));
            QVERIFY2(parsed.query != TileQuery(), qPrintable(example.text));
            const bool isText = example.text.startsWith(QLatin1Char('"'));
            QCOMPARE(parsed.query.text.empty(), !isText);
        }
        const auto actions = m_panel->searchField()->exampleMenu()->actions();
        actions[0]->trigger();
        QCOMPARE(m_timesTold, 1);
        QCOMPARE(m_told.shares.size(), std::size_t{1});
        actions[4]->trigger();
        QCOMPARE(m_told.minimumRating, 3);
        QCOMPARE(m_told.shares.size(), std::size_t{1});
    }

    void everyNoteHasWords()
    {
        const Palette palette = rubberPalette();
        for (int problem = 0; problem <= static_cast<int>(QueryProblem::Color); ++problem) {
            const QueryNote note{static_cast<QueryProblem>(problem), "what was typed", {"red"}};
            const QString words = displayNote(note, palette);
            QVERIFY(words.startsWith(QStringLiteral("what was typed: ")));
        }
    }

    void everyControlHasAName()
    {
        clickSwatch("red");
        for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
            const bool isInside = qobject_cast<const QLineEdit*>(widget)
                && widget != m_panel->searchField()->lineEdit();
            if (widget->focusPolicy() == Qt::NoFocus || isInside || widget->focusProxy()
                || !widget->isVisible())
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const QString name = widget->accessibleName().isEmpty() && button
                ? button->text()
                : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        }
    }

    void nothingIsCutAtTheNarrowest()
    {
        m_panel->setModels({QStringLiteral("A model with a name that goes on and on and on")});
        TileQuery query;
        query.modelName = "A model with a name that goes on and on and on";
        query.createdFrom = "2026-09-29";
        query.shares = {{"green apple", 12.5, 87.5}};
        m_panel->setQuery(query);
        m_panel->resize(m_panel->minimumWidth(), 900);
        QCoreApplication::processEvents();
        const QWidget* content = m_panel->colorFilter()->parentWidget();
        QVERIFY(content->width() <= m_panel->width());
    }
};

QTEST_MAIN(FilterTest)
#include "filter_test.moc"
