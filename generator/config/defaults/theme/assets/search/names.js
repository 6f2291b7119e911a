"use strict";
// Which names a query means: people, organisations, topics, questions and documents. Each word of a
// query is looked for separately: as it is written, in its other forms, by its sound, and by words of
// similar meaning. Names with most of the query, and little else, come first.

/**
 * @typedef {object} Hit
 * @property {number} number
 * @property {number} score
 * @property {boolean} whole  whether every word is there, as it is or in another form or spelling
 * @property {boolean} but  whether nothing is missing but a number
 *
 * @typedef {{best: number, sure: boolean, at: number[], term: string}} Met
 *   how well something meets a word: at best, whether that is no guess, and in names of each length
 */

{
  const search = globalThis.attestedSearch;
  const { known, Table } = search.index;

  const LENGTHS = 6; // names of so many words, or of more, stand in one list
  const JOINED = 0; // before them stand whole names written as one word
  const BESIDE = LENGTHS + 1; // and after them, what is said of a question beside its name
  const FIELDS = ["joined", "1", "2", "3", "4", "5", "6", "beside"];
  const SHORT = 3; // a sound of fewer letters says little
  const LONGEST = 12; // a longer text is no name

  const FORM = 0.95; // what a word meets is worth, if not written the same: another form of it
  const NEAR = 0.65; // another word that readers use for it
  const ALIKE = 0.7; // another spelling of it
  const HEARD = 0.62; // something that sounds like it, where there is the word itself
  const SLIP = 0.5;
  const HARDLY = 0.3; // something that begins to sound like it, or sounds like a slip of it
  const APART = 0.4; // beside a name, not in it
  const ASKING = 0.6; // a word that only shows that a reader asks
  const STRANGE = 0.6; // a word that no name has
  const ENOUGH = 0.35; // the least score of something that does not have every word
  const CLOSE = [0.25, 0.6]; // and the least share of the best one's score, with every word and without

  const LEAST = 3; // so many are found where none has enough

  /** The words of names by their sound, and by their form. @type {Map<string, Set<string>>[]} */
  const [bySound, byForm] = [new Map(), new Map()];

  /** @param {Map<string, Set<string>>} map @param {string} key @param {string} word */
  const put = (map, key, word) => { map.set(key, (map.get(key) ?? new Set()).add(word)); };

  const table = new Table("names", FIELDS, (word, lists, add) => {
    const { sound, form } = known.reading;
    lists.forEach((numbers, field) => add(word, field, numbers));
    put(bySound, sound(word), word);
    put(byForm, form(word), word);
  });

  /** @param {string} word */
  const plain = (word) => /[0-9]/.test(word);

  /** How many letters of a word may be wrong. @param {string} word */
  const slips = (word) => (plain(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  /** Other spellings of a word that names have. @param {string} word */
  const spellingsOf = (word) => {
    const sound = known.reading.sound(word);
    return plain(word) || sound.length < SHORT ? [] : [...(bySound.get(sound) ?? [])].filter((one) => one !== word);
  };

  /** Whether one letter more, less or other makes the one of the other. @param {string} one @param {string} other */
  const aSlipApart = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [more, less] = one.length > other.length ? [one, other] : [other, one];
    return more.slice(at + 1) === (more.length > less.length ? less.slice(at) : less.slice(at + 1));
  };

  /** Words of the index that stand for this one, each with what it is worth and whether that is no guess. @param {string} word @param {boolean} typos */
  const othersFor = (word, typos) => {
    const { sound, form, near } = known.reading;
    const [heard, formed] = [sound(word), form(word)];
    /** @type {Map<string, [number, boolean]>} */ const found = new Map();
    const add = (/** @type {Iterable<string> | undefined} */ words, /** @type {number} */ worth, /** @type {boolean} */ sure) => {
      for (const one of words ?? []) if (!found.has(one)) found.set(one, [worth, sure]);
    };
    add([word], 1, true);
    add(byForm.get(formed), FORM, true);
    if (heard.length >= SHORT) add(bySound.get(heard), ALIKE, true);
    for (const one of near(formed)) add(byForm.get(one), NEAR, true);
    if (word.length >= SHORT) add(bySound.get(heard), HARDLY, false);
    if (heard.length > SHORT && !plain(word)) {
      for (const [other, words] of bySound) if (other.startsWith(heard) || (typos && aSlipApart(other, heard))) add(words, HARDLY, false);
    }
    return found;
  };

  /** What meets a word, by number. @param {string} word @param {boolean} typos @param {boolean} last  whether it may not be whole yet @returns {Map<number, Met>} */
  const meeting = (word, typos, last) => {
    const others = othersFor(word, typos);
    const worth = (/** @type {string} */ term) => others.get(term) ?? (term.startsWith(word) ? [0.4 + 0.5 * word.length / term.length, true] : [SLIP, false]);
    const query = {
      combineWith: "OR",
      queries: [
        { queries: [word], prefix: word.length > (last ? 1 : SHORT) && !plain(word), fuzzy: typos && slips(word) },
        { queries: [...others.keys()] },
      ],
    };
    const found = new Map(table.query(query, {}).map(({ id, match }) => {
      /** @type {Met} */ const met = { best: 0, sure: false, at: FIELDS.map(() => 0), term: "" };
      for (const [term, fields] of Object.entries(match)) {
        const [value, sure] = /** @type {[number, boolean]} */ (worth(term));
        for (const field of fields.map((one) => FIELDS.indexOf(one))) {
          const here = field === BESIDE ? value * APART : field === JOINED && term === word ? value : field === JOINED ? 0 : value;
          met.at[field] = Math.max(met.at[field], here);
          if (here > met.best) Object.assign(met, { best: here, term });
          met.sure ||= sure && here > 0;
        }
      }
      return [id, met];
    }));
    const all = [...found.values()];
    if (all.some((one) => one.best >= FORM)) for (const one of all) if (one.best === ALIKE) one.best = HEARD;
    return found;
  };

  /** Questions for those who ask; else what is spoken of most. @param {number} number @param {boolean} asks */
  const weigh = (number, asks) => {
    const { entities, questions } = known.start;
    if (number < entities) return (asks ? 0.92 : 1) + 0.3 / (1 + Math.log2(1 + number));
    return number < entities + questions ? (asks ? 1.1 : 0.98) : 0.9;
  };

  /** What is found of several words, each with what meets it. @param {string[]} words @param {Map<number, Met>[]} met @returns {Hit[]} */
  const rank = (words, met) => {
    const { asks } = known.reading;
    const { entities, questions, names: { count } } = known.start;
    const asked = words.map(asks);
    const weights = met.map((found, at) => {
      const certain = [...found.values()].filter((one) => one.best >= ALIKE).length;
      return Math.log(1 + count / (1 + certain)) * (asked[at] ? ASKING : certain ? 1 : STRANGE);
    });
    /** @type {Hit[]} */ const hits = [];
    for (const number of new Set(met.flatMap((found) => [...found.keys()]))) {
      const isQuestion = number >= entities && number < entities + questions;
      const sums = FIELDS.map(() => ({ share: 0, words: 0 }));
      let [all, share] = [0, 0];
      /** @type {string[]} */ const missing = [];
      words.forEach((word, at) => {
        if (asked[at] && !isQuestion && asked.includes(false)) return;
        all += weights[at];
        const one = met[at].get(number);
        if (!asked[at] && !(one && one.sure && one.best >= ALIKE)) missing.push(word);
        if (!one) return;
        share += weights[at] * one.best;
        one.at.forEach((value, field) => {
          sums[field].share += weights[at] * value;
          sums[field].words += value;
        });
      });
      const fits = Math.max(...sums.slice(1, BESIDE).map((sum, at) => sum.share / all * (0.5 + 0.5 * Math.min(1, sum.words / (at + 1)))));
      const score = (share / all + fits) / 2 * weigh(number, asked.includes(true) || words.length > 4);
      hits.push({ number, score, whole: !missing.length, but: missing.length < words.length && missing.every(plain) });
    }
    return hits.sort((one, other) => other.score - one.score || one.number - other.number);
  };

  /** @param {Hit[]} hits */
  const likely = (hits) => {
    const best = hits[0]?.score ?? 0;
    const close = hits.filter((one) => one.score >= best * CLOSE[one.whole ? 0 : 1]);
    const enough = close.filter((one) => one.whole || one.score >= ENOUGH);
    return enough.length ? enough : close.slice(0, LEAST);
  };

  /** The files of names that begin much like these words. @param {string[]} words @param {(sound: string) => number} letters */
  const load = (words, letters) => {
    const { sound, form, near } = known.reading;
    const wanted = words.flatMap((word) => {
      const begun = sound(word).slice(0, Math.max(letters(sound(word)), 1));
      const others = [form(word), ...near(form(word))].map(sound);
      return [...table.between(begun, `${begun}\uffff`), ...others.flatMap((one) => table.between(one, `${one}\uffff`))];
    });
    return table.load(wanted);
  };

  /** The word of the index that a misspelt one was taken for, if both are in Latin letters and begin alike. @param {Met | undefined} met @param {string} word */
  const takenFor = (met, word) => {
    const term = met?.term ?? "";
    return /^[a-z]+$/.test(word) && /^[a-z]+$/.test(term) && word[0] === term[0] ? term : "";
  };

  /** Names that are all of these words written as one. @param {string[]} words */
  const written = (words) => {
    if (words.length < 2) return [];
    const found = [...meeting(words.join(""), false, true)].filter(([, one]) => one.sure && one.best >= HEARD && (one.at[JOINED] || one.at[1]));
    return found.map(([number, one]) => ({ number, score: one.best * weigh(number, false), whole: true, but: true }));
  };

  /**
   * The names that a query means, the likeliest first; with a guess, also what misspelt words were taken for.
   * @param {string[]} words @param {(strange: string[]) => Promise<string[]>} doubt  which of these words nothing else has
   * @returns {Promise<{hits: Hit[], guessed: boolean, meant: Map<string, string>}>}
   */
  const find = async (words, doubt) => {
    /** @type {Map<string, string>} */ const meant = new Map();
    if (words.length > LONGEST) return { hits: [], guessed: false, meant };
    await load([...words, words.join("")], (sound) => sound.length - 1); // the last letter may be half of one: "s" of "sh"
    const met = words.map((word, at) => meeting(word, false, at === words.length - 1));
    const together = written(words);
    const strange = words.filter((_, at) => ![...met[at].values()].some((one) => one.sure));
    const wrong = strange.length && !together.length ? await doubt(strange) : [];
    if (wrong.length) {
      await load(wrong, () => 1); // a slip may lead to another file, even one in the first letter
      if (wrong.some((word) => !meeting(word, true, false).size)) await table.load(known.start.names.cut.keys());
      for (const word of wrong) met[words.indexOf(word)] = meeting(word, true, false);
    }
    const others = rank(words, met).filter((hit) => !together.some((one) => one.number === hit.number && one.score >= hit.score));
    const hits = [...together.filter((one) => !others.some((hit) => hit.number === one.number)), ...others].sort((one, other) => other.score - one.score);
    for (const word of wrong) meant.set(word, takenFor(met[words.indexOf(word)].get(hits[0]?.number ?? -1), word));
    return { hits, guessed: wrong.length > 0, meant };
  };

  search.naming = { find, likely, spellingsOf, slips, plain };
}
