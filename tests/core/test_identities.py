"""Numbers of persons: which are possible, which are not."""

import pytest

from zaakspoor.core.identities import is_valid_bsn


@pytest.mark.parametrize("bsn", ["999990019", "999990020", "111222333", "010464554"])
def test_a_number_that_passes_the_elfproef_is_possible(bsn: str) -> None:
    assert is_valid_bsn(bsn)


@pytest.mark.parametrize(
    "text",
    [
        "999990018",  # one digit off
        "999990091",  # two digits exchanged
        "000000000",
        "99999001",
        "9999900190",
        "",
        "99999001a",
        " 99999001",
        "999.99.019",
        "٩٩٩٩٩٠٠١٩",  # digits, but of another script
        "²²²²²²²²²",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_valid_bsn(text)


def test_each_wrong_digit_is_noticed() -> None:
    right = "999990019"
    for place in range(9):
        for digit in "0123456789":
            changed = right[:place] + digit + right[place + 1 :]
            assert is_valid_bsn(changed) == (changed == right)
