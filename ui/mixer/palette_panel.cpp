#include "ui/mixer/palette_panel.h"

#include <QActionGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "core/mix/color_family.h"
#include "core/mix/palette_file.h"
#include "ui/mixer/color_dialog.h"
#include "ui/mixer/swatch_grid.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

constexpr int mostRows = 4; ///< of swatches; more are scrolled
constexpr int longestTitle = 96; // pixels

QString familyName(ColorFamily family)
{
    switch (family) {
    case ColorFamily::Reds:
        return PalettePanel::tr("Reds");
    case ColorFamily::Yellows:
        return PalettePanel::tr("Yellows");
    case ColorFamily::Greens:
        return PalettePanel::tr("Greens");
    case ColorFamily::Blues:
        return PalettePanel::tr("Blues");
    case ColorFamily::Browns:
        return PalettePanel::tr("Browns");
    case ColorFamily::Greys:
        return PalettePanel::tr("Greys");
    }
    return {};
}

/// As it is compared: without capitals, and with one form of a letter that people write in two.
QString searchable(const QString& text)
{
    return text.toCaseFolded().replace(QChar(u'ё'), QChar(u'е'));
}

/// Name, code and Russian name hold all the words.
bool matches(const GranuleColor& color, const QStringList& words)
{
    const QString text = searchable(
        QStringList{toQString(color.name), toQString(color.code), toQString(color.nameRu)}.join(
            QLatin1Char(' ')));
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return text.contains(word); });
}

QString paletteFilter()
{
    return PalettePanel::tr("Palettes (*.json *.csv *.gpl *.ase);;All files (*)");
}

} // namespace

PalettePanel::PalettePanel(MixEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_shown(editor.offered())
    , m_button(new QPushButton(this))
    , m_menu(new QMenu(this))
    , m_search(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_scroll(new QScrollArea(this))
    , m_grid(new SwatchGrid(m_shown, m_scroll))
    , m_hint(captionLabel({}, this))
{
    m_button->setProperty("kind", QStringLiteral("fold"));
    m_button->setIcon(themedIcon(QStringLiteral("unfolded")));
    m_button->setMenu(m_menu);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    for (auto* button : m_search->findChildren<QAbstractButton*>())
        button->setAccessibleName(tr("Clear the search"));
    m_search->setAccessibleName(tr("Search the palette by name or code"));
    m_search->setToolTip(tr("Name or code; Enter adds the first colour found"));
    m_search->installEventFilter(this);
    m_group->addItem(tr("All"));
    m_group->addItem(tr("In use"));
    m_group->addItem(tr("Custom"));
    for (const ColorFamily family : colorFamilies)
        m_group->addItem(familyName(family));
    m_group->setAccessibleName(tr("Group of colours"));
    new WheelGuard(m_group);
    m_scroll->setWidget(m_grid);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_hint->setTextFormat(Qt::PlainText);

    auto* header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(m_button);
    header->addWidget(m_search, 1);
    header->addWidget(m_group);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(m_scroll);
    column->addWidget(m_hint);

    connect(m_menu, &QMenu::aboutToShow, this, &PalettePanel::fillMenu);
    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const GranuleColor* color = m_grid->firstShown();
            color && !m_search->text().isEmpty()) {
            const std::string name = color->name;
            m_search->selectAll();
            Q_EMIT colorChosen(name);
        }
    });
    connect(m_group, &QComboBox::currentIndexChanged, this, &PalettePanel::filter);
    connect(m_grid, &SwatchGrid::colorChosen, this, &PalettePanel::colorChosen);
    connect(m_grid, &SwatchGrid::colorPointedAt, this, &PalettePanel::showHint);
    connect(m_grid, &SwatchGrid::menuWanted, this, &PalettePanel::showSwatchMenu);
    connect(&m_editor, &MixEditor::paletteChanged, this, &PalettePanel::showPalette);
    connect(&m_editor, &MixEditor::draftChanged, this, [this] {
        const std::vector<Mix>& mixes = m_editor.draft().mixes;
        const bool isStrange = std::any_of(mixes.begin(), mixes.end(), [this](const Mix& mix) {
            return std::any_of(mix.shares().begin(), mix.shares().end(),
                [this](const MixShare& share) { return !m_shown.find(share.color); });
        });
        if (isStrange)
            showPalette();
        else if (m_group->currentIndex() == InUse)
            filter();
    });
    connect(&m_editor, &MixEditor::mixChanged, m_grid, &SwatchGrid::setMix);
    showPalette();
}

