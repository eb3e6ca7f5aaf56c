"use strict";
// The words of the page, and how numbers are written, in the language of the catalogue.

const catalogWords = {
    en: {
        search: "Name, number or colour",
        families: "Colour families",
        reds: "Reds", yellows: "Yellows", greens: "Greens", blues: "Blues", browns: "Browns", greys: "Greys",
        colors: "Colours",
        sort: "Sort by",
        byCatalog: "Catalogue", byName: "Name", byCode: "Number", byColor: "Colour", byLightness: "Lightness",
        least: percent => `each at least ${percent}`,
        anyShare: "any share",
        count: (shown, all) => shown === all
            ? `${all} ${all === "1" ? "tile" : "tiles"}` : `${shown} of ${all} tiles`,
        clear: "Show all",
        nothing: "No tile is like that. Take a colour out, or lower its share.",
        note: "Colours on screens and on paper differ from those of the tile. Ask for a sample before you order.",
        made: date => `As of ${date}`,
        place: (place, all) => `${place} of ${all}`,
        previous: "Previous tile", next: "Next tile", close: "Close",
        lay: "Laid side by side", laidAlt: name => `${name}, nine tiles laid side by side`,
        mix: "Mix",
        size: "Size", thickness: "Thickness", weight: "Weight", hardness: "Hardness", fireClass: "Fire class",
        fallHeight: "Fall height", binder: "Binder", granules: "Granules", price: "Price",
        ofPiece: "a piece",
        seed: "Seed", model: "Model", fidelity: "True to the mix", points: value => `${value} points off`,
        shareCode: "Code of this tile",
        shareHelp: "Paste it into Tilewright to open mix, pattern and seed.",
        copy: "Copy", copied: "Copied",
        millimetres: "mm", kilograms: "kg", perSquareMetre: "kg/m²",
        listSeparator: ", ",
    },
    ru: {
        search: "Название, артикул или цвет",
        families: "Группы цветов",
        reds: "Красные", yellows: "Жёлтые", greens: "Зелёные", blues: "Синие", browns: "Коричневые", greys: "Серые",
        colors: "Цвета",
        sort: "Порядок",
        byCatalog: "Как в каталоге", byName: "Название", byCode: "Артикул", byColor: "Цвет", byLightness: "Светлота",
        least: percent => `каждого не меньше ${percent}`,
        anyShare: "любая доля",
        count: (shown, all) => shown === all ? `Плиток: ${all}` : `Плиток: ${shown} из ${all}`,
        clear: "Показать все",
        nothing: "Таких плиток нет. Уберите один из цветов или уменьшите долю.",
        note: "Цвета на экране и в печати отличаются от цвета плитки. Перед заказом попросите образец.",
        made: date => `По состоянию на ${date}`,
        place: (place, all) => `${place} из ${all}`,
        previous: "Предыдущая плитка", next: "Следующая плитка", close: "Закрыть",
        lay: "Уложить рядом", laidAlt: name => `${name}, девять плиток рядом`,
        mix: "Состав",
        size: "Размер", thickness: "Толщина", weight: "Масса", hardness: "Твёрдость", fireClass: "Класс пожарной опасности",
        fallHeight: "Высота падения", binder: "Связующее", granules: "Гранулы", price: "Цена",
        ofPiece: "за штуку",
        seed: "Сид", model: "Модель", fidelity: "Верность составу", points: value => `отклонение ${value}\u00a0п.\u00a0п.`,
        shareCode: "Код этой плитки",
        shareHelp: "Вставьте его в Tilewright, чтобы открыть состав, рисунок и сид.",
        copy: "Скопировать", copied: "Скопировано",
        millimetres: "мм", kilograms: "кг", perSquareMetre: "кг/м²",
        listSeparator: ", ",
    },
};

const catalog = window.tilewrightCatalog;
const words = catalogWords[catalog.language] || catalogWords.en;
const locale = catalog.language === "ru" ? "ru" : "en-GB";
const collator = new Intl.Collator(locale, {numeric: true, sensitivity: "base"});

function numberText(value, digits = 1) {
    return value.toLocaleString(locale, {maximumFractionDigits: digits});
}

function percentText(percent) {
    return numberText(percent) + (catalog.language === "ru" ? "\u00a0%" : "%");
}

function mixText(article) {
    return article.mix
        .map(([color, percent]) => `${percentText(percent)} ${catalog.colors[color].name}`)
        .join(words.listSeparator);
}
