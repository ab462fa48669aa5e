from tests.team import team

__all__ = ["team"]
