#!/usr/bin/python3
"""instructions.py [--update] BENCH [FUNCTION...]: how many instructions reading and drawing take

Runs "BENCH --once" under callgrind, which counts the same on a slow machine and a fast one, and
compares with instructions.tsv beside this file; of all functions, or of those named. Fails where a
count is more than 5 % off, upwards as a loss, downwards so that the table is kept true. Counts depend
on the compiler and on libraries: a release of Debian that is not in the table is skipped. --update
writes the counts of this release:

    tests/bench/instructions.py --update _build/tests/bench/bench

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import platform
import re
import subprocess
import sys

TABLE = pathlib.Path(__file__).resolve().parent / 'instructions.tsv'
ROOT = TABLE.parent.parent.parent
HEADER = 'system\tfunction\trows\tentries\tinstructions\n'
LIMIT = 0.05
SKIP = 77

# What "bench --once" calls it, and the function inside which is counted.
FUNCTIONS = {'read': 'read_agreement', 'layout': 'lay_out', 'scene': 'build_scene',
             'frame': 'paint_frame', 'rich': 'paint_rich', 'zoom': 'zoom_frame', 'export': 'export_png'}

# Of which sizes of agreement: the rows and the entries, 0 for the shipped one.
SHIPPED = ('1', '0')
SIZES = {name: [SHIPPED, ('many', '1000')] for name in FUNCTIONS}
SIZES['rich'] = [SHIPPED]
SIZES['read'] += [('many', '10000')]
SIZES['zoom'] += [('16', '100000')]


def this_system():
    release = platform.freedesktop_os_release()
    return f'{release["ID"]}-{release.get("VERSION_CODENAME", "unknown")}-{platform.machine()}'


def count(bench, name, size):
    environment = dict(os.environ, G_SLICE='always-malloc', LC_ALL='C.UTF-8',
                       MP_AGREEMENTS=str(ROOT / 'resources' / 'agreements'),
                       FONTCONFIG_FILE=str(ROOT / 'tests' / 'fonts' / 'fonts.conf'))
    done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null',
                           f'--toggle-collect={FUNCTIONS[name]}', bench, '--once', name, *size],
                          env=environment, capture_output=True, text=True, check=False)
    found = re.search(r'Collected : (\d+)', done.stderr)
    if done.returncode or not found or found[1] == '0':
        sys.exit(f'{name} of {" ".join(size)}: nothing was counted\n{done.stderr}')
    return int(found[1])


def read_table():
    rows = [line.split('\t') for line in TABLE.read_text(encoding='utf-8').splitlines()[1:]]
    return {tuple(row[:4]): int(row[4]) for row in rows}


def write_table(table):
    TABLE.write_text(HEADER + ''.join('\t'.join((*key, str(value))) + '\n'
                                      for key, value in sorted(table.items())), encoding='utf-8')


def main(arguments):
    update = arguments[:1] == ['--update']
    bench = arguments[update]
    wanted = arguments[update + 1:] or SIZES
    system = this_system()
    table = read_table() if TABLE.exists() else {}
    if not update and not any(key[0] == system for key in table):
        print(f'there are no counts of {system}')
        return SKIP
    failed = 0
    # The very first run fills the cache of fontconfig.
    count(bench, 'frame', SHIPPED)
    for name in wanted:
        for size in SIZES[name]:
            key = (system, name, *size)
            now, before = count(bench, name, size), table.get(key)
            change = now / before - 1 if before else 0
            print(f'{name:8} {" ".join(size):>10} {now:13,} {change:+8.2%}', flush=True)
            if update:
                table[key] = now
            elif before is None or abs(change) > LIMIT:
                failed = 1
    if update:
        write_table(table)
    elif failed:
        print(f'More than {LIMIT:.0%} off. If that is meant, say so in the commit and run\n'
              f'    tests/bench/instructions.py --update {os.path.relpath(bench, ROOT)}')
    return failed


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(sys.argv[1:]))
