"""Words: the acts of speech, the cues that show them, and where speaker and content stand around each cue.

A *cue* is a verb, a noun or an adjective (with its particle, preposition or object: "call on", "claim
responsibility") that tells that somebody says, thinks or means something. Its ``content`` lists where the content
stands, best first. Slots are ``that`` (a clause), ``whether`` (an indirect question), ``to`` (an infinitive), ``ing``
(a gerund), ``subject``, ``object``, ``as`` and ``complement`` (what an object is said to be), ``manner`` (an adverb of
judgement), ``compound`` (a name before the noun), ``quote`` (only a quotation), or a preposition; ``object+for`` joins
two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.ontology.lists import named
from whosays.records import Act, Certainty, StatementStatus

CuePos = Literal["verb", "noun", "adjective"]
Utterer = Literal["any", "anybody", "person", "document"]

ACTS: tuple[Act, ...] = get_args(Act)
CLAUSE_SLOTS = frozenset("that whether to ing subject object complement manner compound quote".split())
PREPOSITION_SLOTS = frozenset(
    "about above after against around as at before behind between by during for from in into like of on over to-noun "
    "toward towards upon with without".split()
)
DATA = Path(__file__).parent.parent / "data" / "ontology" / "acts"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One cue of an act.

    ``words`` are lemmas, the head first, then particles or prepositions that follow it. ``object`` holds the
    lemmas one of which must head its object ("claim *responsibility*"; ``@abstract`` and the like: any noun of that
    kind, ``@named``: somebody by name, ``@number``: a number), ``unless`` those that cancel it ("denied
    *bail*"; ``@person``: somebody, as in "were denied entry"; ``@office``: somebody from an office,
    "dismissed him as mayor"; ``@post``: an office that somebody gets, "named him as his envoy"). ``party`` and
    ``addressee`` name the slot of the one blamed and of the one spoken to, ``speaker`` that of who speaks where it is
    not the subject ("drew criticism *from*"). ``by`` says who may be the subject: ``person`` shuts documents
    out, ``document`` lets nothing else in, ``anybody`` lets nouns in that the lexicon does not know. ``quote`` tells
    that the cue may carry a quotation, ``bare`` that it needs no content, ``belief`` that it tells of a thought or
    wish rather than of an utterance, ``intends`` that it tells what somebody means to do ("plans to").
    ``voiceless``: it stands without a speaker as well ("is accused of", "is believed to"). ``subject`` holds the
    lemmas one of which must head its subject, and then nobody speaks ("*blame* fell on"). ``deed`` tells that the
    content must name a deed ("took credit for the *bombing*", not "for the harvest"); ``asks`` that it asks, and holds
    nothing true; ``wished`` that it stands with "would" alone ("would *like* to");
    ``impersonal`` that nobody is told who thinks so ("is *unclear* whether");
    ``predicate`` that the noun is what its subject is said to be ("is a *critic* of"); ``finite`` that an infinitive
    only tells what for ("met *to discuss* the truce").
    """

    act: Act
    pos: CuePos
    words: tuple[str, ...]
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    content: tuple[tuple[str, ...], ...] = ()
    party: str | None = None
    addressee: str | None = None
    speaker: str | None = None
    by: Utterer = "any"
    certainty: Certainty = "certain"
    status: StatementStatus | None = None
    quote: bool = False
    bare: bool = False
    belief: bool = False
    intends: bool = False
    voiceless: bool = False
    deed: bool = False
    asks: bool = False
    wished: bool = False
    impersonal: bool = False
    predicate: bool = False
    finite: bool = False
    line: str = ""

    @property
    def head(self) -> str:
        """The lemma by which the cue is found in a sentence."""
        return self.words[0]


