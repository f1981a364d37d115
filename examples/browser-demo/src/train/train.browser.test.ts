import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsChromium } from '@ser/browser-testing';
import { createPlan, type Plan, RECIPES, type Recipe, readParquet } from '@ser/experiment';
import { Classifier, type MemoryStore } from '@ser/model';
import { SPEAKERS } from '@ser/ravdess';
import { describeWith } from '@ser/testing';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { browser } from '../testing/chromium.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';
import { downloadedRun } from './testing/downloaded-run.ts';
import { onceTrained } from './testing/once-trained.ts';
import { someClips } from './testing/some-clips.ts';
import { trainInNode } from './testing/train-in-node.ts';
import { ravdessFiles, voiceWav, writeFiles } from './testing/write-clips.ts';

const EPOCHS = 6;
const TABLE = 'some-clips.parquet';

/** A discriminant analysis that needs sound, and is fitted in a moment. */
const RECIPE: Recipe = {
  version: 1,
  name: 'small',
  description: 'a discriminant analysis at two speeds',
  features: 'summary162',
  variants: [{ name: 'fast', steps: [{ kind: 'speed', rate: 1.1 }] }],
  testVariants: ['fast'],
  model: { kind: 'lda', shrinkage: 0.5 },
  fit: null,
  stop: null,
};

