// Alea (Baagøe 2010), the generator that tfjs seeds: multiply with carry, over three words. Its
// numbers are multiples of 2⁻³², so whole numbers hold what tfjs holds in doubles.

const MULTIPLIER: u64 = 2091639;

let a: u64 = 0;
let b: u64 = 0;
let c: u64 = 0;
let carry: u64 = 0;

/** Begins anew, from the words that a seed gives. */
export function seedAlea(s0: u32, s1: u32, s2: u32): void {
  a = s0;
  b = s1;
  c = s2;
  carry = 1;
}

/** The next `count` numbers, times 2³², as u32. */
export function drawAlea(to: usize, count: i32): void {
  const end = to + ((<usize>count) << 2);
  let x = a;
  let y = b;
  let z = c;
  let over = carry;
  for (; to + 12 <= end; to += 12) {
    const t0 = MULTIPLIER * x + over;
    const t1 = MULTIPLIER * y + (t0 >> 32);
    const t2 = MULTIPLIER * z + (t1 >> 32);
    x = t0 & 0xffffffff;
    y = t1 & 0xffffffff;
    z = t2 & 0xffffffff;
    over = t2 >> 32;
    store<u32>(to, <u32>x);
    store<u32>(to, <u32>y, 4);
    store<u32>(to, <u32>z, 8);
  }
  for (; to < end; to += 4) {
    const t = MULTIPLIER * x + over;
    x = y;
    y = z;
    z = t & 0xffffffff;
    over = t >> 32;
    store<u32>(to, <u32>z);
  }
  a = x;
  b = y;
  c = z;
  carry = over;
}
