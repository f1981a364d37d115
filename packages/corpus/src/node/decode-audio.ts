import { CorpusError } from '../corpus-error.ts';
import { checkOptions } from '../util/check-options.ts';
import { type Audio, decodeWav } from '../wav/decode-wav.ts';
import { sniffFormat } from '../wav/sniff-format.ts';
import { checkBytes } from '../wav/util/check-bytes.ts';
import { WAV_OPTIONS, type WavOptions } from '../wav/wav-options.ts';
import { decodeParts } from './compressed/decode-parts.ts';
import { inspectCompressed } from './compressed/inspect-compressed.ts';

/**
 * Decodes a file of any of these formats to mono; the channels are averaged. What it is, its bytes
 * say, and not its name. WAV is `decodeWav`'s, bit for bit. FLAC, MP3, Vorbis and Opus in Ogg, AAC
 * and ALAC in M4A, and AAC alone need the package `audio-decode`, which a program installs for
 * itself.
 *
 * FLAC and ALAC give the samples of the WAV that they were made from. Others equal libsndfile's or
 * FFmpeg's to 2e-7, and begin and end with the source, but for AAC alone and for MP3 without LAME's
 * tag, which keep the encoder's delay. Opus has 48 kHz, whatever the source had.
 *
 * @param bytes The whole file.
 * @param options See `WavOptions`. With `truncated: 'read'` a damaged file gives what can be read
 *   of it, and is reported.
 * @throws {CorpusError} `missing-decoder` where audio-decode is not installed; `unreadable-audio`
 *   for a file that is damaged, cut, without sound, too long, or of another format; for WAV what
 *   `decodeWav` throws; `bad-argument`.
 *
 * @example
 * const { samples, sampleRate } = await decodeAudio(await readFile('voice.mp3'));
 */
export async function decodeAudio(bytes: Uint8Array, options: WavOptions = {}): Promise<Audio> {
  checkOptions('decodeAudio', options, WAV_OPTIONS);
  const { name = '`bytes`', truncated = 'error', onProblem } = options;
  checkBytes('decodeAudio', bytes, options.name);
  const { format, description, advice } = sniffFormat(bytes);
  if (format === 'wav') return decodeWav(bytes, options);
  const errorOf = (expected: string, got: string, cause?: unknown): CorpusError => {
    const message = `decodeAudio: ${name} must ${expected}, got ${got}`;
    return new CorpusError('unreadable-audio', message, { file: options.name, cause });
  };
  const container = inspectCompressed(bytes, format);
  if (container === undefined) {
    const hint = advice === undefined ? '' : ` (${advice})`;
    throw errorOf('be a WAV, FLAC, MP3, Ogg, M4A or AAC file', `${description}${hint}`);
  }
  const whole = `be ${description} that is whole`;
  const { audio, fault } = await decodeParts(bytes, container, name, (got, cause) =>
    errorOf(whole, got, cause),
  );
  if (fault === undefined) return audio;
  const error = errorOf(
    whole,
    `${fault} (fetch it again, or read what there is with \`truncated\`)`,
  );
  if (truncated !== 'read') throw error;
  onProblem?.({ file: options.name ?? '`bytes`', code: error.code, message: error.message });
  return audio;
}
