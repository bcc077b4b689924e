"""Nouns as content: objects, subjects, what an object is said to be, and the noun that a relative clause is on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays import ontology
from whosays.coding.statements.slots import Content, below, has_to, is_time, phrase
from whosays.coding.words.mentions import phrase_range
from whosays.coding.words.understood import antecedent, is_passive
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Quotation, Token

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_DENYING = frozenset({"deny", "dispute", "refute", "reject"})
_MISDEEDS = frozenset(
    "misconduct wrongdoing corruption fraud rape theft bribery treason involvement abuse harassment complicity "
    "embezzlement espionage perjury extortion plagiarism racism negligence mistreatment collusion".split()
)
# "The day he spoke", "the way she sees it": when, where and how, and no object of the verb.
_CIRCUMSTANCES = frozenset("day time moment year night morning way place reason week month extent degree".split())
_TOLD = frozenset(
    "claim accusation allegation charge assertion statement report suggestion proposition contention "
    "insinuation remark comment view assessment opinion sentiment".split()
)


def object_of(parse: Parse, i: int) -> Content | None:
    """The object of a verb, or of a passive its subject; of a relative clause the noun that it is on."""
    token = parse.tokens[i]
    if not token.is_verb:
        return None
    passive = is_passive(parse, i)
    objects = parse.children(i, "nsubj:pass", "nsubj") if passive else _objects(parse, i)
    for child in objects:
        if child.lower in _RELATIVES and child.tag in {"WDT", "WP", "IN", "DT"} and child.i < i:
            head = _whom(parse, child) if child.lower == "whom" else antecedent(parse, i)
            deed = _somebody_before(parse, child, i)
            deed = _deniable_before(parse, child, i) if deed is None and head is not None else deed
            if deed is not None:
                return phrase(parse, deed)
            no_words = (
                head is not None
                and token.lemma not in _CHARGING
                and (_is_untold(parse, head) or _is_thing(parse, head, i))
            )
            if child.lower == "which" and (no_words or (head is None and token.dep == "advcl:relcl")):
                return told_clause(parse, token)
            return phrase(parse, head) if head is not None else None
        if is_time(parse, child.i):
            continue
        return _without_aside(parse, below(parse, child.i, "object"))
    if not objects and told_noun(parse, token):
        return told_clause(parse, parse.tokens[token.head])  # "said it had won, a claim | they denied"
    left_out = _left_out(parse, token) if not objects and not passive else None
    if left_out is not None:
        return phrase(parse, left_out)
    held = _held_to_be(parse, i) if not passive and not objects else None
    if held is not None:
        return below(parse, held.i, "object")
    for child in parse.children(i, "obl:unmarked", "xcomp"):
        if not passive and child.i > i and child.is_noun and not is_time(parse, child.i):
            return below(parse, child.i, "object")
    if passive and token.dep in {"acl", "acl:relcl"}:
        return phrase(parse, token.head)
    return None


def _objects(parse: Parse, verb: int) -> Sequence[Token]:
    """The objects; "a sign | that | they understood the cost": beside one "that" brings the clause, and is none."""
    objects = parse.children(verb, "obj")
    holds = any(("object", "complement") in c.content for c in load_acts().at(parse.tokens[verb].lemma.lower(), "verb"))
    behind = not holds and any(c.i > verb for c in objects)  # not "the men | that | they call thieves"
    own = [c for c in objects if not (behind and c.lower == "that" and c.i < verb)]
    return own or parse.children(verb, "iobj")


def _left_out(parse: Parse, verb: Token) -> int | None:
    """ "| The reform | the farmers want", "words | he has repeated": a clause without "that", right behind the noun."""
    clause = verb
    while clause.dep == "conj" and parse.tokens[clause.head].is_verb:
        clause = parse.tokens[clause.head]
    if parse.children(verb.i, "ccomp", "xcomp", "obl:unmarked", "obl:agent"):
        return None
    if (
        clause.dep == "acl"
        and clause.tag == "VBD"
        and not load_acts().at(parse.tokens[clause.head].lemma.lower(), "noun")
    ):
        thats = [c for c in parse.children(clause.i, "mark") if c.lower == "that"]
        if thats and parse.children(clause.i, "nsubj") and thats[0].i == min(parse.subtree(clause.i)):
            return clause.head  # "a ruling | that the groups denounced": read as what the ruling says
    if clause.dep != "acl:relcl":
        return None
    subjects = [c for c in parse.children(clause.i, "nsubj") if c.i < clause.i and c.lower not in _RELATIVES]
    noun = parse.tokens[clause.head]
    first = min(parse.subtree(clause.i))
    adjoins = phrase_range(parse, noun.i)[1] == first and noun.i < first
    whole = len(subjects) == 1 and phrase_range(parse, subjects[0].i)[0] == first
    timed = is_time(parse, noun.i) or noun.lemma.lower() in _CIRCUMSTANCES
    return noun.i if whole and adjoins and noun.is_noun and not timed else None


def _without_aside(parse: Parse, content: Content) -> Content:
    """ "Described, | in harsh terms, | a plan": a phrase in commas before the object's own words is none of it."""
    first = min(content.tokens)
    comma = next((i for i in sorted(content.tokens) if i < content.head and parse.tokens[i].text == ","), None)
    aside = parse.tokens[first].tag == "IN" and parse.tokens[first].dep == "case" and comma is not None
    if not aside or comma is None or parse.tokens[first - 1].text != ",":
        return content
    return Content(frozenset(i for i in content.tokens if i > comma), content.head, content.slot, content.opener)


