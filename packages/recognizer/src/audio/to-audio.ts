import { CorpusError, decodeWav } from '@ser/corpus';
import { RecognizerError } from '../recognizer-error.ts';
import { describeValue, isFloats } from '../util/checks.ts';
import { toRecognizerError } from '../util/to-recognizer-error.ts';
import type { Audio } from './audio.ts';
import { checkSamples } from './check-samples.ts';
import { isAudioBuffer, toMono } from './to-mono.ts';

/** The rates that are taken, in Hz: a telephone's half, and the highest of the Web Audio API. */
const MIN_RATE = 4000;
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
  const audio = checked(caller, name, input);
  if (audio.samples.length === 0) {
    throw new RecognizerError('bad-audio', `${caller}: \`${name}\` must hold samples, got none`);
  }
  const seconds = audio.samples.length / audio.sampleRate;
  if (seconds >= MIN_SECONDS) return audio;
  const got = `got ${Number(seconds.toFixed(4))}`;
  const text = `${caller}: \`${name}\` must be at least ${MIN_SECONDS} s long, ${got}`;
  throw new RecognizerError('too-short', text);
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

function checked(caller: string, name: string, input: unknown): Audio {
  const bytes = bytesOf(input);
  if (bytes) return fromWav(caller, name, bytes);
  const audio = isAudioBuffer(input) ? fromBuffer(caller, name, input) : input;
  if (typeof audio !== 'object' || audio === null || !('samples' in audio)) {
    throw wrongKind(caller, name, input);
  }
  const { samples, sampleRate } = audio as Audio;
  checkSamples(caller, `${name}.samples`, samples);
  checkRate(caller, `${name}.sampleRate`, sampleRate);
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

function fromWav(caller: string, name: string, bytes: Uint8Array): Audio {
  let audio: Audio;
  try {
    audio = decodeWav(bytes);
  } catch (error) {
    throw toRecognizerError(caller, error, 'bad-audio', remedyFor(error));
  }
  checkSamples(caller, `${name} (a WAV)`, audio.samples);
  checkRate(caller, `${name} (a WAV): the rate`, audio.sampleRate);
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
export function checkRate(caller: string, name: string, rate: unknown): void {
  if (typeof rate === 'number' && rate >= MIN_RATE && rate <= MAX_RATE) return;
  const expected = `a number of Hz in [${MIN_RATE}, ${MAX_RATE}]`;
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describeValue(rate)}`;
  throw new RecognizerError('bad-argument', text);
}

function wrongKind(caller: string, name: string, input: unknown): RecognizerError {
  const kind = Object.prototype.toString.call(input).slice(8, -1);
  const areNumbers = Array.isArray(input) || ArrayBuffer.isView(input);
  const what = areNumbers
    ? `the samples need their rate, give \`{ samples${isFloats(input) ? '' : ': Float32Array'}, sampleRate }\``
    : REMEDIES[kind];
  const expected = '{ samples, sampleRate }, an AudioBuffer, or the bytes of a WAV file';
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describeValue(input)}`;
  return new RecognizerError('bad-argument', what ? `${text}; ${what}` : text);
}
