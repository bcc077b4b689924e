"""What opens a sentence before a speaker set in commas: "| In a year |, she said, | the wells would be dry |"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.drafts import Found, is_mark
from whosays.coding.words.mentions import phrase_range
from whosays.parse import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset({"that", "whether", "to", "how", "why", "if"})  # "he said, however, | that it was over"
_CONDITIONS = frozenset({"if", "unless", "when", "because", "although", "though", "while", "once", "until", "since"})
_STOPS = frozenset({"-", "--", "–", "—", ":", ";", "(", ")", "[", "]", "-LRB-", "-RRB-"})
# The writer's way from one sentence to the next: "However, she said, the road is open".
_LINKS = frozenset("but and so yet still however nevertheless nonetheless meanwhile also moreover furthermore".split())
# Where or when one speaks, and no part of what is said: "In a letter, she said, the road is open".
_SPEAKING = frozenset(
    "interview statement letter speech address post tweet email memo briefing conference remarks comment comments "
    "video message interviews reply response answer question questions report review book memoir survey".split()
)
_ASKED = frozenset({"asked", "pressed", "questioned", "speaking", "quoting", "citing"})
_LONGEST = 8  # tokens from the cue to the comma that closes what is set in: "said in a letter on Monday,"


def fronted(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """A content with what opens its sentence, where its speaker and verb are set in between two commas."""
    speaker = found.source.head
    verb = parse.tokens[found.token]
    if not content or speaker is None or found.rule not in {"verb", "belief"} or not verb.is_verb:
        return content
    if min(content) < found.token:
        return content | _behind(parse, found, content, others)
    start, _ = parse.sentences[parse.sentence(found.token)]
    opening = _block_start(parse, found, speaker)
    if opening - 1 <= start or parse.tokens[opening - 1].text != ",":
        return content
    content = _behind_its_paper(parse, found, content)
    first = min((i for i in content if parse.tokens[i].text != ","), default=min(content))
    if parse.tokens[first - 1].text != "," or not _goes_on(parse, content, first):
        return content
    front = _front(parse, range(start, opening - 1))
    if _is_his_own(parse, front, speaker) or not _is_said(parse, front, opening, others):
        return content
    return content | front


def _behind(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "| Unless it rains |, Badr wrote in a letter, | the herds will go |": a condition alone is not what he wrote."""
    first = min(content)
    head = found.content_head
    _, end = parse.sentences[parse.sentence(found.token)]
    last = max((i for i in content if parse.tokens[i].text[0].isalnum()), default=first)
    if head is None or last > found.token or parse.tokens[first].lower not in _CONDITIONS:
        return frozenset()
    if not any(c.i == first for c in parse.children(head, "mark", "advmod")):
        return frozenset()
    near = range(found.token + 1, min(found.token + _LONGEST, end))
    comma = next((i for i in near if parse.tokens[i].text == ","), None)
    if comma is None or any(parse.tokens[i].is_verb for i in range(found.token + 1, comma)):
        return frozenset()
    rest = range(comma + 1, end)
    told = frozenset(rest)
    goes_on = bool(told) and parse.tokens[rest[0]].tag != "CC" and _goes_on(parse, told, rest[0])
    return told if goes_on and not any(o.token in told for o in others) else frozenset()


def _block_start(parse: Parse, found: Found, speaker: int) -> int:
    """Where the speaker and verb begin: at the speaker's phrase, or at the verb before it ("..., said Ruiz, ...")."""
    start = found.token
    while parse.tokens[start - 1].dep in {"aux", "aux:pass", "advmod"} and parse.tokens[start - 1].head == found.token:
        start -= 1
    return start if speaker > found.token else min(start, phrase_range(parse, speaker)[0])


def _behind_its_paper(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "If it rains, she said | in a letter, | the road": in what she said it, taken for what she said."""
    first = min(content)
    near = range(first, min(first + _LONGEST, len(parse.tokens)))
    comma = next((i for i in near if parse.tokens[i].text == ","), None)
    if first != found.token + 1 or comma is None or parse.tokens[first].tag != "IN":
        return content
    told = parse.tokens[first:comma]
    paper = any(t.lemma.lower() in _SPEAKING for t in told) and not any(t.is_verb for t in told)
    rest = frozenset(i for i in content if i > comma)
    return rest if paper and rest else content


def _goes_on(parse: Parse, content: frozenset[int], first: int) -> bool:
    """Whether a clause goes on behind the comma: not words of their own in quotation marks, and no "that"."""
    words = [i for i in sorted(content) if parse.tokens[i].text[0].isalnum()]
    if not words or parse.tokens[words[0]].lower in _OPENERS:
        return False
    whole = is_mark(parse, first) and parse.tokens[words[0]].text[0].isupper()
    return not whole and any(parse.tokens[i].tag in _FINITE for i in words)


def _front(parse: Parse, front: range) -> frozenset[int]:
    """The opening without the writer's link, and behind a clause that stands by itself: "They fled, and | in May |"."""
    first = front.start
    if parse.tokens[first].tag not in {"IN", "WRB"}:
        joints = (i for i in front[:-1] if parse.tokens[i].text == "," and parse.behind(i).tag == "CC")
        told = next((i for i in front if parse.tokens[i].tag in _FINITE), front.stop)
        first = max((i + 1 for i in joints if i > told), default=first)
    while first < front.stop and (
        parse.tokens[first].tag == "CC" or parse.tokens[first].text == "," or parse.tokens[first].lower in _LINKS
    ):
        first += 1
    return frozenset(range(first, front.stop))


def _is_his_own(parse: Parse, front: frozenset[int], speaker: int) -> bool:
    """ "When he left the hall, | the mayor said, it was empty": his leaving may be the writer's word."""
    words = [parse.tokens[i].lower for i in sorted(front)[:2]]
    named = not parse.tokens[speaker].tag.startswith("PRP")
    return named and words[:1] == ["when"] and words[1:] in (["he"], ["she"], ["they"])


def _is_said(parse: Parse, front: frozenset[int], opening: int, others: Sequence[Found]) -> bool:
    """Whether what opens the sentence is part of what is said: no dateline, no setting, nobody else's words."""
    words = [parse.tokens[i] for i in sorted(front)]
    if not words or words[0].start < parse.report.body:
        return False
    if any(t.text in _STOPS or is_mark(parse, t.i) or t.lower in _ASKED for t in words):
        return False
    if any(q.open < opening < q.close for q in parse.quotations) and not all(
        any(q.open < i < q.close for q in parse.quotations) for i in (words[0].i, opening)
    ):
        return False
    if words[-1].tag in {"IN", "VBG"}:
        return False  # "met three rivals, including, | he said, | two who had fled"
    setting = words[0].tag == "IN" and any(t.lemma.lower() in _SPEAKING for t in words)
    participle = words[0].tag in {"VBG", "VBN"} and not any(t.tag in _FINITE for t in words)
    according = words[0].lower == "according"
    return not (setting or participle or according) and not any(o.token in front for o in others)
