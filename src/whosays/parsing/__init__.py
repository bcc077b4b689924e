"""Parsing: a report in; tokens, sentences, trees, names, quotations and time expressions out.

The trained model is read once and only when first asked for. It is a pipeline of spaCy too, but is read without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.parse import Parse
from whosays.parsing.carriers import Carriers, telling
from whosays.records import Report

if TYPE_CHECKING:
    from whosays.parsing.syntax import Model

__all__ = ["Model", "load", "parse", "parse_many", "sparing", "telling", "thorough"]

_SHIPPED = Path(str(resources.files("whosays"))) / "data" / "model"


def load(folder: Path | None = None) -> Model:
    """The model in ``folder``, or the one that is shipped; each is read once.

    Raises:
        KnowledgeError: There is no model there, or it cannot be read.
    """
    return _load((folder or _SHIPPED).resolve())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Model:
    from whosays.parsing import syntax  # noqa: PLC0415 - numpy is wanted only where something is read

    return syntax.open_model(folder)


def sparing(model: Model, lemmas: frozenset[str]) -> Model:
    """The model, made to leave out the trees of sentences that name nobody and hold none of ``lemmas``."""
    return replace(model, carriers=Carriers(lemmas, model.lemmatizer))


def thorough(folder: Path | None = None) -> Model:
    """The model of :func:`load` without any short cut, to hold them against: it reads every window and every time."""
    from whosays.parsing import syntax  # noqa: PLC0415 - numpy is wanted only where something is read

    return syntax.without_memory(syntax.open_model(folder or _SHIPPED))


def parse(report: Report, model: Model) -> Parse:
    """Take one report apart."""
    return next(parse_many([report], model))


def parse_many(reports: Iterable[Report], model: Model) -> Iterator[Parse]:
    """Take many reports apart, lazily and in order."""
    from whosays.parsing import syntax  # noqa: PLC0415 - numpy is wanted only where something is read

    return syntax.parse_all(reports, model)


def __getattr__(name: str) -> object:
    """The class ``Model``, imported only when it is asked for."""
    if name == "Model":
        from whosays.parsing.syntax import Model  # noqa: PLC0415

        return Model
    raise AttributeError(name)
