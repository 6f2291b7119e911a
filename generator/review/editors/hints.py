"""What each field of a record is for, in a sentence that an editor shows beside it."""

from __future__ import annotations

from collections.abc import Mapping

_WHEN = (
    "When it held or happened: 2016, 2016-03, 2016-03-15, 2015/2018 (all of that time), "
    '"[2015..2018]" (some time within it), "[..2016]" (by 2016), 2016~ (about), 2016? (uncertain).'
)
_SAID_ON = "When the speaker said it, as a date; when it happened goes into `when`."
_POPULATION = "Whom or what the answer counts, as the question lists it."
_BASIS = "In what sense the answer counts, as the question lists it."
_ALIASES = "Every other spelling that a document uses, in any script."
_BECAUSE = "Why, in a sentence for readers."
_FACT = "The id of the fact that shows it."

HINTS: Mapping[str, Mapping[str, str]] = {
    "Fact": {
        "id": "`f-` and eight characters, made by `new fact`. Never used again.",
        "statement": "The claim in our words: neutral, one or two sentences, no more than the quote says. "
        "Link names as [[people/ada-okoro|Okoro]].",
        "quote": "The document's words, word for word, from one paragraph, with nothing left out.",
        "context": "More of the document's words, to show what a pronoun or a date refers to.",
        "attributed_to": "Whoever said it first, according to the document: `self` (the document itself), "
        "a reference, `unnamed`, or the document's words for them.",
        "attributed_as": "The words that credit the speaker, word for word. Leave out for `self`.",
        "via": "Everyone between that speaker and the document, nearest the document first.",
        "modality": "`asserted` unless the claim is announced, predicted or itself a denial.",
        "type": "What kind of claim it is. Needed unless the fact has figures.",
        "when": _WHEN,
        "when_as_stated": "The document's words for the date, beside an inexact date or alone.",
        "said_on": _SAID_ON,
        "said_as_stated": "The document's words for when it was said.",
        "present": "true if it describes how things were when the document was written.",
        "dated": "A date that the document does not give but evidence does.",
        "topics": "Pages that show this fact, beyond those that the statement links.",
        "figures": "The amounts that the quote states.",
        "choices": "Answers to questions that are not about a number.",
        "relations": "Relations between two entities that the quote states.",
        "resolves": "What words of the passages mean, such as `the party: units/liberal-party`.",
        "inferred": "`field: reason` for what other words of the document show and the quote does not state.",
        "related_facts": "How this fact is related to other facts.",
        "note": "A note for readers.",
    },
    "Withdrawn": {
        "withdrawn_on": "The day on which it was withdrawn.",
        "reason": "Why it is no longer claimed, in a sentence for readers.",
        "replaced_by": "The id of the fact that replaces it, if there is one.",
    },
    "Exact": {
        "exact": "The document's words, word for word.",
        "prefix": "The words right before, if the document has the same words more than once.",
        "suffix": "The words right after, if the document has the same words more than once.",
        "locator": "Where the document has it, such as {page: 12} or {chapter: 3, verse: 16}.",
        "translation": "What it says in another language, for readers.",
    },
    "Translation": {
        "text": "The translation.",
        "by": "Who made it: us, machine, document, or a name.",
        "language": "Its language, if that is not the site's.",
    },
    "Figure": {
        "as_stated": "The words of the quote that state the amount, with what is counted.",
        "number": "The amount, as digits only: 70000.",
        "at_least": "The lowest amount it can be, for “at least” and the like.",
        "more_than": "The amount that it exceeds, for “more than” and the like.",
        "at_most": "The highest amount it can be, for “at most” and the like.",
        "less_than": "The amount that it is below, for “less than” and the like.",
        "between": "The two ends of a range: [2000, 3000].",
        "words": "An amount without a number, such as “tens of thousands”.",
        "about": "true if the words say “about” or the like.",
        "estimated": "true if the words say that it is an estimate.",
        "unit": "What is counted.",
        "currency": "The currency, as three capital letters: USD.",
        "per": "The period of a rate.",
        "as_of": "When the amount held, if that is not the fact's own date.",
        "answers": "The question that the amount answers.",
        "population": _POPULATION,
        "basis": _BASIS,
    },
    "Choice": {
        "answers": "The question that it answers.",
        "choice": "The answer, as the question lists it.",
        "denies": "true if the speaker says that it is not so.",
        "population": _POPULATION,
        "basis": _BASIS,
    },
    "Relation": {
        "subject": "The first of the two.",
        "relation": "How the first is related to the second.",
        "object": "The second of the two.",
        "from": "Since when.",
        "to": "Until when.",
    },
    "RelatedFact": {
        "fact": "The id of the other fact.",
        "how": "How this fact is related to it.",
        "note": "What readers should know about it.",
    },
    "Relay": {
        "who": "A reference, or the document's words for them.",
        "said_on": "When they passed it on.",
        "said_as_stated": "The document's words for when they passed it on.",
        "dated": "The date when they passed it on, if only evidence gives it.",
    },
    "Dated": {
        "when": _WHEN,
        "said_on": _SAID_ON,
        "because": _BECAUSE,
        "facts": "Facts about the same time.",
        "after": "Facts about something earlier: this one came after them.",
        "before": "Facts about something later: this one came before them.",
        "evidence": "Texts other than our documents that show the date.",
    },
    "Evidence": {
        "title": "Its title.",
        "publisher": "Who published it.",
        "address": "Where it is on the web.",
        "seen": "When and how we saw it.",
        "says": "What it says about the date.",
    },
    "Entity": {
        "name": "What readers see.",
        "aliases": _ALIASES,
        "subkind": "What kind of person, unit or topic it is.",
        "probably": "Another entity that this one probably is, and why.",
        "unsettled": "Entities that may be this one: the documents leave it open.",
        "distinct_from": "Entities that the documents distinguish from this one.",
        "asked_as": "What readers may type to find it, besides its names.",
        "party": "What it is a party to, and the fact that shows it.",
        "formerly": "References that it had before, written by `rename` and `merge`; their pages lead here.",
    },
    "Alias": {
        "name": "The spelling.",
        "language": "Its language, if the letters don't show it: fa, ur, ar.",
    },
    "ProbableIdentity": {"ref": "The other entity.", "because": _BECAUSE},
    "Distinction": {"ref": "The other entity.", "because": _BECAUSE, "fact": _FACT},
    "Party": {
        "to": "What it is a party to.",
        "fact": _FACT,
        "words": "The words of that fact's passages that show it.",
    },
    "Question": {
        "title": "The question, as readers see it.",
        "unit": "What is counted, if the answer is a number.",
        "population": "Whom or what answers may count.",
        "basis": "In what senses answers may count.",
        "choices": "The possible answers, if they are not numbers.",
        "in_order": "true if the choices have an order.",
        "denials": "The words for a choice when a speaker denies it.",
        "contrary": "Pairs of choices that can't both be true.",
        "fitting": "Pairs of choices that support each other.",
        "silent": "Documents that were searched for an answer and have none.",
        "asked_as": "The question in a reader's own words, for the search.",
        "broader": "The question that this one shows a part of.",
        "within": "Which part of the broader question it shows.",
        "topics": "The topics that it belongs to.",
        "see_also": "Questions that readers of this one may look for.",
        "note": "A note for readers.",
        "formerly": "References that it had before, written by `rename` and `merge`; their pages lead here.",
    },
    "Population": {
        "label": "As readers see it.",
        "made_of": "The populations that it consists of.",
        "unnamed": "true if nobody says who they are, so that they may be any of the others.",
    },
    "Basis": {
        "label": "As readers see it.",
        "time": "A moment, an event, a span, so_far (from the beginning), or fixed by the question.",
    },
    "Within": {"population": _POPULATION, "basis": _BASIS},
    "Silence": {
        "source": "The document that was searched.",
        "note": "What readers should know about it.",
    },
    "Source": {
        "title": "The title of the document.",
        "short": "A short name, of 30 characters at most.",
        "article": "The article that the short name takes in a sentence, if any: the.",
        "letter": "One to three capital letters that mark its citations.",
        "kind": "What kind of document it is.",
        "language": "The language of its text: en, fa, ar.",
        "authors": "Who wrote it: names, references, or family and given.",
        "editors": "Who edited it.",
        "translators": "Who translated it.",
        "publisher": "Who published it.",
        "container": "What it appeared in.",
        "number_of_pages": "How many pages it has.",
        "address": "Where it is on the web.",
        "accessed": "The day on which you saw it there.",
        "seed": "The file in seeds/ with its text.",
        "text": "Whether the text is whole, and what is missing.",
        "reference_marks": "true if the text has note marks such as [43] that are not its words.",
        "licence": "The licence under which it is published, if it says so.",
        "dates": "When it was written and published, and how that is known.",
        "known_from": "`field: how` for what the document itself does not say.",
        "party": "What it is a party to, and the fact that shows it.",
        "complete": "true once every sentence is recorded or skipped.",
        "note": "A note for readers.",
        "formerly": "References that it had before, written by `rename` and `merge`; their pages lead here.",
    },
    "Creator": {
        "who": "A reference, or the full name.",
        "family": "The family name, with its particles and suffixes.",
        "given": "The given names.",
    },
    "Container": {
        "title": "The title of the journal, newspaper or book.",
        "volume": "Its volume.",
        "issue": "Its issue.",
        "pages": "The pages there.",
    },
    "SourceDate": {
        "of": "Which date this is: written or published.",
        "date": "The date.",
        "as_stated": "The document's words for it.",
        "known_from": "How it is known, if the document does not say it.",
        "facts": "Facts that show it.",
        "evidence": "Texts other than our documents that show it.",
    },
    "TextState": {
        "state": "Whether the text is whole or an extract.",
        "note": "How the text was obtained, and what is missing.",
    },
    "Skip": {
        "exact": "The words, word for word.",
        "pattern": "A pattern of the words, as a regular expression.",
        "reason": "Why they make no claim.",
    },
}
"""A sentence for each field of the records in `content/`, by the class of the record."""
