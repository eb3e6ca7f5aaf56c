#include "ui/catalog/images/image_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/gallery/filter/choice_box.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
/// Data of the choices of colour that are no file.
const QString srgbData = QStringLiteral("srgb");
const QString adobeData = QStringLiteral("adobe-rgb");
const QString otherData = QStringLiteral("other");

template <typename Value> void choose(QComboBox* box, Value value)
{
    box->setCurrentIndex(box->findData(int(value)));
}

template <typename Value> Value chosen(const QComboBox* box)
{
    return static_cast<Value>(box->currentData().toInt());
}

QGridLayout* fieldGrid()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    return grid;
}
} // namespace

ImageSettings::ImageSettings(QWidget* parent) : QWidget(parent)
{
    m_isFilling = true; // until all fields are there
    createFields();
    createLayout();
    setSettings(ImageExport());
}

QComboBox* ImageSettings::choice(const QString& name)
{
    QComboBox* box = choiceBox(name, this);
    connect(box, &QComboBox::activated, this, &ImageSettings::take);
    return box;
}

QDoubleSpinBox* ImageSettings::number(
    const QString& name, const QString& unit, double most, int decimals)
{
    auto* box = new QDoubleSpinBox(this);
    box->setRange(0, most);
    box->setDecimals(decimals);
    if (!unit.isEmpty())
        box->setSuffix(QStringLiteral("\u00a0") + unit);
    dressField(box, name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ImageSettings::take);
    return box;
}

QLineEdit* ImageSettings::text(const QString& name)
{
    auto* field = new QLineEdit(this);
    field->setAccessibleName(name);
    connect(field, &QLineEdit::textEdited, this, &ImageSettings::take);
    return field;
}

void ImageSettings::createFields()
{
    m_content = choice(tr("What the picture shows"));
    m_content->addItem(tr("The tile as generated"), int(ImageContent::Tile));
    m_content->addItem({}, int(ImageContent::Outline));
    m_content->addItem(tr("A texture without seams"), int(ImageContent::Swatch));
    setProduct(Product());
    m_ground = choice(tr("Ground"));
    m_ground->addItem(tr("White"), int(ImageGround::White));
    m_ground->addItem(tr("Transparent"), int(ImageGround::Transparent));
    m_unit = choice(tr("How the size is told"));
    m_unit->addItem(tr("As it is"), int(Unit::AsItIs));
    m_unit->addItem(tr("Pixels"), int(Unit::Pixels));
    m_unit->addItem(tr("Millimetres"), int(Unit::Millimetres));
    m_size = number(tr("Longer side"), {}, 65000, 0);
    m_size->setMinimum(1);
    m_dpi = number(tr("Resolution in dots per inch"), tr("dpi"), 2400, 0);
    m_dpi->setMinimum(1);
    m_bleed = number(tr("Bleed"), tr("mm"), 50, 1);
    m_bleed->setToolTip(tr("What of the tile goes beyond the trim edge, on all sides"));
    m_color = choice(tr("Colour space"));
    m_color->addItem(tr("sRGB, for screens"), srgbData);
    m_color->addItem(tr("Adobe RGB"), adobeData);
    m_color->addItem(tr("Other profile…"), otherData);
    m_kind = choice(tr("Kind of file"));
    m_kind->addItem(QStringLiteral("PNG"), int(PictureKind::Png));
    m_kind->addItem(QStringLiteral("JPEG"), int(PictureKind::Jpeg));
    m_kind->addItem(QStringLiteral("TIFF"), int(PictureKind::Tiff));
    m_kind->addItem(QStringLiteral("WebP"), int(PictureKind::Webp));
    m_bits = choice(tr("Bits a channel"));
    m_bits->addItem(tr("8 bits"), 8);
    m_bits->addItem(tr("16 bits"), 16);
    m_quality = new QSpinBox(this);
    m_quality->setRange(1, 100);
    dressField(m_quality, tr("Quality"));
    connect(m_quality, &QSpinBox::valueChanged, this, &ImageSettings::take);
    m_lossless = new QCheckBox(tr("Lossless"), this);
    m_name = text(tr("File name"));
    m_name->setToolTip(
        tr("Fields: {code} {id} {name} {mix} {seed} {model} {date} {number} {size}"));
    m_margin = number(tr("Margin"), tr("mm"), 500, 1);
    m_margin->setToolTip(tr("Ground around the tile"));
    m_enlarging = choice(tr("Enlarging"));
    m_enlarging->addItem(tr("By Lanczos"), int(Enlarging::Resample));
    m_enlarging->addItem(tr("By the model"), int(Enlarging::Regenerate));
    m_enlarging->setToolTip(tr("Where the pixels come from that the tile does not have: the model "
                               "makes it again, larger, from the same granules, which takes its "
                               "time"));
    m_intent = choice(tr("Rendering intent"));
    m_intent->addItem(tr("Relative"), int(RenderingIntent::Relative));
    m_intent->addItem(tr("Perceptual"), int(RenderingIntent::Perceptual));
    m_intent->addItem(tr("Saturation"), int(RenderingIntent::Saturation));
    m_intent->addItem(tr("Absolute"), int(RenderingIntent::Absolute));
    m_blackPoint = new QCheckBox(tr("Compensate the black point"), this);
    m_inkLimit = number(tr("Ink limit"), QStringLiteral("%"), 400, 0);
    m_inkLimit->setToolTip(tr("Of all inks together; more is told of, never changed"));
    m_collision = choice(tr("Where a file is there already"));
    m_collision->addItem(tr("Number the new one"), int(Collision::Number));
    m_collision->addItem(tr("Replace it"), int(Collision::Replace));
    m_collision->addItem(tr("Leave it as it is"), int(Collision::Skip));
    m_provenance = new QCheckBox(tr("Prompt, seed and settings in the file"), this);
    m_creator = text(tr("Creator"));
    m_copyright = text(tr("Copyright"));
    for (QCheckBox* box : {m_lossless, m_blackPoint, m_provenance})
        connect(box, &QCheckBox::toggled, this, &ImageSettings::take);
}

