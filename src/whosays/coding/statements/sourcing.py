"""Who speaks for a cue that syntax shows: its subject, whom the words came from, somebody whom nobody names."""

from __future__ import annotations

from whosays.coding.statements.contents import slot_head
from whosays.coding.statements.drafts import Source
from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import as_source, kind_of_speaker, verb_source
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.ontology.acts import Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_THOUGHT = frozenset({"assert", "report"})
_CITING = frozenset({"cite", "quote"})
_WIDELY = frozenset({"widely", "roundly", "universally", "internationally"})
_HARSHLY = frozenset({"heavily", "strongly", "sharply", "fiercely"})  # not "was heavily backed"


def source_of(
    parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content | None, words: tuple[int, ...]
) -> Source | None:
    """Who says what the cue at ``token`` tells: nobody named (no head), or nobody who could (None)."""
    if cue.subject or cue.impersonal:
        return Source()
    if cue.speaker is not None:  # "drew criticism from": whom the words came from
        who = slot_head(parse, cue.speaker, token.i, words)
        return as_source(parse, nouns, cue, who) if who is not None else Source() if cue.voiceless else None
    accused = _accused(parse, nouns, token)
    if accused is not None and cue.belief:
        return None  # "accused them of planning": what they are said to have done, no word of theirs
    if accused is not None:
        return as_source(parse, nouns, cue, accused)
    cited = _cited_as(parse, nouns, cue, token)
    if cited is not None:
        return cited
    source = verb_source(parse, nouns, cue, token.i)
    by_many = _by_many(parse, cue, token)
    if source is not None or content is None or not (cue.voiceless or by_many):
        return source
    at_large = by_many or _is_reported(parse, nouns, cue, token)
    if content.slot == "around" or (content.slot == "object" and not at_large):
        return None  # "cheered as she was announced the winner"
    if cue.asks and token.tag in {"VBN", "VBD"} and _asked(parse, token):
        return Source()  # "Asked whether he knew, the mayor said no"
    if not is_passive(parse, token.i):
        return None
    if cue.act == "blame" and token.dep == "acl" and token.tag == "VBN":
        return Source()  # "A raid | blamed on the rebels": by whom is not told
    if token.dep == "acl" and token.tag == "VBN" and cue.act in _THOUGHT and content.slot == "object+to":
        return Source()  # "a drone | believed to be Iranian"
    loose = token.dep == "advcl" and not parse.children(token.i, "aux:pass")
    finite = token.dep not in {"acl", "amod"} and not loose and parse.children(token.i, "nsubj:pass", "nsubj", "expl")
    return Source() if finite else None


def _is_reported(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> bool:
    """ "No casualties were | reported": nobody is told to have said so; not "the theft was reported to the police"."""
    if not cue.object or cue.act != "report":
        return False
    told = [c for c in parse.children(token.i, "obl", "nmod") if case_of(parse, c.i) == "to"]
    return not any(kind_of_speaker(parse, nouns, c.i) == "person" for c in told)


def _by_many(parse: Parse, cue: Cue, token: Token) -> bool:
    """ "Has been | widely | condemned": nobody is told to have said so, but many have."""
    if cue.act not in {"condemn", "praise"} or not is_passive(parse, token.i):
        return False
    adverbs = {c.lower for c in parse.children(token.i, "advmod")}
    return bool(adverbs & (_WIDELY | _HARSHLY if cue.act == "condemn" else _WIDELY))


def _asked(parse: Parse, token: Token) -> bool:
    """ "Asked whether", "When asked who": nobody is told to have asked."""
    before = parse.tokens[token.i - 1] if token.i else token
    opens = before is token or before.lower in {"when", "if"} or not before.text[0].isalnum()
    return opens and not parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass")


def _accused(parse: Parse, nouns: Nouns, token: Token) -> int | None:
    """ "Criticised | the mayor | for saying", "bullied | him | into saying": the outer verb's object says it."""
    marks = {m.lower for m in parse.children(token.i, "mark", "case")}
    governor = parse.tokens[token.head]
    if token.tag != "VBG" or token.dep not in {"advcl", "xcomp", "ccomp", "obl"} or not marks & {"for", "of", "into"}:
        return None
    for child in parse.children(governor.i, "obj", "nsubj:pass"):
        if kind_of_speaker(parse, nouns, child.i) == "person":
            return child.i
    return None


def _cited_as(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> Source | None:
    """ "The Wire quoted Jan Holub as | saying": who is quoted speaks, and who quotes carries the words."""
    if token.tag != "VBG" or parse.tokens[token.i - 1].lower != "as":
        return None
    quoting = next((a for a in parse.ancestors(token.i) if a.lemma.lower() in _CITING and a.is_verb), None)
    if quoting is None or quoting.i > token.i:
        return None
    own = "nsubj:pass" if is_passive(parse, quoting.i) else "obj"
    quoted = next((c.i for c in parse.children(quoting.i, own) if c.i < token.i), None)
    source = as_source(parse, nouns, cue, quoted) if quoted is not None else None
    if source is None:
        return None
    carriers = (c.i for c in parse.children(quoting.i, "obl:agent" if own == "nsubj:pass" else "nsubj"))
    relay = tuple(c for c in carriers if kind_of_speaker(parse, nouns, c) is not None)
    return Source(head=source.head, relay=(*relay, *source.relay))
