"""Who else than the doer a pronoun means: whoever is judged for what it did, or stands before "and its".

"Sanctioned the Front for | its | part in it", "freed the traders and | their | wives".
"""

from __future__ import annotations

import msgspec

from whosays.parse import Parse, Token
from whosays.resolving.actors.befallen import befallen

# Verbs that say of their object what it is praised or punished for.
_JUDGING = frozenset(
    "sanction designate blacklist ban outlaw proscribe expel arrest detain charge accuse indict sue convict sentence "
    "jail imprison fine condemn criticise criticize denounce dismiss suspend sack impeach nominate praise thank honour "
    "honor award hail commend add declare list".split()
)
_OF_THINGS = frozenset("ban condemn add declare list suspend dismiss praise hail criticise criticize denounce".split())
# What is taken from somebody, or laid upon him: "cut off aid | to the cabinet |", "imposed sanctions | on it |".
_TAKING = frozenset(
    "cut suspend halt freeze stop withhold sever break end impose slap cancel reduce withdraw threaten".split()
)
_TAKEN = frozenset(
    "aid funding funds assistance help sanction embargo tie tariff contact relation support cooperation loan fine "
    "restriction".split()
)
_PARLEYS = frozenset("talk negotiation dialogue ceasefire truce armistice deal accord pact".split())
_STRIKING = frozenset("attack kill bomb shell strike raid storm seize capture ambush kidnap abduct shoot fire".split())
_FROM_WHOM = frozenset({"to", "on", "upon", "with", "against", "for", "from"})
# What the one who punishes may feel or be himself: "cut off aid because | it | feared a war".
_OF_EITHER = frozenset(
    "be want worry believe fear think feel consider need hope suspect wish doubt regard see have find lack say".split()
)
_REASONS = frozenset({"because", "after", "for"})
_CONDITIONS = frozenset({"if", "unless", "until"})
# What is done to what is somebody's, with his punishment.
_STRIPPING = frozenset("ban freeze seize revoke block suspend restrict close confiscate cancel shut prohibit".split())


def likeliest(parse: Parse, pronoun: Token) -> tuple[int, ...]:
    """The tokens of those whom a pronoun means before the doer of its clause, likeliest first."""
    found = (
        befallen(parse, pronoun),
        _judged_for(parse, pronoun),
        _held_already(parse, pronoun),
        *_joined_to(parse, pronoun),
        _shared_object(parse, pronoun),
        _whose_envoys(parse, pronoun),
        _held_before(parse, pronoun),
        _culprit_before(parse, pronoun),
        _teller_who_answers(parse, pronoun),
        _demander_who_threatens(parse, pronoun),
    )
    return tuple(i for i in found if i is not None)


def _judged_for(parse: Parse, pronoun: Token) -> int | None:
    """The token of whoever is judged for what the pronoun did or has; None where nobody plainly is."""
    clause = parse.tokens[pronoun.head]
    if pronoun.dep == "nmod:poss" and clause.dep == "obj":  # "outlaws the club, freezing | its | assets"
        return _punished_with(parse, parse.tokens[clause.head])
    if pronoun.dep == "nmod:poss" and clause.dep in {"obl", "nmod"}:
        opening = {c.lower for c in parse.children(clause.i, "case")} & {"for", "over", "due"}
        if clause.dep == "nmod":  # "nominated him for a prize | for his part"
            clause = parse.tokens[clause.head]
    elif pronoun.dep in {"nsubj", "nsubj:pass"} and clause.dep == "advcl":
        opening = {c.lower for c in parse.children(clause.i, "mark")} & (_REASONS | _CONDITIONS)
    else:
        return None
    verb = parse.tokens[clause.head]
    if not opening or verb.i > pronoun.i:
        return None
    objects = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < pronoun.i]
    if len(objects) != 1:
        return None
    struck = (
        clause.lemma.lower() in _STRIKING and "after" in opening
    )  # "broke off talks with them after | they | killed"
    if struck and verb.lemma.lower() in _TAKING and objects[0].lemma.lower() in _PARLEYS:
        return _deprived(parse, verb, objects[0])
    if verb.lemma.lower() in _JUDGING:
        return objects[0].i if not parse.children(objects[0].i, "conj") else None
    deprived = verb.lemma.lower() in _TAKING and objects[0].lemma.lower() in _TAKEN
    return _deprived(parse, verb, objects[0]) if deprived and clause.lemma.lower() not in _OF_EITHER else None


