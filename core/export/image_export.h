// Tiles as picture files for a catalogue.
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/export/name_template.h"
#include "core/export/output_color.h"
#include "core/generation/generator.h"
#include "core/image/picture_writer.h"

namespace tilewright {

/// What of the tile the picture shows.
enum class ImageContent {
    Tile, ///< the tile as it was generated
    Outline, ///< a real tile of the product's length and width
    Swatch, ///< a texture that repeats without a seam
};
enum class ImageGround { White, Transparent };
/// Where the pixels come from that the tile does not have.
enum class Enlarging {
    Resample, ///< Lanczos
    Regenerate, ///< made again by its model at the larger size, from the same granules
};
std::string_view toText(ImageContent); ///< "tile", "outline", "swatch"
Expected<ImageContent> parseImageContent(std::string_view text);
std::string_view toText(ImageGround); ///< "white", "transparent"
Expected<ImageGround> parseImageGround(std::string_view text);
std::string_view toText(Enlarging); ///< "resample", "regenerate"
Expected<Enlarging> parseEnlarging(std::string_view text);
std::string_view toText(Collision); ///< "number", "replace", "skip"
Expected<Collision> parseCollision(std::string_view text);

/// A preset: everything about the files but which tiles and where to. The content is what stays
/// when a picture has been cut along its trim edge; bleed and margin are added to it.
struct ImageExport {
    PictureKind kind = PictureKind::Jpeg;
    int bits = 8; ///< 8 or 16
    int quality = 92;
    bool isLossless = false;
    ImageContent content = ImageContent::Tile;
    ImageGround ground = ImageGround::White;
    double marginMillimetres = 0; ///< ground around the tile; not with bleed
    /// Of the longer side of the content, without margin and bleed: pixels, or millimetres when
    /// `isInMillimetres`. 0: as generated, or as the product is.
    double size = 0;
    bool isInMillimetres = false;
    double dotsPerInch = 300;
    double bleedMillimetres = 0; ///< of tile beyond the trim edge, on all sides; noted in TIFF/XMP
    Enlarging enlarging = Enlarging::Resample;
    OutputColor color;
    /// File name without its ending; {code} {id} {name} {mix} {seed} {model} {date} {number} {size}
    std::string nameTemplate = "{code}_{mix}_{seed}";
    Collision collision = Collision::Number;
    bool keepsProvenance = true; ///< prompt, seed and settings inside the file
    std::string creator;
    std::string copyright;
    std::string language = "en"; ///< of title, description and keywords in the file; or "ru"

    /// Whether a profile fits the kind of file is found out when it is opened. Errors: Usage, the
    /// first thing that cannot be.
    Expected<void> check() const;
    bool operator==(const ImageExport&) const = default;
};

/// Keys as the members above, enumerations as their text.
nlohmann::json toJson(const ImageExport& settings);
/// Absent members keep their default. Errors: Usage.
Expected<ImageExport> imageExportFromJson(const nlohmann::json& json);

/// Named presets; those that ship come first and cannot be changed: "Web" (JPEG 1200 px sRGB),
/// "Print" (TIFF in the inks of coated paper, 85 mm at 300 dpi, 3 mm bleed), "Cut-out" (PNG of the
/// whole tile in 2000 px on a transparent ground), "Texture" (PNG swatch), "Small" (WebP 600 px).
struct ImagePreset {
    std::string
        id; ///< of one that ships: "web", "print", "cut-out", "texture", "small"; else empty
    std::string name; ///< of one of the user's
    ImageExport settings;
    bool operator==(const ImagePreset&) const = default;
};
std::vector<ImagePreset> shippedImagePresets();

/// The width and height in pixels that a picture of an article will have, bleed and margin
/// included. `isEnlarged`: more than the tile has.
struct PlannedSize {
    int width = 0;
    int height = 0;
    bool isEnlarged = false;
};
PlannedSize plannedSize(const Article& article, const ImageExport& settings);

/// The name that a file of the article would get, without ending and before collisions; signs that
/// file systems do not take are replaced. `number` counts from 1. Errors: Usage for an unknown
/// {field}.
Expected<std::string> exportName(
    const Article& article, const ImageExport& settings, std::size_t number);

struct ExportedFile {
    std::string article; ///< id
    std::filesystem::path file;
    InkUse ink;
    bool wasResampled = false; ///< enlarged beyond what the model made
    std::string note; ///< why its pixels are not what was asked for; empty: they are
};
struct ExportFailure {
    std::string article; ///< id
    Error error;
};
struct ExportReport {
    std::vector<ExportedFile> files;
    std::vector<std::string> skipped; ///< ids, whose file was there already
    std::vector<ExportFailure> failures;
    bool wasCancelled = false;
};

struct ExportProgress {
    std::size_t done = 0; ///< articles finished
    std::size_t total = 0;
    double fraction = 0; ///< of the article that is being made
    std::string name; ///< of its file
};
using ExportObserver = std::function<void(const ExportProgress&)>;

/// The picture as it will look, on a screen, at most `longestSide` pixels: in the colours of the
/// print condition if there is one, a transparent ground as a chequered one, bleed paler beyond a
/// line along the trim edge. Nothing is regenerated for it. Errors: BadData, Usage.
Expected<Image> previewExport(const Article& article, const ImageExport& settings, int longestSide);

/// Writes one file for each article into `folder`, which is made if it is missing. One article that
/// fails does not stop the others, but a full disk and a folder that cannot be written do: the rest
/// is then listed as failed too. What was cancelled leaves the files that are finished and no half
/// one. `generator` may be null: then nothing is regenerated; where the generator cannot help,
/// pixels are resampled and the file's note says why. It works on whatever device is there. Holds
/// one tile in memory at a time. Blocks; called from the thread that owns the generator. Errors:
/// Usage (the settings), CannotWrite (the folder), BadData (the profile) before anything is
/// written.
Expected<ExportReport> exportImages(const std::vector<Article>& articles,
    const ImageExport& settings, const std::filesystem::path& folder, Generator* generator,
    const ExportObserver& observer = {}, std::stop_token stop = {});

} // namespace tilewright
