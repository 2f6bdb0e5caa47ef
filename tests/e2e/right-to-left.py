#!/usr/bin/python3
"""right-to-left.py PROGRAM: the program in Arabic

Makes an Arabic locale and a translation of a few words in a folder of its own, and runs the real
program with them: reading begins at the right. Prints TAP. If the system cannot make the locale, or
the toolkit has no Arabic translation, everything is skipped.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from accessibility import TODAY, Program, Tap, click, press, wait_for  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
AGREEMENT = HERE.parent / 'agreements/valid/arabic.json'
# Text from right to left is isolated among other text.
TITLE = '\u2068اتفاق بستان الزيتون (خيالي)\u2069'
TIMELINE = 'خط زمن الاتفاق'
# In order of time.
MILESTONES = ['توقيع الاتفاق', 'حفر البئر الجديدة', 'تعديل الحصص', 'نهاية الاتفاق أو تجديده']
LOCALE = 'ar_EG.UTF-8'


def make_locale(folder):
    """Returns the environment in which the program is Arabic, or why there is none."""
    for tool in ('localedef', 'msgfmt'):
        if shutil.which(tool) is None:
            return f'there is no {tool}'
    # After warnings it exits with 1, but has made the locale.
    subprocess.run(['localedef', '-i', 'ar_EG', '-f', 'UTF-8', folder / LOCALE],
                   capture_output=True, timeout=60, check=False)
    if not (folder / LOCALE).is_dir():
        return f'the system cannot make the locale {LOCALE}'
    words = folder / 'words/ar/LC_MESSAGES'
    words.mkdir(parents=True)
    subprocess.run(['msgfmt', '-o', words / 'milepost.mo', HERE / 'ar.po'], timeout=60, check=True)
    return {'LC_ALL': LOCALE, 'LOCPATH': str(folder), 'MP_LOCALE_DIR': str(folder / 'words')}


def export(command, folder, *options):
    """Returns the chart as bytes."""
    picture = folder / 'chart.png'
    subprocess.run([command, 'export', AGREEMENT, '-o', picture, '--today', TODAY, *options],
                   timeout=60, check=True)
    return picture.read_bytes()


def is_right_to_left(command, folder):
    """Whether the toolkit follows the locale: it does if it has a translation."""
    return export(command, folder) != export(command, folder, '--direction', 'ltr')


def check_export(tap, command, folder):
    mirrored = export(command, folder)
    tap.check(mirrored == export(command, folder, '--direction', 'rtl'),
              'an exported chart goes the way of the language')
    tap.check(mirrored == export(command, folder), 'and is the same each time')


def middle(thing):
    place = thing.extents
    return place.x + place.width / 2


def check_places(tap, window, timeline):
    marks = [timeline.find('list item', starts=f'\u2068{name}\u2069') for name in MILESTONES]
    if not tap.check(all(marks), 'each milestone is on the timeline',
                     [thing.name for thing in timeline.walk()]):
        return
    places = [middle(mark) for mark in marks]
    tap.check(places == sorted(places, reverse=True), 'time goes from right to left', places)
    topic = timeline.find('push button', patience=1) or timeline.find('button', patience=1)
    tap.check(topic is not None and middle(topic) > max(places),
              'the titles of the rows stand at the right')
    overview = timeline.extents
    panel = window.find(('panel', 'grouping'), 'التفاصيل')
    tap.check(panel is not None and middle(panel) < overview.x,
              'the panel stands at the left', panel and panel.extents)
    click(marks[2])
    tap.check(wait_for(lambda: marks[2].has_state('SELECTED')), 'a click selects what is there')
    press('Left')
    tap.check(wait_for(lambda: marks[3].has_state('SELECTED')),
              'the arrow to the left goes to what is at the left')
    press('Right')
    press('Right')
    tap.check(wait_for(lambda: marks[1].has_state('SELECTED')), 'and that to the right back')


def check_program(tap, command):
    with Program(command, AGREEMENT) as program:
        if tap.check(program.appear() is not None, 'the program starts', program.complaints()):
            window = program.window(TITLE)
            timeline = window and window.find('list', TIMELINE)
            if tap.check(timeline is not None, 'its timeline has an Arabic name',
                         [thing.name for thing in (window or program.application).walk()]):
                check_places(tap, window, timeline)
            press('Control', 'q')
            tap.check(program.end() == 0, 'Ctrl+Q ends it well')
            tap.check(program.complaints() == '', 'it had nothing to complain about',
                      program.complaints())


def main(command):
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = make_locale(folder)
        if isinstance(made, str):
            print(f'1..0 # SKIP {made}')
            return 0
        os.environ.update(made)
        if not is_right_to_left(command, folder):
            print('1..0 # SKIP the toolkit has no Arabic words')
            return 0
        check_export(tap, command, folder)
        check_program(tap, command)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
