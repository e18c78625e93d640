"""The outbox: a mail is never lost, goes once, and is wiped when it went."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from monitor import post
from monitor.models import Mailbericht, Taak
from tests.achtergrond import werk_af

pytestmark = pytest.mark.django_db
MAIL = {"aan": "x@example.org", "onderwerp": "Een\nvraag", "tekst": "Dag."}


class Weg(EmailBackend):
    def send_messages(self, messages):
        raise SMTPServerDisconnected("nee")


class Onbekend(EmailBackend):
    def send_messages(self, messages):
        raise SMTPRecipientsRefused({"x@example.org": (550, b"no such user")})


def bericht() -> Mailbericht:
    return Mailbericht.objects.get()


def test_it_goes_once_and_nothing_of_it_stays():
    post.verstuur("a", **MAIL)
    post.verstuur("a", **MAIL)
    werk_af()
    post.verstuur("a", **MAIL)
    werk_af()

    assert [(m.to, m.subject, m.body) for m in mail.outbox] == [
        (["x@example.org"], "Een vraag", "Dag.")
    ]
    assert (bericht().aan, bericht().tekst, bool(bericht().verstuurd_op)) == ("", "", True)


def test_a_mail_server_that_is_away_gets_it_later(settings):
    settings.EMAIL_BACKEND = "tests.test_post.Weg"
    post.verstuur("a", **MAIL)
    werk_af()
    assert (post.ronde(), bericht().tekst) == (0, "Dag.")  # not its turn yet
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert post.ronde(at=timezone.now() + timedelta(minutes=2)) == 1
    Mailbericht.objects.update(volgende_op=timezone.now())
    werk_af()

    assert len(mail.outbox) == 1


def test_it_is_given_up_after_three_days(settings):
    settings.EMAIL_BACKEND = "tests.test_post.Weg"
    post.verstuur("a", **MAIL)
    op = timezone.now()
    for _ in range(len(post.WACHTTIJDEN) + 1):
        post.verzend(bericht().pk, at=op)
        op = max(op, bericht().volgende_op)

    assert op - timezone.now() > timedelta(days=2)
    assert (bool(bericht().opgegeven_op), bericht().tekst) == (True, "")


def test_an_address_that_does_not_exist_is_given_up_at_once(settings):
    settings.EMAIL_BACKEND = "tests.test_post.Onbekend"
    post.verstuur("a", **MAIL)
    [taak] = werk_af()

    assert taak.melding.startswith("De mail is opgegeven.")
    assert bericht().aan == ""


def test_a_worker_that_died_while_sending_does_not_lose_it():
    post.verstuur("a", **MAIL)
    Mailbericht.objects.update(bezig_op=timezone.now())
    Taak.objects.all().delete()
    assert post.verzend(bericht().pk).startswith("Deze mail is al verstuurd, of")
    assert post.ronde(at=timezone.now() + timedelta(minutes=5)) == 1
    post.verzend(bericht().pk, at=timezone.now() + timedelta(minutes=5))

    assert len(mail.outbox) == 1


def test_a_second_sending_carries_the_same_message_id():
    post.verstuur("a", **MAIL)
    for _ in range(2):
        post.verzend(bericht().pk)
        Mailbericht.objects.update(verstuurd_op=None, aan="x@example.org")
    nummers = {m.extra_headers["Message-ID"] for m in mail.outbox}

    assert (len(mail.outbox), len(nummers)) == (2, 1)


def test_work_that_waits_is_not_asked_for_again():
    post.verstuur("a", **MAIL)

    assert post.ronde() == 0
