"""What a denial answers: "denied the claim", "Kyiv denied this", "disputed the figure", "an allegation they reject".

Whoever denies what another has said holds the same proposition, the other way round: only so do the two stand in one
dispute. What is denied is the nearest thing said shortly before by somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.statements.charged import of_charge
from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.propositions import Occurrence
from whosays.coding.words.mentions import Book, case_of
from whosays.ontology import owning as deeds
from whosays.ontology.gainsaying import load
from whosays.parse import Parse, Token
from whosays.records import Act, Proposition, Statement, Target

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "which", "so"})
# What somebody has said, by its nouns; those of number answer a toll, and nothing else.
_JUDGED = frozenset("criticism comment proposition characterization characterisation".split())
_HELD_FOR = frozenset({"arrest", "detain", "charge", "indict", "jail", "sentence", "hold"})
_THAT_IT_WAS = frozenset({"deny", "denial", "dispute", "refute"})  # "repudiate | the attack |" condemns it
_CHARGES = frozenset({"accusation", "allegation", "charge", "report", "rumour", "rumor"})
_TAKING_BACK = frozenset({"retract", "withdraw", "recant", "take", "walk"})
_NUMBERS = frozenset({"figure", "number", "toll", "count", "estimate", "tally"})
_SAYING: frozenset[Act] = frozenset({"accuse", "blame", "claim", "assert", "report", "confirm", "deny", "concern"})
_BACK = 3  # sentences in which what a noun names is looked for
_LONG_BACK = 8  # and what a noun names with whose words they were
_STEM = 4  # letters by which a people and its country are alike
_NEAR = 1  # and what a pronoun means
_TURNED = {"true": "false", "false": "true", "unknown": "unknown"}
_HELD = frozenset({"occurred", "responsible", "exists", "able", "toll", "other"})


def _said() -> frozenset[str]:
    return load().said | _JUDGED


def denied_statement(parse: Parse, drafts: Sequence[Draft], number: int, book: Book) -> int | None:
    """The statement that a denial points back at, by its place in ``drafts``: the nearest one before, by another."""
    draft = drafts[number]
    answer = draft.gainsaid is not None and draft.act == "confirm"
    if (draft.act != "deny" and not answer) or draft.status == "negated":
        return None
    for place, told in enumerate(drafts):
        # "accused the army of it, | which | the army denied", "dismissed Ruiz's | claims | that it had"
        named = place != number and told.cue_token == draft.content_head
        same = place < number and bool(draft.content) and told.content == draft.content  # ", a claim | they denied"
        if (named or same) and _may_be_meant(draft, told):
            return place
    quoting = _in_report(parse, drafts, draft)
    if quoting is not None:
        return quoting
    head = _named(parse, draft)
    if head is None and not is_pointer(parse, draft):
        such = _of_such(parse, drafts, number)
        return such if such is not None else of_charge(parse, drafts, number, book)
    whose = _whose(parse, head) if head is not None else frozenset()
    back = _NEAR if head is None else _LONG_BACK if whose else _BACK
    here = parse.sentence(draft.cue_token)
    claimed = _deed_claimed(parse, drafts, number, head) if not whose else None
    if claimed is not None:
        return claimed
    for earlier in range(number - 1, -1, -1):
        other = drafts[earlier]
        if here - parse.sentence(other.cue_token) > back:
            return None
        if whose and not (whose & _speaks(parse, book, other)):
            continue
        if other.act == "deny" and (_answers(parse, draft) or _is_charge(head, other)):
            continue  # "denied the raid. A doctor said there had been no such raid": both deny
        meant = _may_be_meant(draft, other) or (head is None and asked(parse, draft, other))
        if parse.tokens[draft.cue_token].lemma.lower() in _TAKING_BACK:
            meant = other.act in _SAYING and other.status != "negated" and _is_own(parse, book, draft, other)
        if meant and (head is None or _fits(parse, head, other)):
            return earlier
    return None


def _of_such(parse: Parse, drafts: Sequence[Draft], number: int) -> int | None:
    """ "Said she had ordered them to fire. She denies giving | such an order |": what the noun's own word told."""
    draft = drafts[number]
    told = [parse.tokens[t.head] for start, end in draft.content for t in parse.tokens[start:end] if t.lower == "such"]
    named = next((t for t in told if t.tag == "NN" and draft.holds(t.i) and len(t.lemma) > _STEM), None)
    if named is None or deeds.load().is_deed(named.lemma.lower()):
        return None
    here, stem = parse.sentence(draft.cue_token), named.lemma.lower().removesuffix("ing")[: _STEM + 1]
    for earlier in range(number - 1, -1, -1):
        other = drafts[earlier]
        if here - parse.sentence(other.cue_token) > _LONG_BACK:
            return None
        words = (parse.tokens[i].lemma.lower() for start, end in other.content for i in range(start, end))
        if other.act != "deny" and _may_be_meant(draft, other) and any(w.startswith(stem) for w in words):
            return earlier
    return None


