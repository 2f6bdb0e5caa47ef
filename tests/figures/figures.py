"""figures.py: what the tests of exported files share: figures of every kind, and other programs

Imported by the scripts of this folder. SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RESOURCES = ROOT / 'resources' / 'agreements'
VALID = ROOT / 'tests' / 'agreements' / 'valid'
TODAY = ('--today', '2026-11-23')

# By name: a file, or None for the shipped agreement, and the options of export.
FIGURES = {
    'slide': (None, []),
    'selected': (None, ['--select', 'reset-2026', '--theme', 'dark']),
    'page': (None, ['--preset', 'page']),
    'letter': (None, ['--preset', 'letter', '--text-size', '1.25']),
    'square': (None, ['--preset', 'square', '--theme', 'contrast']),
    'table': (None, ['--compare', 'reset-2026']),
    'document': (None, ['--preset', 'document']),
    'window': (None, ['--preset', 'window']),
    'window-compared': (None, ['--preset', 'window', '--compare', 'reset-2026', '--chart', 'timeline']),
    'mirrored': (None, ['--direction', 'rtl', '--preset', 'window']),
    'as-of': (None, ['--as-of', '2030', '--headline', 'What may still bind in 2030']),
    'accent': (None, ['--theme', 'contrast-dark', '--colour', 'topics']),
    'print': (None, ['--theme', 'print', '--preset', 'table']),
    'sample': (RESOURCES / 'orchard-sample.json', []),
    'sample-window': (RESOURCES / 'orchard-sample.json', ['--preset', 'window']),
    'arabic': (VALID / 'arabic.json', ['--direction', 'rtl']),
    'one-milestone': (VALID / 'one-milestone.json', []),
    'no-phases': (VALID / 'no-phases.json', []),
}


class Figures:
    """Exports figures into a folder of its own, and prints results as TAP."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.count = self.failed = 0

    def check(self, condition, name, remark=''):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark:
            print(*(f'# {line}' for line in str(remark)[:4000].splitlines()), sep='\n', flush=True)

    def export(self, name, *extensions, options=()):
        """Exports a figure in several formats by one command. Returns the paths."""
        file, own = FIGURES[name]
        paths = [self.folder / f'{name}{extension}' for extension in extensions]
        outputs = [word for path in paths for word in ('-o', str(path))]
        done = run(self.program, 'export', *([file] if file else []), *outputs, *own, *options, *TODAY)
        self.check(done.returncode == 0 and all(path.exists() for path in paths),
                   f'{name} is exported', done.stderr)
        return paths


def run(*command, **environment):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding='utf-8',
                          errors='replace', timeout=120, check=False, env=os.environ | environment)


def main(check, *needed):
    """Runs a check of the figures; without the programs that it needs it is skipped."""
    missing = [program for program in needed if not shutil.which(program)]
    if missing:
        print(f'1..0 # SKIP needs {", ".join(missing)}')
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures = Figures(sys.argv[1], pathlib.Path(folder))
        check(figures)
    print(f'1..{figures.count}')
    return 1 if figures.failed else 0
