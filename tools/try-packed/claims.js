// Loaded before a README's code in the packed project; see check-claims.ts.
import assert from 'node:assert/strict';
import { format } from 'node:util';

globalThis.__claim = (values, claimed, line) => {
  const actual = values.length === 1 ? values[0] : values;
  assert.ok(
    isAsPrinted(values, line) || isAsClaimed(actual, claimed),
    `${line}\ngave ${JSON.stringify(actual)}`,
  );
};

/** Whether the comment shows what `console.log` prints of several values. */
function isAsPrinted(values, line) {
  const comment = line.slice(line.lastIndexOf('; // ') + '; // '.length);
  return values.length > 1 && `${comment} `.startsWith(`${format(...values)} `);
}

/** Whether a value is as its README shows it: fractions to the digits shown, all else exactly. */
function isAsClaimed(actual, claimed) {
  if (typeof claimed === 'number' && typeof actual === 'number') {
    const digits = String(claimed).split('.')[1]?.length ?? 0;
    return digits === 0 ? actual === claimed : actual.toFixed(digits) === claimed.toFixed(digits);
  }
  if (typeof claimed !== 'object' || typeof actual !== 'object') return actual === claimed;
  if (Array.isArray(claimed) && claimed.length !== actual.length) return false;
  return Object.keys(claimed).every((key) => isAsClaimed(actual[key], claimed[key]));
}
