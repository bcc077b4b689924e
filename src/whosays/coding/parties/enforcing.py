"""Who arrests, judges, frees and lays measures on others, told in another phrase or just before; only where nobody is.

Each rule sees the deed with the parts found so far and yields those that it adds.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.parties.keepers import freed_by, kept_by
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.records import Act

_MEASURES = frozenset({"COERCE", "SANCTION", "ACCUSE"})


def enforced(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The doers of measures, arrests and releases that other phrases tell."""
    if has_part(parts, "actor"):
        return []
    if found.trigger.event == "CONCEDE":
        return told_by((_BY_PAPER,), (parse, found, parts, knowledge))
    if found.trigger.event not in _MEASURES and found.trigger.event != "RETREAT":
        return []
    return told_by(_RULES, (parse, found, parts, knowledge))


_COURTS = frozenset("court tribunal judge jury council commission bureau authority authorities magistrate".split())


_OFFICERS = frozenset(
    "police officer agent gendarme gendarmerie soldier troop force forces guard authority authorities".split()
)


_PENALTIES = frozenset(
    "imprisonment prison jail year month life death detention fine ban charge count term custody sentence suspicion "
    "office election vote race politics decision ruling verdict order".split()
)


def _agent_below(telling: Telling) -> Iterator[int]:
    """ "Is sentenced to nine years' imprisonment | by a court in Kest |": hung on the years, said of the verb."""
    parse, found, _, (ontology, _) = telling
    verb = parse.tokens[found.head]
    if found.trigger.event not in _MEASURES or not verb.is_verb or not is_passive(parse, verb.i):
        return
    waiting = [c for c in parse.children(verb.i, "obl", "xcomp", "advcl") if c.i > verb.i]
    while waiting:
        phrase = waiting.pop()
        plain = phrase.lemma.lower() in _PENALTIES or phrase.tag == "VBG" or phrase.text.endswith("ing")
        if not plain:
            continue
        for inner in parse.children(phrase.i, "nmod", "obl", "obl:agent"):
            if inner.i < phrase.i:
                continue
            if case_of(parse, inner.i) != "by":
                waiting.append(inner)
            elif inner.lemma.lower() in _COURTS | _OFFICERS or ontology.nouns.sector_of(inner.lemma.lower()) == "JUD":
                yield inner.i


_UPHOLDING = frozenset({"uphold", "confirm", "approve", "affirm", "ratify", "endorse", "extend", "back"})


_RULINGS = frozenset({"order", "decision", "ruling", "verdict", "warrant", "proposal", "motion", "request", "plan"})


def _upholders(telling: Telling) -> Iterator[int]:
    """ "| A court | upholds an order to keep him in custody": it is the court's from then on."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if verb.dep != "acl" or verb.tag != "VB" or found.trigger.event not in _MEASURES:
        return
    ruling = parse.tokens[verb.head]
    above = parse.tokens[ruling.head]
    upheld = ruling.lemma.lower() in _RULINGS and ruling.dep == "obj" and above.lemma.lower() in _UPHOLDING
    if upheld and not is_passive(parse, above.i):
        yield from (h for h in slots_of(parse, above.i).get("subject", ()) if parse.tokens[h].is_noun)


_VEHICLES = frozenset("plane flight aircraft ship bus jet boat convoy vessel airliner helicopter team mission".split())


_SENDING = frozenset(
    "charter send dispatch organise organize hire launch deploy arrange mobilise mobilize rent provide lease".split()
)


def _fetchers(telling: Telling) -> Iterator[int]:
    """ "| The ministry | charters a plane to repatriate them": whoever sends it brings them home."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if verb.dep not in {"acl", "advcl"} or verb.tag != "VB" or found.trigger.mode != "release":
        return
    noun = parse.tokens[verb.head]
    above = parse.tokens[noun.head] if verb.dep == "acl" else noun
    carried = verb.dep == "advcl" or noun.lemma.lower() in _VEHICLES
    if carried and above.lemma.lower() in _SENDING and not is_passive(parse, above.i):
        yield from (h for h in slots_of(parse, above.i).get("subject", ()) if parse.tokens[h].is_noun)


_LAID = frozenset({"impose", "announce", "place", "levy", "introduce", "issue"})


_STARTING = frozenset({"take", "come", "go", "enter", "kick"})  # effect, into force


_BURDENS = frozenset({"sanction", "tariff", "duty", "embargo", "ban", "levy", "restriction", "penalty", "quota"})


