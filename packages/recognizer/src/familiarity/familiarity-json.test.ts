import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { familiarityToJson, parseFamiliarity } from './familiarity-json.ts';
import { fitFamiliarity } from './fit-familiarity.ts';

const random = seeded(5);
const rows = Array.from({ length: 9 }, () =>
  Float32Array.from({ length: 41 }, () => 8 * random() - 4),
);
const CONDITIONS = fitFamiliarity(
  new Map([
    ['original', rows],
    ['middle', rows.slice(3)],
  ]),
);
const JSON_OF = familiarityToJson(CONDITIONS);

describe('familiarityToJson', () => {
  it('loses nothing on the way through a file', () => {
    const read = parseFamiliarity(JSON.parse(JSON.stringify(JSON_OF)), 'familiarity');
    expect(read).toEqual(CONDITIONS);
  });

  it('keeps a byte for each mean and deviation', () => {
    const condition = {
      name: 'a',
      means: Float32Array.of(-1 / 32, 1),
      deviations: Float32Array.of(1, 3),
    };
    const json = familiarityToJson({ features: 8, stride: 4, conditions: [condition] });
    // -1 and 32; 64 and 192.
    expect(json).toEqual({
      features: 8,
      stride: 4,
      conditions: [{ name: 'a', means: '/yA=', deviations: 'QMA=' }],
    });
  });
});

describe('parseFamiliarity', () => {
  const [first] = JSON_OF.conditions;
  const withFirst = (change: object) => ({ ...JSON_OF, conditions: [{ ...first, ...change }] });

  it.each([
    [null, 'f.features` must be a whole number in [1, 1000000], got undefined'],
    [{ ...JSON_OF, features: 1.5 }, 'f.features` must be a whole number in [1, 1000000], got 1.5'],
    [{ ...JSON_OF, stride: 0 }, 'f.stride` must be a whole number in [1, 41], got 0'],
    [{ ...JSON_OF, stride: 42 }, 'f.stride` must be a whole number in [1, 41], got 42'],
    [{ ...JSON_OF, conditions: [] }, 'f.conditions` must be a list of 1 to 64, got 0'],
    [{ ...JSON_OF, conditions: 'all' }, "f.conditions` must be a list of 1 to 64, got 'all'"],
    [{ ...JSON_OF, conditions: [null] }, 'f.conditions[0].name` must be a string, got undefined'],
    [withFirst({ means: '***' }), "f.conditions[0].means` must be base64 of 10 bytes, got '***'"],
    [withFirst({ means: 'AAAA' }), 'f.conditions[0].means` must be base64 of 10 bytes, got 3'],
    [withFirst({ deviations: 7 }), 'f.conditions[0].deviations` must be base64 of 10 bytes, got 7'],
    [
      withFirst({ deviations: btoa('\0'.repeat(10)) }),
      'f.conditions[0].deviations` must hold no zero, got one at 0',
    ],
  ])('refuses %o', (value, complaint) => {
    expect(() => parseFamiliarity(value, 'f')).toThrow(
      expect.objectContaining({
        code: 'bad-model',
        message: `parseRecognizerConfig: \`${complaint}`,
      }),
    );
  });
});
