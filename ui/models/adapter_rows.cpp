#include "ui/models/adapter_rows.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

QString shortName(const std::string& file)
{
    return pathToQString(std::filesystem::path(file).filename());
}

void showNote(QLabel* note, const QString& text, bool isProblem)
{
    note->setText(text);
    note->setProperty("kind", isProblem ? QStringLiteral("problem") : QStringLiteral("caption"));
    note->style()->unpolish(note);
    note->style()->polish(note);
}

} // namespace

AdapterRows::AdapterRows(QWidget* parent)
    : QWidget(parent)
    , m_loraColumn(new QVBoxLayout)
    , m_embeddingColumn(new QVBoxLayout)
    , m_noLora(captionLabel(tr("None. A LoRA teaches the model your tiles."), this))
    , m_noEmbedding(captionLabel(tr("None. It comes with some LoRAs, as a second file."), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto section = [&](const QString& title, const QString& addName, QLabel* none,
                             QVBoxLayout* rows, auto add) {
        auto* button = new QPushButton(tr("Add…"), this);
        button->setProperty("kind", QStringLiteral("flat"));
        button->setAutoDefault(false);
        button->setAccessibleName(addName);
        connect(
            button, &QPushButton::clicked, this, [this, addName, add] { choose(addName, add); });
        auto* heading = new QHBoxLayout;
        heading->addWidget(headingLabel(title, this), 1);
        heading->addWidget(button);
        column->addLayout(heading);
        column->addWidget(none);
        rows->setSpacing(8);
        column->addLayout(rows);
    };
    section(tr("LoRA"), tr("Add a LoRA"), m_noLora, m_loraColumn, &AdapterRows::addLora);
    section(tr("Textual inversion"), tr("Add a textual inversion"), m_noEmbedding,
        m_embeddingColumn, &AdapterRows::addEmbedding);
}

void AdapterRows::choose(const QString& title, void (AdapterRows::*add)(const QString&))
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, title, {}, tr("Adapters (*.safetensors);;All files (*)"));
    for (const QString& file : files)
        (this->*add)(file);
}

AdapterRows::Row AdapterRows::createRow(const std::string& file, QWidget* field,
    const QString& removeName, const std::function<void(const QWidget*)>& remove)
{
    Row row;
    row.file = file;
    row.widget = new QWidget(this);
    auto* name = new QLabel(shortName(file), row.widget);
    name->setToolTip(toQString(file));
    name->setMinimumWidth(40);
    row.note = captionLabel({}, row.widget);
    row.note->setWordWrap(true);
    auto* removeButton = new QToolButton(row.widget);
    removeButton->setIcon(themedIcon(QStringLiteral("remove")));
    removeButton->setToolTip(removeName);
    removeButton->setAccessibleName(removeName);
    connect(removeButton, &QToolButton::clicked, this,
        [remove, widget = row.widget] { remove(widget); });
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(name, 1);
    line->addWidget(field);
    line->addWidget(removeButton);
    auto* column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(row.note);
    return row;
}

void AdapterRows::createLora(const LoraChoice& lora)
{
    LoraRow entry;
    entry.scale = new QDoubleSpinBox(this);
    entry.scale->setRange(-4, 4);
    entry.scale->setSingleStep(0.05);
    entry.scale->setFixedWidth(64);
    dressField(entry.scale, tr("Scale of the LoRA %1").arg(shortName(lora.file)));
    entry.scale->setValue(lora.scale);
    connect(entry.scale, &QDoubleSpinBox::valueChanged, this, &AdapterRows::edited);
    entry.row = createRow(lora.file, entry.scale,
        tr("Remove the LoRA %1").arg(shortName(lora.file)), [this](const QWidget* widget) {
            for (int i = 0; i < loraCount(); ++i)
                if (m_loras[static_cast<std::size_t>(i)].row.widget == widget)
                    return removeLora(i);
        });
    m_loraColumn->addWidget(entry.row.widget);
    m_loras.push_back(entry);
}

void AdapterRows::createEmbedding(const EmbeddingChoice& embedding)
{
    EmbeddingRow entry;
    entry.tokens = new QLineEdit(this);
    entry.tokens->setAccessibleName(tr("Tokens of %1").arg(shortName(embedding.file)));
    entry.tokens->setPlaceholderText(tr("<s0> <s1> …"));
    entry.tokens->setToolTip(tr("Words of the prompt that stand for its vectors, with blanks "
                                "between; empty: <s0>, <s1> and so on"));
    entry.tokens->setFixedWidth(136);
    QStringList tokens;
    for (const std::string& token : embedding.tokens)
        tokens += toQString(token);
    entry.tokens->setText(tokens.join(QLatin1Char(' ')));
    connect(entry.tokens, &QLineEdit::textEdited, this, &AdapterRows::edited);
    entry.row = createRow(embedding.file, entry.tokens,
        tr("Remove the textual inversion %1").arg(shortName(embedding.file)),
        [this](const QWidget* widget) {
            for (int i = 0; i < embeddingCount(); ++i)
                if (m_embeddings[static_cast<std::size_t>(i)].row.widget == widget)
                    return removeEmbedding(i);
        });
    m_embeddingColumn->addWidget(entry.row.widget);
    m_embeddings.push_back(entry);
}

