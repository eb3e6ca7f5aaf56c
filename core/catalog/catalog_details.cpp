// What a designer says of a catalogue, as a file.
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/catalog/catalog.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t largestFile = std::size_t{32} << 20;

/// A logo that lies beside the file moves with it.
std::string logoText(const fs::path& logo, const fs::path& folder)
{
    const fs::path relative = logo.lexically_relative(folder);
    const bool isBeside = !relative.empty() && *relative.begin() != "..";
    return (isBeside ? relative : logo).string();
}

ordered_json toOrderedJson(const ArticleDetails& details)
{
    ordered_json json = ordered_json::object();
    if (details.code)
        json["code"] = *details.code;
    if (details.name)
        json["name"] = *details.name;
    if (details.note)
        json["note"] = *details.note;
    if (details.product)
        json["product"] = toJson(*details.product);
    return json;
}

/// A product of an article says only what differs from that of all.
ArticleDetails readArticle(JsonFields& fields, const Product& general)
{
    ArticleDetails details;
    fields.read("code", details.code);
    fields.read("name", details.name);
    fields.read("note", details.note);
    fields.readObject("product", [&](JsonFields& member) {
        details.product = general;
        readProduct(member, *details.product);
    });
    return details;
}

CatalogDetails readDetails(JsonFields& fields, const nlohmann::json& json, const fs::path& folder)
{
    CatalogDetails details;
    fields.read("title", details.title);
    fields.read("subtitle", details.subtitle);
    fields.read("note", details.note);
    fields.readObject("company", [&](JsonFields& member) {
        std::string logo;
        member.read("name", details.company.name);
        member.read("address", details.company.address);
        member.read("phone", details.company.phone);
        member.read("email", details.company.email);
        member.read("web", details.company.web);
        member.read("logo", logo);
        if (!logo.empty())
            details.company.logo = (folder / logo).lexically_normal();
    });
    fields.readObject("product", [&](JsonFields& member) { readProduct(member, details.product); });
    fields.readObject("articles", [&](JsonFields& member) {
        for (const auto& [id, value] : json.at("articles").items())
            member.readObject(id.c_str(), [&, &key = id](JsonFields& article) {
                details.articles[key] = readArticle(article, details.product);
            });
    });
    return details;
}

} // namespace

Expected<CatalogDetails> CatalogDetails::load(const fs::path& file)
{
    std::error_code error;
    if (fs::status(file, error).type() == fs::file_type::not_found)
        return CatalogDetails();
    const std::string what = fmt::format("The catalogue file {}", file.string());
    const auto text = readTextFile(file, largestFile);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = parseJson(*text, what);
    if (!json)
        return tl::unexpected(json.error());
    std::string problem;
    JsonFields fields(*json, problem);
    CatalogDetails details = readDetails(fields, *json, fs::absolute(file).parent_path());
    if (problem.empty())
        return details;
    return fail(ErrorKind::BadData,
        fmt::format("{} cannot be used: {}{}", what, problem, problem.ends_with('.') ? "" : "."));
}

Expected<void> CatalogDetails::save(const fs::path& file) const
{
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot make the folder {}: {}.", folder.string(), error.message()));
    ordered_json json{{"title", title}, {"subtitle", subtitle}, {"note", note},
        {"company",
            {{"name", company.name}, {"address", company.address}, {"phone", company.phone},
                {"email", company.email}, {"web", company.web},
                {"logo", company.logo.empty() ? "" : logoText(company.logo, folder)}}},
        {"product", toJson(product)}, {"articles", ordered_json::object()}};
    for (const auto& [id, article] : articles)
        json["articles"][id] = toOrderedJson(article);
    return writeFileAtomically(
        file, json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

fs::path catalogDetailsFile()
{
    return dataFolder() / "catalog.json";
}

} // namespace tilewright
