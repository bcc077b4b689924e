"""What a denial answers: "denied the claim", "Kyiv denied this", "disputed the figure", "an allegation they reject".

Whoever denies what another has said holds the same proposition, the other way round: only so do the two stand in one
dispute. What is denied is the nearest thing said shortly before by somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.propositions import Occurrence
from whosays.coding.words.mentions import Book
from whosays.parse import Parse, Token
from whosays.records import Act, Proposition, Statement, Target

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "which", "so"})
# What somebody has said, by its nouns; those of number answer a toll, and nothing else.
_SAID = frozenset(
    "accusation allegation claim charge criticism report statement assertion announcement suggestion account version "
    "story rumour rumor insinuation remark comment proposition contention characterization characterisation".split()
)
_HELD_FOR = frozenset({"arrest", "detain", "charge", "indict", "jail", "sentence", "hold"})
_NUMBERS = frozenset({"figure", "number", "toll", "count", "estimate", "tally"})
_SAYING: frozenset[Act] = frozenset({"accuse", "blame", "claim", "assert", "report", "confirm", "deny", "concern"})
_BACK = 3  # sentences in which what a noun names is looked for
_NEAR = 1  # and what a pronoun means
_TURNED = {"true": "false", "false": "true", "unknown": "unknown"}
_HELD = frozenset({"occurred", "responsible", "exists", "able", "toll", "other"})


def denied_statement(parse: Parse, drafts: Sequence[Draft], number: int) -> int | None:
    """The statement that a denial points back at, by its place in ``drafts``: the nearest one before, by another."""
    draft = drafts[number]
    if draft.act != "deny" or draft.status == "negated":
        return None
    for place, told in enumerate(drafts):
        # "accused the army of it, | which | the army denied", "dismissed Ruiz's | claims | that it had"
        named = place != number and told.cue_token == draft.content_head
        same = place < number and bool(draft.content) and told.content == draft.content  # ", a claim | they denied"
        if (named or same) and _may_be_meant(draft, told):
            return place
    head = _named(parse, draft)
    if head is None and not is_pointer(parse, draft):
        return None
    back = _NEAR if head is None else _BACK
    here = parse.sentence(draft.cue_token)
    for earlier in range(number - 1, -1, -1):
        other = drafts[earlier]
        if here - parse.sentence(other.cue_token) > back:
            return None
        if _may_be_meant(draft, other) and (head is None or _fits(parse, head, other)):
            return earlier
    return None


def _named(parse: Parse, draft: Draft) -> Token | None:
    """The noun for what was said that the content names: definite, or set off ("..., an allegation they deny")."""
    if draft.content_head is None:
        return None
    head = _dismissed_as(parse, draft) or parse.tokens[draft.content_head]
    if head.lemma.lower() not in _SAID | _NUMBERS or parse.children(head.i, "acl", "acl:relcl", "nmod"):
        aside = (
            head.lemma.lower() in _SAID and draft.cue_token > head.i and parse.tokens[draft.cue_token].head == head.i
        )
        if not aside:
            return None
    definite = any(c.lower in _DEFINITE for c in parse.children(head.i, "det"))
    theirs = any(c.lower in _OWNERS for c in parse.children(head.i, "nmod:poss"))
    set_behind = head.i < draft.cue_token and parse.tokens[draft.content[0][0] - 1].text == ","
    return head if definite or theirs or set_behind else None


def _dismissed_as(parse: Parse, draft: Draft) -> Token | None:
    """ "Dismissed | the accusations | as absurd": what is dismissed, not what it is dismissed as."""
    objects = parse.children(draft.cue_token, "obj")
    whole = objects and draft.content_head not in {o.i for o in objects}
    return objects[0] if whole and draft.holds(objects[0].i) and objects[0].lemma.lower() in _SAID else None


def is_pointer(parse: Parse, draft: Draft) -> bool:
    """Whether a denial only points: "denied it", "denied this"."""
    words = [t.lower for start, end in draft.content for t in parse.tokens[start:end] if t.text[0].isalnum()]
    return len(words) == 1 and words[0] in _PRONOUNS


def _may_be_meant(draft: Draft, other: Draft) -> bool:
    if other.act not in _SAYING or other.status == "negated" or other.intends or other.asks:
        return False
    if other.speaker is not None and other.speaker == draft.speaker:
        return False
    return not other.holds(draft.cue_token)  # "he said that they denied it": what is denied was said before


def _fits(parse: Parse, head: Token, other: Draft) -> bool:
    told = {t.lemma.lower() for start, end in other.content for t in parse.tokens[start:end]}
    if head.lemma.lower() == "charge" and told & _HELD_FOR:
        return False  # "said they had arrested him. He denies the charges": not that he was arrested
    if head.lemma.lower() not in _NUMBERS:
        return True
    return any(t.tag == "CD" for start, end in other.content for t in parse.tokens[start:end])


def of_number(parse: Parse, draft: Draft) -> bool:
    """Whether what is denied is a figure."""
    return draft.content_head is not None and parse.tokens[draft.content_head].lemma.lower() in _NUMBERS


def answering(denial: Statement, said: Statement, book: Book, *, number: bool) -> Statement:
    """The denial with what it is about: the statement, its deeds, and what it held, held the other way round.

    Args:
        denial: the denial.
        said: what it denies.
        book: the mentions.
        number: whether only a number is denied ("disputed the figure").
    """
    of_kind = tuple(p for p in said.propositions if p.kind in ({"toll"} if number else _HELD))
    held = tuple(_turned(p, denial) for p in _of_himself(of_kind, denial, book))
    about = [*denial.about, Target(target=said.id, as_="denied")]
    known = {t.target for t in about}
    for event in dict.fromkeys(p.event for p in held if p.event is not None):
        if event not in known:
            about.append(Target(target=event, as_="denied"))
    own = any(p.kind != "other" for p in denial.propositions)  # "rejected claims that it had shelled the camp"
    return msgspec.structs.replace(
        denial, about=tuple(about), propositions=held if held and not own else denial.propositions
    )


def _of_himself(held: tuple[Proposition, ...], denial: Statement, book: Book) -> tuple[Proposition, ...]:
    """ "Peru accused Chad and Togo of it. Togo denied it": of what is said of several, what is said of itself."""
    if len(held) < 2 or any(p.kind != "responsible" for p in held):
        return held
    names = {m.id: m.name.casefold() for m in book.all()}
    own = tuple(p for p in held if p.subject is not None and names.get(p.subject) == names.get(denial.speaker or ""))
    return own or held


def _turned(held: Proposition, denial: Statement) -> Proposition:
    return msgspec.structs.replace(held, holds=_TURNED[held.holds], spans=denial.content)


def denying_deed(denial: Statement, deed: Occurrence, book: Book) -> Statement:
    """ "The navy sank the boat. The navy denied it": its part in the deed; of anybody else's, that it took place."""
    names = {m.id: m.name.casefold() for m in book.all()}
    doers = {names.get(r.mention, "") for r in deed.event.roles if r.part == "actor" and r.mention is not None}
    own = denial.speaker is not None and names.get(denial.speaker) in doers
    held = Proposition(
        kind="responsible" if own else "occurred",
        subject=denial.speaker if own else None,
        event=deed.event.id,
        holds="false",
        spans=denial.content,
    )
    return msgspec.structs.replace(denial, propositions=(held,))
