"""Of whom a relative clause or participle tells: the noun it hangs on, its bearer, the name in a comma before it."""

from __future__ import annotations

from whosays import ontology
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

SUBJECTS = ("nsubj", "nsubj:outer")
_KIN = frozenset(
    "family wife widow mother father parent relative child son daughter friend comrade body government lawyer embassy "
    "employer supporter representative name fate case".split()
)


def bereaved(parse: Parse, verb: Token) -> int:
    """ "The families of men | killed in the raid": the men were."""
    noun = parse.tokens[verb.head]
    told = among_those(parse, noun) if noun.lower == "those" else None
    if told is not None:
        return told
    below = [c.i for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "of" and c.i + 1 == verb.i]
    return below[0] if verb.dep == "acl" and noun.lemma.lower() in _KIN and below else noun.i


def bearer(parse: Parse, verb: Token, head: int) -> int:
    """ "A fighter with roots abroad, | who was killed": no roots are "who"; their bearer is."""
    token = parse.tokens[head]
    people = any(c.lower in {"who", "whom"} for c in parse.children(verb.i))
    body = any(n.label == "organisation" and n.start <= head < n.end for n in parse.names)
    named = next((a.i for a in _holders(parse, token) if _is_persons(parse, a.i)), None)
    if people and named is not None and not _is_persons(parse, head):
        return named  # "Ana Ruiz, mayor of Achi, in the province of Bol, | who was kidnapped"
    if people and token.dep == "nmod" and body and case_of(parse, head) in {"from", "of", "in"}:
        above = parse.tokens[token.head]  # "a figure from the ruling party | who was killed": no party is "who"
        return above.i if above.tag in {"NN", "NNS"} else head
    above = parse.tokens[token.head]
    if people and token.dep == "nmod" and case_of(parse, head) == "of" and token.lemma.lower() in _LIFELESS | _TRAITS:
        return above.i if above.tag in {"NN", "NNS"} else head  # "the driver of the van, | who was arrested"
    struck = _strike_on(parse, verb, token)
    if struck is not None:
        return struck
    if people and token.dep == "obl" and above.dep == "acl" and (body or above.lower == "armed"):
        return above.head  # "men linked to the Front | who planned it", "a man armed with a knife who"
    if people and token.dep == "nmod" and case_of(parse, head) == "with" and not token.tag.startswith("NNP"):
        return token.head
    somebody = among_those(parse, token) if token.lower == "those" else _predicated(parse, token)
    return head if somebody is None else somebody


def among_those(parse: Parse, those: Token) -> int | None:
    """ "| The minister | was among those killed", "among those arrested were | nine clerks |": who they are."""
    above = parse.tokens[those.head]
    if case_of(parse, those.i) != "among":
        return None
    if those.dep in {"nmod", "obl"} and those.i < above.i and above.is_noun and parse.children(above.i, "cop"):
        return above.i
    subjects = parse.children(those.i, *SUBJECTS) if parse.children(those.i, "cop") else ()
    if those.dep in {"obl", "nmod"} and above.lemma.lower() == "be":
        subjects = parse.children(above.i, *SUBJECTS)
    return subjects[0].i if len(subjects) == 1 else None


def _predicated(parse: Parse, noun: Token) -> int | None:
    """ "Karim is a warlord, a liar and a thief | who has bombed villages": whoever is that, where he is named."""
    noun = parse.tokens[noun.head] if noun.dep == "conj" and noun.is_noun else noun
    subjects = parse.children(noun.i, *SUBJECTS)
    if noun.tag not in {"NN", "NNS"} or not parse.children(noun.i, "cop") or len(subjects) != 1:
        return None
    return subjects[0].i if subjects[0].tag.startswith("NNP") and subjects[0].i < noun.i else None


_LIFELESS = frozenset(
    "vehicle car van bus tram train truck lorry boat ship ferry plane aircraft helicopter taxi motorcycle house shop "
    "flat factory building office mill farm".split()
)
# "Citizens of Somali origin | who have trained abroad": no origin is "who".
_TRAITS = frozenset("origin descent ancestry heritage extraction nationality background faith age".split())
_STRIKES = frozenset(
    "attack strike airstrike raid bombing bombardment shelling assault blast explosion shooting ambush".split()
)
_HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim", "claim", "leave"})


