"use strict";
// The grid of tiles and what chooses them.

const chunk = 60; ///< tiles that are added at a time, so that thousands are no burden
const mostPrinted = 1000;

const choice = {text: "", families: new Set(), colors: new Set(), least: 0, order: "byCatalog"};
let shown = [];
let drawn = 0;

function card(article) {
    const item = element("li", "card");
    const link = element("a");
    link.href = `#${article.id}`;
    link.dataset.id = article.id;
    const image = element("img");
    image.loading = "lazy";
    image.decoding = "async";
    image.width = image.height = 240;
    image.src = `thumbnails/${encodeURIComponent(article.id)}.jpg`;
    image.alt = "";
    const strip = element("span", "strip");
    for (const [place, percent] of article.mix) {
        const part = element("span");
        part.style.flexGrow = percent;
        part.style.backgroundColor = catalog.colors[place].srgb;
        strip.append(part);
    }
    const caption = element("span", "caption");
    caption.append(element("span", "code", article.code), element("span", "name", article.name),
        element("span", "mix-text", mixText(article)));
    link.append(image, strip, caption);
    item.append(link);
    return item;
}

function drawMore(count = chunk) {
    const part = shown.slice(drawn, drawn + count);
    byId("tiles").append(...part.map(card));
    drawn += part.length;
    byId("more").hidden = drawn >= shown.length;
}

function refresh() {
    shown = selectArticles(choice);
    detail.list = shown;
    drawn = 0;
    byId("tiles").replaceChildren();
    drawMore();
    byId("nothing").hidden = shown.length > 0;
    byId("count").textContent = words.count(numberText(shown.length), numberText(catalog.articles.length));
    byId("clear").hidden = choice.text === "" && choice.families.size === 0 && choice.colors.size === 0;
    byId("share").hidden = choice.colors.size === 0;
    byId("share-label").textContent = choice.least === 0 ? words.anyShare : words.least(percentText(choice.least));
}

/** A button that is in or out of the set. */
function chip(value, set, className, text) {
    const button = element("button", className, text);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
        if (!set.delete(value))
            set.add(value);
        button.setAttribute("aria-pressed", String(set.has(value)));
        refresh();
    });
    return button;
}

function prepareFilters() {
    const families = new Set(catalog.articles.map(article => article.family));
    byId("families").setAttribute("aria-label", words.families);
    byId("families").append(...familyOrder.filter(family => families.has(family))
        .map(family => chip(family, choice.families, "family", words[family])));
    byId("families").hidden = families.size < 2;

    const uses = catalog.colors.map(() => 0);
    for (const article of catalog.articles)
        for (const [color] of article.mix)
            ++uses[color];
    byId("colors").setAttribute("aria-label", words.colors);
    byId("colors").append(...[...uses.keys()].sort((a, b) => uses[b] - uses[a]).map(color => {
        const {name, srgb} = catalog.colors[color];
        const button = chip(color, choice.colors, "color", name);
        const swatch = element("span", "swatch");
        swatch.style.backgroundColor = srgb;
        button.prepend(swatch);
        button.append(element("span", "uses", numberText(uses[color])));
        return button;
    }));

    byId("words").placeholder = words.search;
    byId("words").setAttribute("aria-label", words.search);
    byId("words").addEventListener("input", event => {
        choice.text = event.target.value;
        refresh();
    });
    byId("sort-label").textContent = words.sort;
    byId("sort").append(...Object.keys(orders).map(order => new Option(words[order], order)));
    byId("sort").addEventListener("change", event => {
        choice.order = event.target.value;
        refresh();
    });
    byId("share-least").addEventListener("input", event => {
        choice.least = Number(event.target.value);
        refresh();
    });
    byId("clear").textContent = words.clear;
    byId("clear").addEventListener("click", () => {
        Object.assign(choice, {text: "", least: 0});
        choice.families.clear();
        choice.colors.clear();
        byId("words").value = "";
        byId("share-least").value = 0;
        for (const button of document.querySelectorAll("[aria-pressed=true]"))
            button.setAttribute("aria-pressed", "false");
        refresh();
        byId("words").focus();
    });
    byId("filters").addEventListener("submit", event => event.preventDefault());
    byId("filters").hidden = false;
}

function prepareHead() {
    const {company} = catalog;
    byId("title").textContent = catalog.title;
    setText(byId("subtitle"), catalog.subtitle);
    if (company.logo) {
        byId("logo").src = company.logo;
        byId("logo").alt = company.name;
        byId("logo").hidden = false;
    }
    const lines = [company.name, company.address, company.phone, company.email, company.web].filter(Boolean);
    setText(byId("company"), lines.join("\n"));
    byId("note").textContent = catalog.note || words.note;
    const date = new Date(catalog.created);
    if (!isNaN(date))
        byId("made").textContent = words.made(date.toLocaleDateString(locale, {day: "numeric", month: "long", year: "numeric"}));
    byId("nothing").textContent = words.nothing;
}

/** The arrow keys go through the grid as it is seen. */
function moveInGrid(event) {
    const links = [...document.querySelectorAll(".card > a")];
    const place = links.indexOf(document.activeElement);
    if (place < 0 || event.altKey || event.ctrlKey || event.metaKey)
        return;
    const topOf = link => link.parentElement.offsetTop;
    const next = links.findIndex(link => topOf(link) !== topOf(links[0]));
    const columns = next < 0 ? links.length : next;
    const by = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns}[event.key];
    const target = by && links[place + by];
    if (target) {
        event.preventDefault();
        target.focus();
    }
}

/** The part after # names the tile that is open, so that it can be sent as a link. */
function followHash() {
    const id = decodeURIComponent(location.hash.slice(1));
    const article = catalog.articles.find(one => one.id === id);
    if (article) {
        if (!detail.list.includes(article))
            detail.list = catalog.articles; // chosen by a link, not from what is shown
        showArticle(article);
    } else if (detail.dialog.open) {
        detail.dialog.close();
    }
}

detail.onClosed = article => {
    if (location.hash)
        history.replaceState(null, "", location.href.split("#")[0]);
    detail.list = shown;
    const link = article && document.querySelector(`.card > a[data-id="${CSS.escape(article.id)}"]`);
    if (link)
        link.focus();
};

prepareHead();
prepareFilters();
prepareDetail();
refresh();
byId("tiles").addEventListener("keydown", moveInGrid);
new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting))
        drawMore();
}, {rootMargin: "1500px"}).observe(byId("more"));
addEventListener("beforeprint", () => drawMore(mostPrinted));
addEventListener("hashchange", followHash);
followHash();
