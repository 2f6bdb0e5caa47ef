#!/usr/bin/python3
"""languages.py PROGRAM: the commands where people do not speak English

tests/in-locale sets the locale, MP_LOCALE_DIR says where the translations were built. Output for
people is in their language; output for programs is the same in all languages. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys
import tempfile

AGREEMENTS = pathlib.Path(__file__).resolve().parent.parent / 'agreements'
INVALID = AGREEMENTS / 'invalid' / 'unknown-topic.json'
WORDS = {
    'de': {
        'show': ['Stand: 1. Juni 2028', 'In Kraft:', 'Möglicherweise in Kraft:', 'Nicht in Kraft:',
                 'seit 27. April 2026', '27. April 2026 bis 2032', '2030 oder früher, falls'],
        'date': '27. April 2026 bis 2030',
        'check': 'unbekanntes Thema',
        'help': ['DATEI', 'Befehle:'],
    },
    'zh': {
        'show': ['2028年6月1日', '有效', '2026年4月27日', '2032年'],
        'date': '2026年4月27日至2030年',
        'check': '未知',
        'help': ['文件'],
    },
}


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def check(self, condition, name, remark=''):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark:
            print('\n'.join(f'# {line}' for line in str(remark).splitlines()), flush=True)


def run(program, *arguments, **environment):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, timeout=60,
                          env=os.environ | environment, stdin=subprocess.DEVNULL, check=False)


def text_of(*arguments, **environment):
    return run(*arguments, **environment).stdout.decode()


def main(program):
    tap = Tap()
    words = WORDS[os.environ['LC_ALL'][:2]]
    show = text_of(program, 'show', '--today', '2028-06-01')
    for word in words['show']:
        tap.check(word in show, f'show says {word}', show)
    date = text_of(program, 'date', '2026-04-27/2030')
    tap.check(date.split('\t')[3:] == [words['date'] + '\n'], 'date says it in words', date)
    check = text_of(program, 'check', INVALID)
    tap.check(words['check'] in check, 'check names the mistake', check)
    for word in words['help']:
        tap.check(word in text_of(program, '--help'), f'--help says {word}')

    # Output for programs is not translated.
    english = text_of(program, 'date', '2026-04-27/2030', LC_ALL='C.UTF-8')
    tap.check(date.split('\t')[:3] == english.split('\t')[:3], "date's columns of digits", date)
    json = [run(program, 'show', '--json', '--as-of', '2028-06-01', LC_ALL=locale).stdout
            for locale in (os.environ['LC_ALL'], 'C.UTF-8')]
    tap.check(json[0] == json[1], 'show --json')
    place = f'{INVALID}:'
    tap.check(check.startswith(place) and ': error: ' in check, 'check keeps file:line:column')
    for status, arguments in ((1, ('check', INVALID)), (1, ('date', 'soon')), (2, ('export', '-x')),
                              (3, ('check', AGREEMENTS / 'none.json'))):
        done = run(program, *arguments)
        tap.check(done.returncode == status, f'{arguments[0]} ends with {status}', done.stderr)

    with tempfile.TemporaryDirectory() as folder:
        charts = []
        for number, locale in enumerate((os.environ['LC_ALL'], os.environ['LC_ALL'], 'C.UTF-8')):
            chart = pathlib.Path(folder) / f'{number}.png'
            run(program, 'export', '-o', chart, '--today', '2026-11-23', LC_ALL=locale)
            charts.append(chart.read_bytes() if chart.exists() else b'')
    tap.check(charts[0] == charts[1] != b'', 'a chart is the same each time')
    tap.check(charts[0] != charts[2], 'a chart is in the language')
    here = text_of(program, 'show', MP_LOCALE_DIR='/nonexistent')
    tap.check('In force:' in here, 'without a translation it is in English', here)
    print(f'1..{tap.count}')
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
