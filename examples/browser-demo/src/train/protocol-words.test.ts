import { PROTOCOL_NAMES } from '@ser/eval';
import { expect, it } from 'vitest';
import { PROTOCOL_ORDER } from './protocol-words.ts';

it('offers every protocol once', () => {
  expect([...PROTOCOL_ORDER].sort()).toEqual([...PROTOCOL_NAMES].sort());
});
