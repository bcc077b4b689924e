"""In what way something is said: made, repeated, habitual, expected or negated; certain or not; when."""

from __future__ import annotations

from whosays.coding.statements.drafts import Range
from whosays.ontology.acts import Cue
from whosays.parse import Parse, Token
from whosays.records import Certainty, StatementStatus

_REPEATED = frozenset("repeatedly consistently persistently frequently continually insistently".split())
_HABITUAL = frozenset("routinely regularly always usually habitually constantly typically often commonly".split())
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "rarely", "seldom"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_NEWS_UNDONE = frozenset({"claim", "blame"})
_KEEPS = frozenset("say comment confirm discuss disclose identify specify elaborate reveal speculate explain".split())
_WOULD = frozenset({"would", "'d", "’d"})
# "continues to claim", "keeps saying": so again and again. "went on to say", "began by asking": simply so.
_CARRIES_ON = frozenset({"continue", "keep", "persist"})
_STARTS = frozenset("go begin start proceed come use take turn pause hasten rush dare quick careful".split())
_BRINGS = frozenset("lead prompt force compel cause".split())  # "led her to declare": so she did
_TRIES = frozenset({"try", "attempt"})
_MAKING_OUT = frozenset(
    "explain persuade convince portray paint cast depict frame justify downplay minimize minimise reassure assure "
    "underscore highlight stress emphasize emphasise clarify argue discredit assuage rationalize rationalise".split()
)
_FUTURE = frozenset("expect plan schedule intend set prepare ready due likely poise".split())
_STOPS = frozenset("stop avoid cease refrain decline refuse fail forbear".split())
# "called on them to condemn it": nobody has yet. "questioned to determine whether": nobody says so.
_ASKING = frozenset("call urge ask appeal press beg order tell invite request push want need demand expect".split())
_HINDERING = frozenset(
    "bar prevent ban block prohibit forbid discourage deter dissuade restrain enjoin preclude stop keep hinder".split()
)
_WISHES = frozenset("demand urge ask request recommend insist propose".split())
_FINDING_OUT = frozenset("determine identify prove demonstrate estimate clarify learn know understand see".split())
_BACKING = frozenset({"support", "back", "help", "oppose"})  # "sent men to support him": with deeds
_SEVERAL = frozenset({"several", "many", "numerous", "two", "three", "multiple", "repeated", "various"})
_AGAIN = frozenset({("time", "and", "again"), ("again", "and", "again"), ("over", "and", "over")})
_SEEMS = frozenset({"seem", "appear", "look", "sound"})
_UNREAL_MARKS = frozenset({"if", "unless", "whether", "without", "lest", "instead"})
_POSSIBLE = frozenset({"may", "might", "could", "perhaps", "possibly", "maybe", "possible"})
_PROBABLE = frozenset("likely probably presumably apparently suspected allegedly probable reportedly should".split())
_OVER = frozenset({"over", "for", "throughout", "during", "in", "across"})
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible")


def status_of(parse: Parse, cue: Cue, verb: int) -> StatementStatus | None:
    """The status of the act that the verb tells of; None for no act at all ("if he said", "should say")."""
    if "not" in cue.words:  # "did not respond": the act is the silence
        return "made"
    base = _shared(parse, verb)
    token = parse.tokens[base]
    if _puts_question(parse, verb) or _is_unnamed(parse, verb):
        return None
    if any(m.lower in _UNREAL_MARKS for m in parse.children(base, "mark", "case")):
        return None
    modal = _modal(parse, verb) or _modal(parse, base)
    if cue.wished:  # "would like to" tells of a wish, "likes to" of a taste
        return ("negated" if _negated(parse, verb) else "made") if modal in _WOULD else None
    if modal in _WOULD and _negated(parse, verb) and token.lemma.lower() in _KEEPS:
        return "negated"  # "would not say if the road was mined"
    only = modal in _WOULD and any(c.lower == "only" for c in parse.children(verb, "advmod"))
    if only and cue.quote and cue.head == "say":
        return "made"  # "would only say that the road was mined"
    if modal is not None and modal not in _WILL:
        return None
    if _asks(parse, verb):
        return None
    governed = "negated" if cue.act in _NEWS_UNDONE and _is_left_undone(parse, token) else _governed(parse, token)
    if governed is None:
        return None
    if _negated(parse, verb) or (base != verb and parse.tokens[verb].tag == "VB" and _negated(parse, base)):
        return "negated"
    if modal in _WILL:
        return "expected"
    if governed != "made":
        return governed
    return cue.status or _frequency(parse, verb)


def _is_unnamed(parse: Parse, verb: int) -> bool:
    """ "Who asked not to be identified | discussing | the talks": why he is not named, and nothing said."""
    token = parse.tokens[verb]
    return token.lower == "discussing" and parse.tokens[token.head].lemma.lower() in {"identify", "name", "quote"}


