import { expect, it } from 'vitest';
import { soundsAmong } from './sounds-among.ts';

it.each<[path: string, type: string, isHeard: boolean]>([
  ['notes.txt', 'text/plain', true],
  ['takes/one.wav', '', true],
  ['takes/Two.FLAC', '', true],
  ['takes/three', 'audio/x-own', true],
  ['takes/four.mov', 'video/quicktime', true],
  ['takes/notes.txt', 'text/plain', false],
  ['takes/.DS_Store', '', false],
  ['takes/._one.wav', 'audio/wav', false],
])('%s (%s): %s', (path, type, isHeard) => {
  const file = new File([], path.split('/').at(-1) ?? '', { type });
  expect(soundsAmong([{ file, path }])).toHaveLength(isHeard ? 1 : 0);
});
