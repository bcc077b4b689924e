"""Talk that tells of no deed of its own: what happens in general, long ago, to nobody in particular, in plans."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.accused import is_denied_by, is_laid_at_a_state
from whosays.coding.sifting.anybody import is_of_anybody
from whosays.coding.sifting.bygone import is_bygone
from whosays.coding.sifting.campaigning import is_campaigning
from whosays.coding.sifting.casework import is_casework
from whosays.coding.sifting.company import is_company
from whosays.coding.sifting.contests import is_contest
from whosays.coding.sifting.everyday import is_everyday
from whosays.coding.sifting.fiction import is_fiction
from whosays.coding.sifting.figurative import is_figurative
from whosays.coding.sifting.generic import is_generic
from whosays.coding.sifting.hisown import is_his_own
from whosays.coding.sifting.inhouse import is_in_house
from whosays.coding.sifting.lawmaking import is_of_a_law
from whosays.coding.sifting.letgo import is_let_go
from whosays.coding.sifting.lookalikes import is_lookalike
from whosays.coding.sifting.marches import joined
from whosays.coding.sifting.nothing import is_nothing
from whosays.coding.sifting.overstated import is_overstated
from whosays.coding.sifting.privately import is_private
from whosays.coding.sifting.sickness import is_sickness
from whosays.coding.sifting.software import is_of_software
from whosays.coding.sifting.standing import is_standing
from whosays.coding.sifting.underway import is_owned_up_to
from whosays.coding.sifting.unmade import is_unmade
from whosays.coding.words.bidding import bidden_to
from whosays.coding.words.conveyed import is_undertaken
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token

Told = Sequence[tuple[Found, Sequence[Part]]]

_WHERE = ("in", "at", "near", "on", "outside", "from")
_TOTALS = frozenset({"number", "total", "toll", "tally"})


def is_background(parse: Parse, told: Told, labels: dict[int, NameLabel]) -> bool:
    """Whether the joined words ``told``, with their participants, are no news of a deed."""
    return (
        _is_nobody_known(parse, told, labels)
        or _is_described_only(parse, told)
        or all(_is_attribute(parse, found) or _is_standing(parse, found, parts) for found, parts in told)
        or all(_is_state_of_then(parse, found) for found, _ in told)
        or _is_anybody(parse, told)
        or all(_is_part_of_total(parse, found) for found, _ in told)
        or all(_is_number_of(parse, found) for found, _ in told)
        or all(is_standing(parse, found, parts) for found, parts in told)
        or all(is_nothing(parse, found, parts) or is_everyday(parse, found, parts) for found, parts in told)
        or all(is_lookalike(parse, found, parts) or is_of_a_law(parse, found, parts) for found, parts in told)
        or all(is_unmade(parse, found, parts, labels) for found, parts in told)
        or all(is_bygone(parse, found, parts) or is_figurative(parse, found, parts) for found, parts in told)
        or all(is_campaigning(parse, found, parts) or is_casework(parse, found, parts) for found, parts in told)
        or all(is_contest(parse, found, parts) or is_of_software(parse, found, parts) for found, parts in told)
        or all(is_private(parse, found, parts) or is_in_house(parse, found, parts) for found, parts in told)
        or all(is_overstated(parse, found, parts) or is_let_go(parse, found, parts) for found, parts in told)
        or all(is_generic(parse, found, parts, labels) for found, parts in told)
        or all(is_of_anybody(parse, found, parts) or is_fiction(parse, found) for found, parts in told)
        or all(is_company(parse, f, parts) or is_sickness(parse, f, parts) for f, parts in told)
        or all(_is_charge(parse, found) for found, _ in told)
        or all(_is_how_he_died(parse, f) or _is_whose_side(parse, f) for f, _ in told)
        or all(_is_offence(parse, *t) or _is_carried(parse, t[0]) or _is_left_off(parse, t[0]) for t in told)
    )


def _is_nobody_known(parse: Parse, told: Told, labels: dict[int, NameLabel]) -> bool:
    """ "They beat us", "we met": pronouns, and neither a place nor a time."""
    heads = {p.head for _, parts in told for p in parts}
    own = {"i", "me", "my"} & {parse.tokens[h].lower for h in heads}
    if own and all(found.trigger.event == "CONSULT" for found, _ in told):  # the reporter's own talks
        return True
    if not heads or not all(parse.tokens[h].tag.startswith(("PRP", "WP")) for h in heads):
        return False
    if any(parse.tokens[h].lower in {"i", "me", "my", "we", "us", "our", "you", "your"} for h in heads):
        return True
    if any(is_owned_up_to(parse, found, labels) for found, _ in told):
        return False
    if any(f.trigger.event == "PROTEST" and joined(parse, f) for f, _ in told):
        return False
    if any(is_his_own(parse, found, labels) for found, _ in told):
        return False
    if not any(parse.tokens[f.head].is_verb or f.carrier is not None for f, _ in told):
        return True
    if any(_is_announced(parse, found) or _is_of_pair(parse, found, heads) for found, _ in told):
        return False
    if all(_is_known_person(parse, found, heads, labels) for found, _ in told):
        return False
    if any(_is_told_next(parse, found, labels) or _is_of_teller(parse, found) for found, _ in told):
        return False
    return not any(is_placed(parse, found, labels) or _is_dated(parse, found) for found, _ in told)


def _is_of_pair(parse: Parse, found: Found, heads: set[int]) -> bool:
    """ "Ruiz met Holub in Orli. | They signed a treaty.": two are named just before, and what takes two is told."""
    if not found.trigger.reciprocal or found.trigger.event not in {"SUPPORT", "AGREE", "CONSULT", "COOPERATE"}:
        return False
    if any(parse.tokens[h].lower != "they" for h in heads):
        return False
    start, end = parse.sentences[max(parse.sentence(found.head) - 1, 0)]
    people = {(n.start, n.end) for n in parse.names if start <= n.start < end and n.label == "person"}
    return end <= found.head and len(people) == _PAIR


_PAIR = 2
_ANNOUNCING = frozenset("announce say confirm declare agree pledge state promise vow tell".split())


def _is_announced(parse: Parse, found: Found) -> bool:
    """ "Orland and Veldia announce that | they will restore ties": whom "they" means stands before."""
    clause = _top(parse, parse.tokens[found.carrier if found.carrier is not None else found.head])
    verb = parse.tokens[clause.head]
    if found.trigger.event in {"ASSAULT", "PROTEST"} or clause.dep != "ccomp":
        return False
    if verb.lemma.lower() not in _ANNOUNCING:
        return False
    subjects = parse.children(verb.i, "nsubj")
    both = any(t.lower in {"two", "both"} for c in subjects if c.tag == "NNS" for t in parse.children(c.i))
    return both or any(parse.tokens[i].tag.startswith("NNP") for c in subjects for i in parse.subtree(c.i))


_OF_ONE = frozenset({"he", "she", "him", "her"})
_MEASURES = frozenset({"COERCE", "SANCTION", "ACCUSE", "CONCEDE"})


def _is_known_person(parse: Parse, found: Found, heads: set[int], labels: dict[int, NameLabel]) -> bool:
    """ "Ana Ruiz said | she had been arrested", "announces that | he will resign": whoever the sentence names first."""
    if found.trigger.event not in _MEASURES and found.trigger.mode not in {"resign", "release"}:
        return False
    here = parse.sentence(found.head)
    back = 1 if here and _is_spoken(parse, found) else 0
    start = parse.sentences[here - back][0]
    return any(
        parse.tokens[h].lower in _OF_ONE and any(labels.get(i) == "person" for i in range(start, h)) for h in heads
    )


def _is_spoken(parse: Parse, found: Found) -> bool:
    """ "The minister demanded | that she be arrested |", "she threatened | to raid it |": of one told before."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    above = parse.tokens[verb.head]
    return verb.dep in {"ccomp", "xcomp"} and above.i != verb.i and above.lemma.lower() in _SPOKEN