def _whose_burden(telling: Telling) -> Iterator[int]:
    """ "New | Orlian | tariffs imposed on Veldia", "| Orlian | tariffs on tea took effect": whose they are."""
    parse, found, _, (_, labels) = telling
    verb = parse.tokens[found.head]
    laid = verb.dep in {"acl", "acl:relcl"} and verb.lemma.lower() in _LAID
    standing = found.slots.get("subject", ()) if verb.lemma.lower() in _STARTING else ()
    if not laid and not standing:
        return
    noun = parse.tokens[verb.head if laid else standing[0]]
    if found.trigger.event not in _MEASURES or noun.lemma.lower() not in _BURDENS:
        return
    for word in parse.children(noun.i, "amod", "compound", "nmod:poss"):
        short = word.text.isupper() and labels.get(word.i) == "place"  # "U.S. tariffs"; but "the Syria sanctions"
        owned = word.dep == "nmod:poss" and labels.get(word.i) == "place"
        if short or owned or labels.get(word.i) in {"nationality", "organisation"}:
            yield word.i


_MAKING = frozenset({"announce", "take", "adopt", "impose", "introduce", "approve", "unveil", "order", "implement"})


_STEPS = frozenset({"measure", "step", "action", "move", "sanction", "restriction", "reprisal", "response"})


def _makers(telling: Telling) -> Iterator[int]:
    """ "| Orland | announces several measures including closing the port and | expelling | two envoys"."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if verb.tag != "VBG" or verb.dep not in {"acl", "conj", "advcl"}:
        return
    first = parse.tokens[verb.head] if verb.dep == "conj" else verb
    if not any(m.lower == "including" for m in parse.children(first.i, "mark", "case")):
        return
    for above in parse.ancestors(first.i):
        if above.is_verb:
            steps = [c for c in parse.children(above.i, "obj") if c.lemma.lower() in _STEPS and c.i < first.i]
            if steps and above.lemma.lower() in _MAKING:
                yield from slots_of(parse, above.i).get("subject", ())
            return


_FIGHTS = frozenset({"clash", "confrontation", "scuffle", "fighting", "standoff", "raid", "operation", "crackdown"})


_POLICE = frozenset({"police", "policeman", "gendarme", "gendarmerie", "officer", "agent"})


def _fought_by(telling: Telling) -> Iterator[int]:
    """ "Nine were arrested in clashes | with police |": who else would have arrested them."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.mode != "arrest" or not verb.is_verb or not is_passive(parse, verb.i):
        return
    for phrase in parse.children(verb.i, "obl"):
        if phrase.lemma.lower() not in _FIGHTS or case_of(parse, phrase.i) not in {"in", "during", "after", "amid"}:
            continue
        for other in parse.children(phrase.i, "nmod"):
            if other.lemma.lower() in _POLICE and case_of(parse, other.i) in {"with", "by", "between"}:
                yield other.i


_RAIDS = frozenset({"raid", "incursion", "sweep", "crackdown", "operation", "roundup"})


def _raiders(telling: Telling) -> Iterator[int]:
    """ "Forty are arrested during a series of | Orlian | raids on the camp": whose raids they are."""
    parse, found, _, (_, labels) = telling
    verb = parse.tokens[found.head]
    if found.trigger.mode != "arrest" or not verb.is_verb or not is_passive(parse, verb.i):
        return
    for phrase in parse.children(verb.i, "obl"):
        if case_of(parse, phrase.i) not in {"in", "during", "after"}:
            continue
        rows = (c for c in parse.children(phrase.i, "nmod") if case_of(parse, c.i) == "of")
        for raid in (phrase, *rows) if phrase.lemma.lower() in {"series", "wave", "string"} else (phrase,):
            if raid.lemma.lower() in _RAIDS and not any(case_of(parse, c.i) == "by" for c in parse.children(raid.i)):
                owners = parse.children(raid.i, "amod", "compound", "nmod:poss")
                yield from (c.i for c in owners if labels.get(c.i) in {"nationality", "organisation"})


_STORMING = frozenset({"storm", "attack", "raid", "overrun", "breach", "besiege", "assault", "invade", "seize"})


