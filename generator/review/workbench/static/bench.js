// The workbench: the list of documents, or one document with the fact that is being written.

import { get, post } from "./api.js";
import { share, showDocuments } from "./documents.js";
import { button, byId, make, say } from "./dom.js";
import { entityDialog, facts, help, questionDialog, skipping } from "./panel.js";
import { Form } from "./record.js";
import { Text } from "./text.js";

/** A name has so many words at most: a longer selection is a sentence. */
const NAME_MOST = 5;

/** Where a document is worked on. */
class Desk {
  /**
   * @param {string} source
   * @param {any} shown
   * @param {any} words
   */
  constructor(source, shown, words) {
    this.source = source;
    this.shown = shown;
    this.words = words;
    /** @type {Form | null} */
    this.form = null;
    this.side = make("aside", { className: "side", id: "side", "aria-label": "The record" });
    this.progress = make("p", { className: "progress" });
    this.text = new Text(shown, {
      chosen: () => this.#chosen(),
      open: (ids) => this.openFacts(ids),
      key: (key) => this.#key(key),
    });
    this.record = button("Record", () => this.begin(), { className: "main" });
    this.skip = button("Skip", () => this.startSkipping(), {});
    this.adder = make("div", { className: "adder", role: "group", "aria-label": "The selected words", hidden: true });
    this.adder.addEventListener("pointerdown", (event) => event.preventDefault());
    this.adder.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.text.element.focus();
    });
    this.bar = make("div", { className: "tools", role: "toolbar", "aria-label": "Work on the text" },
      this.record, this.skip,
      button("‹ Gap", () => this.text.goToGap(-1), { "aria-label": "Previous gap", title: "Previous gap (p)" }),
      button("Gap ›", () => this.text.goToGap(1), { "aria-label": "Next gap", title: "Next gap (n)" }),
      button("New name", () => this.newEntity(), { title: "A new person, unit or topic" }),
      button("New question", () => this.newQuestion(), { title: "A question that facts answer" }),
      this.progress);
    byId("main").replaceChildren(make("div", { className: "desk" },
      make("section", { className: "document", "aria-labelledby": "title" },
        make("h1", { id: "title" }, shown.title),
        make("p", { className: "unseen", id: "text-help" }, "Arrow keys move by word and by sentence. With Shift, they select. Enter records the selection. n and p go to the next and the previous gap."),
        this.bar, make("div", { className: "sheet" }, this.text.element, this.adder)),
      this.side), this.text.tip);
    addEventListener("resize", () => this.#offer());
    addEventListener("beforeunload", (event) => {
      if (this.form?.unsaved) event.preventDefault();
    });
    this.#chosen();
    this.#tally();
    const kept = sessionStorage.getItem(`draft ${source}`);
    if (kept) this.open(JSON.parse(kept));
    else this.rest();
  }

  #tally() {
    const { gaps } = this.shown;
    this.progress.replaceChildren(share(this.shown), gaps ? `, ${gaps} ${gaps === 1 ? "gap" : "gaps"}` : ", no gaps");
  }

  #chosen() {
    const none = !this.text.span;
    this.record.disabled = none && !this.form;
    this.skip.disabled = none || !!this.form;
    this.record.textContent = this.form ? "Back to the record" : "Record";
    this.#offer();
  }

  /** What can be done with the selected words, beside them. */
  #offer() {
    const span = this.text.span;
    const box = span && this.text.range(span)?.getBoundingClientRect();
    const sheet = this.adder.parentElement?.getBoundingClientRect();
    this.adder.hidden = !box;
    if (!box || !sheet) return;
    const add = (/** @type {"quote" | "context" | "attributed_as"} */ name, /** @type {string} */ label) =>
      button(label, async () => {
        const found = await this.#selected();
        if (found) this.form?.add(name, found);
        this.text.clear();
        this.text.element.focus({ preventScroll: true });
      });
    this.adder.replaceChildren(...(this.form
      ? [add("quote", "Add to the quote"), add("context", "Add to the context"), add("attributed_as", "Credits the speaker")]
      : [button("Record", () => this.begin(), { className: "main", "aria-label": "Record these words" }), button("Skip", () => this.startSkipping(), { "aria-label": "Skip these words" })]));
    this.adder.style.top = `${box.bottom - sheet.top + 6}px`;
    this.adder.style.left = `${Math.max(0, Math.min(box.left - sheet.left, sheet.width - this.adder.offsetWidth))}px`;
  }

  /** @param {string} key */
  #key(key) {
    if (key === "Enter" && this.text.span && !this.form) this.begin();
    else if (key === "Enter" && this.text.span) this.adder.querySelector("button")?.focus();
    else if (key === "Enter" && this.form) this.begin();
    else return false;
    return true;
  }

  /** @param {HTMLElement[]} parts */
  #put(...parts) {
    this.side.replaceChildren(...parts);
    this.side.classList.add("busy");
    document.body.classList.add("busy");
  }

  /** Show how to begin. */
  rest() {
    this.form = null;
    this.side.replaceChildren(help(this.shown));
    this.side.classList.remove("busy");
    document.body.classList.remove("busy");
    this.#chosen();
  }

  /** Begin a fact from the words that are chosen, or go back to the one that is begun. */
  async begin() {
    if (this.form) {
      document.body.classList.add("busy");
      return this.form.element.querySelector("textarea")?.focus();
    }
    if (!this.text.span) return;
    try {
      const begun = await post("begin", { source: this.source, ...this.text.span });
      const file = sessionStorage.getItem(`file ${this.source}`) ?? this.shown.files.at(-1) ?? "facts.yaml";
      this.open({ ...begun, file, replaces: "", version: "", touched: [] });
    } catch (error) {
      this.#complain(error);
    }
  }

  /** @param {any} draft */
  open(draft) {
    this.form = new Form({
      source: this.source, title: this.shown.title, language: this.shown.language, files: this.shown.files, words: this.words, draft,
      selected: () => this.#selected(),
      saved: (answer) => this.#saved(answer),
      closed: () => {
        this.rest();
        this.text.element.focus();
      },
      shown: (id, source) => open(source === this.source ? `#${id}` : `/document/${source}#${id}`, "_blank", "noopener"),
      aside: () => {
        document.body.classList.remove("busy");
        this.#offer();
        this.text.element.focus();
      },
      renewed: () => this.words,
      named: (name, use) => this.newEntity(name, use),
    });
    this.#put(this.form.element);
    this.#chosen();
    this.form.element.querySelector("textarea")?.focus({ preventScroll: innerWidth > 900 });
    say("A record has been started. Write the statement.");
  }

  /** The selected words as a passage. */
  async #selected() {
    if (!this.text.span) {
      say("Select words in the text first.");
      document.body.classList.remove("busy");
      this.text.element.focus();
      return null;
    }
    try {
      return await post("passage", { source: this.source, ...this.text.span });
    } catch (error) {
      this.#complain(error);
      return null;
    }
  }

  /** @param {any} answer */
  async #saved(answer) {
    await this.#renew();
    this.rest();
    this.side.prepend(make("div", { className: "verdict good" }, "Saved ", make("code", {}, answer.saved), ` in ${answer.path}. `, make("span", { className: "buttons" }, button("See it", () => this.openFacts([answer.saved]), { className: "small" }), this.shown.gaps > 0 && button("Next gap", () => this.text.goToGap(1), { className: "small" }))));
    this.text.element.focus({ preventScroll: true });
    say(`Saved ${answer.saved} in ${answer.path}`);
  }

  async #renew() {
    [this.shown, this.words] = await Promise.all([get(`document/${this.source}`), get("words")]);
    this.text.renew(this.shown);
    this.#tally();
  }

  /** @param {string[]} ids */
  async openFacts(ids) {
    if (this.form) return say("Save or close the record first.");
    try {
      this.#put(await facts(this.shown, ids, (found) => this.open({ record: found.record, file: found.file, replaces: found.record.id, version: found.version, hints: {}, links: [], touched: [] }), () => {
        this.rest();
        this.text.element.focus();
      }));
      this.side.querySelector("button")?.focus();
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Say why the chosen words make no claim. */
  startSkipping() {
    const span = this.text.span;
    if (!span) return;
    const words = this.text.wordsIn(span);
    this.#put(skipping(words, this.text.count(words), async (reason, everywhere) => {
      const answer = await post("skip", { source: this.source, ...span, reason, everywhere });
      await this.#renew();
      this.rest();
      say(`Skipped, in ${answer.saved}`);
      this.text.goToGap(1);
    }, () => {
      this.rest();
      this.text.element.focus();
    }));
    this.side.querySelector("input")?.focus();
  }

  /** The selected words, unless they are too many for a name. */
  #nameSelected() {
    const words = this.text.span ? this.text.wordsIn(this.text.span) : "";
    return words.split(/\s+/).length <= NAME_MOST ? words : "";
  }

  /**
   * Write the file of somebody or something new.
   * @param {string} [name]
   * @param {(ref: string) => void} [use] what to do with the reference
   */
  newEntity(name = this.#nameSelected(), use) {
    entityDialog(this.words, name, async (ref, called) => {
      this.words = await get("words");
      use?.(ref);
      this.form?.renew(`[[${ref}|${called.trim()}]]`);
      say(`${ref} is there now`);
    });
  }

  /** Write the file of a new question. */
  newQuestion() {
    questionDialog(this.words.units, async (ref) => {
      this.words = await get("words");
      this.form?.renew();
      say(`${ref} is there now; name it under “answers”`);
    });
  }

  /** @param {unknown} error */
  #complain(error) {
    const message = error instanceof Error ? error.message : String(error);
    this.side.querySelector(".complaint")?.remove();
    this.side.prepend(make("p", { className: "verdict bad complaint", role: "alert" }, message));
  }
}

/** Show what the address names. */
async function start() {
  try {
    const [, where, name] = location.pathname.split("/");
    if (where !== "document" || !name) return await showDocuments();
    const [shown, words] = await Promise.all([get(`document/${name}`), get("words")]);
    document.title = `${shown.title}: workbench`;
    byId("where").textContent = shown.publisher;
    const desk = new Desk(name, shown, words);
    const fact = location.hash.slice(1);
    if (fact in shown.claims && !desk.form) await desk.openFacts([fact]);
  } catch (error) {
    byId("main").replaceChildren(make("p", { className: "verdict bad", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

await start();
