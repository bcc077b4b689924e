"""Deeds of a kind, and no single one: violence against women, people who were held, a past told with a name."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse, Token

Labels = dict[int, NameLabel]

_ROUND = frozenset({"thousand", "hundred", "dozen", "million", "score", "many", "countless", "numerous"})
_GIVING = frozenset({"AID", "COOPERATE", "SUPPORT"})
_MASS = frozenset(
    {"violence", "abuse", "torture", "rape", "terrorism", "persecution", "harassment", "attack", "killing"}
)
_GROUND = frozenset("area territory region land position town village district zone province part swathe".split())


def is_generic(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """Whether one word tells of deeds of a kind, of people of a kind, or of what a party has done over the years."""
    return (
        _is_violence(parse, found, parts, labels)
        or _is_of_people(parse, found, parts, labels)
        or _is_record(parse, found, parts, labels)
        or _is_of_ground(parse, found, parts)
        or _is_participle_of_people(parse, found, parts, labels)
        or _is_toll_of_war(parse, found)
        or _is_gang(parse, found)
        or _is_compared(parse, found, parts, labels)
        or _is_use_of_arms(parse, found, parts, labels)
        or _is_what_arms_do(parse, found, parts, labels)
        or _is_maxim(parse, found, parts)
        or _is_of_anyone(parse, found)
    )


_ANYONE = frozenset(
    "adult minor person offender anyone someone anybody citizen foreigner juvenile individual resident".split()
)
_MAY = frozenset({"could", "can", "may", "would", "might", "must", "shall"})


def _is_of_anyone(parse: Parse, found: Found) -> bool:
    """ "An adult | found guilty | of robbing a baker could be jailed": what the law says of whoever did so."""
    token = parse.tokens[found.head]
    above = [token, *parse.ancestors(found.head)]
    nouns = [parse.tokens[a.head] for a in above if a.dep in {"acl", "acl:relcl"} and a.is_verb]
    return any(_is_anyone(parse, n) for n in (*nouns, *parse.children(token.i, "nsubj:pass")))


def _is_anyone(parse: Parse, noun: Token) -> bool:
    """ "An adult" that may or could, as a subject."""
    one = noun.lower in {"anyone", "someone", "anybody", "whoever"}
    one = one or any(c.lower in {"a", "an", "any"} for c in parse.children(noun.i, "det"))
    described = bool(parse.children(noun.i, "acl", "acl:relcl"))
    if noun.lemma.lower() not in _ANYONE or not one or not described or noun.dep not in {"nsubj", "nsubj:pass"}:
        return False
    verb = parse.tokens[noun.head]
    free = verb.lemma.lower() in {"face", "risk"} and verb.tag in {"VBZ", "VBP"}
    return free or any(c.lower in _MAY for c in parse.children(verb.i, "aux"))


def _is_violence(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "Reports of | sexual violence | against men or boys": nobody's in particular, wherever it may be."""
    token = parse.tokens[found.head]
    if token.is_verb or token.lemma.lower() not in _MASS or parse.children(token.i, "det", "nummod", "nmod:poss"):
        return False
    if found.carrier is not None and parse.tokens[found.carrier].tag in {"VBD", "VBN", "VBZ", "VBP"}:
        return False
    if _is_timed(parse, token.i) or (token.tag == "NN" and token.lemma.lower() in {"attack", "killing"}):
        return False
    suffering = [p for p in parts if p.part in {"recipient", "target"}]
    acting = [p for p in parts if p.part == "actor" and not _is_bare(parse, p.head, labels)]
    return bool(suffering) and not acting and all(_is_bare(parse, p.head, labels) for p in suffering)


def _is_of_people(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "Officials who resigned", "men who had been detained": people of a kind, described by what they went through."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if verb.dep != "acl:relcl" or not verb.is_verb or _is_timed(parse, verb.i):
        return False
    who = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.lower in {"who", "that"}]
    noun = parse.tokens[verb.head]
    if not who or noun.tag != "NNS" or not _is_bare(parse, noun.i, labels) or noun.dep in {"nsubj", "nsubj:pass"}:
        return False
    others = [p for p in parts if p.head != noun.i]
    return not _is_number_of(parse, noun) and all(_is_bare(parse, p.head, labels) for p in others)


def _is_number_of(parse: Parse, noun: Token) -> bool:
    """ "Scores of | civilians", "a group of | men": so many, though the noun itself is bare."""
    return noun.dep == "nmod" and parse.tokens[noun.head].lemma.lower() in {*_ROUND, "number", "group"}


