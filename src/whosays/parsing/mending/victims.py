"""Verbs of harm that lost their subject or their clause to a neighbour: "shot a mayor, and two bystanders | were hurt".

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_LATER = frozenset({"conj", "advcl", "parataxis"})


@on("conj")
def _and_two_were_hurt(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Shot a mayor in Kest and | two bystanders | were hurt": they were, for no verb goes on without a subject."""
    verb = parse.tokens[token.head]
    if verb.dep not in {"obj", "obl", "nmod"} or not (token.is_noun or token.tag == "CD"):
        return
    last, others = max(parse.subtree(token.i)), None
    if last + 2 < len(parse.tokens) and parse.tokens[last + 2].lower == "including":
        others = parse.tokens[parse.tokens[last + 2].head]  # "17 youths, | including three girls |, were held"
        last = max(parse.subtree(others.i)) if others.i > last else last
        last += 1 if last + 1 < len(parse.tokens) and parse.tokens[last + 1].text == "," else 0
    if last + 2 >= len(parse.tokens):
        return
    auxiliary = parse.tokens[last + 1]
    hurt = parse.tokens[auxiliary.head]
    joined = [c for c in parse.children(token.i, "cc") if c.i < token.i]
    if auxiliary.dep != "aux:pass" or auxiliary.tag not in FINITE or hurt.dep not in _LATER or not joined:
        return
    if hurt.i > token.i and hurt.head < token.i and not parse.children(hurt.i, *SUBJECTS, "cc", "mark"):
        yield moved(token, "nsubj:pass", hurt.i)
        yield moved(hurt, "conj", hurt.head)
        if others is not None:
            yield moved(others, "nmod", token.i)
        for cc in joined:
            yield moved(cc, "cc", hurt.i)


