const TWO_TO_32 = 2 ** 32;

/**
 * The three words from which Alea (Baagøe 2010) begins, the generator of `seedrandom` that tfjs
 * seeds. There they are fractions of 2³².
 */
export function aleaState(seed: string): [number, number, number] {
  const mash = createMash();
  const words = [mash(' '), mash(' '), mash(' ')];
  const [s0, s1, s2] = words.map((word) => (word - mash(seed)) >>> 0);
  return [s0, s1, s2];
}

/** Baagøe's hash, which remembers what it has seen, as whole numbers of 32 bits. */
function createMash(): (text: string) => number {
  let n = 0xefc8249d;
  return (text) => {
    for (let i = 0; i < text.length; i++) {
      n += text.charCodeAt(i);
      let h = 0.02519603282416938 * n;
      n = h >>> 0;
      h -= n;
      h *= n;
      n = h >>> 0;
      h -= n;
      n += h * TWO_TO_32;
    }
    return n >>> 0;
  };
}
