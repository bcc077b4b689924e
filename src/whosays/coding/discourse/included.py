"""Those who are told to be among the victims: "killed nine people, including the union leader Ana Velez".

Also those who are listed behind a colon, and "Ana Velez, one of the nine people killed".

They are counted with the others, so they add a participant and no toll.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.trees.headcounts import so_many_of
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.triggers import labels_of
from whosays.ontology import Ontology
from whosays.ontology.wording import load as load_wording
from whosays.parse import NameLabel, Parse, Token
from whosays.records import Role

_AMONG = frozenset({"including", "among", "along"})
_HARMED = frozenset({"killed", "wounded", "captured"})
_DONE_TO = ("COERCE", "RETREAT", "SANCTION", "CONCEDE", "ACCUSE")
_THEM = frozenset({"them", "those", "dead", "wounded", "injured", "victim", "hostage"})


def with_included(parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book) -> tuple[EventDraft, ...]:
    """The attacks with the victims who are named among others, and the talks with those who sit there.

    The mentions are kept in ``book``.
    """
    named = {"ASSAULT": _with_named, "CONSULT": _with_seated} | dict.fromkeys(_DONE_TO, _with_singled)
    told = (named[d.event.type](parse, d, ontology, book) if d.event.type in named else d for d in drafts)
    return tuple(_with_members(parse, d, book) for d in _with_doers_of_all(parse, tuple(told)))


def _with_doers_of_all(parse: Parse, drafts: Sequence[EventDraft]) -> Iterator[EventDraft]:
    """ "Hurt in | Russian strikes |, including an attack on a plant": by those who did the others."""
    for draft in drafts:
        token, event = parse.tokens[draft.head], draft.event
        part = event.type == "ASSAULT" and case_of(parse, token.i) == "including"
        whole = next((d for d in drafts if part and d is not draft and _holds_it(parse, d, token)), None)
        if whole is None or any(r.part == "actor" for r in event.roles):
            yield draft
            continue
        doers = tuple(r for r in whole.event.roles if r.part == "actor")
        yield msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*doers, *event.roles)))


def _holds_it(parse: Parse, whole: EventDraft, part: Token) -> bool:
    noun = parse.tokens[whole.head]
    beside = noun.is_noun and noun.i < part.i and part.head in {noun.i, noun.head}
    return beside and whole.event.type == "ASSAULT" and noun.tag == "NNS"


def _with_members(parse: Parse, draft: EventDraft, book: Book) -> EventDraft:
    """ "Nine countries, including | Peru |, expelled envoys", "leaders of six states, including | Peru |, met"."""
    event = draft.event
    known = {r.mention for r in event.roles}
    added: list[Role] = []
    for role in event.roles:
        at = book.head(role.mention) if role.part in {"actor", "recipient"} and role.mention is not None else None
        group = _group_at(parse, at) if at is not None else None
        for head in _members(parse, group) if group is not None else ():
            if (mention := book.actor(head)) not in known:
                added.append(Role(mention=mention, part=role.part, kind="organisation", effect=role.effect))
                known.add(mention)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *added)))


def _members(parse: Parse, group: int) -> Iterator[int]:
    """The names behind "including", "among them" and "such as"."""
    labels = labels_of(parse)
    for head in (*_included(parse, group), *_such_as(parse, group)):
        if labels.get(head) in _meant(parse, group) and parse.tokens[head].text[:1].isupper():
            yield head  # also "| Doctors | Without Borders"


def _meant(parse: Parse, group: int) -> frozenset[str]:
    """What names may be among them: "nine states" may name a bloc, "members" no party whose members they are."""
    lemma = parse.tokens[group].lemma.lower()
    return _PLACES if lemma == "member" else _STATES if lemma in _OF_STATES else _BODIES


def _such_as(parse: Parse, head: int) -> Iterator[int]:
    for child in parse.children(head, "nmod"):
        if child.i > head and case_of(parse, child.i) == "such":
            yield from conjuncts(parse, child.i)


_OF_STATES = frozenset("country state nation government neighbour neighbor power republic ally member".split())
_OF_BODIES = frozenset("group party organisation organization company firm bank agency faction newspaper union".split())
_STATES = frozenset({"place", "organisation"})
_BODIES = frozenset({"organisation"})
_PLACES = frozenset({"place"})
_SENT = frozenset(
    "leader minister official representative diplomat ambassador envoy delegate delegation president premier head "
    "troop soldier".split()
)


def _group_at(parse: Parse, head: int) -> int | None:
    """The noun of several states or bodies at a party's head, or whose people the party is."""
    token = parse.tokens[head]
    if token.tag == "NNS" and token.lemma.lower() in _SENT:
        senders = [c for c in parse.children(head, "nmod") if case_of(parse, c.i) in {"of", "from"}]
        token = senders[0] if len(senders) == 1 and senders[0].lemma.lower() in _OF_STATES else token
    several = token.tag in {"NNS", "NNPS"} and token.lemma.lower() in _OF_STATES | _OF_BODIES
    return token.i if several else None


