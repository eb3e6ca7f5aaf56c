#include "ui/inspector/marks_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/library/mark_names.h"
#include "ui/support/star_path.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int pitch = 20; ///< from star to star
constexpr int starSide = 16;
constexpr int labelSide = 16;
} // namespace

StarField::StarField(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedSize(sizeHint());
    setToolTip(tr("Rating: click a star, or press 0 to 5"));
    setRating(0);
}

void StarField::setRating(int rating)
{
    m_rating = std::clamp(rating, 0, largestRating);
    setAccessibleName(
        tr("Rating, %1").arg(m_rating == 0 ? tr("no stars") : displayStars(m_rating)));
    update();
}

QSize StarField::sizeHint() const
{
    return {pitch * largestRating + 4, 24};
}

int StarField::starAt(const QPointF& position) const
{
    return std::clamp(static_cast<int>((position.x() - 2) / pitch) + 1, 1, largestRating);
}

void StarField::choose(int rating)
{
    setRating(rating);
    Q_EMIT ratingChosen(m_rating);
}

void StarField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath star = starPath(starSide);
    const int lit = m_hovered > 0 ? m_hovered : m_rating;
    for (int i = 0; i < largestRating; ++i) {
        QColor color = palette().color(i < lit ? role::accent : role::groove);
        if (m_hovered > 0 && i < lit)
            color.setAlphaF(0.7F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(
            star.translated(2 + i * pitch + (pitch - starSide) / 2.0, (height() - starSide) / 2.0));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(role::accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
}

void StarField::mousePressEvent(QMouseEvent* event)
{
    const int star = starAt(event->position());
    m_hovered = 0;
    choose(star == m_rating ? star - 1 : star);
}

void StarField::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = starAt(event->position());
    update();
}

void StarField::leaveEvent(QEvent*)
{
    m_hovered = 0;
    update();
}

void StarField::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_0 + largestRating)
        choose(key - Qt::Key_0);
    else if (key == Qt::Key_Right || key == Qt::Key_Up)
        choose(std::min(m_rating + 1, largestRating));
    else if (key == Qt::Key_Left || key == Qt::Key_Down)
        choose(std::max(m_rating - 1, 0));
    else
        QWidget::keyPressEvent(event);
}

LabelButton::LabelButton(int label, QWidget* parent) : QToolButton(parent), m_label(label)
{
    setCheckable(true);
    setToolTip(tr("Label: %1 (%2)").arg(displayLabel(label)).arg(5 + label));
    setAccessibleName(tr("Label %1").arg(displayLabel(label)));
}

void LabelButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF place(0, 0, labelSide, labelSide);
    place.moveCenter(QRectF(rect()).center());
    if (isChecked() || hasFocus() || underMouse()) {
        painter.setPen(QPen(palette().color(isChecked() ? QPalette::WindowText
                                    : hasFocus()        ? role::accent
                                                        : role::mutedText),
            isChecked() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 6, 6);
    }
    QColor fill = colorOfLabel(m_label);
    if (!isChecked() && !underMouse())
        fill.setAlphaF(0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, 4, 4);
    painter.setFont(captionFont());
    painter.setPen(
        isChecked() ? letterColorOfLabel(m_label) : palette().color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignCenter, letterOfLabel(m_label));
}

MarksEditor::MarksEditor(QWidget* parent)
    : QWidget(parent)
    , m_stars(new StarField(this))
    , m_pick(new QToolButton(this))
    , m_reject(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_stars);
    row->addStretch(1);
    const auto addFlag
        = [&](QToolButton* button, const char* icon, const QString& text, Flag flag) {
              button->setCheckable(true);
              button->setIcon(themedIcon(QLatin1String(icon)));
              button->setToolTip(text);
              button->setAccessibleName(text);
              row->addWidget(button);
              connect(button, &QToolButton::clicked, this,
                  [this, flag](bool isOn) { Q_EMIT flagged(isOn ? flag : Flag::None); });
          };
    addFlag(m_pick, "flag", tr("Pick (P)"), Flag::Picked);
    addFlag(m_reject, "reject", tr("Reject (X)"), Flag::Rejected);
    row->addSpacing(4);
    for (int label = 1; label <= labelCount; ++label) {
        auto* button = new LabelButton(label, this);
        row->addWidget(button);
        m_labels.push_back(button);
        // The library takes a label away that is there already.
        connect(button, &QToolButton::clicked, this, [this, label] { Q_EMIT labelled(label); });
    }
    connect(m_stars, &StarField::ratingChosen, this, &MarksEditor::rated);
}

void MarksEditor::setMarks(const TileMarks& marks)
{
    m_stars->setRating(marks.rating);
    m_pick->setChecked(marks.flag == Flag::Picked);
    m_reject->setChecked(marks.flag == Flag::Rejected);
    for (int label = 1; label <= labelCount; ++label)
        labelButton(label)->setChecked(marks.label == label);
}

QToolButton* MarksEditor::labelButton(int label)
{
    return m_labels[static_cast<std::size_t>(label - 1)];
}

} // namespace tilewright::ui
