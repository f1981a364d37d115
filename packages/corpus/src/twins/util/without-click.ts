/** Samples around a peak, at 8 kHz, that hold a click; 4 ms. */
const CLICK = 32;
/** Samples around it that are taken out; the filter of `toLowRate` still rings in them. */
const RINGING = 256;
/** From this part of the whole energy on a peak is a click. */
const MOST_ENERGY = 0.8;

/**
 * A sound at 8 kHz without the click that holds most of its energy, and undefined where it has none.
 * All clicks are alike, so what stands beside them has to be compared.
 */
export function withoutClick(sound: Float32Array): Float32Array | undefined {
  const energy = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
  let peak = 0;
  sound.forEach((x, i) => {
    if (Math.abs(x) > Math.abs(sound[peak])) peak = i;
  });
  const around = (samples: number): [start: number, end: number] => [
    Math.max(0, peak - samples / 2),
    peak + samples / 2,
  ];
  if (energy(sound.subarray(...around(CLICK))) < MOST_ENERGY * energy(sound)) return undefined;
  return sound.slice().fill(0, ...around(RINGING));
}
