import type { Shard } from './shard-options.ts';

/** As many digits as the most shards have. */
const DIGITS = 5;
const NAME = /^part-(\d{5})-of-(\d{5})\.parquet$/;

/** The file of a shard, such as `part-00003-of-00032.parquet`. */
export function partName({ index, count }: Shard): string {
  const [i, n] = [index, count].map((value) => String(value).padStart(DIGITS, '0'));
  return `part-${i}-of-${n}.parquet`;
}

/** The shard whose file has this name; undefined for any other. */
export function shardOfPart(name: string): Shard | undefined {
  const [, index, count] = NAME.exec(name) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index < shard.count ? shard : undefined;
}
