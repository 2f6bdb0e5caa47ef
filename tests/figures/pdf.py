#!/usr/bin/python3
"""pdf.py PROGRAM: what other programs see in exported PDF files

qpdf must find no fault, all fonts must be embedded and have their letters' meanings, every word of the
figure must be in the text, and the links must be those of the SVG file of the same figure. Writes TAP;
skipped without these programs.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys
import unicodedata
import xml.etree.ElementTree

from figures import FIGURES, main, run


def plain(text):
    """A text without what a reader of PDF may add, leave out or move: spaces, marks of direction and above
    letters, ligatures."""
    text = unicodedata.normalize('NFKC', text)
    # Poppler takes a ligature of lam and alef apart in the wrong order.
    text = re.sub('\u0644([\u0622\u0623\u0625\u0627])', '\\1\u0644', text)
    return ''.join(c for c in text if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc', 'Mn'))


def is_there(word, text):
    """Whether a reader finds a word. It may turn one that runs from right to left, and may put what stands
    between words on its other side, may join what a hyphen parts, and may have all of one that is cut off."""
    word = plain(word.replace('…', '')).strip('(),;:.·-،؛')
    return word in text or word[::-1] in text


def texts_of(svg):
    """The lines of text of an SVG file."""
    root = xml.etree.ElementTree.parse(svg).getroot()
    return [''.join(element.itertext()) for element in root.iter('{http://www.w3.org/2000/svg}text')]


def links_of(svg):
    root = xml.etree.ElementTree.parse(svg).getroot()
    links = {element.get('{http://www.w3.org/1999/xlink}href') or element.get('href')
             for element in root.iter('{http://www.w3.org/2000/svg}a')}
    return {link for link in links if link and link.startswith('http')}


def check_fonts(figures, name, pdf):
    lines = run('pdffonts', pdf).stdout.splitlines()[2:]
    # The last columns are: embedded, a subset, with Unicode, and the number and generation of the object.
    bad = [line for line in lines if line.split()[-5] != 'yes' or line.split()[-3] != 'yes']
    figures.check(lines and not bad, f'fonts are embedded, and their letters are known: {name}',
                  '\n'.join(bad or lines))


def check(figures):
    for name, (_, options) in FIGURES.items():
        pdf, svg = figures.export(name, '.pdf', '.svg')
        done = run('qpdf', '--check', pdf)
        figures.check(done.returncode == 0 and 'WARNING' not in done.stdout + done.stderr,
                      f'qpdf finds no fault: {name}', done.stdout + done.stderr)
        check_fonts(figures, name, pdf)
        text = plain(run('pdftotext', pdf, '-').stdout)
        missing = [line for line in texts_of(svg) if not all(is_there(word, text) for word in line.split())]
        figures.check(not missing, f'every word is in the text: {name}', '\n'.join(missing[:20]))
        information = run('pdfinfo', pdf).stdout
        figures.check(re.search(r'^Title: +\S', information, re.M), f'it has a title: {name}', information)
        urls = set(re.findall(r'https?://\S+', run('pdfinfo', '-url', pdf).stdout))
        figures.check(urls >= links_of(svg) or 'page' in options, f'its links are those of the SVG: {name}',
                      links_of(svg) - urls)


if __name__ == '__main__':
    sys.exit(main(check, 'qpdf', 'pdffonts', 'pdftotext', 'pdfinfo'))
