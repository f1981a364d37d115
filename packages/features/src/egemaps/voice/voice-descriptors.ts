/** A formant, a value a frame. */
export interface FormantTracks {
  /** Hz. */
  readonly frequency: Float32Array;
  /** Hz. */
  readonly bandwidth: Float32Array;
  /** dB over the first harmonic; -201 where unvoiced. */
  readonly amplitude: Float32Array;
}

/** What eGeMAPS says of the voice, a value a frame (10 ms hop), unvoiced as openSMILE gives it. */
export interface VoiceDescriptors {
  /** How many frames, from the first on, had their pitch decided when the clip ended. */
  readonly decided: number;
  readonly f0Semitone: Float32Array;
  readonly jitterLocal: Float32Array;
  readonly shimmerLocalDb: Float32Array;
  readonly hnrDb: Float32Array;
  readonly h1H2: Float32Array;
  readonly h1A3: Float32Array;
  readonly formants: readonly FormantTracks[];
}

/** STUB until the voice's descriptors land: a clip without voice. */
export function voiceDescriptors(
  samples: Float32Array | Float64Array,
  sampleRate: number,
): VoiceDescriptors {
  const hop = Math.floor(0.01 * sampleRate + 0.5);
  const frames = Math.floor((samples.length - Math.floor(0.06 * sampleRate + 0.5)) / hop) + 2;
  const track = (): Float32Array => new Float32Array(frames);
  const formant = (): FormantTracks => ({
    frequency: track(),
    bandwidth: track(),
    amplitude: track().fill(-201),
  });
  return {
    decided: frames - 2,
    f0Semitone: track(),
    jitterLocal: track(),
    shimmerLocalDb: track(),
    hnrDb: track(),
    h1H2: track(),
    h1A3: track(),
    formants: [formant(), formant(), formant()],
  };
}
