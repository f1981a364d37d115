import { type MessageScope, serveSession } from './serve-session.ts';

// A worker's global scope, which the types of pages do not describe.
serveSession(globalThis as unknown as MessageScope, () => {
  throw new Error('soon');
});
