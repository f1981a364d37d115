import { ByteReader } from '../byte-reader.ts';
import { Output } from './output.ts';

/** A literal of this code or more has its length in the bytes that follow. */
const LONG_LITERAL = 60;

/** Unpacks Snappy's raw format: literals, and copies of what came before. */
export function unpackSnappy(packed: Uint8Array, length: number): Uint8Array {
  const reader = new ByteReader(packed);
  const output = new Output(length);
  if (reader.varint() !== length) throw new Error('it has a page of another size than it says');
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += reader.byte() * 2 ** (8 * i);
    return value;
  };
  while (reader.left > 0) {
    const tag = reader.byte();
    const code = tag >> 2;
    switch (tag & 3) {
      case 0:
        output.push(
          reader.take(1 + (code < LONG_LITERAL ? code : number(code - LONG_LITERAL + 1))),
        );
        break;
      case 1:
        output.repeat(((tag >> 5) << 8) | reader.byte(), 4 + (code & 7));
        break;
      case 2:
        output.repeat(number(2), 1 + code);
        break;
      default:
        output.repeat(number(4), 1 + code);
    }
  }
  return output.whole();
}
