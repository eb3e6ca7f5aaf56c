#include "inference/weights/parameters.h"

#include <stdexcept>

namespace tilewright::inference {

const Parameter* ParameterSet::declare(std::string name, std::vector<std::int64_t> shape)
{
    auto& parameter = m_parameters.emplace_back(Parameter{std::move(name), std::move(shape), {}});
    if (!m_byName.emplace(parameter.name, &parameter).second)
        throw std::logic_error("parameter declared twice: " + parameter.name);
    return &parameter;
}

Parameter* ParameterSet::find(const std::string& name)
{
    const auto it = m_byName.find(name);
    return it == m_byName.end() ? nullptr : it->second;
}

std::int64_t ParameterSet::elementCount() const
{
    std::int64_t count = 0;
    for (const auto& parameter : m_parameters) {
        std::int64_t elements = 1;
        for (const auto extent : parameter.shape)
            elements *= extent;
        count += elements;
    }
    return count;
}

Scope Scope::operator/(const std::string& name) const
{
    Scope inner = *this;
    inner.m_prefix += name + '.';
    return inner;
}

const Parameter* Scope::declare(const std::string& name, std::vector<std::int64_t> shape) const
{
    return m_set->declare(m_prefix + name, std::move(shape));
}

} // namespace tilewright::inference
