"use strict";
// Which tiles are shown, and in what order.

/** In lower case; Russian ё counts as е, as people type it. */
function folded(text) {
    return text.toLocaleLowerCase(locale).replaceAll("ё", "е");
}

/** Hue, chroma and lightness (OKLCh) of what the eye makes of the mix from afar. */
function meanColor(article) {
    const light = [0, 0, 0];
    for (const [color, percent] of article.mix) {
        const srgb = catalog.colors[color].srgb;
        for (let channel = 0; channel < 3; ++channel) {
            const value = parseInt(srgb.slice(1 + 2 * channel, 3 + 2 * channel), 16) / 255;
            light[channel] += percent / 100 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        }
    }
    const [r, g, b] = light;
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return {lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, hue: (Math.atan2(c, a) * 180 / Math.PI + 360) % 360};
}

const familyOrder = ["reds", "browns", "yellows", "greens", "blues", "greys"];

catalog.articles.forEach((article, place) => {
    const colors = article.mix.map(([color]) => catalog.colors[color]);
    article.place = place;
    article.haystack = folded([article.name, article.code, article.id, article.note || "", article.shareCode || "",
        article.seed || "", words[article.family],
        ...colors.flatMap(color => [color.name, color.otherName, color.code])].join("\n"));
    article.mean = meanColor(article);
});

const orders = {
    byCatalog: (a, b) => a.place - b.place,
    byName: (a, b) => collator.compare(a.name, b.name) || a.place - b.place,
    byCode: (a, b) => collator.compare(a.code, b.code) || a.place - b.place,
    byColor: (a, b) => familyOrder.indexOf(a.family) - familyOrder.indexOf(b.family)
        || (a.family === "greys" ? 0 : Math.round(a.mean.hue / 10) - Math.round(b.mean.hue / 10))
        || b.mean.lightness - a.mean.lightness || a.place - b.place,
    byLightness: (a, b) => b.mean.lightness - a.mean.lightness || a.place - b.place,
};

/** The articles that have all the words, all the colours with the least share, and one of the families. */
function selectArticles({text = "", families = new Set(), colors = new Set(), least = 0, order = "byCatalog"}) {
    const wanted = folded(text).split(/\s+/).filter(Boolean);
    return catalog.articles
        .filter(article => (families.size === 0 || families.has(article.family))
            && wanted.every(word => article.haystack.includes(word))
            && [...colors].every(color => article.mix.some(
                ([own, percent]) => own === color && percent >= least)))
        .sort(orders[order]);
}
