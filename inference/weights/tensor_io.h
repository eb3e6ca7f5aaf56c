// From bytes in a file to tensors.
#pragma once

#include <ATen/core/Tensor.h>

#include "inference/weights/safetensors.h"

namespace tilewright::inference {

at::ScalarType toScalarType(DType dtype);

/// An own copy on the CPU in the file's dtype.
at::Tensor readTensor(const SafetensorsFile& file, const TensorInfo& tensor);

/// The same without a copy where the bytes are aligned: valid while the file lives, and never to be
/// written to.
at::Tensor viewTensor(const SafetensorsFile& file, const TensorInfo& tensor);

} // namespace tilewright::inference
