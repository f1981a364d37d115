import { expect, it } from 'vitest';
import { parseSounds, readSounds } from './read-sounds.ts';

const rain = { title: 'rain', n: 20, heard: 0.1, familiar: 0 };

it('reads figures of sounds', () => {
  expect(parseSounds('f', JSON.stringify([rain]))).toEqual([rain]);
});

it.each([
  ['{', 'f: must be JSON'],
  ['{}', 'f: must be a list'],
  ['[null]', 'f: [0].title must be text, got undefined'],
  [JSON.stringify([rain, { ...rain, n: 1.5 }]), 'f: [1].n must be a whole number, got 1.5'],
  [JSON.stringify([{ ...rain, heard: 2 }]), 'f: [0].heard must be in [0, 1], got 2'],
  [JSON.stringify([{ ...rain, familiar: '0' }]), 'f: [0].familiar must be in [0, 1], got 0'],
])('refuses %s', (text, message) => {
  expect(() => parseSounds('f', text)).toThrow(
    expect.objectContaining({ code: 'bad-file', message: expect.stringContaining(message) }),
  );
});

it('names a file that is not there', async () => {
  await expect(readSounds('/nowhere/s.json')).rejects.toMatchObject({ code: 'no-such-path' });
});
