import { needsChromium, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeExample } from '../recognition/sound/examples.ts';
import { joined } from '../recognition/sound/gathered.ts';
import { dropFiles, rowsWhenDone } from '../testing/drop-files.ts';
import { encodeFlac } from '../testing/encode-flac.ts';
import { type Demo, openDemo } from '../testing/open-demo.ts';

const browser = await startChromium();

describeWith(needsChromium(browser))('compressed files', () => {
  let demo: Demo;

  beforeAll(async () => {
    if (typeof browser !== 'string') demo = await openDemo(browser);
  });

  afterAll(async () => {
    await demo?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  const low = makeExample('low');
  const silence = { samples: new Float32Array(70 * low.sampleRate), sampleRate: low.sampleRate };

  it('are decoded by the browser where they are short', async () => {
    await dropFiles(demo.page, [{ name: 'short.flac', bytes: encodeFlac(low) }]);
    const [row] = await rowsWhenDone(demo.page, 1);
    expect(row.slice(0, 3)).toEqual(['short.flac', '0:03.6', 'calm']);
  });

  it('are decoded in pieces where they are long, by a part that is loaded then', async () => {
    const bytes = encodeFlac(joined([low, silence]));
    await dropFiles(demo.page, [{ name: 'long.flac', bytes }]);
    const rows = await rowsWhenDone(demo.page, 2);
    expect(rows[1].slice(0, 3)).toEqual(['long.flac', '1:13.5', 'calm']);
  });

  it('give the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
