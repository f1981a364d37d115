import { frameSignal, framing, type StftOptions } from './framing.ts';
import {
  framesOf,
  isMatrix,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogramOf,
} from './spectrogram.ts';

/**
 * The frames in which pitches are searched. As in librosa, the default of `hopLength` is that of
 * the STFT and not 512.
 */
export function pitchFrames(
  caller: string,
  input: SignalOrMatrix,
  options: StftOptions,
): Spectrogram {
  if (isMatrix(input)) return framesOf(caller, input, options.nFft);
  const frame = framing(caller, options);
  return spectrogramOf(frameSignal(caller, input, frame.nFft, frame), frame);
}
