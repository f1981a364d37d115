import { stat } from 'node:fs/promises';
import { type Audio, decodeWavStream } from '@ser/corpus';
import { isExpectedError } from '../../console/is-expected-error.ts';
import type { Problems } from '../../console/problems.ts';
import { type Progress, startProgress } from '../../console/progress.ts';
import { STDIN } from '../../data/expand-files.ts';
import { type OpenWav, openWav } from '../../data/open-wav.ts';
import { readSound } from '../../data/read-sound.ts';
import { sniffFile } from '../../data/sniff-file.ts';
import type { LoadedRecognizer } from '../../runs/with-recognizer.ts';
import { givenLengths, type WindowLengths } from './check-lengths.ts';
import { type FileProblem, predictionOf } from './prediction.ts';
import type { PredictionOutput } from './prediction-output.ts';

/** What windows are cut and where they go. */
export interface PredictWindowsOptions {
  lengths: WindowLengths;
  output: PredictionOutput;
  /** Whether the output shows by itself how far it is. Default false. */
  isShown?: boolean;
  problems: Problems;
  signal: AbortSignal;
}

/** From so many bytes on, some minutes, progress is shown. */
const LONG_BYTES = 16_000_000;
const PERCENT = 100;
/** Formats that `decodeAudio` reads besides WAV. */
const COMPRESSED: readonly string[] = ['flac', 'mp3', 'ogg', 'm4a', 'mp4', 'aac'];

/**
 * Names the emotion in each window of a file while it is read, in memory for some seconds of it.
 * What was named before the file turns out to be damaged stays.
 */
export async function predictWindows(
  file: string,
  { recognizer }: LoadedRecognizer,
  { lengths, output, isShown = false, problems, signal }: PredictWindowsOptions,
): Promise<void> {
  // What is no WAV is decoded as a whole.
  if (file !== STDIN && (await isCompressed(file))) {
    const sound = await readSound(file, problems.warn);
    const whole = { name: file, audio: inParts(sound), close: async () => {} };
    return predictParts(file, whole, { recognizer, lengths, output, problems, signal });
  }
  const wav = await openWav(file);
  const { name, size = 0, close } = wav;
  const progress = size >= LONG_BYTES && !isShown ? startProgress(name, PERCENT) : undefined;
  const audio = decodeWavStream(counted(wav, progress), {
    name,
    onProblem: (problem) => problems.warn({ ...problem, file: name }),
    signal,
  });
  const stop = async (): Promise<void> => {
    progress?.stop();
    await close();
  };
  return predictParts(
    file,
    { name, audio, close: stop },
    { recognizer, lengths, output, problems, signal },
  );
}

/** A sound that comes in parts. */
interface Parts {
  /** What messages call it. */
  name: string;
  audio: AsyncIterable<Audio>;
  close(): Promise<void>;
}

async function predictParts(
  file: string,
  { name, audio, close }: Parts,
  {
    recognizer,
    lengths,
    output,
    problems,
    signal,
  }: PredictWindowsOptions & Pick<LoadedRecognizer, 'recognizer'>,
): Promise<void> {
  let isBegun = false;
  let problem: FileProblem | undefined;
  try {
    for await (const window of recognizer.windows(audio, { ...givenLengths(lengths), signal })) {
      const { start, end } = window;
      if (!isBegun) output.begin(file);
      isBegun = true;
      output.window({ start, end, ...predictionOf(recognizer.labels, window) });
    }
  } catch (error) {
    if (!isBegun || !isExpectedError(error)) throw error;
    // Ctrl-C ends the writers of a pipe as well.
    signal.throwIfAborted();
    problem = { code: error.code, message: error.message };
    problems.fault({ file: name, ...problem });
  } finally {
    await close();
  }
  if (isBegun) output.end(problem);
}

/** Whether a file holds sound that is no WAV; whatever else is wrong, who reads it says so. */
async function isCompressed(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) return false;
  const { format } = await sniffFile(file).catch(() => ({ format: 'unknown' }));
  return COMPRESSED.includes(format);
}

/** A sound in seconds, so that Ctrl-C need not wait for all of it. */
async function* inParts({ samples, sampleRate }: Audio): AsyncGenerator<Audio> {
  for (let start = 0; start < samples.length; start += sampleRate) {
    yield { samples: samples.subarray(start, start + sampleRate), sampleRate };
  }
}

/** The bytes of a file, counted. */
async function* counted(
  { chunks, size = 0 }: OpenWav,
  progress: Progress | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let count = 0;
  for await (const chunk of chunks) {
    yield chunk;
    count += chunk.length;
    progress?.update(Math.floor((PERCENT * count) / size), '%');
  }
}
