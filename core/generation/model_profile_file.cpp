// Where profiles are kept: beside the model, or with what belongs to the user.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/generation/model_profile.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{1} << 20;

fs::path normalised(const fs::path& model)
{
    const fs::path path = fs::absolute(model).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

/// 64-bit FNV-1a: tells models of the same name apart.
std::uint64_t hashOf(const std::string& text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

bool belongsToProgram(const fs::path& model)
{
    const fs::path relative = model.lexically_relative(resourceFolder());
    return !relative.empty() && *relative.begin() != "..";
}

/// The object in a file; empty when there is none that can be read.
nlohmann::json objectIn(const fs::path& file)
{
    const auto text = readTextFile(file, largestFile);
    auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    return json.is_object() ? json : nlohmann::json::object();
}

Expected<fs::path> writeProfile(const fs::path& file, const nlohmann::json& json)
{
    return writeFileAtomically(file, dumpJson(json, 2) + "\n").map([&] { return file; });
}

} // namespace

fs::path ownProfileFile(const fs::path& model)
{
    const fs::path path = normalised(model);
    return dataFolder() / "profiles"
        / fmt::format("{}-{:016x}.json", path.stem().string(), hashOf(path.string()));
}

Expected<ModelProfile> ModelProfile::load(const fs::path& model)
{
    std::error_code error;
    fs::path file = ownProfileFile(model);
    if (!fs::exists(file, error))
        file = model / "tilewright.json";
    if (!fs::exists(file, error))
        return defaults();
    const fs::path folder = fs::is_regular_file(model, error) ? model.parent_path() : model;
    return readTextFile(file, largestFile)
        .and_then([&](const std::string& text) { return fromJson(text, folder); })
        .map_error([&](Error problem) {
            problem.detail = fmt::format("{}: {}", file.string(), problem.detail);
            return problem;
        });
}

Expected<fs::path> ModelProfile::save(const fs::path& model) const
{
    const fs::path beside = model / "tilewright.json", own = ownProfileFile(model);
    std::error_code error;
    if (fs::is_directory(model, error) && !belongsToProgram(normalised(model))
        && checkWritable(beside)) {
        nlohmann::json json = objectIn(beside);
        json.update(toJson(*this));
        auto written = writeProfile(beside, json);
        if (written)
            fs::remove(own, error); // it would hide what was just written
        return written;
    }
    fs::create_directories(own.parent_path(), error); // writing tells it if there is none
    return writeProfile(own, toJson(*this));
}

} // namespace tilewright
