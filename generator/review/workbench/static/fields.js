// The fields of a record, made from what the server says that each of them may be.

import { complete } from "./complete.js";
import { button, freshId, make } from "./dom.js";

/** @typedef {(string | number)[]} Path */
/** @typedef {{ name: string, kind: string, many: boolean, of: string, words: string[], list: string, required: boolean }} Spec */
/**
 * What the fields share: the words that may be chosen, and what to do after a change.
 * @typedef {{ words: any, hints: Record<string, string>, links: string[], changed: (path: Path) => void, selected: () => Promise<any>, named: (name: string, use: (ref: string) => void) => void, language: string }} Context
 */

/** What each field is called, besides its name in the file. */
const LABELS = /** @type {Record<string, string>} */ ({
  attributed_to: "Said by", attributed_as: "Words that credit the speaker", via: "Passed on by", when: "When", about: "“about”", number: "Exactly",
  when_as_stated: "When, in the document’s words", said_on: "Said on", said_as_stated: "When it was said, in the document’s words", present: "So when the document was written",
  resolves: "What words mean", inferred: "Inferred from other words", related_facts: "Related facts", as_stated: "In the document’s words", answers: "Answers the question",
  per: "Per", as_of: "As of", exact: "Words", denies: "The speaker denies it", dated: "Dated by evidence", at_least: "At least", more_than: "More than", at_most: "At most", less_than: "Less than",
});
/** What a button adds. */
const ADDED = /** @type {Record<string, string>} */ ({
  quote: "a passage", context: "a passage", attributed_to: "a speaker", attributed_as: "the words", via: "somebody", figures: "a figure", choices: "a choice", topics: "a topic",
  dated: "a date from evidence", relations: "a relation", resolves: "words and their meaning", inferred: "a reason", related_facts: "a related fact", locator: "a place",
  translation: "a translation", facts: "a fact", after: "an earlier fact", before: "a later fact", evidence: "a text", population: "one",
});
const LONG = new Set(["statement", "exact", "note", "because", "text", "says", "as_stated"]);
const VERBATIM = new Set(["exact", "prefix", "suffix", "as_stated", "when_as_stated", "said_as_stated"]);
const AMOUNTS = ["number", "at_least", "more_than", "at_most", "less_than", "between", "words"];
/** Those of a record that few need, or that follow from others. */
const FOLDED = /** @type {Record<string, string[]>} */ ({
  Fact: ["modality", "said_on", "said_as_stated", "present", "dated", "relations", "resolves", "inferred", "related_facts"],
  Exact: ["prefix", "suffix", "locator", "translation"],
  Figure: ["estimated", "currency", "per", "as_of"],
  Relay: ["said_on", "said_as_stated", "dated"],
  RelatedFact: [], Relation: ["from", "to"], Choice: [], Dated: [], Evidence: [], Translation: [],
});
const ORDER = /** @type {Record<string, string[]>} */ ({
  Fact: ["statement", "quote", "context", "attributed_to", "attributed_as", "via", "type", "when", "when_as_stated", "figures", "choices", "topics", "note"],
  Figure: ["as_stated", "about", "unit", "answers", "population", "basis"],
});
/** Those that depend on the question. */
const ASKED = new Set(["population", "basis", "choice"]);
const SELECTED_MOST = 60;
const ENTITY = /^(?:people|units|topics)\//;

/** A name as a label. @param {string} name */
function labelOf(name) {
  return LABELS[name] ?? (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " ");
}

/**
 * The fields of a record, those that few need in a part that can be opened.
 * @param {Context} context
 * @param {string} of the class of the record
 * @param {any} record
 * @param {Path} path
 */
