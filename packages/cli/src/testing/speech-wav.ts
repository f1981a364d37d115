import wavefile from 'wavefile';

const HARMONICS = 16;

/** What {@link speechWav} is like. */
export interface SpeechWavOptions {
  /** Default 3. */
  seconds?: number;
  /** Default 16000. */
  sampleRate?: number;
  /** Where the pitch of a syllable begins, in Hz. Default 180. */
  pitch?: number;
  /** 1 or 2, which are alike. Default 1. */
  channels?: 1 | 2;
}

/**
 * A WAV of 16 bits that a gate takes for speech: syllables of 200 ms of a vowel whose pitch falls,
 * and 100 ms of silence behind each.
 */
export function speechWav({
  seconds = 3,
  sampleRate = 16_000,
  pitch = 180,
  channels = 1,
}: SpeechWavOptions = {}): Uint8Array {
  let phase = 0;
  const samples = Int16Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const inside = ((i / sampleRate) % 0.3) / 0.2;
    phase += (2 * Math.PI * pitch * (1 - 0.2 * Math.min(inside, 1))) / sampleRate;
    if (inside >= 1) return 0;
    let value = 0;
    // Two formants: 700 and 1,200 Hz.
    for (let k = 1; k <= HARMONICS; k++) {
      const hz = k * pitch;
      const strength = 1 / (1 + ((hz - 700) / 150) ** 2) + 0.5 / (1 + ((hz - 1200) / 150) ** 2);
      value += strength * Math.sin(k * phase);
    }
    return Math.round(5000 * value * Math.sin(Math.PI * inside));
  });
  const wav = new wavefile.WaveFile();
  wav.fromScratch(channels, sampleRate, '16', channels === 1 ? samples : [samples, samples]);
  return wav.toBuffer();
}

/** Silence of 16 bits. */
export function silentWav(seconds = 3, sampleRate = 16_000): Uint8Array {
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, sampleRate, '16', new Int16Array(seconds * sampleRate));
  return wav.toBuffer();
}
