import { CorpusError, decodeWav } from '@ser/corpus';
import { RecognizerError } from '../recognizer-error.ts';
import { describeValue, isFloats } from '../util/checks.ts';
import { toRecognizerError } from '../util/to-recognizer-error.ts';
import type { Audio } from './audio.ts';
import { checkSamples } from './check-samples.ts';
import { isAudioBuffer, toMono } from './to-mono.ts';

/** The rates that are taken, in Hz: a telephone's half, and the highest of the Web Audio API. */
const MIN_RATE = 4000;
/** The lowest rate of `findSpeech`. */
const MIN_GATE_RATE = 1000;
const MAX_RATE = 768_000;

/**
 * The shortest sound that is recognised, in seconds. Two speeds beside it, the changes over 20
 * frames of 10 ms that the features hold need 0.23 s.
 */
export const MIN_SECONDS = 0.25;

/** What to do about a file that is no WAV, or one in an encoding that is not read. */
const DECODE = 'a browser decodes it, `await new AudioContext().decodeAudioData(bytes)`';

/** What to do in place of giving a value of another kind. */
const REMEDIES: Readonly<Record<string, string>> = {
  Blob: 'give the bytes of it, `await blob.arrayBuffer()`',
  File: 'give the bytes of it, `await file.arrayBuffer()`',
  MediaStream: 'give it to `listen`',
  Promise: 'await it',
  Response: 'give the bytes of it, `await response.arrayBuffer()`',
  SharedArrayBuffer: 'copy the bytes of it, `new Uint8Array(buffer).slice()`',
  String: 'read the file, and give its bytes',
  URL: 'fetch it, and give the bytes',
};

/**
 * A sound as mono samples with their rate, checked: finite, and long enough. Samples are not
 * copied.
 *
 * @throws {RecognizerError} `bad-argument`, `bad-audio`, `stereo` or `too-short`.
 */
export function toAudio(caller: string, name: string, input: unknown): Audio {
  const audio = notEmpty(caller, name, checked(caller, name, input));
  const seconds = audio.samples.length / audio.sampleRate;
  if (seconds >= MIN_SECONDS) return audio;
  // Rounded down: what is too short shall not read as long enough.
  const got = `got ${Math.floor(10_000 * seconds) / 10_000}`;
  const text = `${caller}: \`${name}\` must be at least ${MIN_SECONDS} s long, ${got}`;
  throw new RecognizerError('too-short', text);
}

/** A sound as `toAudio` takes it, but of any length, and at rates that the gate hears at. */
export function toGateAudio(caller: string, input: unknown): Audio {
  return notEmpty(caller, 'audio', checked(caller, 'audio', input, MIN_GATE_RATE));
}

/**
 * A piece of a sound, which may be short or empty; as `toAudio` takes it, but for the bytes of a
 * file, which are no sound in pieces.
 */
export function toAnyLength(caller: string, name: string, input: unknown): Audio {
  if (!bytesOf(input)) return checked(caller, name, input);
  const remedy = 'decode the stream with `decodeWavStream` of @ser/corpus, or give the whole file';
  const text = `${caller}: \`${name}\` must be { samples, sampleRate }, got bytes; ${remedy}`;
  throw new RecognizerError('bad-argument', text);
}

function notEmpty(caller: string, name: string, audio: Audio): Audio {
  if (audio.samples.length > 0) return audio;
  throw new RecognizerError('bad-audio', `${caller}: \`${name}\` must hold samples, got none`);
}

function checked(caller: string, name: string, input: unknown, minRate = MIN_RATE): Audio {
  const bytes = bytesOf(input);
  if (bytes) return fromWav(caller, name, bytes, minRate);
  const audio = isAudioBuffer(input) ? fromBuffer(caller, name, input) : input;
  if (typeof audio !== 'object' || audio === null || !('samples' in audio)) {
    throw wrongKind(caller, name, input);
  }
  const { samples, sampleRate } = audio as Audio;
  checkSamples(caller, `${name}.samples`, samples);
  checkRate(caller, `${name}.sampleRate`, sampleRate, minRate);
  return { samples, sampleRate };
}

function fromBuffer(caller: string, name: string, buffer: Parameters<typeof toMono>[0]): Audio {
  const { numberOfChannels } = buffer;
  if (numberOfChannels > 1) {
    const text = `${caller}: \`${name}\` must have one channel, got ${numberOfChannels}`;
    throw new RecognizerError('stereo', `${text}; average them with \`toMono(buffer)\``);
  }
  return toMono(buffer);
}

function fromWav(caller: string, name: string, bytes: Uint8Array, minRate: number): Audio {
  let audio: Audio;
  try {
    audio = decodeWav(bytes);
  } catch (error) {
    throw toRecognizerError(`${caller}: \`${name}\``, error, 'bad-audio', remedyFor(error));
  }
  checkSamples(caller, `${name} (a WAV)`, audio.samples);
  checkRate(caller, `${name} (a WAV): the rate`, audio.sampleRate, minRate);
  return audio;
}

/** What to do about bytes that are a sound of another format. */
function remedyFor(error: unknown): string {
  if (!CorpusError.isInstance(error)) return '';
  const isOtherSound = error.code === 'not-wav' && error.message.includes('convert it');
  return isOtherSound || error.code === 'unsupported-wav' ? DECODE : '';
}

/** The bytes of a `Uint8Array` or `ArrayBuffer`, of this page or of another frame. */
function bytesOf(value: unknown): Uint8Array | undefined {
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Uint8Array]') return value as Uint8Array;
  if (kind === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer);
  return undefined;
}

/** Throws unless `rate` is one that is taken. */
export function checkRate(
  caller: string,
  name: string,
  rate: unknown,
  minRate: number = MIN_RATE,
): void {
  if (typeof rate === 'number' && rate >= minRate && rate <= MAX_RATE) return;
  const expected = `a number of Hz in [${minRate}, ${MAX_RATE}]`;
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describeValue(rate)}`;
  throw new RecognizerError('bad-argument', text);
}

function wrongKind(caller: string, name: string, input: unknown): RecognizerError {
  const kind = Object.prototype.toString.call(input).slice(8, -1);
  const areNumbers = Array.isArray(input) || (ArrayBuffer.isView(input) && kind !== 'DataView');
  const what = areNumbers
    ? `the samples need their rate, give \`{ samples${isFloats(input) ? '' : ': Float32Array'}, sampleRate }\``
    : REMEDIES[kind];
  const expected = '{ samples, sampleRate }, an AudioBuffer, or the bytes of a WAV file';
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describeValue(input)}`;
  return new RecognizerError('bad-argument', what ? `${text}; ${what}` : text);
}
