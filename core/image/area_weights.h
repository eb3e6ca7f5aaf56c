// How much each pixel along a line gives to a pixel of another scale.
#pragma once

#include <vector>

namespace tilewright {

/// For each pixel of a line the pixels of the source that lie under it, with weights that sum to 1.
/// Area averaging (Fant 1986); a pixel smaller than one of the source takes a window of that size,
/// which is linear interpolation.
class AreaWeights {
public:
    struct Pixel {
        int first = 0; ///< of the source, may lie outside of it
        const float* weights = nullptr;
        int count = 0;
    };

    void reserve(std::size_t pixels);
    void clear();
    /// The next pixel covers the source from `begin` to `end`.
    void add(double begin, double end);

    int size() const { return static_cast<int>(m_spans.size()); }
    Pixel operator[](int index) const
    {
        const Span& span = m_spans[static_cast<std::size_t>(index)];
        return {span.first, m_weights.data() + span.offset, span.count};
    }

private:
    struct Span {
        int first = 0;
        int count = 0;
        std::size_t offset = 0;
    };

    std::vector<Span> m_spans;
    std::vector<float> m_weights;
};

} // namespace tilewright
