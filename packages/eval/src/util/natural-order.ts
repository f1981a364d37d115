/**
 * Compares names for sorting: numbers in them by their value, so that 2 stands before 10, and all
 * else by code units, on every machine alike.
 */
export function naturalOrder(a: string, b: string): number {
  const [own, others] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(own.length, others.length); i++) {
    // Every second part is a number.
    const order =
      i % 2 === 1
        ? compare(Number(own[i]), Number(others[i])) || compare(own[i], others[i])
        : compare(own[i], others[i]);
    if (order !== 0) return order;
  }
  return own.length - others.length;
}

const partsOf = (name: string): string[] => name.split(/(\d+)/);

function compare<T extends number | string>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}
