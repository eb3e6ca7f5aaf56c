// How the photograph is made: seed, steps, guidance, guide, size, edges, and how many.
#pragma once

#include <QVariantMap>
#include <QWidget>
#include <string>
#include <vector>

#include "core/generation/model_choice.h"
#include "core/generation/request.h"
#include "ui/settings/followed_value.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QToolButton;
class QUndoStack;

namespace tilewright::ui {

class GuideSettings;
class SeedField;

/// The numbers follow the profile (which goes by the number of colours and by the guide) until they
/// are touched; then a reset is offered.
class SettingsPanel : public QWidget {
    Q_OBJECT
public:
    static constexpr int maximumCount = 16;

    SettingsPanel(
        ModelProfile profile, std::string model, const Mix& mix, QWidget* parent = nullptr);

    /// The request for a mix under these settings, with the seed that is shown.
    GenerationRequest request(const Mix& mix) const;
    int count() const;
    /// From now on for this model: untouched settings follow its profile, touched ones stay. A size
    /// that it does not offer becomes its own. No undo step.
    void setModel(const ModelChoice& choice);
    /// Lets untouched settings follow the number of colours.
    void setMix(const Mix& mix);
    /// What the user changes from now on can be undone there; what code sets cannot, but for
    /// setRequest() and keepSeed(), which are the user's wish too. Not owned.
    void setUndoStack(QUndoStack* stack);
    /// All settings as they were in a request; its seed is kept for the tiles to come.
    void setRequest(const GenerationRequest& request);
    /// For the tiles to come too.
    void keepSeed(std::uint64_t seed);
    void reset();
    /// What an undo step holds, by key: of a followed number that is not touched an invalid value.
    QVariantMap values() const;
    /// Sets those that are given. Makes no undo step.
    void setValues(const QVariantMap& values);
    /// What is worth to be remembered, without the seed.
    QVariantMap state() const;
    void restoreState(const QVariantMap& state);

    SeedField* seedField() { return m_seed; }
    QSpinBox* stepsBox() { return m_steps; }
    QDoubleSpinBox* guidanceBox() { return m_guidance; }
    QCheckBox* guidedBox() { return m_guided; }
    QDoubleSpinBox* strengthBox() { return m_strength; }
    QComboBox* sizeBox() { return m_size; }
    QSpinBox* countBox() { return m_count; }
    GuideSettings* guideSettings() { return m_guide; }
    QToolButton* resetButton() { return m_reset; }

Q_SIGNALS:
    /// Seed, size or seamless edges: the granules lie differently now.
    void geometryChanged();
    void countChanged(int count);
    /// Something that state() tells.
    void changed();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void createControls();
    void createLayout();
    void connectControls();
    void showRequest(const GenerationRequest& request);
    /// Pushes what differs, of these settings, from what was last recorded. What is said of one
    /// setting in one go is a single step.
    void record(const QString& text, const QStringList& keys);
    void fillSizes();
    void followAdvice();
    void selectSize(const QSize& size);
    GenerationRequest advice() const;
    void showAdvice();

    ModelChoice m_choice;
    Mix m_mix;
    std::vector<FollowedValue> m_followed;
    SeedField* m_seed;
    QSpinBox* m_steps;
    QDoubleSpinBox* m_guidance;
    QCheckBox* m_guided;
    QDoubleSpinBox* m_strength;
    QComboBox* m_size;
    QSpinBox* m_count;
    GuideSettings* m_guide;
    QToolButton* m_reset;
    QUndoStack* m_undo = nullptr;
    QVariantMap m_recorded;
    QStringList m_recordedKeys;
    int m_gesture = 0;
    bool m_isSetting = false; ///< code sets the fields
};

} // namespace tilewright::ui
