"""How far what is said reaches: on through the quotations inside it, and no further than the next speaker's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.conditions import conditioned
from whosays.coding.statements.drafts import Found, is_mark
from whosays.coding.statements.edges import behind_colon, ends_open, in_brackets, without_gesture, without_stray
from whosays.coding.statements.fronted import fronted
from whosays.coding.statements.objects import told_noun
from whosays.coding.statements.occasion import without_paper, without_time
from whosays.coding.statements.overrun import overrun
from whosays.coding.statements.slots import has_to
from whosays.parse import Parse, Token

_CONTRASTS = frozenset({"while", "whereas", "although", "though", "but"})
_JOINTS = frozenset({"IN", "TO", "DT", "CC", "MD", "PRP$", "WDT", "VBZ", "VBD", "RB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_GOES_ON = frozenset({"CC", "IN", "TO", "VBD", "VBZ", "MD"})
_ASIDE = frozenset({"-", "--", "–", "—"})
_FEW = 4  # words between two quoted pieces of one clause: 'had "new hope" that "all would be well"'


def bounded(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """The finds, in order, each with the content that is its own."""
    for f in found:
        beyond = _rivals(parse, f, found) | _meanwhile(parse, f) | _besides(parse, f, found) | overrun(parse, f, found)
        content = _to_its_verb(parse, f, f.content - beyond)
        content = _from_its_opening(parse, f, content, found)
        content = without_time(parse, f, content)
        content = fronted(parse, f, conditioned(parse, f, _resumed(parse, f, content, found), found), found)
        content = _through_quotations(parse, f, without_gesture(parse, f, content))
        content = _past_quotation(parse, f, content, found)
        content = without_paper(parse, f, _without_gloss(parse, f, content))
        content = without_stray(parse, in_brackets(parse, f, behind_colon(parse, f, content)))
        yield f if content == f.content else msgspec.structs.replace(f, content=content)


def _rivals(parse: Parse, found: Found, others: Sequence[Found]) -> frozenset[int]:
    """ "Six said yes, while two said no": what another says behind a contrast is not the first speaker's."""
    cut: set[int] = set()
    for other in others:
        verb = parse.tokens[other.token]
        apart = other.token in found.content and other.token > found.token
        apart = apart and (not other.cue.belief or told_noun(parse, verb))
        # "Nine died, according to the clinic, | while the army said six had": beside no verb of the first speaker's
        alike = verb.tag == parse.tokens[found.token].tag or found.rule == "according"
        if not apart or not verb.is_verb or _quoted(parse, verb):
            continue
        contrasted = any(
            c.lower in _CONTRASTS for c in parse.children(verb.i, "mark", "cc") if verb.dep in {"advcl", "conj"}
        )
        own = set(parse.subtree(verb.head if told_noun(parse, verb) else verb.i))  # ", a claim | they denied"
        denied = told_noun(parse, verb) or (  # "a claim | they denied", "a view | shared by diplomats"
            other.cue.act in {"deny", "refuse"} and verb.dep in {"acl:relcl", "advcl:relcl"}
        )  # "said it was a plot, | which he denied"
        opens = {parse.tokens[min(own)].text, parse.tokens[min(own) - 1].text} & {",", "which"}
        trails = denied and max(own) >= max(found.content) and bool(opens)
        alongside = _as_another_says(parse, verb, other) or _behind_semicolon(parse, verb, other)
        nobody = (
            contrasted and other.cue.act == "claim" and other.status == "negated"
        )  # "while no group has claimed it"
        counts = "figure" in other.cue.object  # "says 90 fell, while the ministry | put the number at nine"
        if nobody or (((contrasted and (alike or counts)) or trails or alongside) and other.source.head in own):
            cut |= own
    return frozenset(cut)


def _as_another_says(parse: Parse, verb: Token, other: Found) -> bool:
    """ "Said it held the port, | as the rebels claimed that they had won |": another speaks, with words of his own."""
    marks = [m.i for m in parse.children(verb.i, "mark") if m.lower == "as"]
    aside = verb.dep == "advcl" and bool(marks) and parse.tokens[marks[0] - 1].text == ","
    return aside and other.content_head is not None and min(other.content, default=0) > verb.i


