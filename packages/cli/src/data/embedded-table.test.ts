import { extractTable } from '@ser/experiment';
import { presets, REFERENCE_VARIANTS } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import { describeWith, RAVDESS_MINI, REAL_CLIPS } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { extractClips } from './extract-clips.ts';
import { listClips } from './list-clips.ts';

const table = await ravdess.embedded.read();
const width = table.names.length;
const isSpeech = ({ condition, variant }: { condition?: string; variant: string }): boolean =>
  condition === 'speech' && variant === 'original';

describe('the embedded table', () => {
  it('holds three rows of each of the 2,452 clips', () => {
    expect(table.rows).toHaveLength(3 * 2452);
    expect(new Set(table.rows.map(({ clip }) => clip)).size).toBe(2452);
  });

  it('says how its 162 features were computed', () => {
    expect(table.extractor).toEqual(presets.summary162);
    expect(width).toBe(162);
    expect(table.labels).toEqual(EMOTIONS);
  });

  it('holds RAVDESS’ speech, emotion by emotion', () => {
    const speech = table.rows.filter(isSpeech);
    const counts = EMOTIONS.map(
      (emotion) => speech.filter(({ label }) => label === emotion).length,
    );
    expect(counts).toEqual([96, 192, 192, 192, 192, 192, 192, 192]);
  });

  it('holds finite values', () => {
    expect(table.x.every(Number.isFinite)).toBe(true);
  });
});

describeWith(REAL_CLIPS)('against the audio of two actors', () => {
  it('is what this code extracts, variants too', async () => {
    const sources = { folders: [RAVDESS_MINI], zips: [] };
    const all = await listClips(ravdess, sources, ({ message }) => expect.unreachable(message));
    const clips = all.filter((_, i) => i % 32 === 0);
    const extracted = await extractTable(clips, {
      extractor: presets.summary162,
      variants: REFERENCE_VARIANTS,
      labels: EMOTIONS,
      extract: extractClips,
    });
    expect(extracted.rows).toHaveLength(3 * 7);
    const rowOf = new Map(table.rows.map(({ clip, variant }, i) => [`${clip} ${variant}`, i]));
    const deviations = columnDeviations();
    const far: string[] = [];
    extracted.rows.forEach(({ clip, variant }, i) => {
      const at = rowOf.get(`${clip} ${variant}`) as number;
      for (let j = 0; j < width; j++) {
        // Where a stretched clip is silent it is made of rounding errors, and its chroma of nothing
        // else: the package's README says how far they move.
        const stretched = variant === 'stretch-pitch';
        if (stretched && table.names[j].startsWith('chroma')) continue;
        const off = Math.abs(extracted.x[i * width + j] - table.x[at * width + j]) / deviations[j];
        // Rounding moved values by at most 0.00005 deviations; the rest is float32 in another order
        // of summation.
        if (!(off <= (stretched ? 0.03 : 1e-3)))
          far.push(`${table.names[j]} of ${clip} (${variant}): ${off}`);
      }
    });
    expect(far).toEqual([]);
  });
});

function columnDeviations(): number[] {
  return Array.from({ length: width }, (_, j) => {
    const column = Float64Array.from(table.rows, (_, i) => table.x[i * width + j]);
    const mean = column.reduce((a, b) => a + b) / column.length;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  });
}
