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

/// Named tensors in one safetensors file, in several shards, or inside a file that holds a whole
/// model.
class WeightSource {
public:
    /// What is done to a stored tensor to be the named one.
    struct View {
        std::vector<std::int64_t> shape; ///< as seen; at most reshaped after the rest
        bool isTransposed = false; ///< 2-D, rows and columns swapped
        std::int64_t part = 0, parts = 1; ///< one of so many equal pieces along the first dimension
    };

    /// The weights of one part: `stem`.safetensors, or its shards by `stem`.safetensors.index.json,
    /// or the fp16 variant of either. `stem` is "diffusion_pytorch_model" or "model". Errors:
    /// BadData.
    static Expected<WeightSource> openFolder(
        const std::filesystem::path& folder, const std::string& stem);
    static WeightSource fromFile(SafetensorsFile file);
    /// No tensors yet; add() names them.
    static WeightSource inside(SafetensorsFile file);

    /// Names a tensor of the first file. False when it has none of that name, or the view does not
    /// suit its size.
    bool add(const std::string& name, const std::string& nameInFile, const View& view);

    /// As named, i.e. with the shape that read() gives; null if there is none.
    const TensorInfo* find(const std::string& name) const;
    /// In the dtype of the file, on the CPU. The name must exist. Errors: BadData when the file was
    /// changed since it was opened.
    Expected<at::Tensor> read(const std::string& name) const;
    std::vector<std::string> names() const;
    std::uint64_t byteCount() const;

    /// Puts `prefix` before every name that lacks it, but for names that begin as one of `except`.
    /// Text encoders are stored both with and without "text_model.".
    void ensurePrefix(const std::string& prefix, const std::vector<std::string>& except);

private:
    struct Entry {
        std::size_t file;
        std::string nameInFile;
        View view;
        TensorInfo info; ///< of the file, but for the shape
    };
    void addAll(SafetensorsFile file);

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
/// the network in error sentences. Errors: BadData when something is missing or misshapen, or a
/// file was changed meanwhile; Cancelled.
Expected<void> load(ParameterSet& parameters, const WeightSource& source,
    const at::TensorOptions& options, const std::string& part, std::stop_token stop = {});

/// The layout and dtype in which a network keeps a parameter; always a copy.
at::Tensor prepare(const at::Tensor& value, const at::TensorOptions& options);

} // namespace tilewright::inference
