from zaakspoor.interfaces.public.throttle import Throttle


def test_a_burst_is_allowed_and_the_next_request_has_to_wait() -> None:
    throttle = Throttle(burst=3, per_minute=6)

    waits = [throttle.wait_seconds("10.0.0.1", now=100.0) for _ in range(4)]

    assert waits == [0, 0, 0, 10]


def test_after_waiting_there_is_one_request_again() -> None:
    throttle = Throttle(burst=1, per_minute=6)
    throttle.wait_seconds("10.0.0.1", now=100.0)

    assert throttle.wait_seconds("10.0.0.1", now=105.0) == 5
    assert throttle.wait_seconds("10.0.0.1", now=110.0) == 0
    assert throttle.wait_seconds("10.0.0.1", now=110.0) > 0


def test_addresses_do_not_wait_for_each_other() -> None:
    throttle = Throttle(burst=1, per_minute=6)
    throttle.wait_seconds("10.0.0.1", now=100.0)

    assert throttle.wait_seconds("10.0.0.2", now=100.0) == 0


def test_a_flood_of_addresses_forgets_the_oldest_instead_of_filling_the_memory() -> None:
    throttle = Throttle(burst=1, per_minute=6, remember=2)
    for address in ("10.0.0.1", "10.0.0.2", "10.0.0.3"):
        throttle.wait_seconds(address, now=100.0)

    assert throttle.wait_seconds("10.0.0.1", now=100.0) == 0
    assert throttle.wait_seconds("10.0.0.3", now=100.0) > 0
