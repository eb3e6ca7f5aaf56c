#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleOptionViewItem>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <QWheelEvent>

#include "core/mix/prompt_format.h"
#include "core/support/atomic_file.h"
#include "studio_fixture.h"
#include "ui/recipes/inline_field.h"
#include "ui/recipes/mix_by_name.h"
#include "ui/recipes/recipe_delegate.h"
#include "ui/recipes/recipe_list.h"
#include "ui/recipes/recipe_list_model.h"
#include "ui/recipes/recipe_panel.h"
#include "ui/recipes/recipe_store.h"
#include "ui/theme/studio_style.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::mixOf;
using tilewright::test::redBlackPearl;
using tilewright::test::rubberPalette;

namespace {

Recipe recipeOf(const std::string& name, const Mix& mix)
{
    return {name, mix, {}, false, "2026-01-01T00:00:00Z"};
}

Recipe granite()
{
    return recipeOf("Granite", mixOf({{"gray", 70}, {"dark gray", 30}}));
}

} // namespace

class RecipesTest : public QObject {
    Q_OBJECT
private:
    /// A store on a file of its own.
    struct Fixture {
        Fixture() = default;
        explicit Fixture(const std::vector<Recipe>& recipes)
        {
            RecipeBook book;
            for (const Recipe& recipe : recipes)
                if (!book.add(recipe, palette))
                    qFatal("The book refused a recipe");
            if (!book.save(file))
                qFatal("The book cannot be saved");
        }
        RecipeBook saved() const { return RecipeBook::load(file).value(); }

        QTemporaryDir folder;
        std::filesystem::path file = folder.path().toStdString() + "/data/recipes.json";
        Palette palette = rubberPalette();
        QUndoStack undo;
    };