def _with_seated(parse: Parse, draft: EventDraft, ontology: Ontology, book: Book) -> EventDraft:
    """ "Met senior officials, including | Ana Ruiz"."""
    event, labels = draft.event, labels_of(parse)
    known = {r.mention for r in event.roles}
    added: list[Role] = []
    for role in event.roles:
        at = book.head(role.mention) if role.part == "actor" and role.mention is not None else None
        if at is None or parse.tokens[at].tag not in {"NNS", "NNPS"}:
            continue
        for head in _included(parse, at):
            if kind_of(parse, head, ontology, labels) == "person" and is_particular(parse, head):
                mention = book.actor(head)
                added += [] if mention in known else [Role(mention=mention, part="actor", kind="person")]
                known.add(mention)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *added)))


def _with_singled(parse: Parse, draft: EventDraft, ontology: Ontology, book: Book) -> EventDraft:
    """ "Six men, including | Ana Ruiz |, are arrested": whoever is named of those to whom it is done."""
    event, labels = draft.event, labels_of(parse)
    known = {r.mention for r in event.roles}
    added: list[Role] = []
    for role in event.roles:
        at = book.head(role.mention) if role.part == "recipient" and role.mention is not None else None
        if at is not None and parse.tokens[at].tag == "CD":  # "46 | of its members |, including a mayor, were held"
            at = next((c.i for c in parse.children(at, "nmod") if case_of(parse, c.i) == "of"), at)
        if at is None or parse.tokens[at].tag not in {"NNS", "NNPS"}:
            continue
        of_them = _some_of_them(parse, at)
        for head in dict.fromkeys((*_included(parse, at), *_strayed(parse, at, (ontology, labels)), *of_them)):
            beside = (head, *(c.i for c in parse.children(head, "appos", "flat")))
            told = any(labels.get(h) == "person" for h in beside)
            told = told or (_is_told_apart(parse, head) and kind_of(parse, head, ontology, labels) == "person")
            if told and (mention := book.actor(head)) not in known:
                added.append(Role(mention=mention, part="recipient", kind="person", effect=role.effect))
                known.add(mention)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *added)))


def _with_named(parse: Parse, draft: EventDraft, ontology: Ontology, book: Book) -> EventDraft:
    event = draft.event
    known = {r.mention for r in event.roles}
    wrong: set[str | None] = set()
    added: list[Role] = []
    labels = labels_of(parse)
    for role in event.roles:
        if role.part != "recipient" or role.effect not in _HARMED or role.mention is None:
            continue
        at = book.head(role.mention)
        strayed = _strayed(parse, at, (ontology, labels))
        of_them = list(_some_of_them(parse, at))
        for head in dict.fromkeys((*_included(parse, at), *_called(parse, at, labels), *strayed, *of_them)):
            told = head in of_them or is_particular(parse, head)
            if kind_of(parse, head, ontology, labels) != "person" or not told:
                continue
            if parse.tokens[head].lemma.lower() in load_wording().quantities.doers:
                continue  # "three people, including the bomber"
            mention = book.actor(head)
            wrong |= {mention} if mention in known else set()
            added.append(Role(mention=mention, part="recipient", kind="person", effect=role.effect))
    if not added:
        return draft
    kept = tuple(r for r in event.roles if not (r.mention in wrong and r.part == "actor"))
    fresh = tuple(a for a in added if a.mention not in {r.mention for r in kept})
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*kept, *fresh)))


