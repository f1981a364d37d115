import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { readParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it } from 'vitest';
import { ser } from './testing/run-command.ts';
import { smallProject } from './testing/small-project.ts';

describe('DuckDB', () => {
  const { path, bytes } = smallProject(6);
  const parts = () => path('features/part-*.parquet');
  const query = async (sql: string) => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      return (await connection.runAndReadAll(sql)).getRows();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  };

  beforeAll(async () => {
    for (const index of ['0', '1']) {
      const shard = ['--num-shards', '2', '--shard-index', index, '--out', path('features')];
      expect((await ser('features', path('corpus'), ...shard)).code).toBe(0);
    }
    expect((await ser('merge', path('features'), '--out', path('all.parquet'))).code).toBe(0);
  });

  it.each([
    ['a folder of shards', parts],
    ['the merged table', () => path('all.parquet')],
  ])('counts the clips of %s by label', async (_, file) => {
    const rows = await query(
      `SELECT label, count(*)::INT FROM '${file()}' GROUP BY label ORDER BY label`,
    );
    expect(Object.fromEntries(rows)).toEqual({ neutral: 6, happy: 6, sad: 3 });
  });

  it('answers what the README asks', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(sql).toContain("'ser-work/features/part-*.parquet'");
    const rows = await query(sql.replace('ser-work/features/part-*.parquet', parts()));
    expect(Object.fromEntries(rows)).toEqual({ neutral: 6n, happy: 6n, sad: 3n });
  });

  it('finds the numbers that the library reads', async () => {
    const table = await readParquet('all.parquet', bytes('all.parquet'));
    const [name] = table.names;
    const rows = await query(`SELECT clip, speaker, "${name}" FROM '${parts()}' ORDER BY clip`);
    const size = table.names.length;
    const expected = table.rows
      .map(({ clip, speaker }, row) => [clip, speaker, table.x[row * size]])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(rows).toEqual(expected);
  });
});
