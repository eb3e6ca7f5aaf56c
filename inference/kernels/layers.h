// The layers that networks are put together from. Each declares its parameters and computes in
// their dtype.
#pragma once

#include <ATen/core/Tensor.h>
#include <string>

#include "inference/weights/parameters.h"

namespace tilewright::inference {

/// y = x W^T + b over the last dimension.
class Linear {
public:
    Linear(const Scope& scope, std::int64_t inputs, std::int64_t outputs, bool bias = true);
    at::Tensor operator()(const at::Tensor& input) const;

private:
    const Parameter* m_weight;
    const Parameter* m_bias;
};

/// Wrap-around instead of zero padding, per axis, so that pictures repeat without a seam.
struct Seamless {
    bool x = false;
    bool y = false;
    bool any() const { return x || y; }
    bool operator==(const Seamless&) const = default;
};

/// 2-D convolution with a square kernel; [batch, channels, height, width].
class Conv2d {
public:
    Conv2d(const Scope& scope, std::int64_t inputs, std::int64_t outputs, int kernel,
        int stride = 1, int padding = 0);
    at::Tensor operator()(const at::Tensor& input, Seamless seamless = {}) const;

private:
    const Parameter* m_weight;
    const Parameter* m_bias;
    std::int64_t m_stride;
    std::int64_t m_padding;
};

/// Group normalisation over [batch, channels, …], optionally followed by SiLU.
class GroupNorm {
public:
    GroupNorm(const Scope& scope, std::int64_t channels, int groups, double epsilon);
    at::Tensor operator()(const at::Tensor& input) const;
    at::Tensor silu(const at::Tensor& input) const;

private:
    const Parameter* m_weight;
    const Parameter* m_bias;
    int m_groups;
    double m_epsilon;
};

/// Layer normalisation over the last dimension.
class LayerNorm {
public:
    LayerNorm(const Scope& scope, std::int64_t size, double epsilon = 1e-5);
    at::Tensor operator()(const at::Tensor& input) const;

private:
    const Parameter* m_weight;
    const Parameter* m_bias;
    std::int64_t m_size;
    double m_epsilon;
};

/// Multi-head attention. query [batch, tokens, heads * size], key and value [batch, others, heads *
/// size]; gives [batch, tokens, heads * size]. `causal`: a token sees only itself and those before
/// it.
at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
    std::int64_t heads, bool causal = false);

/// First half of the last dimension, times the exact GELU of the second half.
at::Tensor geglu(const at::Tensor& input);

} // namespace tilewright::inference
