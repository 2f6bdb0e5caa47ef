#!/usr/bin/python3
"""commands.py PROGRAM: the commands that need no display, as a shell sees them

Writes TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
AGREEMENTS = ROOT / 'tests' / 'agreements'
INVALID = AGREEMENTS / 'invalid' / 'unknown-topic.json'
SHIPPED = ROOT / 'resources' / 'agreements' / 'microsoft-openai.json'
MINIMAL = AGREEMENTS / 'valid' / 'minimal.json'
TODAY = ('--today', '2026-11-23')


class Commands:
    """Runs the program, and prints the results as TAP."""

    def __init__(self, program):
        self.program = program
        self.count = 0
        self.failed = 0

    def run(self, *arguments, text=None, **environment):
        return subprocess.run([self.program, *map(str, arguments)], input=text or '',
                              capture_output=True, text=True, encoding='utf-8', timeout=60,
                              env=os.environ | environment, check=False)

    def check(self, condition, name, remark=''):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark:
            print(*(f'# {line}' for line in str(remark).splitlines()), sep='\n', flush=True)

    def check_exit(self, status, name, *arguments, says=''):
        """Checks for one sentence on standard error, no output, and the promised status."""
        done = self.run(*arguments)
        self.check(done.returncode == status and done.stderr.startswith('milepost: ')
                   and done.stderr.count('\n') == 1 and says in done.stderr and not done.stdout,
                   f'{name}: {status}', f'{done.returncode} {done.stdout}{done.stderr}')


def check_debug_log(commands):
    """G_MESSAGES_DEBUG shows what one folder logs, apart from the output."""
    plain = commands.run('show', MINIMAL, *TODAY)
    reader = commands.run('show', MINIMAL, *TODAY, G_MESSAGES_DEBUG='milepost-reader')
    size = MINIMAL.stat().st_size
    commands.check(f'read {size} bytes' in reader.stderr and reader.stderr.count('DEBUG') == 1,
                   'the reader logs what it reads, and nothing else is logged', reader.stderr)
    commands.check(reader.stdout == plain.stdout and not plain.stderr,
                   'the log stays apart from the output', plain.stderr)


def statuses(commands, date):
    done = commands.run('show', '--as-of', date, '--json', *TODAY)
    return {term['id']: term for term in json.loads(done.stdout)['terms']}


ROW = {'id', 'title', 'status', 'state', 'span', 'certainty', 'sources', 'states'}


def check_show_json(commands):
    """show --json has every term, whatever its status."""
    done = commands.run('show', '--as-of', '2029', '--json', *TODAY)
    root = json.loads(done.stdout)
    commands.check((root['as_of'], root['today'], root['checked'])
                   == ('2029', TODAY[1], '2026-11-30'), 'show --json says of when it is')
    terms = {term['id']: term for term in root['terms']}
    for name, term in terms.items():
        over = term['status'] == 'not'
        keys = set(term) - {'ends_early'}
        commands.check(keys == ROW if over else keys == ROW | {'basis'},
                       f'show --json has the keys of a term: {name}', sorted(term))
        commands.check(not term['states'] if over else
                       all(term['states'][0][key] == term[key]
                           for key in ('status', 'basis', 'state', 'span', 'certainty', 'sources')),
                       f'the row of a term is the first of its states: {name}', term)
        commands.check(term['sources'] and all('id' in source for source in term['sources']),
                       f'a term has its sources: {name}')
    bases = {name: terms[name].get('basis') for name in (
        'models-and-products', 'ftc-probe', 'openai-pays-microsoft', 'eu-check')}
    commands.check(bases == {'models-and-products': 'stated-end', 'ftc-probe': 'no-end',
                             'openai-pays-microsoft': 'unless', 'eu-check': None},
                   'a stated end, none and one that may come early are told apart', bases)
    share = terms['openai-pays-microsoft']
    commands.check(share['ends_early'] == {'when': 'the total cap is reached'},
                   'what may end it early is named', share)
    cap = share['states'][0]['amounts'][1]
    commands.check((cap['value'], cap['unit'], cap['certainty']) == (38e9, 'USD', 'reported')
                   and [source['id'] for source in cap['sources']]
                   == ['daily-scout-2026-05-11', 'new-claw-times-2026-05'],
                   'an amount has its own certainty and sources', cap)
    commands.check(terms['ftc-probe']['certainty'] == 'reported', 'a press report is called that')
    stake = statuses(commands, '2026-05-15')['microsoft-stake']
    commands.check((stake['status'], [state['state'] for state in stake['states']])
                   == ('possibly', ['About 25%', 'About 27%']),
                   'each state that is possible is there', stake)


def lists_of(text):
    """Returns the lines under each heading of show."""
    return {block.split(':\n')[0]: block.splitlines()[1:] for block in text.split('\n\n')[1:]}


def check_show_words(commands):
    def lists(date):
        done = commands.run('show', '--as-of', date, *TODAY)
        commands.check('\nFacts last checked on 30 November 2026.\n' in done.stdout,
                       f'show says when the facts were checked: {date}', done.stdout)
        return lists_of(done.stdout)

    def has(lines, title, *words):
        return any(line.startswith(f'  {title}  ') and all(word in line for word in words)
                   for line in lines)

    then = lists('2029')
    later, open_end, unless = (then.get(f'To be in force{words}', []) for words in (
        ' until later', ', no end published', ' unless ended early'))
    commands.check('In force' not in then and (len(later), len(open_end), len(unless)) == (3, 7, 1),
                   'of a day to come show keeps three things apart', sorted(then))
    commands.check(has(unless, 'OpenAI pays Microsoft', 'or earlier if the total cap is reached'),
                   'what may have ended is said to', unless)
    perhaps = then.get('Possibly in force', [])
    commands.check(has(perhaps, 'FTC probe of Microsoft', 'Reported by the press · Sources '),
                   'a press report is no signed term', perhaps)
    commands.check(any('ftc' in line.lower() for line in then['Sources']),
                   'the sources are listed', then['Sources'])
    possible = lists('2026-05-15')['Possibly in force']
    commands.check(has(possible, "Microsoft's stake", 'About 25%')
                   and has(possible, "Microsoft's stake", 'About 27%'),
                   'show lists each state that is possible', possible)
    today = lists(TODAY[1])
    commands.check(has(today['In force'], 'OpenAI pays Microsoft', 'or earlier if'),
                   'today, too, an end that may come early is said', today['In force'])


def check_show(commands):
    terms = statuses(commands, '2031-06-01')
    licence, share = terms['models-and-products'], terms['openai-pays-microsoft']
    commands.check(licence['status'] == 'in-force' and licence['span'] == '2026-04-27/2032',
                   'in 2031 the licence is in force', licence)
    commands.check(share['status'] == 'not', 'in 2031 the revenue share is over', share)
    share = statuses(commands, '2030-06-01')['openai-pays-microsoft']
    commands.check(share['status'] == 'possibly' and share['state'] == 'Same rate, total cap',
                   'in 2030 the revenue share is possibly in force', share)
    share = statuses(commands, '2028')['openai-pays-microsoft']
    commands.check(share['status'] == 'in-force', 'in all of 2028 it is in force', share)
    done = commands.run('show', '--as-of', '2030-06-01')
    commands.check(done.returncode == 0 and 'Possibly in force:' in done.stdout,
                   'show speaks in words as well', done.stdout)
    done = commands.run('show', '-', '--as-of', '2030', text=MINIMAL.read_text(encoding='utf-8'))
    commands.check(done.returncode == 0 and done.stdout, 'a file may come from standard input',
                   done.stderr)


def cells(text):
    """Returns how many cells of a terminal a text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
               for c in text)


