import type { Clip } from '@ser/corpus';
import type { CachedFeatures, FeatureCache } from '@ser/experiment';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprintCache } from '../cache/fingerprint-cache.ts';
import { Problems } from '../console/problems.ts';
import { voiceWav } from '../testing/voice-wav.ts';
import { recordingsOf } from './recordings-of.ts';

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  stderr.mockClear();
});

const clip = (id: string, bytes: () => Uint8Array): Clip => ({
  id,
  file: `wavs/${id}.wav`,
  info: { label: 'calm', speaker: '01' },
  bytes: async () => new Uint8Array(bytes()),
});
const voice = (id: string, seed: number): Clip => clip(id, () => voiceWav(seed));

function find(clips: Clip[], signal = new AbortController().signal) {
  const problems = new Problems();
  const options = { problems, consequence: 'both stay', signal };
  return { problems, found: recordingsOf(clips, options) };
}

it('names the recording of those clips that share one, after the first of them', async () => {
  const { problems, found } = find([voice('a', 1), voice('b', 2), voice('c', 1), voice('d', 1)]);
  expect(await found).toEqual(
    new Map([
      ['a', 'a'],
      ['c', 'a'],
      ['d', 'a'],
    ]),
  );
  expect(problems.list).toEqual([
    {
      file: 'wavs/a.wav',
      code: 'same-sound',
      message: 'it holds the same recording as wavs/c.wav, wavs/d.wav; both stay',
    },
  ]);
  // It is worth knowing, and no clip is left out.
  expect(problems.exitCode).toBe(0);
});

it('shows how far it has come', async () => {
  await find([voice('a', 1), voice('b', 2)]).found;
  expect(stderr.mock.calls.map(([line]) => line)).toEqual([
    'comparing sounds 1/2\n',
    'comparing sounds 2/2\n',
  ]);
});

it('leaves clips that cannot be read to who extracts them', async () => {
  const { problems, found } = find([clip('a', () => voiceWav(1).subarray(0, 99)), voice('b', 1)]);
  expect(await found).toEqual(new Map());
  expect(problems.list).toEqual([]);
});

it('warns of a header that contradicts itself, by the clip’s file', async () => {
  const wav = Buffer.from(voiceWav(1));
  wav.writeUInt16LE(4, 32);
  const { problems, found } = find([clip('a', () => wav)]);
  await found;
  expect(problems.list).toMatchObject([{ file: 'wavs/a.wav', code: 'wrong-block-align' }]);
  expect(problems.exitCode).toBe(0);
});

describe('with a cache', () => {
  const entries = new Map<string, CachedFeatures>();
  const features: FeatureCache = {
    read: async (key) => entries.get(key),
    async write(key, values) {
      entries.set(key, values);
    },
  };
  const cache = fingerprintCache(features, '1');
  const options = () => ({
    problems: new Problems(),
    consequence: 'both stay',
    cache,
    signal: new AbortController().signal,
  });

  it('finds the same, whatever the files are called now', async () => {
    await recordingsOf([voice('a', 1), voice('b', 2), voice('c', 1)], options());
    expect(entries.size).toBe(2);
    const decode = vi.spyOn(features, 'write');
    const found = await recordingsOf([voice('x', 1), voice('y', 2), voice('z', 1)], options());
    expect(found).toEqual(
      new Map([
        ['x', 'x'],
        ['z', 'x'],
      ]),
    );
    expect(decode).not.toHaveBeenCalled();
  });

  it('tells of a header that contradicts itself each time', async () => {
    const wav = Buffer.from(voiceWav(5));
    wav.writeUInt16LE(4, 32);
    for (let i = 0; i < 2; i++) {
      const own = options();
      await recordingsOf([clip('a', () => wav)], own);
      expect(own.problems.list).toMatchObject([{ code: 'wrong-block-align' }]);
    }
  });

  it('takes no fingerprint of other code', async () => {
    const other = fingerprintCache(features, '2');
    expect(await cache.read(voiceWav(1))).toBeDefined();
    expect(await other.read(voiceWav(1))).toBeUndefined();
  });
});

it('throws a mistake of ours', async () => {
  const broken = clip('a', () => {
    throw new TypeError('x is not a function');
  });
  await expect(find([broken]).found).rejects.toThrow(TypeError);
});

it('ends between two clips', async () => {
  const controller = new AbortController();
  const read: string[] = [];
  const clips = ['a', 'b'].map((id, i) =>
    clip(id, () => {
      read.push(id);
      controller.abort(new Error('enough'));
      return voiceWav(i);
    }),
  );
  await expect(find(clips, controller.signal).found).rejects.toThrow('enough');
  expect(read).toEqual(['a']);
});
