// All fields of an image export.
#pragma once

#include <QWidget>
#include <vector>

#include "core/export/image_export.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tilewright::ui {

/// Grouped by what, size, colour and file; what is seldom touched is folded away. What cannot be
/// used with the chosen kind of file is disabled.
class ImageSettings : public QWidget {
    Q_OBJECT
public:
    explicit ImageSettings(QWidget* parent = nullptr);

    /// Without signalling.
    void setSettings(const ImageExport& settings);
    ImageExport settings() const;
    /// What can be chosen beside sRGB and Adobe RGB.
    void setProfiles(const std::vector<KnownProfile>& profiles);
    /// The measures of the tile that is shown, for the names of the choices.
    void setProduct(const Product& product);
    /// Below the sizes, and below the name.
    void showSize(const QString& words);
    void showExample(const QString& words, bool isProblem);

    QComboBox* contentBox() { return m_content; }
    QComboBox* kindBox() { return m_kind; }
    QComboBox* unitBox() { return m_unit; }
    QComboBox* colorBox() { return m_color; }
    QDoubleSpinBox* sizeField() { return m_size; }
    QSpinBox* qualityField() { return m_quality; }
    QLineEdit* nameField() { return m_name; }
    QPushButton* foldButton() { return m_fold; }
    QString sizeText() const;
    QString exampleText() const;

Q_SIGNALS:
    void changed();

private:
    enum class Unit { AsItIs, Pixels, Millimetres };

    QComboBox* choice(const QString& name);
    QDoubleSpinBox* number(const QString& name, const QString& unit, double most, int decimals);
    QLineEdit* text(const QString& name);
    void createFields();
    void createLayout();
    QWidget* createFolded();
    void chooseProfile();
    void addProfile(const std::filesystem::path& file, const QString& name);
    void adapt();
    void take();

    ImageExport m_settings; ///< what no field has told otherwise
    int m_colorBefore = 0;
    bool m_isFilling = false;
    QComboBox* m_content;
    QComboBox* m_ground;
    QComboBox* m_unit;
    QDoubleSpinBox* m_size;
    QDoubleSpinBox* m_dpi;
    QDoubleSpinBox* m_bleed;
    QLabel* m_sizeText;
    QComboBox* m_color;
    QComboBox* m_kind;
    QComboBox* m_bits;
    QSpinBox* m_quality;
    QCheckBox* m_lossless;
    QLineEdit* m_name;
    QLabel* m_example;
    QPushButton* m_fold;
    QWidget* m_folded;
    QDoubleSpinBox* m_margin;
    QComboBox* m_enlarging;
    QComboBox* m_intent;
    QCheckBox* m_blackPoint;
    QDoubleSpinBox* m_inkLimit;
    QComboBox* m_collision;
    QCheckBox* m_provenance;
    QLineEdit* m_creator;
    QLineEdit* m_copyright;
};

} // namespace tilewright::ui
