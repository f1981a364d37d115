import { describe, expect, it } from 'vitest';
import type { Clip } from './clip.ts';
import { parseFilename } from './filename.ts';
import { inspect } from './inspect.ts';
import { writeWav } from './testing/write-wav.ts';

const clip = (id: string, bytes: Uint8Array): Clip => ({
  id,
  file: `${id}.wav`,
  info: parseFilename(`${id}.wav`),
  bytes: async () => bytes,
});
const second = new Int16Array(1000);

describe('inspect', () => {
  it('counts what decodes and lists what does not', async () => {
    const before = { file: 'a.wav', code: 'bad-filename' as const, message: 'a' };
    const seen: number[] = [];
    const inspection = await inspect(
      [
        clip('03-01-03-01-01-01-01', writeWav(second, { sampleRate: 1000 })),
        clip('03-01-03-01-01-01-02', writeWav(second, { sampleRate: 1000, channels: 2 })),
        clip('03-02-04-01-01-01-02', writeWav(second, { sampleRate: 500 })),
        clip('03-01-01-02-01-01-02', writeWav(second, { sampleRate: 500 })),
        clip('03-01-03-01-01-02-01', writeWav(second).subarray(0, 900)),
        clip('03-01-03-01-01-02-02', writeWav([0, Number.NaN], { tag: 3, bits: 32 })),
      ],
      { problems: [before], onProgress: (done) => seen.push(done) },
    );
    expect(inspection).toMatchObject({
      clips: 4,
      actors: 2,
      perActor: { 1: 1, 2: 3 },
      perEmotion: { neutral: 1, happy: 2, sad: 1, angry: 0 },
      perChannel: { speech: 3, song: 1 },
      stereo: 1,
      sampleRates: { 500: 2, 1000: 2 },
      duration: { total: 5.5, shortest: 0.5, longest: 2 },
      unexpected: ['03-01-01-02-01-01-02'],
      problems: [
        before,
        { file: '03-01-03-01-01-02-01.wav', code: 'truncated-wav' },
        { file: '03-01-03-01-01-02-02.wav', code: 'non-finite-samples' },
      ],
    });
    expect(inspection.missing.speech.clips).toBe(1438);
    expect(inspection.missing.speech.actors).toHaveLength(22);
    expect(inspection.missing.speech.ids).toHaveLength(2 * 60 - 2);
    expect(inspection.missing.song.clips).toBe(1011);
    expect(inspection.missing.song.actors).not.toContain(18);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  });

  it('names clips that are clipped or silent', async () => {
    const { clipped, silent } = await inspect([
      clip('03-01-03-01-01-01-01', writeWav([0, 32767, 32767, 32767, 32767, 0])),
      clip('03-01-03-01-01-01-02', writeWav([0, 32, -32])),
      clip('03-01-03-01-01-01-03', writeWav([0, 33, 32767, 32767])),
    ]);
    expect(clipped).toEqual([{ id: '03-01-03-01-01-01-01', samples: 4 }]);
    expect(silent).toEqual(['03-01-03-01-01-01-02']);
  });

  it('stops between clips when it is told to', async () => {
    const controller = new AbortController();
    const clips = [1, 2, 3].map((n) => clip(`03-01-03-01-01-01-0${n}`, writeWav(second)));
    const seen: number[] = [];
    const promise = inspect(clips, {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(promise).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2]);
  });

  it('does not hide an error that is not about the clip', async () => {
    const broken = { ...clip('03-01-03-01-01-01-01', writeWav(second)) };
    broken.bytes = () => Promise.reject(new TypeError('a bug'));
    await expect(inspect([broken])).rejects.toThrow('a bug');
  });
});
