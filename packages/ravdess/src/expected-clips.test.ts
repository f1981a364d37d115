import { expect, it } from 'vitest';
import { expectedClips } from './expected-clips.ts';
import { parseFilename } from './filename.ts';

// The counts of Livingstone & Russo 2018.
it.each([
  ['speech', 1440, { neutral: 96, calm: 192, disgust: 192 }],
  ['song', 1012, { neutral: 92, calm: 184, sad: 184 }],
] as const)('knows every clip of %s', (channel, total, perEmotion) => {
  const ids = expectedClips(channel);
  expect(new Set(ids).size).toBe(total);
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const { emotion } = parseFilename(`${id}.wav`);
    counts[emotion] = (counts[emotion] ?? 0) + 1;
  }
  expect(counts).toMatchObject(perEmotion);
  expect('disgust' in counts).toBe(channel === 'speech');
});

it('refuses another channel', () => {
  expect(() => expectedClips('singing' as never)).toThrow(
    'expectedClips: `channel` must be speech or song, got "singing"',
  );
});