def _behind_semicolon(parse: Parse, verb: Token, other: Found) -> bool:
    """ "Said the house was a school; | the army called this a lie |"."""
    subject = other.source.head
    if subject is None or verb.dep != "conj" or subject > verb.i:
        return False
    first = min(parse.subtree(subject))
    return parse.tokens[first - 1].text == ";" and not _quoted(parse, verb)


def _besides(parse: Parse, found: Found, others: Sequence[Found]) -> frozenset[int]:
    """ "Said two had died, | adding that more were ill": what the same speaker says besides has its own statement."""
    cut: set[int] = set()
    for other in others:
        apart = other.token in found.content and other.token > found.token and not other.cue.belief
        if not apart or not _same_speaker(parse, found, other):
            continue
        verb = parse.tokens[other.token]
        having = [c.i for c in parse.children(verb.i, "aux") if c.lower == "having"]
        first = min([verb.i, *having])
        while _leads_on(parse, first - 1):
            first -= 1
        adding = verb.lower == "adding" and parse.behind(verb.i).lower == "that"  # the comma is often left out
        apart = parse.tokens[first - 1].text == "," or adding
        if (verb.tag == "VBG" or having) and apart and not _quoted(parse, verb):
            cut |= {i for i in parse.subtree(verb.i) if i >= first} | other.content
    return frozenset(cut)


def _leads_on(parse: Parse, i: int) -> bool:
    """ "..., | while | adding that", "...” | before | adding that": what stands before the verb is no word said."""
    token = parse.tokens[i]
    return token.tag == "RB" or token.lower in {"while", "before"} or _closes(parse, i)


def _same_speaker(parse: Parse, found: Found, other: Found) -> bool:
    """Whether one speaks on: by the same words, or "Ruiz said | she saw no need for it, telling a host"."""
    one, two = found.source.head, other.source.head
    if one is not None and two is not None and parse.tokens[one].tag == "PRP$":
        # "retracted | his | claim that he was shot, | blaming gunmen": the same who retracts and blames
        verb = parse.tokens[parse.tokens[parse.tokens[one].head].head]
        return any(c.i == two for c in parse.children(verb.i, "nsubj"))
    if one is None or two is None or one == two:
        return one is not None and one == two
    subject = parse.tokens[two]
    return subject.lower in {"he", "she", "they"} and subject.head == found.content_head and one < two


def _closes(parse: Parse, i: int) -> bool:
    return any(q.close == i for q in parse.quotations)


def _meanwhile(parse: Parse, found: Found) -> frozenset[int]:
    """ "Asked the council to act | as shells fell": what is asked for or meant lies ahead, and this does not."""
    head = parse.tokens[found.content_head] if found.content_head is not None else None
    if head is None or head.tag != "VB" or not any(c.tag == "TO" for c in parse.children(head.i, "mark", "aux")):
        return frozenset()
    cut: set[int] = set()
    for clause in parse.children(head.i, "advcl"):
        marked = any(m.lower in {"as", "after"} for m in parse.children(clause.i, "mark"))
        told = clause.tag == "VBD" and parse.children(clause.i, "nsubj", "nsubj:pass")
        if marked and told and clause.i > head.i and not _quoted(parse, clause):
            cut |= set(parse.subtree(clause.i))
    return frozenset(cut)


