"""Everything that moves a case along its route. Each function is one transaction."""

from zaakspoor.process.route.operations.act import CaseMoved, act
from zaakspoor.process.route.operations.begin import begin
from zaakspoor.process.route.operations.claim import AlreadyClaimed, claim, log_view, release
from zaakspoor.process.route.operations.note import put_facts
from zaakspoor.process.route.operations.ring import timer_rang

__all__ = [
    "AlreadyClaimed",
    "CaseMoved",
    "act",
    "begin",
    "claim",
    "log_view",
    "put_facts",
    "release",
    "timer_rang",
]
