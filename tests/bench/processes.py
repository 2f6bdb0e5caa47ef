#!/usr/bin/python3
"""processes.py BUILD [NAME...]: what whole processes take: start, first picture, reading, export

Each is run in turn with a bare program that does the same without Milepost, from the folder BUILD:
a libadwaita window with nothing in it, json_load_file, a Cairo program. Printed are the seconds that
passed and those of processor time, each the minimum and the median, and the peak of memory. What
takes too long is stopped, and said to. Windows need a display: run it with tests/run-ui.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIMIT = 60  # seconds for one process
LARGE = [('16', '100000'), ('1000', '100000'), ('16', '1000000'), ('1000', '1000000')]
SHIPPED = ROOT / 'resources' / 'agreements' / 'microsoft-openai.json'


SLIDE = ('--size', '1920x1080')
HUGE = ('--size', '20000x12000')


class TooLong(Exception):
    """A process did not end within the limit."""


class Run:
    """What one process took."""

    def __init__(self, command, environment):
        begin = time.monotonic()
        # The peak of a process is at least what its parent has: this one is small.
        with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            waiter = select.poll()
            descriptor = os.pidfd_open(process.pid)
            waiter.register(descriptor, select.POLLIN)
            ended = waiter.poll(LIMIT * 1000)
            os.close(descriptor)
            if not ended:
                process.kill()
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.monotonic() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            self.output = process.stdout.read()
        if not ended:
            raise TooLong
        if process.returncode:
            sys.exit(f'{" ".join(map(str, command))}: status {process.returncode}')
        self.processor = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


class Reading(Run):
    """What reading took inside bench-read, which says so itself."""

    def __init__(self, command, environment):
        super().__init__(command, environment)
        wall, processor, kept = self.output.split()
        self.wall, self.processor, self.kept = float(wall), float(processor), int(kept) / 1024


def rename(value, names, suffix):
    """A copy of a value of JSON in which these names end in the suffix."""
    if isinstance(value, dict):
        return {key: rename(part, names, suffix) for key, part in value.items()}
    if isinstance(value, list):
        return [rename(part, names, suffix) for part in value]
    return value + suffix if isinstance(value, str) and value in names else value


def multiply(agreement, times):
    """The agreement with so many copies of its terms and milestones."""
    names = {entry['id'] for key in ('terms', 'milestones') for entry in agreement[key]}
    many = {key: [entry for i in range(times) for entry in rename(agreement[key], names, f'-{i}' if i else '')]
            for key in ('terms', 'milestones')}
    return agreement | many


class Programs:
    """The programs of a build folder, and how they are run."""

    def __init__(self, build, scratch):
        self.bench = build / 'tests' / 'bench'
        self.milepost = build / 'app' / 'milepost'
        self.scratch = scratch
        self.environment = dict(os.environ, GSETTINGS_SCHEMA_DIR=str(build / 'data'),
                                FONTCONFIG_FILE=str(ROOT / 'tests' / 'fonts' / 'fonts.conf'))
        self.until_frame = dict(self.environment, LD_PRELOAD=str(self.bench / 'libfirst-frame.so'))
        self.until_chart = dict(self.until_frame, MP_FIRST_FRAME_OF='MpTimeline')

    def data(self, rows, entries):
        """A file with an agreement of this size."""
        path = self.scratch / f'{rows}-{entries}.json'
        if not path.exists():
            with open(path, 'wb') as file:
                subprocess.run([self.bench / 'bench-data', rows, entries], stdout=file, check=True)
        return path

    def start(self):
        return Run([self.milepost, '--today', '2026-11-30'], self.until_chart)

    def start_bare(self):
        return Run([self.bench / 'bare-window'], self.until_frame)

    def open(self, path):
        return Run([self.milepost, '--today', '2026-11-30', path], self.until_chart)

    def read(self, path):
        return Reading([self.bench / 'bench-read', 'milepost', path], self.environment)

    def read_bare(self, path):
        return Reading([self.bench / 'bench-read', 'jansson', path], self.environment)

    def many_terms(self):
        """A file with 26 times the terms and milestones of the shipped agreement, 520 terms."""
        path = self.scratch / 'many-terms.json'
        if not path.exists():
            path.write_text(json.dumps(multiply(json.loads(SHIPPED.read_text(encoding='utf-8')), 26)),
                            encoding='utf-8')
        return path

    def export(self, path, extension='.png', options=SLIDE):
        return Run([self.milepost, 'export', '-o', self.scratch / f'ours{extension}', *options,
                    '--today', '2026-11-30', path], self.environment)

    def export_bare(self):
        return Run([self.bench / 'bare-export', self.scratch / 'bare.png'], self.environment)


def least_and_median(runs, name):
    values = [getattr(run, name) for run in runs]
    return min(values), statistics.median(values)


def print_row(name, size, runs):
    kept = f'{min(run.kept for run in runs):9.0f}' if hasattr(runs[0], 'kept') else f'{"":>9}'
    print(f'{name:24}  {size[0]:>4}  {size[1]:>8}  {len(runs):3}'
          '  {:8.3f}  {:8.3f}  {:8.3f}  {:8.3f}'.format(*least_and_median(runs, 'wall'),
                                                       *least_and_median(runs, 'processor')),
          f' {min(run.peak for run in runs):8.0f}  {kept}', flush=True)


def compare(size, rounds, things):
    """Runs the things, a dictionary by name, in turn. Once before, to fill the caches."""
    runs = {name: [] for name in things}
    failed = set()
    for i in range(rounds + 1):
        for name, thing in things.items():
            if name in failed:
                continue
            try:
                run = thing()
            except TooLong:
                print(f'{name:24}  {size[0]:>4}  {size[1]:>8}  over {LIMIT} s', flush=True)
                failed.add(name)
                continue
            if i > 0:
                runs[name].append(run)
    for name, done in runs.items():
        if name not in failed:
            print_row(name, size, done)


def rounds_for(entries):
    return 3 if int(entries) >= 1000000 else 5


def measure_start(programs):
    compare(('-', 'shipped'), 15, {'start': programs.start, 'bare window': programs.start_bare})


def measure_read(programs):
    for size in [('16', '10000'), *LARGE]:
        path = programs.data(*size)
        compare(size, rounds_for(size[1]), {'read': lambda path=path: programs.read(path),
                                            'json_load_file': lambda path=path: programs.read_bare(path)})


def measure_open(programs):
    for size in LARGE:
        path = programs.data(*size)
        compare(size, rounds_for(size[1]), {'first picture': lambda path=path: programs.open(path)})


def measure_export(programs):
    bare = {'bare export': programs.export_bare} if (programs.bench / 'bare-export').exists() else {}
    others = {f'export {name}': lambda extension=extension: programs.export(SHIPPED, extension)
              for name, extension in (('SVG', '.svg'), ('PDF', '.pdf'), ('HTML', '.html'))}
    compare(('-', 'shipped'), 9, {'export': lambda: programs.export(SHIPPED), **bare, **others,
                                  'export 520 terms': lambda: programs.export(programs.many_terms())})
    compare(('-', 'shipped'), 3, {'export 20000×12000': lambda: programs.export(SHIPPED, options=HUGE)})
    for size in LARGE[:2]:
        path = programs.data(*size)
        compare(size, 3, {'export': lambda path=path: programs.export(path)})


MEASUREMENTS = {'start': measure_start, 'read': measure_read, 'open': measure_open,
                'export': measure_export}


def main(build, names):
    print(f'{"process":24}  {"rows":>4}  {"entries":>8}  {"n":>3}  {"min s":>8}  {"median":>8}'
          f'  {"min CPU":>8}  {"med CPU":>8}  {"peak MB":>8}  {"kept MB":>9}', flush=True)
    with tempfile.TemporaryDirectory(prefix='milepost-bench-') as scratch:
        programs = Programs(pathlib.Path(build).resolve(), pathlib.Path(scratch))
        for name in names or MEASUREMENTS:
            MEASUREMENTS[name](programs)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__.splitlines()[0])
    main(sys.argv[1], sys.argv[2:])
