"use strict";
// Finding: which names and which facts a query means. The index is cut into files that are
// loaded as scripts, the same from a server and from disk; MiniSearch matches and ranks.

/**
 * @typedef {{count: number, cut: string[], rows: number}} Cut
 * @typedef {object} Start
 * @property {Cut} names
 * @property {Cut} facts
 * @property {number} entities  so many of the names are no questions and no documents
 * @property {number} marks
 * @property {string[]} common
 * @property {import("./spelling.js").Rules} spelling
 * @property {Words} words
 *
 * @typedef {{types?: string[], source?: string, by?: string, from?: number, to?: number}} Filter
 * @typedef {{number: number, sure: boolean, score: number, part?: boolean}} Hit
 * @typedef {{names: Hit[], guesses: Hit[], facts: number[], words: Set<string>}} Found
 */

{
  const search = globalThis.attestedSearch;

  /** A file of the index was made with others than the rest: the site has changed meanwhile. */
  class Stale extends Error {}

  /** How a word stands in a name: it is the whole, a part, or the whole without its spaces; and
   *  the same three for its sound. */
  const NAME_FIELDS = ["whole", "part", "joined", "wholeSound", "partSound", "joinedSound"];
  const FACT_FIELDS = ["stated", "beside"];
  const LONGEST = 12; // so many words of a pasted sentence are looked for
  const ENOUGH = 0.6; // such a share of them must be there where not all are
  const ENOUGH_OF_NAMES = 0.5; // and of the words of a name
  const SHORT = 3; // a sound of fewer letters says little

  const asTyped = { tokenize: (/** @type {string} */ text) => [text], processTerm: (/** @type {string} */ term) => term };

  /** @type {Start} */ let start;
  /** @type {Spelling} */ let spelling;
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

  const begin = async () => {
    start = await file("start");
    spelling = globalThis.attestedSpelling(start.spelling);
    return start;
  };

  const forget = () => {
    files = new Map();
    digest = String(Date.now());
    names.clear();
    facts.clear();
  };

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
    }

    clear() {
      this.terms = new Map();
      this.numbers = new Set();
      this.there = new Set();
      this.engine = null;
    }

    get cut() { return start[this.name].cut; }

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
          documentCount: start[this.name].count,
          nextId: start[this.name].count,
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
      return this.engine.search(query, options);
    }
  }

  /** Differences to base 36, as numbers. @param {string} told */
  const numbersOf = (told) => {
    let before = 0;
    return told ? told.split(" ").map((one) => { before += parseInt(one, 36); return before; }) : [];
  };

  const names = new Table("names", NAME_FIELDS, (word, lists, add) => {
    const sound = spelling.sound(word);
    lists.forEach((numbers, field) => {
      add(word, field, numbers);
      add(sound, field + lists.length, numbers);
    });
    if (!soundsOf.has(sound)) soundsOf.set(sound, new Set());
    soundsOf.get(sound)?.add(word);
  });
  /** The words of names by their sound. @type {Map<string, Set<string>>} */
  const soundsOf = new Map();

  const facts = new Table("facts", FACT_FIELDS, (word, [stated, beside], add) => {
    add(word, 0, stated);
    add(word, 1, beside);
  });

  /** @param {string} word */
  const plain = (word) => /[0-9]/.test(word);

  /** How many letters of a word may be wrong. @param {string} word */
  const slips = (word) => (plain(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  /** A word of a name, as it is written or as it sounds. @param {string} word @param {boolean} typos */
  const nameQuery = (word, typos) => {
    const sound = spelling.sound(word);
    return {
      combineWith: "OR",
      queries: [
        { queries: [word], fields: ["whole", "part"], boost: { whole: 2.5, part: 1 }, prefix: word.length > 1 && !plain(word), fuzzy: typos && slips(word) },
        {
          queries: [sound], fields: ["wholeSound", "partSound"], boost: { wholeSound: sound.length < SHORT ? 0.3 : 1.1, partSound: sound.length < SHORT ? 0.15 : 0.45 },
          prefix: sound.length > SHORT, fuzzy: typos && !plain(word) && sound.length > SHORT ? 1 : 0,
        },
      ],
    };
  };

  /** All words as one, for names that are written apart or together. @param {string} joined */
  const joinedQueries = (joined) => [
    { queries: [joined], fields: ["whole", "joined"], boost: { whole: 2, joined: 2 } },
    { queries: [spelling.sound(joined)], fields: ["wholeSound", "joinedSound"] },
  ];

  /** Whether a name holds a word for certain: as written, begun, or spelt another way. @param {Result} result @param {string} word */
  const sureOf = (result, word) => {
    const sound = spelling.sound(word);
    return Object.entries(result.match).some(([term, fields]) =>
      fields.some((field) => (field.endsWith("Sound") ? term === sound && sound.length >= SHORT : term.startsWith(word))));
  };

  /** The names that a query means, the likeliest first. @param {string[]} words @returns {Promise<Hit[]>} */
  const findNames = async (words) => {
    const sounds = words.map(spelling.sound);
    const joined = words.join("");
    /** The files of names that begin much like the words. @param {(sound: string) => number} letters */
    const alike = (letters) => names.load([...sounds, spelling.sound(joined)].flatMap((sound) => {
      const begun = sound.slice(0, Math.max(letters(sound), 1));
      return names.between(begun, `${begun}\uffff`);
    }));
    const weigh = {
      ...asTyped,
      weights: { fuzzy: 0.3, prefix: 0.5 },
      // Names are numbered by how much is said of them; questions and documents come after them.
      boostDocument: (/** @type {number} */ number) => (number < start.entities ? 1 + 1.5 / (1 + Math.log2(1 + number)) : 0.7),
    };
    const asked = (/** @type {boolean} */ typos) => {
      const each = { combineWith: "AND", queries: words.map((word) => nameQuery(word, typos)) };
      const query = { combineWith: "OR", queries: [each, ...joinedQueries(joined)] };
      return names.query(query, weigh).map((result) => ({
        number: result.id,
        score: result.score,
        sure: words.every((word) => sureOf(result, word)) || sureOf(result, joined),
      }));
    };
    /** Where nothing holds all words, what holds some of them. */
    const partly = () => names.query({ combineWith: "OR", queries: words.map((word) => nameQuery(word, true)) }, weigh)
      .filter((result) => words.filter((word, at) => result.queryTerms.includes(word) || result.queryTerms.includes(sounds[at])).length >= ENOUGH_OF_NAMES * words.length)
      .map((result) => ({ number: result.id, score: result.score, sure: false, part: true }));
    await alike((sound) => sound.length - 1); // the last letter may be half of one: "s" of "sh"
    let found = asked(false);
    if (found.some((one) => one.sure)) return found;
    // A slip may lead to another file, even one in the first letter.
    await alike(() => 1);
    found = asked(true);
    if (!found.length && words.some((word) => slips(word) > 0)) {
      await names.load(start.names.cut.keys());
      found = asked(true);
    }
    return found.length ? found : partly();
  };

  /** Other spellings of a word that names have. @param {string} word */
  const spellingsOf = (word) => {
    const sound = spelling.sound(word);
    return plain(word) || sound.length < SHORT ? [] : [...(soundsOf.get(sound) ?? [])].filter((one) => one !== word);
  };

  /**
   * The facts that a query means, the likeliest first.
   * @param {string[]} words @param {((number: number) => boolean) | null} filter @param {boolean} loose
   */
  const findFacts = async (words, filter, loose) => {
    const common = new Set(start.common);
    const rare = words.filter((word) => !common.has(word));
    const wanted = [...new Set(rare.length ? rare : words)].sort((one, other) => other.length - one.length).slice(0, LONGEST);
    const asked = wanted.map((word) => [word, ...spellingsOf(word)]);
    await facts.load(asked.flatMap((some) => some.flatMap((word) => facts.between(word, plain(word) || word.length < 3 ? word : `${word}\uffff`).slice(0, 2))));
    const options = {
      ...asTyped,
      boost: { stated: 2, beside: 1 },
      weights: { fuzzy: 0.3, prefix: 0.5 },
      filter: filter ? (/** @type {any} */ one) => filter(one.id) : undefined,
    };
    const query = (/** @type {boolean} */ typos) => asked.map((some) => ({
      combineWith: "OR",
      queries: some.map((word, at) => ({ queries: [word], prefix: at === 0 && word.length > 2 && !plain(word), fuzzy: typos && at === 0 && word.length > 4 ? Math.min(slips(word), 1) : 0 })),
    }));
    for (const typos of loose ? [false, true] : [false]) {
      const found = facts.query({ combineWith: "AND", queries: query(typos) }, options);
      if (found.length) return found;
    }
    if (wanted.length < 3) return [];
    const found = facts.query({ combineWith: "OR", queries: query(true) }, options);
    return found.filter((one) => one.queryTerms.length >= ENOUGH * wanted.length);
  };

  /** A test by number for what is filtered by, or null. @param {Filter} filter */
  const sieve = async (filter) => {
    const { types = [], source, by, from, to } = filter;
    if (!types.length && !source && !by && !from && !to) return null;
    /** @type {{types: [string, string][], claimants: [string, string][], sources: [string, string, number, number][]}} */
    const known = await file("filters");
    const marks = (await Promise.all(Array.from({ length: Math.ceil(start.facts.count / start.marks) }, (_, at) => file(`marks-${at}`)))).flat();
    const [, , first, last] = known.sources.find(([ref]) => ref === source) ?? ["", "", 0, source ? 0 : Infinity];
    const type = new Set(types.map((one) => known.types.findIndex(([key]) => key === one).toString(36)));
    const who = by ? known.claimants.findIndex(([key]) => key === by).toString(36) : "";
    return (/** @type {number} */ number) => {
      if (number < first || number >= last) return false;
      const [kind, begun, ended, said] = marks[number].split(" ");
      if (type.size && !type.has(kind)) return false;
      if (who && !said.split(".").includes(who)) return false;
      if ((from || to) && !begun && !ended) return false;
      return !(from && ended && Number(ended) < from) && !(to && begun && Number(begun) > to);
    };
  };

  /**
   * What a query means: names for certain, facts, and names that it may be a slip for.
   * @param {string} text @param {Filter} filter @param {(found: Found) => void} early told as soon as there are names
   * @returns {Promise<Found>}
   */
  const find = async (text, filter = {}, early = () => {}) => {
    await (start ?? begin());
    const words = spelling.names(text);
    const passes = await sieve(filter);
    /** @type {Found} */
    const found = { names: [], guesses: [], facts: [], words: new Set(words) };
    if (!words.length) {
      if (passes) found.facts = Array.from({ length: start.facts.count }, (_, at) => at).filter(passes);
      return found;
    }
    const hits = words.length > LONGEST ? [] : await findNames(words);
    found.names = hits.filter((one) => one.sure);
    if (found.names.length) early({ ...found });
    const results = await findFacts(words, passes, !found.names.length);
    found.facts = results.map((one) => one.id);
    for (const one of results.slice(0, 200)) for (const term of Object.keys(one.match)) found.words.add(term);
    // A word that a fact has to the letter is no slip.
    const literal = results.some((one) => words.every((word) => one.terms.includes(word) && word in one.match));
    if (!literal) found.guesses = hits.filter((one) => !one.sure && !(one.part && found.facts.length));
    return found;
  };

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
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

  /** @param {string} name @param {"names" | "facts"} cut */
  const rowsOf = (name, cut) => async (/** @type {number[]} */ numbers) => {
    const rows = await Promise.all(numbers.map((one) => file(`${name}-${Math.floor(one / start[cut].rows)}`)));
    return rows.map((part, at) => part[numbers[at] % start[cut].rows]);
  };

  Object.assign(search, /** @satisfies {Partial<Search>} */ ({
    begin: () => fresh(begin),
    find: (text, filter, early) => fresh(() => find(text, filter, early)),
    /** What is shown of names: [reference, name, kind, about, …other spellings]. */
    shown: rowsOf("shown", "names"),
    /** What is shown of facts: [id, when, statement, who says so, letter, document]. */
    texts: rowsOf("texts", "facts"),
    filters: () => file("filters"),
    spelling: () => spelling,
  }));

  file("start").catch(() => {}); // on its way while the other scripts come; `begin` tells of a failure
}
