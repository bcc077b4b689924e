"""Whom a pronoun cannot mean for what is done to it: police are not arrested, and nobody raids what is his own."""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.records import ActorKind

# Deeds of a state upon people: none that is a state's own suffers them.
_CUSTODY = frozenset(
    "arrest detain jail imprison convict sentence acquit indict extradite deport hang behead execute".split()
)
_OF_THE_STATE: frozenset[ActorKind] = frozenset({"state", "government", "ministry", "force", "body"})
# Deeds upon others' people and things.
_HARMING = frozenset(
    "kidnap abduct attack bomb raid storm ambush shell seize arrest detain kill rob loot injure wound hurt beat".split()
)
_FIRING = frozenset({"open", "fire", "shoot"})
_SUFFERING = frozenset({"obj", "nsubj:pass"})
_ARRESTING = frozenset({"arrest", "detain", "jail", "imprison", "deport", "extradite"})
_LED_AWAY = _ARRESTING | {"capture"}
_FAMILY = frozenset("wife husband child son daughter brother sister father mother parent relative family baby".split())
_EXPELLING = frozenset({"expel", "summon", "oust"})
_ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "consul", "attaché"})
_HEADS = frozenset({"leader", "spokesman", "organiser", "organizer", "ringleader"})
_RELATIVES = frozenset({"who", "that", "which"})
_KIN = frozenset(
    "wife husband child son daughter brother sister father mother parent relative family baby spouse leader commander "
    "chief comrade own".split()
)


def cannot_suffer(parse: Parse, pronoun: Token, kind: ActorKind) -> bool:
    """ "Police said | they | were detained": not the police."""
    verb = parse.tokens[pronoun.head]
    suffers = pronoun.dep in _SUFFERING and verb.is_verb and verb.lemma.lower() in _CUSTODY
    return suffers and kind in _OF_THE_STATE


def doer_of_harm(parse: Parse, pronoun: Token) -> int | None:
    """The one who cannot own what he harms: "gunmen attack oil firms and kidnap | their | staff"; None elsewhere."""
    demander = _demander(parse, pronoun)
    if demander is not None:
        return demander
    if pronoun.dep == "nsubj" and pronoun.tag == "PRP":
        clause = parse.tokens[pronoun.head]  # "the body of a baker | he | killed": not the baker
        opens = clause.dep == "acl:relcl" and min(parse.subtree(clause.i)) == pronoun.i
        return clause.head if opens and not parse.children(clause.i, "obj", "ccomp", "xcomp") else None
    if pronoun.lower in {"them", "their"} and (owner := _killer(parse, pronoun)) is not None:
        return owner
    if pronoun.lower not in {"their", "its", "his", "her"} or pronoun.dep != "nmod:poss":
        return None
    noun = parse.tokens[pronoun.head]
    some = parse.tokens[noun.head]
    if noun.dep == "nmod" and parse.case(noun.i) == "of" and (some.tag == "CD" or some.lower in _SOME):
        return _of_some(parse, noun, some)  # "killed two | of its | guards"
    verb = some
    fired = noun.dep == "obl" and parse.case(noun.i) in {"on", "at"} and verb.lemma.lower() in _FIRING
    if fired and noun.lemma.lower() not in _KIN:
        return _doer(parse, verb)  # "smugglers opened fire on | their | patrol"
    if noun.dep != "obj" or not verb.is_verb:
        return None
    arrests = (
        verb.lemma.lower() in _ARRESTING and noun.lemma.lower() in _FAMILY
    )  # "soldiers came to arrest | her | son"
    leads = verb.lemma.lower() in _LED_AWAY and noun.lemma.lower() in _HEADS  # "fought miners and arrested | their |"
    arrests = arrests or (leads and pronoun.lower in {"their", "its"})
    plural = pronoun.lower in {"their", "its"}
    expels = plural and verb.lemma.lower() in _EXPELLING and noun.lemma.lower() in _ENVOYS
    arrests = arrests or expels  # "broke off ties with Orland and expelled | its | envoy"
    said = verb.dep == "ccomp" and noun.lemma.lower() in _CHIEFS  # "the Front says Orland killed | its | leader"
    harms = plural and verb.lemma.lower() in _HARMING and (said or noun.lemma.lower() not in _KIN)
    return _doer(parse, verb) if arrests or harms else None


