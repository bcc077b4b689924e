"""What a statement holds true or false: that something happened, who did it, who is there, who can do what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeGuard

from whosays.coding.statements.byway import is_known_by
from whosays.coding.statements.drafts import Draft
from whosays.coding.words.mentions import Book, case_of, conjuncts, phrase_range
from whosays.coding.words.understood import own_subject
from whosays.ontology import owning
from whosays.ontology.gainsaying import load
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Parse, Token
from whosays.records import Event, Holds, Proposition, PropositionKind, Span

_PRESENCE = frozenset(
    "existence presence activity operation infiltration spread rise growth strength resurgence influx base hideout "
    "stronghold".split()
)
_THREATS = frozenset({"threat", "danger", "menace", "challenge"})
_PART = frozenset("involvement responsibility role link complicity hand participation part connection tie".split())
_DOING = frozenset("carry commit conduct perpetrate order stage mount launch plan do back support".split())
_WITHIN = frozenset({"in", "within", "inside", "across", "throughout", "on", "at"})
_ORIGIN = frozenset({"from", "out"})
_PRESENT = frozenset({"present", "active", "there"})
_BEING = frozenset({"exist", "operate"})
_ABILITY = frozenset("capacity capability ability means strength resource power".split())
_UNABLE = frozenset({"unable", "incapable", "powerless"})
_CLAIMS = frozenset("claim accusation allegation charge report suggestion rumour rumor assertion notion".split())
_HAPPENING = frozenset({"happen", "occur", "transpire"})
_INTENDING = frozenset({"plan", "intend", "prepare", "aim", "seek"})
_ASSERTING = frozenset({"assert", "confirm", "report", "concern", "predict", "warn", "deny", "claim"})
_AHEAD = frozenset({"planned", "threatened"})
_PERHAPS = frozenset({"may", "might", "could"})
_WILLING = frozenset({"promise", "threaten", "agree"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "none"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ACTORS = frozenset({"person", "organisation", "nationality"})
_PERSONS = frozenset({"i", "we", "it", "he", "she", "they"})
_OWN = frozenset({"its", "their", "our", "his", "her", "my"})
_SERVING = frozenset(  # who acts for a state, a group or a commander
    """agent airman army brigade commando fighter force gunman gunner guard man marine member men militia military navy
    officer paratrooper people personnel pilot police policeman sailor security service soldier squad supporter troop
    unit""".split()
)
_ARMS = frozenset(
    """aircraft artillery bomber cannon drone fighter-bomber gun gunboat gunship helicopter jet missile mortar plane
    rocket ship shell sniper submarine tank vessel warplane warship""".split()
)
_OPPOSITE: dict[Holds, Holds] = {"true": "false", "false": "true", "unknown": "unknown"}


class Occurrence(Protocol):
    """An event with the tokens of its trigger, as the coder of events hands it over."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def head(self) -> int:
        """The token of its trigger's head."""

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens of its trigger."""


def core_of(parse: Parse, head: int | None) -> tuple[int, ...]:
    """The tokens that a content says of: its head, what is joined to it, and what it leads on to ("began to shell")."""
    if head is None:
        return ()
    found = [head]
    for child in parse.children(head, "conj", "xcomp"):
        found.extend(core_of(parse, child.i))
    if parse.tokens[head].lemma.lower() in _CLAIMS | load().said:  # "rejected claims | that it had shelled the camp"
        for child in parse.children(head, "acl", "acl:relcl"):
            if any(m.lower == "that" for m in parse.children(child.i, "mark")):
                found.extend(core_of(parse, child.i))
        for child in parse.children(head, "nmod"):  # "deny allegations | of involvement in the raid"
            if case_of(parse, child.i) == "of" and child.lemma.lower() in _PART:
                found.append(child.i)
    return tuple(found)


def toll_value(effect: str, low: int | None) -> str:
    """What a proposition on a toll holds: "killed 12"."""
    return f"{effect} {low if low is not None else '?'}"


def befallen(parse: Parse, head: int | None) -> int | None:
    """What a clause only says to have happened: "the bombing | took place", "such an attack | never occurred"."""
    if head is None:
        return None
    token = parse.tokens[head]
    takes_place = token.lemma == "take" and any(c.lemma == "place" for c in parse.children(head, "obj", "compound:prt"))
    if not (takes_place or token.lemma.lower() in _HAPPENING):
        return None
    return next((c.i for c in parse.children(head, "nsubj") if c.is_noun), None)


def propositions_of(
    parse: Parse, draft: Draft, events: Sequence[Occurrence], spans: tuple[Span, ...], book: Book
) -> tuple[Proposition, ...]:
    """The propositions of one statement.

    Args:
        parse: the report.
        draft: the statement.
        events: the events whose triggers lie in its content.
        spans: the content's spans.
        book: keeps the mentions of subjects and places.
    """
    reader = _Reader(parse, draft, events, spans, book)
    return tuple(dict.fromkeys(reader.read()))


class _Reader:
    """Reads the propositions of one statement; exists so that the rules need no long rows of arguments."""

    def __init__(
        self, parse: Parse, draft: Draft, events: Sequence[Occurrence], spans: tuple[Span, ...], book: Book
    ) -> None:
        self.parse, self.draft, self.events, self.spans, self.book = parse, draft, events, spans, book
        self.core = core_of(parse, draft.content_head)

    def read(self) -> Iterator[Proposition]:
        """The propositions, by the act."""
        act = self.draft.act
        if self.draft.status == "negated":
            return
        if self.draft.asks:
            yield self._make("other", None, "unknown")
            return
        if act == "claim" or self.draft.own:
            yield from self._responsible(self.draft.speaker, "true" if act == "claim" else "false")
            yield from self._tolls() if act == "claim" else ()  # "claimed to have killed 90 soldiers"
        elif act in {"blame", "accuse"} and self.draft.party is not None:
            for party in self._blamed(self.draft.party):
                yield from self._responsible(self.book.actor(party), "true")
        elif act in _WILLING or act == "refuse" or self.draft.intends:
            holds: Holds = "false" if act == "refuse" else "true"
            yield self._make("intends", self.draft.speaker, holds, event=self._core_event())
        elif act in _ASSERTING or act == "accuse":
            found = tuple(self._content())
            yield from (found or self._other())

    def _make(
        self, kind: PropositionKind, subject: str | None, holds: Holds, *, event: str | None = None,
        place: str | None = None,
    ) -> Proposition:  # fmt: skip
        value = None
        if kind == "other":
            value = " ".join(self.parse.report.text[s.start : s.end] for s in self.spans)
            value = " ".join(value.split())
        return Proposition(
            kind=kind, subject=subject, event=event, place=place, value=value, holds=holds, spans=self.spans
        )

    def _responsible(self, subject: str | None, holds: Holds) -> Iterator[Proposition]:
        targets = [o.event.id for o in self.events]
        if not targets:
            yield self._make("responsible", subject, holds)
        for target in targets if self.draft.act == "claim" else targets[:1]:
            yield self._make("responsible", subject, holds, event=target)

    def _blamed(self, party: int) -> tuple[int, ...]:
        """ "Accused | Chad and Togo | of the raid": either; of "Chad or Togo" one, and nobody says which."""
        joined = conjuncts(self.parse, party)
        words = {c.lower for each in joined for c in self.parse.children(each, "cc")}
        if len(joined) < 2 or joined[0] != party:
            return (party,)
        return () if "or" in words else joined if words == {"and"} else (party,)

    def _core_event(self) -> str | None:
        return next((o.event.id for o in self.events if o.head in self.core or set(o.tokens) & set(self.core)), None)

    def _content(self) -> Iterator[Proposition]:
        for head in self.core:
            yield from self._clause(self.parse.tokens[head])
        yield from self._tolls()

    def _clause(self, head: Token) -> Iterator[Proposition]:
        parse = self.parse
        lemma = head.lemma.lower()
        if head.is_noun and not parse.children(head.i, "cop"):
            yield from self._noun(head, lemma)
            return
        holds = self._holds(head)
        subject = own_subject(parse, head.i)
        deed = befallen(parse, head.i)
        if deed is not None and self._is_deed(deed):
            yield from self._befell(deed, holds)
        elif lemma == "be" or any(c.lower == "there" for c in parse.children(head.i, "expl")):
            yield from self._there(head, holds)
        elif self._is_there(head) and subject is not None:
            yield self._make("exists", self.book.actor(subject), holds, place=self._place(head.i, subject))
        elif self._disables(head) and subject is not None:
            yield self._make("able", self.book.actor(subject), _OPPOSITE[self._turned("true")])
        elif subject is not None and self._threatens(head):
            yield self._make("able", self.book.actor(subject), holds)
        elif self.draft.act == "deny" and subject is not None and self._brings_about(head):
            target = next((o.event.id for o in self.events), None)
            yield self._make("responsible", self.book.actor(subject), holds, event=target)
        elif self.draft.act == "deny" and head.tag == "VBG" and lemma in _DOING:
            target = next((o.event.id for o in self.events), None)
            yield self._make("responsible", self.draft.speaker, "false", event=target)
        elif lemma in _INTENDING and subject is not None and parse.children(head.i, "xcomp"):
            yield self._make("intends", self.book.actor(subject), holds, event=self._core_event())
        else:
            yield from self._event(head, holds, subject)

    def _brings_about(self, head: Token) -> bool:
        """ "Denied that Damascus had | ordered | the bombing": a deed told of, at somebody's door."""
        finite = head.lemma.lower() in _DOING and head.tag in {"VBD", "VBN", "VBZ", "VBP"}
        objects = self.parse.children(head.i, "obj")
        definite = (o for o in objects if any(c.lower in _DEFINITE for c in self.parse.children(o.i, "det")))
        return finite and not self._is_passive(head) and any(self._is_deed(o.i) for o in definite)

    def _is_passive(self, head: Token) -> bool:
        return bool(self.parse.children(head.i, "aux:pass", "nsubj:pass"))

    def _is_deed(self, noun: int) -> bool:
        return owning.load().is_deed(self.parse.tokens[noun].lemma.lower()) or any(o.head == noun for o in self.events)

    def _befell(self, deed: int, holds: Holds) -> Iterator[Proposition]:
        """That a deed took place: the one named, or the one told of before that it points at."""
        meant = [o.event.id for o in self.events if o.head == deed or not self.draft.holds(o.head)]
        yield self._make("occurred", None, holds, event=meant[0] if meant else None)

    def _event(self, head: Token, holds: Holds, subject: int | None) -> Iterator[Proposition]:
        for occurrence in self.events:
            if self._denies_number(occurrence, head):
                continue
            if occurrence.head == head.i or head.i in occurrence.tokens:
                done_by_speaker = self.draft.act == "deny" and head.tag in {"VBG", "VB"}
                if self._own_deed(subject, head):  # "denied that it had shelled the camp": its part in it
                    arms = self.parse.tokens[subject].lemma.lower() in _ARMS  # "that | its jets | had bombed it"
                    doer = self.draft.speaker if arms else self.book.actor(subject)
                    for other in (o for o in self.events if o is occurrence or not self.draft.holds(o.head)):
                        yield self._make("responsible", doer, holds, event=other.event.id)
                elif done_by_speaker:
                    yield self._make("responsible", self.draft.speaker, holds, event=occurrence.event.id)
                elif occurrence.event.status in _AHEAD:
                    meant = None if subject is None or self._is_passive(head) else self.book.actor(subject)
                    yield self._make("intends", meant, holds, event=occurrence.event.id)
                elif not self._leaves_open(occurrence.event, head):
                    yield self._make("occurred", self._somebody(subject), holds, event=occurrence.event.id)

    def _leaves_open(self, event: Event, head: Token) -> bool:
        """ "May have bombed it", "should leave": neither done nor meant."""
        return event.status == "demanded" or any(c.lower in _PERHAPS for c in self.parse.children(head.i, "aux"))

    def _denies_number(self, occurrence: Occurrence, head: Token) -> bool:
        """ "Denied that nine people | died in the raid |": how many did, and not that there was a raid."""
        if self.draft.act != "deny" or occurrence.head == head.i or head.i not in occurrence.tokens:
            return False
        deed = self.parse.tokens[occurrence.head]
        definite = any(c.lower == "the" for c in self.parse.children(deed.i, "det"))
        named = bool(self.parse.children(deed.i, "nmod:poss"))
        told = any(span.covers(t.span) and t.count.low for span in self.spans for t in occurrence.event.tolls)
        return deed.is_noun and (definite or named) and told

    def _own_deed(self, subject: int | None, head: Token) -> TypeGuard[int]:
        """ "Denied that | it | had shelled the camp", "that | its forces | had": the denier, or who serves him.

        Of those who serve him only where the deed is told besides; else nobody knows that it happened at all.
        """
        if self.draft.act != "deny" or subject is None or not self.draft.holds(subject):
            return False
        noun = self.parse.tokens[subject]
        owners = self.parse.children(subject, "nmod:poss")
        serving = noun.lemma.lower() in _SERVING | _ARMS and any(c.lower in _OWN for c in owners)
        known = any(not self.draft.holds(o.head) for o in self.events)  # the deed is told by others, too
        return noun.lower in _PERSONS or (serving and known and not self._is_passive(head))

    def _noun(self, head: Token, lemma: str) -> Iterator[Proposition]:
        holds = self._turned("true")
        if self._has_negative(head.i) and self.draft.act != "deny":  # "denied any role", "denied no role" alike
            holds = _OPPOSITE[holds]
        if lemma in _PRESENCE or lemma in _THREATS:
            subject = self._bearer(head.i)
            if subject is not None:
                actor = self.book.actor(subject)
                yield self._make("exists", actor, holds, place=self._place(head.i, subject))
        elif lemma in _PART and self.draft.act == "deny":
            target = next((o.event.id for o in self.events), None)
            yield self._make("responsible", self.draft.speaker, "false", event=target)
        else:
            # "the police confirmed | the raid |", told of before
            bears_out = self.draft.act == "confirm" and (lemma in load_nominals().events or self._is_deed(head.i))
            for occurrence in self.events:
                if occurrence.head == head.i or (bears_out and not self.draft.holds(occurrence.head)):
                    yield self._make("occurred", None, holds, event=occurrence.event.id)

    def _bearer(self, i: int) -> int | None:
        """Who is there, or threatens: "the presence of X", "threats posed by X", "the threat from X"."""
        for child in self.parse.children(i, "nmod", "nmod:poss"):
            if child.dep == "nmod:poss" or case_of(self.parse, child.i) in {"of", "from", "by"}:
                return child.i
        for clause in self.parse.children(i, "acl"):
            for child in self.parse.children(clause.i, "obl:agent", "obl"):
                if case_of(self.parse, child.i) == "by":
                    return child.i
        for child in self.parse.children(i, "conj"):  # "the presence and activities of": the phrase hangs on the last
            found = self._bearer(child.i)
            if found is not None:
                return found
        return None

    def _place(self, *heads: int) -> str | None:
        """The place named below one of the heads: "within Y", "across Y", "originating from Y"."""
        for head in heads:
            for i in self.parse.subtree(head):
                token = self.parse.tokens[i]
                named = any(n.start <= i < n.end and n.label == "place" for n in self.parse.names)
                if token.dep in {"nmod", "obl"} and named and case_of(self.parse, i) in _WITHIN | _ORIGIN:
                    return self.book.mention("place", i)
        return None

    def _there(self, head: Token, holds: Holds) -> Iterator[Proposition]:
        if not any(c.lower == "there" for c in self.parse.children(head.i, "expl")):
            return
        for child in self.parse.children(head.i, "nsubj"):
            if self._is_deed(child.i):
                yield from self._befell(child.i, holds)
                return
            yield self._make("exists", self.book.actor(child.i), holds, place=self._place(child.i, head.i))
            return

    def _is_there(self, head: Token) -> bool:
        """ "Operates in the north", "is present"; not "operates the canal"."""
        being = head.lemma.lower() in _BEING and not self.parse.children(head.i, "obj")
        return being or (head.lemma.lower() in _PRESENT and not head.is_verb)

    def _disables(self, head: Token) -> bool:
        """ "lacks the capacity", "cannot strike", "is unable to", "has no means to"."""
        parse = self.parse
        objects = parse.children(head.i, "obj")
        able = any(o.lemma.lower() in _ABILITY for o in objects)
        if head.lemma.lower() == "lack" and able:
            return True
        if head.lower in _UNABLE:
            return True
        if head.lemma.lower() == "have" and any(o.lemma in _ABILITY and self._has_negative(o.i) for o in objects):
            return True
        can = any(c.lower in {"can", "ca", "could"} for c in parse.children(head.i, "aux"))
        return can and self._has_negative(head.i)

    def _threatens(self, head: Token) -> bool:
        """ "poses a threat to", "is no threat": the danger that somebody is able to be."""
        if head.lemma.lower() in _THREATS:
            return True
        return head.lemma == "pose" and any(c.lemma in _THREATS for c in self.parse.children(head.i, "obj"))

    def _has_negative(self, i: int) -> bool:
        return any(c.lower in _NEGATIVE for c in self.parse.children(i, "advmod", "det", "neg", "cc:preconj"))

    def _first_of_either(self, head: Token) -> Token:
        """ "Will not disarm or | recognize | it": the "not" of the first verb is meant for both."""
        first, last = self.parse.tokens[head.head], self.parse.children(head.i, "conj")[:1]
        joints = [c.lower for t in (head, *last) for c in self.parse.children(t.i, "cc")]
        own = self.parse.children(head.i, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass")
        return first if head.dep == "conj" and first.is_verb and "or" in joints and not own else head

    def _holds(self, head: Token) -> Holds:
        heads = (head, self._first_of_either(head), *self.parse.children(head.i, "obj", "nsubj", "nsubj:pass"))
        negative = any(self._has_negative(h.i) for h in heads)
        return self._turned("false" if negative else "true")

    def _turned(self, holds: Holds) -> Holds:
        # "Said no such raid had taken place" is a denial in words that hold for themselves.
        plain = self.draft.gainsaid is not None and self.draft.gainsaid != self.draft.content_head
        return _OPPOSITE[holds] if self.draft.act == "deny" and not plain else holds

    def _tolls(self) -> Iterator[Proposition]:
        whole = self.draft.act in {"accuse", "blame", "deny"}
        for occurrence in self.events:
            for toll in occurrence.event.tolls:
                told = any(span.covers(toll.span) for span in self.spans)
                if told and not is_known_by(self.parse, toll.span, self.spans, whole=whole):
                    yield Proposition(
                        kind="toll",
                        event=occurrence.event.id,
                        value=toll_value(toll.effect, toll.count.low),
                        holds=self._turned("true"),
                        spans=(toll.span,),
                    )

    def _other(self) -> Iterator[Proposition]:
        if self.draft.gainsaid is not None:
            yield from self._of_what_was_said(self.draft.gainsaid)
            return
        if not self.spans or self.draft.content_head is None:
            return
        head = self.parse.tokens[self.draft.content_head]
        subject = own_subject(self.parse, head.i) if head.is_verb else None
        holds = self._holds(head) if head.is_verb else self._turned("true")
        yield self._make("other", self._somebody(subject), holds)

    def _of_what_was_said(self, noun: int) -> Iterator[Proposition]:
        """ "Said | the rumours of a ransom | were a lie": that there is anything to them."""
        told = self.parse.children(noun, "nmod", "acl")
        if not self.parse.tokens[noun].is_noun or not told:
            return
        span = self.parse.span(phrase_range(self.parse, noun)[0], max(self.parse.subtree(told[-1].i)) + 1)
        value = " ".join(self.parse.report.text[span.start : span.end].split())
        yield Proposition(kind="other", value=value, holds="false", spans=(span,))

    def _somebody(self, subject: int | None) -> str | None:
        """The mention of a subject that can be somebody: a pronoun or a name of a person or a body."""
        if subject is None:
            return None
        token = self.parse.tokens[subject]
        named = any(n.start <= subject < n.end and n.label in _ACTORS for n in self.parse.names)
        return self.book.actor(subject) if named or token.tag == "PRP" else None
