import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromZip } from './from-zip.ts';

/**
 * Python's `zipfile` wrote it, stored: `Actor_02/03-02-04-01-01-01-02.wav`, which holds the four
 * letters "four", and `me.wav`, which is empty.
 */
const ZIP = [
  'UEsDBBQAAAAAAAAAIVB9ZsGQBAAAAAQAAAAhAAAAQWN0b3JfMDIvMDMtMDItMDQtMDEtMDEtMDEtMDIud2F2Zm91',
  'clBLAwQUAAAAAAAAACFQAAAAAAAAAAAAAAAABgAAAG1lLndhdlBLAQIUAxQAAAAAAAAAIVB9ZsGQBAAAAAQAAAAh',
  'AAAAAAAAAAAAAACAAQAAAABBY3Rvcl8wMi8wMy0wMi0wNC0wMS0wMS0wMS0wMi53YXZQSwECFAMUAAAAAAAAACFQ',
  'AAAAAAAAAAAAAAAABgAAAAAAAAAAAAAAgAFDAAAAbWUud2F2UEsFBgAAAAACAAIAgwAAAGcAAAAAAA==',
].join('');

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-ravdess-'));
  file = join(root, 'clips.zip');
  writeFileSync(file, Buffer.from(ZIP, 'base64'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('fromZip', () => {
  it('gives clips with what their names say', async () => {
    const { value } = await fromZip(file, { onProblem: () => {} }).next();
    expect(value).toMatchObject({
      id: '03-02-04-01-01-01-02',
      file: `${file}/Actor_02/03-02-04-01-01-01-02.wav`,
      info: { label: 'sad', speaker: '02', condition: 'song', gender: 'female' },
    });
  });

  it('reads a clip in place', async () => {
    for await (const clip of fromZip(file, { onProblem: () => {} })) {
      expect(String(await clip.bytes())).toBe('four');
    }
  });

  it('reports a name that RAVDESS does not have', async () => {
    const problems: unknown[] = [];
    await fromZip(file, { onProblem: (problem) => problems.push(problem) }).next();
    expect(problems).toMatchObject([{ code: 'bad-filename', file: `${file}/me.wav` }]);
  });

  it('refuses what is no zip', async () => {
    writeFileSync(file, 'no zip');
    await expect(fromZip(file).next()).rejects.toMatchObject({
      name: 'CorpusError',
      code: 'bad-zip',
    });
  });
});
