"""Whose fighters are meant where their group is named beside them: "thirty fighters | from the Dawn armed group"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whosays.parse import Parse, Token
from whosays.records import Actor, ActorKind, Link, Mention, Reason
from whosays.resolving.actors.asked import Asked, Named, hits_in
from whosays.resolving.actors.setting import Setting

_FIGHTERS = frozenset(
    "fighter militant combatant insurgent rebel gunman guerrilla militiaman soldier troop member jihadist "
    "sniper commando".split()
)
_UNITS = frozenset("terrorist unit patrol column squad cell detachment contingent formation element band".split())
_SUPPOSED = frozenset("suspected alleged presumed armed masked hooded several many more about some".split())
_FROM = frozenset({"from", "of"})
_GROUPS: frozenset[ActorKind] = frozenset({"armed-group", "force"})


_BY_THEIR_WORDS = frozenset({"own", "dominant"})  # how they are known where no name of theirs was seen


def with_groups(
    parse: Parse,
    asked: Sequence[Asked],
    links: Mapping[str, Link],
    actors: Mapping[str, Actor],
    setting: Setting,
) -> Iterator[tuple[Mention, Named]]:
    """Fighters who are known by a common noun only, with the one group that is named beside them as theirs."""
    by_head: dict[int, Asked] = {}
    for one in asked:
        if one.mention.form == "name":
            by_head.setdefault(one.head, one)
    for one in asked:
        if one.mention.form != "nominal" or parse.tokens[one.head].lemma.lower() not in _FIGHTERS | _UNITS:
            continue
        link = links.get(one.mention.id)
        if link is None or not all(r.rule in _BY_THEIR_WORDS for r in link.reasons):
            continue
        named = (links.get(by_head[at].mention.id) for at in _beside(parse, one) if at in by_head)
        found = {a.id: a for k in named if k is not None and (a := actors.get(k.target or "")) is not None}
        group = next(iter(found.values())) if len(found) == 1 else None
        group = group or (_called_after(parse, one, setting) if not found else None)
        if group is not None and group.kind in _GROUPS:
            reason = Reason(rule="belonging", detail=f"“{one.mention.name}” are of {group.name}", weight=0.8)
            yield one.mention, Named(group, reason, score=0.8)


def _called_after(parse: Parse, one: Asked, setting: Setting) -> Actor | None:
    """The group by whose name a unit is called: "| Dawn | guerrilla units", "a column of | Dawn | rebels"."""
    last = parse.tokens[one.end - 1]
    unit = last.lemma.lower() in _UNITS or (last.tag == "NNS" and last.lemma.lower() in _FIGHTERS)
    if not unit or last.tag not in {"NN", "NNS"}:
        return None  # "a Dawn fighter": one of them, and not all
    found: set[str] = set()
    for hit in hits_in(parse, one, setting):
        behind = parse.tokens[one.start + hit.end : one.end]
        plain = all(_is_plain(t) for t in parse.tokens[one.start : one.start + hit.start])
        if plain and behind and all(t.lemma.lower() in _FIGHTERS | _UNITS | {"foot", "combat"} for t in behind):
            found |= {c.actor_id for c in hit.candidates if c.strength == "strong"}
    entry = setting.gazetteer.entry(next(iter(found))) if len(found) == 1 else None
    return setting.gazetteer.actor(found.pop()) if entry is not None and entry.kind == "armed-group" else None


def _is_plain(word: Token) -> bool:
    """Whether a word before a group's name tells nothing of who is meant: no "former", no "Danish"."""
    return word.tag in {"DT", "CD", "IN"} or word.lower in _SUPPOSED or word.lemma.lower() in _UNITS | {"group"}


_REBELS = frozenset("rebel guerrilla insurgent militant terrorist extremist".split())
_DEFINITE = frozenset({"the", "these", "those"})
_OF_THEM = frozenset("marxist leftist rightist armed islamist rebel guerrilla terrorist separatist".split())
_BODY = frozenset({"group", "organisation", "organization", "movement"})


