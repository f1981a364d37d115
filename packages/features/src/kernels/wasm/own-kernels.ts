import { PAGE_BYTES } from './bytes.ts';
import { orNull } from './or-null.ts';

/**
 * Kernels with a memory of their own, of at least `bytes`.
 *
 * @returns Undefined where there is no module, or not that much memory.
 */
export function ownKernels<Exports>(
  module: WebAssembly.Module | null,
  bytes: number,
): (Exports & { readonly memory: WebAssembly.Memory }) | undefined {
  if (!module) return undefined;
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = orNull(() => new WebAssembly.Memory({ initial: pages, maximum: pages }));
  if (!memory) return undefined;
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { ...(exports as unknown as Exports), memory };
}