def check_columns(commands):
    shipped = json.loads((ROOT / 'resources/agreements/microsoft-openai.json').read_text('utf-8'))
    for term, title in zip(shipped['terms'], ('微软付款', 'e\u0301te\u0301', '한국', 'ｆｕｌｌ')):
        term['title'] = title
        term['phases'][-1]['state'] = 'STATE'
    done = commands.run('show', '-', '--as-of', '2028', text=json.dumps(shipped))
    places = {cells(line[:line.index('STATE')]) for line in done.stdout.splitlines()
              if 'STATE' in line}
    commands.check(len(places) == 1, "show's columns stand under each other in any script",
                   done.stdout)


def check_check(commands):
    done = commands.run('check', MINIMAL)
    commands.check((done.returncode, done.stdout) == (0, ''), 'check says nothing of a good file',
                   done.stdout)
    done = commands.run('check', MINIMAL, INVALID)
    commands.check(done.returncode == 1
                   and done.stdout == f'{INVALID}:10:16: error: unknown topic '
                   '"clould"; did you mean "cloud"?\n',
                   'check names a mistake and its place', done.stdout)
    headline = ('--headline', 'The reset ended exclusivity')
    done = commands.run('check', SHIPPED, *headline)
    commands.check(done.returncode == 0 and done.stdout.startswith(
        f'{SHIPPED}: warning: the headline says "exclusivity", as does ') and 'Disputed' in done.stdout,
                   'check warns of a headline that says what is disputed', done.stdout)
    done = commands.run('check', SHIPPED, '--headline', 'What the reset changed')
    commands.check((done.returncode, done.stdout) == (0, ''), 'and not of another', done.stdout)
    commands.check_exit(2, 'a headline of two lines', 'check', SHIPPED, '--headline', 'a\nb', says='one line')


