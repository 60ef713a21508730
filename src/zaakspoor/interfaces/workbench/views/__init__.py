"""The pages of the workbench: the queue, a case, and what can be done there."""
