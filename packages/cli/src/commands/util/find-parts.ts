import { readdir } from 'node:fs/promises';
import { CliError } from '../../console/cli-error.ts';
import { errorCode } from '../../console/error-code.ts';
import { arrayExpression } from '../../shards/array-expression.ts';
import { partName, shardOfPart } from '../../shards/part-name.ts';
import type { Shard } from '../../shards/shard-options.ts';

/** The shards of a table that a folder holds. */
export interface FoundParts {
  /** Of how many shards the table is. */
  count: number;
  /** Those that are there, ascending. */
  names: string[];
  missing: number[];
}

/**
 * The parts of a table in a folder; undefined where there is none.
 *
 * @throws CliError `no-such-path`, `not-a-directory` or `unreadable-file`; `other-data` for parts of
 *   different numbers of shards
 */
export async function findParts(dir: string): Promise<FoundParts | undefined> {
  const shards = (await namesIn(dir)).flatMap((name) => shardOfPart(name) ?? []);
  const counts = [...new Set(shards.map(({ count }) => count))].sort((a, b) => a - b);
  const [count] = counts;
  if (count === undefined) return undefined;
  if (counts.length > 1) {
    const found = counts.map((each) => {
      const own = shards.filter((shard) => shard.count === each).map(({ index }) => index);
      return `${arrayExpression(own)} of ${each}`;
    });
    throw new CliError(
      'other-data',
      `${dir} must hold the shards of one table, got ${found.join(', and ')}; ` +
        'remove those of the other number',
    );
  }
  const there = new Set(shards.map(({ index }) => index));
  const all = Array.from({ length: count }, (_, index) => index);
  return {
    count,
    names: all.filter((index) => there.has(index)).map((index) => partName({ index, count })),
    missing: all.filter((index) => !there.has(index)),
  };
}

/**
 * Checks that a folder holds no shards of another number, which could never be merged with this one.
 *
 * @throws CliError `other-options`
 */
export async function checkShardCount(dir: string, { count }: Shard): Promise<void> {
  // What cannot be listed cannot be written, which is told then.
  const names = await namesIn(dir).catch(() => []);
  const other = names.find((name) => (shardOfPart(name)?.count ?? count) !== count);
  if (other === undefined) return;
  throw new CliError(
    'other-options',
    `${dir} holds ${other}, got --num-shards ${count}; give the same number, choose another --out, ` +
      'or remove what is there',
  );
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (errorCode(cause) === 'ENOENT') {
      throw new CliError('no-such-path', `${dir}: there is no such folder`, { cause });
    }
    if (errorCode(cause) === 'ENOTDIR') {
      const message = `${dir} must be the folder of the shards; it is a file`;
      throw new CliError('not-a-directory', message, { cause });
    }
    throw new CliError('unreadable-file', `${dir}: ${cause.message}`, { cause });
  }
}
