// Completion: what may be meant by the words that somebody is typing.

import { freshId, make, say } from "./dom.js";

/** @typedef {{ value: string, label: string, also?: string }} Item */

const MOST = 8;
const NEW = "New name: ";

/** A text without capitals and accents. @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The items that have these words, those that begin with them first.
 * @param {Item[]} items
 * @param {string} typed
 */
export function matching(items, typed) {
  const sought = plain(typed.trim());
  const scored = items.map((item) => {
    const names = [item.label, item.value, item.also ?? ""].map(plain);
    const at = names.map((name) => name.indexOf(sought)).filter((found) => found >= 0);
    const inWord = names.some((name) => name.split(/[\s/|-]+/).some((word) => word.startsWith(sought)));
    return { item, score: at.length ? Math.min(...at) + (inWord ? 0 : 100) : -1 };
  });
  return scored.filter((one) => one.score >= 0).sort((a, b) => a.score - b.score || a.item.label.localeCompare(b.item.label)).map((one) => one.item).filter((item, number, all) => all.findIndex((other) => other.value === item.value) === number).slice(0, MOST);
}

/**
 * Offer items below a field as somebody types.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {{ typed: () => string | null, items: () => Item[], take: (item: Item) => void, name?: (typed: string) => void }} how `typed`
 *   is what has been typed so far, or null if nothing is to be offered; `name` makes a record of a name that no item has
 * @returns {HTMLElement} the list, to be put after the field
 */
export function complete(field, how) {
  const list = make("ul", { id: freshId(), role: "listbox", className: "offers", hidden: true, "aria-label": "Suggestions" });
  let at = -1;
  /** @type {Item[]} */
  let offered = [];
  field.setAttribute("autocomplete", "off");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);

  const hide = () => {
    list.hidden = true;
    offered = [];
    field.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    const active = list.children[at];
    if (active) {
      field.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };
  /** @param {Item} item */
  const take = (item) => {
    hide();
    if (item.value) how.take(item);
    else how.name?.(item.label.slice(NEW.length, -2));
  };
  const show = () => {
    const typed = how.typed();
    offered = typed === null ? [] : matching(how.items(), typed);
    const known = offered.some((item) => [item.value, item.label].some((one) => plain(one) === plain(typed ?? "")));
    if (how.name && typed?.trim() && !typed.includes("/") && !known) offered = [...offered.slice(0, MOST - 1), { value: "", label: `${NEW}${typed.trim()} …` }];
    if (!offered.length || (offered.length === 1 && offered[0].value === typed)) return hide();
    at = -1;
    list.replaceChildren(...offered.map((item) => {
      const made = make("li", { id: freshId(), role: "option", "aria-selected": "false" }, item.label, make("span", { className: "hint" }, item.value));
      made.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(item);
      });
      return made;
    }));
    list.hidden = false;
    say(`${offered.length} suggestions; choose with the arrow keys`);
  };
  field.addEventListener("input", show);
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (event) => {
    const key = /** @type {KeyboardEvent} */ (event).key;
    if (list.hidden) {
      if (key === "ArrowDown" && field instanceof HTMLInputElement) show();
      return;
    }
    if (key === "ArrowDown" || key === "ArrowUp") {
      at = (at + (key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length;
      mark();
    } else if ((key === "Enter" || key === "Tab") && at >= 0) take(offered[at]);
    else if (key === "Escape") hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return list;
}
