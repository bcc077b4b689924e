"""Who speaks, where one clause of speech stands in another: set right by the order of the words.

"The envoy, the report | said |, argued that", "men who, | he said |, had promised", "they | suspect | the raid was
staged by": a small parser hangs such words on whatever is near. Each rule takes a token and yields the tokens as they
should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_SAID = frozenset("say add argue claim note insist report believe write".split())
_WHO = frozenset({"who", "which", "that"})
_CALLING = frozenset("call appeal plea demand push bid".split())


@cache
def _thinking() -> frozenset[str]:
    """The verbs, of speech or of thought, that bring a clause of their own."""
    return frozenset(c.head for c in load_acts().cues if c.pos == "verb" and ("that",) in c.content)


@on("ccomp")
def _suspect_it_was(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Say they | suspect | the raid could have been staged": they suspect so, whatever the tree hangs it on."""
    above = parse.tokens[token.head]
    opening = min(parse.subtree(token.i))
    if not above.is_verb or above.i > opening or not parse.children(token.i, *SUBJECTS):
        return
    # "came as a report | said | it had sunk": hung on what came
    near = (c for c in parse.children(above.i, "ccomp", "advcl") if c.i == opening - 1 and c.i != token.i)
    inner = next(near, None)
    if inner is None or inner.lemma.lower() not in _thinking() or inner.tag not in {*FINITE, "VB"}:
        return
    if parse.children(inner.i, *SUBJECTS) and not parse.children(inner.i, "obj", "ccomp", "xcomp"):
        yield moved(token, "ccomp", inner.i)


@on("ccomp", "parataxis", "appos", "acl:relcl")
def _it_said_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The envoy, the report | said |, argued that": what stands in commas is said of the whole."""
    before = parse.tokens[token.i - 1] if token.i else token
    noun = parse.tokens[before.head]
    verb = parse.behind(token.i + 1) if token.i + 2 < len(parse.tokens) else token
    if token.lemma.lower() not in _SAID or token.tag not in FINITE or parse.children(token.i, "ccomp", "obj"):
        return
    own = [c.i for c in parse.children(token.i, *SUBJECTS)]
    held = noun.head == verb.i or (noun.head == token.i and token.head == verb.i)
    if own not in ([], [noun.i]) or not held or noun.dep not in SUBJECTS:
        return
    if before.dep != "appos" or parse.behind(token.i).text != "," or not noun.i < before.i:
        return
    opening = min(parse.subtree(before.i))
    if parse.tokens[opening - 1].text != "," or not verb.is_verb or verb.i < token.i:
        return
    yield moved(before, "nsubj", token.i)
    yield moved(noun, noun.dep, verb.i)
    yield moved(token, "parataxis", verb.i)


@on("root")
def _he_notes_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Farmers, Ruiz | notes |, praise the dam": two set in commas, taken for what the sentence tells first."""
    if token.lemma.lower() not in _SAID or token.tag not in FINITE or not 2 < token.i < len(parse.tokens) - 2:
        return
    speaker, verb = parse.tokens[token.i - 1], parse.behind(token.i + 1)
    if not speaker.tag.startswith(("NNP", "PRP")) or verb.head != token.i or verb.tag not in FINITE:
        return
    opening = min(i for i in parse.subtree(speaker.i) if parse.tokens[i].text != ",")
    apart = {parse.tokens[opening - 1].text, parse.behind(token.i).text} == {","}
    if not apart or verb.dep not in {"parataxis", "conj", "ccomp"} or parse.children(verb.i, "cc"):
        return
    noun = parse.tokens[speaker.head]
    listed = parse.children(speaker.i, "cc") or parse.children(noun.i, "conj")[1:]
    own = parse.children(verb.i, *SUBJECTS)
    if speaker.dep in {"conj", "appos"} and noun.dep in SUBJECTS and noun.head == token.i and not (listed or own):
        yield moved(speaker, "nsubj", token.i)
        yield moved(noun, noun.dep, verb.i)
    elif speaker.dep != "nsubj" or noun != token or len(own) != 1 or own[0].i >= opening:
        return  # "Ruiz, | Holub said, took the money"
    yield moved(verb, "root", verb.i)
    yield moved(token, "parataxis", verb.i)
    for behind in (c for c in parse.children(token.i) if c.i > verb.i):  # the stop, and what goes on with the verb
        yield moved(behind, behind.dep, verb.i)


