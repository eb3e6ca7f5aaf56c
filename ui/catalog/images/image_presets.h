// Settings of picture files under a name: those that ship, and the user's own.
#pragma once

#include <QObject>
#include <filesystem>
#include <vector>

#include "core/export/image_export.h"

namespace tilewright::ui {

/// Every change is written at once. While the file cannot be read the user's own ones cannot be
/// changed, so that none is lost.
class ImagePresets : public QObject {
    Q_OBJECT
public:
    explicit ImagePresets(std::filesystem::path file, QObject* parent = nullptr);

    /// Those that ship first.
    const std::vector<ImagePreset>& all() const { return m_presets; }
    bool isOwn(std::size_t index) const { return m_presets[index].id.empty(); }
    QString nameOf(std::size_t index) const;
    /// -1: none is called so.
    int find(const QString& name) const;
    /// Why a preset, which now is called `present`, cannot be called so; empty when it can.
    QString problemOfName(const QString& name, const QString& present = {}) const;

    // False when it cannot be done, which failed() tells.
    bool add(const QString& name, const ImageExport& settings);
    bool replace(std::size_t index, const ImageExport& settings);
    bool rename(std::size_t index, const QString& name);
    bool remove(std::size_t index);

Q_SIGNALS:
    void changed();
    void failed(const QString& message);

private:
    Expected<std::vector<ImagePreset>> load() const;
    bool apply(std::vector<ImagePreset> presets);

    const std::filesystem::path m_file;
    std::vector<ImagePreset> m_presets;
    QString m_problem; ///< of the file
};

} // namespace tilewright::ui
