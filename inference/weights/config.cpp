#include "inference/weights/config.h"

#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"

namespace tilewright::inference {

namespace {

/// Above this no real network has a channel, head or token count; products of two such still fit 64
/// bits.
constexpr std::int64_t largestInteger = 1 << 24;

} // namespace

Expected<ConfigReader> ConfigReader::open(const std::filesystem::path& file)
{
    auto text = readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::BadData,
            fmt::format("The model's file {} is damaged: it is not JSON.", file.string()));
    return ConfigReader(std::move(json), file.string());
}

ConfigReader::ConfigReader(nlohmann::json json, std::string name)
    : m_json(std::move(json)), m_name(std::move(name))
{
}

bool ConfigReader::has(const std::string& key) const
{
    const auto it = m_json.find(key);
    return it != m_json.end() && !it->is_null();
}

void ConfigReader::note(const std::string& problem)
{
    if (m_problem.empty())
        m_problem = problem;
}

std::int64_t ConfigReader::integer(const std::string& key, std::optional<std::int64_t> fallback)
{
    if (!has(key) && fallback)
        return *fallback;
    if (has(key) && m_json[key].is_number_integer()) {
        const auto value = m_json[key].get<std::int64_t>();
        if (value >= 0 && value <= largestInteger)
            return value;
    }
    note(fmt::format("\"{}\" is missing or not a sensible whole number", key));
    return 1;
}

double ConfigReader::number(const std::string& key, std::optional<double> fallback)
{
    if (!has(key) && fallback)
        return *fallback;
    if (has(key) && m_json[key].is_number()) {
        const auto value = m_json[key].get<double>();
        if (std::isfinite(value))
            return value;
    }
    note(fmt::format("\"{}\" is missing or not a number", key));
    return 1;
}

bool ConfigReader::boolean(const std::string& key, std::optional<bool> fallback)
{
    if (!has(key) && fallback)
        return *fallback;
    if (has(key) && m_json[key].is_boolean())
        return m_json[key].get<bool>();
    note(fmt::format("\"{}\" is missing or neither true nor false", key));
    return false;
}

std::string ConfigReader::text(const std::string& key, std::optional<std::string> fallback)
{
    if (!has(key) && fallback)
        return *fallback;
    if (has(key) && m_json[key].is_string())
        return m_json[key].get<std::string>();
    note(fmt::format("\"{}\" is missing or not a text", key));
    return {};
}

std::vector<std::int64_t> ConfigReader::integers(const std::string& key)
{
    std::vector<std::int64_t> result;
    const bool list
        = has(key) && m_json[key].is_array() && !m_json[key].empty() && m_json[key].size() <= 64;
    if (list) {
        for (const auto& item : m_json[key]) {
            if (item.is_number_integer() && item.get<std::int64_t>() > 0
                && item.get<std::int64_t>() <= largestInteger)
                result.push_back(item.get<std::int64_t>());
        }
    }
    if (!list || result.size() != m_json[key].size())
        note(fmt::format("\"{}\" is missing or not a list of whole numbers", key));
    return result;
}

std::vector<std::int64_t> ConfigReader::integersOrOne(
    const std::string& key, std::size_t count, std::optional<std::int64_t> fallback)
{
    if (has(key) && m_json[key].is_array()) {
        auto result = integers(key);
        if (result.size() != count)
            note(fmt::format("\"{}\" should have {} entries", key, count));
        result.resize(count, 1);
        return result;
    }
    return std::vector<std::int64_t>(count, integer(key, fallback));
}

std::vector<double> ConfigReader::numbers(const std::string& key)
{
    std::vector<double> result;
    if (!has(key))
        return result;
    if (m_json[key].is_array()) {
        for (const auto& item : m_json[key]) {
            if (item.is_number())
                result.push_back(item.get<double>());
        }
    }
    if (!m_json[key].is_array() || result.size() != m_json[key].size())
        note(fmt::format("\"{}\" is not a list of numbers", key));
    return result;
}

std::vector<std::string> ConfigReader::texts(const std::string& key)
{
    std::vector<std::string> result;
    if (has(key) && m_json[key].is_array()) {
        for (const auto& item : m_json[key]) {
            if (item.is_string())
                result.push_back(item.get<std::string>());
        }
    }
    if (result.empty() || result.size() != m_json[key].size() || result.size() > 64)
        note(fmt::format("\"{}\" is missing or not a list of names", key));
    return result;
}

void ConfigReader::require(const std::string& key, const nlohmann::json& supported)
{
    if (has(key) && m_json[key] != supported)
        note(fmt::format(
            "\"{}\" is {}, and only {} can be used", key, m_json[key].dump(), supported.dump()));
}

Expected<void> ConfigReader::check() const
{
    if (m_problem.empty())
        return {};
    return fail(ErrorKind::BadData,
        fmt::format("This model cannot be used: in {}, {}.", m_name, m_problem));
}

} // namespace tilewright::inference
