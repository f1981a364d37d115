import type { Tensor } from '@tensorflow/tfjs-core';
import { planGraph, type Step } from '../graph/plan-graph.ts';
import { sortGraph } from '../graph/sort-graph.ts';
import type { Model, Symbolic } from '../graph/symbolic.ts';
import type { LayerMaker } from './method-maker.ts';
import { trainingInput } from './util/training-input.ts';

const plans = new WeakMap<Model, Step[] | undefined>();

/**
 * A model that trains: parts of its graph that we know are one operation each, and all others run
 * as their layers do.
 */
export const model: LayerMaker<Model> = (tf, original) =>
  function (inputs, kwargs) {
    const isServed = trainingInput(tf, inputs, kwargs) && this.inputs.length === 1;
    if (!isServed) return original.call(this, inputs, kwargs);
    if (!plans.has(this)) plans.set(this, planGraph(this));
    const plan = plans.get(this);
    if (!plan) return original.call(this, inputs, kwargs);

    return tf.engine().tidy(() => {
      const values = new Map<Symbolic, Tensor>();
      values.set(this.inputs[0], [inputs].flat()[0]);
      const inputsOf = (symbolics: Symbolic[]): Tensor[] =>
        symbolics.map((each) => values.get(each) as Tensor);
      const runLayer = (each: Symbolic): void => {
        const output = each.sourceLayer.apply(inputsOf(each.inputs), kwargs);
        values.set(each, [output].flat()[0]);
      };
      for (const { result, match } of plan) {
        const isHooked = match?.members.some(({ sourceLayer }) => sourceLayer._callHook);
        const value = isHooked ? undefined : match?.run(tf, inputsOf(match.inputs));
        if (value) values.set(result, value);
        else if (match) membersInOrder(this, match.members).forEach(runLayer);
        else runLayer(result);
      }
      return inputsOf(this.outputs);
    });
  };

function membersInOrder(model: Model, members: Symbolic[]): Symbolic[] {
  return sortGraph(model).filter((each) => members.includes(each));
}
