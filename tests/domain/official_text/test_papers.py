"""Whole committee papers of three habits: recognised from print, typed, copied out of a PDF."""

from collections import Counter
from datetime import date

from kanagawa_desk.domain.official_text.draft import PaperDraft
from kanagawa_desk.domain.official_text.reading import read_official_text
from tests.domain.official_text.drafts import aside, of_kind, outline, paper, problems


def draft_of(name: str) -> PaperDraft:
    return read_official_text(paper(name))


def test_the_outline_of_a_recognised_paper_is_mended():
    assert outline(draft_of("recognised.txt")) == [
        "1 水道の強靱化について",
        "(1) 「水道強靱化計画」のあらまし",
        "ア 計画のねらい等", "(ア) ねらい", "(イ) 性格", "(ウ) 期間", "(エ) 区域",
        "イ 計画の構成",
        "(ア) 総論",
        "a 水道の今", "(a) 水源", "(b) 浄水場", "(c) 水道管",
        "b 目標",
        "(a) 管の耐震化率",
        "(b) 事故の時に水を融通する仕組みと、その仕組みを日ごろから確かめる訓練",
        "(イ) 各論", "a 浄水場の更新", "b 管の取替え",
        "(ウ) 推進の体制",
        "(エ) 財源", "a 料金", "b 企業債",
        "(オ) 資料編",
        "ウ 要点",
        "(ア) 重点を置く地域", "a 湘南地域", "b 県央地域",
        "(イ) 耐震化の目標",
        "2 図書館のデジタル化について",
        "(1) 他県の動き",
        "ア 電子図書館", "(ア) 提供の形",
        "イ 目指す姿",
        "(2) 本県の取組",
        "ア 電子書籍",
        "(ア) 貸出し", "a 仕組み", "(a) 登録の方法", "(b) 登録の数",
        "(イ) 検索",
        "a 生成AIの活用", "b 郷土資料", "c 蔵書の点検", "d 案内", "e 点字", "f 音訳", "g 複写",
        "h セキュリティ", "(a) 方針", "a′ 利用者の情報", "b′ 記録の保存",
        "i 研修", "j 広報", "k 評価", "l 今後の予定", "(a) 検討会",
    ]  # fmt: skip


def test_every_mend_of_a_recognised_paper_is_reported():
    draft = draft_of("recognised.txt")
    assert problems(draft) == [
        (37, "label_mended"), (41, "label_mended"), (61, "label_mended"), (69, "label_mended"),
        (79, "label_mended"), (91, "label_mended"), (134, "letters_joined"),
        (140, "label_mended"), (150, "mark_lost"), (178, "letters_joined"),
        (180, "letters_joined"), (216, "label_mended"),
    ]  # fmt: skip


def test_the_blocks_of_a_recognised_paper():
    draft = draft_of("recognised.txt")
    kinds = Counter(
        block.kind for block in draft.blocks if block.kind not in ("heading", "paragraph")
    )
    assert kinds == {
        "cover": 1, "contents": 1, "caption": 6, "table": 5, "note": 2, "as_of": 2, "circle": 1,
        "circled": 2, "bullet": 9, "attachments": 1, "figure": 1,
    }  # fmt: skip
    assert [block.columns for block in of_kind(draft, "circled")] == [3, 1]
    assert [block.level for block in of_kind(draft, "bullet")] == [1, 1, 1, 1, 1, 2, 2, 1, 1]


def test_the_tables_of_a_recognised_paper():
    pipes, plans, loans, people, growth = of_kind(draft_of("recognised.txt"), "table")
    assert [row[0] for row in pipes.table] == ["区分", "湘南", "県央", "県西", "合計（3地域）"]
    assert pipes.table[1] == ("湘南", "1,204", "602 (655)", "50.0% (54.4%)")
    assert plans.table[2] == ("2", "水安全計画", "R3～", "今年度末に改定予定")
    assert loans.table == (("令和4年度", "令和5年度", "令和6年度"), ("3.1%", "4.8%", "7.5%"))
    assert people.table[0] == ("", "人数", "割合")
    assert growth.table[2] == ("月平均", "—", "462人")
    assert all(each.headed for each in (pipes, plans, loans, people, growth))


