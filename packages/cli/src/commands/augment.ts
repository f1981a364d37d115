import { createHash } from 'node:crypto';
import { basename, join, relative, resolve } from 'node:path';
import { changeAudio, type VariantStep } from '@ser/features';
import { deriveSeed } from '@ser/model';
import { Command } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { type Problems, withProblems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { encodeWav } from '../data/encode-wav.ts';
import { expandFiles } from '../data/expand-files.ts';
import { plainStore } from '../data/plain-store.ts';
import { readWav } from '../data/read-wav.ts';
import { parseStep } from './util/parse-step.ts';

interface AugmentOptions {
  /** The changes, one after the other. Required. */
  step: VariantStep[];
  /** Folder of the changed files. Required. */
  out: string;
  /** Seed of what is drawn. Default 0. */
  seed: number;
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** A file that is changed, and where it goes below the folder of results. */
interface Job {
  file: string;
  to: string;
}

/** `ser augment`: changed copies of WAV files, to hear, or to test a model on. */
export function augmentCommand(): Command {
  return new Command('augment')
    .summary('write changed copies of WAV files: noise, another speed, a room, …')
    .description(
      'Writes changed copies of WAV files, to hear what a model is trained on, or to test one on ' +
        'noise, rooms and telephones that it was not.',
    )
    .argument('<file...>', 'WAV files, or folders of them, whose own folders are kept')
    .requiredOption(
      '--step <step>',
      'a change, as kind:option=value,…; several are made one after the other; required',
      (text: string, steps: VariantStep[] = []) => [...steps, parseStep(text)],
    )
    .requiredOption('--out <dir>', 'folder of the changed files; required')
    .option('--seed <n>', 'seed of what is drawn, such as the noise', whole(0), 0)
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Steps (a number of dB or seconds may be LEAST..MOST, and is drawn for each file):
  noise:snrDb=20[,colour=red]   white or red noise, so many dB below the loud frames
  bandLimit:sampleRate=8000     what a file of that rate keeps, as a telephone does
  room:rt60=0.5[,drrDb=0]       the echo of a room: seconds until it has fallen by 60 dB
  gain:db=-20                   louder or quieter
  middle:seconds=1.5            the middle of what is said
  speed:rate=1.1                faster and higher
  addNoise, timeStretch:rate=0.8, pitchShift:nSteps=2, shift   those of the reference recipe

Examples:
  ser augment voice.wav --step noise:snrDb=10 --out noisy/
  ser augment ravdess/ --step room:rt60=0.4 --step gain:db=-20 --out far/
  ser evaluate --data far/

A file gets the same noise at every call. Samples beyond full scale are cut, as a recorder cuts
them, and a warning says so. Exit code 1: some file could not be read; the others are written.`,
    )
    .action((words: string[], options: AugmentOptions) =>
      withProblems((problems) =>
        withInterrupt(async (signal) => {
          const written = await augment(words, options, problems, signal);
          if (options.json) writeJson({ out: options.out, written, problems: problems.list });
          else writeLines([`${written.length} files written to ${options.out}`]);
        }),
      ),
    );
}

async function augment(
  words: readonly string[],
  { step: steps, out, seed }: AugmentOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<string[]> {
  const jobs = await listJobs(words, out, problems);
  const store = plainStore(out);
  const progress = startProgress('changing', jobs.length);
  const written: string[] = [];
  try {
    for (const [i, { file, to }] of jobs.entries()) {
      signal.throwIfAborted();
      try {
        const audio = await readWav(file, problems.warn);
        const random = generatorOf(seed, to);
        const { bytes, cut } = encodeWav(
          changeAudio(audio, { name: 'changed', steps }, { random }),
        );
        if (cut > 0) {
          const message = `${cut} samples beyond full scale are cut`;
          problems.warn({ file, code: 'clipped', message });
        }
        await store.write(to, bytes);
        written.push(join(out, to));
      } catch (error) {
        problems.addError(file, error);
      }
      progress.update(i + 1);
    }
  } finally {
    progress.stop();
  }
  return written;
}

/** Every file once, and none that would be written over. */
async function listJobs(words: readonly string[], out: string, problems: Problems): Promise<Job[]> {
  const jobs = new Map<string, Job>();
  for (const word of words) {
    for (const file of await expandFiles([word], problems)) {
      const below = relative(word, file);
      const to = below === '' || below.startsWith('..') ? basename(file) : below;
      const first = jobs.get(to);
      if (resolve(file) === resolve(out, to)) {
        const message = `${file} must stay, and --out must be another folder`;
        problems.addError(file, new CliError('unwritable-path', message));
      } else if (first && resolve(first.file) !== resolve(file)) {
        const message = `it has the place of ${first.file}, ${join(out, to)}; name one at a time`;
        problems.addError(file, new CliError('unwritable-path', message));
      } else if (!first) jobs.set(to, { file, to });
    }
  }
  return [...jobs.values()];
}

/** Numbers in [0, 1) that depend on the seed and the file's place alone. */
function generatorOf(seed: number, to: string): () => number {
  const own = createHash('sha256').update(`${seed}/${to}`).digest().readUInt32LE(0);
  let drawn = 0;
  return () => deriveSeed(own, drawn++) / 2 ** 32;
}
