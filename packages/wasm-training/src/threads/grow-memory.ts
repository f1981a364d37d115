/** Bytes by which a WebAssembly memory grows. */
const PAGE_BYTES = 65536;
/** The pages of 4 GB, the most that a WebAssembly memory can have. */
export const MAX_PAGES = 65536;

/** A shared memory of one page, which can grow to 4 GB. */
export function makeSharedMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
}

/**
 * Makes a memory hold `bytes`.
 *
 * @returns False when there is no room for them.
 */
export function growMemory(memory: WebAssembly.Memory, bytes: number): boolean {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
    return true;
  } catch {
    return false;
  }
}
