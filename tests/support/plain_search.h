// What a search of the library must find, without an index.
#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <ctime>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "core/color/color_difference.h"
#include "core/library/mix_color.h"
#include "core/library/tile_query.h"
#include "support/arbitrary_mix.h"
#include "support/library_index.h"

namespace tilewright::test {

/// Of the days that queries ask for; the test sets its time zone to it.
inline constexpr int hoursEastOfGreenwich = 7;

/// Searches by looking at every tile: slow, and plain to see.
class PlainSearch {
public:
    PlainSearch(std::vector<IndexedTile> tiles, const TileQuery& query) : m_query(query)
    {
        std::erase_if(tiles, [&](const IndexedTile& tile) { return !holds(tile); });
        const auto newerFirst = [](const TileRecord& a, const TileRecord& b) {
            return std::tie(a.created, a.id) > std::tie(b.created, b.id);
        };
        std::sort(tiles.begin(), tiles.end(), [&](const IndexedTile& a, const IndexedTile& b) {
            if (query.order == TileOrder::Oldest)
                return newerFirst(b.record, a.record);
            const auto rankA = rank(a.record), rankB = rank(b.record);
            return rankA != rankB ? rankA < rankB : newerFirst(a.record, b.record);
        });
        if (!query.groupByMix) {
            for (const IndexedTile& tile : tiles)
                m_found.tiles.push_back(tile.record.id);
            return;
        }
        std::vector<std::string> keys;
        for (const IndexedTile& tile : tiles)
            if (std::find(keys.begin(), keys.end(), tile.record.mixKey) == keys.end())
                keys.push_back(tile.record.mixKey);
        for (const std::string& key : keys) {
            TileGroup group{key, m_found.tiles.size(), 0};
            for (const IndexedTile& tile : tiles)
                if (tile.record.mixKey == key)
                    m_found.tiles.push_back(tile.record.id);
            group.count = m_found.tiles.size() - group.first;
            m_found.groups.push_back(group);
        }
    }

    const TileList& found() const { return m_found; }

private:
    static int perMille(const TileRecord& record, const std::string& color)
    {
        const MixShare* share = record.mix ? record.mix->find(color) : nullptr;
        return share ? share->perMille : 0;
    }

    static std::string localDay(const std::string& created)
    {
        std::tm time{};
        strptime(created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
        const std::time_t moment = timegm(&time) + hoursEastOfGreenwich * 3600;
        gmtime_r(&moment, &time);
        char day[11];
        strftime(day, sizeof day, "%Y-%m-%d", &time);
        return day;
    }

    /// What an index of words makes of a text, for the letters that these tests use.
    static std::vector<std::string> words(const std::string& text)
    {
        static const std::map<std::string, std::string> small{{"Д", "д"}, {"é", "e"}};
        std::vector<std::string> result(1);
        for (std::size_t i = 0; i < text.size();) {
            const auto lead = static_cast<unsigned char>(text[i]);
            const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            std::string letter = text.substr(i, length);
            i += length;
            if (const auto found = small.find(letter); found != small.end())
                letter = found->second;
            const bool isSign = length == 3; // stars
            if (length == 1 && std::isalnum(lead) != 0)
                result.back() += static_cast<char>(std::tolower(lead));
            else if (length > 1 && !isSign)
                result.back() += letter;
            else if (!result.back().empty())
                result.emplace_back();
        }
        if (result.back().empty())
            result.pop_back();
        return result;
    }

    /// What stands between blanks is looked for as a row of words, of which the last may go on.
    static bool holdsText(const std::string& text, const std::string& query)
    {
        const std::vector<std::string> all = words(text);
        std::istringstream typed(query);
        std::string piece;
        bool hasWords = false, hasTyped = false;
        while (typed >> piece) {
            hasTyped = true;
            const std::vector<std::string> wanted = words(piece);
            if (wanted.empty())
                continue;
            hasWords = true;
            bool isThere = false;
            for (std::size_t at = 0; at + wanted.size() <= all.size() && !isThere; ++at) {
                isThere = all[at + wanted.size() - 1].starts_with(wanted.back());
                for (std::size_t i = 0; i + 1 < wanted.size(); ++i)
                    isThere = isThere && all[at + i] == wanted[i];
            }
            if (!isThere)
                return false;
        }
        return hasWords || !hasTyped;
    }

    static bool areEqualBlindly(const std::string& a, const std::string& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
            [](char x, char y) { return std::tolower(x) == std::tolower(y); });
    }

    bool holds(const IndexedTile& tile) const
    {
        const TileRecord& record = tile.record;
        const bool hasShares = std::all_of(
            m_query.shares.begin(), m_query.shares.end(), [&](const ShareRange& range) {
                const int share = perMille(record, range.color);
                return share >= std::lround(range.from * 10) && share <= std::lround(range.to * 10);
            });
        const auto& keys = m_query.mixKeys;
        const bool hasDay = m_query.createdFrom.empty() && m_query.createdTo.empty();
        const std::string day = record.created.empty() ? "" : localDay(record.created);
        return hasShares && !tile.isTrashed
            && (keys.empty() || std::find(keys.begin(), keys.end(), record.mixKey) != keys.end())
            && (!m_query.seed || record.seed == *m_query.seed)
            && record.marks.rating >= m_query.minimumRating
            && (m_query.flag ? record.marks.flag == *m_query.flag
                             : !m_query.hideRejected || record.marks.flag != Flag::Rejected)
            && (!m_query.label || record.marks.label == *m_query.label)
            && (m_query.modelName.empty() || areEqualBlindly(record.modelName, m_query.modelName))
            && (hasDay
                || (!day.empty() && day >= m_query.createdFrom
                    && (m_query.createdTo.empty() || day <= m_query.createdTo)))
            && (!m_query.maximumError || (record.error && *record.error <= *m_query.maximumError))
            && holdsText(tile.text(), m_query.text);
    }

    double rank(const TileRecord& record) const
    {
        constexpr double last = 1e9;
        switch (m_query.order) {
        case TileOrder::Rating:
            return -record.marks.rating;
        case TileOrder::Fidelity:
            return record.error.value_or(last);
        case TileOrder::ColorDifference:
        case TileOrder::ShareDifference:
            break;
        default:
            return 0;
        }
        if (!m_query.reference)
            return 0;
        if (!record.mix)
            return last;
        if (m_query.order == TileOrder::ColorDifference)
            return deltaE2000(meanColor(*m_query.reference, bundledPalette()),
                meanColor(*record.mix, bundledPalette()));
        int difference = 0;
        for (const GranuleColor& color : bundledPalette().colors()) {
            const MixShare* share = m_query.reference->find(color.name);
            difference += std::abs((share ? share->perMille : 0) - perMille(record, color.name));
        }
        return difference;
    }

    const TileQuery& m_query;
    TileList m_found;
};

} // namespace tilewright::test
