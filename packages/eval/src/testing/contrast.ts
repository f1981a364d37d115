type Rgb = [number, number, number];

/** WCAG 2.2's contrast ratio of ink on a colour that lies on paper. */
export function contrast(
  ink: string,
  { colour, opacity, paper }: { colour: string; opacity: number; paper: string },
): number {
  const below = rgb(paper);
  const blend = rgb(colour).map((value, i) => opacity * value + (1 - opacity) * below[i]);
  const [dark, light] = [luminance(rgb(ink)), luminance(blend)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function rgb(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
