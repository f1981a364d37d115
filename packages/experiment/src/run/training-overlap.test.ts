import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findHeard, heardWarning } from './heard.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-heard-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (clip: string) => ({ clip, actor: Number(clip.slice(-2)) });
const [A, B, C, D] = ['01-01', '02-01', '01-02', '01-21'].map((end) => `03-01-03-01-01-${end}`);
const put = (value: unknown): void =>
  writeFileSync(join(folder, 'split.json'), JSON.stringify(value));

it('counts clips that trained or validated, and names voices that did', async () => {
  put({ train: [A], validation: [C], test: [D] });
  const all = await findHeard(folder, [A, B, C, D].map(row));
  expect(all).toEqual({ n: 4, clips: 2, actors: [1, 2] });
  expect(heardWarning(all)).toContain('WARNING: the model was trained on 2 of these 4 clips');
  const voice = await findHeard(folder, [row(B)]);
  expect(voice).toEqual({ n: 1, clips: 0, actors: [1] });
  expect(heardWarning(voice)).toContain('other clips of the actors 1: new voices are harder');
  const fresh = await findHeard(folder, [row(D)]);
  expect(fresh).toEqual({ n: 1, clips: 0, actors: [] });
  expect(heardWarning(fresh)).toBeUndefined();
});

it('says so when nobody knows', async () => {
  expect(await findHeard(folder, [row(A)])).toBeNull();
  expect(heardWarning(null)).toContain('does not say');
  for (const damaged of [null, {}, { train: [], validation: 3 }]) {
    put(damaged);
    await expect(findHeard(folder, [row(A)])).rejects.toMatchObject({ code: 'bad-json' });
  }
});
