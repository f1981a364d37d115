import { mkdir } from 'node:fs/promises';
import { RavdessError } from '../../ravdess-error.ts';
import { ARCHIVES, type Archive } from './archives.ts';
import { type DownloadArchiveOptions, downloadArchive } from './download-archive.ts';
import { fileSystem } from './file-system.ts';

export interface DownloadOptions extends DownloadArchiveOptions {
  /** The folder that the zips go to; it is made when it is not there. */
  to: string;
  /** Both unless given. */
  parts?: readonly (keyof typeof ARCHIVES)[];
}

/**
 * Downloads RAVDESS' audio archives from Zenodo, 208 MB of speech and 226 MB of song, for
 * `fromZip` to read.
 *
 * Each grows as `NAME.zip.part` and gets its name when its size and md5 are right. A download that
 * was interrupted, even killed, goes on where it stopped; an archive that is there already is
 * verified and kept. Dropped connections, silence, server errors and wrong bytes are tried again
 * with growing pauses. Two downloads into one folder at once both end with the archive.
 *
 * @returns The paths of the zips, in the order of `parts`.
 * @throws {RavdessError} `download-failed` after the last try, or at once when the server says
 *   that there is no such file; `unwritable-path`; `bad-argument`. The signal's reason when it is aborted.
 *
 * @example
 * const zips = await download({ to: 'data', parts: ['speech'] });
 * for await (const clip of fromZip(zips)) console.log(clip.id);
 */
export async function download({
  parts = ['speech', 'song'],
  ...options
}: DownloadOptions): Promise<string[]> {
  for (const part of parts) {
    if (!Object.hasOwn(ARCHIVES, part)) {
      fail(`\`parts\` must be among ${Object.keys(ARCHIVES).join(', ')}`, part);
    }
  }
  return downloadArchives(
    parts.map((part) => ARCHIVES[part]),
    options,
  );
}

export async function downloadArchives(
  archives: readonly Archive[],
  { to, ...options }: Omit<DownloadOptions, 'parts'>,
): Promise<string[]> {
  checkOptions({ to, ...options });
  await fileSystem(to, () => mkdir(to, { recursive: true }));
  const files: string[] = [];
  for (const archive of archives) files.push(await downloadArchive(archive, to, options));
  return files;
}

/** What would else end in hours of trying again, or in files at a place that nobody meant. */
function checkOptions({
  to,
  baseUrl,
  ...numbers
}: Omit<DownloadOptions, 'parts' | 'onProgress' | 'signal'>): void {
  if (typeof to !== 'string' || to === '') fail('`to` must be the path of a folder', to);
  if (baseUrl !== undefined && !(URL.canParse(baseUrl) && /^https?:/i.test(baseUrl))) {
    fail('`baseUrl` must be an address that begins with http:// or https://', baseUrl);
  }
  for (const name of ['retries', 'retryDelay', 'stallTimeout'] as const) {
    const value = numbers[name];
    if (value !== undefined && !(value >= 0)) fail(`\`${name}\` must be 0 or more`, value);
  }
}

function fail(expected: string, got: unknown): never {
  const message = `download: ${expected}, got ${typeof got === 'string' ? JSON.stringify(got) : got}`;
  throw new RavdessError('bad-argument', message);
}
