import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { changeAudio, type VariantStep } from '@ser/features';
import { Command } from 'commander';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { type Problems, withProblems } from '../console/problems.ts';
import { print, startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { encodeWav } from '../data/encode-wav.ts';
import { plainStore } from '../data/plain-store.ts';
import { randomOf } from '../data/random-of.ts';
import { readWav } from '../data/read-wav.ts';
import { augmentJobs } from './util/augment-jobs.ts';
import { makeNamedFolder } from './util/make-named-folder.ts';
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
      (text: string, steps: VariantStep[] = []) => [...steps, parseStep(text, steps)],
    )
    .requiredOption('--out <dir>', 'folder of the changed files; required')
    .option('--seed <n>', 'seed of what is drawn, such as the noise', whole(0), 0)
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Steps (dB, edges of a band and rt60 may be LEAST..MOST, and are drawn for each file):
  noise:snrDb=20[,colour=red]   white or red noise, so many dB below the loud frames
  bandLimit:sampleRate=8000     what a file of that rate keeps
  bandLimit:sampleRate=8000,lowest=300,highest=3400   what a telephone line passes, in Hz
  room:rt60=0.5[,drrDb=0]       the echo of a room: seconds until it has fallen by 60 dB
  gain:db=-20                   louder or quieter
  middle:seconds=1.5            the middle of what is said
  speed:rate=1.1                faster and higher
  addNoise, timeStretch:rate=0.8, pitchShift:nSteps=2, shift   those of the reference recipe,
                                after all others

Examples:
  ser augment voice.wav --step noise:snrDb=10 --out noisy/
  ser augment ravdess/ --step room:rt60=0.4 --step gain:db=-20 --out far/
  ser evaluate --data far/ --actors 21-24

Test a model on voices that did not train it, such as 21 to 24 after the protocol holdout.
What lies in --out already is not changed again, and no file that is named is written over.
A file gets the same noise at every call. Samples beyond full scale are cut, as a recorder cuts
them, and a warning says so. Exit code 1: some file could not be read; the others are written.`,
    )
    .action((words: string[], options: AugmentOptions) =>
      withProblems((problems) =>
        withInterrupt(async (signal) => {
          const written = await augment(words, options, problems, signal);
          if (options.json) writeJson({ out: options.out, written, problems: problems.list });
          else writeLines([`${filesIn(written)} written to ${options.out}`]);
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
  const jobs = await augmentJobs(words, out, problems);
  if (jobs.length > 0) await makeNamedFolder('--out', out);
  const store = plainStore(out);
  const progress = startProgress('changing', jobs.length);
  const written: string[] = [];
  try {
    for (const [i, { file, to }] of jobs.entries()) {
      signal.throwIfAborted();
      try {
        const audio = await readWav(file, problems.warn);
        const random = randomOf(fileSeed(seed, to));
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
  } catch (error) {
    progress.stop();
    if (Interrupted.isInstance(error)) {
      print(`${filesIn(written)} written to ${out}. The same command begins anew.`);
    }
    throw error;
  } finally {
    progress.stop();
  }
  return written;
}

function filesIn({ length }: readonly string[]): string {
  return length === 1 ? '1 file' : `${length} files`;
}

/** A seed that depends on the asked one and the file's place alone. */
function fileSeed(seed: number, to: string): number {
  return createHash('sha256').update(`${seed}/${to}`).digest().readUInt32LE(0);
}
