""" "X, the minister of Y": the description means whom the name means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.parse import Parse, Token
from whosays.records import Actor, Link, Mention, Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.introduced import introduced
from whosays.resolving.actors.names import known
from whosays.resolving.actors.own import noun_at
from whosays.resolving.actors.setting import Setting

MADE_BY = "rule:appositions@1"
_EXAMPLES = frozenset({"including", "like", "especially", "particularly", "notably", "such", "mainly"})
_FIRM = frozenset({"listed", "acronym", "metonym", "short-form"})


def join_appositions(parse: Parse, asked: Sequence[Asked], links: dict[str, Link], actors: dict[str, Actor]) -> None:
    """Gives every description that stands beside a name the name's actor."""
    by_head = {a.head: a for a in asked}
    for one in asked:
        other = by_head.get(parse.tokens[one.head].head) or by_head.get(_officer(parse, one))
        called = by_head.get(_known_as(parse, one.head)) if one.mention.form == "name" else None
        other = other if called is None else called
        beside = parse.tokens[one.head].dep == "appos" or called is not None
        if not beside or other is None or other is one or _is_clause_off(parse, one.head):
            continue
        pair = _name_first(parse, one, other)
        if pair is None:
            continue
        name, described = pair
        target, own = links.get(name.mention.id), links.get(described.mention.id)
        if target is None or own is None:  # one of the two stands for nobody
            continue
        if target.target is None or not _fits(parse, pair, own, actors):
            continue
        detail = f"“{described.mention.name}” stands beside “{name.mention.name}” as its description"
        links[described.mention.id] = msgspec.structs.replace(
            own, target=target.target, candidates=(), score=0.9,
            reasons=(Reason(rule="apposition", detail=detail, weight=0.9),),
        )  # fmt: skip
    links |= dict(introduced(parse, asked, links))


_ALLIES = frozenset("ally backer neighbour neighbor rival enemy foe patron sponsor partner archenemy".split())


def _known_as(parse: Parse, name: int) -> int:
    """ "The bloc, known as | the Union of the South |, said": the noun that is known by the name; -1 for none."""
    verb = parse.tokens[parse.tokens[name].head]
    if verb.tag != "VBN" or verb.lower not in {"known", "called", "dubbed", "named"} or verb.dep != "acl":
        return -1
    before = {c.lower for c in parse.children(verb.i, "advmod")}  # "also known as" stands behind another name
    cases = {c.lower for c in parse.children(name, "case")}
    noun = noun_at(parse, verb.head)
    organs = any(n.label == "organisation" and n.start <= name < n.end for n in parse.names)
    apart = organs and noun is not None and noun.kind == "person"  # "the leader of the group, known as | the Front |"
    if apart or any(c.i < verb.i for c in parse.children(verb.head, "nmod")):
        return -1
    told = parse.tokens[name].dep in {"obl", "xcomp", "obj"} and cases <= {"as"} and (cases or verb.lower != "known")
    return verb.head if told and not before & {"also", "formerly", "previously", "once", "better"} else -1


def _is_clause_off(parse: Parse, head: int) -> bool:
    """ "According to the ministry; | the rebels |, who claimed it, said ...": a clause of its own, and no name.

    "Talks between officials and members of the Dawn Front, | DF |": the letters of what was told last, not first.
    """
    above = parse.tokens[head].head
    if any(t.text == ";" for t in parse.tokens[above:head]):
        return True
    return any(c.is_noun and above < c.i < head for c in parse.children(above, "conj"))


