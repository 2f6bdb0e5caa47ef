#!/usr/bin/python3
"""same.py PROGRAM: the same figure has the same bytes, whenever and in whatever company it is written

Writes TAP. SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess
import sys

from figures import FIGURES, TODAY, VALID, main, run


def formats(program):
    """The extensions of all formats, as --help names them."""
    words = run(program, 'export', '--help').stdout.split('--format=FORMAT')[1].split('\n')[0]
    return [f'.{word.strip()}' for word in words.split(',')]


def check(figures):
    extensions = formats(figures.program)
    for name in ('slide', 'page', 'table', 'window', 'sample'):
        first = [path.read_bytes() for path in figures.export(name, *extensions)]
        file, options = FIGURES[name]
        for extension, expected in zip(extensions, first):
            command = [figures.program, 'export', *([file] if file else []), *options, *TODAY,
                       '--format', extension[1:], '-o', '-']
            done = subprocess.run([str(word) for word in command], capture_output=True, timeout=120, check=False)
            figures.check(done.returncode == 0 and done.stdout == expected,
                          f'the same bytes again, to standard output: {name}{extension}', done.stderr)
    files = sorted(VALID.glob('*.json'))
    outputs = [word for extension in extensions for word in ('-o', figures.folder / ('{name}-many' + extension))]
    run(figures.program, 'export', *files, *outputs, '--jobs', '4', *TODAY)
    for file in files[::4]:
        for extension in extensions:
            alone = figures.folder / f'alone{extension}'
            run(figures.program, 'export', file, '-o', alone, *TODAY)
            figures.check(alone.read_bytes() == (figures.folder / f'{file.stem}-many{extension}').read_bytes(),
                          f'among many files the same: {file.stem}{extension}')


if __name__ == '__main__':
    sys.exit(main(check))
