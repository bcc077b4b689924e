"""Actor and agent dictionaries in the format of TABARI and PETRARCH, which researchers bring with them.

An actor file names an actor on a line with its code in brackets; ``+`` lines below add names, indented bracket
lines add codes for a time (``<date``, ``>date``, ``date-date``). An agents file holds nouns with a plural in
braces and a code with ``~`` where the owner's code goes. Codes are cut into their three-letter parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from whosays.errors import KnowledgeError, NotFoundError
from whosays.gazetteer.entries import Agent, UserActor
from whosays.gazetteer.names import normalise, slug
from whosays.records import Code, Value

_BRACKET = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"^(?P<code>[^\s<>]*)\s*(?:(?P<sign>[<>])\s*(?P<one>\d+)|(?P<from>\d+)\s*-\s*(?P<to>\d+))$")
_CODE = re.compile(r"[A-Za-z0-9/]+")
_NO_CODE = frozenset({"---", "+++", "###"})  # "known, and not to be coded"
_PIECE = 3
_EVER, _NEVER = "0000", "9999"  # before and after every ISO date


class Petrarch(Value, frozen=True, kw_only=True):
    """What a folder of dictionaries holds."""

    actors: tuple[UserActor, ...] = ()
    agents: tuple[Agent, ...] = ()


class _Line(Value, frozen=True, kw_only=True):
    """A line that carries something: where it stands, and its text without comment."""

    where: str
    text: str
    indented: bool


class _Block(Value, frozen=True, kw_only=True):
    """What stands in one pair of brackets: code parts, and the ISO dates between which they hold (end excluded)."""

    start: str
    end: str
    parts: tuple[str, ...]


class _Draft(Value, frozen=True, kw_only=True):
    """An actor while its lines are read."""

    where: str
    names: tuple[str, ...]
    blocks: tuple[_Block, ...] = ()


def load_petrarch(folder: Path) -> Petrarch:
    """The dictionaries in a folder: files with ``actor`` or ``agent`` in their names.

    Raises:
        NotFoundError: there is no such file.
        KnowledgeError: a line cannot be read; the message names file and line.
    """
    files = sorted(p for p in folder.glob("*.txt")) if folder.is_dir() else []
    actor_files = [p for p in files if "actor" in p.name.lower()]
    agent_files = [p for p in files if "agent" in p.name.lower()]
    if not actor_files and not agent_files:
        held = ", ".join(p.name for p in files) or "none"
        raise NotFoundError(
            f"{folder}: no dictionary found; name the files *actors*.txt and *agents*.txt (text files here: {held})"
        )
    return Petrarch(
        actors=tuple(actor for path in actor_files for actor in _actors(path)),
        agents=tuple(agent for path in agent_files for agent in _agents(path)),
    )


def load_petrarch_file(path: Path) -> Petrarch:
    """One dictionary: of agents when its name says so or its first entry has a ``~`` in its code, else of actors.

    Raises:
        KnowledgeError: a line cannot be read; the message names file and line.
    """
    first = next((line.text for line in _lines(path) if "[" in line.text), "")
    if "agent" in path.name.lower() or ("actor" not in path.name.lower() and "~" in first):
        return Petrarch(agents=tuple(_agents(path)))
    return Petrarch(actors=tuple(_actors(path)))


def _lines(path: Path) -> Iterator[_Line]:
    """The lines of a file without comments: ``#`` to the line's end, ``<!-- ... -->`` also over many lines."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="strict")
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path.name}: not UTF-8; save the list as UTF-8") from error
    blank = re.sub(r"<!\s*--.*?-->", lambda m: "\n" * m.group().count("\n"), text, flags=re.DOTALL)
    for number, raw in enumerate(blank.splitlines(), 1):
        line = raw.split("#", 1)[0].split(";", 1)[0].rstrip()
        if line.strip():
            yield _Line(where=f"{path.name}, line {number}", text=line.strip(), indented=raw[:1].isspace())


# -- actors -------------------------------------------------------------------------------------


def _actors(path: Path) -> Iterator[UserActor]:
    draft: _Draft | None = None
    for line in _lines(path):
        names, brackets = _parts(line)
        if names.startswith("+") or not names:
            if draft is None:
                raise KnowledgeError(f"{line.where}: '{line.text}' belongs to no actor; begin with the actor's name")
            draft = _extended(draft, line, names.lstrip("+"), brackets)
            continue
        if draft is not None:
            yield _finished(draft)
        draft = _extended(_Draft(where=line.where, names=()), line, names, brackets)
    if draft is not None:
        yield _finished(draft)


def _parts(line: _Line) -> tuple[str, list[str]]:
    if line.text.count("[") != line.text.count("]"):
        raise KnowledgeError(f"{line.where}: '{line.text}': a bracket is not closed")
    return _BRACKET.sub("", line.text).strip(), _BRACKET.findall(line.text)


