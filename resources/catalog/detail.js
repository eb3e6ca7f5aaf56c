"use strict";
// One tile, large, with everything that is known of it.

const detail = {
    dialog: document.getElementById("detail"),
    article: null,
    list: [], ///< what the arrows go through
    onClosed: () => {},
};

function byId(id) {
    return document.getElementById(id);
}

function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className)
        made.className = className;
    if (text)
        made.textContent = text;
    return made;
}

/** Absent where the text is empty. */
function setText(node, text) {
    node.textContent = text || "";
    node.hidden = !text;
}

function factsOf(article) {
    const product = catalog.products[article.product];
    const size = [product.length, product.width].map(side => numberText(side)).join("\u202f×\u202f");
    const facts = [
        [words.size, `${size}\u00a0${words.millimetres}`],
        [words.thickness, `${numberText(product.thickness)}\u00a0${words.millimetres}`],
        [words.weight, `${numberText(product.weight, 2)}\u00a0${words.kilograms} (${numberText(product.areaWeight)}\u00a0${words.perSquareMetre})`],
        [words.hardness, product.hardness],
        [words.fireClass, product.fireClass],
        [words.fallHeight, product.fallHeight],
        [words.binder, product.binder],
        [words.granules, product.granules],
    ];
    if (product.price !== undefined)
        facts.push([words.price, `${product.price.toLocaleString(locale, {minimumFractionDigits: 2, maximumFractionDigits: 2})}\u00a0${product.currency} ${words.ofPiece}`]);
    if (article.seed !== undefined)
        facts.push([words.seed, article.seed]);
    if (article.model)
        facts.push([words.model, article.model]);
    if (article.error !== undefined)
        facts.push([words.fidelity, words.points(numberText(article.error))]);
    return facts.filter(([, value]) => value);
}

function mixRow([place, percent]) {
    const color = catalog.colors[place];
    const row = element("li");
    const bar = element("span", "bar");
    const fill = element("span", "fill");
    fill.style.width = `${percent}%`;
    fill.style.backgroundColor = color.srgb;
    bar.append(fill);
    const name = element("span", "color-name", color.name);
    if (color.code && color.code !== color.name)
        name.append(element("span", "color-code", color.code));
    row.append(name, element("span", "percent", percentText(percent)), bar);
    return row;
}

function layTiles(isLaid) {
    byId("laid").hidden = !isLaid;
    byId("picture").hidden = isLaid;
    byId("lay").setAttribute("aria-pressed", String(isLaid));
}

function showArticle(article) {
    detail.article = article;
    const place = detail.list.indexOf(article);
    byId("place").textContent = words.place(numberText(place + 1), numberText(detail.list.length));
    byId("previous").disabled = place <= 0;
    byId("next").disabled = place < 0 || place + 1 >= detail.list.length;
    const file = `pictures/${encodeURIComponent(article.id)}.jpg`;
    byId("picture").src = file;
    byId("picture").alt = `${article.name}: ${mixText(article)}`;
    byId("laid").style.backgroundImage = `url("${file}")`;
    byId("laid").setAttribute("aria-label", words.laidAlt(article.name));
    byId("lay").hidden = !article.seamless;
    layTiles(false);
    byId("detail-code").textContent = article.code;
    byId("detail-name").textContent = article.name;
    setText(byId("detail-note"), article.note);
    byId("mix").replaceChildren(...article.mix.map(mixRow));
    byId("facts").replaceChildren(...factsOf(article).flatMap(
        ([name, value]) => [element("dt", "", name), element("dd", "", value)]));
    byId("share-code").hidden = !article.shareCode;
    byId("code").textContent = article.shareCode || "";
    byId("copy").textContent = words.copy;
    document.body.classList.add("shows-detail");
    if (!detail.dialog.open) {
        detail.dialog.showModal();
        detail.dialog.focus(); // none of the buttons is what people came for
    }
    detail.dialog.scrollTop = 0;
}

function step(by) {
    const article = detail.list[detail.list.indexOf(detail.article) + by];
    if (article)
        location.replace(`#${article.id}`);
}

async function copyCode() {
    const text = byId("code").textContent;
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        // Pages from disk may not be let at the clipboard: select it, so that Ctrl+C does.
        getSelection().selectAllChildren(byId("code"));
        if (!document.execCommand("copy"))
            return;
    }
    byId("copy").textContent = words.copied;
}

function prepareDetail() {
    for (const [id, text] of [["previous", words.previous], ["next", words.next], ["close", words.close]]) {
        byId(id).setAttribute("aria-label", text);
        byId(id).title = text;
    }
    byId("lay").textContent = words.lay;
    byId("mix-label").textContent = words.mix;
    byId("code-label").textContent = words.shareCode;
    byId("code-help").textContent = words.shareHelp;
    byId("previous").addEventListener("click", () => step(-1));
    byId("next").addEventListener("click", () => step(1));
    byId("close").addEventListener("click", () => detail.dialog.close());
    byId("lay").addEventListener("click", () => layTiles(byId("laid").hidden));
    byId("copy").addEventListener("click", copyCode);
    detail.dialog.addEventListener("click", event => {
        if (event.target === detail.dialog)
            detail.dialog.close(); // beside it
    });
    detail.dialog.addEventListener("keydown", event => {
        const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
        if (by && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            step(by);
        }
    });
    detail.dialog.addEventListener("close", () => {
        document.body.classList.remove("shows-detail");
        const article = detail.article;
        detail.article = null;
        detail.onClosed(article);
    });
}
