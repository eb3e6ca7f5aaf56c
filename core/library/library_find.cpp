#include "core/library/library.h"
#include "core/library/library_search.h"

namespace tilewright {

Expected<TileList> Library::find(const TileQuery& query) const
{
    return findTiles(*m_database, query, m_palette);
}

} // namespace tilewright
