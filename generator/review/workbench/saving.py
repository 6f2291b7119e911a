"""Saving: a fact is tried and then written; so are words without a claim, and new records."""

from __future__ import annotations

from generator.atlas.coverage import skipped_by
from generator.problems import Problem, choose_from, show
from generator.records import Skip
from generator.review.editors.schemas import SCHEMAS, modeline
from generator.review.lookup import look_alike
from generator.review.new_record import borne, entity_file, question_file
from generator.review.workbench.asked import AskEntity, AskFact, AskQuestion, AskSkip
from generator.review.workbench.begun import NothingThereError, exact_at
from generator.review.workbench.bench import Bench, digest_of
from generator.review.workbench.form import as_written_in_file
from generator.review.workbench.guards import RequestRefusedError
from generator.review.workbench.neighbours import neighbours
from generator.review.workbench.placing import (
    CannotPlaceError,
    added,
    alone,
    replaced,
    skipping,
)
from generator.review.workbench.showing import Sendable
from generator.review.workbench.trial import KnownProject, Trial, try_fact, try_skip
from generator.strict_yaml.nodes import Plain
from generator.text.folding import fold_line


def attempt(bench: Bench, asked: AskFact) -> Sendable:
    """What would be wrong if a fact were saved."""
    known = bench.known()
    _, record, trial = _tried(bench, asked, known)
    return _judged(bench, asked, record, trial, known)


def save(bench: Bench, asked: AskFact) -> Sendable:
    """Save a fact, or say what is wrong with it."""
    with bench.lock:
        known = bench.known()
        path = bench.path(asked.source, asked.file)
        if asked.replaces and asked.version != digest_of(bench.bytes(path)):
            raise RequestRefusedError(
                409,
                f"{path} has changed on disk since you began; copy what you wrote, and open the fact again",
            )
        text, record, trial = _tried(bench, asked, known)
        if trial.complaints:
            return _judged(bench, asked, record, trial, known)
        bench.write(path, text)
        fact_id = str(record["id"])
        bench.known()
        return {"saved": fact_id, "path": path, "yaml": alone(record), "problems": []}


def skip(bench: Bench, asked: AskSkip) -> Sendable:
    """List words that make no claim."""
    with bench.lock:
        known = bench.known()
        ref, start, end = bench.span(asked, known)
        reason = " ".join(asked.reason.split())
        if not reason:
            raise RequestRefusedError(422, "say why the words make no claim")
        path = f"content/{ref}/skipped.yaml"
        try:
            exact = str(exact_at(start, end, ref, known.atlas)["exact"])
            times = len(
                skipped_by(Skip(exact=exact, reason=reason), known.atlas.documents[ref].seed)
            )
            if times > 1 and not asked.everywhere:
                raise RequestRefusedError(
                    422, f"the words occur {times} times in the document; select more"
                )
            text = skipping(bench.text(path, "skipped"), exact, reason)
        except (NothingThereError, CannotPlaceError) as error:
            raise RequestRefusedError(422, str(error)) from None
        _refuse_new(try_skip(known, bench.root, path, text.encode()).elsewhere)
        bench.write(path, text)
        return {"saved": path}


def add_entity(bench: Bench, asked: AskEntity) -> Sendable:
    """Write the file of a new person, unit or topic."""
    with bench.lock:
        known = bench.known()
        names = [" ".join(one.split()) for one in (asked.name, *asked.aliases)]
        names = [one for one in names if one]
        subkinds = known.entries.config.vocabulary.subkinds[asked.kind]
        if asked.subkind and asked.subkind not in subkinds:
            advice = choose_from(asked.subkind, subkinds)
            raise RequestRefusedError(
                422, f"{show(asked.subkind)} is not in the vocabulary{advice}"
            )
        if subkinds and not asked.subkind:
            raise RequestRefusedError(422, "choose what kind it is")
        if there := borne(names, known.entries.entities):
            spelling, entity = there
            raise RequestRefusedError(422, f"{show(spelling)} is already a name of {entity.ref}")
        slug = bench.slug_of(names[0]) if names else ""
        if not slug:
            raise RequestRefusedError(
                422, f"no file can be named after {show(asked.name)}; add letters or digits to it"
            )
        path = f"content/{asked.kind}/{slug}.yaml"
        alike = look_alike(names, asked.kind, known.entries)
        other = alike[0] if alike else f"{asked.kind}/a-name-that-is-much-like-this-one"
        text = entity_file(names[0], names[1:], asked.subkind, tuple(subkinds), other)
        bench.create(path, f"{modeline(SCHEMAS[asked.kind], path)}{text}")
        return {"ref": f"{asked.kind}/{slug}", "path": path, "alike": alike[0] if alike else ""}


