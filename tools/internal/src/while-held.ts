/** What Windows says while another program, such as a virus scanner, has a file open. */
const HELD: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** Milliseconds to wait before each further try: two seconds in all. */
const PAUSES = [10, 20, 40, 80, 150, 300, 500, 900];

/** What {@link whileHeld} goes by, which tests replace. */
export interface HeldOptions {
  /** Node's `process.platform`. */
  platform: string;
  /** Default: a timer. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Does something to a file, such as a renaming over another, and on Windows again for two seconds
 * while somebody else has one of them open. Elsewhere nobody's reading is in the way.
 */
export async function whileHeld<T>(
  run: () => Promise<T>,
  {
    platform,
    wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }: HeldOptions,
): Promise<T> {
  if (platform === 'win32') {
    for (const pause of PAUSES) {
      try {
        return await run();
      } catch (error) {
        if (!HELD.has((error as { code?: unknown } | undefined)?.code)) throw error;
        await wait(pause);
      }
    }
  }
  return run();
}
