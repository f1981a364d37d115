// Plain JavaScript may leave out or mistake what TypeScript would insist on.
import { expect, test } from 'vitest';
import * as ravdess from './index.ts';

type Loose = Record<string, (...values: unknown[]) => unknown>;
const library = ravdess as unknown as Loose;

const calls: Record<string, (value: unknown) => unknown> = {
  formatFilename: (value) => library.formatFilename(value),
  inspect: (value) => library.inspect(value),
  fromFiles: (value) => (library.fromFiles(value) as AsyncGenerator).next(),
  fromDirectoryHandle: (value) => (library.fromDirectoryHandle(value) as AsyncGenerator).next(),
};

test.each(
  Object.keys(calls).flatMap((name) => [undefined, null, 5].map((value) => ({ name, value }))),
)('$name of $value throws the typed error', async ({ name, value }) => {
  const run = async (): Promise<unknown> => calls[name](value);
  await expect(run()).rejects.toMatchObject({
    name: expect.stringMatching(/^(Ravdess|Corpus)Error$/),
    code: 'bad-argument',
  });
});
