#include "ui/commands/keys_dialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int rowHeight = 28;
constexpr int capHeight = 20;

/// Headings small and dim, keys as caps.
class KeysDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isHeading = index.data(KeysModel::IdRole).toString().isEmpty();
        return {QStyledItemDelegate::sizeHint(option, index).width(),
            isHeading ? rowHeight + 8 : rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& colors = option.palette;
        const bool isHeading = index.data(KeysModel::IdRole).toString().isEmpty();
        QRect text = option.rect.adjusted(8, 0, -8, 0);
        if (isHeading) {
            QFont font = captionFont();
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(colors.color(role::mutedText));
            painter->drawText(text.adjusted(0, 0, 0, -6), Qt::AlignBottom | Qt::AlignLeft,
                index.data().toString());
        } else {
            if (option.state & QStyle::State_Selected)
                painter->fillRect(option.rect, colors.color(QPalette::AlternateBase));
            painter->setFont(option.font);
            painter->setPen(colors.color(QPalette::Text));
            if (index.column() == 0)
                painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                    option.fontMetrics.elidedText(
                        index.data().toString(), Qt::ElideRight, text.width()));
            else
                paintCaps(*painter, text, index, colors);
        }
        painter->restore();
    }

private:
    static void paintCaps(
        QPainter& painter, const QRect& area, const QModelIndex& index, const QPalette& colors)
    {
        const bool isChanged = index.data(KeysModel::ChangedRole).toBool();
        int x = area.left();
        for (const QString& key : index.data(KeysModel::KeysRole).toStringList()) {
            const int width
                = std::max(capHeight, painter.fontMetrics().horizontalAdvance(key) + 12);
            const QRectF cap(x + 0.5, area.center().y() - capHeight / 2 + 0.5, width, capHeight);
            painter.setPen(colors.color(isChanged ? role::accent : role::outline));
            painter.setBrush(colors.color(QPalette::Base));
            painter.drawRoundedRect(cap, 4, 4);
            painter.setPen(colors.color(QPalette::Text));
            painter.drawText(cap, Qt::AlignCenter, key);
            x += width + 6;
        }
    }
};

} // namespace

KeysDialog::KeysDialog(Commands& commands, QWidget* parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_model(commands)
    , m_filtered(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_key(new QKeySequenceEdit(this))
    , m_remove(new QPushButton(tr("No key"), this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_resetAll(new QPushButton(tr("Reset all"), this))
    , m_message(captionLabel({}, this))
{
    setWindowTitle(tr("Keys"));
    m_filtered->setSourceModel(&m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);
    m_search->setPlaceholderText(tr("Search a command or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);

    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new KeysDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->header()->resizeSection(1, 220);
    m_list->expandAll();

    m_key->setAccessibleName(tr("New key"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(32);
    m_message->setAlignment(Qt::AlignTop);

    auto* editing = new QHBoxLayout;
    editing->setSpacing(8);
    editing->addWidget(mutedLabel(tr("New key:"), this));
    editing->addWidget(m_key, 1);
    editing->addWidget(m_remove);
    editing->addWidget(m_reset);
    editing->addWidget(m_resetAll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(editing);
    column->addWidget(m_message);
    resize(600, 680);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text);
        m_list->expandAll();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &KeysDialog::showSelected);
    connect(m_list, &QTreeView::activated, this, [this] { m_key->setFocus(); });
    connect(m_key, &QKeySequenceEdit::editingFinished, this, &KeysDialog::takeKey);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_commands.setKeys(selected(), {});
        showSelected();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_commands.resetKeys(selected());
        showSelected();
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_commands.resetAllKeys();
        showSelected();
    });
    for (QPushButton* button : {m_remove, m_reset, m_resetAll})
        button->setAutoDefault(false);
    m_search->setFocus();
    showSelected();
}

KeysDialog::~KeysDialog()
{
    // A field that has the focus ends its editing while the dialog goes, when it is one no more.
    disconnect(m_key, nullptr, this, nullptr);
}

QString KeysDialog::message() const
{
    return m_message->text();
}

void KeysDialog::select(const QString& id)
{
    m_list->setCurrentIndex(m_filtered->mapFromSource(m_model.indexOf(id)));
}

QString KeysDialog::selected() const
{
    return m_list->currentIndex().data(KeysModel::IdRole).toString();
}

void KeysDialog::showSelected()
{
    const Command* command = m_commands.find(selected());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_key, m_remove})
        widget->setEnabled(command);
    m_reset->setEnabled(command && !m_commands.hasDefaultKeys(command->id));
    m_key->clear();
    m_message->setText(command ? QString()
                               : tr("Choose a command to give it another key. Keys of one letter "
                                    "do nothing while you type in a field."));
}

void KeysDialog::takeKey()
{
    const QString id = selected();
    // One key at a time: the field would take up to four in a row.
    const QKeySequence key
        = m_key->keySequence().isEmpty() ? QKeySequence() : QKeySequence(m_key->keySequence()[0]);
    m_key->clear();
    if (id.isEmpty() || key.isEmpty())
        return;
    if (const Command* other = m_commands.conflict(id, key)) {
        m_message->setText(tr("%1 belongs to \"%2\". Give that command another key first.")
                               .arg(key.toString(QKeySequence::NativeText), other->text()));
        return;
    }
    m_commands.setKeys(id, {key});
    showSelected();
    m_message->setText(
        tr("\"%1\" is on %2 now.")
            .arg(m_commands.find(id)->text(), key.toString(QKeySequence::NativeText)));
}

} // namespace tilewright::ui
