#include "inference/kernels/layers.h"

#include <ATen/ATen.h>

namespace tilewright::inference {

Linear::Linear(const Scope& scope, std::int64_t inputs, std::int64_t outputs, bool bias)
    : m_weight(scope.declare("weight", {outputs, inputs}))
    , m_bias(bias ? scope.declare("bias", {outputs}) : nullptr)
{
}

at::Tensor Linear::operator()(const at::Tensor& input) const
{
    return at::linear(input, m_weight->value, m_bias ? m_bias->value : at::Tensor());
}

Conv2d::Conv2d(const Scope& scope, std::int64_t inputs, std::int64_t outputs, int kernel,
    int stride, int padding)
    : m_weight(scope.declare("weight", {outputs, inputs, kernel, kernel}))
    , m_bias(scope.declare("bias", {outputs}))
    , m_stride(stride)
    , m_padding(padding)
{
}

at::Tensor Conv2d::operator()(const at::Tensor& input, Seamless seamless) const
{
    const auto convolve = [this](const at::Tensor& tensor, std::int64_t padding) {
        return at::conv2d(tensor, m_weight->value, m_bias->value, at::IntArrayRef(m_stride),
            at::IntArrayRef(padding));
    };
    if (m_padding == 0 || !seamless.any())
        return convolve(input, m_padding);
    const auto pad = [this](const at::Tensor& tensor, std::vector<std::int64_t> sizes, bool wrap) {
        return wrap ? at::pad(tensor, sizes, "circular") : at::constant_pad_nd(tensor, sizes, 0);
    };
    at::Tensor padded = pad(input, {m_padding, m_padding, 0, 0}, seamless.x);
    padded = pad(padded, {0, 0, m_padding, m_padding}, seamless.y);
    return convolve(padded, 0);
}

GroupNorm::GroupNorm(const Scope& scope, std::int64_t channels, int groups, double epsilon)
    : m_weight(scope.declare("weight", {channels}))
    , m_bias(scope.declare("bias", {channels}))
    , m_groups(groups)
    , m_epsilon(epsilon)
{
}

at::Tensor GroupNorm::operator()(const at::Tensor& input) const
{
    return at::group_norm(input, m_groups, m_weight->value, m_bias->value, m_epsilon);
}

at::Tensor GroupNorm::silu(const at::Tensor& input) const
{
    at::Tensor normal = (*this)(input);
    return at::silu_(normal);
}

LayerNorm::LayerNorm(const Scope& scope, std::int64_t size, double epsilon)
    : m_weight(scope.declare("weight", {size}))
    , m_bias(scope.declare("bias", {size}))
    , m_size(size)
    , m_epsilon(epsilon)
{
}

at::Tensor LayerNorm::operator()(const at::Tensor& input) const
{
    return at::layer_norm(input, {m_size}, m_weight->value, m_bias->value, m_epsilon);
}

at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
    std::int64_t heads, bool causal)
{
    const auto split = [heads](const at::Tensor& t) {
        return t.view({t.size(0), t.size(1), heads, t.size(2) / heads}).transpose(1, 2);
    };
    const at::Tensor result
        = at::scaled_dot_product_attention(split(query), split(key), split(value), {}, 0.0, causal);
    return result.transpose(1, 2).reshape({query.size(0), query.size(1), query.size(2)});
}

at::Tensor geglu(const at::Tensor& input)
{
    const auto parts = input.chunk(2, -1);
    return parts[0] * at::gelu(parts[1]);
}

} // namespace tilewright::inference
