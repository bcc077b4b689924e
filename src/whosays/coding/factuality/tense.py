"""What the tense of a verb makes of a deed: done, going on, or done again and again."""

from __future__ import annotations

from whosays.coding.factuality.ahead import is_dated
from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_ALWAYS_PLURAL = frozenset(
    "talk negotiation consultation discussion exercise hostility election poll "
    "dozen dozens hundred hundreds thousand thousands score scores".split()  # "kills | dozens of them"
)


def general(parse: Parse, verb: Token, noun: Token | None) -> bool:
    """Bare plurals tell of a habit: "continues to conduct attacks", as against "continues to shell the city".

    Not so those that have no singular: "conclude talks".
    """
    if verb.lemma.lower() in {"face", "suffer", "undergo", "launch", "unleash", "begin", "engage"}:  # "faces charges"
        return False
    objects = [noun] if noun is not None else list(parse.children(verb.i, "obj"))
    objects = [
        o for o in objects if _first(parse, o).dep not in {"nsubj", "nsubj:pass"}
    ]  # "clashes erupt": there they are
    if any(parse.children(c.i, "det", "nummod") for o in objects for c in parse.children(o.i, "conj")):
        return False  # "strikes depots | and a refinery"
    return any(
        o.tag in {"NNS", "NNPS"}
        and o.lemma.lower() not in _ALWAYS_PLURAL
        and not parse.children(o.i, "det", "nummod", "nmod:poss")
        and not _is_particular(parse, o)
        and not (verb.lemma.lower() in _STAGING and o.lemma.lower() in _STAGED)
        for o in objects
    )


# "Dockers | hold strikes | in three ports": gatherings of the day, however many.
def _is_dispatch(parse: Parse, verb: Token) -> bool:
    """ "Orland strikes fuel depots in Kest.": news in the present tense, by a name, in a text that tells no past."""
    root = verb
    while root.dep == "conj" and root.head != root.i:
        root = parse.tokens[root.head]
    names = {i for n in parse.names if n.label != "time" for i in range(n.start, n.end)}
    told = parse.children(root.i, "nsubj")
    named = any(c.tag.startswith("NNP") or names & set(parse.subtree(c.i)) for c in told)
    if root.dep != "root" or not named or parse.sentence(verb.i) != 0:
        return False
    return not any(t.dep == "root" and t.tag == "VBD" for t in parse.tokens)


_STAGING = frozenset({"hold", "stage", "organise", "organize"})
_STAGED = frozenset({"strike", "rally", "protest", "demonstration", "march", "vigil", "meeting", "ceremony", "parade"})
_COUNTING = frozenset({"several", "many", "multiple", "numerous", "various", "both", "dozen"})


def _first(parse: Parse, noun: Token) -> Token:
    while noun.dep == "conj" and noun.head != noun.i:
        noun = parse.tokens[noun.head]
    return noun


def _is_particular(parse: Parse, noun: Token) -> bool:
    """ "New sanctions", "the cartels Los Alfa and Los Beta": plurals that are told apart from others of their kind."""
    described = {c.lower for c in parse.children(noun.i, "amod")}
    if described & {"new", "fresh", "further", "additional", "more", *_COUNTING}:
        return True
    if parse.tokens[noun.head].lemma.lower() in _BESIEGING and any(c.lower in _AT_BAY for c in _behind(parse, noun)):
        return True  # "continues to shell rebels | holed up | in a camp"
    below = set(parse.subtree(noun.i))
    return any(n.start in below and n.start > noun.i and n.label in _NAMES for n in parse.names)


def _behind(parse: Parse, noun: Token) -> list[Token]:
    """The participles behind a noun, hung on it or on the verb above."""
    return [
        c for h in (noun.i, noun.head) for c in parse.children(h, "acl", "advcl") if c.tag == "VBN" and c.i > noun.i
    ]


_BESIEGING = frozenset("shell bombard pound bomb besiege battle fight attack strike hit target surround".split())
_AT_BAY = frozenset({"holed", "entrenched", "trapped", "besieged", "cornered", "surrounded", "dug", "barricaded"})


_NAMES = frozenset({"person", "organisation"})


def _is_answer(parse: Parse, verb: Token) -> bool:
    """ "Police deploy water cannons | in response", "jets carry out strikes | as they enter the town": one time."""
    if any(c.lower in {"response", "return", "retaliation", "reply", "revenge"} for c in parse.children(verb.i, "obl")):
        return True
    below = (c for c in parse.children(verb.i, "advcl") if c.tag in {"VBZ", "VBP"})
    return any(m.lower in {"as", "while", "amid"} for c in below for m in parse.children(c.i, "mark"))


