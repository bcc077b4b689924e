"""One mention and all that the naming rules look at, and what they answer."""

from __future__ import annotations

import re

import msgspec

from whosays.gazetteer import Hit
from whosays.parse import Name, Parse
from whosays.records import Actor, Mention, Reason
from whosays.resolving.actors.own import noun_at
from whosays.resolving.actors.persons import Titled, split_titles
from whosays.resolving.actors.setting import Setting

NAMING = frozenset({"compound", "amod", "nmod:desc"})
_BESIDE = frozenset({"appos", "flat", "nmod:desc", "nmod"})
_INITIALS = re.compile(r"\s*\([A-Z][A-Z0-9-]+\)(?=\s)")
_OF_OFFICE = frozenset({"of", "for", "to"})


class Named(msgspec.Struct, frozen=True):
    """Whom a mention names: one actor, or several candidates and none chosen; ``place`` rides beside a demonym."""

    actor: Actor | None
    reason: Reason
    candidates: tuple[str, ...] = ()
    place: str | None = None
    score: float = 1.0


class Asked(msgspec.Struct, frozen=True):
    """One mention with all that the naming rules look at; ``core`` is its name without titles."""

    mention: Mention
    start: int
    end: int
    head: int
    label: str | None
    core: Titled


def ask(parse: Parse, mention: Mention, setting: Setting) -> Asked:
    """A mention with its tokens, the label of its name, and its name without titles."""
    mention = _without_initials(mention)
    start, end = parse.tokens_of(mention.span)
    head = parse.root_of(start, end)
    name = next((n for n in parse.names if n.start <= head < n.end and n.label != "time"), None)
    wide = _with_titles(parse, start, end) if name is not None and name.label == "person" else mention.name
    core = split_titles(wide, setting.nominals, setting.gazetteer)
    if not core.titles:
        core = split_titles(mention.name, setting.nominals, setting.gazetteer)
    if name is not None and name.label == "person" and not core.titles and start < name.start and end == name.end:
        core = Titled(parse.text(name.start, name.end))  # "the journalist Ada Moss"
    if name is not None and name.label == "person" and _is_of_place(parse, name, end):
        core = split_titles(parse.text(start, name.end), setting.nominals, setting.gazetteer)
        core = core if core.titles else Titled(parse.text(name.start, name.end))
    led = without_leader(parse, start, end, head)
    core = core if led is None else Titled(led)
    bearer = _behind_office(parse, end, head)
    if bearer is not None:
        name, core = bearer, Titled(parse.text(bearer.start, bearer.end))
    core = Titled(mention.name) if led is None and bearer is None and _of_somebody(parse, mention, end, head) else core
    return Asked(mention, start, end, head, name.label if name else None, core)


def _without_initials(mention: Mention) -> Mention:
    """ "Flour Front | (FF) | fighters": the initials only repeat the name before them."""
    if mention.name is None or "(" not in mention.name:
        return mention
    return msgspec.structs.replace(mention, name=_INITIALS.sub("", mention.name))


def _is_of_place(parse: Parse, name: Name, end: int) -> bool:
    """ "Senator | Ana Ruiz | of North Orland": where she is from is no part of her name, unless she reigns there."""
    alone = name.end - name.start < 2 or parse.tokens[name.end - 1].text.strip("IVX") == ""
    if alone or name.end + 1 >= end or parse.tokens[name.end].lower != "of":
        return False
    return any(n.label == "place" and n.start == name.end + 1 and n.end == end for n in parse.names)


def _behind_office(parse: Parse, end: int, head: int) -> Name | None:
    """ "Prime Minister of Orland | Ana Ruiz |": the name of whoever holds the office, at the end of the words."""
    office = parse.tokens[head]
    if office.tag not in {"NN", "NNP"} or head + 3 >= end or parse.behind(head).lower not in _OF_OFFICE:
        return None
    if any(n.start <= head < n.end for n in parse.names):
        return None
    held = noun_at(parse, head)
    name = next((n for n in parse.names if n.label == "person" and head + 2 < n.start and n.end == end), None)
    if name is None or held is None or held.kind != "person":
        return None
    root = parse.tokens[parse.root_of(name.start, name.end)]
    bare = root.head == head and root.dep in _BESIDE and not parse.children(root.i, "case")
    return name if bare else None  # "the nephew of | Ana Ruiz |" is not she


def _of_somebody(parse: Parse, mention: Mention, end: int, head: int) -> bool:
    """ "The nephew | of President Ana Ruiz", "supporters | of Ana Ruiz": others than she."""
    common = mention.form == "nominal" and parse.tokens[head].tag in {"NN", "NNS"} and head + 1 < end
    if not common or parse.behind(head).lower != "of":
        return False
    below = parse.children(head, "nmod")
    roots = {parse.root_of(n.start, n.end) for n in parse.names if n.label == "person" and n.start > head}
    held = {*(c.i for c in below), *(d.i for c in below for d in parse.children(c.i, "appos", "flat", "nmod:desc"))}
    return bool(roots & held)


def without_leader(parse: Parse, start: int, end: int, head: int) -> str | None:
    """ "The Orlian government | of President Ana Ruiz": the government, and not who leads it; None elsewhere."""
    body = parse.tokens[head].lower in {"government", "administration", "regime", "cabinet", "junta"}
    people = any(n.label == "person" and head < n.start and n.end <= end for n in parse.names)
    led = body and people and start < head < end - 1 and parse.behind(head).lower in {"of", "under"}
    return parse.text(start, head + 1) if led else None


def _with_titles(parse: Parse, start: int, end: int) -> str:
    """The words of a person's mention; titles that the trained names leave outside it are taken in."""
    first = start
    while first > 0 and parse.tokens[first - 1].head in range(start, end) and parse.tokens[first - 1].dep in NAMING:
        first -= 1
    return " ".join(parse.text(first, end).split())


def hits_in(parse: Parse, asked: Asked, setting: Setting) -> tuple[Hit, ...]:
    """The names of the lists among a mention's words; word 0 is the mention's first."""
    return setting.gazetteer.scan([t.text for t in parse.tokens[asked.start : asked.end]], setting.on)


def is_alone(parse: Parse, words: str) -> bool:
    """ "| Paris | expelled two envoys": of a name that may be a woman's, where nobody bears it with another name."""
    longer = (n for n in parse.names if n.end - n.start > 1 and n.label == "person")
    return not any(words in {t.text for t in parse.tokens[n.start : n.end]} for n in longer)