    struct Panel {
        explicit Panel(const std::vector<Recipe>& recipes = {granite(), ember()})
            : fixture(recipes)
            , store(fixture.file, fixture.palette, &fixture.undo)
            , panel(store, resourceFolder() / "recipes" / "starter.json")
        {
            panel.resize(340, 600);
            panel.setMix(redBlackPearl());
            panel.show();
            panel.activateWindow();
        }
        QPoint rowPoint(int row, int x = 80)
        {
            return panel.list()->visualRect(panel.model()->index(row)).topLeft() + QPoint(x, 14);
        }
        void click(int row, int x = 80)
        {
            QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, rowPoint(row, x));
        }
        void select(int row)
        {
            panel.list()->setFocus();
            panel.list()->setCurrentIndex(panel.model()->index(row));
        }
        void press(int key) { QTest::keyClick(panel.list(), static_cast<Qt::Key>(key)); }
        QStringList names() const
        {
            QStringList result;
            for (const Recipe& recipe : store.book().recipes())
                result += QString::fromStdString(recipe.name);
            return result;
        }
        Fixture fixture;
        RecipeStore store;
        RecipePanel panel;
    };

    static Recipe ember() { return recipeOf("Ember", redBlackPearl()); }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new StudioStyle); }

    void storeSavesEveryEdit()
    {
        Fixture fixture;
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        QSignalSpy changed(&store, &RecipeStore::changed);
        QVERIFY(store.add(granite()));
        QVERIFY(store.add(ember()));
        QVERIFY(store.rename("granite", QStringLiteral("Basalt")));
        QVERIFY(store.setTags("Basalt", {"stone"}));
        QVERIFY(store.setFavourite("Basalt", true));
        QVERIFY(store.remove("Ember"));
        QCOMPARE(changed.count(), 6);
        store.flush();
        QCOMPARE(fixture.saved(), store.book());
        QCOMPARE(store.book().recipes().size(), std::size_t{1});
        QVERIFY(!store.book().find("basalt")->created.empty());
    }

    void storeSavesBeforeItGoes()
    {
        Fixture fixture;
        {
            RecipeStore store(fixture.file, fixture.palette);
            for (int i = 0; i < 20; ++i)
                QVERIFY(store.add(
                    recipeOf("recipe " + std::string(1, char('a' + i)), redBlackPearl())));
        }
        QCOMPARE(fixture.saved().recipes().size(), std::size_t{20});
    }

    void everyEditCanBeUndone()
    {
        Fixture fixture({granite()});
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        std::vector<RecipeBook> states{store.book()};
        const auto note = [&](bool isDone) {
            QVERIFY(isDone);
            states.push_back(store.book());
        };
        note(store.add(ember()));
        note(store.rename("granite", QStringLiteral("Basalt")));
        note(store.setFavourite("Ember", true));
        note(store.remove("Basalt"));
        QCOMPARE(fixture.undo.count(), 4);
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            fixture.undo.undo();
            QCOMPARE(store.book(), states[i]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            fixture.undo.redo();
            QCOMPARE(store.book(), states[i]);
        }
        store.flush();
        QCOMPARE(fixture.saved(), states.back());
    }

    void whatIsRefusedIsNoStep()
    {
        Fixture fixture({granite()});
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        QSignalSpy failed(&store, &RecipeStore::failed);
        QVERIFY(!store.add(recipeOf("GRANITE", redBlackPearl())));
        QVERIFY(!store.add(recipeOf("red", redBlackPearl())));
        QVERIFY(!store.rename("Granite", QStringLiteral("a+b")));
        QCOMPARE(failed.count(), 3);
        QVERIFY(!store.remove("nothing"));
        QCOMPARE(fixture.undo.count(), 0);
    }

    void undoThatNoLongerFitsIsTold()
    {
        Fixture fixture({granite()});
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        QVERIFY(store.remove("Granite"));
        store.flush();
        RecipeBook other;
        QVERIFY(other.add(recipeOf("granite", redBlackPearl()), fixture.palette));
        QTest::qWait(10); // the file is to be seen as another one
        QVERIFY(other.save(fixture.file));
        QSignalSpy failed(&store, &RecipeStore::failed);
        fixture.undo.undo();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(store.book(), other);
        QVERIFY(!fixture.undo.canRedo());
    }

    void stepsMayOutliveTheStore()
    {
        Fixture fixture({granite()});
        {
            RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
            QVERIFY(store.remove("Granite"));
        }
        fixture.undo.undo();
        QVERIFY(fixture.saved().isEmpty());
    }

    void whatAnotherProgramWritesIsTakenOver()
    {
        Fixture fixture({granite()});
        RecipeStore store(fixture.file, fixture.palette);
        RecipeBook book = fixture.saved();
        QVERIFY(book.add(ember(), fixture.palette));
        QTest::qWait(10);
        QVERIFY(book.save(fixture.file));
        QTRY_VERIFY(store.book().find("ember"));
        // Also right before an edit, which then keeps both.
        QVERIFY(book.remove("granite"));
        QTest::qWait(10);
        QVERIFY(book.save(fixture.file));
        QVERIFY(store.add(recipeOf("New", mixOf({{"blue", 1}}))));
        store.flush();
        QVERIFY(!fixture.saved().find("granite"));
        QVERIFY(fixture.saved().find("ember"));
        QVERIFY(fixture.saved().find("new"));
    }

    void aFileThatComesLaterIsSeen()
    {
        Fixture fixture;
        QVERIFY(QDir().mkpath(QString::fromStdString(fixture.file.parent_path().string())));
        RecipeStore store(fixture.file, fixture.palette);
        RecipeBook book;
        QVERIFY(book.add(ember(), fixture.palette));
        QVERIFY(book.save(fixture.file));
        QTRY_VERIFY(store.book().find("ember"));
    }

    void aDamagedFileIsNotTouched()
    {
        Fixture fixture({granite()});
        QVERIFY(writeFileAtomically(fixture.file, "{ broken"));
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        QVERIFY(!store.problem().isEmpty());
        QSignalSpy failed(&store, &RecipeStore::failed);
        QVERIFY(!store.add(ember()));
        QCOMPARE(failed.count(), 1);
        store.flush();
        QCOMPARE(readTextFile(fixture.file).value(), std::string("{ broken"));
        // Mended from outside, all is well again.
        QTest::qWait(10);
        RecipeBook book;
        QVERIFY(book.save(fixture.file));
        QTRY_VERIFY(store.problem().isEmpty());
        QVERIFY(store.add(ember()));
    }

    void whatCannotBeSavedIsTold()
    {
        Fixture fixture;
        const std::filesystem::path blocked = fixture.folder.path().toStdString() + "/blocked";
        QVERIFY(writeFileAtomically(blocked, "no folder"));
        RecipeStore store(blocked / "recipes.json", fixture.palette);
        QSignalSpy failed(&store, &RecipeStore::failed);
        QVERIFY(store.add(ember()));
        store.flush();
        QCOMPARE(failed.count(), 1);
        QVERIFY(store.book().find("ember"));
    }

    void importAndExport()
    {
        Fixture fixture({granite(), ember()});
        Fixture other;
        RecipeStore store(other.file, other.palette, &other.undo);
        QCOMPARE(store.importFile(fixture.file).value_or(-1), 2);
        QCOMPARE(other.undo.count(), 1);
        QCOMPARE(store.importFile(fixture.file).value_or(-1), 0);
        QSignalSpy failed(&store, &RecipeStore::failed);
        QVERIFY(!store.importFile("/nowhere/recipes.json"));
        QCOMPARE(failed.count(), 1);
        const std::filesystem::path exported = other.folder.path().toStdString() + "/out.json";
        QVERIFY(store.exportFile(exported));
        QCOMPARE(RecipeBook::load(exported).value(), store.book());
        other.undo.undo();
        QVERIFY(store.book().isEmpty());
    }

    void model()
    {
        Fixture fixture({granite(), ember()});
        RecipeStore store(fixture.file, fixture.palette, &fixture.undo);
        RecipeListModel model(store);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Ember"));
        const auto shares = model.index(1).data(RecipeListModel::SharesRole).value<ColorShares>();
        QCOMPARE(shares.size(), std::size_t{2});
        QCOMPARE(shares.front().second, 700);
        QCOMPARE(shares.front().first, QColor(QStringLiteral("#81807e")));

        QVERIFY(store.setFavourite("Granite", true));
        QVERIFY(store.setTags("Granite", {"stone", "park"}));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Granite"));
        QVERIFY(model.index(0).data(RecipeListModel::FavouriteRole).toBool());
        QCOMPARE(model.index(0).data(RecipeListModel::TagsRole).toString(),
            QStringLiteral("stone, park"));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Granite, favourite: Gray 70 %, Dark gray 30 %"));
        model.setFilter(QStringLiteral("PARK"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf("Ember"), -1);
        model.setFilter(QStringLiteral("pearl red"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Ember"));
        model.setFilter(QString());
        QVERIFY(store.remove("Ember"));
        fixture.undo.undo();
        QCOMPARE(model.rowCount(), 2);
    }

    void theMixIsNamed()
    {
        Panel with;
        QCOMPARE(with.panel.currentName(), QStringLiteral("Ember"));
        QVERIFY(with.panel.model()->index(0).data(RecipeListModel::IsCurrentRole).toBool());
        with.panel.setMix(mixOf({{"dark gray", 30}, {"gray", 70}}).withLock("gray", true));
        QCOMPARE(with.panel.currentName(), QStringLiteral("Granite"));
        with.panel.setMix(mixOf({{"dark gray", 31}, {"gray", 69}}));
        QCOMPARE(with.panel.currentName(), QString());
        // Also when the name comes after the mix.
        QVERIFY(with.store.add(recipeOf("Slate", mixOf({{"dark gray", 31}, {"gray", 69}}))));
        QCOMPARE(with.panel.currentName(), QStringLiteral("Slate"));
        QVERIFY(with.store.remove("Slate"));
        QCOMPARE(with.panel.currentName(), QString());
    }

    void clickAndEnterChoose()
    {
        Panel with;
        QStringList chosen;
        connect(&with.panel, &RecipePanel::recipeChosen, this,
            [&](const Recipe& recipe) { chosen += QString::fromStdString(recipe.name); });
        with.click(1);
        QCOMPARE(chosen, QStringList{QStringLiteral("Granite")});
        with.select(0);
        with.press(Qt::Key_Return);
        QCOMPARE(chosen.last(), QStringLiteral("Ember"));
        QCOMPARE(chosen.size(), 2);
    }

    void starByMouseAndKey()
    {
        Panel with;
        QSignalSpy chosen(&with.panel, &RecipePanel::recipeChosen);
        with.click(1, with.panel.list()->viewport()->width() - 14);
        QVERIFY(with.store.book().find("granite")->isFavourite);
        QCOMPARE(with.panel.model()->index(0).data().toString(), QStringLiteral("Granite"));
        QCOMPARE(with.panel.list()->currentIndex().row(), 0);
        with.select(0);
        with.press(Qt::Key_Space);
        QVERIFY(!with.store.book().find("granite")->isFavourite);
        QCOMPARE(chosen.count(), 0);
    }

    void deleteCanBeUndone()
    {
        Panel with;
        QSignalSpy noticed(&with.panel, &RecipePanel::noticed);
        with.select(1);
        with.press(Qt::Key_Delete);
        QCOMPARE(with.names(), QStringList{QStringLiteral("Ember")});
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(with.panel.list()->currentIndex().row(), 0);
        with.fixture.undo.undo();
        QCOMPARE(with.names().size(), 2);
    }

    void renameInPlace()
    {
        Panel with;
        InlineField* field = with.panel.inlineField();
        with.select(1);
        with.press(Qt::Key_F2);
        QVERIFY(field->isVisible());
        QVERIFY(!with.panel.saveButton()->isVisible());
        QCOMPARE(field->field()->text(), QStringLiteral("Granite"));
        QVERIFY(field->problem().isEmpty());
        field->field()->setText(QStringLiteral("ember"));
        QVERIFY(field->problem().contains(QStringLiteral("already")));
        QVERIFY(!field->button()->isEnabled());
        QTest::keyClick(field->field(), Qt::Key_Return);
        QVERIFY(field->isVisible());
        field->field()->setText(QStringLiteral("Basalt"));
        QTest::keyClick(field->field(), Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QVERIFY(with.panel.saveButton()->isVisible());
        QVERIFY(with.store.book().find("basalt"));
    }

    void escapeGivesUp()
    {
        Panel with;
        with.select(1);
        with.press(Qt::Key_F2);
        InlineField* field = with.panel.inlineField();
        field->field()->setText(QStringLiteral("Basalt"));
        QTest::keyClick(field->field(), Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(!with.store.book().find("basalt"));
        QTRY_VERIFY(with.panel.list()->hasFocus());
    }

    void tagsInPlace()
    {
        Panel with;
        Q_EMIT with.panel.list()->tagsWanted(with.panel.model()->index(1));
        InlineField* field = with.panel.inlineField();
        field->field()->setText(QStringLiteral(" stone, ,park,Stone"));
        field->button()->click();
        QCOMPARE(
            with.store.book().find("granite")->tags, (std::vector<std::string>{"stone", "park"}));
    }

    void saveMixAs()
    {
        Panel with;
        const Mix mix = mixOf({{"sand", 40}, {"dark green", 60}});
        with.panel.setMix(mix);
        with.panel.saveButton()->click();
        InlineField* field = with.panel.inlineField();
        QCOMPARE(field->field()->text(), QStringLiteral("Dark green and sand"));
        QVERIFY(field->button()->isEnabled());
        field->field()->clear();
        QVERIFY(!field->button()->isEnabled());
        QVERIFY(field->problem().isEmpty());
        field->field()->setText(QStringLiteral("50 shades"));
        QVERIFY(field->problem().contains(QStringLiteral("digit")));
        field->field()->setText(QStringLiteral("Dark Green"));
        QVERIFY(field->problem().contains(QStringLiteral("a colour")));
        field->field()->setText(QStringLiteral("Dune"));
        field->button()->click();
        QVERIFY(!field->isVisible());
        QCOMPARE(with.store.book().find("dune")->mix, mix);
        QCOMPARE(with.panel.currentName(), QStringLiteral("Dune"));
        // A name that is taken is not proposed.
        QVERIFY(with.store.add(recipeOf("Dark green and sand", mixOf({{"blue", 1}}))));
        with.panel.saveMix();
        QCOMPARE(field->field()->text(), QStringLiteral("Dark green and sand 2"));
        with.panel.setMix(mixOf({{"blue", 1}}));
        with.panel.saveMix();
        QCOMPARE(field->field()->text(), QStringLiteral("Pure blue"));
    }

    void mixByName()
    {
        Panel with;
        MixByName* byName = with.panel.mixByName();
        std::vector<Mix> entered;
        connect(&with.panel, &RecipePanel::mixEntered, this,
            [&](const Mix& mix) { entered.push_back(mix); });
        byName->field()->setText(QStringLiteral("granite"));
        QCOMPARE(byName->description(), QStringLiteral("Granite: Gray 70 %, Dark gray 30 %"));
        byName->field()->setText(QStringLiteral("60% granite, 40% red"));
        QCOMPARE(byName->description(),
            QStringLiteral("Gray 42 %, Dark gray 18 %, Red 40 %\n"
                           "Granite: Gray 70 %, Dark gray 30 %"));
        byName->field()->setText(QStringLiteral("graniteember"));
        QVERIFY(byName->description().contains(QStringLiteral("Ember: Red 50 %")));
        QVERIFY(entered.empty());
        QTest::keyClick(byName->field(), Qt::Key_Return);
        QCOMPARE(entered.size(), std::size_t{1});
        QCOMPARE(formatMix(entered.front()),
            std::string("35% gray, 15% dark gray, 25% red, 15% black, 10% pearl"));
        byName->field()->setText(QStringLiteral("grnite"));
        QVERIFY(byName->description().contains(QStringLiteral("nearest names are: Granite")));
        QTest::keyClick(byName->field(), Qt::Key_Return);
        QCOMPARE(entered.size(), std::size_t{1});
        QTest::keyClick(byName->field(), Qt::Key_Escape);
        QVERIFY(byName->field()->text().isEmpty());
        QVERIFY(byName->description().isEmpty());
    }

    void namesAreCompleted()
    {
        Panel with;
        MixByName* byName = with.panel.mixByName();
        byName->field()->setFocus();
        QTest::keyClicks(byName->field(), QStringLiteral("60% gran"));
        QCompleter* completer = byName->completer();
        QCOMPARE(completer->currentCompletion(), QStringLiteral("60% Granite"));
        QTest::keyClicks(byName->field(), QStringLiteral("ite, 40% sal"));
        QCOMPARE(completer->currentCompletion(), QStringLiteral("60% granite, 40% Salmon"));
        byName->field()->setText(QStringLiteral("granite + em"));
        completer->setCompletionPrefix(byName->field()->text());
        QCOMPARE(completer->currentCompletion(), QStringLiteral("granite + Ember"));
        completer->popup()->hide();
    }

    void searchComesWithManyRecipes()
    {
        Panel with;
        QVERIFY(!with.panel.searchField()->isVisible());
        for (const char* name : {"a", "b", "c", "d", "e", "f"})
            QVERIFY(with.store.add(recipeOf(name, mixOf({{"blue", 1}}))));
        QVERIFY(with.panel.searchField()->isVisible());
        QCOMPARE(with.panel.list()->height(), RecipeList::mostRows * RecipeDelegate::rowHeight);
        with.panel.searchField()->setText(QStringLiteral("gray"));
        QCOMPARE(with.panel.model()->rowCount(), 1);
        QCOMPARE(with.panel.list()->height(), RecipeDelegate::rowHeight);
        with.panel.searchField()->setText(QStringLiteral("nothing"));
        QVERIFY(!with.panel.list()->isVisible());
        QVERIFY(!with.panel.examplesButton()->isVisible());
        QTest::keyClick(with.panel.searchField(), Qt::Key_Escape);
        QCOMPARE(with.panel.model()->rowCount(), 8);
    }

    void examplesAreOfferedToAnEmptyBook()
    {
        Panel with(std::vector<Recipe>{});
        QVERIFY(with.panel.examplesButton()->isVisible());
        QVERIFY(!with.panel.list()->isVisible());
        with.panel.examplesButton()->click();
        QCOMPARE(with.store.book().recipes().size(), std::size_t{12});
        QVERIFY(!with.panel.examplesButton()->isVisible());
        QVERIFY(with.panel.list()->isVisible());
        QCOMPARE(with.panel.currentName(), QStringLiteral("Ember"));
        QCOMPARE(with.fixture.undo.count(), 1);
        with.fixture.undo.undo();
        QVERIFY(with.panel.examplesButton()->isVisible());
    }

    void folds()
    {
        Panel with;
        with.panel.foldButton()->click();
        QVERIFY(!with.panel.isExpanded());
        QVERIFY(!with.panel.list()->isVisible());
        QCOMPARE(with.panel.currentName(), QStringLiteral("Ember"));
        with.panel.enterMixByName();
        QVERIFY(with.panel.isExpanded());
        QTRY_VERIFY(with.panel.mixByName()->field()->hasFocus());
    }

    void wheelScrollsThePanelUntilTheListHasTheFocus()
    {
        Panel with;
        with.panel.mixByName()->field()->setFocus();
        QWheelEvent wheel(QPointF(10, 10), with.panel.mapToGlobal(QPointF(10, 10)), {}, {0, -120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(with.panel.list()->viewport(), &wheel);
        QVERIFY(!wheel.isAccepted());
    }

    void everythingHasAName()
    {
        Panel with;
        for (QWidget* widget : with.panel.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->inherits("QMenu")
                || !widget->isVisible())
                continue;
            const auto* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                widget->metaObject()->className());
        }
    }

    void menuHasAllThatTheKeysDo()
    {
        Panel with;
        with.select(0);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(with.panel.list()->viewport(), &event);
        auto* menu = with.panel.list()->findChild<QMenu*>();
        QVERIFY(menu);
        QStringList texts;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                texts += action->text();
        QCOMPARE(texts,
            (QStringList{QStringLiteral("Use this mix"), QStringLiteral("Rename…"),
                QStringLiteral("Tags…"), QStringLiteral("Favourite"), QStringLiteral("Delete")}));
        QSignalSpy chosen(&with.panel, &RecipePanel::recipeChosen);
        menu->actions().front()->trigger();
        QCOMPARE(chosen.count(), 1);
        menu->close();
    }
};

QTEST_MAIN(RecipesTest)
#include "recipes_test.moc"
