import { lstat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Recognizer, RecognizerError, type VoiceJson } from '@ser/recognizer';
import { Command } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { isExpectedError } from '../console/is-expected-error.ts';
import { type Problems, withProblems } from '../console/problems.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { eachFile } from '../data/each-file.ts';
import { kindOfFile } from '../data/kind-of-file.ts';
import { makeFolder } from '../data/make-folder.ts';
import { plainStore } from '../data/plain-store.ts';
import { readAudio } from '../data/read-audio.ts';
import { withRecognizer } from '../runs/with-recognizer.ts';
import { FORMATS } from './util/formats.ts';

interface CalibrateOptions {
  /** The voice's file. Required. */
  out: string;
  /** A run's folder, `newest` or `published`. Default `'published'`. */
  model?: string;
  /** A voice to learn more of. Default: none. */
  voice?: string;
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** `ser calibrate`: what is one voice's own, for `ser predict --voice`. */
export function calibrateCommand(): Command {
  return new Command('calibrate')
    .summary('learn one voice from some clips of it, for ser predict --voice')
    .description(
      'Hears some clips of one speaker, without being told their emotions, and writes what is the ' +
        "voice's own, which `ser predict --voice` then takes out.",
    )
    .argument('<file...>', `sound files of one speaker (${FORMATS}); of a folder, those below it`)
    .requiredOption('--out <file>', 'the JSON file of the voice; one that is there is replaced')
    .option('--voice <file>', 'a voice that was calibrated before, to learn more of it')
    .option(
      '--model <dir>',
      'the model to calibrate; only the published one can be (default: published)',
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser calibrate anna/*.wav --out anna.json
  ser calibrate more/*.wav --voice anna.json --out anna.json
  ser predict new.wav --voice anna.json

How much it helps: mean recall of eight emotions on RAVDESS' speech, over five folds of actors.
  any voice             0.719
  after  1 clip         0.714
  after  3 clips        0.742
  after  5 clips        0.759
  after 10 clips        0.770
  after 20 clips        0.786
  after all others      0.790
The clips were of all emotions, drawn at random. Give clips in which the speaker is in several
moods: those of one mood teach that this mood is the voice. Less than three do not help.
The file holds sums of features, of which no speech can be made, and whose voice it is.
Clips without speech are left out. Exit code 1: some file could not be read.`,
    )
    .action((files: string[], options: CalibrateOptions) =>
      withProblems((problems) =>
        withRecognizer(options, async ({ name, recognizer }, signal) => {
          const { out, json } = options;
          await checkTarget(out);
          await checkAdaptable(recognizer, name, signal);
          const voice = await hear(files, recognizer, problems, signal);
          await write(out, voice);
          if (json) writeJson({ out, clips: voice.n, problems: problems.list });
          else writeLines([`${out}: the voice of ${voice.n} clip${voice.n === 1 ? '' : 's'}`]);
        }),
      ),
    );
}

/** Hears one clip after the other, so that a bad one costs no other. */
async function hear(
  files: readonly string[],
  recognizer: Recognizer,
  problems: Problems,
  signal: AbortSignal,
): Promise<VoiceJson> {
  let learned: Recognizer | undefined;
  await eachFile(files, { problems, signal, takesStdin: true }, async (file) => {
    const audio = await readAudio(file, problems.warn, signal);
    try {
      learned = await (learned ?? recognizer).calibrate([audio], { signal });
    } catch (error) {
      if (!RecognizerError.isInstance(error) || error.code !== 'too-few') throw error;
      const message = 'no speech was heard in it, so it is left out';
      problems.warn({ file, code: 'no-speech', message });
    }
  });
  const voice = learned?.voice;
  if (voice) return voice;
  throw new CliError('too-few', 'at least one clip must be read and hold speech, got none');
}

/**
 * Checks that the model can be calibrated, so that no clip is blamed for it.
 *
 * @throws CliError `bad-model`
 */
async function checkAdaptable(
  recognizer: Recognizer,
  model: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await recognizer.calibrate([], { signal });
  } catch (cause) {
    if (!RecognizerError.isInstance(cause)) throw cause;
    // It would do it, had there been a clip.
    if (cause.code === 'too-few') return;
    if (cause.code !== 'not-adaptable') throw cause;
    const message =
      `--model ${model} must be trained for voices that are calibrated to, got one that is not; ` +
      'leave --model out for the published one';
    throw new CliError('bad-model', message, { cause });
  }
}

/** Checks that a voice can be written there, before anything is heard. */
async function checkTarget(out: string): Promise<void> {
  const stats = await lstat(out).catch(() => undefined);
  if (!stats || stats.isFile()) return;
  const expected = `--out ${out} must be a plain file, or not be there yet`;
  throw new CliError('unwritable-path', `${expected}; it is ${kindOfFile(stats)}`);
}

async function write(out: string, voice: VoiceJson): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(voice)}\n`);
  try {
    await makeFolder(dirname(out));
    await plainStore(dirname(out)).write(basename(out), bytes);
  } catch (cause) {
    if (!isExpectedError(cause)) throw cause;
    const message = `--out ${out} cannot be written: ${cause.message}`;
    throw new CliError('unwritable-path', message, { cause });
  }
}
