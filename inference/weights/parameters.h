// The tensors that a network asks for, told before any is allocated.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace tilewright::inference {

/// One tensor of a network. `value` is undefined until weights are loaded.
struct Parameter {
    std::string name; ///< dotted path, e.g. "mid_block.resnets.0.conv1.weight"
    std::vector<std::int64_t> shape;
    at::Tensor value;
};

/// All tensors of one network, in the order of declaration. Networks declare them while they are
/// built and keep pointers; so a network can be described, matched against files and LoRA names,
/// and only then be filled.
class ParameterSet {
public:
    ParameterSet() = default;
    ParameterSet(const ParameterSet&) = delete;
    ParameterSet& operator=(const ParameterSet&) = delete;

    const Parameter* declare(std::string name, std::vector<std::int64_t> shape);
    Parameter* find(const std::string& name);
    const std::deque<Parameter>& all() const { return m_parameters; }
    std::deque<Parameter>& all() { return m_parameters; }
    std::int64_t elementCount() const;

private:
    std::deque<Parameter> m_parameters; ///< a deque: addresses stay
    std::map<std::string, Parameter*> m_byName;
};

/// A place in the tree of modules. Cheap to copy.
class Scope {
public:
    explicit Scope(ParameterSet& set) : m_set(&set) { }
    Scope operator/(const std::string& name) const;
    Scope operator/(int index) const { return *this / std::to_string(index); }
    const Parameter* declare(const std::string& name, std::vector<std::int64_t> shape) const;

private:
    ParameterSet* m_set;
    std::string m_prefix;
};

} // namespace tilewright::inference
