"use strict";
// Words as the search reads them: the same as in generator/data/search_words.py, with the tables that
// the build makes from generator/config/defaults/search.yaml. tests/forms.json checks both.

/**
 * @typedef {object} Tables
 * @property {string[]} small  words that find nothing beside others
 * @property {string[]} asking  words that show what a reader asks for
 * @property {[number, [string, string][]][]} cutting  so many letters stay, and endings with what replaces them
 * @property {Record<string, string>} heads  words whose forms no ending shows
 * @property {string[]} near  forms that a reader may use for one another
 */

{
  /** @param {import("./spelling.js").Rules} rules @param {Tables} tables */
  const reading = (rules, tables) => {
    const { words, sound } = globalThis.attestedSpelling(rules);
    const small = new Set(tables.small);
    const asking = new Set(tables.asking);
    const heads = new Map(Object.entries(tables.heads));
    /** @type {Map<string, Set<string>>} */ const nearby = new Map();
    for (const group of tables.near.map((told) => told.split(" "))) {
      for (const one of group) nearby.set(one, new Set([...(nearby.get(one) ?? []), ...group]));
    }

    /** The words of a text without the small ones, unless there are no others. @param {string} text */
    const telling = (text) => {
      const all = words(text);
      const large = all.filter((one) => !small.has(one));
      return large.length ? large : all;
    };

    /** @param {string} word */
    const cut = (word) => {
      for (const [keep, endings] of tables.cutting) {
        if (heads.has(word)) break;
        const found = endings.find(([ending]) => word.endsWith(ending) && word.length - ending.length >= keep);
        if (found) word = word.slice(0, -found[0].length) + found[1];
      }
      return heads.get(word) ?? word;
    };

    /** @type {Map<string, string>} */ const forms = new Map();
    /** What a word has in common with its other forms. @param {string} word */
    const form = (word) => {
      const known = forms.get(word);
      if (known !== undefined) return known;
      const found = cut(word);
      forms.set(word, found);
      return found;
    };

    /** Forms that a reader may use for this one, which is not among them. @param {string} one */
    const near = (one) => [...(nearby.get(one) ?? [])].filter((other) => other !== one);

    return { words, sound, telling, form, near, asks: (/** @type {string} */ word) => asking.has(word) };
  };

  Object.assign(globalThis, { attestedReading: reading });
}
