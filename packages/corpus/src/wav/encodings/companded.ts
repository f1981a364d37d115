import { compandingTable } from './companding-table.ts';
import type { Encoding } from './encoding.ts';
import { lookUp } from './look-up.ts';

/** ITU-T G.711's A-law, and the value of its loudest code. */
export const ALAW: Encoding = companded('alaw', 6, 32256 / 32768);
/** ITU-T G.711's µ-law, and the value of its loudest code. */
export const MULAW: Encoding = companded('mulaw', 7, 32124 / 32768);

/** @param loudest The value of the loudest code, at full scale ±1. */
function companded(name: 'alaw' | 'mulaw', tag: number, loudest: number): Encoding {
  return {
    name,
    tag,
    widths: [1],
    createConverter(raw, samples) {
      const table = compandingTable(name);
      return () => lookUp(raw, table, samples);
    },
    fullScale: () => loudest,
  };
}
