import type { FileFormat } from './formats.ts';

/** How many bytes decide whether a file is text, and how many characters a message quotes. */
const LOOK_AT = 1024;
const QUOTED = 24;

/** What text begins with that means something. */
const BEGINNINGS: readonly [RegExp, FileFormat][] = [
  [/^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//, 'git-lfs'],
  [/^([./]*\.git)?\/annex\/objects\//, 'git-annex'],
  [/^<(!doctype html|html|head|body|script|meta|title|!--)/i, 'html'],
  [/^<[?a-z]/i, 'xml'],
  [/^(\{\s*["}]|\[\s*["{[\d\]])/, 'json'],
];

/** What text in UTF-8 or UTF-16 is; undefined for bytes that are no text. */
export function sniffText(
  bytes: Uint8Array,
): { format: FileFormat; description?: string } | undefined {
  const text = decodeText(bytes.subarray(0, LOOK_AT))?.trimStart();
  if (text === undefined) return undefined;
  const [, format] = BEGINNINGS.find(([beginning]) => beginning.test(text)) ?? [];
  if (format !== undefined) return { format };
  const first = text.split(/[\r\n]/, 1)[0].slice(0, QUOTED);
  return {
    format: 'text',
    description: `text that begins with "${first.replace(/[^ -~]/g, '?')}"`,
  };
}

/** The text; undefined where there are control characters other than blanks. */
function decodeText(bytes: Uint8Array): string | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    // The last character may be cut, which `stream` forgives.
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  // Raw samples may begin as UTF-16 does; hardly one of their pairs of bytes is a letter of ASCII.
  const ascii = text.replace(/[^\t\n\r -~]/g, '').length;
  if (encoding !== 'utf-8' && 2 * ascii < text.length) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text === '' || /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
}
