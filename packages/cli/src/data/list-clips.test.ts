import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Problem } from '../console/problems.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { listClips } from './list-clips.ts';

const sandbox = sandboxPerTest();
const [A, B, C] = ['03-01-01-01-01-01-01', '03-01-01-01-01-01-02', '03-02-01-01-01-01-01'];
const path = (name: string): string => `${sandbox.folder}/${name}`;

async function list(folders: string[], zips: string[]) {
  const problems: Problem[] = [];
  const sources = { folders: folders.map(path), zips: zips.map(path) };
  const clips = await listClips(ravdess, sources, (problem) => problems.push(problem));
  return { clips, problems };
}

it('gives the clips of folders and zips in the order of their ids', async () => {
  sandbox.put(`two/${C}.wav`, toneWav(0.1, 1));
  sandbox.put(`one/${A}.wav`, toneWav(0.1, 2));
  sandbox.put('b.zip', zipSync({ [`${B}.wav`]: toneWav(0.1, 3) }));
  const { clips, problems } = await list(['two', 'one'], ['b.zip']);
  expect(clips.map(({ id }) => id)).toEqual([A, B, C]);
  expect(clips.map(({ info }) => [info.label, info.speaker, info.condition])).toEqual([
    ['neutral', '01', 'speech'],
    ['neutral', '02', 'speech'],
    ['neutral', '01', 'song'],
  ]);
  expect(problems).toEqual([]);
});

it('takes the copy in a folder before that in a zip', async () => {
  sandbox.put(`one/${A}.wav`, toneWav(0.1, 1));
  sandbox.put('a.zip', zipSync({ [`${A}.wav`]: toneWav(0.1, 1) }));
  const { clips, problems } = await list(['one'], ['a.zip']);
  expect(clips.map(({ file }) => file)).toEqual([path(`one/${A}.wav`)]);
  expect(problems).toEqual([]);
});

it('names the second of two recordings of one name', async () => {
  sandbox.put(`one/${A}.wav`, toneWav(0.1, 1));
  sandbox.put('a.zip', zipSync({ [`${A}.wav`]: toneWav(0.1, 2) }));
  const { clips, problems } = await list(['one'], ['a.zip']);
  const first = path(`one/${A}.wav`);
  expect(clips.map(({ file }) => file)).toEqual([first]);
  const [{ file, code, message }, ...more] = problems;
  expect(file).toContain(path('a.zip'));
  expect(code).toBe('duplicate-clip');
  expect(message).toBe(`${A} must be one recording, got two: ${first} and ${file}`);
  expect(more).toEqual([]);
});

it('takes two of which one cannot be read for two recordings', async () => {
  sandbox.put(`one/${A}.wav`, toneWav(0.1, 1));
  const dataSet = {
    ...ravdess,
    async *fromZip() {
      for await (const clip of ravdess.fromDirectory([path('one')], { onProblem: () => {} }))
        yield {
          ...clip,
          bytes: async (): Promise<Uint8Array<ArrayBuffer>> => {
            throw new Error('gone');
          },
        };
    },
  };
  const codes: string[] = [];
  const sources = { folders: [path('one')], zips: ['x.zip'] };
  await listClips(dataSet, sources, ({ code }) => codes.push(code));
  expect(codes).toEqual(['duplicate-clip']);
});