def _punished_with(parse: Parse, verb: Token) -> int | None:
    """ "Designates the club as extremist, banning | its | rallies": of whoever is dealt with by the verb above."""
    comma = verb.i > 0 and parse.tokens[verb.i - 1].text == ","
    participle = verb.tag == "VBG" and (verb.dep == "advcl" or (verb.dep == "acl" and comma))
    participle = participle and verb.lemma.lower() in _STRIPPING
    above = next((a for a in parse.ancestors(verb.i) if a.is_verb), verb)
    if not participle or above.i > verb.i or above.lemma.lower() not in _JUDGING | {"raid", "close", "shut"}:
        return None
    objects = parse.children(above.i, "obj")
    return objects[0].i if len(objects) == 1 and not parse.children(objects[0].i, "conj") else None


def _deprived(parse: Parse, verb: Token, taken: Token) -> int | None:
    beside = (*parse.children(taken.i, "nmod"), *parse.children(verb.i, "obl"))
    found = [c for c in beside if c.i > taken.i and {t.lower for t in parse.children(c.i, "case")} & _FROM_WHOM]
    return found[0].i if len(found) == 1 and not parse.children(found[0].i, "conj") else None


_CUSTODY = frozenset("arrest detention capture conviction indictment imprisonment deportation extradition".split())
_SINCE = frozenset({"after", "following", "since"})


def _held_already(parse: Parse, pronoun: Token) -> int | None:
    """ "| Ana Ruiz |, accused of killing Jan Holub, was flown off after | her | arrest": to whom all is done."""
    noun = parse.tokens[pronoun.head]
    verb = parse.tokens[noun.head]
    if pronoun.dep != "nmod:poss" or noun.lemma.lower() not in _CUSTODY or noun.dep != "obl" or verb.i > noun.i:
        return None
    subjects = parse.children(verb.i, "nsubj:pass")
    alone = len(subjects) == 1 and not parse.children(subjects[0].i, "conj")
    return subjects[0].i if alone and parse.case(noun.i) in _SINCE else None


def _joined_to(parse: Parse, pronoun: Token) -> tuple[int, ...]:
    """Who stands before "and his, her, its, their ...", likeliest first: "freed the traders | and their wives"."""
    noun = parse.tokens[pronoun.head]
    first = parse.tokens[noun.head]
    joined = pronoun.dep == "nmod:poss" and noun.dep == "conj" and first.is_noun and first.i < pronoun.i
    if not joined or any(c.lower == "own" for c in parse.children(noun.i, "amod")):
        return ()  # "the gap between Isis and | their own | men"
    owners = parse.children(first.i, "nmod:poss")  # "| Ruiz |'s claims and his silence", "| his | envoy and his aide"
    again = any(c.lower == pronoun.lower for c in owners)
    return tuple(c.i for c in owners) if again else (first.i, *(c.i for c in owners))


def _shared_object(parse: Parse, pronoun: Token) -> int | None:
    """What the verb before is done to: "took the fighters back and put | them | on trial"; None elsewhere.

    So with what is taken from it: "bans the channel and revokes | its | licence"; and with "trained the guards, giving
    | them | arms".
    """
    verb = parse.tokens[pronoun.head]
    if pronoun.dep == "nmod:poss" and verb.dep == "obj" and _takes_from(parse, verb):
        pronoun, verb = msgspec.structs.replace(pronoun, dep="obj"), parse.tokens[verb.head]
    reflexive = pronoun.lower.endswith(("self", "selves"))
    beside = (
        verb.dep == "advcl" and verb.tag == "VBG" and pronoun.lower == "them" and not parse.children(verb.i, "mark")
    )
    given = pronoun.dep == "obj" or (pronoun.dep == "iobj" and beside)
    if reflexive or not given or not (verb.dep == "conj" or beside) or parse.children(verb.i, "nsubj", "nsubj:pass"):
        return None
    above = parse.tokens[verb.head]
    if beside and above.dep == "acl" and parse.tokens[above.head].tag == "NNS":
        return above.head  # "trained the guards | allied with it |, giving them arms"
    objects = parse.children(verb.head, "obj")
    if pronoun.lower == "them" and len(objects) == 1 and objects[0].tag == "NN":
        said = [c for c in parse.children(objects[0].i, "acl") if c.tag == "VBG" and c.i < verb.i]
        many = [o for c in said for o in parse.children(c.i, "obj") if o.tag in {"NNS", "NNPS"}]
        if len(many) == 1:
            return many[0].i  # "signs a decree dissolving | the parties | and bans them from"
    if not objects and above.dep == "acl:relcl" and pronoun.lower == "them" and parse.tokens[above.head].tag == "NNS":
        return above.head  # "take back the men whom they caught and put | them | on trial"
    return objects[0].i if len(objects) == 1 and objects[0].is_noun and objects[0].i < verb.i else None


