import {
  engine,
  findBackendFactory,
  getBackend,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { watchWasmFiles } from './watch-wasm-files.ts';

/** What tfjs' engine keeps of backends. */
interface Backends {
  registryFactory: Record<string, { factory: () => unknown; priority: number }>;
  /** A start that has not ended. */
  pendingBackendInit?: Promise<boolean> | null;
  /** Starts with a lower number are obsolete. */
  pendingBackendInitId: number;
}

const WASM_REMEDY =
  "give tfjs the folder that holds the .wasm files of '@tensorflow/tfjs-backend-wasm', with its " +
  'setWasmPaths(…), before a backend starts';

/** Starts one backend. Where that fails, it returns why, and the backend before goes on. */
export async function startBackend(backend: string): Promise<string | undefined> {
  if (!findBackendFactory(backend)) return `${backend} is not imported`;
  const backends = engine() as unknown as Backends;
  const entry = backends.registryFactory[backend];
  const { factory, priority } = entry;
  const before = getBackend();
  let reason: string | undefined;
  const note = (error: unknown): void => {
    reason ??= (error as Error | undefined)?.message ?? String(error);
  };
  // tfjs prints the reason and does not pass it on.
  entry.factory = () => {
    try {
      const made = factory();
      (made as Promise<unknown> | undefined)?.then?.(undefined, note);
      return made;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  // tfjs begins to start one at its first use. Until that ends, it lets no other work.
  if (backends.pendingBackendInit) {
    backends.pendingBackendInitId++;
    backends.pendingBackendInit = null;
  }
  try {
    const start = () => setBackend(backend);
    const outcome = await (backend === 'wasm' ? watchWasmFiles(start) : start());
    if (outcome === true) return undefined;
    if (outcome) reason = outcome.problem;
    // tfjs would go on waiting for what never comes.
    if (findBackendFactory(backend)) removeBackend(backend);
    registerBackend(backend, factory as Parameters<typeof registerBackend>[1], priority);
    if (before && before !== backend) await setBackend(before);
  } catch (error) {
    note(error);
  } finally {
    entry.factory = factory;
  }
  const remedy = backend === 'wasm' ? `; ${WASM_REMEDY}` : '';
  return `${backend} does not start${reason ? ` (${reason})` : ''}${remedy}`;
}
