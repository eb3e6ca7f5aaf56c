#include "ui/catalog/images/image_presets.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
QString shippedName(const std::string& id)
{
    if (id == "web")
        return ImagePresets::tr("Web");
    if (id == "print")
        return ImagePresets::tr("Print");
    if (id == "cut-out")
        return ImagePresets::tr("Cut-out");
    if (id == "texture")
        return ImagePresets::tr("Texture");
    if (id == "small")
        return ImagePresets::tr("Small");
    return toQString(id);
}
} // namespace

ImagePresets::ImagePresets(std::filesystem::path file, QObject* parent)
    : QObject(parent), m_file(std::move(file)), m_presets(shippedImagePresets())
{
    auto own = load();
    if (own) {
        m_presets.insert(m_presets.end(), own->begin(), own->end());
    } else {
        m_problem = toQString(own.error().message);
        spdlog::warn("{} [{}]", own.error().message, own.error().detail);
    }
}

Expected<std::vector<ImagePreset>> ImagePresets::load() const
{
    std::vector<ImagePreset> presets;
    std::error_code error;
    if (!std::filesystem::exists(m_file, error))
        return presets;
    const auto json = readTextFile(m_file).and_then([this](const std::string& text) {
        return parseJson(text, "The file of picture presets " + m_file.string());
    });
    if (!json)
        return tl::unexpected(json.error());
    const auto list = json->find("presets");
    if (!json->is_object() || list == json->end() || !list->is_array())
        return fail(ErrorKind::BadData,
            "The file " + m_file.string()
                + " holds no picture presets. Move it away, or mend it by hand.");
    for (const nlohmann::json& entry : *list) {
        if (!entry.is_object() || !entry.contains("settings"))
            continue;
        auto settings = imageExportFromJson(entry["settings"]);
        if (!settings)
            return tl::unexpected(settings.error());
        presets.push_back({{}, entry.value("name", std::string()), std::move(*settings)});
    }
    return presets;
}

QString ImagePresets::nameOf(std::size_t index) const
{
    const ImagePreset& preset = m_presets[index];
    return preset.id.empty() ? toQString(preset.name) : shippedName(preset.id);
}

int ImagePresets::find(const QString& name) const
{
    for (std::size_t i = 0; i < m_presets.size(); ++i)
        if (nameOf(i).compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return int(i);
    return -1;
}

QString ImagePresets::problemOfName(const QString& name, const QString& present) const
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return tr("A preset needs a name.");
    if (wanted.compare(present, Qt::CaseInsensitive) != 0 && find(wanted) >= 0)
        return tr("There is a preset %1 already.").arg(nameOf(std::size_t(find(wanted))));
    return {};
}

bool ImagePresets::add(const QString& name, const ImageExport& settings)
{
    std::vector<ImagePreset> presets = m_presets;
    presets.push_back({{}, name.trimmed().toStdString(), settings});
    return apply(std::move(presets));
}

bool ImagePresets::replace(std::size_t index, const ImageExport& settings)
{
    std::vector<ImagePreset> presets = m_presets;
    presets[index].settings = settings;
    return apply(std::move(presets));
}

bool ImagePresets::rename(std::size_t index, const QString& name)
{
    std::vector<ImagePreset> presets = m_presets;
    presets[index].name = name.trimmed().toStdString();
    return apply(std::move(presets));
}

bool ImagePresets::remove(std::size_t index)
{
    std::vector<ImagePreset> presets = m_presets;
    presets.erase(presets.begin() + std::ptrdiff_t(index));
    return apply(std::move(presets));
}

bool ImagePresets::apply(std::vector<ImagePreset> presets)
{
    if (!m_problem.isEmpty()) {
        Q_EMIT failed(m_problem);
        return false;
    }
    nlohmann::json list = nlohmann::json::array();
    for (const ImagePreset& preset : presets)
        if (preset.id.empty())
            list.push_back({{"name", preset.name}, {"settings", toJson(preset.settings)}});
    std::error_code error; // writing tells it better
    std::filesystem::create_directories(m_file.parent_path(), error);
    const auto written = writeFileAtomically(m_file, dumpJson({{"presets", list}}, 2));
    if (!written) {
        Q_EMIT failed(toQString(written.error().message));
        return false;
    }
    m_presets = std::move(presets);
    Q_EMIT changed();
    return true;
}

} // namespace tilewright::ui
