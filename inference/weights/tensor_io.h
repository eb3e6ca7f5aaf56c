// From bytes in a file to tensors.
#pragma once

#include <ATen/core/Tensor.h>

#include "inference/weights/safetensors.h"

namespace tilewright::inference {

at::ScalarType toScalarType(DType dtype);

/// On the CPU in the file's dtype. Errors: BadData when the file was changed since it was opened.
Expected<at::Tensor> readTensor(const SafetensorsFile& file, const TensorInfo& tensor);

} // namespace tilewright::inference
