"use strict";
// Reading a page without some of its documents. The page marks what belongs to a document: data-of="W"
// comes from that document alone; data-per="I2 W1" rests on so many claims of each, and its .count says
// how many. A link with ?without=W,I or #without=W,I leads to the page with those documents hidden.

const box = /** @type {HTMLElement | null} */ (document.querySelector(".without"));

if (box) {
  const article = /** @type {HTMLElement} */ (box.closest("article"));
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const buttons = [...box.querySelectorAll("button")];
  /** @template {Element} [E=HTMLElement] @param {string} selector @param {(one: E) => void} act @param {ParentNode} within */
  const each = (selector, act, within = article) => /** @type {NodeListOf<E>} */ (within.querySelectorAll(selector)).forEach(act);
  /** @type {Set<string | undefined>} */ const out = new Set();

  /** @param {Element | null} part @param {boolean} gone */
  const leave = (part, gone) => part?.classList.toggle("left-out", gone);
  /** @param {Iterable<Element>} parts whether there are any, and all are left out */
  const allGone = (parts) => [...parts].length > 0 && [...parts].every((one) => one.matches(".left-out"));
  /** Leave out whatever holds some of these parts and none that is left in. @param {string} holders @param {string} parts */
  const follow = (holders, parts) => each(holders, (one) => leave(one, allGone(one.querySelectorAll(parts))));

  /** How many of the claims counted by document are not left out. @param {HTMLElement} one */
  const kept = ({ dataset: { per = "" } }) => {
    const counts = per.split(" ").map((word) => /** @type {string[]} */ (word.match(/^([A-Z]+)(\d+)$/)));
    return counts.reduce((sum, [, letter, count]) => sum + (out.has(letter) ? 0 : +count), 0);
  };

  /** Show the page as it is without the documents in `out`. */
  const show = () => {
    for (const button of buttons) button.ariaPressed = String(out.has(button.value));
    each("[data-of]", (one) => leave(one, out.has(one.dataset.of)));
    each("[data-per]", (one) => {
      const left = kept(one);
      leave(one, left === 0);
      each(".count", (number) => { number.textContent = left.toLocaleString("en"); }, one);
    });
    // Markers are hidden with their claims, and so is what has no other evidence.
    each('a.cite[href^="#n-"]', (/** @type {HTMLAnchorElement} */ one) => leave(one, allGone([document.getElementById(one.hash.slice(3)) ?? one])));
    each(".aliases .badge", (one) => leave(one, out.has(one.textContent)));
    follow(".infobox dd p, .infobox details, .infobox dd, .infobox > div, .infobox", "a.cite");
    follow(".aliases > li", ".badge");
    follow(".disputes li, .disputes", ".side");
    follow(".introduction > li:not([data-of])", ".voice");
    follow(".introduction", "li");
    follow(".index > li:not([data-per]), .claim .says", "[data-per]");
    follow("figcaption ul", "[data-per]");
    follow(".alike, .run, ol.claims, ol.notes, .rest:has(> ol.claims)", "[data-of]");
    each("svg g[data-per]", draw);
    // A heading is hidden if everything under it is, and so are the links to it.
    each(":scope > h2", (heading) => {
      const under = [];
      for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) under.push(next);
      const gone = allGone(under) || allGone(under.flatMap((one) => [...one.querySelectorAll("svg > g[data-per], :scope > li, :scope > ul > li")]));
      leave(heading, gone);
      for (const one of under) if (!one.matches("ol")) leave(one, gone);
      each(`.rail a[href="#${heading.id}"]`, (link) => leave(link.closest("li"), gone), document);
    });
    tell();
  };

  /** The words over a name in the picture: relations with their documents' letters, or a number. */
  const draw = (/** @type {HTMLElement} */ node) => {
    const left = kept(node);
    /** @type {Element[]} */ let lines = []; // of one relation: it ends with the letters
    each(".how tspan", (line) => {
      line.dataset.whole ??= line.textContent;
      lines.push(line);
      const [, letters] = line.dataset.whole.match(/\(([A-Z\u00a0]+)\)/) ?? [];
      const said = letters?.split("\u00a0").filter((letter) => !out.has(letter)).join("\u00a0");
      line.textContent = letters ? line.dataset.whole.replace(letters, said ?? "") : line.dataset.whole.replace(/\d+/, String(left));
      if (!letters) return;
      for (const one of lines) leave(one, said === "");
      lines = [];
    }, node);
  };

  /** Say how many facts are hidden, to eyes and ears. */
  const tell = () => {
    const claims = [...article.querySelectorAll("li.claim")];
    const hidden = claims.filter((one) => one.matches(".left-out")).length;
    const documents = buttons.filter((one) => out.has(one.value)).map((one) => one.dataset.name).join(", ");
    const said = filled(box.dataset.hidden ?? "", { documents, hidden, all: claims.length });
    const fold = box.closest("details");
    if (fold && out.size) fold.open = true;
    status.textContent = hidden === 0 ? "" : hidden < claims.length ? said : box.dataset.nothing ?? "";
  };

  /** Read from the address what to leave out; an address that does not say changes nothing. */
  const read = () => {
    const said = new URLSearchParams(location.search).get("without");
    const [, after] = location.hash.match(/^#without=([\w,]*)$/) ?? [];
    return (after ?? said)?.split(",");
  };

  /** Let the address say what is left out, so that it can be passed on. */
  const write = () => {
    const address = out.size || location.search ? `#without=${[...out].sort().join(",")}` : "#";
    history.replaceState(null, "", location.search + address);
  };

  const set = (/** @type {string[]} */ letters) => {
    out.clear();
    for (const { value } of buttons) if (letters.includes(value)) out.add(value);
    show();
  };

  /** What an address leads to is never hidden. */
  const reveal = () => {
    /** @type {HTMLElement | null | undefined} */
    const target = document.getElementById(location.hash.slice(1))?.closest(".left-out[data-of]");
    if (!target) return;
    out.delete(target.dataset.of);
    show();
    target.scrollIntoView();
  };

  box.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    if (!out.delete(button.value)) out.add(button.value);
    show();
    write();
  });
  addEventListener("hashchange", () => {
    const letters = read();
    if (letters && location.hash.startsWith("#without=")) set(letters);
    reveal();
  });

  for (const button of buttons) button.ariaPressed = "false";
  box.hidden = false;
  const asked = read();
  if (asked) set(asked);
  reveal();
}
