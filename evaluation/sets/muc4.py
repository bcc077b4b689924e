"""The set ``muc4``: MUC reports into templates, to be scored by the MUC-4 scorer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import stages
from evaluation.templates import Template, Told, render, templates

_HEADER = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_MIXED = ".mixed-case"


class Message(msgspec.Struct, frozen=True):
    """A report of the set: its number, and its text."""

    id: str
    text: str


def run(request: Request) -> Result:
    """Writes the templates of every report to the responses file."""
    if request.responses is None:
        raise EvaluationError("say where the templates go: --responses FILE (the MUC-4 scorer reads them)")
    blocks: list[str] = []
    cases: list[Case] = []
    failed = number = 0
    for message in messages(request):
        try:
            made = coded(message)
        except whosays.UnreadableError as error:
            made, failed = [], failed + 1
            cases.append(Case(id=message.id, verdict=f"not read: {error}"))
        else:
            cases.append(Case(id=message.id, verdict=f"{len(made)} templates", found=tuple(map(_shown, made))))
        number += len(made)
        blocks.append(render(message.id, made))
    request.responses.parent.mkdir(parents=True, exist_ok=True)
    request.responses.write_text("\n".join(blocks), encoding="utf-8")
    relevant = sum(bool(case.found) for case in cases)
    return Result(
        keys={"messages": len(cases), "relevant": relevant, "templates": number, "failed": failed},
        cases=tuple(cases),
        notes={"responses": str(request.responses)},
    )


def coded(message: Message) -> list[Template]:
    """One report's templates."""
    parsed, record = stages(whosays.read_text(message.text))
    return templates(Told(record, parsed), whosays.merge([record]).incidents)


def messages(request: Request) -> Iterator[Message]:
    """The reports of the text files; of a text in two cases the one asked for."""
    found = files(request, "dev-*", "tst[0-9]-*")
    for path in found:
        base = path.with_name(path.name.removesuffix(_MIXED))
        twin = base if path != base else path.with_name(path.name + _MIXED)
        wanted = path.name.endswith(_MIXED) == request.mixed
        if wanted or twin not in found:
            yield from split(path)


def split(path: Path) -> Iterator[Message]:
    """The reports of a file: each begins with a line that holds its number."""
    text = path.read_text(encoding="latin-1")
    headers = list(_HEADER.finditer(text))
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        body = text[header.end() : following.start() if following else len(text)]
        yield Message(header[1], body.strip("\n\x1a ") + "\n")


def _shown(template: Template) -> str:
    return "; ".join(f"{key} {' | '.join(fills)}" for key, fills in template.items() if fills)
