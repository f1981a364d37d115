import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EMOTIONS } from '@ser/ravdess';
import { describe, expect, it } from 'vitest';
import { Problems } from '../console/problems.ts';
import { readEmbeddedTable } from './embedded-table.ts';
import { extractTable } from './extract-table.ts';
import { listClips } from './load-table.ts';

const table = await readEmbeddedTable();
const width = table.names.length;

describe('the embedded table', () => {
  it('holds three rows of each of the 2,452 clips', () => {
    expect(table.preset).toBe('summary162');
    expect(width).toBe(162);
    expect(table.rows).toHaveLength(3 * 2452);
    expect(new Set(table.rows.map(({ clip }) => clip)).size).toBe(2452);
    const speech = table.rows.filter(
      (row) => row.channel === 'speech' && row.variant === 'original',
    );
    expect(speech).toHaveLength(1440);
    const counts = EMOTIONS.map(
      (emotion) => speech.filter(({ label }) => label === emotion).length,
    );
    expect(counts).toEqual([96, 192, 192, 192, 192, 192, 192, 192]);
    expect(table.x.every(Number.isFinite)).toBe(true);
  });
});

const mini = fileURLToPath(new URL('../../../../../shared/ravdess-mini', import.meta.url));

describe.skipIf(!existsSync(mini))('against the audio of two actors', () => {
  it('is what this code extracts, variants too', async () => {
    const problems = new Problems();
    const clips = (await listClips([mini], problems)).filter((_, i) => i % 16 === 0);
    const extracted = await extractTable(clips, { preset: 'summary162', variants: true, problems });
    const rowOf = new Map(table.rows.map(({ clip, variant }, i) => [`${clip} ${variant}`, i]));
    const deviations = Array.from({ length: width }, (_, j) => {
      const column = Float64Array.from(table.rows, (_, i) => table.x[i * width + j]);
      const mean = column.reduce((a, b) => a + b) / column.length;
      return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
    });
    const far: string[] = [];
    extracted.rows.forEach(({ clip, variant }, i) => {
      const at = rowOf.get(`${clip} ${variant}`) as number;
      for (let j = 0; j < width; j++) {
        const off = Math.abs(extracted.x[i * width + j] - table.x[at * width + j]) / deviations[j];
        // Rounding moved values by at most 0.00005 deviations; the rest is float32 in another order of summation.
        if (!(off <= 1e-3)) far.push(`${table.names[j]} of ${clip} (${variant}): ${off}`);
      }
    });
    expect(extracted.rows).toHaveLength(3 * 13);
    expect(far).toEqual([]);
  });
});
