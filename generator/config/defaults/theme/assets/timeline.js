"use strict";
// The filters of the timeline. All facts are on the page; this script only hides some. The choice is in
// the address, after `#?`, so that it can be kept and sent, from disk too. Without this script the
// form is hidden, and nothing is missing.

/** A day as a number, in the order of time; the year 0 is 1 BC.
 * @param {number} year @param {number} month @param {number} day */
const dayNumber = (year, month, day) => (year * 100 + month) * 100 + day;

/** The number of a day in ISO 8601, which may have a year before Christ: `-0043-03-15`.
 * @param {string | undefined} text @param {number} open */
const dayOf = (text, open) => {
  const [, year, month, day] = text?.match(/^(-?\d+)-(\d\d)-(\d\d)$/) ?? [];
  return year ? dayNumber(Number(year), Number(month), Number(day)) : open;
};

/** The first and last day of a text that is a year or a month: `1903`, `1903-08`, `44 BC`; else null.
 * @param {string} text
 * @returns {{first: number, last: number} | null} */
const span = (text) => {
  const [, before] = text.match(/^(\d{1,9}) ?BCE?$/i) ?? [];
  const [, year, month] = before ? ["", String(1 - Number(before)), ""] : text.match(/^(-?\d{4,9})(?:-(0[1-9]|1[0-2]))?$/) ?? [];
  if (!year) return null;
  return { first: dayNumber(Number(year), Number(month || 1), 1), last: dayNumber(Number(year), Number(month || 12), 31) };
};

/** @param {HTMLFormElement} form */
const filtering = (form) => {
  const fields = [.../** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll("select, input"))];
  const selects = fields.filter((field) => field instanceof HTMLSelectElement);
  const options = selects.flatMap((list) => [...list.options].slice(1));
  const index = new Map(options.map((option, number) => [option, String(number)]));
  const facts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("ol.moments > li"))].map((item) => ({
    item,
    of: new Set(item.dataset.of?.split(" ")),
    first: dayOf(item.dataset.first, -Infinity),
    last: dayOf(item.dataset.last, Infinity),
    dated: "first" in item.dataset || "last" in item.dataset,
  }));
  const marks = [...document.querySelectorAll(".times .mark")];
  const shown = /** @type {HTMLElement} */ (form.querySelector(".shown"));
  const wrong = form.querySelector("#by-wrong");
  const said = /** @type {Record<string, string>} */ (form.dataset);

  /** The state as the address has it; it says nothing if nothing is chosen. */
  const state = () =>
    new URLSearchParams(fields.filter((field) => field.value.trim()).map((field) => [field.name, field.value.trim()]));

  const show = () => {
    const bad = fields.filter((field) => field.matches("input") && field.value.trim() && !span(field.value.trim()));
    for (const field of fields) {
      if (bad.includes(field)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    if (wrong) wrong.textContent = bad.length ? said.wrong : "";
    const [from, to] = ["from", "to"].map((name) => span(/** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))?.value.trim() ?? ""));
    const chosen = selects.filter((list) => list.value).map((list) => index.get(list.selectedOptions[0]) ?? "none");
    let count = 0;
    let left = 0;
    for (const fact of facts) {
      const named = chosen.every((number) => fact.of.has(number));
      const timely = (!from && !to) || (fact.dated && fact.last >= (from?.first ?? -Infinity) && fact.first <= (to?.last ?? Infinity));
      if (named && !timely && !fact.dated) left += 1;
      fact.item.hidden = !(named && timely);
      if (!fact.item.hidden) count += 1;
    }
    facts.filter((fact) => fact.dated).forEach((fact, number) => marks[number]?.toggleAttribute("hidden", Boolean(fact.item.hidden)));
    const all = count === facts.length;
    for (const rest of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.rest:has(> .moments)"))) {
      rest.hidden = rest.querySelector("li:not([hidden])") === null;
      rest.open ||= !all; // what is chosen is seen
    }
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("ol.moments:not(details > *)"))) {
      list.hidden = list.querySelector(":scope > li:not([hidden])") === null;
      const rest = /** @type {HTMLElement | null} */ (list.nextElementSibling);
      const empty = list.hidden && (!rest?.matches("details.rest") || rest.hidden);
      let before = /** @type {HTMLElement | null} */ (list.previousElementSibling);
      while (before && !before.matches("h2")) before = /** @type {HTMLElement | null} */ (before.previousElementSibling);
      if (!before) continue;
      before.hidden = empty;
      const link = document.querySelector(`.jump a[href="#${before.id}"]`);
      if (link?.parentElement) link.parentElement.hidden = empty;
    }
    const some = filled(said.some, { count, all: facts.length });
    const missing = left ? ` ${filled(said.left, { count: left })}` : "";
    shown.textContent = all ? said.every : some + missing;
  };

  /** Links to the other pages of the timeline keep what is chosen. */
  const keep = () => {
    const hash = String(state()) && `#?${state()}`;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.kept, .kept a"))) link.hash = hash;
  };

  const read = () => {
    if (!location.hash.startsWith("#?") && location.hash) return; // the place of a fact or a year
    const given = new URLSearchParams(location.hash.slice(2));
    for (const field of fields) {
      const value = given.get(field.name) ?? "";
      field.value = value;
      if (field.value === value || !(field instanceof HTMLSelectElement)) continue;
      field.add(new Option(value, value)); // chosen on another page: here no fact has it
      field.value = value;
    }
    show();
    keep();
  };

  const changed = () => {
    const query = String(state());
    history.replaceState(null, "", query ? `#?${query}` : location.pathname + location.search);
    show();
    keep();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed)); // once the fields are empty
  addEventListener("hashchange", read);
  read();
};

const filters = /** @type {HTMLFormElement | null} */ (document.querySelector("form.filters"));
if (filters) filtering(filters);
