// A document's text: what is recorded is marked, and words are chosen by mouse or by keyboard.

import { make, say } from "./dom.js";

/** @typedef {{ text: string, start: number, state: string, facts: string[] }} Run */
/** @typedef {{ start: number, end: number }} Span */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const BEFORE = /^["'“”„‘’‚«»([{…–—-]+/u;
const AFTER = /["'“”„‘’‚«»)\]}.,;:!?…–—-]+$/u;

/**
 * The words of a text that begins at a position, without the marks around them.
 * @param {string} text
 * @param {number} start
 * @returns {Span[]}
 */
export function wordsOf(text, start) {
  /** @type {Span[]} */
  const found = [];
  for (const match of text.matchAll(/\S+/g)) {
    const at = start + match.index;
    if (UNSPACED.test(match[0])) {
      for (const part of new Intl.Segmenter(undefined, { granularity: "word" }).segment(match[0])) {
        if (part.isWordLike) found.push({ start: at + part.index, end: at + part.index + part.segment.length });
      }
      continue;
    }
    const before = BEFORE.exec(match[0])?.[0].length ?? 0;
    const after = AFTER.exec(match[0])?.[0].length ?? 0;
    if (before + after < match[0].length) found.push({ start: at + before, end: at + match[0].length - after });
  }
  return found;
}

/** The text of one document on the page, and the words that are chosen in it. */
export class Text {
  /**
   * @param {any} shown the document
   * @param {{ chosen: () => void, open: (facts: string[]) => void, key: (key: string) => boolean }} heard
   */
  constructor(shown, heard) {
    this.shown = shown;
    this.heard = heard;
    /** @type {Run[]} */
    this.runs = [];
    /** @type {Span[]} */
    this.words = [];
    /** @type {Span[]} */
    this.gaps = [];
    /** @type {Span | null} */
    this.span = null;
    this.anchor = 0;
    this.at = 0;
    this.tip = make("div", { className: "tip", hidden: true, "aria-hidden": "true" });
    this.element = make("div", {
      className: `text${shown.wrapped ? " wrapped" : ""}`,
      tabIndex: 0,
      role: "group",
      id: "text",
      lang: shown.language,
      dir: "auto",
      "aria-label": `Text of ${shown.title}`,
      "aria-describedby": "text-help",
    });
    this.#fill();
    this.#listen();
  }

  #fill() {
    let start = 0;
    /** @type {HTMLElement | null} */
    let open = null;
    const pages = new Map(this.shown.pages);
    this.element.replaceChildren();
    this.runs = [];
    this.words = [];
    this.shown.lines.forEach((/** @type {[string, string, string[]][]} */ line, /** @type {number} */ number) => {
      const whole = line.map(([text]) => text).join("");
      if (!open || !this.shown.wrapped || !whole.trim()) {
        open = make("p", { "data-start": start, "data-line": number + 1 });
        if (whole.trim()) this.element.append(open);
      } else open.append("\n");
      for (const [text, state, facts] of line) {
        const page = [...pages].find(([at]) => Number(at) >= start && Number(at) < start + text.length);
        const run = { text, start, state, facts };
        this.runs.push(run);
        open.append(make(state === "plain" ? "span" : "mark", {
          className: `${state}${facts.length > 1 ? " several" : ""}`,
          "data-start": start,
          "data-facts": facts.join(" "),
          "data-page": page ? page[1] : undefined,
        }, text));
        start += text.length;
      }
      this.words.push(...wordsOf(whole, start - whole.length));
      if (!whole.trim()) open = null;
      start += 1;
    });
    this.gaps = this.runs.filter((run) => run.state === "gap").map((run) => ({ start: run.start, end: run.start + run.text.length }));
  }

  /**
   * Show the document as it is now.
   * @param {any} shown
   */
  renew(shown) {
    this.shown = shown;
    this.span = null;
    this.#fill();
    this.#show();
  }

  #listen() {
    this.element.addEventListener("keydown", (event) => this.#pressed(event));
    this.element.addEventListener("focus", () => this.#show());
    this.element.addEventListener("blur", () => { this.tip.hidden = true; });
    this.element.addEventListener("mouseup", (event) => this.#released(event));
    this.element.addEventListener("mouseover", (event) => {
      const mark = event.target instanceof Element ? event.target.closest("mark[data-facts]") : null;
      if (mark) this.#tell(mark);
      else this.tip.hidden = true;
    });
    this.element.addEventListener("mouseleave", () => { this.tip.hidden = true; });
  }

  /** @param {MouseEvent} event */
  #released(event) {
    const chosen = getSelection();
    if (chosen && !chosen.isCollapsed && chosen.rangeCount) {
      const range = chosen.getRangeAt(0);
      if (this.element.contains(range.startContainer) && this.element.contains(range.endContainer)) {
        this.choose({ start: this.#position(range.startContainer, range.startOffset), end: this.#position(range.endContainer, range.endOffset) });
        return;
      }
    }
    const mark = event.target instanceof Element ? event.target.closest("[data-start]") : null;
    if (chosen && chosen.anchorNode && this.element.contains(chosen.anchorNode)) {
      this.#moveTo(this.#wordAt(this.#position(chosen.anchorNode, chosen.anchorOffset)), false);
    }
    const facts = mark?.getAttribute("data-facts");
    if (facts) this.heard.open(facts.split(" "));
  }

  /**
   * The position of a place in the page.
   * @param {Node} node
   * @param {number} offset
   */
  #position(node, offset) {
    const within = node instanceof Element ? node : node.parentElement;
    const paragraph = within?.closest("p[data-start]");
    if (!paragraph) return offset ? this.words.at(-1)?.end ?? 0 : 0;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.getAttribute("data-start")) + before.toString().length;
  }

  /**
   * The range of the page for a span of the text.
   * @param {Span} span
   */
  range(span) {
    const range = document.createRange();
    const place = (/** @type {number} */ at, /** @type {boolean} */ end) => {
      const index = this.runs.findLastIndex((run) => end ? run.start < at : run.start <= at);
      const run = this.runs[Math.max(index, 0)];
      const node = this.element.querySelector(`[data-start="${run.start}"]:not(p)`)?.firstChild;
      return { node, offset: Math.min(at - run.start, run.text.length) };
    };
    const [first, last] = [place(span.start, false), place(span.end, true)];
    if (!first.node || !last.node) return null;
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    return range;
  }

  /**
   * The number of the word at a position, or of the next one.
   * @param {number} position
   */
  #wordAt(position) {
    const found = this.words.findIndex((word) => word.end > position);
    return found < 0 ? this.words.length - 1 : found;
  }

  /**
   * Choose a span of the text.
   * @param {Span} span
   */
  choose(span) {
    this.anchor = this.#wordAt(span.start);
    this.at = Math.max(this.anchor, this.#wordAt(span.end - 1));
    this.span = span;
    this.#show();
    this.heard.chosen();
  }

  /** Choose nothing. */
  clear() {
    this.span = null;
    this.at = Math.min(this.at, this.anchor);
    getSelection()?.removeAllRanges();
    this.#show();
    this.heard.chosen();
  }

  /** The text of a span. @param {Span} span */
  wordsIn(span) {
    return this.range(span)?.toString() ?? "";
  }

  /** How often the document has some words. @param {string} words */
  count(words) {
    return this.element.textContent.split(words).length - 1;
  }

  /**
   * Go to the next gap, or to the one before, and choose it; the last leads to the first.
   * @param {number} step
   */
  goToGap(step) {
    if (!this.gaps.length) return say("This document has no gaps.");
    const here = this.span?.start ?? this.words[this.at]?.start ?? 0;
    const next = step > 0 ? this.gaps.findIndex((gap) => this.span ? gap.start > here : gap.start >= here) : this.gaps.findLastIndex((gap) => gap.start < here);
    const index = next < 0 ? (step > 0 ? 0 : this.gaps.length - 1) : next;
    this.element.focus({ preventScroll: true });
    this.choose(this.gaps[index]);
    say(`Gap ${index + 1} of ${this.gaps.length}: ${this.wordsIn(this.gaps[index])}`);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = /** @type {Record<string, () => number>} */ ({
      ArrowRight: () => this.at + 1,
      ArrowLeft: () => this.at - 1,
      ArrowDown: () => event.shiftKey ? this.#sentenceEnd() : this.#sentence(1),
      ArrowUp: () => this.#sentence(-1),
      Home: () => this.#paragraph(-1),
      End: () => this.#paragraph(1),
    });
    if (event.key in steps) {
      const to = steps[event.key]();
      if (getComputedStyle(this.element).direction === "rtl" && /Left|Right/.test(event.key)) this.#moveTo(2 * this.at - to, event.shiftKey);
      else this.#moveTo(to, event.shiftKey);
    } else if (event.key === "n") this.goToGap(1);
    else if (event.key === "p") this.goToGap(-1);
    else if (event.key === "s") this.#chooseSentence();
    else if (event.key === "Escape" && this.span) this.clear();
    else if (!this.heard.key(event.key)) {
      if (event.key !== "Enter" || !this.#under().length) return;
      this.heard.open(this.#under());
    }
    event.preventDefault();
  }

  /** The word that begins the sentence after this one, or the one before. @param {number} step */
  #sentence(step) {
    const here = this.words[this.at]?.start ?? 0;
    const starts = this.shown.sentences;
    const found = step > 0 ? starts.find((/** @type {number} */ at) => at > here) : starts.findLast((/** @type {number} */ at) => at < here);
    return found === undefined ? this.at : this.#wordAt(found);
  }

  /** The last word of the sentence, or, from there, of the next one. */
  #sentenceEnd() {
    for (let from = this.at; from < this.words.length; from += 1) {
      const next = this.shown.sentences.find((/** @type {number} */ at) => at > this.words[from].start);
      const last = next === undefined ? this.words.length - 1 : this.#wordAt(next) - 1;
      if (last > this.at) return last;
    }
    return this.at;
  }

  /** The first or last word of the paragraph. @param {number} step */
  #paragraph(step) {
    const here = this.words[this.at]?.start ?? 0;
    const starts = [...this.element.querySelectorAll("p")].map((one) => Number(one.dataset.start));
    if (step < 0) return this.#wordAt(starts.findLast((at) => at <= here) ?? 0);
    const next = starts.find((at) => at > here);
    return next === undefined ? this.words.length - 1 : this.#wordAt(next) - 1;
  }

  /** Choose the whole sentence that the cursor is in. */
  #chooseSentence() {
    const here = this.words[this.at]?.start ?? 0;
    const first = this.#wordAt(this.shown.sentences.findLast((/** @type {number} */ at) => at <= here) ?? 0);
    const next = this.shown.sentences.find((/** @type {number} */ at) => at > here);
    const last = next === undefined ? this.words.length - 1 : this.#wordAt(next) - 1;
    this.choose({ start: this.words[first].start, end: this.words[last].end });
    say(`Selected: ${this.wordsIn({ start: this.words[first].start, end: this.words[last].end })}`);
  }

  /**
   * Move the cursor to a word, and perhaps choose what is between.
   * @param {number} to
   * @param {boolean} extend
   */
  #moveTo(to, extend) {
    const from = this.at;
    this.at = Math.max(0, Math.min(this.words.length - 1, to));
    if (!this.words.length) return;
    if (extend) {
      if (!this.span) this.anchor = from;
      const [first, last] = [Math.min(this.anchor, this.at), Math.max(this.anchor, this.at)];
      this.span = { start: this.words[first].start, end: this.words[last].end };
      say(`Selected: ${this.wordsIn(this.span)}`);
    } else {
      this.anchor = this.at;
      this.span = null;
      const facts = this.#under();
      say(this.wordsIn(this.words[this.at]) + (facts.length ? `, recorded: ${facts.map((id) => this.shown.claims[id]?.statement).join("; ")}` : ""));
    }
    this.#show();
    this.heard.chosen();
  }

  /** The facts that rest on the word at the cursor. @returns {string[]} */
  #under() {
    const here = this.words[this.at]?.start ?? 0;
    return this.runs.findLast((run) => run.start <= here)?.facts ?? [];
  }

  /** Paint the cursor and what is chosen, and keep them in view. */
  #show() {
    const word = this.words[this.at];
    const painted = /** @type {[string, Span | null][]} */ ([["cursor", word ?? null], ["chosen", this.span]]);
    for (const [name, span] of painted) {
      const range = span && this.range(span);
      if (range) CSS.highlights.set(name, new Highlight(range));
      else CSS.highlights.delete(name);
    }
    const box = word && this.range(word)?.getBoundingClientRect();
    if (!box || document.activeElement !== this.element) return;
    if (box.top < 90 || box.bottom > innerHeight - 60) scrollBy({ top: box.top - innerHeight / 3 });
    const facts = this.#under();
    const mark = facts.length && this.element.querySelector(`mark[data-start="${this.runs.findLast((run) => run.start <= word.start)?.start}"]`);
    if (mark && !this.span) this.#tell(mark);
    else this.tip.hidden = true;
  }

  /** Show what is recorded of a marked passage. @param {Element} mark */
  #tell(mark) {
    const facts = (mark.getAttribute("data-facts") ?? "").split(" ").filter(Boolean);
    const gap = mark.classList.contains("gap");
    this.tip.replaceChildren(
      ...facts.map((id) => make("p", {}, make("code", {}, id), ` ${this.shown.claims[id]?.statement ?? ""}`)),
      ...(facts.length ? [] : [make("p", {}, gap ? "Gap: neither recorded nor skipped yet." : "Skipped: these words make no claim.")]),
    );
    const box = mark.getClientRects()[0];
    this.tip.hidden = false;
    const left = Math.max(8, Math.min(box.left, innerWidth - this.tip.offsetWidth - 8));
    const above = box.top - this.tip.offsetHeight - 6;
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${above > 60 ? above : [...mark.getClientRects()].at(-1)?.bottom ?? box.bottom}px`;
  }
}
