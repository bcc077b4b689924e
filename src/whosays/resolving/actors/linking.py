"""Whom every mention of a report means: names by the lists, short forms by the text, pointers by what came before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from whosays.parse import Name, Parse
from whosays.records import Actor, Link, Mention, MentionForm, Reason, Statement, mention_id
from whosays.resolving.actors.acronyms import Acronyms
from whosays.resolving.actors.antecedents import TOLD_OF, Antecedents
from whosays.resolving.actors.appositions import allies_beside, describe, join_appositions
from whosays.resolving.actors.armies import Armies
from whosays.resolving.actors.asked import Asked, Named, ask
from whosays.resolving.actors.belonging import country_in, nationality, owner_in, without_owner
from whosays.resolving.actors.calledagain import by_letters, holder_told
from whosays.resolving.actors.callednames import called
from whosays.resolving.actors.commanding import commanded_by, moved_by
from whosays.resolving.actors.coreference import SUBJECTS, Memory, Met, words_about
from whosays.resolving.actors.deciding import link_of, unsure
from whosays.resolving.actors.elliptical import counted_alike
from whosays.resolving.actors.fightersof import only_rebels, with_groups
from whosays.resolving.actors.headlines import called_above
from whosays.resolving.actors.kinsmen import DESCRIBED, body_spoken_for, kinsman_of
from whosays.resolving.actors.lands import land_meant
from whosays.resolving.actors.listednouns import is_one_group, listed_noun
from whosays.resolving.actors.names import as_pattern, name_of
from whosays.resolving.actors.narrator import PLURAL, issued, narrated
from whosays.resolving.actors.nations import country_meant, elsewhere, is_stricken, moved_on
from whosays.resolving.actors.noorgans import is_led_by_others, is_of_several
from whosays.resolving.actors.numbered import counted_before, number_alone
from whosays.resolving.actors.ofthem import as_pronoun
from whosays.resolving.actors.organs import (
    HOME_SECRETARIES,
    is_of_others,
    kinds_owned,
    may_be_anothers,
    names_organ,
    ruling_told,
)
from whosays.resolving.actors.own import age_before, kind_of, own_actor, owned, sector_of
from whosays.resolving.actors.pointers import (
    FIRST_PERSONS,
    Quoted,
    definite_nouns,
    descriptions,
    first_person,
    owned_nouns,
)
from whosays.resolving.actors.possessed import (
    described_by,
    may_own,
    members_of,
    named_alike,
    owning_noun,
    possessed,
    possessor,
)
from whosays.resolving.actors.pronouns import EITHER, MADE_BY, pronouns
from whosays.resolving.actors.sametroops import collective
from whosays.resolving.actors.scenes import governed_by, keeping_order, organ_words
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.speakers import acts_for, bodies_led, only, we_are
from whosays.resolving.actors.speaking import Speaking
from whosays.resolving.actors.spokenfor import dissolves_his_own, group_spoken_for, spoken_for
from whosays.resolving.actors.untold import states_told_of, untold

_NAMED_BODIES = frozenset({"the court", "the council", "the commission", "the tribunal"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


class Resolved(msgspec.Struct, frozen=True):
    """The actors of a report: a link for every mention of somebody, the actors they mean, and what else was told.

    ``mentions`` are all that were looked at, with the definite nouns that were found to point at somebody;
    ``nationalities`` are ISO 3166-1 alpha-3 codes by mention id.
    """

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    actors: tuple[Actor, ...]
    nationalities: dict[str, str]


def resolve_actors(
    parse: Parse, mentions: Sequence[Mention], statements: Sequence[Statement], setting: Setting
) -> Resolved:
    """Links every actor mention, in the order of the text.

    Args:
        parse: the report.
        mentions: its mentions; only those of actors are looked at.
        statements: its statements: who says the words of a quotation.
        setting: the report's context and all that the lists know.
    """
    owned = owned_nouns(parse, mentions, setting.gazetteer)
    pointing = {m.id: m for m in definite_nouns(parse, (*mentions, *owned), setting.nominals)}
    pointing |= {m.id: m for m in pronouns(parse, mentions)}
    described = descriptions(parse, (*mentions, *owned))
    mentions = (*mentions, *owned)
    asked = [ask(parse, m, setting) for m in (*mentions, *pointing.values()) if m.kind == "actor"]
    asked.sort(key=lambda a: (a.head, a.start))
    room = _Room(parse, setting, statements, asked)
    for one in asked:
        waits = one.mention.form == "pronoun" or as_pronoun(parse, one) is not None
        named = None if waits else room.decide(one, new=one.mention.id in pointing)
        if named is not None:
            room.keep(one, named)
    join_appositions(parse, asked, room.links, room.actors)
    for one, named in allies_beside(parse, asked, setting):
        room.keep(one, named)
    beside = describe(described, asked, room.links)
    room.links |= {link.mention: link for _, link in beside}
    room.links |= called_above(parse, asked, room.links)
    told = (*room.pronouns(asked, frozenset(pointing)), *room.narrator(mentions))
    used = {link.target for link in room.links.values()}
    pointing = {i: m for i, m in pointing.items() if i in room.links}
    kept = tuple({m.id: m for m in (*mentions, *pointing.values(), *(m for m, _ in beside), *told)}.values())
    told_of = ((a.mention.id, nationality(parse, a, setting)) for a in asked)
    return Resolved(
        mentions=kept,
        links=tuple(room.links[m.id] for m in kept if m.id in room.links),
        actors=tuple(a for i, a in sorted(room.actors.items()) if i in used),
        nationalities={m: state for m, state in told_of if state is not None},
    )


class _Room:
    """One report while its mentions are linked one after the other."""

    def __init__(self, parse: Parse, setting: Setting, statements: Sequence[Statement], asked: Sequence[Asked]) -> None:
        self.links: dict[str, Link] = {}
        self.actors: dict[str, Actor] = {}
        self._parse = parse
        self._setting = setting
        self._asked = {a.mention.id: a for a in asked}
        self._acronyms = Acronyms(parse, setting.gazetteer)
        self._quoted = Quoted(parse, statements)
        self._armies = Armies(parse, setting)
        self._memory = Memory(parse, setting)
        self._memory.foresee(self._full_names())

    def _full_names(self) -> Iterable[Met]:
        """People who are named by more than one word anywhere in the report, also inside other phrases."""
        for name in self._parse.names:
            if name.label != "person" or name.end - name.start < 2:
                continue
            span = self._parse.span(name.start, name.end)
            words = " ".join(self._parse.report.words(span).split())
            mention = Mention(id=mention_id(span, "actor"), kind="actor", form="name", span=span, name=words)
            one = ask(self._parse, mention, self._setting)
            named = name_of(self._parse, one, self._setting) or self._own(one)
            if named.actor is not None and len(one.core.name.split()) > 1:
                yield Met(actor=named.actor, head=one.head, form="name", name=one.core.name)

    def keep(self, one: Asked, named: Named) -> None:
        """Remembers what was decided for a mention."""
        self.links[one.mention.id] = link_of(one.mention, named)
        if named.actor is not None:
            self.actors.setdefault(named.actor.id, named.actor)
            self._meet(one, named.actor)
        for met in self._inside(one):
            self._memory.meet(met)

    def _inside(self, one: Asked) -> Iterable[Met]:
        """The bodies named inside a description, of whom it told, too: "a leader of | the Front"."""
        if one.mention.form == "pronoun":
            return
        for name in self._parse.names:
            if name.label != "organisation" or name.start < one.start or one.end < name.end:
                continue
            head = self._parse.root_of(name.start, name.end)
            if head != one.head and self._parse.tokens[head].dep in {"nmod", "nmod:poss", "compound"}:
                yield from self._as_named(name)

    def _as_named(self, name: Name) -> Iterable[Met]:
        """A name that no mention stands on, as somebody the text has told of."""
        span = self._parse.span(name.start, name.end)
        words = " ".join(self._parse.report.words(span).split())
        mention = Mention(id=mention_id(span, "actor"), kind="actor", form="name", span=span, name=words)
        one = ask(self._parse, mention, self._setting)
        named = name_of(self._parse, one, self._setting)
        if named is not None and named.actor is not None:
            yield Met(actor=named.actor, head=one.head, form="name", name=one.core.name)

    def _meet(self, one: Asked, actor: Actor) -> None:
        self._memory.meet(self._as_met(one, actor))

    def _as_met(self, one: Asked, actor: Actor) -> Met:
        words = words_about(self._parse, one)
        return Met(actor=actor, head=one.head, form=one.mention.form, name=one.core.name, words=words)

    def decide(self, one: Asked, *, new: bool) -> Named | None:
        """Whom a mention means; None for a ``new`` one, kept only if it points at somebody, that does not."""
        if new:
            found = self._pointed(one)
            return found if found is not None and found.actor is not None else None
        return (
            self._acronyms.meaning(one.mention.name)
            or self._short(one)
            or collective(self._parse, one, self._memory.told, self._setting)
            or counted_alike(self._parse, one, self._memory.told)
            or self._pointed(one)
            or self._called(one)
            or name_of(self._parse, one, self._setting)
            or self._organ(one)
            or (None if self._restricted(one) else holder_told(self._parse, one, self._memory))
            or self._own(one)
        )

    def _called(self, one: Asked) -> Named | None:
        """ "A group calling itself | the Army of Kest |": by the name that it is given."""
        name = called(self._parse, one)
        if name is None:
            return None
        as_name = self._asked_of(*name, "name")
        return self._short(as_name) or name_of(self._parse, as_name, self._setting) or self._own(as_name)

    def _short(self, one: Asked) -> Named | None:
        """A short form, unless the words alone are a listed name of their own."""
        back = self._memory.short_form(one) or by_letters(one, self._memory.told)
        if back is None or one.label == "person":
            return back
        if one.label == "nationality" and self._setting.gazetteer.state_of_adjective(one.mention.name) is not None:
            return None  # "Orlish airstrikes" are no short form of "the Orlish Front"
        named = self._setting.gazetteer.actors_named(one.mention.name, self._setting.on)
        alone = {c.actor_id for c in named if c.strength == "strong"}
        return back if not alone or (back.actor is not None and back.actor.id in alone) else None

    def _pointed(self, one: Asked) -> Named | None:
        """A definite noun with nothing of its own: "the organization", "the group"; not "the Russian president"."""
        capital = one.mention.form == "name" and one.mention.name.lower() in _NAMED_BODIES  # "| The Court | also fined"
        nominal = one.mention.form == "nominal" or capital
        aside = len(age_before(self._parse, one.head)) + (2 if is_stricken(self._parse, one) else 0)
        if not nominal or one.end - one.start - aside > 4:
            return None
        if self._parse.tokens[one.start].lower not in _DEFINITE or self._restricted(one):
            return None
        if owner_in(self._parse, one, self._setting) is not None:
            return None
        counted = self._numbered(one)
        if counted is not None:
            return counted
        told = group_spoken_for(self._parse, one, self._memory.told)
        told = told or listed_noun(self._parse, one, self._memory.told, self._setting)
        told = told or land_meant(self._parse, one, self._setting)
        told = told or country_meant(self._parse, one, self._setting, self._memory.told)
        if told is not None:
            return told
        home = country_in(self._parse, one, self._setting)
        if home is not None:
            pattern = self._setting.gazetteer.pattern(one.mention.name, self._setting.on)
            fighters = pattern is not None and pattern.actor.kind == "armed-group" and is_one_group(self._parse, one)
            if fighters:  # "Hamas ... the Palestinian militant group"
                back = self._memory.recall(one, apart=self._speaker(one))
                return back if back is not None and back.actor is not None else None
            if pattern is not None:
                return None
        said = self._memory.same_noun(one, generic=False) if home is None else None
        sure = said if said is not None and said.actor is not None else None
        if sure and sure.actor and moved_on(self._parse, one, sure.actor, self._memory.told, self._setting):
            return None
        if sure and sure.actor and dissolves_his_own(self._parse, one, sure.actor, self._memory.told, self._setting):
            return None
        found = sure or self._memory.recall(one, apart=self._speaker(one)) or said
        return found or (self._memory.same_noun(one, generic=True) if home is None else None)

    def _numbered(self, one: Asked) -> Named | None:
        """ "The three": those counted before; nobody where a number alone does not tell who they are."""
        found = counted_before(self._parse, one, self._memory.told)
        alone = number_alone(self._parse, one) is not None and self._parse.tokens[one.head].tag == "CD"
        if found is None and alone:
            return unsure(one, "a number alone does not tell who they are")
        return found

    def _restricted(self, one: Asked) -> bool:
        """Words behind the noun say which one is meant: "the men who fled", "the factions in the party"."""
        after = one.end
        if after >= len(self._parse.tokens) or self._parse.tokens[after].text in {",", "–", "-"}:
            return False
        behind = [c for c in self._parse.children(one.head, "nmod", "acl", "acl:relcl") if c.i >= after]
        # "accused the rebels of killing": parsers hang the charge on the noun
        return any(not {m.lower for m in self._parse.children(c.i, "mark")} & {"of", "from"} for c in behind)

    def _organ(self, one: Asked) -> Named | None:
        """ "The defence ministry", "the prime minister", in a report that is about one country."""
        led = governed_by(self._parse, one, self._setting)
        bidden = commanded_by(self._parse, one, self._setting)
        told_before = self._memory.told
        bidden = bidden or moved_by(self._parse, one, told_before, self._setting)
        bidden = bidden or spoken_for(self._parse, one, told_before, self._setting)
        bare = names_organ(self._parse, one)
        governed = led or bidden
        owner = governed or self._setting.dominant or keeping_order(self._parse, one, self._setting)
        bidden = bidden or (ruling_told(self._parse, one, told_before, self._setting) if owner is None else None)
        owner = owner or bidden
        british = governed is None and "home secretary" in one.mention.name.lower() and self._setting.states["GBR"]
        owner = "GBR" if british and owner not in HOME_SECRETARIES else owner  # no other state calls him so
        first = bare or (self._parse.tokens[one.start].lower if governed is None else "the")
        name = one.mention.form == "name" and one.label == "organisation"  # "the Foreign Office"
        if (
            owner is None
            or not (name or one.mention.form == "nominal")
            or first in {"a", "an", "his", "her", "its", "their"}
        ):
            return None
        told = country_in(self._parse, one, self._setting) or owner_in(self._parse, one, self._setting)
        if told is not None and governed is None:
            return None
        owned = any(self._parse.tokens[i].tag == "POS" for i in range(one.start, one.end - 1))
        exiled = any(t.lower in {"exile", "exiled"} for t in self._parse.tokens[one.start : one.end])
        if is_of_several(self._parse, one) or is_led_by_others(self._parse, one):
            return None
        if exiled or (owned and governed is None):
            return None  # "the ministry's claim" is no organ, a "government-in-exile" no government
        if (bidden is None and self._armies.are_any_ones(one, owner)) or (
            governed is None and is_of_others(self._parse, one, owner, self._setting)
        ):
            return None
        words = bare or organ_words(self._parse, one, governed=led is not None)
        found = self._setting.gazetteer.pattern(words, self._setting.on, owner)
        if found is None or found.rest:
            return None
        opposed = found.pattern == "opposition" and one.mention.name.lower() == "the opposition"
        if not opposed and found.actor.kind not in kinds_owned(first, name=name):
            return None
        away = bidden is None and found.actor.kind not in {"person", "ministry"}
        if away and elsewhere(self._parse, one, owner, self._setting):
            return None
        soldiers = away and found.pattern == "army" and first not in _DEFINITE
        if soldiers and may_be_anothers(self._parse, one, owner, self._setting):
            return None
        named = as_pattern(self._parse, one, found, self._setting)
        if named is None:
            return None
        detail = f"{named.reason.detail}, the country that the report is about"
        return msgspec.structs.replace(named, reason=Reason(rule="dominant", detail=detail, weight=0.7), score=0.7)

    def _own(self, one: Asked) -> Named:
        parse, setting = self._parse, self._setting
        country = country_in(parse, one, setting)
        owner = owner_in(parse, one, setting)
        words = one.core.name if one.label == "person" else one.mention.name
        if one.label == "person":
            country, owner = None, None  # a person keeps one id, with and without a nationality beside the name
        elif owner is not None:
            words = without_owner(parse, one)
        sector = sector_of(parse, one.head) if one.label is None else None
        actor = own_actor(words, kind_of(parse, one.head, one.label), country, sector)
        if owner is not None and owner != country:
            holder = setting.gazetteer.actor(owner)
            actor = owned(actor, owner, holder.codes if holder is not None else ())
        detail = "no list knows this actor; kept under its own words"
        return Named(actor, Reason(rule="own", detail=detail, weight=0.5), score=0.5)

    def _speaker(self, one: Asked) -> str | None:
        """The actor whose quoted words a mention stands in."""
        link = self.links.get(self._quoted.speaker(one.head) or self._quoted.going_on(one.head) or "")
        return link.target if link is not None else None

    def pronouns(self, asked: Sequence[Asked], new: frozenset[str]) -> tuple[Mention, ...]:
        """Links the pronouns, now that all names and descriptions are joined; ``new`` ones only to somebody.

        The mentions of those whom they mean and no mention stood for are the answer.
        """
        where = {a.mention.id: a.head for a in asked}
        speaking = Speaking(self._parse, self._quoted.statements, where)
        before = Antecedents(self._parse, self._setting, speaking)
        for one in asked:
            link = self.links.get(one.mention.id)
            if link is not None and link.target in self.actors:
                before.meet(self._as_met(one, self.actors[link.target]))
        heads = {a.head for a in asked}
        for inner in (m for a in asked for m in self._inside(a) if m.head not in heads):
            before.belong(inner)
        self._described(before)
        for name in states_told_of(self._parse, heads):
            for met in self._as_named(name):
                before.meet(msgspec.structs.replace(met, form=TOLD_OF))
        beside = self._untold(asked, before)
        for one in asked:
            part = as_pronoun(self._parse, one)
            if one.mention.form != "pronoun" and part is None:
                continue
            if self._of_itself(one, new=one.mention.id in new):
                continue
            quoted_by = where.get(self._quoted.speaker(one.head) or "")
            other = before.at(speaking.of_quotation(quoted_by, self._parse.tokens[one.head]))
            found = before.of(one, apart=self._speaker(one) or other, token=part)
            if one.mention.id not in new or (found is not None and found.actor is not None):
                aged = part is not None and part.lower == EITHER  # "the 41-year-old"
                self.keep(one, found or (self._own(one) if aged else unsure(one, "nobody before fits")))
            if found is not None and found.actor is not None:
                before.meet(self._as_met(one, found.actor))
        self._first_persons()
        for one in asked:
            self._possessed(one)
        fighters = with_groups(self._parse, asked, self.links, self.actors, self._setting)
        rebels = only_rebels(self._parse, asked, self.links, self.actors, self._setting)
        for mention, group in (*fighters, *rebels):
            self.links[mention.id] = link_of(mention, group)
            self.actors |= {a.id: a for a in (group.actor,) if a is not None}
        meant = {self.links[a.mention.id].target for a in asked if a.mention.id in self.links}
        added = [(m, n) for m, n in beside if n.actor is not None and n.actor.id in meant]
        self.links |= {mention.id: link_of(mention, named) for mention, named in added}
        return tuple(mention for mention, _ in added)

    def _untold(self, asked: Sequence[Asked], before: Antecedents) -> list[tuple[Mention, Named]]:
        """Lets pronouns mean the subjects beside them whom no mention stands for, each with whom it means."""
        taken = [a for a in asked if a.mention.id in self.links or a.mention.form == "pronoun"]
        told = [ask(self._parse, m, self._setting) for m in untold(self._parse, taken)]
        found = [(one, name_of(self._parse, one, self._setting) or self._own(one)) for one in told]
        for one, named in found:
            if named.actor is not None:
                self.actors.setdefault(named.actor.id, named.actor)
                before.meet(self._as_met(one, named.actor))
        return [(one.mention, named) for one, named in found]

    def _described(self, before: Antecedents) -> None:
        """Tells of every father, lawyer or spokesman whose he is: the person or body that describes him."""
        for noun in self._parse.tokens:
            if noun.lemma.lower() not in DESCRIBED or noun.dep not in SUBJECTS:
                continue
            owner, body = kinsman_of(self._parse, noun), body_spoken_for(self._parse, noun)
            name = next((n for n in self._parse.names if owner is not None and n.start <= owner.i < n.end), None)
            kin = self._as_phrase(name.start, name.end) if name is not None and name.label == "person" else None
            spoken = self._as_phrase(*body) if body is not None else None
            if kin is not None:
                before.is_kin_of(noun.i, kin)
            if spoken is not None:
                before.speaks_for(noun.i, spoken)

    def _as_phrase(self, start: int, end: int) -> Met | None:
        """Some words inside a description as somebody; None where nobody is known by them."""
        one = self._asked_of(start, end, "name" if self._parse.tokens[end - 1].tag.startswith("NNP") else "nominal")
        named = self._short(one) or name_of(self._parse, one, self._setting)
        if named is None and one.label == "person":
            named = self._own(one)
        return None if named is None or named.actor is None else self._as_met(one, named.actor)

    def _asked_of(self, start: int, end: int, form: MentionForm) -> Asked:
        """Some words that no mention stands on, with all that the naming rules look at."""
        span = self._parse.span(start, end)
        words = " ".join(self._parse.report.words(span).split())
        mention = Mention(id=mention_id(span, "actor"), kind="actor", form=form, span=span, name=words)
        return ask(self._parse, mention, self._setting)

    def _of_itself(self, one: Asked, *, new: bool) -> bool:
        """Decides "I" and "another", which take up nobody told before; whether it was such a word."""
        word = self._parse.tokens[one.head].lower
        if word == "another" and not new:
            reason = Reason(rule="own", detail="one more, of whom nothing else is told")
            self.keep(one, Named(own_actor("another person", "person", None), reason))
        elif word in FIRST_PERSONS and not new:
            self.keep(one, unsure(one, "whose words these are is not told"))
        return word in FIRST_PERSONS or (word == "another" and not new)

    def _possessed(self, one: Asked) -> None:
        """ "Its spokesman", kept under these words alone, becomes whose spokesman he is where that is known."""
        link, owner = self.links.get(one.mention.id), possessor(self._parse, one)
        if link is None or not all(r.rule == "own" for r in link.reasons):
            return
        noun = owning_noun(self._parse, one) if owner is None else None
        group = members_of(self._parse, one)
        words = (one.start, noun + 1) if noun is not None else group
        holder = self._holder(owner) if owner is not None else self._owner_told(*words) if words is not None else None
        if group is not None and holder is not None and holder.kind not in {"armed-group", "party", "organisation"}:
            return
        begin = noun + 2 if noun is not None else one.head if group is not None else owner + 1 if owner else None
        if holder is not None and may_own(self._parse, one, holder):
            named = possessed(self._parse, one, holder, self._setting, begin, members=group is not None)
            named = self._named_before(one, holder) or named
            self.links[one.mention.id] = link_of(one.mention, named)
            if named.actor is not None:
                self.actors.setdefault(named.actor.id, named.actor)

    def _named_before(self, one: Asked, holder: Actor) -> Named | None:
        """ "Met | his Kenyan counterpart |, Omar Badr. He and | his Kenyan counterpart |": Omar Badr again."""
        met: dict[str, Actor] = {}
        for owner, whom in named_alike(self._parse, one, self._asked.values(), self.links):
            if whom in self.actors and self._holder(owner) == holder:
                met[whom] = self.actors[whom]
        actor = only(met.values())
        detail = f"“{one.mention.name}” was told of {actor.name} before" if actor is not None else ""
        return None if actor is None else Named(actor, Reason(rule="coreference", detail=detail, weight=0.8), score=0.8)

    def _holder(self, possessive: int) -> Actor | None:
        """Whom a possessive pronoun means; "whose" means what its clause describes."""
        noun = described_by(self._parse, possessive)
        told = next((a.mention.id for a in self._asked.values() if a.head == noun and a.mention.id in self.links), None)
        if told is not None:
            return self.actors.get(self.links[told].target or "")
        name = next((n for n in self._parse.names if noun is not None and n.start <= noun < n.end), None)
        met = self._as_phrase(name.start, name.end) if name is not None and name.label != "time" else None
        if noun is not None:
            return met.actor if met is not None else None
        whose = self.links.get(mention_id(self._parse.span(possessive, possessive + 1), "actor"))
        return self.actors.get(whose.target or "") if whose is not None else None

    def _owner_told(self, start: int, end: int) -> Actor | None:
        """Whom a definite noun means as an owner, where the lists know him: "the | group |'s fighters"."""
        found = self._pointed(self._asked_of(start, end, "nominal"))
        actor = found.actor if found is not None else None
        doing = self._doers_above(self._parse.tokens[end - 1].head)  # "the army battles | the group |'s fighters"
        return actor if actor is not None and not actor.id.startswith("own:") and actor.id not in doing else None

    def _doers_above(self, noun: int) -> frozenset[str | None]:
        """Who does what is done to a noun, or around it: the subjects of the verbs above, where it is none itself."""
        if self._parse.tokens[noun].dep in SUBJECTS:
            return frozenset()
        above = (s.i for a in self._parse.ancestors(noun) for s in self._parse.children(a.i, *SUBJECTS))
        heads = frozenset(above)
        links = (self.links.get(a.mention.id) for a in self._asked.values() if a.head in heads)
        return frozenset(link.target for link in links if link is not None)

    def narrator(self, taken: Sequence[Mention]) -> tuple[Mention, ...]:
        """Links "I" and "we" outside quotations to whoever tells the text; the mentions that they stand on."""
        told: list[Mention] = []
        for voice in (narrated, issued):
            found, actor = voice(self._parse, taken, self._setting.gazetteer)
            if actor is not None:
                self.actors.setdefault(actor.id, actor)
            self.links |= {link.mention: link for _, link in found}
            told.extend(m for m, _ in found)
        return tuple(told)

    def _first_persons(self) -> None:
        """Gives "I" and "we" in quotations the actor who speaks, or for whom he does."""
        for one in self._asked.values():
            if one.mention.form == "pronoun" and self._parse.tokens[one.head].lower in FIRST_PERSONS:
                speaker = self._asked.get(self._quoted.speaker(one.head) or "")
                said = self.links.get(speaker.mention.id) if speaker is not None and speaker is not one else None
                if speaker is not None and said is not None:
                    link = self._spoken(one, speaker, said)
                    kept = link is not None and (link.target is not None or one.mention.made_by != MADE_BY)
                    self.links |= {one.mention.id: link} if link is not None and kept else {}

    def _spoken(self, one: Asked, speaker: Asked, said: Link) -> Link | None:
        """The link of "I" or "we" as a word of the speaker, whose own link is ``said``."""
        actor = self.actors.get(said.target or "")
        if self._parse.tokens[one.head].lower not in PLURAL or actor is None or actor.kind != "person":
            return first_person(one.mention, speaker.mention, said)
        same = [a for a in self._asked.values() if a.mention.id in self.links]
        same = [a for a in same if self.links[a.mention.id].target == actor.id]
        led = (self._as_phrase(*body) for body in bodies_led(self._parse, same, self._setting))
        meant = acts_for(actor, same, self._setting) or only(m.actor for m in led if m is not None)
        if meant is not None:
            self.actors.setdefault(meant.id, meant)
        return link_of(one.mention, we_are(one, actor, meant))