def _definite(parse: Parse, verb: Token, noun: Token | None) -> bool:
    """ "Jets carry out strikes on the port, killing six": a number of people, or what was hit, makes it one deed."""
    for child in parse.children(verb.i, "advcl", "conj"):
        if child.is_verb and any(parse.children(o.i, "nummod") for o in parse.children(child.i, "obj")):
            return True
        if child.dep == "advcl" and child.tag == "VBG" and parse.tokens[child.i - 1].text == ",":
            return True  # "attack plants in the north, | prompting the airport to close"
    if any(parse.children(o.i, "nummod") for o in parse.children(verb.i, "obj")):
        return True
    if _is_answer(parse, verb):
        return True
    if any(
        m.lower in {"before", "after", "until"} for c in parse.children(verb.i, "advcl") for m in parse.children(c.i)
    ):
        return True  # "attacks passengers | before being shot"
    heads = [verb.i] if noun is None else [verb.i, noun.i]
    heads += [c.i for c in parse.children(verb.i, "obj")]
    for filler in (c for h in heads for c in parse.children(h, "nmod", "obl")):
        cases = {c.lower for c in parse.children(filler.i, "case")}
        known = any(d.lower in {"a", "an", "the"} or d.tag == "CD" for d in parse.children(filler.i, "det", "nummod"))
        known = known or any(
            c.tag.startswith("NNP") for c in parse.children(filler.i, "compound")
        )  # "on SDF positions"
        if cases & {"on", "against", "at", "into", "with"} and (known or filler.tag.startswith("NNP")):
            return True
    return False


def tense_of(parse: Parse, verb: Token, noun: Token | None, wording: Wording) -> EventStatus:
    """The status that a finite verb gives; ``noun`` is the deed that a light verb carries."""
    if verb.tag == "VBG":
        first = _first_of_all(parse, verb)  # "is killing or | jailing farmers"
        auxiliaries = [c.lower for c in parse.children(first.i, "aux")]
        if noun is not None and verb.lemma.lower() in _GOING_ON and auxiliaries:
            return "ongoing"  # "said | clashes were continuing |"
        if any(a in {"is", "are", "am", "'s", "'re"} for a in auxiliaries):
            due = appointed(parse, first) or appointed(parse, verb) or _is_due(parse, verb)
            due = due or (noun is None and verb.lemma.lower() in _LEAVING)  # "says he is | stepping down"
            return "planned" if due else "ongoing"  # "is meeting him soon"
        if "been" in auxiliaries and {"has", "have", "'ve"} & set(auxiliaries):  # "have been besieging it"
            return "ongoing"
        return "happened"
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    if "being" in beside and beside & {"is", "are", "'s", "'re"}:  # "are still being tried"
        return "ongoing"
    if verb.tag == "VBN" and verb.lemma.lower() in _KEPT_UP and beside & {"is", "are"}:
        return "ongoing"  # "the streets are | patrolled | by the army"
    if verb.lemma.lower() == "hold" and verb.tag == "VBN" and verb.dep != "conj" and _STILL & _adverbs(parse, verb):
        return "ongoing"  # "the clerks are | currently held | in a cell", "fighters now held by the army"
    now = verb.tag in {"VBZ", "VBP"} or _is_present(parse, verb)
    if now and not parse.children(verb.i, "aux", "aux:pass"):
        if appointed(parse, verb):
            return "planned"  # "steps down | at the end of the year"
        if verb.lemma.lower() in _TIMETABLED and noun is None and is_dated(parse, verb) and _is_fixed(parse, verb):
            return "planned"  # "a team, which | arrives in Orli on Monday"
        if headline(parse, verb):
            return "happened"  # headlines tell of the past in the present tense
        if general(parse, verb, noun) and not _definite(parse, verb, noun) and not _is_dispatch(parse, verb):
            return "habitual"
        return "ongoing" if verb.lemma.lower() in wording.status.lasting else "happened"
    return "happened"


_KEPT_UP = frozenset({"patrol", "besiege", "blockade", "surround"})
_LEAVING = frozenset({"resign", "quit", "step"})
_TIMETABLED = frozenset({"arrive", "travel", "head", "fly", "meet", "gather", "convene", "visit", "leave", "depart"})


