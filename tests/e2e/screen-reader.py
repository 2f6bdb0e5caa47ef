#!/usr/bin/python3
"""screen-reader.py PROGRAM: the timeline, the list and the filters without screen and pointer

Everything possible is done by the actions of an assistive technology, so that the test also runs
without a pointer and a keyboard; there it leaves out what needs keys or the grab of a pointer.
Every change must be announced. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

sys.dont_write_bytecode = True
from accessibility import (Announcements, Program, Tap, click, press, unless_gone,  # noqa: E402
                           wait_for)

HAS_INPUT = os.environ.get('MP_DISPLAY', 'x11') == 'x11'
# The names of roles differ between versions of the accessibility library.
BUTTONS = ('push button', 'toggle button', 'button')
PANELS = ('panel', 'grouping')
TITLE = 'Microsoft–OpenAI partnership'
RESET = 'The 2026 reset, 27 April 2026'
API = "Selling OpenAI's API: Any cloud; Azure first"


def children(thing, role):
    return [child for child in thing.children
            if unless_gone(lambda it=child: it.role in role, False)]


def check_places(tap, timeline):
    """Each item gives its position in the set, and there are not many items."""
    reset, bar = timeline.find('list item', RESET), timeline.find('list item', starts=API)
    tap.check(reset.description == 'Stated by the parties. Milestone 5 of 15, Cloud',
              'the reset says which milestone of its topic it is', reset.description)
    tap.check(bar.description.endswith('Phase 2 of 2, Cloud'),
              'a bar says which phase of its row it is', bar.description)
    items = children(timeline, ('list item',))
    silent = [thing.name for thing in items if ' of ' not in thing.description
              and not thing.description.startswith('Opens their list: ')]
    tap.check(not silent, f'and so does each of {len(items)}', silent)


def check_selection(tap, timeline, announcements):
    """Activating an item selects it, which changes a state and is announced."""
    reset = timeline.find('list item', RESET)
    tap.check(reset.act('item.activate'), 'the reset can be activated')
    sentence = announcements.next('Selected: ')
    tap.check(sentence == f'Selected: {RESET}', 'what is selected is announced', sentence)
    tap.check(reset.has_state('SELECTED'), 'and it is in the state of being selected')
    timeline.act('timeline.measure-later')
    sentence = announcements.next('Distance to ')
    tap.check(sentence is not None, 'a distance that is measured is announced', sentence)
    timeline.act('timeline.clear')
    tap.check(announcements.next('Nothing is selected') is not None, 'and that nothing is selected')
    tap.check(not reset.has_state('SELECTED'), 'nor is the reset any more')


def check_dates(tap, window, timeline, announcements):
    """The as-of date and the comparison."""
    cursor = timeline.find('slider', 'As-of date')
    cursor.act('cursor.year-later')
    sentence = announcements.next('To be in force')
    tap.check(sentence == 'To be in force as of 23 November 2027: 3 until later, '
              '7 with no end published, 1 unless ended early',
              'the as-of date is announced', sentence)
    cursor.act('cursor.reset')
    tap.check(announcements.next('11 terms in force today') is not None,
              'and that it is today again')
    timeline.find('list item', RESET).act('item.activate')
    announcements.next('Selected: ')
    window.act('win.compare')
    sentence = announcements.next('Before and after')
    tap.check(sentence == 'Before and after The 2026 reset: 26 April 2026 compared with '
              '28 April 2026. 5 terms changed. 3 terms possibly changed.',
              'a comparison is announced', sentence)
    window.act('win.compare')
    tap.check(announcements.next('Comparison ended') is not None, 'and its end')


def check_topics(tap, timeline, announcements):
    """A heading is a button that tells whether its topic is expanded, and collapses it."""
    heading = timeline.find(BUTTONS, 'Cloud')
    if not tap.check(heading is not None, 'a topic has a heading'):
        return
    tap.check(heading.has_state('EXPANDABLE') and heading.has_state('EXPANDED')
              and heading.description == '5 terms', 'which is open, with five terms',
              heading.description)
    wait_for(lambda: not timeline.has_state('BUSY'))
    before = len(children(timeline, ('list item',)))
    tap.check(heading.act('topic.toggle'), 'it can be collapsed')
    tap.check(announcements.next('1 topic is collapsed') is not None, 'that is announced')
    tap.check(wait_for(lambda: not heading.has_state('EXPANDED'))
              and wait_for(lambda: timeline.find_now('list item', starts=API) is None),
              'the heading says so, and the bars are gone')
    heading.act('topic.toggle')
    tap.check(wait_for(lambda: heading.has_state('EXPANDED')
                       and len(children(timeline, ('list item',))) == before),
              'and all comes back')


def rows_of(entries):
    """Returns the rows of the list, without the header."""
    table = entries.find_now('list')
    return children(table, ('table row', 'list item')) if table is not None else []


def check_list(tap, window):
    """The list of entries opens without keys, and is sorted, selected in and copied by keys."""
    window.act('win.view-list')
    entries = window.find(name='All entries')
    if not tap.check(entries is not None, 'the list of entries has a name'):
        return
    names = wait_for(lambda: [row.name for row in rows_of(entries)])
    tap.check(len(names or []) > 5 and all(': ' in name or ', ' in name for name in names),
              'each of its rows has one too', names)
    if HAS_INPUT:
        check_list_keys(tap, window, entries)
    window.act('win.view-timeline')
    tap.check(wait_for(lambda: window.find_now('list', 'Agreement timeline') is not None),
              'and the timeline comes back')


def check_list_keys(tap, window, entries):
    before = rows_of(entries)[0].name
    click(entries.find('label', 'Title'))
    tap.check(wait_for(lambda: rows_of(entries)[0].name != before), 'a column sorts it', before)
    row = rows_of(entries)[1]
    cells = [thing.name for thing in row.walk() if thing.role == 'label']
    click(row)
    tap.check(wait_for(lambda: rows_of(entries)[1].has_state('SELECTED')), 'a row is chosen')
    panel = window.find(PANELS, 'Details')
    tap.check(panel.says('Sources'), 'and the panel tells of it')
    press('Control', 'c')
    press('Control', 'f')
    entry = wait_for(lambda: next((thing for thing in window.walk()
                                   if thing.has_state('FOCUSED') and thing.has_state('EDITABLE')),
                                  None))
    press('Control', 'v')
    # An entry has one line: GTK replaces tabs and the like.
    tap.check(entry is not None
              and wait_for(lambda: ' '.join(entry.text.split()) == ' '.join(' '.join(cells).split())),
              'it copies as text', f'{entry and entry.text!r}, not {cells}')
    press('Escape')
    press('Escape')


def check_filters(tap, window, announcements):
    """Hiding a topic, the count of what is shown, and showing everything again."""
    button = next(thing for thing in window.walk()
                  if thing.role in BUTTONS and thing.name == 'Filters' and thing.actions)
    button.act('click')
    check = window.find('check box', 'Cloud')
    if not tap.check(check is not None, 'the filters name the topics'):
        return
    for _ in range(10):
        if wait_for(lambda: check.has_state('FOCUSED'), patience=0.3):
            break
        press('Tab')
    press('space')
    sentence = wait_for(lambda: next((s for s in announcements.sentences
                                      if s.endswith(' shown')), None))
    tap.check(sentence is not None and ' of ' in sentence, 'a filter says how much it shows',
              announcements.sentences)
    press('Escape')
    tap.check(sentence is not None and wait_for(
        lambda: any(unless_gone(lambda it=thing: sentence in (it.name, it.text), False)
                    for thing in window.walk())), 'and so does the banner')
    window.act('win.show-all')
    tap.check(announcements.next('Everything is shown') is not None, 'Show All shows everything')


def main(command):
    tap = Tap()
    announcements = Announcements()
    with Program(command) as program:
        application = program.appear()
        window = program.window(TITLE) if application is not None else None
        timeline = window.find('list', 'Agreement timeline') if window is not None else None
        if tap.check(timeline is not None and timeline.find('list item', RESET) is not None,
                     'the program is to be found, with the reset', program.complaints()):
            check_places(tap, timeline)
            check_selection(tap, timeline, announcements)
            check_dates(tap, window, timeline, announcements)
            check_topics(tap, timeline, announcements)
            check_list(tap, window)
            if HAS_INPUT:
                check_filters(tap, window, announcements)
            unless_gone(lambda: window.act('win.close'), None)
            tap.check(program.end() == 0, 'it closes, and ends well')
        tap.check(program.complaints() == '', 'it had nothing to complain about',
                  program.complaints())
    return tap.end()


if __name__ == '__main__':
    if os.environ.get('GTK_A11Y') in ('test', 'none'):
        sys.exit('screen-reader.py: GTK_A11Y hides the program')
    sys.exit(main(sys.argv[1]))
