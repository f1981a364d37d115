import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OptionNames } from '@ser/internal';
import { checkVariantConfigs } from '../augment/parse-variant-configs.ts';
import type { VariantConfig } from '../augment/variant-config.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { FeatureError, type FeatureErrorCode } from '../feature-error.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { ClipPool } from './util/clip-pool.ts';
import type { ClipTask, VariantValues } from './util/extract-clip.ts';
import { hashId } from './util/hash-id.ts';
import { orAborted } from './util/or-aborted.ts';
import { untilAborted } from './util/until-aborted.ts';

/**
 * A clip to extract. Samples are used as they are. `bytes()` is called on this thread, and the
 * result is decoded in a worker. A file alone is read in the worker, too. Clips of `@ser/corpus`
 * fit.
 */
export type ClipSource = { readonly id: string } & (
  | { readonly samples: Samples; readonly sampleRate: number }
  | { bytes(): Promise<Uint8Array> }
  | { readonly file: string | URL }
);

/** The features of a clip and of its variants, or why it has none. */
export type ClipFeatures =
  | {
      readonly id: string;
      readonly values: Float32Array;
      /** In the order of the options' `variants`. */
      readonly variants: readonly VariantValues[];
      readonly error?: undefined;
    }
  | {
      readonly id: string;
      readonly values?: undefined;
      readonly variants?: undefined;
      readonly error: Error;
    };

/** The progress of {@link extractAll}. */
export interface ExtractProgress {
  /** How many clips are finished, the failed ones included. */
  readonly done: number;
  readonly failed: number;
  readonly id: string;
}

/** The options of `extractAll`. */
export interface ExtractAllOptions {
  /** How many threads to start. Default: one for each processor. */
  workers?: number;
  /**
   * URL of the module that decodes bytes, for clips without samples. It is imported in the workers:
   * `import.meta.resolve('@ser/corpus')`. Default: none.
   */
  decoder?: string | URL;
  /** The name of the module's function, a `Decode`. Default `'decodeWav'`. */
  decoderName?: string;
  /**
   * Changed copies of each clip to extract, such as `REFERENCE_VARIANTS` or `FUNCTIONALS_VARIANTS`.
   * Default: none.
   */
  variants?: readonly VariantConfig[];
  /**
   * The seed in [0, 2^32) of the random numbers of a clip's variants. Those of samples draw from one
   * generator, one after the other; one that changes the recording has a generator of its own, from
   * this seed and its name. Default: a hash of the id, so that a result does not depend on the order
   * of the clips.
   */
  seedOf?: (id: string) => number;
  /** Called after each clip, in order. Default: none. */
  onProgress?: (progress: ExtractProgress) => void;
  /** Stops the workers. The iteration then throws the signal's reason. Default: none. */
  signal?: AbortSignal;
}

/** The names of the options. */
const OPTIONS: OptionNames<ExtractAllOptions> = {
  workers: true,
  decoder: true,
  decoderName: true,
  variants: true,
  seedOf: true,
  onProgress: true,
  signal: true,
};

/** How many clips are queued for each worker, so that none is idle. */
const QUEUED = 4;
const MAX_SEED = 2 ** 32 - 1;

/**
 * Extracts many clips on worker threads. Results come in the order of the clips. A clip that cannot
 * be read, decoded or extracted gives an error in its place, and the others go on, also where its
 * decoder ends the worker thread. A clip and its variants have all of their features or none.
 *
 * Only the next few clips are in memory, so a data set may have any size. Leaving the loop early
 * stops the workers.
 *
 * @example
 * const decoder = import.meta.resolve('@ser/corpus');
 * const options = { decoder, variants: REFERENCE_VARIANTS };
 * for await (const clip of extractAll(clips, presets.summary162, options)) {
 *   if (clip.error) console.warn(clip.id, clip.error.message);
 *   else console.log(clip.values, clip.variants[0].values); // Float32Array(162), twice
 * }
 *
 * The error is a `FeatureError` with `bad-argument` for a clip without samples when there is no
 * `decoder`, or when its module has no function of that name, and with `lost-worker` when the
 * worker thread ends, as by a call of `process.exit` or for lack of memory.
 *
 * @throws {FeatureError} for a configuration, variants or a number of workers that are out of
 *   range.
 */
export function extractAll(
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions = {},
): AsyncGenerator<ClipFeatures, void, undefined> {
  return extractWith((workers) => new ClipPool(workers), clips, config, options);
}

/** {@link extractAll} on other workers than threads. */
export function extractWith(
  createPool: (workers: number) => Pick<ClipPool, 'run' | 'destroy'>,
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions,
): AsyncGenerator<ClipFeatures, void, undefined> {
  checkOptions('extractAll', options, OPTIONS);
  const { workers = availableParallelism(), variants = [] } = options;
  checkInteger('extractAll', 'workers', workers, 1);
  checkVariantConfigs('extractAll', 'variants', variants);
  if (!isIterable(clips)) throw badArgument('extractAll', 'clips', 'iterable', clips);
  createExtractor(config);
  return run(createPool, clips, config, { ...options, workers });
}

async function* run(
  createPool: (workers: number) => Pick<ClipPool, 'run' | 'destroy'>,
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions & { workers: number },
): AsyncGenerator<ClipFeatures, void, undefined> {
  const { workers, signal, onProgress, decoderName = 'decodeWav' } = options;
  const { variants = [], seedOf = hashId } = options;
  signal?.throwIfAborted();
  const decoder = options.decoder && { module: String(options.decoder), name: decoderName };
  const pool = createPool(workers);
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
      const seed = seedOf(clip.id);
      checkInteger('extractAll', 'seedOf', seed, 0, MAX_SEED);
      const source = await orAborted(input(clip), signal);
      const task: ClipTask = { config, variants, seed, ...(decoder && { decoder }), ...source };
      const answer = await pool.run(task, signal);
      if ('values' in answer) return { id: clip.id, ...answer };
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

/** An error that was thrown in a worker, as a `FeatureError` again where it was one. */
function errorOf({ name, code, message }: { name: string; code: unknown; message: string }): Error {
  if (name === 'FeatureError') return new FeatureError(code as FeatureErrorCode, message);
  return Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
}
