// Where the weights of one network come from: its folder in the diffusers layout, or memory.
#pragma once

#include <ATen/core/Tensor.h>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "inference/weights/parameters.h"
#include "inference/weights/safetensors.h"

namespace tilewright::inference {

/// One safetensors file or several shards, seen as one set of named tensors.
class WeightSource {
public:
    /// The weights of one part: `stem`.safetensors, or its shards by `stem`.safetensors.index.json,
    /// or the fp16 variant of either. `stem` is "diffusion_pytorch_model" or "model". Errors:
    /// BadData.
    static Expected<WeightSource> openFolder(
        const std::filesystem::path& folder, const std::string& stem);
    static WeightSource fromFile(SafetensorsFile file);

    const TensorInfo* find(const std::string& name) const;
    /// As stored, on the CPU. The name must exist.
    at::Tensor read(const std::string& name) const;
    std::vector<std::string> names() const;
    const std::vector<SafetensorsFile>& files() const { return m_files; }
    std::uint64_t byteCount() const;

    /// Adds `prefix` to every name that lacks it, if any name has it not. Text encoders are stored
    /// both with and without "text_model.".
    void ensurePrefix(const std::string& prefix, const std::vector<std::string>& except);

private:
    struct Entry {
        std::size_t file;
        std::string nameInFile;
    };
    void add(SafetensorsFile file);

    std::vector<SafetensorsFile> m_files;
    std::map<std::string, Entry> m_entries;
};

/// How the tensors of a network and those of a source fit.
struct WeightMatch {
    std::vector<std::string> missing;
    std::vector<std::string> misshapen; ///< "name (320, 4, 3, 3) is (320, 9, 3, 3)"
    std::vector<std::string> unexpected;
    bool fits() const { return missing.empty() && misshapen.empty(); }
};
WeightMatch match(const ParameterSet& parameters, const WeightSource& source);

/// Fills every parameter: converted to `options`, 4-D weights in channels-last order. `part` names
/// the network in error sentences. Errors: BadData when something is missing or misshapen;
/// Cancelled.
Expected<void> load(ParameterSet& parameters, const WeightSource& source,
    const at::TensorOptions& options, const std::string& part, std::stop_token stop = {});

/// The layout and dtype in which a network keeps a parameter.
at::Tensor prepare(const at::Tensor& value, const at::TensorOptions& options);

} // namespace tilewright::inference
