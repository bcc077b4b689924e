"""The desk in a real browser: each page and each act, without a console error, and without a finding of axe-core."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.factory import attack
from tests.web import desks
from tests.web.browsing import WITHOUT_BROWSER, Scheme, Visit, browser_path, launch, open_desk
from tests.web.test_pages import addresses
from whosays.pipeline import Tools
from whosays.web.room import Room

pytestmark = pytest.mark.skipif(browser_path() is None, reason=WITHOUT_BROWSER)

RAID = "Rebels killed four soldiers in Kabul on 3 March 2026. The Taliban condemned the attack."
MORE = (
    "/?length=all", "/?day=2024-05-15", "/incidents/timeline?since=2024-01-01&until=2024-12-31", "/search?q=peshawar",
    "/review?kind=pairs", "/review?kind=events", "/incidents?type=ASSAULT&standing=disputed", "/api",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)  # a busy machine is no fault of the desk
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(examples: Path) -> Iterator[str]:
    with open_desk(desks.room(examples)) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A window on the examples, which must have had no trouble in the end."""
    found = Visit(browser, site)
    yield found
    found.close()
    assert found.troubles == []


@pytest.fixture
def desk(own: Path, tools: Tools, browser: Browser) -> Iterator[tuple[Room, Visit]]:
    """A desk of one's own to write on, with a window."""
    room = desks.room(own, tools)
    with open_desk(room) as address:
        found = Visit(browser, address)
        yield room, found
        found.close()
    assert found.troubles == []


def judged(room: Room) -> list[tuple[str, str | None]]:
    with room.open() as opened:
        return [(j.verdict, j.value) for j in opened.judgements()]


# -- every page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_every_page_is_whole_and_accessible(
    browser: Browser, site: str, examples: Path, size: str, scheme: Scheme
) -> None:
    window = Visit(browser, site, size, scheme)
    found: dict[str, list[str]] = {}
    for address in (*addresses(examples).values(), *MORE):
        page = window.go(address)
        expect(page.locator("h1")).to_have_count(1)
        wide = [f"{window.overflow()} pixels too wide"] if window.overflow() > 0 else []
        if troubles := [*window.violations(), *window.troubles, *wide]:
            found[address] = troubles
        window.troubles.clear()
    window.close()
    assert found == {}


def test_every_page_can_be_read_without_scripts(browser: Browser, site: str, examples: Path) -> None:
    window = Visit(browser, site, scripts=False)
    for address in addresses(examples).values():
        window.page.goto(f"{site}{address}")
        expect(window.page.locator("main h1")).to_be_visible()
    window.page.goto(f"{site}/incidents/map")
    expect(window.page.get_by_role("link", name="Peshawar")).to_be_visible()
    window.close()
    assert window.troubles == []


