/** Returns every order of a few things, to show that an order does not matter. */
export function permute<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((thing, index) => permute(things.toSpliced(index, 1)).map((rest) => [thing, ...rest]));
}
