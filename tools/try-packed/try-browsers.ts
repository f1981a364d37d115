import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './build-pages.ts';
import { type DrivenPage, until } from './driven-page.ts';
import { freePort } from './free-port.ts';
import { tarballsOf } from './install-packed.ts';
import { installProject } from './install-project.ts';
import { openFirefox } from './open-firefox.ts';
import { openWebkit } from './open-webkit.ts';
import { runCommand } from './run-command.ts';
import { serveFolder } from './serve-folder.ts';
import { speechWav } from './speech-wav.ts';
import { POLICY } from './try-pages.ts';
import { PACKAGES } from './try-stranger.ts';

/** Scores in Node, which those of browsers are held against. */
const SCORES = `
import { readFile } from 'node:fs/promises';
import { loadRecognizer } from '@ser/recognizer';
const recognizer = await loadRecognizer();
console.log(JSON.stringify(await recognizer.recognize(await readFile('voice.wav'))));
`;

/** How far a score may be from Node's: engines compute logarithms to another last digit. */
const TOLERANCE = 1e-5;

/**
 * Opens the page that Vite builds in Firefox and in WebKit, under the strict policy, and has it hear a
 * file; the scores are Node's. What is not there is said, and fails where `$CI` is set.
 */
export async function tryBrowsers(project: string, tarballs: string): Promise<void> {
  installProject(project, tarballsOf(tarballs, PACKAGES));
  const voice = join(project, 'voice.wav');
  writeFileSync(voice, speechWav());
  writeFileSync(join(project, 'scores.js'), SCORES);
  const expected = JSON.parse(runCommand(process.execPath, ['scores.js'], { cwd: project }));
  const { vite } = await buildPages(project, ['vite']);
  const site = await serveFolder(vite, { 'content-security-policy': POLICY });
  const firefox = ['firefox', 'firefox-esr'].find(isThere);
  const opened: Record<string, (() => Promise<DrivenPage>) | undefined> = {
    Firefox: firefox ? async () => openFirefox(firefox, site.url, await freePort()) : undefined,
    WebKit: isThere('WebKitWebDriver')
      ? async () => openWebkit(site.url, await freePort())
      : undefined,
  };
  try {
    for (const [name, open] of Object.entries(opened)) {
      if (open === undefined) {
        if (process.env.CI) throw new Error(`there is no ${name}`);
        console.log(`Not run: ${name}, which is not there.`);
        continue;
      }
      const page = await open();
      try {
        const heard = await hear(page, voice);
        assert.equal(heard.length, expected.length);
        for (const [i, { label, score }] of heard.entries()) {
          assert.equal(label, expected[i].label);
          assert.ok(Math.abs(score - expected[i].score) < TOLERANCE, `${label}: ${score}`);
        }
        console.log(`${name} hears a file (${heard[0].label}) as Node does.`);
      } finally {
        await page.close();
      }
    }
  } finally {
    site.close();
  }
}

/** Chooses a file in the page, and waits for its scores. */
async function hear(page: DrivenPage, voice: string): Promise<{ label: string; score: number }[]> {
  const said = () => page.evaluate(`document.querySelector('output').textContent`);
  await until('the page', async () => ((await said()) === 'ready' ? true : undefined));
  const bytes = readFileSync(voice).toString('base64');
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], 'voice.wav'));
    const input = document.querySelector('input');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  })()`);
  const scores = await until('the scores', async () => {
    const text = await page.evaluate(`document.querySelector('output').dataset.scores`);
    return typeof text === 'string' ? text : undefined;
  });
  return JSON.parse(scores);
}

function isThere(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
