"""Pages that anybody may open: checking a document, the state of the software, and errors."""
