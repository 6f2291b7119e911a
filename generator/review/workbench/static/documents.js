// The list of all documents, with the gaps in each.

import { get } from "./api.js";
import { byId, make } from "./dom.js";

/**
 * A share as a bar, with its numbers as text.
 * @param {any} one a document
 */
export function share(one) {
  const all = one.characters || 1;
  const percent = (/** @type {number} */ part) => `${Math.floor((1000 * part) / all) / 10}%`;
  const bar = make("span", { className: "bar", "aria-hidden": "true" });
  for (const [name, part] of [["quoted", one.quoted], ["skipped", one.skipped]]) {
    const piece = make("span", { className: name });
    piece.style.width = `${(100 * part) / all}%`;
    bar.append(piece);
  }
  return make("span", { className: "share" }, bar, percent(one.quoted + one.skipped));
}

/** Show the list. */
export async function showDocuments() {
  const found = await get("documents");
  document.title = "Workbench";
  byId("where").textContent = found.site;
  const rows = found.documents.map((/** @type {any} */ one) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("a", { href: `/document/${one.name}` }, one.title), make("span", { className: "hint" }, one.publisher)),
      make("td", { className: "number" }, make("span", { className: "label" }, "Facts "), one.facts.toLocaleString("en")),
      make("td", {}, share(one)),
      make("td", {}, make("span", { className: "label" }, "Gaps "), one.gaps ? make("b", { className: "open" }, one.gaps.toLocaleString("en")) : "none"),
    )
  );
  const head = ["Document", "Facts", "Recorded or skipped", "Gaps"].map((text) => make("th", { scope: "col" }, text));
  byId("main").replaceChildren(
    make("div", { className: "page" },
      make("h1", {}, "Documents"),
      found.problems.length
        ? make("details", { className: "more", open: found.left_out.length > 0 }, make("summary", {}, `The check finds ${found.problems.length === 1 ? "one problem" : `${found.problems.length} problems`} in this project.`), make("ul", { className: "wrong" }, ...found.problems.map((/** @type {string} */ one) => make("li", {}, one))))
        : make("p", { className: "hint" }, "The project passes the check."),
      found.left_out.length > 0 && make("p", { className: "look" }, `Not in this list until the problems above are corrected, and this page is loaded again: ${found.left_out.join(", ")}.`),
      make("table", { className: "documents" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)),
    ),
  );
}
