"use strict";
// What the theme leaves out for readers who use a keyboard or paste with a mouse. Every page
// reads without this.

// Search listens for keys only: tell it of pasted and dictated text too.
for (const field of document.querySelectorAll(".md-search__input")) {
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));
}

// The search button is a label of a hidden box: let it be reached and pressed.
for (const label of document.querySelectorAll("label.mast__find")) {
  Object.assign(label, { tabIndex: 0, role: "button" });
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // the theme presses labels on Enter too: twice is never
    label.click();
  });
}

// What scrolls sideways can be scrolled with keys, while it does.
const sideways = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const part of document.querySelectorAll(".scroll, .md-typeset pre")) sideways.observe(part);