class ActExample(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that holds (``wanted``) or does not hold a statement of this act."""

    act: Act
    text: str
    wanted: bool
    speaker: str | None = None


class Acts:
    """All cues, by head lemma and part of speech."""

    def __init__(self, cues: Iterable[Cue], examples: Iterable[ActExample], about: dict[Act, str]) -> None:
        self.cues = tuple(cues)
        self.examples = tuple(examples)
        self.about = dict(about)
        index: dict[tuple[str, CuePos], list[Cue]] = {}
        for cue in self.cues:
            index.setdefault((cue.head, cue.pos), []).append(cue)
        # Most specific first: more words, then an object that must be there.
        self._index = {
            key: tuple(sorted(found, key=lambda c: (-len(c.words), not c.object))) for key, found in index.items()
        }

    def at(self, lemma: str, pos: CuePos) -> tuple[Cue, ...]:
        """The cues whose head is ``lemma``, most specific first."""
        return self._index.get((lemma, pos), ())

    def __len__(self) -> int:
        return len(self.cues)


def load_acts(folder: Path | None = None) -> Acts:
    """Read the acts of ``folder``, one YAML file per act; None is the knowledge that ships with the package.

    Raises:
        KnowledgeError: a file or an entry is wrong; the message names it.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> Acts:
    return _read(DATA)


class _CueEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cue as it stands in the file."""

    verb: str | None = None
    noun: str | None = None
    adjective: str | None = None
    object: list[str] = []
    subject: list[str] = []
    unless: list[str] = []
    content: list[str] = []
    party: str | None = None
    addressee: str | None = None
    speaker: str | None = None
    by: Utterer = "any"
    certainty: Certainty = "certain"
    status: StatementStatus | None = None
    quote: bool = False
    bare: bool = False
    belief: bool = False
    intends: bool = False
    voiceless: bool = False
    deed: bool = False
    asks: bool = False
    wished: bool = False
    impersonal: bool = False
    predicate: bool = False
    finite: bool = False


class _ExampleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    speaker: str | None = None


class _ActFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    act: Act
    about: str
    yes: list[_ExampleEntry | str]
    no: list[str]
    cues: list[_CueEntry]


def _read(folder: Path) -> Acts:
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not files:
        raise KnowledgeError(f"No act files (*.yaml) in {folder}. Name a folder that holds one file per act.")
    cues: list[Cue] = []
    examples: list[ActExample] = []
    about: dict[Act, str] = {}
    for path in files:
        entry = _parsed(path)
        if entry.act in about:
            raise KnowledgeError(f"{path.name}: the act '{entry.act}' has a file already. Join the two.")
        about[entry.act] = entry.about
        cues.extend(_cue(raw, entry.act, path.name, number) for number, raw in enumerate(entry.cues, 1))
        for wanted in entry.yes:
            text, speaker = (wanted, None) if isinstance(wanted, str) else (wanted.text, wanted.speaker)
            examples.append(ActExample(act=entry.act, text=text, wanted=True, speaker=speaker))
        examples.extend(ActExample(act=entry.act, text=text, wanted=False) for text in entry.no)
    return Acts(cues, examples, about)


def _parsed(path: Path) -> _ActFile:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        return msgspec.convert(named(raw), _ActFile)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}. See the other act files for the shape of an entry.") from error


def _cue(raw: _CueEntry, act: Act, name: str, number: int) -> Cue:
    line = f"{name}, cue {number}"
    heads: list[tuple[CuePos, str | None]] = [("verb", raw.verb), ("noun", raw.noun), ("adjective", raw.adjective)]
    given = [(pos, words) for pos, words in heads if words]
    if len(given) != 1:
        raise KnowledgeError(f"{line}: give exactly one of verb, noun and adjective.")
    pos, words = given[0]
    content = tuple(tuple(slot.split("+")) for slot in raw.content)
    used = [slot for joined in content for slot in joined]
    for slot in (*used, *(s for s in (raw.party, raw.addressee, raw.speaker) if s)):
        if slot not in CLAUSE_SLOTS and slot not in PREPOSITION_SLOTS:
            known = ", ".join(sorted(CLAUSE_SLOTS | PREPOSITION_SLOTS))
            raise KnowledgeError(f"{line}: '{slot}' is no slot. Known slots: {known}.")
    if not (content or raw.bare or raw.quote):
        raise KnowledgeError(f"{line}: say where the content stands, or that it needs none (bare: true).")
    return Cue(
        act=act, pos=pos, words=tuple(str(words).split()), object=frozenset(raw.object), unless=frozenset(raw.unless),
        content=content, party=raw.party, addressee=raw.addressee, speaker=raw.speaker, by=raw.by,
        certainty=raw.certainty, status=raw.status, quote=raw.quote, bare=raw.bare, belief=raw.belief,
        intends=raw.intends, voiceless=raw.voiceless, subject=frozenset(raw.subject), deed=raw.deed, asks=raw.asks,
        wished=raw.wished, impersonal=raw.impersonal, predicate=raw.predicate, finite=raw.finite, line=line,
    )  # fmt: skip
