export type { DataSet, EmbeddedTable } from './data-sets/data-set.ts';
export { createProgram } from './program.ts';
