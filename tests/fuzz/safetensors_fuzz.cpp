// Whatever bytes come, the reader accepts or rejects them; what it accepts can be read to the last
// byte. Start it with tests/data/goldens/safetensors-good and safetensors-bad as seeds.
#include <cstdlib>

#include "inference/weights/safetensors.h"

using namespace tilewright::inference;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto file = SafetensorsFile::fromBytes({bytes.begin(), bytes.end()}, "fuzz");
    if (!file) {
        if (file.error().message.empty())
            std::abort();
        return 0;
    }
    std::size_t covered = 0;
    unsigned sum = 0;
    for (const auto& [name, info] : file->tensors()) {
        const auto tensor = file->bytes(info);
        if (!tensor
            || tensor->size() != static_cast<std::size_t>(info.elementCount()) * sizeOf(info.dtype))
            std::abort();
        for (const std::byte byte : *tensor)
            sum += std::to_integer<unsigned>(byte);
        covered += tensor->size();
    }
    volatile unsigned sink = sum;
    static_cast<void>(sink);
    if (covered > size)
        std::abort();
    return 0;
}
