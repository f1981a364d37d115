import { expect, test } from 'vitest';
import { double } from './double.ts';

test('doubles', () => expect(double(4)).toBe(8));
