"""How lines of a Japanese message stand in its outline: headings, lists and their fields."""

# A short line that is nothing but the heading of tasks.
TASKS_ALONE = (
    r"(?:今後の|次の|残)?(?:todo|to-do|やること|タスク|宿題|(?:ネクスト)?アクション(?:アイテム)?|対応事項|対応予定|"
    r"ネクストステップ|次回まで(?:の宿題|に)?|お願い(?:事項|したいこと))(?:一覧|リスト)?\s?:?$"
)
# A line that asks or tells, or a label before what is asked (【要対応】証明書の更新): no heading.
NO_TITLE = (
    r"^(?![^をはが、\s]{1,12}まで(?:に|の宿題)?[】>\])]*:?$).*まで(?:に|$|[)】、])|"
    r"(?:ます|です|ません|でした|ました|ださい|下さい|ない|たい|しい|[てうくぐすつぬぶむる]|(?<=[しっんいれえべせ])[ただ])"
    r"[よねか]?[】>\]]?$|"
    r"^【(?:要..|依頼|お願い|todo|宿題|タスク|至急|緊急|重要|再送|再掲|リマインド)】.+(?<!お願い)(?<!お知らせ)$"
)
# Below a list: it asks for all of it.
CLOSING = (
    r"(?:以上|上記)?(?:の(?:件|とおり|通り))?[、,\s]*(?:ご?対応)?(?:の(?:ほど|程))?[をも、\s]*"
    r"お願い(?:いた|致)?し(?:ます|たいです)[。!\s]*$"
)
# An item that tells something or answers to a label: what stands below the list asks for something else.
TELLING = r"[^では]は[^\s]|[一-龠ァ-ヶ]が[一-龠]|中[。)]?$|(?:です|ます|た)[。]?$|^[^:\s]{1,8}:"
# Below an item: what a line says of it. At the head of a column of a table of tasks.
DETAIL = (
    r"(?:担当|依頼先|希望納期|希望日|期限|期日|締め?切|〆切|納期|"
    r"対象|備考|場所|方法|内容|詳細|提出先)[^:\n]{0,8}:"
)
COLUMN = (
    r"タスク名?|作業|(?:作業)?内容|項目|やること|担当者?|誰が?|期限|期日|納期|締切|〆切|いつ(?:まで)?|"
    r"状況|状態|ステータス|備考"
)
