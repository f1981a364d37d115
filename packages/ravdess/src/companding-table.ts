// In Node, wavefile's exports hang on the CommonJS default; bundlers take its ES module, whose
// exports are named and which has no default.
import * as wavefile from 'wavefile';

const exported: Partial<typeof wavefile> = wavefile;
const WaveFile = exported.WaveFile ?? wavefile.default.WaveFile;
const tables = new Map<string, Float32Array>();

/**
 * The 256 values, in [-1, 1), that the codes of A-law or µ-law (ITU-T G.711) stand for, decoded
 * by wavefile from a file that we write. It never sees a file from outside.
 */
export function compandingTable(law: 'alaw' | 'mulaw'): Float32Array {
  let table = tables.get(law);
  if (!table) {
    const wav = new WaveFile();
    wav.fromScratch(1, 8000, law === 'alaw' ? '8a' : '8m', Uint8Array.from(Array(256).keys()));
    if (law === 'alaw') wav.fromALaw();
    else wav.fromMuLaw();
    const decoded = wav.getSamples(false, Int16Array) as unknown as Int16Array;
    table = Float32Array.from(decoded, (value) => value / 32768);
    tables.set(law, table);
  }
  return table;
}
