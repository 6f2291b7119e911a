"use strict";
// The pop-over of a citation: what its note at the foot of the page says, beside the claim.
// Without this script, the marker leads to the note below, and the note leads back.

/** What the pop-over says of its own, as the list of notes gives it. @type {DOMStringMap} */
const words = /** @type {HTMLElement | null} */ (document.querySelector("ol.notes"))?.dataset ?? {};
const fold = document.querySelector("details.fold");

/** The note that a marker leads to. @param {HTMLAnchorElement} marker */
const noteOf = (marker) => document.getElementById(marker.hash.slice(1));

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {Record<string, any>} properties @param {...(Node | string)} children */
function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A button that copies a text and says so. @param {string} label @param {() => string} text */
function copier(label, text) {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", async () => {
    const copied = await copy(text());
    button.textContent = copied ? words.copied ?? "" : text();
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  button.setAttribute("aria-live", "polite");
  return button;
}

/** Copies by the clipboard, or where a browser has none for a file, by a selection. @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { value: text, readOnly: true });
    document.querySelector(".citation")?.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}

/** The citation of the claim, with the claim's own address. @param {HTMLElement} note */
function citation(note) {
  const fact = note.id.slice(2);
  const said = document.querySelector(`[id="${fact}"] .statement`)?.textContent ?? document.title;
  const link = /** @type {HTMLAnchorElement} */ (note.querySelector(".permalink a"));
  const address = location.protocol.startsWith("http") ? link.href : `facts/${fact}.html`;
  const title = said.trim();
  let pattern = words.citation ?? "";
  if (/[.?!…][”’"']*$/.test(title)) pattern = pattern.replace("{title}.", "{title}"); // one mark at its end
  return filled(pattern, { title, address });
}

/** @param {HTMLElement} note @param {HTMLAnchorElement} marker */
function popover(note, marker) {
  const copied = /** @type {HTMLElement} */ (note.cloneNode(true));
  const link = copied.querySelector(".permalink");
  const back = copied.querySelector(".back");
  link?.remove();
  back?.remove();
  const close = make("button", { type: "button", className: "close", ariaLabel: words.close }, "×");
  const quote = () => [...note.querySelectorAll(".quote:not(.context)")].map((one) => `“${one.textContent?.trim()}”`).join(" ");
  const box = make("div", { className: "citation", tabIndex: -1, ariaLabel: marker.ariaLabel ?? "" },
    close,
    ...copied.childNodes,
    make("p", { className: "do" },
      copier(words.quote ?? "", quote),
      copier(words.cite ?? "", () => citation(note)),
      ...(link ? link.childNodes : [])));
  box.setAttribute("role", "dialog");
  box.popover = "auto";
  close.addEventListener("click", () => box.hidePopover());
  return box;
}

const GAP = 8;
const LEAST = 160; // of the pop-over's height, however little room a long claim leaves

/** Where in the window the claim of a marker begins and ends: its statement and its speakers. @param {Element} marker */
function claimAround(marker) {
  const whole = marker.closest("li.claim, li.alike, li.row, .introduction > li, .answers > li, .contests .side");
  const item = whole ?? marker.closest("tr, dd, li, p") ?? marker;
  const told = item.querySelectorAll(":scope > .told > *, :scope > .lead, :scope > .statement, :scope > .says");
  const parts = [marker, ...(told.length ? told : [item])].map((one) => one.getBoundingClientRect());
  return { top: Math.min(...parts.map((one) => one.top)), bottom: Math.max(...parts.map((one) => one.bottom)) };
}

/** Under its claim, or above it, wherever there is room, and never over it. On a phone CSS puts it at the foot, or with `above` at the head. @param {HTMLElement} box @param {Element} marker */
function place(box, marker) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const bar = getComputedStyle(box).position === "fixed";
  const gap = bar ? 0 : GAP;
  let claim = claimAround(marker);
  const room = height - (claim.bottom - claim.top) - 2 * GAP - gap;
  box.style.maxHeight = "";
  if (box.offsetHeight > room) box.style.maxHeight = `${Math.max(LEAST, room)}px`;
  const needed = box.offsetHeight + GAP + gap;
  const above = () => claim.top >= needed;
  const below = () => height - claim.bottom >= needed;
  if (!below() && !above()) {
    scrollBy({ top: claim.bottom + needed - height, behavior: "instant" });
    claim = claimAround(marker);
  }
  box.classList.toggle("above", !below() && above());
  if (bar) return;
  const top = below() || !above() ? claim.bottom + GAP : claim.top - box.offsetHeight - GAP;
  const left = Math.max(GAP, Math.min(marker.getBoundingClientRect().left - 16, width - box.offsetWidth - GAP));
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${Math.min(top, Math.max(GAP, height - box.offsetHeight - GAP)) + scrollY}px`;
}

/** @type {{ box: HTMLElement, marker: HTMLAnchorElement } | null} */
let shown = null;
/** The marker that was pressed while its own pop-over was open: pressing it closes. @type {Element | null} */
let closing = null;

document.addEventListener("pointerdown", (event) => {
  closing = shown && event.target instanceof Node && shown.marker.contains(event.target) ? shown.marker : null;
}, true);

document.addEventListener("click", (event) => {
  const marker = /** @type {Element} */ (event.target).closest?.("a[href^='#n-']");
  if (!(marker instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const note = noteOf(marker);
  if (!note || !("popover" in HTMLElement.prototype)) return;
  event.preventDefault();
  const again = closing === marker;
  closing = null;
  if (again) return;
  const box = popover(note, marker);
  marker.after(box);
  box.addEventListener("toggle", (change) => {
    if (/** @type {ToggleEvent} */ (change).newState === "open") return;
    marker.removeAttribute("aria-expanded");
    const focused = document.activeElement;
    if (!focused || focused === document.body || box.contains(focused)) marker.focus({ preventScroll: true });
    box.remove();
    if (shown?.box === box) shown = null;
  });
  box.showPopover();
  shown = { box, marker };
  marker.setAttribute("aria-expanded", "true");
  place(box, marker);
  box.focus({ preventScroll: true });
});

addEventListener("resize", () => { if (shown) place(shown.box, shown.marker); });

// If there is a pop-over, the notes can stay folded. They open if a link leads to one of them,
// and for printing.
if (fold instanceof HTMLDetailsElement && "popover" in HTMLElement.prototype) {
  const wanted = () => location.hash.startsWith("#n-");
  fold.open = wanted();
  if (wanted()) noteOf(/** @type {HTMLAnchorElement} */ (/** @type {unknown} */ (location)))?.scrollIntoView();
}
/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")].filter((one) => one instanceof HTMLDetailsElement);
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
