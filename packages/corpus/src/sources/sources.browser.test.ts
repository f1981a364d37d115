import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundle,
  needsChromium,
  type Page,
  type Site,
  serve,
  startChromium,
} from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Clip } from '../clip.ts';
import type * as Corpus from '../index.ts';
import type { NumberedInfo } from '../testing/describe-numbered.ts';
import { writeWav } from '../testing/write-wav.ts';
import type { SourceOptions } from './source-options.ts';

const entry = fileURLToPath(new URL('../index.ts', import.meta.url));
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const corpus: typeof Corpus;
declare global {
  /** Set in the page: what a source gives, in a form that can leave it. */
  function list(source: (options: SourceOptions<NumberedInfo>) => AsyncIterable<Clip>): Promise<{
    clips: { id: string; file: string; sum: number }[];
    problems: string[];
  }>;
}

const FILES = {
  's01/01-01-01.wav': writeWav([1000, 2000, 3000]),
  'song/s02/02-01-02.wav': writeWav([-1, 1, 7]),
  'twice/01-01-01.wav': writeWav([1, 2]),
  '._01-01-01.wav': writeWav([0]),
  '__MACOSX/01-01-03.wav': writeWav([0]),
  'notes.txt': new TextEncoder().encode('hello'),
  'voice.wav': writeWav([1]),
};
const EXPECTED = {
  clips: [
    { id: '01-01-01', file: 's01/01-01-01.wav', sum: 6000 },
    {
      id: '02-01-02',
      file: 'song/s02/02-01-02.wav',
      sum: 7,
    },
  ],
  problems: ['duplicate-clip twice/01-01-01.wav', 'bad-filename voice.wav'],
};
/** The expectation for paths that begin with the folder's name. */
const below = (folder: string): typeof EXPECTED => ({
  clips: EXPECTED.clips.map((clip) => ({ ...clip, file: `${folder}/${clip.file}` })),
  problems: EXPECTED.problems.map((line) => line.replace(' ', ` ${folder}/`)),
});

describeWith(needsChromium(browser))('sources, in Chromium', () => {
  let page: Page;
  let site: Site;
  let folder: string;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    folder = mkdtempSync(join(tmpdir(), 'ser-pick-'));
    for (const [path, bytes] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    site = await serve(() => undefined);
    page = await browser.newPage();
    // A site, since browsers give file systems to secure pages alone.
    await page.goto(site.url);
    await page.addScriptTag({ content: await bundle(entry, 'corpus') });
    await page.evaluate(() => {
      globalThis.list = async (source) => {
        const problems: string[] = [];
        const clips: { id: string; file: string; sum: number }[] = [];
        const found = source({
          // As `describeNumbered`, which stands outside the page.
          describe(path) {
            const id = path.replace(/^.*\/|\.wav$/g, '');
            const [, condition, label, speaker] = /^(\d\d)-(\d\d)-(\d\d)$/.exec(id) ?? [];
            if (speaker === undefined) throw new corpus.CorpusError('bad-filename', id);
            return { id, condition, label, speaker };
          },
          onProblem: ({ code, file }) => problems.push(`${code} ${file}`),
        });
        for await (const clip of found) {
          const { samples } = corpus.decodeWav(await clip.bytes());
          const sum = samples.reduce((total, sample) => total + sample * 32768, 0);
          clips.push({ id: clip.id, file: clip.file, sum });
        }
        return { clips, problems };
      };
    });
  });

  afterAll(async () => {
    if (typeof browser === 'string') return;
    site.close();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('takes the folder of a folder picker', async () => {
    await page.setContent('<input type="file" webkitdirectory>');
    await page.setInputFiles('input', folder);
    const found = await page.evaluate(() => {
      const files = document.querySelector('input')?.files ?? [];
      return list((options) => corpus.fromFiles(files, options));
    });
    expect(found).toEqual(below(folder.slice(folder.lastIndexOf('/') + 1)));
  });

  it('takes the files of a file picker, which have no paths', async () => {
    await page.setContent('<input type="file" multiple>');
    await page.setInputFiles(
      'input',
      Object.keys(FILES)
        .slice(0, 2)
        .map((path) => join(folder, path)),
    );
    const { clips } = await page.evaluate(() => {
      const files = document.querySelector('input')?.files ?? [];
      return list((options) => corpus.fromFiles(files, options));
    });
    expect(clips.map(({ file }) => file)).toEqual(EXPECTED.clips.map(({ id }) => `${id}.wav`));
  });

  it('takes a directory handle', async () => {
    const contents = Object.entries(FILES).map(([path, bytes]) => [path, [...bytes]] as const);
    const found = await page.evaluate(async (files) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle('picked', { create: true });
      for (const [path, bytes] of files) {
        const parts = path.split('/');
        let directory = picked;
        for (const part of parts.slice(0, -1)) {
          directory = await directory.getDirectoryHandle(part, { create: true });
        }
        const file = await directory.getFileHandle(parts[parts.length - 1], { create: true });
        const writable = await file.createWritable();
        await writable.write(new Uint8Array(bytes));
        await writable.close();
      }
      return list((options) => corpus.fromDirectoryHandle(picked, options));
    }, contents);
    expect(found).toEqual(below('picked'));
  });

  it('takes labels from a table that was picked', async () => {
    await page.setContent('<input type="file" webkitdirectory>');
    await page.setInputFiles('input', join(folder, 's01'));
    const labels = await page.evaluate(async () => {
      const describe = corpus.labelsFromCsv('file;label;speaker\r\ns01/01-01-01.wav;calm;01');
      const files = document.querySelector('input')?.files ?? [];
      const found: unknown[] = [];
      for await (const { info } of corpus.fromFiles(files, { describe })) found.push(info);
      return found;
    });
    expect(labels).toEqual([{ label: 'calm', speaker: '01' }]);
  });
});