def _is_fixed(parse: Parse, verb: Token) -> bool:
    """Whether a present tense with its day tells of what is to come: no headline, no chronicle, no "as they meet"."""
    title = len(parse.report.title or "")
    if parse.tokens[verb.i].start < title or any(m.lower in {"as", "while"} for m in parse.children(verb.i, "mark")):
        return False
    return any(t.tag == "VBD" and t.start >= title for t in parse.tokens)


_STILL = frozenset({"currently", "still", "now"})


def _adverbs(parse: Parse, verb: Token) -> set[str]:
    return {c.lower for c in parse.children(verb.i, "advmod")}


_GOING_ON = frozenset({"continue", "rage", "persist"})


def _first_of_all(parse: Parse, verb: Token) -> Token:
    """The first of the participles that share an auxiliary."""
    while verb.dep == "conj" and parse.tokens[verb.head].tag == "VBG" and not parse.children(verb.i, "aux", "nsubj"):
        verb = parse.tokens[verb.head]
    return verb


def _is_present(parse: Parse, verb: Token) -> bool:
    """ "As troops | fight the rebels": with a subject of its own behind "as" no infinitive."""
    if verb.dep == "conj" and verb.tag in {"VB", "VBP"} and not parse.children(verb.i, "mark", "aux"):
        first = parse.tokens[verb.head]  # "as cartels battle | and fight"
        return first.is_verb and first.dep == "advcl" and _is_present(parse, first)
    bare = verb.tag in {"VB", "VBP"} and verb.dep == "advcl" and bool(parse.children(verb.i, "nsubj"))
    return bare and any(c.lower in {"as", "while", "when"} for c in parse.children(verb.i, "mark", "advmod"))


_NOT_OVER = frozenset({"END", "MID"})
_WHEN = frozenset({"", "at", "in", "on", "by", "from"})  # not "postpones it | until next year"


def appointed(parse: Parse, verb: Token) -> bool:
    """Whether a present tense tells of what is fixed for later: "visits Orli next week", "quits later this year"."""
    told = [c for c in parse.children(verb.i, "obl", "obl:unmarked", "advmod", "obj") if case_of(parse, c.i) in _WHEN]
    beside = {i for c in told for i in (c.i, c.i - 1, c.i + 1)}
    for time in parse.times:
        if time.kind not in {"date", "time"} or not beside & set(range(time.start, time.end)):
            continue
        if time.start < verb.i and parse.tokens[verb.i - 1].text != ",":
            continue  # "the following month | he visits Orli": a story in the present tense
        later = parse.tokens[time.start - 1].lower == "later" or parse.tokens[time.start].lower == "later"
        due = time.vague == "FUTURE_REF" or (later and time.shift == 0)
        if due or ((time.shift or 0) > 0 and time.anchor == "publication"):
            return True
        if time.shift == 0 and time.unit in {"year", "month", "week"} and time.modifier in _NOT_OVER:
            return True
    return False


def _is_due(parse: Parse, verb: Token) -> bool:
    """ "Is convening talks in Orli | next week |": the day stands at the end of what the verb tells."""
    for time in parse.times:
        ahead = (time.shift or 0) > 0 and time.anchor == "publication" and time.kind in {"date", "time"}
        at = parse.tokens[time.start]
        while ahead and at.i != verb.i and at.dep in _WITHIN and case_of(parse, at.i) in _SITES:
            at = parse.tokens[at.head]
        if ahead and at.i == verb.i and time.start > verb.i:
            return True
    return False


_WITHIN = frozenset("obj obl obl:unmarked nmod nmod:unmarked amod compound det".split())
_SITES = _WHEN | {"of", "between", "with", "to"}


def headline(parse: Parse, verb: Token) -> bool:
    """Whether the verb stands in the title, or in a first line that ends without a stop.

    So does a first sentence that is short and without an article, where a report goes on: "Blasts rock Orli.".
    """
    title = parse.report.title
    if title and parse.tokens[verb.i].start < len(title):
        return True
    start, end = parse.sentences[parse.sentence(verb.i)]
    if start or parse.tokens[end - 1].tag != ".":
        return not start
    bare = not any(t.lower in _ARTICLES for t in parse.tokens[:end])
    return bare and end <= _HEADLINE and len(parse.sentences) > 1 and parse.tokens[verb.i].dep == "root"


_ARTICLES = frozenset({"a", "an", "the"})
_HEADLINE = 14  # words at most
