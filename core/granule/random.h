// Random numbers that are the same on every machine and compiler.
#pragma once

#include <cstdint>

namespace tilewright {

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): a
/// bijection of 64 bits in which every input bit flips half of the output bits.
constexpr std::uint64_t scramble(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

/// What a sequence is for: sequences of one seed and one granule must not repeat one another.
enum class RandomPurpose : std::uint64_t {
    Shape = 1,
    Finish,
    Tint,
    Color,
    Texture,
    Sensor,
    Fleck,
    Mix,
};

/// The sequence of one thing (a granule, a pixel) under one seed. Any sequence can be started
/// without those before it. The standard distributions are not used: they differ between libraries.
class Random {
public:
    constexpr Random(std::uint64_t seed, RandomPurpose purpose, std::uint64_t index)
        : m_state(scramble(scramble(seed) + static_cast<std::uint64_t>(purpose)) ^ scramble(index))
    {
    }

    constexpr std::uint64_t bits()
    {
        const std::uint64_t value = scramble(m_state);
        m_state += 0x9e3779b97f4a7c15u;
        return value;
    }

    /// In [0, 1), 24 bits.
    constexpr float uniform() { return static_cast<float>(bits() >> 40) * 0x1p-24f; }

    /// Mean 0, standard deviation 1, never beyond ±4.9: the sum of eight bytes (central limit),
    /// which needs no transcendental function.
    constexpr float gaussian()
    {
        constexpr float mean = 8 * 127.5f;
        constexpr float standardDeviation = 209.01355f; // sqrt(8 * (256² - 1) / 12)
        int sum = 0;
        for (std::uint64_t rest = bits(); rest != 0; rest >>= 8) {
            sum += static_cast<int>(rest & 0xff);
        }
        return (static_cast<float>(sum) - mean) / standardDeviation;
    }

private:
    std::uint64_t m_state;
};

} // namespace tilewright