def _called(parse: Parse, head: int, labels: dict[int, NameLabel]) -> Iterator[int]:
    """Those who are said to be the victims: "X and Y were the clerks killed", "X, one of the six clerks killed"."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    found: list[int] = []
    if parse.children(head, "cop"):
        found += [c.i for c in parse.children(head, "nsubj")]
    if token.dep == "nmod" and above.tag == "CD" and case_of(parse, head) == "of":
        found += [above.head] if above.dep == "appos" else []
        found += [c.i for c in parse.children(above.i, "nsubj")] if parse.children(above.i, "cop") else []
    if token.dep == "nmod" and case_of(parse, head) == "among" and token.i < above.i and parse.children(above.i, "cop"):
        found.append(above.i)  # "Among those killed was | Ana Ruiz"
    among = case_of(parse, head) == "among"  # "two soldiers were | among six people killed"
    for first in found:
        yield from (h for h in conjuncts(parse, first) if labels.get(h) == "person" or among)


def is_particular(parse: Parse, head: int) -> bool:
    """ "The mayor", "three newsmen", "Ana Velez"; "women and children" tells nobody in particular."""
    token = parse.tokens[head]
    if token.tag == "CD" or token.tag.startswith("PRP"):
        return False
    told = token.tag in {"NN", "NNP"} or bool(parse.children(head, "det", "nummod", "nmod:poss", "flat", "appos"))
    return told or any(c.tag.startswith("NNP") for c in parse.children(head))


def _is_told_apart(parse: Parse, head: int) -> bool:
    """ "Six men, including | a general |, | two Danish bakers |": whoever is one, or of a country; no "two bakers"."""
    alone = parse.tokens[head].tag == "NN" and is_particular(parse, head)
    return alone or any(c.text[:1].isupper() for c in parse.children(head, "amod", "compound"))


def _included(parse: Parse, head: int) -> Iterator[int]:
    """The heads of those whom "including" or "among them" adds to a noun, each on its own."""
    beside = [c for c in parse.children(parse.tokens[head].head, "obl") if c.i > head]  # trees hang it on the verb
    for child in (*parse.children(head, "nmod", "obl"), *beside):
        if child.i > head and case_of(parse, child.i) in _AMONG and child.lemma.lower() not in _THEM:
            yield from conjuncts(parse, child.i)
    verb = next((a for a in parse.ancestors(head) if a.is_verb), None)
    for one in parse.children(verb.i, "parataxis") if verb is not None else ():  # "killed six, | among them two boys"
        among = any(case_of(parse, c.i) == "among" and c.lower == "them" for c in parse.children(one.i, "obl", "nmod"))
        if among and one.i > head:
            yield from conjuncts(parse, one.i)
    for one in parse.children(head, "appos"):  # "nine states, | among them Peru |, signed"
        if any(case_of(parse, c.i) == "among" and c.lower == "them" for c in parse.children(one.i, "nmod")):
            yield from conjuncts(parse, one.i)
    listed = [c for c in parse.children(head, "appos") if _is_behind_colon(parse, c)]
    listed += [c for c in parse.children(parse.tokens[head].head, "parataxis") if _is_behind_colon(parse, c)]
    for first in listed:
        named = [h for h in conjuncts(parse, first.i) if parse.tokens[h].tag.startswith("NNP")]
        yield from named or conjuncts(parse, first.i)


def _some_of_them(parse: Parse, head: int) -> Iterator[int]:
    """ "Killed nine people, | one of them a cleric |", "seven of them civilians": what they are told to be."""
    token = parse.tokens[head]
    first = token.head if token.dep == "conj" and token.tag == "NNS" else head  # "its captain and | five sailors |"
    for one in parse.children(first, "appos"):
        for told in (one, *parse.children(one.i, "nmod", "appos")):
            several = so_many_of(parse, told) if told.is_noun else None
            if several is not None and several.i == first and told.i > head:
                yield told.i


def _strayed(parse: Parse, head: int, knowledge: tuple[Ontology, dict[int, NameLabel]]) -> Iterator[int]:
    """ "Held six bakers in raids across the city, including | Ana Ruiz |": hung on a thing that can include nobody.

    Not where other people are told in between: "held six bakers after a row with clerks, including Ana Ruiz".
    """
    ontology, labels = knowledge
    token = parse.tokens[head]
    end = parse.sentences[parse.sentence(head)][1]
    mark = next((t for t in parse.tokens[head:end] if t.lower == "including" and t.dep == "case"), None)
    if mark is None or token.tag != "NNS":
        return
    first = parse.tokens[mark.head]
    above = parse.tokens[first.head]
    if labels.get(first.i) != "person" or first.dep != "nmod" or not head < above.i < mark.i:
        return
    between = [t for t in parse.tokens[head + 1 : mark.i] if t.tag in {"NNS", "NNPS"} and t.dep != "compound"]
    people = [t for t in between if kind_of(parse, t.i, ontology, labels) == "person"]
    if not people and kind_of(parse, above.i, ontology, labels) != "person":
        yield from conjuncts(parse, first.i)


def _is_behind_colon(parse: Parse, token: Token) -> bool:
    """ "Killed three men: | Ali, Omar and Said"."""
    first = min(parse.subtree(token.i))
    return token.is_noun and first > 0 and ":" in {t.text for t in parse.tokens[first - 1 : first + 1]}