def _is_record(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "The group, which has killed thousands since 2009": its record, and no deed of the day."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if verb.dep != "acl:relcl" or verb.tag != "VBN" or parse.children(verb.i, "aux:pass", "nsubj:pass"):
        return False
    if not {c.lower for c in parse.children(verb.i, "aux")} & {"has", "have", "'ve", "’ve"}:
        return False
    if not any(c.lower in {"which", "who", "that"} for c in parse.children(verb.i, "nsubj")):
        return False
    if any(c.lower in {"just", "recently", "now", "already"} for c in parse.children(verb.i, "advmod")):
        return False
    if not any(p.part == "actor" and p.head == verb.head for p in parts):
        return False  # "airstrikes | that have killed dozens"
    suffering = [p for p in parts if p.part in {"recipient", "target"}]
    if any(_is_counted(parse, p.head) for p in suffering):
        return False
    many = bool(suffering) and all(_is_bare(parse, p.head, labels) or _is_round(parse, p.head) for p in suffering)
    timed = _is_timed(parse, verb.i)
    return _is_for_long(parse, verb.i) or (not timed and (many or found.trigger.event in _GIVING))


def _is_for_long(parse: Parse, verb: int) -> bool:
    """ "Since 2009", "for six years", "over the past decade"."""
    times = {i for t in parse.times for i in range(t.start, t.end)}
    phrases = [c for c in parse.children(verb, "obl", "obl:unmarked") if set(parse.subtree(c.i)) & times]
    return any(case_of(parse, c.i) in {"since", "for", "over"} for c in phrases)


def _is_counted(parse: Parse, head: int) -> bool:
    return bool(parse.children(head, "nummod")) and not _is_round(parse, head)


def _is_of_ground(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Areas | liberated from the rebels": what land it is, where nobody is said to have taken it, nor when."""
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or token.dep != "acl" or token.tag != "VBN":
        return False
    noun = parse.tokens[token.head]
    plain = noun.lemma.lower() in _GROUND and not parse.children(noun.i, "nummod")
    return plain and not any(p.part == "actor" for p in parts) and not _is_timed(parse, token.i)


def _is_participle_of_people(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "To rehome people | exiled | from elsewhere", "the fate of those | kidnapped | by them": who they are."""
    token = parse.tokens[found.head]
    noun = parse.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBN" or _is_timed(parse, token.i) or noun.dep in {"nsubj", "nsubj:pass"}:
        return False
    if noun.lower == "those":
        return bool(parse.children(token.i, "obl:agent", "obl"))
    held = (found.trigger.event, found.trigger.mode) == ("COERCE", "arrest") and _is_where_held(parse, token, noun)
    if found.trigger.event not in {"COERCE", "RETREAT"} or not (held or _is_bare(parse, noun.i, labels)):
        return False
    return not _is_number_of(parse, noun) and all(p.head == noun.i for p in parts)


def _is_where_held(parse: Parse, token: Token, noun: Token) -> bool:
    """ "What to do with 900 foreigners | detained in the camp |": where they are, and not why or after what."""
    phrases = parse.children(token.i, "obl", "advcl", "obl:unmarked")
    return noun.tag == "NNS" and all(case_of(parse, c.i) in {"in", "at", "inside"} for c in phrases)


_WARS = frozenset({"war", "conflict", "uprising", "revolution", "insurgency", "crisis", "fighting", "rebellion"})
_BEGINNING = frozenset({"begin", "start", "erupt", "break"})


def _is_toll_of_war(parse: Parse, found: Found) -> bool:
    """ "More than 300,000 people have been killed since the war began": a sum over years."""
    token = parse.tokens[found.head]
    if found.trigger.effect is None or not any(c.lower in {"has", "have"} for c in parse.children(token.i, "aux")):
        return False
    if any(_is_long_span(parse, c) for c in parse.children(token.i, "obl", "obl:unmarked")):
        return True
    clauses = [
        c for c in parse.children(token.i, "advcl") if any(m.lower == "since" for m in parse.children(c.i, "mark"))
    ]
    return any(
        c.lemma.lower() in _BEGINNING and any(n.lemma.lower() in _WARS for n in parse.children(c.i, "nsubj"))
        for c in clauses
    )


def _is_long_span(parse: Parse, noun: Token) -> bool:
    """ "Have been killed | over the past two decades", "in the last 20 years"."""
    if case_of(parse, noun.i) not in {"over", "in", "during", "for"}:
        return False
    if not any(c.lower in {"past", "last", "previous"} for c in parse.children(noun.i, "amod")):
        return False
    many = any(len(c.text) == 2 and c.text.isdigit() for c in parse.children(noun.i, "nummod"))
    return noun.lemma.lower() == "decade" or (noun.lemma.lower() == "year" and many)


def _is_gang(parse: Parse, found: Found) -> bool:
    """ "A torture | and murder cell": what sort of gang it is."""
    token = parse.tokens[found.head]
    if token.is_verb:
        return False
    following = parse.tokens[token.i + 1 : token.i + 4]
    if len(following) < 3 or following[0].lower not in {"and", "or"}:
        return False
    return following[2].lemma.lower() in _GANGS and following[1].head == following[2].i


_GANGS = frozenset({"cell", "gang", "squad", "ring", "case", "charge", "network", "plot", "spree", "campaign"})


def _is_compared(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "Like the murder of civilians and | shooting prisoners": a sort of deed, that something is likened to."""
    token = parse.tokens[found.head]
    if token.tag not in {"VBG", "NN"} or found.carrier is not None or _is_timed(parse, token.i):
        return False
    first = parse.tokens[token.head] if token.dep == "conj" else token
    likened = case_of(parse, first.i) in {"like", "than"} and first.dep in {"nmod", "obl", "acl", "advcl"}
    marked = any(m.lower in {"like", "than"} for m in parse.children(first.i, "mark"))
    return (likened or marked) and all(_is_bare(parse, p.head, labels) for p in parts)


def _is_use_of_arms(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "To stop the further use of chemical weapons": anybody's, anywhere."""
    token = parse.tokens[found.head]
    if token.is_verb or token.lemma.lower() != "use":
        return False
    if found.carrier is not None and parse.tokens[found.carrier].lemma.lower() not in _WARDING_OFF:
        return False
    placed = any(labels.get(i) == "place" for i in parse.subtree(token.i))
    return not placed and not _is_timed(parse, token.i) and all(p.part == "instrument" for p in parts)


_WARDING_OFF = frozenset({"prevent", "stop", "deter", "end", "halt", "condemn", "ban", "prohibit"})


def _is_what_arms_do(parse: Parse, found: Found, parts: Sequence[Part], labels: Labels) -> bool:
    """ "As if other arms | used to kill people | were fine": anybody's, on anybody."""
    token = parse.tokens[found.head]
    using = parse.tokens[token.head]
    if token.tag != "VB" or token.dep not in {"xcomp", "advcl"} or using.tag != "VBN":
        return False
    if using.lemma.lower() in {"design", "build", "make"}:  # "the guns had been | designed to kill |"
        return not any(p.part == "recipient" for p in parts)
    if using.lemma.lower() != "use":
        return False
    arms = parse.tokens[using.i - 1]
    of_arms = arms.tag == "NNS" and using.dep in {"acl", "advcl"} and not parse.children(using.i, "aux", "aux:pass")
    return of_arms and not _is_timed(parse, token.i) and all(_is_bare(parse, p.head, labels) for p in parts)


_MAXIMS = frozenset("cause act declaration crime attack matter threat violation insult reason offence offense".split())


def _is_maxim(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| An attack on a mill | is a cause for war": what any such deed would be."""
    token = parse.tokens[found.head]
    called = parse.tokens[token.head]
    if token.is_verb or token.dep != "nsubj" or called.lemma.lower() not in _MAXIMS or called.tag != "NN":
        return False
    anyone = any(c.lower in {"a", "an", "any"} for c in parse.children(token.i, "det"))
    now = any(c.lower == "is" for c in parse.children(called.i, "cop"))
    return anyone and now and not any(p.part == "actor" for p in parts) and not _is_timed(parse, token.i)


def _is_bare(parse: Parse, head: int, labels: Labels) -> bool:
    """A plural without a number, an article or an owner, which is no name."""
    token = parse.tokens[head]
    if token.tag != "NNS" or labels.get(head) is not None:
        return False
    described = parse.children(head, "det", "nummod", "nmod:poss")
    named = any(
        c.tag.startswith("NNP") or labels.get(c.i) is not None for c in parse.children(head, "amod", "compound")
    )
    return not described and not named


def _is_round(parse: Parse, head: int) -> bool:
    words = {t.lemma.lower() for t in (parse.tokens[head], *parse.children(head, "nummod", "amod"))}
    return bool(words & _ROUND)


def _is_timed(parse: Parse, i: int) -> bool:
    below = set(parse.subtree(i))
    return any(t.start in below for t in parse.times if t.kind in {"date", "time"})
