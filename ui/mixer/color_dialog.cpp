#include "ui/mixer/color_dialog.h"

#include <QColorDialog>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include "core/color/color_difference.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

class ColorDialog::Sample : public QWidget {
public:
    explicit Sample(QWidget* parent) : QWidget(parent) { setMinimumSize(96, 64); }
    void setColor(const QColor& color)
    {
        m_color = color;
        update();
    }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor edge = palette().color(QPalette::WindowText);
        edge.setAlphaF(0.25F);
        painter.setPen(edge);
        painter.setBrush(m_color);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

    QColor m_color;
};

ColorDialog::ColorDialog(const GranuleColor& base, Save save, QWidget* parent)
    : QDialog(parent)
    , m_base(base)
    , m_save(std::move(save))
    , m_srgb(base.srgb)
    , m_lab(base.lab)
    , m_sample(new Sample(this))
    , m_name(new QLineEdit(toQString(base.name), this))
    , m_nameRu(new QLineEdit(toQString(base.nameRu), this))
    , m_code(new QLineEdit(base.code == base.name ? QString() : toQString(base.code), this))
    , m_hex(new QLineEdit(this))
    , m_lightness(new QDoubleSpinBox(this))
    , m_a(new QDoubleSpinBox(this))
    , m_b(new QDoubleSpinBox(this))
    , m_problem(labelOfKind("danger", {}, this))
{
    setWindowTitle(base.name.empty() ? tr("A colour of your own") : tr("Edit the colour"));
    createControls();
    createLayout();
    showColor();
    m_name->setFocus();
}

void ColorDialog::createControls()
{
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("sea green"));
    m_nameRu->setAccessibleName(tr("Russian name"));
    m_code->setAccessibleName(tr("Code"));
    m_code->setPlaceholderText(tr("RH31"));
    m_hex->setAccessibleName(tr("Colour on the screen, as in #d25144"));
    m_lightness->setRange(0, 100);
    m_a->setRange(-128, 128);
    m_b->setRange(-128, 128);
    dressField(m_lightness, tr("Lightness L"));
    dressField(m_a, tr("Lab a: green to red"));
    dressField(m_b, tr("Lab b: blue to yellow"));
    for (QDoubleSpinBox* box : {m_lightness, m_a, m_b}) {
        box->setDecimals(2);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ColorDialog::takeLab);
    }
    connect(m_hex, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (const auto srgb = srgbFromHex(text.trimmed().toStdString()))
            setSrgb(*srgb);
    });
    m_problem->setWordWrap(true);
    m_problem->hide();
}

void ColorDialog::createLayout()
{
    auto* pick = new QPushButton(tr("Choose…"), this);
    pick->setToolTip(tr("Choose by eye, or from the screen"));
    pick->setAutoDefault(false);
    connect(pick, &QPushButton::clicked, this, &ColorDialog::pick);
    auto* keep = new QPushButton(tr("Keep"), this);
    keep->setProperty("kind", QStringLiteral("primary"));
    keep->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &ColorDialog::accept);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &ColorDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(keep);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const auto add = [&](const QString& caption, QWidget* field, int row, int column, int span) {
        grid->addLayout(captioned(captionLabel(caption, this), field), row, column, 1, span);
    };
    add(tr("Name, as the prompt will call it"), m_name, 0, 0, 4);
    add(tr("Code"), m_code, 0, 4, 2);
    add(tr("Russian name"), m_nameRu, 1, 0, 6);
    grid->addWidget(m_sample, 2, 0, 2, 2);
    add(tr("On the screen"), m_hex, 2, 2, 2);
    grid->addWidget(pick, 2, 4, 1, 2, Qt::AlignBottom);
    auto* measured = new QHBoxLayout;
    measured->setSpacing(8);
    measured->addLayout(captioned(captionLabel(tr("Measured L"), this), m_lightness));
    measured->addLayout(captioned(captionLabel(tr("a"), this), m_a));
    measured->addLayout(captioned(captionLabel(tr("b"), this), m_b));
    grid->addLayout(measured, 3, 2, 1, 4);
    grid->addWidget(m_problem, 4, 0, 1, 6);
    grid->addLayout(buttons, 5, 0, 1, 6);
    for (int i = 0; i < 6; ++i)
        grid->setColumnStretch(i, 1);
    setMinimumWidth(400);
}

void ColorDialog::setSrgb(Srgb srgb)
{
    m_srgb = srgb;
    m_lab = toLab(srgb);
    showColor();
}

void ColorDialog::takeLab()
{
    m_lab = {m_lightness->value(), m_a->value(), m_b->value()};
    m_srgb = toSrgb(toLinear(m_lab));
    showColor();
}

void ColorDialog::showColor()
{
    const QSignalBlocker blockers[]{
        QSignalBlocker(m_lightness), QSignalBlocker(m_a), QSignalBlocker(m_b)};
    m_lightness->setValue(m_lab.L);
    m_a->setValue(m_lab.a);
    m_b->setValue(m_lab.b);
    if (!m_hex->hasFocus())
        m_hex->setText(toQString(toHex(m_srgb)));
    m_sample->setColor(toQColor(m_srgb));
}

void ColorDialog::pick()
{
    const QColor color = QColorDialog::getColor(toQColor(m_srgb), this, tr("Choose a colour"));
    if (!color.isValid())
        return;
    setSrgb({static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
        static_cast<std::uint8_t>(color.blue())});
}

GranuleColor ColorDialog::color() const
{
    const std::string name = m_name->text().simplified().toStdString();
    GranuleColor color = GranuleColor::of(name, m_srgb, m_lab);
    // How it varies is kept of the colour that it started from, unless it is quite another one.
    constexpr double alike = 10; // ΔE2000
    if (deltaE2000(m_base.lab, m_lab) < alike) {
        color.lightness10 = m_base.lightness10;
        color.lightness90 = m_base.lightness90;
        color.chromaSpread = m_base.chromaSpread;
    }
    color.nameRu = m_nameRu->text().simplified().toStdString();
    if (const QString code = m_code->text().simplified(); !code.isEmpty())
        color.code = code.toStdString();
    return color;
}

void ColorDialog::accept()
{
    if (m_name->text().trimmed().isEmpty()) {
        m_problem->setText(tr("Give the colour a name."));
        m_problem->show();
        m_name->setFocus();
        return;
    }
    if (const auto saved = m_save(color()); !saved) {
        m_problem->setText(toQString(saved.error().message));
        m_problem->show();
        return;
    }
    QDialog::accept();
}

} // namespace tilewright::ui
