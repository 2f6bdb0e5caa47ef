#!/usr/bin/python3
"""story.py PROGRAM: the story is played, by keys and by what a screen reader does

Each step must be announced, with its place, its title, its text and its sources, and the window must
be as it was before when the story is left. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
from accessibility import (Announcements, Program, Tap, press, unless_gone, wait_for)  # noqa: E402

AGREEMENT = pathlib.Path(__file__).resolve().parents[2] / 'resources/agreements/microsoft-openai.json'
STORY = json.loads(AGREEMENT.read_text(encoding='utf-8'))['story']
HAS_INPUT = os.environ.get('MP_DISPLAY', 'x11') == 'x11'
BUTTONS = ('push button', 'toggle button', 'button')
TITLE = 'Microsoft–OpenAI partnership'
RESET = 'The 2026 reset, 27 April 2026'


def expect_step(tap, announcements, number):
    """The next announcement is that of a step, from 1, and complete."""
    step = STORY[number - 1]
    start = f'Step {number} of {len(STORY)}, '
    sentence = announcements.next(start)
    tap.check(sentence is not None and sentence.startswith(start + step['title'] + '. ' + step['text'])
              and ' Sources: 1 ' in sentence, f'step {number} is announced', sentence)


def check_actions(tap, window, timeline, announcements):
    """By the actions and the buttons that a screen reader finds."""
    reset = timeline.find('list item', RESET)
    reset.act('item.activate')
    announcements.next('Selected: ')
    tap.check(window.act('win.play-story'), 'the story can be played')
    for number in range(1, len(STORY) + 1):
        expect_step(tap, announcements, number)
        if number < len(STORY):
            window.act('win.story-next')
    names = [f'{i + 1} {step["title"]}' for i, step in enumerate(STORY)]
    segments = [window.find(BUTTONS, name, patience=1) for name in names]
    tap.check(all(segments), 'each step has a button with its title',
              [name for name, segment in zip(names, segments) if not segment])
    segments[1].act('click')
    expect_step(tap, announcements, 2)
    # Anything else pauses it.
    timeline.find('list item', RESET).act('item.activate')
    sentence = announcements.next(f'Selected: {RESET}')
    tap.check(sentence is not None and sentence.endswith(f'The story is paused: Step 2 of {len(STORY)}'),
              'it says that it is paused', sentence)
    back = window.find(BUTTONS, 'Back to Step 2')
    tap.check(back is not None and back.act('click'), 'and there is a way back')
    expect_step(tap, announcements, 2)
    window.act('win.clear')
    tap.check(announcements.next('The story has ended') is not None, 'its end is announced')
    tap.check(wait_for(lambda: timeline.find('list item', RESET).has_state('SELECTED')),
              'what was selected before it is selected again')
    tap.check(window.find(BUTTONS, names[0], patience=0) is None, 'and the caption is gone')
    window.act('win.clear')
    announcements.next('Nothing is selected')


def check_keys(tap, timeline, announcements):
    """The same by keys."""
    timeline.find('list item', RESET).act('item.activate')
    announcements.next('Selected: ')
    press('s')
    for keys, number in (((), 1), (('space',), 2), (('Right',), 3), (('Page_Down',), 4),
                         (('Left',), 3), (('Page_Up',), 2), (('End',), len(STORY)), (('Home',), 1),
                         (('5',), 5)):
        if keys:
            press(*keys)
        expect_step(tap, announcements, number)
    press('Escape')
    tap.check(announcements.next('The story has ended') is not None, 'Escape leaves it')
    tap.check(wait_for(lambda: timeline.find('list item', RESET).has_state('SELECTED')),
              'and only it')


def main(command):
    tap = Tap()
    announcements = Announcements()
    with Program(command) as program:
        application = program.appear()
        window = program.window(TITLE) if application is not None else None
        timeline = window.find('list', 'Agreement timeline') if window is not None else None
        if tap.check(timeline is not None and timeline.find('list item', RESET) is not None,
                     'the program is to be found, with the reset', program.complaints()):
            check_actions(tap, window, timeline, announcements)
            if HAS_INPUT:
                check_keys(tap, timeline, announcements)
            unless_gone(lambda: window.act('win.close'), None)
            tap.check(program.end() == 0, 'it closes, and ends well')
        tap.check(program.complaints() == '', 'it had nothing to complain about',
                  program.complaints())
    return tap.end()


if __name__ == '__main__':
    if os.environ.get('GTK_A11Y') in ('test', 'none'):
        sys.exit('story.py: GTK_A11Y hides the program')
    sys.exit(main(sys.argv[1]))