def _is_untold(parse: Parse, head: int) -> bool:
    """Whether nobody can deny or accept it: somebody, a place, what is done by "spying"."""
    token = parse.tokens[head]
    named = any(n.start <= head < n.end and n.label in {"person", "nationality", "place"} for n in parse.names)
    return named or token.is_verb or ontology.load().nouns.kind_of(token.lemma.lower()) in {"person", "place"}


def _is_thing(parse: Parse, head: int, verb: int) -> bool:
    """ "Accused it of shelling the mill, | which | it denied": nobody denies a mill."""
    denies = parse.tokens[verb].lemma.lower() in _DENYING
    if denies and parse.tokens[head].tag == "NNPS":  # "a plot against | the Kelmarians |, which he denied"
        return True
    if denies and parse.tokens[head].lemma.lower() in _STANDING and parse.tokens[head].dep in {"obj", "obl", "nmod"}:
        return True  # "said Orland was hindering | the peace efforts |, which it denies"
    kind = ontology.load().nouns.kind_of(parse.tokens[head].lemma.lower())
    return denies and kind not in {"event", "abstract", "document"} and parse.behind(head).text == ","


# What there is, and nobody denies: only that somebody does something to it.
_STANDING = frozenset(
    "effort security policy economy relation process system stability peace sovereignty democracy law sanction rule "
    "truce ceasefire talks border independence treaty constitution vote election".split()
)


def _somebody_before(parse: Parse, which: Token, verb: int) -> int | None:
    """ "Fired at men on a hill, | which it described as a unit of fighters": what it calls a unit is somebody."""
    nouns = ontology.load().nouns
    called = [c for c in parse.children(verb, "obl") if any(k.lower == "as" for k in parse.children(c.i, "case"))]
    if which.lower != "which" or not any(nouns.kind_of(c.lemma.lower()) in _SOMEBODY for c in called):
        return None
    last = parse.tokens[which.i - 2 if parse.tokens[which.i - 1].text == "," else which.i - 1]
    near = [a for a in (last, *parse.ancestors(last.i)) if a.is_noun and a.i <= last.i]
    return next((a.i for a in near if nouns.kind_of(a.lemma.lower()) in _SOMEBODY or a.tag.startswith("NNP")), None)


_CHARGING = frozenset({"accuse", "blame", "suspect"})  # "with Iran, | which | is accused": somebody, and no words
_SOMEBODY = frozenset({"person", "organisation"})


def _deniable_before(parse: Parse, which: Token, verb: int) -> int | None:
    """ "Removed by the council for | misconduct |, which she denies": what stands before "which" can be denied."""
    before = parse.tokens[which.i - 2] if which.i > 1 else which
    if which.lower != "which" or parse.tokens[verb].lemma.lower() not in _DENYING or not before.is_noun:
        return None
    return before.i if before.lemma.lower() in _MISDEEDS else None


def told_noun(parse: Parse, verb: Token) -> bool:
    """ "A claim | they denied": whether the clause is on a noun for what was said."""
    noun = parse.tokens[verb.head]
    before = parse.tokens[phrase_range(parse, noun.i)[0] - 1].text
    aside = verb.dep == "acl" and verb.tag == "VBN" and before == ","  # ", a claim | denied by Holub"
    brought = any(c.lower == "that" for c in parse.children(verb.i, "mark"))
    judged = verb.lemma.lower() in _DENYING or (  # "a remark | that a nurse described as heartless |"
        verb.lemma.lower() in _JUDGING and not parse.children(verb.i, "obj", "ccomp")
    )
    if brought and not judged:
        return False  # "the claim | that she wanted it shut": what is claimed
    return (verb.dep == "acl:relcl" or aside or (brought and judged)) and noun.lemma.lower() in _TOLD


_JUDGING = frozenset("describe call denounce condemn criticise criticize dismiss".split())


def _who_told(parse: Parse, verb: int) -> set[int]:
    """ "| According to them, | the men were beaten, a remark echoed by nurses": whose words those are."""
    start = parse.sentences[parse.sentence(verb)][0]
    first = parse.tokens[start]
    comma = next((i for i in range(start, min(start + _FEW, verb)) if parse.tokens[i].text == ","), None)
    return set(range(start, comma + 1)) if first.lower == "according" and comma is not None else set()


