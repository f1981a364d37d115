import {
  CorpusError,
  decodeWav,
  inspectWav,
  type Problem,
  TwinFinder,
  type Twins,
} from '@ser/corpus';
import type { OptionNames } from '@ser/internal';
import { expectedClips } from './expected-clips.ts';
import type { RavdessInfo } from './filename.ts';
import type { RavdessClip } from './ravdess-clip.ts';
import { RavdessError } from './ravdess-error.ts';
import { checkOptions } from './util/check-options.ts';
import { EMOTIONS, type Emotion } from './vocabulary.ts';

/** 60 dB below full scale. Every voice is louder; the noise of a good microphone is not. */
const SILENCE = 0.001;

/** The ids of the clips that are one recording as RAVDESS was published. */
const PUBLISHED_TWINS = '03-01-03-01-02-01-07,03-01-03-01-02-02-07';

/** What a data set holds, as plain JSON. Only clips that can be decoded are counted. */
export interface Inspection {
  clips: number;
  /** How many different actors. */
  actors: number;
  perActor: Record<string, number>;
  perEmotion: Record<Emotion, number>;
  perChannel: Record<RavdessInfo['vocalChannel'], number>;
  /** Clips of two channels. */
  stereo: number;
  /** Clips by sample rate in Hz. */
  sampleRates: Record<string, number>;
  /** Seconds. */
  duration: { total: number; shortest: number; longest: number };
  /** Clips with three or more samples in a row at full scale, and how many such samples. */
  clipped: { id: string; samples: number }[];
  /** Ids of clips whose loudest sample is below -60 dB of full scale. */
  silent: string[];
  missing: Record<RavdessInfo['vocalChannel'], Missing>;
  /** Ids in RAVDESS' form that RAVDESS' audio does not have, such as a strong neutral. */
  unexpected: string[];
  /**
   * Clips that hold the same recording, whatever their names say; see `findTwins` of `@ser/corpus`.
   * Each group is a problem `same-sound` as well, but for the one pair that RAVDESS itself has: the
   * two repetitions of 03-01-03-01-02 by actor 7 are one file.
   */
  twins: Twins[];
  problems: Problem[];
}

/** The clips of a channel of RAVDESS that this data set lacks. */
export interface Missing {
  clips: number;
  /** Actors of whom there is no clip. */
  actors: number[];
  /** Ids of the missing clips of all other actors. */
  ids: string[];
}

/** The options of `inspect`. */
export interface InspectOptions {
  /**
   * Problems that are known already, such as those of `fromDirectory`'s `onProblem`. The result
   * lists them before those that are found here. Default [].
   */
  problems?: readonly Problem[];
  /** Called after each clip with the number of clips done. Default: none. */
  onProgress?: (done: number, clip: RavdessClip) => void;
  /** Ends the inspection between two clips by throwing its reason. Default: none. */
  signal?: AbortSignal;
}

const INSPECT_OPTIONS: OptionNames<InspectOptions> = {
  problems: true,
  onProgress: true,
  signal: true,
};

/**
 * Decodes every clip and counts what is there, what is missing from RAVDESS' 1,440 speech and
 * 1,012 song clips, and what cannot be read. A clip that cannot be read becomes a problem, and so
 * do faults of a header that is read all the same, and clips that hold the same recording.
 *
 * @throws {RavdessError} `bad-argument`; what iterating `clips` throws; the signal's reason.
 */
export async function inspect(
  clips: AsyncIterable<RavdessClip> | Iterable<RavdessClip>,
  options: InspectOptions = {},
): Promise<Inspection> {
  const isIterable = Symbol.iterator in Object(clips) || Symbol.asyncIterator in Object(clips);
  if (!isIterable) {
    const message = `inspect: \`clips\` must be iterable, as fromDirectory's are, got ${clips}`;
    throw new RavdessError('bad-argument', message);
  }
  checkOptions('inspect', options, INSPECT_OPTIONS);
  const { problems = [], onProgress, signal } = options;
  const found: Problem[] = [];
  const ids = new Set<string>();
  const perActor: Record<string, number> = {};
  const perEmotion = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<
    Emotion,
    number
  >;
  const perChannel = { speech: 0, song: 0 };
  const sampleRates: Record<string, number> = {};
  const duration = { total: 0, shortest: Number.POSITIVE_INFINITY, longest: 0 };
  const clipped: Inspection['clipped'] = [];
  const silent: string[] = [];
  const finder = new TwinFinder();
  let stereo = 0;
  let done = 0;

  for await (const clip of clips) {
    signal?.throwIfAborted();
    try {
      const bytes = await clip.bytes();
      const inspection = inspectWav(bytes, { name: clip.file });
      const { header, clippedSamples, peak } = inspection;
      found.push(...inspection.problems);
      finder.add(clip, decodeWav(bytes, { name: clip.file }));
      const { channels, frames, sampleRate } = header;
      const seconds = frames / sampleRate;
      ids.add(clip.id);
      perActor[clip.info.actor] = (perActor[clip.info.actor] ?? 0) + 1;
      perEmotion[clip.info.emotion]++;
      perChannel[clip.info.vocalChannel]++;
      sampleRates[sampleRate] = (sampleRates[sampleRate] ?? 0) + 1;
      duration.total += seconds;
      duration.shortest = Math.min(duration.shortest, seconds);
      duration.longest = Math.max(duration.longest, seconds);
      if (channels === 2) stereo++;
      if (clippedSamples > 0) clipped.push({ id: clip.id, samples: clippedSamples });
      if (peak < SILENCE) silent.push(clip.id);
    } catch (error) {
      if (!CorpusError.isInstance(error)) throw error;
      found.push({ file: clip.file, code: error.code, message: error.message });
    }
    onProgress?.(++done, clip);
  }
  signal?.throwIfAborted();
  const twins = await finder.find({ onProblem: (problem) => found.push(problem), signal });
  found.push(...twins.filter(({ ids }) => ids.join() !== PUBLISHED_TWINS).map(sameSound));

  const expected = new Set([...expectedClips('speech'), ...expectedClips('song')]);
  return {
    clips: perChannel.speech + perChannel.song,
    actors: Object.keys(perActor).length,
    perActor,
    perEmotion,
    perChannel,
    stereo,
    sampleRates,
    // JSON has no infinity.
    duration: ids.size > 0 ? duration : { total: 0, shortest: 0, longest: 0 },
    clipped,
    silent,
    missing: { speech: missingFrom('speech', ids), song: missingFrom('song', ids) },
    unexpected: [...ids].filter((id) => !expected.has(id)),
    twins,
    problems: [...problems, ...found],
  };
}

/** The problem that two clips or more hold one recording. */
function sameSound({ files }: Twins): Problem {
  const message =
    `inspect: ${files[0]} must be a recording of its own, ` +
    `got the same sound in ${files.slice(1).join(', ')}`;
  return { file: files[0], code: 'same-sound', message };
}

function missingFrom(channel: RavdessInfo['vocalChannel'], present: Set<string>): Missing {
  const all = expectedClips(channel);
  const actorOf = (id: string): number => Number(id.slice(-2));
  const known = new Set(all.filter((id) => present.has(id)).map(actorOf));
  const missing = all.filter((id) => !present.has(id));
  return {
    clips: missing.length,
    actors: [...new Set(missing.map(actorOf))].filter((actor) => !known.has(actor)),
    ids: missing.filter((id) => known.has(actorOf(id))),
  };
}