_EXPELLING = frozenset({"expel", "summon", "oust"})
_ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "consul", "attaché"})


def _whose_envoys(parse: Parse, pronoun: Token) -> int | None:
    """ "Broke off ties | with Orland | and expelled | its | envoy": of the one party to whom the first was done."""
    noun = parse.tokens[pronoun.head]
    verb = parse.tokens[noun.head]
    sent = pronoun.dep == "nmod:poss" and noun.dep == "obj" and noun.lemma.lower() in _ENVOYS
    if not sent or verb.dep != "conj" or verb.lemma.lower() not in _EXPELLING or parse.children(verb.i, "nsubj"):
        return None
    objects = parse.children(verb.head, "obj")
    beside = (*parse.children(verb.head, "obl"), *(c for o in objects for c in parse.children(o.i, "nmod")))
    with_whom = [c for c in beside if {t.lower for t in parse.children(c.i, "case")} & {"with", "against", "on", "to"}]
    named = [c for c in (*objects, *with_whom) if c.tag.startswith("NNP") and c.i < verb.i]
    return named[0].i if len(named) == 1 and not parse.children(named[0].i, "conj") else None


_REVOKING = frozenset({"revoke", "confiscate", "freeze"})
_STORMING = frozenset("ban dissolve outlaw raid storm hijack board capture intercept designate blacklist shut".split())
_HEADS = frozenset("leader chief captain crew founder member editor owner director head chairman staff".split())


def _takes_from(parse: Parse, noun: Token) -> bool:
    """ "Bans the channel and revokes | its | licence", "dissolves the party and arrests | its | leader"."""
    verb = parse.tokens[noun.head]
    first = parse.tokens[verb.head].lemma.lower() if verb.dep == "conj" else ""
    of_those = first in _STORMING and noun.lemma.lower() in _HEADS and verb.lemma.lower() in _HOLDING
    return verb.lemma.lower() in _REVOKING or of_those


_HOLDING = frozenset("arrest detain capture seize kidnap abduct jail imprison sentence convict charge hold".split())
# What is done with people who are held.
_WITH_HELD = frozenset(
    "release free beat torture question interrogate charge transfer deport execute hang behead sentence jail convict "
    "acquit hold accuse bail extradite fly bring take fine try kill shoot rescue indict imprison".split()
)


def _held_before(parse: Parse, pronoun: Token) -> int | None:
    """ "Police arrested forty marchers. | They | were freed on Monday.": whoever had been taken."""
    verb = parse.tokens[pronoun.head]
    sentence = parse.sentence(pronoun.i)
    if pronoun.dep != "nsubj:pass" or verb.lemma.lower() not in _WITH_HELD or sentence == 0:
        return None
    start, end = parse.sentences[sentence - 1]
    taking = _last_held(parse, next((t for t in parse.tokens[start:end] if t.dep == "root"), None))
    if taking is None:
        return None
    held = parse.children(taking.i, "nsubj:pass") or parse.children(taking.i, "obj")
    many = pronoun.lower == "they"
    plural = len(held) == 1 and held[0].tag in {"NNS", "NNPS", "CD"}
    alone = len(held) == 1 and (many or not parse.children(held[0].i, "conj"))  # "jailed Ruiz and Holub. | He |"
    return held[0].i if alone and plural == many else None


