// What a kilogram of each material costs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/error.h"

namespace tilewright {

/// Names and codes of materials that are equal in this form are the same: as comparable(), and
/// blind to the case of Cyrillic and to the kind of dashes and blanks.
std::string materialKey(std::string_view nameOrCode);

/// Prices of a kilogram by code or name of a colour, or by a layer's material; "binder".
struct PriceList {
    static constexpr std::int64_t unitsPerCurrency = 10'000;
    static constexpr double maximumPrice = 1e6;

    std::string currency = "EUR";
    /// Key as materialKey() gives it; ten-thousandths of the currency.
    std::map<std::string, std::int64_t> perKilogram;

    /// CSV with a heading row ("code", "name" or "material"; "price"; maybe "currency"), parted by
    /// comma, semicolon or tabulator, decimal point or comma; rows without a price are passed over.
    /// Or JSON {"currency": "EUR", "prices": {"RED": 2.85}}. Errors: BadData with the line.
    static Expected<PriceList> load(const std::filesystem::path& file);
    /// Errors: BadData, a sentence without the file's name.
    static Expected<PriceList> parse(std::string_view text);

    /// By the first of the names of a material that is in the list.
    std::optional<std::int64_t> find(std::initializer_list<std::string_view> names) const;
    bool operator==(const PriceList&) const = default;
};

} // namespace tilewright