_SPOKEN = frozenset(
    "demand insist urge order request recommend propose threaten vow promise pledge refuse say announce ask".split()
)


_NOUNS_OF_PERSONS = ("er", "or", "ist", "ant", "ian", "man", "nt", "woman")  # "baker", "actor", "student", "dissident"
_PERSONS = frozenset("boy girl king queen chief youth priest general judge monk nun cleric clerk cook suspect".split())
_DONE_BY_LAW = frozenset(
    "arrest detain jail imprison charge indict try convict sentence acquit release free pardon deport extradite find "
    "hold bail".split()
)


def _is_told_next(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """ "Ana Ruiz sang in Orli. | She was arrested |", "The baker fled. He was jailed": the one told of just before."""
    verb = parse.tokens[found.head]
    subjects = parse.children(verb.i, "nsubj:pass")
    here = parse.sentence(verb.i)
    if found.trigger.event not in _MEASURES | {"RETREAT"} or verb.dep != "root" or not here or len(subjects) != 1:
        return False
    if subjects[0].lower not in {"he", "she", "they"} or verb.lemma.lower() not in _DONE_BY_LAW:
        return False
    if any(c.tag == "MD" for c in parse.children(verb.i, "aux")) or parse.children(verb.i, "expl"):
        return False
    if any(c.lower == "times" for c in parse.children(verb.i)):  # "has been arrested a dozen | times |": his past
        return False
    start, end = parse.sentences[here - 1]
    if subjects[0].lower == "they":
        return _are_told_of(parse, start, end)
    one = [t for t in parse.tokens[start:end] if t.dep in _ARGUMENTS and t.tag in {"NN", "NNP"}]
    return any(
        labels.get(t.i) == "person" or t.lemma.lower() in _PERSONS or t.lower.endswith(_NOUNS_OF_PERSONS)
        for t in one
        if t.tag == "NN" or labels.get(t.i) == "person"
    )


def _are_told_of(parse: Parse, start: int, end: int) -> bool:
    """ "Two bakers were held. | They were freed | in a pardon": the only ones of whom the sentence before tells."""
    many = [t for t in parse.tokens[start:end] if t.tag == "NNS" and t.dep in _ARGUMENTS]
    return len(many) == 1 and many[0].dep != "obj" and many[0].lower[:-1].endswith(_NOUNS_OF_PERSONS)


_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})