@on("ccomp")
def _who_he_said_had(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The men, who, | he said |, had promised it, fled": they had, and it is he who says so."""
    said = parse.tokens[token.head]
    who = next((c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.lower in _WHO), None)
    if who is None or said.lemma.lower() not in _SAID or not who.i < said.i < token.i or said.tag not in FINITE:
        return
    speaker = parse.children(said.i, "nsubj")
    if len(speaker) != 1 or not who.i < speaker[0].i < said.i or parse.tokens[who.i + 1].text != ",":
        return
    last = parse.tokens[who.i - 2] if parse.tokens[who.i - 1].text == "," else parse.tokens[who.i - 1]
    noun = next((a for a in (last, *parse.ancestors(last.i)) if a.is_noun and a.i <= last.i), None)
    if noun is not None and noun.i not in parse.subtree(said.i):
        yield moved(said, "acl:relcl", noun.i)


@on("advcl", "acl", "csubj")
def _quoted_as_saying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Quotes | the ministry | as saying she died": the ministry says so, and she dies in what it says."""
    clause = parse.tokens[token.head]
    quotes = parse.tokens[clause.head]
    opened = token.tag == "VBG" and [c.lower for c in parse.children(token.i, "mark", "case")] == ["as"]
    if not opened or clause.dep != "ccomp" or quotes.lemma.lower() not in {"quote", "cite"} or clause.i < token.i:
        return
    who = [c for c in parse.children(quotes.i, "iobj", "obj") if quotes.i < c.i < token.i]
    if len(who) == 1 and not parse.children(token.i, *SUBJECTS, "ccomp"):
        yield moved(token, "advcl", quotes.i)
        yield moved(clause, "ccomp", token.i)
        yield moved(who[0], "obj", quotes.i)


@on("xcomp", "advcl", "ccomp")
def _calls_for_him_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Renewed their calls for Ruiz - a judge - | to resign |": what they call for, and not why they renew it."""
    verb = parse.tokens[token.head]
    marks = parse.children(token.i, "mark")
    if token.tag != "VB" or [m.lower for m in marks] != ["to"] or parse.children(token.i, *SUBJECTS):
        return
    for noun in parse.children(verb.i, "obj", "obl"):
        if noun.lemma.lower() not in _CALLING or not verb.i < noun.i < token.i:
            continue
        for whom in parse.children(noun.i, "nmod"):
            asked = any(c.lower == "for" for c in parse.children(whom.i, "case"))
            if asked and max(parse.subtree(whom.i)) + 1 == min(parse.subtree(token.i)):
                yield moved(token, "acl", noun.i)


@on("parataxis")
def _to_in_his_words(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Called on the rebels to, in his words, | “stop” |": an infinitive, however it is set off."""
    verb = parse.tokens[token.head]
    bare = token.tag == "VB" and not parse.children(token.i, *SUBJECTS, "aux", "cop")
    if bare and [m.lower for m in parse.children(token.i, "mark")] == ["to"] and verb.is_verb and verb.i < token.i:
        yield moved(token, "xcomp", verb.i)


@on("appos")
def _behind_a_lead(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In an interview with Radio Azul, | the bishop | said he would go": no radio is the bishop."""
    whole = parse.subtree(token.i)
    verb = parse.tokens[min(max(whole) + 1, len(parse.tokens) - 1)]
    if not token.head < token.i < verb.i or parse.tokens[min(whole) - 1].text != "," or verb.tag not in FINITE:
        return
    lead = next((a for a in (parse.tokens[token.head], *parse.ancestors(token.head)) if a.head == verb.i), None)
    if lead is None or lead.dep != "obl" or parse.children(verb.i, *SUBJECTS):
        return
    opening = parse.tokens[min(parse.subtree(lead.i))]
    if opening.dep == "case" and opening.i == parse.sentences[parse.sentence(token.i)][0]:
        yield moved(token, "nsubj", verb.i)


@on("acl:relcl")
def _who_police_say_had(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The baker, who police | say | had fled, was held": what they say of him, and no clause of its own."""
    say = parse.tokens[min(parse.subtree(token.i)) - 1]
    if say.dep != "acl:relcl" or say.head != token.head or say.lemma.lower() not in _thinking():
        return
    who = [c for c in parse.children(say.i, "obj", "nsubj") if c.lower in _WHO and c.i < say.i]
    if who and len(parse.children(say.i, "nsubj", "obj")) == 2 and not parse.children(token.i, *SUBJECTS, "mark"):
        yield moved(token, "ccomp", say.i)


@on("obl:unmarked", "obl")
def _said_on_sunday(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said | Sunday in Dhaka | the aid would go": it was said then and there; what is said begins behind."""
    clause = parse.tokens[token.head]
    said = parse.tokens[clause.head]
    subjects = parse.children(clause.i, *SUBJECTS)
    if clause.dep != "ccomp" or said.lemma.lower() not in _SAID or not said.i < token.i or not subjects:
        return
    opening = min(parse.subtree(subjects[0].i))
    lead = [c for c in parse.children(clause.i) if said.i < c.i < opening]
    timed = [c for c in lead if any(t.start <= c.i < t.end for t in parse.times)]
    plain = all(c.dep in {"obl", "obl:unmarked"} and c.is_noun for c in lead)
    if plain and timed and timed[0].i == said.i + 1 and token in lead and parse.tokens[opening].tag != ",":
        yield moved(token, token.dep, said.i)


RULES = (
    _who_police_say_had,
    _said_on_sunday,
    _to_in_his_words,
    _behind_a_lead,
    _suspect_it_was,
    _it_said_aside,
    _he_notes_aside,
    _who_he_said_had,
    _quoted_as_saying,
    _calls_for_him_to,
)
