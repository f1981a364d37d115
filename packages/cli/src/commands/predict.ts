import { Command } from 'commander';
import { barOf } from '../console/bar-of.ts';
import { Problems } from '../console/problems.ts';
import { writeJson } from '../console/write-json.ts';
import { mapFiles } from '../data/map-files.ts';
import { type LoadedModel, withModel } from '../runs/with-model.ts';

interface FilePrediction {
  file: string;
  emotion: string;
  scores: Record<string, number>;
}

/** `ser predict`: the emotion in WAV files. */
export function predictCommand(): Command {
  return new Command('predict')
    .summary('name the emotion in WAV files')
    .description('Names the emotion in each WAV file, as a trained model scores it.')
    .argument('<file...>', 'WAV files, of any name')
    .option('--model <dir>', 'folder of a finished run (default: the newest one in runs/)')
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser predict voice.wav
  ser predict clips/*.wav --model runs/baseline-holdout-seed0 --json

Of each file the model gets the excerpt that it was trained on: 2.5 s from 0.6 s on with the
recipe baseline.
Exit code 1: some file could not be read; the others are still predicted.`,
    )
    .action(async (files: string[], { model, json }: { model?: string; json?: boolean }) => {
      const problems = new Problems();
      await withModel(model, async (loaded, signal) => {
        const predictions = await predictFiles(loaded, files, problems, signal);
        if (json) writeJson(predictions);
        else process.stdout.write(formatPredictions(loaded.folder, predictions));
      });
      process.exitCode = problems.exitCode;
    });
}

function predictFiles(
  { classifier, extractor }: LoadedModel,
  files: string[],
  problems: Problems,
  signal: AbortSignal,
): Promise<FilePrediction[]> {
  const folderHint = (file: string) => `name the WAV files in it, such as ${file}/*.wav`;
  const options = { extractor, folderHint, problems, signal };
  return mapFiles(files, options, async ({ file, values }) => {
    const [{ label, scores }] = await classifier.predict([values]);
    return { file, emotion: label, scores };
  });
}

function formatPredictions(folder: string, predictions: FilePrediction[]): string {
  const blocks = predictions.map(({ file, emotion, scores }) => {
    const sorted = Object.entries(scores).sort(([, a], [, b]) => b - a);
    const bars = sorted.map(
      ([label, score]) =>
        `  ${label.padEnd(10)} ${(100 * score).toFixed(1).padStart(5)} % ${barOf(score)}`,
    );
    return [`${file}: ${emotion}`, ...bars, ''].join('\n');
  });
  return `${[`model: ${folder}`, '', ...blocks].join('\n')}`;
}
