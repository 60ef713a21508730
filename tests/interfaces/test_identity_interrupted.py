from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone

from tests.interfaces.conftest import Browser
from zaakspoor.interfaces.identity import interruptions
from zaakspoor.interfaces.identity.doors import RESIDENT

PAGE = "/proef/inwoner/?stap=2"
TYPED = {"reden": "Ik ga trouwen in ’s-Gravenhage", "keuze": ["a", "b"]}


def interrupt(browser: Browser, person: str = "nieuw") -> None:
    browser.enter(person)
    browser.let_pass(16)
    assert browser.post(PAGE, TYPED).status_code == 303


def test_what_was_typed_comes_back_after_logging_in_again(browser: Browser) -> None:
    interrupt(browser)
    browser.enter(next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] == {
        "reden": ["Ik ga trouwen in ’s-Gravenhage"],
        "keuze": ["a", "b"],
    }


def test_the_login_page_says_that_what_was_typed_is_kept(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(16)
    answer = browser.post(PAGE, TYPED)
    page = browser.get(answer["Location"]).content.decode()
    assert "Wat u hebt ingevuld, is bewaard" in page
    assert 'name="next" value="/proef/inwoner/?stap=2"' in page


def test_what_was_typed_is_offered_once(browser: Browser) -> None:
    interrupt(browser)
    browser.enter(next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] is not None
    assert browser.get(PAGE).json()["interrupted"] is None


def test_another_page_does_not_get_it(browser: Browser) -> None:
    interrupt(browser)
    browser.enter(next=PAGE)
    assert browser.get("/proef/inwoner/").json()["interrupted"] is None
    assert browser.get(PAGE).json()["interrupted"] is not None


def test_another_person_never_sees_what_was_typed(browser: Browser) -> None:
    interrupt(browser, "nieuw")
    browser.enter("meerdere", next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] is None
    browser.enter("nieuw", next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] is None


def test_nothing_typed_is_readable_in_the_session(browser: Browser) -> None:
    interrupt(browser)
    assert "trouwen" not in str(dict(browser.session.items()))


def test_typing_before_any_login_is_kept_too(browser: Browser) -> None:
    assert browser.post(PAGE, TYPED).status_code == 303
    browser.enter(next=PAGE)
    assert browser.get(PAGE).json()["interrupted"]["keuze"] == ["a", "b"]


def test_a_failed_attempt_to_log_in_loses_nothing(browser: Browser) -> None:
    interrupt(browser)
    assert browser.arrive({"state": "verkeerd", "code": "x"}).status_code == 400
    browser.enter(next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] is not None


def test_files_and_the_csrf_token_are_not_kept(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(16)
    file = SimpleUploadedFile("brief.pdf", b"%PDF-1.7")
    browser.post(PAGE, TYPED | {"csrfmiddlewaretoken": "x", "bijlage": file})
    browser.enter(next=PAGE)
    assert set(browser.get(PAGE).json()["interrupted"]) == {"reden", "keuze"}


def test_too_much_text_is_not_kept_and_the_page_does_not_promise_it(browser: Browser) -> None:
    browser.enter()
    browser.let_pass(16)
    answer = browser.post(PAGE, {"reden": "x" * 250_000})
    assert "is bewaard" not in browser.get(answer["Location"]).content.decode()
    browser.enter(next=PAGE)
    assert browser.get(PAGE).json()["interrupted"] is None


def test_after_an_hour_it_is_gone(browser: Browser) -> None:
    interrupt(browser)
    browser.enter(next=PAGE)
    request = RequestFactory().get(PAGE)
    request.session = browser.session
    later = timezone.now() + timedelta(minutes=61)
    assert interruptions.take(request, RESIDENT, later) is None
    assert interruptions.take(request, RESIDENT, timezone.now()) is None


def test_what_an_employee_typed_comes_back_too(browser: Browser) -> None:
    browser.enter_as_employee()
    browser.let_pass(16, "employee")
    browser.post("/werkplek/proef/", {"uitleg": "nog niet klaar"})
    browser.enter_as_employee()
    assert browser.get("/werkplek/proef/").json()["interrupted"] == {"uitleg": ["nog niet klaar"]}


def test_a_post_in_a_running_login_is_handled_and_not_kept(browser: Browser) -> None:
    browser.enter()
    assert browser.post(PAGE, TYPED).json()["posted"] == TYPED["reden"]
    assert browser.get(PAGE).json()["interrupted"] is None
