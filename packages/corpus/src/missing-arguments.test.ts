// Plain JavaScript may leave out or mistake what TypeScript would insist on.
import { expect, test } from 'vitest';
import * as corpus from './index.ts';

type Loose = Record<string, (...values: unknown[]) => unknown>;
const library = corpus as unknown as Loose;
const options = { describe: () => ({}) };

const calls: Record<string, (value: unknown) => unknown> = {
  findTwins: (value) => library.findTwins(value),
  fingerprint: (value) => library.fingerprint(value),
  isSameRecording: (value) => library.isSameRecording(value, value),
  groupProblems: (value) => library.groupProblems(value),
  fromFiles: (value) => (library.fromFiles(value, options) as AsyncGenerator).next(),
  fromDirectoryHandle: (value) =>
    (library.fromDirectoryHandle(value, options) as AsyncGenerator).next(),
};

test.each(
  Object.keys(calls).flatMap((name) => [undefined, null, 5, {}].map((value) => ({ name, value }))),
)('$name of $value throws the typed error', async ({ name, value }) => {
  const run = async (): Promise<unknown> => calls[name](value);
  await expect(run()).rejects.toMatchObject({
    name: 'CorpusError',
    code: 'bad-argument',
    message: expect.stringMatching(new RegExp(`^${name}: \``)),
  });
});
