"""Numbers typed in prose that equal a value of the ledgers are offered to be bound."""

import pytest

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers.binding_offers import Offer, Offers, bind
from kanagawa_desk.services.papers.figures import PaperFigures
from tests.ledgers import TODAY
from tests.services.paper_blocks import add, rewrite


def offered(ledger: Ledger, text: str, *, asked: bool = False) -> list[Offer]:
    with ledger.reading() as reads:
        return list(Offers(reads, PaperFigures(reads, TODAY)).of(text, asked=asked))


def test_a_number_of_four_digits_and_the_same_unit_is_offered_unasked(sample: Ledger) -> None:
    (offer,) = offered(sample, "県全体で60,253床となった。")
    assert (offer.start, offer.end, offer.typed) == (4, 11, "60,253床")
    assert offer.choices[0].text == "{病床数:general:total:2024-04-01}"
    assert offer.choices[0].label == "療養病床・一般病床 合計 病床数 R6.4.1"


def test_a_negative_number_is_a_shortage(sample: Ledger) -> None:
    (offer,) = offered(sample, "▲1,513床")
    assert offer.choices[0].text == "{過不足:general:total:2024-04-01:health_care_r6}"


def test_a_number_of_another_unit_or_of_fewer_digits_disturbs_nobody(sample: Ledger) -> None:
    assert offered(sample, "60,253人") == []
    assert offered(sample, "76業務") == []


def test_asked_smaller_numbers_and_other_units_are_offered_too(sample: Ledger) -> None:
    (offer,) = offered(sample, "累計76業務", asked=True)
    assert (offer.typed, offer.choices[0].text) == ("76業務", "{指標:rpa_cum:FY2024}")
    (offer,) = offered(sample, "60253か所", asked=True)
    assert (offer.typed, offer.choices[0].text) == ("60253", "{病床数:general:total:2024-04-01}")


def test_counts_of_areas_and_plans_are_offered(sample: Ledger) -> None:
    texts = [each.choices[0].text for each in offered(sample, "9圏域と16計画", asked=True)]
    assert texts == ["{圏域数:general}", "{計画数}"]


def test_a_number_that_is_bound_or_in_no_ledger_is_left_alone(sample: Ledger) -> None:
    assert offered(sample, "{病床数:general:total:2024-04-01}と99,999床", asked=True) == []


def test_an_offer_behind_a_bound_number_tells_its_place_in_the_whole_text(sample: Ledger) -> None:
    text = "{計画数}、13,382台"
    (offer,) = offered(sample, text)
    assert text[offer.start : offer.end] == "13,382台"


def test_a_typed_number_gives_way_to_the_text_that_binds_it(sample: Ledger) -> None:
    block = add(sample, "paragraph", text="台数は13,382台である。")
    (offer,) = offered(sample, block.text)
    bind(sample, block.id, offer)
    with sample.reading() as reads:
        stored = reads.get(Block, (block.id,))
    assert stored is not None
    assert stored.text == "台数は{指標:mobile_pc:FY2023}である。"


def test_a_number_that_was_typed_over_meanwhile_is_not_bound(sample: Ledger) -> None:
    block = add(sample, "paragraph", text="台数は13,382台である。")
    (offer,) = offered(sample, block.text)
    rewrite(sample, block, text="台数は約13,382台である。")
    with pytest.raises(UserError, match="変わって"):
        bind(sample, block.id, offer)
