"""How lines of a Japanese message stand in its outline: headings, lists and their fields."""

from bot.deadlines.alternatives import any_of, one_of

# A short line that is nothing but the heading of tasks.
TASKS_ALONE = (
    r"(?:今後の|次の|残)?"
    + one_of(
        r"todo|to-do|やること|タスク|宿題",
        r"(?:ネクスト)?アクション(?:アイテム)?",
        r"対応事項|対応予定|ネクストステップ",
        r"次回まで(?:の宿題|に)?",
        r"お願い(?:事項|したいこと)",
    )
    + r"(?:一覧|リスト)?\s?:?$"
)
# A line that asks or tells, or a label before what is asked (【要対応】証明書の更新): no heading.
NO_TITLE = any_of(
    r"^(?![^をはが、\s]{1,12}まで(?:に|の宿題)?[】>\])]*:?$).*まで(?:に|$|[)】、])",
    one_of(
        r"ます|です|ません|でした|ました|ださい|下さい|ない|たい|しい|[てうくぐすつぬぶむる]",
        r"(?<=[しっんいれえべせ])[ただ]",
    )
    + r"[よねか]?[】>\]]?$",
    r"^【"
    + one_of(
        r"要..",
        r"依頼|お願い|todo|宿題|タスク|至急|緊急|重要|再送|再掲|リマインド",
    )
    + r"】.+(?<!お願い)(?<!お知らせ)$",
)
# Below a list: it asks for all of it.
CLOSING = (
    r"(?:以上|上記)?(?:の(?:件|とおり|通り))?[、,\s]*(?:ご?対応)?"
    r"(?:の(?:ほど|程))?[をも、\s]*お願い(?:いた|致)?し(?:ます|たいです)[。!\s]*$"
)
# An item that tells something or answers to a label: what stands below the list asks for something else.
TELLING = r"[^では]は[^\s]|[一-龠ァ-ヶ]が[一-龠]|中[。)]?$|(?:です|ます|た)[。]?$|^[^:\s]{1,8}:"
# Below an item: what a line says of it. At the head of a column of a table of tasks.
DETAIL = (
    one_of(
        r"担当|依頼先|希望納期|希望日|期限|期日|締め?切|〆切|納期|対象|備考|場所|方法|内容",
        r"詳細|提出先",
    )
    + r"[^:\n]{0,8}:"
)
COLUMN = any_of(
    r"タスク名?|作業",
    r"(?:作業)?内容",
    r"項目|やること|担当者?|誰が?|期限|期日|納期|締切|〆切",
    r"いつ(?:まで)?",
    r"状況|状態|ステータス|備考",
)
