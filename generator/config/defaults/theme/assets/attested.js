"use strict";
// Fills in phrases for the other scripts, and folds and opens parts of a page.

/** A phrase with what stands for the names in braces. @param {string} phrase @param {Record<string, string | number>} slots */
globalThis.filled = (phrase, slots) => phrase.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(slots[name]));

// On a narrow screen, what the page has already said above is folded, to keep it short.
const narrow = matchMedia("(max-width: 44.99em)");
const foldNarrow = () => {
  for (const one of document.querySelectorAll("details[data-folds]")) /** @type {HTMLDetailsElement} */ (one).open = !narrow.matches;
};
foldNarrow();

// A folded part opens if a link leads into it, even in browsers that do not do so by themselves.
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
