"use strict";
// A phrase, filled in, for the other scripts; and what is folded, for narrow screens and for links.

/** A phrase with what stands for the names in braces. @param {string} phrase @param {Record<string, string | number>} slots */
globalThis.filled = (phrase, slots) => phrase.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(slots[name]));

// What a page has told above is folded on a narrow screen, which else would be long.
const narrow = matchMedia("(max-width: 44.99em)");
const foldNarrow = () => {
  for (const one of document.querySelectorAll("details[data-folds]")) /** @type {HTMLDetailsElement} */ (one).open = !narrow.matches;
};
foldNarrow();

// What is folded opens for whoever comes to something in it, also where the browser does not do so.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  /** @type {HTMLDetailsElement | null | undefined} */
  let closed = target?.closest("details:not([open])");
  const folded = Boolean(closed);
  for (; closed; closed = closed.parentElement?.closest("details:not([open])")) closed.open = true;
  if (folded) target?.scrollIntoView();
};
unfold();
addEventListener("hashchange", unfold);
narrow.addEventListener("change", () => {
  foldNarrow();
  unfold();
});
