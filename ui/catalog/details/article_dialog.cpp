#include "ui/catalog/details/article_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/catalog/article_names.h"
#include "ui/catalog/details/product_form.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

ArticleDialog::ArticleDialog(CatalogPointer catalog, std::vector<std::size_t> articles,
    const CatalogDetails& details, QWidget* parent)
    : QDialog(parent)
    , m_catalog(std::move(catalog))
    , m_articles(std::move(articles))
    , m_code(new QLineEdit(this))
    , m_codeHint(captionLabel({}, this))
    , m_name(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_ownProduct(new QCheckBox(tr("Another product than the catalogue's"), this))
    , m_product(new ProductForm(this))
    , m_problem(labelOfKind("problem", {}, this))
    , m_accept(new QPushButton(tr("Save"), this))
{
    const auto count = int(m_articles.size());
    const Article& first = m_catalog->articles[m_articles.front()];
    const QString title = count == 1 ? displayName(first) : tr("%n articles", nullptr, count);
    setWindowTitle(count == 1 ? tr("Article") : tr("Articles"));
    m_code->setAccessibleName(tr("Article number"));
    m_name->setAccessibleName(tr("Name"));
    m_note->setAccessibleName(tr("Note"));
    m_problem->setWordWrap(true);
    m_accept->setProperty("kind", QStringLiteral("primary"));
    m_accept->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);

    auto* names = new QHBoxLayout;
    names->setSpacing(8);
    names->addLayout(
        captioned(captionLabel(count == 1 ? tr("Number") : tr("First number"), this), m_code), 1);
    names->addLayout(captioned(captionLabel(tr("Name"), this), m_name), 2);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    column->addWidget(headingLabel(title, this));
    column->addLayout(names);
    column->addWidget(m_codeHint);
    column->addLayout(captioned(captionLabel(tr("Note"), this), m_note));
    column->addSpacing(4);
    column->addWidget(m_ownProduct);
    column->addWidget(m_product);
    column->addStretch(1);
    column->addSpacing(8);
    column->addLayout(buttons);
    setMinimumWidth(600);

    fill(details);
    const auto touch = [this](QLineEdit* field, bool& isTouched) {
        connect(field, &QLineEdit::textEdited, this, [this, &isTouched] {
            isTouched = true;
            check();
        });
    };
    touch(m_code, m_isCodeTouched);
    touch(m_name, m_isNameTouched);
    touch(m_note, m_isNoteTouched);
    connect(m_ownProduct, &QCheckBox::clicked, this, [this] {
        m_ownProduct->setTristate(false);
        m_isProductTouched = true;
        m_product->setEnabled(m_ownProduct->isChecked());
        check();
    });
    connect(m_product, &ProductForm::edited, this, [this] {
        m_isProductTouched = true;
        check();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    check();
    m_name->setFocus();
    m_name->selectAll();
}

void ArticleDialog::fill(const CatalogDetails& details)
{
    const auto& all = m_catalog->articles;
    const Article& first = all[m_articles.front()];
    const auto isSame = [&](auto member) {
        return std::all_of(m_articles.begin(), m_articles.end(),
            [&](std::size_t i) { return all[i].*member == first.*member; });
    };
    const auto showText = [&](QLineEdit* field, std::string Article::*member) {
        if (isSame(member))
            field->setText(toQString(first.*member));
        else
            field->setPlaceholderText(tr("different"));
        field->setCursorPosition(0);
    };
    showText(m_code, &Article::code);
    showText(m_name, &Article::name);
    showText(m_note, &Article::note);
    m_product->setProduct(first.product);
    const auto own = std::count_if(m_articles.begin(), m_articles.end(), [&](std::size_t i) {
        const auto said = details.articles.find(all[i].id);
        return said != details.articles.end() && said->second.product.has_value();
    });
    if (own > 0 && own < std::ptrdiff_t(m_articles.size()))
        m_ownProduct->setCheckState(Qt::PartiallyChecked);
    else
        m_ownProduct->setChecked(own > 0);
    m_product->setEnabled(m_ownProduct->checkState() == Qt::Checked);
}

QString ArticleDialog::problem() const
{
    return m_problem->text();
}

void ArticleDialog::check()
{
    QString problem;
    m_codeHint->clear();
    if (m_isCodeTouched) {
        const std::string first = m_code->text().trimmed().toStdString();
        if (first.empty()) {
            m_codeHint->setText(tr("Without a number of its own an article has the sign of its "
                                   "tile."));
        } else {
            const auto codes = countedCodes(first, m_articles.size());
            if (codes.size() > 1)
                m_codeHint->setText(tr("%1 to %2", "first to last number")
                                        .arg(toQString(codes.front()), toQString(codes.back())));
            if (const Article* other = articleWithCode(codes, m_catalog->articles, m_articles))
                problem = tr("%1 has the number %2 already. The later one of the two will be told "
                             "apart by “-2”.")
                              .arg(displayName(*other), toQString(other->code));
        }
    }
    m_codeHint->setVisible(!m_codeHint->text().isEmpty());
    bool isGood = true;
    if (m_ownProduct->checkState() == Qt::Checked) {
        if (const auto checked = m_product->product().check(); !checked) {
            problem = toQString(checked.error().message);
            isGood = false;
        }
    }
    m_problem->setText(problem);
    m_accept->setEnabled(isGood);
}

ArticleEdit ArticleDialog::edit() const
{
    ArticleEdit edit;
    if (m_isCodeTouched)
        edit.code = m_code->text().trimmed().toStdString();
    if (m_isNameTouched)
        edit.name = m_name->text().trimmed().toStdString();
    if (m_isNoteTouched)
        edit.note = m_note->text().trimmed().toStdString();
    if (m_isProductTouched) {
        edit.changesProduct = true;
        if (m_ownProduct->isChecked())
            edit.product = m_product->product();
    }
    return edit;
}

} // namespace tilewright::ui