void AdapterRows::setProfile(const ModelProfile& profile)
{
    const QSignalBlocker blocker(this);
    while (!m_loras.empty())
        removeLora(0);
    while (!m_embeddings.empty())
        removeEmbedding(0);
    for (const LoraChoice& lora : profile.loras)
        createLora(lora);
    for (const EmbeddingChoice& embedding : profile.embeddings)
        createEmbedding(embedding);
    showEmptiness();
}

void AdapterRows::writeTo(ModelProfile& profile) const
{
    profile.loras.clear();
    for (const LoraRow& lora : m_loras)
        profile.loras.push_back({lora.row.file, lora.scale->value()});
    profile.embeddings.clear();
    for (const EmbeddingRow& embedding : m_embeddings) {
        EmbeddingChoice choice{embedding.row.file, {}};
        for (const QString& token :
            embedding.tokens->text().split(QLatin1Char(' '), Qt::SkipEmptyParts))
            choice.tokens.push_back(token.toStdString());
        profile.embeddings.push_back(std::move(choice));
    }
}

void AdapterRows::showReport(const ModelReport* report)
{
    for (std::size_t i = 0; i < m_loras.size(); ++i) {
        QLabel* note = m_loras[i].row.note;
        if (!report || i >= report->loras.size()) {
            showNote(note, {}, false);
            continue;
        }
        const LoraReport& lora = report->loras[i];
        if (!lora.problem.empty()) {
            showNote(note, toQString(lora.problem), true);
            continue;
        }
        QString text = tr("%1 of %2 modules fit · rank %3 · %4")
                           .arg(lora.matched.size())
                           .arg(lora.modules)
                           .arg(lora.rank)
                           .arg(toQString(lora.format));
        if (lora.matched.empty() && report->complete())
            text += QStringLiteral(" · ") + tr("trained on another model");
        QStringList unmatched;
        for (const std::string& name : lora.unmatched)
            unmatched += toQString(name);
        constexpr int shown = 12;
        if (unmatched.size() > shown)
            unmatched = unmatched.mid(0, shown)
                << tr("and %n more", nullptr, static_cast<int>(unmatched.size()) - shown);
        note->setToolTip(unmatched.isEmpty()
                ? QString()
                : tr("Without effect:") + QLatin1Char('\n') + unmatched.join(QLatin1Char('\n')));
        showNote(note, text, report->complete() && !lora.unmatched.empty());
    }
    for (std::size_t i = 0; i < m_embeddings.size(); ++i) {
        QLabel* note = m_embeddings[i].row.note;
        if (!report || i >= report->embeddings.size()) {
            showNote(note, {}, false);
            continue;
        }
        const EmbeddingReport& embedding = report->embeddings[i];
        if (!embedding.problem.empty()) {
            showNote(note, toQString(embedding.problem), true);
            continue;
        }
        QStringList tokens;
        for (const std::string& token : embedding.tokens)
            tokens += toQString(token);
        showNote(note,
            tr("%n vectors", nullptr, embedding.vectors)
                + QStringLiteral(" · %1 + %2 · %3")
                      .arg(embedding.firstWidth)
                      .arg(embedding.secondWidth)
                      .arg(tokens.join(QLatin1Char(' '))),
            false);
    }
}

void AdapterRows::addLora(const QString& file)
{
    const std::string path = file.toStdString();
    if (std::any_of(m_loras.begin(), m_loras.end(),
            [&](const LoraRow& lora) { return lora.row.file == path; }))
        return;
    createLora({path, 1.0});
    showEmptiness();
    Q_EMIT edited();
}

void AdapterRows::addEmbedding(const QString& file)
{
    const std::string path = file.toStdString();
    if (std::any_of(m_embeddings.begin(), m_embeddings.end(),
            [&](const EmbeddingRow& embedding) { return embedding.row.file == path; }))
        return;
    createEmbedding({path, {}});
    showEmptiness();
    Q_EMIT edited();
}

void AdapterRows::removeLora(int lora)
{
    const auto place = m_loras.begin() + lora;
    place->row.widget->hide();
    place->row.widget->deleteLater(); // its own button may have asked
    m_loras.erase(place);
    showEmptiness();
    Q_EMIT edited();
}

void AdapterRows::removeEmbedding(int embedding)
{
    const auto place = m_embeddings.begin() + embedding;
    place->row.widget->hide();
    place->row.widget->deleteLater();
    m_embeddings.erase(place);
    showEmptiness();
    Q_EMIT edited();
}

void AdapterRows::showEmptiness()
{
    m_noLora->setVisible(m_loras.empty());
    m_noEmbedding->setVisible(m_embeddings.empty());
}

} // namespace tilewright::ui