def allies_beside(parse: Parse, asked: Sequence[Asked], setting: Setting) -> Iterator[tuple[Asked, Named]]:
    """ "Spoke with | Orland's main backer |, Veldia, on Monday": Veldia, where no mention stands on its name."""
    for one in asked:
        token = parse.tokens[one.head]
        if token.lemma.lower() not in _ALLIES or token.tag != "NN" or one.mention.form != "nominal":
            continue
        beside = [c for c in parse.children(one.head, "appos") if c.i > one.head]
        name = next((n for n in parse.names if n.kind == "state" and beside and n.start <= beside[0].i < n.end), None)
        if name is None or len(beside) != 1 or parse.children(beside[0].i, "conj"):
            continue
        words = parse.text(name.start, name.end)
        found = {c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"}
        detail = f"“{one.mention.name}” stands beside “{words}” as its description"
        named = known(setting, found.pop(), detail, words, 0.9) if len(found) == 1 else None
        if named is not None:
            yield one, named


def _officer(parse: Parse, name: Asked) -> int:
    """ "The head of the guilds in Orland and Veldia, | Ana Ruiz |, was hurt": the head, behind whose realm she stands.

    The token of the noun that she is; -1 for none.
    """
    last = max(parse.subtree(name.head)) + 1
    titles = parse.children(name.head, "nmod:desc", "compound")  # "the leader of a failed coup, | General Jan Holub"
    first = min((name.start, *(t.i for t in titles if t.tag.startswith("NNP"))))
    between = name.label == "person" and first > 0 and parse.tokens[first - 1].text == ","
    if not between or last >= len(parse.tokens) or parse.tokens[last].text != ",":
        return -1
    above = parse.tokens[parse.tokens[name.head].head]
    while above.dep in {"conj", "nmod", "flat"} and (above.tag.startswith("NNP") or _is_no_person(parse, above)):
        above = parse.tokens[above.head]
    noun = (
        noun_at(parse, above.i) if above.tag in {"NN", "NNP"} and above.dep in {"nsubj", "nsubj:pass", "obj"} else None
    )
    return above.i if noun is not None and noun.kind == "person" else -1


def _is_no_person(parse: Parse, noun: Token) -> bool:
    known = noun_at(parse, noun.i)
    return noun.tag == "NN" and (known is None or known.kind != "person")


def describe(
    described: Sequence[tuple[Mention, int]], asked: Sequence[Asked], links: Mapping[str, Link]
) -> tuple[tuple[Mention, Link], ...]:
    """Links for descriptions that no mention held yet, each given with a token of the name that it stands behind."""
    found = []
    for mention, token in described:
        names = [a for a in asked if a.start <= token < a.end and a.mention.form == "name"]
        link = links.get(names[0].mention.id) if names else None
        if link is None or link.target is None:
            continue
        detail = f"“{mention.name}” stands beside “{names[0].mention.name}” as its description"
        reason = Reason(rule="apposition", detail=detail, weight=0.9)
        found.append(
            (mention, Link(mention=mention.id, target=link.target, score=0.9, reasons=(reason,), made_by=MADE_BY))
        )
    return tuple(found)


def _name_first(parse: Parse, one: Asked, other: Asked) -> tuple[Asked, Asked] | None:
    """The name and its description, in whichever order they stand; None for two names or no name."""
    pair = (other, one) if other.mention.form == "name" else (one, other)
    if one.mention.form == "name" and one.label == "person" != other.label:  # "the President of Orland, | Ana Ruiz |"
        pair = (one, other)
    if pair[0].mention.form != "name" or pair[1].mention.form == "pronoun":
        return None
    first, last = sorted((one.head, other.head))
    if any(t.lower in _EXAMPLES for t in parse.tokens[first : last + 1]):
        return None
    return pair


def _fits(parse: Parse, pair: tuple[Asked, Asked], own: Link, actors: dict[str, Actor]) -> bool:
    """A description is a noun that may be said of the name: one person for a person, no second listed name."""
    name, described = pair
    token = parse.tokens[described.head]
    if name.label == "person":
        noun = noun_at(parse, described.head)
        if token.tag in {"NNS", "NNPS"} or (noun is not None and noun.kind not in {"person"}):
            return False
    elif name.label not in {"organisation", None}:
        return False
    firm = bool(own.reasons) and own.reasons[0].rule in _FIRM and own.target in actors
    if described.mention.form == "name":
        names = described.label in {"person", "place"} or described.label == name.label == "organisation"
        return not firm and not names and _titled(parse, described)
    return not firm


def _titled(parse: Parse, described: Asked) -> bool:
    """A capitalised description ("Minister of Reconciliation") has a person's or body's noun at its head."""
    return noun_at(parse, described.head) is not None