void PalettePanel::setStore(PaletteStore* store)
{
    m_store = store;
    offerChosen();
}

void PalettePanel::offerChosen()
{
    if (m_store)
        m_editor.setPalette(m_store->offered());
}

void PalettePanel::showPalette()
{
    // Colours in use are there even when the palette of the moment lacks them.
    std::vector<GranuleColor> used;
    for (const Mix& mix : m_editor.draft().mixes)
        for (const MixShare& share : mix.shares())
            if (const GranuleColor* color = m_editor.palette().find(share.color);
                color && !m_editor.offered().find(share.color))
                used.push_back(*color);
    m_shown = m_editor.offered().with(used).value_or(m_editor.offered());
    m_grid->setPalette(m_shown);
    m_grid->setMix(m_editor.mix());
    const QString name = toQString(m_editor.offered().name());
    m_button->setText(m_button->fontMetrics().elidedText(name, Qt::ElideRight, longestTitle - 32));
    m_button->setToolTip(tr("Palette %1: choose another, import, export, add a colour").arg(name));
    m_button->setAccessibleName(tr("Palette %1").arg(name));
    m_scroll->setFixedHeight(m_grid->wholeHeight(width(), mostRows));
    filter();
}

bool PalettePanel::isUsed(const std::string& color) const
{
    const TileDraft& draft = m_editor.draft();
    return std::any_of(draft.mixes.begin(),
        draft.mixes.begin() + static_cast<std::ptrdiff_t>(draft.mixCount()),
        [&](const Mix& mix) { return mix.find(color) != nullptr; });
}

void PalettePanel::filter()
{
    const QStringList words
        = searchable(m_search->text()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const int group = m_group->currentIndex();
    m_grid->showOnly([&](const GranuleColor& color) {
        if (!matches(color, words))
            return false;
        if (group == All)
            return true;
        if (group == InUse)
            return isUsed(color.name);
        if (group == Custom)
            return m_store && m_store->isCustom(color.name);
        return familyOf(color.lab) == colorFamilies[static_cast<std::size_t>(group - FirstFamily)];
    });
    showHint({});
}

void PalettePanel::showHint(const std::string& color)
{
    if (const GranuleColor* pointed = color.empty() ? nullptr : m_shown.find(color)) {
        const QString code = toQString(pointed->code);
        m_hint->setText(code == toQString(pointed->name)
                ? displayName(*pointed)
                : tr("%1 · %2", "a colour's name and code").arg(displayName(*pointed), code));
        if (QWidget* focused = m_grid->focusWidget(); focused && focused->hasFocus())
            m_scroll->ensureWidgetVisible(focused, 0, 0);
        return;
    }
    const int all = static_cast<int>(m_shown.colors().size());
    const int shown = m_grid->shownCount();
    if (shown == all)
        m_hint->setText(tr("%n colours", nullptr, all));
    else if (shown > 0)
        m_hint->setText(tr("%1 of %n colours", nullptr, all).arg(shown));
    else if (m_search->text().trimmed().isEmpty())
        m_hint->setText(tr("No colours in this group yet"));
    else
        m_hint->setText(tr("No colour is called “%1”").arg(m_search->text().trimmed()));
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_search || !isKey)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    // Esc means this field while it holds something, not the running generation.
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down && event->type() == QEvent::KeyPress) {
        m_grid->focusFirst();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PalettePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_scroll->setFixedHeight(m_grid->wholeHeight(width(), mostRows));
}