def _is_of_teller(parse: Parse, found: Found) -> bool:
    """ "| Kenyan police | said they had arrested him": what somebody says that he did himself."""
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    own = {c.lower for c in parse.children(verb.i, "nsubj")} & {"they", "it"}
    if found.trigger.event not in _MEASURES | {"RETREAT"} or verb.dep != "ccomp" or not own:
        return False
    tellers = parse.children(above.i, "nsubj") if above.lemma.lower() in _ANNOUNCING else ()
    return len(tellers) == 1 and tellers[0].is_noun and not any(c.tag == "MD" for c in parse.children(verb.i, "aux"))


def _is_described_only(parse: Parse, told: Told) -> bool:
    """ "The rebels, who have fought the army": a weak word that only says who somebody is."""
    for found, _ in told:
        token = parse.tokens[found.carrier if found.carrier is not None else found.head]
        if not found.trigger.weak or found.trigger.effect is not None or not token.is_verb:
            return False
        clause = _top(parse, token)
        if is_denied_by(token, clause):
            return False
        if clause.dep not in {"acl", "acl:relcl"} or _is_dated(parse, found) or _is_first_to(parse, clause):
            return False
        if clause.dep == "acl" and parse.children(clause.i, "nsubj") and not is_passive(parse, clause.i):
            return False  # "in exchange for the junta | releasing nine men"
        if bidden_to(parse, clause) is not None:
            return False  # "an ultimatum to rebels | to release nine men"
        if is_undertaken(parse, clause) or _is_in_return(parse, clause):
            return False
    return True


def _is_in_return(parse: Parse, clause: Token) -> bool:
    """ "A deal under which | Orland | freed nine men": what a party to it did, and not only what the deal is like."""
    own = any(s.is_noun for s in parse.children(clause.i, "nsubj"))
    if clause.dep != "acl:relcl" or clause.tag != "VBD" or not own:
        return False
    links = [c for c in parse.children(clause.i, "obl") if c.tag == "WDT" and parse.children(c.i, "case")]
    links += [g for c in parse.children(clause.i, "obl") for g in parse.children(c.i, "nmod") if g.tag == "WDT"]
    return bool(links) and parse.tokens[clause.head].lemma.lower() in _PACTS


_PACTS = frozenset("deal agreement accord swap exchange truce ceasefire pact arrangement".split())


def _is_first_to(parse: Parse, verb: Token) -> bool:
    """ "Became the first ministers | to travel to Orli": they did."""
    ranks = {"first", "second", "third", "last", "latest", "only"}
    return verb.tag == "VB" and any(c.lower in ranks for c in parse.children(verb.head, "amod"))


