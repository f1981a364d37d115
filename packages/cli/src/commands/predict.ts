import { createExtractor, parseExtractorConfig } from '@ser/features';
import { Classifier } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { Command } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { Problems } from '../console/problems.ts';
import { startBackend } from '../console/start-backend.ts';
import { writeJson } from '../console/write-json.ts';
import { readWav } from '../data/read-wav.ts';
import { newestRun } from '../runs/newest-run.ts';

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

Of each file the model gets the excerpt that it was trained on: 2.5 s from 0.6 s on with the recipe baseline.
Exit code 1: some file could not be read; the others are still predicted.`,
    )
    .action(async (files: string[], { model, json }: { model?: string; json?: boolean }) => {
      const problems = new Problems();
      const folder = model ?? (await newestRun());
      await startBackend('wasm');
      const classifier = await Classifier.load(folderStore(folder));
      try {
        const predictions = await withInterrupt((signal) =>
          predictFiles(classifier, files, problems, signal),
        );
        if (json) writeJson(predictions);
        else process.stdout.write(formatPredictions(folder, predictions));
      } finally {
        classifier.dispose();
      }
      process.exitCode = problems.exitCode;
    });
}

async function predictFiles(
  classifier: Classifier,
  files: string[],
  problems: Problems,
  signal: AbortSignal,
): Promise<FilePrediction[]> {
  if (!classifier.extractor) {
    throw new CliError(
      'no-extractor',
      'this model does not say which features it needs; train it with `ser train`',
    );
  }
  const extractor = createExtractor(parseExtractorConfig(classifier.extractor));
  const predictions: FilePrediction[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    try {
      const audio = await readWav(file, `name the WAV files in it, such as ${file}/*.wav`);
      const [{ label, scores }] = await classifier.predict([extractor.extract(audio)]);
      predictions.push({ file, emotion: label, scores });
    } catch (error) {
      problems.addError(file, error);
    }
  }
  return predictions;
}

function formatPredictions(folder: string, predictions: FilePrediction[]): string {
  const blocks = predictions.map(({ file, emotion, scores }) => {
    const sorted = Object.entries(scores).sort(([, a], [, b]) => b - a);
    const bars = sorted.map(
      ([label, score]) =>
        `  ${label.padEnd(10)} ${(100 * score).toFixed(1).padStart(5)} % ${'█'.repeat(Math.round(24 * score))}`,
    );
    return [`${file}: ${emotion}`, ...bars, ''].join('\n');
  });
  return `${[`model: ${folder}`, '', ...blocks].join('\n')}`;
}
