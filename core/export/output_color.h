// The colours of a picture file: colour space or print condition, and what it does to a tile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/image.h"
#include "core/image/row_source.h"

namespace tilewright {

enum class ColorSpace {
    Srgb,
    AdobeRgb,
    Profile, ///< of a print condition or a device: RGB, grey or CMYK by an ICC file
};
enum class RenderingIntent { Perceptual, Relative, Saturation, Absolute };

std::string_view toText(ColorSpace); ///< "srgb", "adobe-rgb", "profile"
Expected<ColorSpace> parseColorSpace(std::string_view text);
std::string_view toText(RenderingIntent); ///< "perceptual", "relative", "saturation", "absolute"
Expected<RenderingIntent> parseRenderingIntent(std::string_view text);

struct OutputColor {
    ColorSpace space = ColorSpace::Srgb;
    std::filesystem::path profile; ///< with ColorSpace::Profile
    RenderingIntent intent = RenderingIntent::Relative;
    bool blackPointCompensation = true;
    double inkLimit = 320; ///< percent of all inks together; only told of, never forced
    bool operator==(const OutputColor&) const = default;
};

/// How much ink a CMYK picture takes where it takes most.
struct InkUse {
    double maximum = 0; ///< percent, all inks together
    double overLimit = 0; ///< percent of the area above the limit
};

/// A picture in the colours of a file.
class ConvertedRows : public RowSource {
public:
    /// Of the rows read so far, where they are not wholly transparent; 0 unless they are CMYK.
    virtual InkUse inkUse() const = 0;
};

/// Turns sRGB into the colours of a file. Immutable once made; threads may share one.
class ColorConverter {
public:
    /// Errors: BadData when the profile is missing, damaged, or cannot be an output (sentence with
    /// the file's name and what to choose instead); Retryable (not enough memory).
    static Expected<std::unique_ptr<ColorConverter>> create(const OutputColor& color);
    ~ColorConverter();

    ColorModel model() const;
    const std::vector<std::uint8_t>& profile() const; ///< ICC, to be embedded
    std::string profileName() const; ///< its description, e.g. "Coated FOGRA39L VIGC 300"

    /// `rows` is 8- or 16-bit sRGB with or without alpha. Both it and this have to outlive the
    /// result, whose samples have `bits`, 8 or 16: 8 are dithered where they cannot be exact. Alpha
    /// goes through as it is.
    std::unique_ptr<ConvertedRows> convert(RowSource& rows, int bits) const;

    /// How the picture will look on a screen once it is printed: through the output's gamut and
    /// back, with its paper white and its black only when the intent is absolute, else with those
    /// of the screen, as eyes adapt.
    Image softProof(const Image& image) const;

private:
    class Implementation;
    class Rows;
    explicit ColorConverter(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

/// A profile that can be chosen.
struct KnownProfile {
    std::filesystem::path file;
    std::string name; ///< its description
    ColorModel model = ColorModel::Cmyk;
};
/// Output profiles in the user's and the system's colour folders (XDG data folders' color/icc) and
/// those that come with the program, those for print first, by name. Files that are no profiles or
/// cannot be an output are passed over.
std::vector<KnownProfile> installedProfiles();

} // namespace tilewright
