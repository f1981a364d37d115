/** The kernels read and write whole vectors of 16 bytes. */
const ALIGNMENT = 16;

/** Hands out addresses in a memory, one after the other. */
export class Room {
  /** The bytes that are taken. */
  bytes: number = 0;

  /** The address of as many bytes. */
  reserve(bytes: number): number {
    const address = this.bytes;
    this.bytes += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return address;
  }
}
