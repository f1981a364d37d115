import { BY_HELPER, cells, functions } from './job-cells.ts';

/** What a helper is started with. */
export interface HelperData {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  control: SharedArrayBuffer;
  /** Its number among the helpers; each has scratch of its own. */
  index: number;
}

/**
 * The program of a helper, for a worker of Node or of the browser: it sleeps until a job is posted,
 * takes chunks until there are none, and sleeps again. As text, it needs no file of its own beside
 * the package, which bundlers would lose.
 */
export const helperSource: string = `
const cell = ${JSON.stringify(cells)};
const functions = ${JSON.stringify(functions)};
const help = ({ module, memory, control, index }) => {
  const cells = new Int32Array(control);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  let packedFor = 0;
  let seen = 0;
  Atomics.add(cells, cell.ready, 1);
  for (;;) {
    Atomics.wait(cells, cell.wake, seen);
    seen = Atomics.load(cells, cell.wake);
    for (let left; (left = Atomics.add(cells, cell.next, 1)) < 0; ) {
      const chunk = cells[cell.chunks] + left;
      const start = chunk * cells[cell.unitsPerChunk];
      const end = Math.min(start + cells[cell.unitsPerChunk], cells[cell.units]);
      const pack = packedFor !== cells[cell.job];
      if (pack) exports.setGeometry(...cells.subarray(cell.geometry, cell.geometry + 15));
      packedFor = cells[cell.job];
      const scratch = cells[cell.scratch] + index * cells[cell.scratchBytes];
      const run = exports[functions[cells[cell.name]]];
      run(cells[cell.a], cells[cell.b], cells[cell.output], scratch, start, end, pack);
      Atomics.store(cells, cell.owner + chunk, ${BY_HELPER});
      Atomics.add(cells, cell.done, 1);
      Atomics.notify(cells, cell.done);
    }
  }
};
if (typeof require === 'function') help(require('node:worker_threads').workerData);
else onmessage = ({ data }) => help(data);
`;
