#include "ui/catalog/details/catalog_dialog.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/catalog/details/product_form.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr QSize logoSize(180, 48);

QLineEdit* lineField(const std::string& text, const QString& name, QWidget* parent)
{
    auto* field = new QLineEdit(toQString(text), parent);
    field->setAccessibleName(name);
    field->setCursorPosition(0);
    return field;
}
} // namespace

CatalogDialog::CatalogDialog(CatalogDetails details, QWidget* parent)
    : QDialog(parent)
    , m_details(std::move(details))
    , m_logoFile(m_details.company.logo)
    , m_title(lineField(m_details.title, tr("Title"), this))
    , m_subtitle(lineField(m_details.subtitle, tr("Subtitle"), this))
    , m_note(lineField(m_details.note, tr("Small print"), this))
    , m_product(new ProductForm(this))
    , m_problem(labelOfKind("problem", {}, this))
    , m_accept(new QPushButton(tr("Save"), this))
{
    setWindowTitle(tr("Catalogue"));
    m_title->setPlaceholderText(tr("Catalogue"));
    m_note->setPlaceholderText(tr("Colours on screens and paper differ from the granules."));
    m_problem->setWordWrap(true);
    m_accept->setProperty("kind", QStringLiteral("primary"));
    m_accept->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_product->setProduct(m_details.product);

    auto* titles = new QHBoxLayout;
    titles->setSpacing(8);
    titles->addLayout(captioned(captionLabel(tr("Title"), this), m_title), 1);
    titles->addLayout(captioned(captionLabel(tr("Subtitle"), this), m_subtitle), 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Catalogue"), this));
    column->addLayout(titles);
    column->addLayout(captioned(captionLabel(tr("Small print"), this), m_note));
    column->addSpacing(8);
    column->addWidget(headingLabel(tr("Your company"), this));
    column->addWidget(createMaker());
    column->addSpacing(8);
    column->addWidget(
        headingLabel(tr("The product, of all articles without one of their own"), this));
    column->addWidget(m_product);
    column->addStretch(1);
    column->addSpacing(8);
    column->addLayout(buttons);
    setMinimumWidth(640);
    connect(m_product, &ProductForm::edited, this, &CatalogDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    setLogo(pathToQString(m_logoFile));
    check();
}

QWidget* CatalogDialog::createMaker()
{
    auto* maker = new QWidget(this);
    const Company& company = m_details.company;
    m_company = lineField(company.name, tr("Name of the company"), maker);
    m_phone = lineField(company.phone, tr("Telephone"), maker);
    m_email = lineField(company.email, tr("E-mail"), maker);
    m_web = lineField(company.web, tr("Web site"), maker);
    m_address = new QPlainTextEdit(toQString(company.address), maker);
    m_address->setAccessibleName(tr("Address"));
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(76);
    m_logo = new QLabel(maker);
    m_logo->setFixedSize(logoSize);
    m_logo->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* choose = new QPushButton(tr("Choose a logo…"), maker);
    choose->setAutoDefault(false);
    m_removeLogo = new QPushButton(tr("Without a logo"), maker);
    m_removeLogo->setAutoDefault(false);
    m_removeLogo->setProperty("kind", QStringLiteral("flat"));
    connect(choose, &QPushButton::clicked, this, &CatalogDialog::chooseLogo);
    connect(m_removeLogo, &QPushButton::clicked, this, [this] { setLogo({}); });

    auto* grid = new QGridLayout(maker);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addLayout(captioned(captionLabel(tr("Name"), maker), m_company), 0, 0);
    grid->addLayout(captioned(captionLabel(tr("Telephone"), maker), m_phone), 0, 1);
    grid->addLayout(captioned(captionLabel(tr("Address"), maker), m_address), 1, 0, 2, 1);
    grid->addLayout(captioned(captionLabel(tr("E-mail"), maker), m_email), 1, 1);
    grid->addLayout(captioned(captionLabel(tr("Web site"), maker), m_web), 2, 1);
    auto* logoRow = new QHBoxLayout;
    logoRow->setSpacing(8);
    logoRow->addWidget(m_logo);
    logoRow->addStretch(1);
    logoRow->addWidget(m_removeLogo);
    logoRow->addWidget(choose);
    grid->addLayout(logoRow, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return maker;
}

void CatalogDialog::chooseLogo()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Logo"),
        pathToQString(m_logoFile.parent_path()), tr("Logos (*.svg *.png *.jpg *.jpeg)"));
    if (!file.isEmpty())
        setLogo(file);
}

void CatalogDialog::setLogo(const QString& file)
{
    m_logoFile = qStringToPath(file);
    m_removeLogo->setVisible(!file.isEmpty());
    m_logo->setToolTip(file);
    if (file.isEmpty()) {
        m_logo->setText(tr("no logo"));
        return;
    }
    QImageReader reader(file);
    const qreal ratio = devicePixelRatioF();
    reader.setScaledSize(reader.size().scaled(logoSize * ratio, Qt::KeepAspectRatio));
    QPixmap pixmap = QPixmap::fromImage(reader.read());
    pixmap.setDevicePixelRatio(ratio);
    if (pixmap.isNull())
        m_logo->setText(tr("%1 cannot be read").arg(QFileInfo(file).fileName()));
    else
        m_logo->setPixmap(pixmap);
}

QString CatalogDialog::problem() const
{
    return m_problem->text();
}

void CatalogDialog::check()
{
    const auto checked = m_product->product().check();
    m_problem->setText(checked ? QString() : toQString(checked.error().message));
    m_accept->setEnabled(checked.has_value());
}

CatalogDetails CatalogDialog::details() const
{
    const auto textOf
        = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
    CatalogDetails details = m_details;
    details.title = textOf(m_title);
    details.subtitle = textOf(m_subtitle);
    details.note = textOf(m_note);
    details.company.name = textOf(m_company);
    details.company.address = m_address->toPlainText().trimmed().toStdString();
    details.company.phone = textOf(m_phone);
    details.company.email = textOf(m_email);
    details.company.web = textOf(m_web);
    details.company.logo = m_logoFile;
    details.product = m_product->product();
    return details;
}

} // namespace tilewright::ui
