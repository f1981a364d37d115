import { ORIGINAL } from '@ser/eval';
import { createExtractor } from '@ser/features';
import { ExperimentError } from '../../experiment-error.ts';
import type { ExtractedClip, LabelledClip } from '../extract-clips.ts';
import type { ExtractRowsOptions } from '../extract-rows-options.ts';
import type { CachedFeatures } from '../feature-cache.ts';
import { type ClipRows, rowSize } from '../table.ts';
import { clipRows } from './clip-rows.ts';
import { clipSeed } from './clip-seed.ts';
import { featureKey } from './feature-key.ts';
import { mapAhead } from './map-ahead.ts';
import { type Looked, settleInOrder } from './settle-in-order.ts';

/** The features of a clip, or why it has none. */
interface Settled {
  readonly clip: LabelledClip;
  readonly values?: CachedFeatures;
  readonly error?: Error;
}

/** Clips that are looked up in the cache at a time: disks of a cluster are far away. */
const AHEAD = 8;

/** `extractRows` with options that were checked. */
export async function* extractClipRows(
  caller: string,
  clips: readonly LabelledClip[],
  options: ExtractRowsOptions,
): AsyncGenerator<ClipRows, void, undefined> {
  const { extractor, variants = [], recordings = new Map(), extract, onProblem } = options;
  const { features, version = '', reporter, signal } = options;
  const { names, shape } = createExtractor(extractor);
  const wanted = { names, size: rowSize({ shape }), variants: [ORIGINAL] };
  for (const { name } of variants) wanted.variants.push(name);
  const keys = new Map<string, string>();

  const look = async (clip: LabelledClip): Promise<Looked<Settled>> => {
    if (!features) return { clip };
    signal?.throwIfAborted();
    const bytes = await clip.bytes().catch((error: unknown) => {
      return error instanceof Error ? error : new Error(String(error));
    });
    if (bytes instanceof Error) return { clip, settled: { clip, error: bytes } };
    const key = await featureKey(bytes, { extractor, variants, seed: clipSeed(clip.id), version });
    const values = await features.read(key);
    if (values && isWhole(values, wanted)) return { clip, settled: { clip, values } };
    keys.set(clip.id, key);
    return { clip: withBytes(clip, bytes) };
  };
  const settle = async (clip: LabelledClip, result: ExtractedClip): Promise<Settled> => {
    const key = keys.get(clip.id);
    keys.delete(clip.id);
    if (result.error) return { clip, error: result.error };
    const values = [{ name: ORIGINAL, values: result.values }, ...result.variants];
    const error = findInfinite(caller, clip.id, values, names);
    if (error) return { clip, error };
    if (key !== undefined) await features?.write(key, values);
    return { clip, values };
  };

  const total = clips.length;
  let done = 0;
  reporter?.({ kind: 'extract', done, total });
  const settled = settleInOrder(mapAhead(clips, look, AHEAD), {
    extract: (missing) => extract(missing, extractor, { variants, seedOf: clipSeed, signal }),
    settle,
  });
  for await (const { clip, values, error } of settled) {
    if (error && !onProblem) throw error;
    if (error) onProblem?.(clip.file, error);
    reporter?.({ kind: 'extract', done: ++done, total });
    if (values) yield clipRows(clip, values, recordings.get(clip.id));
  }
  signal?.throwIfAborted();
}

/** The clip, whose file is not read again. */
function withBytes(clip: LabelledClip, bytes: Uint8Array): LabelledClip {
  const { id, file, info } = clip;
  return { id, file, info, bytes: async () => bytes };
}

/** Whether a cache gave what was asked for. */
function isWhole(
  values: CachedFeatures,
  { size, variants }: { size: number; variants: readonly string[] },
): boolean {
  return (
    values.length === variants.length &&
    values.every(
      ({ name, values: own }, i) =>
        name === variants[i] &&
        own instanceof Float32Array &&
        own.length === size &&
        own.every(Number.isFinite),
    )
  );
}

/** What no model can be trained on is a problem of its clip, as a file that cannot be read is. */
function findInfinite(
  caller: string,
  id: string,
  own: CachedFeatures,
  names: readonly string[],
): ExperimentError | undefined {
  for (const { name, values } of own) {
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad === -1) continue;
    return new ExperimentError(
      'bad-table',
      `${caller}: ${names[bad % names.length]} of clip ${id} (${name}) must be finite, ` +
        `got ${values[bad]}`,
    );
  }
  return undefined;
}
