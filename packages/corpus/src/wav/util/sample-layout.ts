import type { Justification } from './justification.ts';
import type { WavFormat } from './parse-format.ts';
import type { WavReporter } from './wav-reporter.ts';

/** How one sample of one channel lies in the file. */
export interface SampleLayout {
  bytesPerSample: number;
  /** Whether samples of 24 bits stand in the lower three of four bytes. */
  isRightJustified: boolean;
}

/**
 * How many bytes a sample has. Where the block align contradicts the bits, the bits count, but for
 * 24 bits in four bytes, which are there if the samples show it. libsndfile decides so.
 *
 * @param justify Says how such samples stand.
 */
export function findSampleLayout(
  format: WavFormat,
  justify: () => Justification,
  { fail, note }: WavReporter,
): SampleLayout {
  const { encoding, channels, bits, blockAlign, bytesPerSample } = format;
  const block = channels * bytesPerSample;
  if (blockAlign === block) return { bytesPerSample, isRightJustified: false };
  const mayBeWords = encoding.name === 'pcm' && bytesPerSample === 3 && blockAlign === 4 * channels;
  const placed = mayBeWords ? justify() : 'packed';
  if (placed === 'float') {
    const advice = 'convert it with `ffmpeg -i in.wav -c:a pcm_f32le out.wav`';
    fail('unsupported-wav', 'must hold integers as PCM', `floats, as of Cool Edit: ${advice}`);
  }
  if (placed === 'packed') {
    const expected = `must have a block align of ${block} for ${channels} × ${8 * bytesPerSample} bits`;
    note('wrong-block-align', expected, blockAlign);
    return { bytesPerSample, isRightJustified: false };
  }
  const got = `${bits}, ${placed}-justified`;
  note('wrong-bits', 'must have 32 bits for samples of four bytes', got);
  return { bytesPerSample: 4, isRightJustified: placed === 'right' };
}
