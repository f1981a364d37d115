import type { Spectrogram } from '../../recognition/analysis.ts';
import { PALETTE } from '../palette.ts';

/** What is so many dB below the loudest is as dark as can be. */
const RANGE = 60;

/** Mel bands, the lowest at the bottom, a pixel for each band and column; CSS scales it. */
export function drawSpectrogram(canvas: HTMLCanvasElement, { bands, decibels }: Spectrogram): void {
  const columns = decibels.length / bands;
  canvas.width = columns;
  canvas.height = bands;
  const context = canvas.getContext('2d');
  if (!context) return;
  let loudest = Number.NEGATIVE_INFINITY;
  for (const value of decibels) if (value > loudest) loudest = value;
  const image = context.createImageData(columns, bands);
  const pixels = new Uint32Array(image.data.buffer);
  for (let column = 0; column < columns; column++) {
    for (let band = 0; band < bands; band++) {
      const value = decibels[column * bands + band];
      // What is not there yet stays clear.
      if (Number.isNaN(value)) continue;
      const shade = Math.round(255 * Math.max(0, 1 - (loudest - value) / RANGE));
      pixels[(bands - 1 - band) * columns + column] = PALETTE[shade];
    }
  }
  context.putImageData(image, 0, 0);
}
