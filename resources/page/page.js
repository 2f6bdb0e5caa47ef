/* page.js: what a page can do beyond being read: as-of date, comparison, search. Its data and its
 * words are attributes and text of the page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 * As an exception, pages that Milepost writes may be used under any terms. */
'use strict';
{
  const DAY = 86400;
  const words = document.body.dataset;
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const stretch = (text) => text.split(' ').map(Number);
  const today = Number(words.today);

  /* Controls take the place of their templates. */
  for (const template of all('template')) template.replaceWith(template.content);

  /* --- Dates: as-of dates and sides are stretches of time, [from, until) in seconds --- */

  const format = new Intl.DateTimeFormat(root.lang === 'en' ? 'en-GB' : root.lang, {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn',
  });
  const dayWords = (day) => format.format(new Date(day * DAY * 1000));
  const dayOf = (seconds) => Math.floor(seconds / DAY);
  const stretchOf = (day) => [day * DAY, (day + 1) * DAY];
  const toField = (day) => {
    const date = new Date(day * DAY * 1000);
    return isNaN(date) ? '' : date.toISOString().replace(/T.*/, '');
  };
  /* NaN where the field is empty or no date */
  const fromField = (field) => Date.parse(field.value + 'T00:00:00Z') / 1000 / DAY;

  /* --- Terms and their phases, read from the page --- */

  const terms = all('article.term').map((entry) => ({
    entry,
    title: one('h4', entry),
    color: [...entry.closest('.topic').classList].find((name) => name !== 'topic'),
    phases: all('.phase', entry).map((element) => ({
      element,
      maybeFrom: Number(element.dataset.maybeFrom),
      sureFrom: Number(element.dataset.sureFrom),
      sureUntil: Number(element.dataset.sureUntil),
      maybeUntil: Number(element.dataset.maybeUntil),
      basis: element.dataset.basis,
      standing: one('.head > .standing', element),
    })),
  }));

  const NOT = 0, POSSIBLY = 1, IN_FORCE = 2;
  const statusOf = (phase, [from, until]) => {
    if (until <= phase.maybeFrom || from >= phase.maybeUntil) return NOT;
    return phase.sureFrom <= from && until <= phase.sureUntil ? IN_FORCE : POSSIBLY;
  };

  /* How a term stands: by its phase with the highest status, or the last of several such phases; if
   * it is not in force, by the last phase that has ended or else the first one to come. */
  const standingOf = (term, when) => {
    let status = NOT, phase = null, nearest = term.phases[0] ?? null;
    for (const candidate of term.phases) {
      const its = statusOf(candidate, when);
      if (its !== NOT && its >= status) [status, phase] = [its, candidate];
      if (candidate.maybeFrom < when[1]) nearest = candidate;
    }
    return { status, phase: phase ?? nearest };
  };

  const standingWords = (status, basis, when) => {
    if (status === POSSIBLY) return words.possibly;
    if (status === NOT) return words.not;
    return when[1] > today + DAY ? words[{ 'stated-end': 'futureStatedEnd', 'no-end': 'futureNoEnd',
      unless: 'futureUnless' }[basis]] : words.inForce;
  };
  const CLASSES = ['standing no', 'standing maybe', 'standing yes'];
  const show = (element, status, basis, when) => {
    const text = standingWords(status, basis, when);
    if (element.textContent === text) return;
    element.textContent = text;
    element.className = CLASSES[status];
  };

  /* The state of a phase and when it is in force, as the entry has them. */
  const copyOf = (phase, ...selectors) =>
    selectors.flatMap((selector) => [one(selector, phase.element).cloneNode(true), ' ']);
  const make = (name, className, ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const linkTo = (entry, title) => {
    const link = make('a', '', title.textContent);
    link.href = '#' + entry.id;
    link.dir = 'auto';
    return link;
  };

  /* Calls a function once the page has nothing more urgent to do, with what it was last told. */
  const soon = (call) => {
    let waiting = false, latest;
    return (value) => {
      latest = value;
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; call(latest); });
    };
  };

  /* A live region tells what stays, not what passes by while a slider moves. */
  const announcer = (status) => {
    let timer;
    return (text) => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, 250);
    };
  };

  /* --- The as-of date --- */

  const asOf = () => {
    const controls = one('.controls.day');
    if (!controls) return;
    const slider = one('[type=range]', controls), field = one('[type=date]', controls);
    const earlier = one('.earlier', controls), later = one('.later', controls);
    const announce = announcer(one('[role=status]', controls));
    const rows = all('.in-force tbody tr');
    const shown = rows.map(() => '');
    const least = Number(slider.min), most = Number(slider.max);
    let stops = new Set();
    for (const { phases } of terms)
      for (const phase of phases)
        for (const instant of [phase.maybeFrom, phase.sureFrom, phase.sureUntil, phase.maybeUntil])
          if (Number.isFinite(instant)) stops.add(dayOf(instant));
    stops = [...stops].filter((day) => day >= least && day <= most).sort((a, b) => a - b);

    const showRow = (row, term, standing, when) => {
      const [, badge, states] = row.cells;
      let phases = term.phases.filter((phase) => statusOf(phase, when) !== NOT);
      if (phases.length === 0) phases = [standing.phase];
      phases.sort((a, b) => (b === standing.phase) - (a === standing.phase));
      states.className = standing.status === NOT ? 'absent' : '';
      states.replaceChildren(...phases.map((phase) => make('p', '', ...copyOf(phase, '.state', '.when'))));
      show(badge.firstElementChild, standing.status, standing.phase.basis, when);
    };

    const update = soon((day) => {
      const when = stretchOf(day), counts = new Map();
      terms.forEach((term, index) => {
        const standing = standingOf(term, when);
        const text = standingWords(standing.status, standing.phase?.basis, when);
        counts.set(text, (counts.get(text) ?? 0) + 1);
        for (const phase of term.phases) show(phase.standing, statusOf(phase, when), phase.basis, when);
        const key = term.phases.map((phase) => statusOf(phase, when)).join('') + text;
        if (!standing.phase || shown[index] === key) return;
        shown[index] = key;
        showRow(rows[index], term, standing, when);
      });
      const date = dayWords(day);
      slider.setAttribute('aria-valuetext', date);
      for (const element of all('.as-of')) element.textContent = words.asOfWords.replace('%s', date);
      one('.in-force caption').textContent = words.asOfWords.replace('%s', date);
      announce([...counts].map(([text, count]) => text + ': ' + count).join(' · '));
      document.dispatchEvent(new CustomEvent('as-of', { detail: day }));
    });

    const set = (day, fromFieldItself) => {
      day = Math.min(Math.max(day, least), most);
      slider.value = day;
      if (!fromFieldItself) field.value = toField(day);
      earlier.disabled = !(stops[0] < day);
      later.disabled = !(stops[stops.length - 1] > day);
      update(day);
    };
    const day = () => Number(slider.value);
    slider.value = dayOf(stretch(words.asOf)[0]);
    field.value = toField(day());
    field.min = toField(least);
    field.max = toField(most);
    slider.setAttribute('aria-valuetext', dayWords(day()));
    slider.addEventListener('input', () => set(day()));
    field.addEventListener('input', () => { if (!isNaN(fromField(field))) set(fromField(field), true); });
    earlier.addEventListener('click', () => set(stops.findLast((stop) => stop < day())));
    later.addEventListener('click', () => set(stops.find((stop) => stop > day())));
  };

  /* --- Before and after --- */

  const changeOf = (before, after) => {
    const possibly = before.status === POSSIBLY || after.status === POSSIBLY;
    if (before.status === NOT && after.status === NOT) return null;
    if (before.status === NOT) return { kind: 'added', possibly };
    if (after.status === NOT) return { kind: 'ended', possibly };
    if (before.phase !== after.phase) return { kind: 'changed', possibly };
    if (before.status === after.status) return { kind: 'unchanged' };
    return { kind: before.status > after.status ? 'ended' : 'added', possibly };
  };
  const badgeOf = ({ kind, possibly }) => {
    const name = kind[0].toUpperCase() + kind.slice(1);
    return possibly ? words['possibly' + name] : words[kind];
  };

  const comparison = () => {
    const controls = one('.controls.sides'), section = one('#Comparison');
    if (!controls) return;
    const select = one('select', controls);
    const [first, last] = all('[type=date]', controls);
    const announce = announcer(one('[role=status]', controls));
    const body = one('tbody', section), heading = one('h2', section);
    const unchanged = one('.unchanged', section), nothing = one('.no-changes', section);
    const milestones = all('.milestone[data-before]');
    milestones.forEach((milestone, index) => {
      const option = make('option', '', one('h3', milestone).textContent + ' · ' + one('.date', milestone).textContent);
      option.value = index;
      select.append(option);
    });

    const cell = (standing, className, label) => {
      const td = make('td', className);
      td.setAttribute('role', 'cell');
      td.dataset.heading = label;
      if (standing.status === NOT) {
        td.append(make('span', 'nothing', words.not));
        return td;
      }
      if (standing.status === POSSIBLY) td.append(make('span', 'standing maybe', words.possibly));
      td.append(...copyOf(standing.phase, '.state', '.when', ':scope > .facts'));
      return td;
    };
    const row = (term, change, before, after, labels) => {
      const tr = make('tr', term.color), th = make('th', '', linkTo(term.entry, term.title), ' ', make('span', 'badge', badgeOf(change)));
      tr.setAttribute('role', 'row');
      th.setAttribute('role', 'rowheader');
      th.scope = 'row';
      tr.append(th, cell(before, 'before', labels[0]), cell(after, 'after', labels[1]));
      return tr;
    };

    const compare = (before, after, beforeWords, afterWords, title) => {
      const labels = [words.beforeWords.replace('%s', beforeWords), words.afterWords.replace('%s', afterWords)];
      const rows = [], same = [];
      for (const term of terms) {
        const was = standingOf(term, before), is = standingOf(term, after), change = changeOf(was, is);
        if (change?.kind === 'unchanged') same.push(linkTo(term.entry, term.title));
        else if (change) rows.push(row(term, change, was, is, labels));
      }
      body.replaceChildren(...rows);
      one('th.before', section).textContent = labels[0];
      one('th.after', section).textContent = labels[1];
      heading.textContent = title === '' ? words.datesWords : words.sidesWords.replace('%s', title);
      nothing.hidden = rows.length !== 0;
      unchanged.hidden = same.length === 0;
      one('span', unchanged).replaceChildren(...same.flatMap((link, index) => (index === 0 ? [link] : [' · ', link])));
      announce(rows.length === 0 ? nothing.textContent : labels.join(' · ') + ' · ' + words.changesWords.replace('%s', rows.length));
    };
    const compareMilestone = () => {
      const milestone = milestones[Number(select.value)];
      if (select.value === '') { compareDates(); return; }
      const { before, after, beforeWords, afterWords } = milestone.dataset;
      first.value = toField(dayOf(stretch(before)[0]));
      last.value = toField(dayOf(stretch(after)[0]));
      compare(stretch(before), stretch(after), beforeWords, afterWords, one('h3', milestone).textContent);
    };
    const compareDates = () => {
      select.value = '';
      let [before, after] = [fromField(first), fromField(last)];
      if (isNaN(before) || isNaN(after)) return;
      if (before > after) [before, after] = [after, before];
      compare(stretchOf(before), stretchOf(after), dayWords(before), dayWords(after), '');
    };

    first.value = toField(dayOf(stretch(words.before)[0]));
    last.value = toField(dayOf(stretch(words.after)[0]));
    select.value = milestones.findIndex((milestone) =>
      milestone.dataset.before === words.before && milestone.dataset.after === words.after &&
      heading.textContent.includes(one('h3', milestone).textContent));
    if (select.selectedIndex === -1) select.value = '';
    select.addEventListener('change', compareMilestone);
    first.addEventListener('change', compareDates);
    last.addEventListener('change', compareDates);
  };

  /* --- Search --- */

  const search = () => {
    const controls = one('.controls.find');
    if (!controls) return;
    const field = one('input', controls);
    const announce = announcer(one('[role=status]', controls));
    /* As a search of the program: without regard to case, accents and typographic marks */
    const fold = (text) => text.normalize('NFKD').replace(/[\p{M}\u2066-\u2069]/gu, '').replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"').replace(/[‐-―]/g, '-').toLowerCase().replace(/\s+/g, ' ');
    let entries;

    const update = soon(() => {
      const wanted = fold(field.value).trim().split(' ').filter((word) => word !== '');
      entries ??= all('.entry').map((element) => ({
        element,
        text: fold(element.textContent + ' ' + (one('h3', element.closest('.topic') ?? element)?.textContent ?? '')),
      }));
      let found = 0;
      for (const { element, text } of entries) {
        element.hidden = !wanted.every((word) => text.includes(word));
        found += !element.hidden;
      }
      for (const group of all('.topic, .entries')) group.hidden = !one('.entry:not([hidden])', group);
      announce(wanted.length === 0 ? '' : words.foundWords.replace('%s', found));
    });

    field.addEventListener('input', update);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && field.value !== '') {
        event.preventDefault();
        field.value = '';
        update();
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select')) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
    /* A link to an entry that the search hides */
    addEventListener('hashchange', () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest('[hidden]')) return;
      field.value = '';
      update();
      requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
    });
  };

  asOf();
  comparison();
  search();
}
