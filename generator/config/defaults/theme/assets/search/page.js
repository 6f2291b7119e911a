"use strict";
// The page of a search: the field, the filters, and all results. Its address contains the search.
{
  const search = globalThis.attestedSearch;
  const { make } = search;
  const form = /** @type {HTMLFormElement} */ (search.form);
  const field = /** @type {HTMLInputElement} */ (search.field);
  const here = /** @type {HTMLElement} */ (document.getElementById("find"));
  const NAMES = 12;
  const FACTS = 30;
  const KINDS = ["people", "units", "topics", "questions", "sources"];

  /** @type {Record<string, any>} */ let words = {};
  /** @type {Record<string, HTMLSelectElement | HTMLInputElement>} */ const filters = {};
  let asked = 0;
  let wait = 0;

  const status = make("p", "find__status hint");
  status.setAttribute("role", "status");
  const results = make("div", "");

  /** @param {string} name @param {string} label @param {HTMLSelectElement | HTMLInputElement} control */
  const labelled = (name, label, control) => {
    control.name = name;
    filters[name] = control;
    return make("label", "", make("span", "hint", label), control);
  };

  /** @template {HTMLElement} E @param {[string, string][]} choices @param {E} into */
  const choice = (choices, into) => {
    into.append(...choices.map(([value, label]) => Object.assign(make("option", "", label), { value })));
    return into;
  };

  const year = () => Object.assign(document.createElement("input"), { type: "number", min: "-9999", max: "9999", inputMode: "numeric" });

  /** @param {string} label @param {[string, string][]} choices */
  const optgroup = (label, choices) => choice(choices, Object.assign(document.createElement("optgroup"), { label }));

  const build = async () => {
    const known = await search.filters();
    const kind = choice([["", words.any_kind]], make("select", ""));
    kind.append(
      optgroup(words.all_names, [["names", words.all_names], ...KINDS.map((one) => /** @type {[string, string]} */ ([one, words[one]]))]),
      optgroup(words.all_facts, [["facts", words.all_facts], ...known.types]));
    const source = choice([["", words.any_source], ...known.sources], make("select", ""));
    const by = choice([["", words.any_claimant], ...known.claimants], make("select", ""));
    const clear = Object.assign(make("button", "", words.clear), { type: "button" });
    clear.addEventListener("click", () => {
      for (const one of Object.values(filters)) one.value = "";
      ask();
    });
    const box = make("div", "find__filters",
      labelled("kind", words.kind, kind),
      labelled("source", words.source, source),
      labelled("by", words.claimant, by),
      labelled("from", words.after, year()),
      labelled("to", words.before, year()),
      clear);
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words.filters);
    form.classList.add("search--page");
    form.append(box);
    here.replaceChildren(form, status, results);
    box.addEventListener("input", soon);
  };

  const state = () => Object.fromEntries([["q", field.value.trim()], ...Object.entries(filters).map(([name, one]) => [name, one.value])]);

  const read = () => {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") ?? "";
    for (const [name, one] of Object.entries(filters)) one.value = given.get(name) ?? "";
  };

  /**
   * A list under a heading, so many at a time.
   * @param {string} heading @param {number[]} numbers @param {number} most
   * @param {(numbers: number[]) => Promise<Row[]>} rowsOf @param {(row: Row) => Node} item
   */
  const section = async (heading, numbers, most, rowsOf, item) => {
    if (!numbers.length) return [];
    const list = make("ol", "find__list");
    const more = Object.assign(make("button", "", words.more), { type: "button" });
    const grow = async () => {
      const from = list.childElementCount;
      const rows = await rowsOf(numbers.slice(from, from + most));
      list.append(...rows.map((row) => make("li", "", item(row))));
      more.hidden = list.childElementCount >= numbers.length;
      if (from) list.children[from]?.querySelector("a")?.focus();
    };
    more.addEventListener("click", grow);
    await grow();
    return [make("h2", "", heading), list, more];
  };

  const ask = async () => {
    const turn = ++asked;
    const now = state();
    try {
      history.replaceState(null, "", search.address(now));
    } catch {
      // Some browsers keep the address of a file as it is.
    }
    if (Object.values(now).every((one) => !one)) {
      status.textContent = words.hint;
      results.replaceChildren();
      return;
    }
    document.title = now.q ? `${now.q} · ${words.title}` : words.title;
    status.textContent = words.searching;
    try {
      await show(now, turn);
    } catch {
      if (turn === asked) status.textContent = words.failed;
    }
  };

  /** @param {Record<string, string>} now @param {number} turn */
  const show = async (now, turn) => {
    const isName = now.kind === "names" || KINDS.includes(now.kind);
    const types = now.kind && !isName && now.kind !== "facts" ? [now.kind] : [];
    const filter = { types, source: now.source, by: now.by, from: Number(now.from), to: Number(now.to) };
    const found = await search.find(now.q, filter);
    if (isName) found.facts = [];
    else if (now.kind || now.source || now.by || now.from || now.to) found.names = found.guesses = [];
    if (KINDS.includes(now.kind)) {
      for (const list of /** @type {const} */ (["names", "guesses"])) {
        const rows = await search.shown(found[list].map((one) => one.number));
        found[list] = found[list].filter((_, at) => rows[at][0].startsWith(`${now.kind}/`));
      }
    }
    if (turn !== asked) return;
    const number = (/** @type {{number: number}} */ one) => one.number;
    const name = (/** @type {Row} */ row) => search.named(row, now.q, words);
    const parts = await Promise.all([
      section(search.counted(found.names.length, words.names), found.names.map(number), NAMES, search.shown, name),
      section(words.perhaps, found.guesses.map(number), NAMES, search.shown, name),
      section(search.counted(found.facts.length, words.facts), found.facts, FACTS, search.texts, (row) => search.told(row, found.words)),
    ]);
    if (turn !== asked) return;
    const [meant] = search.meant(found);
    const nothing = parts.every((part) => !part.length);
    results.replaceChildren(
      ...(meant ? [make("p", "", words.meant, " ", meant)] : []),
      ...parts.flat(),
      ...(nothing ? [make("p", "", words.instead), make("ul", "", ...search.ways(words).map((one) => make("li", "", one)))] : []));
    status.textContent = search.summary(found, now.q, words);
  };

  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 120);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    ask();
  });
  field.addEventListener("input", soon);
  addEventListener("popstate", () => { read(); ask(); });

  search.begin().then(async (start) => {
    words = start.words;
    await build();
    read();
    await ask();
  }).catch(() => { here.prepend(words.failed ?? ""); });
}
