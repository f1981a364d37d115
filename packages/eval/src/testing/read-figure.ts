import { readSvg } from './read-svg.ts';

/** A text of a figure and where it stands, in pixels. */
interface PlacedText {
  text: string;
  x: number;
  y: number;
}

/** A bar or a cell, in pixels. */
interface PlacedRect {
  left: number;
  right: number;
  top: number;
  bottom: number;
  element: Element;
}

/** What can be read from a figure: its axes, and its marks by Plot's names for them. */
export interface Figure {
  svg: Element;
  label: string;
  /** The names at the ticks of an axis and where they stand. */
  ticks(axis: 'x' | 'y'): PlacedText[];
  /** What the axis is called, without Plot's arrow. */
  axisName(axis: 'x' | 'y'): string;
  /** The number at a pixel, by the first and the last tick; `80%` is 0.8. */
  numberAt(axis: 'x' | 'y', pixel: number): number;
  /** The name of the tick that is nearest to a pixel. */
  nameAt(axis: 'x' | 'y', pixel: number): string;
  /** Texts that are marks, not parts of an axis. */
  texts(): PlacedText[];
  rects(mark: 'bar' | 'cell' | 'rect'): PlacedRect[];
  /** The points of each line in the axes' numbers; a gap begins another list. */
  lines(): { points: number[][]; gaps: number[][][]; element: Element }[];
}

/** How far an element stands from the figure's corner, with all groups around it. */
export function placeOf(element: Element): { x: number; y: number } {
  const place = { x: 0, y: 0 };
  for (let at: Element | null = element; at; at = at.parentElement) {
    const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '');
    if (moved) {
      place.x += Number(moved[1]);
      place.y += Number(moved[2]);
    }
  }
  return place;
}

const toNumber = (text: string): number =>
  text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);

const attribute = (element: Element, name: string): number => Number(element.getAttribute(name));

/** Reads a figure with one panel. */
export function readFigure(drawing: string): Figure {
  const { svg, label } = readSvg(drawing);
  const placed = (selector: string): PlacedText[] =>
    Array.from(svg.querySelectorAll(selector), (element) => ({
      text: element.textContent ?? '',
      ...placeOf(element),
    }));
  const ofAxis = (axis: 'x' | 'y'): PlacedText[] =>
    placed(`[aria-label="${axis}-axis tick label"] text`);
  const axes = { x: ofAxis('x'), y: ofAxis('y') };
  const ticks = (axis: 'x' | 'y'): PlacedText[] => axes[axis];
  const numberAt = (axis: 'x' | 'y', pixel: number): number => {
    const [first, last] = [ticks(axis)[0], ticks(axis).at(-1) ?? ticks(axis)[0]];
    const [from, to] = [toNumber(first.text), toNumber(last.text)];
    return from + ((pixel - first[axis]) / (last[axis] - first[axis])) * (to - from);
  };
  return {
    svg,
    label,
    ticks,
    numberAt,
    axisName: (axis) =>
      placed(`[aria-label="${axis}-axis label"] text`)[0].text.replace(/[↑→]/, '').trim(),
    nameAt(axis, pixel) {
      const distance = (tick: PlacedText): number => Math.abs(tick[axis] - pixel);
      return ticks(axis).reduce((best, tick) => (distance(tick) < distance(best) ? tick : best))
        .text;
    },
    texts: () => placed('[aria-label="text"] text'),
    rects: (mark) =>
      Array.from(svg.querySelectorAll(`[aria-label="${mark}"] rect`), (element) => {
        const [left, top] = [attribute(element, 'x'), attribute(element, 'y')];
        const right = left + attribute(element, 'width');
        return { left, right, top, bottom: top + attribute(element, 'height'), element };
      }),
    lines: () =>
      Array.from(svg.querySelectorAll('[aria-label="line"] path'), (element) => {
        const parts = (element.getAttribute('d') ?? '').split('M').slice(1);
        const gaps = parts.map((part) =>
          Array.from(part.matchAll(/([-\d.]+),([-\d.]+)/g), ([, x, y]) => [
            numberAt('x', Number(x)),
            numberAt('y', Number(y)),
          ]),
        );
        return { points: gaps.flat(), gaps, element: element.parentElement ?? element };
      }),
  };
}
