/** What a request for a `.wasm` file came to, where that was not the file. */
export interface BadWasm {
  problem: string;
}

const WASM_FILE = /\.wasm($|[?#])/;

/** The first bytes of each WebAssembly module: `\0asm`. */
const MAGIC = [0, 0x61, 0x73, 0x6d];

/**
 * Runs `start`, and looks at each `.wasm` file that is fetched meanwhile. Where a page or an error
 * comes instead, tfjs says neither what it asked for nor what came, throws where nobody can catch,
 * or waits for ever. Here its request never ends then.
 *
 * @returns What `start` gives; or, as soon as it is seen, what is wrong with a file.
 */
export async function watchWasmFiles<T>(start: () => Promise<T>): Promise<T | BadWasm> {
  const { fetch } = globalThis;
  if (!fetch) return start();
  try {
    return await new Promise<T | BadWasm>((resolve, reject) => {
      globalThis.fetch = async (input, init) => {
        const url = typeof input === 'object' && 'url' in input ? input.url : String(input);
        if (!WASM_FILE.test(url)) return fetch(input, init);
        let problem: string | undefined;
        try {
          const response = await fetch(input, init);
          problem = await whatIsWrong(response);
          if (problem === undefined) return response;
        } catch (error) {
          problem = (error as Error).message;
        }
        resolve({ problem: `[GET] "${url}": ${problem}` });
        return new Promise(() => {});
      };
      start().then(resolve, reject);
    });
  } finally {
    globalThis.fetch = fetch;
  }
}

/** Why an answer is no WebAssembly; undefined where it is. */
async function whatIsWrong(response: Response): Promise<string | undefined> {
  const { ok, status, statusText, headers } = response;
  if (!ok) return `${status} ${statusText}`.trim();
  const reader = response.clone().body?.getReader();
  let first: Uint8Array = new Uint8Array();
  while (reader && first.length < MAGIC.length) {
    const { done, value } = await reader.read();
    if (done) break;
    first = Uint8Array.of(...first, ...value.subarray(0, MAGIC.length));
  }
  // The answer itself is read on.
  reader?.cancel().catch(() => {});
  if (!reader || MAGIC.every((byte, i) => first[i] === byte)) return undefined;
  const type = headers.get('content-type') ?? 'no content type';
  return `${status}, but what came is no WebAssembly (${type})`;
}
