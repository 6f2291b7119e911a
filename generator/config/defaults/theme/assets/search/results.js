"use strict";
// What is found, as a reader sees it: the same in the list under the field and on the page.
{
  const search = globalThis.attestedSearch;

  /** @param {number} count @param {[string, string]} words one, several */
  const counted = (count, words) => filled(words[count === 1 ? 0 : 1], { count: count.toLocaleString("en") });

  /** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} className @param {...(Node | string)} children */
  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  /** A text in which the words that were looked for are marked. @param {string} text @param {Set<string>} words */
  const marked = (text, words) => {
    const pieces = [];
    let end = 0;
    for (const run of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'.,][\p{L}\p{M}\p{N}]+)*/gu)) {
      const { words: read, form } = search.reading();
      if (!read(run[0]).some((one) => words.has(one) || words.has(form(one)))) continue;
      pieces.push(text.slice(end, run.index), make("mark", "", run[0]));
      end = run.index + run[0].length;
    }
    return [...pieces, text.slice(end)];
  };

  /**
   * The spelling by which a name was found, if it is not the one that is shown.
   * @param {string} name @param {string[]} others @param {string} query
   */
  const foundBy = (name, others, query) => {
    const { telling: names, sound } = search.reading();
    const sounds = new Set(names(query).map(sound));
    const hits = (/** @type {string} */ one) => names(one).map(sound).filter((word) => sounds.has(word)).length;
    const best = others.reduce((one, other) => (hits(other) > hits(one) ? other : one), name);
    const typed = new Set(names(query));
    const exact = others.find((one) => names(one).some((word) => typed.has(word)) && !names(name).some((word) => typed.has(word)));
    return exact ?? (best === name ? undefined : best);
  };

  const link = (/** @type {string} */ path, /** @type {(Node | string)[]} */ ...children) => Object.assign(make("a", "", ...children), { href: new URL(path, search.root).href });

  /** A name that is found. @param {string[]} row @param {string} query @param {Record<string, any>} words */
  const named = ([ref, name, kind, about, ...others], query, words) => {
    const other = foundBy(name, others, query);
    const hint = make("span", "hint", kind, " · ", about.replaceAll(" ", "\u00a0"));
    if (other) {
      const [before, after] = words.also.split("{name}");
      hint.append(" · ", before, make("bdi", "", other), after);
    }
    return link(`${ref}.html`, make("bdi", "name", name), " ", hint);
  };

  /** A fact that is found. @param {string[]} row @param {Set<string>} asked */
  const told = ([id, when, statement, says, letter], asked) => link(
    `facts/${id}.html`,
    make("span", "when", when), " ",
    make("span", "statement", ...marked(statement, asked)), " ",
    make("span", "hint", make("span", "badge", letter), " ", says));

  /** The address of the page of a search. @param {Record<string, string>} asked */
  const address = (asked) => {
    const page = new URL("search/index.html", search.root);
    for (const [name, value] of Object.entries(asked)) if (value) page.searchParams.set(name, value);
    return page.href;
  };

  /** The search without its slips. @param {import("./find.js").Found} found */
  const meant = (found) => (found.meant ? [Object.assign(make("a", "", make("span", "name", found.meant)), { href: address({ q: found.meant }) })] : []);

  /** Where to look if nothing is found. @param {Record<string, any>} words */
  const ways = (words) => [link("questions/index.html", make("span", "name", words.every_question)), link("names/index.html", make("span", "name", words.every_name))];

  /** How much is found, to be read out. @param {import("./find.js").Found} found @param {string} query @param {Words} words */
  const summary = (found, query, words) => {
    const names = found.names.length + found.guesses.length;
    if (!names && !found.facts.length) return filled(words.nothing, { query });
    return `${counted(names, words.names)}, ${counted(found.facts.length, words.facts)}`;
  };

  Object.assign(search, /** @satisfies {Partial<Search>} */ ({ make, named, told, meant, ways, address, summary, counted }));
}
