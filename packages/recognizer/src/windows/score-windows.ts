import type { Audio } from '../audio/audio.ts';
import { toAnyLength } from '../audio/to-audio.ts';
import type { Recognition } from '../recognizer/recognition.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { iterate } from '../util/iterate.ts';
import { nextTask } from '../util/next-task.ts';
import { scoreWindow } from './score-window.ts';
import { WindowCutter } from './window-cutter.ts';
import type { WindowScores } from './window-scores.ts';

/** How much of a sound that is there as a whole is cut at once, in seconds. */
const PIECE_SECONDS = 1;

/** How many pieces are taken in one task: a task for each would be slow where they are tiny. */
const PIECES_PER_TASK = 16;

/** What a sound in pieces is cut and scored with. */
export interface ScoreWindowsParts {
  readonly length: number;
  readonly hop: number;
  readonly signal: AbortSignal | undefined;
  /** Throws where the work shall not go on. */
  check(): void;
  score(audio: Audio): Promise<Recognition>;
}

/**
 * The scores of each window of a sound that comes in pieces. A last window that is too short to
 * hear a voice in has none.
 *
 * @throws {RecognizerError} `no-samples` for a sound without any, `bad-argument` where its rate
 *   changes, and that of a piece which is no sound; what `check` and `score` throw; the signal's reason.
 */
export async function* scoreWindows(
  caller: string,
  pieces: AsyncIterable<unknown> | Iterable<unknown>,
  parts: ScoreWindowsParts,
): AsyncGenerator<WindowScores, void, undefined> {
  const { length, hop, signal } = parts;
  let cutter: WindowCutter | undefined;
  let rate = 0;
  let count = 0;
  for await (const piece of iterate(caller, 'audio', pieces, signal)) {
    // Timers and events run even where a stream never waits, and no window is complete.
    if (count % PIECES_PER_TASK === PIECES_PER_TASK - 1) await nextTask();
    const { samples, sampleRate } = toAnyLength(caller, `audio (piece ${count++})`, piece);
    if (samples.length === 0) continue;
    if (cutter && sampleRate !== rate) throw changedRate(caller, rate, sampleRate);
    rate = sampleRate;
    cutter ??= new WindowCutter({ sampleRate, length, hop });
    cutter.push(samples);
    yield* scoreReady(cutter, parts);
  }
  if (!cutter) {
    const text = `${caller}: \`audio\` must give samples, got a stream that ended without any`;
    throw new RecognizerError('no-samples', text);
  }
  cutter.end();
  yield* scoreReady(cutter, parts);
}

/** Scores the windows that are complete. */
async function* scoreReady(
  cutter: WindowCutter,
  { signal, check, score }: ScoreWindowsParts,
): AsyncGenerator<WindowScores, void, undefined> {
  for (let window = cutter.pull(); window; window = cutter.pull()) {
    await nextTask();
    signal?.throwIfAborted();
    check();
    yield await scoreWindow(window, score);
  }
}

/** Pieces of a sound that is there as a whole, so that no second copy of it is made. */
export function* piecesOf({ samples, sampleRate }: Audio): Generator<Audio> {
  const size = Math.ceil(PIECE_SECONDS * sampleRate);
  for (let at = 0; at < samples.length; at += size) {
    yield { samples: samples.subarray(at, at + size), sampleRate };
  }
}

function changedRate(caller: string, before: number, now: number): RecognizerError {
  const text = `${caller}: \`audio\` must keep its rate of ${before} Hz, got ${now}`;
  return new RecognizerError('bad-argument', text);
}
