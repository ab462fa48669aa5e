"""What the page's own files may not contain."""

import re
from pathlib import Path

import bot.playground

FOLDER = Path(bot.playground.__file__).parent / "page"
MARKUP_FROM_TEXT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function"
)
FROM_OUTSIDE = re.compile(r"""(src|href|url|import|from)[=( ]+["']?(https?:)?//""")


def test_nothing_makes_markup_out_of_text() -> None:
    offenders = [file.name for file in FOLDER.glob("*.js") if MARKUP_FROM_TEXT.search(file.read_text())]

    assert offenders == []


def test_nothing_is_fetched_from_outside() -> None:
    offenders = [file.name for file in FOLDER.iterdir() if FROM_OUTSIDE.search(file.read_text())]

    assert offenders == []
    assert all("default-src 'self'" in page.read_text() for page in FOLDER.glob("*.html"))


def test_no_module_is_left_over() -> None:
    modules = {file.name for file in FOLDER.glob("*.js")}
    sources = "".join(file.read_text() for file in [*FOLDER.glob("*.js"), *FOLDER.glob("*.html")])

    assert modules == {name for name in modules if f'/{name}"' in sources}
