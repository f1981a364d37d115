import { FUNCTIONALS_VARIANTS, presets, REFERENCE_VARIANTS } from '@ser/features';
import { extractAll } from '@ser/features/node';
import { expect, it } from 'vitest';
import { voiceWav } from '../../testing/write-clips.ts';
import { extractClip } from './extract-clip.ts';

const bytes = voiceWav(150, 7);
const SEED = 4_000_000_000;

/** Of every kind: samples alone, recordings, and both in one list. */
const variants = [
  ...REFERENCE_VARIANTS,
  ...FUNCTIONALS_VARIANTS.filter(({ name }) => ['speed-15/16', 'red-noise', 'room'].includes(name)),
];

it('is what `extractAll` extracts in Node, bit for bit', async () => {
  const options = {
    workers: 1,
    decoder: new URL('../../../../../../packages/corpus/src/index.ts', import.meta.url),
    variants,
    seedOf: () => SEED,
  };
  const clip = { id: 'a', bytes: async () => bytes };
  const config = presets.summary162;
  for await (const { error, values, variants: rows = [] } of extractAll([clip], config, options)) {
    expect(error).toBeUndefined();
    const own = extractClip({ name: 'a.wav', bytes, config, variants, seed: SEED });
    expect(own).toEqual([values, ...rows.map((row) => row.values)]);
  }
});

it('names the file that is no WAV', () => {
  const task = { config: presets.summary162, variants, seed: 0 };
  expect(() => extractClip({ ...task, name: 'b.wav', bytes: new Uint8Array(3) })).toThrow('b.wav');
});