def add_question(bench: Bench, asked: AskQuestion) -> Sendable:
    """Write the file of a new question."""
    with bench.lock:
        entries = bench.known().entries
        title = " ".join(asked.title.split())
        choices = [one for one in (" ".join(words.split()) for words in asked.choices) if one]
        units = entries.config.vocabulary.units
        if bool(asked.unit) == bool(choices):
            raise RequestRefusedError(422, "choose what is counted, or write the possible answers")
        if asked.unit and asked.unit not in units:
            advice = choose_from(asked.unit, units)
            raise RequestRefusedError(422, f"{show(asked.unit)} is not in the vocabulary{advice}")
        for entry in entries.questions:
            if fold_line(entry.record.title).casefold() == fold_line(title).casefold():
                raise RequestRefusedError(422, f"{entry.ref} already asks that")
        slug = bench.slug_of(title)
        if not slug:
            raise RequestRefusedError(
                422, f"no file can be named after {show(asked.title)}; add letters or digits to it"
            )
        path = f"content/questions/{slug}.yaml"
        labels = {
            bench.slug_of(label) or f"choice-{number}": label
            for number, label in enumerate(choices, 1)
        }
        text = question_file(title, labels, asked.unit)
        bench.create(path, f"{modeline(SCHEMAS['questions'], path)}{text}")
        return {"ref": f"questions/{slug}", "path": path}


def _tried(
    bench: Bench, asked: AskFact, known: KnownProject
) -> tuple[str, dict[str, Plain], Trial]:
    """The text of a file with a fact in it, the fact as the file has it, and what `check` would say."""
    path = bench.path(asked.source, asked.file)
    try:
        record = as_written_in_file(asked.record)
        text = bench.text(path, "facts")
        if asked.replaces:
            entry = known.atlas.claims[asked.replaces].entry
            if entry.path != path or record.get("id") != asked.replaces:
                raise RequestRefusedError(422, "a fact keeps its id and its file")
            text = replaced(text, asked.replaces, record)
        else:
            text = added(text, record)
    except (ValueError, KeyError) as error:
        raise RequestRefusedError(422, f"this is not a record:  {error}") from None
    except CannotPlaceError as error:
        raise RequestRefusedError(409, f"{path}: {error}") from None
    fact_id = str(record.get("id", ""))
    return text, record, try_fact(known, bench.root, path, text.encode(), fact_id)


def _judged(
    bench: Bench, asked: AskFact, record: dict[str, Plain], trial: Trial, known: KnownProject
) -> Sendable:
    ref, fact_id = bench.ref(asked.source), str(record.get("id", ""))
    claim = trial.checked.atlas.claims.get(fact_id) if trial.checked.atlas else None
    places = [one.place for one in claim.quotes if one.place] if claim else []
    near = neighbours(
        str(record.get("statement", "")),
        [(one.start, one.end) for one in places],
        ref,
        fact_id,
        known.atlas,
    )
    return {
        "problems": [
            {"path": list(one.path), "rule": one.rule, "message": one.message}
            for one in trial.complaints
        ],
        "elsewhere": [
            f"{one.place.path}:{one.place.line}: {one.message}" for one in trial.elsewhere
        ],
        "yaml": alone(record),
        "near": [
            {
                "id": one.claim.id,
                "statement": one.claim.words,
                "source": one.claim.source.removeprefix("sources/"),
                "why": one.why,
            }
            for one in near
        ],
    }


def _refuse_new(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise RequestRefusedError(422, problems[0].message)
