"""What the terminal says when the demo runs."""

import sys

from django.conf import settings

from simulators.people import PEOPLE
from simulators.town import Town


def say(line: str = "") -> None:
    """Write a line to the terminal, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def announce(town: Town) -> None:
    """Print the addresses and who to log in as."""
    width = max(len(person.name) for person in PEOPLE)
    say()
    say(f"  Gemeente {settings.MUNICIPALITY} is open.")
    say()
    say(f"  Inwoners     {settings.BASE_URL}")
    say(f"  Medewerkers  {settings.BASE_URL}/werkplek/")
    say(f"  E-mail       {town.mail_url}   (alles wat Zaakspoor verstuurt)")
    say(f"  Controleren  {settings.BASE_URL}/controleren/")
    say(f"  Gezondheid   {settings.BASE_URL}/health/")
    say()
    say("  Log in als")
    for person in PEOPLE:
        say(f"    {person.name:<{width}}  {person.description}")
    say()
    say("  Probeer eerst: log in als Noor Nieuwelink en vraag een uittreksel aan.")
    say("  Stoppen: Ctrl-C")
    say()
