"""Who is understood: voice, antecedents, and whoever does what a verb says when the verb itself names nobody."""

from __future__ import annotations

from whosays.coding.words.agreeing import are_several, disagrees, shared_finite
from whosays.coding.words.answering import PLOTS, answerer
from whosays.coding.words.bidding import (
    bidden_to,
    given_time,
    had_done,
    is_bereft,
    left_to,
    ordered_by,
    ranked_as,
    told_to,
    warned,
    whose_effort,
    written_by,
)
from whosays.coding.words.blamed import charged_on, punished_for, used_by
from whosays.coding.words.control import (
    ANSWERING,
    CAUTIONING,
    ENTAILING,
    OBJECT_CONTROL,
    OF_OBJECT,
    OFFERS,
    REQUESTS,
    SETTING,
    opens_clause,
)
from whosays.coding.words.conveyed import led_into, pictured, sided_with, tried_by
from whosays.coding.words.inpassing import is_there
from whosays.coding.words.mentions import case_of
from whosays.coding.words.relatives import SUBJECTS, bearer, bereaved, last_that, named, told_by_others, which, whom
from whosays.parse import Parse, Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_DONE_TO = frozenset({"kill", "wound", "injure", "arrest", "kidnap", "abduct"})  # without an object: of the subject


_ALWAYS_SOMEBODY = frozenset(
    "sentence jail imprison arrest detain indict deport extradite acquit remand free release convict".split()
)
_COUNTED = frozenset(
    "dollar euro pound yen rupee rouble ruble crown peso franc dinar shilling lira baht day week month year".split()
)
_JUDGED = frozenset(
    "sentence convict jail imprison arrest detain charge indict deport expel extradite fine ban dismiss sack suspend "
    "execute hang acquit remand sanction disqualify".split()
)


def _is_amount(parse: Parse, token: Token) -> bool:
    """ "Fined | $3 million |", "banned | five years |": how much, and not whom."""
    counts = [token, *parse.children(token.i)]
    people = token.tag == "NNS" and token.lemma.lower() not in _COUNTED
    return not people and any(c.tag == "CD" for c in counts)


def _is_headlines(token: Token) -> bool:
    """Whether a verb in the past stands where headlines put the passive."""
    lemma = token.lemma.lower()
    behind = token.dep == "advcl" and lemma in {"kill", "injure", "wound", *_ALWAYS_SOMEBODY}
    return token.tag == "VBD" and (behind or (token.dep in {"root", "ccomp"} and lemma in _ALWAYS_SOMEBODY))