def _extended(draft: _Draft, line: _Line, name: str, brackets: list[str]) -> _Draft:
    names = (*draft.names, _words(name)) if normalise(name.replace("_", " ")) else draft.names
    if not names:
        raise KnowledgeError(f"{line.where}: '{line.text}': no name before the code")
    blocks = (*draft.blocks, *(_block(line, bracket.strip()) for bracket in brackets))
    return _Draft(where=draft.where, names=names, blocks=blocks)


def _finished(draft: _Draft) -> UserActor:
    return UserActor(
        id=f"user:{slug(draft.names[0])}",
        name=draft.names[0],
        aliases=draft.names[1:],
        codes=_disjoint(draft.blocks),
        source=draft.where,
    )


def _disjoint(blocks: tuple[_Block, ...]) -> tuple[Code, ...]:
    """Codes of which one block holds on each day: the first dated one that fits, else the one without dates."""
    free = [(_EVER, _NEVER)]
    codes: list[Code] = []
    for block in sorted(blocks, key=lambda b: (b.start, b.end) == (_EVER, _NEVER)):
        left: list[tuple[str, str]] = []
        for start, end in free:
            low, high = max(start, block.start), min(end, block.end)
            if low >= high:
                left.append((start, end))
                continue
            codes.extend(Code(code=p, start=_open(low), end=_open(high)) for p in block.parts)
            left.extend(s for s in ((start, low), (high, end)) if s[0] < s[1])
        free = left
    return tuple(codes)


def _open(day: str) -> str | None:
    return None if day in (_EVER, _NEVER) else day


def _block(line: _Line, text: str) -> _Block:
    found = _DATED.match(text)
    if found is None:
        if any(sign in text for sign in "<>"):
            raise KnowledgeError(f"{line.where}: '[{text}]': write [CODE <YYYYMMDD], [CODE >...] or [CODE ...-...]")
        return _Block(start=_EVER, end=_NEVER, parts=_cut(line, text))
    parts = _cut(line, found["code"])
    if found["sign"] == "<":
        return _Block(start=_EVER, end=_day(line, found["one"]).isoformat(), parts=parts)
    if found["sign"] == ">":
        return _Block(start=_after(line, found["one"]), end=_NEVER, parts=parts)
    # A range holds its last day as well.
    return _Block(start=_day(line, found["from"]).isoformat(), end=_after(line, found["to"]), parts=parts)


def _after(line: _Line, digits: str) -> str:
    return (_day(line, digits) + timedelta(days=1)).isoformat()


def _cut(line: _Line, code: str) -> tuple[str, ...]:
    if code in _NO_CODE or not code:
        return ()
    if not _CODE.fullmatch(code):
        raise KnowledgeError(f"{line.where}: '{code}' is no code; letters and digits only")
    if "/" in code:  # two actors at once: kept whole
        return (code.upper(),)
    return tuple(code.upper()[at : at + _PIECE] for at in range(0, len(code), _PIECE))


def _day(line: _Line, digits: str) -> date:
    """``YYYYMMDD``, or ``YYMMDD`` with years up to 30 in this century."""
    full = digits
    if len(digits) == 6:
        full = ("20" if int(digits[:2]) <= 30 else "19") + digits
    try:
        return date(int(full[:4]), int(full[4:6]), int(full[6:]))
    except ValueError as error:
        raise KnowledgeError(f"{line.where}: '{digits}' is no date; write YYYYMMDD") from error


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())


# -- agents -------------------------------------------------------------------------------------


def _agents(path: Path) -> Iterator[Agent]:
    groups: dict[str, tuple[str, ...]] = {}
    for line in _lines(path):
        if line.text.startswith("!") and "=" in line.text and "[" not in line.text:
            marker, _, listed = line.text.partition("=")
            groups[marker.strip()] = tuple(w.strip() for w in listed.split(",") if w.strip())
            continue
        yield from _agent(line, groups)


def _agent(line: _Line, groups: dict[str, tuple[str, ...]]) -> Iterator[Agent]:
    rest, brackets = _parts(line)
    if len(brackets) != 1 or "~" not in brackets[0]:
        raise KnowledgeError(f"{line.where}: '{line.text}': write NOUN {{PLURAL}} [~CODE]")
    code = brackets[0].replace(" ", "")
    noun, brace, plural = rest.partition("{")
    for single in _filled(line, noun.strip(), groups):
        yield Agent(
            noun=_words(single),
            plural=_plural(single) if not brace else _words(plural.strip().rstrip("}")) or None,
            code=code.replace("~", ""),
            before=code.endswith("~"),
            source=line.where,
        )


def _filled(line: _Line, noun: str, groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    marker = re.search(r"![A-Z]+!", noun)
    if marker is None:
        return (noun,)
    if marker.group() not in groups:
        known = ", ".join(sorted(groups)) or "none"
        raise KnowledgeError(f"{line.where}: {marker.group()} is not defined before its use (defined: {known})")
    return tuple(noun.replace(marker.group(), word) for word in groups[marker.group()])


def _plural(noun: str) -> str:
    """The regular plural, which these files leave to the reader: no braces."""
    word = _words(noun)
    lower = word.lower()
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return word[:-1] + "IES"
    return word + ("ES" if lower.endswith(("s", "x", "ch", "sh")) else "S")
