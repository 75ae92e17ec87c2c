/** The part of subset-font that is used. The package has no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: {
      targetFormat: 'woff2' | 'sfnt';
      variationAxes?: Readonly<Record<string, number>>;
      noHinting?: boolean;
      keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
