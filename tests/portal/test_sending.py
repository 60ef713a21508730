"""Sending: checked, declared, once; and the receipt at once."""

import hashlib
import re
from collections.abc import Callable
from uuid import UUID

from django.test import Client

from tests.portal.conftest import FIRST, SECOND
from zaakspoor.registers.zaken.models import Zaak

DECLARED = {"verklaring": "ja"}


def review(draft: UUID) -> str:
    return f"/concept/{draft}/controleren/"


def test_all_answers_can_be_checked_and_changed(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST, SECOND)
    page = resident.get(review(draft)).content.decode()
    assert "Voor mijzelf" in page
    assert "tessa@inwoner.example" in page
    assert f"/concept/{draft}/uittreksel/" in page
    # A question that was not asked is not shown.
    assert "burgerservicenummer van die persoon" not in page


def test_without_the_declaration_nothing_is_sent(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    answer = resident.post(review(make_draft(FIRST, SECOND)))
    assert answer.status_code == 400
    assert 'href="#verklaring"' in answer.content.decode()
    assert not Zaak.objects.exists()


def test_an_incomplete_application_goes_back_to_what_is_missing(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST, SECOND | {"email": ""})
    answer = resident.post(review(draft), DECLARED, follow=True)
    assert answer.redirect_chain[0][0] == f"/concept/{draft}/ontvangen/?ontbreekt=1"
    assert 'href="#veld-email"' in answer.content.decode()
    assert not Zaak.objects.exists()


def test_sending_gives_the_number_and_what_was_sent_at_once(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    answer = resident.post(review(make_draft(FIRST, SECOND)), DECLARED, follow=True)
    zaak = Zaak.objects.get()
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/zaken/{zaak.uuid}/verstuurd/"
    assert zaak.identificatie in page
    assert "Wij verwachten" in page
    assert "Uiterlijk" in page
    hashes = re.findall(r"<code>([0-9a-f]{64})</code>", page)
    links = re.findall(r'href="(/zaken/[0-9a-f-]+/documenten/[^"]+)"', page)
    assert len(hashes) == len(links) == 2
    for address, digest in zip(links, hashes, strict=True):
        for _ in range(2):
            content = resident.get(address).getvalue()
            assert hashlib.sha256(content).hexdigest() == digest


def test_sending_again_gives_the_same_case(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST, SECOND)
    answers = [resident.post(review(draft), DECLARED) for _ in range(3)]
    assert len({answer["Location"] for answer in answers}) == 1
    assert Zaak.objects.count() == 1


def test_back_after_sending_leads_to_the_receipt(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST, SECOND)
    receipt = resident.post(review(draft), DECLARED)["Location"]
    assert resident.get(f"/concept/{draft}/uittreksel/")["Location"] == receipt
    assert resident.get(review(draft))["Location"] == receipt
    assert resident.post(f"/concept/{draft}/uittreksel/", FIRST)["Location"] == receipt
    assert resident.get(f"/concept/{draft}/verwijderen/")["Location"] == receipt


def test_a_login_that_ran_out_at_sending_loses_nothing(
    make_draft: Callable[..., UUID], log_in: Callable[..., Client]
) -> None:
    draft = make_draft(FIRST, SECOND)
    late = log_in(minutes_ago=20)
    assert late.post(review(draft), DECLARED)["Location"].startswith("/inloggen/")
    assert not Zaak.objects.exists()
    session = late.session
    session["resident"] = log_in().session["resident"]
    session.save()
    assert "verstuur hem nog een keer" in late.get(review(draft)).content.decode()
    late.post(review(draft), DECLARED)
    assert Zaak.objects.count() == 1
