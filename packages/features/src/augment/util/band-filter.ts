/** Seconds on each side of a filter's middle: its edges are some 60 Hz wide. */
const HALF = 0.032;

/** A band of frequencies in Hz. An edge that is undefined cuts nothing. */
export interface Band {
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
}

/**
 * The taps of a filter of linear phase that passes a band, and half of the amplitude at its edges:
 * a sinc in a Hann window, of 64 ms. Their number is odd.
 */
export function bandFilter({ lowest = 0, highest }: Band, sampleRate: number): Float64Array {
  const half = Math.max(1, Math.round(HALF * sampleRate));
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => {
    const k = i - half;
    const hann = 0.5 + 0.5 * Math.cos((Math.PI * k) / (half + 1));
    return (
      hann * (lowPass(highest ?? sampleRate / 2, sampleRate, k) - lowPass(lowest, sampleRate, k))
    );
  });
}

/** Tap `k` of the filter that passes what is below an edge, and everything from half the rate on. */
function lowPass(edge: number, sampleRate: number, k: number): number {
  const cutoff = Math.min(1, (2 * edge) / sampleRate);
  return cutoff * sinc(cutoff * k);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