void ImageSettings::createLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto add = [this](QGridLayout* grid, const QString& caption, QWidget* field, int row,
                         int from, int span) {
        grid->addLayout(captioned(captionLabel(caption, this), field), row, from, 1, span);
    };
    column->addWidget(headingLabel(tr("What"), this));
    auto* what = fieldGrid();
    what->addWidget(m_content, 0, 0, 1, 4);
    what->addWidget(m_ground, 0, 4, 1, 2);
    column->addLayout(what);

    m_sizeText = captionLabel({}, this);
    m_sizeText->setWordWrap(true);
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Size"), this));
    auto* size = fieldGrid();
    add(size, tr("Longer side"), m_unit, 0, 0, 3);
    add(size, QStringLiteral(" "), m_size, 0, 3, 3);
    add(size, tr("Resolution"), m_dpi, 1, 0, 3);
    add(size, tr("Bleed"), m_bleed, 1, 3, 3);
    column->addLayout(size);
    column->addWidget(m_sizeText);

    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Colour"), this));
    column->addWidget(m_color);

    column->addSpacing(4);
    column->addWidget(headingLabel(tr("File"), this));
    auto* file = fieldGrid();
    add(file, tr("Kind"), m_kind, 0, 0, 2);
    add(file, tr("Depth"), m_bits, 0, 2, 2);
    add(file, tr("Quality"), m_quality, 0, 4, 2);
    file->addWidget(m_lossless, 1, 0, 1, 6);
    add(file, tr("Name"), m_name, 2, 0, 6);
    column->addLayout(file);
    m_example = captionLabel({}, this);
    m_example->setWordWrap(true);
    column->addWidget(m_example);

    m_fold = new QPushButton(tr("More settings"), this);
    m_fold->setProperty("kind", QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setIcon(themedIcon(QStringLiteral("folded"), QStringLiteral("unfolded")));
    m_folded = createFolded();
    m_folded->hide();
    connect(m_fold, &QPushButton::toggled, m_folded, &QWidget::setVisible);
    column->addWidget(m_fold);
    column->addWidget(m_folded);
    column->addStretch(1);
}

