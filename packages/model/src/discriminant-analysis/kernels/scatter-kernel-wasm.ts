import { scatterWasm } from '../../generated/scatter-wasm.ts';
import { type ColumnLayout, LANES } from '../util/column-layout.ts';
import { type ScatterKernel, TILE_ROWS } from './scatter-kernel-js.ts';

/** The exports of assembly/scatter.ts. */
interface Exports {
  centre(rows: number, means: number, tile: number, features: number): void;
  addScatter(
    tile: number,
    weights: number,
    vectors: number,
    products: number,
    features: number,
  ): void;
}

/** Bytes of a page, of which a WebAssembly memory has a whole number. */
const PAGE_BYTES = 65536;
/** The pages of 4 GB, the most that a memory can have. */
const MAX_PAGES = 65536;

/** The kernel in WebAssembly; undefined where the platform lacks SIMD or has too little memory. */
export function scatterKernelWasm(
  layout: ColumnLayout,
  means: Float64Array,
): ScatterKernel | undefined {
  const { features, groups: columnGroups, size } = layout;
  let bytes = 0;
  const place = (length: number): number => {
    const at = bytes;
    bytes += 8 * Math.ceil(length / 8);
    return at;
  };
  const at = {
    vectors: place(8 * size),
    products: place(8 * size),
    means: place(8 * means.length),
    tile: place(8 * TILE_ROWS * features),
    weights: place(8 * TILE_ROWS),
    rows: place(4 * TILE_ROWS * features),
    addresses: place(4 * TILE_ROWS),
  };
  const started = start(bytes);
  if (!started) return undefined;
  const { buffer } = started.memory;
  const { centre, addScatter } = started.exports;
  new Float64Array(buffer, at.means, means.length).set(means);
  const tile = new Float64Array(buffer, at.tile, TILE_ROWS * features);
  const tileWeights = new Float64Array(buffer, at.weights, TILE_ROWS);
  const rows = new Float32Array(buffer, at.rows, TILE_ROWS * features);
  const addresses = new Uint32Array(buffer, at.addresses, TILE_ROWS);
  return {
    vectors: new Float64Array(buffer, at.vectors, size),
    products: new Float64Array(buffer, at.products, size),
    addRows(x, row, count, groups, weights) {
      rows.set(x.subarray(row * features, (row + count) * features));
      for (let r = 0; r < TILE_ROWS; r++) {
        const group = r < count ? groups[row + r] : 0;
        addresses[r] = at.means + 8 * features * group;
        tileWeights[r] = r < count ? weights[group] : 0;
      }
      centre(at.rows, at.addresses, at.tile, features);
      // Rows that are not there are zero and have no weight.
      tile.fill(0, count * features);
      for (let g = 0; g < columnGroups; g++) {
        const offset = 8 * g * features * LANES;
        addScatter(at.tile, at.weights, at.vectors + offset, at.products + offset, features);
      }
    },
  };
}

/** A kernel with a memory of its own. */
function start(bytes: number): { exports: Exports; memory: WebAssembly.Memory } | undefined {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES });
    const module = new WebAssembly.Module(decodeHex(scatterWasm));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { exports: exports as unknown as Exports, memory };
  } catch {
    // No WebAssembly, no SIMD, a page that forbids it, or too little memory.
    return undefined;
  }
}

function decodeHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