def _stormers(telling: Telling) -> Iterator[int]:
    """ "The jail is stormed | by rebels | and all inmates are freed": by them."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or verb.dep != "conj" or not is_passive(parse, verb.i):
        return
    storm = parse.tokens[verb.head]
    if storm.lemma.lower() in _STORMING and is_passive(parse, storm.i):
        yield from (c.i for c in parse.children(storm.i, "obl:agent"))


_SUING = frozenset("settle resolve drop withdraw win lose pursue bring launch file lodge abandon start begin".split())


def _suers(telling: Telling) -> Iterator[int]:
    """ "| Omar Badr | settles a lawsuit against the bank": whoever has one against another."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    if found.trigger.event != "ACCUSE" or noun.dep != "obj" or "against" not in found.slots:
        return
    verb = parse.tokens[noun.head]
    if verb.lemma.lower() in _SUING and not is_passive(parse, verb.i):
        yield from slots_of(parse, verb.i).get("subject", ())


_PAPER_RULES = frozenset({"law", "order", "decree", "bill", "amendment", "act", "measure", "legislation", "resolution"})


_ENACTING = frozenset("sign issue enact pass adopt approve promulgate vote".split())


def _enacters(telling: Telling) -> Iterator[int]:
    """ "| The king | signs a law introducing a ban on", "| parliament | votes for an amendment, banning entry"."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    clause = token if token.is_verb else parse.tokens[token.head]
    adding = clause.tag == "VBG" and clause.dep in {"acl", "advcl"}
    relative = clause.tag == "VBZ" and clause.dep == "acl:relcl"  # "a law | that bans | entry"
    if not (adding or relative) or found.trigger.event == "RETREAT":
        return
    if not token.is_verb and (token.dep != "obj" or _only_speaks(clause)):
        return
    papers = [parse.tokens[clause.head]] if clause.dep.startswith("acl") else []
    for above in parse.ancestors(clause.i):
        if not above.is_verb:
            papers.append(above)
            continue
        enacted = above.lemma.lower() in _ENACTING and any(p.lemma.lower() in _PAPER_RULES for p in papers)
        if enacted and not is_passive(parse, above.i):
            yield from slots_of(parse, above.i).get("subject", ())
        return


_SPEAKING: frozenset[Act] = frozenset({"condemn", "praise", "demand", "call", "concern", "warn", "accuse", "condole"})


def _only_speaks(clause: Token) -> bool:
    """ "Adopts a resolution | condemning | the arrest of monks": no deed of those who adopt it."""
    return any(cue.act in _SPEAKING for cue in load_acts().at(clause.lemma.lower(), "verb"))


_PROPOSING = frozenset({"suggest", "propose", "recommend", "advocate", "float", "consider", "mull", "announce"})


def _proposers(telling: Telling) -> Iterator[int]:
    """ "| The premier | suggests deporting them": who would have it done."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "ccomp" or above.lemma.lower() not in _PROPOSING or is_passive(parse, above.i):
        return
    if above.i < verb.i and not parse.children(verb.i, "nsubj", "nsubj:pass", "mark"):
        yield from slots_of(parse, above.i).get("subject", ())


_RULING = frozenset({"order", "rule", "decree", "direct"})


def _is_judge(parse: Parse, head: int) -> bool:
    """ "| Judge Ana Ruiz | ordered him to be freed": his office stands before the name."""
    beside = parse.children(head, "nmod:desc", "compound", "appos")
    return any(c.lower in {"judge", "justice", "magistrate"} for c in beside)


