"""A find put together: a cue with its speaker, its content, who is blamed and who is spoken to."""

from __future__ import annotations

from whosays.coding.statements.aimed import aimed_at
from whosays.coding.statements.contents import joined_clauses, slot_head
from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.slots import Content
from whosays.ontology.acts import Cue
from whosays.parse import Parse, Token

_DEEDS = frozenset("offensive attack strike raid invasion incursion operation assault campaign blockade".split())


def found_with(
    parse: Parse, cue: Cue, token: Token, words: tuple[int, ...], source: Source, content: Content | None
) -> Found:
    """What was found at ``token``: the cue's ``words`` with the preposition that leads on to its content."""
    carriers = words
    party = slot_head(parse, cue.party, token.i, carriers) if cue.party else None
    if party is None and cue.party and content is not None and content.slot.endswith(f"+{cue.party}"):
        party = content.head  # "blamed the fire | on his rival": hung on the fire by mistake
    if party is not None and parse.tokens[party].lemma.lower() in _DEEDS:
        owners = parse.children(party, "nmod:poss")
        party = owners[0].i if owners else party  # "blamed | Orland | 's offensive"
    addressee = slot_head(parse, cue.addressee, token.i, (token.i,)) if cue.addressee else None
    if addressee is None and cue.addressee == "to-noun" and cue.bare:  # "issued an ultimatum | to Orland |"
        addressee = slot_head(parse, cue.addressee, token.i, words)
    what = None if content is None or cue.act == "threaten" else content.head  # "threatened | the mayor |": him
    if addressee is not None and addressee in {source.head, what}:
        addressee = None
    if addressee is None and content is not None:
        addressee = aimed_at(parse, cue.act, token.i, content)
        addressee = _bidden(parse, cue, content) if addressee is None else addressee
    if content is not None and content.opener is not None and content.slot.count("+") == 0:
        words = (*words, content.opener)
    return Found(
        cue=cue,
        token=token.i,
        words=tuple(sorted(set(words))),
        source=source,
        content=(content.tokens | joined_clauses(parse, token.i, content)) - set(words) if content else frozenset(),
        content_head=content.head if content else None,
        party=party,
        addressee=addressee,
        rule="belief" if cue.belief else "verb",
    )


def _bidden(parse: Parse, cue: Cue, content: Content) -> int | None:
    """ "Demanded that | Orland | tow away its wreck": who is to do it, told by name."""
    verb = parse.tokens[content.head]
    if cue.act != "demand" or content.slot != "that" or not verb.is_verb or parse.children(verb.i, "aux:pass", "expl"):
        return None
    subjects = [c for c in parse.children(verb.i, "nsubj") if c.i < verb.i and _is_told(parse, c)]
    plain = verb.tag in {"VB", "VBP"} or any(c.lower in {"should", "must"} for c in parse.children(verb.i, "aux"))
    return subjects[0].i if len(subjects) == 1 and plain else None


def _is_told(parse: Parse, noun: Token) -> bool:
    the = any(c.lower == "the" for c in parse.children(noun.i, "det"))
    return noun.tag in {"NNP", "NNPS"} or (noun.tag in {"NN", "NNS"} and the)