def check_date(commands):
    done = commands.run('date', '2030', '2026-05~', '2026-04-27/..')
    commands.check(done.returncode == 0 and done.stdout ==
                   '2030\t2030-01-01\t2030-12-31\t2030\n'
                   '2026-05~\t2026-05-01\t2026-05-31\tabout May 2026\n'
                   '2026-04-27/..\t2026-04-27\t+inf\tsince 27 April 2026, no end published\n',
                   'date explains dates in four columns', done.stdout)


HOSTILE = {
    'markup': '<b>&amp;</b> %s %n',
    'turned': 'a\u202egnp.exe\u2066\u2069\u2069',
    'unseen': 'a\u200bb\u200e\u061cc\u00add\ufeffe\U000e0041',
    'heaped': 'z' + '\u0301\u0489' * 200,
    'long': 'W' * 1000,
}
REFUSED = {
    'escapes': '\x1b[2J\x07\x1b]0;x\x07',
    'high controls': '\u009b2J',
    'line breaks': 'one\u2028two',
    'a million letters': 'W' * 1000000,
}


def unsafe(text):
    """Returns the characters that move the cursor, turn text or are invisible, without joiners."""
    return {hex(ord(c)) for c in text if c not in '\n\t\u200c\u200d'
            and unicodedata.category(c) in ('Cc', 'Cf', 'Zl', 'Zp', 'Cs')}


def hostile_agreement(title):
    """Returns an agreement in which every text is such a title."""
    phase = {'span': '2020/2030', 'state': title, 'certainty': 'stated', 'sources': ['s'],
             'ends_early': {'when': title}}
    return json.dumps({
        'milepost': 1, 'title': title, 'topics': [{'id': 't', 'title': title}],
        'sources': [{'id': 's', 'title': title, 'kind': 'press', 'publisher': title}],
        'terms': [{'id': 'a', 'title': title, 'topic': 't', 'phases': [phase]}],
        'milestones': [{'id': 'm', 'date': '2024', 'title': title, 'topic': 't', 'importance': 1,
                        'certainty': 'stated', 'sources': ['s']}]})


