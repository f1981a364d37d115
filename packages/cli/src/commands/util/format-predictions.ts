import { barOf } from '../../console/bar-of.ts';
import { visible } from '../../console/visible.ts';
import { STDIN } from '../../data/expand-files.ts';
import { STDIN_NAME } from '../../data/open-wav.ts';
import type { FilePrediction, WarningCode, WindowPrediction } from './prediction.ts';
import type { WindowCounts } from './window-counts.ts';

/** Columns of the longest emotion of RAVDESS, and of an hour with its tenths of a second. */
const LABEL_WIDTH = 10;
const TIME_WIDTH = 7;

/** What warnings are called beside an emotion. */
const WORDS: Readonly<Record<WarningCode, string>> = {
  'no-speech': 'no speech',
  unfamiliar: 'not like what the model was trained on',
  silent: 'silent',
  long: 'long',
};

/** A file as people know it. */
export function titleOfFile(file: string): string {
  return file === STDIN ? STDIN_NAME : file;
}

/** The emotion in a file, with its scores as bars, the highest first. */
export function formatPrediction({
  file,
  emotion,
  scores,
  warnings,
  truth,
}: FilePrediction): string[] {
  const title = titleOfFile(file);
  const verdict = truth === undefined || truth === null ? '' : verdictOf(truth, emotion);
  if (emotion === null) return [`${title}: ${WORDS['no-speech']}${verdict}`, ''];
  const sorted = Object.entries(scores).sort(([, a], [, b]) => b - a);
  const width = widthOf(scores);
  const bars = sorted.map(([label, score]) => `  ${scoreOf(label, score, width)}`);
  const words = warnings.map((code) => WORDS[code]);
  const doubts = words.length > 0 ? ` (${words.join(', ')})` : '';
  return [`${title}: ${emotion}${verdict}${doubts}`, ...bars, ''];
}

/** Whether an emotion is the true one, in words. */
function verdictOf(truth: string, emotion: string | null): string {
  return truth === emotion ? ', right' : `, truly ${visible(truth)}`;
}

/** A window as a line of a timeline. */
export function formatWindow({ start, end, emotion, scores, familiar }: WindowPrediction): string {
  const times = `  ${timeOf(start)} – ${timeOf(end)}  `;
  if (emotion === null) return `${times}no speech`;
  const doubt = familiar === false ? '  (unfamiliar)' : '';
  return `${times}${scoreOf(emotion, scores[emotion], widthOf(scores))}${doubt}`;
}

/** What the windows of a file say together. */
export function formatSummary({ windows, unfamiliar, emotions: counts }: WindowCounts): string[] {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const spoken = sorted.reduce((sum, [, count]) => sum + count, 0);
  const emotions = sorted.map(([label, count]) => `${label} ${percentOf(count / spoken)} %`);
  const of = `${windows} window${windows === 1 ? '' : 's'}`;
  const mostly = emotions.length > 0 ? `: ${emotions.join(', ')}` : '';
  const lines = [`  speech in ${spoken} of ${of}${mostly}`];
  if (unfamiliar > 0) {
    lines.push(`  unfamiliar: ${unfamiliar}, not like what the model was trained on`);
  }
  return lines;
}

function scoreOf(label: string, score: number, width: number): string {
  const percent = (100 * score).toFixed(1).padStart(5);
  return `${visible(label).padEnd(width)} ${percent} % ${barOf(score)}`;
}

function widthOf(scores: FilePrediction['scores']): number {
  return Math.max(LABEL_WIDTH, ...Object.keys(scores).map((label) => visible(label).length));
}

function percentOf(share: number): string {
  return (100 * share).toFixed(0);
}

/** Minutes, seconds and tenths of a second. */
function timeOf(seconds: number): string {
  const tenths = Math.round(10 * seconds);
  const minutes = Math.floor(tenths / 600);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${minutes}:${rest}`.padStart(TIME_WIDTH);
}
