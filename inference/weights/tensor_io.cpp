#include "inference/weights/tensor_io.h"

#include <ATen/ATen.h>
#include <cstddef>
#include <span>

namespace tilewright::inference {

at::ScalarType toScalarType(DType dtype)
{
    switch (dtype) {
    case DType::Bool:
        return at::kBool;
    case DType::U8:
        return at::kByte;
    case DType::I8:
        return at::kChar;
    case DType::F8E4M3:
        return at::kFloat8_e4m3fn;
    case DType::F8E5M2:
        return at::kFloat8_e5m2;
    case DType::I16:
        return at::kShort;
    case DType::U16:
        return at::kUInt16;
    case DType::F16:
        return at::kHalf;
    case DType::BF16:
        return at::kBFloat16;
    case DType::I32:
        return at::kInt;
    case DType::U32:
        return at::kUInt32;
    case DType::F32:
        return at::kFloat;
    case DType::I64:
        return at::kLong;
    case DType::U64:
        return at::kUInt64;
    case DType::F64:
        return at::kDouble;
    }
    return at::kFloat;
}

Expected<at::Tensor> readTensor(const SafetensorsFile& file, const TensorInfo& tensor)
{
    at::Tensor result = at::empty(tensor.shape, at::TensorOptions(toScalarType(tensor.dtype)));
    const std::span target(static_cast<std::byte*>(result.data_ptr()), result.nbytes());
    return file.read(tensor, target).map([&result] { return result; });
}

} // namespace tilewright::inference
