"use strict";
// The index of the search: its files, which are loaded as scripts, the same from a server and from
// disk, and tables of the words in them, which MiniSearch matches.

/**
 * @typedef {{count: number, cut: string[], rows: number}} Cut
 * @typedef {object} Start
 * @property {Cut} names
 * @property {Cut} facts
 * @property {number} entities  so many of the names are of entities; questions follow
 * @property {number} questions
 * @property {number} marks
 * @property {string[]} common
 * @property {import("./spelling.js").Rules} spelling
 * @property {import("./words.js").Tables} reading
 * @property {Words} words
 */

{
  const search = globalThis.attestedSearch;

  /** A file of the index was made with others than the rest: the site has changed meanwhile. */
  class Stale extends Error {}

  /** @type {Map<string, Promise<any>>} */ let files = new Map();
  /** @type {Map<string, {digest: string, payload: any}>} */ const given = new Map();
  let digest = "";

  search.put = (/** @type {string} */ name, /** @type {string} */ made, /** @type {any} */ payload) => { given.set(name, { digest: made, payload }); };

  /** The payload of a file of the index. @param {string} name */
  const file = (name) => {
    if (!files.has(name)) {
      files.set(name, search.load(`search/data/${name}.js?${digest}`).then(() => {
        const it = given.get(name);
        given.delete(name);
        if (!it || (name !== "start" && it.digest !== digest)) throw new Stale(it?.digest);
        if (name === "start") digest = it.digest;
        return it.payload;
      }));
      files.get(name)?.catch(() => files.delete(name));
    }
    return /** @type {Promise<any>} */ (files.get(name));
  };

  /** @type {{start: Start, reading: Reading}} */
  const known = /** @type {any} */ ({});
  /** @type {(() => void)[]} */ const forgetting = [];

  const begin = async () => {
    known.start = await file("start");
    known.reading = globalThis.attestedReading(known.start.spelling, known.start.reading);
    return known.start;
  };

  const forget = () => {
    files = new Map();
    digest = String(Date.now());
    for (const one of forgetting) one();
  };

  /** What may find that the site has changed, then once more. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const fresh = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      forget();
      await begin();
      return work();
    }
  };

  /** Differences to base 36, as numbers. @param {string} told */
  const numbersOf = (told) => {
    let before = 0;
    return told ? told.split(" ").map((one) => { before += parseInt(one, 36); return before; }) : [];
  };

  const asTyped = { tokenize: (/** @type {string} */ text) => [text], processTerm: (/** @type {string} */ term) => term };

  /** A table of words with the numbers that they stand at, of which parts are loaded. */
  class Table {
    /** @type {Map<string, Map<number, Record<string, number>>>} */ terms = new Map();
    /** @type {Set<number>} */ numbers = new Set();
    /** @type {Set<number>} */ there = new Set();
    /** @type {Engine | null} */ engine = null;

    /** @param {"names" | "facts"} name @param {string[]} fields @param {(word: string, lists: number[][], add: (term: string, field: number, numbers: number[]) => void) => void} enter */
    constructor(name, fields, enter) {
      this.name = name;
      this.fields = fields;
      this.enter = enter;
      forgetting.push(() => this.clear());
    }

    clear() {
      this.terms = new Map();
      this.numbers = new Set();
      this.there = new Set();
      this.engine = null;
    }

    get cut() { return known.start[this.name].cut; }

    /** The files that hold keys from the one to the other. @param {string} first @param {string} last */
    between(first, last) {
      const { cut } = this;
      const wanted = [];
      for (let one = 0; one < cut.length; one += 1) {
        if (cut[one] <= last && (one + 1 === cut.length || cut[one + 1] > first)) wanted.push(one);
      }
      return wanted;
    }

    /** @param {Iterable<number>} wanted */
    async load(wanted) {
      const missing = [...new Set(wanted)].filter((one) => !this.there.has(one));
      const parts = await Promise.all(missing.map((one) => file(`${this.name}-${one}`)));
      parts.forEach((part, at) => {
        if (this.there.has(missing[at])) return;
        this.there.add(missing[at]);
        this.engine = null;
        for (const line of part.split("\n")) {
          const [word, ...lists] = line.split("|");
          this.enter(word, lists.map(numbersOf), (term, field, numbers) => this.add(term, field, numbers));
        }
      });
    }

    /** @param {string} term @param {number} field @param {number[]} numbers */
    add(term, field, numbers) {
      if (!numbers.length) return;
      const entry = this.terms.get(term) ?? new Map();
      const posting = entry.get(field) ?? {};
      for (const number of numbers) {
        posting[number] = 1;
        this.numbers.add(number);
      }
      entry.set(field, posting);
      this.terms.set(term, entry);
    }

    /** What is loaded, as MiniSearch reads an index that it has made itself. @param {object} query @param {object} options */
    query(query, options) {
      if (!this.engine) {
        const same = this.fields.map(() => 1);
        this.engine = globalThis.MiniSearch.loadJS({
          documentCount: known.start[this.name].count,
          nextId: known.start[this.name].count,
          documentIds: Object.fromEntries([...this.numbers].map((one) => [one, one])),
          fieldIds: Object.fromEntries(this.fields.map((field, at) => [field, at])),
          fieldLength: Object.fromEntries([...this.numbers].map((one) => [one, same])),
          averageFieldLength: same,
          storedFields: {},
          dirtCount: 0,
          index: [...this.terms].map(([term, entry]) => [term, Object.fromEntries(entry)]),
          serializationVersion: 2,
        }, { fields: this.fields, ...asTyped });
      }
      return this.engine.search(query, { ...asTyped, ...options });
    }
  }

  search.index = { known, begin, fresh, file, numbersOf, Table };

  file("start").catch(() => {}); // on its way while the other scripts come; `begin` tells of a failure
}
