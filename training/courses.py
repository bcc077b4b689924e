"""The courses that lead to the shipped network: a teacher from a pretrained encoder, and students of several sizes.

Each reads the prepared documents of ``work`` and leaves its weights there; one that was broken off goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training import pretrained
from training.device import DEVICE
from training.documents import load_docs
from training.material import Inventory, Maker, Window, inventory, load_inventory
from training.network import Shape, Weights, fresh_heads
from training.settled import SEED
from training.shrink import shrunk
from training.teach import Made, Plan, endless, scores, teach
from training.variants import pool, swap
from whosays.parsing.network.pieces import Pieces

TEACHER = Shape(layers=6)
TEACHER_STEPS = 1300
TEACHER_RATE = 2e-4
LAST_STEPS = 200  # of the teacher, on names that people marked
LAST_RATE = 6e-5
STUDENT_STEPS = 700
SIZE_STEPS = 200  # a shorter course, the same for every size that is compared
STUDENT_RATE = 3e-4
END_STEPS = 400  # of the student, on paragraphs that run on without a break
END_RATE = 2e-4
ROWS = (1, 3, 5, 8)
SLIM = Shape(layers=3, inner=1024)
SLIM_STEPS = 160
SLIM_RATE = 1.5e-4
# What the log of a course shows; UNER-EWT is not looked at before a model is done.
WATCHED = ("syntax-ewt", "syntax-gum", "names-gmb", "names-re3d")


@dataclass(frozen=True)
class Size:
    """A student: how many layers and inner units it keeps of its teacher."""

    name: str
    layers: int
    inner: int
    steps: int

    @property
    def shape(self) -> Shape:
        """The network's shape."""
        return Shape(layers=self.layers, inner=self.inner)


SHIPPED = Size("student", 3, 1536, STUDENT_STEPS)
SIZES = (
    Size("2-768", 2, 768, SIZE_STEPS),
    Size("3-768", 3, 768, SIZE_STEPS),
    Size("3-1536", 3, 1536, SIZE_STEPS),
)


class Desk:
    """What a course needs at hand: pieces, inventory, documents."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.vocab = Vocab()
        lines = (work / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        self.pieces = Pieces(lines)
        self.inventory = load_inventory(work / "inventory.json")
        self.maker = Maker(self.pieces, self.inventory)

    def docs(self, name: str) -> list[Doc]:
        """The prepared documents of a name."""
        return load_docs(self.work / f"{name}.spacy", self.vocab)

    def streams(self, names: str, *unmarked: str, rows: Sequence[int] = (1,)) -> list[Iterator[Made]]:
        """Endless batches of trees, of names, and of texts of which nothing is known, by their prepared documents.

        ``rows``: how many neighbouring paragraphs of a treebank run on in one line; each time one of these is drawn.
        """
        trees = self.docs("syntax-train")

        def grown(random: Random) -> list[Window]:
            return list(self.maker.windows(in_rows(trees, rows, random)))

        named = self.docs(names)
        others = pool(named)

        def swapped(random: Random) -> list[Window]:
            return list(self.maker.windows(swap(doc, others, random) for doc in named))

        stop = self.pieces.of(".").pieces[0]
        made = [endless(grown, Random(1), stop), endless(swapped, Random(2), stop)]
        if unmarked:
            texts = list(self.maker.windows(_bare(doc) for name in unmarked for doc in self.docs(name)))
            made.append(endless(lambda _: texts, Random(3), stop))
        return made

    def watch(self, shape: Shape) -> Callable[[Weights], str]:
        """What to print of weights while they are trained."""
        held = {name: list(self.maker.windows(self.docs(name))) for name in WATCHED}

        def shown(weights: Weights) -> str:
            rows = {name: scores(weights, shape, made) for name, made in held.items()}
            return " | ".join(
                f"{name} " + " ".join(f"{k} {v:.2f}" for k, v in row.items()) for name, row in rows.items()
            )

        return shown


def in_rows(docs: list[Doc], rows: Sequence[int], random: Random) -> Iterator[Doc]:
    """Neighbouring documents joined by a blank, as where a page has lost the ends of its lines."""
    position = 0
    while position < len(docs):
        size = random.choice(rows)
        group = docs[position : position + size]
        yield group[0] if len(group) == 1 else Doc.from_docs(group, ensure_whitespace=True)
        position += size


def _bare(doc: Doc) -> Doc:
    """The words of a document and nothing else."""
    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _kept(target: Path) -> Weights:
    """The weights that a course has left."""
    return dict(torch.load(target, weights_only=True, map_location=DEVICE))


def teacher(work: Path) -> Weights:
    """The first course's outcome, taught once more with the names that people marked; leaves ``teacher.pt``."""
    target = work / "teacher.pt"
    if target.exists():
        return _kept(target)
    weights = first(work)
    desk = Desk(work)
    plan = Plan(TEACHER, LAST_STEPS, LAST_RATE, SEED)
    return teach(plan, weights, desk.streams("names-gold"), target, desk.watch(TEACHER))


