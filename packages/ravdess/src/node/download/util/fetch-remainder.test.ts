import { describe, expect, it } from 'vitest';
import { TransferError } from './fetch-remainder.ts';

describe('TransferError.isInstance', () => {
  it('knows an error of another copy of the package', () => {
    const other = Object.assign(new Error('503'), { name: 'TransferError', permanent: false });
    expect(TransferError.isInstance(other)).toBe(true);
  });

  it('knows no other error', () => {
    expect(TransferError.isInstance(new Error('503'))).toBe(false);
  });
});
