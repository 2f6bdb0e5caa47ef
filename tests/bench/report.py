#!/usr/bin/python3
"""report.py FOLDER: writes docs/performance.md and its picture from what the benchmarks have printed

FOLDER has bench.txt, frames.txt and processes.txt, as scripts/measure leaves them. What follows the
heading "Remarks" in docs/performance.md is kept.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import platform
import re
import subprocess
import sys

import picture

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOCUMENT = ROOT / 'docs' / 'performance.md'
PICTURE = ROOT / 'docs' / 'performance.svg'
REMARKS = '\n## Remarks\n'

SIZES = [20, 1000, 10000, 100000, 1000000]
SHIPPED = ('-', 'shipped')
FEW = '16'


def many(entries):
    return str(min(max(entries // 20, 5), 1000))


def sizes(least=0, most=10**6):
    """All sizes of made-up agreements, as the benchmarks name them: rows and entries."""
    return [(rows, str(n)) for n in SIZES if least <= n <= most for rows in (FEW, many(n))]


class Results:
    """The rows that a benchmark has printed, by name, rows and entries. A row is a list of numbers."""

    def __init__(self, path):
        self.rows = {}
        for line in path.read_text(encoding='utf-8').splitlines():
            fields = re.split(r'\s{2,}', line.strip())
            if len(fields) > 3 and (fields[2].isdigit() or fields[2] == 'shipped'):
                self.rows[tuple(fields[:3])] = [float(field) for field in fields[3:]
                                                if re.fullmatch(r'[\d.]+', field)]

    def get(self, name, size, column):
        """A number, or None where it was not measured."""
        row = self.rows.get((name, *size), [])
        return row[column] if column < len(row) else None


# What the columns of the three are.
FRAME_MEDIAN, FRAME_P95, FRAME_FLOOR, RATIO_MEDIAN, RATIO_P95 = 2, 3, 4, 5, 6
BENCH_LEAST, BENCH_BASE, BENCH_RATIO = 1, 3, 5
WALL, WALL_MEDIAN, PROCESSOR, PROCESSOR_MEDIAN, PEAK, KEPT = 1, 2, 3, 4, 5, 6


def divide(a, b):
    return a / b if a is not None and b else None


def worst(values):
    """The largest, or None if one of them was not measured."""
    values = list(values)
    return None if None in values or not values else max(values)


# --- The rows of the table of targets: what, what is measured, its value, its limit ------------


class Target:
    """One row. value is None where something was not measured in time."""

    def __init__(self, what, against, value, limit, unit='×', detail=''):
        self.what, self.against, self.value, self.limit = what, against, value, limit
        self.unit, self.detail = unit, detail

    def is_met(self):
        return self.value is not None and self.value <= self.limit

    def row(self):
        value = 'not in time' if self.value is None else number(self.value) + self.unit
        return (f'| {self.what} | {self.against} | {self.detail} | {value} | ≤ {number(self.limit)}{self.unit} '
                f'| {"yes" if self.is_met() else "**no**"} |')


def number(value):
    """Three digits are enough to compare."""
    return f'{value:,.0f}' if value >= 100 else f'{value:.3g}'


def milliseconds(*values):
    return ' / '.join('–' if value is None else number(value) for value in values) + ' ms'


def motion_targets(frames):
    for name in ('zoom', 'pan'):
        shipped = [frames.get(name, SHIPPED, column) for column in range(1, 4)]
        yield Target(f'{name}, shipped, median', "GTK's floor", frames.get(name, SHIPPED, RATIO_MEDIAN), 1.5,
                     detail=milliseconds(*shipped))
        yield Target(f'{name}, shipped, p95', "GTK's floor", frames.get(name, SHIPPED, RATIO_P95), 3)
        for rows, group in (('16 rows', [s for s in sizes() if s[0] == FEW]),
                            ('many rows', [s for s in sizes() if s[0] != FEW])):
            yield Target(f'{name}, {rows}, worst p95 of 20 to 10⁶', "GTK's floor",
                         worst(frames.get(name, size, RATIO_P95) for size in group), 6)


def frame_targets(bench):
    yield Target('own frame, shipped, painting only', 'one colour', bench.get('frame', SHIPPED, BENCH_RATIO), 12,
                 detail=times(bench, 'frame', SHIPPED))
    yield Target('own frame, shipped, worst of 10 zooms', 'one colour', bench.get('zoom', SHIPPED, BENCH_RATIO), 12,
                 detail=times(bench, 'zoom', SHIPPED))
    for rows in ('16 rows', 'many rows'):
        small, large = [((FEW, n) if rows == '16 rows' else (many(int(n)), n)) for n in ('20', '1000000')]
        value = divide(bench.get('zoom', large, BENCH_LEAST), bench.get('zoom', small, BENCH_LEAST))
        yield Target(f'own frame of 10⁶, worst of 10 zooms, {rows}', 'the same of 20', value, 2,
                     detail=times(bench, 'zoom', large))


def times(bench, name, size):
    values = [bench.get(name, size, column) for column in (1, 2)]
    return milliseconds(*[None if value is None else value / 1000 for value in values])


def step_targets(frames):
    for name in ('drag the as-of date', 'select', 'search keystroke', 'filter', 'fold a topic'):
        yield Target(f'{name}, shipped', "GTK's floor", frames.get(name, SHIPPED, RATIO_MEDIAN), 6,
                     detail=milliseconds(*[frames.get(name, SHIPPED, column) for column in (1, 2, 3)]))
        yield Target(f'{name}, worst of 20 to 10⁵', "GTK's floor",
                     worst(frames.get(name, size, RATIO_MEDIAN) for size in sizes(most=10**5)), 6)


def process_targets(processes):
    def get(name, size, column):
        return processes.get(name, size, column)

    def seconds(name, size, *columns):
        return milliseconds(*[None if get(name, size, c) is None else get(name, size, c) * 1000 for c in columns])

    for word, column in (('processor time', PROCESSOR), ('time', WALL), ('peak memory', PEAK)):
        detail = seconds('start', SHIPPED, column, column + 1) if column != PEAK else \
            megabytes(get('start', SHIPPED, PEAK))
        yield Target(f'start to the first picture, shipped, {word}', 'a bare libadwaita window',
                     divide(get('start', SHIPPED, column), get('bare window', SHIPPED, column)), 1.2, detail=detail)
    for size in sizes(least=10**5):
        rest = get('json_load_file', size, WALL)
        start = get('start', SHIPPED, WALL)
        yield Target(f'first picture, {words(size)}', 'start + 0.3 × `json_load_file`',
                     divide(get('first picture', size, WALL), start + 0.3 * rest if start and rest else None), 1,
                     detail=seconds('first picture', size, WALL, WALL_MEDIAN))
    for size in sizes(least=10**6):
        for word, column in (('time', WALL), ('processor time', PROCESSOR)):
            yield Target(f'read, {words(size)}, {word}', '`json_load_file`',
                         divide(get('read', size, column), get('json_load_file', size, column)), 0.8,
                         detail=seconds('read', size, column, column + 1))
        yield Target(f'read, {words(size)}, peak', '', get('read', size, PEAK), 250, ' MB')
        yield Target(f'read, {words(size)}, kept', '', get('read', size, KEPT), 150, ' MB')
    yield Target('export 1920×1080, shipped', 'a bare Cairo program',
                 divide(get('export', SHIPPED, PROCESSOR), get('bare export', SHIPPED, PROCESSOR)), 0.8,
                 detail=seconds('export', SHIPPED, PROCESSOR, PROCESSOR_MEDIAN))
    for name, limit in (('export SVG', 0.6), ('export PDF', 1.5), ('export HTML', 1.5)):
        yield Target(f'{name}, shipped', 'the PNG of the same figure',
                     divide(get(name, SHIPPED, PROCESSOR), get('export', SHIPPED, PROCESSOR)), limit,
                     detail=seconds(name, SHIPPED, PROCESSOR, PROCESSOR_MEDIAN))
    yield Target('export 520 terms', 'the shipped 20',
                 divide(get('export 520 terms', SHIPPED, PROCESSOR), get('export', SHIPPED, PROCESSOR)), 4,
                 detail=seconds('export 520 terms', SHIPPED, PROCESSOR, PROCESSOR_MEDIAN))
    yield Target('export 20000×12000, shipped, peak', '', get('export 20000×12000', SHIPPED, PEAK), 64, ' MB')
    for size in sizes(least=10**5, most=10**5):
        yield Target(f'export, {words(size)}', 'a bare Cairo program',
                     divide(get('export', size, PROCESSOR), get('bare export', SHIPPED, PROCESSOR)), 1.5,
                     detail=seconds('export', size, PROCESSOR, PROCESSOR_MEDIAN))


def megabytes(value):
    return '–' if value is None else f'{value:.0f} MB'


def words(size):
    """Such as "10⁵ in 16 rows"."""
    digits = str(len(size[1]) - 1).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))
    return f'{size[1] if size[1] == "20" else "10" + digits} in {size[0]} rows'


def widget_targets(frames):
    everything = [SHIPPED, *sizes()]
    yield Target('accessible children of a view, most', '', worst(frames.get('children', size, 0) for size in everything),
                 60, '')
    yield Target('widgets made or dropped by a frame of motion, most', '',
                 worst(frames.get('children a frame', size, 0) for size in everything), 0, '')


# --- The document ------------------------------------------------------------------------------


def machine():
    """What it was measured on, in three lines."""
    info = pathlib.Path('/proc/cpuinfo').read_text(encoding='utf-8')
    model = re.search(r'^model name\s*: (.*)', info, re.MULTILINE)
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    versions = ', '.join(f'{name} {version(package)}' for name, package in
                         (('GTK', 'gtk4'), ('libadwaita', 'libadwaita-1'), ('Cairo', 'cairo'),
                          ('Pango', 'pango'), ('Jansson', 'jansson')))
    release = platform.freedesktop_os_release()
    return (f'{model[1] if model else platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB;\n  '
            f'{release["PRETTY_NAME"]}, {versions};\n  Xvfb and the Cairo renderer, no GPU')


def version(package):
    done = subprocess.run(['pkg-config', '--modversion', package], capture_output=True, text=True, check=False)
    return done.stdout.strip() or 'unknown'


def table(header, rows):
    return '\n'.join(['| ' + ' | '.join(header) + ' |', '| ' + ' | '.join('---' for _ in header) + ' |', *rows])


def frame_table(frames):
    """Median and p95 of each step at each size."""
    names = list(dict.fromkeys(name for name, *_ in frames.rows
                               if not name.startswith(('children', 'open', 'the rest'))))
    columns = [SHIPPED, *sizes()]
    rows = ['| ' + ' | '.join([name] + [cell(frames, name, size) for size in columns]) + ' |' for name in names]
    floor = [least([frames.get(name, size, FRAME_FLOOR) for name in names]) for size in columns]
    rows.append("| GTK's floor | " + ' | '.join('–' if value is None else number(value) for value in floor) + ' |')
    for name in ('open, first picture', 'open, all', 'open, longest turn'):
        values = [frames.get(name, size, 0) for size in columns]
        rows.append('| ' + ' | '.join([name] + ['–' if v is None else number(v) for v in values]) + ' |')
    return table(['', 'shipped'] + [words(size) for size in sizes()], rows)


def least(values):
    values = [value for value in values if value is not None]
    return min(values) if values else None


def cell(frames, name, size):
    values = [frames.get(name, size, column) for column in (FRAME_MEDIAN, FRAME_P95)]
    return '–' if None in values else f'{number(values[0])} ({number(values[1])})'


def bench_table(bench):
    names = list(dict.fromkeys(name for name, *_ in bench.rows if name != 'the rest'))
    rows = ['| ' + ' | '.join([name] + ['–' if value is None else number(value) for value in
                                        (bench.get(name, size, BENCH_RATIO) for size in [SHIPPED, *sizes()])]) + ' |'
            for name in names]
    return table(['', 'shipped'] + [words(size) for size in sizes()], rows)


def shown_value(value):
    return '' if value is None else value if isinstance(value, str) else number(value)


def process_table(processes):
    rows = []
    for name, *size in processes.rows:
        values = [processes.get(name, size, column) for column in range(1, 7)]
        shown = 'shipped' if size[1] == 'shipped' else words(size)
        if values[0] is None:
            values[0] = 'not in time'
        rows.append(f'| {name} | {shown} | ' + ' | '.join(map(shown_value, values)) + ' |')
    return table(['', 'of', 'min s', 'median', 'min CPU s', 'median', 'peak MB', 'kept MB'], rows)


TEXT = '''# Performance

`scripts/measure` writes this page; what stands under Remarks is kept. Times depend on the machine, ratios much
less: each is of two things that were done in turn in the same run.

- **Measured** was commit {commit}, a release build.
- **The machine**: {machine}.
- **Rows and entries**: half of the entries are phases, half are milestones, over thirty years; in 16 rows or in
  many, one for 20 entries and 1,000 at most.
- **GTK's floor** is a window of the same size that has one colour where the chart is, and changes it each frame.
- **A frame** lasts from a step of the user, such as a turn of the wheel, until the window that shows it is
  painted and the display server is done. What the frame clock waits is left out.
- **p95**: one frame in twenty takes longer.
- **Own frame** is layout, scene and painting of 1920×1080 pixels, without GTK; **one colour** is the same picture
  painted in one colour.
- The accessibility bus runs, as on a desktop, so that everything is told to screen readers.

## What it should reach

{targets}

## Cost against size

![Milliseconds a frame, and seconds to read and to open, against the number of entries](performance.svg)

## Frames in the window

Milliseconds: the median, and in brackets the p95.

{frames}

## Functions, as ratios to their baselines

Minima. Read: to Jansson alone; index and search: to a pass over the file; export: to an empty PNG; the others:
to one colour.

{bench}

## Processes

{processes}

## How to repeat it

```sh
scripts/measure                    # everything; ten minutes to half an hour
scripts/measure frames             # one of bench, frames and processes; the others as they were measured last
```
'''


def read_results(folder):
    return {name: Results(folder / f'{name}.txt') for name in ('frames', 'bench', 'processes')}


def all_targets(results):
    return [*motion_targets(results['frames']), *frame_targets(results['bench']),
            *step_targets(results['frames']), *process_targets(results['processes']),
            *widget_targets(results['frames'])]


def write_text(results, measured, remarks):
    """The page, from the results and the name of what was measured."""
    return TEXT.format(
        commit=measured, machine=machine(),
        targets=table(['what', 'compared with', 'minimum / median / p95', 'is', 'should be', 'met'],
                      [target.row() for target in all_targets(results)]),
        frames=frame_table(results['frames']), bench=bench_table(results['bench']),
        processes=process_table(results['processes'])) + REMARKS + remarks


def main(folder):
    results = read_results(folder)
    path = folder / 'commit.txt'
    measured = path.read_text(encoding='utf-8').strip() if path.exists() else 'unknown'
    old = DOCUMENT.read_text(encoding='utf-8') if DOCUMENT.exists() else ''
    DOCUMENT.write_text(write_text(results, measured, old.partition(REMARKS)[2]), encoding='utf-8')
    PICTURE.write_text(picture.draw(*results.values()), encoding='utf-8')
    targets = all_targets(results)
    met = sum(target.is_met() for target in targets)
    print(f'{DOCUMENT.relative_to(ROOT)}: {met} of {len(targets)} targets met')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    main(pathlib.Path(sys.argv[1]))