QWidget* ImageSettings::createFolded()
{
    auto* folded = new QWidget(this);
    auto* grid = fieldGrid();
    folded->setLayout(grid);
    grid->setContentsMargins(0, 0, 0, 0);
    int row = 0;
    const auto add = [&](const QString& caption, QWidget* field, int from, int span) {
        grid->addLayout(captioned(captionLabel(caption, folded), field), row, from, 1, span);
    };
    add(tr("Margin"), m_margin, 0, 2);
    add(tr("Enlarging"), m_enlarging, 2, 4);
    ++row;
    add(tr("Rendering intent"), m_intent, 0, 4);
    add(tr("Ink limit"), m_inkLimit, 4, 2);
    grid->addWidget(m_blackPoint, ++row, 0, 1, 6);
    ++row;
    add(tr("Where a file is there already"), m_collision, 0, 6);
    grid->addWidget(m_provenance, ++row, 0, 1, 6);
    ++row;
    add(tr("Creator"), m_creator, 0, 3);
    add(tr("Copyright"), m_copyright, 3, 3);
    QWidget* previous = m_fold;
    for (QWidget* next : std::initializer_list<QWidget*>{m_margin, m_enlarging, m_intent,
             m_inkLimit, m_blackPoint, m_collision, m_provenance, m_creator, m_copyright}) {
        setTabOrder(previous, next);
        previous = next;
    }
    return folded;
}

void ImageSettings::setProduct(const Product& product)
{
    const QLocale locale;
    m_content->setItemText(m_content->findData(int(ImageContent::Outline)),
        tr("A real tile, %1 × %2 mm")
            .arg(locale.toString(product.lengthMillimetres, 'f', 0),
                locale.toString(product.widthMillimetres, 'f', 0)));
}

void ImageSettings::setProfiles(const std::vector<KnownProfile>& profiles)
{
    for (const KnownProfile& profile : profiles)
        addProfile(profile.file, toQString(profile.name));
}

void ImageSettings::addProfile(const std::filesystem::path& file, const QString& name)
{
    const QString path = pathToQString(file);
    const int known = m_color->findData(path);
    if (known >= 0) {
        m_color->setItemText(known, name);
        return;
    }
    const int place = m_color->findData(otherData);
    m_color->insertItem(place, name, path);
    m_color->setItemData(place, path, Qt::ToolTipRole);
}

void ImageSettings::chooseProfile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Colour profile"), {}, tr("ICC profiles (*.icc *.icm *.ICC *.ICM)"));
    if (!file.isEmpty()) {
        addProfile(qStringToPath(file), QFileInfo(file).completeBaseName());
        m_color->setCurrentIndex(m_color->findData(file));
    } else {
        m_color->setCurrentIndex(m_colorBefore);
    }
}

void ImageSettings::setSettings(const ImageExport& settings)
{
    m_isFilling = true;
    m_settings = settings;
    choose(m_content, settings.content);
    choose(m_ground, settings.ground);
    const Unit unit = settings.size <= 0 ? Unit::AsItIs
        : settings.isInMillimetres       ? Unit::Millimetres
                                         : Unit::Pixels;
    choose(m_unit, unit);
    m_size->setDecimals(unit == Unit::Millimetres ? 1 : 0);
    m_size->setValue(settings.size > 0 ? settings.size : 1200);
    m_dpi->setValue(settings.dotsPerInch);
    m_bleed->setValue(settings.bleedMillimetres);
    QString color = settings.color.space == ColorSpace::Srgb ? srgbData : adobeData;
    if (settings.color.space == ColorSpace::Profile) {
        color = pathToQString(settings.color.profile);
        if (m_color->findData(color) < 0)
            addProfile(settings.color.profile, pathToQString(settings.color.profile.stem()));
    }
    m_color->setCurrentIndex(m_color->findData(color));
    m_colorBefore = m_color->currentIndex();
    choose(m_kind, settings.kind);
    m_bits->setCurrentIndex(m_bits->findData(settings.bits));
    m_quality->setValue(settings.quality);
    m_lossless->setChecked(settings.isLossless);
    m_name->setText(toQString(settings.nameTemplate));
    m_margin->setValue(settings.marginMillimetres);
    choose(m_enlarging, settings.enlarging);
    choose(m_intent, settings.color.intent);
    m_blackPoint->setChecked(settings.color.blackPointCompensation);
    m_inkLimit->setValue(settings.color.inkLimit);
    choose(m_collision, settings.collision);
    m_provenance->setChecked(settings.keepsProvenance);
    m_creator->setText(toQString(settings.creator));
    m_copyright->setText(toQString(settings.copyright));
    m_isFilling = false;
    adapt();
}

