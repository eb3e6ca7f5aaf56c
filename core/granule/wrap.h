// Places on something that repeats.
#pragma once

namespace tilewright {

/// Into 0 … period - 1.
constexpr int wrapped(int position, int period)
{
    const int rest = position % period;
    return rest < 0 ? rest + period : rest;
}

/// The shorter of the two ways round, for a distance of less than one period.
constexpr int shortWay(int distance, int period)
{
    if (distance > period / 2) {
        return distance - period;
    }
    return distance < -period / 2 ? distance + period : distance;
}

} // namespace tilewright
