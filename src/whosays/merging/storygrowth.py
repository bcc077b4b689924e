"""Stories that grow: new reports are tied to their neighbours, and only the stories that they touch are seen again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from whosays.merging.matters import Matter, keys_of
from whosays.merging.shelf import StoryShelf
from whosays.merging.stories import Tie, Told, components, follows


def grow_stories(shelf: StoryShelf, matters: Sequence[Matter], told: Mapping[frozenset[str], Told]) -> None:
    """Bring stories up to date.

    Args:
        shelf: the stories so far.
        matters: what the reports are about that are new, or were read anew.
        told: how pairs of reports, one of them among these, tell of one incident.
    """
    fresh = {m.report for m in matters}
    left = shelf.drop_matters(fresh)
    for matter in matters:
        shelf.put_matter(matter, keys_of(matter)[1])
    partners = _partners(told)
    ties = [tie for m in matters for tie in _ties(shelf, m, partners.get(m.report, ()), told)]
    for tie in ties:
        shelf.put_tie(tie)
    story = shelf.stories_at({report for tie in ties for report in (tie.one, tie.two)})
    if left:
        _seen_again(shelf, left | fresh | set(story.values()))
    else:
        _joined(shelf, {Tie(story[tie.one], story[tie.two], ()) for tie in ties})


def _partners(told: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    """Report -> those that tell of one incident with it."""
    found: dict[str, set[str]] = {}
    for pair in told:
        for report in pair:
            found.setdefault(report, set()).update(pair - {report})
    return found


def _ties(
    shelf: StoryShelf, matter: Matter, partners: Iterable[str], told: Mapping[frozenset[str], Told]
) -> Iterator[Tie]:
    """What ties a report to its neighbours."""
    near = {m.report: m for m in shelf.matters_near(keys_of(matter)[0])}
    near |= {m.report: m for m in shelf.matters(r for r in partners if r not in near)}
    near.pop(matter.report, None)
    for report, other in sorted(near.items()):
        tie = follows(matter, other, told.get(frozenset({matter.report, report})))
        if tie is not None:
            yield tie


def _seen_again(shelf: StoryShelf, stories: Iterable[str]) -> None:
    """Group the reports of some stories again: what held them together may be gone."""
    moments = shelf.moments_in(stories)
    groups: dict[str, list[str]] = {}
    for report, story in components(moments, shelf.ties_at(moments)).items():
        groups.setdefault(story, []).append(report)
    for story, reports in sorted(groups.items()):
        shelf.put_story(story, reports)


def _joined(shelf: StoryShelf, ties: Iterable[Tie]) -> None:
    """Join stories that are tied, each as a whole; a story goes by the id of its first report."""
    ties = [tie for tie in ties if tie.one != tie.two]
    ends = {story for tie in ties for story in (tie.one, tie.two)}
    moments = {m.report: m.moment for m in shelf.matters(ends)}
    groups: dict[str, list[str]] = {}
    for story, first in components(moments, ties).items():
        groups.setdefault(first, []).append(story)
    for first, others in sorted(groups.items()):
        shelf.join_stories(first, [o for o in others if o != first])
