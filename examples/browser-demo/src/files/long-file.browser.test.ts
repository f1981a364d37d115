import { needsChromium, type Page, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { speak } from '../recognition/sound/speak.ts';
import { rowsWhenDone } from '../testing/drop-files.ts';
import { longestTask } from '../testing/longest-task.ts';
import { type Demo, openDemo } from '../testing/open-demo.ts';

const browser = await startChromium();

const RATE = 8000;
const MINUTES = 30;

describeWith(needsChromium(browser))('a file of 30 minutes', () => {
  let demo: Demo;
  let longest = 0;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    demo = await openDemo(browser);
    const { page } = demo;
    await page.locator('files-view h1').waitFor();
    const dataTransfer = await makeMinutes(page);
    longest = await longestTask(browser, page, async () => {
      await page.dispatchEvent('files-view .drop', 'drop', { dataTransfer });
      await rowsWhenDone(page, 1);
    });
  });

  afterAll(async () => {
    await demo?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  it('never freezes the page for 100 ms', () => {
    expect(longest).toBeLessThan(100);
  });

  it('is heard to its end', async () => {
    const { page } = demo;
    expect((await rowsWhenDone(page, 1))[0][1]).toBe('30:00.0');
    await page.locator('summary').click();
    const last = page.locator('sound-panel details tbody tr').last().locator('td');
    expect(await last.nth(1).textContent()).toMatch(/^(29:5|30:0)/);
    expect(await page.locator('sound-panel .answer').textContent()).toContain(
      'On average it sounds',
    );
  });

  it('says where nobody speaks', async () => {
    const cells = await demo.page.locator('sound-panel details tbody').textContent();
    expect(cells).toContain('no speech');
  });
});

/** Half an hour to be dropped, of which each minute begins with five seconds of a voice. */
async function makeMinutes(page: Page): Promise<unknown> {
  const minute = new Float32Array(60 * RATE);
  minute.set(
    speak({ pitch: 160, range: 0.2, rate: 4, loudness: 0.5, tilt: 0.8, seed: 5 }, 5, RATE),
  );
  const bytes = encodeWav({ samples: minute, sampleRate: RATE });
  const view = new DataView(bytes.buffer);
  view.setUint32(4, MINUTES * 2 * minute.length + 36, true);
  view.setUint32(40, MINUTES * 2 * minute.length, true);
  return page.evaluateHandle(
    ({ base64, minutes }) => {
      const made = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const parts = Array.from({ length: minutes }, () => made.subarray(44));
      const transfer = new DataTransfer();
      transfer.items.add(new File([made.subarray(0, 44), ...parts], 'long.wav'));
      return transfer;
    },
    { base64: Buffer.from(bytes).toString('base64'), minutes: MINUTES },
  );
}