def only_rebels(
    parse: Parse,
    asked: Sequence[Asked],
    links: Mapping[str, Link],
    actors: Mapping[str, Actor],
    setting: Setting,
) -> Iterator[tuple[Mention, Named]]:
    """ "The rebels" of whom nothing else is known, in a report that tells of one armed group alone."""
    meant = [a for a in asked if _are_rebels(parse, a, links.get(a.mention.id))]
    told = {a.id: a for k in links.values() if (a := actors.get(k.target or "")) is not None} if meant else {}
    groups = [a for a in told.values() if a.kind == "armed-group" and not a.id.startswith("own:")]
    if len(groups) != 1 or _others_named(parse, groups[0], setting):
        return
    group = groups[0]
    theirs = {parse.tokens[a.head].head for a in asked if (k := links.get(a.mention.id)) and k.target == group.id}
    for one in meant:
        if parse.tokens[one.head].head not in theirs:  # "the Front fought | the rebels |": others
            detail = f"“{one.mention.name}” are {group.name}, the only such group of the report"
            yield one.mention, Named(group, Reason(rule="only-group", detail=detail, weight=0.7), score=0.7)


def _are_rebels(parse: Parse, one: Asked, link: Link | None) -> bool:
    """Whether words are "the rebels" or "the guerrilla group" of whom nothing else is known."""
    token = parse.tokens[one.head]
    words = {t.lower for t in parse.tokens[one.start : one.head]}
    rebels = token.tag == "NNS" and token.lemma.lower() in _REBELS
    body = token.lemma.lower() in _BODY and bool(words & _OF_THEM)
    if one.mention.form != "nominal" or not (rebels or body) or not words <= _OF_THEM | _DEFINITE:
        return False
    more = one.end != one.head + 1 or parse.children(one.head, "nmod", "acl", "acl:relcl", "appos", "conj")
    unknown = link is not None and all(r.rule in _BY_THEIR_WORDS for r in link.reasons)
    return unknown and not more and bool(words & _DEFINITE)


def _others_named(parse: Parse, group: Actor, setting: Setting) -> bool:
    """Whether the report names another armed group, too, of which it tells no deed."""
    hits = setting.gazetteer.scan([t.text for t in parse.tokens], setting.on)
    strong = {c.actor_id for h in hits for c in h.candidates if c.strength == "strong"} - {group.id}
    entries = (setting.gazetteer.entry(i) for i in strong)
    return any(e is not None and e.kind == "armed-group" for e in entries)


def weakly_named(parse: Parse, one: Asked, setting: Setting) -> str | None:
    """The group of "| Orli | fighters", whose name others bear, too, where the report names the land of but one."""
    if one.mention.form != "nominal" or parse.tokens[one.head].lemma.lower() not in _FIGHTERS:
        return None
    behind = one.head + 1 < one.end and parse.behind(one.head).lower in _FROM  # "fighters | from the Orli group"
    near = (h for h in hits_in(parse, one, setting) if one.start + h.end == one.head or behind)
    hit = next(near, None)
    if hit is None or any(c.strength == "strong" for c in hit.candidates):
        return None
    fitting = {c.actor_id for c in hit.candidates if setting.supports(c, frozenset(), titled=False)}
    found = fitting.pop() if len(fitting) == 1 else None
    entry = setting.gazetteer.entry(found) if found is not None else None
    return found if entry is not None and entry.kind in _GROUPS else None


def _beside(parse: Parse, one: Asked) -> Iterator[int]:
    """The tokens of names before the noun, of "the Dawn Army (DA) | fighters", and behind "from" and "of"."""
    for child in parse.children(one.head, "compound", "nmod"):
        inside = one.start <= child.i < one.end and child.dep == "compound"
        opened = {c.lower for c in parse.children(child.i, "case")} & _FROM
        joined = any(t.tag == "CC" for t in parse.tokens[child.i + 1 : one.start])  # "the Front and | state soldiers |"
        if inside or (child.dep == "nmod" and not opened) or joined or parse.children(child.i, "conj"):
            continue
        yield child.i
        yield from (c.i for c in parse.children(child.i, "compound", "appos"))
