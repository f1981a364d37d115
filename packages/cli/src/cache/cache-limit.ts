import { wrongUsage } from '../console/cli-error.ts';
import { parseSize } from '../console/parse-size.ts';

/** 4 GiB. */
const DEFAULT_LIMIT = 4 * 2 ** 30;

/**
 * How many bytes the cache may take: `$SER_CACHE_SIZE`, such as `500M` or `20G`, or 4 GiB.
 *
 * @param env Default: this process'.
 * @throws CliError `wrong-usage` for a size that is none
 */
export function cacheLimit(env: NodeJS.ProcessEnv = process.env): number {
  const { SER_CACHE_SIZE: text } = env;
  if (text === undefined || text === '') return DEFAULT_LIMIT;
  const bytes = parseSize(text);
  if (bytes !== undefined) return bytes;
  throw wrongUsage(
    'SER_CACHE_SIZE must be a number of bytes, or one with K, M, G or T such as 500M or 20G, ' +
      `got ${JSON.stringify(text)}`,
  );
}
