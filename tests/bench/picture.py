"""picture.py: cost against size as an SVG, on logarithmic axes, in light and dark

SPDX-License-Identifier: GPL-3.0-or-later
"""

import math

WIDTH, HEIGHT = 960, 470
PLOT_TOP, PLOT_BOTTOM = 56, 340
STYLE = '''
  svg { font: 13px sans-serif }
  .ground { fill: #ffffff } text { fill: #1f2328 } .grid { stroke: #d8dce1 } .axis { stroke: #6b737c }
  .line { fill: none; stroke-width: 2.2 } .many { stroke-dasharray: 7 4 } .mark { stroke: none }
  .a { color: #0b62c4 } .b { color: #1a7f37 } .c { color: #b35900 } .d { color: #6b737c } .e { color: #8250df }
  .line { stroke: currentColor } .mark { fill: currentColor }
  .title { font-weight: bold }
  .limit { stroke: #ffffff; stroke-width: 4; paint-order: stroke } .key { color: #6b737c }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #16191d } text { fill: #e6e8ea } .grid { stroke: #343a41 } .axis { stroke: #98a1ab }
    .limit { stroke: #16191d } .key { color: #98a1ab }
    .a { color: #6cb0ff } .b { color: #57c66f } .c { color: #f0a04b } .d { color: #a5adb6 } .e { color: #c29bff }
  }
'''
SUPERSCRIPTS = str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹')


class Panel:
    """Axes, and lines on them. Spans are (least, most); both axes are logarithmic."""

    def __init__(self, title, left, right, x_span, y_span):
        self.left, self.right, self.x_span, self.y_span = left, right, x_span, y_span
        self.parts = [f'<text class="title" x="{left}" y="{PLOT_TOP - 22}">{title}</text>']
        self.legend = 0
        self.add_axes()

    def x(self, value):
        return self.left + (self.right - self.left) * place(value, self.x_span)

    def y(self, value):
        return PLOT_BOTTOM - (PLOT_BOTTOM - PLOT_TOP) * place(value, self.y_span)

    def add_axes(self):
        for value in tens(self.y_span):
            y = self.y(value)
            self.parts.append(f'<path class="grid" d="M{self.left} {y:.1f}H{self.right}"/>'
                              f'<text x="{self.left - 8}" y="{y + 4:.1f}" text-anchor="end">{plain(value)}</text>')
        for value in sorted({self.x_span[0], *tens(self.x_span)} - {100}):
            self.parts.append(f'<text x="{self.x(value):.1f}" y="{PLOT_BOTTOM + 20}" text-anchor="middle">'
                              f'{power(value)}</text>')
        self.parts.append(f'<path class="axis" d="M{self.left} {PLOT_BOTTOM}H{self.right}"/>'
                          f'<text x="{(self.left + self.right) / 2}" y="{PLOT_BOTTOM + 40}" text-anchor="middle">'
                          'entries</text>')

    def add_limit(self, value, text):
        """A line across, with its name on it; to be added after the lines that may cross it."""
        y = self.y(value)
        self.parts.append(f'<path class="axis" d="M{self.left} {y:.1f}H{self.right}"/>'
                          f'<text class="limit" x="{self.right}" y="{y - 6:.1f}" text-anchor="end">{text}</text>')

    def add(self, color, name, few, many):
        """Two lines of one colour: in few rows and in many. Points are (entries, value)."""
        for points, kind in ((few, ''), (many, ' many')):
            places = [f'{self.x(entries):.1f} {self.y(value):.1f}' for entries, value in points if value]
            if places:
                marks = ''.join('<circle class="mark" cx="{}" cy="{}" r="3"/>'.format(*p.split()) for p in places)
                self.parts.append(f'<g class="{color}"><path class="line{kind}" d="M{" L".join(places)}"/>{marks}</g>')
        y = PLOT_BOTTOM + 68 + 20 * (self.legend // 2)
        x = self.left - 20 + (self.right - self.left + 20) * 0.54 * (self.legend % 2)
        self.parts.append(f'<g class="{color}"><path class="line" d="M{x} {y - 4}h24"/></g>'
                          f'<text x="{x + 31}" y="{y}">{name}</text>')
        self.legend += 1


def place(value, span):
    least, most = map(math.log10, span)
    return min(max((math.log10(value) - least) / (most - least), 0), 1)


def tens(span):
    return [10.0**e for e in range(math.ceil(math.log10(span[0])), math.floor(math.log10(span[1])) + 1)]


def plain(value):
    return f'{value:,.0f}' if value >= 1 else f'{value:g}'


def power(value):
    return plain(value) if value < 1000 else '10' + str(round(math.log10(value))).translate(SUPERSCRIPTS)


def points(results, name, column, factor, few):
    """(entries, value) of what was measured, in 16 rows or in many."""
    return sorted((int(entries), row[column] * factor) for (what, rows, entries), row in results.rows.items()
                  if what == name and entries.isdigit() and (rows == '16') == few and column < len(row))


def both(results, name, column, factor=1):
    """The points in few rows, and those in many."""
    return [points(results, name, column, factor, few) for few in (True, False)]


def span_of(lines, least):
    """From least to the power of ten above everything."""
    most = max((value for few_and_many in lines for line in few_and_many for _, value in line), default=least * 10)
    return least, max(10.0**math.ceil(math.log10(most)), least * 100)


def panel_of(title, x, lines, least):
    """A panel between two places. lines are (colour, name, points in few rows and in many)."""
    panel = Panel(title, *x, span_of([points for _, _, points in lines], least))
    for color, name, (few, many) in lines:
        panel.add(color, name, few, many)
    return panel


def draw(frames, bench, processes):
    """The picture, from the results of the three benchmarks."""
    left = panel_of('A frame, in milliseconds', (62, 520, (20, 10**6)), [
        ('a', 'zoom in the window, p95', both(frames, 'zoom', 3)),
        ('b', 'pan in the window, p95', both(frames, 'pan', 3)),
        ('c', 'own frame, worst of 10 zooms', both(bench, 'zoom', 1, 1e-3)),
        ('d', "GTK's floor", both(frames, 'zoom', 4))], 0.1)
    left.add_limit(1000 / 60, 'a frame of a 60 Hz screen')
    right = panel_of('A file, in seconds', (610, 935, (10**4, 10**6)), [
        ('a', 'first picture', both(processes, 'first picture', 1)),
        ('c', 'read', both(processes, 'read', 1)),
        ('d', 'json_load_file', both(processes, 'json_load_file', 1))], 0.01)
    y = HEIGHT - 20
    key = (f'<g class="key"><path class="line" d="M590 {y - 4}h24"/><path class="line many" d="M775 {y - 4}h24"/></g>'
           f'<text x="621" y="{y}">in 16 rows</text><text x="806" y="{y}">in many rows</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">\n'
            f'<style>{STYLE}</style>\n<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>\n'
            + '\n'.join([*left.parts, *right.parts, key]) + '\n</svg>\n')
