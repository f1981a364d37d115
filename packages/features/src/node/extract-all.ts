import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { ExtractorConfig } from '../extractor/config.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import { FeatureError, type FeatureErrorCode } from '../feature-error.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkInteger } from '../util/check.ts';
import { CLIP_WORKER, type ClipAnswer, type ClipTask, extractClip } from './util/extract-clip.ts';
import { untilAborted } from './util/until-aborted.ts';

/**
 * A clip to extract. Samples are used as they are; `bytes()` is called here and decoded in a worker;
 * a file alone is read in the worker too. `@ser/ravdess` clips fit.
 */
export type ClipSource = { readonly id: string } & (
  | { readonly samples: Samples; readonly sampleRate: number }
  | { bytes(): Promise<Uint8Array> }
  | { readonly file: string | URL }
);

/** The features of a clip, or why it has none. */
export type ClipFeatures =
  | { readonly id: string; readonly values: Float32Array; readonly error?: undefined }
  | { readonly id: string; readonly values?: undefined; readonly error: Error };

/** How far {@link extractAll} has come. */
export interface ExtractProgress {
  /** Clips that are through, the failed ones included. */
  readonly done: number;
  readonly failed: number;
  readonly id: string;
}

/** Options of {@link extractAll}. */
export interface ExtractAllOptions {
  /** Threads. Default: as many as the machine has processors for. */
  workers?: number;
  /**
   * URL of the module that decodes bytes, for clips without samples. It is imported in the workers:
   * `import.meta.resolve('@ser/ravdess')`.
   */
  decoder?: string | URL;
  /** Its function from a file's bytes to `{ samples, sampleRate }`. Default `'decodeWav'`. */
  decoderName?: string;
  /** Called after each clip, in order. */
  onProgress?: (progress: ExtractProgress) => void;
  /** Stops the workers; the iteration then throws the signal's reason. */
  signal?: AbortSignal;
}

/** Clips that wait for each worker, so that none is idle while results are taken in order. */
const QUEUED = 4;

/**
 * Extracts many clips on worker threads. Results come in the order of the clips; a clip that cannot
 * be read, decoded or extracted gives an error in its place and the others go on.
 *
 * No more clips are taken than workers can be busy with, so a data set of any size fits in memory.
 * Leaving the loop early stops the workers.
 *
 * @example
 * const decoder = import.meta.resolve('@ser/ravdess');
 * for await (const { id, values, error } of extractAll(clips, presets.summary162, { decoder })) {
 *   if (error) console.warn(id, error.message);
 * }
 *
 * @throws FeatureError for a configuration or a number of workers out of range
 */
export function extractAll(
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions = {},
): AsyncGenerator<ClipFeatures, void, undefined> {
  const { workers = availableParallelism() } = options;
  checkInteger('extractAll', 'workers', workers, 1);
  if (!isIterable(clips)) throw badArgument('extractAll', 'clips', 'iterable', clips);
  createExtractor(config);
  return run(clips, config, { ...options, workers });
}

async function* run(
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions & { workers: number },
): AsyncGenerator<ClipFeatures, void, undefined> {
  const { workers, signal, onProgress, decoderName = 'decodeWav' } = options;
  signal?.throwIfAborted();
  const decoder = options.decoder && { module: String(options.decoder), name: decoderName };
  const filename = fileURLToPath(CLIP_WORKER);
  const { name } = extractClip;
  const pool = new Tinypool({ filename, minThreads: workers, maxThreads: workers });
  const pending: Promise<ClipFeatures>[] = [];
  let done = 0;
  let failed = 0;

  const next = async (): Promise<ClipFeatures> => {
    const result = (await pending.shift()) as ClipFeatures;
    signal?.throwIfAborted();
    done++;
    if (result.error) failed++;
    onProgress?.({ done, failed, id: result.id });
    return result;
  };

  const extract = async (clip: ClipSource): Promise<ClipFeatures> => {
    try {
      const task: ClipTask = { config, ...(decoder && { decoder }), ...(await input(clip)) };
      const answer = (await pool.run(task, { name, signal })) as ClipAnswer;
      if ('values' in answer) return { id: clip.id, values: answer.values };
      return { id: clip.id, error: errorOf(answer.error) };
    } catch (error) {
      return { id: clip.id, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };

  try {
    for await (const clip of untilAborted(clips, signal)) {
      signal?.throwIfAborted();
      pending.push(extract(clip));
      if (pending.length >= workers * QUEUED) yield await next();
    }
    while (pending.length > 0) yield await next();
  } finally {
    await pool.destroy();
  }
}

async function input(clip: ClipSource): Promise<Pick<ClipTask, 'audio' | 'bytes' | 'file'>> {
  if ('samples' in clip) return { audio: { samples: clip.samples, sampleRate: clip.sampleRate } };
  if ('bytes' in clip) return { bytes: await clip.bytes() };
  if (typeof clip.file === 'string') return { file: clip.file };
  if (clip.file instanceof URL) return { file: fileURLToPath(clip.file) };
  throw badArgument('extractAll', 'clip', 'one with samples, bytes() or a file', clip);
}

const isIterable = (clips: object): boolean =>
  Object(clips) === clips && (Symbol.iterator in clips || Symbol.asyncIterator in clips);

/** An error that was thrown in a worker, in its class where the class is ours. */
function errorOf({ name, code, message }: { name: string; code: unknown; message: string }): Error {
  if (name === 'FeatureError') return new FeatureError(code as FeatureErrorCode, message);
  return Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
}
