// What stands beside the text while no fact is being written.

import { get, post } from "./api.js";
import { button, freshId, make } from "./dom.js";
import { copier } from "./record.js";

/** How to begin. @param {any} shown the document */
export function help(shown) {
  const key = (/** @type {string} */ name) => make("kbd", {}, name);
  return make("section", { className: "help" },
    make("h2", {}, "Record a fact"),
    make("p", {}, "Select the words that make the claim, with the mouse or the keys below, then press ", key("Enter"), " or “Record”. One claim by one speaker is one fact."),
    make("dl", {},
      ...[
        [["←", "→"], "move by a word"], [["↓", "↑"], "move by a sentence"], [["Home", "End"], "go to an end of the paragraph"],
        [["Shift"], "with any of these: select"], [["s"], "select the sentence"], [["n", "p"], "next or previous gap"],
        [["Enter"], "record the selection, or open the fact under the cursor"], [["Esc"], "select nothing; from a record, back to the text"],
      ].flatMap(([keys, what]) => [make("dt", {}, .../** @type {string[]} */ (keys).map(key)), make("dd", {}, /** @type {string} */ (what))])),
    make("p", { className: "hint" }, "The keys work in the text. In a screen reader, turn on its focus mode there."),
    make("ul", { className: "legend" },
      make("li", {}, make("mark", { className: "quoted" }, "recorded"), " a fact rests on these words"),
      make("li", {}, make("mark", { className: "quoted several" }, "twice"), " several facts rest on these words"),
      make("li", {}, make("mark", { className: "skipped" }, "skipped"), " the words make no claim"),
      make("li", {}, make("mark", { className: "gap" }, "gap"), " neither recorded nor skipped yet")),
    shown.unplaced.length > 0 && make("p", { className: "look" }, `${shown.unplaced.length} facts are not found in the text: ${shown.unplaced.join(", ")}. Run “check”.`));
}

/**
 * Facts that are recorded.
 * @param {any} shown the document
 * @param {string[]} ids
 * @param {(found: any) => void} edit
 * @param {() => void} close
 */
