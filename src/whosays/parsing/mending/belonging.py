"""To which of several words before it a clause, a doer, a time or a toll belongs.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import SUBJECTS, moved, on


@on("acl:relcl")
def _which_behind_which(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The raid, which was revenge for strikes | which killed nine |": the second clause is of the noun before it."""
    noun = parse.tokens[token.head]
    first = next((c for c in parse.children(noun.i, "acl:relcl") if noun.i < c.i < token.i), None)
    if first is None or parse.children(token.i, "cc"):
        return
    opener = next((c for c in parse.children(token.i, *SUBJECTS) if c.lower in _RELATIVE), None)
    if opener is None or not any(t.lower in _RELATIVE for t in parse.tokens[noun.i + 1 : first.i]):
        return
    inside = [parse.tokens[i] for i in parse.subtree(first.i) if first.i <= i < opener.i]
    nouns = [t for t in inside if t.is_noun and t.dep in {"obj", "obl", "nmod", "obl:agent", "nsubj:pass"}]
    if nouns and nouns[-1].tag in {"NN", "NNS"} and parse.tokens[opener.i - 1].text != ",":
        yield moved(token, "acl:relcl", nouns[-1].i)


_RELATIVE = frozenset({"which", "that"})
_REQUITAL = frozenset("retaliation response revenge reprisal retribution vengeance".split())


