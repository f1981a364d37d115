import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describeWith, RAVDESS_MINI, REAL_CLIPS, runLimited } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { makeVoice } from '../testing/make-voice.ts';
import type { pairBoth } from '../testing/many-fingerprints.ts';
import { writeWav } from '../testing/write-wav.ts';
import { type Audio, decodeWav } from '../wav/decode-wav.ts';
import { findTwins } from './find-twins.ts';
import { fingerprint } from './fingerprint.ts';
import type { TwinClip } from './twin-finder.ts';

const wav = (seed: number, change = (x: number): number => x): Uint8Array =>
  writeWav(
    makeVoice(seed).map((x) => Math.round(change(32_767 * x))),
    { sampleRate: 16_000 },
  );
const clip = (id: string, bytes: Uint8Array): TwinClip => ({
  id,
  file: `${id}.wav`,
  bytes: async () => bytes,
});
const broken = (id: string): TwinClip => ({
  ...clip(id, wav(1)),
  bytes: () => Promise.reject(new CorpusError('unreadable-file', `no ${id}`, { file: id })),
});

describe('findTwins', () => {
  it('groups the clips that hold one recording, in the order of their ids', async () => {
    const clips = [
      clip('z/happy', wav(1)),
      clip('m', wav(2)),
      clip('c', wav(3)),
      clip(
        'b/sad',
        wav(1, (x) => x / 2),
      ),
      clip('a', wav(3)),
      clip('k', wav(1)),
    ];
    expect(await findTwins(clips)).toEqual([
      { ids: ['a', 'c'], files: ['a.wav', 'c.wav'] },
      { ids: ['b/sad', 'k', 'z/happy'], files: ['b/sad.wav', 'k.wav', 'z/happy.wav'] },
    ]);
  });

  it('finds copies in other formats with the decoder that reads them', async () => {
    // A format of one byte behind a mark: the seed of a voice.
    const strange = (seed: number): Uint8Array => Uint8Array.of(0, seed);
    const decode = async (bytes: Uint8Array, { name }: { name: string }): Promise<Audio> =>
      bytes.length === 2
        ? { samples: Float32Array.from(makeVoice(bytes[1])), sampleRate: 16_000 }
        : decodeWav(bytes, { name });
    const clips = [clip('a', strange(1)), clip('b', wav(1)), clip('c', strange(2))];
    expect(await findTwins(clips, { decode })).toMatchObject([{ ids: ['a', 'b'] }]);
    await expect(findTwins(clips)).rejects.toMatchObject({ code: 'not-wav' });
    await expect(findTwins([], { decode: 'x' as never })).rejects.toThrow(
      'findTwins: `decode` must be a function of bytes, got x',
    );
  });

  it('takes silences for no twins', async () => {
    const silence = writeWav(new Int16Array(16_000), { sampleRate: 16_000 });
    expect(await findTwins([clip('a', silence), clip('b', silence)])).toEqual([]);
  });

  it('goes on where clips cannot be read, and names each once', async () => {
    const problems: Problem[] = [];
    let reads = 0;
    const vanishing: TwinClip = {
      ...clip('v', wav(1)),
      bytes: async () => (reads++ === 0 ? wav(1) : broken('v').bytes()),
    };
    const clips = [vanishing, broken('x'), clip('a', wav(1)), clip('b', wav(1)), broken('y')];
    const twins = await findTwins(clips, { onProblem: (problem) => problems.push(problem) });
    expect(twins).toMatchObject([{ ids: ['a', 'b'] }]);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['x.wav', 'unreadable-file'],
      ['y.wav', 'unreadable-file'],
      ['v.wav', 'unreadable-file'],
    ]);
  });

  it('throws the first problem without an `onProblem`', async () => {
    await expect(findTwins([broken('x')])).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('reports progress, and stops when the signal aborts', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const promise = findTwins(
      ['a', 'b', 'c'].map((id) => clip(id, wav(1))),
      {
        signal: controller.signal,
        onProgress: (done) => {
          seen.push(done);
          if (done === 2) controller.abort(new Error('enough'));
        },
      },
    );
    await expect(promise).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2]);
  });

  it('tells of each clip that is done, also of one that cannot be read', async () => {
    const clips = [clip('a', wav(1)), broken('x'), clip('b', wav(2))];
    const seen: unknown[] = [];
    await findTwins(clips, {
      onProblem: () => {},
      onProgress: (done, each) => seen.push([done, each.id]),
    });
    expect(seen).toEqual([
      [1, 'a'],
      [2, 'x'],
      [3, 'b'],
    ]);
  });

  it('stops behind the last clip, and while it compares', async () => {
    const controller = new AbortController();
    const signal = controller.signal;
    const onProgress = (): void => controller.abort(new Error('enough'));
    await expect(findTwins([clip('a', wav(1))], { signal, onProgress })).rejects.toThrow('enough');

    const later = new AbortController();
    let reads = 0;
    const counted = ['a', 'b', 'c'].map((id) => ({
      ...clip(id, wav(1)),
      bytes: async () => {
        if (++reads === 4) later.abort(new Error('enough'));
        return wav(1);
      },
    }));
    await expect(findTwins(counted, { signal: later.signal })).rejects.toThrow('enough');
  });

  it('gives a fingerprint of 112 bytes', () => {
    const print = fingerprint(decodeWav(wav(1)));
    expect(Number(print?.anchors.byteLength) + Number(print?.codes.byteLength)).toBe(112);
  });

  it('searches 10,000 sounds, and as many copies of one, within seconds', async () => {
    const module = new URL('../testing/many-fingerprints.ts', import.meta.url);
    const limits = { cpuSeconds: 10, megabytes: 300 };
    const { value } = await runLimited({ module, call: 'pairBoth', args: [10_000], ...limits });
    const { different, equal } = value as ReturnType<typeof pairBoth>;
    expect(different).toBeLessThan(10_000);
    // Each of the copies is paired with the eight behind it, which joins them all.
    expect(equal).toBe(8 * 10_000 - 36);
  });
});

describeWith(REAL_CLIPS)('real recordings', () => {
  it("are nobody else's twins, and their copies are theirs", async () => {
    const files = globSync(`${RAVDESS_MINI}/**/*.wav`).filter((_, i) => i % 4 === 0);
    const read = (file: string) => ({ id: file, file, bytes: () => readFile(file) });
    const copies = files.slice(0, 3).map((file) => {
      const bytes = async (): Promise<Uint8Array> => {
        const { samples, sampleRate } = decodeWav(await readFile(file));
        // Every third sample of 48 kHz, at half the gain, without the first 0.1 s.
        const codes = samples.filter((_, i) => i % 3 === 0 && i > 4800).map((x) => 16_384 * x);
        return writeWav(codes, { sampleRate: sampleRate / 3 });
      };
      return { id: `copy of ${file}`, file, bytes };
    });
    const twins = await findTwins([...files.map(read), ...copies]);
    expect(twins.map(({ ids }) => ids)).toEqual(files.slice(0, 3).map((f) => [f, `copy of ${f}`]));
  });
});