def _strike_on(parse: Parse, verb: Token, place: Token) -> int | None:
    """ "A raid by troops on Arvo | which killed six": no town kills; the raid on it does."""
    opener = any(c.lower in {"which", "that"} for c in parse.children(verb.i, *SUBJECTS))
    where = any(n.label == "place" and n.start <= place.i < n.end for n in parse.names)
    where = where or (place.lemma.lower() in _BUILT and not place.tag.startswith("NNP"))
    if not (opener and where) or verb.lemma.lower() not in _HARMING or case_of(parse, place.i) not in _AGAINST:
        return None
    return next((a.i for a in _holders(parse, place) if a.lemma.lower() in _STRIKES), None)


_AGAINST = frozenset({"on", "against", "in", "at", "near", "of"})
_BUILT = frozenset(
    "embassy consulate church mosque temple school hotel hospital station base market bridge airport camp barracks "
    "checkpoint post club theatre theater nightclub restaurant mall clinic synagogue headquarters".split()
)


def _holders(parse: Parse, token: Token) -> list[Token]:
    """The nouns that a noun hangs on, nearest first."""
    found: list[Token] = []
    while token.dep in {"nmod", "appos", "nmod:unmarked"} and token.head != token.i:
        token = parse.tokens[token.head]
        found.append(token)
    return found


def _is_persons(parse: Parse, i: int) -> bool:
    return any(n.label == "person" and n.start <= i < n.end for n in parse.names)


_CHARGED = frozenset({"accuse", "blame", "suspect"})
_BESIDE = 2  # tokens: the noun and a comma


def _is_parted(parse: Parse, noun: int, opener: int) -> bool:
    """Whether a noun that can be nobody stands before a relative clause, with more than its own name between."""
    people = parse.tokens[noun].tag.startswith("NNP") or _is_persons(parse, noun)
    known = ontology.load().nouns.kind_of(parse.tokens[noun].lemma.lower())
    return not people and known not in {"person", "organisation"} and opener - noun > _BESIDE


_BODY_LABELS = frozenset({"organisation", "place"})


def which(parse: Parse, verb: Token) -> int | None:
    """ "The head of surgery at Mercy Aid, | which has treated": no person is "which", but a body named just before."""
    charged = ("nsubj:pass",) if verb.lemma.lower() in _CHARGED else ()
    opener = next((c for c in parse.children(verb.i, *SUBJECTS, "obj", *charged) if c.lower == "which"), None)
    if opener is None or opener.i < 2 or parse.tokens[verb.head].tag not in {"NN", "NNP"}:
        return None
    last = opener.i - 2 if parse.tokens[opener.i - 1].text == "," else opener.i - 1
    name = next((n for n in parse.names if n.start <= last < n.end), None)
    if name is None or name.label not in _BODY_LABELS or not verb.head < name.start:
        return None
    head = parse.root_of(name.start, name.end)
    if verb.lemma.lower() in _CHARGED and opener.dep == "nsubj:pass" and _is_parted(parse, verb.head, opener.i):
        return head  # "a role in the row with Orland, | which is accused of it": no role is
    described = any(n.label == "person" and n.start <= verb.head < n.end for n in parse.names)
    above = parse.tokens[verb.head]
    described = described or (above.dep == "appos" and any(
        n.label == "person" and n.start <= above.head < n.end for n in parse.names
    ))  # fmt: skip
    return head if described and case_of(parse, head) in {"at", "of", "for", "with", "from"} else None


def whom(parse: Parse, verb: Token) -> int | None:
    """ "A warrant for Jan Holub, | whom she pardoned": no warrant is "whom", but the person named just before."""
    opener = next((c for c in parse.children(verb.i, "obj") if c.lower == "whom"), None)
    if opener is None or opener.i < 2:
        return None
    last = opener.i - 2 if parse.tokens[opener.i - 1].text == "," else opener.i - 1
    name = next((n for n in parse.names if n.label == "person" and n.start <= last < n.end), None)
    if name is None or verb.head >= name.start:
        return None
    head = parse.tokens[parse.root_of(name.start, name.end)]
    return None if head.dep == "appos" and head.head == verb.head else head.i


