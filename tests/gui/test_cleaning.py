"""What a cleaned paste makes of a cell's text."""

import pytest

from kanagawa_desk.gui.models.cleaning import cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("　1,601 ", "1,601"),
        ("1,601\r\n床", "1,601床"),
        ("1,\n601", "1,601"),
        ("1,601※1", "1,601"),
        ("1,601（注2）", "1,601"),
        ("1,601＊", "1,601"),
        ("74.4%²", "74.4%"),
        ("神奈川県\n保健医療計画", "神奈川県保健医療計画"),
        ("Smart\nCity", "Smart City"),
        ("（個別の根拠規定なし）", "（個別の根拠規定なし）"),
        ("※", "※"),
        ("", ""),
    ],
)
def test_spaces_line_ends_and_marks_of_notes_go_and_the_rest_stays(text, expected):
    assert cleaned(text) == expected
