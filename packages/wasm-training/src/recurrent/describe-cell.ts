import type { KnownClasses } from '../util/known-classes.ts';
import type { RnnCell } from './layers.ts';
import {
  ACTIVATIONS,
  type ActivationName,
  type CellKind,
  type RecurrenceAttrs,
} from './recurrence-attrs.ts';

const KINDS: Readonly<Record<string, CellKind>> = {
  SimpleRNNCell: 'simple',
  LSTMCell: 'lstm',
  GRUCell: 'gru',
};

/** What the kernels are told of a cell. */
export type Cell = Pick<RecurrenceAttrs, 'cell' | 'activation' | 'recurrentActivation'>;

/** @returns Undefined for a cell that the kernels do not know, or whose activation they do not. */
export function describeCell(classes: KnownClasses, cell: RnnCell): Cell | undefined {
  const kind = KINDS[classes.nameOf(cell, 'call') ?? ''];
  if (!kind) return;
  const activation = nameOf(classes, cell.activation);
  const recurrentActivation = nameOf(classes, cell.recurrentActivation ?? cell.activation);
  if (!activation || !recurrentActivation) return;
  return { cell: kind, activation, recurrentActivation };
}

function nameOf(classes: KnownClasses, activation: object): ActivationName | undefined {
  const name = classes.nameOf(activation, 'apply');
  return ACTIVATIONS.find((each) => each === name);
}
