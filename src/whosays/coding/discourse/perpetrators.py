"""Who did it, told beside or after the deed: "including the perpetrator", "a boy is identified as the attacker".

Also what the next sentence tells of the same attack with no doer of its own: the homes burned in it, the building
set on fire by those who stormed it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.toldon import actors_of
from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import Parse, Token
from whosays.records import Role, RoleBasis

_DOERS = frozenset("perpetrator attacker assailant gunman shooter bomber stabber knifeman killer culprit".split())
_CRIMES = frozenset({"firearms", "primitive", "explosives", "suicide-attack", "destroy", "targeted", "beat"})
_ONLY_ONE = frozenset("stabbing shooting attack ramming bombing rampage arson massacre spree bomber assailant".split())
_RAIDS = frozenset({"raid", "operation", "airstrike", "strike", "ambush", "offensive", "siege"})
_IDENTIFIED = frozenset({"identify", "name", "confirm"})
_BOTH_SIDES = frozenset("clash confrontation fighting battle shootout gunfight firefight skirmish combat war".split())
_GOING_ON = frozenset({"then", "subsequently", "later", "afterwards"})
_ATTACKS = frozenset({"attack", "raid", "assault", "incursion", "offensive", "ambush"})
_RIOTS = frozenset({"unrest", "riot", "rioting", "protest", "demonstration", "disorder"})
_DEFINITE = frozenset({"the", "these", "those"})


def with_perpetrators(
    parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book
) -> tuple[EventDraft, ...]:
    """The deeds with those who are told to have done them; the mentions are kept in ``book``."""
    found = list(drafts)
    named = [t for t in parse.tokens if t.lemma.lower() in _DOERS and _is_the(parse, t)]
    open_ = (
        [i for i, d in enumerate(found) if _is_crime(d) and not _acts(d) and _is_told_as_one(parse, d)] if named else []
    )
    crimes = [i for i, d in enumerate(found) if _is_crime(d)]
    done_to_him = [i for i in crimes if i not in open_ and open_ and found[i].head > found[open_[0]].head]
    done_to_him = [i for i in done_to_him if _among(found[i], named, book)]
    if open_ and any(_tells_who(parse, d, found[open_[0]]) for d in found):
        open_ = []
    if len(open_) == 1 and (len(crimes) == 1 + len(done_to_him) or _among(found[open_[0]], named, book)):
        found[open_[0]] = _told(parse, found[open_[0]], named, book)
    for at, draft in enumerate(found):
        if draft.event.type != "ASSAULT" or _acts(draft) or draft.event.status != "happened":
            continue
        doers = _in_the_attack(parse, draft, found, book) or _of_the_other_side(parse, draft, found, book)
        if doers:
            found[at] = _with(draft, [_role(book, h, "fact") for h in doers])
    return tuple(_with_struck(parse, d, ontology, book) for d in found)


def _tells_who(parse: Parse, draft: EventDraft, open_: EventDraft) -> bool:
    """ "A man opened fire on them. Three people are killed, including the gunman": told already."""
    before = 0 <= parse.sentence(open_.head) - parse.sentence(draft.head) <= 1 and draft.head < open_.head
    return before and _is_crime(draft) and _acts(draft)


def _acts(draft: EventDraft) -> bool:
    return any(r.part == "actor" for r in draft.event.roles)


def _is_the(parse: Parse, token: Token) -> bool:
    return any(c.lower == "the" for c in parse.children(token.i, "det")) and token.tag in {"NN", "NNS"}


def _is_crime(draft: EventDraft) -> bool:
    event = draft.event
    return event.type == "ASSAULT" and event.status == "happened" and event.mode in {*_CRIMES, None}


def _is_told_as_one(parse: Parse, draft: EventDraft) -> bool:
    """ "Killed in | a shooting spree |"; but no raid, in which attackers may be among those who are killed."""
    if draft.event.mode is not None:
        return True
    words = {t.lemma.lower() for t in parse.around(draft.head)}
    return bool(words & _ONLY_ONE) and not words & _RAIDS


def _among(draft: EventDraft, named: Sequence[Token], book: Book) -> bool:
    """Whether the doer is told among the victims of the deed itself."""
    heads = {book.head(r.mention) for r in draft.event.roles if r.mention is not None}
    return any(t.i in heads for t in named)


def _told(parse: Parse, draft: EventDraft, named: Sequence[Token], book: Book) -> EventDraft:
    here = parse.sentence(draft.head)
    if parse.tokens[draft.head].lemma.lower() in _BOTH_SIDES and not _among(draft, named, book):
        return draft
    near = [t for t in named if here <= parse.sentence(t.i) <= here + 1 and not _is_unknown(parse, t)]
    if not near:
        return draft
    token = near[0]
    verb = parse.tokens[token.head]
    head = token.i
    basis: RoleBasis = "fact"
    case = case_of(parse, token.i)
    if case == "as" and verb.lemma.lower() in _IDENTIFIED:
        subjects = parse.children(verb.i, "nsubj:pass") or parse.children(verb.i, "obj")
        if not subjects:
            return draft
        head, basis = subjects[0].i, "accused-by-authorities"
    elif case in {"as", "for", "of", "with", "by", "from", "against"}:
        return draft  # "the search for the attacker", "an image of the gunman"
    elif token.dep in {"nmod:poss", "compound"}:
        return draft
    mention = book.actor(head)
    rest = [r for r in draft.event.roles if r.mention != mention]
    same = [r for r in draft.event.roles if r.mention == mention and r.part == "recipient"]
    if basis == "fact" and any(c.lower in {"suspected", "alleged"} for c in parse.children(head, "amod")):
        basis = "suspected"
    role = _role(book, head, basis)
    if same:  # "five people were killed, including | the gunman"
        role = msgspec.structs.replace(same[0], part="actor")
    if not rest:
        return draft
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=(role, *rest)))


def _is_unknown(parse: Parse, token: Token) -> bool:
    """ "The perpetrators are | unknown |": nobody is told."""
    return any(t.lower in {"unknown", "unidentified", "unclear"} for t in parse.around(token.i))


def _in_the_attack(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "Gunmen raid a village. Nine homes are burned down | during the raid |", "The house | is then | set alight"."""
    verb = parse.tokens[draft.head]
    if not verb.is_verb or not is_passive(parse, verb.i) or parse.children(verb.i, "obl:agent"):
        return ()
    here = parse.sentence(verb.i)
    before = [d for d in drafts if d.head < verb.i and here - 1 <= parse.sentence(d.head) and d is not draft]
    riots = [d for d in before if d.event.type == "PROTEST" and parse.sentence(d.head) == here - 1]
    riot = [c for c in parse.children(verb.i, "obl") if c.lemma.lower() in _RIOTS and case_of(parse, c.i) == "during"]
    if draft.event.mode == "destroy" and len(riots) == 1 and any(_is_the(parse, c) for c in riot):
        return actors_of(riots[0], book)
    acting = [d for d in before if d.event.type == "ASSAULT" and _acts(d) and d.event.status == "happened"]
    if len(acting) != 1 or parse.sentence(acting[0].head) != here - 1:
        return ()
    if parse.tokens[acting[0].head].lemma.lower() in _BOTH_SIDES:
        return ()
    during = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "during"}]
    pointed = [c for c in during if c.lemma.lower() in _ATTACKS and not parse.children(c.i, "nmod", "amod", "acl")]
    pointed = [c for c in pointed if any(k.lower in _DEFINITE for k in parse.children(c.i, "det"))]
    targets = [book.head(r.mention) for r in draft.event.roles if r.part == "target" and r.mention is not None]
    same = all(any(c.lower == "the" for c in parse.children(h, "det")) for h in targets)
    then = any(c.lower in _GOING_ON for c in parse.children(verb.i, "advmod")) and targets and same
    return actors_of(acting[0], book) if pointed or (then and draft.event.mode == "destroy") else ()


