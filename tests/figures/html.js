/* html.js PAGE...: looks at pages in Chromium, wide and narrow, light and dark, with scripts and without
 *
 * Writes TAP. html.py runs it, with NODE_PATH set to where axe-core and puppeteer-core are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
'use strict';
const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS = [
  { width: 1440, scheme: 'light', scripts: true },
  { width: 390, scheme: 'light', scripts: true },
  { width: 1440, scheme: 'dark', scripts: true },
  { width: 390, scheme: 'dark', scripts: false },
  { width: 1440, scheme: 'light', scripts: false },
];

let count = 0;
let failed = 0;

function check(condition, name, remark) {
  count += 1;
  failed += condition ? 0 : 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${count} - ${name}`);
  if (!condition && remark)
    console.log(String(remark).slice(0, 4000).replace(/^/gm, '# '));
}

/* What axe finds, with the places. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(violation =>
    `${violation.id}: ${violation.help}\n` +
    violation.nodes.slice(0, 3).map(node => `  ${node.html.slice(0, 200)}`).join('\n'));
}

async function look(browser, file, look, words) {
  const page = await browser.newPage();
  const requests = [];
  const messages = [];
  const name = `${path.basename(file)}, ${look.width} wide, ${look.scheme}, ${look.scripts ? 'with' : 'without'} scripts`;

  /* What Chromium draws its own controls with is inside it. */
  page.on('request', request => {
    if (!request.url().startsWith('data:'))
      requests.push(request.url());
  });
  page.on('console', message => messages.push(message.text()));
  page.on('pageerror', error => messages.push(String(error)));
  await page.setJavaScriptEnabled(look.scripts);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
  await page.setViewport({ width: look.width, height: 900 });
  await page.goto(`file://${file}`);
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  check(size[0] <= size[1], `nothing is cut off at the side: ${name}`, size);
  const text = await page.evaluate(() => document.body.textContent.replace(/\s+/g, ' '));
  const missing = words.filter(word => !text.includes(word));
  check(missing.length === 0, `everything can be read: ${name}`, missing.join('\n'));
  /* axe is a script as well, and waits for ever where none runs. */
  if (look.scripts) {
    const found = await violations(page);
    check(found.length === 0, `axe finds no fault: ${name}`, found.join('\n'));
  }
  check(requests.length === 1, `it asks for nothing else: ${name}`, requests.join('\n'));
  check(messages.length === 0, `it has no complaints: ${name}`, messages.join('\n'));
  await page.close();
}

async function main(files) {
  const browser = await puppeteer.launch({
    executablePath: process.env.MP_CHROMIUM,
    headless: true,
    protocolTimeout: 60000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    for (const file of files) {
      const words = JSON.parse(fs.readFileSync(`${file}.words`, 'utf8'));
      for (const one of LOOKS)
        await look(browser, file, one, words);
    }
  } finally {
    await browser.close();
  }
  console.log(`1..${count}`);
  return failed;
}

main(process.argv.slice(2)).then(bad => { process.exitCode = bad ? 1 : 0; }, error => {
  console.error(error);
  process.exitCode = 1;
});