def _is_attribute(parse: Parse, found: Found) -> bool:
    """ "The | banned | party", "an | exiled | cleric", "returning fighters": what they are, and no news of it."""
    token = parse.tokens[found.head]
    following = parse.tokens[token.i + 1 : token.i + 3]
    if token.lower == "returning" and not parse.children(token.i, "nsubj", "aux") and following:
        plain = [t for t in following if t.tag.startswith("NN")]
        return bool(plain) and not parse.children(plain[-1].i, "det", "nmod:poss", "nummod")  # "returning fighters"
    if token.dep == "acl" and token.tag == "VBG" and token.i == token.head - 1:
        return True  # "the | negotiating | teams"
    if token.dep != "amod" or token.tag not in {"VBN", "VBG", "VBD", "JJ"} or found.trigger.pos != "verb":
        return False
    times = {i for t in parse.times for i in range(t.start, t.end) if parse.tokens[i].lower != "now"}
    if parse.tokens[token.head].lemma.lower() in {"body", "corpse"} and not times & set(parse.subtree(found.head)):
        return True  # "two | mutilated | bodies"
    if found.trigger.mode in {"convict", "allege"}:  # "fourteen | convicted | men had their sentences cut"
        return not times & set(parse.subtree(found.head))
    held = (found.trigger.event, found.trigger.mode) in _HELD  # "800 | captured | rebels": who they are
    held = held or token.lemma.lower() in {"besiege", "blockade", "occupy"}  # "a dozen | besieged | towns"
    return (held or not parse.children(token.head, "nummod")) and not times & set(parse.subtree(found.head))


_HELD = frozenset({("COERCE", "arrest")})


