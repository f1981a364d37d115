import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  type MockInstance,
  test,
  vi,
} from 'vitest';
import { BAD } from '../../testing/bad-decoders.ts';
import { all, oddClips, oddConfig, oddExtractor, rawDecoding } from '../../testing/odd-clips.ts';
import { encodeRaw } from '../../testing/raw-audio.ts';
import { type ClipSource, extractAll } from '../index.ts';
import { ClipPool } from './clip-pool.ts';
import { type ClipTask, extractClip } from './extract-clip.ts';

const sampleRate = 8000;
const config = oddConfig;
const decoding = rawDecoding;
const clips = oddClips;
const { extractSamples } = oddExtractor;

test('two workers give in order what this thread gives, and then end', async () => {
  const destroy = vi.spyOn(Tinypool.prototype, 'destroy');
  const variants = [{ name: 'noise', steps: [{ kind: 'addNoise', amplitude: 0.3 }] }] as const;
  const options = { workers: 2, variants, seedOf: (): number => 7 };
  const results = await all(extractAll(clips, config, options));
  const expected = clips.map(async ({ id, samples }) => {
    const audio = { samples, sampleRate };
    return { id, ...(await extractClip({ config, audio, variants, seed: 7 })) };
  });
  expect(results).toEqual(await Promise.all(expected));
  const threads = (pool: unknown): number => (pool as Tinypool).options.maxThreads;
  expect(destroy.mock.contexts.map(threads)).toEqual([2]);
  destroy.mockRestore();
});

test('files are read and bytes decoded in the workers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ser-extract-all-'));
  try {
    const file = join(folder, 'clip.raw');
    await writeFile(file, encodeRaw(clips[0]));
    const sources: ClipSource[] = [
      { id: 'file', file },
      { id: 'URL', file: pathToFileURL(file) },
      { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[1])) },
    ];
    const results = await all(extractAll(sources, config, { ...decoding, workers: 1 }));
    expect(results.map(({ values }) => values)).toEqual([
      extractSamples(clips[0].samples),
      extractSamples(clips[0].samples),
      extractSamples(clips[1].samples),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const misbehaving = {
  decoder: new URL('../../testing/bad-decoders.ts', import.meta.url),
  decoderName: 'decodeBadly',
};
const holding = (id: string, bytes: Uint8Array): ClipSource => ({
  id,
  bytes: () => Promise.resolve(bytes),
});
const good = clips.map((clip) => holding(clip.id, encodeRaw(clip)));

test('a decoder that ends its worker: an error in its place, and the others go on', async () => {
  const bad: [id: string, bytes: Uint8Array, how: string][] = [
    ['exits', BAD.exits, 'exit code 3'],
    ['throws', BAD.throwsLater, 'thrown by nobody’s promise'],
  ];
  const sources = [
    ...good.slice(0, 3),
    ...bad.map(([id, bytes]) => holding(id, bytes)),
    ...good.slice(3),
  ];
  const results = await all(extractAll(sources, config, { ...misbehaving, workers: 2 }));
  const values = clips.map(({ id, samples }) => ({
    id,
    values: extractSamples(samples),
    variants: [],
  }));
  const lost = bad.map(([id, , how]) => ({
    id,
    error: expect.objectContaining({
      name: 'FeatureError',
      code: 'lost-worker',
      message: expect.stringContaining(how),
    }),
  }));
  expect(results).toEqual([...values.slice(0, 3), ...lost, ...values.slice(3)]);
});

test('a decoder that ends its worker after the answer costs no other clip', async () => {
  const sources = good.flatMap((source, i) =>
    i ? [source] : [holding(`${i}`, BAD.exitsLater), source],
  );
  const results = await all(extractAll(sources, config, { ...misbehaving, workers: 1 }));
  const errors = results.filter(({ id, error }) => error && id.startsWith('clip'));
  expect(errors).toEqual([]);
});

test.each([
  ['a loop', BAD.loops],
  ['a promise', BAD.waits],
])('an abort stops a decoder that never returns: %s', async (_, bytes) => {
  const controller = new AbortController();
  const sources = [good[0], holding('bad', bytes), good[1]];
  const options = { ...misbehaving, workers: 1, signal: controller.signal };
  const loop = async (): Promise<void> => {
    for await (const { id } of extractAll(sources, config, options)) {
      if (id === good[0].id) controller.abort(new Error('enough'));
    }
  };
  await expect(loop()).rejects.toThrow('enough');
});

test('leaving the loop stops a decoder that never returns', async () => {
  const sources = [good[0], holding('bad', BAD.loops), good[1]];
  const seen: string[] = [];
  for await (const { id } of extractAll(sources, config, { ...misbehaving, workers: 1 })) {
    seen.push(id);
    break;
  }
  expect(seen).toEqual([good[0].id]);
});

test('a clip that no worker can be sent is a wrong argument', async () => {
  const audio = { samples: clips[0].samples, sampleRate: () => 8000 };
  const [{ error }] = await all(
    extractAll([{ id: 'odd', ...audio } as never], config, { workers: 1 }),
  );
  expect(error).toEqual(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
});

describe('a worker that ends', () => {
  const task: ClipTask = { config, variants: [], seed: 0 };
  const answer = { values: Float32Array.of(7), variants: [] };
  const ends = (): Promise<never> => Promise.reject(new Error('exit code 3'));

  let pool: ClipPool;
  let run: MockInstance<Tinypool['run']>;

  beforeAll(() => {
    pool = new ClipPool(1);
    run = vi.spyOn(Tinypool.prototype, 'run');
  });

  beforeEach(() => {
    run.mockReset();
  });

  afterAll(async () => {
    run.mockRestore();
    await pool.destroy();
  });

  test('once is asked again', async () => {
    run.mockImplementationOnce(ends).mockResolvedValueOnce(answer);
    expect(await pool.run(task, undefined)).toEqual(answer);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('twice has lost the clip', async () => {
    run.mockImplementationOnce(ends).mockImplementationOnce(ends);
    await expect(pool.run(task, undefined)).rejects.toEqual(
      expect.objectContaining({
        code: 'lost-worker',
        message:
          'extractAll: the decoder must return or throw, and leave its worker thread running, ' +
          'got exit code 3',
        cause: expect.objectContaining({ message: 'exit code 3' }),
      }),
    );
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('after an abort is not asked again, and the reason is the signal’s', async () => {
    const controller = new AbortController();
    run.mockImplementationOnce(() => {
      controller.abort(new Error('enough'));
      return ends();
    });
    await expect(pool.run(task, controller.signal)).rejects.toThrow('enough');
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('because the pool was destroyed is not asked again', async () => {
    run.mockImplementationOnce(async () => {
      await pool.destroy();
      return ends();
    });
    await expect(pool.run(task, undefined)).rejects.toThrow('got exit code 3');
    expect(run).toHaveBeenCalledTimes(1);
  });
});
