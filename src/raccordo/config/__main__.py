"""`python -m raccordo.config …`: Django's commands, as `./raccordo manage …` calls them."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.umask(0o077)  # the database and what we export from it are nobody else's
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raccordo.config.settings")
    execute_from_command_line(["raccordo", *sys.argv[1:]])
