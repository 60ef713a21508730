"""Numbers are given out before they are committed; none may be passed over."""

from uuid import UUID

from zaakspoor.events.tail import GAP_SECONDS, MOST_GAPS, Place

CASE = UUID(int=1)


def test_a_number_that_was_passed_is_looked_for_until_it_comes() -> None:
    place = Place(10)
    place.saw([(11, CASE), (14, CASE)], 0)
    assert (place.high, place.gaps(1)) == (14, [12, 13])
    assert place.came_late(CASE, 1) is None
    place.saw([(12, CASE)], 2)
    assert (place.high, place.gaps(3)) == (14, [13])
    assert place.came_late(CASE, 3) == 12


def test_a_number_of_a_transaction_that_failed_is_forgotten_in_time() -> None:
    place = Place(10)
    place.saw([(12, CASE)], 0)
    assert place.gaps(GAP_SECONDS - 1) == [11]
    assert place.gaps(GAP_SECONDS) == []


def test_a_leap_of_the_sequence_is_not_looked_for_number_by_number() -> None:
    place = Place(0)
    place.saw([(10**9, CASE)], 0)
    assert len(place.gaps(1)) == MOST_GAPS
