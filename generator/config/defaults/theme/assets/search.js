"use strict";
// The search field in the head of every page. The search is loaded only when a reader goes to
// the field; until then, the field leads to the page of the search. Without scripts, it leads to the
// index of all names.
{
  const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const policy = globalThis.trustedTypes?.createPolicy("attested", {
    createScriptURL: (address) => {
      if (!address.startsWith(root.href)) throw new TypeError(address);
      return address;
    },
  });
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.search"));
  const field = form?.querySelector("input");
  if (form) form.action = new URL("search/index.html", root).href;

  /** A script of the site, once it has run. @param {string} path @returns {Promise<void>} */
  const load = (path) => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { async: false });
    const address = new URL(path, root).href;
    script.src = /** @type {string} */ (policy?.createScriptURL(address) ?? address);
    script.addEventListener("load", () => { script.remove(); resolve(); });
    script.addEventListener("error", () => { script.remove(); reject(new Error(path)); });
    document.head.append(script);
  });

  globalThis.attestedSearch = /** @type {Search} */ ({ root, load, form, field });

  const here = document.getElementById("find");
  /** @type {Promise<unknown> | undefined} */
  let coming;
  const come = () => {
    coming ??= Promise.all(["minisearch", "spelling", "words", "tables", "names", "find", "results", here ? "page" : "box"].map((part) => load(`assets/search/${part}.js`)));
    return coming.catch(() => { coming = undefined; });
  };
  field?.addEventListener("focus", come);
  field?.addEventListener("input", come);
  if (here || document.activeElement === field) come();

  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select"))) return;
    event.preventDefault();
    field?.focus();
    field?.select();
  });
}
