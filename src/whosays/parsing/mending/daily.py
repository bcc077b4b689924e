"""Shapes of the long single sentences of daily news that no right tree has, set right.

"A court | sentences | singer Ana Ruiz to death", "a strike on Orli, Orland, | that killed | six", "the extradition to
Peru | of a baker |", "by activist | Omar Badr |": each rule looks for words that stand so in one way only.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import SUBJECTS, moved, on

_COURTS = frozenset({"court", "judge", "tribunal", "jury", "magistrate"})
_DEEDS = frozenset(
    "attack strike airstrike bombing shooting raid ambush blast explosion clash massacre stabbing shelling riot "
    "assault crackdown bombardment fighting battle barrage".split()
)
_HARMING = frozenset("kill injure wound leave destroy damage displace hurt".split())
_TO_SOMEBODY = frozenset(
    "extradition deportation transfer return handover delivery expulsion repatriation surrender rendition".split()
)
_BIDDING = frozenset(
    "instruct order direct urge ask tell force require allow permit compel authorise authorize invite request".split()
)
_HELD_TO = frozenset({"alleged", "suspected", "believed", "reported", "thought", "said"})

_HELD = frozenset(
    "hostage prisoner detainee captive body remains corpse soldier civilian person man woman child".split()
)
_HANDING = frozenset({"hand", "return", "release", "deliver", "transfer", "give", "free"})


def _case(parse: Parse, i: int) -> str:
    return next((c.lower for c in parse.children(i, "case")), "")


@on("compound")
def _court_sentences(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court | sentences | singer Ana Ruiz to death after she was convicted": the verb, read as a noun."""
    if token.lower != "sentences" or token.i < 1 or parse.tokens[token.i - 1].lower not in _COURTS:
        return
    court, whom = parse.tokens[token.i - 1], parse.tokens[token.head]
    above = parse.tokens[whom.head]
    if whom.i < token.i or not any(_case(parse, c.i) == "to" for c in parse.children(whom.i, "nmod", "obl")):
        return
    if above.i == whom.i:
        yield moved(token, "root", token.i, "VBZ")
    elif above.dep == "root" and any(c.i > whom.i for c in parse.children(above.i, "mark")):
        yield moved(token, "root", token.i, "VBZ")
        yield moved(above, "advcl", token.i)
    else:
        return
    yield moved(court, "nsubj", token.i)
    yield moved(whom, "obj", token.i)
    for child in parse.children(whom.i):
        if child.i < court.i:
            yield moved(child, child.dep, court.i)
        elif child.dep == "nmod" and _case(parse, child.i) == "to":
            yield moved(child, "obl", token.i)


@on("ccomp")
def _that_killed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A strike on Orli in Vale, Orland, | that killed | six people": told of the strike, and of no verb above."""
    if token.lemma.lower() not in _HARMING or token.tag != "VBD":
        return
    that = next((c for c in parse.children(token.i, "nsubj") if c.lower == "that" and c.i == token.i - 1), None)
    if that is None or parse.tokens[that.i - 1].text != ",":
        return
    before = parse.tokens[token.head + 1 : that.i] if token.head < that.i else ()
    deed = next((t for t in reversed(before) if t.is_noun and t.lemma.lower() in _DEEDS), None)
    if deed is not None:
        yield moved(token, "acl:relcl", deed.i)


@on("acl:relcl")
def _which_killed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Claims responsibility for a bombing in Lima on 22 May | which wounded | nine": the bombing did."""
    head = parse.tokens[token.head]
    which = next(
        (c for c in parse.children(token.i, "nsubj") if c.lower in {"which", "that"} and c.i == token.i - 1), None
    )
    if token.lemma.lower() not in _HARMING or which is None or head.is_verb or head.lemma.lower() in _DEEDS:
        return
    dated = any(t.start <= head.i < t.end for t in parse.times)
    if not dated and head.lemma.lower() not in {"responsibility", "credit"}:
        return
    deed = next((t for t in reversed(parse.tokens[: which.i]) if t.is_noun and t.lemma.lower() in _DEEDS), None)
    if deed is not None and parse.sentence(deed.i) == parse.sentence(token.i):
        yield moved(token, "acl:relcl", deed.i)


