"use strict";
// How a name or a word is looked for: the same as in generator/config/spelling.py, by the same rules,
// which the build takes from generator/config/defaults/spelling.yaml. tests/spelling.json checks both.

/**
 * @typedef {object} Rules
 * @property {Record<string, string>} letters
 * @property {string[]} prefixes
 * @property {string[]} endings
 * @property {[string, string][]} sounds
 * @property {string} vowels
 * @property {string} glides
 * @property {string} unspaced  ranges of the letters that are written without spaces between words
 */

{
  const SMALLEST = 3;

  /** @param {Rules} rules */
  const spelling = (rules) => {
    const letters = new Map(Object.entries(rules.letters));
    const silent = new Set(rules.vowels + rules.glides);

    const unspaced = new RegExp(`([${rules.unspaced}]+)`, "u");

    /** A run of letters without spaces as its pairs of letters, and what is beside it as it is. @param {string} run */
    const pieces = (run) =>
      run.split(unspaced).flatMap((piece) => {
        const letters = [...piece];
        return unspaced.test(piece) && letters.length > 2 ? letters.slice(1).map((one, at) => letters[at] + one) : [piece];
      });

    /** @param {string} run */
    const word = (run) => {
      for (const ending of rules.endings) if (run.endsWith(ending)) run = run.slice(0, -ending.length);
      for (const prefix of rules.prefixes) {
        if (run.startsWith(prefix) && run.length >= prefix.length + SMALLEST) run = run.slice(prefix.length);
      }
      return [...run].map((one) => letters.get(one) ?? one).join("");
    };

    /** The words of a text, in their order. @param {string} text @returns {string[]} */
    const words = (text) => {
      const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
        .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, "")
        .replace(/(?<![0-9.])([0-9]+)\.([0-9]+)(?!\.?[0-9])/g, "$1p$2")
        .replace(/(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))/g, "$1");
      const spaced = [...bare].map((one) => (/[\p{L}\p{N}]/u.test(one) || letters.has(one) ? one : " ")).join("");
      return spaced.split(" ").flatMap(pieces).map(word).filter(Boolean);
    };

    /** What a word of `words` has in common with its other spellings. @param {string} one */
    const sound = (one) => {
      if (/[0-9]/.test(one)) return one;
      for (const [spelt, heard] of rules.sounds) one = one.replaceAll(spelt, heard);
      const [first = "", ...rest] = one.replace(/(.)\1+/gsu, "$1");
      const head = rules.vowels.includes(first) ? rules.vowels[0] : first;
      return head + rest.filter((letter) => !silent.has(letter)).join("");
    };

    return { words, sound };
  };

  Object.assign(globalThis, { attestedSpelling: spelling });
}
