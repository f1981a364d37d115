import { Command } from 'commander';
import { cacheLimit } from '../cache/cache-limit.ts';
import { cachePlace } from '../cache/cache-place.ts';
import { type CacheContents, cacheContents, emptyCache } from '../cache/empty-cache.ts';
import { CliError } from '../console/cli-error.ts';
import { isExpectedError } from '../console/is-expected-error.ts';
import { visible } from '../console/visible.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';

interface CacheCommandOptions {
  /** Whether the answer is JSON. Default false. */
  json?: boolean;
}

/** `ser cache`: what is kept of clips between runs. */
export function cacheCommand(): Command {
  return new Command('cache')
    .summary('show or clear the features that are kept between runs')
    .description(
      'Shows where features of clips are kept between runs, and how much there is; `ser cache ' +
        'clear` removes them.',
    )
    .argument('[what]', 'clear: remove all that is kept')
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser cache
  ser cache clear
  SER_CACHE=/scratch/ser SER_CACHE_SIZE=20G ser train --data ravdess/

features, train, crossvalidate and evaluate look here before they extract a clip, and keep what they
have extracted; --no-cache does without. An entry is found by what the clip's file holds, what is
extracted, and the code that extracts it: nothing old is ever taken for new, and a damaged entry is
extracted again. Several processes may use it at once.

$SER_CACHE is its folder. Default: $XDG_CACHE_HOME/ser or ~/.cache/ser; on macOS
~/Library/Caches/ser, on Windows %LOCALAPPDATA%\\ser\\cache.
$SER_CACHE_SIZE is what it may take, such as 500M or 20G; 0 turns it off. Default: 4G. What was used
longest ago goes first.`,
    )
    .action((what: string | undefined, options: CacheCommandOptions, self: Command) => {
      if (what !== undefined && what !== 'clear') {
        self.error(`error: ser cache takes nothing but clear, got ${what}`);
      }
      return what === 'clear' ? clear(options) : show(options);
    });
}

async function show({ json }: CacheCommandOptions): Promise<void> {
  const [folder, limit] = [cachePlace(), cacheLimit()];
  const { entries, bytes, oldest } = await orRefuse(folder, () => cacheContents(folder));
  const usedAt = oldest === null ? null : new Date(oldest).toISOString();
  if (json) writeJson({ folder, entries, bytes, oldest: usedAt, limit });
  else {
    writeLines([
      `folder: ${visible(folder)}`,
      `entries: ${entries}`,
      `size: ${sizeText(bytes)} of ${sizeText(limit)}`,
      `used longest ago: ${usedAt ?? 'none'}`,
    ]);
  }
}

async function clear({ json }: CacheCommandOptions): Promise<void> {
  const folder = cachePlace();
  const { entries, bytes } = await orRefuse(folder, () => emptyCache(folder));
  if (json) writeJson({ folder, removed: entries, bytes });
  else writeLines([`${visible(folder)}: removed ${entries} entries, ${sizeText(bytes)}`]);
}

async function orRefuse(
  folder: string,
  work: () => Promise<CacheContents>,
): Promise<CacheContents> {
  try {
    return await work();
  } catch (cause) {
    if (!isExpectedError(cause)) throw cause;
    const message = `the cache ${folder}: ${cause.message}`;
    throw new CliError('unwritable-path', message, { cause });
  }
}

/** So many bytes, in the unit that people would take. */
function sizeText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power]}`;
}
