import { besselI0 } from './bessel-i0.ts';
import type { Check } from './check-fields.ts';
import { badArgument, checkNonNegative, checkPositive } from './checks.ts';
import { atMost } from './field-checks.ts';
import { MAX_KAISER_BETA } from './limits.ts';

/** The value at sample n of a period. */
export type WindowShape = (n: number, period: number) => number;

/** Windows of one name in scipy, which differ by a parameter, or one window. */
interface Family {
  /** The name, and scipy's other names for it, with commas between. */
  readonly names: string;
  readonly shape: (parameter: number) => WindowShape;
  /** The check of the parameter; left out where there is none. */
  readonly check?: Check;
  /** The parameter's default; left out where it must be given. */
  readonly initial?: number;
}

/** The sum of c[k] cos(2πkn/N); scipy.signal.windows.general_cosine. */
const cosines =
  (...coefficients: number[]): WindowShape =>
  (n, period) =>
    coefficients.reduce((sum, c, k) => sum + c * Math.cos((2 * Math.PI * k * n) / period), 0);

/** A shape by the distance from the middle, which is 1 at the ends. */
const byDistance =
  (shape: (distance: number, period: number) => number): WindowShape =>
  (n, period) =>
    shape(Math.abs((2 * n) / period - 1), period);

const bartlett = byDistance((x) => 1 - x);
const barthann = byDistance((x) => 0.62 - 0.24 * x + 0.38 * Math.cos(Math.PI * x));
const bohman = byDistance((x) => (1 - x) * Math.cos(Math.PI * x) + Math.sin(Math.PI * x) / Math.PI);
const lanczos = byDistance((x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)));
const parzen = byDistance((x, period) => {
  const part = (x * period) / (period + 1);
  return x <= 0.5 ? 1 - 6 * part ** 2 + 6 * part ** 3 : 2 * (1 - part) ** 3;
});
const triang = byDistance((x, period) => 1 - (x * period) / (period + 1 + ((period + 1) % 2)));
const cosine: WindowShape = (n, period) => Math.sin((Math.PI * (n + 0.5)) / (period + 1));

const tukey = (alpha: number): WindowShape =>
  byDistance((x) => {
    const flank = (x - 1) / Math.min(alpha, 1) + 1;
    return flank > 0 ? 0.5 + 0.5 * Math.cos(Math.PI * flank) : 1;
  });

const kaiser = (beta: number): WindowShape => {
  const peak = besselI0(beta);
  return (n, period) => besselI0(beta * Math.sqrt(1 - ((2 * n) / period - 1) ** 2)) / peak;
};

const gaussian =
  (std: number): WindowShape =>
  (n, period) =>
    Math.exp(-0.5 * ((n - period / 2) / std) ** 2);

const only = (names: string, shape: WindowShape): Family => ({ names, shape: () => shape });

const FAMILIES: readonly Family[] = [
  only('hann,han', cosines(0.5, -0.5)),
  only('hamming,hamm,ham', cosines(0.54, -0.46)),
  only('blackman,black,blk', cosines(0.42, -0.5, 0.08)),
  only('blackmanharris,blackharr,bkh', cosines(0.35875, -0.48829, 0.14128, -0.01168)),
  only('nuttall,nutl,nut', cosines(0.3635819, -0.4891775, 0.1365995, -0.0106411)),
  only(
    'flattop,flat,flt',
    cosines(0.21557895, -0.41663158, 0.277263158, -0.083578947, 0.006947368),
  ),
  only('boxcar,box,ones,rect,rectangular', cosines(1)),
  only('bartlett,bart,brt', bartlett),
  only('barthann,brthan,bth', barthann),
  only('bohman,bman,bmn', bohman),
  only('cosine,halfcosine', cosine),
  only('lanczos,sinc', lanczos),
  only('parzen,parz,par', parzen),
  only('triang,triangle,tri', triang),
  { names: 'tukey,tuk', shape: tukey, check: checkNonNegative, initial: 0.5 },
  { names: 'kaiser,ksr', shape: kaiser, check: atMost(MAX_KAISER_BETA, checkNonNegative) },
  { names: 'gaussian,gauss,gss', shape: gaussian, check: checkPositive },
  {
    names: 'general_hamming,general hamming',
    shape: (alpha) => cosines(alpha, alpha - 1),
    check: atMost(1, checkNonNegative),
  },
];

/**
 * The shape of a window that has a name.
 *
 * @throws {FeatureError} for what is none.
 */
export function windowShape(caller: string, name: string, window: unknown): WindowShape {
  const [key, ...parameters]: unknown[] = Array.isArray(window) ? window : [window];
  const family = FAMILIES.find(({ names }) => names.split(',').some((each) => each === key));
  if (!family) throw badArgument(caller, name, `one of ${known().join(', ')}`, key);
  const { shape, check, initial } = family;
  if (parameters.length > (check ? 1 : 0)) {
    const expected = check ? `[${key}, number]` : `'${key}' without a parameter`;
    throw badArgument(caller, name, expected, window);
  }
  const { 0: parameter = initial } = parameters;
  check?.(caller, `${name}[1]`, parameter);
  return shape(Number(parameter));
}

/** The names of all windows, without their other names. */
function known(): string[] {
  return FAMILIES.map(({ names, check, initial }) => {
    const [name] = names.split(',');
    return check && initial === undefined ? `[${name}, number]` : name;
  });
}
