import type { Audio, Recognizer } from '@ser/recognizer';
import { WaveformDrawer } from '../recognition/picture/waveform-drawer.ts';
import { nextTask } from '../recognition/sound/next-task.ts';
import { BandStopper } from './band-stopper.ts';
import { BANDS } from './bands.ts';
import type { Explanation, Without, WithoutBand, WithoutTime } from './explanation.ts';
import { floorOf, occludeTime } from './occlude-time.ts';

/** Seconds of a stretch, about. */
const STRETCH = 0.25;
const LEAST = 4;
const MOST = 24;
const COLUMNS = 600;

/** How far it is. */
export interface ExplainProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Takes one part after another out of a sound and hears what the answer would be without it
 * (occlusion; Zeiler and Fergus, 2014).
 *
 * @param start Where in its file the sound begins, in seconds.
 */
export async function explain(
  recognizer: Recognizer,
  audio: Audio,
  start: number,
  signal: AbortSignal,
  onProgress: (progress: ExplainProgress) => void,
): Promise<Explanation> {
  const length = audio.samples.length / audio.sampleRate;
  const drawer = new WaveformDrawer(length, COLUMNS);
  drawer.push(audio);
  const { waveform } = drawer;
  const options = { versions: false, signal };
  const [whole] = await recognizer.recognize(audio, options);
  const span = { start, end: start + length, waveform };
  if (!whole) return { ...span, label: undefined, score: 0, times: [], bands: [] };
  const { label, score } = whole;

  const count = Math.max(LEAST, Math.min(MOST, Math.round(length / STRETCH)));
  const heard = BANDS.filter(({ low }) => low < audio.sampleRate / 2);
  const of = count + heard.length;
  let done = 0;
  const without = async (occluded: Audio): Promise<Without> => {
    await nextTask();
    // What is left is still the same person speaking, whatever the gate would say of it.
    const scores = await recognizer.recognize(occluded, { ...options, speech: false });
    onProgress({ done: ++done, of });
    const same = scores.find((other) => other.label === label);
    return { score: same?.score ?? 0, label: scores[0].label };
  };

  const floor = floorOf(audio);
  const times: WithoutTime[] = [];
  for (let i = 0; i < count; i++) {
    const [from, to] = [(i * length) / count, ((i + 1) * length) / count];
    const found = await without(occludeTime(audio, from, to, floor));
    times.push({ ...found, start: start + from, end: start + to });
  }
  const stopper = new BandStopper(audio);
  const bands: WithoutBand[] = [];
  for (const { low, high } of heard) {
    bands.push({ ...(await without(stopper.stop(low, high))), low, high });
  }
  return { ...span, label, score, times, bands };
}
