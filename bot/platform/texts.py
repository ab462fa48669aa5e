"""What Urakata says, in the reader's language: catalogues, dates, times.

The catalogues are gettext files whose message ids are keys (`memo.saved`); a value stands in them
as `{name}`. They are read and compiled in memory once, on first use.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages import mofile, pofile

from .markup import Mrkdwn, escape, fit, one_line
from .viewer import Viewer

LANGUAGES = ("ja", "en")
DEFAULT = "en"
DAY_FIRST = {"en-GB"}
"""Of the locales Slack has in the languages we speak (en-US, en-GB, ja-JP)."""
LOCALE = Path(__file__).resolve().parent.parent / "locale"

NAME = 40
"""Characters of a person's name, as markup."""
TITLES = ("さん", "様", "さま", "くん", "君", "先生", "部長", "課長", "係長", "社長")

_JA_DAYS = "月火水木金土日"
_EN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def language_of(tag: str | None) -> str:
    """The catalogue for a Slack locale such as `ja-JP`; what we do not speak is answered in English."""
    short = (tag or "").partition("-")[0].lower()
    return short if short in LANGUAGES else DEFAULT


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    with (LOCALE / f"{language}.po").open("rb") as source:
        catalogue = pofile.read_po(source, locale=language)
    compiled = BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Name(str):
    """What a person is called. As a value of a text it is written as one speaks of them."""


@dataclass(frozen=True)
class Texts:
    """The texts of one language. A key that does not exist raises KeyError: a mistake of ours.

    `day_first` readers would take 12/4 for the 12th of April, so they get the month's name.
    """

    language: str
    day_first: bool = False

    def __call__(self, key: str, **values: object) -> str:
        """Plain text, for buttons, titles and labels."""
        return self._template(key).format(**{name: self._spoken(value) for name, value in values.items()})

    def mrkdwn(self, key: str, **values: object) -> Mrkdwn:
        """Markup: the values are escaped unless they are markup already."""
        marked = {name: _marked(self._spoken(value)) for name, value in values.items()}
        return Mrkdwn(self._template(key).format(**marked))

    def person(self, name: str) -> str:
        """With さん in Japanese, unless the name brings its title."""
        name = fit(one_line(name), NAME)
        return name if name.endswith(TITLES) else self._template("card.person").format(name=name)

    def counted(self, key: str, n: int, **values: object) -> str:
        """Plain text in the plural form for `n`."""
        found = _catalogue(self.language).ngettext(key, key, n)
        if found == key:
            raise KeyError(key)
        return found.format(n=n, **values)

    def day(self, day: date, today: date) -> str:
        """12/4(金), Fri 12/4, or day first Fri 4 Dec; with the year where it is not this one."""
        short = f"{day.month}/{day.day}"
        if self.language == "ja":
            return f"{short if day.year == today.year else f'{day.year}/{short}'}({_JA_DAYS[day.weekday()]})"
        if self.day_first:
            year = "" if day.year == today.year else f" {day.year}"
            return f"{_EN_DAYS[day.weekday()]} {day.day} {_EN_MONTHS[day.month - 1]}{year}"
        return f"{_EN_DAYS[day.weekday()]} {short if day.year == today.year else f'{short}/{day.year}'}"

    def moment(self, day: date, wall: time | None, today: date) -> str:
        """A day, with its time where one was said: 12/4(金) 17:00."""
        return self.day(day, today) + (f" {wall:%H:%M}" if wall else "")

    def instant(self, at: datetime, now: datetime) -> str:
        """An instant as wall time of the zone that `now` carries."""
        local = at.astimezone(now.tzinfo)
        return self.moment(local.date(), local.time(), now.date())

    def _spoken(self, value: object) -> object:
        return self.person(value) if isinstance(value, Name) else value

    def _template(self, key: str) -> str:
        found = _catalogue(self.language).gettext(key)
        if found == key:
            raise KeyError(key)
        return found


def texts_for(viewer: Viewer) -> Texts:
    """In the reader's language, with dates in the order they read them."""
    return Texts(viewer.language, viewer.tag in DAY_FIRST)


def _marked(value: object) -> object:
    return escape(value) if isinstance(value, str) and not isinstance(value, Mrkdwn) else value
