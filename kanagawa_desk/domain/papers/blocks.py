"""Committee papers: a document in official outline form, made of blocks."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.fields import Kind, described, record
from kanagawa_desk.domain.papers.spelling import USUAL_SPELLINGS

STAGES = {
    "draft": "課内案",
    "bureau": "局内調整",
    "decision": "決裁案",
    "submitted": "提出版",
    "replaced": "差替版",
}
BLOCK_KINDS = {
    "cover": "表紙",
    "contents": "目次",
    "heading": "見出し",
    "paragraph": "段落",
    "bullet": "箇条",
    "circled": "丸数字の列挙",
    "circle": "○",
    "caption": "表題",
    "as_of": "時点",
    "note": "※注",
    "table": "表",
    "figure": "図",
    "chart": "グラフ",
    "attachments": "添付資料",
    "page_break": "改ページ",
}


@record("paper", "委員会資料")
@dataclass(frozen=True, slots=True)
class Paper:
    """A committee paper: its cover's lines and where it stands.

    `spellings` are the words of which it uses one form only (see spelling).
    """

    id: str = described("番号", Kind.TEXT, key=True)
    title: str = described("標題", Kind.TEXT, required=True, width=24)
    held_on: date = described("日付", Kind.DATE, required=True)
    session: str = described("会議名", Kind.TEXT, default="", width=24)
    stage: str = described("段階", Kind.CHOICE, choices=STAGES, default="draft")
    rank: int = described("並び", Kind.INTEGER, default=0)
    spellings: tuple[str, ...] = described("表記の組", Kind.NAMES, default=USUAL_SPELLINGS)


@record("block", "ブロック")
@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a paper.

    `level` is the outline level of a heading (1 is 1, 7 is a′) or the depth of a bullet;
    `style` the mark of a caption (■ ◇ ◆ 〔〕) ; `columns` how many items of a
    circled list stand in a row; `binding` what a table or chart shows (see bindings).
    Items of a circled list and of attachments stand one a line in `text`.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    paper: str = described("委員会資料", Kind.REFERENCE, refers="paper", required=True)
    kind: str = described("種類", Kind.CHOICE, choices=BLOCK_KINDS, default="paragraph")
    level: int = described("段", Kind.INTEGER, default=0)
    text: str = described("本文", Kind.NOTE, default="")
    style: str = described("記号の形", Kind.TEXT, default="")
    columns: int = described("列数", Kind.INTEGER, default=1)
    binding: str = described("台帳との結び付き", Kind.NOTE, default="")
    rank: int = described("並び", Kind.INTEGER, default=0)


@record("paper_edition", "提出版", unique=(("paper", "number"),))
@dataclass(frozen=True, slots=True)
class PaperEdition:
    """A paper as submitted: the PDF and the data that it showed are kept under their SHA-256.

    `number` counts the editions of a paper from 1; `frozen_at` is UTC in ISO 8601. 決裁日 and
    起案番号 stay blank where they are not known, to be written by hand.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    paper: str = described("委員会資料", Kind.REFERENCE, refers="paper", required=True)
    number: int = described("版", Kind.INTEGER, required=True)
    frozen_at: str = described("保存日時", Kind.TEXT, required=True)
    sha256: str = described("PDFのSHA-256", Kind.TEXT, required=True)
    data_sha256: str = described("内容のSHA-256", Kind.TEXT, required=True)
    frozen_by: str = described("保存者", Kind.TEXT, default="")
    decided_on: date | None = described("決裁日", Kind.DATE, default=None)
    draft_number: str = described("起案番号", Kind.TEXT, default="")


@record("acknowledged", "確認済")
@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A finding that a person put aside: it stays so until what it was found in changes.

    `place` is the id of the block, or of the paper where no block is at fault; `fingerprint`
    stands for what was found there; `at` is UTC in ISO 8601.
    """

    place: str = described("箇所", Kind.TEXT, key=True)
    code: str = described("点検", Kind.TEXT, key=True)
    fingerprint: str = described("内容の印", Kind.TEXT, key=True)
    paper: str = described("委員会資料", Kind.REFERENCE, refers="paper", required=True)
    reason: str = described("理由", Kind.NOTE, default="")
    by: str = described("確認者", Kind.TEXT, default="")
    at: str = described("確認日時", Kind.TEXT, default="")
