import { expect, it } from 'vitest';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { mapDataSet, mappedTable } from './map-data-set.ts';
import { mappedLabels } from './mapped-labels.ts';
import { ravdess } from './ravdess.ts';

const map = { calm: 'neutral', disgust: null };

it('maps labels, each once', () => {
  expect(mappedLabels(map, ['neutral', 'calm', 'disgust', 'happy'])).toEqual(['neutral', 'happy']);
  expect(mappedLabels({}, ['constructor', 'b'])).toEqual(['constructor', 'b']);
});

it('maps the rows of a table with their numbers', () => {
  const table = syntheticTable();
  const found = mappedTable(map, table);
  expect(found.labels).not.toContain('calm');
  const kept = table.rows.flatMap(({ label }, i) => (label === 'disgust' ? [] : [i]));
  expect(found.rows).toHaveLength(kept.length);
  expect(found.rows.map(({ clip }) => clip)).toEqual(kept.map((i) => table.rows[i].clip));
  expect(found.x).toEqual(
    Float32Array.from(kept.flatMap((i) => [...table.x.subarray(162 * i, 162 * (i + 1))])),
  );
  expect(found.rows.filter(({ label }) => label === 'neutral')).toHaveLength(48);
  expect(mappedTable({}, table, ['x']).labels).toEqual(['x']);
});

it('keeps what a data set knows of its literature', () => {
  const mapped = mapDataSet(ravdess, map);
  expect(mapped.labels).toEqual(mappedLabels(map, ravdess.labels));
  expect(mapped.speakers).toBe(ravdess.speakers);
  expect(mapped.fromTable?.(syntheticTable()).labels).toEqual(mapped.labels);
  expect(mapDataSet(ravdess, {})).toBe(ravdess);
});
