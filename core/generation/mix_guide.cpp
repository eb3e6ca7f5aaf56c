#include "core/generation/mix_guide.h"

#include <algorithm>

#include "core/measure/retint.h"

namespace tilewright {

MixGuide::MixGuide(std::shared_ptr<const GranuleField> field)
    : m_field(std::move(field)), m_mask(*m_field)
{
}

Expected<std::unique_ptr<MixGuide>> MixGuide::create(
    const GenerationRequest& request, const Palette& palette)
{
    const auto design = request.design();
    if (!design)
        return tl::unexpected(design.error());
    const auto field = std::make_shared<const GranuleField>(request.granules());
    const GranuleShader shader(field);
    std::unique_ptr<MixGuide> guide(new MixGuide(field));
    auto picture = shader.render(*design, palette);
    if (!picture)
        return tl::unexpected(picture.error());
    guide->m_picture = std::move(*picture);
    auto reader = GranuleReader::create(shader, guide->m_mask, *design, palette, guide->m_picture);
    if (!reader)
        return tl::unexpected(reader.error());
    guide->m_reader = std::move(*reader);
    const auto colors = design->colors();
    const auto shares = field->askedShares(*design);
    for (std::size_t i = 0; i < colors.size(); ++i)
        guide->m_asked.push_back({colors[i], 100 * shares[i]});
    return guide;
}

Image MixGuide::retinted(const Image& picture, double strength) const
{
    return tilewright::retinted(picture, m_picture, m_mask, m_field->granuleCount(), strength);
}

Expected<Fidelity> MixGuide::measure(
    const Image& picture, const Palette& palette, const Calibration& calibration) const
{
    auto fidelity = measureFidelity(picture, {}, m_asked, palette, calibration);
    if (!fidelity)
        return fidelity;
    const GranuleReading reading = m_reader->read(picture, m_mask);
    fidelity->kept = 100 * reading.kept;
    for (std::size_t i = 0; i < reading.shares.size(); ++i)
        fidelity->colors[i].granules = 100 * reading.shares[i];
    return fidelity;
}

double missOf(const Fidelity& picture, const Fidelity& guide)
{
    const double nearest = picture.meanErrorOfNearest() - guide.meanErrorOfNearest();
    return std::max({picture.meanError(), picture.meanErrorOfGranules().value_or(0), nearest});
}

} // namespace tilewright
