// Programs with `exactOptionalPropertyTypes` give options that they may not have, such as
// `loadRecognizer({ voice: recognizer.voice })`: each option takes undefined by its type.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it.each([
  ['load-recognizer.ts', 4],
  ['recognizer/options.ts', 10],
  ['recognizer/classifier-like.ts', 2],
  ['listen/listen-options.ts', 12],
  ['gate/gate-options.ts', 5],
])('each option in %s takes undefined', async (file, count) => {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  const options = text.match(/^ {2}(readonly )?\w+\?: [^;]*;$/gm) ?? [];
  expect(options).toHaveLength(count);
  expect(options.filter((option) => !/(\| undefined|: unknown);$/.test(option))).toEqual([]);
});
