// Reads the members of a JSON object with their types checked, and tells what is wrong in words.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// A text as JSON. Errors: BadData, with the place in the sentence.
Expected<nlohmann::json> parseJson(std::string_view text, const std::string& what);

/// One line. Bytes that are no UTF-8 (file names may hold such) become U+FFFD.
std::string dumpJson(const nlohmann::json& json, int indent = -1);

/// A member that is absent keeps the value it has; one of the wrong type is a problem. The first
/// problem found is kept in the string given, e.g. `"loras[1].scale" must be a number, not "much"`,
/// and makes the object useless.
class JsonFields {
public:
    JsonFields(const nlohmann::json& object, std::string& problem, std::string path = {});

    bool has(const char* key) const;
    void read(const char* key, bool& value);
    void read(const char* key, int& value);
    void read(const char* key, std::uint64_t& value);
    void read(const char* key, double& value); ///< finite
    void read(const char* key, std::optional<double>& value); ///< null: no value
    void read(const char* key, std::string& value);
    void read(const char* key, std::optional<std::string>& value); ///< null: no value
    void read(const char* key, std::vector<std::string>& value);
    void read(const char* key, std::vector<std::uint64_t>& value);

    /// A member stored as text, e.g. an enumeration; `parse` gives an Expected.
    template <typename T, typename Parse> void read(const char* key, T& value, Parse parse)
    {
        std::string text;
        read(key, text);
        if (!has(key) || !m_problem.empty())
            return;
        if (const auto parsed = parse(text))
            value = *parsed;
        else
            complain(key, parsed.error().message);
    }

    /// Calls `readElement` with each element of a list of objects; absent: an empty list.
    void readEach(const char* key, const std::function<void(JsonFields&)>& readElement);
    /// Calls `readObject` with a member that is an object; not if it is absent or null.
    void readObject(const char* key, const std::function<void(JsonFields&)>& readObject);

    /// Adds a problem of the caller's own: `"KEY": SENTENCE`.
    void complain(const std::string& key, const std::string& sentence);

private:
    const nlohmann::json* member(const char* key) const;
    std::string nameOf(const std::string& key) const;
    void expected(const std::string& key, const char* wanted, const nlohmann::json& found);

    const nlohmann::json& m_object;
    std::string& m_problem;
    std::string m_path;
};

} // namespace tilewright
