import type { WavProblemCode } from '@ser/corpus';
import { inspect } from '@ser/ravdess';
import { Command } from 'commander';
import { withInterrupt } from '../console/interrupt.ts';
import { type Problems, withProblems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { checkNoTables, sortSources } from '../data/data-source.ts';
import { listClips } from '../data/list-clips.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { type CliInspection, formatInspection } from './util/format-inspection.ts';

type CountedCode = 'same-sound' | Exclude<WavProblemCode, 'truncated-wav'>;

/** Problems of clips that are counted all the same; any other leaves its file out. */
const OF_COUNTED: Readonly<Record<CountedCode, true>> = {
  'same-sound': true,
  'unfilled-size': true,
  'wrong-data-size': true,
  'wrong-block-align': true,
  'wrong-bits': true,
  'wrong-valid-bits': true,
  'wrong-byte-rate': true,
  'second-data': true,
  'missing-padding': true,
  'trailing-bytes': true,
};

/** `ser inspect`: what is in a folder of clips. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .summary('count clips, find what is missing or broken')
    .description(
      'Decodes every RAVDESS clip below the folders and counts actors, emotions and channels.',
    )
    .requiredOption(
      '--data <path...>',
      'folders in any layout (Actor_01/…, archives unpacked or merged), or zips',
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser inspect --data ravdess/
  ser inspect --data Audio_Speech_Actors_01-24 Audio_Song_Actors_01-24 --json

Exit code 1: some file could not be read, has a wrong name, or is there twice.`,
    )
    .action(({ data, json }: { data: string[]; json?: boolean }) =>
      withProblems(async (problems) => {
        const inspection = await withInterrupt((signal) => inspectAll(data, problems, signal));
        if (json) writeJson(inspection);
        else writeLines(formatInspection(inspection));
      }),
    );
}

async function inspectAll(
  data: readonly string[],
  problems: Problems,
  signal: AbortSignal,
): Promise<CliInspection> {
  const sources = await sortSources(ravdess, data);
  checkNoTables('ser inspect', sources);
  const clips = await listClips(ravdess, sources, problems.add);
  const progress = startProgress('reading', clips.length);
  try {
    const result = await inspect(clips, { onProgress: (done) => progress.update(done), signal });
    for (const problem of result.problems) {
      if (Object.hasOwn(OF_COUNTED, problem.code)) problems.fault(problem);
      else problems.add(problem);
    }
    return { ...result, problems: problems.list };
  } finally {
    progress.stop();
  }
}