def is_passive(parse: Parse, i: int) -> bool:
    """Whether the verb at ``i`` stands in the passive ("was killed", "civilians killed in the raid")."""
    if parse.children(i, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
        return True
    token = parse.tokens[i]
    shot = token.lemma == "shoot" and token.tag in {"VBD", "VBN"} and not parse.children(i, "obj", "aux")
    if shot and any(c.lower == "dead" for c in parse.children(i, "xcomp", "advmod")):
        return True  # "A priest shot dead in Kest": a headline's passive; who shoots dead shoots somebody
    seen = parse.tokens[token.head].lemma.lower() in {"see", "witness", "leave"} and token.dep in {"ccomp", "xcomp"}
    if seen and token.tag in {"VBN", "VBD"} and not parse.children(i, "obj", "aux", "ccomp", "xcomp"):
        return True  # "the night sees ten officers | injured"
    if token.lemma == "blame" and token.tag == "VBD" and not parse.children(i, "obj", "iobj", "conj"):
        # "Gang blamed for attack": a headline's passive; who blames blames somebody.
        return token.dep == "root" and any(case_of(parse, c.i) == "for" for c in parse.children(i, "obl"))
    if token.tag == "VBD" and token.dep == "acl":
        return not parse.children(i, "nsubj", "obj")  # "members killed in strikes": taken for the past tense
    if token.tag in {"VBN", "VBD"} and token.dep == "conj" and counted_before(parse, token) is not None:
        # "left six dead and ten | wounded"
        above = parse.tokens[token.head]
        return is_passive(parse, token.head) or above.tag == "JJ" or above.lemma.lower() == "leave"
    back = any(c.lower == "back" and c.i == i + 1 for c in parse.children(i, "advmod", "compound:prt"))
    if _is_headlines(token) and not back:  # "Ex-minister jailed for nine years", "leaves after an engineer | killed"
        bare = not parse.children(i, "obj", "iobj", "aux", "ccomp", "xcomp", "conj", "obl:unmarked")
        later = [c.i for c in parse.children(i) if c.i > i and c.is_noun and not case_of(parse, c.i)]
        nested = [c for o in parse.children(i, "obl") for c in parse.children(o.i, "nmod:unmarked", "appos", "nsubj")]
        return bare and not later and not nested  # but "the court sentenced to death | six men"
    if token.tag == "VBD" and token.dep == "conj" and token.lemma.lower() in _JUDGED:
        # "were found guilty and | sentenced to life", "and fined two million": whoever sentences sentences somebody
        bare = not parse.children(i, "iobj", "aux", "nsubj", "conj", "ccomp", "xcomp")
        amounts = all(_is_amount(parse, c) for c in parse.children(i, "obj"))
        return bare and amounts and is_passive(parse, token.head)
    gapped = token.tag == "VBN" or (token.tag == "VBD" and token.lemma.lower() in _DONE_TO)
    if token.dep == "conj" and gapped and parse.children(i, "nsubj"):  # "he was killed and she wounded"
        return is_passive(parse, token.head) and not parse.children(i, "aux", "obj")
    if token.tag != "VBN" or parse.children(i, "aux", "nsubj", "obj"):
        return False
    if token.dep == "conj":
        return is_passive(parse, token.head) and not parse.children(i, "nsubj")
    if token.dep == "xcomp":  # "was found | murdered", "left him | wounded", "are confirmed | killed"
        above = parse.tokens[token.head]
        return above.lemma.lower() in _FINDING or had_done(parse, token) or is_passive(parse, token.head)
    return token.dep in {"acl", "amod", "advcl", "root", "parataxis", "ccomp"}


_FINDING = frozenset(
    {"find", "discover", "leave", "turn", "appear", "report", "believe", "see", "end", "get", "wind", "remain"}
)

_COUNTED = frozenset({"dozens", "scores", "hundreds", "thousands", "others", "another", "many", "several"})


def counted_before(parse: Parse, token: Token) -> int | None:
    """ "two were killed and | four wounded": the number, or word of number, that stands alone as what suffers."""
    governor = parse.tokens[token.head]
    if token.dep != "conj" or not token.tag.startswith(("VB", "JJ")) or not governor.i < token.i:
        return None
    skipped = {c.i for c in parse.children(token.i, "aux", "aux:pass", "advmod", "cop")}
    at = token.i - 1
    while at > governor.i and at in skipped:
        at -= 1
    before = parse.tokens[at]
    if before.is_noun and before.dep == "conj" and before.head == governor.i and governor.is_verb:
        return at if parse.children(at, "nummod") else None  # "five were killed and nine men | injured"
    if at <= governor.i or not (before.tag == "CD" or before.lower in _COUNTED):
        return None
    beside = parse.tokens[before.head]  # "left 40 dead and 17 | wounded": the number hangs on the first of the two
    left = beside.dep == "xcomp" and beside.head == governor.i and governor.lemma.lower() == "leave"
    return at if left or before.head in {token.i, governor.i} or before.dep == "fixed" else None


def antecedent(parse: Parse, i: int) -> int | None:
    """The noun that the relative clause or participle around verb ``i`` describes."""
    token = parse.tokens[i]
    if token.dep in {"acl", "acl:relcl"}:
        body = which(parse, token)
        body = whom(parse, token) if body is None else body
        return body if body is not None else named(parse, bearer(parse, token, last_that(parse, token)))
    if token.dep == "conj" and parse.tokens[token.head].is_verb:
        return antecedent(parse, token.head)
    if token.dep == "ccomp" and parse.tokens[token.head].dep == "acl:relcl":  # "that the Front said it | carried out"
        return antecedent(parse, token.head)
    return None


def real_filler(parse: Parse, verb: int, filler: Token) -> int | None:
    """A relative pronoun gives way to its antecedent; expletives fill nothing."""
    if filler.lower in RELATIVES and filler.tag in {"WP", "WDT", "IN", "DT", "WP$"}:
        found = antecedent(parse, verb)
        return None if found is not None and _is_of_clause(parse, verb, filler, found) else found
    return None if filler.dep == "expl" else filler.i


def _is_of_clause(parse: Parse, verb: int, filler: Token, noun: int) -> bool:
    """ "Named nine suspects, | which | supports the claim": one which for several nouns means all that was said."""
    comma = filler.lower == "which" and parse.tokens[filler.i - 1].text == ","
    subject = filler.dep == "nsubj" and filler.head == verb
    one = parse.tokens[verb].tag == "VBZ" and parse.tokens[noun].tag == "NNS"
    return comma and subject and one


_BEFALL = frozenset({"die", "perish", "succumb", "survive", "collapse"})


def understood_subject(parse: Parse, i: int) -> int | None:
    """Who is understood to do (or, in the passive, suffer) what the verb at ``i`` says, when it names nobody."""
    token = parse.tokens[i]
    if token.dep in {"acl", "acl:relcl"}:
        return _of_noun(parse, token)
    governor = parse.tokens[token.head]
    # "was angry | but left", "is a friend | and said so": a finite verb beside what somebody is
    told_beside = token.tag in {"VBD", "VBZ", "VBP"} and bool(parse.children(governor.i, "cop"))
    if token.dep == "conj" and (governor.is_verb or told_beside):
        above = shared_infinitive(parse, token) or shared_finite(parse, token)
        suffers = is_passive(parse, i) or token.lemma.lower() in _BEFALL  # "was stabbed by two and | died"
        suffers = suffers or bool(parse.children(i, "obj") and not parse.children(i, "aux"))  # "and | returned | fire"
        shared = _inherited(parse, governor.i if above is None else above.i, passive=suffers)
        return None if shared is not None and disagrees(parse, token, parse.tokens[shared]) else shared
    if token.dep == "amod" and token.tag == "VBN" and governor.is_noun and token.i < governor.i:
        return governor.i  # "the kidnapped | students"
    if is_there(parse, governor) and token.dep in {"advcl", "acl"} and _purpose(parse, i):
        return own_subject(parse, governor.i)  # "the premier is in Orli | to meet the king"
    partner = _cut_off_for(parse, token, governor)
    for told in (_sent_to_suffer, punished_for, used_by, warned, sided_with, led_into, told_by_others):
        partner = told(parse, token, governor) if partner is None else partner
    if partner is not None:
        return partner
    if token.dep == "xcomp" and not _of_object(parse, i, governor):
        return _controlled(parse, token, governor)
    short = token.dep == "ccomp" and len(parse.children(i, "conj")) < 2  # longer lists run on into other clauses
    if (short or token.dep in {"advcl", "acl", "xcomp"}) and governor.is_verb and _of_object(parse, i, governor):
        return _charged(parse, governor)
    stated = governor.tag == "JJ" and (parse.children(governor.i, "cop") or governor.lower in ANSWERING)
    beside = {c.lower for c in parse.children(i, "mark", "case")} & opens_clause(governor.lower)
    if token.dep == "advcl" and token.tag == "VBG" and stated and beside:
        if governor.dep == "amod" and governor.head < governor.i:  # "the commander responsible | for killing six"
            return governor.head
        return own_subject(parse, governor.i)  # "is responsible | for killing six", "averse to | talking"
    told_of = _told_of_object(parse, token, governor)
    if told_of is not None:
        return told_of
    seen = parse.children(governor.i, "obj", "iobj") if token.dep == "ccomp" and token.tag == "VBG" else ()
    if seen and governor.lemma.lower() in _SHOWING and governor.i < seen[0].i < token.i:
        return seen[0].i  # "videos that show soldiers | killing villagers"
    adverbial = token.dep == "advcl" and governor.is_verb and token.tag in {"VBG", "VBN", "VB"}
    return _of_adverbial(parse, token, governor) if adverbial else None


def _sent_to_suffer(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Sent the captives | to be executed": whoever is sent."""
    passive = token.tag == "VBN" and token.dep in {"advcl", "xcomp"} and parse.children(token.i, "aux:pass")
    if not passive or not any(c.lower == "to" for c in parse.children(token.i, "mark")):
        return None
    sent = [c for c in parse.children(governor.i, "obj") if governor.i < c.i < token.i]
    return real_filler(parse, governor.i, sent[0]) if len(sent) == 1 and governor.is_verb else None


def _of_noun(parse: Parse, token: Token) -> int | None:
    """Who does what a clause below a noun says: "the men | who attacked it", "plans | to attack"."""
    if parse.children(token.i, *SUBJECTS, "nsubj:pass"):
        return None
    if (seen := pictured(parse, token)) is not None:
        return seen
    if token.dep == "acl" and token.tag == "VBG" and parse.tokens[token.head].lemma.lower() in _SHARES:
        owners = parse.children(token.head, "nmod:poss")  # "its role | in attacking the port"
        charged = _charged_for(parse, owners[0]) if owners else None
        if owners and owners[0].tag == "PRP$" and parse.tokens[parse.tokens[token.head].head].lemma.lower() in _ENDING:
            return own_subject(parse, parse.tokens[token.head].head)  # "must cease their practice | of taking bribes"
        made = parse.tokens[parse.tokens[token.head].head]
        if not owners and parse.tokens[token.head].dep == "obj" and made.lemma.lower() in {"make", "play", "have"}:
            return own_subject(parse, made.i)  # "have made progress | in clearing mines"
        return charged if charged is not None else owners[0].i if owners else None
    if token.tag == "VBG" and parse.children(token.head, "cop") and parse.tokens[token.head].lower == "charge":
        return own_subject(parse, token.head)  # "is in charge | of trying them"
    behind = token.tag == "VBG" and token.i and parse.tokens[token.i - 1].text == ","
    if behind and parse.children(token.head, "cop") and not parse.children(token.i, "mark"):
        return own_subject(parse, token.head)  # "Norway is the leading donor, | giving ten million"
    goes_on_from, signer = _goes_on(parse, token), _signer(parse, token)
    signer = written_by(parse, token) if signer is None else signer
    signer = charged_on(parse, token, parse.tokens[token.head]) if signer is None else signer
    if goes_on_from is not None or signer is not None:
        return signer if goes_on_from is None else own_subject(parse, goes_on_from)
    ranked = ranked_as(parse, parse.tokens[token.head])
    if token.dep == "acl" and _purpose(parse, token.i):
        return _whose(parse, token) if ranked is None else ranked
    ranked = ranked if token.tag == "VBN" else None
    return named(parse, bereaved(parse, token)) if ranked is None else ranked


def _of_adverbial(parse: Parse, token: Token, governor: Token) -> int | None:
    """Who does what goes with a verb: "attacked the post, | killing two", "urged them | to leave"."""
    marks = parse.children(token.i, "mark")
    if token.tag == "VBG" and token.lemma.lower() in _HARMING and not marks and is_passive(parse, governor.i):
        main = parse.tokens[governor.head]  # "the drone exploded after being seized, | killing two"
        unsaid = governor.dep == "advcl" and not parse.children(governor.i, *SUBJECTS, "nsubj:pass")
        if unsaid and governor.head < governor.i and not is_passive(parse, main.i):
            return own_subject(parse, main.i)
        agents = parse.children(governor.i, "obl:agent")  # "the ship was sunk by a drone, | killing two"
        return agents[0].i if agents else None
    suffered = governor.lemma.lower() in _DONE_TO and is_passive(parse, governor.i)
    if token.tag == "VBG" and token.lemma.lower() in _TAKING and not marks and suffered:
        agents = parse.children(governor.i, "obl:agent")  # "three were killed in a raid by police, | seizing rifles"
        agents = agents or tuple(
            c
            for o in parse.children(governor.i, "obl")
            for c in parse.children(o.i, "nmod")
            if case_of(parse, c.i) == "by"
        )
        return agents[0].i if agents else None
    if token.tag == "VBG" and governor.lemma.lower() in CAUTIONING and any(m.lower == "against" for m in marks):
        warned = parse.children(governor.i, "obj")  # "cautioned | Orland | against lifting the ban"
        return real_filler(parse, governor.i, warned[0]) if warned else None
    if token.tag == "VBG" and governor.lemma.lower() in _CALLING and any(m.lower == "for" for m in marks):
        return None  # "the columnist calls | for bombing the port": somebody else is to
    let = parse.children(governor.i, "obj") if governor.lemma.lower() in OBJECT_CONTROL else ()
    if token.tag == "VBG" and let and any(let[0].i < c.i < token.i for c in parse.children(governor.i, "xcomp")):
        return real_filler(parse, governor.i, let[0])  # "allowing her to stay | while facing trial"
    by = any(m.lower == "by" for m in marks) and token.tag == "VBG"
    if by and governor.dep == "acl" and governor.tag == "VBN" and parse.children(governor.i, "obl:agent"):
        above = next((a.i for a in parse.ancestors(governor.i) if a.is_verb), None)
        return own_subject(parse, above) if above is not None else None  # "broke the truce made by X | by attacking"
    if marks and token.tag == "VB" and not _purpose(parse, token.i):
        return None
    called = token.tag == "VBN" and _purpose(parse, token.i) and governor.lemma.lower() == "call"
    told = told_to(parse, governor, token) if token.tag == "VB" or called else None
    if told is not None:  # "urged the allies, among them X, | to take part", "call for X | to be removed"
        return told
    given = given_time(parse, token, governor)
    given = left_to(parse, token, governor) if given is None else given
    given = bidden_to(parse, token) if given is None else given
    if given is not None:
        return given
    ruled, issuer = ordered_by(parse, token, governor)
    if ruled:
        return issuer
    doer = own_subject(parse, governor.i)
    above = next((a.i for a in parse.ancestors(governor.i) if a.is_verb and a.i < governor.i), None)
    return own_subject(parse, above) if above is not None and are_several(parse, doer, token) else doer


_CALLING = frozenset({"call", "push", "press", "argue", "lobby", "campaign", "clamour", "clamor", "advocate"})
_SHOWING = frozenset({"show", "see", "depict", "film", "record", "capture", "catch", "portray", "reveal", "hear"})
_ENDING = frozenset({"cease", "end", "stop", "halt", "abandon", "continue", "drop"})
_SHARES = frozenset(
    "role part involvement complicity participation hand success failure progress practice policy strategy".split()
)
_TAKING = frozenset("seize arrest capture detain recover confiscate".split())
_HARMING = frozenset("kill wound injure hurt maim damage destroy leave displace".split())


def _charged(parse: Parse, governor: Token) -> int | None:
    """ "Accused | the group | of planning it", "a man | suspected of killing the judge": whom the verb charges."""
    objects = parse.children(governor.i, "obj", "iobj", "nsubj:pass")
    if not objects and governor.dep in {"acl", "conj", "advcl"} and is_passive(parse, governor.i):
        return understood_subject(parse, governor.i)
    return real_filler(parse, governor.i, objects[0]) if objects else None


def _charged_for(parse: Parse, owner: Token) -> int | None:
    """ "Sanctions two firms for | their | role in hacking it": theirs whom the verb charges."""
    share = parse.tokens[owner.head]
    verb = parse.tokens[share.head]
    blamed = share.dep == "obl" and case_of(parse, share.i) in {"for", "over"} and verb.lemma.lower() in OF_OBJECT
    if owner.tag != "PRP$" or not blamed or not verb.is_verb or is_passive(parse, verb.i):
        return None
    whom = parse.children(verb.i, "obj")
    return whom[0].i if len(whom) == 1 and verb.i < whom[0].i < share.i else None


def _told_of_object(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Brought home Ana Ruiz, | sentenced in 2013": a participle right behind a name in a comma tells of that name."""
    if token.dep not in {"advcl", "parataxis"} or token.tag != "VBN" or not governor.is_verb or token.i < 2:
        return None
    if parse.tokens[token.i - 1].text != "," or parse.children(token.i, "mark", "aux", "aux:pass", *SUBJECTS):
        return None
    named = [c.i for c in parse.children(governor.i, "obj") if c.tag.startswith("NNP")]
    ends = [h for h in named if max(j for j in parse.subtree(h) if parse.tokens[j].dep != "punct") + 2 == token.i]
    return ends[0] if ends else None


_PAPERS = frozenset("order decree law bill directive proclamation ruling edict memorandum verdict".split())
_SIGNING = frozenset("sign issue enact pass adopt approve publish promulgate decree hand".split())


def _signer(parse: Parse, verb: Token) -> int | None:
    """ "The president signed an order | lifting the ban": whoever signs the paper does what it does."""
    paper = parse.tokens[verb.head]
    if verb.dep != "acl" or verb.tag != "VBG" or paper.lemma.lower() not in _PAPERS:
        return None
    governor = parse.tokens[paper.head]
    if paper.dep == "obj" and governor.lemma.lower() in _SIGNING:
        return own_subject(parse, governor.i)
    return None


def _controlled(parse: Parse, token: Token, governor: Token) -> int | None:
    """Who does what completes a verb: its object ("forced them | to leave"), or else its subject."""
    if token.tag == "VBG" and governor.lemma.lower() in ENTAILING:
        return None  # "the work of the guards, which involves | beating traders"
    told = told_to(parse, governor, token) if token.tag == "VB" else None
    if told is not None and governor.lemma.lower() in {"plead", "appeal", "prevail", "call"}:
        return told  # "pleaded with both sides | to stop"
    if (left := left_to(parse, token, governor)) is not None:
        return left
    given = parse.children(governor.i, "iobj", "nsubj:pass") if governor.lemma == "give" else ()
    if given and token.tag == "VB":  # "gave | them | nine days to leave", "| they | were given until noon to leave"
        return given[0].i
    done = governor.lemma in _FINDING or (had_done(parse, token) and not is_bereft(parse, token))
    done = done and is_passive(parse, token.i)
    if governor.lemma in OBJECT_CONTROL or done:
        objects = parse.children(governor.i, "obj", "iobj", "nsubj:pass")
        if objects:
            return real_filler(parse, governor.i, objects[0])
    return None if governor.lemma in {"involve", "entail"} else own_subject(parse, governor.i)


def _goes_on(parse: Parse, participle: Token) -> int | None:
    """ "Renewed their shelling of Orli, | attacking the port": the verb whose subject did it; no town attacks."""
    noun = parse.tokens[participle.head]
    if participle.dep != "acl" or participle.tag != "VBG" or noun.dep not in {"nmod", "obl", "obj"}:
        return None
    if any(m.lower == "by" for m in parse.children(participle.i, "mark")):  # "expanded the ban | by banning"
        verbs = [a for a in parse.ancestors(participle.i) if a.is_verb]
        told = [v.i for v in verbs if not (v.dep == "acl" and v.tag == "VBN")]  # "violated the truce | reached in May"
        return next(iter((*told, *(v.i for v in verbs))), None)
    named_as = case_of(parse, noun.i) == "as"  # "named it as a sect, | banning its meetings"
    before = participle.i - 1
    while before > noun.i and parse.tokens[before].dep == "advmod":
        before -= 1
    place = any(n.label == "place" and n.start <= noun.i < n.end for n in parse.names)
    ruled = noun.lemma.lower() in {"vote", "ruling", "verdict", "decision", "judgment", "judgement"}
    if parse.tokens[before].text != "," or noun.dep == "obj" or not (place or named_as or ruled):
        return None
    return next((a.i for a in parse.ancestors(participle.i) if a.is_verb), None)


_RANKS = frozenset({"first", "second", "third", "only", "last", "latest"})


_HAVING = frozenset(
    "make take announce have give reaffirm declare state express abandon drop voice unveil draw show signal become "
    "defend repeat confirm reveal outline keep break fulfil honour honor accept decline receive carry launch conduct "
    "mount stage undertake wage begin start open resume continue approve adopt authorise authorize".split()
)


def _whose(parse: Parse, verb: Token) -> int | None:
    """ "The president's decision | to withdraw", "announced plans | to attack": whose plan it is will do it."""
    noun = parse.tokens[verb.head]
    if (bidden := bidden_to(parse, verb)) is not None:
        return bidden
    ranked = any(c.lower in _RANKS for c in parse.children(noun.i, "amod"))  # "its first premier | to be arrested"
    owners = [] if ranked else [c.i for c in parse.children(noun.i, "nmod:poss")]
    givers = {"by", "from"} if noun.lemma.lower() in OFFERS else {"by"}  # "an offer | from Orland | to host talks"
    owners += [c.i for c in parse.children(noun.i, "nmod", "obl") if case_of(parse, c.i) in givers]
    governor = parse.tokens[noun.head]
    own = bool(owners) and parse.tokens[owners[0]].tag == "PRP$" and noun.dep == "obj"
    if own and governor.lemma.lower() in _HAVING:  # "the premier announced | his | intention to resign"
        return own_subject(parse, governor.i) or owners[0]
    if owners:  # "the rebels' | request | to free the men": they ask somebody else to
        return None if noun.lemma.lower() in REQUESTS else owners[0]
    if (state := whose_effort(parse, noun)) is not None:
        return state
    aims = (verb, *parse.children(verb.i, "conj")) if noun.lemma.lower() in PLOTS else ()
    aimed = any(parse.children(a.i, "obj") for a in aims)  # "a plot to kidnap and kill | a judge"
    plotting = answerer(parse, noun, own_subject) if aimed else None
    if plotting is not None:
        return plotting
    trying = tried_by(parse, verb)
    if trying is not None and not is_passive(parse, trying):
        return own_subject(parse, trying)
    if noun.dep == "obj" and governor.lemma.lower() in SETTING:
        told = parse.children(governor.i, "iobj")
        told += tuple(c for c in parse.children(governor.i, "obl") if case_of(parse, c.i) == "to")
        if told:
            return told[0].i  # "gave the rebels a day | to leave": they are to leave
    if noun.dep in {"obj", "xcomp"} and governor.lemma.lower() in _HAVING:
        return own_subject(parse, governor.i)
    return noun.i


# Verbs whose subject has the plan that is their object; who rejects a request does not do what was asked.


def shared_infinitive(parse: Parse, verb: Token) -> Token | None:
    """ "should take back the men that we captured and | try them": the verb that a bare infinitive goes with.

    Trees hang it on the finite verb in between, which no infinitive can be joined to.
    """
    governor = parse.tokens[verb.head]
    if verb.dep != "conj" or verb.tag != "VB" or governor.tag not in {"VBD", "VBN", "VBZ"}:
        return None
    if parse.children(verb.i, "aux", "mark", "nsubj", "nsubj:pass"):
        return None
    return next((a for a in parse.ancestors(governor.i) if a.tag == "VB"), None)


def _cut_off_for(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Cut ties with Veldia | for granting asylum": what somebody is cut off for, he did."""
    if token.tag != "VBG" or governor.lemma.lower() not in {"cut", "sever", "break", "suspend"}:
        return None
    if not any(c.lower == "for" for c in parse.children(token.i, "mark", "case")):
        return None
    around = (governor.i, *(c.i for c in parse.children(governor.i, "obj")))
    partners = [c.i for h in around for c in parse.children(h, "obl", "nmod") if case_of(parse, c.i) == "with"]
    return partners[0] if partners else None


_CRIMES = frozenset(
    "stab rape murder behead plant hijack kidnap abduct rob ram torch firebomb vandalise vandalize poison "
    "strangle".split()
)


def _of_object(parse: Parse, i: int, governor: Token) -> bool:
    """ "accused the group of planning", "stopped them from entering": the object does it."""
    if governor.lemma.lower() not in OF_OBJECT or any(c.lower == "short" for c in parse.children(governor.i, "advmod")):
        return False  # "stopped short | of blaming | them"
    bare = parse.tokens[i].tag == "VBG" and not parse.children(i, "mark", "case") and parse.tokens[i].dep == "xcomp"
    if bare and governor.lemma.lower() in {"stop", "prevent"}:  # "to stop | Orland | smuggling arms"
        return any(governor.i < c.i < i for c in parse.children(governor.i, "obj"))
    held = {"of", "for", "from", "with"} if governor.lemma.lower() == "charge" else {"of", "for", "from"}
    if governor.lemma.lower() in {"arrest", "detain"} and parse.tokens[i].lemma.lower() in _CRIMES:
        held = held | {"after"}  # "arrested a woman | after stabbing two men"
    return any(c.lower in held for c in parse.children(i, "mark", "case"))


def _purpose(parse: Parse, i: int) -> bool:
    return any(t.lower == "to" for t in parse.children(i, "mark", "aux"))


def own_subject(parse: Parse, i: int) -> int | None:
    """The grammatical subject of the verb at ``i``, its own or understood."""
    token = parse.tokens[i]
    for child in parse.children(i, *SUBJECTS, "nsubj:pass"):
        return real_filler(parse, i, child)
    return understood_subject(parse, i) if token.head != i else None


def _inherited(parse: Parse, governor: int, *, passive: bool) -> int | None:
    """The subject that a conjoined verb shares; an agent is not handed on to a passive ("shot and was arrested")."""
    subject = own_subject(parse, governor)
    if subject is None or passive or not is_passive(parse, governor):
        return subject
    return next((a.i for a in parse.children(governor, "obl:agent")), subject)