def withholds(parse: Parse, verb: int) -> bool:
    """ "Would not | say | if the road was mined", "will not discuss it": asked, and gives no answer."""
    modal = _modal(parse, verb) or _modal(parse, _shared(parse, verb))
    return modal in _WOULD | _WILL and parse.tokens[verb].lemma.lower() in _KEEPS


def _puts_question(parse: Parse, verb: int) -> bool:
    """ "What *does it say* about us": no statement of anybody's."""
    subjects = (s for s in parse.children(verb, "nsubj", "expl") if s.lower == "it")
    return any(c.lemma == "do" and c.i < s.i for s in subjects for c in parse.children(verb, "aux"))


def _shared(parse: Parse, verb: int) -> int:
    """The first verb of a coordination that has the auxiliaries and the governor for all of them."""
    current = parse.tokens[verb]
    while current.dep == "conj" and parse.tokens[current.head].is_verb:
        if parse.children(current.i, "nsubj", "nsubj:pass", "aux", "aux:pass"):
            break
        if current.tag not in {"VB", "VBG", "VBN"} and current.tag != parse.tokens[current.head].tag:
            break
        current = parse.tokens[current.head]
    return current.i


def _modal(parse: Parse, verb: int) -> str | None:
    words = [c.lower for c in parse.children(verb, "aux", "aux:pass") if c.tag == "MD"]
    return words[0] if words else None


def _asks(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    last = next((t for t in reversed(parse.around(verb)) if t.text not in {"”", '"', "’", "'", "''"}), token)
    if any(verb < q.open < last.i < q.close for q in parse.quotations):
        return False  # 'Holub asked, "With tanks?"'
    return last.text == "?" and token.head == token.i and not parse.children(verb, "ccomp", "parataxis")


def _negated(parse: Parse, verb: int) -> bool:
    beside = parse.children(verb, "advmod", "neg", "cc", "cc:preconj")
    above = parse.tokens[parse.tokens[verb].head]
    if parse.tokens[verb].tag == "JJ" and parse.tokens[verb].dep == "xcomp" and above.lemma.lower() in _SEEMS:
        beside = (*beside, *parse.children(above.i, "advmod", "neg"))  # "does not seem | keen to act |"
    return any(c.lower in NEGATIONS or (c.lower == "longer" and _is_no(parse, c)) for c in beside)


def _is_no(parse: Parse, longer: Token) -> bool:
    """ "They | no longer | trusted him", "did not trust him any longer"."""
    return any(c.lower == "no" for c in parse.children(longer.i))


def _governed(parse: Parse, token: Token) -> StatementStatus | None:
    """What the governor of an infinitive or a gerund makes of it."""
    governor = parse.tokens[token.head]
    lemma = governor.lemma.lower()
    infinitive = token.tag == "VB" and any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))
    if token.tag == "VBG" and parse.tokens[token.i - 1].lower == "from" and _is_hindered(parse, token):
        return None  # "barred the editor | from repeating it"
    if infinitive and lemma == "have" and any(c.lower == "yet" for c in parse.children(governor.i, "advmod")):
        return "negated" if token.dep == "xcomp" else None  # "has yet | to say | whether"
    return _governed_by(parse, token, governor, infinitive=infinitive)


def _governed_by(parse: Parse, token: Token, governor: Token, *, infinitive: bool) -> StatementStatus | None:
    lemma = governor.lemma.lower()
    if token.dep == "xcomp" and (infinitive or token.tag == "VBG"):
        if lemma in _CARRIES_ON:
            return "habitual"
        if lemma in _STARTS or tried(parse, token) or (lemma in _BRINGS and governor.tag in {"VBD", "VBN", "VBG"}):
            return "made"
        if lemma in _FUTURE:
            return "expected"
        return None
    if infinitive and governor.tag == "JJ" and lemma in _STARTS and token.dep == "advcl" and governor.i < token.i:
        return "made"  # "was quick to point out": hung on the adjective loosely
    if infinitive and parse.tokens[max(token.i - 2, 0)].lower == "anonymity":
        return None  # "on condition of anonymity to discuss the talks": why no name is told
    if infinitive:
        purpose = token.dep == "advcl" and governor.is_verb and _modal(parse, governor.i) is None
        purpose = purpose and lemma not in _ASKING and token.lemma.lower() not in _FINDING_OUT | _BACKING
        asked = purpose and _is_bare_infinitive(parse, governor) and _governed(parse, governor) is None
        return "made" if purpose and not asked and not _negated(parse, governor.i) else None
    if token.tag == "VBG" and token.dep in {"ccomp", "advcl"} and lemma in _STOPS:
        # "refrained from saying"; but "declined to comment, | saying that": there it is said
        return "made" if parse.tokens[token.i - 1].text == "," else None
    if token.dep in {"ccomp", "xcomp"} and token.lower == token.lemma.lower() and lemma in _WISHES:
        return None  # "demanded that both sides | explain themselves"
    if token.tag == "VBG" and token.lemma.lower() in _BACKING and parse.children(token.i, "mark"):
        return None  # "devoted his life to | supporting the poor"
    if token.dep in {"csubj", "amod"}:
        return None
    return "made"


