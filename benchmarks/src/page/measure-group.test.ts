import { expect, test } from 'vitest';
import type { Group, Side } from '../work/work.ts';
import { measureGroup } from './measure-group.ts';

const machine = { processor: 'Xeon', today: '2026-11-26' };
const takes =
  (...times: number[]): Side =>
  () =>
    Promise.resolve(times.shift() as number);
const fails: Side = () => Promise.reject(new Error('long story\nno librosa'));
const measure = (...works: Group['works']) =>
  measureGroup('g', { heading: 'G', about: '', rounds: 2, works }, machine, () => {});

test('a row for each peer, with the least time of each side', async () => {
  const peers = { numpy: takes(5, 4), FFTW: takes(2, 3) };
  const { figures } = await measure({
    name: 'fft',
    prepare: () => ({ ours: takes(3, 1), peers }),
  });
  expect(figures).toEqual([
    { work: 'fft', ours: 1, peer: 'numpy', theirs: 4 },
    { work: 'fft', ours: 1, peer: 'FFTW', theirs: 2 },
  ]);
});

test('sides take turns', async () => {
  const turns: string[] = [];
  const side =
    (name: string): Side =>
    () => {
      turns.push(name);
      return Promise.resolve(1);
    };
  await measure({ name: 'x', prepare: () => ({ ours: side('a'), peers: { b: side('b') } }) });
  expect(turns).toEqual(['a', 'b', 'a', 'b']);
});

test('a peer that fails leaves its reason, and costs neither us nor the others', async () => {
  const peers = { librosa: fails, numpy: takes(5, 4) };
  const { figures } = await measure({ name: 'x', prepare: () => ({ ours: takes(3, 1), peers }) });
  expect(figures).toEqual([
    { work: 'x', ours: 1, peer: 'librosa', theirs: null, missing: 'no librosa' },
    { work: 'x', ours: 1, peer: 'numpy', theirs: 4 },
  ]);
});

test('a work that cannot be prepared does not cost the next', async () => {
  const { figures } = await measure(
    {
      name: 'broken',
      prepare: () => {
        throw new Error('no data');
      },
    },
    { name: 'alone', prepare: () => ({ ours: takes(3, 1), peers: {} }) },
  );
  expect(figures).toEqual([
    { work: 'broken', ours: null, peer: null, theirs: null, missing: 'no data' },
    { work: 'alone', ours: 1, peer: null, theirs: null },
  ]);
});

test('what sides hold is given back, and the peers end, also when versions fail', async () => {
  const ended: string[] = [];
  const works = [
    {
      name: 'x',
      prepare: () => ({ ours: takes(1, 1), peers: {}, dispose: () => void ended.push('work') }),
    },
  ];
  const versions = () => Promise.reject(new Error('no versions'));
  const close = () => void ended.push('group');
  const group = { heading: '', about: '', rounds: 1, works, versions, close };
  await expect(measureGroup('g', group, machine, () => {})).rejects.toThrow('no versions');
  expect(ended).toEqual(['work', 'group']);
});
