import wavefile from 'wavefile';

/** A WAV of raw codes, interleaved where it has two channels. */
export function makeWav(
  codes: ArrayLike<number>,
  {
    channels = 1,
    sampleRate = 48_000,
    depth = '16',
  }: { channels?: number; sampleRate?: number; depth?: '16' | '32f' } = {},
): Uint8Array<ArrayBuffer> {
  const wav = new wavefile.WaveFile();
  wav.fromScratch(channels, sampleRate, depth, Float64Array.from(codes));
  return new Uint8Array(wav.toBuffer());
}
