"""How asking the civil registry fails. No text here ever holds anything of an answer."""

from zaakspoor.process.papers.person import SourceRefused, SourceUnavailable


class BrpUnavailable(SourceUnavailable):
    """No answer, not in time, or not one that we can read; asking again later may help."""


class BrpRefused(SourceRefused):
    """The registry says that our question is wrong: a key, a permission or a field."""