export async function facts(shown, ids, edit, close) {
  const found = await Promise.all(ids.map((id) => get(`fact/${id}`)));
  return make("section", { className: "facts" },
    make("header", {}, make("h2", {}, ids.length > 1 ? `${ids.length} facts rest on these words` : "Recorded"), button("Close", close, { className: "small" })),
    ...found.map((one) => make("article", {},
      make("h3", {}, make("code", {}, one.record.id)),
      make("p", { className: "statement" }, one.record.statement.replaceAll(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")),
      make("p", {}, `Said by ${shown.claims[one.record.id]?.says ?? "…"}`),
      make("p", { className: "hint" }, [one.record.type, one.record.when ?? one.record.when_as_stated, one.file].filter(Boolean).join(" · ")),
      make("details", { className: "more" }, make("summary", {}, "As YAML"), make("pre", { className: "yaml", tabIndex: 0, role: "group", "aria-label": `${one.record.id} as YAML` }, one.yaml)),
      make("p", { className: "buttons" }, button("Change", () => edit(one), { className: "small" }), copier(() => one.yaml)))));
}

/**
 * Words that make no claim.
 * @param {string} words
 * @param {number} times how often the document has them
 * @param {(reason: string, everywhere: boolean) => Promise<void>} skip
 * @param {() => void} close
 */
export function skipping(words, times, skip, close) {
  const id = freshId();
  const reason = make("input", { id, type: "text", list: `${id}-list`, required: true });
  const wrong = make("p", { className: "verdict bad", role: "alert", hidden: true });
  const everywhere = make("input", { id: `${id}-all`, type: "checkbox" });
  const form = make("form", { className: "skip", noValidate: true },
    make("header", {}, make("h2", {}, "Skip these words"), button("Close", close, { className: "small" })),
    make("blockquote", {}, words),
    make("div", { className: "field" }, make("label", { htmlFor: id }, "Why they make no claim"), reason,
      make("datalist", { id: `${id}-list` }, ...["heading", "byline", "caption", "menu of the web page", "page number"].map((value) => make("option", { value })))),
    times > 1 && make("div", { className: "field kind-flag" }, make("div", { className: "line" }, everywhere, make("label", { htmlFor: `${id}-all` }, `Everywhere in the document (${times} times)`))),
    wrong,
    make("p", { className: "buttons" }, make("button", { type: "submit", className: "main" }, "Skip")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await skip(reason.value, everywhere.checked);
    } catch (error) {
      wrong.hidden = false;
      wrong.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  return form;
}

/**
 * A new person, unit or topic, in a dialog.
 * @param {any} words
 * @param {string} name
 * @param {(ref: string, name: string) => void} done
 */
export function entityDialog(words, name, done) {
  const ids = [freshId(), freshId(), freshId(), freshId()];
  const kind = make("select", { id: ids[0] }, ...[["people", "a person"], ["units", "a unit (an organised body)"], ["topics", "a topic (an event, a place, a theme)"]].map(([value, label]) => make("option", { value }, label)));
  const called = make("input", { id: ids[1], type: "text", value: name });
  const aliases = make("textarea", { id: ids[2], rows: 2 });
  const subkind = make("select", { id: ids[3] });
  const wrong = make("p", { className: "verdict bad", role: "alert", hidden: true });
  const dialog = make("dialog", { "aria-labelledby": `${ids[0]}-title` });
  const form = make("form", { noValidate: true },
    make("h2", { id: `${ids[0]}-title` }, "New person, unit or topic"),
    ...[["What it is", kind, ids[0]], ["Name", called, ids[1]], ["Other spellings, one on a line", aliases, ids[2]], ["Kind", subkind, ids[3]]].map(([label, control, id]) =>
      make("div", { className: "field" }, make("label", { htmlFor: id }, /** @type {string} */ (label)), /** @type {HTMLElement} */ (control))),
    make("p", { className: "hint" }, "Only names: nothing that needs proof."),
    wrong,
    make("p", { className: "buttons" }, make("button", { type: "submit", className: "main" }, "Write the file"), button("Cancel", () => dialog.close(), { className: "small" })));
  const list = () => {
    const kinds = Object.entries(words.subkinds[kind.value] ?? {});
    subkind.replaceChildren(make("option", { value: "" }, "–"), ...kinds.map(([value, label]) => make("option", { value }, label)));
    /** @type {HTMLElement} */ (subkind.closest(".field")).hidden = kinds.length === 0;
  };
  kind.addEventListener("change", list);
  list();
  opened(dialog, form, wrong, () => {
    const spellings = lines(aliases);
    return post("entity", { kind: kind.value, name: called.value, aliases: spellings, subkind: subkind.value });
  }, (ref) => done(ref, called.value));
}

/**
 * The lines of a text box that are not empty.
 * @param {HTMLTextAreaElement} box
 */
function lines(box) {
  return box.value.split("\n").map((one) => one.trim()).filter(Boolean);
}

/**
 * Open a dialog. It closes once what its form sends is written; until then it says what is wrong.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLFormElement} form
 * @param {HTMLElement} wrong
 * @param {() => Promise<{ref: string}>} send
 * @param {(ref: string) => void} done
 */
function opened(dialog, form, wrong, send, done) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await send();
      dialog.close();
      done(answer.ref);
    } catch (error) {
      wrong.hidden = false;
      wrong.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * A new question, in a dialog.
 * @param {Record<string, string>} units what may be counted
 * @param {(ref: string) => void} done
 */
export function questionDialog(units, done) {
  const ids = [freshId(), freshId(), freshId()];
  const title = make("input", { id: ids[0], type: "text" });
  const unit = make("select", { id: ids[1] }, make("option", { value: "" }, "nothing: the answer is not a number"), ...Object.entries(units).map(([value, label]) => make("option", { value }, label)));
  const choices = make("textarea", { id: ids[2], rows: 3 });
  const wrong = make("p", { className: "verdict bad", role: "alert", hidden: true });
  const dialog = make("dialog", { "aria-labelledby": `${ids[0]}-title` });
  const form = make("form", { noValidate: true },
    make("h2", { id: `${ids[0]}-title` }, "New question"),
    ...[["Question", title, ids[0]], ["What is counted", unit, ids[1]], ["Possible answers, one on a line", choices, ids[2]]].map(([label, control, id]) =>
      make("div", { className: "field" }, make("label", { htmlFor: id }, /** @type {string} */ (label)), /** @type {HTMLElement} */ (control))),
    make("p", { className: "hint" }, "The file has hints for the rest, such as whom the answers count."),
    wrong,
    make("p", { className: "buttons" }, make("button", { type: "submit", className: "main" }, "Write the file"), button("Cancel", () => dialog.close(), { className: "small" })));
  unit.addEventListener("change", () => {
    /** @type {HTMLElement} */ (choices.closest(".field")).hidden = unit.value !== "";
  });
  opened(dialog, form, wrong, () => {
    const given = unit.value ? [] : lines(choices);
    return post("question", { title: title.value, unit: unit.value, choices: given });
  }, done);
}
