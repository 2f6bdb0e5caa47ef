#!/usr/bin/python3
"""journey.py PROGRAM: one visit to the real program, seen and steered as a screen reader does

Opens the shipped agreement, clicks the 2026 reset, reads what it changed, takes the chart away as a
PNG, opens a file with a mistake, and quits. Run by tests/run-ui; writes TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time
import warnings
import zlib

# Fatal warnings are for the program alone: the library that this script uses warns as well.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)
warnings.simplefilter('ignore', DeprecationWarning)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

TESTS = pathlib.Path(__file__).resolve().parent.parent
PATIENCE = 15  # seconds; what takes longer is broken
ESCAPE, RETURN, Q, E, CONTROL = 9, 36, 24, 26, 37  # keycodes of the X server


class Journey:
    """Counts the steps, and writes them as TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, condition, name, remark=''):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark:
            print(f'# {remark}', flush=True)
        return condition


def wait_for(function):
    """The first true result of a function that is asked until then, or its last one."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            result = function()
        except GLib.Error:  # it went away while it was looked at
            result = None
        if result or time.monotonic() > end:
            return result
        time.sleep(0.05)


def walk(accessible):
    yield accessible
    for index in range(accessible.get_child_count()):
        try:
            child = accessible.get_child_at_index(index)
            if child is not None:
                yield from walk(child)
        except GLib.Error:
            pass


def find(parent, role, name):
    """The first descendant with this role whose name starts so."""
    return wait_for(lambda: next((each for each in walk(parent) if each.get_role_name() == role
                                  and (each.get_name() or '').startswith(name)), None))


def names(parent, role):
    return [each.get_name() for each in walk(parent) if each.get_role_name() == role]


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


def click(accessible):
    """With the pointer, in the middle. No window manager: the window is at 0, 0."""
    place = accessible.get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(place.x + place.width // 2, place.y + place.height // 2, 'b1c')


def press(keycode, *, control=False):
    if control:
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(keycode, None, Atspi.KeySynthType.PRESSRELEASE)
    if control:
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.RELEASE)


def activate(accessible):
    return accessible.do_action(0)


def find_application(process):
    def look():
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == process.pid:
                return application
        return None
    return wait_for(look)


def read_png(path):
    """The width, the height and the number of different rows of a PNG; None where it is none."""
    data = path.read_bytes()
    if data[:8] != b'\x89PNG\r\n\x1a\n' or data[-8:-4] != b'IEND':
        return None
    width, height, depth, kind = struct.unpack('>IIBB', data[16:26])
    packed, offset = b'', 8
    while offset < len(data):
        length, = struct.unpack('>I', data[offset:offset + 4])
        if data[offset + 4:offset + 8] == b'IDAT':
            packed += data[offset + 8:offset + 8 + length]
        offset += 12 + length
    stride = 1 + width * {2: 3, 6: 4}[kind] * depth // 8
    rows = zlib.decompress(packed)
    return width, height, len({rows[i:i + stride] for i in range(0, len(rows), stride)})


def open_and_read(journey, application):
    window = find(application, 'frame', 'Microsoft–OpenAI partnership')
    if not journey.check(window is not None, 'the shipped agreement opens'):
        return None
    timeline = find(window, 'list', 'Agreement timeline')
    journey.check(timeline is not None, 'the timeline is a list')
    details = find(window, 'panel', 'Details')
    journey.check('In force today' in names(details, 'label'),
                  'with nothing selected the panel tells what is in force')
    unnamed = [each.get_description() for each in walk(window)
               if each.get_role_name() in ('push button', 'list item')
               and each.get_name() in (None, '', 'GtkImage')]
    journey.check(not unnamed, 'every button and every mark has a name', unnamed)
    for title in ('The 2026 reset', 'Revenue share ends', 'Licence ends'):
        journey.check(find(timeline, 'list item', title) is not None, f'{title} is a mark')
    return window


def select_the_reset(journey, window):
    reset = find(window, 'list item', 'The 2026 reset')
    details = find(window, 'panel', 'Details')
    click(reset)
    journey.check(wait_for(lambda: has_state(reset, Atspi.StateType.SELECTED)),
                  'a click selects the reset')
    labels = wait_for(lambda: 'What changed' in names(details, 'label') and names(details, 'label'))
    if not journey.check(labels, 'the panel tells what changed'):
        return
    journey.check('The 2026 reset' in labels and '27 April 2026' in labels,
                  'it names the milestone and its day', labels)
    changes = names(details, 'push button')
    for before, after in (('Azure only', 'Any cloud; Azure first'),
                          ('No cap, until AGI', 'Same rate, total cap'),
                          ('Exclusive, to 2032', 'Non-exclusive')):
        journey.check(any(before in change and after in change[change.index(before):]
                          for change in changes), f'{before} became {after}', changes)
    journey.check('Sources' in labels, 'it names its sources')


def export(journey, application, folder):
    picture = folder / 'chart.png'
    press(E, control=True)
    dialog = find(application, 'frame', 'Export Chart')
    if not journey.check(dialog is not None, 'Ctrl+E opens the export dialog'):
        return
    activate(find(dialog, 'push button', '_Save'))
    entry = find(application, 'text', 'Name:')
    if not journey.check(entry is not None, 'saving asks for a file'):
        return
    time.sleep(0.5)  # GTK's file chooser is there before it is ready
    Atspi.EditableText.set_text_contents(entry, str(picture))
    chooser = next(each for each in walk(application) if each.get_parent() == application
                   and entry in walk(each))
    activate(find(chooser, 'push button', '_Save'))
    journey.check(wait_for(lambda: picture.exists() and picture.stat().st_size), 'the file is there')
    size = wait_for(lambda: read_png(picture))
    journey.check(size and size[0] == 3200 and size[1] > 1000 and size[2] > 100,
                  'it is a picture of the size asked for, with something on it', size)
    journey.check(wait_for(lambda: 'Export Chart' not in names(application, 'frame')),
                  'the dialog has closed')


def open_a_mistake(journey, application, program):
    file = TESTS / 'agreements' / 'invalid' / 'unknown-topic.json'
    expected = (file.with_suffix('.problems').read_text(encoding='utf-8').splitlines() or [''])[0]
    subprocess.run([program, file], env=PROGRAM_ENVIRONMENT, timeout=PATIENCE, check=False)
    message = expected.split(': ')[-1]
    shown = wait_for(lambda: any(message in (each.get_name() or '') for each in walk(application)))
    journey.check(shown, 'a file with a mistake is not opened, and the mistake is named', message)


def main(program):
    journey = Journey()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([program], env=PROGRAM_ENVIRONMENT)
        try:
            application = find_application(process)
            if journey.check(application is not None, 'the program is there'):
                window = open_and_read(journey, application)
                if window is not None:
                    select_the_reset(journey, window)
                    export(journey, application, pathlib.Path(folder))
                    open_a_mistake(journey, application, program)
                press(Q, control=True)
                status = wait_for(lambda: process.poll() is not None and f'{process.returncode}')
                journey.check(status == '0', 'Ctrl+Q ends it', f'exit status {status}')
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    print(f'1..{journey.count}')
    return 1 if journey.failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(sys.argv[1]))