def test_on_paper_the_desk_leaves_its_furniture_out(visit: Visit) -> None:
    page = visit.go("/?length=all")
    page.emulate_media(media="print")
    expect(page.locator(".top nav")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#n1")).to_be_visible()


def test_text_of_strangers_does_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    coded = desks.hostile()
    desks.fill(tmp_path / "hostile.db", coded, attack())
    with open_desk(desks.room(tmp_path / "hostile.db")) as address:
        window = Visit(browser, address)
        for path in ("/", f"/reports/{coded.report.id}", "/incidents", "/incidents/map", "/actors", "/search?q=script"):
            window.go(path)
        window.page.goto(f"{address}/incidents/map")
        window.page.locator(".pin").first.click()
        window.page.wait_for_timeout(200)
        window.close()
    assert window.troubles == []


# -- getting about --------------------------------------------------------------------------------------


def test_from_the_brief_to_the_words_that_a_sentence_rests_on(visit: Visit) -> None:
    page = visit.go("/?day=2024-05-15")
    number = page.locator(".notes a").first
    number.hover()
    expect(page.locator("#n1")).to_have_class(re.compile("lit"))
    page.locator("#n1 a").click()
    expect(page.locator("#asked")).to_be_visible()
    expect(page.locator("#asked")).to_have_class(re.compile("asked"))


def test_the_days_of_the_brief_can_be_walked(visit: Visit) -> None:
    page = visit.go("/?day=2024-05-15")
    page.get_by_role("link", name="← 14 May 2024").click()
    expect(page.locator("h1")).to_have_text("Situation report, 14 May 2024")
    page.get_by_label("Back").select_option("week")
    page.get_by_label("About").fill("Peshawar")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_contain_text("on Peshawar")


def test_words_and_record_light_each_other_up(visit: Visit, examples: Path) -> None:
    page = visit.go(addresses(examples)["/incidents/{id}"])
    page.locator(".telling h3 a").first.click()
    card = page.locator(".record-card.event").first
    record = card.get_attribute("data-record")
    card.hover()
    lit = page.locator(f'.text .w.lit[data-r~="{record}"]')
    expect(lit.first).to_be_visible()
    trigger = page.locator(".text a.trigger").first
    own = (trigger.get_attribute("id") or "").removeprefix("w-")
    trigger.focus()
    expect(page.locator(f'.record-card[data-record="{own}"]')).to_have_class(re.compile("lit"))
    trigger.click()
    expect(page).to_have_url(re.compile(f"#r-{own}$"))
    said = page.locator(".text .w.said:not(a)").first
    said.click()
    expect(page.locator(f"#r-{said.get_attribute('data-to')}")).to_have_class(re.compile("lit"))


def test_the_map_groups_opens_and_leads_to_the_list(visit: Visit) -> None:
    page = visit.go("/incidents/map")
    before = page.locator("#map .pin").count()
    page.locator("#map .pin.many").first.click()
    expect(page.locator("#map .pin.town, #map .pin.country").first).to_be_visible()
    page.goto(f"{visit.site}/incidents/map?place=Peshawar")
    page.wait_for_selector("#map[data-drawn]")
    pin = page.locator("#map .pin")
    expect(pin).to_have_count(1)
    assert before > 1
    pin.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Show them").click()
    expect(page.get_by_label("Where")).to_have_value(re.compile("^geonames:"))
    expect(page.get_by_role("link", name="Suicide attack, Peshawar").first).to_be_visible()


def test_places_that_are_known_roughly_look_so(visit: Visit) -> None:
    page = visit.go("/incidents/map?place=Lebanon")
    pin = page.locator("#map .pin.country")
    expect(pin).to_have_css("border-style", "dashed")
    expect(pin).to_contain_text("only the country is told")


def test_a_bar_of_the_timeline_leads_to_its_incidents(visit: Visit) -> None:
    page = visit.go("/incidents/timeline?since=2024-05-01&until=2024-05-31")
    bar = page.locator(".lane.all .bars a").last
    told = bar.get_attribute("aria-label") or ""
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_contain_text("incident")
    assert told.startswith("14 May 2024")
    expect(page.get_by_role("link", name="Suicide attack, Peshawar")).to_be_visible()


def test_filters_stay_when_the_face_changes(visit: Visit) -> None:
    page = visit.go("/incidents")
    page.get_by_label("Standing").select_option("disputed")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".row .standing:not(.disputed)")).to_have_count(0)
    expect(page.locator(".row").first).to_be_visible()
    page.get_by_role("link", name="Timeline", exact=True).last.click()
    expect(page.get_by_label("Standing")).to_have_value("disputed")
    page.get_by_role("link", name="Clear").click()
    expect(page.get_by_label("Standing")).to_have_value("")


def test_keys_search_step_and_help_and_can_be_switched_off(visit: Visit) -> None:
    page = visit.go("/incidents")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".row a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".row a").first).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    expect(page.locator("#find")).not_to_be_focused()
    page.reload()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys are on").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    page.keyboard.type("terminal")
    page.keyboard.press("Enter")
    expect(page.locator(".hit mark").first).to_have_text("terminal")


def test_the_theme_is_kept(visit: Visit) -> None:
    page = visit.go("/add")
    button = page.get_by_role("button", name="Theme")
    button.click()
    button.click()
    expect(button).to_have_text("Theme: dark")
    page.goto(f"{visit.site}/actors")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("body")).to_have_css("color", "rgb(228, 227, 222)")


# -- acts -----------------------------------------------------------------------------------------------


def test_pasting_a_report(desk: tuple[Room, Visit]) -> None:
    room, window = desk
    page = window.go("/add")
    form = page.get_by_role("form", name="Paste one")
    form.get_by_label("The report's text").fill(RAID)
    form.get_by_label("Publisher").fill("Own Wire")
    form.get_by_label("Published").fill("2026-03-05")
    form.get_by_role("button").click()
    expect(page.locator("#work")).to_contain_text("Done: 1 new", timeout=60_000)
    page.get_by_role("link", name="Brief", exact=True).click()
    expect(page.locator("h1")).to_have_text("Situation report, 5 March 2026")
    expect(page.locator("main")).to_contain_text("Kabul")
    assert room.worker.jobs()[0].state == "done"


