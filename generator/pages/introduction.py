"""What an entity is, in a few cited sentences.

The sentences are what documents say: first the roles and ties that most documents state, then what
describes the entity. Each names its speakers. Nothing is said in the site's own voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.atlas.atlas import Claim
from generator.findings.alike import is_doubtful
from generator.findings.offices import around_name
from generator.findings.ties import Tie, ties_of
from generator.markup.escaping import Html, filled
from generator.markup.ties import tie_said
from generator.markup.together import Cite, alone, cited_speakers, together
from generator.markup.views import Together
from generator.markup.writer import Desk
from generator.records.references import kind_of

FEW_CLAIMS = 3  # a page with no more than these needs no introduction
SENTENCES = 3
SENTENCES_ON_WHO = 2  # at most, of these; there may be none of the other kinds


def introduction(desk: Desk, ref: str, claims: Sequence[Claim], cite: Cite) -> tuple[Together, ...]:
    """Who or what an entity is, in at most three sentences; none if it has few claims."""
    if len(claims) <= FEW_CLAIMS:
        return ()
    said = (tie for tie in _told_by_several(desk, ref) if tie_said(desk, tie.stated[0][1]))
    told = _one_of_each_kind(said, ref)
    vocabulary = desk.atlas.config.vocabulary
    relations, defining = vocabulary.relations, vocabulary.defining
    own = [tie for tie in told if tie.subject == ref and relations[tie.relation].hierarchy]
    used = {claim.id for tie in own for claim, _ in tie.stated}
    who = [_tie(desk, tie, cite) for tie in own]
    who += [_said(desk, group, cite) for group in _beginning(desk, ref, claims, defining.who, used)]
    others = [_tie(desk, tie, cite) for tie in told if tie not in own and _tells_of(ref, tie)]
    what = [
        _said(desk, group, cite) for group in _beginning(desk, ref, claims, defining.what, used)
    ]
    first = (who or what)[:SENTENCES_ON_WHO]
    return tuple([*first, *others, *who[len(first) :]][:SENTENCES])


def _told_by_several(desk: Desk, ref: str) -> list[Tie]:
    """The ties that several documents assert, those asserted by most first."""
    firm = [_firm(tie, desk) for tie in ties_of(ref, desk.atlas)]
    return sorted((tie for tie in firm if len(tie.sources) > 1), key=lambda tie: -len(tie.sources))


def _one_of_each_kind(ties: Iterable[Tie], ref: str) -> list[Tie]:
    """The first tie of each relation and end, since three of the same kind say little more than one."""
    first: dict[tuple[str, bool], Tie] = {}
    for tie in ties:
        first.setdefault((tie.relation, tie.subject == ref), tie)
    return list(first.values())


def _tells_of(ref: str, tie: Tie) -> bool:
    """Whether a tie says something about an entity; a tie to a place says little about the place."""
    return tie.subject == ref or kind_of(tie.object) != "topics"


def _firm(tie: Tie, desk: Desk) -> Tie:
    """The tie with the claims that assert it."""
    config = desk.atlas.config
    stated = tuple(
        (claim, relation)
        for claim, relation in tie.stated
        if claim.fact.modality == "asserted" and not is_doubtful(claim, config)
    )
    return Tie(tie.subject, tie.relation, tie.object, stated)


def _tie(desk: Desk, tie: Tie, cite: Cite) -> Together:
    """A tie as a sentence, with one claim from each document, if possible one that says nothing else."""
    alike = desk.findings.alike
    claims = sorted(
        (claim for claim, _ in tie.stated),
        key=lambda one: (one.source, one.id not in alike, not one.fact.own_voice),
    )
    cited = list({claim.source: claim for claim in reversed(claims)}.values())[::-1]
    dates = {desk.span(relation) for _, relation in tie.stated}
    said = tie_said(desk, tie.stated[0][1], first=True, timeless=len(dates) > 1)
    says = filled(desk.wording.claim.says, who=cited_speakers(desk, cited, cite))
    return Together(Html(f"{said}."), "", says, Html(""), Html(""))


def _said(desk: Desk, group: Sequence[Claim], cite: Cite) -> Together:
    """What one claim says, or several together."""
    return together(desk, group, cite) if len(group) > 1 else alone(desk, group[0], cite)


def _beginning(
    desk: Desk, ref: str, claims: Iterable[Claim], types: Sequence[str], used: set[str]
) -> list[list[Claim]]:
    """The claims of some types whose statement begins with the entity, those made by most first.

    Claims that say the same thing are together. Of the others, only the first of each type from
    each document is included. Claims that are already cited are left out.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    told: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.fact.type in types and claim.id not in used and _is_about(claim, ref, desk):
            alike = desk.findings.alike.get(claim.id)
            if alike is None and (claim.fact.type, claim.source) in told:
                continue
            told.add((claim.fact.type, claim.source))
            key = claim.fact.type, alike or claim.id
            groups.setdefault(key, []).append(claim)

    def rank(item: tuple[tuple[str, str], list[Claim]]) -> tuple[int, int]:
        return types.index(item[0][0]), -len({claim.source for claim in item[1]})

    return [group for _, group in sorted(groups.items(), key=rank)]


def _is_about(claim: Claim, ref: str, desk: Desk) -> bool:
    """Whether a claim asserts what an entity is, or what an event did.

    Its statement begins with the entity, perhaps after an article, and goes on with "is" or "was";
    unless it is about who holds what role, an article must follow: "is a".
    """
    before, named, after = around_name(claim.statement)
    language, defining = desk.atlas.config.language, desk.atlas.config.vocabulary.defining
    if named != ref or claim.fact.modality != "asserted":
        return False
    if before.strip().casefold() not in ("", *language.articles):
        return False
    words = after.split()[:2] if after.startswith(" ") else []
    if claim.fact.type == defining.deeds.get(desk.atlas.entities[ref].record.subkind or ""):
        return bool(words)
    defines = claim.fact.type in defining.who or (words[1:] and words[1] in language.articles)
    return bool(words) and words[0] in language.passive and bool(defines)
