import type { Audio } from '@ser/corpus';
import type { ExtractorConfig } from '@ser/features';
import { Command } from 'commander';
import { barOf } from '../console/bar-of.ts';
import { type Problems, withProblems } from '../console/problems.ts';
import { visible } from '../console/visible.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { mapFiles } from '../data/map-files.ts';
import { type LoadedModel, withModel } from '../runs/with-model.ts';

interface FilePrediction {
  file: string;
  emotion: string;
  scores: Record<string, number>;
  /** Codes of what makes the emotion doubtful, such as `silent`. */
  warnings: string[];
}

/** 60 dB below full scale, as `ser inspect` counts silence: every voice is louder. */
const SILENCE = 0.001;

/** `ser predict`: the emotion in WAV files. */
export function predictCommand(): Command {
  return new Command('predict')
    .summary('name the emotion in WAV files')
    .description('Names the emotion in each WAV file, as a trained model scores it.')
    .argument('<file...>', 'WAV files, of any name; of a folder, those below it')
    .option('--model <dir>', 'folder of a finished run (default: the newest one in runs/)')
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser predict voice.wav
  ser predict clips/*.wav --model runs/baseline-holdout-seed0 --json

Of each file the model gets the excerpt that it was trained on: 2.5 s from 0.6 s on with the
recipe baseline, all of it with functionals-lda, which hears it at three speeds. Of silence it
names an emotion too; a warning says so.
Exit code 1: some file could not be read; the others are still predicted.`,
    )
    .action((files: string[], { model, json }: { model?: string; json?: boolean }) =>
      withProblems(
        (problems) =>
          withModel(model, async (loaded, signal) => {
            const predictions = await predictFiles(loaded, files, problems, signal);
            if (json) writeJson(predictions);
            else writeLines(formatPredictions(loaded.folder, predictions));
          }),
        { printAll: json === true },
      ),
    );
}

function predictFiles(
  { classifier, extractor, testVariants }: LoadedModel,
  files: string[],
  problems: Problems,
  signal: AbortSignal,
): Promise<FilePrediction[]> {
  const options = { extractor, variants: testVariants, problems, signal };
  return mapFiles(files, options, async ({ file, audio, values, variants }) => {
    const [{ label, scores }] =
      variants.length > 0
        ? await classifier.predictVersions([[values, ...variants]])
        : await classifier.predict([values]);
    const warnings: string[] = [];
    if (isSilent(audio, extractor)) {
      const message = 'it is silent where the model listens, and its emotion means nothing';
      problems.warn({ file, code: 'silent', message });
      warnings.push('silent');
    }
    return { file, emotion: label, scores, warnings };
  });
}

/** Whether the excerpt that an extractor takes holds no voice. */
function isSilent(
  { samples, sampleRate }: Audio,
  { offset = 0, duration }: ExtractorConfig,
): boolean {
  const start = Math.round(offset * sampleRate);
  const length = Math.round((duration ?? Number.POSITIVE_INFINITY) * sampleRate);
  const excerpt = samples.subarray(start, start + length);
  return excerpt.every((sample) => Math.abs(sample) < SILENCE);
}

function formatPredictions(folder: string, predictions: readonly FilePrediction[]): string[] {
  const blocks = predictions.flatMap(({ file, emotion, scores, warnings }) => {
    const sorted = Object.entries(scores).sort(([, a], [, b]) => b - a);
    const bars = sorted.map(([label, score]) => {
      const percent = (100 * score).toFixed(1).padStart(5);
      return `  ${visible(label).padEnd(10)} ${percent} % ${barOf(score)}`;
    });
    const doubt = warnings.length > 0 ? ` (${warnings.join(', ')})` : '';
    return [`${file}: ${emotion}${doubt}`, ...bars, ''];
  });
  return [`model: ${folder}`, '', ...blocks];
}
