/** What `allocate` returns; null where the platform has too little memory. */
export function orNull<T>(allocate: () => T): T | null {
  try {
    return allocate();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
