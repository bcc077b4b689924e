"""The desk as one application: the routes of the one list, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from whosays.errors import MissingPackageError, NotFoundError, SettingsError, StoreError, WhosaysError
from whosays.store import Store
from whosays.web import openapi, rendering
from whosays.web.acts import Sent, Upload
from whosays.web.asked import Asked
from whosays.web.guarding import Door, Guard
from whosays.web.leading import leading
from whosays.web.pages import brief
from whosays.web.room import Room
from whosays.web.routes import ACTS, PAGES, Act, Page

STATIC = Path(__file__).parent / "static"
_MOST_FILES = 500
_MOST_FIELDS = 50
_LARGEST_FIELD = 2 * 1024 * 1024

Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(room: Room, door: Door = Door()) -> Guard:  # noqa: B008 - frozen
    """The desk on a room's store, for the visitors whom the door lets in."""
    return Guard(_desk(room), door)


def _desk(room: Room) -> Starlette:
    """All routes; the guard stands before it, and before its pages of errors."""

    @asynccontextmanager
    async def open_until_the_end(_: Starlette) -> AsyncIterator[None]:
        yield
        room.worker.close()

    rendering.prepare()
    routes: list[BaseRoute] = []
    for page in PAGES:  # the twin first: "/actors/{id:path}" would take its address, too
        routes.append(Route(page.twin, _twin(page, room), methods=["GET"]))
        routes.append(Route(page.path, _shown(page, room), methods=["GET"]))
    routes.extend(Route(act.path, _done(act, room), methods=["POST"]) for act in ACTS)
    routes.extend(
        (
            Route("/brief/{form}", _taken(room), methods=["GET"]),
            Route("/records/{id:path}", _led(room), methods=["GET"]),
            Route("/openapi.json", _described, methods=["GET"]),
            Route("/api", _explained(room), methods=["GET"]),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        )
    )
    # Pages with a fixed last part go before those that take any, whatever their order in the list.
    routes.sort(key=lambda route: "{" in str(getattr(route, "path", "")))
    return Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)],
        exception_handlers={WhosaysError: _told(room), HTTPException: _told(room), Exception: _told(room)},
        lifespan=open_until_the_end,
    )


def _shown(page: Page, room: Room) -> Endpoint:
    def show(request: Request) -> Response:
        if "application/json" in request.headers.get("accept", ""):
            return _answer(page, request, room)
        with room.open() as opened:
            view = page.answer(_asked(request, opened, room))
            request.scope["whosays.twin"] = _twin_of(page, request)
            return HTMLResponse(rendering.page(page.template, view, request, opened, room))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(show, request)

    return endpoint


def _twin_of(page: Page, request: Request) -> str:
    return page.twin if page.twin_path else f"{quote(request.url.path, safe='/:%')}.json"


def _twin(page: Page, room: Room) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, page, request, room)

    return endpoint


def _answer(page: Page, request: Request, room: Room) -> Response:
    with room.open() as opened:
        return _json(page.answer(_asked(request, opened, room)))


def _asked(request: Request, opened: Store, room: Room) -> Asked:
    return Asked(opened, room, request.path_params, request.query_params)


def _json(found: object, code: int = 200) -> Response:
    return Response(msgspec.json.encode(found), code, media_type="application/json")


def _done(act: Act, room: Room) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LARGEST_FIELD) as form:
            items = form.multi_items()
            fields = {name: value for name, value in items if isinstance(value, str)}
            files = tuple(
                [
                    Upload(value.filename or "file", await value.read())
                    for _, value in items
                    if isinstance(value, UploadFile)
                ]
            )
        if fields.get("form_key") != room.form_key:
            raise HTTPException(403, "this form is from another session of the desk; go back, reload, and send again")
        return RedirectResponse(await run_in_threadpool(act.do, room, Sent(fields, files)), 303)

    return endpoint


def _led(room: Room) -> Endpoint:
    def lead(request: Request) -> Response:
        with room.open() as opened:
            return RedirectResponse(leading(opened, request.path_params["id"]), 303)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(lead, request)

    return endpoint


def _taken(room: Room) -> Endpoint:
    def take(request: Request) -> Response:
        with room.open() as opened:
            paper = brief.paper(_asked(request, opened, room))
        name = {"content-disposition": f'attachment; filename="{paper.name}"'}
        return Response(paper.data, headers=name, media_type=paper.kind)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(take, request)

    return endpoint


async def _described(_: Request) -> Response:
    return _json(openapi.description())


def _explained(room: Room) -> Endpoint:
    def explain(request: Request) -> Response:
        request.scope["whosays.twin"] = "/openapi.json"
        with room.open() as opened:
            return HTMLResponse(rendering.page("api.html", openapi.overview(), request, opened, room))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(explain, request)

    return endpoint


def _told(room: Room) -> Callable[[Request, Exception], Awaitable[Response]]:
    """An error as a page, or as JSON where JSON was asked for."""

    async def endpoint(request: Request, error: Exception) -> Response:
        code, title, words = _trouble(error)
        if request.url.path.endswith(".json") or "application/json" in request.headers.get("accept", ""):
            return _json({"error": words}, code)
        return HTMLResponse(rendering.trouble(title, words, room), code)

    return endpoint


def _trouble(error: Exception) -> tuple[int, str, str]:
    match error:
        case NotFoundError():
            return 404, "Not here", str(error)
        case SettingsError() | StoreError():
            return 400, "That cannot be done so", str(error)
        case MissingPackageError():
            return 501, "That cannot be done here", str(error)
        case WhosaysError():
            return 500, "This went wrong", str(error)
        case HTTPException():
            known = {404: "no page has this address", 405: "this address cannot be used so"}
            words = known.get(error.status_code, error.detail)
            return error.status_code, "Not here" if error.status_code == 404 else "That cannot be done so", words
        case _:
            return 500, "A fault in Whosays", f"{type(error).__name__}: {error}. Please report it."
