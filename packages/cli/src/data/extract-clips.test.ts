import { decodeWav } from '@ser/corpus';
import type { ExtractedClip } from '@ser/experiment';
import { applyVariant, createExtractor, presets, REFERENCE_VARIANTS } from '@ser/features';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { voiceWav } from '../testing/voice-wav.ts';
import { extractClips } from './extract-clips.ts';

const sandbox = sharedSandbox();
/** Files by the ids of clips, with the seed of each clip's noise. */
const CLIPS = {
  a: ['a.wav', 1],
  cut: ['cut.wav', 1],
  b: ['b.wav', 1],
  'a again': ['a.wav', 1],
  'a with other noise': ['a.wav', 2],
} as const;
const IDS = Object.keys(CLIPS) as (keyof typeof CLIPS)[];
const config = presets.summary162;
const [noise, stretch] = REFERENCE_VARIANTS;
const extract = (signal?: AbortSignal) => {
  const clips = IDS.map((id) => ({
    id,
    file: CLIPS[id][0],
    info: { label: 'calm', speaker: '01' },
    bytes: async () => sandbox.bytes(CLIPS[id][0]),
  }));
  const seedOf = (id: string): number => CLIPS[id as keyof typeof CLIPS][1];
  return extractClips(clips, config, {
    variants: [stretch, noise],
    seedOf,
    ...(signal && { signal }),
  });
};

describe('on workers', () => {
  const found = new Map<string, ExtractedClip>();
  const valuesOf = (id: keyof typeof CLIPS) => {
    const clip = found.get(id);
    if (!clip || clip.error) throw clip?.error ?? new Error(`there is no ${id}`);
    return { values: clip.values, stretched: clip.variants[0], noisy: clip.variants[1] };
  };
  beforeAll(async () => {
    sandbox.put('a.wav', voiceWav(1));
    sandbox.put('cut.wav', voiceWav(2).subarray(0, 5000));
    sandbox.put('b.wav', voiceWav(3));
    for await (const clip of extract()) found.set(clip.id, clip);
  });

  it('come in the order of the clips', () => {
    expect([...found.keys()]).toEqual(IDS);
  });

  it.each(['a', 'b'] as const)('are the library’s, of the clip and its variants: %s', (id) => {
    const { values, stretched, noisy } = valuesOf(id);
    const extractor = createExtractor(config);
    const samples = extractor.prepare(decodeWav(sandbox.bytes(CLIPS[id][0])));
    expect(values).toEqual(extractor.extractSamples(samples));
    // Of the two variants only noise is random.
    const options = { sampleRate: config.sampleRate, random: () => 0 };
    const changed = extractor.extractSamples(applyVariant(samples, stretch, options));
    expect(stretched).toEqual({ name: stretch.name, values: changed });
    expect(noisy.name).toBe(noise.name);
    expect(noisy.values).not.toEqual(values);
  });

  it('have the noise of the seed', () => {
    const { noisy } = valuesOf('a');
    expect(valuesOf('a again').noisy).toEqual(noisy);
    expect(valuesOf('a with other noise').noisy).not.toEqual(noisy);
  });

  it('are an error where a clip cannot be read', () => {
    expect(found.get('cut')).toMatchObject({ error: { code: 'truncated-wav' } });
  });
});

it('ends where the signal is aborted', async () => {
  const clips = extract(AbortSignal.abort(new Error('enough')));
  await expect(clips[Symbol.asyncIterator]().next()).rejects.toThrow('enough');
});
