import type { AudioBufferLike } from '../audio/audio-input.ts';

/** What a synthetic voice is made of. */
export interface SpeakOptions {
  /** Hz. Default 140. */
  pitch?: number;
  /** Default 2. */
  seconds?: number;
  /** Hz. Default 16000. */
  sampleRate?: number;
  /** The peak of its loudness. Default 0.2. */
  loudness?: number;
}

/** Formants of a vowel, in Hz. */
const FORMANTS = [650, 1200, 2500];

/** Syllables of harmonics under formants, with breath, four in a second. */
export function speak(options: SpeakOptions = {}): {
  samples: Float32Array<ArrayBuffer>;
  sampleRate: number;
} {
  const { pitch = 140, seconds = 2, sampleRate = 16_000, loudness = 0.2 } = options;
  const gains = Array.from({ length: 20 }, (_, i) => {
    const hz = (i + 1) * pitch;
    return FORMANTS.reduce((sum, f) => sum + Math.exp(-(((hz - f) / 300) ** 2)), 0.3 / (i + 1));
  });
  const breath = noise();
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, n) => {
    const t = n / sampleRate;
    const phase = 2 * Math.PI * (pitch * t + 0.02 * pitch * Math.sin(2.5 * t));
    const open = Math.max(0, Math.sin(8 * Math.PI * t));
    const tone = gains.reduce((sum, gain, i) => sum + gain * Math.cos((i + 1) * phase), 0);
    return loudness * (0.3 * open * tone + 0.005 * breath());
  });
  return { samples, sampleRate };
}

/** Numbers in [-1, 1), the same each time; `seeded` of @ser/testing does not run in pages. */
function noise(): () => number {
  let state = 7;
  return () => {
    // The generator of "Numerical Recipes".
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A file of 16-bit PCM. Channels are one after the other in each frame. */
export function toWav(
  channels: readonly Float32Array[],
  sampleRate: number,
): Uint8Array<ArrayBuffer> {
  const size = 2 * channels.length * channels[0].length;
  const view = new DataView(new ArrayBuffer(44 + size));
  const ascii = (at: number, text: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  ascii(8, 'WAVE');
  ascii(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * channels.length * sampleRate, true);
  view.setUint16(32, 2 * channels.length, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, size, true);
  channels.forEach((samples, i) => {
    samples.forEach((sample, t) => {
      const at = 44 + 2 * (t * channels.length + i);
      view.setInt16(at, Math.round(32_768 * sample), true);
    });
  });
  return new Uint8Array(view.buffer);
}

/** Channels as an `AudioBuffer` has them. */
export const bufferOf = (
  channels: readonly Float32Array[],
  sampleRate: number,
): AudioBufferLike => ({
  numberOfChannels: channels.length,
  length: channels[0].length,
  sampleRate,
  getChannelData: (index: number): Float32Array => channels[index],
});
