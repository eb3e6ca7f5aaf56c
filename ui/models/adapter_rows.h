// LoRAs and textual inversions of a model, each with what came of it.
#pragma once

#include <QWidget>

#include "core/generation/model_report.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tilewright::ui {

class AdapterRows : public QWidget {
    Q_OBJECT
public:
    explicit AdapterRows(QWidget* parent = nullptr);

    void setProfile(const ModelProfile& profile);
    void writeTo(ModelProfile& profile) const;
    /// What fits and what does not; null: not known.
    void showReport(const ModelReport* report);
    /// One that is there already is not added again.
    void addLora(const QString& file);
    void addEmbedding(const QString& file);

    int loraCount() const { return static_cast<int>(m_loras.size()); }
    int embeddingCount() const { return static_cast<int>(m_embeddings.size()); }
    QDoubleSpinBox* scaleBox(int lora) { return m_loras[static_cast<std::size_t>(lora)].scale; }
    QLineEdit* tokensField(int embedding)
    {
        return m_embeddings[static_cast<std::size_t>(embedding)].tokens;
    }
    QLabel* loraNote(int lora) { return m_loras[static_cast<std::size_t>(lora)].row.note; }
    QLabel* embeddingNote(int embedding)
    {
        return m_embeddings[static_cast<std::size_t>(embedding)].row.note;
    }
    void removeLora(int lora);
    void removeEmbedding(int embedding);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* widget = nullptr;
        QLabel* note = nullptr;
        std::string file;
    };
    struct LoraRow {
        Row row;
        QDoubleSpinBox* scale = nullptr;
    };
    struct EmbeddingRow {
        Row row;
        QLineEdit* tokens = nullptr;
    };
    Row createRow(const std::string& file, QWidget* field, const QString& removeName,
        const std::function<void(const QWidget*)>& remove);
    void createLora(const LoraChoice& lora);
    void createEmbedding(const EmbeddingChoice& embedding);
    void choose(const QString& title, void (AdapterRows::*add)(const QString&));
    void showEmptiness();

    QVBoxLayout* m_loraColumn;
    QVBoxLayout* m_embeddingColumn;
    QLabel* m_noLora;
    QLabel* m_noEmbedding;
    std::vector<LoraRow> m_loras;
    std::vector<EmbeddingRow> m_embeddings;
};

} // namespace tilewright::ui
