import { cpus } from 'node:os';

/** What the figures belong to. */
export interface Machine {
  readonly processor: string;
  /** As YYYY-MM-DD. */
  readonly today: string;
}

/** This machine, today. */
export function thisMachine(): Machine {
  const [{ model }, ...others] = cpus();
  const cores = others.length + 1;
  return {
    processor: `${model.trim()}, ${cores} ${cores === 1 ? 'core' : 'cores'}`,
    today: new Date().toISOString().slice(0, 10),
  };
}

/** What runs us. */
export function runtimeVersions(): Record<string, string> {
  const { node, v8 } = process.versions;
  return { Node: node, V8: v8 };
}
