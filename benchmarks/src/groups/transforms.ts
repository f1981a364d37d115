import { planFft } from '../../../packages/features/src/kernels/fft/plan-fft.ts';
import { pffft } from '../peers/pffft.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import { calls } from '../work/calls.ts';
import type { Group } from '../work/work.ts';

/** 1,009 and 1,103 are primes, 2,047 is 23 · 89. */
const SIZES = [400, 1000, 1009, 1103, 2047, 2048, 4096, 16_384];
/** PFFFT's smallest block of a real transform. */
const BLOCK = 32;
const COUNT = 64;

/** The transform inside of the package, which no entry exports. */
export function transforms(): Group {
  const python = pythonPeer('transforms');
  return {
    heading: 'Real transforms',
    about:
      'Forward, of one frame; ours, pocketfft and FFTW in double precision, PFFFT in single. Lengths with large primes are none of its.',
    works: SIZES.map((size) => ({
      name: `${size}`,
      prepare() {
        const fft = planFft(size);
        for (let i = 0; i < size; i++) fft.signal[i] = Math.sin(i * i);
        const signal = fft.signal.slice();
        const forward = (): void => {
          for (let i = 0; i < COUNT; i++) fft.forward();
        };
        return {
          ours: calls(forward, COUNT),
          peers: {
            'numpy (pocketfft)': python.side(`numpy ${size}`),
            FFTW: python.side(`FFTW ${size}`),
            ...(size % BLOCK === 0 && { 'pffft-wasm, float32': pffft(signal, COUNT) }),
          },
        };
      },
    })),
    versions: python.versions,
    close: python.close,
  };
}
