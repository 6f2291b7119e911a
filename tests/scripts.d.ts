// What the scripts of the site share as globals, for `deno check` (deno.json): each of them is
// loaded by itself. The site has nothing of this file.

import type { Filter, Found } from "../generator/config/defaults/theme/assets/search/find.js";
import type { Hit } from "../generator/config/defaults/theme/assets/search/names.js";
import type { Rules } from "../generator/config/defaults/theme/assets/search/spelling.js";
import type { Start } from "../generator/config/defaults/theme/assets/search/tables.js";
import type { Tables } from "../generator/config/defaults/theme/assets/search/words.js";

declare global {
  /** What stands in a row of the index; the files of the index say what is where. */
  type Row = string[];

  /** English that a reader sees: a phrase, or the two for one and for several. */
  type Words = Record<string, any>;

  /** Trusted Types, where a browser has them: a policy says what may become a script's address. */
  var trustedTypes: undefined | {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): unknown };
  };

  interface Spelling {
    words(text: string): string[];
    sound(one: string): string;
  }

  interface Reading extends Spelling {
    telling(text: string): string[];
    form(word: string): string;
    near(form: string): string[];
    asks(word: string): boolean;
  }

  /** What the parts of the search share among themselves. */
  interface Index {
    known: { start: Start; reading: Reading };
    begin(): Promise<Start>;
    fresh<T>(work: () => Promise<T>): Promise<T>;
    file(name: string): Promise<any>;
    numbersOf(told: string): number[];
    Table: new (name: "names" | "facts", fields: string[], enter: (word: string, lists: number[][], add: (term: string, field: number, numbers: number[]) => void) => void) => SearchTable;
  }

  /** A table of words of which parts are loaded: tables.js. */
  interface SearchTable {
    terms: Map<string, unknown>;
    between(first: string, last: string): number[];
    load(wanted: Iterable<number>): Promise<void>;
    query(query: object, options: object): Result[];
  }

  /** The finding of names: names.js. */
  interface Naming {
    find(words: string[], doubt: (strange: string[]) => Promise<string[]>): Promise<{ hits: Hit[]; guessed: boolean; meant: Map<string, string> }>;
    likely(hits: Hit[]): Hit[];
    spellingsOf(word: string): string[];
    slips(word: string): number;
    plain(word: string): boolean;
  }

  /** The search: search.js begins it, and each part adds its own. */
  interface Search {
    root: URL;
    form: HTMLFormElement | null;
    field: HTMLInputElement | null | undefined;
    load(path: string): Promise<void>;
    put(name: string, made: string, payload: any): void;
    begin(): Promise<Start>;
    find(text: string, filter?: Filter, early?: (found: Found) => void): Promise<Found>;
    shown(numbers: number[]): Promise<Row[]>;
    texts(numbers: number[]): Promise<Row[]>;
    filters(): Promise<Record<"types" | "sources" | "claimants", [string, string][]>>;
    reading(): Reading;
    index: Index;
    naming: Naming;
    make<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
    named(row: Row, query: string, words: Words): HTMLAnchorElement;
    told(row: Row, asked: Set<string>): HTMLAnchorElement;
    meant(found: Found): HTMLAnchorElement[];
    ways(words: Words): HTMLAnchorElement[];
    address(asked: Record<string, string>): string;
    summary(found: Found, query: string, words: Words): string;
    counted(count: number, words: [string, string]): string;
  }

  /** What MiniSearch says of one document. */
  interface Result {
    id: number;
    score: number;
    terms: string[];
    queryTerms: string[];
    match: Record<string, string[]>;
  }

  interface Engine {
    search(query: object, options: object): Result[];
  }

  /** A phrase with what stands for the names in braces: attested.js, the first script of each page. */
  var filled: (phrase: string, slots: Record<string, string | number>) => string;
  var attestedSearch: Search;
  var attestedSpelling: (rules: Rules) => Spelling;
  var attestedReading: (rules: Rules, tables: Tables) => Reading;
  var MiniSearch: { loadJS(index: object, options: object): Engine };
}
