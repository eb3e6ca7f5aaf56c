// The tables of the index, and how older ones become newer ones.
#pragma once

namespace tilewright {

/// PRAGMA user_version of the index that this program writes.
inline constexpr int schemaVersion = 1;

/// Version 1. `file` is relative to the library's folder; times are Unix seconds; `modified` in
/// nanoseconds and `bytes` tell whether a file was exchanged. `l`, `a`, `b` are the mean colour of
/// the mix in CIELAB, from the palette's measured colours. A tile's colours with a share of 0 have
/// no row in tile_share. tile_text holds what full-text search looks at; its rowid is the tile's
/// id. The index tile_search holds all that a search asks of a tile, so that none reads the wide
/// rows.
inline constexpr auto schema = R"sql(
CREATE TABLE tile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    mix_key TEXT NOT NULL,
    seed TEXT NOT NULL,
    prompt TEXT NOT NULL,
    model_name TEXT NOT NULL,
    created TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    error REAL,
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
    flag INTEGER NOT NULL DEFAULT 0 CHECK (flag BETWEEN 0 AND 2),
    label INTEGER NOT NULL DEFAULT 0 CHECK (label BETWEEN 0 AND 4),
    is_draft INTEGER NOT NULL DEFAULT 0,
    is_missing INTEGER NOT NULL DEFAULT 0,
    trash TEXT,
    l REAL, a REAL, b REAL
) STRICT;
CREATE INDEX tile_search ON tile (created DESC, id DESC, trash, rating, flag, label, error, seed,
    model_name, l, a, b);
CREATE INDEX tile_mix ON tile (mix_key, created DESC);
CREATE TABLE tile_share (
    tile INTEGER NOT NULL REFERENCES tile (id) ON DELETE CASCADE,
    color TEXT NOT NULL,
    per_mille INTEGER NOT NULL,
    PRIMARY KEY (color, per_mille, tile)
) STRICT, WITHOUT ROWID;
CREATE INDEX tile_share_tile ON tile_share (tile);
CREATE VIRTUAL TABLE tile_text USING fts5 (content, tokenize = 'unicode61');
)sql";

} // namespace tilewright