export function fieldsOf(context, of, record, path) {
  /** @type {Map<string, Spec>} */
  const specs = new Map(context.words.records[of].map((/** @type {Spec} */ spec) => [spec.name, spec]));
  const folded = FOLDED[of] ?? [];
  const own = [...specs.keys()].filter((name) => !folded.includes(name) && name !== "id" && !(of === "Figure" && AMOUNTS.includes(name)));
  const order = ORDER[of] ?? own;
  const first = [...order.filter((name) => specs.has(name)), ...own.filter((name) => !order.includes(name))];
  const draw = (/** @type {string} */ name) => fieldOf(context, of, /** @type {Spec} */ (specs.get(name)), record, path);
  const shown = first.map(draw);
  if (of === "Figure") shown.splice(1, 0, amount(context, record, path));
  const given = folded.filter((name) => record[name] !== undefined);
  if (folded.length) {
    shown.push(make("details", { className: "more", open: given.length > 0 }, make("summary", {}, of === "Fact" ? "More fields" : "More"), ...folded.filter((name) => specs.has(name)).map(draw)));
  }
  return shown;
}

/**
 * A field with its label, its hint and room for what is wrong.
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @param {Path} path
 * @returns {HTMLElement}
 */
function fieldOf(context, of, spec, record, path) {
  const here = [...path, spec.name];
  const hint = path.length ? "" : context.hints[spec.name];
  const purpose = context.words.hints[of]?.[spec.name] ?? "";
  if (spec.many || spec.kind === "record" || spec.kind === "map") return group(context, of, spec, record, here, hint, purpose);
  const id = freshId();
  const set = (/** @type {any} */ value) => {
    const before = context.words.questions[record[spec.name]];
    if (value === "" || value === undefined) delete record[spec.name];
    else record[spec.name] = value;
    context.changed(here);
    if (spec.name === "answers" && before !== context.words.questions[value]) field.dispatchEvent(new CustomEvent("renew", { bubbles: true }));
  };
  const control = entry(context, of, spec, record, record[spec.name] ?? "", set, here, id);
  const label = make("label", { htmlFor: id }, labelOf(spec.name), " ", make("code", {}, spec.name));
  const nothing = ASKED.has(spec.name) && !record[spec.name] && wordsFor(context, of, spec, record)?.words.length === 0;
  const field = make("div", { className: `field kind-${spec.kind}`, "data-path": here.join("."), hidden: nothing });
  if (spec.kind === "flag") field.append(make("div", { className: "line" }, control, label));
  else field.append(label, control);
  describe(field, hint, purpose);
  return field;
}

/**
 * Below a field: what to look at, what it is for, and what is wrong with it.
 * @param {HTMLElement} field
 * @param {string} hint
 * @param {string} purpose
 */
function describe(field, hint, purpose) {
  const control = field.querySelector("input, textarea, select");
  const id = freshId();
  if (purpose) {
    control?.setAttribute("aria-describedby", id);
    field.append(make("p", { className: "hint purpose", id }, purpose));
  }
  if (hint) field.append(make("p", { className: "look" }, "Check: ", hint));
  field.append(make("ul", { className: "wrong", id: `${id}-wrong` }));
}

/**
 * The words that a field may have, each with its label.
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @returns {{ open: boolean, words: [string, string][] } | null}
 */
function wordsFor(context, of, spec, record) {
  const asked = context.words.questions[record.answers];
  if ((of === "Figure" || of === "Choice") && ASKED.has(spec.name)) {
    const listed = asked ? Object.entries(asked[spec.name === "choice" ? "choices" : spec.name]) : [];
    return { open: false, words: /** @type {[string, string][]} */ (listed) };
  }
  if (spec.kind === "words") return { open: false, words: spec.words.map((word) => [word, word]) };
  return spec.list ? context.words.lists[spec.list] : null;
}

/**
 * What a value is entered with.
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @param {any} value
 * @param {(value: any) => void} set
 * @param {Path} path
 * @param {string} id
 * @returns {HTMLElement}
 */
