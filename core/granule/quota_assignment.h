// Gives every granule the colour that it favours most, while each colour keeps its quota of area.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tilewright {

/// One colour that granules may go to.
struct Contender {
    std::uint8_t color = 0;
    double quota = 0; ///< area
    /// Of each granule: a granule goes where this is shortest; infinite where it must not go.
    std::vector<float> times;
    double area = 0; ///< under the present assignment

    double surplus() const { return area - quota; }
};

class QuotaAssignment {
public:
    /// `areas` are the granules'. The order of the contenders decides ties.
    QuotaAssignment(const std::vector<std::uint32_t>& areas, std::vector<Contender> contenders);

    /// For times of which no two granules are alike: the quota is mended with any granule. The
    /// colour of each granule.
    std::vector<std::uint8_t> scattered();
    /// For times that vary with the place: the borders between colours are moved, and no granule
    /// changes far from them.
    std::vector<std::uint8_t> coherent();

private:
    void solveWeights();
    void assign();
    void balance();
    void move(Contender& from, Contender& to, double area);
    void give(std::size_t granule, Contender& from, Contender& to);
    double error() const;
    bool isNear() const;
    std::pair<Contender&, Contender&> poorestAndRichest();
    void mendRest();
    bool giveWhatFits(const std::vector<std::size_t>& bySize);
    void exchange(const std::vector<std::size_t>& bySize);

    const std::vector<std::uint32_t>& m_areas;
    std::vector<Contender> m_contenders;
    std::vector<std::uint8_t> m_assignment; ///< the colour of each granule
};

} // namespace tilewright
