import { Command, Option } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { seconds } from '../console/options.ts';
import { withProblems } from '../console/problems.ts';
import { eachFile } from '../data/each-file.ts';
import type { LabellingOptions } from '../data-sets/read-labelling.ts';
import { withRecognizer } from '../runs/with-recognizer.ts';
import { checkLengths } from './util/check-lengths.ts';
import { FORMATS } from './util/formats.ts';
import { addTruthOptions } from './util/labelling-options.ts';
import { predictFile } from './util/predict-file.ts';
import { predictWindows } from './util/predict-windows.ts';
import { type OutputFormat, predictionOutput } from './util/prediction-output.ts';
import { openTruth } from './util/truth-of.ts';

interface PredictOptions extends LabellingOptions {
  /** A run's folder, `newest` or `published`. Default `'published'`. */
  model?: string;
  /** A file that `ser calibrate` wrote. Default: none. */
  voice?: string;
  /** Whether each file is cut into windows. Default false. */
  windows?: boolean;
  /** Seconds of a window. Default 3. */
  length?: number;
  /** Seconds between two windows' beginnings. Default 1. */
  hop?: number;
  /** Whether a table is printed. Default false. */
  csv?: boolean;
  /** Whether JSON is printed. Default false. */
  json?: boolean;
}

/** `ser predict`: the emotion in sound files. */
export function predictCommand(): Command {
  const command = new Command('predict')
    .summary('name the emotion in sound files, as a whole or second by second')
    .description(
      'Names the emotion in each sound file, taken for one utterance, or with --windows in each ' +
        'of its parts. Silence and noise get no emotion.',
    )
    .argument(
      '<file...>',
      `sound files, of any name (${FORMATS}); of a folder, those below it; - is standard input, WAV`,
    )
    .option(
      '--model <dir>',
      'folder of a finished run of your own; newest is the newest one in runs/ (default: ' +
        'published, the model that comes along)',
    )
    .option('--voice <file>', 'a voice that `ser calibrate` wrote: whose clips these are')
    .option('--windows', 'print a timeline: the emotion in each window of a file of any length')
    .option('--length <s>', 'with --windows: how long a window is (default: 3)', seconds)
    .option('--hop <s>', 'with --windows: how far apart windows begin (default: 1)', seconds)
    .addOption(
      new Option('--csv', 'print a table in place of text, a row as soon as it is known').conflicts(
        'json',
      ),
    )
    .option('--json', 'print one JSON value instead of text');
  return addTruthOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  ser predict voice.wav
  ser predict clips/ --csv > emotions.csv
  ser predict talk.wav --windows --length 4 --hop 2
  ffmpeg -i talk.mp3 -f wav - | ser predict - --windows --csv
  ser predict anna/*.wav --voice anna.json
  ser predict voice.wav --model runs/baseline-holdout-seed0 --json
  ser predict emodb/ --labels emodb --label-map boredom=-

The published model is a discriminant analysis that was trained on RAVDESS, actors who speak two
sentences of English. Of what is not like them, \`familiar\` is false: do not trust the emotion.
It is null with models of your own, which do not know. A network gets the excerpt that it was
trained on: 2.5 s from 0.6 s on with the recipe baseline.
With --windows a file of hours takes the memory of one of seconds, but for --json, which keeps the
scores of all windows for the end: take --csv. Without --windows, a file of more than 30 s gets a
warning. Ctrl-C keeps what was printed.
Exit code 1: some file could not be read, or was damaged; the others are still predicted.`,
    )
    .action((files: string[], options: PredictOptions) => {
      const format: OutputFormat = options.json ? 'json' : options.csv ? 'csv' : 'text';
      checkWindowOptions(options);
      return withProblems(
        async (problems) => {
          const truthOf = await openTruth(options);
          return withRecognizer(options, async (loaded, signal) => {
            const { name: model, recognizer } = loaded;
            const { windows = false, length, hop } = options;
            if (windows) checkLengths(recognizer, { length, hop });
            const subject = { model, labels: recognizer.labels, windows, hasTruth: !!truthOf };
            const output = predictionOutput(format, subject);
            const isShown = format !== 'json' && process.stdout.isTTY;
            const how = { lengths: { length, hop }, output, isShown, problems, signal };
            await eachFile(files, { problems, signal, takesStdin: true }, async (file) => {
              if (windows) await predictWindows(file, loaded, how);
              else {
                const prediction = await predictFile(file, loaded, problems, signal);
                output.file(truthOf ? { ...prediction, truth: truthOf(file) } : prediction);
              }
            });
            output.finish();
          });
        },
        { printAll: options.json === true },
      );
    });
}

function checkWindowOptions({ windows, length, hop, labels }: PredictOptions): void {
  if (windows && labels !== undefined) {
    throw wrongUsage('--labels are those of whole files; leave --windows out');
  }
  if (windows) return;
  const [alone] = Object.entries({ length, hop }).filter(([, value]) => value !== undefined);
  if (alone) throw wrongUsage(`--${alone[0]} needs --windows, of which it is the ${alone[0]}`);
}
