// The granule colours a designer can dial.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/color/color.h"
#include "core/support/error.h"

namespace tilewright {

struct GranuleColor {
    std::string code; ///< stable, e.g. "DKGREEN"
    std::string name; ///< caption name used in prompts, e.g. "dark green"
    std::string nameRu;
    Srgb srgb; ///< lit faces
    Lab lab; ///< lit faces, measured
    double lightness10 = 0; ///< L* at 10 % of the pixels (shadow side)
    double lightness90 = 0; ///< L* at 90 %
    double chromaSpread = 0; ///< standard deviation of chroma

    /// What is not known of how it looks is taken as it is with the average rubber granule; the
    /// name is the code too.
    static GranuleColor of(const std::string& name, Srgb srgb, const Lab& lab);
    static GranuleColor of(const std::string& name, Srgb srgb)
    {
        return of(name, srgb, toLab(srgb));
    }
    bool operator==(const GranuleColor&) const = default;
};

/// Immutable list of distinct colours, in the order shown.
class Palette {
public:
    /// Checks that codes and names are distinct, not empty and without the signs that the text of a
    /// mix needs (, ; : %), and that the colours can be seen. Errors: BadData.
    static Expected<Palette> create(std::string name, std::vector<GranuleColor> colors);
    /// With these colours too: one with the name or code of a colour that is there takes its place.
    /// Errors: BadData, as create().
    Expected<Palette> with(const std::vector<GranuleColor>& colors) const;
    /// JSON as in resources/palettes/rubber-29.json; "nameRu", "lab" and what follows it may be
    /// absent. Errors: BadData.
    static Expected<Palette> load(const std::filesystem::path& file);
    static Expected<Palette> fromJson(std::string_view json);

    const std::string& name() const { return m_name; }
    const std::vector<GranuleColor>& colors() const { return m_colors; }
    /// By caption name or code, blind to case, surplus blanks and '-'/'_' for a blank; null if
    /// unknown.
    const GranuleColor* find(std::string_view nameOrCode) const;
    /// Up to `count` caption names closest in spelling, nearest first.
    std::vector<std::string> nearestNames(std::string_view text, std::size_t count = 3) const;

private:
    std::string m_name;
    std::vector<GranuleColor> m_colors;
};

/// Names and codes that are equal in this form are the same: ASCII in lower case, '-', '_' and
/// blanks as one blank, none at the ends.
std::string comparable(std::string_view nameOrCode);

/// A palette as profiles and people call it: a name under resources/palettes, or a file of any
/// format of palette_file.h, found from `folder` where it is relative. Errors: BadData.
Expected<Palette> loadPalette(const std::string& name, const std::filesystem::path& folder);

} // namespace tilewright
