#!/usr/bin/python3
"""png.py PROGRAM: what other programs see in exported PNG files

pngcheck must find no fault; exiftool must see the title, a text for those who do not see the picture,
and the resolution. Writes TAP; skipped without these programs.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import sys

from figures import FIGURES, main, run

MAX_ALT = 1500
MM_PRESETS = ('page', 'letter', 'document')


def check(figures):
    for name, (_, options) in FIGURES.items():
        path, = figures.export(name, '.png')
        done = run('pngcheck', '-q', path)
        figures.check(done.returncode == 0, f'pngcheck finds no fault: {name}', done.stdout)
        seen = json.loads(run('exiftool', '-json', '-n', path).stdout)[0]
        figures.check(seen.get('Title'), f'it has a title: {name}', seen)
        alt = seen.get('Description', '')
        figures.check(0 < len(alt) <= MAX_ALT, f'it has a text in its place: {name}', f'{len(alt)} {alt}')
        dpi = 300 if any(preset in options for preset in MM_PRESETS) else 96
        figures.check(seen.get('PixelUnits') == 1 and abs(seen['PixelsPerUnitX'] * 0.0254 - dpi) < 0.05
                      and seen['PixelsPerUnitX'] == seen['PixelsPerUnitY'],
                      f'it has {dpi} dots an inch: {name}', seen)
        figures.check(seen.get('Software'), f'it says what made it: {name}', seen)


if __name__ == '__main__':
    sys.exit(main(check, 'pngcheck', 'exiftool'))
