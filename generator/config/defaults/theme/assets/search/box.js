"use strict";
// The list under the search field: a combobox with a list of links, as the ARIA Authoring
// Practices describe it. The field keeps the focus; arrows move through the list.
{
  const search = globalThis.attestedSearch;
  const { make } = search;
  const form = /** @type {HTMLFormElement} */ (search.form);
  const field = /** @type {HTMLInputElement} */ (search.field);
  const NAMES = 6;
  const FACTS = 5;
  const PAUSE = 40; // milliseconds without a key before it is looked for

  const list = Object.assign(make("div", "search__list"), { id: "search-list", hidden: true });
  list.setAttribute("role", "listbox");
  const status = make("p", "search__status");
  status.setAttribute("role", "status");
  form.append(list, status);

  /** @type {Record<string, any>} */ let words = {};
  let asked = 0;
  let wait = 0;
  let active = -1;

  /** @returns {HTMLAnchorElement[]} */
  const options = () => [...list.querySelectorAll("a")];

  const room = () => {
    const below = (globalThis.visualViewport?.height ?? innerHeight) - field.getBoundingClientRect().bottom - 12;
    list.style.maxHeight = `${Math.max(below, 160)}px`;
  };

  const open = () => {
    list.hidden = !list.childElementCount;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) room();
  };

  const close = () => {
    list.hidden = true;
    choose(-1);
    field.setAttribute("aria-expanded", "false");
  };

  /** @param {number} at */
  const choose = (at) => {
    const all = options();
    active = at < -1 ? all.length - 1 : at >= all.length ? -1 : at;
    all.forEach((one, number) => one.setAttribute("aria-selected", String(number === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };

  /** Links under a heading. @param {string} heading @param {HTMLElement[]} links */
  const group = (heading, links) => {
    if (!links.length) return [];
    const box = make("div", "", make("p", "search__heading", heading), ...links);
    box.setAttribute("role", "group");
    return [box];
  };

  /** @param {import("./find.js").Found} found @param {string} query @param {number} turn @param {boolean} done */
  const show = async (found, query, turn, done) => {
    const named = [...found.names.slice(0, NAMES)];
    const guessed = found.guesses.slice(0, Math.max(NAMES - named.length, 0));
    const [certain, perhaps, facts] = await Promise.all([
      search.shown(named.map((one) => one.number)),
      search.shown(guessed.map((one) => one.number)),
      search.texts(found.facts.slice(0, FACTS)),
    ]);
    if (turn !== asked) return;
    const name = (/** @type {Row} */ row) => search.named(row, query, words);
    const all = Object.assign(make("a", "search__all", filled(words.everything, { query })), { href: search.address({ q: query }) });
    const nothing = done && !certain.length && !perhaps.length && !facts.length;
    const parts = [
      group(words.meant, done ? search.meant(found) : []),
      group(search.counted(found.names.length, words.names), certain.map(name)),
      group(words.perhaps, perhaps.map(name)),
      group(search.counted(found.facts.length, words.facts), facts.map((row) => search.told(row, found.words))),
      group(`${filled(words.nothing, { query })} ${words.instead}`, nothing ? search.ways(words) : []),
    ].flat();
    parts.forEach((part, at) => {
      const label = /** @type {HTMLElement} */ (part.firstElementChild);
      label.id = `search-group-${at}`;
      part.setAttribute("aria-labelledby", label.id);
    });
    list.replaceChildren(...parts, ...(nothing || !done ? [] : [all]));
    options().forEach((one, at) => {
      Object.assign(one, { id: `search-option-${at}`, tabIndex: -1 });
      one.setAttribute("role", "option");
    });
    choose(-1);
    if (document.activeElement === field) open();
    if (done) status.textContent = search.summary(found, query, words);
  };

  const ask = async () => {
    const query = field.value.trim();
    const turn = ++asked;
    status.classList.remove("search__status--seen");
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      close();
      return;
    }
    try {
      const found = await search.find(query, {}, (early) => show(early, query, turn, false));
      if (turn === asked) await show(found, query, turn, true);
    } catch {
      if (turn !== asked) return;
      status.textContent = words.failed ?? "";
      status.classList.add("search__status--seen");
    }
  };

  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, PAUSE);
  };

  field.addEventListener("input", soon);
  field.addEventListener("focus", () => { if (field.value.trim()) { if (list.childElementCount) open(); else soon(); } });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the second one empties the field
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.childElementCount) {
      event.preventDefault();
      if (list.hidden) open();
      choose(event.key === "ArrowDown" ? active + 1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
  globalThis.visualViewport?.addEventListener("resize", () => { if (!list.hidden) room(); });

  search.begin().then((start) => {
    words = start.words;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", "aria-haspopup": "listbox",
    })) field.setAttribute(name, value);
    list.setAttribute("aria-label", words.title);
    if (field.value.trim()) ask();
  }, () => {});
}
