""" "Gunmen killed | a judge |. The judge, Pedro Ruiz, ...": a lead tells of somebody whom a later sentence names.

Leads leave the name out, so whoever suffered or acted there would stay a mere noun. Police name people later, too: "the
suspect was identified as Jan Holub".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.parse import Parse, Token
from whosays.records import Link, Reason
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.own import noun_at

_REACH = 4  # sentences between a lead and the name
_FIRST = frozenset({"a", "an"})
_BY_NOUN = frozenset({"own", "pattern", "dominant"})  # "a Veldian reporter": of its press, and nobody in particular


def introduced(parse: Parse, asked: Sequence[Asked], links: Mapping[str, Link]) -> Iterator[tuple[str, Link]]:
    """The links of people told of by a noun first and by the same noun with their name beside it later."""
    for name in asked:
        named = links.get(name.mention.id)
        if name.label != "person" or name.mention.form != "name" or named is None or named.target is None:
            continue
        noun = _described(parse, name)
        told = _told_before(parse, noun, asked, links) if noun is not None else _suspect(parse, name, asked, links)
        told = told or (_taken(parse, noun, asked, links) if noun is not None else [])
        for one in told:
            detail = f"“{one.mention.name}” is named later: {name.mention.name}"
            reason = Reason(rule="introduced", detail=detail, weight=0.8)
            link = links[one.mention.id]
            yield (
                one.mention.id,
                msgspec.structs.replace(link, target=named.target, candidates=(), score=0.8, reasons=(reason,)),
            )


def _told_before(parse: Parse, noun: Token, asked: Sequence[Asked], links: Mapping[str, Link]) -> list[Asked]:
    """Those whom the sentences before call by the noun, where it is one person for the first time."""
    told = [a for a in asked if _is_same(parse, a, noun)]
    first = [a for a in told if parse.tokens[a.start].lower in _FIRST and _is_unknown(links, a)]
    others = [a for a in told if parse.tokens[a.start].lower != "the" and a not in first]
    if len({a.head for a in first}) != 1 or others:
        return []  # "a judge and another judge", "two judges": which of them is not told
    return [a for a in told if a.head >= first[0].head and _is_unknown(links, a)]


_NAMING = frozenset({"name", "identify"})
_SOUGHT = frozenset("suspect gunman attacker assailant shooter killer bomber driver stabber perpetrator".split())


def _suspect(parse: Parse, name: Asked, asked: Sequence[Asked], links: Mapping[str, Link]) -> list[Asked]:
    """ "The suspect was identified | as Jan Holub |", "named | him | as Jan Holub": the one suspect told of."""
    verb = parse.tokens[parse.tokens[name.head].head]
    if verb.lemma.lower() not in _NAMING or not verb.is_verb or parse.case(name.head) != "as":
        return []
    whom = parse.children(verb.i, "obj", "nsubj:pass")
    if not whom and verb.dep == "acl":
        whom = (parse.tokens[verb.head],)  # "the suspect, | identified | as Jan Holub"
    if len(whom) != 1 or parse.children(name.head, "conj"):
        return []
    noun, pronoun = whom[0], whom[0].lower in {"him", "her", "he", "she"}
    known = noun_at(parse, noun.i)
    if not pronoun and (noun.tag != "NN" or known is None or known.kind != "person" or known.group):
        return []  # "identified | the ship | as the Adela"
    here = parse.sentence(name.head)
    near = [a for a in asked if a.head < name.head and here - parse.sentence(a.head) <= _REACH]
    people = [a for a in near if a.mention.form == "nominal" and parse.tokens[a.head].tag == "NN"]
    words = _SOUGHT if pronoun or noun.lemma.lower() in _SOUGHT else {noun.lemma.lower()}
    found = [a for a in people if parse.tokens[a.head].lemma.lower() in words and _is_unknown(links, a)]
    many = any(parse.tokens[a.head].lemma.lower() in words and parse.tokens[a.head].tag == "NNS" for a in near)
    return [] if many else found or _taken(parse, noun, asked, links)


_TAKING = frozenset({"arrest", "detain", "capture", "catch", "seize", "charge"})
_REACH_TAKEN = 2  # sentences


def _taken(parse: Parse, noun: Token, asked: Sequence[Asked], links: Mapping[str, Link]) -> list[Asked]:
    """ "Police arrested | a trader |. The suspect, Jan Holub, ...": the one who was taken, whatever he was called."""
    if noun.lemma.lower() != "suspect":
        return []
    near = [a for a in asked if a.head < noun.i and parse.sentence(noun.i) - parse.sentence(a.head) <= _REACH_TAKEN]
    people = [a for a in near if parse.tokens[parse.tokens[a.head].head].lemma.lower() in _TAKING]
    taken = [a for a in people if parse.tokens[a.head].dep in {"obj", "nsubj:pass"}]
    if len(taken) != 1 or parse.tokens[taken[0].head].tag != "NN" or parse.children(taken[0].head, "conj"):
        return []
    return [a for a in taken if a.mention.form == "nominal" and _is_unknown(links, a)]


def _described(parse: Parse, name: Asked) -> Token | None:
    """The noun with "the" that a name stands beside: "| the judge |, Pedro Ruiz,", "Pedro Ruiz, | the judge |,"."""
    token = parse.tokens[name.head]
    beside = [parse.tokens[token.head]] if token.dep == "appos" else list(parse.children(name.head, "appos"))
    nouns = [t for t in beside if t.tag == "NN" and any(c.lower == "the" for c in parse.children(t.i, "det"))]
    return nouns[0] if len(nouns) == 1 and not parse.children(nouns[0].i, "nmod", "acl:relcl", "nmod:poss") else None


def _is_same(parse: Parse, one: Asked, noun: Token) -> bool:
    """Whether a mention before calls somebody by the noun."""
    near = 0 <= parse.sentence(noun.i) - parse.sentence(one.head) <= _REACH
    token = parse.tokens[one.head]
    return near and one.head < noun.i and one.mention.form == "nominal" and token.lemma.lower() == noun.lemma.lower()


def _is_unknown(links: Mapping[str, Link], one: Asked) -> bool:
    link = links.get(one.mention.id)
    return link is not None and bool(link.reasons) and all(r.rule in _BY_NOUN for r in link.reasons)