def _of_the_other_side(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "Protesters clash with police. Nine protesters are shot dead": by those with whom they clashed."""
    verb = parse.tokens[draft.head]
    if not verb.is_verb or not is_passive(parse, verb.i) or parse.children(verb.i, "obl:agent"):
        return ()
    here = parse.sentence(verb.i)
    before = [d for d in drafts if parse.sentence(d.head) == here - 1]
    clashes = [d for d in before if parse.tokens[d.head].lemma.lower() in _BOTH_SIDES]
    hurt = [book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None]
    if len(before) != 1 or len(clashes) != 1 or len(hurt) != 1:
        return ()
    roles = clashes[0].event.roles
    sides = [book.head(r.mention) for r in roles if r.part in {"actor", "recipient"} and r.effect is None and r.mention]
    same = [h for h in sides if parse.tokens[h].lemma.lower() == parse.tokens[hurt[0]].lemma.lower()]
    others = tuple(h for h in sides if h not in same)
    return others if len(sides) == 2 and len(same) == 1 else ()


def _with_struck(parse: Parse, draft: EventDraft, ontology: Ontology, book: Book) -> EventDraft:
    """ "The toll from Orland's strikes | on Veldia | rises to 46": on whom they fell."""
    event = draft.event
    onto = any(r.part == "recipient" and r.effect is None for r in event.roles)
    if event.type != "ASSAULT" or onto or any(r.part == "target" for r in event.roles):
        return draft
    sentence = parse.sentences[parse.sentence(draft.head)]
    tolls = [t for t in parse.tokens[sentence[0] : sentence[1]] if t.dep == "nsubj" and t.lemma.lower() == "toll"]
    strikes = [c for t in tolls for c in parse.children(t.i, "nmod") if case_of(parse, c.i) in {"from", "of", "in"}]
    strikes = [c for c in strikes if any(t.event == "ASSAULT" for t in ontology.triggers(c.lemma.lower(), "noun"))]
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)} if strikes else set()
    on = [c.i for s in strikes for c in parse.children(s.i, "nmod") if case_of(parse, c.i) in {"on", "against"}]
    heads = [h for h in on if h in states]
    if draft.head < sentence[0] or len(strikes) != 1 or not heads:
        return draft
    roles = [Role(mention=book.actor(h), part="recipient", kind="organisation") for h in heads]
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *roles)))


def _role(book: Book, head: int, basis: RoleBasis) -> Role:
    return Role(mention=book.actor(head), part="actor", kind="person" if basis != "fact" else "unknown", basis=basis)


def _with(draft: EventDraft, roles: Sequence[Role]) -> EventDraft:
    event = msgspec.structs.replace(draft.event, roles=(*roles, *draft.event.roles))
    return msgspec.structs.replace(draft, event=event)
