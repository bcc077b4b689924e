"""Silence told of with a noun: "had no comment", "no comment from the mill", "could not be reached for comment".

Whoever was asked and gave no answer declines; the verbs for it ("declined to comment") are cues like others.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.statements.drafts import Found
from whosays.coding.statements.manner import NEGATIONS
from whosays.coding.statements.slots import has_to, is_time
from whosays.coding.statements.speakers import as_source
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import own_subject
from whosays.ontology.acts import Acts
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_ANSWERS = frozenset({"comment", "reaction", "response"})
_GIVING = frozenset({"have", "make", "offer", "give"})
_SPEAKING = frozenset({"say", "comment", "confirm", "elaborate", "speculate", "reply", "explain"})
_ANSWERING = frozenset({"answer", "discuss", "respond", "take", "address"})
_QUESTIONS = frozenset(
    "question call query enquiry inquiry report allegation accusation charge claim rumour rumor".split()
)
_TELLING_MORE = frozenset({"give", "provide", "offer"})
_MORE = frozenset({"detail", "information", "explanation", "reason", "comment"})
_AT_HAND = frozenset({"available", "unavailable"})


def silences(parse: Parse, acts: Acts, nouns: Nouns) -> Iterator[Found]:
    """Everybody who is told to have given no comment."""
    cue = next(c for c in acts.at("comment", "verb") if c.act == "decline")
    for token in parse.tokens:
        if token.lemma.lower() not in _ANSWERS:
            continue
        told = _gives_none(parse, token) or _is_not_reached(parse, token)
        source = as_source(parse, nouns, cue, told[0]) if told is not None else None
        if told is None or source is None or source.head is None:
            continue
        words = told[1]
        topic = _topic(parse, token)
        opening = {c.i for c in parse.children(topic, "case")} if topic is not None else set()
        yield Found(
            cue=cue,
            token=words[0],
            words=tuple(sorted(words)),
            source=source,
            content=frozenset(parse.subtree(topic)) - opening if topic is not None else frozenset(),
            content_head=topic,
        )


def keeps_silent(parse: Parse, found: Found) -> bool:
    """ "Refused | to say | whether", "to be drawn on it", "to answer questions": no answer, and nothing turned down."""
    if found.content_head is None or found.content_head not in found.content:
        return False
    verb = parse.tokens[found.content_head]
    if not has_to(parse, verb):
        return False
    lemma = verb.lemma.lower()
    if lemma == "draw":
        return bool(parse.children(verb.i, "aux:pass"))
    asked = {c.lemma.lower() for c in parse.children(verb.i, "obj", "obl")}
    told = lemma in _TELLING_MORE and bool(asked & _MORE)  # "refused to give details"
    return told or lemma in _SPEAKING or (lemma in _ANSWERING and bool(asked & _QUESTIONS))


def _gives_none(parse: Parse, noun: Token) -> tuple[int, tuple[int, ...]] | None:
    """ "The mill | had no comment", "there was no comment from | the mill |"; None elsewhere."""
    none = next((c.i for c in parse.children(noun.i, "det") if c.lower == "no"), None)
    if none is None or not noun.is_noun:
        return None
    verb = parse.tokens[noun.head]
    if noun.dep == "obj" and noun.lower == "comment" and verb.lemma.lower() in _GIVING:
        subject = own_subject(parse, verb.i)
        return None if subject is None else (subject, (verb.i, none, noun.i))
    beside = (*parse.children(noun.i, "nmod"), *(parse.children(verb.i, "obl") if verb.is_verb else ()))
    who = next((c.i for c in beside if c.i > noun.i and case_of(parse, c.i) == "from"), None)
    return None if who is None else (who, (noun.i, none))


def _is_not_reached(parse: Parse, token: Token) -> tuple[int, tuple[int, ...]] | None:
    """ "The mill | could not be reached for comment", "was unavailable to comment"; None elsewhere."""
    leads = next((c.i for c in parse.children(token.i, "case", "mark") if c.lower in {"for", "to"}), None)
    above = parse.tokens[token.head]
    if leads is None or token.lower != "comment" or above.i > token.i:
        return None
    negated = any(c.lower in NEGATIONS for c in parse.children(above.i, "advmod"))
    reached = above.lemma.lower() == "reach" and above.tag == "VBN"
    if above.lower != "unavailable" and not (negated and (reached or above.lower in _AT_HAND)):
        return None
    subject = own_subject(parse, above.i)
    return None if subject is None else (subject, (above.i, leads, token.i))


def _topic(parse: Parse, noun: Token) -> int | None:
    """ "Had no comment on | the raid |"."""
    topics = (c.i for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) in {"on", "about"})
    return next((i for i in topics if not is_time(parse, i)), None)
