# shellcheck shell=bash
# What scripts/run, scripts/test and .ci/run share: read with ".", never run.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Messages go to standard error: standard output is for the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${MP_BUILD:-$root/_build}

# A minimal system sets no locale; the program needs UTF-8.
export LANG="${LANG:-C.UTF-8}"

# say SENTENCE...: prints sentences, one a line
say ()
{
  printf '%s\n' "$@" >&2
}

fail ()
{
  say "$@"
  exit 1
}

# missing_packages LIST...: the packages of these lists that are not installed, one a line
missing_packages ()
{
  local wanted
  mapfile -t wanted < <(awk -v lists=" $* " '$1 !~ /^#/ && index (lists, " " $1 " ") { print $2 }' \
                            "$root/scripts/packages")
  LC_ALL=C comm -23 \
    <(printf '%s\n' "${wanted[@]}" | LC_ALL=C sort -u) \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${wanted[@]}" 2>/dev/null |
        sed -n 's/^.i *//p' | LC_ALL=C sort -u)
}

# install_packages LIST...: installs the missing packages of these lists; uses the network only if
# there are any
install_packages ()
{
  local missing as_root=() try
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "There is no apt here, so nothing is installed; scripts/packages names what is needed."
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Installing what is missing: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    if ! command -v sudo >/dev/null || ! sudo true; then
      fail "This needs root or sudo. Ask an administrator for: apt-get install ${missing[*]}"
    fi
  fi
  for try in 1 2 3; do
    # A broken package source is no reason to stop: the installation may work all the same.
    "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 || :
    if "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
         apt-get -qq -y -o DPkg::Lock::Timeout=300 \
         install --no-install-recommends "${missing[@]}" >&2; then
      return
    fi
    [ "$try" -eq 3 ] || { say "That failed; trying again."; sleep $((5 * try)); }
  done
  fail "These packages could not be installed: ${missing[*]}"
}

# leave_root ARGUMENT...: under sudo, starts the calling script again as the user who typed sudo, if
# the checkout is theirs, so that root leaves no files in it
leave_root ()
{
  if [ "$(id -u)" -ne 0 ] || [ "${SUDO_UID:-0}" -eq 0 ] ||
     [ "$(stat -c %u "$root")" != "$SUDO_UID" ]; then
    return 0
  fi
  exec runuser -u "$SUDO_USER" -- env -u SUDO_UID \
    HOME="$(getent passwd "$SUDO_USER" | cut -d: -f6)" USER="$SUDO_USER" LOGNAME="$SUDO_USER" \
    XDG_RUNTIME_DIR="/run/user/$SUDO_UID" bash "$0" "$@"
}

# set_up_build: makes the build folder if it does not exist
set_up_build ()
{
  local log
  [ ! -e "$build" ] || [ -w "$build" ] ||
    fail "$build belongs to somebody else. Remove it, or run this as they do."
  if [ ! -f "$build/build.ninja" ]; then
    say "Setting up _build"
    log=$(meson setup -Dwerror=true "$build" "$root" 2>&1) || fail "$log" "The build could not be set up."
  fi
}

# build_target TARGET...: builds these targets
build_target ()
{
  local log
  set_up_build
  if [ -t 2 ]; then
    ninja -C "$build" "$@" >&2 || fail "The build failed."
  else
    log=$(ninja -C "$build" --quiet "$@" 2>&1) || fail "$log" "The build failed."
  fi
}

# set_up FOLDER OPTION...: makes a build folder, unless there is one with these options
set_up ()
{
  if [ $# -gt 1 ] && [ "$(cat "$1/options" 2>/dev/null)" != "${*:2}" ]; then
    rm -rf "$1"
  fi
  if [ ! -f "$1/build.ninja" ]; then
    meson setup -Dwerror=true "$@" >&2 && echo "${*:2}" >"$1/options"
  fi
}

# set_up_sanitizers FOLDER: makes a build folder with the sanitizers, in which the fuzz targets are
# built as well
set_up_sanitizers ()
{
  CC=clang set_up "$1" -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
}