@on("nmod", "nmod:unmarked", "obl", "obl:unmarked")
def _when_it_was_requited(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In retaliation for strikes | last month in Kest |": when and where the strikes were, right behind them."""
    above = parse.tokens[token.head]
    first = min(parse.subtree(token.i))
    answer = next((a for a in _answers(parse, above) if a.i < first), None)
    if answer is None:
        return
    behind = [c for c in parse.children(answer.i, "nmod") if answer.i < c.i < first and c.is_noun]
    if not behind or not {c.lower for c in parse.children(behind[0].i, "case")} & {"for", "to"}:
        return
    words = {c.lower for c in parse.children(token.i, "case")}
    own = answer.i == above.i
    if parse.tokens[first - 1].text == "," or (not own and token.dep == "obl" and not token.tag.startswith("NNP")):
        return
    if token.dep.endswith(":unmarked") or words & ({"in", "near", "at", "on"} if own else {"in", "near"}):
        yield moved(token, "nmod:unmarked" if token.dep.endswith(":unmarked") else "nmod", behind[0].i)


def _answers(parse: Parse, above: Token) -> list[Token]:
    """ "In | retaliation |", above a word or beside it: "carried it out in retaliation for strikes | last month |"."""
    if above.lemma.lower() in _REQUITAL:
        return [above]
    if not above.is_verb:
        return []
    beside = parse.children(above.i, "obl")
    below = [n for c in parse.children(above.i, "obj") for n in parse.children(c.i, "nmod")]
    return [t for t in (*beside, *below) if t.lemma.lower() in _REQUITAL]


@on("conj")
def _by_whom_behind_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Sanctions imposed on banks and farmers | by Orland |": "by" opens no member of a list, but tells who did it."""
    first = parse.tokens[token.head]
    by = [c for c in parse.children(token.i, "case") if c.lower == "by"]
    if not by or not first.is_noun or parse.children(token.i, "cc") or parse.tokens[by[0].i - 1].text == ",":
        return
    if any(c.lower == "by" for c in parse.children(first.i, "case")):
        return
    while first.dep in {"conj", "nmod", "appos"} and parse.tokens[first.head].is_noun:
        first = parse.tokens[first.head]
    verb = parse.tokens[first.head]
    done = verb.tag == "VBN" and verb.i < first.i and first.dep in {"obl", "obj"}
    if done and not parse.children(verb.i, "obl:agent"):
        yield moved(token, "obl:agent", verb.i)


@on("nsubj", "nsubj:pass")
def _most_of_its_kind(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Nine died in the raid, | the most deadly | in years": of which kind it was, behind the verb, and nobody."""
    verb = parse.tokens[token.head]
    if token.tag not in {"JJ", "JJS"} or token.i < verb.i or not parse.children(token.i, "det"):
        return
    subjects = [c for c in parse.children(verb.i, token.dep) if c.i < verb.i]
    first = min(parse.subtree(token.i))
    before = parse.tokens[first - 2]
    ranked = token.tag == "JJS" or any(c.tag == "RBS" for c in parse.children(token.i, "advmod"))
    if subjects and ranked and parse.tokens[first - 1].text == "," and before.is_noun and before.i > verb.i:
        yield moved(token, "appos", before.i)


@on("conj", "acl")
def _harmed_behind_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed dozens - many of them cooks - | wounded | hundreds, and led many to flee": all that it did."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    if token.tag not in {"VBD", "VBN"} or noun.dep != "obj" or not verb.is_verb or verb.i > noun.i:
        return
    if token.lemma.lower() not in _HARMING or parse.children(token.i, *SUBJECTS, "aux", "aux:pass", "obl:agent", "cc"):
        return
    counted = [c for c in parse.children(token.i, "obj", "obl:unmarked") if c.i > token.i]
    aside = parse.tokens[token.i - 1].text in _DASHES | {","}
    if counted and aside and (verb.lemma.lower() in _HARMING):
        yield moved(token, "conj", verb.i, verb.tag)
        if counted[0].dep == "obl:unmarked":
            yield moved(counted[0], "obj", token.i)


_HARMING = frozenset({"kill", "wound", "injure", "hurt", "displace", "destroy", "damage", "burn", "maim"})
_DASHES = frozenset({"–", "—", "-", "--"})


@on("xcomp", "advcl", "ccomp")
def _ousted_premier(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court jailed | ousted | president Jan Holub": what he is, and no deed of the court's."""
    verb = parse.tokens[token.head]
    if token.tag not in {"VBN", "VBD"} or token.i != verb.i + 1 or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return
    objects = [c for c in parse.children(verb.i, "obj", "iobj", "xcomp", "aux", "aux:pass") if c.i != token.i]
    if verb.lemma.lower() in _WITH_PARTICIPLES or objects:
        return
    whom = parse.children(token.i, "obj")
    if len(whom) != 1 or parse.children(token.i, *SUBJECTS, "mark", "aux", "aux:pass", "cc", "compound:prt"):
        return
    inside = [i for i in parse.subtree(whom[0].i) if i < whom[0].i]
    named = whom[0].tag.startswith("NNP") and bool(parse.children(whom[0].i, "nmod:desc", "compound"))
    if parse.children(whom[0].i, "det", "nmod:poss") or min((*inside, whom[0].i)) != token.i + 1 or not named:
        return
    yield moved(token, "amod", whom[0].i, "VBN")
    yield moved(whom[0], "obj", verb.i)
    for subject in parse.children(verb.i, "nsubj:pass"):
        yield moved(subject, "nsubj", verb.i)
    for child in parse.children(token.i):
        if child.i != whom[0].i:
            yield moved(child, child.dep, verb.i)


_WITH_PARTICIPLES = frozenset({"have", "be", "get", "keep", "become", "remain", "feel", "stay", "seem", "look", "say"})


@on("obl")
def _much_of_it(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Recaptured much | of the valley |": an amount of something, and no way of doing it."""
    amount = parse.tokens[token.head]
    if amount.lower in _AMOUNTS and not amount.is_verb and amount.i < token.i:
        cases = parse.children(token.i, "case")
        if cases and cases[0].lower == "of" and cases[0].i == amount.i + 1:
            yield moved(token, "nmod", amount.i)


_AMOUNTS = frozenset("much most many all some half part few several little none both any".split())


@on("ccomp")
def _remains_so(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said he remains | confident | that it is safe": what he remains, and no second thing said."""
    verb = parse.tokens[token.i - 1] if token.i else token
    beside = verb.head == token.head and verb.dep == "ccomp" and verb.lemma.lower() in _LINKING
    if token.tag == "JJ" and beside and not parse.children(token.i, *SUBJECTS, "cop"):
        yield moved(token, "xcomp", verb.i)


_LINKING = frozenset({"remain", "stay", "seem", "appear", "feel", "become", "grow", "sound"})


RULES = (
    _ousted_premier,
    _which_behind_which,
    _when_it_was_requited,
    _by_whom_behind_list,
    _most_of_its_kind,
    _harmed_behind_aside,
    _much_of_it,
    _remains_so,
)