def check_hostile(commands, folder):
    """Whatever a file or its name holds, it does no harm in a terminal."""
    path, picture = folder / 'hostile.json', folder / 'hostile.png'
    for kind, title in HOSTILE.items():
        path.write_text(hostile_agreement(title), encoding='utf-8')
        done = commands.run('show', path, '--as-of', '2025')
        commands.check(done.returncode == 0 and 'In force' in done.stdout
                       and not unsafe(done.stdout), f'show is safe from a title: {kind}',
                       unsafe(done.stdout))
        done = commands.run('show', path, '--as-of', '2025', '--json')
        commands.check(not unsafe(done.stdout)
                       and json.loads(done.stdout)['terms'][0]['title'] == title,
                       f'show --json keeps every letter of it: {kind}', unsafe(done.stdout))
        done = commands.run('export', path, '-o', picture, '--size', '800x600', *TODAY)
        commands.check(done.returncode == 0 and picture.exists(), f'it is drawn: {kind}',
                       done.stderr)
        picture.unlink()
    for kind, title in REFUSED.items():
        path.write_text(hostile_agreement(title), encoding='utf-8')
        done = commands.run('check', path)
        commands.check(done.returncode == 1 and not unsafe(done.stdout)
                       and len(done.stdout) < 5000, f'check refuses, and is safe from: {kind}',
                       unsafe(done.stdout))
    for title in ('\x1b[2J\u202e\u200b', 'x' * 1000000):
        path.write_text(json.dumps({'milepost': 1, 'title': 'T', title: 1,
                                    'terms': [{'id': title, title: title}]}), encoding='utf-8')
        done = commands.run('check', path)
        commands.check(done.returncode == 1 and not unsafe(done.stdout)
                       and len(done.stdout) < 20000, 'check is safe from keys and ids',
                       unsafe(done.stdout))
    evil = folder / 'evil\x1b[2J\u202e\n.json'
    done = commands.run('check', evil, '\u202e\x1b[31m')
    commands.check(done.returncode == 3 and not unsafe(done.stderr), 'a name is made visible',
                   unsafe(done.stderr))
    for arguments in (['--as-of', '\u202e2028'], ['--\x1b[31m'], ['-\u202e']):
        done = commands.run('show', *arguments)
        commands.check(done.returncode in (1, 2) and done.stderr and not unsafe(done.stderr),
                       'an argument is made visible', unsafe(done.stderr))
    done = commands.run('export', '-o', picture, '--select', '\x1b[2J\u202e')
    commands.check(done.returncode == 1 and not unsafe(done.stderr), 'and so is an id',
                   unsafe(done.stderr))


