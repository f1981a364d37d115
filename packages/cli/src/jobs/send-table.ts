import type { Table } from '@ser/experiment';
import type { JobSetup, ToJob } from './messages.ts';

/** Values of a message: large enough to be quick, and short of what would fill the memory twice. */
const PART = 2 ** 18;

/**
 * Sends a table to a job's process, in parts, so that memory holds no second copy of it.
 *
 * @param send resolves when the process can take more
 */
export async function sendTable(
  { x, ...table }: Table,
  setup: JobSetup,
  send: (message: ToJob) => Promise<void>,
): Promise<void> {
  await send({ kind: 'begin', setup, table, values: x.length });
  for (let start = 0; start < x.length; start += PART) {
    // Of a view, the whole buffer behind it would be sent.
    await send({ kind: 'values', start, values: x.slice(start, start + PART) });
  }
}

/** Puts together a table that {@link sendTable} sends. */
export class ReceivedTable {
  readonly setup: JobSetup;
  readonly table: Table;
  #missing: number;

  constructor({ setup, table, values }: Extract<ToJob, { kind: 'begin' }>) {
    this.setup = setup;
    this.table = { ...table, x: new Float32Array(values) };
    this.#missing = values;
  }

  /** Whether all of it is there. */
  get isWhole(): boolean {
    return this.#missing === 0;
  }

  add({ start, values }: Extract<ToJob, { kind: 'values' }>): void {
    this.table.x.set(values, start);
    this.#missing -= values.length;
  }
}