void PalettePanel::fillMenu()
{
    m_menu->clear();
    if (m_store) {
        auto* group = new QActionGroup(m_menu);
        for (std::size_t i = 0; i < m_store->palettes().size(); ++i) {
            const std::string name = m_store->palettes()[i].name();
            QAction* action
                = m_menu->addAction(toQString(name), this, [this, name] { choosePalette(name); });
            action->setCheckable(true);
            action->setChecked(i == m_store->chosen());
            group->addAction(action);
        }
        m_menu->addSeparator();
        m_menu->addAction(tr("Add a colour…"), this, [this] {
            GranuleColor color = GranuleColor::of({}, Srgb{128, 128, 128});
            askForColor(color);
        });
        m_menu->addAction(tr("Import a palette…"), this, &PalettePanel::chooseImport);
    }
    m_menu->addAction(tr("Export this palette…"), this, &PalettePanel::chooseExport);
    if (m_store && m_store->chosen() > 0) {
        m_menu->addSeparator();
        const std::string name = m_store->palettes()[m_store->chosen()].name();
        m_menu->addAction(tr("Remove the palette %1").arg(toQString(name)), this, [this, name] {
            if (const auto removed = m_store->removePalette(name); !removed)
                Q_EMIT refused(toQString(removed.error().message));
            offerChosen();
        });
    }
}

void PalettePanel::showSwatchMenu(const std::string& color, const QPoint& globalPosition)
{
    const GranuleColor* granule = m_shown.find(color);
    if (!m_store || !granule)
        return;
    QMenu menu(this);
    const GranuleColor base = *granule;
    if (m_store->isCustom(color)) {
        menu.addAction(tr("Edit…"), this, [this, base] { askForColor(base); });
        menu.addAction(tr("Remove from the palette"), this, [this, color] { removeColor(color); });
    } else {
        menu.addAction(tr("A colour like this…"), this, [this, base] {
            GranuleColor like = base;
            like.name.clear();
            like.code.clear();
            like.nameRu.clear();
            askForColor(like);
        });
    }
    menu.exec(globalPosition);
}

void PalettePanel::choosePalette(const std::string& name)
{
    m_store->choose(name);
    offerChosen();
}

void PalettePanel::importPalette(const std::filesystem::path& file)
{
    if (const auto imported = m_store->import(file); !imported) {
        Q_EMIT refused(toQString(imported.error().message));
        return;
    }
    offerChosen();
    Q_EMIT noticed(tr("The palette %1 is here, with %n colours.", nullptr,
        static_cast<int>(m_store->palettes()[m_store->chosen()].colors().size()))
                       .arg(toQString(m_store->palettes()[m_store->chosen()].name())));
}

void PalettePanel::exportPalette(const std::filesystem::path& file)
{
    if (const auto written = writePaletteFile(file, m_editor.offered()); !written)
        Q_EMIT refused(toQString(written.error().message));
}

void PalettePanel::askForColor(const GranuleColor& base)
{
    const std::string replaced = m_store->isCustom(base.name) ? base.name : std::string();
    auto* dialog = new ColorDialog(
        base,
        [this, replaced](const GranuleColor& color) { return m_store->putColor(color, replaced); },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &PalettePanel::offerChosen);
    dialog->open();
}

void PalettePanel::removeColor(const std::string& name)
{
    if (const auto removed = m_store->removeColor(name); !removed)
        Q_EMIT refused(toQString(removed.error().message));
    offerChosen();
}

void PalettePanel::chooseImport()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Import a palette"), {}, paletteFilter());
    if (!file.isEmpty())
        importPalette(qStringToPath(file));
}

void PalettePanel::chooseExport()
{
    const QString name = toQString(m_editor.offered().name());
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the palette"), name + QStringLiteral(".json"), paletteFilter());
    if (!file.isEmpty())
        exportPalette(qStringToPath(file));
}

} // namespace tilewright::ui
