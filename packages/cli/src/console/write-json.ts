/** What JSON.stringify leaves as it is, and a terminal obeys or hides. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Prints one JSON value on stdout, the only thing that `--json` prints there. In its strings every
 * character that cannot be seen is an escape, which JSON reads as the character.
 */
export function writeJson(value: unknown): void {
  const json = JSON.stringify(value, null, 2);
  process.stdout.write(`${json.replace(INVISIBLE, escapeUnits)}\n`);
}

/** Outside of strings there is one such character, the newline between two lines. */
function escapeUnits(character: string): string {
  if (character === '\n') return character;
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
