"""The set ``factuality``: did it happen? The status of every annotated predicate of a treebank, coded as event or not.

The ids of the annotation count the sentences of an earlier release, which had one sentence more; where it stood is
found by the words: the predicates are verbs for the most part, and one sentence off they are not.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from evaluation.request import Case, EvaluationError, Number, Request, Result, files, refuse_train
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from evaluation.sets.treebank import Piece, align, pieces
from whosays import coding
from whosays.ontology import wording

_HAPPENED = frozenset({"happened", "ongoing", "habitual"})
_TEN = 10  # sentences of a piece
_SPLITS = ("dev", "test", "train")


class Predicate(msgspec.Struct, frozen=True, order=True):
    """A predicate: the numbers of its sentence and word as the annotation counts them, and whether it happened."""

    sentence: int  # from 1
    word: int  # from 1
    happened: bool


class _Value(msgspec.Struct):
    value: float


class _Factual(msgspec.Struct):
    factual: _Value


class _Node(msgspec.Struct):
    factuality: _Factual


class _Annotation(msgspec.Struct):
    data: dict[str, dict[str, _Node]]


class Counted(msgspec.Struct):
    """Both answers, and those on predicates that are events of ours."""

    happened: Tally = msgspec.field(default_factory=Tally)
    other: Tally = msgspec.field(default_factory=Tally)
    right: int = 0
    predicates: int = 0
    events: int = 0
    events_right: int = 0
    lost: int = 0

    def add(self, gold: bool, found: bool, is_event: bool) -> None:
        """Counts a predicate in."""
        self.happened.add(gold and found, found, gold)
        self.other.add(not gold and not found, not found, not gold)
        self.right += gold == found
        self.predicates += 1
        self.events += is_event
        self.events_right += is_event and gold == found

    def keys(self) -> dict[str, Number]:
        """The scores under their fixed names."""
        return {
            "f1": self.happened.f1,
            "acc": share(self.right, self.predicates),
            "not_f1": self.other.f1,
            "events_acc": share(self.events_right, self.events),
            "events": self.events,
            "predicates": self.predicates,
            "lost": self.lost,
        }


def run(request: Request) -> Result:
    """Asks of every predicate of the treebank's split whether it happened."""
    if request.ewt is None or not request.ewt.is_file():
        raise EvaluationError("say where the treebank's file is: --ewt en_ewt-ud-dev.conllu")
    treebank = refuse_train([request.ewt], request.allow_train)[0]
    split = next((s for s in _SPLITS if f"-{s}" in treebank.stem), _SPLITS[0])
    read = [p for path in files(request, "*.zip", "factuality*.json") for p in predicates(path, split)]
    batches = list(pieces(treebank))
    moved = placed(sorted(read), batches)
    counted = Counted()
    cases: list[Case] = []
    for number, piece in enumerate(batches):
        mine = [p for p in moved if number * _TEN < p.sentence <= (number + 1) * _TEN]
        if mine:
            cases += _score(piece, mine, counted)
    return Result(keys=counted.keys(), cases=tuple(cases))


def predicates(path: Path, split: str) -> list[Predicate]:
    """The predicates of one split, in a zip or as JSON; those valued above 0 happened."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                raw = packed.read(next(name for name in packed.namelist() if name.endswith(".json")))
        else:
            raw = path.read_bytes()
        data = msgspec.json.decode(raw, type=_Annotation).data
    except (msgspec.DecodeError, StopIteration, zipfile.BadZipFile) as error:
        raise EvaluationError(f"{path}: not the factuality annotation of UDS ({error!r})") from error
    return [
        Predicate(int(key.rpartition("-")[2]), int(name.rpartition("-")[2]), node.factuality.factual.value > 0)
        for key, nodes in data.items()
        if f"-{split}-" in key
        for name, node in nodes.items()
    ]


def placed(read: Sequence[Predicate], batches: Sequence[Piece]) -> list[Predicate]:
    """The predicates with the sentence numbers of this treebank: one less behind the sentence that it has not.

    The break is put where most of the predicates are verbs; of breaks that do equally well, and of none, the last.
    """
    verbs = _verbs(batches)
    here = [(p.sentence, p.word) in verbs for p in read]
    before = [(p.sentence - 1, p.word) in verbs for p in read]
    best, most = len(read), sum(here)
    for at in range(len(read) - 1, -1, -1):
        if at and read[at].sentence == read[at - 1].sentence:
            continue
        right = sum(here[:at]) + sum(before[at:])
        if right > most:
            best, most = at, right
    return [msgspec.structs.replace(p, sentence=p.sentence - (i >= best)) for i, p in enumerate(read)]


def _verbs(batches: Iterable[Piece]) -> set[tuple[int, int]]:
    """Sentence and word numbers of the treebank's verbs."""
    sentences = ((piece, bounds) for piece in batches for bounds in piece.sentences)
    return {
        (number, at - start + 1)
        for number, (piece, (start, end)) in enumerate(sentences, 1)
        for at in range(start, end)
        if piece.words[at].tag.startswith("VB")
    }


def _score(piece: Piece, mine: Sequence[Predicate], counted: Counted) -> list[Case]:
    """Counts the predicates of one piece in; a case each."""
    parsed, record = stages(as_given(piece.text))
    ours = {gold: token for token, gold in enumerate(align(piece.words, parsed)) if gold is not None}
    triggers = {at: e.status for e in record.events for at in range(*parsed.tokens_of(e.trigger))}
    cases = []
    for predicate in mine:
        start, end = piece.sentences[(predicate.sentence - 1) % _TEN]
        at = start + predicate.word - 1
        token = ours.get(at) if at < end else None
        if token is None:
            counted.lost += 1
            continue
        status = triggers.get(token) or coding.status_of(parsed, token, wording.load())
        found = status in _HAPPENED
        counted.add(predicate.happened, found, token in triggers)
        cases.append(
            Case(
                id=f"{predicate.sentence}-{predicate.word} {piece.text[piece.words[at].start : piece.words[at].end]}",
                verdict="right" if found == predicate.happened else "wrong",
                gold=("happened" if predicate.happened else "not",),
                found=(status,),
            )
        )
    return cases
