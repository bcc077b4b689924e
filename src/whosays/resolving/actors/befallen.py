"""Whom a pronoun means in a clause of what went before: whoever the deed is done to, not its doer.

"Pardoned Ruiz after | he | had been jailed", "sails to guard the convoy after | it | was shelled".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.resolving.actors.kinsmen import kinsman_of
from whosays.resolving.actors.own import noun_at

_BEFORE = frozenset({"after", "because", "since", "when", "once", "as", "while", "before"})
# Done to somebody in somebody else's hands: whatever is told of him is why.
_OF_HELD = frozenset("pardon acquit exonerate reinstate amnesty extradite deport repatriate".split())
_PARDONS = frozenset({"pardon", "amnesty", "clemency", "asylum", "bail", "reprieve", "refuge", "citizenship", "parole"})
_GRANTING = frozenset({"grant", "give", "offer", "issue", "award", "deny", "refuse"})
# Done for somebody to whom something was done: "rescued the crew after | it | was attacked".
_HELPING = frozenset(
    "assist help protect guard escort rescue evacuate save aid defend treat free release support welcome shelter "
    "compensate visit back replace".split()
)
# Done to somebody who has lost his place: "sacked Ruiz after | he | was charged".
_PUTTING_OUT = frozenset("fire sack dismiss oust depose remove suspend expel replace drop demote arrest detain".split())
# Done to others who did something first: "the navy engages rebels after | they | fired on a town".
_FIGHTING = frozenset("engage attack bomb strike shell shoot kill repel fight confront ambush raid bombard".split())
_FOUGHT_FOR = frozenset(
    "attack launch fire open shell bomb ambush raid kill storm seize enter cross infiltrate approach throw breach "
    "capture kidnap abduct loot try attempt refuse".split()
)
_FORCES = frozenset({"NNS", "NNPS"})


def befallen(parse: Parse, pronoun: Token) -> int | None:
    """The token of whoever the deed above is done to, where the pronoun's clause tells why; None elsewhere."""
    clause = parse.tokens[pronoun.head]
    dead = _died_before(parse, clause, pronoun)
    if dead is not None:
        return dead
    if pronoun.dep == "obj" and clause.tag == "VBG":
        return _accusing(parse, clause, pronoun) or _dealt_with_above(parse, clause, pronoun)
    if pronoun.dep == "nsubj:pass" and clause.dep == "ccomp":
        return _spoken_of(parse, clause, pronoun)
    if pronoun.dep == "nsubj" and clause.dep in {"acl", "acl:relcl"} and pronoun.lower in {"he", "she"}:
        return _charged(parse, clause, pronoun)
    if pronoun.dep not in {"nsubj", "nsubj:pass"} or clause.dep != "advcl":
        return None
    if {c.lower for c in parse.children(clause.i, "mark")} & _CONDITIONS:
        return _urged(parse, clause, pronoun)
    if not {c.lower for c in parse.children(clause.i, "mark")} & _BEFORE:
        return None
    passive = pronoun.dep == "nsubj:pass" or _is_about_to_suffer(parse, clause)
    agent = _agent_above(parse, clause, pronoun)
    if agent is not None:
        return agent
    for verb in _verbs_above(parse, clause, pronoun):
        lemma = verb.lemma.lower()
        if lemma in _GRANTING:
            return _granted(parse, verb, pronoun)
        if lemma in _OF_HELD or (passive and lemma in _HELPING | _PUTTING_OUT):
            return _only(parse.children(verb.i, "obj"), parse, pronoun)
        if lemma in _FIGHTING and pronoun.lower == "they" and clause.lemma.lower() in _FOUGHT_FOR and not passive:
            return _fought(parse, verb, pronoun)
    return None


