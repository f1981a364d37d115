import { type Matrix, zeros } from '../util/matrix.ts';
import type { EgemapsDescriptors } from './descriptors.ts';
import { smooth, smoothNonZero } from './smooth.ts';

/** The 25 descriptors as openSMILE writes them, smoothed over three frames: `[25, frames]`. */
export function lldMatrix({ framing, spectral, voice }: EgemapsDescriptors): Matrix {
  const voices = [
    voice.f0Semitone,
    voice.jitterLocal,
    voice.shimmerLocalDb,
    voice.hnrDb,
    voice.h1H2,
    voice.h1A3,
    ...voice.formants.flatMap(({ frequency, bandwidth, amplitude }) => [
      frequency,
      bandwidth,
      amplitude,
    ]),
  ];
  const tracks = [...spectral.map(smooth), ...voices.map(smoothNonZero)];
  const result = zeros(tracks.length, framing.frames);
  tracks.forEach((track, row) => {
    result.data.set(track.subarray(0, framing.frames), row * framing.frames);
  });
  return result;
}