def first(work: Path) -> Weights:
    """Fine-tune the pretrained encoder on all that is known; leaves ``first.pt``."""
    target = work / "first.pt"
    if target.exists():
        return _kept(target)
    folder = pretrained.folder()
    vocabulary, rows = pretrained.vocabulary(folder)
    (work / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    listed(work).save(work / "inventory.json")
    desk = Desk(work)
    heads = fresh_heads(TEACHER, desk.inventory.sizes(), torch.Generator().manual_seed(SEED))
    weights = pretrained.load(folder, rows, TEACHER) | heads
    plan = Plan(TEACHER, TEACHER_STEPS, TEACHER_RATE, SEED)
    return teach(plan, weights, desk.streams("names-train"), target, desk.watch(TEACHER))


def listed(work: Path) -> Inventory:
    """The inventory of the prepared training documents."""
    vocab = Vocab()
    return inventory(load_docs(work / "syntax-train.spacy", vocab), load_docs(work / "names-train.spacy", vocab))


def shipped(work: Path) -> Weights:
    """The student that is shipped, made slimmer at last, so that it reads quicker; leaves ``shipped.pt``."""
    target = work / "shipped.pt"
    if target.exists():
        return _kept(target)
    weights, wise, desk = shrunk(ended(work), SLIM), teacher(work), Desk(work)
    plan = Plan(SLIM, SLIM_STEPS, SLIM_RATE, SEED, _quick(wise), TEACHER.layers)
    return teach(plan, weights, desk.streams("names-gold", rows=ROWS), target, desk.watch(SLIM))


def ended(work: Path) -> Weights:
    """The student after another course, on running text; leaves ``ended.pt``."""
    target = work / "ended.pt"
    if target.exists():
        return _kept(target)
    weights, wise, desk = student(work, SHIPPED), teacher(work), Desk(work)
    plan = Plan(SHIPPED.shape, END_STEPS, END_RATE, SEED, _quick(wise), TEACHER.layers)
    streams = desk.streams("names-gold", rows=ROWS)
    return teach(plan, weights, streams, target, desk.watch(SHIPPED.shape))


def _quick(weights: Weights) -> Weights:
    """A teacher's weights, the large ones in half the bits."""
    return {name: values.to(torch.bfloat16) if name.endswith(".w") else values for name, values in weights.items()}


def student(work: Path, size: Size) -> Weights:
    """Train a part of the teacher on the gold and on what the teacher says; leaves ``NAME.pt``."""
    target = work / f"{size.name}.pt"
    if target.exists():
        return _kept(target)
    wise = teacher(work)
    desk = Desk(work)
    plan = Plan(size.shape, size.steps, STUDENT_RATE, SEED, _quick(wise), TEACHER.layers)
    streams = desk.streams("names-gold", "names-train", "raw-train")
    return teach(plan, shrunk(wise, size.shape), streams, target, desk.watch(size.shape))
