"""How patterns are written: an alternative a line."""


def any_of(*alternatives: str) -> str:
    """Matches what one of them does; the first that does is taken."""
    return "|".join(alternatives)


def one_of(*alternatives: str) -> str:
    """The same, with more of the pattern before or behind it."""
    return f"(?:{any_of(*alternatives)})"