def tried(parse: Parse, token: Token) -> bool:
    """ "Tried | to explain | the raid", "is trying | to convince them that it works": with words, well or not."""
    governor = parse.tokens[token.head]
    trying = token.dep == "xcomp" and governor.i < token.i and governor.lemma.lower() in _TRIES
    told = governor.tag in {"VBD", "VBZ", "VBP", "VBN", "VBG"} and governor.dep != "xcomp"
    return trying and told and token.lemma.lower() in _MAKING_OUT


def _is_left_undone(parse: Parse, token: Token) -> bool:
    """ "Stopped short of | blaming | the army", "refrained from | blaming | it": that nobody does so is news."""
    governor = parse.tokens[token.head]
    if token.tag != "VBG" or not {"of", "from"} & {m.lower for m in parse.children(token.i, "mark", "case")}:
        return False
    above = [governor, parse.tokens[governor.head]]
    short = parse.tokens[token.i - 2].lower == "short" and any(a.lemma.lower() in {"stop", "fall"} for a in above)
    return (short or governor.lemma.lower() in {"refrain", "abstain"}) and not _negated(parse, governor.i)


def _is_hindered(parse: Parse, token: Token) -> bool:
    above = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    return above is not None and above.i < token.i and above.lemma.lower() in _HINDERING


def _is_bare_infinitive(parse: Parse, token: Token) -> bool:
    """ "Urged Britain | to do more | to support them": what is urged for a purpose is not done yet either."""
    return token.tag == "VB" and any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def _frequency(parse: Parse, verb: int) -> StatementStatus:
    adverbs = {c.lower for c in parse.children(verb, "advmod", "obl")}
    if adverbs & _REPEATED or _again_and_again(parse, verb) or _several_times(parse, verb):
        return "repeated"
    if adverbs & _HABITUAL:
        return "habitual"
    perfect = any(c.lemma == "have" for c in parse.children(verb, "aux"))
    return "repeated" if perfect and _over_years(parse, verb) else "made"


def _again_and_again(parse: Parse, verb: int) -> bool:
    """ "time and again", "again and again", "over and over"."""
    for child in parse.children(verb, "advmod", "obl", "obl:tmod", "obl:unmarked", "obl:npmod"):
        words = tuple(t.lower for t in parse.tokens[child.i : child.i + 3])
        if words in _AGAIN:
            return True
    return False


def _several_times(parse: Parse, verb: int) -> bool:
    """ "on several occasions", "many times"."""
    for child in parse.children(verb, "obl", "obl:tmod", "obl:unmarked", "obl:npmod", "nmod:tmod"):
        counted = {c.lower for c in parse.children(child.i, "amod", "nummod", "det")} & _SEVERAL
        if child.lemma.lower() in {"occasion", "time"} and counted:
            return True
    return False


def _over_years(parse: Parse, verb: int) -> bool:
    """ "over the last three years": a stretch of time behind a perfect, wherever the parser hung it."""
    subtree = set(parse.subtree(verb))
    for time in parse.times:
        if time.unit in {"month", "season", "year", "decade"} and time.start in subtree and time.amount != 1:
            before = parse.tokens[time.start - 1].lower if time.start else ""
            start = parse.tokens[time.start].lower
            if (before in _OVER or start in _OVER) and time.start - verb <= 8 and (time.amount or 0) > 1:
                return True
    return False


def certainty_of(parse: Parse, cue: Cue, content_head: int | None) -> Certainty:
    """How sure the speaker is, by the cue and by the modals of the content."""
    worst = _ORDER.index(cue.certainty)
    if content_head is not None:
        words = {c.lower for c in parse.children(content_head, "aux", "advmod")} | {parse.tokens[content_head].lower}
        worst = max(worst, 2 if words & _POSSIBLE else 1 if words & _PROBABLE else 0)
    return _ORDER[worst]


def when_of(parse: Parse, verb: int, content: frozenset[int]) -> Range | None:
    """The time expression that hangs on the cue and not in its content."""
    start, end = parse.sentences[parse.sentence(verb)]
    for time in parse.times:
        if not start <= time.start < end or content & set(range(time.start, time.end)):
            continue
        if time.kind in {"duration", "set"}:
            continue
        root = parse.tokens[parse.root_of(time.start, time.end)]
        if root.head == verb:
            return time.start, time.end
    return None
