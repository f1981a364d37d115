/**
 * Resolves in a task of its own, so that a page paints and hears events before the work goes on. A
 * timer would wait four milliseconds where it is set again and again.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port would keep Node from its end.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
