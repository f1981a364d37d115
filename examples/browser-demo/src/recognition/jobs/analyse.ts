import type { Audio, Recognizer } from '@ser/recognizer';
import type { Analysis, Answer, Timeline, TimelineWindow } from '../analysis.ts';
import { meanAnswer } from '../mean-answer.ts';
import { SpectrogramDrawer } from '../picture/spectrogram-drawer.ts';
import { WaveformDrawer } from '../picture/waveform-drawer.ts';
import { recognizer } from '../recognizer.ts';
import { joined } from '../sound/gathered.ts';
import { nextTask } from '../sound/next-task.ts';
import { openSound } from '../sound/open-sound.ts';
import type { Sound } from '../sound/sound.ts';
import { windowsFor } from '../windows-for.ts';
import type { Job, JobContext } from './job.ts';

/** Seconds up to which a sound is heard in one piece. */
const SHORT = 30;
/** Columns of a picture, at most. */
const COLUMNS = 1500;
/** Frames of the spectrogram in a second. */
const FRAMES = 100;
/** Milliseconds between two reports of a long sound. */
const REPORT_EVERY = 250;

type Context = JobContext<Partial<Analysis>>;

/** Hears a sound and computes its pictures. Of a long one, parts are reported as they come. */
export const analyse: Job<'analyse'> = async (input, context) => {
  const started = performance.now();
  const [heard, sound] = await Promise.all([recognizer(input.voice), openSound(input)]);
  const { duration, sampleRate } = sound;
  context.report({ duration, sampleRate });
  return duration <= SHORT
    ? analyseShort(heard, sound, context, started)
    : analyseLong(heard, sound, context, started);
};

const columnsOf = (duration: number): number =>
  Math.max(1, Math.min(COLUMNS, Math.ceil(duration * FRAMES)));

/** The answer first, then what is drawn. */
async function analyseShort(
  heard: Recognizer,
  { duration, sampleRate, pieces }: Sound,
  { signal, report }: Context,
  started: number,
): Promise<Analysis> {
  const parts: Audio[] = [];
  for await (const piece of pieces(signal)) parts.push(piece);
  if (parts.length === 0) throw new Error('The file holds no sound.');
  const audio = joined(parts);
  const decoded = performance.now();
  const recognition = await heard.recognize(audio, { signal });
  const { speech, familiar } = recognition;
  const answer: Answer = { scores: [...recognition], speech, familiar, windows: 0 };
  const took = { decode: decoded - started, score: performance.now() - decoded };
  report({ answer, took });
  await nextTask();
  signal.throwIfAborted();
  const wave = new WaveformDrawer(duration, columnsOf(duration));
  const bands = new SpectrogramDrawer(duration, columnsOf(duration), true);
  wave.push(audio);
  bands.push(audio);
  const { waveform } = wave;
  const { spectrogram } = bands;
  report({ waveform, spectrogram });
  const { length, ...options } = windowsFor(duration);
  const windows: TimelineWindow[] = [];
  for await (const window of heard.windows(audio, { length, ...options, signal })) {
    windows.push(window);
    await nextTask();
  }
  const timeline: Timeline = { length, windows };
  return { duration, sampleRate, answer, timeline, waveform, spectrogram, took };
}

/** Everything in one pass over the pieces. */
async function analyseLong(
  heard: Recognizer,
  { duration, sampleRate, pieces }: Sound,
  { signal, report }: Context,
  started: number,
): Promise<Analysis> {
  const wave = new WaveformDrawer(duration, columnsOf(duration));
  const bands = new SpectrogramDrawer(duration, columnsOf(duration), false);
  const windows: TimelineWindow[] = [];
  const { length, ...options } = windowsFor(duration);
  const soFar = (): Analysis => ({
    duration,
    sampleRate,
    answer: meanAnswer(windows),
    timeline: { length, windows },
    waveform: wave.waveform,
    spectrogram: bands.spectrogram,
    took: { decode: 0, score: performance.now() - started },
  });
  async function* watched(): AsyncGenerator<Audio> {
    for await (const piece of pieces(signal)) {
      wave.push(piece);
      bands.push(piece);
      yield piece;
    }
  }
  let reported = performance.now();
  for await (const window of heard.windows(watched(), { length, ...options, signal })) {
    windows.push(window);
    await nextTask();
    if (performance.now() - reported < REPORT_EVERY) continue;
    reported = performance.now();
    report(soFar());
  }
  return soFar();
}
