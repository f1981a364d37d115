import { csvLine, csvPath } from '../../console/csv.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import {
  formatPrediction,
  formatSummary,
  formatWindow,
  titleOfFile,
} from './format-predictions.ts';
import type {
  FilePrediction,
  FileProblem,
  FileWindows,
  Prediction,
  WindowPrediction,
} from './prediction.ts';
import { TruthCounts } from './truth-counts.ts';
import { WindowCounts } from './window-counts.ts';

/** How predictions are printed. */
export type OutputFormat = 'text' | 'csv' | 'json';

/** Takes predictions as they come. */
export interface PredictionOutput {
  file(prediction: FilePrediction): void;
  /** Begins a file whose windows follow. */
  begin(file: string): void;
  window(window: WindowPrediction): void;
  /** Ends the file that was begun; `problem` where it did not come to its end. */
  end(problem?: FileProblem): void;
  /** Says that no file follows. */
  finish(): void;
}

/** What a table is headed with. */
export interface OutputSubject {
  /** The model's name. */
  model: string;
  labels: readonly string[];
  /** Whether it is of windows. */
  windows: boolean;
  /** Whether the truth is asked for. Default false. */
  hasTruth?: boolean;
}

/** Prints predictions on stdout: text and CSV as they come, JSON as one value in the end. */
export function predictionOutput(format: OutputFormat, subject: OutputSubject): PredictionOutput {
  return { text: textOutput, csv: csvOutput, json: jsonOutput }[format](subject);
}

function textOutput({ model, labels }: OutputSubject): PredictionOutput {
  const truths = new TruthCounts(labels);
  let counts = new WindowCounts();
  let isHeaded = false;
  // Where nothing can be read, nothing is printed.
  const head = (): void => {
    if (!isHeaded) writeLines([`model: ${model}`, '']);
    isHeaded = true;
  };
  return {
    file(prediction) {
      head();
      writeLines(formatPrediction(prediction));
      truths.add(prediction);
    },
    begin(file) {
      head();
      writeLines([titleOfFile(file)]);
      counts = new WindowCounts();
    },
    window(window) {
      writeLines([formatWindow(window)]);
      counts.add(window);
    },
    end: () => writeLines([...formatSummary(counts), '']),
    finish() {
      if (truths.line !== undefined) writeLines([truths.line]);
    },
  };
}

function csvOutput({
  labels,
  windows: hasWindows,
  hasTruth = false,
}: OutputSubject): PredictionOutput {
  const times = hasWindows ? ['start', 'end'] : [];
  const truth = hasTruth ? ['truth'] : [];
  const write = (line: string): void => void process.stdout.write(line);
  write(csvLine(['file', ...truth, ...times, 'emotion', 'score', 'speech', 'familiar', ...labels]));
  let current = '';
  const answer = ({ emotion, scores, speech, familiar }: Prediction) => [
    ...[emotion, emotion === null ? null : scores[emotion], speech, familiar],
    ...labels.map((label) => scores[label] ?? null),
  ];
  return {
    file(prediction) {
      const known = hasTruth ? [prediction.truth ?? null] : [];
      write(csvLine([csvPath(prediction.file), ...known, ...answer(prediction)]));
    },
    begin(file) {
      current = csvPath(file);
    },
    window: (window) => write(csvLine([current, window.start, window.end, ...answer(window)])),
    end() {},
    finish() {},
  };
}

function jsonOutput(): PredictionOutput {
  const all: (FilePrediction | FileWindows)[] = [];
  let current: FileWindows;
  return {
    file: (prediction) => void all.push(prediction),
    begin(file) {
      current = { file, windows: [], problem: null };
      all.push(current);
    },
    window: (window) => void current.windows.push(window),
    end(problem) {
      current.problem = problem ?? null;
    },
    finish: () => writeJson(all),
  };
}
