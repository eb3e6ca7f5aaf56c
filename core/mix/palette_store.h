// What a user can dial from: the palette of the model, palettes that were imported, colours of the
// user's own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/mix/palette.h"
#include "core/support/error.h"

namespace tilewright {

/// Imported palettes lie in one folder as JSON; custom.json there holds the user's own colours,
/// which are offered beside every palette. The folder is made when something is first kept.
class PaletteStore {
public:
    PaletteStore(Palette builtIn, std::filesystem::path folder);

    /// Reads the folder. Files that cannot be used are left out and told of; a damaged custom.json
    /// is kept as custom.json.damaged.
    std::vector<Error> load();

    /// Names are distinct; the first is the one that is built in.
    const std::vector<Palette>& palettes() const { return m_palettes; }
    std::size_t chosen() const { return m_chosen; }
    /// By name; an unknown one changes nothing.
    void choose(const std::string& name);
    /// The chosen palette with the user's own colours.
    Palette offered() const;

    /// Keeps a palette of any format and chooses it. Errors: BadData, CannotWrite.
    Expected<void> import(const std::filesystem::path& file);
    /// The one that is built in stays. Errors: CannotWrite.
    Expected<void> removePalette(const std::string& name);

    const std::vector<GranuleColor>& customColors() const { return m_custom; }
    bool isCustom(const std::string& name) const;
    /// Adds a colour of the user's own, or changes the one called `replaced`. Errors: Usage when
    /// the name or code is that of another colour or cannot be one; CannotWrite.
    Expected<void> putColor(const GranuleColor& color, const std::string& replaced = {});
    Expected<void> removeColor(const std::string& name);

private:
    std::filesystem::path fileOf(const std::string& paletteName) const;
    Expected<void> keep(const std::filesystem::path& file, const std::string& text) const;
    Expected<void> keepCustom(std::vector<GranuleColor> colors);

    std::filesystem::path m_folder;
    std::vector<Palette> m_palettes;
    std::size_t m_chosen = 0;
    std::vector<GranuleColor> m_custom;
};

} // namespace tilewright
