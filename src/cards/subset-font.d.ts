/** The part of subset-font that fonts.ts uses. The package has no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: { targetFormat: 'woff2' | 'sfnt'; variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Uint8Array>;
}