def _deed_claimed(parse: Parse, drafts: Sequence[Draft], number: int, head: Token | None) -> int | None:
    """ "The Front claimed the raid. Nine died, a nurse said. The army doubts | the claim |": the Front's."""
    if head is None or head.lower != "claim":
        return None
    near = parse.sentence(drafts[number].cue_token) - _BACK
    told = [n for n in range(number) if parse.sentence(drafts[n].cue_token) >= near]
    found = [n for n in told if drafts[n].act == "claim" and _may_be_meant(drafts[number], drafts[n])]
    behind = {parse.tokens[drafts[n].cue_token].lemma.lower() for n in told if found and n > found[-1]}
    return found[-1] if found and "claim" not in behind else None


def _is_charge(head: Token | None, other: Draft) -> bool:
    """ "Denied it. The envoy, too, called | the charge | a lie": what is denied has been said, and is no denial."""
    if head is None:
        return False
    return head.lemma.lower() in _CHARGES or (other.gainsaid is not None and head.lemma.lower() != "denial")


def _is_own(parse: Parse, book: Book, draft: Draft, other: Draft) -> bool:
    """ "Ruiz accused the army of it. | Ruiz | later withdrew | her accusation |"."""
    if draft.speaker is None or other.speaker is None or other.holds(draft.cue_token):
        return False
    one, two = (parse.tokens[book.head(m)] for m in (draft.speaker, other.speaker))
    return one.lower == two.lower or one.lower in {"he", "she", "they", "it"}


def _answers(parse: Parse, draft: Draft) -> bool:
    """ "We did not", "no such thing": what does not even point."""
    if draft.gainsaid is None:
        return False
    token = parse.tokens[draft.gainsaid]
    return token.lower not in _PRONOUNS and token.lemma.lower() not in load().said


def _in_report(parse: Parse, drafts: Sequence[Draft], draft: Draft) -> int | None:
    """ "Denied a | report | that quoted two officials as saying | that he was ill": what it says they say."""
    if draft.content_head is None or parse.tokens[draft.content_head].lemma.lower() not in _said():
        return None
    clauses = {c.i for c in parse.children(draft.content_head, "acl", "acl:relcl")}
    cues = {d.cue_token: place for place, d in enumerate(drafts) if d is not draft and draft.holds(d.cue_token)}
    place = next((cues[i] for i in sorted(clauses & set(cues))), None)
    while place is not None and drafts[place].content_head in cues:
        deeper = cues[drafts[place].content_head or 0]
        if deeper == place:
            break
        place = deeper
    return place if place is not None and _may_be_meant(draft, drafts[place]) else None


def _whose(parse: Parse, head: Token) -> frozenset[str]:
    """ "| The bishop's | allegations", "| Russian | claims": whose words they are, by stems."""
    owners = [c for c in parse.children(head.i, "nmod:poss") if c.is_noun]
    owners += [c for c in parse.children(head.i, "nmod") if c.is_noun and case_of(parse, c.i) in {"by", "from"}]
    owners += [c for c in parse.children(head.i, "amod", "compound") if c.text[:1].isupper() and c.i < head.i]
    return frozenset(parse.tokens[i].lemma.lower()[:_STEM] for o in owners for i in (o.i, *_flat(parse, o.i)))


def _flat(parse: Parse, i: int) -> Iterator[int]:
    yield from (c.i for c in parse.children(i, "flat", "compound") if c.tag.startswith("NNP"))


def _speaks(parse: Parse, book: Book, other: Draft) -> frozenset[str]:
    if other.speaker is None:
        return frozenset()
    words = (parse.tokens[i] for i in parse.subtree(book.head(other.speaker)))
    return frozenset(t.lemma.lower()[:_STEM] for t in words if t.tag.startswith(("NN", "JJ")))


def asked(parse: Parse, draft: Draft, other: Draft) -> bool:
    """ "Asked | whether he had shot him |, he said he had not": a question that is answered with yes or no.

    So is one about a deed: "Asked about | the raid |, he said it had never happened".
    """
    if draft.gainsaid is None or not other.asks or other.content_head is None or other.holds(draft.cue_token):
        return False
    head = parse.tokens[other.content_head]
    pointed = parse.tokens[draft.gainsaid].lower in _PRONOUNS and deeds.load().is_deed(head.lemma.lower())
    return pointed or any(m.lower in {"if", "whether"} for m in parse.children(head.i, "mark"))


