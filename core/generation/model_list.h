// The models that the studio knows, kept in a file of the user.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/generation/settings.h"
#include "core/support/error.h"

namespace tilewright {

struct KnownModel {
    std::string path; ///< absolute; folder in diffusers layout, or SDXL in one file
    std::string name; ///< what it was called when it was last seen
    DeviceChoice device;
    Precision precision = Precision::Auto;

    bool isStarter() const;
    bool operator==(const KnownModel&) const = default;
};

/// The starter model is always the first and cannot be removed. Each path is there once.
class ModelList {
public:
    /// Only the starter model.
    ModelList();
    /// No file: only the starter model. Errors: BadData.
    static Expected<ModelList> load(const std::filesystem::path& file);
    /// Errors: CannotWrite.
    Expected<void> save(const std::filesystem::path& file) const;

    const std::vector<KnownModel>& models() const { return m_models; }
    const KnownModel* find(const std::string& path) const;
    /// The one that was used last; the starter model at first.
    const KnownModel& current() const;
    /// One that is known already is replaced, where it stands.
    void put(KnownModel model);
    /// The starter model stays.
    void remove(const std::string& path);
    /// An unknown path changes nothing.
    void setCurrent(const std::string& path);

    bool operator==(const ModelList&) const = default;

private:
    std::vector<KnownModel> m_models;
    std::string m_current;
};

/// dataFolder()/models.json
std::filesystem::path modelListFile();

} // namespace tilewright
