/** 0.834 as "83 %". */
export function percent(value: number, digits: number = 0): string {
  return `${(100 * value).toFixed(digits)} %`;
}
