// page.js MILEPOST: the exported page in a real browser, with scripts and without
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Needs the program chromium, and the modules puppeteer-core and axe-core, which node finds by
// NODE_PATH:
//
//     npm install --prefix DIR puppeteer-core axe-core
//     NODE_PATH=DIR/node_modules node tests/e2e/page.js _build/app/milepost
//
// Where one of them is missing, the test is skipped. CHROMIUM names another browser.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const skip = (why) => {
  console.log(`1..0 # SKIP ${why}`);
  process.exit(0);
};

let puppeteer, axe;
try {
  puppeteer = require('puppeteer-core');
  axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
} catch {
  skip('node does not find puppeteer-core and axe-core');
}
const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (name) => name && fs.existsSync(name));
if (!browserPath) skip('there is no chromium');

const milepost = path.resolve(process.argv[2]);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'milepost-page-'));
let browser, count = 0, failed = 0;

const report = (name, problem) => {
  count++;
  if (problem) failed++;
  console.log(`${problem ? 'not ok' : 'ok'} ${count} ${name}`);
  if (problem) console.log(`# ${String(problem).replace(/\n/g, '\n# ')}`);
};
const check = async (name, test) => {
  try {
    await test();
    report(name);
  } catch (error) {
    report(name, error.stack);
  }
};
const assert = (condition, what) => {
  if (!condition) throw new Error(what);
};
// Of two long texts, the first lines that differ are enough.
const equal = (actual, expected, what) => {
  if (actual === expected) return;
  const [left, right] = [String(actual).split('\n'), String(expected).split('\n')];
  const line = left.findIndex((text, index) => text !== right[index]);
  throw new Error(`${what}: ${left[line] ?? left.at(-1)}, not ${right[line] ?? right.at(-1)}`);
};

const makePage = (name, ...options) => {
  const file = path.join(folder, name);
  execFileSync(milepost, ['export', '-o', file, '--today', '2026-11-30', ...options], { stdio: 'inherit' });
  return file;
};

// Opens a page, and remembers what the browser asks for and complains of. Pictures that belong to
// the browser, such as that in an entry for dates, are not asked for by the page.
const open = async (file, { width = 1440, scheme = 'light', scripts = true, hash = '' } = {}) => {
  const page = await browser.newPage();
  page.seen = { requests: [], lines: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) page.seen.requests.push(request.url());
  });
  page.on('console', (message) => page.seen.lines.push(message.text()));
  page.on('pageerror', (error) => page.seen.lines.push(error.message));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(`file://${file}${hash}`, { waitUntil: 'load' });
  return page;
};

const findViolations = async (page) => {
  // Through the protocol of the debugger, to which the policy of the page does not apply.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
};

// What a page shows, as text, without the numbers of sources, which depend on the figure.
const textOf = async (page, selector) =>
  (await page.$eval(selector, (element) => element.innerText.trim())).replace(/Sources? .*/g, '');
const countOf = (page, selector) => page.$$eval(selector, (elements) =>
  elements.filter((element) => element.checkVisibility()).length);

const checkLooks = async (file, label) => {
  for (const width of [1440, 390]) {
    for (const scheme of ['light', 'dark']) {
      await check(`${label} at ${width} px, ${scheme}`, async () => {
        const page = await open(file, { width, scheme });
        const violations = await findViolations(page);
        assert(violations.length === 0, violations.join('\n'));
        equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'the width of the page');
        equal(page.seen.requests.length, 1, 'requests');
        equal(page.seen.lines.join('\n'), '', 'console');
        await page.close();
      });
    }
  }
  await check(`${label} without scripts`, async () => {
    const page = await open(file, { scripts: false, width: 390 });
    equal(await countOf(page, 'input, select, button'), 0, 'controls');
    equal(await countOf(page, '.entry'), (await page.$$('.entry')).length, 'entries');
    equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, 'the width of the page');
    equal(page.seen.lines.join('\n'), '', 'console');
    await page.close();
  });
};

const settled = (page, selector) =>
  page.waitForFunction((name) => document.querySelector(name).textContent !== '', { timeout: 10000 }, selector);

