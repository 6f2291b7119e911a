"use strict";
// Finding: which names and which facts a query means.

/**
 * @typedef {{types?: string[], source?: string, by?: string, from?: number, to?: number}} Filter
 * @typedef {import("./names.js").Hit} Hit
 * @typedef {object} Found
 * @property {Hit[]} names
 * @property {Hit[]} guesses  names that the query may be a slip for
 * @property {number[]} facts
 * @property {Set<string>} words  what is marked in a fact: forms of words
 * @property {string} meant  the query without its slips
 */

{
  const search = globalThis.attestedSearch;
  const { known, begin, fresh, file, numbersOf, Table } = search.index;
  const { naming } = search;
  const { plain } = naming;

  const FIELDS = ["stated", "beside"];
  const LONGEST = 12; // so many words of a pasted sentence are looked for
  const LEAST = 3; // where not all are there, they must be so many
  const ENOUGH = 0.6; // and such a share of them, or of words near them, must be there
  const TELLING = 8; // so many facts tell which names are meant, where no name has every word
  const TOLD = 0.5; // and what all of them tell of is worth so much
  const FEW = { numbers: 1, names: 2, questions: 4 }; // so many of what has only some of the words stand before facts that have all

  const table = new Table("facts", FIELDS, (word, lists, add) => lists.forEach((numbers, field) => add(word, field, numbers)));

  /** The files that may have these forms, or what begins with them. @param {string[]} forms */
  const load = (forms) => table.load(forms.flatMap((one) => table.between(one, plain(one) || one.length < 3 ? one : `${one}\uffff`).slice(0, 2)));

  /** Those of the words that no fact has either. @param {string[]} words */
  const strange = async (words) => {
    const { form } = known.reading;
    await load(words.map(form));
    const there = [...table.terms.keys()];
    return words.filter((word) => !plain(word) && !table.terms.has(form(word)) && !there.some((term) => term.startsWith(word)));
  };

  /**
   * The facts that a query means, the likeliest first.
   * @param {string[]} words @param {((number: number) => boolean) | null} filter @param {boolean} loose
   */
  const findFacts = async (words, filter, loose) => {
    const { form } = known.reading;
    const common = new Set(known.start.common);
    const rare = words.filter((word) => !common.has(form(word)));
    const wanted = [...new Set(rare.length ? rare : words)].sort((one, other) => other.length - one.length).slice(0, LONGEST);
    const asked = wanted.map((word) => [...new Set([word, ...naming.spellingsOf(word)].map(form))]);
    await load(asked.flat());
    const options = {
      boost: { stated: 2, beside: 1 },
      weights: { fuzzy: 0.3, prefix: 0.5 },
      filter: filter ? (/** @type {any} */ one) => filter(one.id) : undefined,
    };
    const query = (/** @type {boolean} */ typos) => asked.map((some) => ({
      combineWith: "OR",
      queries: some.map((one, at) => ({ queries: [one], prefix: at === 0 && one.length > 2 && !plain(one), fuzzy: typos && at === 0 && one.length > 4 ? Math.min(naming.slips(one), 1) : 0 })),
    }));
    for (const typos of loose ? [false, true] : [false]) {
      const found = table.query({ combineWith: "AND", queries: query(typos) }, options);
      if (found.length) return found;
    }
    const numbers = wanted.filter(plain);
    if (wanted.length < LEAST && !numbers.length) return [];
    const nearby = asked.map(([one]) => known.reading.near(one));
    await load(nearby.flat());
    const either = query(true).map((some, at) => ({ combineWith: "OR", queries: [some, { queries: nearby[at], boost: { stated: 1, beside: 0.5 } }] }));
    const found = table.query({ combineWith: "OR", queries: either }, options);
    const met = (/** @type {Result[]} */ results) => asked.filter((some, at) => [...some, ...nearby[at]].some((term) => results.some((one) => one.queryTerms.includes(term)))).length;
    const least = wanted.length < LEAST ? 1 : Math.max(2, ENOUGH * met(found)); // a word that no fact has is no reason to find none
    return withNumbers(found.filter((one) => met([one]) >= least), numbers);
  };

  /** The results that have each number of a query, if there are any. @param {Result[]} results @param {string[]} numbers */
  const withNumbers = (results, numbers) => {
    const exact = results.filter((one) => numbers.every((number) => number in one.match));
    return exact.length ? exact : results;
  };

  /** A test by number for what is filtered by, or null. @param {Filter} filter */
  const sieve = async (filter) => {
    const { types = [], source, by, from, to } = filter;
    if (!types.length && !source && !by && !from && !to) return null;
    /** @type {{types: [string, string][], claimants: [string, string][], sources: [string, string, number, number][]}} */
    const offered = await file("filters");
    const marks = (await Promise.all(Array.from({ length: Math.ceil(known.start.facts.count / known.start.marks) }, (_, at) => file(`marks-${at}`)))).flat();
    const [, , first, last] = offered.sources.find(([ref]) => ref === source) ?? ["", "", 0, source ? 0 : Infinity];
    const type = new Set(types.map((one) => offered.types.findIndex(([key]) => key === one).toString(36)));
    const who = by ? offered.claimants.findIndex(([key]) => key === by).toString(36) : "";
    return (/** @type {number} */ number) => {
      if (number < first || number >= last) return false;
      const [kind, begun, ended, said] = marks[number].split(" ");
      if (type.size && !type.has(kind)) return false;
      if (who && !said.split(".").includes(who)) return false;
      if ((from || to) && !begun && !ended) return false;
      return !(from && ended && Number(ended) < from) && !(to && begun && Number(begun) > to);
    };
  };

  /** The names that stand before facts that have every word. @param {Hit[]} hits @param {string[]} words @param {boolean} asks */
  const beforeFacts = (hits, words, asks) => {
    const most = words.some(plain) ? FEW.numbers : asks ? FEW.questions : FEW.names;
    const few = most - hits.filter((one) => one.whole).length;
    const some = hits.filter((one) => !one.whole).slice(0, Math.max(few, 0));
    return hits.filter((one) => one.whole || some.includes(one));
  };

  /** What the likeliest facts tell of, each with a share of the highest score there may be. @param {number[]} numbers @returns {Promise<Map<number, number>>} */
  const toldOf = async (numbers) => {
    const { entities } = known.start;
    const parts = await rowsOf("texts", "facts", numbers.slice(0, TELLING));
    /** @type {Map<number, number>} */ const found = new Map();
    let all = 0;
    parts.forEach(({ part, row }, at) => {
      const weight = 1 / (1 + at / 2);
      all += weight;
      for (const one of numbersOf(part.rows[row][5])) {
        const telling = one < entities ? Math.log2(2 + one) / Math.log2(2 + entities) : 1;
        found.set(one, (found.get(one) ?? 0) + weight * telling);
      }
    });
    for (const [one, score] of found) found.set(one, score / all);
    return found;
  };

  /** Names with some of the words, those first that the facts found tell of. @param {Hit[]} hits @param {number[]} numbers @returns {Promise<Hit[]>} */
  const byFacts = async (hits, numbers) => {
    const told = await toldOf(numbers);
    const found = hits.map((one) => ({ ...one, score: one.score + TOLD * (told.get(one.number) ?? 0) }));
    for (const [number, share] of told) {
      if (!hits.some((one) => one.number === number)) found.push({ number, score: TOLD * share, whole: false, but: false });
    }
    return naming.likely(found.sort((one, other) => other.score - one.score || one.number - other.number));
  };

  /**
   * What a query means: names, facts, and names that it may be a slip for.
   * @param {string} text @param {Filter} filter @param {(found: Found) => void} early told as soon as there are names
   * @returns {Promise<Found>}
   */
  const find = async (text, filter = {}, early = () => {}) => {
    if (!known.start) await begin();
    const { telling, form, asks } = known.reading;
    const words = telling(text);
    const passes = await sieve(filter);
    /** @type {Found} */
    const found = { names: [], guesses: [], facts: [], words: new Set(words.map(form)), meant: "" };
    if (!words.length) {
      if (passes) found.facts = Array.from({ length: known.start.facts.count }, (_, at) => at).filter(passes);
      return found;
    }
    const { hits: named, guessed, meant } = await naming.find(words, strange);
    if (named[0]?.whole) early({ ...found, names: named });
    const told = words.filter((word) => !asks(word));
    const results = await findFacts(told.length ? told : words, passes, !named[0]?.whole);
    found.facts = results.map((one) => one.id);
    for (const one of results.slice(0, 200)) for (const term of Object.keys(one.match)) found.words.add(term);
    if ([...meant.values()].some(Boolean)) found.meant = text.split(/\s+/u).map((one) => known.reading.words(one).map((word) => meant.get(word)).find(Boolean) ?? one).join(" ");
    const literal = results.some((one) => told.every((word) => form(word) in one.match) || (told.some(plain) && told.filter(plain).every((word) => word in one.match)));
    const hits = named[0]?.whole ? naming.likely(named) : await byFacts(named, found.facts);
    found[guessed ? "guesses" : "names"] = literal ? beforeFacts(hits, told, told.length < words.length) : hits;
    return found;
  };

  /** Rows of the index, each with its file. @param {string} name @param {"names" | "facts"} cut @param {number[]} numbers */
  const rowsOf = async (name, cut, numbers) => {
    const { rows } = known.start[cut];
    const parts = await Promise.all(numbers.map((one) => file(`${name}-${Math.floor(one / rows)}`)));
    return parts.map((part, at) => ({ part, row: numbers[at] % rows }));
  };

  /** What is shown of names: [reference, name, kind, about, …other spellings]. @param {number[]} numbers */
  const shown = async (numbers) => (await rowsOf("shown", "names", numbers)).map(({ part, row }) => part[row]);

  /** What is shown of facts: [id, when, statement, who says so, letter of the document]. @param {number[]} numbers */
  const texts = async (numbers) => (await rowsOf("texts", "facts", numbers)).map(({ part, row }) => {
    const [id, when, statement, says, letter] = part.rows[row];
    return [id, when, statement, part.says[says], letter];
  });

  Object.assign(search, /** @satisfies {Partial<Search>} */ ({
    begin: () => fresh(begin),
    find: (text, filter, early) => fresh(() => find(text, filter, early)),
    shown,
    texts,
    filters: () => file("filters"),
    reading: () => known.reading,
  }));
}
