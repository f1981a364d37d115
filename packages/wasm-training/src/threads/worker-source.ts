import { GEOMETRY_LENGTH } from '../geometry/geometry.ts';
import { cells, DONE_BY_WORKER, functions } from './job-cells.ts';

/** What a worker is started with. */
export interface WorkerData {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  /** The cells. */
  control: SharedArrayBuffer;
  /** The worker's number. Each has scratch of its own. */
  index: number;
}

/**
 * The program of a worker of Node or of the browser. It takes chunks, and sleeps while there are
 * none. As text, it needs no file of its own beside the package,
 * which bundlers would lose.
 */
export const workerSource: string = `
const cell = ${JSON.stringify(cells)};
const functions = ${JSON.stringify(functions)};
const serve = ({ module, memory, control, index }) => {
  const cells = new Int32Array(control);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  let packedFor = 0;
  const take = () => {
    for (;;) {
      const next = Atomics.load(cells, cell.taken);
      const dealt = Atomics.load(cells, cell.dealt);
      if (((dealt - next) | 0) <= 0) Atomics.wait(cells, cell.dealt, dealt);
      else if (Atomics.compareExchange(cells, cell.taken, next, next + 1) === next) {
        return (next - cells[cell.firstChunk]) | 0;
      }
    }
  };
  Atomics.add(cells, cell.ready, 1);
  for (;;) {
    const chunk = take();
    const start = chunk * cells[cell.unitsPerChunk];
    const end = Math.min(start + cells[cell.unitsPerChunk], cells[cell.units]);
    const pack = packedFor !== cells[cell.job];
    const geometry = cells.subarray(cell.geometry, cell.geometry + ${GEOMETRY_LENGTH});
    if (pack) exports.setGeometry(...geometry);
    packedFor = cells[cell.job];
    const scratch = cells[cell.scratch] + index * cells[cell.scratchBytes];
    const compute = exports[functions[cells[cell.function]]];
    const { a, b, output } = cell;
    // Only transforms answer, and 0 where a number is not finite.
    const answer = compute(cells[a], cells[b], cells[output], scratch, start, end, pack);
    if (answer === 0) cells[cell.notFinite] = 1;
    Atomics.store(cells, cell.chunkState + chunk, ${DONE_BY_WORKER});
    Atomics.add(cells, cell.done, 1);
    Atomics.notify(cells, cell.done);
  }
};
const builtin = globalThis.process?.getBuiltinModule;
if (builtin) serve(builtin('node:worker_threads').workerData);
else onmessage = ({ data }) => serve(data);
`;
