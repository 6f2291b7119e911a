"""Rules about references: what a record names exists, once, and every record is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Unlinked
from generator.problems import Place, Problem, choose_from, did_you_mean, show
from generator.records.fields import FACT_ID, REF
from generator.records.references import entity_kind_of, is_entity, kind_of, refs_meant


def references_are_known(atlas: Atlas) -> Iterator[Problem]:
    """Every reference in a fact or a question leads to a record, and no fact is tied to itself."""
    for claim in atlas.claims.values():
        for place, ref in _references(claim):
            if not atlas.knows(ref):
                yield unknown(place, ref, atlas.refs)
        for index, tie in enumerate(claim.fact.related_facts):
            if tie.fact not in atlas.claims:
                place = claim.entry.place("related_facts", index, "fact")
                yield unknown(place, tie.fact, atlas.claims)
            elif tie.fact == claim.id:
                place = claim.entry.place("related_facts", index, "fact")
                message = "this fact is related to itself; name another fact"
                yield Problem(place, "known-reference", message)
    for question in atlas.questions.values():
        for index, ref in enumerate(question.record.topics):
            if ref not in atlas.entities:
                yield unknown(question.place("topics", index), ref, atlas.entities)
        if question.record.broader and question.record.broader not in atlas.questions:
            yield unknown(question.place("broader"), question.record.broader, atlas.questions)


def _references(claim: Claim) -> Iterator[tuple[Place, str]]:
    """Each reference in a fact, with its place."""
    fact, place = claim.fact, claim.entry.place
    for field, speakers in (("attributed_to", claim.claimants), ("via", claim.via)):
        for index, speaker in enumerate(speakers):
            if speaker.ref:
                yield place(field, index), speaker.ref
    for index, ref in enumerate(fact.topics):
        yield place("topics", index), ref
    for index, relation in enumerate(fact.relations):
        yield place("relations", index, "subject"), relation.subject
        yield place("relations", index, "object"), relation.object
    for index, figure in enumerate(fact.figures):
        if figure.answers:
            yield place("figures", index, "answers"), figure.answers
    for index, choice in enumerate(fact.choices):
        yield place("choices", index, "answers"), choice.answers
    for words, meaning in fact.resolves.items():
        for ref in refs_meant(meaning):
            yield place("resolves", words), ref


def unknown(place: Place, ref: str, known: Iterable[str]) -> Problem:
    """The problem of a reference that leads nowhere, with the most similar known one."""
    near = did_you_mean(ref, known)
    if REF.fullmatch(ref):
        file = f"{ref}/source.yaml" if kind_of(ref) == "sources" else f"{ref}.yaml"
        advice = (
            f"{near} If it is another, add content/{file}"
            if near
            else f"; correct it, or add content/{file} (if that exists, mend its problems first)"
        )
    elif FACT_ID.fullmatch(ref):
        advice = near or "; correct the id, or first mend the fact that has it"
    else:
        advice = near or "; write a reference such as people/ada-okoro"
    message = f"no record that could be read is called {show(ref)}{advice}"
    return Problem(place, "known-reference", message)


def links_are_settled(atlas: Atlas) -> Iterator[Problem]:
    """Every `[[…]]` names exactly one entity; a name that several share is listed with all of them."""
    for claim in atlas.claims.values():
        speakers = [(one.prose, "attributed_to") for one in claim.claimants]
        speakers += [(one.prose, "via") for one in claim.via]
        for prose, field in [(claim.statement, "statement"), *speakers]:
            place = claim.entry.place(field)
            for piece in prose:
                if isinstance(piece, Unlinked):
                    if "[[" in piece.words or "]]" in piece.words:
                        message = "a link is not closed here; write [[ref|words]] or [[words]]"
                        yield Problem(place, "link", message)
                elif piece.ref and piece.ref not in atlas.entities:
                    yield unknown(place, piece.ref, atlas.entities)
                elif len(piece.candidates) > 1:
                    named = ", ".join(f"[[{ref}|{piece.words}]]" for ref in piece.candidates)
                    message = (
                        f"{show(piece.words)} is the name of several things; choose from {named}"
                    )
                    yield Problem(place, "ambiguous-name", message)
                elif piece.ref is None:
                    near = did_you_mean(piece.words, atlas.names.by_spelling)
                    advice = near or "; write [[ref|words]], or add the name to its aliases"
                    message = f"nothing has the name {show(piece.words)}{advice}"
                    yield Problem(place, "known-reference", message)


def words_are_in_the_vocabulary(atlas: Atlas) -> Iterator[Problem]:
    """`site_config/vocabulary.yaml` lists every type, unit, period, subkind and kind of source."""
    vocabulary = atlas.config.vocabulary

    def known(place: Place, word: str, section: str, words: Iterable[str]) -> Iterator[Problem]:
        if word not in words:
            yield Problem(place, "vocabulary", _not_listed(word, section, words))

    for claim in atlas.claims.values():
        yield from known(claim.entry.place("type"), claim.fact.type, "types", vocabulary.types)
        for index, figure in enumerate(claim.fact.figures):
            place = claim.entry.place("figures", index, "unit")
            yield from known(place, figure.unit, "units", vocabulary.units)
            if figure.per:
                place = claim.entry.place("figures", index, "per")
                yield from known(place, figure.per, "periods", vocabulary.periods)
    for ref, entity in atlas.entities.items():
        subkinds = vocabulary.subkinds[entity_kind_of(ref)]
        subkind = entity.record.subkind
        if subkind:
            yield from known(entity.place("subkind"), subkind, "subkinds", subkinds)
        elif subkinds:
            message = f"subkind is missing; choose from {', '.join(subkinds)}"
            yield Problem(entity.place(), "vocabulary", message)
    for document in atlas.documents.values():
        kind, place = document.record.kind, document.entry.place("kind")
        yield from known(place, kind, "source_kinds", vocabulary.source_kinds)
    for question in atlas.questions.values():
        if question.record.unit:
            place = question.place("unit")
            yield from known(place, question.record.unit, "units", vocabulary.units)


def _not_listed(word: str, section: str, words: Iterable[str]) -> str:
    advice = choose_from(word, words)
    return f"{show(word)} is not under {section} in site_config/vocabulary.yaml{advice}"


def relations_tie_the_right_kinds(atlas: Atlas) -> Iterator[Problem]:
    """A relation is in the vocabulary, and joins two things of the kinds that it gives."""
    relations = atlas.config.vocabulary.relations
    for claim in atlas.claims.values():
        for index, relation in enumerate(claim.fact.relations):
            place = claim.entry.place("relations", index, "relation")
            words = relations.get(relation.relation)
            if words is None:
                message = _not_listed(relation.relation, "relations", relations)
                yield Problem(place, "relation", message)
                continue
            for end in ("subject", "object"):
                kind = kind_of(getattr(relation, end))
                kinds = getattr(words, end)
                if kind not in kinds:
                    message = (
                        f"the {end} of {relation.relation} must be in {' or '.join(kinds)}, not in "
                        f"{kind}; correct it, or choose another relation"
                    )
                    yield Problem(claim.entry.place("relations", index, end), "relation", message)
            if relation.subject == relation.object:
                message = f"{relation.subject} is both subject and object; correct one of them"
                yield Problem(place, "relation", message)


def ids_are_used_once(atlas: Atlas) -> Iterator[Problem]:
    """An id names one fact for ever, so a copied fact needs a new id."""
    for entry in atlas.repeated_ids:
        first = atlas.claims.get(entry.ref)
        where = f" in {first.entry.path}:{first.entry.place('id').line}" if first else ""
        message = (
            f"{entry.ref} is also the id of a fact{where}; give the newer of the two the id that "
            "python -m generator new fact prints"
        )
        yield Problem(entry.place("id"), "unique-id", message)


def nothing_is_orphaned(atlas: Atlas) -> Iterator[Problem]:
    """A fact mentions every entity, answers every question, and comes from every source.

    The author or publisher of a source needs no fact.
    """
    records = [document.record for document in atlas.documents.values()]
    published = {name for one in records for name in (*one.authors, one.publisher)}
    for ref, entity in atlas.entities.items():
        if ref not in atlas.about and ref not in published:
            message = (
                f"no fact that could be read mentions {ref}; mend any other problems first, then "
                "link it from a statement if it is still listed"
            )
            yield Problem(entity.place(), "orphan", message)
    for ref, question in atlas.questions.items():
        if not atlas.answers.get(ref):
            broader = question.record.broader
            message = (
                f"no answer to {broader} fits `within`; correct broader or within, or first mend "
                "the facts that should answer"
                if broader
                else f"no fact that could be read answers {ref}; mend any other problems first, "
                "then name it under answers in a figure or a choice if it is still listed"
            )
            yield Problem(question.place(), "orphan", message)
    for ref, document in atlas.documents.items():
        if ref not in atlas.drawn_from:
            message = f"no fact comes from {ref}; add one in a file facts….yaml of this folder"
            yield Problem(document.entry.place(), "orphan", message)


def sources_are_whole(atlas: Atlas) -> Iterator[Problem]:
    """A source's text is in `seeds/`, its letter is unique, and its authors and publisher exist.

    `known_from` names fields of the source, and each date says how it is known.
    """
    letters: dict[str, str] = {}
    for ref, document in atlas.documents.items():
        record, place = document.record, document.entry.place
        if document.seed is None:
            message = f"seeds/ has no file {show(record.seed)}; correct the name, or add the file"
            yield Problem(place("seed"), "seed", message)
        if record.letter in letters:
            message = (
                f"{letters[record.letter]} already has the letter {record.letter}; use another"
            )
            yield Problem(place("letter"), "source", message)
        letters.setdefault(record.letter, ref)
        named: list[tuple[tuple[str | int, ...], str]] = [
            (("authors", i), author) for i, author in enumerate(record.authors)
        ]
        if record.publisher:
            named.append((("publisher",), record.publisher))
        for location, words in named:
            if is_entity(words) and words not in atlas.entities:
                yield unknown(place(*location), words, atlas.entities)
        for field in record.known_from:
            if field not in type(record).model_fields:
                near = did_you_mean(field, type(record).model_fields)
                message = f"a source has no field {show(field)}{near or '; remove this line'}"
                yield Problem(place("known_from", field), "source", message)
        for index, date in enumerate(record.dates):
            if not date.as_stated and not date.known_from:
                message = "nothing says how this date is known; add as_stated or known_from"
                yield Problem(place("dates", index), "source", message)
