#!/usr/bin/python3
"""journey.py PROGRAM: from opening an agreement to taking its chart away

Drives the real program as a blind user does: it finds its way by what a screen reader is told, and
uses pointer and keys. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import struct
import sys
import tempfile
import zlib

sys.dont_write_bytecode = True
from accessibility import (Announcements, Program, Tap, announced_tomorrow, click,  # noqa: E402
                           press, type_text, unless_gone, wait_for)

SMALL = pathlib.Path(__file__).resolve().parent.parent / 'agreements/valid/minimal.json'
BAD = pathlib.Path(__file__).resolve().parent.parent / 'agreements/invalid/several-mistakes.json'
# The names of roles differ between versions of the accessibility library.
BUTTONS = ('push button', 'toggle button', 'button')
PANELS = ('panel', 'grouping')
TITLE = 'Microsoft–OpenAI partnership'
RESET = 'The 2026 reset, 27 April 2026'
CHANGED = [
    "Selling OpenAI's API: Azure only → Any cloud; Azure first",
    'Products with partners: API products on Azure only → Ended',
    'OpenAI pays Microsoft: No cap, until AGI → Same rate, total cap',
    'Microsoft pays OpenAI: Share of revenue → Ended',
    'Models and products: Exclusive, to 2032 → Non-exclusive',
    'Who declares AGI: Expert panel → Panel not mentioned',
]


def check_window(tap, program):
    """The window after the start. Returns the window and its timeline."""
    application = program.appear()
    if not tap.check(application is not None, 'the program is to be found', program.complaints()):
        return None, None
    window = program.window(TITLE)
    tap.check(window is not None, 'its window has the title of the agreement')
    timeline = window.find('list', 'Agreement timeline')
    if not tap.check(timeline is not None, 'the timeline has a name'):
        return window, None
    tap.check(timeline.find('list item', RESET) is not None, 'the reset is on it')
    items = [thing for thing in timeline.children if thing.role == 'list item']
    poor = [thing.name for thing in items
            if not thing.name or not thing.description or 'item.activate' not in thing.actions
            or not thing.has_state('FOCUSABLE') or thing.extents.width < 1]
    tap.check(len(items) > 30 and not poor,
              f'each of {len(items)} marks and bars has words, a place and an action', poor)
    nameless = [thing.description for thing in window.walk()
                if thing.role in BUTTONS
                and thing.name in ('', 'GtkButton', 'GtkImage', 'GtkToggleButton')]
    tap.check(not nameless, 'every button has a name', nameless)
    tap.check(window.find('label', 'What comes next') is not None,
              'the panel says what comes next while nothing is selected')
    return window, timeline


def check_reset(tap, window, timeline):
    """A click on the reset shows what it changed."""
    click(timeline.find('list item', RESET))
    tap.check(wait_for(lambda: timeline.find_now('list item', RESET).has_state('SELECTED')),
              'a click selects the reset')
    panel = window.find(PANELS, 'Details')
    tap.check(panel.says('What changed'), 'the panel says what changed')
    changes = [thing.name for thing in panel.walk()
               if thing.role in BUTTONS and ' → ' in thing.name]
    tap.check(changes == CHANGED, 'each of the six terms, as it was and as it is', changes)
    for words in ('The 2026 reset', '27 April 2026', 'Sources'):
        tap.check(panel.says(words), f'it says: {words}')


def check_keys(tap, window, timeline):
    """Arrow keys lead along the rows, and the focus goes with them."""
    panel = window.find(PANELS, 'Details')
    steps = [('Down', "Selling OpenAI's API: Any cloud; Azure first", 'Any cloud; Azure first'),
             ('Down', 'Computing capacity: Open market', 'Open market'),
             ('Left', 'Computing capacity: Microsoft first refusal', 'Microsoft first refusal'),
             ('Right', 'Computing capacity: Open market', 'Open market'),
             ('Up', "Selling OpenAI's API: Any cloud; Azure first", 'Any cloud; Azure first')]
    for key, name, state in steps:
        press(key)

        def arrived(name=name):
            bar = timeline.find_now('list item', starts=name)
            return bar is not None and bar.has_state('SELECTED') and bar.has_state('FOCUSED')
        tap.check(wait_for(arrived) and panel.says(state), f'{key} goes to {name}',
                  [thing.name for thing in timeline.children if thing.has_state('FOCUSED')])


def check_zoom(tap, timeline):
    """Ctrl+plus makes a bar wider, Ctrl+0 shows everything again."""
    name = 'OpenAI pays Microsoft: No cap, until AGI'

    def width():
        bar = timeline.find_now('list item', starts=name)
        return unless_gone(lambda: bar.extents.width, 0) if bar is not None else 0
    before = width()
    press('Control', 'Shift', 'plus')
    tap.check(wait_for(lambda: width() > before * 1.1), 'Ctrl+plus zooms in',
              f'{before} → {width()}')
    press('Control', '0')
    tap.check(wait_for(lambda: abs(width() - before) <= 1), 'Ctrl+0 shows everything',
              f'{before} → {width()}')


def check_order(tap, timeline):
    """The items of the timeline are listed in the order of reading: by time, then row by row."""
    names = [thing.name for thing in timeline.children if thing.role == 'list item']
    bars = [': ' in name for name in names]
    tap.check(bars == sorted(bars), 'the milestones are listed before the bars', names)
    order = [names.index(name) for name in names
             if name.endswith((', 22 July 2019', ', 28 October 2025', ', 27 April 2026', ', 2030',
                               ', 2032'))]
    tap.check(len(order) >= 4 and order == sorted(order), 'the milestones are listed by time', names)


def check_views(tap, window, timeline):
    """F to the selection, Alt and arrows through the views; all of it is announced."""
    overview = window.find('slider', starts='Days in view')
    if not tap.check(overview is not None, 'the overview is a slider that says what it is for'):
        return
    name = "Selling OpenAI's API: Any cloud; Azure first"

    def width():
        bar = timeline.find_now('list item', starts=name)
        return unless_gone(lambda: bar.extents.width, 0) if bar is not None else 0
    before, everything = width(), overview.name
    tap.check(everything == 'Days in view: 2018 – 2035', 'and which days they are', everything)
    press('f')
    tap.check(wait_for(lambda: width() not in (0, before)), 'F goes to the selection', width())
    press('Alt', 'Left')
    tap.check(wait_for(lambda: abs(width() - before) <= 1), 'Alt+Left goes back',
              f'{before} → {width()}')
    click(overview)
    tap.check(wait_for(lambda: overview.has_state('FOCUSED')), 'a click gives it the focus')
    for _ in range(6):
        press('Shift', 'plus')
    press('End')
    tap.check(wait_for(lambda: overview.name.endswith('2035') and overview.name != everything),
              'plus and End look at the last days', overview.name)
    press('Control', '0')
    tap.check(wait_for(lambda: overview.name == everything), 'and Ctrl+0 at all of them',
              overview.name)


def check_compare(tap, window, timeline):
    """Ctrl+B lays the two sides of the selected milestone side by side."""
    tap.check(wait_for(lambda: not timeline.has_state('BUSY')), 'the view rests')
    click(timeline.find('list item', RESET))
    tap.check(wait_for(lambda: timeline.find_now('list item', RESET).has_state('SELECTED')),
              'the reset is selected again')
    panel = window.find(PANELS, 'Details')
    press('Control', 'b')
    for words in ('Before and after The 2026 reset', '26 April 2026 → 28 April 2026',
                  '5 terms changed. 3 terms possibly changed.'):
        tap.check(panel.says(words), f'Ctrl+B says: {words}')
    expected = [line.replace('→ Ended', '→ Not in force') for line in CHANGED]
    expected.insert(2, 'Frontier agent platform: '
                       'Third-party cloud: AWS only → As before, not restated')
    expected.insert(6, 'Research methods: Through 2030 or AGI → As before, not restated')

    def changes():
        return [thing.name for thing in panel.walk()
                if unless_gone(lambda it=thing: it.role in BUTTONS and ' → ' in it.name, False)]
    tap.check(wait_for(lambda: changes() == expected), 'its six terms and two in doubt, before and after',
              changes())
    cursor = timeline.find('slider', 'Date before')
    tap.check(cursor is not None and cursor.extents.width > 20, 'the date before can be dragged')
    press('Control', 'b')
    tap.check(wait_for(lambda: panel.find_now(name='Before and after The 2026 reset') is None),
              'Ctrl+B ends it again')


def check_search(tap, window):
    """Ctrl+F searches while one types, Enter goes to the next match, Escape ends it."""
    press('Control', 'f')
    entry = wait_for(lambda: next((thing for thing in window.walk()
                                   if thing.has_state('FOCUSED') and thing.has_state('EDITABLE')),
                                  None))
    if not tap.check(entry is not None, 'Ctrl+F waits for words'):
        return
    type_text('cap')
    press('Return')
    tap.check(wait_for(lambda: entry.description.startswith('1 of ')),
              'Enter goes to the first found', entry.description)
    press('Return')
    tap.check(wait_for(lambda: entry.description.startswith('2 of ')), 'and then to the second',
              entry.description)
    press('Escape')
    tap.check(wait_for(lambda: not entry.description and not entry.has_state('FOCUSED')),
              'Escape ends the search', entry.description)
    press('Escape')


def read_png(path):
    """Returns the width and height of a PNG, and how many different lines it has."""
    data = path.read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n'
    width, height = struct.unpack('>II', data[16:24])
    at, pixels = 8, b''
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        if kind == b'IDAT':
            pixels += data[at + 8:at + 8 + length]
        at += length + 12
    lines = zlib.decompress(pixels)
    size = len(lines) // height
    return width, height, len({lines[i * size:(i + 1) * size] for i in range(height)})


def check_export(tap, program, window, folder):
    """Ctrl+E, Enter, a path, Enter: a chart is written without a pointer."""
    path = folder / 'chart.png'
    press('Control', 'e')
    dialog = program.window('Export Chart')
    if not tap.check(dialog is not None, 'Ctrl+E opens the export dialog'):
        return
    label = wait_for(lambda: next((thing for thing in dialog.walk()
                                   if thing.role == 'label' and thing.name.endswith(' pixels')),
                                  None))
    promised = label.name if label else ''
    tap.check(promised != '', 'it says how large the chart will be')
    focus = wait_for(lambda: next((t for t in dialog.walk() if t.has_state('FOCUSED')), None))
    tap.check(focus is not None and 'Save…' in focus.name, 'Enter will save',
              focus.name if focus is not None else 'nothing has the focus')
    press('Return')
    tap.check(wait_for(lambda: len(program.windows()) == 3), 'Enter asks for a file')
    entry = wait_for(lambda: next((thing for thing in program.windows()[-1].walk()
                                   if thing.has_state('FOCUSED') and thing.has_state('EDITABLE')),
                                  None))
    if not tap.check(entry is not None, 'and waits for its name'):
        return
    press('Control', 'a')
    type_text(str(path))
    press('Return')
    tap.check(wait_for(path.exists), 'Enter writes it')
    tap.check(wait_for(lambda: len(program.windows()) == 1), 'the dialogs are gone')
    tap.check(window.says('Chart saved as “chart.png”'), 'and a word says so')
    width, height, lines = read_png(path)
    tap.check(f'{width} × {height} pixels' == promised, 'it is as large as promised',
              f'{width} × {height}, not {promised}')
    tap.check(lines > height / 10, 'and it is not blank', f'{lines} different lines')


def check_bad_file(tap, program, command):
    """A second call passes its file to the running program, which says what is wrong with it."""
    tap.check(Program(command, BAD, today=None).end() == 0, 'a second call hands its file over')
    window = wait_for(lambda: next((w for w in program.windows() if w.name == 'Milepost'), None))
    if not tap.check(window is not None, 'a window opens for it'):
        return
    tap.check(window.says('“several-mistakes.json” cannot be shown'), 'it says that it cannot')
    names = [thing.name for thing in window.walk() if thing.role == 'list item']
    for line in BAD.with_suffix('.problems').read_text(encoding='utf-8').splitlines():
        row, column, _, message = line.split(':', 3)
        pointer = message.split(':')[0].strip() if message.strip().startswith('/') else ''
        place = f'line {row}, column {column}'
        tap.check(any(name.startswith(place) and pointer in name for name in names),
                  f'it names the mistake at {place}', '\n'.join(names))


def check_second_calls(tap, command):
    """A second call joins the running program; with another --today it is a process of its own."""
    with Program(command, SMALL, today=None) as first:
        tap.check(first.appear() is not None, 'a program runs on the day that it is',
                  first.complaints())
        check_bad_file(tap, first, command)
        with Program(command, today='2031-06-01') as other:
            tap.check(other.appear() is not None, 'a call with a day opens a window of its own',
                      other.complaints())
            tomorrow = announced_tomorrow(other.windows()[0], Announcements())
            tap.check(tomorrow == '2 June 2031', 'on that day', tomorrow)
            for program in (other, first):
                for window in program.windows():
                    unless_gone(lambda it=window: it.act('win.close'), None)
                tap.check(program.end() == 0, 'it ends well', program.complaints())


def check_standard_input(tap, command):
    """A window follows its file, which another program writes, with and without errors."""
    for path, words in ((SMALL, 'Test'), (BAD, '“standard input” cannot be shown')):
        with (open(path, encoding='utf-8') as text,
              Program(command, '-', input_file=text) as program):
            tap.check(program.appear() is not None, f'{path.name} comes from standard input',
                      program.complaints())
            window = wait_for(lambda: next(iter(program.windows()), None))
            tap.check(window is not None and window.says(words), f'the window says: {words}')
            press('Control', 'q')
            tap.check(program.end() == 0, 'and ends well', program.complaints())


def main(command):
    tap = Tap()
    with Program(command) as program:
        window, timeline = check_window(tap, program)
        if timeline is not None:
            check_reset(tap, window, timeline)
            check_keys(tap, window, timeline)
            check_zoom(tap, timeline)
            check_order(tap, timeline)
            check_views(tap, window, timeline)
            check_compare(tap, window, timeline)
            check_search(tap, window)
            with tempfile.TemporaryDirectory() as folder:
                check_export(tap, program, window, pathlib.Path(folder))
            press('Control', 'q')
            tap.check(program.end() == 0, 'Ctrl+Q ends it well')
            tap.check(program.complaints() == '', 'it had nothing to complain about',
                      program.complaints())
        if tap.failed:
            print(*(f'# {line}' for line in program.complaints().splitlines()), sep='\n')
    check_second_calls(tap, command)
    check_standard_input(tap, command)
    return tap.end()


if __name__ == '__main__':
    if os.environ.get('GTK_A11Y') in ('test', 'none'):
        sys.exit('journey.py: GTK_A11Y hides the program')
    sys.exit(main(sys.argv[1]))
