import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../../testing/sandbox.ts';
import { openTruth } from './truth-of.ts';

const sandbox = sandboxPerTest();

async function truthsOf(options: object, ...files: string[]): Promise<(string | null)[]> {
  const truthOf = await openTruth(options);
  if (!truthOf) throw new Error('there is no truth');
  return files.map(truthOf);
}

it('is asked for by labels', async () => {
  expect(await openTruth({})).toBeUndefined();
  await expect(openTruth({ labelMap: 'a=b' })).rejects.toMatchObject({ code: 'wrong-usage' });
});

it('is that of a row whose file ends the path, and not of one by the same name elsewhere', async () => {
  sandbox.put('t.csv', 'file,label\na/1.wav,sad\ncalls/b/2.wav,happy\n');
  const labels = join(sandbox.folder, 't.csv');
  const files = ['x/a/1.wav', 'c/1.wav', 'b/2.wav', 'x/b/2.wav', '/home/calls/b/2.wav'];
  expect(await truthsOf({ labels }, ...files)).toEqual(['sad', null, 'happy', null, 'happy']);
  expect(await truthsOf({ labels }, 'x\\a\\1.wav')).toEqual(['sad']);
});

it('is read from names below any folder, also by a pattern of whole paths', async () => {
  const scheme = {
    ...{ version: 1, name: 'mine', description: 'mine', example: 'sad/1.wav' },
    pattern: '^(?<label>\\w+)/\\d+\\.wav$',
  };
  sandbox.put('s.json', JSON.stringify(scheme));
  const labels = join(sandbox.folder, 's.json');
  expect(await truthsOf({ labels }, 'x/y/sad/1.wav', 'x/1.mp3')).toEqual(['sad', null]);
  expect(await truthsOf({ labels: 'emodb' }, 'wav/03a01Fa.wav')).toEqual(['happy']);
});

it('is the name of the folder, also of the one that one stands in', async () => {
  expect(await truthsOf({ labels: 'folders' }, 'sad/1.wav', '/sad/happy/1.wav')).toEqual([
    'sad',
    'happy',
  ]);
});

it('has the names of a map; what it leaves out nobody asks for', async () => {
  const options = { labels: 'folders', labelMap: 'anger=angry,boredom=-' };
  expect(await truthsOf(options, 'anger/1.wav', 'boredom/1.wav', 'sad/1.wav')).toEqual([
    'angry',
    null,
    'sad',
  ]);
});
