"""Offices before names: "leader Ana Ruiz and premier Jan Holub met" hangs the second on the first one's name.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_SINGLE = frozenset({"NN", "NNP"})
_BESIDE = frozenset({"appos", "nmod", "flat", "nmod:desc"})


@on("conj")
def _joined_to_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Leader Ana Ruiz and | premier Jan Holub | met": joined to whoever bears the name, and not to the name."""
    office = _office_of(parse, parse.tokens[token.head])
    if office is not None and token.is_noun and office.i < token.head < token.i:
        yield moved(token, "conj", office.i)


_HELD = frozenset(
    "president premier minister king queen chancellor leader governor mayor ambassador secretary chief head emir "
    "commander chairman speaker envoy".split()
)


@on("conj")
def _office_joined_to_owner(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The premier of Orland and | the president of Veldia": a second office, and no owner of the first."""
    owner = parse.tokens[token.head]
    office = parse.tokens[owner.head]
    of = any(c.lower == "of" for c in parse.children(owner.i, "case"))
    if not of or owner.dep != "nmod" or not owner.tag.startswith("NNP") or not office.i < owner.i < token.i:
        return
    own = any(c.lower == "of" for n in parse.children(token.i, "nmod") for c in parse.children(n.i, "case"))
    if own and {token.lemma.lower(), office.lemma.lower()} <= _HELD and parse.children(token.i, "det"):
        yield moved(token, "conj", office.i)


@on("appos", "nmod", "nmod:desc")
def _next_in_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Leader Ana Ruiz, | minister Jan Holub | and others": a second office with a second name is a second person."""
    name = parse.tokens[token.head]
    first = min(parse.subtree(token.i))
    if not token.is_noun or not name.i < first or parse.tokens[first - 1].text != "," or not _is_person(parse, name.i):
        return
    second = [c for c in parse.children(token.i) if c.dep in _BESIDE and _is_person(parse, c.i)]
    named = _is_person(parse, token.i) and any(c.dep in {"nmod:desc", "compound"} for c in parse.children(token.i))
    if not (second or named) or any(c.dep == "case" for c in parse.children(token.i)):
        return
    office = _office_of(parse, name)
    yield moved(token, "conj", name.i if office is None else office.i)


def _office_of(parse: Parse, name: Token) -> Token | None:
    """The noun that a person's name stands beside, right behind it: "| leader | Ana Ruiz", "secretary of state ..."."""
    noun = parse.tokens[name.head]
    if name.dep not in _BESIDE or not noun.i < name.i or not noun.is_noun or noun.tag not in _SINGLE:
        return None
    if not _is_person(parse, name.i) or _is_person(parse, noun.i) or parse.children(name.i, "case"):
        return None
    between = parse.tokens[noun.i + 1 : name.i]
    return None if any(t.dep == "punct" for t in between) else noun


def _is_person(parse: Parse, i: int) -> bool:
    return any(n.label == "person" and n.start <= i < n.end for n in parse.names)


_LAWYERS = frozenset({"attorney", "prosecutor", "solicitor", "procurator", "secretary", "consul", "director"})


@on("appos")
def _office_of_two_words(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Peru's | attorney general | sued": one office, and no lawyer who is a general."""
    first = parse.tokens[token.head]
    if token.lower != "general" or first.i != token.i - 1 or first.lower not in _LAWYERS:
        return
    yield moved(token, first.dep, token.i if first.head == first.i else first.head)
    yield moved(first, "compound", token.i)
    for child in parse.children(first.i):
        if child.i != token.i:
            yield moved(child, child.dep, token.i)


_MOVING = frozenset("extradition deportation expulsion transfer release escape departure withdrawal".split())


@on("nmod")
def _where_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The visit of Ana Ruiz | to Orli": nobody's name goes anywhere; the visit does."""
    cases = {c.lower for c in parse.children(token.i, "case")}
    if not cases & {"to", "from"} or not _is_person(parse, token.head):
        return
    current = parse.tokens[token.head]
    while current.dep in {"appos", "flat", "nmod:desc"} and current.head != current.i:
        current = parse.tokens[current.head]
    above = parse.tokens[current.head]
    if "from" in cases and above.lemma.lower() not in _MOVING:
        return  # "the arrest of Ana Ruiz | from Orli": where she comes from
    before = current.dep == "nmod" and above.i < current.i
    behind = current.dep == "nmod:poss" and current.i < above.i < token.i
    if above.is_noun and (before or behind):
        yield moved(token, "nmod", above.i)


@on("obl", "obj", "nmod", "nsubj", "nsubj:pass", "conj", "root")
def _pact_before_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "To a | truce | brokered by Orland": what was brokered stands before the participle, and heads the phrase."""
    nouns = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1 and c.is_noun]
    if not nouns or token.dep == "root" or parse.children(token.i, *SUBJECTS, "aux", "aux:pass"):
        return
    brokered = token.tag in {"VBN", "VBD"} and bool(parse.children(token.i, "obl:agent"))
    behind = [c for c in parse.children(token.i, "obj") if c.i > token.i]  # "a resolution | endorsing the plan"
    if not brokered and not (token.lower.endswith("ing") and behind):
        return
    noun = nouns[0]
    yield moved(noun, token.dep, token.head)
    yield moved(token, "acl", noun.i, "VBN" if brokered else "VBG")
    for child in parse.children(token.i):
        if child.i < noun.i:
            yield moved(child, child.dep, noun.i)


@on("ccomp", "xcomp")
def _talks_as_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland hosts | talks | between the two": right behind a verb without an object stands its object."""
    verb = parse.tokens[token.head]
    if token.lower != "talks" or token.tag != "VBZ" or parse.children(token.i, *SUBJECTS, "mark", "obj", "aux"):
        return
    if not verb.is_verb or not verb.i < token.i or parse.children(verb.i, "obj"):
        return
    yield msgspec.structs.replace(moved(token, "obj", verb.i, "NNS"), lemma="talk")
    for child in parse.children(token.i, "obl"):
        if any(c.lower in {"between", "with"} for c in parse.children(child.i, "case")):
            yield moved(child, "nmod", token.i)


@on("xcomp")
def _named_to_post(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Appointed | its first ambassador | to Orli": nobody else is there to be appointed."""
    verb = parse.tokens[token.head]
    if not token.is_noun or verb.lemma.lower() not in {"appoint", "name", "nominate", "send"}:
        return
    told = parse.children(verb.i, "obj", "nsubj:pass") or parse.children(token.i, "case", "cop")
    if not told and parse.children(token.i, "det", "nmod:poss", "amod", "nummod"):
        yield moved(token, "obj", verb.i)


_GIVING = frozenset({"grant", "give", "award", "offer", "deny", "hand", "lend", "promise", "send"})
_PROVIDING = frozenset({"provide", "supply", "sell", "pay"})


@on("compound")
def _given_to_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Granted | premier Ana Ruiz | political asylum": a person before what is given is who gets it."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    if noun.dep != "obj" or verb.lemma.lower() not in _GIVING | _PROVIDING or not token.tag.startswith("NNP"):
        return
    after = parse.behind(max(parse.subtree(token.i)))
    counted = after.head == noun.i and after.dep in {"nummod", "det", "nmod:poss"}
    if not counted and not _is_person(parse, token.i):
        return
    if noun.tag.startswith("NNP") or parse.children(verb.i, "iobj") or not verb.i < token.i < noun.i:
        return
    yield moved(token, "iobj", verb.i)


@on("xcomp")
def _called_person(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Called | President Ana Ruiz | to discuss": whom somebody rang, where nobody else is called so."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() == "call" and _is_person(parse, token.i) and not parse.children(verb.i, "obj", "nsubj:pass"):
        yield moved(token, "obj", verb.i)


@on("conj", "appos")
def _bearer_of_office(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Secretary Ana Ruiz and army chief | Jan Holub": the name right behind an office is that of its holder."""
    before = parse.tokens[token.i - 1]
    if before.dep != "conj" or before.head != token.head or before.tag not in _SINGLE or not _is_person(parse, token.i):
        return
    if not _is_person(parse, before.i) and not parse.children(token.i, "cc"):
        yield moved(token, "appos", before.i)


@on("appos", "conj", "nmod")
def _subject_behind_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Under a deed made by Orli, | Kest and Arvo | agreed": behind the comma stands the subject of the verb."""
    first = min(parse.subtree(token.i))
    top = token
    while parse.tokens[top.head].tag not in FINITE and top.head != top.i:
        top = parse.tokens[top.head]
    verb = parse.tokens[top.head]
    if verb.tag not in FINITE or not top.i < token.i < verb.i or top.dep not in {"obl", "advcl"} or not token.is_noun:
        return
    if parse.children(verb.i, *SUBJECTS, "nsubj:pass", "expl") or parse.tokens[first - 1].text != ",":
        return
    start = parse.sentences[parse.sentence(token.i)][0]
    if min(parse.subtree(top.i)) != start or parse.tokens[start].dep not in {"case", "mark"}:
        return
    joined = [c for c in parse.children(token.head, "conj") if c.i > token.i]
    last = max(i for t in (token, *joined) for i in parse.subtree(t.i))
    between = parse.tokens[last + 1 : verb.i]
    if any(t.dep not in {"aux", "advmod", "aux:pass"} for t in between) or any(
        c.dep == "case" for c in parse.children(token.i)
    ):
        return
    passive = bool(parse.children(verb.i, "aux:pass"))
    yield moved(token, "nsubj:pass" if passive else "nsubj", verb.i)
    for other in joined:
        yield moved(other, "conj", token.i)


@on("nmod")
def _given_later(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The decision to grant asylum | to Ana Ruiz": what is granted goes to her, and no decision does."""
    if not any(c.lower == "to" for c in parse.children(token.i, "case")):
        return
    for verb in parse.children(token.head, "acl"):
        gives = verb.lemma.lower() in _GIVING | _PROVIDING and bool(parse.children(verb.i, "obj"))
        if gives and verb.tag == "VB" and verb.i < token.i and not parse.children(verb.i, "iobj"):
            yield moved(token, "obl", verb.i)


@on("acl")
def _ordered_by(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Was ordered by the premier | to drop the case": whoever is ordered drops it."""
    agent = parse.tokens[token.head]
    verb = parse.tokens[agent.head]
    if agent.dep != "obl:agent" or token.tag != "VB" or verb.lemma.lower() not in _ORDERING:
        return
    if any(c.lower == "to" for c in parse.children(token.i, "mark")):
        yield moved(token, "xcomp", verb.i)


_ORDERING = frozenset("order ask urge tell force instruct direct request pressure push invite allow permit".split())


@on("xcomp")
def _worth(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Approves | aid | worth two million for Orland": what is worth so much is what is approved."""
    verb = parse.tokens[token.head]
    nouns = [c for c in parse.children(token.i, "nsubj") if verb.i < c.i < token.i]
    if token.lower != "worth" or not nouns or parse.children(verb.i, "obj"):
        return
    yield moved(nouns[0], "obj", verb.i)
    yield moved(token, "acl", nouns[0].i)
    for child in parse.children(token.i, "obl"):
        if any(c.lower in {"for", "to"} for c in parse.children(child.i, "case")):
            yield moved(child, "nmod", nouns[0].i)


@on("nmod")
def _between_whom(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Peace talks in Orli | between Veldia and the rebels | broke down": no town is between them; the talks are."""
    place = parse.tokens[token.head]
    above = parse.tokens[place.head]
    cases = {c.lower for c in parse.children(token.i, "case")}
    named = any(n.label == "place" and n.start <= place.i < n.end for n in parse.names)
    if "between" in cases and named and place.dep == "nmod" and above.is_noun and above.i < place.i:
        yield moved(token, "nmod", above.i)


@on("obj", "obl", "nmod")
def _for_somebody_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Calls for | Orland | to accept them": who is to do it stands between "for" and "to"."""
    verb = parse.tokens[token.head]
    opening = [c for c in parse.children(token.i, "case") if c.lower == "for"]
    opening += [c for c in parse.children(verb.i, "mark") if c.lower == "for" and c.i < token.i]
    marks = [c for c in parse.children(verb.i, "mark") if c.lower == "to"]
    if not opening or not marks or verb.tag != "VB" or parse.children(verb.i, *SUBJECTS, "nsubj:pass"):
        return
    if token.i < marks[0].i < verb.i:
        yield moved(token, "nsubj:pass" if parse.children(verb.i, "aux:pass") else "nsubj", verb.i)
        yield moved(opening[0], "mark", verb.i)


@on("obj")
def _two_objects(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Lends | Orland | forty million", "provides | Orland | with aid": of two objects the first is who gets it."""
    verb = parse.tokens[token.head]
    others = [c for c in parse.children(verb.i, "obj") if c.i > token.i]
    if verb.lemma.lower() not in _GIVING | _PROVIDING or len(others) != 1:
        return
    if not verb.i < token.i or not token.tag.startswith("NNP") or parse.children(verb.i, "iobj"):
        return
    if any(c.lower == "with" for c in parse.children(others[0].i, "case")):
        yield moved(others[0], "obl", verb.i)
    elif not parse.children(others[0].i, "case", "cc") and parse.tokens[others[0].i - 1].text != ",":
        yield moved(token, "iobj", verb.i)


@on("nsubj")
def _with_as(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Begin talks, with | Veldia | as mediator": who is there as what, and no clause of its own."""
    role = parse.tokens[token.head]
    words = {c.lower: c for i in (role.i, token.i) for c in parse.children(i, "case")}
    if not {"with", "as"} <= set(words) or role.is_verb or not words["with"].i < token.i < words["as"].i:
        return
    yield moved(token, "obl", role.head)
    yield moved(role, "nmod", token.i)
    yield moved(words["with"], "case", token.i)


_OFFICES = frozenset(
    "minister ambassador envoy secretary adviser advisor commissioner director governor representative coordinator "
    "rapporteur spokesman spokeswoman spokesperson consul prosecutor judge commander negotiator undersecretary "
    "under-secretary secretary-general director-general chief head president chairman chairwoman premier chancellor "
    "king queen emir sultan prince pope mayor senator leader vice-president".split()
)


@on("nmod", "nmod:unmarked", "appos")
def _behind_portfolio(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The minister for trade | Ana Ruiz", "the envoy to Orland | Jan Holub": the name is that of the holder."""
    if not token.tag.startswith("NNP") or not _is_person(parse, token.i) or parse.children(token.i, "case"):
        return
    office = parse.tokens[token.head]
    if office.dep == "nmod" and office.head < office.i and office.lemma.lower() not in _OFFICES:
        if office.i + 1 != min(parse.subtree(token.i)):
            return
        office = parse.tokens[office.head]
    between = parse.tokens[office.i + 1 : token.i]
    if office.lemma.lower() not in _OFFICES or not between or any(t.dep == "punct" for t in between):
        return
    phrase = [c for c in parse.children(office.i, "nmod") if office.i < c.i < token.i]
    cased = any(k.lower in {"for", "of", "to"} for c in phrase for k in parse.children(c.i, "case"))
    if cased and (token.dep, token.head) != ("appos", office.i):
        yield moved(token, "appos", office.i)


_KIN = frozenset("wife husband son daughter brother sister father mother deputy aide predecessor successor".split())


@on("conj")
def _name_of_kin(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Jan Holub and his wife, | Ana Ruiz |, to ten years": who the wife is, and no third."""
    if token.i < 2 or not _is_person(parse, token.i) or parse.tokens[token.i - 1].text != ",":
        return
    kin, after = parse.tokens[token.i - 2], next(n.end for n in parse.names if n.start <= token.i < n.end)
    owned = any(c.lower in {"his", "her"} for c in parse.children(kin.i, "nmod:poss"))
    closed = after < len(parse.tokens) and parse.tokens[after].text in {",", "."}
    holder = kin.lemma.lower() in _OFFICES and bool(parse.children(kin.i, "det", "nmod:poss", "amod", "compound"))
    known = (owned and kin.lemma.lower() in _KIN) or holder  # "Orland's president, | Ana Ruiz |, and the king"
    if known and closed and kin.tag == "NN" and not parse.children(token.i, "cc"):
        yield moved(token, "appos", kin.i)


_NAMING = frozenset("declare name call label designate appoint elect brand deem consider proclaim dub".split())


@on("compound")
def _named_a(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Declared the Front | a terrorist group": no name stands before an article in one phrase."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    articles = [c for c in parse.children(noun.i, "det") if token.i < c.i < noun.i and c.lower in {"a", "an", "the"}]
    if not articles or not token.tag.startswith("NNP") or noun.dep != "obj" or verb.lemma.lower() not in _NAMING:
        return
    yield moved(token, "obj", verb.i)
    yield moved(noun, "xcomp", verb.i)
    for child in parse.children(noun.i):
        if child.i < articles[0].i and child.i != token.i:
            yield moved(child, child.dep, token.i)


@on("conj", "appos")
def _behind_body(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The head of the agency, | Jan Holub |, and the king": no agency is called so; he heads it."""
    body = parse.tokens[token.head]
    office = parse.tokens[body.head]
    nested = body.dep == office.dep == "nmod" and office.is_noun and office.lemma.lower() not in _OFFICES
    if nested and _is_of(parse, office):
        office = parse.tokens[office.head]  # "the governor of the province of Kest, | Jan Holub |"
    if not _is_person(parse, token.i) or _is_person(parse, body.i) or office.lemma.lower() not in _OFFICES:
        return
    name = next(n for n in parse.names if n.start <= token.i < n.end)
    after = parse.tokens[name.end].text if name.end < len(parse.tokens) else "."
    if body.dep != "nmod" or parse.tokens[name.start - 1].text != "," or after not in {",", "."}:
        return
    if parse.children(token.i, "cc") or not any(c.lower in _TIES for c in parse.children(body.i, "case")):
        return
    yield moved(token, "appos", office.i)
    for other in parse.children(body.i, "conj"):
        if other.i > token.i:
            yield moved(other, "conj", office.i)


_TIES = frozenset({"of", "for", "to"})  # "a spokesman | for | the group, Jan Holub"


def _is_of(parse: Parse, noun: Token) -> bool:
    return any(c.lower == "of" for c in parse.children(noun.i, "case"))


@on("nsubj", "nsubj:pass")
def _two_offices(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Opposition leader and Free Front (FF) | founder Ana Ruiz | says": one person with two offices.

    A tree may make the front the second subject, and the founder of it a mere remark.
    """
    bodies = [c for c in parse.children(token.i, "conj") if c.tag.startswith("NNP")]
    if token.tag != "NN" or parse.children(token.i, "det") or len(bodies) != 1:
        return
    body = bodies[0]
    beside = (*parse.children(body.i, "appos"), *parse.children(token.i, "appos"))
    office = next((c for c in beside if c.tag == "NN" and c.i > body.i), None)
    if office is None or "," in {t.text for t in parse.tokens[token.i : office.i]}:
        return
    name = next((c for c in parse.children(office.i, "appos", "flat") if c.i == office.i + 1), None)
    if name is None or not _is_person(parse, name.i):
        return
    yield moved(name, token.dep, token.head)
    yield moved(office, "nmod:desc", name.i)
    yield moved(token, "compound", office.i)
    yield moved(body, "compound", office.i)


@on("obj", "iobj", "conj", "nsubj", "nsubj:pass", "obl", "nmod")
def _office_behind_letters(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Met National Front (NF) | leader Ana Ruiz |": the letters of the front part it from who leads it."""
    behind = parse.tokens[token.i + 1 : token.i + 6]
    if len(behind) < _OFFICE_AND_NAME or not token.tag.startswith("NNP") or not behind[1].text.isupper():
        return
    office, name = behind[3], behind[4]
    if (behind[0].text, behind[2].text, office.tag) != ("(", ")", "NN") or not _is_person(parse, name.i):
        return
    yield moved(name, token.dep, token.head)
    yield moved(office, "nmod:desc", name.i)
    yield moved(token, "compound", office.i)
    for child in (*parse.children(token.i), *parse.children(office.i)):
        if child.i > name.i or child.dep in {"case", "cc"}:
            yield moved(child, child.dep, name.i)


_OFFICE_AND_NAME = 5  # "(", "NF", ")", "leader", "Ana"

RULES = (
    _two_offices,
    _office_behind_letters,
    _office_of_two_words,
    _office_joined_to_owner,
    _behind_body,
    _named_a,
    _name_of_kin,
    _behind_portfolio,
    _worth,
    _between_whom,
    _for_somebody_to,
    _given_later,
    _ordered_by,
    _two_objects,
    _with_as,
    _given_to_name,
    _called_person,
    _bearer_of_office,
    _subject_behind_phrase,
    _joined_to_name,
    _next_in_list,
    _where_to,
    _pact_before_participle,
    _talks_as_verb,
    _named_to_post,
)
