import assert from 'node:assert/strict';
import type { Browser } from '../browser-testing/src/index.ts';

/** What the published model may answer. */
export const EMOTION: RegExp = /^(neutral|calm|happy|sad|angry|fearful|disgust|surprised)$/;

/**
 * Has a page with a file input, a button and an output, which says `ready` and `listening`, name the emotion in a file and in what a fake
 * microphone hears, without a complaint of the browser or a request to elsewhere.
 *
 * @param voice the path of a WAV in which somebody speaks
 * @returns the emotion in the file
 */
export async function hearInPage(browser: Browser, url: string, voice: string): Promise<string> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  const output = page.locator('output');
  const next = async (before: string): Promise<string> => {
    await page.waitForFunction(
      (text) => ![text, ''].includes(document.querySelector('output')?.textContent ?? ''),
      before,
    );
    return (await output.textContent()) ?? '';
  };
  try {
    assert.equal(await next(''), 'ready');
    await page.locator('input').setInputFiles(voice);
    const heard = await next('ready');
    assert.match(heard, EMOTION);
    await page.locator('button').click();
    assert.match(await next('listening'), EMOTION);
    assert.deepEqual(complaints, []);
    const elsewhere = requests.filter((each) => !each.startsWith(url));
    assert.deepEqual(elsewhere, []);
    return heard;
  } catch (error) {
    throw new Error(`${url}: ${error}\n${complaints.join('\n')}`, { cause: error });
  } finally {
    await page.close();
  }
}
