"""How far a cue reaches: its particles, auxiliaries and adverbs, and the words that lead on to it."""

from __future__ import annotations

from whosays.coding.statements.drafts import Found
from whosays.coding.words.mentions import phrase_range
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse

_LEADS = frozenset({"go", "begin", "remain", "continue", "come", "respond", "quick"})
_OPENERS = frozenset({"as", "of", "for", "over"})
_PAPER = 6  # words from "issued" to the verb of what the paper says
_FEW = 2  # words that may stand inside a cue without being its own: "made *it* clear"


def _led_on(parse: Parse, i: int) -> set[int]:
    """ "*Went on to* say", "*began by* saying": the verb that leads on to the cue is part of it."""
    token = parse.tokens[i]
    leads = parse.tokens[token.head]
    between = range(leads.i + 1, i)
    near = leads.i < i <= leads.i + 3 and all(parse.tokens[k].lower in {"on", "to", "by"} for k in between)
    if near and token.dep in {"xcomp", "advcl"} and leads.lemma.lower() in _LEADS:
        helping = (c.i for c in parse.children(leads.i, "cop", "aux") if c.i < leads.i)
        return {leads.i, *between, *(helping if leads.tag == "JJ" else ())}  # "*was quick to* point out"
    return set()


def _leading_on(parse: Parse, found: Found, last: int) -> set[int]:
    """ "Is seen *as*", "were accused *of*": of a passive the preposition right behind it, as of "calls *for*"."""
    if last + 1 >= len(parse.tokens) or not found.content or not is_passive(parse, found.token):
        return set()
    opener = parse.behind(last)
    leads = opener.i in found.content and opener.lower in _OPENERS and min(found.content) < found.token
    return {opener.i} if leads and opener.dep in {"case", "mark"} else set()


def _in_statement(parse: Parse, found: Found) -> set[int]:
    """ "Said *in a statement*": the words that every desk writes so."""
    behind = range(found.token + 1, min(found.token + 4, len(parse.tokens)))
    stock = [parse.tokens[i].lower for i in behind] == ["in", "a", "statement"]
    return set(behind) if stock and not found.content.intersection(behind) else set()


def _speaker(parse: Parse, found: Found) -> set[int]:
    """ "*Has the backing of* | Washington": whom the words came from is no part of the cue."""
    if found.cue.speaker is None or found.source.head is None:
        return set()
    return set(range(*phrase_range(parse, found.source.head)))


def _in_document(parse: Parse, found: Found) -> set[int]:
    """ "*Issued a statement* saying", "*published a report that* accuses": what is said is said in the paper."""
    token = parse.tokens[found.token]
    paper = parse.tokens[token.head]
    maker = parse.tokens[paper.head]
    if token.dep not in {"acl", "acl:relcl"} or paper.i not in found.source.relay or found.source.head is None:
        return set()
    if paper.dep != "obj" or not maker.is_verb or maker.i > paper.i or token.i - maker.i > _PAPER:
        return set()
    made = set(range(maker.i, token.i))
    return set() if made & found.content or found.source.head in made else made


def cue_range(parse: Parse, found: Found) -> tuple[int, int]:
    """The words of the cue with its auxiliaries and adverbs, as one stretch around its head."""
    own = set(found.words)
    for child in parse.children(found.token):
        if child.tag == "WRB":  # "when asked"
            continue
        helps = child.dep in {"aux", "aux:pass", "cop", "compound:prt"}
        if (helps or (child.dep == "advmod" and child.i < found.token)) and not parse.children(child.i):
            own.add(child.i)
        if child.dep == "advmod" and child.lower.endswith("ly") and child.i == found.token + 1:
            own |= {child.i} - found.content  # "said *repeatedly* that"
        if child.lower == "to" and child.dep == "mark" and child.i < found.token:
            own.add(child.i)
    for word in found.words:
        if word != found.token and parse.tokens[word].is_noun:
            own.update(set(range(*phrase_range(parse, word))) - found.content)
    own -= _speaker(parse, found)
    own |= _led_on(parse, found.token)
    between = set(range(min(found.words), max(found.words) + 1)) - own
    helping = all(parse.tokens[i].tag == "RB" or parse.tokens[i].lower == "it" for i in between)
    if len(between) <= _FEW and not between & found.content and helping:
        own |= between  # "made *it* clear", "called *loudly* for"
    own |= _in_statement(parse, found) | _in_document(parse, found)
    if parse.tokens[found.token].tag in {"NN", "NNS"} and found.rule != "according":
        before = {c.i for c in parse.children(found.token, "amod", "det", "compound") if c.i < found.token}
        own |= before - found.content  # not "a | Ruiz | *supporter*"
    own |= _leading_on(parse, found, max(own))
    start = end = found.token
    while start - 1 in own:
        start -= 1
    while end + 1 in own:
        end += 1
    return start, end + 1
