#!/usr/bin/env bash
# Makes the pictures of this folder with ImageMagick 6, a writer that shares no code with our reader.
# Each has 3 x 2 fields of 16 x 16 pixels: red, green, blue; black, white, grey (#808080).
set -euo pipefail
cd "$(dirname "$0")"

fields=$(mktemp --suffix=.miff)
trap 'rm -f "$fields"' EXIT
convert -size 3x2 xc:black -depth 8 -fill '#c81e28' -draw 'point 0,0' -fill '#1ea03c' -draw 'point 1,0' \
  -fill '#2846be' -draw 'point 2,0' -fill '#000000' -draw 'point 0,1' -fill '#ffffff' -draw 'point 1,1' \
  -fill '#808080' -draw 'point 2,1' -sample 48x32 -alpha off "$fields"
make() { local name=$1; shift; convert "$fields" "$@" -strip -define png:exclude-chunks=date,time "$name"; }

make rgb8.png
make rgb16.png -depth 16 -define png:bit-depth=16 -define png:color-type=2
make grey8.png -colorspace Gray -define png:color-type=0
make grey16.png -colorspace Gray -depth 16 -define png:bit-depth=16 -define png:color-type=0
make palette.png -define png:color-type=3
make interlaced.png -interlace PNG
make rgb444.jpg -quality 100 -sampling-factor 1x1
make rgb420.jpg -quality 100 -sampling-factor 2x2
make progressive.jpg -quality 100 -interlace JPEG
make grey.jpg -quality 100 -colorspace Gray
make cmyk.jpg -quality 100 -colorspace CMYK
for compression in none lzw zip rle jpeg; do make "rgb8-$compression.tif" -compress "$compression" -quality 100; done
make rgb16.tif -depth 16 -compress zip
make rgb8-big-endian.tif -define tiff:endian=msb -compress lzw
make rgb16-big-endian.tif -define tiff:endian=msb -depth 16 -compress zip
make rgb8-tiled.tif -define tiff:tile-geometry=16x16 -compress lzw
make rgb16-tiled.tif -depth 16 -define tiff:tile-geometry=32x16 -compress zip
make rgb8-planes.tif -interlace plane -compress lzw
make rgb16-planes.tif -depth 16 -interlace plane -compress zip
make rgb8-rows.tif -define tiff:rows-per-strip=3 -compress lzw
make grey8.tif -colorspace Gray -compress lzw
make grey16.tif -colorspace Gray -depth 16 -compress zip
make grey8-white-is-0.tif -colorspace Gray -negate -define quantum:polarity=min-is-white -compress lzw
make bilevel.tif -threshold 45% -type bilevel -compress group4
make palette.tif -type palette -compress lzw
make cmyk8.tif -colorspace CMYK -compress lzw
make cmyk16.tif -colorspace CMYK -depth 16 -compress zip
make lossless.webp -define webp:lossless=true
make lossy.webp -quality 95

# Alpha falls from left to right, field by field: 100 %, 60 %, 0 %.
alpha=$(mktemp --suffix=.miff)
trap 'rm -f "$fields" "$alpha"' EXIT
convert -size 3x1 xc:white -depth 8 -fill 'gray(60%)' -draw 'point 1,0' -fill black -draw 'point 2,0' \
  -sample 48x32\! "$alpha"
convert "$fields" "$alpha" -alpha off -compose CopyOpacity -composite "$fields"
make alpha8.png -define png:color-type=6
make alpha16.png -depth 16 -define png:bit-depth=16 -define png:color-type=6
make alpha8.tif -define tiff:alpha=unassociated -compress lzw
make alpha16.tif -depth 16 -define tiff:alpha=unassociated -compress zip
make alpha8-premultiplied.tif -define tiff:alpha=associated -compress lzw
make alpha8-planes.tif -define tiff:alpha=unassociated -interlace plane -compress lzw
make alpha-lossless.webp -define webp:lossless=true
make alpha-lossy.webp -quality 95
