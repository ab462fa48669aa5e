"""By hand, in a real Chromium: what a person types, presses and reads, in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import expect

from tests.browser import Look, chromium, windows
from tests.scenarios.stage import Stage

GENERAL = "#general へのメッセージ"


@pytest_asyncio.fixture
async def look(stage: Stage) -> AsyncIterator[Look]:
    async with chromium() as browser, windows(browser, stage.slack.url) as opened:
        yield opened


async def test_a_memo_is_typed_confirmed_edited_and_undone_in_japanese(look: Look, stage: Stage) -> None:
    suzuki, sato = await look(stage.suzuki), await look(stage.sato)
    await suzuki.type("/memo 次回リリースは12/5に決定", GENERAL)
    await expect(suzuki.message("議事メモ #1 に残しました。")).to_contain_text("あなただけに表示されています")
    await expect(sato.message("次回リリースは12/5に決定")).to_contain_text("記録: 鈴木さん")
    await expect(sato.message("残しました")).to_have_count(0)

    await suzuki.button("編集").click()
    await suzuki.form.get_by_role("textbox", name="決まったこと").fill("次回リリースは12/8に決定")
    await suzuki.form.get_by_role("button", name="保存").click()
    await expect(sato.message("12/8に決定")).to_have_count(1)

    await suzuki.button("取り消す").click()
    await expect(suzuki.message("議事メモ #1 を取り消しました。")).to_contain_text("次回リリースは12/8に決定")
    await expect(sato.message("12/8に決定")).to_have_count(0)


async def test_a_message_becomes_a_memo_from_its_menu_in_english_on_a_narrow_window(
    look: Look, stage: Stage
) -> None:
    said = "About *plan B*:\n```cost <= 10 & falling```\n:tada: https://example.com/?a=1&b=2"
    await stage.hand(stage.suzuki).say(stage.general, said)
    emma = await look(stage.emma, width=380)
    await emma.choose("About plan B", "議事メモに残す / Keep memo")
    text = emma.form.get_by_role("textbox", name="What was decided")
    await expect(text).to_have_value(said)
    await emma.form.get_by_role("button", name="Save").click()
    await expect(emma.message("Kept as memo #1.")).to_be_visible()
    await expect(emma.message("About plan B").first).to_contain_text("1 reply")

    await emma.choose("About plan B", "議事メモに残す / Keep memo")
    await expect(emma.form).to_contain_text("This message is already kept as memo #1.")


async def test_a_task_is_typed_taken_by_another_and_done(look: Look, stage: Stage) -> None:
    suzuki, emma = await look(stage.suzuki), await look(stage.emma)
    await suzuki.type("/task 会議室を予約する 明日 15:00 !high", GENERAL)
    await expect(suzuki.message("期限は11/26(木) 15:00です。")).to_be_visible()
    card = emma.message("#1 会議室を予約する")
    await card.get_by_role("button", name="担当します").click()
    await expect(card).to_contain_text("Emmaさん")
    await expect(emma.message("“会議室を予約する” is yours")).to_be_visible()
    await card.get_by_role("button", name="完了にする").click()
    await expect(suzuki.message("Emmaさんが完了しました。")).to_be_visible()


async def test_a_form_says_under_the_field_what_is_amiss_and_keeps_what_was_typed(
    look: Look, stage: Stage
) -> None:
    emma = await look(stage.emma)
    await emma.type("/task")
    await emma.form.get_by_role("textbox", name="What is to be done").fill("Order paper")
    await emma.form.get_by_label("Due on").fill("2026-11-20")
    await emma.form.get_by_role("button", name="Save").click()
    await expect(emma.form).to_contain_text("That day has passed.")
    await expect(emma.form.get_by_role("textbox", name="What is to be done")).to_have_value("Order paper")
    await emma.form.get_by_label("Due on").fill("2026-12-04")
    await emma.form.get_by_role("button", name="Save").click()
    await expect(emma.message("is on the list, due Fri 12/4")).to_be_visible()


async def test_after_start_the_plan_stands_in_the_channel_next_morning(look: Look, stage: Stage) -> None:
    suzuki = await look(stage.suzuki)
    await suzuki.type("/task 請求書を送る @sato 明日", GENERAL)
    await suzuki.button("自動のお知らせを始める").click()
    await expect(suzuki.message("毎営業日の09:00")).to_contain_text("次は11/26(木)です")
    stage.clock.move_to(stage.clock.now().replace(day=26, hour=0, minute=0, second=5))
    await stage.tick()
    plan = suzuki.message("今日の段取り｜11/26(木)")
    await expect(plan).to_contain_text("・請求書を送る — 佐藤さん")
    await plan.get_by_role("button", name="選択肢を開く").first.click()
    await suzuki.page.get_by_role("menuitem", name="完了にする").click()
    await expect(suzuki.message("「請求書を送る」を完了にしました。")).to_be_visible()
    await expect(plan).to_contain_text("鈴木さんが完了")


async def test_a_task_is_asked_for_edited_and_ticked_with_the_hand(
    look: Look, stage: Stage, tmp_path: Path
) -> None:
    direct = stage.slack.dm_with_bot(stage.sato)
    suzuki, sato = await look(stage.suzuki), await look(stage.sato)
    await suzuki.type("/task 請求書を送る @sato 明日", GENERAL)
    card = suzuki.message("#1 請求書を送る")
    await expect(card).to_contain_text("佐藤さん（お願い中）")
    await card.get_by_role("button", name="選択肢を開く").click()
    await suzuki.page.get_by_role("menuitem", name="編集").click()
    await suzuki.form.get_by_role("textbox", name="手順").fill("単価を確認\n送付する")
    await suzuki.form.get_by_role("button", name="保存").click()
    await sato.page.locator(f"[data-channel={direct.id}]").click()
    request = sato.message("鈴木さんからのお願いです。")
    await expect(request).to_contain_text("編集済み")
    await request.get_by_role("button", name="引き受ける").click()
    mine = sato.message("#1 請求書を送る")
    await mine.get_by_role("checkbox", name="単価を確認").check()
    await expect(card.get_by_role("checkbox", name="単価を確認")).to_be_checked()
    await expect(card).not_to_contain_text("お願い中")
    await suzuki.page.screenshot(path=tmp_path / "card.png")
    await sato.page.screenshot(path=tmp_path / "request.png")


async def test_a_memo_shows_its_earlier_versions_and_is_erased_for_good(
    look: Look, stage: Stage, tmp_path: Path
) -> None:
    suzuki = await look(stage.suzuki)
    await suzuki.type("/memo 次回は12/5に決定", GENERAL)
    card = suzuki.message("記録: 鈴木さん")
    for item in ("編集", "編集の履歴", "完全に消す"):
        await card.get_by_role("button", name="選択肢を開く").click()
        await suzuki.page.get_by_role("menuitem", name=item, exact=True).click()
        if item == "編集":
            await suzuki.form.get_by_role("textbox").fill("次回は12/8に決定")
            await suzuki.form.get_by_role("button", name="保存").click()
            await expect(card).to_contain_text("12/8")
        elif item == "編集の履歴":
            await expect(suzuki.form).to_contain_text("次回は12/5に決定")
            await suzuki.page.screenshot(path=tmp_path / "history.png")
            await suzuki.form.get_by_role("button", name="閉じる").last.click()
        else:
            await expect(suzuki.form).to_contain_text("元に戻せません")
            await suzuki.page.screenshot(path=tmp_path / "erase.png")
            await suzuki.form.get_by_role("button", name="完全に消す").click()
    await expect(suzuki.message("議事メモ #1 を完全に消しました。")).to_be_visible()
    await expect(suzuki.message("12/8に決定")).to_have_count(0)


async def test_hostile_text_stays_text(look: Look, stage: Stage, tmp_path: Path) -> None:
    hostile = """<img src=x onerror="alert(1)"> </script><b>&lt; 'quotes' "and" `code` *bold* <!channel>"""
    suzuki, sato = await look(stage.suzuki), await look(stage.sato)
    await suzuki.type(f"/memo {hostile}", GENERAL)
    await expect(sato.message("onerror=")).to_be_visible()
    assert await sato.page.locator("img[src=x]").count() == 0
    await sato.page.screenshot(path=tmp_path / "hostile.png")
