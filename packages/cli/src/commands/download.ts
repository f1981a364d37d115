import { basename } from 'node:path';
import { download } from '@ser/ravdess/node';
import { Command } from 'commander';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { address } from '../console/options.ts';
import { type Progress, print, startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { makeNamedFolder } from './util/make-named-folder.ts';

interface DownloadOptions {
  to: string;
  speech?: boolean;
  song?: boolean;
  baseUrl?: string;
  json?: boolean;
}

const MEGABYTE = 1e6;

/** `ser download`: RAVDESS from Zenodo. */
export function downloadCommand(): Command {
  return new Command('download')
    .summary('download RAVDESS from Zenodo')
    .description(
      'Downloads the two audio archives of RAVDESS from Zenodo, 208 MB of speech and 226 MB of ' +
        'song, and verifies size and md5. RAVDESS is licensed under CC BY-NC-SA 4.0: free for ' +
        'non-commercial use, with attribution.',
    )
    .requiredOption('--to <dir>', 'folder for the zips')
    .option('--speech', 'the speech archive alone')
    .option('--song', 'the song archive alone')
    .option(
      '--base-url <url>',
      'a mirror instead of Zenodo: the address of the folder with the archives',
      address,
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser download --to data
  ser train --data data/Audio_Speech_Actors_01-24.zip --protocol speaker

Ctrl-C keeps what has come; the same command goes on from there.`,
    )
    .action(async ({ to, speech, song, baseUrl, json }: DownloadOptions) => {
      const parts: ('speech' | 'song')[] =
        speech === song ? ['speech', 'song'] : speech ? ['speech'] : ['song'];
      try {
        const files = await withInterrupt((signal) =>
          downloadParts({ to, parts, baseUrl, signal }),
        );
        if (json) writeJson({ files });
        else writeLines(files);
      } catch (error) {
        if (Interrupted.isInstance(error))
          print(`Kept in ${to}. Give the same command again to go on.`);
        throw error;
      }
    });
}

async function downloadParts(options: {
  to: string;
  parts: ('speech' | 'song')[];
  baseUrl: string | undefined;
  signal: AbortSignal;
}): Promise<string[]> {
  let current = '';
  let progress: Progress | undefined;
  await makeNamedFolder('--to', options.to);
  try {
    return await download({
      ...options,
      onProgress({ file, received, total }) {
        if (file !== current) {
          progress?.stop();
          progress = startProgress(`${basename(file)} (MB)`, Math.ceil(total / MEGABYTE));
          current = file;
        }
        progress?.update(Math.floor(received / MEGABYTE));
      },
    });
  } finally {
    progress?.stop();
  }
}
