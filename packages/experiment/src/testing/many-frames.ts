import type { Table } from '../table/table.ts';
import { sequenceTable } from './sequences.ts';

/** A table of so many rows of twelve frames of two numbers, of which no two are equal. */
export function manyFrames(count: number): Table {
  const { extractor, labels, names, shape } = sequenceTable();
  const rows = Array.from({ length: count }, (_, i) => ({
    clip: `clip-${String(i).padStart(6, '0')}`,
    label: labels[i % labels.length],
    speaker: String(i % 7),
    variant: 'original',
  }));
  const x = Float32Array.from({ length: count * 24 }, (_, i) => i % 1001);
  return { extractor, labels, names, shape, rows, x };
}
