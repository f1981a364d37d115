import { type Clip, CorpusError, decodeWav, fingerprint } from '@ser/corpus';
import { expect, it, vi } from 'vitest';
import type { FingerprintCache } from '../cache/fingerprint-cache.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { fingerprintsOf } from './fingerprints-of.ts';

/** More than are described before workers start. */
const COUNT = 44;
const CUT = [3, 40];
const UNREADABLE = [5, 41];
const wavOf = (i: number): Uint8Array =>
  CUT.includes(i) ? toneWav(0.2, 200 + i).subarray(0, 2000) : toneWav(0.2, 200 + i);

const clips: Clip[] = Array.from({ length: COUNT }, (_, i) => ({
  id: `clip${i}`,
  file: `clip${i}.wav`,
  info: { label: 'calm', speaker: '01' },
  async bytes() {
    if (UNREADABLE.includes(i)) throw new CorpusError('unreadable-file', 'gone');
    return wavOf(i);
  },
}));
const describe = async (options: { workers?: number; cache?: FingerprintCache } = {}) => {
  const warn = vi.fn();
  const problems = { warn } as never;
  const { signal } = new AbortController();
  const found = await fingerprintsOf(clips, { problems, signal, ...options });
  return { found, warnings: warn.mock.calls };
};

it('gives the same on workers as on this thread, in the order of the clips', async () => {
  const alone = await describe({ workers: 1 });
  const shared = await describe({ workers: 2 });
  expect([...shared.found]).toEqual([...alone.found]);
  expect(shared.warnings).toEqual(alone.warnings);
});

it('describes what can be read', async () => {
  const { found } = await describe({ workers: 2 });
  const lost = [...CUT, ...UNREADABLE];
  const kept = clips.filter((_, i) => !lost.includes(i));
  expect([...found.keys()]).toEqual(kept.map(({ id }) => id));
  for (const i of [0, COUNT - 1]) {
    expect(found.get(`clip${i}`)).toEqual(fingerprint(decodeWav(wavOf(i))));
  }
});

it('keeps what workers found, and asks them for nothing that is known', async () => {
  const kept = new Map<string, unknown>();
  const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const cache: FingerprintCache = {
    read: async (bytes) => {
      const key = keyOf(bytes);
      return kept.has(key) ? { fingerprint: kept.get(key) as never } : undefined;
    },
    write: async (bytes, own) => void kept.set(keyOf(bytes), own),
  };
  const first = await describe({ workers: 2, cache });
  expect(kept.size).toBe(first.found.size);
  for (const key of kept.keys()) kept.set(key, undefined);
  const second = await describe({ workers: 2, cache });
  expect(new Set(second.found.values())).toEqual(new Set([undefined]));
});

it('ends with the reason of the signal', async () => {
  const controller = new AbortController();
  const warn = (): void => controller.abort(new Error('enough'));
  const problems = { warn } as never;
  const cut = clips.map((clip) => ({ ...clip, bytes: async () => wavOf(0).subarray(0, 900) }));
  controller.abort(new Error('enough'));
  const { signal } = controller;
  await expect(fingerprintsOf(cut, { problems, signal, workers: 2 })).rejects.toThrow('enough');
});
