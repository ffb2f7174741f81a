"""What a text would be read as, by the list and by the file."""

from datetime import date

from kanagawa_desk.domain.reading import Vocabulary
from kanagawa_desk.services.reading import read_cases, read_texts

BASE = date(2024, 10, 4)
NAMES = Vocabulary(areas={"県全域": "prefecture", "横浜": "yokohama"})


def test_texts_are_read_in_their_order_with_unit_and_day():
    read = read_texts("yen", ["1,234", "1,234円"], "千円", BASE, NAMES)
    assert [one.result for one in read] == ["1234000", "AMBIGUOUS:1234000|1234"]


def test_a_line_of_cases_comes_back_with_its_result():
    lines = ["\ufeffint\t1,601\n", "pair_beds\t23,608\\n(23,386)\r\n", "rate\t{n:0.744|fmt:0.0%}"]
    assert list(read_cases(lines, "", BASE, NAMES)) == [
        "int\t1,601\t1601",
        "pair_beds\t23,608\\n(23,386)\tpair:23608;23386",
        "rate\t{n:0.744|fmt:0.0%}\t74.4%",
    ]


def test_escapes_stand_for_their_characters_and_the_raw_text_stays_as_it_was():
    lines = ["int\t\\x201601\\u3000", "yen\t\\\\1,234", "int\t"]
    assert list(read_cases(lines, "", BASE, NAMES)) == [
        "int\t\\x201601\\u3000\t1601",
        "yen\t\\\\1,234\t1234",
        "int\t\tNA:blank",
    ]


def test_an_expected_result_behind_the_text_and_blank_lines_are_not_looked_at():
    assert list(read_cases(["area\t全県\tsomething", "", "\n"], "", BASE, NAMES)) == [
        "area\t全県\t県全域"
    ]


def test_an_unknown_kind_is_a_problem_of_its_line():
    assert list(read_cases(["beds\t5"], "", BASE, NAMES)) == ["beds\t5\tERROR:unknown_kind"]
