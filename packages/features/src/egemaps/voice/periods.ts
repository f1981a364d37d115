/** Perturbations of a voice's periods, a value a frame. */
export interface PeriodPerturbations {
  readonly jitter: Float64Array;
  /** dB. */
  readonly shimmerDb: Float64Array;
}
export function periodPerturbations(
  _samples: Float32Array | Float64Array,
  _sampleRate: number,
  pitch: Float64Array,
  _hop: number,
): PeriodPerturbations {
  return { jitter: new Float64Array(pitch.length), shimmerDb: new Float64Array(pitch.length) };
}
