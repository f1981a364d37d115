import wavefile from 'wavefile';

const SAMPLE_RATE = 16_000;

/** A mono 16-bit WAV of a tone that fades in, at 16 kHz. */
export function toneWav(seconds: number, hertz: number): Uint8Array {
  const frames = Math.round(seconds * SAMPLE_RATE);
  const samples = Int16Array.from({ length: frames }, (_, i) =>
    Math.round(32767 * (i / frames) * 0.5 * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)),
  );
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, SAMPLE_RATE, '16', samples);
  return wav.toBuffer();
}
