"""Who is called names: "called Ruiz | a coward |", "branded his raid | barbaric |": he is condemned."""

from __future__ import annotations

import msgspec

from whosays.coding.statements.aimed import addressed, is_wish, party_of
from whosays.coding.statements.drafts import Draft
from whosays.coding.words.mentions import Book, case_of
from whosays.ontology import owning
from whosays.parse import Parse, Token

_CALLING = frozenset({"brand", "call", "describe", "dub", "label"})
_NAMES = frozenset(
    """aggressor betrayer bully butcher charlatan clown coward crook despot dictator disgrace farce fascist fool
    hypocrite idiot imbecile loser madman maniac moron murderer nazi outrage psychopath pariah racist scum sham stooge
    terrorist thief thug traitor travesty tyrant warmonger""".split()
)
_HARSH = frozenset(
    """abhorrent appalling barbaric contemptible corrupt cowardly crazy criminal cruel deplorable despicable disgraceful
    dishonest evil heinous hypocritical idiotic illegitimate immoral incompetent inhuman inhumane insane intolerable
    irresponsible outrageous pathetic provocative racist reckless reprehensible senseless shameful stupid treacherous
    unacceptable unfair unjust unjustified vicious vile""".split()
)
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "less"})


def scolded(parse: Parse, book: Book, draft: Draft) -> Draft:
    """The same statement, as a condemnation where it calls somebody, or what somebody does, by a bad name."""
    verb = parse.tokens[draft.cue_token]
    if draft.act != "assert" or draft.content_head is None or draft.asks or verb.lemma.lower() not in _CALLING:
        return draft
    head = parse.tokens[draft.content_head]
    whom = next((c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.i != head.i), None)
    if whom is None or not draft.holds(whom.i) or not _is_bad(parse, head):
        return draft
    party = party_of(parse, "condemn", whom)
    if party is None and not (is_wish(whom) or owning.load().is_deed(whom.lemma.lower())):
        return draft  # "called the storm | cruel |"
    aimed = draft.addressee if party is None else addressed(parse, book, "condemn", party)
    return msgspec.structs.replace(draft, act="condemn", addressee=aimed)


def _is_bad(parse: Parse, head: Token) -> bool:
    """ "A | very stupid | man", "| unacceptable |", "a gang of | murderers |"; not "no coward"."""
    beside = parse.children(head.i, "amod", "compound", "conj")
    of = [c for c in parse.children(head.i, "nmod") if case_of(parse, c.i) == "of"]
    if any(c.lower in _NOT for t in (head, *beside) for c in parse.children(t.i, "det", "advmod", "neg")):
        return False
    # "a terrorist attack" only tells what sort of attack it was
    return any(t.lower in _HARSH for t in (head, *beside, *of)) or any(t.lemma.lower() in _NAMES for t in (head, *of))
