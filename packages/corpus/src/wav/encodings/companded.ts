import { compandingTable } from './companding-table.ts';
import type { Encoding } from './encoding.ts';
import { lookUp } from './look-up.ts';

export const ALAW: Encoding = companded('alaw', 6, 32256 / 32768);
export const MULAW: Encoding = companded('mulaw', 7, 32124 / 32768);

/** @param loudest the value of the loudest code of G.711, at full scale ±1 */
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
