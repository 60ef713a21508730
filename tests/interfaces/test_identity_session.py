from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.interfaces.conftest import Browser, path_of


def test_fifteen_minutes_without_action_end_the_login(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(14)
    assert browser.get("/proef/inwoner/").status_code == 200
    browser.let_pass(15.1)
    answer = browser.get("/proef/inwoner/?deel=2")
    assert answer.status_code == 303
    page = browser.get(answer["Location"]).content.decode()
    assert "U hebt een tijd niets gedaan" in page
    assert 'name="next" value="/proef/inwoner/?deel=2"' in page
    assert "resident" not in browser.session


def test_every_action_keeps_the_login_alive(browser: Browser) -> None:
    browser.enter()
    for _ in range(3):
        browser.let_pass(10)
        assert browser.get("/proef/inwoner/").status_code == 200


def test_two_hours_end_the_login_of_a_busy_resident_too(browser: Browser) -> None:
    browser.enter()
    for _ in range(11):
        browser.let_pass(10, also_since=True)
        assert browser.get("/proef/inwoner/").status_code == 200
    browser.let_pass(11, also_since=True)
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"


def test_an_employee_stays_eight_hours(browser: Browser) -> None:
    browser.enter_as_employee()
    for _ in range(47):
        browser.let_pass(10, "employee", also_since=True)
        assert browser.get("/werkplek/proef/").status_code == 200
    browser.let_pass(11, "employee", also_since=True)
    assert path_of(browser.get("/werkplek/proef/")) == "/werkplek/inloggen/"


def test_looking_at_a_page_again_writes_nothing(
    browser: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.enter()
    with django_assert_num_queries(1):
        browser.get("/proef/inwoner/")


def test_the_page_can_ask_how_long_without_making_it_longer(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(10)
    assert 295 <= browser.get("/sessie/").json()["seconds"] <= 300
    browser.let_pass(1)
    assert 235 <= browser.get("/sessie/").json()["seconds"] <= 240


def test_the_login_can_be_made_longer(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(14)
    assert browser.post("/sessie/").json()["seconds"] >= 895
    browser.let_pass(14)
    assert browser.get("/proef/inwoner/").status_code == 200


def test_a_login_that_ran_out_cannot_be_made_longer(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(16)
    assert browser.post("/sessie/").json() == {"seconds": 0}
    assert path_of(browser.get("/proef/inwoner/")) == "/inloggen/"


def test_without_a_login_no_time_is_left(browser: Browser) -> None:
    assert browser.get("/sessie/").json() == {"seconds": 0}


def test_the_warning_of_an_employee_counts_the_employees_login(browser: Browser) -> None:
    browser.enter_as_employee()
    browser.let_pass(5, "employee")
    assert 595 <= browser.get("/sessie/").json()["seconds"] <= 600


def test_a_login_made_longer_from_another_site_is_refused(browser: Browser) -> None:
    browser.enter()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert strict.post("/sessie/").status_code == 403


def test_a_public_page_forgets_a_login_that_ran_out(browser: Browser) -> None:
    browser.enter()
    assert browser.get("/proef/").content == b"resident"
    browser.let_pass(16)
    assert browser.get("/proef/").content == b"nobody"


def test_no_browser_keeps_a_page_of_somebody_who_was_logged_in(browser: Browser) -> None:
    browser.enter()
    answer = browser.get("/proef/inwoner/")
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
