import { egemapsFraming, fewestSamples } from '../framing.ts';
import { type FormantTracks, formantTracks } from './formant-tracks.ts';
import { Harmonics } from './harmonics.ts';
import { harmonicsToNoise } from './harmonics-to-noise.ts';
import { octaveSpectrum } from './octave-spectrum.ts';
import { periodPerturbations } from './periods.ts';
import { pitchCandidates } from './pitch-candidates.ts';
import { pitchPath } from './pitch-path.ts';
import { voiceFft, voiceFrame } from './voice-frames.ts';

/** The lowest root mean square of a voiced frame under its window. */
const VOICED_RMS = 0.001;

/** The pitch in Hz from which semitones are counted. */
const REFERENCE_HZ = 27.5;

/**
 * Above which voicing of a candidate a spectrum is kept until the pitch is known, and of how many
 * frames at most: 16 MB at 48 kHz. The others are computed again.
 */
const LIKELY = 0.7;
const MOST_SPECTRA = 1000;

/** What eGeMAPS says of the voice, a value a frame (10 ms hop), unvoiced as openSMILE gives it. */
export interface VoiceDescriptors {
  /** How many frames, from the first on, had their pitch decided when the clip ended. */
  readonly decided: number;
  /** Semitones above 27.5 Hz; 0 where unvoiced, as the next five. */
  readonly f0Semitone: Float32Array;
  readonly jitterLocal: Float32Array;
  /** dB. */
  readonly shimmerLocalDb: Float32Array;
  /** dB. */
  readonly hnrDb: Float32Array;
  /** dB. */
  readonly h1H2: Float32Array;
  /** dB. */
  readonly h1A3: Float32Array;
  /** Three, in unvoiced frames too. */
  readonly formants: readonly FormantTracks[];
}

/**
 * The voice of a clip as eGeMAPS describes it, not yet smoothed: pitch by subharmonic summation,
 * perturbations of its periods, harmonics and formants.
 *
 * F. Eyben et al. (2016): The Geneva Minimalistic Acoustic Parameter Set. IEEE Transactions on
 * Affective Computing 7(2). What the paper leaves open is as openSMILE's output shows it.
 *
 * @param samples As `quantise` gives them, at least 60 ms.
 */
export function voiceDescriptors(
  samples: Float32Array | Float64Array,
  sampleRate: number,
): VoiceDescriptors {
  const framing = egemapsFraming(samples.length, sampleRate);
  const { hop, voiceFrames, frames } = framing;
  const long = fewestSamples(sampleRate);
  const fft = voiceFft(long);
  const formants = formantTracks(samples, sampleRate, framing);
  const loud = new Uint8Array(voiceFrames);
  const spectra: (Float64Array | undefined)[] = [];
  const candidates = Array.from({ length: voiceFrames }, (_, t) => {
    const { magnitudes, rms } = voiceFrame(samples, t * hop, long);
    const found = pitchCandidates(octaveSpectrum(magnitudes, sampleRate));
    loud[t] = rms < VOICED_RMS ? 0 : 1;
    if (t < MOST_SPECTRA && loud[t] === 1 && found.some(({ voicing }) => voicing > LIKELY)) {
      spectra[t] = magnitudes.slice();
    }
    return found;
  });
  const { hz: path, decided } = pitchPath(candidates);
  const { jitter, shimmerDb } = periodPerturbations(samples, sampleRate, path, hop);
  const track = (): Float32Array => new Float32Array(frames);
  const result: VoiceDescriptors = {
    decided,
    f0Semitone: track(),
    jitterLocal: track(),
    shimmerLocalDb: track(),
    hnrDb: track(),
    h1H2: track(),
    h1A3: track(),
    formants,
  };
  path.forEach((hz, t) => {
    if (hz === 0 || loud[t] === 0) return;
    const magnitudes = spectra[t] ?? voiceFrame(samples, t * hop, long).magnitudes;
    const harmonics = new Harmonics(magnitudes, sampleRate / fft.size, hz);
    result.f0Semitone[t] = 12 * Math.log2(hz / REFERENCE_HZ);
    result.jitterLocal[t] = jitter[t];
    result.shimmerLocalDb[t] = shimmerDb[t];
    result.h1H2[t] = harmonics.h1H2;
    result.h1A3[t] = harmonics.h1A3(formants[2].frequency[t]);
    for (const { frequency, amplitude } of formants) {
      amplitude[t] = harmonics.formantAmplitude(frequency[t]);
    }
    result.hnrDb[t] = harmonicsToNoise(fft, magnitudes, sampleRate / hz);
  });
  return result;
}
