"""The rules: what must be true of the records. A rule is a function; its docstring is its manual.

To add a rule, write a function from the atlas to problems and add its name to one of the two lists.

- `references`: references and ids lead somewhere
- `links`: links are written as links, and lead somewhere
- `unknown`, `misplaced`: references that lead nowhere, and entities in the folder of another kind
- `withdrawals`: a published fact is withdrawn, not deleted
- `former_names`: no record takes a reference that another had before
- `vocabulary`: records use its words, and each relation joins the kinds of things that it allows
- `sources`: a source has its text, letter, makers and dates
- `identities`: people and bodies that may be the same, and parties
- `names`: a statement's names are in its passages; entities with similar names are distinguished
- `locators`: pages and headings begin where the record says, and a quote is on the page that it names
- `quotations`: passages are verbatim
- `translations`: translations stand beside passages of another language
- `nearest`: the passage that a contributor may have meant
- `clauses`: no clause is cut off from what it depends on
- `edges`: no denial, hedge, verb or claim is cut off, and no denial or hedge is lost
- `intents`: what is tried, planned or expected is not told as done
- `cut_amounts`: no bound or end of a range is cut off
- `amounts`, `bounds`, `labels`, `statements`: figures and statements say what the passages say
- `answers`: an answer has the facets of its question
- `attribution`, `bylines`, `speech`, `voice`: speakers are credited, and the site's own voice is neutral
- `chronology`: dates are in order and have their words
- `date_evidence`: dates are in the passages
- `dating`: dates by evidence rest on something
- `date_chains`: no event is later than its statement, and no statement than its document
- `date_order`, `document_dates`: dates fit what they rest on; documents are dated once, after what they tell
- `saying`: a claim is what is said, credited by its own sentence; its time is kept apart
- `coverage`: nothing in a complete document is left out
- `map`: the map shows places
- `evidence`: how the rules search the passages of a fact
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.atlas.atlas import Atlas
from generator.problems import Problem
from generator.rules.amounts import figures_match_their_words, figures_stand_in_a_quotation
from generator.rules.answers import (
    answers_carry_a_topic,
    choices_are_known,
    denials_are_choices,
    facets_are_those_of_the_question,
    facets_stand_beside_an_answer,
    narrower_questions_are_parts,
    pairs_are_of_choices,
    populations_are_made_of_others,
    silence_is_still_so,
)
from generator.rules.attribution import (
    claimants_are_credited,
    credits_stand_by_their_claims,
    own_voice_credits_nobody,
)
from generator.rules.bylines import bylines_credit_nobody
from generator.rules.chronology import (
    dates_are_in_order,
    nothing_is_later_than_its_document,
    open_dates_have_their_words,
    spans_are_filled,
)
from generator.rules.clauses import no_clause_is_cut_off
from generator.rules.coverage import complete_documents_have_no_gaps, skips_are_found
from generator.rules.cut_amounts import no_bound_is_cut_off
from generator.rules.date_chains import dates_can_all_hold
from generator.rules.date_evidence import dates_are_in_evidence
from generator.rules.date_order import dates_meet_their_evidence, what_came_after_can_hold
from generator.rules.dating import (
    a_stated_date_is_not_concluded_again,
    dates_rest_on_something_else,
    evidence_of_dates_is_known,
)
from generator.rules.document_dates import (
    documents_are_no_older_than_what_they_tell,
    documents_are_written_once,
)
from generator.rules.edges import (
    hedges_are_kept,
    negations_are_kept,
    no_claim_is_left_to_the_context,
    no_denial_is_cut_off,
    no_hedge_is_cut_off,
    no_verb_is_cut_off,
)
from generator.rules.former_names import former_references_are_free
from generator.rules.identities import (
    identities_are_known,
    only_what_documents_tell_apart_is_distinct,
    parties_are_shown,
)
from generator.rules.intents import intents_are_kept
from generator.rules.labels import no_figure_is_a_label
from generator.rules.links import links_are_settled, texts_without_links_have_none
from generator.rules.locators import (
    headings_begin_lines,
    locators_agree_with_the_pages,
    pages_are_found,
)
from generator.rules.map import the_map_shows_places
from generator.rules.misplaced import files_are_in_their_folder
from generator.rules.names import look_alikes_are_told_apart, names_are_in_evidence
from generator.rules.quotations import (
    passages_are_verbatim,
    quotes_go_on_as_the_document,
    stated_times_are_in_evidence,
    unfound,
)
from generator.rules.references import (
    facts_are_related_once,
    ids_are_used_once,
    nothing_is_orphaned,
    references_are_known,
)
from generator.rules.saying import (
    a_claim_is_what_is_said,
    a_credit_stands_in_its_own_sentence,
    statements_keep_to_no_day,
    times_of_saying_are_apart,
)
from generator.rules.sources import documents_are_told_apart, sources_are_whole
from generator.rules.statements import (
    bounds_are_kept,
    estimates_are_kept,
    months_are_in_evidence,
    numbers_are_in_evidence,
)
from generator.rules.translations import translations_stand_beside_the_original
from generator.rules.vocabulary import relations_tie_the_right_kinds, words_are_in_the_vocabulary
from generator.rules.voice import our_voice_is_neutral, reasons_go_on_a_sentence
from generator.rules.withdrawals import published_facts_are_withdrawn, replacements_are_known

Rule = Callable[[Atlas], Iterator[Problem]]

RULES_OF_RECORDS: tuple[Rule, ...] = (
    references_are_known,
    facts_are_related_once,
    links_are_settled,
    texts_without_links_have_none,
    words_are_in_the_vocabulary,
    relations_tie_the_right_kinds,
    identities_are_known,
    only_what_documents_tell_apart_is_distinct,
    parties_are_shown,
    ids_are_used_once,
    published_facts_are_withdrawn,
    replacements_are_known,
    former_references_are_free,
    nothing_is_orphaned,
    files_are_in_their_folder,
    sources_are_whole,
    documents_are_told_apart,
    pages_are_found,
    headings_begin_lines,
    locators_agree_with_the_pages,
    facets_are_those_of_the_question,
    facets_stand_beside_an_answer,
    choices_are_known,
    answers_carry_a_topic,
    pairs_are_of_choices,
    denials_are_choices,
    silence_is_still_so,
    populations_are_made_of_others,
    narrower_questions_are_parts,
    dates_are_in_order,
    nothing_is_later_than_its_document,
    evidence_of_dates_is_known,
    a_stated_date_is_not_concluded_again,
    dates_rest_on_something_else,
    dates_can_all_hold,
    dates_meet_their_evidence,
    what_came_after_can_hold,
    documents_are_written_once,
    documents_are_no_older_than_what_they_tell,
    our_voice_is_neutral,
    reasons_go_on_a_sentence,
    passages_are_verbatim,
    translations_stand_beside_the_original,
    figures_match_their_words,
    look_alikes_are_told_apart,
    a_claim_is_what_is_said,
    statements_keep_to_no_day,
    skips_are_found,
    complete_documents_have_no_gaps,
    the_map_shows_places,
)
"""The rules that look only at the records, or at each passage by itself."""

RULES_OF_PASSAGES: tuple[Rule, ...] = (
    quotes_go_on_as_the_document,
    open_dates_have_their_words,
    spans_are_filled,
    dates_are_in_evidence,
    stated_times_are_in_evidence,
    figures_stand_in_a_quotation,
    no_figure_is_a_label,
    numbers_are_in_evidence,
    bounds_are_kept,
    estimates_are_kept,
    months_are_in_evidence,
    names_are_in_evidence,
    claimants_are_credited,
    credits_stand_by_their_claims,
    own_voice_credits_nobody,
    bylines_credit_nobody,
    a_credit_stands_in_its_own_sentence,
    times_of_saying_are_apart,
    no_bound_is_cut_off,
    no_denial_is_cut_off,
    no_hedge_is_cut_off,
    no_clause_is_cut_off,
    no_verb_is_cut_off,
    no_claim_is_left_to_the_context,
    negations_are_kept,
    hedges_are_kept,
    intents_are_kept,
)
"""The rules that compare a record with its passages, once all of them are found."""

RULES = (*RULES_OF_RECORDS, *RULES_OF_PASSAGES)

FOLLOWS_FROM = {
    "date-order": ("date-chain", "date-not-in-quote"),
    "figure-words": ("figure",),
    "link": ("attribution",),
    "date-chain": ("date-not-in-quote",),
    "vocabulary": ("facet",),
}
"""For each of these rules, those whose problem about the same value only follows from its own."""


def check(atlas: Atlas) -> list[Problem]:
    """Every problem that any rule finds, sorted by place.

    If a passage of a fact is not in its document, only that is reported, because everything else
    that the rules about passages would find follows from it. A date that can't be right need not
    have its words.
    """
    claims = {ref: claim for ref, claim in atlas.claims.items() if not unfound(claim)}
    sound = replace(atlas, claims=claims) if len(claims) < len(atlas.claims) else atlas
    asked = ((RULES_OF_RECORDS, atlas), (RULES_OF_PASSAGES, sound))
    found = {problem for rules, of in asked for rule in rules for problem in rule(of)}
    impossible = {(one.place, name) for one in found for name in FOLLOWS_FROM.get(one.rule, ())}
    return sorted(one for one in found if (one.place, one.rule) not in impossible)
