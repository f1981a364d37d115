/** esbuild follows no `new URL(…, import.meta.url)`, so the page says where both files lie. */
export const listenOptions = { worker: './worker.js', worklet: './worklet.js' };