def _accusing(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "| A baker | accused the miller of beating | her |": whoever accuses says what was done to her."""
    above = parse.tokens[clause.head]
    if above.lemma.lower() not in {"accuse", "suspect"} or not any(
        m.lower == "of" for m in parse.children(clause.i, "mark")
    ):
        return None
    tellers = parse.children(above.i, "nsubj")
    one = len(tellers) == 1 and not parse.children(tellers[0].i, "conj") and tellers[0].is_noun
    single = one and tellers[0].tag not in {"NNS", "NNPS"}
    return tellers[0].i if single and pronoun.lower in {"him", "her"} and tellers[0].i < pronoun.i else None


def _dealt_with_above(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "Guards have held | Ana Ruiz | since arresting | her |": to whom its doer does the other deed, too."""
    above = parse.tokens[clause.head]
    marks = {m.lower for m in parse.children(clause.i, "mark")}
    led = clause.dep == "advcl" and above.is_verb and clause.i > above.i and bool(marks & {"since", "after", "before"})
    if not led or parse.children(above.i, "nsubj:pass", "aux:pass") or parse.children(clause.i, "nsubj"):
        return None
    return _only(parse.children(above.i, "obj"), parse, pronoun)


def _charged(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "| A mason | was arraigned on charges | he | beat a cook": whoever is charged is said to have done it."""
    counts = parse.tokens[clause.head]
    verb = parse.tokens[counts.head]
    if counts.lemma.lower() not in _COUNTS or counts.dep != "obl" or verb.lemma.lower() not in _CHARGING:
        return None
    return _only(parse.children(verb.i, "nsubj:pass"), parse, pronoun)


_COUNTS = frozenset({"charge", "allegation", "accusation", "suspicion", "count"})
_CHARGING = frozenset("arraign charge indict try arrest detain jail sentence convict hold acquit investigate".split())


def _spoken_of(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "| His | lawyer said | he | was freed", "Ruiz's brother says he was beaten": of whom his people tell."""
    above = parse.tokens[clause.head]
    tellers = parse.children(above.i, "nsubj")
    if above.lemma.lower() in _FEARING and len(tellers) == 1 and tellers[0].lower == pronoun.lower:
        tellers = parse.children(above.head, "nsubj")  # "| his | lawyer said he feared | he | would be tortured"
    if pronoun.lower == "they" and len(tellers) == 1 and tellers[0].lemma.lower() in _REPORTING:
        return _harmed_before(parse, clause, pronoun)
    if len(tellers) == 1 and clause.lemma.lower() in _SUFFERED and _speaks_for_state(parse, tellers[0]):
        return _undergone_before(parse, pronoun)
    if len(tellers) != 1 or tellers[0].lemma.lower() not in _OF_HIS or clause.lemma.lower() not in _SUFFERED:
        return None
    owners = [c for c in parse.children(tellers[0].i, "nmod:poss") if c.i < pronoun.i]
    whose = kinsman_of(parse, tellers[0])  # "the brother of | Ana Ruiz |"
    owners = [whose] if whose is not None and whose.i < pronoun.i else owners
    return owners[0].i if len(owners) == 1 else None


def _speaks_for_state(parse: Parse, teller: Token) -> bool:
    """ "A | police | spokesman": no one of them is whom they are said to hold."""
    desc = parse.children(teller.i, "nmod:desc", "appos", "compound")
    if any(t.lemma.lower() in _OFFICES for t in (teller, *desc)):
        return True  # "| President Ana Ruiz | said he would be tried"
    speaks = teller.lemma.lower() in {"spokesman", "spokeswoman", "spokesperson", "official"}
    return speaks and any(c.lower in _STATES for c in parse.children(teller.i, "compound", "amod"))


_OFFICES = frozenset("president minister premier prosecutor governor mayor judge secretary commissioner".split())
_STATES = frozenset({"police", "army", "military", "government", "ministry", "security", "prison", "court"})


def _undergone_before(parse: Parse, pronoun: Token) -> int | None:
    """ "| Ana Ruiz | was dragged off. A police spokesman denied | she | was held": the one told of just before."""
    here = parse.sentence(pronoun.i)
    if pronoun.lower not in {"he", "she"} or not here:
        return None
    start, end = parse.sentences[here - 1]
    roots = [t for t in parse.tokens[start:end] if t.dep == "root" and t.is_verb]
    whom = [c for t in roots for c in parse.children(t.i, "nsubj:pass", "nsubj")]
    passive = [c for c in whom if c.dep == "nsubj:pass" and c.tag in {"NN", "NNP"}]
    return passive[0].i if len(whom) == 1 and passive else None


_REPORTING = frozenset("police official authority officer medic doctor army military rescuer prosecutor".split())
_KILLING = frozenset("kill shoot stab wound injure hurt behead execute murder ambush kidnap abduct hit".split())


def _harmed_before(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "| Two nuns | were killed in Orli. Police said | they | were shot": those found dead, and not the police."""
    here = parse.sentence(pronoun.i)
    if clause.lemma.lower() not in _KILLING or not here:
        return None
    start, end = parse.sentences[here - 1]
    harmed = [
        c
        for verb in parse.tokens[start:end]
        if verb.is_verb and verb.lemma.lower() in _KILLING
        for c in parse.children(verb.i, "nsubj:pass", *(() if parse.children(verb.i, "aux:pass") else ("obj",)))
    ]
    found = [t for t in parse.tokens[start:end] if t.lower == "bodies" and t.dep in {"obj", "nsubj:pass"}]
    if not harmed and len(found) == 1:  # "found the bodies | of six cooks |. The army said | they | were shot"
        harmed = [c for c in parse.children(found[0].i, "nmod") if any(t.lower == "of" for t in parse.children(c.i))]
    return harmed[0].i if len(harmed) == 1 and harmed[0].tag in {"NNS", "CD"} else None


def _died_before(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "| A judge | was shot dead. The mayor accused rebels of killing | her |": the dead, and not one who speaks."""
    here = parse.sentence(pronoun.i)
    slain = clause.lemma.lower() in _SLAYING and pronoun.dep in {"obj", "nsubj:pass"}
    if not slain or pronoun.lower not in {"him", "her", "he", "she"} or not here or _is_no_deed(parse, clause):
        return None
    start, end = parse.sentences[here - 1]
    died = [
        c
        for verb in parse.tokens[start:end]
        if verb.lemma.lower() in _SLAYING or (verb.lemma.lower() in _HITTING and parse.behind(verb.i).lower == "dead")
        for c in parse.children(verb.i, "nsubj:pass", *(() if parse.children(verb.i, "aux:pass") else ("obj",)))
    ]
    one = died[0] if len(died) == 1 and not parse.children(died[0].i, "conj") else None
    noun = noun_at(parse, one.i) if one is not None else None
    single = one is not None and (one.tag == "NNP" or (one.tag == "NN" and noun is not None and noun.kind == "person"))
    return one.i if one is not None and single else None


def _is_no_deed(parse: Parse, clause: Token) -> bool:
    """ "Had tried to kill him", "would kill her": whoever lives may say so of himself."""
    marked = any(c.lower == "to" for c in parse.children(clause.i, "mark"))
    return marked or any(c.tag == "MD" for c in parse.children(clause.i, "aux"))


_SLAYING = frozenset({"kill", "murder", "assassinate", "behead", "slay", "execute"})
_HITTING = frozenset({"shoot", "gun", "stab", "beat"})
_FEARING = frozenset({"fear", "worry", "dread"})
_OF_HIS = frozenset(
    "lawyer attorney spokesman spokeswoman spokesperson brother sister wife husband son daughter father mother family "
    "party office team".split()
)
_SUFFERED = frozenset(
    "free release arrest detain hold beat torture kill shoot jail imprison charge sentence convict acquit deport move "
    "transfer injure wound abduct kidnap poison question indict sue try prosecute fine extradite punish suspend sack "
    "dismiss accuse stab attack assault rob hurt evict".split()
)


def _urged(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "Will sack the minister unless | he | resigns": who is to give way is not who threatens."""
    above = parse.tokens[clause.head]
    lets = clause.lemma.lower() in _LETTING and above.lemma.lower() in _FIGHTING  # "will bomb Peru unless | it | lets"
    lets = lets and any(m.lower == "unless" for m in parse.children(clause.i, "mark"))
    marked = {c.lower for c in parse.children(clause.i, "mark")}
    defies = "if" in marked and above.lemma.lower() in _PUNISHING and clause.lemma.lower() in _DEFYING
    if not (lets or defies or clause.lemma.lower() in _YIELDING) or not above.is_verb:
        return None
    whom = _only(parse.children(above.i, "obj"), parse, pronoun)
    against = [c for c in parse.children(above.i, "obl") if parse.case(c.i) in {"on", "against", "at"}]
    return _only(tuple(against), parse, pronoun) if defies and len(against) == 1 else whom


# What is done to somebody "if | he | defies" those who threaten it: "would strike Peru if | it | closed the strait".
_PUNISHING = _FIGHTING | frozenset(
    "hit punish devastate destroy invade retaliate sanction impose respond annihilate obliterate crush target expel "
    "blockade isolate arrest jail prosecute fine".split()
)
_DEFYING = frozenset(
    "attack launch fire invade strike bomb shell test close block cross enter develop build enrich arm send "
    "deploy supply violate break continue resume restart rebuild hold carry interfere intervene move advance "
    "detonate conduct kill harm threaten annex seize occupy shoot support help shelter host fail ignore reject "
    "defy try".split()
)
_CONDITIONS = frozenset({"if", "unless", "until"})
_LETTING = frozenset("give allow let open grant accept admit hand end halt cease agree".split())
_YIELDING = frozenset(
    "free release surrender resign leave withdraw disarm apologise apologize return stop pay obey comply refuse".split()
)


def _agent_above(parse: Parse, clause: Token, pronoun: Token) -> int | None:
    """ "A blockade kept up by the Front as | it | marches on the town": whoever does what the clause goes with."""
    marks = {c.lower for c in parse.children(clause.i, "mark")}
    if pronoun.dep != "nsubj" or not marks & {"as", "while"}:
        return None
    agents = [c for c in parse.children(clause.head, "obl:agent") if c.i < pronoun.i]
    if pronoun.lower in {"he", "she"} and any(_are_several(parse, a) for a in agents):
        return None  # "Ruiz was cheered by a crowd as | she | arrived"
    return _only(tuple(agents), parse, pronoun)


def _are_several(parse: Parse, token: Token) -> bool:
    noun = noun_at(parse, token.i)
    return token.tag in {"NNS", "NNPS"} or (noun is not None and (noun.group or noun.kind != "person"))


def _is_about_to_suffer(parse: Parse, clause: Token) -> bool:
    """ "As he was | about to be deported |"."""
    led = parse.children(clause.i, "xcomp") if clause.lower == "about" else ()
    return any(parse.children(c.i, "aux:pass") for c in led)


def _verbs_above(parse: Parse, clause: Token, pronoun: Token) -> Iterator[Token]:
    """The verbs that a clause hangs on, nearest first, and those that say what for: "sent a ship | to guard | it"."""
    for above in parse.ancestors(clause.i):
        if not above.is_verb:
            continue
        yield above
        for child in parse.children(above.i, "xcomp", "advcl", "acl"):
            if child.i < pronoun.i and child.is_verb and child.i != clause.i:
                yield child


def _only(objects: tuple[Token, ...], parse: Parse, pronoun: Token) -> int | None:
    found = [o for o in objects if o.i < pronoun.i]
    alone = len(found) == 1 and (pronoun.lower == "they" or not parse.children(found[0].i, "conj"))
    return found[0].i if alone else None


def _granted(parse: Parse, verb: Token, pronoun: Token) -> int | None:
    """ "Granted a pardon | to Ruiz", "granted | her | bail"."""
    things = [o for o in parse.children(verb.i, "obj") if o.lemma.lower() in _PARDONS]
    if len(things) != 1:
        return None
    to = [*parse.children(verb.i, "obl"), *parse.children(things[0].i, "nmod")]
    named = [c for c in to if c.i < pronoun.i and {t.lower for t in parse.children(c.i, "case")} & {"to", "for"}]
    return _only((*parse.children(verb.i, "iobj"), *named), parse, pronoun)


def _fought(parse: Parse, verb: Token, pronoun: Token) -> int | None:
    """Several, where the doer of the deed is but one: "the navy engages | rebels | after they ..."."""
    doers = parse.children(verb.i, "nsubj")
    whom = _only(parse.children(verb.i, "obj"), parse, pronoun)
    many = whom is not None and parse.tokens[whom].tag in _FORCES
    return whom if many and all(d.tag not in _FORCES and not parse.children(d.i, "conj") for d in doers) else None
