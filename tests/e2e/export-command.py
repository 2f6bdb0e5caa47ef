#!/usr/bin/python3
"""export-command.py PROGRAM: the command export, as a shell sees it: presets, sizes, outputs, many files

Writes TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import pty
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

from commands import AGREEMENTS, INVALID, MINIMAL, SHIPPED, TODAY, Commands, cells

WINDOW = ('--preset', 'window', *TODAY)


def size_of(path):
    """Width and height of a PNG file."""
    return struct.unpack('>8x8xII', path.read_bytes()[:24])


def is_as_large(size, wanted):
    """Whether a picture has a size whose height may be free: None, or that of each page, which stand one
    below the other."""
    return size is not None and size[0] == wanted[0] and (wanted[1] is None or size[1] % wanted[1] == 0)


def check_presets(commands, folder):
    """Every preset that is listed can be had, in the size that is listed."""
    done = commands.run('export', '--list-presets', '--json')
    presets = json.loads(done.stdout)
    lines = commands.run('export', '--list-presets').stdout.splitlines()
    commands.check(len(lines) == len(presets) and all(
        line.startswith(preset['name']) and preset['purpose'] in line
        for line, preset in zip(lines, presets)), 'the presets are listed, with what they are for', lines)
    starts = {cells(line[:line.index(preset['purpose'])]) for line, preset in zip(lines, presets)}
    commands.check(len(starts) == 1, 'in columns', lines)
    for preset in presets:
        picture = folder / f'{preset["name"]}.png'
        compare = ['--compare', 'reset-2026'] if preset['name'] == 'table' else []
        done = commands.run('export', '-o', picture, '--preset', preset['name'], *compare, *TODAY)
        commands.check(done.returncode == 0 and not done.stderr, f'there is a {preset["name"]}',
                       done.stderr)
        scale = preset['dpi'] / (25.4 if preset['unit'] == 'mm' else 96)
        wanted = [preset[side] and int(preset[side] * scale + .5) for side in ('width', 'height')]
        size = size_of(picture)
        commands.check(is_as_large(size, wanted),
                       f'it is as large as is said: {preset["name"]}', f'{size} {wanted}')
    plain, slide = folder / 'plain.png', folder / 'slide.png'
    commands.run('export', '-o', plain, *TODAY)
    commands.check(plain.read_bytes() == slide.read_bytes(), 'unless told it is a slide')
    commands.run('export', '-o', plain, '--compare', 'reset-2026', *TODAY)
    commands.check(plain.read_bytes() == (folder / 'table.png').read_bytes(),
                   'of a comparison it is a table')
    for arguments, says in ((['--preset', 'poster'], 'slide, page'), (['--json'], '--list-presets'),
                            ([MINIMAL, '--preset', 'table'], 'compare two dates'),
                            (['--size', '160x90mm'], 'would hold')):
        commands.check_exit(2, ' '.join(map(str, arguments)), 'export', '-o', folder / 'no.png', *arguments,
                            says=says)


def check_size(commands, folder):
    picture = folder / 'size.png'
    for options, wanted in (
            (['--size', '1280x720'], (1280, 720)),
            (['--size', '1280x720', '--scale', '2'], (2560, 1440)),
            (['--size', '1280x720', '--dpi', '144'], (1920, 1080)),
            (['--size', '254x143mm'], (3000, 1689)),
            (['--size', '254mmx143mm', '--dpi', '96'], (960, 540)),
            (['--size', '254.0x127mm', '--scale', '1'], (960, 480)),
            (['--size', '1280xauto'], (1280, None)),
            (['--size', '160mmxauto'], (1890, None)),
            (['--preset', 'square', '--height', 'auto'], (1080, None)),
            (['--preset', 'page', '--dpi', '150'], (1754, 1240)),
            (['--preset', 'page', '--size', '1280x720'], (1280, 720)),
            (['--preset', 'window'], (1600, None))):
        done = commands.run('export', '-o', picture, *options, *TODAY)
        size = size_of(picture) if picture.exists() else None
        commands.check(is_as_large(size, wanted),
                       f'{" ".join(options)} is {wanted}', f'{size} {done.stderr}')
        picture.unlink(missing_ok=True)
    for options, says in ((['--size', '100'], 'WIDTHxHEIGHT'), (['--size', '1.5x900'], 'WIDTHxHEIGHT'),
                          (['--size', 'autox900'], 'WIDTHxHEIGHT'), (['--size', '160x90cm'], 'WIDTHxHEIGHT'),
                          (['--size', '-5x5mm'], 'WIDTHxHEIGHT'), (['--size', '1x1mm'], '200'),
                          (['--height', '900'], 'auto'), (['--dpi', '0'], '--dpi'),
                          (['--dpi', '300', '--scale', '2'], 'leave one out'),
                          (['--size', '1280x720', '--height', 'auto'], '--height'),
                          (['--text-size', '3'], '0.75 to 2'), (['--text-size', '0.7'], '0.75 to 2'),
                          (['--colour', 'red'], 'accent, topics'), (['--color', 'red'], 'accent, topics'),
                          (['--ground', 'white'], 'theme, transparent'), (['--theme', 'pink'], 'contrast-dark'),
                          (['--headline', 'a\nb'], '--headline'), (['--direction', 'up'], 'ltr, rtl')):
        commands.check_exit(2, repr(options), 'export', '-o', picture, *options, says=says)
    commands.check(not picture.exists(), 'what is refused writes nothing')


def check_outputs(commands, folder):
    """Several outputs of one command, standard output among them."""
    first, second = folder / 'one.png', folder / 'two.png'
    done = commands.run('export', '-o', first, '-o', second, '-', *WINDOW,
                        text=SHIPPED.read_text(encoding='utf-8'))
    commands.check(done.returncode == 0 and first.read_bytes() == second.read_bytes(),
                   'two outputs in one command, of what is read once', done.stderr)
    done = subprocess.run([commands.program, 'export', '-o', '-', '-o', second, '--format', 'png', *WINDOW],
                          capture_output=True, timeout=60, check=False)
    commands.check(done.returncode == 0 and done.stdout == first.read_bytes(),
                   'standard output beside a file', done.stderr)
    odd = folder / 'no-extension'
    done = commands.run('export', '-o', odd, '--format', 'png', *WINDOW)
    commands.check(done.returncode == 0 and odd.read_bytes() == first.read_bytes(),
                   '--format says what a name does not', done.stderr)
    link = folder / 'link.png'
    link.symlink_to(first.name)
    new = folder / 'new.png'
    for outputs in ((new, new), (new, folder / '.' / '..' / folder.name / 'new.png'), (first, link),
                    ('-', '/dev/stdout')):
        commands.check_exit(2, f'{outputs[0]} twice', 'export', '-o', outputs[0], '-o', str(outputs[1]),
                            says='twice')
    for options, says in ((['-o', 'x.gif'], '.png'), (['-o', odd], '--format'),
                          (['-o', '-', '--format', 'gif'], 'png'), (['-o', '-', '--format', 'x.png'], 'png'),
                          (['-o', 'x'], '.png'), ([], '-o')):
        commands.check_exit(2, repr(options), 'export', *options, says=says)
    link.unlink()


def check_headline(commands, folder):
    """A headline that says what is in doubt is drawn all the same, with a warning."""
    picture = folder / 'headline.png'
    done = commands.run('export', '-o', picture, '--headline', 'The reset ended exclusivity', *TODAY)
    commands.check(done.returncode == 0 and picture.exists() and ': warning: ' in done.stderr
                   and '"exclusivity"' in done.stderr, 'a headline in doubt is warned of', done.stderr)
    done = commands.run('export', '-o', picture, '--headline', 'What the reset changed', *TODAY)
    commands.check(done.returncode == 0 and not done.stderr, 'another is not', done.stderr)


def check_files(commands, folder):
    """Many files: a name for each, the worst exit code, each problem with its file."""
    names = ('all-keys', 'minimal', 'edtf')
    files = [AGREEMENTS / 'valid' / f'{name}.json' for name in names]
    pattern = folder / 'many-{name}.png'
    written = {}
    for jobs in ('1', '4'):
        done = commands.run('export', *files, '-o', pattern, '--jobs', jobs, *WINDOW)
        pictures = [folder / f'many-{name}.png' for name in names]
        commands.check(done.returncode == 0 and all(picture.exists() for picture in pictures),
                       f'each file has its picture with --jobs {jobs}', done.stderr)
        written[jobs] = [picture.read_bytes() for picture in pictures]
        for picture in pictures:
            picture.unlink()
    commands.check(written['1'] == written['4'], 'side by side they are the same')
    done = commands.run('export', files[0], folder / 'nosuch.json', INVALID, files[1], '-o', pattern, *WINDOW)
    lines = done.stderr.splitlines()
    commands.check(done.returncode == 3 and 'nosuch.json' in lines[0] and lines[1].startswith(f'{INVALID}:10:16:'),
                   'problems name their files, in their order; the worst code counts', done.stderr)
    commands.check((folder / 'many-minimal.png').exists() and not (folder / 'many-nosuch.png').exists(),
                   'what is right is written all the same')
    done = commands.run('export', *files, '-o', pattern, '--select', 'nosuch', *WINDOW)
    commands.check(done.returncode == 1 and [line.split(': ')[1] for line in done.stderr.splitlines()]
                   == [str(file) for file in files], 'an unknown id names the file', done.stderr)
    other = folder / 'other'
    other.mkdir()
    shutil.copy(MINIMAL, other)
    commands.check_exit(2, 'two files of one name', 'export', MINIMAL, other / MINIMAL.name, '-o', pattern,
                        says='twice')
    commands.check_exit(2, 'no name for each', 'export', *files, '-o', folder / 'x.png', says='{name}')
    for jobs in ('0', '65', 'many', '-1'):
        commands.check_exit(2, f'--jobs {jobs}', 'export', *files, '-o', pattern, '--jobs', jobs, says='--jobs')


def check_payments(commands, folder):
    """What would be paid is drawn, with what is assumed; what is missing or wrong is one sentence."""
    drawing, picture = folder / 'paid.svg', folder / 'paid.png'
    term = ['--payments', 'openai-pays-microsoft']
    assumed = ['--base', '30 to 40 billion (my guess)', '--growth', '30', '--rate', '20']
    commands.run('export', '-o', drawing, '-o', picture, *term, *assumed, *TODAY)
    text = drawing.read_text()
    for words in 'Assumption, not a fact', 'my guess', 'Growth a year: 30 percent', 'Reported by the press':
        commands.check(words in text, f'the figure says: {words}')
    for options, code, says in [
            (term, 2, '--payments needs --base, --growth and --rate'),
            (assumed, 2, 'need --payments'),
            ([*term, *assumed[:4], '--rate', '120'], 2, '--rate 120: the rate is 0 to 100 percent'),
            ([*term, *assumed[2:], '--base', '1,500'], 2, 'write 1500 or 1.5'),
            ([*term, *assumed, '--compare', 'reset-2026'], 2, 'leave --compare'),
            ([*term, *assumed, '--with-agreement'], 2, 'leave --with-agreement out'),
            (['--payments', 'openai-pays-microsof', *assumed], 1, 'did you mean "openai-pays-microsoft"?')]:
        commands.check_exit(code, repr(options), 'export', '-o', picture, *options, says=says)


def check_carried(commands, folder):
    """A picture that carries its agreement is a file like any other, and can be verified."""
    picture, other = folder / 'carries.png', folder / 'other.png'
    done = commands.run('export', '-o', picture, '--with-agreement', '--as-of', '2030', '--theme', 'dark', *TODAY)
    commands.check(done.returncode == 0, 'a picture carries its agreement', done.stderr)
    plain = commands.run('show', SHIPPED, '--as-of', '2030', *TODAY).stdout
    commands.check(commands.run('show', picture, '--as-of', '2030', *TODAY).stdout == plain, 'show reads it')
    done = commands.run('check', picture)
    commands.check((done.returncode, done.stdout) == (0, ''), 'check reads it', done.stdout)
    commands.run('export', picture, '-o', other, '--with-agreement')
    commands.check(other.read_bytes() == picture.read_bytes(), 'export draws what it shows, as of its own day')
    commands.run('export', picture, '-o', other, '--theme', 'light')
    plain = folder / 'plain.png'
    commands.run('export', '-o', plain, '--as-of', '2030', *TODAY)
    commands.check(other.read_bytes() == plain.read_bytes(), 'with what an option changes')
    done = commands.run('export', '--verify', picture)
    commands.check(done.returncode == 0 and 'every pixel' in done.stdout and not done.stderr, 'its pixels are verified',
                   done.stdout)
    for preset in ('page', 'square', 'table', 'document'):
        made = folder / f'{preset}.png'
        commands.run('export', '-o', made, '--with-agreement', '--preset', preset, *TODAY)
        done = commands.run('export', '--verify', made)
        commands.check(done.returncode == 0, f'its pixels are verified: {preset}', done.stdout + done.stderr)
        commands.run('export', made, '-o', other, '--with-agreement')
        commands.check(other.read_bytes() == made.read_bytes(), f'export draws what it shows: {preset}')
    commands.check_exit(1, 'a picture without agreement', 'export', '--verify', plain, says='no agreement')
    commands.check_exit(3, 'and show', 'show', plain, says='no agreement')
    commands.check_exit(1, 'no picture', 'export', '--verify', MINIMAL, says='PNG')
    commands.check_exit(1, 'a damaged picture', 'export', '--verify', damaged(folder, picture.read_bytes()))
    for path, says in ((folder / 'nosuch', 'no such file'), (folder, 'folder'), ('/dev/zero', 'device'),
                       ('-', 'no such file')):
        commands.check_exit(3, f'--verify {path}', 'export', '--verify', path, says=says)
    commands.check_exit(2, '--verify and -o', 'export', '--verify', picture, '-o', other, says='-o')
    commands.check_exit(2, '--verify and a file', 'export', '--verify', picture, MINIMAL, says='-o')


def damaged(folder, content):
    path = folder / 'damaged.png'
    path.write_bytes(content[:-100])
    return path


def wait_for_file(folder):
    """Waits until a file is being written there."""
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if any(folder.iterdir()):
            return True
    return False


LARGE = ('--preset', 'window', '--size', '10000x10000', *TODAY)


def check_stopped(commands, folder):
    """A signal leaves nothing behind, neither while a file is written nor before."""
    place = folder / 'stopped'
    place.mkdir()
    for number in (signal.SIGINT, signal.SIGTERM):
        with subprocess.Popen([commands.program, 'export', '-o', place / 'x.png', *LARGE],
                              stderr=subprocess.PIPE) as process:
            began = wait_for_file(place)
            process.send_signal(number)
            errors = process.communicate(timeout=60)[1]
        commands.check(began and process.returncode == -number and not errors and not list(place.iterdir()),
                       f'{number.name} while it writes leaves nothing',
                       f'{began} {process.returncode} {errors} {list(place.iterdir())}')
    with subprocess.Popen([commands.program, 'export', '-', '-o', place / 'x.png'], stdin=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        # The half of a file that it has taken shows that it is reading.
        process.stdin.write(b' ' * 200000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=60)
    commands.check(status == -signal.SIGINT and not list(place.iterdir()), 'while it reads, it ends at once',
                   status)


def check_progress(commands, folder):
    """On a terminal, what takes long says how far it is."""
    place = folder / 'progress.png'
    ours, theirs = pty.openpty()
    with subprocess.Popen([commands.program, 'export', '-o', place, *LARGE], stderr=theirs) as process:
        os.close(theirs)
        seen = b''
        try:
            while piece := os.read(ours, 4096):
                seen += piece
        except OSError:  # Linux says so when the other side is closed
            pass
        status = process.wait(timeout=60)
    os.close(ours)
    commands.check(status == 0 and b'% written' in seen and seen.endswith(b'\r\x1b[K'),
                   'a terminal sees how far it is, and then nothing', seen)
    done = commands.run('export', '-o', place, *LARGE)
    commands.check(done.returncode == 0 and not done.stderr, 'a pipe does not', done.stderr)


def check_export(commands, folder):
    first, second = folder / 'first.png', folder / 'second.png'
    for picture in (first, second):
        done = commands.run('export', '-o', picture, '--size', '1600x1000', '--scale', 2, *WINDOW)
        commands.check(done.returncode == 0 and not done.stdout and not done.stderr,
                       f'export writes {picture.name} and says nothing', done.stderr)
    commands.check(first.read_bytes() == second.read_bytes(), 'both have the same bytes')
    commands.check(struct.unpack('>8x8xII', first.read_bytes()[:24]) == (3200, 2000),
                   'it is as large as asked for')
    for options in (['--theme', 'dark'], ['--from', '2025', '--to', '2031'],
                    ['--select', 'reset-2026']):
        commands.run('export', '-o', second, '--size', '1600x1000', '--scale', 2, *WINDOW, *options)
        commands.check(first.read_bytes() != second.read_bytes(), f'{options[0]} changes it')


def check_compare(commands, folder):
    """Before and after: by dates, by a milestone, as a table and as a timeline."""
    def export(name, *options):
        done = commands.run('export', '-o', folder / name, *TODAY, *options)
        commands.check(done.returncode == 0 and not done.stderr, f'compare writes {name}',
                       done.stderr)
        return (folder / name).read_bytes()

    sides = export('sides.png', '--compare', 'reset-2026')
    dates = export('dates.png', '--compare', '2026-04-26/2026-04-28')
    commands.check(sides == dates, 'a milestone stands for the days before and after it')
    others = [export('later.png', '--compare', '2026-04-26/2026-06-01'),
              export('window.png', '--compare', 'reset-2026', *WINDOW),
              export('hidden.png', '--compare', 'reset-2026', *WINDOW, '--hide-unchanged'),
              export('timeline.png', '--compare', 'reset-2026', '--chart', 'timeline', *WINDOW),
              export('hidden-timeline.png', '--compare', 'reset-2026', '--chart', 'timeline', *WINDOW,
                     '--hide-unchanged')]
    commands.check(len({sides, *others}) == 6, 'dates and options change the picture')
    picture = folder / 'none.png'
    for value, says in (('reset-2062', 'no milestone'), ('soon/2030', 'soon/2030'),
                        ('../2030', 'known'), ('2030/', 'known'), ('2031/2030', '2031/2030')):
        commands.check_exit(1, f'--compare {value}', 'export', '-o', picture, '--compare', value,
                            says=says)
    commands.check_exit(2, '--compare with --as-of', 'export', '-o', picture, '--compare',
                        'reset-2026', '--as-of', '2030', says='--as-of')
    commands.check_exit(2, 'an unknown chart', 'export', '-o', picture, '--compare', 'reset-2026',
                        '--preset', 'window', '--chart', 'pie', says='pie')
    commands.check_exit(2, '--chart alone', 'export', '-o', picture, '--chart', 'table',
                        says='--compare')
    commands.check(not picture.exists(), 'what is refused writes nothing')


def main(program):
    commands = Commands(program)
    with tempfile.TemporaryDirectory() as scratch:
        for check in (check_export, check_compare, check_presets, check_size, check_outputs, check_headline,
                      check_payments, check_carried, check_files, check_stopped, check_progress):
            folder = pathlib.Path(scratch).resolve() / check.__name__
            folder.mkdir()
            check(commands, folder)
    print(f'1..{commands.count}')
    return 1 if commands.failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(sys.argv[1]))
