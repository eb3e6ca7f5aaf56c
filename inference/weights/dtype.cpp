#include "inference/weights/safetensors.h"

namespace tilewright::inference {

std::string_view toText(DType dtype)
{
    switch (dtype) {
    case DType::Bool:
        return "BOOL";
    case DType::U8:
        return "U8";
    case DType::I8:
        return "I8";
    case DType::F8E4M3:
        return "F8_E4M3";
    case DType::F8E5M2:
        return "F8_E5M2";
    case DType::I16:
        return "I16";
    case DType::U16:
        return "U16";
    case DType::F16:
        return "F16";
    case DType::BF16:
        return "BF16";
    case DType::I32:
        return "I32";
    case DType::U32:
        return "U32";
    case DType::F32:
        return "F32";
    case DType::I64:
        return "I64";
    case DType::U64:
        return "U64";
    case DType::F64:
        return "F64";
    }
    return "";
}

std::optional<DType> dtypeFromText(std::string_view text)
{
    for (const DType dtype : {DType::Bool, DType::U8, DType::I8, DType::F8E4M3, DType::F8E5M2,
             DType::I16, DType::U16, DType::F16, DType::BF16, DType::I32, DType::U32, DType::F32,
             DType::I64, DType::U64, DType::F64}) {
        if (toText(dtype) == text)
            return dtype;
    }
    return std::nullopt;
}

std::size_t sizeOf(DType dtype)
{
    switch (dtype) {
    case DType::Bool:
    case DType::U8:
    case DType::I8:
    case DType::F8E4M3:
    case DType::F8E5M2:
        return 1;
    case DType::I16:
    case DType::U16:
    case DType::F16:
    case DType::BF16:
        return 2;
    case DType::I32:
    case DType::U32:
    case DType::F32:
        return 4;
    case DType::I64:
    case DType::U64:
    case DType::F64:
        return 8;
    }
    return 0;
}

} // namespace tilewright::inference
