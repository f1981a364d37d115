import type { Clip } from '@ser/corpus';
import { expect, it } from 'vitest';
import { toneWav } from '../testing/tone-wav.ts';
import { voiceWav } from '../testing/voice-wav.ts';
import { inspectClips } from './inspect-clips.ts';

const clip = (id: string, bytes: Uint8Array | string, info: Partial<Clip['info']> = {}): Clip => ({
  id,
  file: `${id}.wav`,
  info: { label: 'up', speaker: 'ann', ...info },
  bytes: async () => Buffer.from(bytes),
});

it('counts what is there, and names what is wrong', async () => {
  const seen: number[] = [];
  const loud = Buffer.from(toneWav(1, 500));
  for (let at = 200; at < 220; at += 2) loud.writeInt16LE(32_767, at);
  const found = await inspectClips(
    [
      clip('a', voiceWav(1), { condition: 'lab' }),
      clip('b', voiceWav(1), { label: 'down', speaker: 'bob' }),
      clip('c', toneWav(1, 0), { speaker: '' }),
      clip('d', loud, { speaker: '__proto__' }),
      clip('e', 'no sound'),
    ],
    {
      corpus: 'mine',
      labels: ['up', 'down', 'none'],
      onProgress: (done) => seen.push(done),
      signal: new AbortController().signal,
    },
  );
  expect(found).toMatchObject({
    corpus: 'mine',
    clips: 4,
    perLabel: { up: 3, down: 1, none: 0 },
    unknownSpeakers: 1,
    perCondition: { lab: 1 },
    stereo: 0,
    sampleRates: { 16000: 4 },
    duration: { total: 5, shortest: 1, longest: 1.5 },
    clipped: [{ id: 'd', samples: 10 }],
    silent: ['c'],
    twins: [{ ids: ['a', 'b'] }],
  });
  expect(Object.entries(found.perSpeaker)).toEqual([
    ['__proto__', 1],
    ['ann', 1],
    ['bob', 1],
  ]);
  expect(found.problems.map(({ file, code }) => [file, code])).toEqual([
    ['e.wav', 'unreadable-audio'],
    ['a.wav', 'same-sound'],
  ]);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

it('has durations of 0 where there is nothing', async () => {
  const options = { corpus: 'x', labels: [], onProgress: () => {}, signal: AbortSignal.abort() };
  const { duration } = await inspectClips([], { ...options, signal: new AbortController().signal });
  expect(duration).toEqual({ total: 0, shortest: 0, longest: 0 });
  await expect(inspectClips([clip('a', '')], options)).rejects.toThrow('aborted');
});
