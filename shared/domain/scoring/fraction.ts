/**
 * A number without the surprises of binary floating point: 0.1 + 0.2 is 0.3, and a total
 * just at a threshold is at it. Lowest terms; `bottom` is above zero.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const zero: Fraction = { top: 0n, bottom: 1n };

function fraction(top: bigint, bottom: bigint): Fraction {
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  return { top: top / divisor, bottom: bottom / divisor };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/**
 * The number as it is written: 0.1 is a tenth, and not the binary number nearest to it.
 *
 * @param number finite
 */
export function exactly(number: number): Fraction {
  const [digits = '0', exponent = '0'] = String(number).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const places = decimals.length - Number(exponent);
  const top = BigInt(whole + decimals);
  return places > 0
    ? fraction(top, 10n ** BigInt(places))
    : fraction(top * 10n ** BigInt(-places), 1n);
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.top, left.bottom * right.bottom);
}

/** @param right above zero */
export function dividedBy(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom, left.bottom * right.top);
}

export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(plus, zero);
}

/** Below zero, zero or above it, for sorting. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function isZero({ top }: Fraction): boolean {
  return top === 0n;
}

/** To two decimal places, half up (四捨五入). @param value not below zero */
export function toHundredths({ top, bottom }: Fraction): number {
  return Number((top * 200n + bottom) / (2n * bottom)) / 100;
}

/** The nearest number; for what is shown and not calculated with. */
export function toNumber({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}