@on("conj")
def _burning_as_they_went(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Attacked the village, | burning | houses and a church": what they did there, and no second village."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    things = parse.children(token.i, "obj")
    if token.tag != "VBG" or not noun.is_noun or noun.dep not in {"obj", "obl"} or not verb.is_verb:
        return
    if parse.children(token.i, "cc", *SUBJECTS) or parse.tokens[token.i - 1].text != "," or not things:
        return
    yield moved(token, "advcl", verb.i)
    for later in parse.children(noun.i, "conj"):
        if later.i > things[-1].i and later.is_noun:
            yield moved(later, "conj", things[-1].i)


_HARM = frozenset("kill wound injure burn destroy damage maim behead hurt abduct kidnap".split())


@on("advcl")
def _killing_as_it_struck(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Set fire to a carriage packed with nuns, | burning | nine": whoever set the fire did, and not who packed it."""
    packed = parse.tokens[token.head]
    noun = parse.tokens[packed.head]
    verb = parse.tokens[noun.head]
    harms = token.tag == "VBG" and token.lemma.lower() in _HARM and parse.tokens[token.i - 1].text == ","
    if not harms or packed.dep != "acl" or packed.tag != "VBN" or not packed.i < token.i:
        return
    struck = noun.dep in {"obj", "obl"} and verb.tag in FINITE and verb.i < noun.i
    if struck and parse.children(verb.i, "nsubj") and not parse.children(token.i, *SUBJECTS, "mark"):
        yield moved(token, "advcl", verb.i)


_MARCHES = frozenset("march protest rally demonstration gathering procession vigil parade meeting convoy".split())


@on("obl", "obl:agent")
def _march_by_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Opened fire on a march | by bakers |": theirs is the march, and not the fire."""
    verb = parse.tokens[token.head]
    cases = [c for c in parse.children(token.i, "case") if c.i < token.i]
    if len(cases) != 1 or cases[0].lower != "by" or not cases[0].i:
        return
    march = parse.tokens[cases[0].i - 1]
    if march.lemma.lower() not in _MARCHES or march.head != verb.i or march.dep not in {"obl", "obj"}:
        return
    if verb.tag in {*FINITE, "VBG"} and not parse.children(verb.i, "aux:pass", "nsubj:pass") and token.is_noun:
        yield moved(token, "nmod", march.i)


_MISSILES = frozenset("stone rock egg bottle brick tomato shoe firebomb snowball fruit chair plank".split())


@on("nmod")
def _pelted_with_stones(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Pelted the car of the governor | with stones |": what they threw, and nothing of the governor's."""
    with_it = any(c.lower == "with" for c in parse.children(token.i, "case"))
    if token.lemma.lower() not in _MISSILES or not with_it:
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is not None and verb.i < token.i and verb.lemma.lower() in {"pelt", "attack", "bombard", "hit", "shower"}:
        yield moved(token, "obl", verb.i)


@on("advcl", "conj", "ccomp", "parataxis")
def _held_was_killed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "One of the hostages held in Kest since May | was killed |": the clause, and no part of how he was held."""
    held = parse.tokens[token.head]
    passive = [c for c in parse.children(token.i, "aux:pass", "aux") if c.tag in FINITE]
    if token.tag not in {"VBN", "VBD"} or not passive or parse.children(token.i, "mark", "cc"):
        return
    dated = [c for c in parse.children(token.i, *SUBJECTS) if c.i < passive[0].i]  # "since | May | was killed"
    if any(not any(k.tag == "IN" and k.i < c.i for k in parse.children(c.i, "case")) for c in dated):
        return
    if held.dep != "acl" or held.tag != "VBN" or held.i > token.i or parse.tokens[passive[0].i - 1].text == ",":
        return
    top = parse.tokens[held.head]
    while top.dep == "nmod" and top.head < top.i:
        top = parse.tokens[top.head]
    if top.head != top.i or not (top.is_noun or top.tag == "CD") or parse.children(top.i, "cop", *SUBJECTS):
        return
    yield moved(token, "root", token.i)
    yield moved(top, "nsubj:pass", token.i)
    for child in (*dated, *parse.children(token.i, "obl", "obl:unmarked")):
        if child.i < passive[0].i:
            yield moved(child, "obl" if child in dated else child.dep, held.i)
    for stop in parse.children(top.i, "punct"):
        if stop.i > token.i:
            yield moved(stop, "punct", token.i)


@on("obl", "obl:unmarked")
def _held_since_may(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A baker held in Kest | since May | was killed": since when he had been held."""
    verb = parse.tokens[token.head]
    if not verb.is_verb or token.i > verb.i:
        return
    subjects = [c for c in parse.children(verb.i, *SUBJECTS) if c.i < token.i]
    before = min(parse.subtree(token.i)) - 1
    if len(subjects) != 1 or before <= subjects[0].i or max(parse.subtree(subjects[0].i)) != before:
        return
    last = parse.tokens[before]
    for above in (last, *parse.ancestors(before)):
        if above.dep == "acl" and above.tag == "VBN" and subjects[0].i < above.i:
            yield moved(token, token.dep, above.i)
            return
        if above.i == subjects[0].i:
            return


_POSING = frozenset({"pose", "dress", "disguise", "masquerade"})


@on("nsubj")
def _launched_from(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Rockets launched from | a helicopter | hit a car": it is the rockets that hit, and where they came from.

    So with "two men posing as | cooks | shot a mayor".
    """
    hit = parse.tokens[token.head]
    opening = min(parse.subtree(token.i))
    as_what = [m for m in parse.children(hit.i, "mark") if m.lower == "as" and m.i == opening - 1]
    cases = [c for c in parse.children(token.i, "case") if c.i < token.i and c.tag == "IN"] or as_what
    launched = parse.tokens[cases[0].i - 1] if cases else token
    if not cases or hit.tag not in FINITE or not launched.tag.startswith("VB") or hit.head != launched.i:
        return
    posing = launched.lemma.lower() in _POSING
    if (as_what and not posing) or (launched.tag == "VBG" and not posing):
        return
    rockets = parse.children(launched.i, "nsubj", "nsubj:pass")
    joints = [m for m in parse.children(hit.i, "mark", "cc") if m not in as_what]
    bare = not parse.children(launched.i, "obj", "aux", "aux:pass") and not joints
    if len(rockets) != 1 or not bare or launched.i > hit.i or len(parse.children(hit.i, *SUBJECTS)) > 1:
        return
    yield moved(token, "obl", launched.i)
    for mark in as_what:
        yield moved(mark, "case", token.i)
    yield moved(hit, launched.dep, hit.i if launched.head == launched.i else launched.head)
    yield moved(rockets[0], "nsubj", hit.i)
    yield moved(launched, "acl", rockets[0].i, "VBG" if launched.tag == "VBG" else "VBN")
    for child in parse.children(launched.i):
        if child.i > hit.i or (child.dep == "punct" and child.i > token.i):
            yield moved(child, child.dep, hit.i)


@on("advcl")
def _planted_by_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A mine | planted | by rebels blew up a bus": what is told of the mine, right behind it."""
    verb = parse.tokens[token.head]
    before = parse.tokens[token.i - 1]
    subjects = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.i < token.i < verb.i]
    if token.tag not in {"VBN", "VBD"} or len(subjects) != 1 or subjects[0].i != before.i or not before.is_noun:
        return
    if not verb.is_verb or parse.children(token.i, "aux", "aux:pass", "mark", "obj", "cc", *SUBJECTS):
        return
    if parse.tokens[max(parse.subtree(token.i)) + 1].text != ",":
        yield moved(token, "acl", before.i, "VBN")


@on("conj", "nmod")
def _fighters_of(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The army and fighters of | the Aro Front |": whose fighters they are, and no third side."""
    cases = [c for c in parse.children(token.i, "case") if c.i < token.i]
    if len(cases) != 1 or cases[0].lower != "of" or not token.is_noun or parse.children(token.i, "cc"):
        return
    before = parse.tokens[cases[0].i - 1]
    fighters = before.tag == "NNS" and before.lemma.lower() in _FIGHTERS  # not "the leader and founder | of the Front"
    whose = token.dep == "conj" or (fighters and bool(parse.children(token.head, "det")))
    if whose and before.is_noun and before.dep == "conj" and before.head == token.head and before.i > token.head:
        yield moved(token, "nmod", before.i)


_FIGHTERS = frozenset("fighter rebel militant member militiaman guerrilla insurgent soldier troop gunman".split())


@on("nmod")
def _one_of_three(parse: Parse, token: Token) -> Iterator[Token]:
    """ "One of | three | hostages": how many hostages, and not of what and of whom."""
    cases = [c for c in parse.children(token.i, "case") if c.i < token.i]
    if token.tag != "CD" or len(cases) != 1 or cases[0].lower != "of" or cases[0].i != token.i - 1:
        return
    for noun in parse.children(token.head, "nmod"):
        bare = noun.tag == "NNS" and not parse.children(noun.i, "case", "det", "cc", "punct")
        if bare and noun.i > token.i and min(parse.subtree(noun.i)) == token.i + 1:
            yield moved(token, "nummod", noun.i)
            yield moved(cases[0], "case", noun.i)


@on("nsubj", "obj", "obl", "acl:relcl", "advcl", "ccomp", "parataxis", "conj", "dep", "nmod")
def _among_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killing eight people in Kest, among them | a baker |": one of those who were killed, whatever it hangs on."""
    if not token.is_noun or parse.children(token.i, "cop", *SUBJECTS):
        return
    them = [c for c in parse.children(token.i, "obl", "nmod") if c.lower == "them" and c.i < token.i]
    among = [c for t in them for c in parse.children(t.i, "case") if c.lower == "among"]
    start = parse.sentences[parse.sentence(token.i)][0]
    if len(among) != 1 or among[0].i - 2 < start or parse.tokens[among[0].i - 1].text not in {",", "-", "–", "—"}:
        return
    before = reversed(parse.tokens[start : among[0].i - 1])
    group = next((t for t in before if t.tag in {"NNS", "NNPS", "CD"} and t.dep not in {"compound", "nummod"}), None)
    verb = None if group is None else next((a for a in parse.ancestors(group.i) if a.is_verb), None)
    if verb is not None and verb.i < token.i and (token.dep, token.head) != ("parataxis", verb.i):
        yield moved(token, "parataxis", verb.i)


@on("nsubj:pass")
def _they_did_it_all(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Rebels | kidnapped |, tortured and killed an envoy": who did the last of it suffered none of it."""
    verb = parse.tokens[token.head]
    if verb.tag != "VBN" or not token.i < verb.i or parse.children(verb.i, "aux", "aux:pass", "obl:agent", "obj"):
        return
    later = [c for c in parse.children(verb.i, "conj") if c.i > verb.i]
    if not later or any(c.tag not in {"VBN", "VBD"} for c in later):
        return
    bare = not any(parse.children(c.i, *SUBJECTS, "aux", "aux:pass", "obl:agent") for c in later)
    taken = parse.children(later[-1].i, "obj")
    if bare and taken and taken[0].i > later[-1].i and parse.children(later[-1].i, "cc"):
        yield moved(token, "nsubj", verb.i)
        for deed in (verb, *later):
            yield moved(deed, deed.dep, deed.head, "VBD")


@on("acl", "amod", "xcomp", "ccomp")
def _crimes_suspect(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Arrested a war crimes | suspect |": somebody suspected of crimes, and no word about the crimes."""
    crimes, verb = parse.tokens[token.i - 1], parse.tokens[parse.tokens[token.i - 1].head]
    if token.lower not in {"suspect", "suspects"} or not crimes.is_noun or crimes.dep not in {*_FILLING, "compound"}:
        return
    if parse.children(token.i, *SUBJECTS, "cop", "aux", "mark", "obj", "det"):
        return
    if crimes.dep == "compound":  # "two war crimes | suspects |", taken for a clause
        if crimes.head != token.i or token.dep not in {"xcomp", "ccomp"} or not parse.tokens[token.head].is_verb:
            return
        if all(c.i == token.i for c in parse.children(token.head, "obj", "ccomp")):
            yield moved(token, "obj", token.head, "NN" if token.lower == "suspect" else "NNS")
        return
    articles = [c for c in parse.children(crimes.i, "det") if c.lower in {"a", "an", "another"}]
    kinds = crimes.lower == "crimes" and articles  # no plural has "a"
    singular = crimes.tag == "NN" and articles and token.dep == "xcomp" and verb.lemma.lower() != "consider"
    if not (kinds or singular) or token.head not in {crimes.i, crimes.head}:
        return
    yield moved(token, crimes.dep, crimes.head, "NN")
    yield moved(crimes, "compound", token.i)
    for child in parse.children(crimes.i):
        yield moved(child, child.dep, token.i)


_FILLING = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "root", "conj"})


RULES = (
    _they_did_it_all,
    _crimes_suspect,
    _march_by_them,
    _killing_as_it_struck,
    _pelted_with_stones,
    _among_them,
    _held_since_may,
    _one_of_three,
    _and_two_were_hurt,
    _burning_as_they_went,
    _held_was_killed,
    _launched_from,
    _planted_by_them,
    _fighters_of,
)
