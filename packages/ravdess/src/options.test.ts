import { expect, test } from 'vitest';
import * as ravdess from './index.ts';
import * as node from './node/index.ts';

const handle = { kind: 'directory' as const, name: 'x', async *values() {} };

/** A call of every public function that takes options, with these. */
const CALLS: Readonly<Record<string, (options: never) => unknown>> = {
  download: (options) => node.download(options),
  fromDirectory: (options) => node.fromDirectory('x', options).next(),
  fromDirectoryHandle: (options) => ravdess.fromDirectoryHandle(handle, options).next(),
  fromFiles: (options) => ravdess.fromFiles([], options).next(),
  fromZip: (options) => node.fromZip('x', options).next(),
  inspect: (options) => ravdess.inspect([], options),
};
/** Those that take none. `RavdessError` does as `Error` itself, which ignores other options. */
const WITHOUT_OPTIONS = [
  'describe',
  'expectedClips',
  'formatFilename',
  'parseFilename',
  'RavdessError',
];

test('every public function stands in one of the lists', () => {
  const all = Object.entries({ ...ravdess, ...node });
  const functions = all.filter(([, value]) => typeof value === 'function').map(([name]) => name);
  expect(functions.sort()).toEqual([...Object.keys(CALLS), ...WITHOUT_OPTIONS].sort());
});

test.each(Object.entries(CALLS))(
  '%s refuses an option that it does not know',
  async (name, call) => {
    const run = async (): Promise<unknown> => call({ on_problem: () => {} } as never);
    await expect(run()).rejects.toMatchObject({
      name: 'RavdessError',
      code: 'bad-argument',
      message: expect.stringMatching(`^${name}: \`options\` must hold none but .*, got on_problem`),
    });
  },
);

test.each(Object.entries(CALLS))('%s refuses options that are no object', async (_, call) => {
  const run = async (): Promise<unknown> => call(5 as never);
  await expect(run()).rejects.toMatchObject({ name: 'RavdessError', code: 'bad-argument' });
});

test('download refuses to be called without its options', async () => {
  await expect(node.download(undefined as never)).rejects.toMatchObject({ code: 'bad-argument' });
});
