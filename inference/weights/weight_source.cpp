#include "inference/weights/weight_source.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/support/atomic_file.h"
#include "inference/weights/tensor_io.h"

namespace tilewright::inference {

namespace fs = std::filesystem;

namespace {

/// The shards that an index file lists, in its order, each once.
Expected<std::vector<std::string>> shardsOf(const fs::path& index)
{
    auto text = readTextFile(index);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    std::set<std::string> shards;
    if (json.is_object() && json.contains("weight_map") && json["weight_map"].is_object()) {
        for (const auto& [tensor, file] : json["weight_map"].items()) {
            // A shard lies beside its index; a path would let a model folder reach outside itself.
            if (file.is_string()
                && fs::path(file.get<std::string>()).filename() == file.get<std::string>())
                shards.insert(file.get<std::string>());
        }
    }
    if (shards.empty())
        return fail(ErrorKind::BadData,
            fmt::format(
                "The list of model files {} cannot be read. Copy the model again.", index.string()),
            "no usable weight_map");
    return std::vector<std::string>(shards.begin(), shards.end());
}

} // namespace

Expected<WeightSource> WeightSource::openFolder(const fs::path& folder, const std::string& stem)
{
    std::vector<std::string> files;
    for (const std::string variant : {"", ".fp16"}) {
        const std::string single = stem + variant + ".safetensors";
        const fs::path index = folder / (stem + ".safetensors.index" + variant + ".json");
        if (fs::exists(folder / single)) {
            files = {single};
        } else if (fs::exists(index)) {
            auto shards = shardsOf(index);
            if (!shards)
                return tl::unexpected(shards.error());
            files = *shards;
        }
        if (!files.empty())
            break;
    }
    if (files.empty())
        return fail(ErrorKind::BadData,
            fmt::format("The model part {} holds no weights: {}.safetensors is missing. "
                        "Only safetensors files are read.",
                folder.string(), stem));
    WeightSource source;
    for (const auto& name : files) {
        auto file = SafetensorsFile::open(folder / name);
        if (!file)
            return tl::unexpected(file.error());
        source.addAll(std::move(*file));
    }
    return source;
}

WeightSource WeightSource::fromFile(SafetensorsFile file)
{
    WeightSource source;
    source.addAll(std::move(file));
    return source;
}

WeightSource WeightSource::inside(SafetensorsFile file)
{
    WeightSource source;
    source.m_files.push_back(std::move(file));
    return source;
}

void WeightSource::addAll(SafetensorsFile file)
{
    for (const auto& [name, tensor] : file.tensors())
        m_entries.emplace(name, Entry{m_files.size(), name, View{tensor.shape}, tensor});
    m_files.push_back(std::move(file));
}

bool WeightSource::add(const std::string& name, const std::string& nameInFile, const View& view)
{
    const auto* stored = m_files.front().find(nameInFile);
    if (!stored)
        return false;
    TensorInfo info = *stored;
    info.shape = view.shape;
    const bool divides = !stored->shape.empty() && stored->shape.front() % view.parts == 0;
    if ((view.parts > 1 && !divides) || (view.isTransposed && stored->shape.size() != 2)
        || info.elementCount() * view.parts != stored->elementCount())
        return false;
    return m_entries.emplace(name, Entry{0, nameInFile, view, info}).second;
}

const TensorInfo* WeightSource::find(const std::string& name) const
{
    const auto it = m_entries.find(name);
    return it == m_entries.end() ? nullptr : &it->second.info;
}

Expected<at::Tensor> WeightSource::read(const std::string& name) const
{
    const auto& entry = m_entries.at(name);
    const auto& file = m_files[entry.file];
    return readTensor(file, *file.find(entry.nameInFile)).map([&view = entry.view](at::Tensor all) {
        if (view.parts > 1)
            all = all.chunk(view.parts)[static_cast<std::size_t>(view.part)];
        return (view.isTransposed ? all.t() : all).reshape(view.shape);
    });
}

std::vector<std::string> WeightSource::names() const
{
    std::vector<std::string> names;
    for (const auto& [name, entry] : m_entries)
        names.push_back(name);
    return names;
}

std::uint64_t WeightSource::byteCount() const
{
    std::uint64_t bytes = 0;
    for (const auto& [name, entry] : m_entries)
        bytes += static_cast<std::uint64_t>(entry.info.elementCount()) * sizeOf(entry.info.dtype);
    return bytes;
}

void WeightSource::ensurePrefix(const std::string& prefix, const std::vector<std::string>& except)
{
    std::map<std::string, Entry> renamed;
    for (auto& [name, entry] : m_entries) {
        const bool keep = name.starts_with(prefix)
            || std::any_of(
                except.begin(), except.end(), [&](const auto& e) { return name.starts_with(e); });
        renamed.emplace(keep ? name : prefix + name, entry);
    }
    m_entries = std::move(renamed);
}

WeightMatch match(const ParameterSet& parameters, const WeightSource& source)
{
    WeightMatch result;
    std::set<std::string> known;
    for (const auto& parameter : parameters.all()) {
        known.insert(parameter.name);
        const auto* tensor = source.find(parameter.name);
        if (!tensor)
            result.missing.push_back(parameter.name);
        else if (tensor->shape != parameter.shape)
            result.misshapen.push_back(fmt::format("{} ({}) is ({})", parameter.name,
                fmt::join(parameter.shape, ", "), fmt::join(tensor->shape, ", ")));
    }
    for (const auto& name : source.names()) {
        if (!known.contains(name) && !name.ends_with("position_ids"))
            result.unexpected.push_back(name);
    }
    return result;
}

at::Tensor prepare(const at::Tensor& value, const at::TensorOptions& options)
{
    const auto layout
        = value.dim() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    return value.to(options, false, true, layout);
}

Expected<void> load(ParameterSet& parameters, const WeightSource& source,
    const at::TensorOptions& options, const std::string& part, std::stop_token stop)
{
    const WeightMatch fit = match(parameters, source);
    if (!fit.fits())
        return fail(ErrorKind::BadData,
            fmt::format("The {} of this model does not fit its configuration: {} tensors are "
                        "missing and {} have "
                        "another shape. The model was cut short, or its config.json belongs to "
                        "another model.",
                part, fit.missing.size(), fit.misshapen.size()),
            fmt::format("missing: {}; misshapen: {}", fmt::join(fit.missing, ", "),
                fmt::join(fit.misshapen, ", ")));
    for (auto& parameter : parameters.all()) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        const auto value = source.read(parameter.name);
        if (!value)
            return tl::unexpected(value.error());
        parameter.value = prepare(*value, options);
    }
    return {};
}

} // namespace tilewright::inference
