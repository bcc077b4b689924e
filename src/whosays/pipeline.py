"""The verbs in a row: from reports to coded reports, one at a time or on several cores.

Nothing here keeps anything: what goes in is an iterable of reports (and of failures to read), what comes out is
the same iterable coded, in the same order and with the same bytes whatever the number of workers.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from whosays import coding, gazetteer, ontology, parsing, resolving, threads
from whosays.errors import WhosaysError
from whosays.ontology.acts import load_acts
from whosays.ontology.wording import load as load_wording
from whosays.records import CodedReport, Failure, Report

if TYPE_CHECKING:
    from whosays.gazetteer import Gazetteer
    from whosays.ontology import Ontology
    from whosays.parsing import Model

_PER_TASK = 4  # reports handed to a worker at a time: few enough to share the work, enough to hide the post
_TASKS_AHEAD = 2  # per worker: what is read ahead of what was coded, so memory does not grow with the input


class Tools(msgspec.Struct, frozen=True):
    """What the stages need besides the report: the trained pipeline, and the two bodies of knowledge.

    ``sparing`` is the same pipeline, which builds no tree that coding would not look at; None where there is none.
    """

    model: Model
    ontology: Ontology
    gazetteer: Gazetteer
    sparing: Model | None = None


def load_tools(lists: tuple[Path, ...] = (), places: Path | None = None) -> Tools:
    """The tools that ship with the package, with what is a user's own.

    Args:
        lists: his or her lists of actors and agents, which win over those that ship.
        places: his or her map, asked beside the one that ships.

    Raises:
        KnowledgeError: a list cannot be read; the message names file and line.
    """
    own = gazetteer.read_lists(lists)
    deeds = ontology.load()
    model = parsing.load()
    sparing = parsing.sparing(model, parsing.telling(deeds, load_acts(), load_wording()))
    known = gazetteer.load(places=places).with_lists(own.actors, own.agents)
    return Tools(model=model, ontology=deeds, gazetteer=known, sparing=sparing)


def code_report(report: Report, tools: Tools) -> CodedReport:
    """The whole way of one report: parse, code, resolve."""
    parse = resolving.with_known_names(parsing.parse(report, tools.sparing or tools.model), tools.gazetteer)
    return resolving.resolve(parse, coding.code(parse, tools.ontology), tools.gazetteer)


def code_reports(items: Iterable[Report | Failure], tools: Tools) -> Iterator[CodedReport | Failure]:
    """Each report coded, in order. What cannot be coded becomes a failure with its reason, and the rest goes on."""
    for item in items:
        yield _code_item(item, tools)


def code_reports_on(
    workers: int, items: Iterable[Report | Failure], load: Callable[[], Tools] = load_tools
) -> Iterator[CodedReport | Failure]:
    """As :func:`code_reports`, on several processes, each of which makes its own tools with ``load``.

    Args:
        workers: how many processes; one means this one.
        items: reports, and failures to read, which pass through.
        load: makes the tools; a function of a module, so that another process can find it.
    """
    if workers <= 1:
        yield from code_reports(items, load())
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_equip, initargs=(load,)) as pool:
        waiting: deque[Future[list[CodedReport | Failure]]] = deque()
        for task in batched(items, _PER_TASK):
            waiting.append(pool.submit(_code_equipped, task))
            if len(waiting) > workers * _TASKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _code_item(item: Report | Failure, tools: Tools) -> CodedReport | Failure:
    if isinstance(item, Failure):
        return item
    try:
        return code_report(item, tools)
    except WhosaysError as error:
        return Failure(source=source_of(item), reason=str(error), advice="The other reports are not touched by this.")
    except Exception as error:  # one report must never stop the others; the fault is kept, and shown
        fault = f"a fault in Whosays: {type(error).__name__}: {error}"
        return Failure(source=source_of(item), reason=fault, advice="Please report it together with this report.")


def source_of(report: Report) -> str:
    """What to call a report where its file is no longer known: its address, else its title, with its id."""
    return f"{report.url or report.title or report.publisher or 'report'} ({report.id})"


_equipment: list[Tools] = []  # a worker process's tools, made once by its initializer


def _equip(load: Callable[[], Tools]) -> None:
    threads.only_one()
    _equipment[:] = [load()]


def _code_equipped(items: list[Report | Failure]) -> list[CodedReport | Failure]:
    return list(code_reports(items, _equipment[0]))


def batched(items: Iterable[Report | Failure], size: int) -> Iterator[list[Report | Failure]]:
    """The items in lists of ``size``, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