ImageExport ImageSettings::settings() const
{
    ImageExport settings = m_settings;
    settings.content = chosen<ImageContent>(m_content);
    settings.ground = chosen<ImageGround>(m_ground);
    const Unit unit = chosen<Unit>(m_unit);
    settings.size = unit == Unit::AsItIs ? 0 : m_size->value();
    settings.isInMillimetres = unit == Unit::Millimetres;
    settings.dotsPerInch = m_dpi->value();
    settings.bleedMillimetres = m_bleed->value();
    const QString color = m_color->currentData().toString();
    settings.color.profile.clear();
    if (color == srgbData) {
        settings.color.space = ColorSpace::Srgb;
    } else if (color == adobeData) {
        settings.color.space = ColorSpace::AdobeRgb;
    } else {
        settings.color.space = ColorSpace::Profile;
        settings.color.profile = qStringToPath(color);
    }
    settings.kind = chosen<PictureKind>(m_kind);
    settings.bits = m_bits->isEnabled() ? m_bits->currentData().toInt() : 8;
    settings.quality = m_quality->value();
    settings.isLossless = settings.kind == PictureKind::Webp && m_lossless->isChecked();
    settings.nameTemplate = m_name->text().trimmed().toStdString();
    settings.marginMillimetres = m_margin->value();
    settings.enlarging = chosen<Enlarging>(m_enlarging);
    settings.color.intent = chosen<RenderingIntent>(m_intent);
    settings.color.blackPointCompensation = m_blackPoint->isChecked();
    settings.color.inkLimit = m_inkLimit->value();
    settings.collision = chosen<Collision>(m_collision);
    settings.keepsProvenance = m_provenance->isChecked();
    settings.creator = m_creator->text().trimmed().toStdString();
    settings.copyright = m_copyright->text().trimmed().toStdString();
    return settings;
}

void ImageSettings::take()
{
    if (m_isFilling)
        return;
    m_isFilling = true;
    if (m_color->currentData().toString() == otherData)
        chooseProfile();
    m_colorBefore = m_color->currentIndex();
    m_isFilling = false;
    adapt();
    Q_EMIT changed();
}

/// Shows and enables what there is to choose.
void ImageSettings::adapt()
{
    const auto kind = chosen<PictureKind>(m_kind);
    const Unit unit = chosen<Unit>(m_unit);
    m_size->setEnabled(unit != Unit::AsItIs);
    m_size->setSuffix(QStringLiteral("\u00a0") + (unit == Unit::Millimetres ? tr("mm") : tr("px")));
    m_size->setDecimals(unit == Unit::Millimetres ? 1 : 0);
    m_bits->setEnabled(kind == PictureKind::Png || kind == PictureKind::Tiff);
    m_lossless->setVisible(kind == PictureKind::Webp);
    m_quality->setEnabled(
        kind == PictureKind::Jpeg || (kind == PictureKind::Webp && !m_lossless->isChecked()));
    const bool isProfile = settings().color.space == ColorSpace::Profile;
    m_intent->setEnabled(isProfile);
    m_blackPoint->setEnabled(isProfile);
    m_inkLimit->setEnabled(isProfile);
}

void ImageSettings::showSize(const QString& words)
{
    m_sizeText->setText(words);
}

void ImageSettings::showExample(const QString& words, bool isProblem)
{
    m_example->setText(words);
    const QString kind = isProblem ? QStringLiteral("problem") : QStringLiteral("caption");
    if (m_example->property("kind").toString() == kind)
        return;
    m_example->setProperty("kind", kind);
    m_example->style()->unpolish(m_example);
    m_example->style()->polish(m_example);
}

QString ImageSettings::sizeText() const
{
    return m_sizeText->text();
}

QString ImageSettings::exampleText() const
{
    return m_example->text();
}

} // namespace tilewright::ui
