import { mediaDuration } from './media-duration.ts';
import type { RecognitionClient } from './recognition.ts';
import type { SoundInput } from './sound/sound.ts';

/** Seconds up to which a compressed file is decoded in one piece. */
const SHORT = 60;
/** Bytes from which a file is not read as a whole, whatever it is. */
const LARGE = 100e6;
/** Hz. Browsers decode to one rate that is chosen beforehand. */
const RATE = 48_000;

/**
 * How the worker gets the sound of a file: a WAV as it is, a short file decoded by the browser, a
 * long one to be decoded in pieces.
 *
 * @throws {Error} For a file that this browser cannot decode.
 */
export async function soundInputOf(
  file: File,
  client: RecognitionClient,
  signal: AbortSignal,
): Promise<{ input: SoundInput; transfer?: Transferable[] }> {
  if (file.size === 0) throw new Error('The file is empty.');
  const { format, description, advice } = await client.run('sniff', { file }, { signal });
  if (format === 'wav') return { input: { kind: 'wav', file } };
  const duration = await mediaDuration(file, signal);
  // Browsers without WebCodecs decode long ones in one piece, too.
  const streams = 'AudioDecoder' in globalThis;
  if (streams && (duration > SHORT || file.size > LARGE))
    return { input: { kind: 'streamed', file } };
  const bytes = await file.arrayBuffer();
  try {
    const context = new OfflineAudioContext({ length: 1, sampleRate: RATE });
    const buffer = await context.decodeAudioData(bytes);
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
      buffer.getChannelData(channel).slice(),
    );
    const transfer = channels.map((channel) => channel.buffer);
    return { input: { kind: 'channels', channels, sampleRate: RATE }, transfer };
  } catch (error) {
    const remedy = advice ? `; ${advice}` : '';
    throw new Error(`This browser decodes no sound in it: it is ${description}${remedy}.`, {
      cause: error,
    });
  }
}