_FEW = 12  # tokens that an opening "according to" may have


def told_clause(parse: Parse, verb: Token) -> Content | None:
    """ "Said there was a plot against the farmers, | which | he denied": the plot, not the farmers."""
    own = set(parse.subtree(verb.i))
    own |= _who_told(parse, verb.i)
    clause = next(
        (a for a in parse.ancestors(verb.i) if a.i < verb.i and parse.children(a.i, "nsubj", "nsubj:pass")), None
    )
    if clause is None:
        return None
    on = {i for c in parse.children(clause.i, "conj") if c.i > verb.i for i in parse.subtree(c.i)}
    return Content(frozenset(t for t in parse.subtree(clause.i) if t not in own | on), clause.i, "object")


def _whom(parse: Parse, pronoun: Token) -> int | None:
    """ "Ties to the prince, | whom | they accuse": somebody, the noun nearest before, wherever the clause hangs."""
    last = pronoun.i - 1
    while last > 0 and not parse.tokens[last].text[0].isalnum():
        last -= 1
    name = next((n for n in parse.names if n.start <= last < n.end), None)
    if name is not None:
        return parse.root_of(name.start, name.end)
    return next((a.i for a in (parse.tokens[last], *parse.ancestors(last)) if a.is_noun and a.i <= last), None)


def subject_of(parse: Parse, i: int) -> Content | None:
    """Of whom something seems to be so: "| the rebels | seem to have left"."""
    for child in parse.children(i, "nsubj"):
        if child.lower in _RELATIVES:
            head = antecedent(parse, i)
            return phrase(parse, head) if head is not None else None
        return below(parse, child.i, "subject")
    return None


def complement_of(parse: Parse, i: int) -> Content | None:
    """What an object is said to be: "called the plan a trick", "deemed it safe"."""
    objects = parse.children(i, "obj", "nsubj:pass")
    for child in parse.children(i, "xcomp", "obj", "obl"):
        if child in objects[:1] or child.i < i:
            continue
        if child.dep == "obl" and parse.children(child.i, "case"):
            continue
        if child.dep == "xcomp" and has_to(parse, child):
            continue
        whole = below(parse, child.i, "complement")
        held = _held_to_be(parse, i) if not objects else None
        if held is None:
            return whole
        return msgspec.structs.replace(whole, tokens=whole.tokens - set(parse.subtree(held.i)))
    for noun in objects[:1]:  # "called the deal “a first step”", "the tax “unfair”": hung on the object by mistake
        beside = parse.children(noun.i, "appos")
        if len(beside) > 1 and parse.tokens[min(parse.subtree(beside[-1].i))].lower in {"a", "an", "the"}:
            return below(parse, beside[-1].i, "complement")  # "called Ruiz, a judge, | an outstanding leader"
        for child in (c for c in parse.children(noun.i, "appos", "amod", "nmod") if c.dep != "nmod" or c.tag == "JJ"):
            if child.i > noun.i and parse.tokens[min(parse.subtree(child.i))].text != ",":
                return below(parse, child.i, "complement")
        end = phrase_range(parse, noun.i)[1]
        behind = parse.tokens[end] if noun.i > i and end < len(parse.tokens) else None
        if behind is not None and behind.tag in {"JJ", "VBN"} and behind.head != noun.i:  # "calls Ruiz unfit"
            return below(parse, behind.i, "complement")
        quoted = next((q for q in parse.quotations if noun.i > i and _judges(parse, noun, end, q)), None)
        if quoted is not None and quoted.close > end + 1:  # "called the raid | “cowardly” | on Monday"
            told = range(quoted.open, quoted.close + 1)
            return Content(frozenset(told), parse.root_of(quoted.open + 1, quoted.close), "complement")
    return None


def _held_to_be(parse: Parse, i: int) -> Token | None:
    """ "Considers | the group | a nuisance": who is thought to be so, taken for the subject of what he is held for."""
    for child in parse.children(i, "xcomp"):
        bare = child.i > i and (child.is_noun or child.tag == "JJ") and not has_to(parse, child)
        subjects = [c for c in parse.children(child.i, "nsubj") if i < c.i < child.i]
        if bare and subjects and not parse.children(child.i, "cop", "case"):
            return subjects[0]
    return None


def _judges(parse: Parse, noun: Token, end: int, quotation: Quotation) -> bool:
    """ "Called the plan to open a mill | “a disgrace”": quoted words that end the object, wherever they hang."""
    if quotation.open == end:
        return True
    last = max((i for i in parse.subtree(noun.i) if parse.tokens[i].text[0].isalnum()), default=noun.i)
    inside = noun.i < quotation.open < last < quotation.close
    opening = parse.behind(quotation.open)
    return inside and (opening.lower in {"a", "an"} or opening.tag in {"JJ", "VBN"}) and opening.i < quotation.close
