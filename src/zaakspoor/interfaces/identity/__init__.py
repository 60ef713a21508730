"""Who is at the door: logging in and out, the session, and what a view may ask of it."""
