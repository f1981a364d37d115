import { RavdessError } from './ravdess-error.ts';
import { basename } from './util/basename.ts';
import { knownScheme } from './util/known-scheme.ts';
import {
  ACTORS,
  EMOTIONS,
  type Emotion,
  INTENSITIES,
  MODALITIES,
  REPETITIONS,
  STATEMENTS,
  VOCAL_CHANNELS,
} from './vocabulary.ts';

/** What a RAVDESS file name says about its clip. */
export interface RavdessInfo {
  modality: (typeof MODALITIES)[number];
  vocalChannel: (typeof VOCAL_CHANNELS)[number];
  emotion: Emotion;
  /** Neutral clips are always `normal`. */
  intensity: (typeof INTENSITIES)[number];
  /** Which sentence: 1 or 2, see `STATEMENTS`. */
  statement: 1 | 2;
  /** First or second recording of the same line. */
  repetition: 1 | 2;
  /** 1 to 24. */
  actor: number;
  /** Odd actors are male, even ones female. */
  gender: 'male' | 'female';
}

const FIELDS = [
  { name: 'modality', codes: MODALITIES.length },
  { name: 'vocal channel', codes: VOCAL_CHANNELS.length },
  { name: 'emotion', codes: EMOTIONS.length },
  { name: 'intensity', codes: INTENSITIES.length },
  { name: 'statement', codes: STATEMENTS.length },
  { name: 'repetition', codes: REPETITIONS },
  { name: 'actor', codes: ACTORS },
] as const;

/**
 * Reads a RAVDESS file name, `MM-CC-EE-II-SS-RR-AA.wav`.
 *
 * @param name A bare name or a path with either kind of slash; `.WAV` will do too.
 * @throws {RavdessError} `bad-filename` when it has another form or a code that RAVDESS lacks.
 *
 * @example
 * parseFilename('Actor_12/03-01-06-01-02-01-12.wav');
 * // { modality: 'audio-only', vocalChannel: 'speech', emotion: 'fearful', intensity: 'normal',
 * //   statement: 2, repetition: 1, actor: 12, gender: 'female' }
 */
export function parseFilename(name: string): RavdessInfo {
  const base = typeof name === 'string' ? basename(name) : name;
  const digits = /^(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)\.wav$/i.exec(base);
  if (!digits) {
    const expected = 'parseFilename: `name` must be like 03-01-06-01-02-01-12.wav';
    const message = `${expected}, got ${JSON.stringify(base)}${adviceFor(base)}`;
    throw new RavdessError('bad-filename', message, { file: String(name) });
  }
  const codes = digits.slice(1).map(Number);
  FIELDS.forEach((field, i) => {
    if (codes[i] < 1 || codes[i] > field.codes) {
      throw new RavdessError(
        'bad-filename',
        `parseFilename: the ${field.name} in \`name\` must be 01 to ${pad(field.codes)}, ` +
          `got ${pad(codes[i])} in ${base}`,
        { file: name },
      );
    }
  });
  const [modality, vocalChannel, emotion, intensity, statement, repetition, actor] = codes;
  return {
    modality: MODALITIES[modality - 1],
    vocalChannel: VOCAL_CHANNELS[vocalChannel - 1],
    emotion: EMOTIONS[emotion - 1],
    intensity: INTENSITIES[intensity - 1],
    statement: statement as 1 | 2,
    repetition: repetition as 1 | 2,
    actor,
    gender: actor % 2 === 1 ? 'male' : 'female',
  };
}

/**
 * The file name of a clip, the inverse of `parseFilename`. `gender` is not
 * needed, since it follows from the actor's number.
 *
 * @throws {RavdessError} `bad-info` when a field is outside RAVDESS' vocabulary; `bad-argument` for
 *   what is no object.
 */
export function formatFilename(info: Omit<RavdessInfo, 'gender'>): string {
  if (typeof info !== 'object' || info === null) {
    throw new RavdessError(
      'bad-argument',
      `formatFilename: \`info\` must be an object, got ${info}`,
    );
  }
  const codes = [
    MODALITIES.indexOf(info.modality) + 1,
    VOCAL_CHANNELS.indexOf(info.vocalChannel) + 1,
    EMOTIONS.indexOf(info.emotion) + 1,
    INTENSITIES.indexOf(info.intensity) + 1,
    info.statement,
    info.repetition,
    info.actor,
  ];
  FIELDS.forEach((field, i) => {
    if (!Number.isInteger(codes[i]) || codes[i] < 1 || codes[i] > field.codes) {
      throw new RavdessError(
        'bad-info',
        `formatFilename: \`info\` must have one of the ${field.codes} values of ${field.name}, ` +
          `got ${JSON.stringify(info)}`,
      );
    }
  });
  return `${codes.map(pad).join('-')}.wav`;
}

/** What to do with a name that is not RAVDESS'. */
function adviceFor(base: unknown): string {
  if (typeof base !== 'string') return '';
  if (/^\d\d(-\d\d){6}\.\w+$/.test(base) && !/\.wav$/i.test(base)) {
    return ' (take the sound out of it: `ffmpeg -i in.mp4 out.wav`)';
  }
  const scheme = knownScheme(base);
  const labels = 'read it with the sources of @ser/corpus, and labels of your own';
  return scheme === undefined ? '' : `, which is a name of ${scheme} (${labels})`;
}

function pad(code: number): string {
  return String(code).padStart(2, '0');
}
