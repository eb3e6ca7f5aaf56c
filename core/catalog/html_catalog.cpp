#include "core/catalog/html_catalog.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/catalog/folder_writer.h"
#include "core/catalog/html_data.h"
#include "core/image/jpeg_writer.h"
#include "core/image/png.h"
#include "core/library/thumbnail.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr int thumbnailSide = 480; // pixels: 240 on screens that are twice as fine
constexpr int pictureQuality = 90;
constexpr int thumbnailQuality = 82;
constexpr std::string_view generatorMark = R"(<meta name="generator" content="Tilewright")";
constexpr std::array<std::string_view, 5> pageFiles{
    "style.css", "words.js", "selection.js", "detail.js", "page.js"};
constexpr std::array<std::string_view, 6> ownEntries{
    "index.html", "assets", "pictures", "thumbnails", "catalog.json", "catalog.csv"};

Expected<void> checkOptions(const HtmlOptions& options)
{
    constexpr int smallest = 64, largest = 8192;
    if (options.language != "en" && options.language != "ru")
        return fail(ErrorKind::Usage,
            fmt::format("The language is \"{}\"; it must be en or ru.", options.language));
    if (options.pictureSide < smallest || options.pictureSide > largest)
        return fail(ErrorKind::Usage,
            fmt::format("Pictures of {} pixels a side cannot be made; choose {} to {}.",
                options.pictureSide, smallest, largest));
    return {};
}

/// A folder that was filled by people is never replaced.
Expected<void> checkTarget(const fs::path& folder)
{
    std::error_code error;
    if (!fs::exists(folder, error)
        || (fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return {};
    std::string foreign;
    if (fs::is_directory(folder, error)) {
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            if (std::find(ownEntries.begin(), ownEntries.end(), name) == ownEntries.end())
                foreign = name;
        }
        const auto page = readTextFile(folder / "index.html");
        if (foreign.empty() && page && page->find(generatorMark) != std::string::npos)
            return {};
    }
    return fail(ErrorKind::Usage,
        fmt::format("{} holds something else{}. Choose a new or empty folder, or one that holds "
                    "nothing but a catalogue made before.",
            folder.string(), foreign.empty() ? "" : fmt::format(" (\"{}\")", foreign)));
}

Expected<void> writePicture(
    FolderWriter& writer, const fs::path& name, const Image& image, int side, int quality)
{
    return encodeJpeg(scaledDown(image, side), quality)
        .and_then([&](const std::vector<std::byte>& bytes) { return writer.write(name, bytes); });
}

Expected<void> writePage(
    FolderWriter& writer, const Catalog& catalog, const HtmlOptions& options, const fs::path& logo)
{
    const fs::path source = resourceFolder() / "catalog";
    for (const std::string_view name : pageFiles) {
        const auto text = readTextFile(source / name);
        if (!text)
            return tl::unexpected(text.error());
        if (const auto written = writer.write(fs::path("assets") / name, *text); !written)
            return written;
    }
    const auto page = readTextFile(source / "index.html");
    if (!page)
        return tl::unexpected(page.error());
    const std::string data = webData(catalog, options, logo.generic_string());
    return writer.write("assets/data.js", data)
        .and_then([&] { return writer.write("index.html", webPage(*page, catalog, options)); })
        .and_then([&] {
            return writer.write("catalog.json",
                toJson(catalog, options.showsSeeds)
                        .dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                    + "\n");
        })
        .and_then([&] {
            return writer.write(
                "catalog.csv", toCsv(catalog, options.language, true, options.showsSeeds));
        });
}

/// Where it lies in the folder; empty without one. Errors: BadData, CannotWrite.
Expected<fs::path> copyLogo(FolderWriter& writer, const fs::path& logo)
{
    if (logo.empty())
        return fs::path();
    std::string ending = logo.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (ending != ".png" && ending != ".jpg" && ending != ".jpeg" && ending != ".svg")
        return fail(ErrorKind::BadData,
            fmt::format("The logo {} is no PNG, JPEG or SVG file.", logo.string()));
    const auto bytes = readTextFile(logo);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const fs::path name = fs::path("assets") / ("logo" + ending);
    return writer.write(name, *bytes).map([&] { return name; });
}

} // namespace

Expected<std::vector<CatalogProblem>> writeHtmlCatalog(const fs::path& folder,
    const Catalog& catalog, const HtmlOptions& options,
    const std::function<void(std::size_t, std::size_t)>& progress, std::stop_token stop)
{
    if (const auto checked = checkOptions(options); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkTarget(folder); !checked)
        return tl::unexpected(checked.error());
    auto writer = FolderWriter::create(folder);
    if (!writer)
        return tl::unexpected(writer.error());

    std::vector<CatalogProblem> problems;
    Catalog shown = catalog;
    shown.articles.clear();
    for (std::size_t i = 0; i < catalog.articles.size(); ++i) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        if (progress)
            progress(i, catalog.articles.size());
        const Article& article = catalog.articles[i];
        const auto picture = readPng(article.tile.file);
        if (!picture) {
            problems.push_back({article.tile.file, picture.error()});
            continue;
        }
        const std::string name = article.id + ".jpg";
        const auto written = writePicture(*writer, fs::path("pictures") / name, picture->image,
            options.pictureSide, pictureQuality)
                                 .and_then([&] {
                                     return writePicture(*writer, fs::path("thumbnails") / name,
                                         picture->image, thumbnailSide, thumbnailQuality);
                                 });
        if (!written)
            return tl::unexpected(written.error());
        shown.articles.push_back(article);
    }
    if (shown.articles.empty())
        return fail(ErrorKind::BadData,
            problems.empty() ? "There are no articles to show."
                             : fmt::format("None of the pictures can be read. The first: {}",
                                 problems.front().error.message));
    const auto logo = copyLogo(*writer, catalog.company.logo);
    if (!logo) {
        if (logo.error().kind == ErrorKind::CannotWrite)
            return tl::unexpected(logo.error());
        problems.push_back({catalog.company.logo, logo.error()});
    }
    if (const auto written = writePage(*writer, shown, options, logo.value_or("")); !written)
        return tl::unexpected(written.error());
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, "Cancelled.");
    if (const auto put = writer->put(); !put)
        return tl::unexpected(put.error());
    if (progress)
        progress(catalog.articles.size(), catalog.articles.size());
    return problems;
}

} // namespace tilewright
