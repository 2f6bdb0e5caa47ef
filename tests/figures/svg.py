#!/usr/bin/python3
"""svg.py PROGRAM: what other programs see in exported SVG files

xmllint must find no fault, each id may stand once, and librsvg must paint what is in the PNG file of
the same figure: not one pixel in 1,000 may be far from its own. Those that are lie one by one at the edges
of hatching, where a logical pixel is not a whole number of pixels, and of letters: librsvg knows nothing of
the width that a line of text is given. Writes TAP; skipped without these programs.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import sys
import xml.etree.ElementTree

from figures import FIGURES, main, run

try:
    from PIL import Image, ImageChops
except ImportError:
    print('1..0 # SKIP needs the Python Imaging Library')
    sys.exit(0)

FAR = 40  # of 255
MOST = 0.001


def share_far(ours, theirs):
    """The share of pixels that are far from each other, by their lightness."""
    difference = ImageChops.difference(ours, theirs).convert('L')
    return sum(difference.histogram()[FAR + 1:]) / (ours.width * ours.height)


def check(figures):
    for name in FIGURES:
        png, svg = figures.export(name, '.png', '.svg')
        done = run('xmllint', '--noout', svg)
        figures.check(done.returncode == 0, f'xmllint finds no fault: {name}', done.stderr)
        root = xml.etree.ElementTree.parse(svg).getroot()
        ids = collections.Counter(element.get('id') for element in root.iter() if element.get('id'))
        figures.check(all(count == 1 for count in ids.values()), f'each id stands once: {name}',
                      ids.most_common(3))
        figures.check(root.find('{*}title') is not None and root.find('{*}title').text,
                      f'it has a title: {name}')
        ours = Image.open(png)
        zoom = round(ours.info['dpi'][0]) / 96
        ours = ours.convert('RGB')
        painted = figures.folder / f'{name}.rsvg.png'
        done = run('rsvg-convert', '--zoom', zoom, '-o', painted, svg)
        figures.check(done.returncode == 0, f'librsvg reads it: {name}', done.stderr)
        theirs = Image.open(painted).convert('RGBA')
        theirs = Image.alpha_composite(Image.new('RGBA', theirs.size, 'white'), theirs).convert('RGB')
        # It rounds the sides up.
        figures.check(0 <= theirs.width - ours.width <= 1 and 0 <= theirs.height - ours.height <= 1,
                      f'it is as large: {name}', f'{theirs.size} {ours.size}')
        share = share_far(ours, theirs.crop((0, 0, *ours.size)))
        figures.check(share < MOST, f'librsvg paints the same: {name}', f'{share:.3%}')


if __name__ == '__main__':
    sys.exit(main(check, 'xmllint', 'rsvg-convert'))
