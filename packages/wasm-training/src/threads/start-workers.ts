import type { ConvolutionName } from '../kernels/util/run-convolution.ts';
import { compile } from '../native/compile.ts';
import { BY_HELPER, CELL_COUNT, cells, functions, MAX_CHUNKS } from './job-cells.ts';
import { type Helper, spawnHelper } from './spawn-worker.ts';

/** A piece of the backend's memory. */
interface Region {
  address: number;
  bytes: number;
}

/** Work that threads can share: `units` pieces of an output, each computed by itself. */
interface SharedWork {
  name: ConvolutionName;
  geometry: number[];
  scratchBytes: number;
  units: number;
  /** Units that a chunk holds a multiple of. */
  granularity: number;
  /** Runs in which the output lies; each holds a piece of every unit. */
  segments: number;
  inputs: [Region, Region];
  output: Region;
  /** The memory of the regions. */
  memory: WebAssembly.Memory;
}

/** Threads that wait for work. */
export interface Crew {
  /**
   * Does the work together with the main thread, which blocks until it is done.
   *
   * @param compute does units [start, end) on the main thread, in the backend's memory; `pack` on
   * its first call
   */
  share(work: SharedWork, compute: (start: number, end: number, pack: boolean) => void): void;
  stop(): void;
}

const PAGE = 65536;
/** Where data begin; address 0 stands for nothing. */
const FIRST_ADDRESS = 64;
/** Chunks a thread, so that a thread that the system interrupts delays the others little. */
const CHUNKS_PER_THREAD = 4;
/** Milliseconds after which a helper that has not answered counts as lost. */
const PATIENCE = 30_000;

/** To whole vectors. Not with bits: addresses pass 2³¹. */
const roundUp = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/** Starts `helpers` threads. They work on memory of their own, to which operands are copied. */
export function startCrew(helpers: number, onLoss: () => void): Crew {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  const control = new SharedArrayBuffer(CELL_COUNT * 4);
  const shared = new Int32Array(control);
  const module = compile({ shared: true });
  const team: Helper[] = Array.from({ length: helpers }, (_, index) =>
    spawnHelper({ module, memory, control, index }, onLoss),
  );
  let jobs = 0;

  return {
    share(work, compute) {
      const wanted = (helpers + 1) * CHUNKS_PER_THREAD;
      const perChunk =
        Math.ceil(work.units / Math.min(wanted, MAX_CHUNKS) / work.granularity) * work.granularity;
      const chunks = Math.ceil(work.units / perChunk);
      const isReady = Atomics.load(shared, cells.ready) > 0;
      if (chunks < 2 || !isReady) {
        compute(0, work.units, true);
        return;
      }
      const at = post(work, { chunks, perChunk });
      if (at === undefined) {
        compute(0, work.units, true);
        return;
      }
      const own = new Set<number>();
      for (;;) {
        const left = Atomics.add(shared, cells.next, 1);
        if (left >= 0) break;
        const chunk = chunks + left;
        const start = chunk * perChunk;
        compute(start, Math.min(start + perChunk, work.units), own.size === 0);
        own.add(chunk);
        Atomics.add(shared, cells.done, 1);
      }
      const isComplete = waitForHelpers(chunks);
      collect(work, { chunks, perChunk, at });
      if (isComplete) return;
      // A helper is lost. Nothing is wrong yet: its chunks are still to do.
      onLoss();
      for (let chunk = 0; chunk < chunks; chunk++) {
        if (own.has(chunk) || shared[cells.owner + chunk] === BY_HELPER) continue;
        const start = chunk * perChunk;
        compute(start, Math.min(start + perChunk, work.units), own.size === 0);
        own.add(chunk);
      }
    },
    stop() {
      for (const helper of team) helper.terminate();
    },
  };

  /**
   * Copies the operands and opens the job.
   *
   * @returns where the helpers put the output, or undefined when there is no room
   */
  function post(
    { name, geometry, scratchBytes, units, inputs, output, memory: source }: SharedWork,
    { chunks, perChunk }: { chunks: number; perChunk: number },
  ): number | undefined {
    let end = FIRST_ADDRESS;
    const reserve = (bytes: number): number => {
      const address = end;
      end = roundUp(end + bytes);
      return address;
    };
    const addresses = inputs.map(({ bytes }) => reserve(bytes));
    const outputAt = reserve(output.bytes);
    const scratch = roundUp(scratchBytes);
    const scratchAt = reserve(scratch * helpers);
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) {
      try {
        memory.grow(Math.ceil(missing / PAGE));
      } catch {
        return undefined;
      }
    }
    const from = new Uint8Array(source.buffer);
    const to = new Uint8Array(memory.buffer);
    for (const [i, { address, bytes }] of inputs.entries()) {
      to.set(from.subarray(address, address + bytes), addresses[i]);
    }
    shared.fill(0, cells.owner);
    shared[cells.job] = ++jobs;
    shared[cells.name] = functions.indexOf(name);
    shared[cells.chunks] = chunks;
    shared[cells.unitsPerChunk] = perChunk;
    shared[cells.units] = units;
    [shared[cells.a], shared[cells.b]] = addresses;
    shared[cells.output] = outputAt;
    shared[cells.scratch] = scratchAt;
    shared[cells.scratchBytes] = scratch;
    shared.set(geometry, cells.geometry);
    Atomics.store(shared, cells.done, 0);
    Atomics.store(shared, cells.next, -chunks);
    Atomics.add(shared, cells.wake, 1);
    Atomics.notify(shared, cells.wake);
    return outputAt;
  }

  /** @returns false when a helper was lost */
  function waitForHelpers(chunks: number): boolean {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const done = Atomics.load(shared, cells.done);
      if (done >= chunks) return true;
      if (performance.now() > deadline) return false;
      if (mayBlock) Atomics.wait(shared, cells.done, done, 1000);
    }
  }

  /** Copies what helpers have computed to the backend's memory. */
  function collect(
    { units, segments, output, memory: target }: SharedWork,
    { chunks, perChunk, at }: { chunks: number; perChunk: number; at: number },
  ): void {
    const from = new Uint8Array(memory.buffer);
    const to = new Uint8Array(target.buffer);
    const segmentBytes = output.bytes / segments;
    const unitBytes = segmentBytes / units;
    for (let chunk = 0; chunk < chunks; chunk++) {
      if (Atomics.load(shared, cells.owner + chunk) !== BY_HELPER) continue;
      const first = chunk * perChunk * unitBytes;
      const last = Math.min((chunk + 1) * perChunk, units) * unitBytes;
      for (let segment = 0; segment < segments; segment++) {
        const offset = segment * segmentBytes;
        const piece = from.subarray(at + offset + first, at + offset + last);
        to.set(piece, output.address + offset + first);
      }
    }
  }
}

/** Whether this thread may sleep; the main thread of a page may not, and spins. */
const mayBlock: boolean = (() => {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
})();
