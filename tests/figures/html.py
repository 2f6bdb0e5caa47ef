#!/usr/bin/python3
"""html.py PROGRAM: exported pages in Chromium

html.js looks at them: axe must find no fault, all words must be there even without scripts, nothing may
be loaded or complained of, nothing may be cut off. Writes TAP; skipped without Chromium, Node.js and
the packages that .ci/run installs in _figures.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from figures import FIGURES, RESOURCES, ROOT, TODAY, run

PACKAGES = ROOT / '_figures' / 'node_modules'
PAGES = ('slide', 'table', 'sample', 'arabic', 'one-milestone')


def words_of(path):
    """The titles of all entries and sources."""
    agreement = json.loads(path.read_text(encoding='utf-8'))
    return sorted({' '.join(entry['title'].split()) for key in ('milestones', 'terms', 'sources')
                   for entry in agreement.get(key, []) if 'title' in entry})


def main(program):
    chromium = shutil.which('chromium') or shutil.which('chromium-browser')
    if not chromium or not shutil.which('node') or not (PACKAGES / 'axe-core').exists() \
            or not (PACKAGES / 'puppeteer-core').exists():
        print('1..0 # SKIP needs chromium, node, axe-core and puppeteer-core')
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pages = []
        for figure in PAGES:
            file, options = FIGURES[figure]
            page = folder / f'{figure}.html'
            done = run(program, 'export', *([file] if file else []), '-o', page, *options, *TODAY)
            if done.returncode:
                print(f'not ok 1 - {figure} is exported\n# {done.stderr}\n1..1')
                return 1
            page.with_name(page.name + '.words').write_text(
                json.dumps(words_of(file or RESOURCES / 'microsoft-openai.json')), encoding='utf-8')
            pages.append(str(page))
        done = subprocess.run(['node', ROOT / 'tests' / 'figures' / 'html.js', *pages], check=False, timeout=100,
                              env=os.environ | {'NODE_PATH': str(PACKAGES), 'MP_CHROMIUM': chromium, 'HOME': name})
        return done.returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
