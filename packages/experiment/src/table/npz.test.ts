import { unzipSync } from 'fflate';
import { parse } from 'npyjs';
import { expect, it } from 'vitest';
import { writeNpz } from './npz.ts';

it('holds arrays that numpy reads', () => {
  const bytes = writeNpz({
    preset: 'summary162',
    names: ['zcr', 'rms'],
    rows: [
      {
        clip: '03-01-01-01-01-01-01',
        label: 'neutral',
        actor: 1,
        channel: 'speech',
        variant: 'original',
      },
    ],
    x: Float32Array.of(0.25, 3),
  });
  const files = unzipSync(bytes);
  const read = (name: string) => parse(files[`${name}.npy`].slice().buffer);
  expect(read('x')).toMatchObject({ data: Float32Array.of(0.25, 3), shape: [1, 2] });
  expect(read('actor').data).toEqual(Int32Array.of(1));
  expect(read('clip')).toMatchObject({ shape: [1], dtype: 'U20' });
  expect(read('names').shape).toEqual([2]);
});
