import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { needsChromium } from '@ser/browser-testing';
import { loadRecognizer } from '@ser/recognizer';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { percent } from '../parts/format.ts';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { makeExample } from '../recognition/sound/examples.ts';
import { axeFaults } from '../testing/axe-faults.ts';
import { browser } from '../testing/chromium.ts';
import { dropFiles, dropFolder, rowsWhenDone } from '../testing/drop-files.ts';
import { emptyList } from '../testing/empty-list.ts';
import { PATIENCE } from '../testing/patience.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';

const lively = makeExample('lively');
const wav = encodeWav(lively);
/** The first so many seconds of it. */
const first = (seconds: number) =>
  encodeWav({ ...lively, samples: lively.samples.slice(0, seconds * lively.sampleRate) });

describeWith(needsChromium(browser))('the view of files', () => {
  let demo: SharedDemo;

  const seek = () => demo.page.getByRole('slider', { name: 'Position in the sound' });
  const playedTime = () =>
    demo.page.locator('sound-panel audio').evaluate(async (audio: HTMLAudioElement) => {
      if (audio.seeking) await new Promise((done) => audio.addEventListener('seeked', done));
      return audio.currentTime;
    });

  const folder = mkdtempSync(join(tmpdir(), 'ser-folder-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    if (typeof browser !== 'string') demo = await sharedDemo('#/files');
  });

  it('hears a file that is dropped, as Node hears it', async () => {
    const { page } = demo;
    await dropFiles(page, [{ name: 'voice.wav', bytes: wav }]);
    await rowsWhenDone(page, 1);
    const bars = page.locator('sound-panel score-bars');
    const labels = await bars.locator('dt').allTextContents();
    const scores = await bars.locator('dd').allInnerTexts();
    const expected = await (await loadRecognizer()).recognize(wav);
    expect(labels).toEqual(expected.map(({ label }) => label));
    expect(scores.map((text) => text.trim())).toEqual(expected.map(({ score }) => percent(score)));
    const [{ label, score }] = expected;
    expect(await page.locator('sound-panel .answer').textContent()).toContain(
      `Sounds ${label} (${percent(score)})`,
    );
  });

  it('draws all that there is to see of it', async () => {
    const { page } = demo;
    const shades = await page.locator('time-axis canvas').evaluateAll((canvases) =>
      canvases.map((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const context = (canvas as HTMLCanvasElement).getContext('2d');
        const pixels = new Uint32Array(
          context?.getImageData(0, 0, width, height).data.buffer ?? [],
        );
        return new Set(pixels).size;
      }),
    );
    // Waveform: its colour, the ground, and edges. Mel bands: many. Scores: their colours.
    expect(shades[0]).toBeGreaterThan(1);
    expect(shades[1]).toBeGreaterThan(100);
    expect(shades[2]).toBeGreaterThan(2);
  });

  it('jumps to where it is clicked', async () => {
    const { page } = demo;
    const box = await seek().boundingBox();
    await seek().click({ position: { x: (box?.width ?? 0) / 2, y: 10 } });
    expect(await playedTime()).toBeAllclose(1.6, { rtol: 0, atol: 0.05 });
    const cursor = await page
      .locator('time-axis .cursor')
      .evaluate((line) => line.style.insetInlineStart);
    expect(Number.parseFloat(cursor)).toBeAllclose(50, { rtol: 0, atol: 2 });
  });

  it('moves by the keys of a slider, which says what is there', async () => {
    const { page } = demo;
    await seek().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    // A tenth and a hundredth of 3.2 s.
    expect(await playedTime()).toBeAllclose(0.352, { rtol: 0, atol: 0.01 });
    expect(await seek().getAttribute('aria-valuetext')).toMatch(/^0:00\.4: happy \d+\s%/);
  });

  it('moves the cursor while it plays', async () => {
    const { page } = demo;
    const ended = page.locator('sound-panel audio').evaluate(async (audio) => {
      const element = audio as HTMLAudioElement;
      element.currentTime = 2.9;
      const end = new Promise((done) => element.addEventListener('ended', done, { once: true }));
      await element.play();
      await end;
    });
    await ended;
    await page.waitForFunction(() => {
      const panel = document.querySelector('files-view')?.shadowRoot?.querySelector('sound-panel');
      const axis = panel?.shadowRoot?.querySelector('time-axis')?.shadowRoot;
      return axis?.querySelector<HTMLElement>('.cursor')?.style.insetInlineStart === '100%';
    });
  });

  it('has no fault that axe finds, with a file open', async () => {
    const { page } = demo;
    await page.getByText('The scores over time as a table').click();
    await page.locator('sound-panel details table').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('exports the scores over time', async () => {
    const { page } = demo;
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe('voice.wav.scores.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + (await page.locator('sound-panel details tbody tr').count()));
  });

  it('hears a folder that is dropped, and folders in it, and leaves out what is no sound', async () => {
    const { page } = demo;
    await emptyList(page);
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'one.wav'), wav);
    writeFileSync(join(folder, 'more/two.wav'), first(1));
    writeFileSync(join(folder, 'more/notes.txt'), 'no sound');
    await dropFolder(page, folder);
    const rows = await rowsWhenDone(page, 2);
    const name = basename(folder);
    expect(rows.map(([file, length]) => [file, length]).sort()).toEqual([
      [`${name}/more/two.wav`, '0:01.0'],
      [`${name}/one.wav`, '0:03.2'],
    ]);
    expect(await page.locator('files-table [role=status]').textContent()).toBe(
      '2 files were heard.',
    );
  });

  it('keeps the focus where a file is removed', async () => {
    const { page } = demo;
    const focused = () => page.locator(':focus').last();
    await page.getByRole('button', { name: /^Remove .*two.wav/ }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => focused().getAttribute('aria-label'), PATIENCE)
      .toMatch(/^Remove .*one.wav/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused().getAttribute('name'), PATIENCE).toBe('files');
  });

  it('lists ten files, and one that is corrupt costs the others nothing', async () => {
    const { page } = demo;
    await emptyList(page);
    const bytes = first(1.2);
    const files = Array.from({ length: 9 }, (_, i) => ({ name: `voice ${i + 2}.wav`, bytes }));
    await dropFiles(page, [{ name: 'cut.wav', bytes: wav.subarray(0, 5000) }, ...files]);
    const rows = await rowsWhenDone(page, 10);
    expect(rows.map(([name]) => name)).toEqual(['cut.wav', ...files.map(({ name }) => name)]);
    expect(rows[0][4]).toBe(
      'Not read: cut.wav must have 102400 bytes in its chunk "data", got 4956',
    );
    for (const row of rows.slice(1)) expect(row.slice(1)).toEqual(rows[1].slice(1));
    expect(rows[1][1]).toBe('0:01.2');
  });

  it('sorts them by name as people count', async () => {
    const { page } = demo;
    await page.getByRole('button', { name: 'File', exact: true }).click();
    const names = (await rowsWhenDone(page, 10)).map(([name]) => name);
    expect(names.slice(0, 2)).toEqual(['cut.wav', 'voice 2.wav']);
    expect(names.slice(-1)).toEqual(['voice 10.wav']);
    expect(await page.locator('files-table th').first().getAttribute('aria-sort')).toBe(
      'ascending',
    );
  });

  it.each(['CSV', 'JSON'])('exports %s', async (kind) => {
    const { page } = demo;
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: `Export ${kind}` }).click();
    const download = await arriving;
    const text = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe(`emotions.${kind.toLowerCase()}`);
    if (kind === 'JSON') expect(JSON.parse(text)).toHaveLength(10);
    else expect(text.split('\r\n')).toHaveLength(12);
  });

  it('says in words what is no speech, and what is no sound', async () => {
    const { page } = demo;
    await emptyList(page);
    await dropFiles(page, [
      {
        name: 'silence.wav',
        bytes: encodeWav({ samples: new Float32Array(16_000), sampleRate: 16_000 }),
      },
      { name: 'notes.mp3', bytes: new TextEncoder().encode('These are notes, and no music.\n') },
    ]);
    const rows = await rowsWhenDone(page, 2);
    expect(rows[0][4]).toBe('no speech');
    expect(await page.locator('sound-panel .answer').textContent()).toBe(
      'No speech was heard, so there is no answer.',
    );
    expect(rows[1][4]).toContain('This browser decodes no sound in it: it is text that');
  });

  it('hears a third of a second, and says what is too short', async () => {
    const { page } = demo;
    await emptyList(page);
    await dropFiles(page, [
      { name: 'third.wav', bytes: first(1 / 3) },
      { name: 'tenth.wav', bytes: first(1 / 10) },
    ]);
    const rows = await rowsWhenDone(page, 2);
    expect(rows[0].slice(1, 2)).toEqual(['0:00.3']);
    expect(rows[0][4]).toMatch(/^(heard|not familiar|no speech)$/);
    expect(rows[1][4]).toMatch(/^Not read: .*0.25/);
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