@on("nsubj", "nsubj:pass")
def _behind_the_opening(parse: Parse, token: Token) -> Iterator[Token]:
    """ "After a call with Ruiz, | the Peruvian minister, Jan Holub, | said": he did, and no call."""
    verb = parse.tokens[token.head]
    first = next(iter(parse.children(token.i, "case")), None)
    if first is None or first.lower not in _OPENINGS or token.i > verb.i or not verb.is_verb:
        return
    if first.i and first.i != parse.sentences[parse.sentence(token.i)][0]:
        return
    beside = (parse.tokens[i] for i in parse.subtree(token.i) if parse.tokens[i].dep == "appos")
    doer = next((t for t in beside if t.is_noun and parse.children(t.i, "det") and t.i < verb.i), None)
    if doer is not None and parse.tokens[min(parse.subtree(doer.i))].text in {",", *_ARTICLES}:
        yield moved(token, "obl", verb.i)
        yield moved(doer, token.dep, verb.i)


_OPENINGS = frozenset({"after", "before", "during", "following", "since", "amid", "despite"})
_ARTICLES = frozenset({"the", "a", "an", "The"})


@on("obl:agent", "obl", "nsubj", "nsubj:pass", "obj")
def _what_he_is(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Led by | activist | Omar Badr": what somebody is stands before the name, and is nobody else."""
    if token.tag != "NN" or token.i + 1 >= len(parse.tokens):
        return
    name = parse.behind(token.i)
    if name.dep != token.dep or name.head != token.head or not name.tag.startswith("NNP"):
        return
    if not any(n.start == name.i and n.label == "person" for n in parse.names) or parse.children(name.i, "case"):
        return
    yield moved(token, "nmod:desc", name.i)
    for child in parse.children(token.i, "case"):
        yield moved(child, "case", name.i)


@on("conj")
def _name_between_commas(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The ruling beauty queen, | Ana Ruiz, | resigns": the name of whoever stands before it, and no second one."""
    named = next((n for n in parse.names if n.start == token.i and n.label == "person"), None)
    if named is None or named.end >= len(parse.tokens) or parse.children(token.i, "cc", "nmod:desc", "compound"):
        return
    first = parse.tokens[token.head]
    if parse.tokens[token.i - 1].text != "," or parse.tokens[named.end].text != "," or first.tag in {"NNS", "NNPS"}:
        return
    alone = len(parse.children(first.i, "conj")) == 1 and first.dep in {"nsubj", "nsubj:pass"}
    whole = any(c.lower == "the" for c in parse.children(first.i, "det")) and first.head > named.end
    if alone and whole and not any(n.start <= first.i < n.end and n.label == "person" for n in parse.names):
        yield moved(token, "appos", first.i)


@on("nmod")
def _of_whom_there(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The extradition to Peru | of a baker |": no Peru is the baker's."""
    where = parse.tokens[token.head]
    deed = parse.tokens[where.head]
    if where.dep != "nmod" or deed.lemma.lower() not in _TO_SOMEBODY or _case(parse, token.i) != "of":
        return
    if _case(parse, where.i) in {"to", "from"} and any(
        n.end == where.i + 1 and n.label == "place" for n in parse.names
    ):
        yield moved(token, "nmod", deed.i)


@on("obl:agent", "obl", "obj", "nsubj", "nsubj:pass", "conj", "root")
def _improvised_device(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A Front | improvised | explosive device": what sort of device it is."""
    if token.lower != "improvised" or token.i + 2 >= len(parse.tokens):
        return
    device = parse.tokens[token.i + 2]
    if device.lemma.lower() != "device" or device.head != token.i:
        return
    yield moved(device, token.dep, device.i if token.head == token.i else token.head)
    yield moved(token, "amod", device.i, "JJ")
    for child in parse.children(token.i):
        if child.i < token.i:
            yield moved(child, "compound" if child.dep.startswith("nsubj") else child.dep, device.i)


@on("conj")
def _noun_with_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Break into a mill and | fire | tear gas": what has an object and stands beside a verb is a verb."""
    verb = parse.tokens[token.head]
    if token.tag == "NN" and verb.is_verb and parse.children(token.i, "obj") and not parse.children(token.i, "det"):
        yield moved(token, "conj", verb.i, verb.tag if verb.tag in {"VBP", "VB"} else "VB")


@on("obj")
def _told_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "An order instructing | the ministry | to prosecute thieves": whoever is told stands before the "to"."""
    verb = parse.tokens[token.head]
    told = parse.tokens[verb.head]
    to = next((c for c in parse.children(verb.i, "mark") if c.lower == "to"), None)
    if to is None or not token.i < to.i or told.lemma.lower() not in _BIDDING or not told.i < token.i:
        return
    if len(parse.children(verb.i, "obj")) > 1 and not parse.children(told.i, "obj"):
        yield moved(token, "obj", told.i)
        yield moved(verb, "xcomp", told.i)


@on("ccomp")
def _held_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Strikes a boat in the bay | alleged | to carry flour, killing four": what the boat is held to do."""
    verb = parse.tokens[token.head]
    held = parse.children(verb.i, "obj")
    if token.lower not in _HELD_TO or not held or token.i < held[0].i or parse.children(token.i, "nsubj", "mark"):
        return
    doing = [c for c in parse.children(token.i, "xcomp") if any(m.lower == "to" for m in parse.children(c.i, "mark"))]
    if not doing:
        return
    yield moved(token, "acl", held[0].i, "VBN")
    for clause in (c for d in doing for c in parse.children(d.i, "advcl") if c.tag == "VBG"):
        if parse.tokens[clause.i - 1].text == "," and clause.lemma.lower() in _HARMING:
            yield moved(clause, "advcl", verb.i)


@on("conj")
def _same_form(parse: Parse, token: Token) -> Iterator[Token]:
    """ "For failing to pay the bakers and | cooperating | with thieves": beside the form that it has itself."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or verb.tag != "VB" or not parse.children(token.i, "cc"):
        return
    above = next((a for a in parse.ancestors(verb.i) if a.tag == "VBG" and parse.children(a.i, "mark")), None)
    if above is not None and above.i < verb.i:
        yield moved(token, "conj", above.i)


@on("flat")
def _second_person(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Governor Ana Ruiz and Attorney General | Omar Badr |": joined by an "and", and no part of the first name."""
    starts = any(n.start == token.i and n.label == "person" for n in parse.names)
    between = parse.tokens[token.head + 1 : token.i]
    office = any(t.lower in {"of", "for"} for t in between)  # "and Secretary of Bread | Omar Badr |": of other shape
    if starts and not office and any(t.lower == "and" and t.tag == "CC" for t in between):
        yield moved(token, "conj", token.head)


@on("amod")
def _whose_offensive(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The new | Kenyan | military offensive": the offensive is Kenyan."""
    military = parse.tokens[token.head]
    if military.lower != "military" or military.dep != "compound" or not token.i < military.i < military.head:
        return
    if any(n.start == token.i and n.label == "nationality" for n in parse.names):
        yield moved(token, "amod", military.head)
        yield moved(military, "amod", military.head, "JJ")


@on("nmod")
def _handed_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Hands over the remains of a hostage | to the army |": it is handed to the army, and no hostage is."""
    held = parse.tokens[token.head]
    if held.lemma.lower() not in _HELD or _case(parse, token.i) != "to" or held.i > token.i:
        return
    verb = next((a for a in parse.ancestors(held.i) if a.is_verb), None)
    if verb is None or verb.lemma.lower() not in _HANDING:
        return
    if any(held.i in parse.subtree(o.i) for o in parse.children(verb.i, "obj", "nsubj:pass")):
        yield moved(token, "obl", verb.i)


@on("appos", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj")
def _a_national(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Omar Badr, a Chadian | national | from Lima": one who belongs to a nation, and no adjective."""
    if token.lower == "national" and token.tag == "JJ" and parse.children(token.i, "det"):
        yield moved(token, token.dep, token.head, "NN")


@on("advcl")
def _while_others(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Strike Orli, damaging cars, | while | six drones | were shot down": beside the main clause."""
    above = parse.tokens[token.head]
    comma = next((m for m in parse.children(token.i, "mark") if m.lower == "while" and m.i > above.i), None)
    if comma is None or parse.tokens[comma.i - 1].text != "," or above.tag != "VBG" or above.dep != "advcl":
        return
    main = parse.tokens[above.head]
    if main.is_verb and main.i < above.i and parse.children(token.i, "nsubj", "nsubj:pass"):
        yield moved(token, "advcl", main.i)


@on("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod")
def _men_of_initials(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Groups of the Flour Front (FF) | bakers | withdraw": one phrase, whose last word is its head."""
    if token.i < 4 or parse.tokens[token.i - 1].text != ")" or parse.tokens[token.i - 3].text != "(":
        return
    named = parse.tokens[token.i - 4]
    if not token.tag.startswith("NNS") or not named.tag.startswith("NNP") or parse.tokens[token.i - 2].head != named.i:
        return
    if named.head == token.i or token.i in {a.i for a in parse.ancestors(named.i)}:
        return
    if named.dep == "nmod" and parse.tokens[named.head].head == token.head:  # "| groups | of the Front"
        yield moved(token, "dep", named.i)  # what the initials told is told already
        return
    if named.dep in {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"} and named.head == token.head:
        yield moved(token, named.dep, named.head)
    else:
        return
    yield moved(named, "compound", token.i)
    for child in parse.children(named.i, "case", "det"):
        yield moved(child, child.dep, token.i)


@on("conj")
def _found_guilty(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Was acquitted of theft and | found guilty | of fraud": done to the same one, and no past tense."""
    above = parse.tokens[token.head]
    guilty = any(c.lower == "guilty" for c in parse.children(token.i, "xcomp"))
    if token.lower != "found" or token.tag != "VBD" or not guilty or parse.children(token.i, "obj", *SUBJECTS, "aux"):
        return
    if above.tag == "VBN" and parse.children(above.i, "aux:pass"):
        yield moved(token, "conj", above.i, "VBN")


@on("advcl")
def _points_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The inquiry points to | the army | opening fire": the army does."""
    verb, before = parse.tokens[token.head], parse.tokens[token.i - 1]
    plain = token.tag == "VBG" and not parse.children(token.i, "mark", *SUBJECTS)
    pointed = verb.lemma.lower() == "point" and before.dep == "obl" and before.head == verb.i
    if plain and pointed and _case(parse, before.i) == "to":
        yield moved(token, "acl", before.i)


@on("appos", "nmod", "conj", "flat", "compound")
def _code_in_brackets(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ana Ruiz [| es |]": an editor's mark for a language, and nobody."""
    if len(token.text) != 2 or not token.text.islower() or token.i + 1 >= len(parse.tokens):
        return
    if parse.tokens[token.i - 1].text == "[" and parse.behind(token.i).text == "]":
        yield moved(token, "punct", token.head)


_AIMED = frozenset({"targeting", "hitting", "striking", "destroying", "damaging"})
_MEANS = frozenset({"by", "of", "with", "from", "using", "involving"})


@on("acl")
def _attack_by_means(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A raid by two dozen drones | targeting | a base": the raid does, as much as its drones."""
    means = parse.tokens[token.head]
    if token.lower not in _AIMED or token.tag != "VBG" or means.tag not in {"NN", "NNS"} or means.dep != "nmod":
        return
    for above in parse.ancestors(means.i):
        if above.lemma.lower() in _DEEDS and above.is_noun:
            yield moved(token, "acl", above.i)
            return
        if above.dep != "nmod" or _case(parse, above.i) not in _MEANS:
            return


_SET_FOR = frozenset({"scheduled", "slated", "planned", "due", "set"})


@on("acl", "amod")
def _set_for_what_follows(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Calls an election after the dismissal of a judge, | scheduled | for May": the election is, no past deed."""
    past = parse.tokens[token.head]
    if token.lower not in _SET_FOR or past.i > token.i or parse.tokens[token.i - 1].text != ",":
        return
    if _case(parse, past.i) not in {"after", "following", "since"} or past.dep not in {"nmod", "obl"}:
        return
    above = parse.tokens[past.head]
    ahead = above if above.is_noun else next(iter(parse.children(above.i, "obj", "nsubj:pass")), None)
    if ahead is not None and ahead.i < past.i:
        yield moved(token, "acl", ahead.i)


RULES = (
    _attack_by_means,
    _set_for_what_follows,
    _found_guilty,
    _points_to,
    _code_in_brackets,
    _second_person,
    _whose_offensive,
    _handed_to,
    _a_national,
    _while_others,
    _men_of_initials,
    _court_sentences,
    _that_killed,
    _which_killed,
    _behind_the_opening,
    _what_he_is,
    _name_between_commas,
    _of_whom_there,
    _improvised_device,
    _noun_with_object,
    _told_to,
    _held_to,
    _same_form,
)
