import { describe, expect, it } from 'vitest';
import { parseStep } from './parse-step.ts';

describe('parseStep', () => {
  it.each([
    ['noise:snrDb=20', { kind: 'noise', snrDb: 20 }],
    ['noise:snrDb=5..30,colour=red', { kind: 'noise', snrDb: [5, 30], colour: 'red' }],
    ['gain:db=-20', { kind: 'gain', db: -20 }],
    ['gain:db=-9..-3', { kind: 'gain', db: [-9, -3] }],
    ['middle:seconds=1.5', { kind: 'middle', seconds: 1.5 }],
    ['speed:rate=.9', { kind: 'speed', rate: 0.9 }],
    ['addNoise', { kind: 'addNoise' }],
  ])('reads %s', (text, step) => {
    expect(parseStep(text)).toEqual(step);
  });

  it.each([
    ['', 'kind'],
    ['hum:hz=50', 'kind'],
    ['noise', 'snrDb'],
    ['noise:snrDb=loud', 'snrDb'],
    ['noise:snrDb=20,color=red', 'colo'],
    ['gain:db=1..2..3', 'db'],
    ['gain:db', 'option=value'],
    ['gain:=3', 'option=value'],
  ])('refuses %s, and names what is wrong', (text, named) => {
    expect(() => parseStep(text)).toThrow(named);
  });
});
