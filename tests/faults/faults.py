#!/usr/bin/python3
"""faults.py PROGRAM SHIM: what the commands do when files fail them

Reading and writing meet every fault that a disk, a pipe or another program can bring: the promised
exit status (3), one sentence to standard error, nothing half done on the disk. Faults that cannot be
had otherwise come from the preloaded SHIM; each is checked to have come to pass. Writes TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / 'resources' / 'agreements' / 'microsoft-openai.json'
TODAY = ('--today', '2026-11-23')
# A small picture is painted quickly.
SMALL = ('--size', '400x300', *TODAY)
TIMEOUT = 60


class Faults:
    """Runs the program in a folder of its own, and prints the results as TAP."""

    def __init__(self, program, shim, folder):
        self.program, self.shim, self.folder = program, shim, folder
        self.count = self.failed = 0
        self.file = folder / 'agreement.json'
        self.log = folder.parent / 'log'

    def check(self, condition, name, remark=''):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}', flush=True)
        if not condition and remark:
            print(*(f'# {line}' for line in str(remark).splitlines()), sep='\n', flush=True)

    def environment(self, fault):
        if not fault:
            return None
        self.log.unlink(missing_ok=True)
        # Newer GLib warns if closing fails, which must not end the program.
        return dict(os.environ, G_DEBUG='', LD_PRELOAD=str(self.shim), MP_FAULT=fault,
                    MP_FAULT_FOLDER=f'{self.folder}/', MP_FAULT_LOG=str(self.log))

    def run(self, *arguments, fault='', **options):
        options.setdefault('stdin', subprocess.DEVNULL)
        options.setdefault('stdout', subprocess.PIPE)
        done = subprocess.run([self.program, *map(str, arguments)], stderr=subprocess.PIPE,
                              env=self.environment(fault), timeout=TIMEOUT, check=False, **options)
        done.stderr = done.stderr.decode('utf-8')
        return done

    def met(self, fault):
        """Whether the fault really happened in the last run."""
        return not fault or (self.log.exists() and int(self.log.read_text()) > 0)

    def fails(self, name, *arguments, fault='', says='', **options):
        """Checks for status 3 and one sentence."""
        done = self.run(*arguments, fault=fault, **options)
        self.check(done.returncode == 3 and done.stderr.startswith('milepost: ')
                   and done.stderr.count('\n') == 1 and says in done.stderr and self.met(fault),
                   f'{name}: 3', f'{done.returncode} {done.stderr} met: {self.met(fault)}')
        return done


def commands(faults, file):
    """Every command that reads a file."""
    return {'check': ('check', file), 'show': ('show', file, *TODAY),
            'export': ('export', '-o', '-', *SMALL, file)}


def check_reading(faults):
    shutil.copy(SHIPPED, faults.file)
    for name, command in commands(faults, faults.file).items():
        plain = faults.run(*command).stdout
        # The first read only looks whether it is a picture.
        for fault in ('read=short', 'read:1=EINTR', 'read:2=EINTR', 'open:1=EINTR', 'read:1=EIO',
                      'read:2=vanish'):
            done = faults.run(*command, fault=fault)
            faults.check(done.returncode == 0 and done.stdout == plain and faults.met(fault),
                         f'{name} with {fault} gives the same', f'{done.returncode} {done.stderr}')
            shutil.copy(SHIPPED, faults.file)
        for fault, says in (('read:2=EIO', ''), ('read:3=EIO', ''), ('open=EMFILE', ''),
                            ('open=EACCES', 'not allowed'), ('fstat:1=EIO', ''),
                            ('read:2=grow', 'changed'), ('read:3=grow', 'changed'),
                            ('read:1=vanish', 'no such file')):
            done = faults.fails(f'{name} with {fault}', *command, fault=fault,
                                says=says or 'cannot read')
            faults.check(not done.stdout, f'{name} with {fault} prints nothing', done.stdout)
            shutil.copy(SHIPPED, faults.file)


def check_no_files(faults):
    """Paths that are not files, or do not exist."""
    fifo, link, loop, tube = (faults.folder / name for name in ('fifo', 'link', 'loop', 'socket'))
    os.mkfifo(fifo)
    link.symlink_to('nowhere')
    loop.symlink_to('loop')
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tube))
        for path, says in ((fifo, 'pipe'), (link, 'no such file'), (loop, ''), (tube, ''),
                           (faults.folder, 'folder'), ('/dev/full', 'device'),
                           ('/dev/zero', 'device'), (faults.folder / 'nosuch', 'no such file'),
                           (faults.file / 'below', '')):
            for name, command in commands(faults, path).items():
                faults.fails(f'{name} of {pathlib.Path(path).name}', *command, says=says)
    if os.geteuid() != 0:
        faults.file.chmod(0)
        faults.fails('a file that may not be read', 'check', faults.file, says='not allowed')
        faults.file.chmod(0o600)
    for path in (fifo, link, loop, tube):
        path.unlink()


def check_input(faults):
    """Standard input, which may be anything that can be read."""
    text = SHIPPED.read_bytes()
    command = ('show', '-', *TODAY)
    plain = faults.run('show', SHIPPED, *TODAY).stdout
    for fault in ('', 'read=short', 'read:1=EINTR'):
        done = faults.run(*command, fault=fault, stdin=None, input=text)
        faults.check(done.returncode == 0 and done.stdout == plain and faults.met(fault),
                     f'a pipe {fault}', f'{done.returncode} {done.stderr}')
    # By all its names; it can be a regular file as well.
    for done in (faults.run('show', '/dev/stdin', *TODAY, stdin=None, input=text),
                 faults.run('show', '/proc/self/fd/0', *TODAY, stdin=None, input=text),
                 faults.run('show', '/dev/fd/0', *TODAY, stdin=SHIPPED.open('rb')),
                 subprocess.run(['bash', '-c', '"$0" show <(cat "$1") "${@:2}"', faults.program,
                                 str(SHIPPED), *TODAY], capture_output=True, timeout=TIMEOUT,
                                check=False)):
        faults.check(done.returncode == 0 and done.stdout == plain, f'by name: {done.args}',
                     f'{done.returncode} {done.stderr}')
    if pathlib.Path('/proc/cpuinfo').exists():
        done = faults.run('check', '/proc/cpuinfo')
        faults.check(done.returncode == 1 and done.stdout.startswith(b'/proc/cpuinfo:1:1: error: '),
                     'what the kernel makes up is no JSON', f'{done.stdout} {done.stderr}')
    faults.fails('a pipe that breaks', *command, fault='read=EIO', stdin=None, input=text)
    with open('/dev/zero', 'rb') as endless:
        faults.fails('input without end', *command, stdin=endless, says='larger than')
    descriptor = os.open(faults.folder, os.O_RDONLY)
    faults.fails('a folder as input', *command, stdin=descriptor)
    os.close(descriptor)
    done = subprocess.run(['sh', '-c', '"$@" <&-', 'sh', faults.program, *command],
                          capture_output=True, timeout=TIMEOUT, check=False)
    faults.check(done.returncode == 3 and done.stderr.startswith(b'milepost: '), 'no input at all: 3',
                 done)


def check_writing(faults):
    picture = faults.folder / 'chart.png'
    command = ('export', '-o', picture, *SMALL, SHIPPED)
    faults.check(faults.run(*command).returncode == 0, 'export writes a file')
    whole = picture.read_bytes()

    for fault in ('write=short', 'write:1=EINTR', 'open:1=EINTR', 'fsync:1=EINTR'):
        picture.write_bytes(b'old')
        done = faults.run(*command, fault=fault)
        faults.check(done.returncode == 0 and picture.read_bytes() == whole and faults.met(fault),
                     f'export with {fault} writes all', f'{done.returncode} {done.stderr}')
    for fault in ('open=ENOSPC', 'open=EROFS', 'open=EACCES', 'write:1=ENOSPC', 'write=EDQUOT',
                  'write:2=ENOSPC write=short', 'write:1=EIO', 'fsync=EIO', 'fsync=ENOSPC',
                  'rename=ENOSPC', 'rename=EACCES', 'fchmod=EIO', 'flock=EWOULDBLOCK',
                  'fstat=EIO', 'close=EIO', 'close=ENOSPC'):
        for old in (b'old', None):
            label = f'export {"over a file" if old else "to a new file"} with {fault}'
            picture.unlink(missing_ok=True)
            if old:
                picture.write_bytes(old)
            before = sorted(faults.folder.iterdir())
            done = faults.run(*command, fault=fault)
            now = picture.read_bytes() if picture.exists() else None
            # A new file has no mode to keep. When it is closed it is on the disk and in its place.
            harmless = fault.startswith('close') or (fault.startswith('fchmod') and not old)
            if harmless:
                faults.check(done.returncode == 0 and now == whole, f'{label}: all the same',
                             f'{done.returncode} {done.stderr}')
            else:
                faults.check(done.returncode == 3 and done.stderr.startswith('milepost: cannot write')
                             and faults.met(fault), f'{label}: 3',
                             f'{done.returncode} {done.stderr}')
                faults.check(now == old, f'{label}: what was there stays', now and now[:80])
            if fault.startswith('flock'):
                # It may be in use by another process; the next call removes it.
                faults.check(faults.run(*command).returncode == 0, f'{label}: but then')
            faults.check(sorted(set(faults.folder.iterdir()) - {picture})
                         == sorted(set(before) - {picture}), f'{label}: nothing is left behind',
                         sorted(faults.folder.iterdir()))
    picture.unlink(missing_ok=True)


def check_in_place(faults):
    """A file that cannot be replaced is written directly."""
    picture = faults.folder / 'chart.png'
    command = ('export', '-o', picture, *SMALL, SHIPPED)
    faults.run(*command)
    whole = picture.read_bytes()
    # A file that is a mount point; a folder without write permission; a disk without locks.
    for fault in ('rename=EBUSY', 'fchmod=EPERM', 'flock=ENOLCK'):
        picture.write_bytes(b'old' + whole)
        number = picture.stat().st_ino
        done = faults.run(*command, fault=fault)
        faults.check(done.returncode == 0 and picture.read_bytes() == whole and faults.met(fault)
                     and (picture.stat().st_ino == number) == (not fault.startswith('flock'))
                     and list(faults.folder.glob('.milepost-*')) == [],
                     f'export over a file with {fault}: in its own place',
                     f'{done.returncode} {done.stderr}')
    picture.unlink()


def check_killed(faults):
    """Killed at any call, the old file or the new one is there, and the next export cleans up."""
    picture = faults.folder / 'chart.png'
    command = ('export', '-o', picture, *SMALL, SHIPPED)
    faults.run(*command)
    whole = picture.read_bytes()
    kills = 0
    for old in (b'old', None):
        for call in ('open', 'flock', 'fstat', 'fchmod', 'write', 'fsync', 'rename', 'close'):
            for number in range(1, 50):
                picture.unlink(missing_ok=True)
                if old:
                    picture.write_bytes(old)
                    picture.chmod(0o640)
                # Half of a picture is on the disk before the second half is written.
                done = faults.run(*command, fault=f'{call}:{number}=kill write=short')
                label = f'killed at {call} {number}, {"over a file" if old else "a new file"}'
                if done.returncode == 0:
                    break
                kills += 1
                now = picture.read_bytes() if picture.exists() else None
                faults.check(done.returncode == -signal.SIGKILL and now in (old, whole),
                             f'{label}: all or nothing', f'{done.returncode} {now and now[:80]}')
                done = faults.run(*command)
                rest = [file for file in faults.folder.iterdir()
                        if file not in (picture, faults.file)]
                faults.check(done.returncode == 0 and picture.read_bytes() == whole and not rest
                             and (not old or picture.stat().st_mode & 0o777 == 0o640),
                             f'{label}: the next export leaves nothing else',
                             f'{done.returncode} {done.stderr} {rest}')
    # All calls were reached: opening, locking, fstat, both halves of writing, and so on.
    faults.check(kills >= 2 * 8, 'the calls were met', kills)
    picture.unlink()


def check_places(faults):
    """Places where nothing can be written."""
    folder = faults.folder / 'folder.png'
    folder.mkdir()
    faults.fails('a folder as output', 'export', '-o', folder, *SMALL, says='cannot write')
    faults.fails('no folder', 'export', '-o', faults.folder / 'no' / 'x.png', *SMALL,
                 says='cannot write')
    faults.fails('a file as folder', 'export', '-o', faults.file / 'x.png', *SMALL,
                 says='cannot write')
    faults.fails('a full device', 'export', '-o', '/dev/full', *SMALL, says='cannot write')
    if os.geteuid() != 0:
        folder.chmod(0o500)
        faults.fails('a folder that may not be written', 'export', '-o', folder / 'x.png', *SMALL)
    folder.chmod(0o700)
    folder.rmdir()
    output = faults.folder / 'output.png'
    done = subprocess.run(['sh', '-c', '(printf before; "$@") >>"$0"', output,
                           faults.program, 'export', '-o', '/dev/stdout', *SMALL],
                          capture_output=True, timeout=TIMEOUT, check=False)
    faults.check(done.returncode == 0 and
                 output.read_bytes().startswith(b'before\x89PNG'),
                 'standard output by its name goes on where it stands', done.stderr)
    output.unlink()
    # A link stays a link, and its target is not lost.
    target, link = faults.folder / 'target.png', faults.folder / 'link.png'
    target.write_bytes(b'old')
    link.symlink_to(target.name)
    done = faults.run('export', '-o', link, *SMALL, fault='write=ENOSPC')
    faults.check(done.returncode == 3 and target.read_bytes() == b'old' and link.is_symlink(),
                 'a link with no space left: all stays', done.stderr)
    target.unlink()
    link.unlink()


def check_output(faults):
    """Standard output that cannot be written to."""
    wrong = ROOT / 'tests' / 'agreements' / 'invalid' / 'several-mistakes.json'
    everything = {'check': ('check', wrong), 'show': ('show', *TODAY),
                  'show --json': ('show', '--json', *TODAY), 'date': ('date', '2026'),
                  'export': ('export', '-o', '-', *SMALL)}
    for name, command in everything.items():
        with open('/dev/full', 'wb') as full:
            done = faults.run(*command, stdout=full)
        # Problems of a file come first, and must be reported.
        faults.check(done.returncode == (1 if name == 'check' else 3),
                     f'{name} to a full device', f'{done.returncode} {done.stderr}')
        done = subprocess.run(['sh', '-c', '"$@" >&-', 'sh', faults.program, *map(str, command)],
                              stderr=subprocess.PIPE, timeout=TIMEOUT, check=False)
        faults.check(done.returncode == (1 if name == 'check' else 3), f'{name} to no output',
                     f'{done.returncode} {done.stderr}')
        with subprocess.Popen(['sh', '-c', 'sleep .1; exec "$@"', 'sh', faults.program,
                               *map(str, command)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, restore_signals=True) as process:
            process.stdout.close()
            errors = process.stderr.read()
            status = process.wait(TIMEOUT)
        faults.check(status in (-signal.SIGPIPE, 1 if name == 'check' else 3),
                     f'{name} to a pipe that nobody reads', f'{status} {errors}')


def check_memory(faults):
    """With little memory it succeeds, or says why not. With less the libraries cannot be loaded."""
    large = ('export', '-o', '-', '--size', '4000x4000', '--scale', '4', *TODAY)
    everything = {'check': ('check', SHIPPED), 'show': ('show', *TODAY), 'date': ('date', '2026'),
                  'export': ('export', '-o', '-', *SMALL), 'a large export': large}
    for megabytes in (80, 100, 120, 150, 200, 300):
        for name, command in everything.items():
            def limit(size=megabytes * 1000 * 1000):
                resource.setrlimit(resource.RLIMIT_AS, (size, size))
            done = faults.run(*command, preexec_fn=limit)
            loaded = 'shared librar' not in done.stderr
            faults.check(not loaded or (done.returncode == 0 and not done.stderr)
                         or (done.returncode == 3 and done.stderr.startswith('milepost: ')
                             and done.stderr.count('\n') == 1),
                         f'{name} with {megabytes} MB', f'{done.returncode} {done.stderr}')


def main(program, shim):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch).resolve() / 'folder'
        folder.mkdir()
        faults = Faults(program, shim, folder)
        check_reading(faults)
        check_no_files(faults)
        check_input(faults)
        check_writing(faults)
        check_in_place(faults)
        check_killed(faults)
        check_places(faults)
        check_output(faults)
        check_memory(faults)
    print(f'1..{faults.count}')
    return 1 if faults.failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(*sys.argv[1:]))