def _benches(telling: Telling) -> Iterator[int]:
    """ "| A court | orders that she be freed and | placed | under guard"."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    first = parse.tokens[verb.head] if verb.dep == "conj" else verb
    above = parse.tokens[first.head]
    if first.dep in {"ccomp", "xcomp"} and above.lemma.lower() in _RULING and is_passive(parse, verb.i):
        bare = any(c.lower == "be" for c in parse.children(first.i, "aux:pass"))
        judges = slots_of(parse, above.i).get("subject", ()) if bare and not is_passive(parse, above.i) else ()
        yield from (h for h in judges if parse.tokens[h].lemma.lower() in _COURTS or _is_judge(parse, h))


_OPERATIONS = frozenset({"operation", "raid", "sweep", "investigation", "sting", "crackdown", "probe"})


def _operators(telling: Telling) -> Iterator[int]:
    """ "An operation | by the customs | leads to the arrest of nine", "a joint | Front and Guard | operation"."""
    parse, found, _, (_, labels) = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if found.trigger.mode not in {"arrest", "seize"} or noun.is_verb or noun.dep != "obl":
        return
    if verb.lemma.lower() not in {"lead", "result"}:
        return
    for operation in parse.children(verb.i, "nsubj"):
        if operation.lemma.lower() not in _OPERATIONS:
            continue
        told = [c.i for c in parse.children(operation.i, "nmod") if case_of(parse, c.i) in {"by", "between"}]
        before = parse.children(operation.i, "compound", "amod", "nmod:poss")
        told += [c.i for c in before if labels.get(c.i) == "organisation" or c.lemma.lower() in _POLICE]
        yield from told


_HOLDING = frozenset({"detain", "hold", "imprison", "jail", "arrest"})


def _holders(telling: Telling) -> Iterator[int]:
    """ "Are freed after being held | by the Front |", "captives held by the Front are freed"."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or not verb.is_verb or not is_passive(parse, verb.i):
        return
    held = [c for c in parse.children(verb.i, "advcl") if any(m.lower == "after" for m in parse.children(c.i, "mark"))]
    held += [c for p in parts.values() if p.part == "recipient" for c in parse.children(p.head, "acl")]
    for clause in held:
        captive = any(c.lower in {"hostage", "captive"} for c in parse.children(clause.i))  # others may have freed them
        if clause.tag == "VBN" and clause.lemma.lower() in _HOLDING and not captive:
            yield from (a.i for a in parse.children(clause.i, "obl:agent"))


_HANDS = frozenset({"custody", "detention", "captivity"})


def _in_custody_of(telling: Telling) -> Iterator[int]:
    """ "In | Kurdish | custody", "in the custody of | Danish police |": whoever holds them."""
    parse, found, _, (_, labels) = telling
    if found.trigger.mode != "arrest":
        return
    token = parse.tokens[found.head]
    hands = [token] if token.lower in _HANDS else [c for c in parse.children(token.i, "obl") if c.lower in _HANDS]
    for hand in hands:
        before = parse.children(hand.i, "amod", "compound", "nmod:poss")
        yield from (c.i for c in before if c.i in labels or c.text[:1].isupper() or c.lower == "police")
        yield from (c.i for c in parse.children(hand.i, "nmod") if case_of(parse, c.i) == "of")


_POLICING = frozenset(
    "announce report confirm say seize raid find discover dismantle intercept conduct carry launch arrest detain "
    "search recover break uncover confiscate attempt foil thwart bust fire use disperse clash beat".split()
)


_ARRESTERS = frozenset({"police", "enforcement", "gendarmerie", "policeman", "gendarme", "officer"})


