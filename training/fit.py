"""Training one part of the model: seeded, in batches of growing size, keeping the best round by the dev score."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from training.pipeline import Part, blank
from training.variants import pool, swap, vary
from whosays.parsing.words import cut

BATCH_WORDS = (400, 2400)  # the first and the last round's batches, from nothing ...
LATER_WORDS = (1000, 2400)  # ... and when a trained pipeline is trained on
DROPOUT = 0.15
RATE = 0.0015
LATER_RATE = 0.001
WARM_STEPS = 200


@dataclass(frozen=True)
class Course:
    """How long to train, and from where.

    ``rounds`` sets how the rate falls; ``stop`` is the last round that is run (0: all of them); ``start`` is a
    pipeline that was trained before (None: from nothing).
    """

    part: Part
    rounds: int
    stop: int = 0
    seed: int = 7
    start: Path | None = None


def load_docs(path: Path, vocab: Vocab) -> list[Doc]:
    """The documents of a prepared file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def example(nlp: Language, gold: Doc) -> Example:
    """The pair of the raw text as the tokenizer cuts it, without blanks as tokens, and the gold annotation."""
    return Example(tokenize(nlp, gold.text), gold)


def tokenize(nlp: Language, text: str) -> Doc:
    """Cut a one-paragraph text into words; blanks never become tokens."""
    words = cut(nlp.tokenizer, text, 0, len(text))
    spaces = [word.end < following.start for word, following in pairwise(words)] + [False] * bool(words)
    return Doc(nlp.vocab, words=[word.text for word in words], spaces=spaces)


def batches(docs: list[Doc], words: int, random: Random) -> Iterator[list[Doc]]:
    """Shuffled batches of about ``words`` words."""
    order = docs[:]
    random.shuffle(order)
    batch: list[Doc] = []
    size = 0
    for doc in order:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _share(step: int, total: int) -> float:
    """The share of the top rate at a step: a short climb, then a cosine down to a twentieth."""
    if step < WARM_STEPS:
        return (step + 1) / WARM_STEPS
    done = min((step - WARM_STEPS) / max(total - WARM_STEPS, 1), 1.0)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * done))


def headline(part: Part, scores: dict[str, float]) -> float:
    """The one number by which rounds are compared."""
    if part == "names":
        return scores["ents_f"]
    return 0.3 * scores["tag_acc"] + 0.6 * scores["dep_las"] + 0.1 * scores["sents_f"]


def evaluate(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """spaCy's scores of a pipeline on gold documents, parsed from their raw text."""
    scores = nlp.evaluate([example(nlp, doc) for doc in docs])
    return {key: float(value) for key, value in scores.items() if isinstance(value, float | int)}


def fit(course: Course, train: Path, dev: Path, target: Path) -> None:
    """Train a part and leave its best round under ``target``.

    Args:
        course: Which part, how many rounds, which seed.
        train: Prepared documents to learn from.
        dev: Prepared documents to choose the best round by.
        target: The folder that the pipeline is written to after every round that is the best so far.
    """
    set_current_ops(NumpyOps(use_blis=False))  # more than twice as fast as its rival
    fix_random_seed(course.seed)
    random = Random(course.seed)
    nlp = blank(course.part) if course.start is None else spacy.load(course.start)
    docs = load_docs(train, nlp.vocab)
    held_out = load_docs(dev, nlp.vocab)
    if course.start is None:
        sample = [example(nlp, doc) for doc in docs]
        nlp.initialize(lambda: sample)
    rate = RATE if course.start is None else LATER_RATE
    optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    sizes = _sizes(course)
    words = sum(len(doc) for doc in docs)
    total = sum(math.ceil(words / size) for size in sizes)
    names = pool(docs) if course.part == "names" else {}
    step, best = 0, -1.0
    for number, size in enumerate(sizes[: course.stop or course.rounds], 1):
        started = time.monotonic()
        losses: dict[str, float] = {}
        for batch in batches(docs, size, random):
            optimizer.learn_rate = rate * _share(step, total)
            examples = [example(nlp, vary(swap(doc, names, random), random)) for doc in batch]
            nlp.update(examples, drop=DROPOUT, sgd=optimizer, losses=losses)
            step += 1
        best = _keep(course, nlp, optimizer, held_out, (target, best, number))
        shown = ", ".join(f"{k} {v:.0f}" for k, v in losses.items())
        print(f"{course.part} round {number}: {time.monotonic() - started:.0f} s, losses {shown}", flush=True)


def _sizes(course: Course) -> list[int]:
    """The words in a batch, round by round, growing by a constant factor."""
    first, last = BATCH_WORDS if course.start is None else LATER_WORDS
    return [round(first * (last / first) ** (n / max(course.rounds - 1, 1))) for n in range(course.rounds)]


def _keep(
    course: Course, nlp: Language, optimizer: Optimizer, docs: list[Doc], state: tuple[Path, float, int]
) -> float:
    """Score the averaged weights; write them when they beat the best so far. Returns the best score."""
    target, best, number = state
    with nlp.use_params(optimizer.averages):
        scores = evaluate(nlp, docs)
        score = headline(course.part, scores)
        if score > best:
            nlp.to_disk(target)
    names = ("tag_acc", "dep_uas", "dep_las", "sents_f", "ents_p", "ents_r", "ents_f")
    shown = " ".join(f"{name} {scores[name]:.4f}" for name in names if scores.get(name) is not None and name in scores)
    print(f"{course.part} round {number}: {shown}{' *' if score > best else ''}", flush=True)
    return max(score, best)
