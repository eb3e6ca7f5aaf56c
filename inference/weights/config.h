// Typed reading of a part's config.json.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

/// Reads keys and remembers the first that is missing, of the wrong type or outside sane limits, so
/// that a reader can take all values and ask once whether they are good.
class ConfigReader {
public:
    /// Errors: BadData when the file is missing or no JSON object.
    static Expected<ConfigReader> open(const std::filesystem::path& file);
    ConfigReader(nlohmann::json json, std::string name);

    bool has(const std::string& key) const; ///< present and not null
    std::int64_t integer(const std::string& key, std::optional<std::int64_t> fallback = {});
    double number(const std::string& key, std::optional<double> fallback = {});
    bool boolean(const std::string& key, std::optional<bool> fallback = {});
    std::string text(const std::string& key, std::optional<std::string> fallback = {});
    std::vector<std::int64_t> integers(const std::string& key); ///< a list of positive integers
    /// A list, or one number that stands for `count` equal ones.
    std::vector<std::int64_t> integersOrOne(
        const std::string& key, std::size_t count, std::optional<std::int64_t> fallback = {});
    std::vector<double> numbers(const std::string& key); ///< empty when absent or null
    std::vector<std::string> texts(const std::string& key);
    /// Notes a problem when the key is present, not null and differs from what this program can do.
    void require(const std::string& key, const nlohmann::json& supported);
    void note(const std::string& problem);

    /// Errors: BadData with the first problem.
    Expected<void> check() const;

private:
    nlohmann::json m_json;
    std::string m_name;
    std::string m_problem;
};

} // namespace tilewright::inference