describeWith(needsChromium(browser))('training in the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-train-'));
  const ravdess = join(folder, 'ravdess');
  const own = join(folder, 'own');
  let demo: SharedDemo;
  let page: Page;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    writeFileSync(join(folder, TABLE), await someClips());
    writeFileSync(join(folder, 'small.json'), JSON.stringify(RECIPE));
    const clips = ravdessFiles();
    writeFiles(ravdess, {
      ...clips,
      'Actor_01/03-01-04-01-02-01-01.wav': new TextEncoder().encode('no sound'),
      'notes.wav': voiceWav(100, 1),
    });
    const zip = new ZipWriter(new Uint8ArrayWriter());
    for (const [path, bytes] of Object.entries(clips)) {
      await zip.add(path, new Uint8ArrayReader(bytes), { level: 1 });
    }
    writeFileSync(join(folder, 'ravdess.zip'), await zip.close());
    const voices = ['ann', 'ben', 'eve'].flatMap((speaker, voice) =>
      ['up', 'down'].flatMap((label, i) =>
        [0, 1].map((take) => ({
          file: `${speaker}/${label}${take}.wav`,
          line: `${speaker}/${label}${take}.wav;${label};${speaker}`,
          bytes: voiceWav(100 + 40 * voice + 90 * i + take, take),
        })),
      ),
    );
    writeFiles(own, Object.fromEntries(voices.map(({ file, bytes }) => [file, bytes])));
    const csv = ['file;label;speaker', ...voices.map(({ line }) => line)].join('\n');
    writeFileSync(join(folder, 'labels.csv'), csv);
    demo = await sharedDemo('#/train');
    page = demo.page;
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
  });

  const view = (): Locator => page.locator('train-view');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const result = (): Locator => page.locator('run-result');

  /** Starts, and waits until the run has ended. */
  async function train(): Promise<void> {
    await view().getByText('Trains on').waitFor();
    await button('Start training').click();
    await result().waitFor();
  }

  it('begins with the embedded table and a hold-out of four speakers', async () => {
    const tests = view().getByText('Trains on');
    await tests.waitFor();
    expect(await view().getByText('2,452 clips, 24 speakers, 8 labels').count()).toBe(1);
    expect((await tests.textContent())?.replace(/\s+/g, ' ')).toBe(
      'Trains on 2,036 clips of 20 speakers, and tests on 416 clips of the speakers 21, 22, 23, 24.',
    );
  });

  it('says which protocol leaks', async () => {
    const protocol = page.getByLabel('Which clips train and which test');
    await protocol.selectOption('reference');
    await view().getByText('This protocol leaks.').waitFor();
    await protocol.selectOption('holdout');
    expect(await view().getByText('This protocol leaks.').count()).toBe(0);
  });

  it('says why a recipe does not fit the table', async () => {
    const recipe = page.getByLabel('How the model is built and trained');
    await recipe.selectOption('frames');
    await view().getByText('must hold the 64 features').waitFor();
    expect(await button('Start training').isDisabled()).toBe(true);
    await recipe.selectOption('baseline');
  });

  describe('a network on some clips of the table, stopped, and reloaded in the middle', () => {
    const plan = (): Plan =>
      createPlan({
        recipe: RECIPES.get('baseline') as Recipe,
        protocol: 'holdout',
        folds: 5,
        speakers: SPEAKERS,
        variants: false,
        seed: 3,
        epochs: EPOCHS,
        backend: 'wasm',
        data: [TABLE],
      });
    let node: MemoryStore;
    let files: MemoryStore;

    beforeAll(async () => {
      node = await trainInNode(plan(), readFileSync(join(folder, TABLE)));
      await page.getByText('A table of features').click();
      await page.getByLabel('Parquet file').setInputFiles(join(folder, TABLE));
      await page.getByText('Epochs, seed').click();
      await page.getByLabel('Epochs at most').fill(String(EPOCHS));
      await page.getByLabel('Seed').fill('3');
      await page.getByLabel('Seed').blur();
      await view().getByText('Trains on').waitFor();
    });

    it('stops, keeps what is done, and offers to go on', async () => {
      await onceTrained(page, 1, 'stop');
      await button('Start training').click();
      await button('Go on').waitFor();
      expect(
        await view()
          .getByText(/\d+ of at most 6 epochs are done/)
          .count(),
      ).toBe(1);
    });

    it('offers it after a reload in the middle, too', async () => {
      const epochs = page.locator('progress-panel tbody tr');
      const before = await epochs.count();
      await onceTrained(page, before + 1, 'reload');
      const reloaded = page.waitForEvent('load');
      await button('Go on').click();
      await reloaded;
      await button('Go on').waitFor();
      expect(await epochs.count()).toBeGreaterThan(before);
    });

    it('ends with Node’s weights, bit for bit', async () => {
      await button('Go on').click();
      await result().waitFor();
      files = await downloadedRun(page);
      expect(files.files.get('weights.bin')).toEqual(node.files.get('weights.bin'));
    });

    it('gives the folder that `ser train` writes, without what resuming needs', () => {
      const names = (store: MemoryStore) => [...store.files.keys()].sort();
      expect(names(files)).toEqual(names(node));
      const json = (store: MemoryStore, file: string): unknown =>
        JSON.parse(new TextDecoder().decode(store.files.get(file)));
      expect(json(files, 'plan.json')).toEqual(plan());
      expect(files.files.get('report.html')).toEqual(node.files.get('report.html'));
    });

    it('gives a classifier that Node loads', async () => {
      const classifier = await Classifier.load(files);
      const { labels, rows, x } = await readParquet(TABLE, readFileSync(join(folder, TABLE)));
      const [first] = await classifier.predict([x.subarray(0, x.length / rows.length)]);
      expect(classifier.labels).toEqual(labels);
      expect(labels).toContain(first.label);
      classifier.dispose();
    });

    it('shows the report, and axe finds no violation', async () => {
      await button('Show the report').click();
      const report = page.locator('run-report');
      await report.getByRole('heading', { name: 'Confusions' }).waitFor();
      expect(await report.locator('svg').count()).toBeGreaterThan(4);
      expect(await axeFaults(page, ['light', 'dark'])).toEqual([]);
      await button('Close the report').click();
      // In a report forced colours are the browser's own.
      expect(await axeFaults(page, ['forced'])).toEqual([]);
    });
  });

  describe('recordings under RAVDESS’ names', () => {
    it('are read from a zip', async () => {
      await page.getByText('RAVDESS recordings').click();
      await page.getByLabel('or zips').setInputFiles(join(folder, 'ravdess.zip'));
      await view().getByText('16 clips, 2 speakers').waitFor();
    });

    it('are read from a folder, and what is left out is listed', async () => {
      await page.getByLabel('Folder').setInputFiles(ravdess);
      await view().getByText('17 clips, 2 speakers').waitFor();
      expect(await view().getByText('1 file is left out').count()).toBe(1);
    });

    it('train a recipe of one’s own, and bad ones are listed', async () => {
      await page.getByLabel('or a recipe of your own').setInputFiles(join(folder, 'small.json'));
      await view().getByText('A discriminant analysis at two speeds').waitFor();
      await train();
      expect(await view().getByText('1 recording is left out').count()).toBe(1);
      expect(await view().locator('li', { hasText: '03-01-04-01-02-01-01.wav' }).count()).toBe(1);
    });
  });

  it('trains on recordings with a table of labels', async () => {
    await page.getByText('Recordings of your own').click();
    await page.getByLabel('Folder').setInputFiles(own);
    await page.getByLabel('Labels (CSV)').setInputFiles(join(folder, 'labels.csv'));
    await view().getByText('12 clips, 3 speakers').waitFor();
    await page.getByLabel('Which clips train and which test').selectOption('loso');
    await page.getByLabel('or a recipe of your own').setInputFiles(join(folder, 'small.json'));
    await view().getByText('A discriminant analysis at two speeds').waitFor();
    await train();
    const { labels } = await Classifier.load(await downloadedRun(page));
    expect(labels).toEqual(['down', 'up']);
  });

  it('forgets all of it', async () => {
    await button('Delete it, and all features that are kept').click();
    await view().getByText('The run that is kept here').waitFor({ state: 'detached' });
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
