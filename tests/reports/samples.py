"""Papers to lay out in tests: figures of the sample ledger, prose of their own."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from kanagawa_desk.domain.chart_specs import ColumnChart, Point
from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.domain.values import number

BEDS = (
    ("横浜", 25209, 23608, 23386),
    ("川崎北部", 4279, 4115, 4113),
    ("川崎南部", 3658, 4776, 4585),
    ("相模原", 6389, 6302, 5910),
    ("横須賀・三浦", 5238, 5098, 5183),
    ("湘南東部", 4726, 4417, 4301),
    ("湘南西部", 4360, 4638, 4537),
    ("県央", 5229, 5333, 5324),
    ("県西", 2678, 3092, 2914),
)


class Draft:
    """Collects blocks; headings are numbered, and what follows stands under them."""

    def __init__(self):
        self.blocks = []
        self._level = 0

    def add(self, kind, text="", **fields):
        level = fields.pop("level", self._level)
        block = PrintedBlock(f"b{len(self.blocks)}", kind, level=level, text=text, **fields)
        self.blocks.append(block)
        return block.id

    def heading(self, level, text):
        self._level = level
        return self.add("heading", text)

    def paper(self, **fields):
        numbers = labels(b.level for b in self.blocks if b.kind == "heading")
        blocks = []
        for block in self.blocks:
            label = next(numbers) if block.kind == "heading" else ""
            blocks.append(replace(block, label=label))
        fields = {
            "title": "社会・健康対策特別委員会資料",
            "session": "令和6年第3回神奈川県議会定例会",
            "held_on": date(2024, 10, 4),
        } | fields
        return PrintedPaper(blocks=tuple(blocks), **fields)


def signed(number):
    return f"▲{-number:,}" if number < 0 else f"{number:,}"


def bed_table(place, rows, total=None):
    """A bed table in the form of the committee paper: last year above, this year in brackets."""

    def line(name, standard, before, now):
        return (
            (name,),
            (f"{standard:,}",),
            (f"{before:,}", f"({now:,})"),
            (signed(before - standard), f"({signed(now - standard)})"),
        )

    lines = [line(*row) for row in rows]
    if total:
        sums = [sum(row[k] for row in rows) for k in (1, 2, 3)]
        lines.append(line(total, *sums))
    return PrintedTable(
        columns=(
            PrintedColumn(1.2),
            PrintedColumn(1.0, "right"),
            PrintedColumn(1.2, "right"),
            PrintedColumn(1.2, "right"),
        ),
        head=(
            (place,),
            ("基準病床数", "A"),
            ("【参考】既存病床数", "B"),
            ("【参考】過不足病床数", "B－A"),
        ),
        rows=tuple(lines),
        totals=frozenset({len(rows)}) if total else frozenset(),
        unit_note="（単位：床）",
    )


def metric_table(periods, *rows):
    """Periods across; a row is its name (none: no first column) and its printed values."""
    named = any(name for name, _ in rows)
    first = (PrintedColumn(1.0, "centre"),) if named else ()
    return PrintedTable(
        columns=first + (PrintedColumn(1.1, "centre"),) * len(periods),
        head=((("",),) if named else ()) + tuple((period,) for period in periods),
        rows=tuple(
            (((name,),) if named else ()) + tuple((value,) for value in values)
            for name, values in rows
        ),
    )


def committee_paper(**fields):
    """Cover, contents, and the two pages of which there are pictures."""
    d = Draft()
    d.add("cover")
    d.add("contents")
    d.heading(1, "医療施策の推進について")
    d.heading(2, "「神奈川県保健医療計画」の概要")
    d.heading(3, "第8次計画のポイント")
    d.heading(4, "策定の視点")
    d.heading(5, "新興感染症対策")
    d.add("paragraph", "国の指針に合わせ、新しい感染症への備えを事業の一つとして書き加えた。")
    d.heading(4, "保健医療圏と基準病床数")
    d.heading(5, "二次保健医療圏")
    d.add("paragraph", "関係する会議での議論を経て、今の9圏域を第8次計画でも続ける。")
    d.add("page_break")
    d.heading(5, "基準病床数")
    d.add("paragraph", "第8次計画の期間における基準病床数を、次のとおり定めた。")
    d.add("caption", "療養病床・一般病床")
    d.add("table", table=bed_table("二次保健医療圏", BEDS, "合計（9圏域）"))
    d.add(
        "note",
        "既存病床数と過不足病床数は、上段が令和5年4月1日現在、下段の（　）内が令和6年4月1日現在の"
        "数値である。精神病床、感染症病床及び結核病床も同じ。",
    )
    d.add("note", "横浜及び湘南東部は、基準病床数の範囲内で整備の目標数を別に定める。")
    for name, *beds in (
        ("精神病床", 12080, 13369, 13246),
        ("感染症病床", 62, 74, 74),
        ("結核病床", 124, 146, 146),
    ):
        d.add("caption", name)
        d.add("table", table=bed_table("区域", (("県全域", *beds),)))
    d.add("page_break")
    d.heading(1, "デジタル戦略の推進について")
    d.heading(2, "国の動向")
    d.add("page_break")
    d.heading(2, "県の取組")
    d.heading(3, "神奈川DX計画")
    d.heading(3, "主な取組")
    d.heading(4, "くらしのデジタル化")
    d.heading(5, "行政手続のオンライン化")
    d.add(
        "paragraph",
        "新しく設ける手続は、申請から通知までをオンラインで行えるようにする。今ある手続は、"
        "添える書類と押印を見直したうえで、件数の多いものから順に移す。",
    )
    d.heading(6, "オンライン化の推進")
    d.add("paragraph", "年間の取扱いが1,000件以上の手続を先に進める。")
    d.heading(6, "オンライン利用率向上の取組")
    d.add(
        "bullet",
        "窓口で案内ちらしを配り、県のたより及び公式ウェブサイトに申請先の二次元コードを載せる",
    )
    d.add(
        "bullet",
        "対面での確認が要る手続は、面談の予約と画面越しの確認を組み合わせて受け付ける",
    )
    d.add("caption", "行政手続等のオンライン利用率", style="■")
    d.add(
        "table",
        table=metric_table(
            ("令和元年度", "令和2年度", "令和3年度", "令和4年度"),
            ("", ("28.2%", "29.7%", "44.8%", "43.5%")),
        ),
    )
    d.add("note", "e-kanagawa電子申請で公開した手続の利用率")
    d.heading(5, "公金収納のキャッシュレス化")
    d.add("paragraph", "手数料や施設の使用料を、窓口の件数に応じた方法で納められるようにする。")
    d.heading(6, "県民利用施設における使用料等のキャッシュレス化")
    d.add("bullet", "年間1,000件以上の窓口は、複数の決済に使える端末を順に置く")
    d.add("bullet", "年間1,000件未満の窓口は、二次元コードによる決済を順に入れる")
    d.add("bullet", "券売機は、機器の更新の時期に合わせて切り替える")
    d.add("caption", "導入済県民利用施設数", style="■")
    d.add(
        "table",
        table=metric_table(
            ("令和3年度末", "令和4年度末", "令和5年度末"),
            ("累計", ("4施設", "18施設", "36施設")),
        ),
    )
    d.add("note", "令和2年度までに各施設が独自に導入したものを除く")
    d.heading(6, "行政機関窓口における手数料等のキャッシュレス化")
    d.add("bullet", "保健福祉事務所等の窓口に、累計で10窓口を導入した")
    return d.paper(**fields)


def illustrated_paper():
    """A paper with a picture of each kind, a chart, and a page in landscape."""
    d = Draft()
    d.heading(1, "図とグラフ")
    points = tuple(Point(f"R{n}", number(n), n == 6) for n in range(1, 7))
    d.add("chart", chart=ColumnChart("導入業務数", "業務", points))
    for kind in ("PNG", "JPEG"):
        buffer = BytesIO()
        Image.linear_gradient("L").save(buffer, kind)
        d.add("figure", kind, image=buffer.getvalue(), width_mm=60)
    d.add(
        "figure", "SVG", image=b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9"/></svg>'
    )
    d.add("table", table=plan_table(3), style="landscape")
    return d.paper()


PLANS = (
    ("神奈川県保健医療計画", "R6～R11", "R6.3月", "医療企画課"),
    ("神奈川県保健医療救護計画", "R2～", "今年度末に改定予定", "健康危機・感染症対策課"),
    ("神奈川県感染症予防計画", "R6～", "R6.3月", "健康危機・感染症対策課"),
    (
        "神奈川県新型インフルエンザ等対策行動計画",
        "H30～",
        "今年度末に改定予定",
        "健康危機・感染症対策課",
    ),
    ("神奈川県医療費適正化計画", "R6～R11", "R6.3月", "医療保険課"),
    ("かながわ健康プラン21", "R6～R17", "R6.3月", "健康増進課"),
    ("神奈川県歯及び口腔の健康づくり推進計画", "R6～R17", "R6.3月", "健康増進課"),
    ("神奈川県ギャンブル等依存症対策推進計画", "R6～R8", "R6.3月", "がん・疾病対策課"),
)


def plan_table(count):
    """The list of plans, over and over up to `count` rows."""
    rows = [PLANS[n % len(PLANS)] for n in range(count)]
    return PrintedTable(
        columns=(
            PrintedColumn(0.5, "centre"),
            PrintedColumn(3.6),
            PrintedColumn(1.2, "centre"),
            PrintedColumn(1.5, "centre"),
            PrintedColumn(2.2),
        ),
        head=(
            ("No.",),
            ("計画名",),
            ("計画期間",),
            ("直近の策定", "・改定時期"),
            ("備考", "（所管課等）"),
        ),
        rows=tuple(((str(n),), *((cell,) for cell in row)) for n, row in enumerate(rows, start=1)),
    )
