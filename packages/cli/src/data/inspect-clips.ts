import {
  type Audio,
  type Clip,
  CorpusError,
  inspectWav,
  type Labels,
  type Problem,
  sniffFormat,
  TwinFinder,
  type Twins,
  type WavInspection,
} from '@ser/corpus';
import { decodeAudio } from '@ser/corpus/node';

/** 60 dB below full scale, as RAVDESS' inspection counts silence. */
const SILENCE = 0.001;

/** What a corpus holds, as plain JSON. Only clips that can be decoded are counted. */
export interface CorpusInspection {
  /** What says the labels: a scheme, a table, folders. */
  corpus: string;
  clips: number;
  perLabel: Record<string, number>;
  /** Of clips whose speaker is known. */
  perSpeaker: Record<string, number>;
  /** Clips whose speaker nobody names. */
  unknownSpeakers: number;
  perCondition: Record<string, number>;
  /** WAVs of two channels. */
  stereo: number;
  /** Clips by sample rate in Hz. */
  sampleRates: Record<string, number>;
  /** Seconds. */
  duration: { total: number; shortest: number; longest: number };
  /** WAVs with three or more samples in a row at full scale, and how many such samples. */
  clipped: { id: string; samples: number }[];
  /** Ids of clips whose loudest sample is below -60 dB of full scale. */
  silent: string[];
  /** Clips that hold the same recording, whatever their names say. */
  twins: Twins[];
  problems: Problem[];
}

/** Options of {@link inspectClips}. */
export interface InspectClipsOptions {
  corpus: string;
  /** The labels, in their order. */
  labels: readonly string[];
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

/**
 * Decodes every clip of a corpus and counts what is there. What cannot be read is a problem, and so
 * are faults of a header that is read all the same, and clips that hold the same recording.
 *
 * @throws the signal's reason when aborted
 */
export async function inspectClips(
  clips: readonly Clip[],
  { corpus, labels, onProgress, signal }: InspectClipsOptions,
): Promise<CorpusInspection> {
  const counts = new Counts(labels);
  const problems: Problem[] = [];
  const finder = new TwinFinder();
  for (const [i, clip] of clips.entries()) {
    signal.throwIfAborted();
    try {
      const { audio, channels, clippedSamples, peak, ...found } = await soundOf(clip);
      finder.add(clip, audio);
      problems.push(...found.problems);
      const { samples, sampleRate } = audio;
      counts.add(clip.info, { channels, sampleRate, seconds: samples.length / sampleRate });
      if (clippedSamples > 0) counts.clipped.push({ id: clip.id, samples: clippedSamples });
      if (peak < SILENCE) counts.silent.push(clip.id);
    } catch (error) {
      if (!CorpusError.isInstance(error)) throw error;
      problems.push({ file: clip.file, code: error.code, message: error.message });
    }
    onProgress(i + 1);
  }
  const twins = await finder.find({
    decode: decodeAudio,
    onProblem: (problem) => problems.push(problem),
    signal,
  });
  for (const { files } of twins) {
    const message = `it holds the same recording as ${files.slice(1).join(', ')}`;
    problems.push({ file: files[0], code: 'same-sound', message });
  }
  return { corpus, ...counts.all(), twins, problems };
}

/** What is counted of a sound. */
interface Sound extends Pick<WavInspection, 'clippedSamples' | 'peak' | 'problems'> {
  audio: Audio;
  /** Undefined where a decoder has averaged them. */
  channels: number | undefined;
}

async function soundOf(clip: Clip): Promise<Sound> {
  const bytes = await clip.bytes();
  const audio = await decodeAudio(bytes, { name: clip.file, onProblem: () => {} });
  if (sniffFormat(bytes).format === 'wav') {
    const { header, ...rest } = inspectWav(bytes, { name: clip.file });
    return { audio, channels: header.channels, ...rest };
  }
  const peak = audio.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  // An encoder leaves no run of samples at full scale to count.
  return { audio, channels: undefined, clippedSamples: 0, peak, problems: [] };
}

/** Counts by names that may be those of any object's properties. */
class Counts {
  readonly clipped: CorpusInspection['clipped'] = [];
  readonly silent: string[] = [];
  readonly #labels: Map<string, number>;
  readonly #speakers = new Map<string, number>();
  readonly #conditions = new Map<string, number>();
  readonly #rates = new Map<string, number>();
  readonly #seconds: number[] = [];
  #unknown = 0;
  #stereo = 0;

  constructor(labels: readonly string[]) {
    this.#labels = new Map(labels.map((label) => [label, 0]));
  }

  add(
    { label, speaker, condition }: Labels,
    sound: { channels: number | undefined; sampleRate: number; seconds: number },
  ): void {
    increment(this.#labels, label);
    if (speaker === '') this.#unknown++;
    else increment(this.#speakers, speaker);
    if (condition !== undefined) increment(this.#conditions, condition);
    increment(this.#rates, String(sound.sampleRate));
    if (sound.channels === 2) this.#stereo++;
    this.#seconds.push(sound.seconds);
  }

  all(): Omit<CorpusInspection, 'corpus' | 'twins' | 'problems'> {
    const sorted = (counts: Map<string, number>): Record<string, number> =>
      Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
    const seconds = this.#seconds;
    return {
      clips: seconds.length,
      perLabel: Object.fromEntries(this.#labels),
      perSpeaker: sorted(this.#speakers),
      unknownSpeakers: this.#unknown,
      perCondition: sorted(this.#conditions),
      stereo: this.#stereo,
      sampleRates: sorted(this.#rates),
      duration: {
        total: seconds.reduce((sum, each) => sum + each, 0),
        // JSON has no infinity.
        shortest: seconds.reduce((least, each) => Math.min(least, each), seconds[0] ?? 0),
        longest: seconds.reduce((most, each) => Math.max(most, each), 0),
      },
      clipped: this.clipped,
      silent: this.silent,
    };
  }
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
