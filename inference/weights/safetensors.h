// Reading and writing of safetensors files (https://github.com/huggingface/safetensors). No torch
// here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"
#include "inference/weights/stored_bytes.h"

namespace tilewright::inference {

enum class DType {
    Bool,
    U8,
    I8,
    F8E4M3,
    F8E5M2,
    I16,
    U16,
    F16,
    BF16,
    I32,
    U32,
    F32,
    I64,
    U64,
    F64
};

std::string_view toText(DType dtype); ///< as in the file: "F16", "F8_E4M3", …
std::optional<DType> dtypeFromText(std::string_view text); ///< nothing if it is none of these
std::size_t sizeOf(DType dtype); ///< bytes per element

struct TensorInfo {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape; ///< empty: a scalar
    std::uint64_t begin = 0; ///< bytes, counted from the end of the header
    std::uint64_t end = 0;

    std::int64_t elementCount() const;
};

/// A checked safetensors file. Every rule of the format is enforced when it is opened: header
/// length, UTF-8, JSON without duplicate keys, known dtypes, sizes that agree with the shapes, no
/// holes, no overlap, no bytes left over.
class SafetensorsFile {
public:
    /// Reads the header; the tensors are read when they are asked for. Errors: BadData; the
    /// sentence names the file, the detail the rule that is broken.
    static Expected<SafetensorsFile> open(const std::filesystem::path& path);
    /// The same from memory; `name` stands for the file in error sentences.
    static Expected<SafetensorsFile> fromBytes(std::vector<std::byte> bytes, std::string name);

    const std::map<std::string, TensorInfo>& tensors() const { return m_tensors; }
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    const std::string& name() const { return m_name; }
    /// Null if there is none of that name.
    const TensorInfo* find(const std::string& tensor) const;
    /// Fills `target`, which is as long as the tensor, with its bytes, little endian, row-major.
    /// Errors: BadData when the file was changed since it was opened.
    Expected<void> read(const TensorInfo& tensor, std::span<std::byte> target) const;
    /// The same as a buffer of its own.
    Expected<std::vector<std::byte>> bytes(const TensorInfo& tensor) const;

private:
    SafetensorsFile() = default;
    static Expected<SafetensorsFile> parse(
        std::shared_ptr<const StoredBytes> stored, std::string name);

    std::string m_name;
    std::shared_ptr<const StoredBytes> m_stored;
    std::uint64_t m_payload = 0; ///< where it begins
    std::map<std::string, TensorInfo> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

struct TensorToWrite {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes beside and renames. Tensors are laid out by falling element size, the header is padded to
/// eight bytes, so that every tensor is aligned. Errors: CannotWrite; Internal when a size does not
/// fit its shape or a name comes twice.
Expected<void> writeSafetensors(const std::filesystem::path& path,
    const std::vector<TensorToWrite>& tensors,
    const std::map<std::string, std::string>& metadata = {});

} // namespace tilewright::inference
