"""The route of a case: published blueprints, where each case is, and its history."""

from zaakspoor.process.route.models.case import CaseRoute, CaseView, HistoryEntry
from zaakspoor.process.route.models.published import PublishedBlueprint

__all__ = ["CaseRoute", "CaseView", "HistoryEntry", "PublishedBlueprint"]