def test_adding_files_and_one_that_cannot_be_read(desk: tuple[Room, Visit], tmp_path: Path) -> None:
    _, window = desk
    (tmp_path / "raid.txt").write_text(RAID)
    (tmp_path / "noise.txt").write_bytes(b"\x00\x01\x02" * 500)
    page = window.go("/add")
    form = page.get_by_role("form", name="Choose files")
    form.get_by_label("Pages, texts, or tables").set_input_files([tmp_path / "raid.txt", tmp_path / "noise.txt"])
    form.get_by_role("button", name="Add the files").click()
    expect(page.locator("#work")).to_contain_text("1 new, 0 known already, 1 could not be read", timeout=60_000)
    expect(page.locator("main")).to_contain_text("noise.txt")


def test_an_address_in_the_own_network_is_refused(desk: tuple[Room, Visit]) -> None:
    _, window = desk
    page = window.go("/add")
    form = page.get_by_role("form", name="Give an address")
    form.get_by_label("Address of a page").fill(f"{window.site}/incidents")
    form.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text("is not one that pages are served on")
    page.goto(f"{window.site}/add")
    page.get_by_role("form", name="Give an address").get_by_label("Address of a page").fill("http://127.0.0.1/")
    page.get_by_role("button", name="Fetch and add").click()
    expect(page.locator("main")).to_contain_text("own network")


def test_reviewing_by_keyboard_and_taking_it_back(desk: tuple[Room, Visit]) -> None:
    room, window = desk
    page = window.go("/review")
    first = page.locator(".question").first
    expect(first).to_be_focused()
    asked = first.locator("h2").inner_text()
    page.keyboard.press("j")
    expect(page.locator(".question").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("1")
    expect(page.locator("#decisions")).to_be_visible()
    ((verdict, value),) = judged(room)
    assert verdict == "corrected"
    assert value
    expect(first).to_be_focused()  # the new page's script has run: the keys work
    page.keyboard.press("u")
    expect(page.locator("section[aria-labelledby=decisions] li")).to_have_count(2)
    expect(page.locator(".question h2").first).to_have_text(asked)
    assert [v for v, _ in judged(room)] == ["corrected", "unsure"]


def test_same_or_not_the_same_from_the_queue(desk: tuple[Room, Visit]) -> None:
    room, window = desk
    page = window.go("/review?kind=pairs")
    many = page.locator(".question").count()
    page.locator(".question").first.get_by_role("button", name="Not the same").click()
    expect(page.locator("#decisions")).to_be_visible()
    expect(page.locator(".question").first).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator("section[aria-labelledby=decisions] li")).to_have_count(2)
    assert [v for v, _ in judged(room)] == ["not-same", "same"]
    assert many > 1


def test_an_incident_is_taken_apart_and_put_together_again(desk: tuple[Room, Visit], own: Path) -> None:
    room, window = desk
    page = window.go(addresses(own)["/incidents/{id}"])
    many = page.locator(".telling").count()
    page.get_by_role("button", name="Not the same thing").last.click()
    expect(page.locator(".telling")).not_to_have_count(many)
    page.goto(f"{window.site}/review")
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{window.site}{addresses(own)['/incidents/{id}']}")
    expect(page.locator(".telling")).to_have_count(many)
    assert [v for v, _ in judged(room)] == ["not-same", "unsure"]


def test_a_value_is_corrected_on_the_report(desk: tuple[Room, Visit], own: Path) -> None:
    room, window = desk
    page = window.go(addresses(own)["/reports/{id}"])
    card = page.locator(".record-card.event").first
    card.get_by_text("Judge", exact=True).click()
    card.get_by_label("What is wrong").select_option("killed")
    card.get_by_label("What is right").fill("9")
    card.get_by_role("button", name="Correct").click()
    expect(page.locator(".verdict").first).to_contain_text("Corrected: killed is 9 by ana")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".verdict")).to_have_count(0)
    assert judged(room) == [("corrected", "9"), ("unsure", None)]