def _to_its_verb(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "Said the size of the sum | and the terms should worry all": a clause of speech has a verb of its own."""
    verb = parse.tokens[found.token]
    if verb.lemma.lower() not in SAYING or not content or not verb.is_verb or found.words != (verb.i,):
        return content
    if found.content_head is not None and has_to(parse, parse.tokens[found.content_head]):
        return content  # "told his men | to wait |": no clause with a finite verb
    first, last = min(content), max(content)
    _, end = parse.sentences[parse.sentence(verb.i)]
    while end > last and not parse.tokens[end - 1].text[0].isalnum():
        end -= 1
    rest = parse.tokens[last + 1 : end]
    if first != verb.i + 1 or not rest or _has_verb(parse, found, range(first, last + 1)):
        return content
    rest = _behind_aside(rest)
    opens = rest[0].tag in {"CC", "IN", "DT", "VBD", "VBZ", "VBP", "MD", "RB"} and rest[0].text != ","
    lost = any(t.tag in _FINITE for t in rest) and not any(
        t.text in {",", ";", ":"} or is_mark(parse, t.i) for t in rest
    )
    return content | frozenset(range(last + 1, end)) if opens and lost else content


def _behind_aside(rest: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Said her boat - there were two - | was lost": behind a pair of dashes the verb of what stands before them."""
    if rest[0].text not in _ASIDE:
        return rest
    closing = next((n for n, t in enumerate(rest) if n and t.text in _ASIDE), len(rest))
    behind = rest[closing + 1 :]
    return behind if behind and behind[0].tag in _FINITE else rest


def _has_verb(parse: Parse, found: Found, told: range) -> bool:
    """ "The crowds he is drawing": a noun with a clause on it is no clause yet."""
    finite = [i for i in told if parse.tokens[i].tag in _FINITE]
    head = found.content_head
    if head is None or not parse.tokens[head].is_noun or parse.children(head, "cop", "nsubj"):
        return bool(finite)
    on_noun = {i for c in parse.children(head, "acl:relcl", "acl") for i in parse.subtree(c.i)}
    return bool(set(finite) - on_noun)


def _from_its_opening(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "| In some cases, | the guards slept, officials said": what opens a sentence before its speaker is said too."""
    verb = parse.tokens[found.token]
    if not content or found.cue.belief or not verb.is_verb or verb.dep == "acl:relcl":
        return content
    first = min(content)
    start, _ = parse.sentences[parse.sentence(first)]
    speaker = found.source.head
    before = range(start, first)
    told = first < found.token and (speaker is None or speaker > first)
    told = told and parse.tokens[first - 1].text not in _DASHES  # "OSLO - The harbour is open, officials said"
    if not told or not before or not _set_apart(parse, found, content):
        return content
    own = {found.token, *found.words, *found.source.relay, *(() if speaker is None else (speaker,))}
    open_ended = any((q.open in before) != (q.close in before) for q in parse.quotations)
    if own & set(before) or any(o.token in before for o in others) or open_ended:
        return content
    return content | frozenset(before)


def _resumed(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "Such a plan, Ruiz said, | would fail": what has no verb yet goes on behind the speaker."""
    verb = parse.tokens[found.token]
    _, end = parse.sentences[parse.sentence(found.token)]
    comma = found.token + 1
    if not content or max(content) > found.token or verb.lemma.lower() not in SAYING or comma + 2 >= end:
        return content
    told = any(parse.tokens[i].tag in _FINITE for i in content)
    rest = range(comma + 1, end)
    if parse.tokens[comma].text != "," or not (
        ends_open(parse, content) or (not told and parse.behind(comma).tag in _FINITE | {"RB"})
    ):
        return content
    if any(o.token in rest for o in others):
        return content
    stop = next((i for i in rest if parse.tokens[i].text == "," and parse.behind(i).lower in _CONTRASTS), end)
    return content | frozenset(i for i in rest if i < stop)


def _without_gloss(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "Said it would not hurt Tarsa, | which lies on the coast": who or what a name is, the writer adds."""
    last = max(content, default=-1)
    if last < found.token:
        return content
    cut = last + 1
    says = parse.tokens[found.token].lemma.lower() in SAYING
    for i in content:
        token = parse.tokens[i]
        named = parse.tokens[token.head].tag.startswith("NNP") and token.dep in {"acl:relcl", "appos"}
        if not named and not _explains(parse, token) and not (says and _tells_where(parse, token)):
            continue
        below = [j for j in parse.subtree(i) if parse.tokens[j].text[0].isalnum()]
        closes = bool(below) and max(below) >= last - (not parse.tokens[last].text[0].isalnum())
        first = min(below, default=0)
        if (
            closes
            and first > min(content)
            and parse.tokens[first - 1].text == ","
            and not _quoted(parse, parse.tokens[first])
        ):
            cut = min(cut, first)
    return frozenset(j for j in content if j < cut)


def _tells_where(parse: Parse, clause: Token) -> bool:
    """ "Said it would leave Peru, | where it has two mines": what there is at a place by name, wherever it hangs."""
    if clause.dep not in {"advcl", "advcl:relcl", "acl:relcl"}:
        return False
    where = next((c for c in parse.children(clause.i, "advmod") if c.lower == "where"), None)
    if where is None or where.i < 2:
        return False
    return parse.tokens[where.i - 1].text == "," and parse.tokens[where.i - 2].tag.startswith("NNP")


def _explains(parse: Parse, noun: Token) -> bool:
    """ "Said it had signed the act, | a law of nine pages": a second name for the noun before it."""
    first = next((i for i in parse.subtree(noun.i) if parse.tokens[i].text[0].isalnum()), noun.i)
    return noun.dep == "appos" and parse.tokens[first].lower in {"the", "a", "an"}


def _set_apart(parse: Parse, found: Found, content: frozenset[int]) -> bool:
    """Whether a comma or a mark parts what is said from the speaker and verb behind it."""
    edge = max((i for i in content if i < found.token), default=found.token)
    marks = parse.tokens[edge : edge + 2]
    return any(t.text == "," or is_mark(parse, t.i) for t in marks if t.i < found.token)


def _quoted(parse: Parse, token: Token) -> bool:
    return any(q.open < token.i < q.close for q in parse.quotations)


def _through_quotations(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """A clause that runs into a quotation holds it: 'said that he had | "new hope" that "all would be well"'."""
    if not content or min(content) < found.token or found.cue.belief:
        return content
    told = set(content)
    _, end = parse.sentences[parse.sentence(found.token)]
    while True:
        last = max(told)
        opening = next((i for i in range(last + 1, min(last + 2 + _FEW, end)) if is_mark(parse, i)), None)
        quotation = next((q for q in parse.quotations if q.open == opening and q.close <= end), None)
        if quotation is None or opening is None or found.token in range(quotation.open, quotation.close):
            return frozenset(told)
        between = parse.tokens[last + 1 : opening]
        if any(t.tag not in _JOINTS for t in between) or (between and not _ends_quoted(parse, last)):
            return frozenset(told)
        told |= set(range(last + 1, quotation.close + 1))


def _past_quotation(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "Said the talks were on “thin ice” | and would soon end": the clause goes on behind the words it quotes."""
    last = max(content, default=-1)
    if last < found.token or found.cue.belief:
        return content
    quotation = next((q for q in parse.quotations if q.close in {last, last + 1}), None)
    if quotation is None or quotation.open <= min(content) or quotation.open < found.token:
        return content
    first = quotation.close + 1
    _, end = parse.sentences[parse.sentence(found.token)]
    closed = parse.tokens[quotation.close - 1].text in {",", ".", "!", "?", ";"}
    if first >= end or closed or parse.tokens[first].tag not in _GOES_ON:
        return content
    stop = next((i for i in range(first, end) if parse.tokens[i].text in {",", ";", ":", "--", "—"}), end)
    while stop > first and not parse.tokens[stop - 1].text[0].isalnum():
        stop -= 1
    rest = range(first, stop)
    verb = parse.tokens[found.token]
    first_verb = verb.head if verb.dep == "conj" else verb.i
    if any(c.is_verb and c.i in rest for v in {verb.i, first_verb} for c in parse.children(v, "conj")):
        return content  # "called the raid “barbaric” | and summoned the envoy": a deed of its own
    if any(o.token in rest or o.source.head in rest for o in others) or any(is_mark(parse, i) for i in rest):
        return content
    return content | frozenset(range(last + 1, stop))


def _ends_quoted(parse: Parse, last: int) -> bool:
    return any(q.close in {last, last + 1} for q in parse.quotations)
