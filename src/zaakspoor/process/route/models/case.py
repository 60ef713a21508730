"""Where a case is on its route, and how it came there."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zaakspoor.registers.zaken.models import Zaak


class CaseRoute(models.Model):
    """The place of one case in its blueprint. Changes only through `route.operations`.

    A case keeps the blueprint version it started with. `entry` counts the statuses entered, so
    that a timer or a message of an earlier visit is recognised as stale.
    """

    zaak = models.OneToOneField(
        Zaak, on_delete=models.CASCADE, primary_key=True, related_name="route"
    )
    blueprint_key = models.CharField(max_length=50)
    blueprint_version = models.PositiveIntegerField()
    status = models.CharField(max_length=50)
    entry = models.PositiveIntegerField()
    entered_at = models.DateTimeField()
    # The highest milestone ever reached: the register's statussen never go back.
    reached = models.PositiveSmallIntegerField(default=0)
    team = models.CharField(max_length=50)
    route_rule = models.PositiveSmallIntegerField()
    # What actions brought along: a reason word, a question, a date, the id of a document.
    facts = models.JSONField(default=dict)
    # A person has to do something: the case stands in the queue of its team.
    needs_person = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    claimed_by = models.CharField(max_length=200, blank=True, default="")
    claimed_name = models.CharField(max_length=200, blank=True, default="")
    claimed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            # The queue reads only the few cases that wait for a person.
            models.Index(
                fields=["team", "due_on"], condition=Q(needs_person=True), name="route_queue"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zaak_id} in {self.status}"


class HistoryEntry(models.Model):
    """What happened on the route, for the case worker: who did what, and why."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="history")
    entry = models.PositiveIntegerField()
    action = models.CharField(max_length=50)
    status = models.CharField(max_length=50)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=200)
    actor_name = models.CharField(max_length=200)
    note = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["zaak", "at"], name="route_history")]

    def __str__(self) -> str:
        return f"{self.action} op {self.zaak_id}"


class CaseView(models.Model):
    """Who looked at whose case, when, and for what purpose."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="views")
    employee = models.CharField(max_length=200)
    employee_name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["zaak", "at"], name="route_case_view")]

    def __str__(self) -> str:
        return f"{self.employee} bekeek {self.zaak_id}"
