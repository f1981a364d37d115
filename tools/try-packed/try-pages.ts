import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startChromium } from '../browser-testing/src/start-chromium.ts';
import { buildPages } from './build-pages.ts';
import { serveFolder } from './serve-folder.ts';

/** What a careful site sends. Nothing may be fetched, evaluated, or made from a blob. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'none'";

/**
 * Builds a page with each bundler, opens it in Chromium under a strict content security policy, and
 * has it name the emotion in a file and in what a microphone hears.
 *
 * @param voice the path of a WAV in which somebody speaks
 */
export async function tryPages(project: string, voice: string): Promise<void> {
  const browser = await startChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${voice}`,
  ]);
  if (typeof browser === 'string') {
    console.log(`Not run: the pages of bundlers, since no Chromium starts here (${browser}).`);
    return;
  }
  try {
    const built = await buildPages(project);
    for (const [bundler, folder] of Object.entries(built)) {
      const site = await serveFolder(folder, { 'content-security-policy': POLICY });
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(site.url);
      const output = page.locator('output');
      const answer = async (): Promise<string> => (await output.textContent()) ?? '';
      const next = async (before: string): Promise<string> => {
        await page.waitForFunction(
          (text) => ![text, ''].includes(document.querySelector('output')?.textContent ?? ''),
          before,
        );
        return answer();
      };
      try {
        assert.equal(await next(''), 'ready');
        await page.locator('input').setInputFiles(voice);
        const heard = await next('ready');
        assert.match(heard, EMOTION);
        await page.evaluate(() => document.querySelector('output')?.replaceChildren('listening'));
        await page.locator('button').click();
        assert.match(await next('listening'), EMOTION);
        assert.deepEqual(complaints, []);
        const elsewhere = requests.filter((url) => !url.startsWith(site.url));
        assert.deepEqual(elsewhere, []);
        console.log(`A page built by ${bundler} hears a file (${heard}) and a microphone.`);
      } catch (error) {
        throw new Error(
          `${join(folder, 'index.html')}, built by ${bundler}: ${error}\n${complaints.join('\n')}`,
          { cause: error },
        );
      } finally {
        await page.close();
        site.close();
      }
    }
  } finally {
    await browser.close();
  }
}

const EMOTION = /^(neutral|calm|happy|sad|angry|fearful|disgust|surprised)$/;
