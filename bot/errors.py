"""What a person did or can mend, told in their language."""

from __future__ import annotations


class UserError(Exception):
    """A request that cannot be carried out as asked; `key` names its text in the catalogues.

    `words` are what the person typed: they are given back with the answer, so that nothing is lost.
    `field` is the block id of the form's input the answer belongs under, if it was a form.
    """

    def __init__(self, key: str, *, words: str = "", field: str = "", **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.words = words
        self.field = field
        self.values = values

    def under(self, field: str) -> UserError:
        """The same, told under that field."""
        moved = UserError(self.key, words=self.words, field=field)
        moved.values = self.values
        return moved


class NotSaved(Exception):
    """The change did not happen, and it is certain that it did not."""


class Outage(NotSaved):
    """The database is out of reach, busy or full: what could not be saved now may be saved later."""


class CommitInDoubt(Exception):
    """The change may or may not have been saved: the person should look before trying again."""


class Repeated(Exception):
    """The very request came before, and what it asks for was done then."""


class SetupError(Exception):
    """Something about the installation that whoever runs it can mend; its text is one clear line."""
