#!/usr/bin/python3
"""odd-files.py PROGRAM: no address that comes from outside ends the program

Odd addresses are sent, by the command line and over D-Bus, as other programs may do, to a program
that runs with a window. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import codecs
import os
import pathlib
import sys

sys.dont_write_bytecode = True
from accessibility import Program, Tap, press, wait_for  # noqa: E402

# pylint: disable=wrong-import-position
from gi.repository import Gio, GLib  # noqa: E402

ADDRESSES = pathlib.Path(__file__).resolve().parent.parent / 'support/odd-addresses.lines'
NAME = 'dev.milepost.Milepost'
TITLE = 'Microsoft–OpenAI partnership'
# A window for each would take long. Addresses of one kind are next to each other.
STEP = 6
ALWAYS = ('nonsense', 'https://doi.org/10.1000%2F182', 'file:///x/50%.json', 'resource:///%')


def read_addresses():
    """Returns all addresses as bytes."""
    lines = ADDRESSES.read_bytes().split(b'\n')[:-1]
    return [codecs.escape_decode(line)[0] for line in lines]


def is_text(address):
    try:
        return b'\0' not in address and bool(address.decode('utf-8'))
    except UnicodeDecodeError:
        return False


def open_over_bus(addresses):
    """Returns once the program has taken the files; raises GLib.Error if it has ended."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(NAME, '/' + NAME.replace('.', '/'), 'org.freedesktop.Application', 'Open',
                  GLib.Variant('(asa{sv})', (addresses, {})), None, Gio.DBusCallFlags.NONE, 60000)


def check_bus(tap, program, addresses):
    texts = [address.decode('utf-8') for address in addresses if is_text(address)]
    chosen = list(dict.fromkeys([*ALWAYS, *texts[::STEP]]))
    for address in chosen:
        try:
            open_over_bus([address])
            wrong = ''
        except GLib.Error as error:
            wrong = error.message
        if not tap.check(not wrong, f'Open {ascii(address)[:60].replace("#", "")}', wrong):
            return
    tap.check(wait_for(lambda: len(program.windows()) == 1 + len(chosen)),
              f'{len(chosen)} addresses, as many windows', len(program.windows()))


def check_arguments(tap, command):
    """A second call passes names that are not UTF-8, which D-Bus does not take as they are."""
    odd = [b'http://\xff', b'file:///\xff%.json', b'\xff\xfe', b'x:\xff', b'/\xff', b'resource:///%']
    for address in odd:
        status = os.spawnv(os.P_WAIT, command, [command.encode(), address])
        tap.check(status == 0, f'a second call with {address}', status)


def main(command):
    tap = Tap()
    # With --today it would be a process of its own, which is not on the bus.
    with Program(command, today=None) as program:
        if tap.check(program.appear() is not None and program.window(TITLE) is not None,
                     'the program has a window', program.complaints()):
            check_bus(tap, program, read_addresses())
            check_arguments(tap, command)
            tap.check(program.process.poll() is None and program.window(TITLE) is not None,
                      'the first window is still there', program.complaints())
            press('Control', 'q')
            tap.check(program.end() == 0, 'Ctrl+Q ends it well', program.complaints())
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
