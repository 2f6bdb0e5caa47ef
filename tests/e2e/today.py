#!/usr/bin/python3
"""today.py PROGRAM: which day the program takes for today without --today

The window and the commands go by the local calendar, unless a day is given. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True
from accessibility import Announcements, Program, Tap, announced_tomorrow, unless_gone  # noqa: E402

DAY = datetime.timedelta(days=1)
# These clocks are 25 hours apart, so that it is never the same day in both places, and always
# another day than in Greenwich in one of them.
FAR_EAST = datetime.timezone(datetime.timedelta(hours=14))
FAR_WEST = datetime.timezone(datetime.timedelta(hours=-11))
ZONES = {'<+14>-14': FAR_EAST, '<-11>11': FAR_WEST}


def today(zone=None):
    return datetime.datetime.now(zone).date()


def asked(question, zone=None):
    """Returns an answer and the days on which it was given: two if midnight passed meanwhile."""
    before = today(zone)
    answer = question()
    return answer, [before, today(zone)]


def day_of_show(command, *options, **environment):
    """Returns the day that a command takes for today."""
    done = subprocess.run([command, 'show', '--json', *options], capture_output=True, timeout=60,
                          env=os.environ | environment, check=True)
    return json.loads(done.stdout)['as_of']


def in_words(day):
    return f'{day.day} {day:%B %Y}'


def check_commands(tap, command):
    day, days = asked(lambda: day_of_show(command))
    tap.check(day in map(str, days), f'show is of today, {day}', days)
    for name, zone in ZONES.items():
        day, days = asked(lambda at=name: day_of_show(command, TZ=at), zone)
        tap.check(day in map(str, days), f'where the time zone is {name} that is {day}', days)
    day = day_of_show(command, '--today', '2031-06-01')
    tap.check(day == '2031-06-01', 'a day that is given is stronger', day)


def check_window(tap, command, given, expected):
    """Opens a window and sets its as-of date to tomorrow."""
    announcements = Announcements()
    with Program(command, today=given) as program:
        if not tap.check(program.appear() is not None, 'a window opens', program.complaints()):
            return
        window = program.windows()[0]
        tomorrow = announced_tomorrow(window, announcements)
        tap.check(tomorrow in [in_words(day + DAY) for day in expected()],
                  f'tomorrow is {tomorrow}', expected())
        unless_gone(lambda: window.act('win.close'), None)
        tap.check(program.end() == 0, 'it closes, and ends well', program.complaints())


def main(command):
    tap = Tap()
    check_commands(tap, command)
    began = today()
    check_window(tap, command, None, lambda: [began, today()])
    check_window(tap, command, '2031-06-01', lambda: [datetime.date(2031, 6, 1)])
    return tap.end()


if __name__ == '__main__':
    if os.environ.get('GTK_A11Y') in ('test', 'none'):
        sys.exit('today.py: GTK_A11Y hides the program')
    sys.exit(main(sys.argv[1]))