def check_failures(commands, folder):
    picture = folder / 'picture.png'
    commands.check_exit(1, 'a wrong date', 'date', '2026-02-30')
    commands.check_exit(1, 'a wrong date in an option', 'show', '--as-of', 'soon', says='soon')
    commands.check_exit(1, 'an unknown id', 'export', '-o', picture, '--select', 'reset-2062',
                        says='did you mean "reset-2026"')
    commands.check_exit(2, 'no date', 'date')
    commands.check_exit(2, 'no output', 'export')
    commands.check_exit(2, 'an unknown option', 'show', '--nosuch', says='--nosuch')
    commands.check_exit(2, 'an unknown theme', 'export', '-o', picture, '--theme', 'pink')
    for scale in ('0', '-1', '0x10', '1e3', '.', '', 'nan', 'inf', '2,5', '2 '):
        commands.check_exit(2, f'a scale of {scale!r}', 'export', '-o', picture, '--scale', scale,
                            says=f'--scale {scale}: a scale is a number above 0')
    commands.check_exit(2, 'a scale that is too large', 'export', '-o', picture, '--scale', '1000',
                        says='too large')
    commands.check_exit(2, 'a scale that is too small', 'export', '-o', picture, '--scale', '.0001',
                        says='nothing is left')
    commands.check_exit(2, 'a misspelt command', 'chek', 'x', says='did you mean "check"')
    commands.check_exit(2, 'a command that there is not', 'undo', says='milepost --help')
    commands.check_exit(3, 'a file in the place of a command', MINIMAL, says='no display')
    commands.check_exit(3, 'an address in the place of a command', 'https://example.com',
                        says='no display')
    commands.check_exit(3, 'a file that is not there', 'check', folder / 'nosuch.json')
    commands.check_exit(3, 'a folder', 'check', folder)
    commands.check_exit(3, 'a place that is not there', 'export', '-o', folder / 'no' / 'x.png')
    commands.check_exit(3, 'no display', says='milepost export')
    done = commands.run('show', INVALID, '--as-of', '2030')
    commands.check(done.returncode == 1 and not done.stdout and ':10:16: error: ' in done.stderr,
                   'a file with a mistake is not shown', done.stderr)
    commands.check(not any(folder.glob('picture*')), 'nothing half done is left behind')
    if os.path.exists('/dev/full'):
        with open('/dev/full', 'w', encoding='utf-8') as full:
            done = subprocess.run([commands.program, 'show', '--as-of', '2030'], stdout=full,
                                  stderr=subprocess.PIPE, timeout=60, check=False)
        commands.check(done.returncode == 3 and done.stderr, 'a full disk: 3', done.stderr)


def check_known(commands):
    """What was known on a day: show, list and diff leave the rest out, and say so."""
    done = commands.run('show', '--as-of', '2030', '--known', '2026-04-30', *TODAY)
    commands.check('as of 2030, as known on 30 April 2026' in done.stdout
                   and 'Same rate, total cap' in done.stdout, 'show --known says so', done.stdout)
    done = commands.run('show', '--json', '--known', '2026-04-26', *TODAY)
    commands.check('Same rate, total cap' not in done.stdout, 'before the reset it was not known')
    done = commands.run('list', '--known', '2025-06-30', '--csv')
    commands.check(done.stdout.startswith('kind,id,date,title,') and '2032' not in done.stdout
                   and 'Until 2030 or AGI' in done.stdout,
                   'in June 2025 nobody had said 2032', done.stdout[:200])
    rows = json.loads(commands.run('list', '--json').stdout)
    cap = [row for row in rows if row['kind'] == 'milestone' and row['id'] == 'cap-reported'][0]
    commands.check(cap['known_since'] == '2026-05-11', 'a claim says since when it is known', cap)
    done = commands.run('diff', '--known', '2026-04-26/2026-04-30')
    commands.check(done.returncode == 1 and '+ The 2026 reset\tAdded\n' in done.stdout
                   and '38 billion (' not in done.stdout,
                   'diff tells what became known between two days', done.stdout)
    done = commands.run('diff', '--known', '2026-04-26')
    commands.check(done.returncode == 2 and 'two dates' in done.stderr, 'diff needs two dates',
                   done.stderr)
    done = commands.run('diff', str(SHIPPED), str(SHIPPED), '--json')
    commands.check(done.returncode == 0 and json.loads(done.stdout) == {'differences': []},
                   'a file does not differ from itself', done.stdout)


def main(program):
    commands = Commands(program)
    done = commands.run('--version')
    commands.check(done.returncode == 0 and done.stdout.startswith('Milepost '), 'it has a version',
                   done.stdout)
    with tempfile.TemporaryDirectory() as folder:
        check_show(commands)
        check_debug_log(commands)
        check_show_json(commands)
        check_show_words(commands)
        check_known(commands)
        check_columns(commands)
        check_check(commands)
        check_date(commands)
        check_hostile(commands, pathlib.Path(folder))
        check_failures(commands, pathlib.Path(folder))
    print(f'1..{commands.count}')
    return 1 if commands.failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(sys.argv[1]))
