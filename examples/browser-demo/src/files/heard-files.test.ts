import { expect, it } from 'vitest';
import type { RunOptions } from '../jobs/job-client.ts';
import type { RecognitionClient } from '../recognition/recognition.ts';
import { HeardFiles } from './heard-files.ts';

interface Analysing {
  readonly options: RunOptions<unknown>;
  readonly resolve: (analysis: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A client that says that each file is a WAV, and analyses it when the test says so. */
function started() {
  const analysing: Analysing[] = [];
  const run = (job: string, _: unknown, options: RunOptions<unknown>) =>
    job === 'sniff'
      ? Promise.resolve({ format: 'wav' })
      : new Promise((resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
          analysing.push({ options, resolve, reject });
        });
  const files = new HeardFiles({ run } as unknown as RecognitionClient);
  return { files, analysing, states: () => files.entries.map(({ state }) => state) };
}

const made = (...names: string[]) => names.map((path) => ({ file: new File(['x'], path), path }));
/** Lets all that is ready run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('works on two files at once, and on the next when one is done', async () => {
  const { files, analysing, states } = started();
  files.add(made('a', 'b', 'c'));
  await settled();
  expect(states()).toEqual(['reading', 'reading', 'waiting']);
  analysing[1].resolve({ duration: 2 });
  await settled();
  expect(states()).toEqual(['reading', 'done', 'reading']);
  expect(files.entries[1].analysis).toEqual({ duration: 2 });
});

it('adds up what is known so far', async () => {
  const { files, analysing } = started();
  files.add(made('a'));
  await settled();
  analysing[0].options.onProgress?.({ duration: 2 });
  analysing[0].options.onProgress?.({ sampleRate: 8000 });
  expect(files.entries[0].analysis).toEqual({ duration: 2, sampleRate: 8000 });
});

it('keeps why a file failed, without the name of our function, and goes on', async () => {
  const { files, analysing, states } = started();
  files.add(made('a', 'b', 'c'));
  await settled();
  analysing[0].reject(new Error('decodeWav: a must be a WAV file, got text'));
  await settled();
  expect(states()).toEqual(['failed', 'reading', 'reading']);
  expect(files.entries[0].error).toBe('a must be a WAV file, got text');
});

it('ends the work on a file that is removed', async () => {
  const { files, analysing, states } = started();
  const [first] = files.add(made('a', 'b', 'c'));
  await settled();
  files.remove(first.id);
  await settled();
  expect(analysing[0].options.signal?.aborted).toBe(true);
  expect(files.entries.map(({ name }) => name)).toEqual(['b', 'c']);
  expect(states()).toEqual(['reading', 'reading']);
});

it('ends all work when all are removed', async () => {
  const { files, analysing } = started();
  files.add(made('a', 'b', 'c'));
  await settled();
  files.removeAll();
  await settled();
  expect(files.entries).toEqual([]);
  expect(analysing.map(({ options }) => options.signal?.aborted)).toEqual([true, true]);
  files.add(made('d'));
  await settled();
  expect(analysing).toHaveLength(3);
});

it('tells each change, and which entries are new', async () => {
  const { files } = started();
  let changes = 0;
  files.addEventListener('change', () => changes++);
  const added = files.add(made('a', 'b'), { synthetic: true });
  expect(added.map(({ name, synthetic }) => [name, synthetic])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(changes).toBeGreaterThan(0);
  expect(new Set(files.entries.map(({ id }) => id)).size).toBe(2);
});
