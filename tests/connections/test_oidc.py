from collections.abc import Generator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from simulators.oidc_provider import Client, Login, Look, Provider, create_provider_app
from tests.simulators.logging_in import choose
from tests.simulators.running import served
from zaakspoor.connections.oidc import (
    AssuranceTooLow,
    LoginCancelled,
    LoginRefused,
    OidcClient,
    OidcUnavailable,
)

BACK = "http://localhost/inloggen/terug/"
TEST_BSN = "999990950"
SAM = Login("sam", "Sam Voorbeeld", "een testpersoon", "sub-sam", {"bsn": TEST_BSN})
LOOK = Look("Kies", "Test", "Kies wie u bent.", (("laag", "Laag"), ("hoog", "Hoog")))


@pytest.fixture(scope="module", params=["RS256", "ES256"])
def running(request: pytest.FixtureRequest) -> Generator[tuple[Provider, str]]:
    provider = Provider(Client("zaakspoor", "ge+heim"), (SAM,), algorithm=request.param)
    with served(create_provider_app(provider, LOOK)) as address:
        yield provider, address


@pytest.fixture
def provider(running: tuple[Provider, str]) -> Generator[Provider]:
    yield running[0]
    running[0].faults.clear()
    running[0].private_in_userinfo = False


@pytest.fixture
def client(running: tuple[Provider, str], provider: Provider) -> OidcClient:
    return OidcClient(running[1], "zaakspoor", "ge+heim", "openid profile", wanted=["bsn"])


def test_a_person_who_logs_in_is_known_with_name_and_level(client: OidcClient) -> None:
    url, pending = client.authorization(BACK, acr=["laag", "hoog"])
    claims = client.exchange(pending, choose(url, "sam", level="hoog"))
    assert (claims.subject, claims.acr) == ("sub-sam", "hoog")
    assert claims.values["bsn"] == TEST_BSN
    assert claims.values["name"] == "Sam Voorbeeld"


def test_the_question_carries_state_nonce_challenge_language_and_level(client: OidcClient) -> None:
    url, pending = client.authorization(BACK, acr=["laag", "hoog"], language="en", prompt="login")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert asked["state"] == pending["state"]
    assert asked["nonce"] == pending["nonce"]
    assert asked["code_challenge_method"] == "S256"
    assert pending["verifier"] not in url
    assert (asked["ui_locales"], asked["acr_values"]) == ("en", "laag hoog")
    assert asked["prompt"] == "login"


def test_two_logins_share_no_secret(client: OidcClient) -> None:
    _, one = client.authorization(BACK)
    _, two = client.authorization(BACK)
    assert one["state"] != two["state"]
    assert one["nonce"] != two["nonce"]
    assert one["verifier"] != two["verifier"]


def test_a_code_works_once(client: OidcClient) -> None:
    url, pending = client.authorization(BACK)
    query = choose(url, "sam")
    client.exchange(pending, query)
    with pytest.raises(LoginRefused, match="code"):
        client.exchange(pending, query)


def test_an_answer_with_another_state_is_refused(client: OidcClient) -> None:
    url, pending = client.authorization(BACK)
    query = choose(url, "sam") | {"state": "van-iemand-anders"}
    with pytest.raises(LoginRefused, match="state"):
        client.exchange(pending, query)


def test_an_answer_of_another_provider_is_refused(client: OidcClient) -> None:
    url, pending = client.authorization(BACK)
    query = choose(url, "sam") | {"iss": "https://een-ander.example"}
    with pytest.raises(LoginRefused, match="iss"):
        client.exchange(pending, query)


def test_a_stolen_code_is_worth_nothing_without_the_verifier(client: OidcClient) -> None:
    url, pending = client.authorization(BACK)
    _, of_thief = client.authorization(BACK)
    query = choose(url, "sam") | {"state": of_thief["state"]}
    with pytest.raises(LoginRefused, match="code"):
        client.exchange(of_thief, query)
    # The attempt has also used up the code.
    with pytest.raises(LoginRefused, match="code"):
        client.exchange(pending, query | {"state": pending["state"]})


@pytest.mark.parametrize("fault", ["nonce", "signature", "audience", "issuer", "expired", "future"])
def test_a_wrong_token_is_refused(client: OidcClient, provider: Provider, fault: str) -> None:
    provider.faults.add(fault)
    url, pending = client.authorization(BACK)
    with pytest.raises(LoginRefused, match="token") as refusal:
        client.exchange(pending, choose(url, "sam"))
    assert TEST_BSN not in str(refusal.value)