def _police_before(telling: Telling) -> Iterator[int]:
    """ "| Police | announce a find of arms. A man is arrested": told just before, and still at it."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]  # "the ministry said | 63 people were detained"
    said = verb.dep == "ccomp" and above.dep == "root" and above.lemma.lower() == "say"
    if found.trigger.mode != "arrest" or not (said or verb.dep == "root") or not is_passive(parse, verb.i):
        return
    number = parse.sentence(verb.i)
    whom = [parse.tokens[p.head] for p in parts.values() if p.part == "recipient"]
    if number == 0 or not whom or any(_may_be_police(t) for t in whom):
        return
    start, end = parse.sentences[number - 1]
    root = next((t for t in parse.tokens[start:end] if t.dep == "root"), None)
    if root is None or root.lemma.lower() not in _POLICING or is_passive(parse, root.i):
        return
    sides = list(parse.children(root.i, "nsubj"))
    if root.lemma.lower() == "clash":  # "students clashed with | police |. Forty people were arrested"
        sides += [c for c in parse.children(root.i, "obl") if case_of(parse, c.i) == "with"]
        sides = [c for c in sides if c.lemma.lower() in _ARRESTERS]
    doers = [t for s in sides for t in (parse.tokens[i] for i in conjuncts(parse, s.i))]
    if any(t.lemma.lower() in _ARRESTERS and t.lower not in {"officer"} for t in doers):
        yield doers[0].i


def _may_be_police(token: Token) -> bool:
    return token.tag.startswith("PRP") or token.lemma.lower() in {*_POLICE, *_OFFICERS}


def _put_out_by(telling: Telling) -> Iterator[int]:
    """ "Envoys were expelled | from Veldia |", "ordered to leave | Veldia |": by whom they must leave; so of a body."""
    parse, found, _, _ = telling
    if found.trigger.mode != "expel" or found.trigger.event != "SANCTION":
        return
    states = {n.end - 1 for n in parse.names if n.kind == "state"}
    states |= {parse.root_of(n.start, n.end) for n in parse.names if n.label == "organisation"}
    verb = parse.tokens[found.head]
    if not verb.is_verb:
        beside = [verb.i, *(c.i for c in parse.children(verb.i, "nmod") if case_of(parse, c.i) == "of")]
        left = [c for i in beside for c in parse.children(i, "nmod") if case_of(parse, c.i) == "from"]
    elif is_passive(parse, verb.i) or verb.dep == "acl":
        leaving = [c for c in parse.children(verb.i, "xcomp", "advcl") if c.lemma.lower() == "leave" and c.tag == "VB"]
        left = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "from"]
        left += [c for v in leaving for c in parse.children(v.i, "obj")]
    else:
        return
    yield from (c.i for c in left if c.i in states)


_ENVOYS = frozenset({"ambassador", "envoy", "consul", "diplomat", "attache"})


def _callers_home(telling: Telling) -> Iterator[int]:
    """ "| Orland's | ambassador was recalled": by the state whose he is."""
    parse, found, _, (_, labels) = telling
    if found.trigger.mode != "withdraw" or found.trigger.event != "SANCTION" or not is_passive(parse, found.head):
        return
    for envoy in (c for c in parse.children(found.head, "nsubj:pass") if c.lemma.lower() in _ENVOYS):
        whose = parse.children(envoy.i, "nmod:poss", "amod", "compound")
        yield from (c.i for c in whose if labels.get(c.i) in {"place", "nationality"})


_OFFICES = frozenset({"ministry", "department", "palace"})


def _called_in_by(telling: Telling) -> Iterator[int]:
    """ "The envoy was summoned | to the Orlian Foreign Ministry |": by it."""
    parse, found, _, _ = telling
    if found.trigger.event != "ACCUSE" or found.trigger.mode != "disapprove" or not is_passive(parse, found.head):
        return
    houses = [c for c in parse.children(found.head, "obl") if case_of(parse, c.i) == "to"]
    yield from (c.i for c in houses if c.lemma.lower() in _OFFICES)


_UNIONS = frozenset({"EU", "European Union"})


def _kept_out_by(telling: Telling) -> Iterator[int]:
    """ "Nine clerks were banned from entering | Orland |": by the state that they may not enter."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.mode != "restrict" or verb.lemma.lower() not in {"ban", "bar"} or not is_passive(parse, verb.i):
        return
    named = (n for n in parse.names if n.kind == "state" or parse.text(n.start, n.end) in _UNIONS)
    states = {n.end - 1 for n in named}
    for clause in parse.children(verb.i, "advcl", "xcomp"):
        if clause.lower == "entering" and any(c.lower == "from" for c in parse.children(clause.i, "mark")):
            yield from (c.i for c in parse.children(clause.i, "obj") if c.i in states)


_NAMING = frozenset({"designate", "label", "declare", "brand", "name", "list"})


def _named_by(telling: Telling) -> Iterator[int]:
    """ "The club was designated a terrorist group | by Orland |": hung on what it was named."""
    parse, found, _, (_, labels) = telling
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in _NAMING or not is_passive(parse, verb.i):
        return
    for name in parse.children(verb.i, "xcomp", "obj", "obl"):
        by = (c for c in parse.children(name.i, "nmod") if case_of(parse, c.i) == "by")
        yield from (c.i for c in by if labels.get(c.i) in {"place", "organisation"})


_BY_PAPER: Rule = (_enacters, "subject", "actor")
_RULES: tuple[Rule, ...] = (
    (_agent_below, "by", "actor"),
    (_upholders, "subject", "actor"),
    (_fetchers, "subject", "actor"),
    (_whose_burden, "poss", "actor"),
    (_makers, "subject", "actor"),
    (_fought_by, "by", "actor"),
    (_raiders, "poss", "actor"),
    (_stormers, "by", "actor"),
    (_suers, "subject", "actor"),
    _BY_PAPER,
    (_proposers, "subject", "actor"),
    (_benches, "subject", "actor"),
    (_operators, "by", "actor"),
    (_holders, "by", "actor"),
    (_in_custody_of, "by", "actor"),
    (kept_by, "poss", "actor"),
    (freed_by, "subject", "actor"),
    (_put_out_by, "by", "actor"),
    (_kept_out_by, "by", "actor"),
    (_named_by, "by", "actor"),
    (_called_in_by, "by", "actor"),
    (_callers_home, "poss", "actor"),
    (_police_before, "subject", "actor"),
)
