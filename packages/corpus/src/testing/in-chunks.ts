/** The bytes of a file in chunks of these sizes, again and again, the last one as it comes. */
export async function* inChunks(
  bytes: Uint8Array,
  sizes: readonly number[],
): AsyncGenerator<Uint8Array> {
  let turn = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = sizes[turn++ % sizes.length];
    yield bytes.slice(at, at + size);
    at += size;
  }
}
