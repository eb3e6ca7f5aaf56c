#include <QAbstractItemModelTester>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "ui/commands/keys_dialog.h"

using namespace tilewright::ui;

/// A window with commands, one key in two modes.
class CommandsTest : public QObject {
    Q_OBJECT
private:
    struct Window : QMainWindow {
        Window()
        {
            field.setParent(this);
            plain.setParent(this);
            plain.setFocusPolicy(Qt::StrongFocus);
            generate = commands.add(QStringLiteral("mix.generate"), QStringLiteral("&Generate"),
                {QKeySequence(Qt::CTRL | Qt::Key_Return)});
            preview = commands.add(QStringLiteral("mix.preview"), QStringLiteral("Show preview"),
                {QKeySequence(Qt::Key_P)}, Mode::Mix);
            pick = commands.add(QStringLiteral("gallery.pick"), QStringLiteral("Pick"),
                {QKeySequence(Qt::Key_P)}, Mode::Gallery);
            panels = commands.addWithin(plain, QStringLiteral("view.panels"),
                QStringLiteral("Panels"), {QKeySequence(Qt::Key_Tab)});
            show();
            activateWindow();
        }

        QLineEdit field;
        QWidget plain;
        Commands commands{*this};
        QAction* generate;
        QAction* preview;
        QAction* pick;
        QAction* panels;
    };

    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void aKeyMeansWhatTheModeSays()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.plain.setFocus();
        QSignalSpy previewed(window.preview, &QAction::triggered);
        QSignalSpy picked(window.pick, &QAction::triggered);
        QTest::keyClick(&window.plain, Qt::Key_P);
        QCOMPARE(previewed.count(), 1);
        QCOMPARE(picked.count(), 0);
        window.commands.setMode(Mode::Gallery);
        QTest::keyClick(&window.plain, Qt::Key_P);
        QCOMPARE(previewed.count(), 1);
        QCOMPARE(picked.count(), 1);
        QVERIFY(window.generate->isVisible());
        QVERIFY(!window.preview->isVisible());
    }

    void lettersAreSilentWhileTyping()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.field.setFocus();
        QSignalSpy previewed(window.preview, &QAction::triggered);
        QTest::keyClick(&window.field, Qt::Key_P);
        QCOMPARE(previewed.count(), 0);
        QCOMPARE(window.field.text(), QStringLiteral("p"));
    }

    void tabBelongsToItsArea()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy toggled(window.panels, &QAction::triggered);
        window.field.setFocus();
        QTest::keyClick(&window.field, Qt::Key_Tab);
        QCOMPARE(toggled.count(), 0);
        window.plain.setFocus();
        QTest::keyClick(&window.plain, Qt::Key_Tab);
        QCOMPARE(toggled.count(), 1);
    }

    void conflictsAreThoseOfOneMode()
    {
        Window window;
        const QKeySequence p(Qt::Key_P);
        QCOMPARE(window.commands.conflict(QStringLiteral("gallery.pick"), p), nullptr);
        const Command* other = window.commands.conflict(QStringLiteral("mix.generate"), p);
        QVERIFY(other);
        QCOMPARE(other->id, QStringLiteral("mix.preview"));
        QCOMPARE(window.commands.conflict(QStringLiteral("mix.preview"), QKeySequence()), nullptr);
    }

    void changedKeysAreRemembered()
    {
        {
            Window window;
            window.commands.setKeys(QStringLiteral("mix.preview"), {QKeySequence(Qt::Key_V)});
            window.commands.setKeys(QStringLiteral("mix.generate"), {});
        }
        Window window;
        QCOMPARE(window.preview->shortcut(), QKeySequence(Qt::Key_V));
        QVERIFY(window.generate->shortcuts().isEmpty());
        QVERIFY(!window.commands.hasDefaultKeys(QStringLiteral("mix.preview")));
        window.commands.resetAllKeys();
        QCOMPARE(window.preview->shortcut(), QKeySequence(Qt::Key_P));
        QCOMPARE(Window().generate->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    }

    void modelHoldsItsContract()
    {
        Window window;
        KeysModel model(window.commands);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 3); // no heading for a mode without commands
        const QModelIndex everywhere = model.index(0, 0);
        QCOMPARE(model.rowCount(everywhere), 2);
        const QModelIndex generate = model.indexOf(QStringLiteral("mix.generate"));
        QCOMPARE(generate.data().toString(), QStringLiteral("Generate"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        window.commands.setKeys(QStringLiteral("mix.generate"), {QKeySequence(Qt::Key_F9)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(generate.siblingAtColumn(1).data().toString(), QStringLiteral("F9"));
        QVERIFY(generate.data(KeysModel::ChangedRole).toBool());
    }

    void theSheetChangesAKey()
    {
        Window window;
        KeysDialog dialog(window.commands);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.select(QStringLiteral("mix.preview"));
        QVERIFY(!dialog.resetButton()->isEnabled());
        dialog.keyField()->setFocus();
        QTest::keyClick(dialog.keyField(), Qt::Key_F8);
        QTRY_COMPARE(window.preview->shortcut(), QKeySequence(Qt::Key_F8));
        QVERIFY(dialog.message().contains(QStringLiteral("F8")));
        QVERIFY(dialog.resetButton()->isEnabled());
        dialog.resetButton()->click();
        QCOMPARE(window.preview->shortcut(), QKeySequence(Qt::Key_P));
        dialog.removeButton()->click();
        QVERIFY(window.preview->shortcuts().isEmpty());
    }

    void aTakenKeyIsRefusedWithItsOwner()
    {
        Window window;
        KeysDialog dialog(window.commands);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.select(QStringLiteral("mix.generate"));
        dialog.keyField()->setFocus();
        QTest::keyClick(dialog.keyField(), Qt::Key_P);
        QTRY_VERIFY(dialog.message().contains(QStringLiteral("Show preview")));
        QCOMPARE(window.generate->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    }

    void searchFindsCommandsAndKeys()
    {
        Window window;
        KeysDialog dialog(window.commands);
        const QAbstractItemModel* shown = dialog.list()->model();
        dialog.searchField()->setText(QStringLiteral("pick"));
        QCOMPARE(shown->rowCount(), 1);
        dialog.searchField()->setText(QStringLiteral("ctrl"));
        QCOMPARE(shown->rowCount(), 1);
        QCOMPARE(
            shown->index(0, 0, shown->index(0, 0)).data().toString(), QStringLiteral("Generate"));
    }
};

QTEST_MAIN(CommandsTest)
#include "commands_test.moc"
