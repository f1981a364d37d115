import type { WavProblemCode } from '@ser/corpus';
import { inspect } from '@ser/ravdess';
import { Command } from 'commander';
import { withInterrupt } from '../console/interrupt.ts';
import { type Problem, type Problems, withProblems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { checkNoTables, sortSources } from '../data/data-source.ts';
import { inspectClips } from '../data/inspect-clips.ts';
import { listClips } from '../data/list-clips.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { type LabellingOptions, readLabelling } from '../data-sets/read-labelling.ts';
import { type CliCorpusInspection, formatCorpus } from './util/format-corpus.ts';
import { type CliInspection, formatInspection } from './util/format-inspection.ts';
import { addLabellingOptions, LABELLING_HELP } from './util/labelling-options.ts';

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

interface InspectOptions extends LabellingOptions {
  /** Folders and zips. */
  data: string[];
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** `ser inspect`: what is in a folder of clips. */
export function inspectCommand(): Command {
  const command = new Command('inspect')
    .summary('count clips, find what is missing or broken')
    .description(
      'Decodes every clip below the folders and counts speakers, labels and conditions. Of RAVDESS ' +
        'it says what is missing, too; --labels describes any other corpus.',
    )
    .requiredOption(
      '--data <path...>',
      'folders in any layout (Actor_01/…, archives unpacked or merged), or zips',
    );
  return addLabellingOptions(command, ravdess.name)
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser inspect --data ravdess/
  ser inspect --data Audio_Speech_Actors_01-24 Audio_Song_Actors_01-24 --json
  ser inspect --data emodb/ --labels emodb
  ser inspect --data calls/ --labels calls.csv --columns file=path,label=emotion
${LABELLING_HELP}

Exit code 1: some file could not be read, has a wrong name, is there twice, or\nis named by a row of --labels and not there.`,
    )
    .action((options: InspectOptions) =>
      withProblems(async (problems) => {
        const { inspection, lines } = await withInterrupt((signal) =>
          inspectData(options, problems, signal),
        );
        if (options.json) writeJson(inspection);
        else writeLines(lines());
      }),
    );
}

async function inspectData(
  options: InspectOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<{ inspection: CliInspection | CliCorpusInspection; lines: () => string[] }> {
  const { data } = options;
  const sources = await sortSources(ravdess, data);
  checkNoTables('ser inspect', sources);
  const { dataSet, labelling } = await openDataSet(ravdess, await readLabelling(options), data);
  if (labelling === null) {
    const clips = await listClips(ravdess, sources, problems.add);
    const inspection = await withProgress(clips.length, problems, (onProgress) =>
      inspect(clips, { onProgress, signal }),
    );
    return { inspection, lines: () => formatInspection(inspection) };
  }
  const clips = await listClips(dataSet, sources, problems.add);
  const { name: corpus, labels, unmatched = () => [] } = dataSet;
  for (const { line, file } of unmatched()) {
    const message = `line ${line} names ${file}, and no such clip is there`;
    problems.fault({ file: options.labels ?? corpus, code: 'no-such-path', message });
  }
  const inspection = await withProgress(clips.length, problems, (onProgress) =>
    inspectClips(clips, { corpus, labels, onProgress, signal }),
  );
  return { inspection, lines: () => formatCorpus(inspection) };
}

/** Shows how far an inspection is, and tells its problems beside those that are known already. */
async function withProgress<T extends { problems: readonly Problem[] }>(
  count: number,
  problems: Problems,
  inspectAll: (onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const progress = startProgress('reading', count);
  try {
    const result = await inspectAll((done) => progress.update(done));
    for (const problem of result.problems) {
      if (Object.hasOwn(OF_COUNTED, problem.code)) problems.fault(problem);
      else problems.add(problem);
    }
    return { ...result, problems: problems.list };
  } finally {
    progress.stop();
  }
}
