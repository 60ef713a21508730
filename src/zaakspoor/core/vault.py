"""Personal numbers at rest: encrypted with AES-GCM, found back by a keyed hash."""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


class Unreadable(Exception):
    """A token was not made with any of the configured keys, or was changed."""


def encrypt(plain: str) -> str:
    """Return `plain` as an opaque ASCII token, made with the first of settings.DATA_KEYS."""
    key = _keys()[0]
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, plain.encode(), None)
    return _key_id(key) + "." + urlsafe_b64encode(nonce + sealed).decode()


def decrypt(token: str) -> str:
    """Return the plain text of a token of `encrypt`, made with any configured key.

    :raises Unreadable: the key is not configured any more, or the token was tampered with.
    """
    key_id, _, body = token.partition(".")
    for key in _keys():
        if _key_id(key) == key_id:
            try:
                raw = urlsafe_b64decode(body)
                return AESGCM(key).decrypt(raw[:12], raw[12:], None).decode()
            except (InvalidTag, ValueError) as error:
                raise Unreadable("a sealed value was changed") from error
    raise Unreadable("no configured key opens this value")


def keyed_hash(value: str) -> str:
    """Return 64 hex digits that stand for `value`; useless without settings.HASH_KEY."""
    key: bytes = settings.HASH_KEY
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def _keys() -> list[bytes]:
    keys: list[bytes] = settings.DATA_KEYS
    return keys


def _key_id(key: bytes) -> str:
    # Enough to choose the key, too little to say anything about it.
    return hashlib.sha256(b"key-id" + key).hexdigest()[:8]
