// Crockford's base 32: signs that cannot be mistaken for one another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilewright {

inline constexpr std::string_view base32Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 0…31. Blind to case; O is 0, I and L are 1. Nothing for any other sign (U among them).
std::optional<std::uint8_t> base32Value(char sign);

/// One sign for each value of 0…31.
std::string base32(const std::vector<std::uint8_t>& values);

} // namespace tilewright
