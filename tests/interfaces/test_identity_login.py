import re

import httpx
import pytest
from django.test import Client
from pytest_django import Settings

from simulators.oidc_provider import Provider
from simulators.people import PEOPLE
from tests.interfaces.conftest import LEVELS, Browser, path_of
from tests.simulators.logging_in import choose
from zaakspoor.core.vault import keyed_hash
from zaakspoor.interfaces.identity.urls import urlpatterns


def test_a_resident_logs_in_and_comes_to_the_page_they_asked_for(browser: Browser) -> None:
    answer = browser.get("/proef/inwoner/?deel=1")
    assert path_of(answer) == "/inloggen/"
    answer = browser.enter(next="/proef/inwoner/?deel=1")
    assert (answer.status_code, answer["Location"]) == (303, "/proef/inwoner/?deel=1")
    page = browser.get("/proef/inwoner/").json()
    assert page["name"] == PEOPLE[0].name
    assert page["bsn"] == PEOPLE[0].bsn
    assert page["hash"] == keyed_hash(PEOPLE[0].bsn)
    assert (page["level"], page["roles"]) == ("midden", ["aanvrager"])


def test_everybody_of_the_cast_can_log_in(browser: Browser) -> None:
    for person in PEOPLE:
        browser.enter(person.key)
        assert browser.get("/proef/inwoner/").json()["name"] == person.name


def test_the_session_holds_no_readable_bsn(browser: Browser) -> None:
    browser.enter()
    stored = str(dict(browser.session.items()))
    assert PEOPLE[0].bsn not in stored
    # The ID token is base64 and holds the BSN too.
    assert "eyJ" not in stored


def test_no_address_on_the_way_holds_the_bsn(browser: Browser) -> None:
    url = browser.leave(next="/proef/inwoner/")
    query = choose(url, "nieuw", level=LEVELS["midden"][0])
    browser.arrive(query)
    leaving = browser.post("/uitloggen/")["Location"]
    for address in (url, str(query), leaving):
        assert PEOPLE[0].bsn not in address
        assert "eyJ" not in address


def test_logging_in_gives_the_session_a_new_key_and_a_new_csrf_token(browser: Browser) -> None:
    browser.get("/inloggen/")
    browser.get("/proef/inwoner/")
    url = browser.leave(next="/proef/inwoner/")
    before = browser.session.session_key
    token = browser.cookies["csrftoken"].value
    browser.arrive(choose(url, "nieuw", level=LEVELS["midden"][0]))
    assert browser.session.session_key != before
    assert browser.cookies["csrftoken"].value != token


@pytest.mark.parametrize(
    "elsewhere",
    ["https://boef.example/", "//boef.example/", "/\\boef.example", "javascript:alert(1)", "boef"],
)
def test_nobody_is_sent_to_another_site(browser: Browser, elsewhere: str) -> None:
    assert browser.enter(next=elsewhere)["Location"] == "/"


def test_a_login_that_did_not_begin_here_is_refused(browser: Browser) -> None:
    query = choose(Browser().leave(next="/"), "nieuw", level=LEVELS["midden"][0])
    answer = browser.arrive(query)
    assert answer.status_code == 400
    assert "niet gelukt" in answer.content.decode()
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"


def test_an_answer_cannot_be_used_twice(browser: Browser) -> None:
    query = choose(browser.leave(next="/"), "nieuw", level=LEVELS["midden"][0])
    assert browser.arrive(query).status_code == 303
    assert browser.arrive(query).status_code == 400


def test_two_tabs_can_log_in_at_once(browser: Browser) -> None:
    one, two = browser.leave(next="/proef/inwoner/?a"), browser.leave(next="/proef/inwoner/?b")
    level = LEVELS["midden"][0]
    for url, page in ((one, "/proef/inwoner/?a"), (two, "/proef/inwoner/?b")):
        answer = browser.arrive(choose(url, "nieuw", level=level))
        assert (answer.status_code, answer["Location"]) == (303, page)


@pytest.mark.parametrize("fault", ["nonce", "signature", "audience", "expired"])
def test_a_forged_answer_is_no_login(
    browser: Browser, digid_provider: Provider, fault: str
) -> None:
    digid_provider.faults.add(fault)
    answer = browser.enter()
    assert answer.status_code == 400
    assert "niet gelukt" in answer.content.decode()
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"


def test_going_back_at_digid_is_explained(browser: Browser) -> None:
    answer = browser.arrive(choose(browser.leave(next="/proef/inwoner/"), cancel=True))
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "U bent gestopt met inloggen" in page
    assert 'name="next" value="/proef/inwoner/"' in page


def test_digid_down_at_the_start_is_a_page_and_not_a_crash(
    browser: Browser, settings: Settings
) -> None:
    settings.DIGID_ISSUER = "http://127.0.0.1:9"
    answer = browser.post("/inloggen/", {"next": "/proef/inwoner/"})
    assert answer.status_code == 503
    page = answer.content.decode()
    assert "DigiD geeft geen antwoord" in page
    assert 'name="next" value="/proef/inwoner/"' in page


def test_digid_down_halfway_is_a_page_and_not_a_crash(
    browser: Browser, digid_provider: Provider
) -> None:
    query = choose(browser.leave(next="/proef/inwoner/"), "nieuw", level=LEVELS["midden"][0])
    digid_provider.faults.add("down")
    assert browser.arrive(query).status_code == 503


