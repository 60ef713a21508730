"""Secrets at rest: readable with the key, by nobody without it, and not when changed."""

import pytest
from pytest_django import Settings

from zaakspoor.core.vault import Unreadable, decrypt, encrypt, keyed_hash

OLD, NEW = b"o" * 32, b"n" * 32


def test_what_was_sealed_comes_back() -> None:
    assert decrypt(encrypt("Łukasz Şahin-Öztürk")) == "Łukasz Şahin-Öztürk"


def test_two_tokens_for_one_value_differ() -> None:
    assert encrypt("999990019") != encrypt("999990019")


def test_a_token_is_ascii_and_shows_nothing() -> None:
    token = encrypt("999990019")
    assert token.isascii()
    assert "999990019" not in token


def test_after_a_new_key_old_tokens_stay_readable(settings: Settings) -> None:
    settings.DATA_KEYS = [OLD]
    token = encrypt("geheim")
    settings.DATA_KEYS = [NEW, OLD]
    assert decrypt(token) == "geheim"
    assert encrypt("geheim").split(".")[0] != token.split(".")[0]


def test_without_its_key_a_token_is_unreadable(settings: Settings) -> None:
    settings.DATA_KEYS = [OLD]
    token = encrypt("geheim")
    settings.DATA_KEYS = [NEW]
    with pytest.raises(Unreadable):
        decrypt(token)


def test_a_changed_token_is_refused() -> None:
    token = encrypt("geheim")
    middle = len(token) // 2
    other = "A" if token[middle] != "A" else "B"
    with pytest.raises(Unreadable):
        decrypt(token[:middle] + other + token[middle + 1 :])


@pytest.mark.parametrize("text", ["", ".", "geen token", "12345678.AAAA"])
def test_what_is_no_token_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        decrypt(text)


def test_the_hash_is_the_same_every_time_and_differs_per_key(settings: Settings) -> None:
    first = keyed_hash("999990019")
    assert first == keyed_hash("999990019")
    assert first != keyed_hash("999990020")
    settings.HASH_KEY = NEW
    assert first != keyed_hash("999990019")