_ASKED_OF = frozenset(
    "arrest release resignation removal extradition ouster dismissal sacking detention imprisonment execution "
    "expulsion deportation prosecution conviction impeachment killing assassination murder death capture".split()
)
_DEMANDING = frozenset(
    "demand order urge recommend insist request propose seek decree authorise authorize oppose".split()
)


def _demander(parse: Parse, pronoun: Token) -> int | None:
    """ "| The minister | demanded that she be arrested": nobody demands that of himself."""
    clause = parse.tokens[pronoun.head]
    above = parse.tokens[clause.head]
    if pronoun.dep == "nmod:poss" and clause.lemma.lower() in _ASKED_OF:  # "Ruiz called for | her | arrest"
        sought = above.lemma.lower() in _DEMANDING | {"call", "press", "push", "campaign"}
        return _doer(parse, above) if sought and clause.dep in {"obj", "obl"} and above.is_verb else None
    asked = clause.dep == "ccomp" and pronoun.dep == "nsubj:pass" and above.lemma.lower() in _DEMANDING
    return _doer(parse, above) if asked and clause.lemma.lower() in _CUSTODY | _EXPELLING else None


_SOME = frozenset({"several", "some", "many", "dozens", "scores", "hundreds", "most", "one", "all"})
_CHIEFS = frozenset({"leader", "commander", "chief"})


def _of_some(parse: Parse, noun: Token, some: Token) -> int | None:
    verb = parse.tokens[some.head]
    harms = verb.is_verb and verb.lemma.lower() in _HARMING and noun.lemma.lower() not in _KIN
    return _doer(parse, verb) if some.dep == "obj" and harms else None


_KILLING = frozenset("kill wound injure behead murder shoot hurt rape abduct kidnap execute hack slaughter".split())


def _killer(parse: Parse, pronoun: Token) -> int | None:
    """ "Rebels stopped a bus, killing nine of | them | and | their | driver": not the rebels, and no driver of theirs.

    But "miners killed | their | children": nobody else is told whose they could be.
    """
    noun = parse.tokens[pronoun.head]
    verb = parse.tokens[noun.head]
    if pronoun.dep == "nmod" and noun.tag != "CD":
        return None
    if noun.dep == "conj" and verb.is_noun | (verb.tag == "CD"):  # "killed the parents and | their | daughter"
        noun, verb, listed = verb, parse.tokens[verb.head], True
    else:
        listed = pronoun.dep == "nmod"
    first = parse.tokens[verb.head]
    before = verb.dep == "conj" and first.lemma.lower() in _KILLING | _HARMING and bool(parse.children(first.i, "obj"))
    if noun.dep != "obj" or verb.lemma.lower() not in _KILLING or not (listed or before):
        return None
    while verb.dep in {"conj", "advcl", "xcomp"} and not parse.children(verb.i, "nsubj"):
        verb = parse.tokens[verb.head]
    return _doer(parse, verb)


def _doer(parse: Parse, verb: Token) -> int | None:
    while True:
        subjects = parse.children(verb.i, "nsubj")
        if subjects and subjects[0].lower in _RELATIVES:
            clause = next((a for a in (verb, *parse.ancestors(verb.i)) if a.dep == "acl:relcl"), None)
            return clause.head if clause is not None else None
        marks = {m.lower for m in parse.children(verb.i, "mark")}
        with_it = verb.dep == "advcl" and ((verb.tag == "VBG" and not marks) or (verb.tag == "VB" and marks == {"to"}))
        if subjects or not (with_it or verb.dep in {"conj", "xcomp"}):
            return subjects[0].i if subjects else None
        verb = parse.tokens[verb.head]
