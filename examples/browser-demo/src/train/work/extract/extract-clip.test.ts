import { FUNCTIONALS_VARIANTS, presets, REFERENCE_VARIANTS } from '@ser/features';
import { expect, it } from 'vitest';
import { extractClip as extractInNode } from '../../../../../../packages/features/src/node/util/extract-clip.ts';
import { voiceWav } from '../../testing/write-clips.ts';
import { extractClip } from './extract-clip.ts';

const bytes = voiceWav(150, 7);
const SEED = 4_000_000_000;

/** Of every kind: samples alone, recordings, and both in one list. */
const variants = [
  ...REFERENCE_VARIANTS,
  ...FUNCTIONALS_VARIANTS.filter(({ name }) => ['speed-15/16', 'red-noise', 'room'].includes(name)),
];

it('is what the threads of `extractAll` extract in Node, bit for bit', async () => {
  const config = presets.summary162;
  const module = new URL('../../../../../../packages/corpus/src/index.ts', import.meta.url).href;
  const decoder = { module, name: 'decodeWav' };
  const expected = await extractInNode({ bytes, config, variants, seed: SEED, decoder });
  const [values, ...rows] = extractClip({ name: 'a.wav', bytes, config, variants, seed: SEED });
  const named = rows.map((row, i) => ({ name: variants[i].name, values: row }));
  expect({ values, variants: named }).toEqual(expected);
});

it('names the file that is no WAV', () => {
  const task = { config: presets.summary162, variants, seed: 0 };
  expect(() => extractClip({ ...task, name: 'b.wav', bytes: new Uint8Array(3) })).toThrow('b.wav');
});