def test_a_typed_paper_with_parts_rings_and_full_width_signs():
    draft = draft_of("typed.txt")
    assert (draft.title, draft.held_on) == ("救急医療の体制の見直しについて", date(2025, 11, 28))
    assert draft.blocks[0].text == "資料２\n健康医療局医療企画課"
    assert outline(draft) == [
        "第1 見直しの考え方", "1 背景", "2 検討の経過",
        "(1) 検討会の開催　５回", "(2) 県民の意見の募集　124件",
        "第2 現状と課題", "1 病院の体制", "2 搬送の状況",
        "第3 見直しの方向", "1 三つの柱", "2 今後の予定",
        "(1) 素案の報告", "(ア) 時期　　令和８年２月", "(イ) 場所　　本委員会", "(2) 計画への反映",
    ]  # fmt: skip
    assert draft.problems == ()


def test_the_lists_of_a_typed_paper_are_nested():
    blocks = draft_of("typed.txt").blocks
    listed = [(block.style or "○・"[block.kind == "bullet"], block.level) for block in blocks
              if block.kind in ("circle", "bullet")]  # fmt: skip
    assert listed == [
        ("○", 1), ("・", 2), ("・", 3), ("・", 3), ("・", 2), ("○", 1), ("□", 1), ("・", 2),
        ("①", 1), ("②", 1), ("③", 1),
    ]  # fmt: skip


def test_the_tables_and_notes_of_a_typed_paper():
    draft = draft_of("typed.txt")
    times, hospitals = of_kind(draft, "table")
    assert times.table[:2] == (
        ("区　分", "令和４年", "令和５年", "令和６年"), ("横　浜", "38.2", "39.5", "40.1"),
    )  # fmt: skip
    assert hospitals.table[0] == ("病院名", "所在地", "診療科")
    assert [note.style for note in of_kind(draft, "note")] == ["※１", "※２"]
    assert [each.text for each in of_kind(draft, "paragraph")][-4:] == [
        "記", "１　日　時　　令和７年１２月１２日", "２　場　所　　県庁新庁舎", "以　上",
    ]  # fmt: skip


def test_a_copied_paper_loses_its_pages_and_keeps_its_sentences():
    draft = draft_of("copied.txt")
    head = "防災・県土対策特別委員会報告資料"
    assert (draft.title, draft.session) == (head, "令和8年第1回神奈川県議会定例会")
    assert aside(draft, "page_number") == ["- 1 -", "- 2 -", "- 3 -"]
    assert aside(draft, "running_head") == [head] * 3
    assert [(block.kind, block.text[-12:]) for block in draft.blocks if "。" in block.text] == [
        ("paragraph", "食事及び寝床の水準を示した。"[-12:]),
        ("paragraph", "1 時間以内に出動できるようにしている。"[-12:]),
        ("circle", "段ボールの寝床を2万台備えた。"[-12:]),
        ("circle", "48時間以内に届けてもらう。"[-12:]),
        ("paragraph", "次のとおり多重化を図る。"[-12:]),
        ("circled", "放送の事業者と協定を結ぶ。"[-12:]),
    ]


def test_the_outline_of_a_copied_paper_agrees_with_its_contents():
    draft = draft_of("copied.txt")
    assert outline(draft) == [
        "1 避難所の運営について", "(1) 生活の環境", "ア トイレ", "イ 寝床", "(2) 物資の備え",
        "2 防災のデジタル化について", "(1) 情報を届ける仕組みの再構築",
    ]  # fmt: skip
    assert problems(draft) == [(38, "letters_joined")]


def test_the_wide_table_of_a_copied_paper_is_a_table():
    (found,) = of_kind(draft_of("copied.txt"), "table")
    assert found.table[0] == ("品目", "目標", "令和5年度", "令和6年度", "令和7年度", "充足率")
    assert [len(row) for row in found.table] == [6, 6, 6, 6]
