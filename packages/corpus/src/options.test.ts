import { expect, test } from 'vitest';
import { CorpusError } from './corpus-error.ts';
import * as corpus from './index.ts';
import * as node from './node/index.ts';
import { writeWav } from './testing/write-wav.ts';

const wav = writeWav([1, 2, 3]);
async function* chunks(): AsyncGenerator<Uint8Array> {
  yield wav;
}
const describe = (): object => ({});
const handle = { kind: 'directory' as const, name: 'x', async *values() {} };

/** A call of every public function that takes options, with these. */
const CALLS: Readonly<Record<string, (options: never) => unknown>> = {
  decodeAudio: (options) => node.decodeAudio(wav, options),
  decodeWav: (options) => corpus.decodeWav(wav, options),
  decodeWavStream: (options) => corpus.decodeWavStream(chunks(), options).next(),
  findTwins: (options) => corpus.findTwins([], options),
  fromDirectory: (options) => node.fromDirectory('x', options).next(),
  fromDirectoryHandle: (options) => corpus.fromDirectoryHandle(handle, options).next(),
  fromFiles: (options) => corpus.fromFiles([], options).next(),
  fromZip: (options) => node.fromZip('x', options).next(),
  inspectWav: (options) => corpus.inspectWav(wav, options),
  labelsFromCsv: (options) => corpus.labelsFromCsv('file,label', options),
  labelsFromFolders: (options) => corpus.labelsFromFolders(options),
  readWavHeader: (options) => corpus.readWavHeader(wav, options),
  TwinFinder: (options) => new corpus.TwinFinder().find(options),
};
/** Those that take none, and values. `CorpusError` does as `Error`, which ignores other options. */
const WITHOUT_OPTIONS = [
  'AUDIO_ENDINGS',
  'CorpusError',
  'findZips',
  'fingerprint',
  'groupProblems',
  'guessScheme',
  'isSameRecording',
  'isZip',
  'labelsFromScheme',
  'mapLabels',
  'NAMING_SCHEMES',
  'parseNamingScheme',
  'sniffFormat',
];

test('every public function stands in one of the lists', () => {
  const names = Object.keys({ ...corpus, ...node });
  expect(names.sort()).toEqual([...Object.keys(CALLS), ...WITHOUT_OPTIONS].sort());
});

test.each(Object.entries(CALLS))(
  '%s refuses an option that it does not know',
  async (name, call) => {
    const run = async (): Promise<unknown> => call({ describe, n_mfcc: 13 } as never);
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorpusError);
    expect(error).toMatchObject({ code: 'bad-argument' });
    const caller = name === 'TwinFinder' ? 'TwinFinder.find' : name;
    expect(String(error)).toMatch(`CorpusError: ${caller}: \`options\` must hold none but `);
    expect(String(error)).toMatch(/, got (n_mfcc|describe)/);
  },
);

test.each(Object.entries(CALLS))('%s refuses options that are no object', async (_, call) => {
  const run = async (): Promise<unknown> => call(5 as never);
  await expect(run()).rejects.toMatchObject({ name: 'CorpusError', code: 'bad-argument' });
});

test.each(['fromDirectory', 'fromZip', 'fromFiles', 'fromDirectoryHandle'])(
  '%s refuses to be called without its options',
  async (name) => {
    const run = async (): Promise<unknown> => CALLS[name](undefined as never);
    await expect(run()).rejects.toMatchObject({ code: 'bad-argument' });
  },
);

test('a misspelt option is told the right one', () => {
  expect(() => corpus.labelsFromCsv('file,label', { lable: 'x' } as never)).toThrow(
    'did you mean `label`?',
  );
});
