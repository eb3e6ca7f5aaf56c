#include "ui/gallery/seed_strip.h"

#include <QButtonGroup>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "ui/gallery/tile_cell_delegate.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int settleMilliseconds = 120;
constexpr int mostCompared = 6;
} // namespace

SeedStrip::SeedStrip(TileLibrary& library, const Palette& palette, QWidget* parent)
    : QWidget(parent)
    , m_model(library, palette)
    , m_list(new QListView(this))
    , m_delegate(new TileCellDelegate(pictureSide, this))
    , m_thisMix(new QPushButton(tr("This mix"), this))
    , m_all(new QPushButton(tr("All"), this))
    , m_compare(new QPushButton(tr("Compare seeds"), this))
    , m_count(captionLabel({}, this))
    , m_caption(mutedLabel({}, this))
{
    auto* scopes = new QButtonGroup(this);
    for (QPushButton* button : {m_thisMix, m_all}) {
        button->setCheckable(true);
        button->setProperty("kind", QStringLiteral("segment"));
        scopes->addButton(button);
    }
    m_thisMix->setChecked(true);
    m_thisMix->setAccessibleName(tr("Show the seeds of this mix"));
    m_all->setAccessibleName(tr("Show the newest tiles of all mixes"));
    m_compare->setProperty("kind", QStringLiteral("flat"));

    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Seeds of this mix"));
    m_list->setFixedHeight(m_delegate->cellSize().height() + 12);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);

    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_thisMix);
    head->addWidget(m_all);
    head->addSpacing(8);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_compare);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_list);
    m_caption->setParent(m_list->viewport());
    m_caption->setWordWrap(true);
    m_caption->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &SeedStrip::ask);
    connect(m_thisMix, &QPushButton::clicked, this, [this] { setScope(Scope::ThisMix); });
    connect(m_all, &QPushButton::clicked, this, [this] { setScope(Scope::All); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        QStringList files;
        for (int row = 0; row < std::min(m_model.rowCount(), mostCompared); ++row)
            if (const TileRecord* tile = m_model.recordAt(row); tile && !tile->isMissing)
                files += pathToQString(tile->file);
        Q_EMIT compareWanted(files);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT tileWanted(index.data(LibraryModel::FileRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            // A click is told by clicked(), also on the tile that is the current one already.
            const bool isByMouse = QGuiApplication::mouseButtons() != Qt::NoButton;
            const QString file = current.data(LibraryModel::FileRole).toString();
            if (!m_isSelecting && !isByMouse && !file.isEmpty() && m_list->hasFocus())
                Q_EMIT tileWanted(file);
        });
    connect(m_list->horizontalScrollBar(), &QScrollBar::valueChanged, this, &SeedStrip::tellSeen);
    connect(m_list->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &SeedStrip::tellSeen);
    connect(&m_model, &LibraryModel::listChanged, this, [this] {
        select(m_selected);
        tellSeen();
        showState();
    });
    showState();
}

void SeedStrip::setMixKey(const std::string& mixKey)
{
    if (mixKey == m_mixKey)
        return;
    m_mixKey = mixKey;
    if (m_scope == Scope::ThisMix)
        m_settle.start();
}

void SeedStrip::setScope(Scope scope)
{
    (scope == Scope::ThisMix ? m_thisMix : m_all)->setChecked(true);
    const bool isOther = scope != m_scope;
    m_scope = scope;
    m_list->setAccessibleName(
        scope == Scope::ThisMix ? tr("Seeds of this mix") : tr("Newest tiles"));
    ask();
    if (isOther)
        Q_EMIT scopeChanged(scope);
}

void SeedStrip::ask()
{
    TileQuery query;
    if (m_scope == Scope::ThisMix)
        query.mixKeys = {m_mixKey};
    m_model.setQuery(query);
}

void SeedStrip::select(TileId tile)
{
    m_selected = tile;
    m_isSelecting = true;
    const QModelIndex index = m_model.index(m_model.rowOf(tile));
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
    m_isSelecting = false;
}

QString SeedStrip::caption() const
{
    return m_caption->isVisibleTo(m_list->viewport()) ? m_caption->text() : QString();
}

void SeedStrip::tellSeen()
{
    const int width = m_delegate->cellSize().width();
    const int left = m_list->horizontalScrollBar()->value();
    m_model.show(left / width, (left + m_list->viewport()->width()) / width,
        qRound(pictureSide * devicePixelRatioF()));
}

void SeedStrip::showState()
{
    const int count = m_model.rowCount();
    const bool isOfMix = m_scope == Scope::ThisMix;
    m_caption->setVisible(count == 0);
    m_caption->setText(isOfMix
            ? tr("No tile of this mix yet. Each one that you make appears here with its seed.")
            : tr("No tiles yet. Each one that you make appears here with its seed."));
    m_caption->setGeometry(m_list->viewport()->rect().adjusted(4, 0, -4, 0));
    QString text;
    if (count > 0 && isOfMix)
        text = count == 1 ? tr("1 seed") : tr("%n seeds", nullptr, count);
    else if (count > 0)
        text = count == 1 ? tr("1 tile") : tr("%n tiles", nullptr, count);
    m_count->setText(text);
    m_compare->setVisible(isOfMix && count > 1);
}

/// A strip has one direction: the ordinary wheel moves along it.
bool SeedStrip::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Wheel) {
        const QPoint angle = static_cast<QWheelEvent*>(event)->angleDelta();
        QScrollBar* bar = m_list->horizontalScrollBar();
        bar->setValue(bar->value() - (angle.y() != 0 ? angle.y() : angle.x()));
        event->accept();
        return true;
    }
    if (watched == m_list && event->type() == QEvent::Resize) {
        tellSeen();
        showState();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tilewright::ui
