import { runLimited } from '@ser/testing';
import { beforeAll, expect, it } from 'vitest';
import type { HostileOutcome } from '../testing/hostile-wav.ts';

const module = new URL('../testing/hostile-wav.ts', import.meta.url);

let outcomes: Record<string, HostileOutcome>;
beforeAll(async () => {
  // The largest files take 32 MB, and their samples as much again.
  const limits = { cpuSeconds: 15, megabytes: 250 };
  const { value } = await runLimited({ module, call: 'readHostile', ...limits });
  outcomes = value as typeof outcomes;
});

const FILES: [file: string, format: string, outcome: string | string[]][] = [
  ['four thousand million frames', 'wav', ['wrong-data-size']],
  ['more frames than numbers are exact for', 'wav', ['wrong-data-size']],
  ['sixty thousand channels', 'wav', 'unsupported-wav'],
  ['a block of every size', 'wav', 'unsupported-wav'],
  ['a format of four gigabytes', 'wav', 'truncated-wav'],
  ['chunks without bytes before the samples', 'wav', 'malformed-wav'],
  ['chunks without bytes in place of samples', 'wav', ['unfilled-size']],
  ['odd chunks in place of samples', 'wav', ['unfilled-size']],
  ['chunks of samples without end', 'wav', ['unfilled-size']],
  ['tags without end', 'unknown', 'not-wav'],
  ['a tag of 256 MB', 'mp3', 'not-wav'],
  ['zeros', 'zeros', 'not-wav'],
  ['zeros behind the samples', 'wav', []],
  ['brackets of JSON', 'json', 'not-wav'],
  ['brackets of HTML', 'text', 'not-wav'],
  ['blanks', 'text', 'not-wav'],
  ['frames of MP3', 'mp3', 'not-wav'],
];

it.each(FILES)('a file of %s takes neither time nor memory', (file, format, outcome) => {
  const { seconds, ...read } = outcomes[file];
  expect(read).toEqual({ format, decoded: [outcome, outcome] });
  expect(seconds).toBeLessThan(1.5);
});

it('every file has its line here', () => {
  expect(Object.keys(outcomes)).toEqual(FILES.map(([file]) => file));
});
