"""What a body does in its own house, for its own people or for money, and deals with nobody outside.

A parliament that sits, a ministry that talks with reporters, a charity that suspends its own work, a trade that pays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token


def is_in_house(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word tells what a body does with itself, so that no other party is dealt with."""
    return any(rule(parse, found, parts) for rule in _RULES_OF.get(found.trigger.event, ()))


def _acting(parse: Parse, parts: Sequence[Part]) -> list[Token]:
    return [parse.tokens[p.head] for p in parts if p.part == "actor"]


_HOUSES = frozenset(
    "parliament assembly senate congress duma knesset legislature chamber house lawmaker legislator deputy".split()
)
_SITTING = frozenset({"meet", "convene", "discuss", "session", "meeting", "sitting", "discussion", "debate", "gather"})


def _is_sitting(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Parliament is to | meet | on Sunday to elect a speaker", "a special session of the assembly"."""
    acting = _acting(parse, parts)
    if found.trigger.mode not in {None, "multilateral"} or len(parts) != 1 or len(acting) != 1:
        return False
    beside = {c.lower for c in parse.children(acting[0].i, "amod", "compound")}
    sits = parse.tokens[found.head].lemma.lower() in _SITTING
    with_whom = bool(found.slots.get("with") or found.slots.get("between"))
    with_whom = with_whom or any(case_of(parse, c.i) == "from" for c in parse.children(acting[0].i, "nmod"))
    return sits and not with_whom and acting[0].lemma.lower() in _HOUSES and not beside & _NO_HOUSES


_NO_HOUSES = frozenset({"general", "party", "jewish", "workers", "trade", "people", "ecumenical"})
_PRESS = frozenset({"reporter", "journalist", "newsman", "newsmen", "correspondent", "interviewer", "newspaperman"})


def _is_with_press(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The | meeting | with reporters", "spoke by phone to news agencies", "during an interview": what they print."""
    if found.trigger.mode == "visit":
        return False
    heads = [parse.tokens[p.head] for p in parts if p.slot not in {"subject", "poss"}]
    if any(t.lemma.lower() in _PRESS or _is_news_agency(parse, t) for t in heads):
        return True
    verb = parse.tokens[found.head]
    near = parse.children(verb.i, "obl", "nmod") if verb.is_verb else ()
    return any(c.lower == "interview" and case_of(parse, c.i) in {"in", "during"} for c in near)


def _is_news_agency(parse: Parse, token: Token) -> bool:
    beside = {c.lower for c in parse.children(token.i, "compound", "amod")}
    return token.lemma.lower() in {"agency", "organization", "organisation", "outlet"} and "news" in beside


_NAMING = ("nmod", "nmod:poss", "appos", "flat", "compound", "nmod:desc", "amod")
_FRIENDS = frozenset({"friend", "family", "relative", "loved"})


def _is_with_friends(parse: Parse, _found: Found, parts: Sequence[Part]) -> bool:
    """ "Was awake and | talking with | friends"."""
    others = [parse.tokens[p.head] for p in parts if p.slot != "subject"]
    return bool(others) and all(
        t.lemma.lower() in _FRIENDS and t.tag in {"NN", "NNS"} and not parse.children(t.i, *_NAMING) for t in others
    )


_CURES = frozenset("treatment surgery checkup check-up vacation holiday holidays therapy convalescence rest".split())
_HOMES = frozenset({"ranch", "hometown", "home", "estate", "villa", "farm", "cottage", "residence"})
_MOVING = frozenset({"arrive", "fly", "travel", "go", "head", "leave", "return", "come", "land"})


def _is_for_his_health(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Has | arrived | in Orli for medical treatment", "will head to his ranch": to see nobody there."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "visit" or not verb.is_verb or verb.lemma.lower() not in _MOVING:
        return False
    for c in parse.children(verb.i, "obl"):
        if case_of(parse, c.i) == "for" and c.lemma.lower() in _CURES:
            return True
        own = any(o.tag == "PRP$" for o in parse.children(c.i, "nmod:poss"))
        if case_of(parse, c.i) == "to" and own and c.lemma.lower() in _HOMES:
            return True
    return False


_SHOWN = frozenset("relay torch band orchestra choir plane airliner boeing flight aircraft ferry".split())


def _is_on_tour(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The torch relay will | visit | Orli", "the band was planning | a tour |": no guest of a government."""
    if found.trigger.mode != "visit":
        return False
    verb = parse.tokens[found.head]
    acting = _acting(parse, parts)
    if verb.is_verb and not acting:
        subject = own_subject(parse, verb.i)
        acting = [] if subject is None else [parse.tokens[subject]]
    return bool(acting) and all(t.lemma.lower() in _SHOWN for t in acting)


_GAMES = frozenset({"basketball", "football", "soccer", "baseball", "cricket", "rugby", "hockey", "match", "game"})
_ON_DUTY = frozenset("talk talks meet official delegation minister president envoy summit leader diplomat".split())


def _is_as_anybody(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Britons who had | visited | Chad", "a game between Peru and | visiting | Chad": nobody sent them."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "visit" or verb.lemma.lower() != "visit" or not verb.is_verb:
        return False
    here = {t.lemma.lower() for t in parse.around(verb.i)}
    if verb.tag == "VBG" and parse.behind(verb.i).tag.startswith("NNP") and not parse.children(verb.i, "aux", "mark"):
        return bool(here & _GAMES)
    who = _acting(parse, parts)
    who += [parse.tokens[verb.head]] if verb.dep == "acl:relcl" and not who else []
    perfect = any(c.lower in {"had", "have"} for c in parse.children(verb.i, "aux"))
    nations = bool(who) and all(t.tag in {"NNPS", "NNS"} and t.text.istitle() for t in who)
    return perfect and nations and not here & _ON_DUTY


_WORK = frozenset({"activity", "operation", "work", "enrichment", "program", "programme", "mission", "flight"})


def _is_own_work(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Has | suspended | its activities in Chad", "to suspend enrichment activities": its own; it restricts nobody."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "restrict" or verb.lemma.lower() not in {"suspend", "halt", "stop"} or not verb.is_verb:
        return False
    if is_passive(parse, verb.i) or any(p.part in {"recipient", "target"} for p in parts):
        return False
    told = parse.children(verb.i, "obj")
    return bool(told) and all(
        c.lemma.lower() in _WORK and all(o.tag == "PRP$" for o in parse.children(c.i, "nmod:poss")) for c in told
    )


_PRACTICES = frozenset("penalty labor labour torture slavery mutilation punishment".split())
_LAWS = frozenset({"law", "bill", "act", "rule", "regulation", "treaty", "convention", "statute", "amendment"})
_MAKING = frozenset("pass adopt approve enact sign promulgate introduce issue".split())
_BANNING = frozenset({"ban", "bar", "prohibit", "forbid", "outlaw"})


def _is_reform(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "To | ban | forced labour", "a law that | bans | funding units": a practice, or what a law says."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "restrict" or verb.lemma.lower() not in _BANNING or not verb.is_verb:
        return False
    told = parse.children(verb.i, "obj", "nsubj:pass")
    paper = parse.tokens[verb.head]
    lawful = verb.dep == "acl:relcl" and verb.tag == "VBZ" and paper.lemma.lower() in _LAWS
    made = parse.tokens[paper.head].lemma.lower() in _MAKING  # "passed a bill that | bans | bread": done by it
    return (lawful and not made) or (bool(told) and all(c.lemma.lower() in _PRACTICES for c in told))


_FIRMS = frozenset({"corp", "corp.", "inc", "inc.", "plc", "ltd", "ltd.", "corporation", "company", "firm"})
_SACKING = frozenset({"oust", "dismiss", "fire", "remove", "sack", "suspend", "relieve"})


def _is_of_firm(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Seeks to | oust | him as chairman of Tern Corp.": a firm, and no state; "relieved of losses"."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "restrict" or verb.lemma.lower() not in _SACKING or not verb.is_verb:
        return False
    if verb.lemma.lower() == "relieve" and any(c.tag == "VBG" for c in parse.children(verb.i, "advcl")):
        return True  # "| relieved | the state from covering losses"
    posts = parse.children(verb.i, "obl", "obj", "nsubj:pass")
    of = [c for p in posts for c in parse.children(p.i, "nmod") if case_of(parse, c.i) in {"of", "at"}]
    return any(w.lower in _FIRMS for c in of for w in (c, *parse.children(c.i, "flat", "compound")))


def _is_kept_in_office(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Voted to | keep | the premier in office": he may stay."""
    verb = parse.tokens[found.head]
    stays = (c for t in (verb, *parse.children(verb.i, "obj")) for c in parse.children(t.i, "obl", "nmod"))
    return verb.lemma.lower() == "keep" and any(
        c.lemma.lower() in {"office", "power", "post"} and case_of(parse, c.i) == "in" for c in stays
    )


_SEEING = frozenset({"find", "discover", "locate", "detect"})


def _is_come_upon(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Was shown a gun | found | at her feet": by the way, by whom is not told, and nobody says that it was taken."""
    verb = parse.tokens[found.head]
    seen = found.trigger.mode == "seize" and verb.dep == "acl" and verb.lemma.lower() in _SEEING
    return seen and is_passive(parse, verb.i) and not any(p.part == "actor" for p in parts)


_GAINS = frozenset(
    "trade income revenue profit proceeds sale donation money tax investment smuggling drug trafficking crime".split()
)
_PAYING = frozenset({"fund", "finance", "bankroll", "subsidise", "subsidize"})


def _is_paid_by_trade(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The opium trade helps | fund | the rebels", "funded by drugs": where money comes from, and nobody's gift."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in _PAYING or not verb.is_verb or _acting(parse, parts):
        return False
    subject = own_subject(parse, verb.i)
    by = list(parse.children(verb.i, "obl:agent"))
    by += [] if subject is None or is_passive(parse, verb.i) else [parse.tokens[subject]]
    helping = next((a for a in parse.ancestors(verb.i) if a.lemma.lower() == "help"), None)
    helper = None if helping is None else own_subject(parse, helping.i)
    by += [] if helper is None else [parse.tokens[helper]]
    by += [c for a in parse.ancestors(verb.i) if helping is not None for c in parse.children(a.i, "nsubj")][:1]
    return any(t.lemma.lower() in _GAINS for t in by)


_GOODS = frozenset("food good goods clothing fuel oil gas electricity energy wheat grain timber coal water".split())
_OF_AID = frozenset(
    "aid relief humanitarian refugee victim survivor famine hunger weapon arms military troop rebel militia war army "
    "drought flood earthquake donor donate charity blockade siege poor".split()
)


def _is_of_trade(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Orland | supplies | much of its food": what is sold year after year."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in {"supply", "provide"} or verb.tag not in {"VBZ", "VBP"}:
        return False
    told = parse.children(verb.i, "obj")
    told += tuple(c for t in told for c in parse.children(t.i, "nmod", "obl") if case_of(parse, c.i) == "of")
    aid = any(t.lemma.lower() in _OF_AID or t.lower in _OF_AID for t in parse.around(verb.i))
    return not aid and any(t.lemma.lower() in _GOODS or t.lower in _GOODS for t in told)


_STAFF = frozenset({"staff", "personnel", "employee", "settler", "worker"})


def _is_own_staff(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The | evacuation | of his personnel", "to evacuate all settlers": their own, who leave; no help to others."""
    token = parse.tokens[found.head]
    if token.lemma.lower() not in {"evacuate", "evacuation"}:
        return False
    told = parse.children(token.i, "obj", "nsubj:pass", "nmod")
    told = tuple(c for c in told if c.lemma.lower() in _STAFF)
    return any(c.lemma.lower() == "settler" or parse.children(c.i, "nmod:poss") for c in told)


_MEMBERS = frozenset("lawmaker legislator deputy senator opposition lawyer attorney defendant member leader".split())


def _is_walkout(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Lawmakers | walked out of | the session", "lawyers boycotted the opening session": of a house or a court."""
    acting = _acting(parse, parts)
    sessions = {parse.tokens[h].lemma.lower() for h in found.slots.get("object", ())}
    sessions |= {c.lemma.lower() for i in found.tokens for c in parse.children(i, "obj", "obl")}
    own = bool(acting) and all(t.lemma.lower() in _MEMBERS for t in acting)
    return found.trigger.mode == "discontinue" and own and "session" in sessions


_SICK = frozenset("flu avian disease virus outbreak bse foot-and-mouth h5n1 fever swine".split())
_BEASTS = frozenset("poultry chicken ostrich cattle beef livestock pork bird egg pig meat".split())


def _is_quarantine(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Has | suspended | its poultry exports after an outbreak of flu": against a sickness, and against nobody."""
    if found.trigger.mode != "discontinue" or any(p.part == "recipient" for p in parts):
        return False
    near = range(max(parse.sentence(found.head) - 1, 0), parse.sentence(found.head) + 1)
    words = {t.lemma.lower() for n in near for t in parse.tokens[slice(*parse.sentences[n])]}
    here = {t.lemma.lower() for t in parse.around(found.head)}
    goods = {i for i in found.tokens for c in parse.children(i, "obj", "nsubj:pass") for i in parse.subtree(c.i)}
    foreign = any(parse.tokens[i].text[:1].isupper() for i in goods)  # "banned the import of | Chadian | beef"
    return bool(here & _BEASTS) and bool(words & _SICK) and not foreign


def _is_tie_broken(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Broke | a 36-36 tie", "left open the possibility of talks", "is designated as part of a park"."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() == "designate":
        return any(c.lower == "part" and case_of(parse, c.i) == "as" for c in parse.children(verb.i, "obl"))
    told = parse.children(verb.i, "obj")
    if verb.lemma.lower() == "leave" and found.trigger.mode == "discontinue":
        return any(c.lower == "open" for c in parse.children(verb.i, "xcomp", "advmod", "amod", "compound:prt"))
    return verb.lemma.lower() == "break" and any(c.lower in {"tie", "deadlock", "impasse"} for c in told)


def _is_signed_paper(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The declaration | is signed | by its commanders", "signed a resolution": who stands behind a paper."""
    verb = parse.tokens[found.head]
    if found.trigger.words[0] != "sign" or not verb.is_verb:
        return False
    now = verb.tag == "VBN" and any(c.lower in {"is", "are"} for c in parse.children(verb.i, "aux:pass"))
    progress = any(c.lower == "being" for c in parse.children(verb.i, "aux", "aux:pass"))
    papers = parse.children(verb.i, "obj", "nsubj:pass")
    shared = any(
        parse.children(c.i, "nmod") and case_of(parse, d.i) in {"between", "with"}
        for c in papers
        for d in parse.children(c.i, "nmod")
    )
    own = any(c.lemma.lower() in {"communique", "communiqué", "declaration", "statement", "letter"} for c in papers)
    return (now and own and not progress and not shared) or any(c.lemma.lower() == "resolution" for c in papers)


def _is_part_of_name(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The Asia-Pacific Economic | Cooperation | summit", "a | joint force | attacked": who they are."""
    noun = parse.tokens[found.head]
    if noun.is_verb:
        return False
    named = noun.tag.startswith("NNP") and noun.i in parse.named("organisation")
    force = noun.lemma.lower() == "force" and noun.dep == "nsubj" and parse.tokens[noun.head].is_verb
    return named or force


def _is_of_body(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "By repeatedly | donating | blood": to a bank, and to no party."""
    told = parse.children(found.head, "obj")
    return bool(told) and all(c.lemma.lower() in {"blood", "organ", "kidney", "plasma", "sperm"} for c in told)


def _is_power_to_sign(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The premier is empowered | to sign | treaties": what he may do."""
    verb = parse.tokens[found.head]
    may = parse.tokens[verb.head].lemma.lower() in {"empower", "entitle", "authorise", "authorize", "allow"}
    return verb.tag == "VB" and may and parse.tokens[verb.head].tag == "VBN"


_WRITTEN = frozenset("constitution law bill plan resolution text letter statement treaty report speech charter".split())
_EASING = frozenset({"easy", "easier", "hard", "harder", "difficult", "possible", "cheaper", "quicker"})


def _is_no_muster(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Drafting | the charter", "committed to ridding the zone of them", "easier to deploy", "the manoeuvre"."""
    token = parse.tokens[found.head]
    if not token.is_verb:
        kinds = parse.children(token.i, "compound", "amod", "nmod:poss", "nmod")
        return token.lemma.lower() in {"maneuver", "manoeuvre"} and token.tag == "NN" and not kinds
    if token.lemma.lower() == "draft":
        return any(c.lemma.lower() in _WRITTEN for c in parse.children(token.i, "obj", "nsubj:pass"))
    if token.lemma.lower() == "commit":
        aims = parse.children(token.i, "advcl", "xcomp", "ccomp")
        return any(c.tag == "VBG" and any(m.lower == "to" for m in parse.children(c.i, "mark")) for c in aims)
    if token.tag == "VB" and parse.tokens[token.head].lower in _EASING:
        return True
    return any(t.lemma.lower() in {"trafficker", "smuggler", "criminal"} for t in _acting(parse, parts))


_WORKS = frozenset("plant factory mill bridge road school museum hospital dam station mosque church exhibition".split())


def _is_of_works(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Will | attend | the inauguration of a tractor plant": at home, and nobody's guest."""
    if found.trigger.mode != "visit" or found.trigger.words[0] != "attend":
        return False
    opened = [d for c in parse.children(found.head, "obj") for d in parse.children(c.i, "nmod")]
    return any(c.lemma.lower() in _WORKS for c in opened)


def _is_by_the_way(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Condemned the raid by | approving a declaration": told as what it condemns."""
    verb = parse.tokens[found.head]
    by = any(m.lower == "by" for m in parse.children(verb.i, "mark"))
    return verb.tag == "VBG" and by and parse.tokens[verb.head].lemma.lower() in _REBUKING


_REBUKING = frozenset("condemn repudiate denounce censure reject criticise criticize protest deplore".split())


_RULES: tuple[tuple[str, Callable[[Parse, Found, Sequence[Part]], bool]], ...] = (
    ("CONSULT", _is_sitting),
    ("CONSULT", _is_with_press),
    ("CONSULT", _is_with_friends),
    ("CONSULT", _is_for_his_health),
    ("CONSULT", _is_on_tour),
    ("CONSULT", _is_of_works),
    ("CONSULT", _is_as_anybody),
    ("COERCE", _is_own_work),
    ("COERCE", _is_reform),
    ("COERCE", _is_of_firm),
    ("COERCE", _is_kept_in_office),
    ("COERCE", _is_come_upon),
    ("AID", _is_paid_by_trade),
    ("AID", _is_of_trade),
    ("AID", _is_own_staff),
    ("AID", _is_of_body),
    ("SANCTION", _is_walkout),
    ("SANCTION", _is_quarantine),
    ("SANCTION", _is_tie_broken),
    ("SUPPORT", _is_signed_paper),
    ("SUPPORT", _is_power_to_sign),
    ("SUPPORT", _is_by_the_way),
    ("MOBILIZE", _is_no_muster),
    ("COOPERATE", _is_part_of_name),
)
_RULES_OF = {event: tuple(rule for e, rule in _RULES if e == event) for event, _ in _RULES}