def _last_held(parse: Parse, verb: Token | None) -> Token | None:
    """ "Police beat marchers and | detained | forty of them": the last verb of a sentence's doer that takes people."""
    if verb is None:
        return None
    joined = [c for c in parse.children(verb.i, "conj") if not parse.children(c.i, "nsubj", "nsubj:pass")]
    return next((v for v in reversed((verb, *joined)) if v.lemma.lower() in _HOLDING), None)


_CRIMES = frozenset("kill murder stab shoot attack rob rape bomb kidnap abduct behead beat slap assault injure".split())
_CAUGHT = frozenset("arrest detain apprehend charge indict capture".split())


def _culprit_before(parse: Parse, pronoun: Token) -> int | None:
    """ "| A clerk | stabbed a cook in Orli. | He | was arrested", "Police arrested him": whoever had done it."""
    verb = parse.tokens[pronoun.head]
    sentence = parse.sentence(pronoun.i)
    done = pronoun.dep in {"nsubj:pass", "obj"} and verb.lemma.lower() in _CAUGHT and verb.dep == "root"
    if not done or sentence == 0 or pronoun.lower not in {"he", "him"}:
        return None
    start, end = parse.sentences[sentence - 1]
    crime = next((t for t in parse.tokens[start:end] if t.dep == "root"), None)
    if crime is None or crime.lemma.lower() not in _CRIMES or parse.children(crime.i, "aux:pass"):
        return None
    doers = parse.children(crime.i, "nsubj")
    single = len(doers) == 1 and doers[0].tag in {"NN", "NNP"} and not parse.children(doers[0].i, "conj")
    return doers[0].i if single else None


_WARDING = frozenset("intercept down repel repulse foil thwart retaliate respond".split())


def _teller_who_answers(parse: Parse, pronoun: Token) -> int | None:
    """ "Orland said Veldia had sent drones and that | it | shot down nine": who wards them off did not send them."""
    verb = parse.tokens[pronoun.head]
    first = parse.tokens[verb.head]
    if pronoun.lower not in {"it", "they"} or pronoun.dep != "nsubj" or verb.dep not in {"conj", "ccomp", "acl:relcl"}:
        return None
    beside = {c.lower for c in parse.children(verb.i, "compound:prt", "advmod", "obj")}
    lemma = verb.lemma.lower()
    wards = lemma in _WARDING or (lemma in {"shoot", "bring"} and "down" in beside)
    if not wards and not (lemma == "return" and "fire" in beside):
        return None
    told = next((a for a in (first, *parse.ancestors(first.i)) if a.is_verb and a.dep == "ccomp"), None)
    if told is None or told.i > verb.i or not parse.children(told.i, "nsubj", "nsubj:pass"):
        return None
    tellers = parse.children(told.head, "nsubj")
    return tellers[0].i if len(tellers) == 1 and tellers[0].i < told.i else None


_DEMANDING = frozenset({"demand", "insist", "order"})


def _demander_who_threatens(parse: Parse, pronoun: Token) -> int | None:
    """ "| The rebels | demanded that the nuns be freed. | They | threatened to shell it": who demands threatens."""
    verb = parse.tokens[pronoun.head]
    sentence = parse.sentence(pronoun.i)
    threatens = verb.lemma.lower() == "threaten" and verb.dep == "root" and pronoun.dep == "nsubj"
    if not threatens or sentence == 0 or pronoun.lower not in {"he", "she", "it", "they"}:
        return None
    start, end = parse.sentences[sentence - 1]
    asked = next((t for t in parse.tokens[start:end] if t.dep == "root"), None)
    subjects = parse.children(asked.i, "nsubj") if asked is not None and asked.lemma.lower() in _DEMANDING else ()
    return subjects[0].i if len(subjects) == 1 and not parse.children(subjects[0].i, "conj") else None


def is_dealt_with(parse: Parse, pronoun: Token) -> bool:
    """Whether a pronoun is somebody for what is done to it: "they blacklisted | it |"."""
    verb = parse.tokens[pronoun.head]
    return pronoun.dep in {"obj", "nsubj:pass"} and verb.lemma.lower() in _JUDGING - _OF_THINGS