function entry(context, of, spec, record, value, set, path, id) {
  const known = { id, "data-value": path.join(".") };
  if (spec.kind === "flag") {
    const box = make("input", { ...known, type: "checkbox", checked: value === "true" });
    box.addEventListener("change", () => set(box.checked ? "true" : ""));
    return box;
  }
  const words = wordsFor(context, of, spec, record);
  if (words && !words.open && words.words.length <= SELECTED_MOST) {
    const listed = words.words.some(([word]) => word === value) || !value ? words.words : [[value, value], ...words.words];
    const choice = make("select", known, make("option", { value: "" }, "–"), ...listed.map(([word, label]) => make("option", { value: word, selected: word === value }, label && label !== word ? `${label} (${word})` : word)));
    choice.addEventListener("change", () => set(choice.value));
    return choice;
  }
  const long = LONG.has(spec.name);
  const field = long ? make("textarea", { ...known, value, rows: spec.name === "statement" ? 3 : 1 }) : make("input", { ...known, type: "text", value });
  if (VERBATIM.has(spec.name)) {
    field.lang = context.language;
    field.dir = "auto";
  }
  field.spellcheck = spec.name === "statement" || spec.name === "note";
  field.addEventListener("input", () => set(field.value));
  if (spec.name === "statement" || spec.name === "note") return linked(context, field, spec.name === "statement");
  if (!words) return field;
  const items = words.words.map(([word, label]) => ({ value: word, label: label || word, also: alsoCalled(context, word) }));
  const list = complete(field, {
    typed: () => field.value,
    items: () => items,
    take: (item) => {
      field.value = item.value;
      set(item.value);
    },
    name: items.some((item) => ENTITY.test(item.value)) ? (typed) => context.named(typed, set) : undefined,
  });
  return make("div", { className: "with-offers" }, field, list);
}

/** The other names of an entity. @param {Context} context @param {string} ref */
function alsoCalled(context, ref) {
  return context.words.spellings.filter((/** @type {[string, string]} */ [, one]) => one === ref).map((/** @type {[string, string]} */ [name]) => name).join(" | ");
}

/**
 * A text in which names are links: after `[[`, names are offered, and those of the quote always.
 * @param {Context} context
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {boolean} offer whether to offer the names in the quote
 */
