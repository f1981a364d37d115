import { gradientsWasm } from '../generated/gradients-wasm.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';
import { decodeHex } from './decode-hex.ts';

const compiled = new Map<boolean, WebAssembly.Module>();

/**
 * Compiles the module, once for each kind of memory.
 *
 * @throws {WasmTrainingError} `no-simd` when the engine has no WebAssembly SIMD.
 */
export function compile({ shared }: { shared: boolean }): WebAssembly.Module {
  let module = compiled.get(shared);
  if (!module) {
    const bytes = decodeHex(gradientsWasm);
    if (shared) markMemoryShared(bytes);
    try {
      module = new WebAssembly.Module(bytes);
    } catch (cause) {
      const message = 'enableWasmTraining: the engine must support WebAssembly SIMD, got none';
      throw new WasmTrainingError('no-simd', message, { cause });
    }
    compiled.set(shared, module);
  }
  return module;
}

// Of the binary format: what an import's kind and the flags of a memory's limits say.
const KIND_MEMORY = 2;
const HAS_MAXIMUM = 1;
const IS_SHARED = 2;

/**
 * Changes the one byte that says whether the imported memory is shared. The code is the same for
 * both kinds.
 */
function markMemoryShared(bytes: Uint8Array): void {
  const name = new TextEncoder().encode('memory');
  const pattern = [name.length, ...name, KIND_MEMORY, HAS_MAXIMUM];
  const at = bytes.findIndex((_, i) => pattern.every((byte, j) => bytes[i + j] === byte));
  bytes[at + pattern.length - 1] = HAS_MAXIMUM | IS_SHARED;
}