def test_less_than_asked_is_refused_and_may_be_tried_again(browser: Browser) -> None:
    url = browser.leave(next="/proef/inwoner/", niveau="midden")
    answer = browser.arrive(choose(url, "nieuw", level=LEVELS["basis"][0]))
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "niet ingelogd met genoeg zekerheid" in page
    assert 'name="niveau" value="midden"' in page
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"


@pytest.mark.parametrize("page", ["/proef/hoog/", "/proef/later/"])
def test_a_page_that_needs_more_asks_for_more(browser: Browser, page: str) -> None:
    browser.enter()
    answer = browser.get(page)
    assert path_of(answer) == "/inloggen/"
    explained = browser.get(answer["Location"])
    assert explained.status_code == 200
    assert "meer zekerheid" in explained.content.decode()
    url = browser.leave(next=page, niveau="hoog", reden="niveau")
    assert "prompt=login" in url
    assert LEVELS["midden"][0] not in str(httpx.URL(url).params["acr_values"])
    browser.arrive(choose(url, "nieuw", level=LEVELS["hoog"][0]))
    assert browser.get(page).content == b"hoog"


def test_more_than_needed_is_fine(browser: Browser) -> None:
    url = browser.leave(next="/proef/inwoner/", niveau="basis")
    browser.arrive(choose(url, "nieuw", level=LEVELS["hoog"][0]))
    assert browser.get("/proef/inwoner/").json()["level"] == "hoog"


def test_who_is_logged_in_already_goes_straight_on(browser: Browser) -> None:
    browser.enter()
    answer = browser.get("/inloggen/?next=/proef/inwoner/")
    assert (answer.status_code, answer["Location"]) == (302, "/proef/inwoner/")


def test_logging_out_ends_the_session_here_and_at_digid(
    browser: Browser, digid_provider: Provider
) -> None:
    browser.enter()
    answer = browser.post("/uitloggen/")
    assert answer.status_code == 303
    there = httpx.get(answer["Location"])
    assert there.status_code == 303
    assert there.headers["location"].endswith("/uitgelogd/")
    assert digid_provider.ended
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"
    assert "U bent uitgelogd" in browser.get("/uitgelogd/").content.decode()


def test_logging_out_needs_a_post_with_a_token(browser: Browser) -> None:
    browser.enter()
    assert browser.get("/uitloggen/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert strict.post("/uitloggen/").status_code == 403


def test_logging_out_twice_harms_nothing(browser: Browser) -> None:
    assert path_of(browser.post("/uitloggen/")) == "/uitgelogd/"


def test_an_employee_logs_in_with_roles_and_teams(browser: Browser) -> None:
    assert path_of(browser.get("/werkplek/proef/")) == "/werkplek/inloggen/"
    assert browser.enter_as_employee()["Location"] == "/werkplek/proef/"
    page = browser.get("/werkplek/proef/").json()
    assert page["kind"] == "employee"
    assert page["teams"] == ["burgerzaken"]


@pytest.mark.parametrize("person", ["bob", "nora"])
def test_an_employee_without_the_role_is_refused(browser: Browser, person: str) -> None:
    browser.enter_as_employee(person)
    assert browser.get("/werkplek/proef/").status_code == 403


def test_a_resident_is_no_employee_and_the_other_way_round(browser: Browser) -> None:
    browser.enter()
    assert path_of(browser.get("/werkplek/proef/")) == "/werkplek/inloggen/"
    other = Browser()
    other.enter_as_employee()
    assert path_of(other.get("/proef/inwoner/")) == "/inloggen/"


def test_a_token_of_one_door_opens_not_the_other(browser: Browser) -> None:
    query = choose(browser.leave(next="/"), "nieuw", level=LEVELS["midden"][0])
    assert browser.arrive(query, "/werkplek/inloggen/").status_code == 400


def test_somebody_can_be_an_employee_and_a_resident_and_leaves_one_door_at_a_time(
    browser: Browser, staff_provider: Provider
) -> None:
    browser.enter_as_employee()
    browser.enter()
    assert browser.get("/werkplek/proef/").status_code == 200
    there = httpx.get(browser.post("/werkplek/uitloggen/")["Location"])
    assert there.status_code == 303
    assert staff_provider.ended[-1] == "id_token_hint"
    assert path_of(browser.get("/werkplek/proef/")) == "/werkplek/inloggen/"
    assert browser.get("/proef/inwoner/").status_code == 200


def test_the_login_page_of_the_workbench_is_found_from_any_login_page(browser: Browser) -> None:
    assert path_of(browser.get("/inloggen/?next=/werkplek/proef/")) == "/werkplek/inloggen/"


def test_every_page_of_the_door_says_which_mark_it_has() -> None:
    assert {vars(pattern.callback)["access"] for pattern in urlpatterns} == {"public"}


def test_the_login_page_is_there_in_english(browser: Browser) -> None:
    page = browser.get("/inloggen/", headers={"accept-language": "en"}).content.decode()
    assert "Log in with DigiD" in page
    assert not re.search(r"U gaat zo naar DigiD", page)