def _named(parse: Parse, draft: Draft) -> Token | None:
    """The noun for what was said that the content names: definite, or set off ("..., an allegation they deny")."""
    if draft.content_head is None:
        return None
    head = _dismissed_as(parse, draft) or parse.tokens[draft.content_head]
    said = _said()
    more = [*parse.children(head.i, "acl", "acl:relcl"), *parse.children(head.i, "nmod")]
    more = [c for c in more if c.dep != "nmod" or case_of(parse, c.i) not in {"by", "from", "against"}]
    if head.lemma.lower() not in said | _NUMBERS or more:
        aside = head.lemma.lower() in said and draft.cue_token > head.i and parse.tokens[draft.cue_token].head == head.i
        if not aside:
            return None
    definite = any(c.lower in _DEFINITE for c in parse.children(head.i, "det"))
    theirs = any(c.lower in _OWNERS or c.is_noun for c in parse.children(head.i, "nmod:poss"))
    theirs = theirs or (bool(_whose(parse, head)) and head.lemma.lower() in said)
    set_behind = head.i < draft.cue_token and parse.tokens[draft.content[0][0] - 1].text == ","
    return head if definite or theirs or set_behind else None


def _dismissed_as(parse: Parse, draft: Draft) -> Token | None:
    """ "Dismissed | the accusations | as absurd": what is dismissed, not what it is dismissed as."""
    objects = parse.children(draft.cue_token, "obj")
    whole = objects and draft.content_head not in {o.i for o in objects}
    return objects[0] if whole and draft.holds(objects[0].i) and objects[0].lemma.lower() in _said() else None


def is_pointer(parse: Parse, draft: Draft) -> bool:
    """Whether a denial only points: "denied it", "denied this", "That is not true", "We did not"."""
    if draft.gainsaid is not None:
        return parse.tokens[draft.gainsaid].lemma.lower() not in load().said
    words = [t.lower for start, end in draft.content for t in parse.tokens[start:end] if t.text[0].isalnum()]
    return len(words) == 1 and words[0] in _PRONOUNS


def names_deed(parse: Parse, draft: Draft) -> bool:
    """ "Denied | the raid |": nothing else than a deed that is told of."""
    if draft.content_head is None or parse.tokens[draft.cue_token].lemma.lower() not in _THAT_IT_WAS:
        return False
    head = parse.tokens[draft.content_head]
    definite = any(c.lower in _DEFINITE for c in parse.children(head.i, "det"))
    return head.is_noun and definite and deeds.load().is_deed(head.lemma.lower())


def _may_be_meant(draft: Draft, other: Draft) -> bool:
    if other.act not in _SAYING or other.status == "negated" or other.intends or other.asks:
        return False
    if other.speaker is not None and other.speaker == draft.speaker:
        return False
    return not other.holds(draft.cue_token)  # "he said that they denied it": what is denied was said before


def _fits(parse: Parse, head: Token, other: Draft) -> bool:
    told = {t.lemma.lower() for start, end in other.content for t in parse.tokens[start:end]}
    if head.lemma.lower() == "denial":
        return other.act == "deny"
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
    events = {p.event for p in held}
    about = [msgspec.structs.replace(t, as_="denied") if t.target in events else t for t in denial.about]
    about.append(Target(target=said.id, as_="denied"))
    known = {t.target for t in about}
    for event in dict.fromkeys(p.event for p in held if p.event is not None):
        if event not in known:
            about.append(Target(target=event, as_="denied"))
    own = any(
        p.kind not in {"other", "toll"} for p in denial.propositions
    )  # "rejected claims that it had shelled the camp"
    return msgspec.structs.replace(
        denial, about=tuple(about), propositions=held if held and not own else denial.propositions
    )


def replying(answer: Statement, question: Statement, held: tuple[Proposition, ...]) -> Statement:
    """ "Asked whether he had shot him, he said he had not": the answer holds what was asked true or false.

    Args:
        answer: yes, a confirmation, or no, a denial.
        question: what was asked.
        held: what the question would hold true, were it asserted.
    """
    denies = answer.act == "deny"
    how = "denied" if denies else "content"
    told = tuple(_turned(p, answer) if denies else msgspec.structs.replace(p, spans=answer.content) for p in held)
    events = dict.fromkeys(t.target for t in question.about)
    about = (*answer.about, *(Target(target=t, as_=how) for t in (question.id, *events)))
    return msgspec.structs.replace(answer, about=about, propositions=told)


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
