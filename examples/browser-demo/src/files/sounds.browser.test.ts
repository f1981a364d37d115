import { needsChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { beforeAll, expect, it } from 'vitest';
import { makeExample } from '../recognition/sound/examples.ts';
import { joined } from '../recognition/sound/gathered.ts';
import { browser } from '../testing/chromium.ts';
import { dropFiles, rowsWhenDone } from '../testing/drop-files.ts';
import { encodeFlac } from '../testing/encode-flac.ts';
import { longestTask } from '../testing/longest-task.ts';
import { makeHalfHour } from '../testing/make-half-hour.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';

describeWith(needsChromium(browser))('the view of files', () => {
  let demo: SharedDemo;
  let longest = 0;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    demo = await sharedDemo('#/files');
    const { page } = demo;
    await page.locator('files-view h1').waitFor();
    const dataTransfer = await makeHalfHour(page);
    longest = await longestTask(browser, page, async () => {
      await page.dispatchEvent('files-view drop-zone', 'drop', { dataTransfer });
      await rowsWhenDone(page, 1);
    });
  });

  it('does not freeze for 100 ms while it reads half an hour', () => {
    expect(longest).toBeLessThan(100);
  });

  it('hears half an hour to its end', async () => {
    const { page } = demo;
    expect((await rowsWhenDone(page, 1))[0][1]).toBe('30:00.0');
    await page.getByText('The scores over time as a table').click();
    const last = page.locator('sound-panel > section > details tbody tr').last().locator('td');
    expect(await last.nth(1).textContent()).toMatch(/^(29:5|30:0)/);
    expect(await page.locator('sound-panel .answer').textContent()).toContain(
      'On average it sounds',
    );
  });

  it('says where nobody speaks', async () => {
    const cells = await demo.page.locator('sound-panel > section > details tbody').textContent();
    expect(cells).toContain('no speech');
  });

  const low = makeExample('low');
  const silence = { samples: new Float32Array(70 * low.sampleRate), sampleRate: low.sampleRate };

  it('decodes a compressed one by the browser where it is short', async () => {
    await dropFiles(demo.page, [{ name: 'short.flac', bytes: encodeFlac(low) }]);
    const rows = await rowsWhenDone(demo.page, 2);
    expect(rows[1].slice(0, 3)).toEqual(['short.flac', '0:03.6', 'calm']);
  });

  it('decodes a compressed one in pieces where it is long', async () => {
    const bytes = encodeFlac(joined([low, silence]));
    await dropFiles(demo.page, [{ name: 'long.flac', bytes }]);
    const rows = await rowsWhenDone(demo.page, 3);
    expect(rows[2].slice(0, 3)).toEqual(['long.flac', '1:13.5', 'calm']);
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
