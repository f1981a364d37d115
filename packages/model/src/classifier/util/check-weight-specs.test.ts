import { expect, it } from 'vitest';
import { checkWeightSpecs } from './check-weight-specs.ts';

const spec = (shape: unknown, dtype: unknown = 'float32', name: unknown = 'w') => ({
  name,
  shape,
  dtype,
});

it('counts bytes and values', () => {
  const specs = [
    spec([2, 3], 'float32', 'a'),
    spec([5], 'int32', 'b'),
    spec([7], 'bool', 'c'),
    spec([], 'float32', 'scalar'),
    spec([4, 0], 'float32', 'empty'),
  ];
  expect(checkWeightSpecs(specs)).toEqual({ bytes: 24 + 20 + 7 + 4, values: 6 + 5 + 7 + 1 });
});

it.each([
  [{}, 'its weights must be a list'],
  [[null], 'its weights must have names'],
  [[spec([1], 'float32', 7)], 'its weights must have names'],
  [[spec([1], 'float32', '__proto__')], 'its weights must have names'],
  [[spec([1]), spec([1])], 'its weights have the name "w" twice'],
  [[spec([1], 'string')], 'must be float32, int32 or bool, got "string" for "w"'],
  [[spec([1], 'complex64')], 'must be float32, int32 or bool'],
  [[{ ...spec([1]), quantization: {} }], 'must not be quantised, as "w" is'],
  [[spec([-1])], 'must have shapes of whole numbers, got [-1] for "w"'],
  [[spec([0.5])], 'must have shapes of whole numbers'],
  [[spec('3')], 'must have shapes of whole numbers'],
])('refuses %j', (specs, text) => {
  expect(() => checkWeightSpecs(specs)).toThrow(text);
});