def last_that(parse: Parse, verb: Token) -> int:
    """ "Between the militias and Veldia, | which has threatened": one party is "has", several are "have"."""
    noun = parse.tokens[verb.head]
    joined = [c for c in parse.children(noun.i, "conj") if noun.i < c.i < verb.i]
    last = _last_single(parse, verb)
    if last is not None:
        return last
    single = verb.tag == "VBZ" or any(c.lower in {"has", "is", "was"} for c in parse.children(verb.i, "aux"))
    if joined and single and noun.tag in {"NNS", "NNPS"} and joined[-1].tag in {"NN", "NNP"}:
        return joined[-1].i
    return noun.i


def _last_single(parse: Parse, verb: Token) -> int | None:
    """ "Four groups, including the Green Front, | who was involved in it": one is "was", and it is the last name."""
    opener = next((c for c in parse.children(verb.i, *SUBJECTS, "nsubj:pass") if c.lower in {"who", "which"}), None)
    was = any(c.lower in {"has", "is", "was"} for c in parse.children(verb.i, "aux", "aux:pass", "cop"))
    if opener is None or not was or parse.tokens[verb.head].tag not in {"NNS", "NNPS"}:
        return None
    if parse.tokens[opener.i - 1].text != ",":
        return None
    name = next((n for n in parse.names if n.start < opener.i - 1 == n.end and n.start > verb.head), None)
    return parse.root_of(name.start, name.end) if name is not None and name.label in _BODY_LABELS | {"person"} else None


def named(parse: Parse, head: int) -> int:
    """ "Ana Ruiz, the poet and teacher | who was held": what is told of the description is told of the name."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    if token.dep == "appos" and above.i < head and above.tag.startswith("NNP") and token.tag == "NN":
        return above.i
    if token.tag == "CD" and above.tag.startswith("NNP") and parse.tokens[head - 1].text == ",":
        return above.i  # "Jan Holub, 24, | who was killed"
    if token.tag == "CD" and not parse.children(head, "nmod", "amod"):  # "was Jan Holub, also 24, who was killed"
        names = [c.i for c in parse.children(head, "nsubj") if c.tag.startswith("NNP") and c.i < head]
        return names[-1] if names else head
    return head


_SAYING = frozenset("say believe claim think allege suspect accuse report fear maintain insist add".split())
_OPENERS = frozenset({"who", "which", "that", "whom"})
_FACING = frozenset({"face", "risk", "deserve", "suffer"})
_FINITE = frozenset({"VBP", "VBZ", "VBD", "MD"})


def told_by_others(parse: Parse, verb: Token, saying: Token) -> int | None:
    """ "Men | who police say | were planning raids", "rebels it says | are hiding": of whom others tell so."""
    if verb.lemma.lower() in _FACING:  # "who the premier says | face | a massacre": what he makes of it
        return None
    if verb.dep != "ccomp" or saying.dep != "acl:relcl" or saying.lemma.lower() not in _SAYING:
        return None
    if parse.children(verb.i, *SUBJECTS, "nsubj:pass", "expl", "mark"):
        return None
    others = [c for c in parse.children(saying.i, *SUBJECTS) if c.lower not in _OPENERS and c.i < saying.i]
    if not others:  # "a man | who claims" it himself
        return None
    helpers = parse.children(verb.i, "aux", "aux:pass")
    if parse.children(verb.i, "aux:pass") and any(c.tag == "VBG" for c in parse.children(verb.i, "advcl", "conj")):
        return None  # "a guard, who the army said was hurt, | throwing | stones": of the counts named before
    if (helpers[0] if helpers else verb).tag not in (_FINITE if helpers else _FINITE | {"VB"}):
        return None  # "rebels who Orland says | use | the hills": taken for an infinitive
    if any(c.lower in _OPENERS and c.i < saying.i for c in parse.children(saying.i)):
        return named(parse, bearer(parse, saying, last_that(parse, saying)))
    before = parse.tokens[min(parse.subtree(saying.i)) - 1]
    return before.i if before.is_noun else None
