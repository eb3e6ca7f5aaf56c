#include "core/support/json_fields.h"

#include <cmath>
#include <limits>
#include <spdlog/fmt/fmt.h>
#include <utility>

namespace tilewright {

using nlohmann::json;

Expected<json> parseJson(std::string_view text, const std::string& what)
{
    try {
        return json::parse(text);
    } catch (const json::exception& error) {
        return fail(ErrorKind::BadData, fmt::format("{} is not valid JSON.", what), error.what());
    }
}

std::string dumpJson(const json& value, int indent)
{
    return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

JsonFields::JsonFields(const json& object, std::string& problem, std::string path)
    : m_object(object), m_problem(problem), m_path(std::move(path))
{
    if (!object.is_object() && m_problem.empty())
        m_problem = m_path.empty() ? std::string("it must be an object in braces")
                                   : fmt::format("\"{}\" must be an object in braces", m_path);
}

const json* JsonFields::member(const char* key) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

bool JsonFields::has(const char* key) const
{
    return member(key) != nullptr;
}

std::string JsonFields::nameOf(const std::string& key) const
{
    return m_path.empty() ? key : m_path + "." + key;
}

void JsonFields::complain(const std::string& key, const std::string& sentence)
{
    if (m_problem.empty())
        m_problem = fmt::format("\"{}\": {}", nameOf(key), sentence);
}

void JsonFields::expected(const std::string& key, const char* wanted, const json& found)
{
    if (!m_problem.empty())
        return;
    constexpr std::size_t longestQuote = 60;
    const std::string text = found.is_structured() ? found.type_name() : dumpJson(found);
    m_problem = fmt::format("\"{}\" must be {}, not {}", nameOf(key), wanted,
        text.size() > longestQuote ? std::string("this") : text);
}

void JsonFields::read(const char* key, bool& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (found->is_boolean())
        value = found->get<bool>();
    else
        expected(key, "true or false", *found);
}

void JsonFields::read(const char* key, int& value)
{
    const json* found = member(key);
    if (!found)
        return;
    constexpr auto largest = std::numeric_limits<int>::max();
    if (found->is_number_unsigned() && found->get<std::uint64_t>() <= largest)
        value = static_cast<int>(found->get<std::uint64_t>());
    else if (found->is_number_integer() && !found->is_number_unsigned()
        && found->get<std::int64_t>() >= std::numeric_limits<int>::min())
        value = static_cast<int>(found->get<std::int64_t>());
    else
        expected(key, "a whole number", *found);
}

void JsonFields::read(const char* key, std::uint64_t& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (found->is_number_unsigned())
        value = found->get<std::uint64_t>();
    else if (found->is_number_integer() && found->get<std::int64_t>() >= 0)
        value = static_cast<std::uint64_t>(found->get<std::int64_t>());
    else
        expected(key, "a whole number from 0 to 18446744073709551615", *found);
}

void JsonFields::read(const char* key, double& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (found->is_number() && std::isfinite(found->get<double>()))
        value = found->get<double>();
    else
        expected(key, "a number", *found);
}

void JsonFields::read(const char* key, std::optional<double>& value)
{
    const json* found = member(key);
    if (!found)
        return;
    value.reset();
    if (found->is_null())
        return;
    double number = 0;
    read(key, number);
    value = number;
}

void JsonFields::read(const char* key, std::string& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (found->is_string())
        value = found->get<std::string>();
    else
        expected(key, "a text in quotes", *found);
}

void JsonFields::read(const char* key, std::optional<std::string>& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (found->is_null())
        value.reset();
    else if (found->is_string())
        value = found->get<std::string>();
    else
        expected(key, "a text in quotes or null", *found);
}

void JsonFields::read(const char* key, std::vector<std::string>& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (!found->is_array())
        return expected(key, "a list of texts", *found);
    std::vector<std::string> texts;
    for (const json& element : *found) {
        if (!element.is_string())
            return expected(key, "a list of texts", element);
        texts.push_back(element.get<std::string>());
    }
    value = std::move(texts);
}

void JsonFields::read(const char* key, std::vector<std::uint64_t>& value)
{
    const json* found = member(key);
    if (!found)
        return;
    if (!found->is_array())
        return expected(key, "a list of whole numbers", *found);
    std::vector<std::uint64_t> numbers;
    numbers.reserve(found->size());
    for (const json& element : *found) {
        if (!element.is_number_integer()
            || (!element.is_number_unsigned() && element.get<std::int64_t>() < 0))
            return expected(key, "a list of whole numbers from 0", element);
        numbers.push_back(element.get<std::uint64_t>());
    }
    value = std::move(numbers);
}

void JsonFields::readEach(const char* key, const std::function<void(JsonFields&)>& readElement)
{
    const json* found = member(key);
    if (!found)
        return;
    if (!found->is_array())
        return expected(key, "a list", *found);
    for (std::size_t i = 0; i < found->size(); ++i) {
        JsonFields element((*found)[i], m_problem, fmt::format("{}[{}]", nameOf(key), i));
        readElement(element);
    }
}

void JsonFields::readObject(const char* key, const std::function<void(JsonFields&)>& readObject)
{
    const json* found = member(key);
    if (!found || found->is_null())
        return;
    JsonFields object(*found, m_problem, nameOf(key));
    readObject(object);
}

} // namespace tilewright