function linked(context, field, offer) {
  const items = () => context.words.spellings.map((/** @type {[string, string]} */ [name, ref]) => ({ value: ref, label: name }));
  const typed = () => /\[\[([^[\]|]*)$/.exec(field.value.slice(0, field.selectionStart ?? 0))?.[1] ?? null;
  const insert = (/** @type {string} */ text, /** @type {number} */ from) => {
    field.setRangeText(text, from, field.selectionEnd ?? from, "end");
    field.focus();
    field.dispatchEvent(new Event("input"));
  };
  const list = complete(field, {
    typed,
    items,
    take: (item) => insert(`[[${item.value}|${item.label}]]`, (field.selectionStart ?? 0) - (typed()?.length ?? 0) - 2),
  });
  const links = offer ? context.links.map((link) => button(link.slice(link.indexOf("|") + 1, -2), () => insert(link, field.selectionStart ?? 0), { className: "chip", "aria-label": `Insert the link ${link}`, title: link })) : [];
  return make("div", {}, make("div", { className: "with-offers" }, field, list), links.length > 0 && make("p", { className: "chips" }, make("span", { className: "hint" }, "Names in the quote: "), ...links));
}

/**
 * A list, a record within the record, or names with values.
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @param {Path} here
 * @param {string} hint
 * @param {string} purpose
 */
function group(context, of, spec, record, here, hint, purpose) {
  const whole = make("fieldset", { className: `field group of-${spec.name}`, "data-path": here.join(".") });
  const legend = make("legend", {}, labelOf(spec.name), " ", make("code", {}, spec.name));
  const draw = (/** @type {boolean} */ fresh = false) => {
    const at = document.activeElement instanceof HTMLElement && whole.contains(document.activeElement) ? document.activeElement.dataset.value : undefined;
    whole.replaceChildren(legend, ...(ASKED.has(spec.name) ? checks : rows)(context, of, spec, record, here, draw));
    whole.hidden = ASKED.has(spec.name) && !whole.querySelector("input");
    if (at) /** @type {HTMLElement | null} */ (whole.querySelector(`[data-value="${CSS.escape(at)}"]`))?.focus();
    describe(whole, hint, whole.querySelector("[data-value]") ? "" : purpose);
    if (fresh) /** @type {HTMLElement | null | undefined} */ ([...whole.querySelectorAll(":scope > .item")].at(-1)?.querySelector("[data-value]"))?.focus();
  };
  whole.addEventListener("renew", (event) => {
    event.stopPropagation();
    draw();
  });
  draw();
  return whole;
}

/**
 * The words of a list, each to be ticked.
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @param {Path} here
 * @returns {HTMLElement[]}
 */
function checks(context, of, spec, record, here) {
  const given = record[spec.name] ?? [];
  const listed = wordsFor(context, of, spec, record)?.words ?? [];
  const strange = given.filter((/** @type {string} */ word) => !listed.some(([one]) => one === word));
  return [...listed, ...strange.map((/** @type {string} */ word) => [word, word])].map(([word, label]) => {
    const id = freshId();
    const box = make("input", { id, type: "checkbox", checked: given.includes(word), "data-value": here.join(".") });
    box.addEventListener("change", () => {
      const now = (record[spec.name] ?? []).filter((/** @type {string} */ one) => one !== word);
      if (box.checked) now.push(word);
      if (now.length) record[spec.name] = now;
      else delete record[spec.name];
      context.changed(here);
    });
    return make("div", { className: "line" }, box, make("label", { htmlFor: id }, label, " ", make("code", {}, word)));
  });
}

/**
 * @param {Context} context
 * @param {string} of
 * @param {Spec} spec
 * @param {any} record
 * @param {Path} here
 * @param {(fresh?: boolean) => void} draw
 * @returns {HTMLElement[]}
 */
function rows(context, of, spec, record, here, draw) {
  const changed = (fresh = false) => {
    context.changed(here);
    draw(fresh);
  };
  if (spec.kind === "map") return pairs(spec, record, here, context, changed);
  const values = spec.many ? record[spec.name] ?? [] : record[spec.name] === undefined ? [] : [record[spec.name]];
  const remove = (/** @type {number} */ number) => {
    if (spec.many && values.length > 1) values.splice(number, 1);
    else delete record[spec.name];
    changed();
  };
  const add = (/** @type {any} */ value) => {
    if (spec.many) record[spec.name] = [...values, value];
    else record[spec.name] = value;
    changed(true);
  };
  const drawn = values.map((/** @type {any} */ value, /** @type {number} */ number) => {
    const path = spec.many ? [...here, number] : here;
    const away = button("×", () => remove(number), { className: "away", "aria-label": `Remove ${labelOf(spec.name)}${spec.many ? ` ${number + 1}` : ""}` });
    if (spec.kind === "record") return make("div", { className: "item", "data-path": path.join(".") }, away, ...fieldsOf(context, spec.of, value, path));
    const id = freshId();
    const set = (/** @type {any} */ one) => {
      record[spec.name][number] = one;
      context.changed(path);
    };
    const control = entry(context, of, spec, record, value, set, path, id);
    (control.querySelector("[data-value]") ?? control).setAttribute("aria-label", `${labelOf(spec.name)} ${number + 1}`);
    return make("div", { className: "item one", "data-path": path.join(".") }, control, away, make("ul", { className: "wrong" }));
  });
  const buttons = [];
  if (spec.many || !values.length) {
    if (spec.of === "Exact") {
      buttons.push(button(`Use the selected words`, () => context.selected().then((found) => found && add(found)), { className: "small", "aria-label": `Use the selected words: ${labelOf(spec.name)}` }));
    }
    buttons.push(button(spec.of === "Exact" ? "Type them" : `Add ${ADDED[spec.name] ?? "one"}`, () => add(spec.kind === "record" ? {} : ""), { className: "small", "aria-label": spec.of === "Exact" ? `Type them: ${labelOf(spec.name)}` : undefined }));
  } else if (spec.of === "Exact") {
    buttons.push(button("Use the selected words instead", () => context.selected().then((found) => {
      if (!found) return;
      record[spec.name] = found;
      changed(true);
    }), { className: "small" }));
  }
  return [...drawn, make("p", { className: "buttons" }, ...buttons)];
}

/**
 * Names with values, each in a row.
 * @param {Spec} spec
 * @param {any} record
 * @param {Path} here
 * @param {Context} context
 * @param {(fresh?: boolean) => void} changed
 */
function pairs(spec, record, here, context, changed) {
  const listed = Object.entries(record[spec.name] ?? {});
  const put = (/** @type {[string, any][]} */ entries) => {
    if (entries.length) record[spec.name] = Object.fromEntries(entries);
    else delete record[spec.name];
  };
  const drawn = listed.map(([name, value], number) => {
    const path = [...here, name];
    const key = make("input", { type: "text", value: name, placeholder: spec.name === "resolves" ? "these words" : "this field", "aria-label": `${labelOf(spec.name)}, name ${number + 1}`, "data-value": path.join(".") });
    const what = make("input", { type: "text", value, placeholder: spec.name === "resolves" ? "mean this" : "for this reason", "aria-label": `${labelOf(spec.name)}, value ${number + 1}` });
    const keep = () => {
      listed[number] = [key.value, what.value];
      put(listed);
      context.changed(path);
    };
    key.addEventListener("input", keep);
    what.addEventListener("input", keep);
    const items = context.words.spellings.map((/** @type {[string, string]} */ [label, ref]) => ({ value: ref, label }));
    const offers = spec.name === "resolves" ? complete(what, { typed: () => what.value, items: () => items, take: (item) => {
      what.value = item.value;
      keep();
    }, name: (typed) => context.named(typed, (ref) => {
      what.value = ref;
      keep();
    }) }) : null;
    const away = button("×", () => {
      put(listed.filter((_, one) => one !== number));
      changed();
    }, { className: "away", "aria-label": `Remove ${labelOf(spec.name)} ${number + 1}` });
    return make("div", { className: "item pair", "data-path": path.join(".") }, key, make("div", { className: "with-offers" }, what, offers), away, make("ul", { className: "wrong" }));
  });
  const more = button(`Add ${ADDED[spec.name] ?? "one"}`, () => {
    put([...listed, ["", ""]]);
    changed(true);
  }, { className: "small" });
  return [...drawn, make("p", { className: "buttons" }, more)];
}

/**
 * How much a figure says: one of several fields, and its value.
 * @param {Context} context
 * @param {any} figure
 * @param {Path} path
 */
function amount(context, figure, path) {
  const given = AMOUNTS.find((name) => figure[name] !== undefined) ?? "number";
  const [first, second] = [freshId(), freshId()];
  const kind = make("select", { id: first }, ...AMOUNTS.map((name) => make("option", { value: name, selected: name === given }, `${labelOf(name)} (${name})`)));
  const value = figure[given];
  const field = make("input", { id: second, type: "text", value: Array.isArray(value) ? value.join(", ") : value ?? "", "data-value": [...path, given].join(".") });
  const keep = () => {
    for (const name of AMOUNTS) delete figure[name];
    const parts = field.value.split(/\s*,\s*/);
    if (field.value) figure[kind.value] = kind.value === "between" ? [parts[0], parts[1] ?? ""] : field.value;
    whole.setAttribute("data-path", [...path, kind.value].join("."));
    field.setAttribute("data-value", [...path, kind.value].join("."));
    context.changed(path);
  };
  const whole = make("div", { className: "field amount", "data-path": [...path, given].join(".") },
    make("label", { htmlFor: first }, "How much"), kind, make("label", { htmlFor: second, className: "unseen" }, "The amount"), field);
  kind.addEventListener("change", keep);
  field.addEventListener("input", keep);
  describe(whole, "", "Digits only, such as 70000. Two numbers with a comma for “between”.");
  return whole;
}