def test_a_lower_level_than_asked_is_refused(client: OidcClient) -> None:
    url, pending = client.authorization(BACK, acr=["hoog"])
    with pytest.raises(AssuranceTooLow) as refusal:
        client.exchange(pending, choose(url, "sam", level="laag"))
    assert refusal.value.acr == "laag"


def test_going_back_at_the_provider_is_no_login(client: OidcClient) -> None:
    url, pending = client.authorization(BACK)
    with pytest.raises(LoginCancelled):
        client.exchange(pending, choose(url, cancel=True))


def test_an_unknown_error_is_no_login(client: OidcClient) -> None:
    _, pending = client.authorization(BACK)
    with pytest.raises(LoginRefused, match="error"):
        client.exchange(pending, {"state": pending["state"], "error": "invalid_scope"})


def test_new_keys_of_the_provider_are_fetched(client: OidcClient, provider: Provider) -> None:
    url, pending = client.authorization(BACK)
    client.exchange(pending, choose(url, "sam"))
    provider.rotate_key()
    url, pending = client.authorization(BACK)
    assert client.exchange(pending, choose(url, "sam")).subject == "sub-sam"


def test_claims_that_the_token_lacks_come_from_userinfo(
    client: OidcClient, provider: Provider
) -> None:
    provider.private_in_userinfo = True
    url, pending = client.authorization(BACK)
    assert client.exchange(pending, choose(url, "sam")).values["bsn"] == TEST_BSN


def test_a_provider_that_is_down_says_so(client: OidcClient, provider: Provider) -> None:
    provider.faults.add("down")
    with pytest.raises(OidcUnavailable):
        client.authorization(BACK)


def test_a_provider_that_goes_down_halfway_says_so(client: OidcClient, provider: Provider) -> None:
    url, pending = client.authorization(BACK)
    query = choose(url, "sam")
    provider.faults.add("down")
    with pytest.raises(OidcUnavailable):
        client.exchange(pending, query)


def test_a_provider_that_is_slow_counts_as_down(
    running: tuple[Provider, str], provider: Provider
) -> None:
    client = OidcClient(running[1], "zaakspoor", "ge+heim", timeout=0.3)
    url, pending = client.authorization(BACK)
    query = choose(url, "sam")
    provider.faults.add("slow")
    with pytest.raises(OidcUnavailable):
        client.exchange(pending, query)


def test_nobody_at_the_address_counts_as_down() -> None:
    with pytest.raises(OidcUnavailable):
        OidcClient("http://127.0.0.1:9", "zaakspoor", "ge+heim").authorization(BACK)


def test_a_wrong_secret_is_no_login(running: tuple[Provider, str]) -> None:
    client = OidcClient(running[1], "zaakspoor", "verkeerd")
    url, pending = client.authorization(BACK)
    with pytest.raises(LoginRefused, match="code"):
        client.exchange(pending, choose(url, "sam"))


def test_logging_out_never_puts_a_bsn_in_the_address(
    client: OidcClient, provider: Provider
) -> None:
    url, pending = client.authorization(BACK)
    claims = client.exchange(pending, choose(url, "sam"))
    leaving = client.logout_url(claims.id_token, "http://localhost/uitgelogd/")
    assert leaving is not None
    asked = parse_qs(urlsplit(leaving).query)
    assert "id_token_hint" not in asked
    assert asked["logout_hint"] == [claims.values["sid"]]
    assert httpx.get(leaving).headers["location"] == "http://localhost/uitgelogd/"
    assert provider.ended[-1] == claims.values["sid"]


def test_a_token_without_a_bsn_goes_along_when_logging_out(
    client: OidcClient, provider: Provider
) -> None:
    provider.private_in_userinfo = True
    url, pending = client.authorization(BACK)
    claims = client.exchange(pending, choose(url, "sam"))
    leaving = client.logout_url(claims.id_token, "http://localhost/uitgelogd/")
    assert leaving is not None
    assert httpx.get(leaving).status_code == 303
    assert provider.ended[-1] == "id_token_hint"


def test_logging_out_works_here_when_the_provider_is_down() -> None:
    client = OidcClient("http://127.0.0.1:9", "zaakspoor", "ge+heim")
    assert client.logout_url("een-token", "http://localhost/uitgelogd/") is None
