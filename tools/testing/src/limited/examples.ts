/** What `run-limited.test.ts` runs. */

export function add(a: number, b: number): number {
  return a + b;
}

export async function fail(): Promise<never> {
  throw Object.assign(new RangeError('too much'), { code: 'too-much' });
}

export function compute(seconds: number): void {
  const { user, system } = process.cpuUsage();
  const microseconds = (): number => {
    const now = process.cpuUsage();
    return now.user + now.system - user - system;
  };
  while (microseconds() < seconds * 1e6);
}

export function allocate(megabytes: number): number {
  return new Uint8Array(megabytes * 2 ** 20).fill(1).length;
}

export async function waitForEver(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1e9));
}
