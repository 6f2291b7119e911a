// The form of a fact: tried as it is filled in, kept in this tab until it is saved.

import { post } from "./api.js";
import { button, freshId, make, say } from "./dom.js";
import { fieldsOf } from "./fields.js";

const PAUSE = 150;

/** @typedef {{ record: any, file: string, replaces: string, version: string, hints: Record<string, string>, links: string[], touched: string[] }} Draft */

/** One fact that is being written. */
export class Form {
  /**
   * @param {{ source: string, title: string, language: string, files: string[], words: any, draft: Draft,
   *   selected: () => Promise<any>, saved: (answer: any) => void, closed: () => void, shown: (id: string, source: string) => void, aside: () => void, renewed: () => any, named: (name: string, use: (ref: string) => void) => void }} given
   */
  constructor(given) {
    this.given = given;
    this.draft = given.draft;
    this.asked = 0;
    this.timer = 0;
    this.trying = false;
    this.again = false;
    this.insisted = false;
    /** @type {any} */
    this.found = { problems: [], elsewhere: [], near: [], yaml: "" };
    this.context = {
      words: given.words, hints: this.draft.hints, links: this.draft.links, language: given.language,
      selected: given.selected, named: given.named,
      changed: (/** @type {(string | number)[]} */ path) => this.#changed(path),
    };
    this.summary = make("p", { className: "verdict", role: "status", "aria-live": "polite" }, "Checking …");
    this.near = make("div", { className: "near" });
    this.yaml = make("pre", { className: "yaml", tabIndex: 0, role: "group", "aria-label": "The record as YAML" });
    this.fields = make("div", { className: "fields" });
    this.element = make("form", { className: "record", "aria-label": this.draft.replaces ? `Change ${this.draft.replaces}` : "New fact", noValidate: true });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.save();
      } else if (event.key === "Escape") this.given.aside();
    });
    this.#draw();
    this.keep();
    this.#try();
  }

  #draw() {
    const { draft, given } = this;
    this.fields.replaceChildren(...fieldsOf(this.context, "Fact", draft.record, []));
    const first = this.fields.querySelector(".of-quote");
    if (first) first.after(this.near);
    this.element.replaceChildren(
      make("header", {},
        make("h2", {}, draft.replaces ? "Change a fact" : "New fact", " ", make("code", {}, draft.record.id ?? "")),
        make("span", { className: "buttons" },
          button("Show the text", () => this.given.aside(), { className: "small narrow" }),
          button("Close", () => this.close(), { className: "small" }))),
      this.summary,
      this.fields,
      make("details", { className: "more" }, make("summary", {}, "As YAML"), this.yaml, copier(() => this.found.yaml)),
      make("footer", {}, make("button", { type: "submit", className: "main", title: "Ctrl+Enter" }, "Save"), draft.replaces ? make("p", { className: "hint" }, `in ${draft.file}`) : this.#fileChoice(given.files)),
    );
  }

  /** Which file the fact goes to. @param {string[]} files */
  #fileChoice(files) {
    const [which, fresh] = [freshId(), freshId()];
    const listed = files.includes(this.draft.file) || !this.draft.file ? files : [...files, this.draft.file];
    const select = make("select", { id: which }, ...listed.map((name) => make("option", { value: name, selected: name === this.draft.file }, name)), make("option", { value: "", selected: !this.draft.file }, "a new file …"));
    const name = make("input", { id: fresh, type: "text", placeholder: "facts-losses.yaml", value: "" });
    const named = make("div", { className: "named", hidden: select.value !== "" }, make("label", { htmlFor: fresh, className: "unseen" }, "Name of the new file"), name);
    const keep = () => {
      named.hidden = select.value !== "";
      this.draft.file = select.value || name.value.trim();
      this.#changed(["file"]);
    };
    select.addEventListener("change", keep);
    name.addEventListener("input", keep);
    return make("div", { className: "file" }, make("label", { htmlFor: which }, "in"), select, named);
  }

  /** @param {(string | number)[]} path */
  #changed(path) {
    const place = path.join(".");
    if (!this.draft.touched.includes(place)) this.draft.touched.push(place);
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#try(), PAUSE);
  }

  /** Keep what is written in this tab. */
  keep() {
    sessionStorage.setItem(`draft ${this.given.source}`, JSON.stringify(this.draft));
  }

  /** Whether something would be lost. */
  get unsaved() {
    return this.draft.touched.length > 0;
  }

  #body() {
    const { record, file, replaces, version } = this.draft;
    return { source: this.given.source, file, record, replaces, version };
  }

  /** Ask what is wrong; one question at a time, and the last one always. */
  async #try() {
    if (this.trying) {
      this.again = true;
      return;
    }
    this.trying = true;
    const mine = this.asked;
    try {
      const found = await post("try", this.#body());
      if (mine === this.asked) this.#tell(found);
    } catch (error) {
      if (mine === this.asked) this.#fail(error);
    }
    this.trying = false;
    if (!this.again) return;
    this.again = false;
    this.#try();
  }

  /** @param {unknown} error */
  #fail(error) {
    this.summary.className = "verdict bad";
    this.summary.textContent = error instanceof Error ? error.message : String(error);
  }

  /** Put each message at its field. @param {any} found */
  #tell(found) {
    this.found = found;
    this.yaml.textContent = found.yaml;
    for (const list of this.element.querySelectorAll("ul.wrong")) list.replaceChildren();
    for (const field of this.element.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
    }
    let wrong = 0, missing = 0;
    for (const problem of found.problems) {
      if (this.#place(problem)) wrong += 1;
      else missing += 1;
    }
    for (const folded of this.element.querySelectorAll("details")) {
      if (folded.querySelector("ul.wrong li:not(.missing)")) folded.open = true;
    }
    for (const [, name] of found.problems.flatMap((/** @type {any} */ one) => [...one.message.matchAll(/`(\w+)`/g)])) {
      const advised = this.fields.querySelector(`:scope > details [data-path="${name}"]`)?.closest("details");
      if (advised) advised.open = true;
    }
    const count = (/** @type {number} */ number, /** @type {string} */ one, /** @type {string} */ many) => `${number} ${number === 1 ? one : many}`;
    const parts = [wrong && count(wrong, "thing to correct", "things to correct"), missing && count(missing, "field still to fill in", "fields still to fill in")].filter(Boolean);
    this.summary.className = `verdict ${wrong ? "bad" : missing ? "" : "good"}`;
    this.summary.replaceChildren(parts.length ? `${parts.join(", ")} ` : "This record passes the check.");
    if (wrong) this.summary.append(button("Go to it", () => this.#lead(), { className: "link" }));
    if (found.elsewhere.length) {
      this.summary.append(make("span", { className: "elsewhere" }, " Problems that it causes elsewhere: ", found.elsewhere.join(" ")));
    }
    this.near.replaceChildren(...(found.near.length ? [make("h3", {}, "Already recorded?"), make("ul", {}, ...found.near.map((/** @type {any} */ one) => make("li", {}, button(one.id, () => this.given.shown(one.id, one.source), { className: "link" }), ` ${one.statement} `, make("span", { className: "hint" }, `${one.why}${one.source === this.given.source ? "" : `, in ${one.source}`}`))))] : []));
  }

  /**
   * Whether a problem is one of something written; a field that is only empty is no mistake yet.
   * @param {any} problem
   */
  #place(problem) {
    const path = problem.path.map(String);
    let at = path.length;
    /** @type {HTMLElement | null} */
    let field = null;
    while (at > 0 && !field) {
      field = this.element.querySelector(`[data-path="${CSS.escape(path.slice(0, at).join("."))}"]`);
      at -= 1;
    }
    const list = (field ?? this.fields).querySelector(":scope > ul.wrong, :scope > .field > ul.wrong") ?? this.fields.querySelector("ul.wrong");
    const control = /** @type {HTMLInputElement | null} */ (field?.querySelector("[data-value]"));
    const empty = !!control && !control.value && control.type !== "checkbox" && !this.insisted && !this.draft.touched.includes(path.join("."));
    const item = make("li", { className: empty ? "missing" : "" }, problem.message);
    list?.append(item);
    if (control && list && !empty) {
      list.id ||= freshId();
      const told = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
      control.setAttribute("aria-describedby", [...new Set([...told, list.id])].join(" "));
      control.setAttribute("aria-invalid", "true");
    }
    return !empty;
  }

  /** Save, or lead to the first thing to correct. */
  async save() {
    clearTimeout(this.timer);
    this.insisted = true;
    this.asked += 1;
    try {
      const found = await post("save", this.#body());
      if (found.saved) {
        sessionStorage.removeItem(`draft ${this.given.source}`);
        sessionStorage.setItem(`file ${this.given.source}`, this.draft.file);
        this.given.saved(found);
        return;
      }
      this.#tell(found);
      this.#lead();
      say(`Not saved: ${found.problems.length} to correct. ${found.problems[0].message}`);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Go to the next thing to correct. */
  #lead() {
    const wrong = [...this.element.querySelectorAll("ul.wrong li")].map((item) => item.closest("[data-path]"));
    const here = wrong.findIndex((field) => field?.contains(document.activeElement));
    const field = wrong[(here + 1) % wrong.length];
    /** @type {HTMLElement | null | undefined} */ (field?.querySelector("[data-value]") ?? field?.querySelector(".buttons button"))?.focus();
  }

  /**
   * Add words to a passage of the record.
   * @param {"quote" | "context" | "attributed_as"} name
   * @param {any} passage
   */
  add(name, passage) {
    const { record } = this.draft;
    record[name] = name === "attributed_as" ? passage : [...(record[name] ?? []), passage];
    this.fields.querySelector(`.of-${name}`)?.dispatchEvent(new CustomEvent("renew"));
    this.#changed([name]);
    say(`Added to ${name === "attributed_as" ? "the credit" : `the ${name}`}: ${passage.exact}`);
  }

  /** Close the form; what was written is lost only if that is meant. */
  close() {
    if (this.unsaved && !confirm("Close, and lose what you wrote?")) return;
    clearTimeout(this.timer);
    this.asked += 1;
    sessionStorage.removeItem(`draft ${this.given.source}`);
    this.given.closed();
  }

  /** Words have been added, and a link to them is offered, if they have one. @param {string} [link] */
  renew(link) {
    if (link) this.draft.links.push(link);
    this.context.words = this.given.renewed();
    this.#draw();
    this.#try();
  }
}

/** A button that copies a text. @param {() => string} text */
export function copier(text) {
  const made = button("Copy as YAML", async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = "Copied";
    setTimeout(() => { made.textContent = "Copy as YAML"; }, 1500);
  }, { className: "small" });
  return made;
}
