import { createExtractor, presets, referenceVariants } from '@ser/features';
import { deriveSeed } from '@ser/model';
import { type Clip, decodeWav } from '@ser/ravdess';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Problems } from '../console/problems.ts';
import type { FeatureTable, TableRow } from './feature-table.ts';

export type PresetName = keyof typeof presets;

/** Options of {@link extractTable}. */
export interface ExtractTableOptions {
  preset: PresetName;
  /** Also extracts the noise and the stretch-pitch variant of each clip. */
  variants: boolean;
  problems: Problems;
  /** Rows from an earlier, interrupted extraction: their clips are not extracted again. */
  done?: FeatureTable;
  onProgress?: (clips: number) => void;
  /** Ends the extraction after a clip; the table then holds the clips so far. */
  signal?: AbortSignal;
}

/** Decodes clips and extracts their features; a clip that cannot be read goes to `problems` and the others go on. */
export async function extractTable(
  clips: Clip[],
  { preset, variants, problems, done, onProgress, signal }: ExtractTableOptions,
): Promise<FeatureTable> {
  const extractor = createExtractor(presets[preset]);
  const rows: TableRow[] = [...(done?.rows ?? [])];
  const values: Float32Array[] = done ? [done.x] : [];
  const known = new Set(rows.map((row) => row.clip));
  let count = 0;
  for (const clip of clips) {
    if (signal?.aborted) break;
    onProgress?.(++count);
    if (known.has(clip.id)) continue;
    // Lets Ctrl-C and the progress bar in between two clips.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      const audio = decodeWav(await clip.bytes(), { name: clip.file });
      const samples = extractor.prepare(audio);
      const signals = variants
        ? referenceVariants(samples, {
            sampleRate: presets[preset].sampleRate,
            random: clipRandom(clip.id),
          })
        : [{ name: 'original', samples }];
      // All of a clip's rows or none.
      const extracted = signals.map((signal) => extractor.extractSamples(signal.samples));
      signals.forEach(({ name }, i) => {
        rows.push({
          clip: clip.id,
          label: clip.info.emotion,
          actor: clip.info.actor,
          channel: clip.info.vocalChannel,
          variant: name,
        });
        values.push(extracted[i]);
      });
    } catch (error) {
      problems.addError(clip.file, error);
    }
  }
  const x = new Float32Array(rows.length * extractor.names.length);
  let offset = 0;
  for (const features of values) {
    x.set(features, offset);
    offset += features.length;
  }
  return { preset, names: [...extractor.names], rows, x };
}

/** Random numbers in [0, 1) that only the clip's name determines: a table does not depend on the order of clips. */
function clipRandom(id: string): () => number {
  const generator = xoroshiro128plus(deriveSeed(0, ...id.split('-').map(Number)));
  return () => uniformFloat64(generator);
}
