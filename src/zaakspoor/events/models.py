"""What happened, what must still follow from it, and who is working on it."""

from django.db import models


class Event(models.Model):
    """Something that happened, written in the transaction that made it true.

    The payload holds identifiers only: who may read the facts is decided when they are read.
    """

    id = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=100)
    subject = models.UUIDField(null=True)
    payload = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            # An open page asks: did anything happen to this case after the event I saw last?
            models.Index(fields=["subject", "id"], name="event_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.id}"


class JobState(models.TextChoices):
    """Where a job stands. A finished job has no state: its row is gone."""

    PENDING = "pending"
    LEASED = "leased"
    DEAD = "dead"


class Job(models.Model):
    """One reaction that must still run, at or after `due`.

    `due` is the one column a worker searches by. While a job is leased it holds the end of the
    lease, so a job whose worker died comes due by itself; a dead job has none.
    """

    id = models.BigAutoField(primary_key=True)
    reaction = models.CharField(max_length=100)
    topic = models.CharField(max_length=100, blank=True)
    subject = models.UUIDField(null=True)
    payload = models.JSONField()
    at = models.DateTimeField()
    key = models.CharField(max_length=200, null=True, unique=True)
    in_lane = models.BooleanField()
    state = models.CharField(max_length=7, choices=JobState, default=JobState.PENDING)
    due = models.DateTimeField(null=True)
    attempt = models.PositiveIntegerField(default=0)
    claimed_by = models.CharField(max_length=100, blank=True)
    error = models.CharField(max_length=400, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due", "id"], name="job_due"),
            # The lane of a job: what must run before it.
            models.Index(fields=["subject", "reaction", "id"], name="job_lane"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="dead", due=None)
                | models.Q(state__in=["pending", "leased"], due__isnull=False),
                name="job_dead_has_no_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reaction} {self.id}"


class WorkerSeen(models.Model):
    """The last sign of life of a worker, for the health page."""

    name = models.CharField(max_length=100, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
