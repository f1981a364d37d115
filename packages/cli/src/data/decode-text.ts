/** The mark at the beginning of a text in UTF-16, as PowerShell's `>` writes it. */
const UTF16_MARKS: readonly [first: number, second: number, encoding: string][] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/**
 * A text file as people's editors write it: UTF-8, or UTF-16 with its mark; the mark goes.
 *
 * @param options.fatal Whether bytes that are no such text throw. Default false: each becomes U+FFFD.
 * @throws TypeError where `fatal` says so
 */
export function decodeText(bytes: Uint8Array, { fatal = false }: { fatal?: boolean } = {}): string {
  const mark = UTF16_MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  return new TextDecoder(mark?.[2] ?? 'utf-8', { fatal }).decode(bytes);
}
