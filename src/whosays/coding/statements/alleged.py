"""Who did it on nobody's word but an accuser's: "alleged that | guards | had beaten him", "claims that | rebels | did".

The deed keeps the status that its clause tells; whoever is named for it only there is accused, or claims it himself.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.coding.words.mentions import Book, conjuncts, phrase_range
from whosays.ontology import owning
from whosays.parse import Token
from whosays.records import Event, Role, RoleBasis, Statement

_DOUBTED = frozenset({"ASSAULT", "COERCE"})
_PROSECUTING = frozenset({"prosecutor", "prosecution", "indictment", "affidavit", "plaintiff"})
_CLAIMING = frozenset({"claim", "boast", "brag"})
_TELLING = frozenset({"assert", "report"})
_SHORT = 3  # letters: "the", "Mr"
_GRUMBLING = frozenset({"complain", "complaint"})  # of what everybody knows, more often than not


def with_alleged(event: Event, statement: Statement, how: str, basis: RoleBasis, book: Book) -> Event:
    """The event with those accused who do it in the words of an allegation alone; ``basis`` is the accuser's."""
    if how == "claimed":
        roles = tuple(_alleged(r, statement, "fact", book) for r in event.roles)
        return event if roles == event.roles else msgspec.structs.replace(event, roles=roles)
    if how == "accused" and any(p.kind == "responsible" for p in statement.propositions):
        return _with_theirs(event, statement, basis)
    return as_alleged(event, statement, basis, book) if _alleges(event, statement, how, book) else event


def _with_theirs(event: Event, statement: Statement, basis: RoleBasis) -> Event:
    """ "Accused Orland of sending | troops |": those whom it is said to have sent are no more certain."""
    if not any(r.part == "actor" and r.statement == statement.id for r in event.roles):
        return event
    roles = tuple(
        msgspec.structs.replace(r, basis=basis, statement=statement.id)
        if r.part == "participant" and r.basis == "fact" and r.statement is None
        else r
        for r in event.roles
    )
    return msgspec.structs.replace(event, roles=roles)


def as_alleged(event: Event, statement: Statement, basis: RoleBasis, book: Book) -> Event:
    """The event with the doers whom the words of ``statement`` name: accused by it, or claiming it of themselves."""
    roles = tuple(_alleged(r, statement, basis, book) for r in event.roles)
    return event if roles == event.roles else msgspec.structs.replace(event, roles=roles)


def _alleges(event: Event, statement: Statement, how: str, book: Book) -> bool:
    words = {t.lemma.lower() for t in book.parse.tokens[slice(*book.parse.tokens_of(statement.cue))]}
    if how == "accused":
        return statement.act == "accuse" and not words & _GRUMBLING
    if how != "content" or statement.act not in _TELLING or event.type not in _DOUBTED:
        return False
    return (statement.act == "assert" and bool(words & _CLAIMING)) or _prosecutes(statement, book)


def _prosecutes(statement: Statement, book: Book) -> bool:
    """ "Prosecutors said | he | had shot two guards", "according to the indictment": what is still to be proved."""
    for mention in (statement.speaker, *statement.relay):
        if mention is None:
            continue
        head = book.parse.tokens[book.head(mention)]
        before = book.parse.tokens[max(head.i - 1, 0)]
        if head.lemma.lower() in _PROSECUTING or (before.lower, head.lower) == ("charge", "sheet"):
            return True
    return False


def _alleged(role: Role, statement: Statement, basis: RoleBasis, book: Book) -> Role:
    if role.part != "actor" or role.kind == "thing" or role.basis != "fact" or role.mention is None:
        return role
    token = book.parse.tokens[book.head(role.mention)]
    if role.mention != statement.speaker and not any(s.start <= token.start < s.end for s in statement.content):
        return role
    own = role.mention == statement.speaker or _is_himself(token, statement, book)
    if not own and (basis == "fact" or _is_nobody(token, book)):
        return role  # of a claim: only his own men answer for it with him
    return msgspec.structs.replace(role, basis="claimed" if own else basis, statement=statement.id)


def _is_himself(token: Token, statement: Statement, book: Book) -> bool:
    """ "The army claimed | it | had killed nine", "Orland's army claimed that | Orland's jets | had done so"."""
    if statement.speaker is None:
        return False
    parse = book.parse
    theirs = any(c.tag == "PRP$" for c in parse.children(token.i, "nmod:poss"))
    if token.lower in {"it", "they"} or (theirs and token.lemma.lower() in owning.load().own):
        return True
    side = _named(parse.tokens[i] for i in parse.subtree(book.head(statement.speaker)))
    return bool(side & _named(parse.tokens[slice(*phrase_range(parse, token.i))]))


def _named(tokens: Iterable[Token]) -> frozenset[str]:
    """The beginnings of names and of words made of them: "Orland", "Orlandese" alike."""
    return frozenset(t.text[:5] for t in tokens if t.text[0].isupper() and len(t.text) > _SHORT)


def _is_nobody(token: Token, book: Book) -> bool:
    """ "Gunmen", "an attacker": nobody in particular is accused."""
    named = any(t.tag.startswith("NNP") for t in book.parse.tokens[slice(*phrase_range(book.parse, token.i))])
    bare = not any(c.lower in {"the", "his", "her", "their", "its"} for c in book.parse.children(token.i))
    return token.lemma.lower() in owning.load().nobody and not named and bare


def is_mutual(party: str, statement: Statement, book: Book) -> bool:
    """ "Blamed | each other |", "each blamed | the other |": whether a party is whoever accuses it."""
    parse = book.parse
    token = parse.tokens[book.head(party)]
    if {token.lower, *(c.lower for c in parse.children(token.i))} >= {"each", "other"}:
        return True
    if token.lower != "other" or statement.speaker is None:
        return False
    cue = parse.root_of(*parse.tokens_of(statement.cue))
    beside = (*parse.children(cue), *(parse.tokens[i] for i in parse.subtree(book.head(statement.speaker))))
    return any(c.lower in {"each", "both"} for c in beside)


def is_traded(statement: Statement, book: Book) -> bool:
    """ "The two sides | traded blame | for it"."""
    words = {t.lemma.lower() for t in book.parse.tokens[slice(*book.parse.tokens_of(statement.cue))]}
    return statement.act == "accuse" and bool(words & {"trade", "exchange"})


def sides_of(statement: Statement, book: Book) -> tuple[str, ...]:
    """The two or more who speak together, one by one; nobody where they are only "both sides"."""
    joined = conjuncts(book.parse, book.head(statement.speaker)) if statement.speaker is not None else ()
    return tuple(book.actor(h) for h in joined) if len(joined) > 1 else ()
