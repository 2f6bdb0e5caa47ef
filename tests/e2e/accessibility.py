"""accessibility.py: a running program, as an assistive technology finds it

It asks until a condition is true or time is over; nothing waits for a fixed time.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import signal
import subprocess
import tempfile
import time

# Warnings are fatal in the program under test, but not here, where the client library has its own.
STRICT = os.environ.pop('G_DEBUG', 'fatal-warnings')

# pylint: disable=wrong-import-position
import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20
# The day that counts as today in the journeys.
TODAY = '2026-11-23'
# Key codes, which are the same on all X servers of this kind.
KEYS = {'Control': 37, 'Shift': 50, 'Return': 36, 'Escape': 9, 'Tab': 23, 'Left': 113, 'Up': 111,
        'Right': 114, 'Down': 116, 'Home': 110, 'End': 115, 'plus': 21, '0': 19, 'a': 38, 'e': 26,
        'q': 24, 'w': 25, 'f': 41, 'b': 56, 'c': 54, 'v': 55, 's': 39, '5': 14, 'Alt': 64, 'F6': 72,
        'space': 65, 'Page_Up': 112, 'Page_Down': 117}


def wait_for(condition, patience=PATIENCE):
    """Waits until a condition is true. Returns its last value."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:  # what was asked for has gone in between
            value = None
        if value or time.monotonic() > end:
            return value
        # Announcements arrive through the main loop.
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.02)


def unless_gone(question, otherwise):
    """Returns the answer of a node, or otherwise if the node has gone meanwhile."""
    try:
        return question()
    except GLib.Error:
        return otherwise


class Thing:
    """One node of the accessible tree. It keeps nothing, and asks each time."""

    def __init__(self, node):
        self.node = node

    @property
    def name(self):
        return self.node.get_name() or ''

    @property
    def description(self):
        return self.node.get_description() or ''

    @property
    def role(self):
        return self.node.get_role_name()

    @property
    def actions(self):
        return [self.node.get_action_name(i) for i in range(self.node.get_n_actions())]

    @property
    def text(self):
        """The text of an entry or a label, or "" if it has none. In newer versions of the toolkit
        this is the only name of a label that is a status."""
        if self.node.get_text_iface() is None:
            return ''
        return Atspi.Text.get_text(self.node, 0, Atspi.Text.get_character_count(self.node))

    def act(self, action):
        """Performs one of its actions, as a screen reader can."""
        return action in self.actions and self.node.do_action(self.actions.index(action))

    def has_state(self, state):
        return self.node.get_state_set().contains(getattr(Atspi.StateType, state))

    @property
    def window(self):
        thing = self
        while thing.role not in ('frame', 'window', 'dialog'):
            thing = Thing(thing.node.get_parent())
        return thing

    @property
    def extents(self):
        return self.node.get_extents(Atspi.CoordType.WINDOW)

    @property
    def children(self):
        """Returns the present children. One that goes away meanwhile is left out."""
        for i in range(unless_gone(self.node.get_child_count, 0)):
            child = unless_gone(lambda at=i: self.node.get_child_at_index(at), None)
            if child is not None:
                yield Thing(child)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find_now(self, role=None, name=None, starts=None):
        roles = [role] if isinstance(role, str) else role

        def fits(thing):
            return ((roles is None or thing.role in roles) and name in (None, thing.name)
                    and (starts is None or thing.name.startswith(starts)))
        return next((thing for thing in self.walk()
                     if unless_gone(lambda it=thing: fits(it), False)), None)

    def find(self, role=None, name=None, starts=None, patience=PATIENCE):
        """Waits for the first such node. Returns None if it does not come."""
        return wait_for(lambda: self.find_now(role, name, starts), patience)

    def says(self, text, patience=PATIENCE):
        """Waits for a node with this name in here. Returns whether it came."""
        return self.find(name=text, patience=patience) is not None


class Program:
    """A running program and its window. Without a today it asks the clock. It does not outlive a
    with statement."""

    def __init__(self, command, *arguments, today=TODAY, input_file=subprocess.DEVNULL):
        day = ('--today', today) if today is not None else ()
        # pylint: disable=consider-using-with
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([command, *day, *map(str, arguments)], stdin=input_file,
                                        stdout=subprocess.DEVNULL, stderr=self.errors,
                                        env={**os.environ, 'G_DEBUG': STRICT})
        self.application = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def appear(self):
        """Waits until the program is in the accessible tree, and returns it."""
        self.application = wait_for(self.look)
        return self.application

    def look(self):
        desktop = Atspi.get_desktop(0)
        # The list of programs is read each time. Clearing the cache would do as well, but the
        # library then clears what the cache refers to, and in one of thirty runs, after a program
        # has ended, goes round in a circle for ever.
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(i)
            if (node is not None and node.get_process_id() == self.process.pid
                    and node.get_child_count() > 0):
                # So is what the program says.
                node.set_cache_mask(Atspi.Cache.NONE)
                return Thing(node)
        return None

    def windows(self):
        return list(self.application.children)

    def window(self, name):
        """Waits for the window with this title, and returns it."""
        return wait_for(lambda: next((w for w in self.windows() if w.name == name), None))

    def end(self, patience=PATIENCE):
        """Waits until the program ends. Returns its exit status, or None if it had to be killed."""
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            return None

    def complaints(self):
        self.errors.seek(0)
        return self.errors.read().decode('utf-8', 'replace')


class Announcements:
    """Collects what is announced: the names that a status region takes or, with newer versions of
    the toolkit, in which such a region has no name, its announcements."""

    def __init__(self):
        self.sentences = []
        self.listener = Atspi.EventListener.new(self.announced_cb)
        self.listener.register('object:property-change:accessible-name')
        self.listener.register('object:announcement')

    def announced_cb(self, event):
        if event.type.startswith('object:announcement'):
            self.sentences.append(str(event.any_data))
        elif unless_gone(event.source.get_role_name, '') in ('status bar', 'statusbar'):
            self.sentences.append(event.source.get_name())

    def next(self, *starts, patience=PATIENCE):
        """Waits for the next sentence that begins so. Those before it are dropped."""
        sentence = wait_for(lambda: next((s for s in self.sentences if s.startswith(starts)), None),
                            patience)
        self.sentences = []
        return sentence


def announced_tomorrow(window, announcements):
    """Returns the day after the one that counts as today, in words, as it is announced."""
    cursor = window.find('slider', 'As-of date')
    cursor.act('cursor.day-later')
    sentence = announcements.next('To be in force as of ')
    cursor.act('cursor.reset')
    return (sentence or '').partition(' as of ')[2].partition(':')[0]


def click(thing):
    """Moves the pointer to the middle of a node, and clicks there. There is no window manager, so
    windows are in the corner of the screen."""
    place, window = thing.extents, thing.window.extents
    # GTK 4.18 subtracts the border of a window twice.
    x = place.x + place.width // 2 - 2 * min(window.x, 0)
    y = place.y + place.height // 2 - 2 * min(window.y, 0)
    Atspi.generate_mouse_event(x, y, 'abs')
    Atspi.generate_mouse_event(x, y, 'b1c')


def press(*keys):
    """Presses keys together, as in press ('Control', 'e')."""
    for key in keys:
        Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.PRESS)
    for key in reversed(keys):
        Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.RELEASE)


def type_text(text):
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


class Tap:
    """Writes results as TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, condition, name, remark=None):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark is not None:
            print(*(f'# {line}' for line in str(remark).splitlines()), sep='\n', flush=True)
        return condition

    def end(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failed else 0
