"use strict";
// What the other scripts share, and what the theme leaves out for readers who use a keyboard.
// Every page reads without this.

/** A phrase with what stands for the names in braces. @param {string} phrase @param {Record<string, string | number>} slots */
globalThis.filled = (phrase, slots) => phrase.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(slots[name]));

// What scrolls sideways can be scrolled with keys, while it does.
const sideways = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const part of document.querySelectorAll(".scroll, .md-typeset pre")) sideways.observe(part);