const checkUse = async (file) => {
  await check('the slider follows the keyboard', async () => {
    const page = await open(file);
    await page.focus('.day [type=range]');
    const before = await textOf(page, '.in-force tbody');
    equal(await page.$eval('.day [type=range]', (slider) => slider.getAttribute('aria-valuetext')), '30 November 2026', 'the day');
    await page.keyboard.press('Home');
    await settled(page, '.day [role=status]');
    assert(before !== await textOf(page, '.in-force tbody'), 'the table did not change');
    equal(await textOf(page, '#In-force .as-of'), 'As of ' + await page.$eval('.day [type=range]', (slider) => slider.getAttribute('aria-valuetext')), 'the date');
    assert(await page.$eval('.earlier', (button) => button.disabled), 'there is a change before the first');
    await page.keyboard.press('Tab');
    await page.close();
  });

  await check('the buttons go from change to change', async () => {
    const page = await open(file);
    const day = () => page.$eval('.day [type=date]', (field) => field.value);
    await page.$eval('.day [type=date]', (field) => {
      field.value = '2026-05-01';
      field.dispatchEvent(new Event('input'));
    });
    await page.focus('.earlier');
    await page.keyboard.press('Enter');
    equal(await day(), '2026-04-28', 'the day after the change');
    await page.keyboard.press('Enter');
    equal(await day(), '2026-04-27', 'the day of the change');
    await page.close();
  });

  await check('the page says of a day what the program says', async () => {
    for (const date of ['2020-01-01', '2024-02-10', '2026-04-27', '2029-06-01', '2030-06-01', '2033-01-01']) {
      const page = await open(file);
      await page.$eval('.day [type=date]', (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input'));
      }, date);
      await settled(page, '.day [role=status]');
      const other = await open(makePage('as-of.html', '--as-of', date), { scripts: false });
      equal(await textOf(page, '.in-force tbody'), await textOf(other, '.in-force tbody'), date);
      equal(await textOf(page, '#Terms'), await textOf(other, '#Terms'), date);
      await page.close();
      await other.close();
    }
  });

  await check('two dates are compared', async () => {
    const page = await open(file);
    for (const [name, value] of [['before', '2020-01-01'], ['after', '2029-01-01']])
      await page.$eval(`.sides .${name}`, (field, date) => {
        field.value = date;
        field.dispatchEvent(new Event('change'));
      }, value);
    await settled(page, '.sides [role=status]');
    const other = await open(makePage('compare.html', '--compare', '2020-01-01/2029-01-01'), { scripts: false });
    equal(await textOf(page, '.comparison'), await textOf(other, '.comparison'), 'the table');
    equal(await textOf(page, '#Comparison > h2'), await textOf(other, '#Comparison > h2'), 'the heading');
    equal(await textOf(page, '.unchanged'), await textOf(other, '.unchanged'), 'what is unchanged');
    await page.close();
    await other.close();
  });

  await check('a milestone is compared, by keyboard', async () => {
    const page = await open(file);
    const id = await page.$$eval('.milestone[data-before]', (milestones) => milestones[0].id);
    await page.focus('.sides select');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await settled(page, '.sides [role=status]');
    const other = await open(makePage('milestone.html', '--compare', id), { scripts: false });
    equal(await textOf(page, '.comparison'), await textOf(other, '.comparison'), 'the table');
    equal(await textOf(page, '#Comparison > h2'), await textOf(other, '#Comparison > h2'), 'the heading');
    await page.close();
    await other.close();
  });

  await check('a search filters as one types', async () => {
    const page = await open(file);
    const all = (await page.$$('.entry')).length;
    await page.keyboard.press('/');
    await page.keyboard.type('BEDROCK aws');
    await settled(page, '.find [role=status]');
    const found = await countOf(page, '.entry');
    assert(found > 0 && found < all, `${found} of ${all} entries`);
    equal(await textOf(page, '.find [role=status]'), `Entries found: ${found}`, 'the number');
    const texts = await page.$$eval('.entry:not([hidden])', (entries) => entries.map((entry) => entry.textContent.toLowerCase()));
    assert(texts.every((text) => text.includes('bedrock') && text.includes('aws')), 'an entry without the words');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.entry[hidden]'));
    await page.keyboard.type('no such words');
    await page.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length === 0);
    assert(!(await page.$eval('#Terms', (section) => section.checkVisibility())), 'an empty section');
    await page.evaluate(() => { location.hash = '#reset-2026'; });
    await page.waitForFunction(() => document.getElementById('reset-2026').checkVisibility());
    equal(page.seen.lines.join('\n'), '', 'console');
    await page.close();
  });

  await check('an address leads to its entry', async () => {
    const page = await open(file, { hash: '#reset-2026', scripts: false });
    const top = await page.$eval('#reset-2026', (entry) => entry.getBoundingClientRect().top);
    assert(top >= 0 && top < 300, `the entry is at ${top}`);
    await page.close();
  });

  await check('on paper there are no controls, but addresses', async () => {
    const page = await open(file);
    await page.emulateMediaType('print');
    equal(await countOf(page, '.controls, nav'), 0, 'controls');
    assert(await countOf(page, '.address') > 10, 'addresses');
    equal(await page.$eval('.standing', (standing) => getComputedStyle(standing, '::before').printColorAdjust), 'exact', 'discs');
    await page.close();
  });

  await check('every link that the keyboard reaches shows that it is reached', async () => {
    const page = await open(file, { width: 390 });
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert(outline !== 'none', `nothing shows the focus of ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`);
    }
    await page.close();
  });
};

(async () => {
  browser = await puppeteer.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  const file = makePage('page.html');
  await checkLooks(file, 'the page');
  await checkLooks(makePage('mirrored.html', '--direction', 'rtl', '--compare', '2020/2029'), 'mirrored');
  await checkUse(file);
  console.log(`1..${count}`);
})().catch((error) => {
  report('the test itself', error.stack);
}).finally(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exitCode = failed > 0 ? 1 : 0;
});
