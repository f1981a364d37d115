import { describeWith, REAL_CLIPS } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import * as f from './index.ts';
import { golden } from './testing/golden.ts';
import { keptOf, type Part } from './testing/kept.ts';
import { firstSeconds } from './testing/read-clip.ts';
import { signals } from './testing/signals.ts';

interface Case {
  readonly function: string;
  readonly signal: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly parts: readonly Part[];
}

const { cases } = golden<{ cases: Case[] }>('separation');
const known = signals();

/** Our answer to a case, as a list of arrays. */
function run({ function: name, signal, options }: Case): Float32Array[] {
  const { [signal]: samples = firstSeconds(signal) } = known;
  // JSON has no infinity.
  const power = options.power === 'Infinity' ? { power: Number.POSITIVE_INFINITY } : {};
  const o = { ...options, ...power };
  switch (name) {
    case 'magnitudes': {
      const { harmonic, percussive } = f.decompose.hpss(magnitudes(samples), o);
      return [harmonic.data, percussive.data];
    }
    case 'spectrum': {
      const { harmonic, percussive } = f.decompose.hpss(f.stft(samples, { nFft: 512 }), {
        ...o,
        mask: false,
      });
      return [harmonic.real, harmonic.imag, percussive.real, percussive.imag];
    }
    case 'hpss': {
      const { harmonic, percussive } = f.hpss(samples, o);
      return [harmonic, percussive];
    }
    case 'harmonic':
      return [f.harmonic(samples, o)];
    default:
      return [f.percussive(samples, o)];
  }
}

function magnitudes(samples: Float32Array): f.Matrix {
  const { real, imag, shape } = f.stft(samples, { nFft: 512 });
  return { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
}

function expectPeers(list: readonly Case[]): void {
  test.each(list.map((each) => [titleOf(each), each] as const))('%s', (_, expected) => {
    const parts = run(expected);
    expected.parts.forEach((part, i) => {
      // float32 has seven digits.
      const tolerance = { rtol: 1e-5, atol: 1e-6 * part.max };
      expect(keptOf(part, parts[i])).toBeAllclose(part.values, tolerance);
    });
  });
}

describe('librosa: separation', () => {
  expectPeers(cases.filter(({ signal }) => signal in known));
});

describeWith(REAL_CLIPS)('librosa: separation of clips', () => {
  expectPeers(cases.filter(({ signal }) => !(signal in known)));
});

function titleOf({ function: name, signal, options }: Case): string {
  return `${name} of ${signal} ${JSON.stringify(options)}`;
}