def _is_standing(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Weapons that are | banned": a state of law, where nobody is said to have laid it down."""
    token = parse.tokens[found.head]
    restricts = found.trigger.event == "SANCTION" or found.trigger.mode == "restrict"
    equipped = found.trigger.event == "AID" and token.dep == "acl" and token.lemma.lower() in {"arm", "equip"}
    described = token.dep in {"acl", "acl:relcl"} and token.tag == "VBN" and (restricts or equipped)
    if described and restricts and _was_done_to(parse, token):
        return False
    return described and not any(p.part == "actor" for p in parts) and not _is_dated(parse, found)


def _was_done_to(parse: Parse, verb: Token) -> bool:
    """ "The two brothers, | who have been stripped of their citizenship |": known people, to whom it was done."""
    head = parse.tokens[verb.head]
    if verb.dep != "acl:relcl" or not any(c.lower == "who" for c in parse.children(verb.i, "nsubj:pass")):
        return False
    known = parse.children(head.i, "nummod") or any(c.lower in {"the", "both"} for c in parse.children(head.i, "det"))
    return bool(known) and any(c.lower in {"have", "has", "had"} for c in parse.children(verb.i, "aux"))


def _is_state_of_then(parse: Parse, found: Found) -> bool:
    """ "After the trial the two | remained | in jail": how it went on then, and not on a day that is told."""
    return found.trigger.status == "ongoing" and parse.tokens[found.head].tag == "VBD" and not _is_dated(parse, found)


def _is_anybody(parse: Parse, told: Told) -> bool:
    """ "You rarely meet people who", "anyone who attacks us": whoever it may be."""
    acting = [parse.tokens[p.head] for _, parts in told for p in parts if p.part == "actor"]
    verbs = [parse.tokens[f.carrier if f.carrier is not None else f.head] for f, _ in told]
    if any(v.dep in {"acl", "acl:relcl"} and parse.tokens[v.head].lower in _ANYBODY for v in verbs):
        return True  # "anyone | giving him money"
    if any(any(c.lower in {"any", "whichever"} for c in parse.children(t.i, "det")) for t in acting) and any(
        v.dep == "acl:relcl" for v in verbs
    ):
        return True  # "for any party | that violates the truce"
    known = [parse.tokens[p.head] for _, parts in told for p in parts]
    verbs = [v if v.is_verb else _clause_of(parse, v) for v in verbs]
    described = [v for v in verbs if v.dep == "acl:relcl" and v.tag in {"VBN", "VBZ", "VBP"}]
    if any(any(c.lower == "any" for c in parse.children(v.head, "det")) for v in described):
        return True  # "any members | who are deported"
    if any(t.lower == "you" and t.tag == "PRP" for t in known) and all(_is_usual(parse, v) for v in verbs):
        return True  # "if you go outside, they beat | you"
    if any(t.lower == "you" and t.tag == "PRP" for t in acting):
        return True
    done = any(v.tag == "VBD" for v in verbs)  # "when somebody | threw | a bomb at it": nobody knows who, but he did
    anybody = _ANYBODY - {"someone", "somebody"} if done else _ANYBODY
    return bool(acting) and all(t.lower in anybody and not t.tag.startswith("NNP") for t in acting)


def _clause_of(parse: Parse, noun: Token) -> Token:
    """The verb in whose clause a noun stands; the noun itself where there is none."""
    return next((a for a in parse.ancestors(noun.i) if a.is_verb), noun)


def _is_usual(parse: Parse, verb: Token) -> bool:
    """The present tense, or what follows on an "if"."""
    asked = any(m.lower == "if" for c in parse.children(verb.i, "advcl") for m in parse.children(c.i, "mark"))
    return asked or (verb.tag in {"VBP", "VBZ"} and not parse.children(verb.i, "aux"))


_ANYBODY = frozenset(
    {"whomever", "you", "anyone", "anybody", "everyone", "everybody", "whoever", "someone", "somebody"}
)


def _is_part_of_total(parse: Parse, found: Found) -> bool:
    """ "Seven died, including three | killed in the capital", "the number | of soldiers killed": told already."""
    token = parse.tokens[found.head]
    if found.trigger.effect is None or token.dep not in {"acl", "acl:relcl"}:
        return False
    noun = parse.tokens[token.head]
    told_of = [noun, *parse.children(token.i, "nsubj:pass")]
    if any(c.lower in {"including", "include"} for t in told_of for c in parse.children(t.i, "case", "mark")):
        return True
    before = parse.tokens[max(noun.i - 4, 0) : noun.i]
    if any(t.lower == "including" for t in before):
        return True
    return noun.dep == "nmod" and parse.tokens[noun.head].lemma.lower() in _TOTALS and not _is_of_one_day(parse, token)


def _is_of_one_day(parse: Parse, verb: Token) -> bool:
    """ "The number of protesters | killed by police in Lagos |": those of one day, whose doers are told."""
    noun = parse.tokens[verb.head]
    here = {i for i in parse.subtree(verb.i) if i > verb.i}
    placed = any(n.label == "place" and n.start in here for n in parse.names)
    return noun.lemma.lower() in _CROWDS and placed and bool(parse.children(verb.i, "obl:agent"))


_CROWDS = frozenset("protester protestor demonstrator marcher rioter hostage worshipper worshiper mourner".split())


def _is_number_of(parse: Parse, found: Found) -> bool:
    """ "The number of refugees | admitted": a figure, whatever it is of."""
    token = parse.tokens[found.head]
    noun = parse.tokens[token.head]
    if token.dep not in {"acl", "acl:relcl"}:
        return False
    of = noun.dep == "nmod" and parse.tokens[noun.head].lemma.lower() in _TOTALS
    return noun.lemma.lower() in _TOTALS or (of and not _is_of_one_day(parse, token))


def _is_charge(parse: Parse, found: Found) -> bool:
    """ "Two counts of assault": a name for the offence."""
    token = parse.tokens[found.head]
    if token.is_verb or token.dep != "nmod" or token.tag in {"NNS", "NNPS"}:
        return False
    return parse.tokens[token.head].lemma.lower() in _OFFENCES and not parse.children(token.i, "det")


_JUDGING = frozenset(
    "charge accuse convict sentence jail imprison arrest detain place put indict try prosecute acquit fine punish "
    "suspend dismiss sack expel deport investigate suspect sue suspension ban expulsion".split()
)


def _is_offence(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Jailed him | for violating a ban", "charged with | inciting a strike": what he is punished for."""
    if is_laid_at_a_state(parse, found, parts):
        return False
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if found.trigger.event in {"ASSAULT", "COERCE"} or verb.tag != "VBG":
        return False
    above = parse.tokens[verb.head]
    while verb.dep in {"conj", "xcomp"} and above.tag in {"VBG", "VB"} and found.trigger.event != "PROTEST":
        if above.lemma.lower() in _JUDGING:
            break
        verb, above = above, parse.tokens[above.head]  # "for hiding arms and | aiding rebels"
    if verb.dep not in {"advcl", "xcomp", "acl"}:
        return False
    if above.tag == "VBG" and any(m.lower == "from" for m in parse.children(above.i, "mark")):
        above = parse.tokens[above.head]  # "the suspension of a group from operating | for aiding rebels"
    why = {"for", "of", "with", "over"} & {m.lower for m in parse.children(verb.i, "mark", "case")}
    return bool(why) and above.lemma.lower() in _JUDGING


def _is_carried(parse: Parse, found: Found) -> bool:
    """ "Was arrested and | flown to Orli": taken there, and no visitor."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() in {"receive", "welcome", "host"} and parse.children(verb.i, "obl:agent"):
        return False  # "the envoy was | received by the king |"
    return found.trigger.mode == "visit" and verb.is_verb and verb.tag == "VBN" and is_passive(parse, verb.i)


def _is_left_off(parse: Parse, found: Found) -> bool:
    """ "Quit | fighting": a thing done no more, and no office."""
    verb = parse.tokens[found.head]
    return found.trigger.mode == "resign" and any(c.tag == "VBG" for c in parse.children(verb.i, "xcomp", "obj"))


def _is_how_he_died(parse: Parse, found: Found) -> bool:
    """ "The first Briton killed | fighting the rebels": in what he was killed."""
    token = parse.tokens[found.head]
    above = parse.tokens[token.head]
    dying = above.lemma.lower() in {"kill", "die", "perish", "slay"} and token.dep in {"xcomp", "advcl"}
    if token.lemma.lower() == "flee" and token.tag == "VBG" and token.dep == "advcl":  # "stormed it | before fleeing"
        return any(m.lower in {"before", "after"} for m in parse.children(token.i, "mark"))
    fought = token.lemma.lower() in {"fight", "battle"} and found.trigger.weak
    return dying and token.tag == "VBG" and (fought or found.trigger.event == "REQUEST")


def _is_whose_side(parse: Parse, found: Found) -> bool:
    """ "Taken by men | fighting on behalf of the ruler |": that says whose men they are."""
    token = parse.tokens[found.head]
    if token.lemma.lower() != "fight" or token.tag != "VBG" or parse.children(token.i, "obj"):
        return False
    if token.dep != "acl":  # "they were fighting | on the side of the king |"
        told = parse.children(token.i, "obl", "advcl", "obl:unmarked")
        return len(told) == 1 and told[0].lower == "side" and case_of(parse, told[0].i) == "on"
    sides = {case_of(parse, c.i) for c in parse.children(token.i, "obl", "nmod")}
    sides |= {"behalf" for c in parse.children(token.i, "obl", "nmod") if c.lower == "behalf"}
    return bool(sides & {"for", "behalf", "alongside"}) and "against" not in sides


_OFFENCES = frozenset({"count", "charge", "suspicion", "accusation"})


def _top(parse: Parse, token: Token) -> Token:
    while token.dep in {"conj", "xcomp", "advcl"} and parse.tokens[token.head].is_verb and token.head != token.i:
        token = parse.tokens[token.head]
    return token


def _is_dated(parse: Parse, found: Found) -> bool:
    """A time in the same sentence, near the words."""
    verb = found.carrier if found.carrier is not None else found.head
    start, end = parse.sentences[parse.sentence(verb)]
    dates = [t for t in parse.times if t.kind in {"date", "time"}]
    return any(start <= t.start < end and abs(t.start - verb) <= _NEAR for t in dates)


_NEAR = 12  # tokens


def _stands_in(parse: Parse, place: int) -> bool:
    return any(c.lower in {"in", "at", "near", "outside"} for c in parse.children(place, "case"))


def is_placed(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """A single event with its place or time in its own phrase: "an explosion in Herat", "Friday's attack".

    How long it took ("a 45-minute meeting") is no time at which it was.
    """
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    below = parse.subtree(found.head)
    places = {i for i in below if labels.get(i) in {"place", "facility"}}
    head_places = any(h in places for slot in _WHERE for h in found.slots.get(slot, ()))
    # "an attack by gunmen | in Herat": the place is hung on whoever acted
    near = parse.tokens[found.head].is_noun and any(_stands_in(parse, i) for i in places if i > found.head)
    return head_places or near or any(i in times for i in below if abs(i - found.head) <= 8)
