#include "core/generation/model_list.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{1} << 20;

std::string starterPath()
{
    return starterModelFolder().string();
}

/// The starter model lies elsewhere after an update, so that its path is not told.
std::string storedPath(const std::string& path)
{
    return path == starterPath() ? std::string() : path;
}

KnownModel readModel(JsonFields& fields)
{
    KnownModel model;
    fields.read("path", model.path);
    fields.read("name", model.name);
    fields.read("device", model.device, parseDevice);
    fields.read("precision", model.precision, parsePrecision);
    if (model.path.empty())
        model.path = starterPath();
    else if (!fs::path(model.path).is_absolute())
        fields.complain("path", "it must be an absolute path");
    return model;
}

} // namespace

bool KnownModel::isStarter() const
{
    return path == starterPath();
}

ModelList::ModelList() : m_models{{starterPath(), {}, {}, {}}}, m_current(starterPath()) { }

Expected<ModelList> ModelList::load(const fs::path& file)
{
    std::error_code error;
    if (fs::status(file, error).type() == fs::file_type::not_found)
        return ModelList();
    const auto json = readTextFile(file, largestFile).and_then([&](const std::string& text) {
        return parseJson(text, "The list of models " + file.string());
    });
    if (!json)
        return tl::unexpected(json.error());
    ModelList list;
    std::string problem;
    JsonFields fields(*json, problem);
    fields.readEach("models", [&](JsonFields& model) { list.put(readModel(model)); });
    std::string current;
    fields.read("current", current);
    list.setCurrent(current);
    if (!problem.empty())
        return fail(ErrorKind::BadData,
            fmt::format("The list of models {} cannot be used: {}.", file.string(), problem));
    return list;
}

Expected<void> ModelList::save(const fs::path& file) const
{
    nlohmann::json models = nlohmann::json::array();
    for (const KnownModel& model : m_models)
        models.push_back({{"path", storedPath(model.path)}, {"name", model.name},
            {"device", toText(model.device)}, {"precision", toText(model.precision)}});
    std::error_code error;
    fs::create_directories(file.parent_path(), error); // writing tells it if there is none
    return writeFileAtomically(file,
        dumpJson({{"models", std::move(models)}, {"current", storedPath(m_current)}}, 2) + "\n");
}

const KnownModel* ModelList::find(const std::string& path) const
{
    const auto found = std::find_if(m_models.begin(), m_models.end(),
        [&](const KnownModel& model) { return model.path == path; });
    return found == m_models.end() ? nullptr : &*found;
}

const KnownModel& ModelList::current() const
{
    return *find(m_current);
}

void ModelList::put(KnownModel model)
{
    const auto known = std::find_if(m_models.begin(), m_models.end(),
        [&](const KnownModel& other) { return other.path == model.path; });
    if (known == m_models.end())
        m_models.push_back(std::move(model));
    else
        *known = std::move(model);
}

void ModelList::remove(const std::string& path)
{
    if (path == starterPath())
        return;
    std::erase_if(m_models, [&](const KnownModel& model) { return model.path == path; });
    if (!find(m_current))
        m_current = starterPath();
}

void ModelList::setCurrent(const std::string& path)
{
    const std::string wanted = path.empty() ? starterPath() : path;
    if (find(wanted))
        m_current = wanted;
}

fs::path modelListFile()
{
    return dataFolder() / "models.json";
}

} // namespace tilewright
