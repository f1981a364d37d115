import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { describe as describeClip } from './describe.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { RavdessClip } from './ravdess-clip.ts';
import { RavdessError } from './ravdess-error.ts';
import { makeWav } from './testing/make-wav.ts';

const clip = (id: string, bytes: Uint8Array): RavdessClip => ({
  id,
  file: `${id}.wav`,
  info: describeClip(`${id}.wav`),
  bytes: async () => bytes,
});
const second = new Int16Array(1000);
const before = { file: 'a.wav', code: 'bad-filename', message: 'a' };
const CLIPS = [
  clip('03-01-03-01-01-01-01', makeWav(second, { sampleRate: 1000 })),
  clip('03-01-03-01-01-01-02', makeWav(second, { sampleRate: 1000, channels: 2 })),
  clip('03-02-04-01-01-01-02', makeWav(second, { sampleRate: 500 })),
  clip('03-01-01-02-01-01-02', makeWav(second, { sampleRate: 500 })),
  clip('03-01-03-01-01-02-01', makeWav(second).subarray(0, 900)),
  clip('03-01-03-01-01-02-02', makeWav([0, Number.NaN], { depth: '32f' })),
];
const inspectAll = (): Promise<Inspection> => inspect(CLIPS, { problems: [before] });

describe('inspect', () => {
  it('counts what decodes', async () => {
    expect(await inspectAll()).toMatchObject({
      clips: 4,
      actors: 2,
      perActor: { 1: 1, 2: 3 },
      perEmotion: { neutral: 1, happy: 2, sad: 1, angry: 0 },
      perChannel: { speech: 3, song: 1 },
      stereo: 1,
      sampleRates: { 500: 2, 1000: 2 },
      duration: { total: 5.5, shortest: 0.5, longest: 2 },
    });
  });

  it('of nothing is zeros', async () => {
    expect(await inspect([])).toMatchObject({
      clips: 0,
      actors: 0,
      perActor: {},
      perEmotion: {
        neutral: 0,
        calm: 0,
        happy: 0,
        sad: 0,
        angry: 0,
        fearful: 0,
        disgust: 0,
        surprised: 0,
      },
      perChannel: { speech: 0, song: 0 },
      stereo: 0,
      sampleRates: {},
      duration: { total: 0, shortest: 0, longest: 0 },
      missing: { speech: { clips: 1440, ids: [] }, song: { clips: 1012, ids: [] } },
      unexpected: [],
      problems: [],
    });
  });

  it('counts no clip of three channels as stereo', async () => {
    const { stereo, clips } = await inspect([
      clip('03-01-03-01-01-01-01', makeWav(new Int16Array(300), { channels: 3 })),
    ]);
    expect([stereo, clips]).toEqual([0, 1]);
  });

  it('adds what does not decode to the problems that it was given', async () => {
    const [first, second] = ['03-01-03-01-01-02-01.wav', '03-01-03-01-01-02-02.wav'];
    expect((await inspectAll()).problems).toEqual([
      before,
      {
        file: first,
        code: 'truncated-wav',
        message: `inspectWav: ${first} must have 2000 bytes in its chunk "data", got 856`,
      },
      {
        file: second,
        code: 'bad-audio',
        message: `inspectWav: ${second} must hold finite samples, got NaN or infinity in frame 1`,
      },
    ]);
  });

  it('names clips that RAVDESS does not have', async () => {
    expect((await inspectAll()).unexpected).toEqual(['03-01-01-02-01-01-02']);
  });

  it('says what is missing of the speech', async () => {
    const { speech } = (await inspectAll()).missing;
    expect(speech.clips).toBe(1438);
    expect(speech.actors).toEqual(Array.from({ length: 22 }, (_, i) => i + 3));
    expect(speech.ids).toHaveLength(2 * 60 - 2);
    expect(speech.ids).not.toContain('03-01-03-01-01-01-01');
    expect(speech.ids).not.toContain('03-01-03-01-01-01-02');
    expect([speech.ids[0], speech.ids.at(-1)]).toEqual([
      '03-01-01-01-01-01-01',
      '03-01-08-02-02-02-02',
    ]);
  });

  it('says what is missing of the song, where actor 18 has nothing', async () => {
    const { song } = (await inspectAll()).missing;
    expect(song.clips).toBe(1011);
    expect(song.actors).toEqual(
      [1, ...Array.from({ length: 22 }, (_, i) => i + 3)].filter((n) => n !== 18),
    );
    expect(song.ids).toHaveLength(43);
  });

  it('reports progress after each clip', async () => {
    const seen: unknown[] = [];
    await inspect(CLIPS, { onProgress: (done, { id }) => seen.push([done, id]) });
    expect(seen).toEqual(CLIPS.map(({ id }, i) => [i + 1, id]));
  });

  it('gives plain JSON', async () => {
    const inspection = await inspectAll();
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  });

  it('names clips that are clipped', async () => {
    const { clipped } = await inspect([
      clip('03-01-03-01-01-01-01', makeWav([0, 32767, 32767, 32767, 32767, 0])),
      clip('03-01-03-01-01-01-03', makeWav([0, 33, 32767, 32767])),
    ]);
    expect(clipped).toEqual([{ id: '03-01-03-01-01-01-01', samples: 4 }]);
  });

  it('names clips that are silent', async () => {
    const { silent } = await inspect([
      clip('03-01-03-01-01-01-02', makeWav([0, 32, -32])),
      clip('03-01-03-01-01-01-03', makeWav([0, 33, 32767, 32767])),
    ]);
    expect(silent).toEqual(['03-01-03-01-01-01-02']);
  });

  it.each([
    [0.0009999, true],
    [0.001, false],
  ])('of a peak of %d says that it is silent: %s', async (peak, isSilent) => {
    const wav = makeWav([0, -peak], { depth: '32f' });
    const { silent } = await inspect([clip('03-01-03-01-01-01-02', wav)]);
    expect(silent).toEqual(isSilent ? ['03-01-03-01-01-01-02'] : []);
  });

  const sampleRate = 16_000;
  const noise = (seed: number, gain = 1): number[] => {
    const random = seeded(seed);
    const wave = (i: number): number => Math.sin((i / sampleRate) * seed * 3) ** 2;
    return Array.from({ length: sampleRate }, (_, i) => gain * 20_000 * (random() - 0.5) * wave(i));
  };

  it('names clips that hold one recording under other labels, actors and modalities', async () => {
    const found = await inspect([
      clip('01-01-05-01-01-01-02', makeWav(noise(1, 0.5), { sampleRate })),
      clip('03-01-03-01-01-01-01', makeWav(noise(1), { sampleRate })),
      clip('03-01-03-01-01-01-02', makeWav(noise(2), { sampleRate })),
    ]);
    const files = ['01-01-05-01-01-01-02.wav', '03-01-03-01-01-01-01.wav'];
    expect(found.twins).toEqual([{ ids: files.map((file) => file.slice(0, -4)), files }]);
    expect(found.problems).toEqual([
      {
        file: files[0],
        code: 'same-sound',
        message: `inspect: ${files[0]} must be a recording of its own, got the same sound in ${files[1]}`,
      },
    ]);
  });

  it('lists the pair that RAVDESS was published with, which is no problem of a copy', async () => {
    const ids = ['03-01-03-01-02-01-07', '03-01-03-01-02-02-07'];
    const found = await inspect(ids.map((id) => clip(id, makeWav(noise(1), { sampleRate }))));
    expect(found.twins).toMatchObject([{ ids }]);
    expect(found.problems).toEqual([]);
  });

  it('takes silences for no twins', async () => {
    expect((await inspectAll()).twins).toEqual([]);
  });

  it('names headers that contradict themselves, and counts their clips', async () => {
    const wav = makeWav(noise(1), { sampleRate });
    wav[32] = 4; // the block align of 16-bit mono, which is 2
    const { clips, duration, problems } = await inspect([clip('03-01-03-01-01-01-01', wav)]);
    expect(clips).toBe(1);
    expect(duration.total).toBe(1);
    expect(problems).toMatchObject([
      { file: '03-01-03-01-01-01-01.wav', code: 'wrong-block-align' },
    ]);
  });

  it('stops between clips when the signal aborts', async () => {
    const controller = new AbortController();
    const clips = [1, 2, 3].map((n) => clip(`03-01-03-01-01-01-0${n}`, makeWav(second)));
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

  it('stops behind the last clip, too', async () => {
    const controller = new AbortController();
    const promise = inspect([clip('03-01-03-01-01-01-01', makeWav(second))], {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(promise).rejects.toThrow('enough');
  });

  /** A clip whose sound can be read so often, and then cannot. */
  const vanishing = (id: string, reads: number, onGone: () => void = () => {}): RavdessClip => {
    const there = clip(id, makeWav(noise(1), { sampleRate }));
    let left = reads;
    there.bytes = async () => {
      if (left-- > 0) return makeWav(noise(1), { sampleRate });
      onGone();
      throw new RavdessError('bad-info', `no ${id}`);
    };
    return there;
  };

  it('names a clip that goes away before its sound is compared, and counts it', async () => {
    const ids = ['03-01-03-01-01-01-01', '03-01-03-01-01-01-02'];
    const found = await inspect(ids.map((id) => vanishing(id, 1)));
    expect(found.clips).toBe(2);
    expect(found.problems).toEqual([
      { file: `${ids[0]}.wav`, code: 'bad-info', message: `no ${ids[0]}` },
    ]);
    expect(found.twins).toEqual([]);
  });

  it('stops between two comparisons, too', async () => {
    const controller = new AbortController();
    const ids = ['03-01-03-01-01-01-01', '03-01-03-01-01-01-02', '03-01-03-01-01-01-03'];
    const abort = (): void => controller.abort(new Error('enough'));
    const found = inspect(
      ids.map((id) => vanishing(id, 1, abort)),
      { signal: controller.signal },
    );
    await expect(found).rejects.toThrow('enough');
  });

  it('names all other clips of a recording that three have', async () => {
    const ids = ['03-01-03-01-01-01-01', '03-01-03-01-02-01-07', '03-01-03-01-02-02-07'];
    const { problems, twins } = await inspect(
      ids.map((id) => clip(id, makeWav(noise(1), { sampleRate }))),
    );
    expect(twins).toEqual([{ ids, files: ids.map((id) => `${id}.wav`) }]);
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining(`got the same sound in ${ids[1]}.wav, ${ids[2]}.wav`),
      },
    ]);
  });

  it('does not hide an error that is not about the clip', async () => {
    const broken = { ...clip('03-01-03-01-01-01-01', makeWav(second)) };
    broken.bytes = () => Promise.reject(new TypeError('a bug'));
    await expect(inspect([broken])).rejects.toThrow('a bug');
  });
});
