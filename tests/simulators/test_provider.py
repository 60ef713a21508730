import re
from collections.abc import Callable, Generator
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from simulators import digid, staff
from simulators.oidc_provider import Client, Login, Look, Provider, create_provider_app
from simulators.people import PEOPLE
from tests.simulators.running import served
from zaakspoor.connections.oidc import OidcClient
from zaakspoor.core.identities import is_valid_bsn

SAM = Login("sam", "Sam <b>Voorbeeld</b>", "een testpersoon", "sub-sam")
LOOK = Look("Kies een persoon", "Test: dit is niet echt", "Kies wie u bent.")
BACK = "http://localhost/terug/"


@pytest.fixture(scope="module")
def address() -> Generator[str]:
    provider = Provider(Client("zaakspoor", "geheim"), (SAM,), algorithm="ES256")
    with served(create_provider_app(provider, LOOK)) as found:
        yield found


def question(address: str, **changes: str) -> str:
    url, _ = OidcClient(address, "zaakspoor", "geheim").authorization(BACK)
    asked = dict(httpx.URL(url).params.items()) | changes
    return f"{address}/authorize?{urlencode(asked)}"


def test_the_login_page_says_that_it_is_a_test_and_shows_names_as_text(address: str) -> None:
    page = httpx.get(question(address))
    assert "Test: dit is niet echt" in page.text
    assert "Sam &lt;b&gt;Voorbeeld&lt;/b&gt;" in page.text
    assert '<html lang="nl">' in page.text


def test_the_login_page_needs_no_script_and_allows_none(address: str) -> None:
    page = httpx.get(question(address))
    assert "<script" not in page.text
    assert not re.search(r"\sstyle=", page.text)
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    "mistake",
    [
        {"client_id": "een-ander"},
        {"redirect_uri": "https://boef.example/terug/"},
        {"redirect_uri": "javascript:alert(1)"},
        {"response_type": "token"},
        {"scope": "profile"},
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
    ],
)
def test_a_wrong_question_gets_no_login_page(address: str, mistake: dict[str, str]) -> None:
    page = httpx.get(question(address, **mistake))
    assert page.status_code == 400
    assert "Sam" not in page.text


def test_nobody_chosen_is_no_login(address: str) -> None:
    asked = dict(httpx.URL(question(address)).params.items())
    assert httpx.post(f"{address}/authorize", data=asked | {"person": "niemand"}).status_code == 400


def test_userinfo_needs_a_token(address: str) -> None:
    answer = httpx.get(f"{address}/userinfo", headers={"Authorization": "Bearer verzonnen"})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "query",
    [
        {"client_id": "een-ander", "post_logout_redirect_uri": BACK},
        {"client_id": "zaakspoor", "post_logout_redirect_uri": "https://boef.example/"},
        {"id_token_hint": "verzonnen", "post_logout_redirect_uri": BACK},
        {},
    ],
)
def test_a_wrong_logout_goes_nowhere(address: str, query: dict[str, str]) -> None:
    assert httpx.get(f"{address}/end_session", params=query).status_code == 400


def test_digid_offers_the_whole_cast_with_valid_test_numbers() -> None:
    logins = digid.create_provider().people
    assert [login.key for login in logins] == [person.key for person in PEOPLE]
    for login in logins:
        assert is_valid_bsn(login.claims["bsn"])
        assert login.claims["bsn"].startswith("9999")


def test_the_login_page_of_digid_asks_for_the_level() -> None:
    with served(digid.create_app()) as address:
        url, _ = OidcClient(address, "zaakspoor", "demo-digid").authorization(
            BACK, acr=[digid.LEVELS[2][0]]
        )
        page = httpx.get(url).text
    assert "Test: dit is niet DigiD" in page
    assert page.count('type="radio"') == 4
    assert f'value="{digid.LEVELS[2][0]}" checked' in page


def test_the_municipality_has_employees_with_and_without_rights() -> None:
    people = {login.key: login.claims for login in staff.create_provider().people}
    assert people["bea"]["roles"] == ["behandelaar"]
    assert people["bob"]["roles"] == ["balie"]
    assert people["gijs"]["teams"] == ["stadsbeheer"]
    assert people["nora"]["roles"] == []


@pytest.mark.parametrize("create_app", [digid.create_app, staff.create_app])
def test_no_provider_starts_in_production(
    create_app: Callable[[], Starlette], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "production")
    with pytest.raises(SystemExit, match="production"):
        create_app()
