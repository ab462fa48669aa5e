"""Texts in Markdown stay texts."""

from __future__ import annotations

import pytest

from bot.platform import markdown


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("# 見出し", "\\# 見出し"),
        ("- 項目\n+ 項目\n1. 項目\n2) 項目", "\\- 項目\n\\+ 項目\n1\\. 項目\n2\\) 項目"),
        ("===\n---\n~~~", "\\===\n\\---\n\\~~~"),
        ("<script>*b*</script>", "\\<script\\>\\*b\\*\\</script\\>"),
        ("![x](https://a.example)", "!\\[x\\](https://a.example)"),
        ("a|b `c` \\d", "a\\|b \\`c\\` \\\\d"),
        ("12/5に決定。v2.4-rc", "12/5に決定。v2.4-rc"),
    ],
)
def test_no_heading_list_link_or_tag_comes_of_what_people_wrote(written: str, escaped: str) -> None:
    assert markdown.escape(written) == escaped


def test_the_lines_of_a_quotation_and_of_a_note_stay_lines() -> None:
    assert markdown.quoted("a\n\n# b") == "> a  \n>  \n> \\# b  "
    assert markdown.indented("a\n- b") == "  a  \n  \\- b  "


def test_a_line_is_one_line() -> None:
    assert markdown.line(" a\n # b ") == "a # b"
