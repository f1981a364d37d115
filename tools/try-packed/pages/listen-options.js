/** Vite and webpack find the worker and the worklet by themselves. */
export const listenOptions = {};
